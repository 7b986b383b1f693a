import type { Period } from '../model/index.ts';
import { isCode } from './code-list.ts';
import { offenses } from './offenses.ts';

/** The offenses of each category (specification, table of offense codes); a Group B offense is a category by itself. */
const codesOf = {
  'Animal Cruelty Offenses': ['720'],
  Arson: ['200'],
  'Assault Offenses': ['13A', '13B', '13C'],
  Bribery: ['510'],
  'Burglary/Breaking & Entering': ['220'],
  'Commerce Violations': ['58A', '58B', '61A', '61B', '620'],
  'Counterfeiting/Forgery': ['250'],
  'Destruction/Damage/Vandalism of Property': ['290'],
  'Drug/Narcotic Offenses': ['35A', '35B'],
  Embezzlement: ['270'],
  Espionage: ['103'],
  'Extortion/Blackmail': ['210'],
  'Fraud Offenses': ['26A', '26B', '26C', '26D', '26E', '26F', '26G', '26H'],
  'Fugitive Offenses': ['49A', '49B', '49C'],
  'Gambling Offenses': ['39A', '39B', '39C', '39D'],
  'Homicide Offenses': ['09A', '09B', '09C'],
  'Human Trafficking': ['64A', '64B'],
  'Immigration Violations': ['30A', '30B', '30C', '30D'],
  'Kidnapping/Abduction': ['100'],
  'Larceny/Theft Offenses': ['23A', '23B', '23C', '23D', '23E', '23F', '23G', '23H'],
  'Motor Vehicle Theft': ['240'],
  'Pornography/Obscene Material': ['370'],
  'Prostitution Offenses': ['40A', '40B', '40C'],
  Robbery: ['120'],
  'Sex Offenses': ['11A', '11B', '11C', '11D', '36A', '36B', '360'],
  'Stolen Property Offenses': ['280'],
  Treason: ['101'],
  'Weapon Law Violations': ['520', '521', '522', '526'],
  'Curfew/Loitering/Vagrancy Violations': ['90B'],
  'Disorderly Conduct': ['90C'],
  'Driving Under the Influence': ['90D'],
  'Family Offenses, Nonviolent': ['90F'],
  'Liquor Law Violations': ['90G'],
  'Trespass of Real Property': ['90J'],
  'Bond Default': ['90K'],
  'Federal Resource Violations': ['90L'],
  Perjury: ['90M'],
  'Bad Checks': ['90A'],
  Drunkenness: ['90E'],
  'Peeping Tom': ['90H'],
  Runaway: ['90I'],
  'All Other Offenses': ['90Z'],
} as const;

export const larcenies: ReadonlySet<string> = new Set(codesOf['Larceny/Theft Offenses']);

/** What offenses are counted under. */
export type OffenseCategory = keyof typeof codesOf;

const categories = Object.entries(codesOf) as [OffenseCategory, readonly string[]][];

const categoryOf: ReadonlyMap<string, OffenseCategory> = new Map(
  categories.flatMap(([category, codes]) => codes.map((code): [string, OffenseCategory] => [code, category])),
);

/** The category of an offense of either group; `undefined` for what never was an offense code. */
export function offenseCategory(offenseCode: string): OffenseCategory | undefined {
  return categoryOf.get(offenseCode);
}

/** The categories in which something could be reported in `period`, Group A first. */
export function offenseCategoriesIn(period: Period): OffenseCategory[] {
  return categories
    .filter(([, codes]) => codes.some((code) => isCode(offenses, code, period)))
    .map(([category]) => category);
}
