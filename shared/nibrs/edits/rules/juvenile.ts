import { type CheckedEdit, error, warning } from '../edit.ts';
import { oldestYearsOf, spellAge, yearsOf } from './years.ts';

interface DispositionEdits {
  /** x52 */
  missing: string;
  /** x53 */
  ofAdult: string;
  /** Warning for an age range on both sides of 18. */
  perhapsMissing: string;
  /** x04, which says less of an adult's disposition. */
  codeList: string;
  source: string;
}

const adult = 18;

/**
 * Disposition of arrestee under 18 (element 52): for juveniles, and only for them. A range wholly under 18 is a
 * juvenile's. Section 3.3.7.14 takes its average to decide; but for one that reaches beyond, a missing disposition is a
 * warning (5.2.10). An unknown age neither demands nor forbids it.
 */
export function dispositionUnder18(level: '6' | '7', edits: DispositionEdits): CheckedEdit[] {
  return [
    error<'6' | '7'>(level, {
      code: edits.missing,
      scope: 'segment',
      elements: ['52', '47'],
      message: '{element} is blank, but the arrestee is aged {age}, a juvenile.',
      hint: 'Enter H (handled within department) or R (referred to other authorities), or correct the age.',
      source: edits.source,
      check(segment, run) {
        const { ageOfArrestee: age, dispositionUnder18: disposition } = segment;
        if (disposition !== undefined || age === undefined) return;
        const years = oldestYearsOf(age);
        if (years === undefined || years >= adult) return;
        run.hit(segment, 'dispositionUnder18', { details: { age: spellAge(age) } });
      },
    }),
    error<'6' | '7'>(level, {
      code: edits.ofAdult,
      scope: 'segment',
      elements: ['52', '47'],
      message: '{element} is {value}, but the arrestee is aged {age}, an adult.',
      hint: 'Leave {element} blank, or correct the age.',
      source: edits.source,
      suppresses: [edits.codeList],
      check(segment, run) {
        const { ageOfArrestee: age, dispositionUnder18: disposition } = segment;
        if (disposition === undefined || age === undefined) return;
        const years = yearsOf(age);
        if (years === undefined || years < adult) return;
        run.hit(segment, 'dispositionUnder18', { details: { age: spellAge(age) } });
      },
    }),
    warning<'6' | '7'>(level, {
      code: edits.perhapsMissing,
      scope: 'segment',
      elements: ['52', '47'],
      message: '{element} is blank, but the arrestee is aged {age}, perhaps a juvenile.',
      hint: 'Enter H (handled within department) or R (referred to other authorities) for a juvenile, or begin the range with 18.',
      source: '3.3.7.14; 5.2.10',
      check(segment, run) {
        const { ageOfArrestee: age, dispositionUnder18: disposition } = segment;
        if (disposition !== undefined || age?.length !== 4) return;
        const years = yearsOf(age);
        const oldest = oldestYearsOf(age);
        if (years === undefined || oldest === undefined || years >= adult || oldest < adult) return;
        run.hit(segment, 'dispositionUnder18', { details: { age: spellAge(age) } });
      },
    }),
  ];
}
