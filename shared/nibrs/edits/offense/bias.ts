import { biasMotivations, isCode } from '../../codes/index.ts';
import type { OffenseSegment, Period } from '../../model/index.ts';
import { type CheckedEdit, error, warning } from '../edit.ts';

const noBias = '88';
const unknownBias = '99';

/** What is asked of an offense that was motivated by bias. */
export const biasEdits: readonly CheckedEdit[] = [
  error('2', {
    code: '270',
    scope: 'segment',
    elements: ['8A', '6'],
    message: '{element} is {value}, but the offense is 09C, and a justifiable homicide is no hate crime.',
    hint: 'Enter 88 (None), or correct the offense.',
    source: '3.3.3.4 Table 3-19; 5.2.3 Table 5-4',
    suppresses: ['1220', '1221'],
    check(segment, run) {
      if (segment.offenseCode !== '09C') return;
      const occurrence = firstBias(segment, run.context.period);
      if (occurrence >= 0) run.hit(segment, 'biasMotivation', { occurrence });
    },
  }),
  warning('2', {
    code: '1220',
    scope: 'segment',
    elements: ['8A'],
    message: '{element} is {value}, which makes the offense a suspected hate crime.',
    hint: 'When it has been looked into, submit the incident again with the bias that was found, or with 88 (None).',
    source: '5.2.10',
    // 99 is other than 88 for these as well, and asks no more than this.
    suppresses: ['1222', '1223', '1224', '1225', '1226'],
    check(segment, run) {
      const { biasMotivation } = segment;
      if (biasMotivation.length === 1 && biasMotivation[0] === unknownBias) run.hit(segment, 'biasMotivation');
    },
  }),
  warning('2', {
    code: '1221',
    scope: 'segment',
    elements: ['8A'],
    message: '{element} is {value}, and another bias besides.',
    hint: 'Make sure that the offense was motivated by each of them; remove what it was not.',
    source: '5.2.10',
    check(segment, run) {
      const { period } = run.context;
      const occurrence = firstBias(segment, period);
      if (occurrence < 0) return;
      const { biasMotivation } = segment;
      const isAnother = (bias: string) => bias !== biasMotivation[occurrence] && isCode(biasMotivations, bias, period);
      if (biasMotivation.some(isAnother)) run.hit(segment, 'biasMotivation', { occurrence });
    },
  }),
  biasOfOffense('1222', '09A', 'murder'),
  biasOfOffense('1223', '11A', 'rape'),
  biasOfOffense('1224', '11B', 'sodomy'),
  biasOfOffense('1225', '11C', 'sexual assault with an object'),
  warning('incident', {
    code: '1226',
    scope: 'report',
    elements: ['8A', '6'],
    message: '{element} is {value}, and another offense of the incident was motivated by bias as well.',
    hint: 'Make sure that each of the offenses was; enter 88 (None) for one that was not.',
    source: '5.2.10',
    check({ offenses }, run) {
      let isAnother = false;
      for (const offense of offenses) {
        const occurrence = firstBias(offense, run.context.period);
        if (occurrence < 0) continue;
        if (isAnother) run.hit(offense, 'biasMotivation', { occurrence });
        isAnother = true;
      }
    },
  }),
];

/** 1222 to 1225: offenses of which few are hate crimes. */
function biasOfOffense(code: string, offense: string, name: string): CheckedEdit {
  return warning('2', {
    code,
    scope: 'segment',
    elements: ['8A', '6'],
    message: `{element} is {value}, which makes the ${name} a hate crime.`,
    hint: 'Make sure that it was one; enter 88 (None) if it was not.',
    source: '5.2.10',
    check(segment, run) {
      if (segment.offenseCode !== offense) return;
      const occurrence = firstBias(segment, run.context.period);
      if (occurrence >= 0) run.hit(segment, 'biasMotivation', { occurrence });
    },
  });
}

/** The first occurrence that is other than 88 (none), -1 if there is none; what contradicts another is left to 207. */
function firstBias({ biasMotivation }: OffenseSegment, period: Period): number {
  let first = -1;
  let occurrence = 0;
  for (const bias of biasMotivation) {
    if (bias === noBias || (bias === unknownBias && biasMotivation.length > 1)) return -1;
    if (first < 0 && isCode(biasMotivations, bias, period)) first = occurrence;
    occurrence += 1;
  }
  return first;
}
