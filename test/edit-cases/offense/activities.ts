import { type EditCase, olderPeriod, shows, tribalAgency } from '../case.ts';
import { crimes } from '../incidents.ts';

const every = [...'ABCDEFGIJNOPRSTUW'];

/** What element 12 can be, by offenses: at least one of the first where there is any, and others. */
const rules: readonly [needed: string, others: string, offenses: string][] = [
  ['BCDEOPTU', 'W', '250 30C 370 39C 49A 522 526 58A 58B 61A 61B 620'],
  ['BCDEOPTU', 'JGNW', '280 35A 35B'],
  ['BCDEOPTU', 'RW', '520 521'],
  ['AFIS', 'JGNOW', '720'],
  ['', 'JGNORW', '09A 09B 100 11A 11B 11C 11D 120 13A 13B 13C 210'],
  ['', 'JGNOW', '200 220 23A 23B 23C 23D 23E 23F 23G 23H 240 26A 26B 26C 26E 26G 270 290 39A 39B 39D 40A 40B 510'],
  ['', 'DGJNOW', '26F'],
  ['', 'EGJNRTW', '64A 64B'],
  ['', 'OW', '101 103 26D 26H'],
  ['', '', '09C 30A 30B 30D 360 36A 36B 40C 49B 49C'],
];

const active = (code: string, ...criminalActivityGang: string[]) =>
  crimes([{ offenseCode: code, criminalActivityGang }]);

export const activityCases: EditCase[] = [
  ...rules.flatMap(([needed, others, offenses]) =>
    offenses.split(' ').flatMap((code) => casesOf(code, needed, others)),
  ),
  shows('219', 'the second of three', active('250', 'P', 'G', 'U'), active('250', 'P', 'U')),
  shows('219', 'a conspiracy to do nothing', active('520', 'W', 'R'), active('520', 'W', 'R', 'P')),
  shows('219', 'what could be the missing one, but is a gang', active('250', 'G'), active('250', 'P')),
  shows('204', 'an activity that is none', active('290', 'X'), active('290', 'N')),
  shows('204', 'an activity that is none, where one is needed', active('250', 'X', 'W'), active('250', 'P', 'W')),
  shows('219', 'an activity that is none, where there can be none', active('36A', 'X'), active('36A')),
  shows('204', 'a stolen firearm before 2025', active('520', 'P', 'R'), active('520', 'P'), olderPeriod),
  shows(
    '204',
    'an activity of an offense that cannot be read',
    crimes(['290', { offenseCode: '29X', criminalActivityGang: ['P'] }]),
    crimes(['290']),
  ),
];

/** Each code that may not be there, against each that may; and the blank element, where it has to be filled. */
function casesOf(code: string, needed: string, others: string): EditCase[] {
  const [first] = needed;
  const wrong = every.filter((activity) => !needed.includes(activity) && !others.includes(activity));
  const right: string[][] = [...needed].map((activity) => [activity]);
  for (const activity of others) right.push(first === undefined ? [activity] : [first, activity]);
  if (first === undefined) right.push([]);
  const pairs = Array.from({ length: Math.max(wrong.length, right.length) }, (_, index) => {
    const bad = wrong[index % wrong.length] ?? '';
    const good = right[index % right.length] ?? [];
    return shows(
      '219',
      `${code} with ${bad}, against ${good.join(' and ') || 'nothing'}`,
      active(code, ...(first === undefined ? [] : [first]), bad),
      active(code, ...good),
      tribalAgency,
    );
  });
  if (first === undefined) return pairs;
  return [
    ...pairs,
    ...[...others].map((other) =>
      shows('219', `${code} with ${other} alone`, active(code, other), active(code, first, other), tribalAgency),
    ),
    shows('220', `${code} without any activity`, active(code), active(code, first), tribalAgency),
  ];
}
