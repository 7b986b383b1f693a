import { type Code, until2020 } from './code-list.ts';

/** Whom a crime is against; it decides victims, property and relationships. */
export type CrimeAgainst = 'person' | 'property' | 'society' | 'nobody' | 'anybody';

export interface Offense extends Code {
  readonly against: CrimeAgainst;
  /** Only federal and tribal agencies may report it. */
  readonly federal: boolean;
}

const against =
  (whom: CrimeAgainst) =>
  (meaning: string): Offense => ({ meaning, against: whom, federal: false });
const person = against('person');
const property = against('property');
const society = against('society');
const notACrime = against('nobody');
const anyVictim = against('anybody');

const federal = (offense: Offense): Offense => ({ ...offense, federal: true });
const until = (last: string, offense: Offense): Offense => ({ ...offense, until: last });

/** Elements 6 and 24, and 45 of an arrestee (specification, appendix A). */
export const groupAOffenses = offenseList({
  '09A': person('Murder & Nonnegligent Manslaughter'),
  '09B': person('Negligent Manslaughter'),
  '09C': notACrime('Justifiable Homicide'),
  '100': person('Kidnapping/Abduction'),
  '101': federal(society('Treason')),
  '103': federal(society('Espionage')),
  '11A': person('Rape'),
  '11B': person('Sodomy'),
  '11C': person('Sexual Assault With An Object'),
  '11D': person('Criminal Sexual Contact'),
  '120': property('Robbery'),
  '13A': person('Aggravated Assault'),
  '13B': person('Simple Assault'),
  '13C': person('Intimidation'),
  '200': property('Arson'),
  '210': property('Extortion/Blackmail'),
  '220': property('Burglary/Breaking & Entering'),
  '23A': property('Pocket-picking'),
  '23B': property('Purse-snatching'),
  '23C': property('Shoplifting'),
  '23D': property('Theft From Building'),
  '23E': property('Theft From Coin-Operated Machine or Device'),
  '23F': property('Theft From Motor Vehicle'),
  '23G': property('Theft of Motor Vehicle Parts or Accessories'),
  '23H': property('All Other Larceny'),
  '240': property('Motor Vehicle Theft'),
  '250': property('Counterfeiting/Forgery'),
  '26A': property('False Pretenses/Swindle/Confidence Game'),
  '26B': property('Credit Card/Automated Teller Machine Fraud'),
  '26C': property('Impersonation'),
  '26D': property('Welfare Fraud'),
  '26E': property('Wire Fraud'),
  '26F': property('Identity Theft'),
  '26G': property('Hacking/Computer Invasion'),
  '26H': federal(society('Money Laundering')),
  '270': property('Embezzlement'),
  '280': property('Stolen Property Offenses'),
  '290': property('Destruction/Damage/Vandalism of Property'),
  '30A': federal(society('Illegal Entry into the United States')),
  '30B': federal(society('False Citizenship')),
  '30C': federal(society('Smuggling Aliens')),
  '30D': federal(society('Re-entry after Deportation')),
  '35A': society('Drug/Narcotic Violations'),
  '35B': society('Drug Equipment Violations'),
  '360': federal(society('Failure to Register as a Sex Offender')),
  '36A': person('Incest'),
  '36B': person('Statutory Rape'),
  '370': society('Pornography/Obscene Material'),
  '39A': society('Betting/Wagering'),
  '39B': society('Operating/Promoting/Assisting Gambling'),
  '39C': society('Gambling Equipment Violations'),
  '39D': society('Sports Tampering'),
  '40A': society('Prostitution'),
  '40B': society('Assisting or Promoting Prostitution'),
  '40C': society('Purchasing Prostitution'),
  '49A': federal(society('Harboring Escapee/Concealing from Arrest')),
  '49B': federal(society('Flight to Avoid Prosecution')),
  '49C': federal(society('Flight to Avoid Deportation')),
  '510': property('Bribery'),
  '520': society('Weapon Law Violations'),
  '521': federal(society('Violation of National Firearm Act of 1934')),
  '522': federal(society('Weapons of Mass Destruction')),
  '526': federal(society('Explosives')),
  '58A': federal(society('Import Violations')),
  '58B': federal(society('Export Violations')),
  '61A': federal(society('Federal Liquor Offenses')),
  '61B': federal(society('Federal Tobacco Offenses')),
  '620': federal(society('Wildlife Trafficking')),
  '64A': person('Human Trafficking, Commercial Sex Acts'),
  '64B': person('Human Trafficking, Involuntary Servitude'),
  '720': society('Animal Cruelty'),
});

/** Element 45 of an arrestee and of a Group B arrest. The four that ended were collected until the summary system closed. */
export const groupBOffenses = offenseList({
  '90B': society('Curfew/Loitering/Vagrancy Violations'),
  '90C': society('Disorderly Conduct'),
  '90D': society('Driving Under the Influence'),
  '90F': society('Family Offenses, Nonviolent'),
  '90G': society('Liquor Law Violations'),
  '90J': society('Trespass of Real Property'),
  '90K': federal(society('Failure to Appear')),
  '90L': federal(society('Federal Resource Violations')),
  '90M': federal(society('Perjury')),
  '90Z': anyVictim('All Other Offenses'),
  '90A': until(until2020, property('Bad Checks')),
  '90E': until(until2020, society('Drunkenness')),
  '90H': until(until2020, society('Peeping Tom')),
  '90I': until(until2020, notACrime('Runaway')),
});

/** Both groups. */
export const offenses: ReadonlyMap<string, Offense> = new Map([...groupAOffenses, ...groupBOffenses]);

/** Crimes against society whose victim is the government, not society. */
export const offensesAgainstGovernment: ReadonlySet<string> = new Set([
  '26H',
  '521',
  '522',
  '526',
  '58A',
  '58B',
  '61A',
  '61B',
  '620',
]);

/** True for a Group A offense against `whom`. Justifiable homicide (09C) is against nobody. */
export function isAgainst(whom: CrimeAgainst, offenseCode: string | undefined): boolean {
  return groupAOffenses.get(offenseCode ?? '')?.against === whom;
}

/** True when the victim is a person: of crimes against persons, and of justifiable homicide, which appendix E treats alike. */
export function hasPersonAsVictim(offenseCode: string): boolean {
  return offenseCode === '09C' || isAgainst('person', offenseCode);
}

/** True when it must be said how a person who is the victim is related to the offenders. */
export function asksForRelationship(offenseCode: string): boolean {
  return offenseCode === '120' || hasPersonAsVictim(offenseCode);
}

function offenseList(list: Readonly<Record<string, Offense>>): ReadonlyMap<string, Offense> {
  return new Map(Object.entries(list));
}
