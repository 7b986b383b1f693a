import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { type StateProfile, stateProfile } from './declaration.ts';
import { stateLayouts, stateLevels } from './layout.ts';
import { findProfile } from './profiles/index.ts';
import { missouri } from './profiles/missouri.ts';

/** Missouri with one change, as JSON would bring it. */
function changed(change: (profile: StateProfile) => void) {
  const profile = structuredClone(missouri);
  change(profile);
  return stateProfile.safeParse(profile);
}

describe('a declaration', () => {
  it.each<[string, (profile: StateProfile) => void, RegExp]>([
    ['an id twice', ({ elements }) => Object.assign(elements[1] ?? {}, { id: 'MO-1' }), /MO-1: declared twice/],
    ['a level twice', ({ segments }) => Object.assign(segments[1] ?? {}, { level: 'A' }), /A: declared twice/],
    ['a level of the FBI', ({ segments }) => Object.assign(segments[0] ?? {}, { level: '6' }), /level/],
    [
      'an id of another state',
      ({ elements }) => Object.assign(elements[0] ?? {}, { id: 'KS-1' }),
      /begins with the state/,
    ],
    ['a field that is not declared', ({ segments }) => segments[0]?.elements.push('MO-9'), /MO-9 is not declared/],
    [
      'an element on the wrong segment',
      ({ segments }) => segments[0]?.elements.push('MO-3'),
      /does not describe the incident/,
    ],
    ['an element no segment has', ({ segments }) => segments[1]?.elements.pop(), /MO-4: carrier "segment"/],
    [
      'a condition on nothing',
      ({ elements }) => Object.assign(elements[3] ?? {}, { obligation: { kind: 'conditional', with: 'MO-9' } }),
      /depends on MO-9/,
    ],
    [
      'a restricted code list without "not determined"',
      ({ elements }) => Object.assign(elements[2] ?? {}, { format: { kind: 'codes', codes: { C: 'citizen' } } }),
      /needs a code for "not determined"/,
    ],
    [
      'codes of different widths',
      ({ elements }) => {
        const format = elements[2]?.format;
        if (format?.kind === 'codes') format.codes.CC = 'two characters';
      },
      /one width/,
    ],
  ])('with %s is refused', (_, change, message) => {
    const messages = changed(change).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    expect(messages?.join('\n')).toMatch(message);
  });

  it('lays its segments out by itself', () => {
    const [incident, arrestee] = stateLayouts(missouri);
    const placesOf = (fields: readonly { name: string; start: number; length: number }[] = []) =>
      fields.map(({ name, start, length }) => [name, start, length]);
    expect(incident).toMatchObject({ length: 54, sequence: undefined });
    expect(placesOf(incident?.fields)).toEqual([
      ['MO-1', 38, 8],
      ['MO-2', 46, 9],
    ]);
    expect(arrestee).toMatchObject({ length: 41, sequence: { start: 38, length: 2 } });
    expect(placesOf(arrestee?.fields)).toEqual([
      ['MO-3', 40, 1],
      ['MO-4', 41, 1],
    ]);
  });
});

describe('profiles', () => {
  it('are found by the code of their state', () => {
    expect(findProfile('MO')).toBe(missouri);
    expect(findProfile('NONE')).toBeUndefined();
    expect(() => findProfile('XX')).toThrow(UsageError);
    expect(() => findProfile('XX')).toThrow(/MO/);
  });

  it('add levels to those of the FBI', () => {
    expect([...stateLevels(missouri)]).toEqual(['A', 'B']);
    expect(stateLevels().size).toBe(0);
  });

  it('say in the title when codes are not the ones a state published', () => {
    expect(missouri.title).toMatch(/illustrative/);
  });
});
