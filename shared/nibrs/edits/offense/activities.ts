import { criminalActivities, groupAOffenses, isCode } from '../../codes/index.ts';
import type { Period } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails } from '../edit.ts';
import { spell } from '../message.ts';

/** What element 12 can tell of an offense. */
interface Activities {
  /** At least one of these is needed; empty when the element may be blank. */
  readonly needed: ReadonlySet<string>;
  /** These may be entered, the needed ones among them. */
  readonly allowed: ReadonlySet<string>;
}

/**
 * By offense; one that is not here has no element 12 at all. The tables list 13C with R and without, and 09B with a
 * shorter list as well: here they have everything that any of their lists gives them.
 */
const activitiesOf: ReadonlyMap<string, Activities> = new Map([
  ...activities('BCDEOPTU', 'W', '250 30C 370 39C 49A 522 526 58A 58B 61A 61B 620'),
  ...activities('BCDEOPTU', 'JGNW', '280 35A 35B'),
  ...activities('BCDEOPTU', 'RW', '520 521'),
  ...activities('AFIS', 'JGNOW', '720'),
  ...activities('', 'JGNORW', '09A 09B 100 11A 11B 11C 11D 120 13A 13B 13C 210'),
  ...activities('', 'JGNOW', '200 220 23A 23B 23C 23D 23E 23F 23G 23H 240 26A 26B 26C 26E 26G'),
  ...activities('', 'JGNOW', '270 290 39A 39B 39D 40A 40B 510'),
  ...activities('', 'DGJNOW', '26F'),
  ...activities('', 'EGJNRTW', '64A 64B'),
  ...activities('', 'OW', '101 103 26D 26H'),
]);

const noActivities: Activities = { needed: new Set(), allowed: new Set() };

/** Which criminal activities and gangs an offense can have, and which it needs. */
export const activityEdits: readonly CheckedEdit[] = [
  error('2', {
    code: '219',
    scope: 'segment',
    elements: ['12', '6'],
    message: '{element} is {value}, which does not go with the offense {offense}.',
    hint: 'Leave it out, or enter one of: {codes}.',
    source: '3.3.3.8 Table 3-23; 5.2.3 Table 5-4',
    // Where the element should be blank; a code that is none is left to 204 where it should not.
    suppresses: ['204'],
    check(segment, run) {
      const { offenseCode = '', criminalActivityGang: found } = segment;
      if (found.length === 0 || !groupAOffenses.has(offenseCode)) return;
      const { period } = run.context;
      const { needed, allowed } = activitiesOf.get(offenseCode) ?? noActivities;
      let isAnswered = needed.size === 0;
      let occurrence = 0;
      for (const activity of found) {
        if (allowed.size === 0) run.hit(segment, 'criminalActivityGang', { occurrence, ...leftBlank(offenseCode) });
        else if (!allowed.has(activity) && isCode(criminalActivities, activity, period))
          run.hit(segment, 'criminalActivityGang', { occurrence, details: detailsOf(offenseCode, allowed, period) });
        // One that does not go with the offense may be meant for one that is needed.
        isAnswered ||= needed.has(activity) || !allowed.has(activity);
        occurrence += 1;
      }
      if (!isAnswered)
        run.hit(segment, 'criminalActivityGang', { ...unanswered, details: detailsOf(offenseCode, needed, period) });
    },
  }),
  error('2', {
    code: '220',
    scope: 'segment',
    elements: ['12', '6'],
    message: '{element} is blank, which it cannot be for the offense {offense}.',
    hint: 'Enter up to three of: {codes}.',
    source: '3.3.3.8 Table 3-23; 5.2.3 Table 5-4',
    check(segment, run) {
      const { offenseCode = '', criminalActivityGang } = segment;
      if (criminalActivityGang.length > 0) return;
      const needed = activitiesOf.get(offenseCode)?.needed;
      if (needed === undefined || needed.size === 0) return;
      run.hit(segment, 'criminalActivityGang', { details: detailsOf(offenseCode, needed, run.context.period) });
    },
  }),
];

const unanswered = {
  message: '{element} does not say what was done, which it must for the offense {offense}.',
  hint: 'Enter at least one of: {codes}.',
};

function leftBlank(offenseCode: string): HitDetails {
  return { hint: 'Leave {element} blank for this offense.', details: { offense: spell('6', offenseCode) } };
}

function detailsOf(offenseCode: string, activities: ReadonlySet<string>, period: Period): HitDetails['details'] {
  const legal = [...activities].filter((activity) => isCode(criminalActivities, activity, period));
  const codes = legal.map((activity) => spell('12', activity)).join(', ');
  return { offense: spell('6', offenseCode), codes };
}

function activities(needed: string, others: string, offenses: string): [string, Activities][] {
  const rule: Activities = { needed: new Set(needed), allowed: new Set(needed + others) };
  return offenses.split(' ').map((offense) => [offense, rule]);
}
