import { circumstances } from '../../codes/index.ts';
import type { VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { spell } from '../message.ts';

/** What the victims of an offense can have in element 31, and the number that says so. */
interface CircumstanceRule {
  code: '462' | '463' | '477';
  permits: ReadonlySet<string>;
}

const murder = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];

/** By offense; victims of any other have no circumstances. */
const rules: ReadonlyMap<string, CircumstanceRule> = new Map([
  ['09A', { code: '477', permits: new Set(murder) }],
  ['09B', { code: '477', permits: new Set(['30', '31', '32', '33', '34']) }],
  ['09C', { code: '463', permits: new Set(['20', '21']) }],
  ['13A', { code: '462', permits: new Set(murder.filter((code) => code !== '07')) }],
]);

/** Unknown circumstances and all of the other kinds of homicide stand alone. */
const combinable: ReadonlySet<string> = new Set(['01', '02', '03', '04', '05', '06', '07', '08', '09']);

/** Circumstances of aggravated assaults and homicides (elements 31 and 32). */
export const circumstanceEdits: readonly CheckedEdit[] = [
  error('4', {
    code: '455',
    scope: 'segment',
    elements: ['32', '31'],
    message: '{element} is blank; element 31 is {circumstance}, which needs it.',
    hint: 'Enter what led to the killing, A to F; G if it cannot be determined.',
    source: '3.3.5.13 Table 3-48; 5.2.5 Table 5-6',
    check(segment, run) {
      if (segment.justifiableHomicideCircumstance !== undefined) return;
      // Elsewhere than in a justifiable homicide the circumstance is the fault: 419, 462, 477.
      const circumstance = isJustifiable(segment) ? justified(segment) : undefined;
      if (circumstance === undefined) return;
      run.hit(segment, 'justifiableHomicideCircumstance', { details: { circumstance: spell('31', circumstance) } });
    },
  }),
  error('4', {
    code: '456',
    scope: 'element',
    elements: ['31'],
    message: '{element} has {value}, which cannot be combined with another circumstance.',
    hint: 'Enter two circumstances only from 01 to 09; leave any other alone.',
    source: '3.3.5.12 Table 3-47; 5.2.5 Table 5-6',
    check(segment, run) {
      const found = segment.assaultHomicideCircumstances;
      if (found.length < 2 || found[0] === found[1]) return; // the same twice is 406
      if (!segment.connectedOffenseCodes.some(hasCircumstances)) return; // 419 says so
      if (misfit(segment, offenseWithCircumstances(segment)) >= 0) return; // 462, 463 or 477 says so
      const occurrence = found.findIndex(standsAlone);
      if (occurrence >= 0) run.hit(segment, 'assaultHomicideCircumstances', { occurrence });
    },
  }),
  error('4', {
    code: '457',
    scope: 'segment',
    elements: ['32', '31'],
    message: '{element} is {value}, but no circumstance in element 31 is 20 or 21 (justifiable homicide).',
    hint: 'Leave it blank; if the homicide was justifiable, report offense 09C, with 20 or 21 in element 31.',
    source: '3.3.5.13 Table 3-48; 5.2.5 Table 5-6',
    suppresses: ['404'],
    check(segment, run) {
      if (segment.justifiableHomicideCircumstance === undefined) return;
      // In a justifiable homicide element 31 is the fault: 401, 404, 463.
      if (isJustifiable(segment) || justified(segment) !== undefined) return;
      run.hit(segment, 'justifiableHomicideCircumstance');
    },
  }),
  onlyPermitted('462'),
  onlyPermitted('463'),
  onlyPermitted('477'),
];

/** True for the offenses whose victims have circumstances. */
export function hasCircumstances(offenseCode: string): boolean {
  return rules.has(offenseCode);
}

/** A hint that lists what the victims of an offense can have. */
export function circumstancesToEnter(offenseCode: string): string {
  const codes = [...(rules.get(offenseCode)?.permits ?? [])].map((code) => spell('31', code));
  return `Enter one of: ${codes.join(', ')}.`;
}

/** 462 and 463 say of single offenses what 477 says of the others. */
function onlyPermitted(code: CircumstanceRule['code']): CheckedEdit {
  return error('4', {
    code,
    scope: 'segment',
    elements: ['31', '24'],
    message: '{element} is {value}, which a victim of {offense} cannot have.',
    hint: 'Enter a circumstance of that offense, or correct the offense in element 24.',
    source: '3.3.5.12 Table 3-47; 5.2.5 Table 5-6',
    check(segment, run) {
      const offense = offenseWithCircumstances(segment);
      if (offense === undefined || rules.get(offense)?.code !== code) return;
      const occurrence = misfit(segment, offense);
      if (occurrence < 0) return;
      const details = { offense: spell('24', offense) };
      run.hit(segment, 'assaultHomicideCircumstances', { occurrence, details, hint: circumstancesToEnter(offense) });
    },
  });
}

/** The one offense that element 31 tells of. Two of them exclude each other: 478 says so, and which it is must be settled first. */
function offenseWithCircumstances(segment: VictimSegment): string | undefined {
  if (segment.assaultHomicideCircumstances.length === 0) return undefined;
  let found: string | undefined;
  for (const offense of segment.connectedOffenseCodes) {
    if (!rules.has(offense)) continue;
    if (found !== undefined) return undefined;
    found = offense;
  }
  return found;
}

/** Where a circumstance stands that does not fit the offense; -1 if nowhere. An illegal one is 402 or 404. */
function misfit({ assaultHomicideCircumstances: found }: VictimSegment, offense: string | undefined): number {
  const rule = rules.get(offense ?? '');
  if (rule === undefined) return -1;
  let wrong = -1;
  let fits = false;
  for (let occurrence = 0; occurrence < found.length; occurrence++) {
    const circumstance = found[occurrence] ?? '';
    if (rule.permits.has(circumstance)) fits = true;
    else if (wrong < 0 && circumstances.has(circumstance)) wrong = occurrence;
  }
  // 477 asks for one that fits; what else stands beside it is 456.
  return fits && rule.code === '477' ? -1 : wrong;
}

function standsAlone(circumstance: string): boolean {
  return circumstances.has(circumstance) && !combinable.has(circumstance);
}

function isJustifiable({ connectedOffenseCodes }: VictimSegment): boolean {
  return connectedOffenseCodes.includes('09C');
}

function justified({ assaultHomicideCircumstances }: VictimSegment): string | undefined {
  return assaultHomicideCircumstances.find((circumstance) => circumstance === '20' || circumstance === '21');
}
