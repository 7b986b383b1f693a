import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { fromAugmentation, toAugmentation } from './augmentation.ts';
import type { StateProfile } from './declaration.ts';

/** Every element that a segment carries may come in XML as well. */
const profile: StateProfile = structuredClone(everyFeature);
for (const element of profile.elements) if (element.carriers.segment) element.carriers.augmentation = true;

const property = {
  described: 'property',
  sequence: '7/20',
  ori: 'ZZ0010100',
  number: '26-1',
  period: '2026-09',
} as const;

describe('an augmentation', () => {
  it('has the names of the published schema, and gives the values back', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Z0-9]{1,6}$/), { minLength: 1, maxLength: 3 }), (texts) => {
        const values = texts.map((value, index) => ({
          element: 'ZZ-4',
          sequence: '7/20',
          occurrence: index + 1,
          value,
        }));
        const augmentation = toAugmentation(profile, 'property', values.toReversed());
        expect(augmentation).toEqual({
          name: 'PropertyAugmentation',
          elements: texts.map((text) => ({ name: 'ZZ-4', text })),
        });
        expect(fromAugmentation(profile, property, augmentation!)).toEqual({ values, findings: [] });
      }),
    );
  });

  it('is none where the profile takes no such element in XML', () => {
    expect(
      toAugmentation(everyFeature, 'property', [{ element: 'ZZ-4', sequence: '7/20', value: 'A' }]),
    ).toBeUndefined();
  });

  it('keeps what is right, and tells what is wrong without its value', () => {
    const offense = { ...property, described: 'offense', sequence: '120' } as const;
    const elements = [
      { name: 'ZZ-1', text: '569.020' },
      { name: 'ZZ-2', text: 'SECRET' },
      { name: 'ZZ-3', text: '20260101' },
      { name: 'ZZ-8', text: 'SECRET' },
    ];
    const read = fromAugmentation(profile, offense, { name: 'OffenseAugmentation', elements });
    expect(read.values).toEqual([{ element: 'ZZ-1', sequence: '120', value: '569.020' }]);
    expect(read.findings.map(({ code, element, segment }) => `${code} ${element} ${segment}`)).toEqual([
      'ZZ01 ZZ-2 augmentation',
      'ZZ09 ZZ-3 augmentation',
    ]);
    expect(JSON.stringify(read.findings)).not.toContain('SECRET');
  });

  it('has no more of an element than a report has places for', () => {
    const elements = ['A', 'B', 'C', 'D'].map((text) => ({ name: 'ZZ-4', text }));
    const { values, findings } = fromAugmentation(profile, property, { name: 'PropertyAugmentation', elements });
    expect(values.map(({ value }) => value)).toEqual(['A', 'B', 'C']);
    expect(findings).toMatchObject([{ code: 'ZZ04', element: 'ZZ-4' }]);
  });
});
