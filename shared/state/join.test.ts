import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportsUnder } from '../../test/generate/arbitraries.ts';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { incident, readReport, linesOf as segmentsAsLines } from '../../test/reports.ts';
import { joinStateHalf } from './join.ts';
import type { StateValue } from './state-half.ts';

const { report } = readReport(segmentsAsLines(incident()));
const join = (own: StateValue[], ...supplements: StateValue[][]) =>
  joinStateHalf(everyFeature, report, own, supplements).map(
    ({ element, sequence = '', occurrence = '', value }) => `${element} ${sequence} ${occurrence} ${value}`,
  );
const help = (value: string): StateValue => ({ element: 'ZZ-12', value });
const statute = (value: string, sequence = '120'): StateValue => ({ element: 'ZZ-1', sequence, value });
const serial = (occurrence: number, value: string, sequence = '7/20'): StateValue => ({
  element: 'ZZ-4',
  sequence,
  occurrence,
  value,
});

describe('a report and its supplements', () => {
  it('is what came with the report where there are none', () => {
    expect(join([help('0001')])).toEqual(['ZZ-12   0001']);
  });

  it('has the values of both, those of the supplement in place of the same elements', () => {
    const own: StateValue[] = [
      help('0001'),
      serial(1, 'A'),
      serial(2, 'B'),
      { element: 'ZZ-8', sequence: '01', value: 'A' },
    ];
    expect(join(own, [serial(1, 'C'), statute('1.1')]).sort()).toEqual([
      'ZZ-1 120  1.1',
      'ZZ-12   0001',
      'ZZ-4 7/20 1 C',
      'ZZ-8 01  A',
    ]);
  });

  it('has of a later row about the same what it says, and nothing of the earlier one', () => {
    expect(join([], [serial(1, 'A'), serial(2, 'B'), help('0001')], [serial(3, 'C')]).sort()).toEqual([
      'ZZ-12   0001',
      'ZZ-4 7/20 3 C',
    ]);
    const same: StateValue[] = [
      { element: 'ZZ-17', sequence: '01', value: 'A' },
      { element: 'ZZ-10', sequence: '01', value: '1.5' },
    ];
    // Offender 01 and arrestee 01 are two, whatever the sequence.
    expect(join([], same, [{ element: 'ZZ-10', sequence: '01', value: '1.7' }]).sort()).toEqual([
      'ZZ-10 01  1.7',
      'ZZ-17 01  A',
    ]);
  });

  it('has nothing of anybody whom the report does not have, and of nothing that may not be reported', () => {
    expect(join([help('0001')], [statute('1.1', '13A')])).toEqual(['ZZ-12   0001']);
    const recovered = {
      typePropertyLoss: '5',
      properties: [{ description: '20', value: '000000250', dateRecovered: '20261004' }],
    };
    const two = readReport(segmentsAsLines(incident({ properties: [{}, recovered] }))).report;
    const values = [serial(1, 'A'), serial(1, 'A', '5/20')];
    expect(joinStateHalf(everyFeature, two, [], [values])).toEqual([serial(1, 'A')]);
    expect(joinStateHalf(everyFeature, two, [], [[{ element: 'ZZ-99', value: 'A' }]])).toEqual([]);
  });
});

it('however the values of a report are divided, they are joined to the same half', () => {
  const isSupplied = new Set(everyFeature.elements.filter(({ carriers }) => carriers.supplement).map(({ id }) => id));
  fc.assert(
    fc.property(reportsUnder(everyFeature), fc.gen(), (generated, draw) => {
      const all = generated.state?.values ?? [];
      const own: StateValue[] = [];
      const supplements: StateValue[][] = [[], [], []];
      // What one row says of one element stays together, and all of a row's elements are in one supplement.
      const places = Map.groupBy(all, ({ sequence }) => sequence);
      for (const values of places.values()) {
        const supplement = supplements[draw(fc.nat, { max: 2 })] ?? [];
        for (const ofElement of Map.groupBy(values, ({ element }) => element).values()) {
          const supplied = isSupplied.has(ofElement[0]?.element ?? '') && draw(fc.boolean);
          (supplied ? supplement : own).push(...ofElement);
        }
      }
      const order = draw(fc.shuffledSubarray, supplements, { minLength: 3 });
      const again = draw(fc.subarray, supplements);
      const joined = joinStateHalf(everyFeature, generated.report, own, [...order, ...again]);
      expect(joined.map((value) => JSON.stringify(value)).sort()).toEqual(
        all.map((value) => JSON.stringify(value)).sort(),
      );
    }),
  );
});
