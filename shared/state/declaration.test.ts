import { describe, expect, it } from 'vitest';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { UsageError } from '../errors.ts';
import type { StateElement, StateProfile } from './declaration.ts';
import { stateProfile } from './declare-profile.ts';
import { stateLayouts, stateLevels } from './layout.ts';
import { findProfile, profiles } from './profiles/index.ts';
import { missouri } from './profiles/missouri.ts';
import { texas } from './profiles/texas.ts';

/** What is said of the profile after one change, as JSON would bring it. */
function saidOf(profile: StateProfile, change: (profile: StateProfile) => void): string {
  const copy = structuredClone(profile);
  change(copy);
  const issues = stateProfile.safeParse(copy).error?.issues ?? [];
  return issues.map(({ path, message }) => [...path, message].join(': ')).join('\n');
}

/** The element of an id, to be changed. */
function element({ elements }: StateProfile, id: string): StateElement {
  const found = elements.find((each) => each.id === id);
  if (!found) throw new RangeError(`There is no ${id}`);
  return found;
}

/** The profile with other properties of one element. */
const set = (id: string, properties: object) => (profile: StateProfile) => {
  Object.assign(element(profile, id), properties);
};
const codes = (list: object, more: object = {}) => ({ format: { kind: 'codes', codes: list, ...more } });
const whole = (more: object) => ({ format: { kind: 'whole', digits: 3, minimum: 0, impliedDecimals: 0, ...more } });
const when = (condition: unknown) => ({ obligation: { kind: 'conditional', when: condition, duty: 'mandatory' } });
const on = (placement: object) => ({ carriers: { segment: placement } });

describe('a declaration', () => {
  it('that is right is taken, with what it leaves out', () => {
    expect(saidOf(everyFeature, () => {})).toBe('');
    expect(missouri.elements[0]).toMatchObject({ prohibited: [], retention: 'as the report' });
    expect(everyFeature.elements[1]).toMatchObject({ publicRelease: { kind: 'never' } });
  });

  it.each<[string, (profile: StateProfile) => void, string]>([
    ['an id twice', set('ZZ-2', { id: 'ZZ-1' }), 'ZZ-1: declared twice as element; give one of them another name'],
    ['an id of another state', set('ZZ-1', { id: 'KS-1' }), "KS-1: an element's id begins with the state's code, ZZ-"],
    [
      'a level twice',
      ({ segments }) => segments.push(structuredClone(segments[0]!)),
      'A: declared twice as segment level; give one of them another name',
    ],
    ['no codes', set('ZZ-2', codes({})), 'ZZ-2: codes must exist'],
    ['codes of different widths', set('ZZ-2', codes({ A: 'one', BB: 'two' })), 'lengthen the short ones'],
    [
      '"not determined" not on the list',
      set('ZZ-2', codes({ A: 'one' }, { notDetermined: 'X' })),
      'its code for "not determined" is not on its list',
    ],
    [
      'an empty range of decimals',
      set('ZZ-10', { format: { kind: 'decimal', minimum: 1, maximum: 1, decimals: 1 } }),
      'ZZ-10: its range is empty; the maximum must be greater',
    ],
    [
      'an empty range',
      set('ZZ-7', whole({ minimum: 6, maximum: 5 })),
      'ZZ-7: its range is empty; the maximum must not',
    ],
    ['more than its digits hold', set('ZZ-7', whole({ maximum: 1000 })), 'ZZ-7: its maximum has more than 3 digits'],
    ['more decimals than digits', set('ZZ-7', whole({ impliedDecimals: 4 })), 'ZZ-7: it has more decimals than digits'],
    [
      'someone it describes and prohibits',
      set('ZZ-8', { prohibited: ['arrestee'] }),
      'ZZ-8: it describes the arrestee and prohibits that',
    ],
    [
      'an offender it describes in a pair and prohibits',
      set('ZZ-6', { prohibited: ['offender'] }),
      'ZZ-6: it describes the offender and prohibits that',
    ],
    [
      'a restricted list without "not determined"',
      set('ZZ-8', codes({ A: 'one' })),
      'ZZ-8: a restricted element needs a code for "not determined"',
    ],
    [
      'restricted values published',
      set('ZZ-8', { publicRelease: { kind: 'as is' } }),
      'ZZ-8: restricted values are not published one by one',
    ],
    [
      'personal values published',
      set('ZZ-10', { publicRelease: { kind: 'as is' } }),
      'ZZ-10: personal values are not published one by one',
    ],
    ['no carrier', set('ZZ-12', { carriers: {} }), 'ZZ-12: nothing carries it'],
    ['two ways at once', set('ZZ-13', { carriers: { supplement: true } }), 'ZZ-13: it stands in a field of the FBI'],
    ['a segment that is not there', set('ZZ-12', on({ level: 'K' })), 'ZZ-12: its segment K is not declared'],
    [
      'a segment of something else',
      set('ZZ-12', on({ level: 'C' })),
      'ZZ-12: it describes the incident, and segment C the offense',
    ],
    ['every without times', set('ZZ-6', on({ level: '9', at: 61, every: 4 })), 'ZZ-6: it has every; say also how many'],
    ['every without a position', set('ZZ-4', on({ level: 'D', times: 3, every: 8 })), 'ZZ-4: it has every; say also'],
    ['no position in a published layout', set('ZZ-5', on({ level: '9' })), 'ZZ-5: a segment with a length needs'],
    ['a position in a computed layout', set('ZZ-12', on({ level: 'B', at: 40 })), 'ZZ-12: a segment with a length'],
    ['an overlap', set('ZZ-5', on({ level: '9', at: 54 })), 'segment 9: ZZ-6 overlaps ZZ-5; move one of them'],
    [
      'an overlap with the number of the person',
      set('ZZ-5', on({ level: '9', at: 43 })),
      'segment 9: ZZ-5 overlaps victimSequenceNumber',
    ],
    ['a stride that is too small', set('ZZ-7', on({ level: '9', at: 62, times: 4, every: 2 })), 'ZZ-7 repeats every 2'],
    ['something beyond the end', set('ZZ-5', on({ level: '9', at: 74 })), 'ZZ-5 ends at 81, beyond the length 80'],
    ['gaps that nothing fills', set('ZZ-7', on({ level: '9', at: 62, times: 3, every: 4 })), 'repeats with gaps'],
    [
      'a segment without elements',
      ({ segments }) => segments.push({ level: 'K', title: 'Empty', describes: 'incident', subjectAt: 38 }),
      'segment K: has no element',
    ],
    ['a condition on nothing', set('ZZ-2', when({ element: 'ZZ-99' })), 'depends on ZZ-99, which is not declared'],
    ['a condition on itself', set('ZZ-2', when({ element: 'ZZ-2' })), 'depends on ZZ-2, which is itself'],
    ['a condition on someone else', set('ZZ-11', when({ element: 'ZZ-10' })), 'which describes the offender'],
    [
      'a condition on what nothing carries',
      set('ZZ-2', when({ element: 'ZZ-14' })),
      'which neither a state segment nor',
    ],
    [
      'a condition on what may come later',
      set('ZZ-2', when({ element: 'ZZ-1' })),
      'ZZ-2: depends on ZZ-1, which may come later in a supplement; take it in a supplement too',
    ],
    [
      'a prohibition by what may come later',
      set('ZZ-11', { obligation: { kind: 'conditional', when: { element: 'ZZ-12' }, duty: 'prohibited' } }),
      'ZZ-11: is prohibited or not by ZZ-12, which may come later in a supplement',
    ],
    [
      'a condition on a segment of which a part may come later',
      set('ZZ-2', when('segment sent')),
      'ZZ-2: depends on ZZ-1, which may come later in a supplement; take it in a supplement too',
    ],
    [
      'a condition on the rest of no segment',
      set('ZZ-17', when('segment sent')),
      'ZZ-17: depends on the rest of its segment, and it stands in none; name an element',
    ],
    ['a condition on no code', set('ZZ-2', when({ element: 'ZZ-6', is: ['C'] })), 'C, which is no code of ZZ-6'],
    [
      'a condition on a restricted value',
      set('ZZ-9', when({ element: 'ZZ-8', is: ['A'] })),
      'ZZ-9: depends on the value of ZZ-8, which is restricted',
    ],
    [
      'a condition on no element of the FBI',
      set('ZZ-4', when({ element: '25' })),
      'depends on element 25, which the FBI',
    ],
    [
      'a condition on no code of the FBI',
      set('ZZ-4', when({ element: '14', is: ['9'] })),
      "no code of the FBI's element 14",
    ],
    [
      'an obligation in a field of the FBI',
      set('ZZ-13', { obligation: { kind: 'mandatory' } }),
      'ZZ-13: the FBI says whether its field must be filled',
    ],
    [
      'a mapping to no element',
      set('ZZ-13', { mapping: { element: '27', codes: { C: 'M', J: 'F' } } }),
      'ZZ-13: is mapped to element 27, which is no coded field',
    ],
    [
      'a mapping to what has no codes',
      set('ZZ-13', { mapping: { element: '47', codes: { C: 'A', J: 'A' } } }),
      'ZZ-13: is mapped to element 47, which is no coded field',
    ],
    [
      'a mapping of a property',
      set('ZZ-4', { carriers: {}, mapping: { element: '15', codes: {} }, obligation: { kind: 'optional' } }),
      'ZZ-4: is mapped to element 15, which is no coded field',
    ],
    [
      'a mapping of what tells one from another',
      set('ZZ-14', { mapping: { element: '6', codes: { '70': '13A', '71': '13B' } } }),
      'ZZ-14: is mapped to element 6, by which one offense is told from another',
    ],
    ['a mapping without a list', set('ZZ-13', { format: { kind: 'date' } }), 'ZZ-13: is mapped, so its format'],
    [
      'a code without a mapping',
      set('ZZ-13', { mapping: { element: '49', codes: { C: 'A' } } }),
      "ZZ-13: its code J is mapped to none of the FBI's",
    ],
    [
      'a code that does not fit',
      set('ZZ-15', { ...codes({ LLL: 'long' }), mapping: { element: '35', codes: { LLL: 'OK' } } }),
      "ZZ-15: its code LLL is longer than the FBI's field, 2",
    ],
    [
      'a mapping of another code',
      set('ZZ-15', { mapping: { element: '35', codes: { LL: 'OK', LT: 'OK' } } }),
      'ZZ-15: maps LT, which is none of its codes',
    ],
    [
      'a mapping to no code',
      set('ZZ-15', { mapping: { element: '35', codes: { LL: 'QQ' } } }),
      "ZZ-15: maps LL to QQ, which is no code of the FBI's element 35",
    ],
    [
      'a mapping to itself',
      set('ZZ-15', { ...codes({ OK: 'known' }), mapping: { element: '35', codes: { OK: 'OK' } } }),
      'ZZ-15: maps OK to itself',
    ],
    [
      'a version that its history does not begin with',
      (profile) => Object.assign(profile, { version: '3' }),
      'history: begins with version 2, and the profile is version 3',
    ],
    ['an older version first', ({ history }) => history.reverse(), 'history: version 2 is of a later day'],
    ['a version twice', ({ history }) => history.push(history[0]!), '2: declared twice as version'],
    ['a history of nothing', ({ history }) => Object.assign(history[0]!, { changes: [] }), 'changes: Too small'],
    [
      'a level of the FBI',
      ({ segments }) => Object.assign(segments[0]!, { level: '6' }),
      'segments: 0: level: Invalid',
    ],
    ['a month that is none', set('ZZ-2', { effective: '2027-13' }), 'effective: Invalid'],
  ])('with %s is refused', (_, change, message) => {
    expect(saidOf(everyFeature, change)).toContain(message);
  });

  it('lays its segments out by itself', () => {
    const [incident, arrestee] = stateLayouts(missouri);
    expect(incident).toMatchObject({ length: 54, subject: [] });
    expect(incident?.fields.map(placeOf)).toEqual(['MO-1 38-45', 'MO-2 46-54']);
    expect(arrestee?.length).toBe(41);
    expect(arrestee?.subject.map(placeOf)).toEqual(['arresteeSequenceNumber 38-39']);
    expect(arrestee?.fields.map(placeOf)).toEqual(['MO-3 40-40', 'MO-4 41-41']);
  });

  it('takes a published layout as it is', () => {
    const [drugs, assault] = stateLayouts(texas);
    const fields = [...(drugs?.fields ?? []), ...(assault?.fields ?? [])];
    const places = new Map(fields.map((field) => [field.name, field]));
    const placeOfId = (id: string) => {
      const field = places.get(id);
      return field && `${placeOf(field)} x${field.count} every ${field.stride}`;
    };
    expect([drugs?.length, assault?.length]).toEqual([318, 127]);
    expect(assault?.subject.map(placeOf)).toEqual(['victimSequenceNumber 46-48', 'offenderSequenceNumber 49-50']);
    expect(['TX-8P38', 'TX-T2', 'TX-20', 'TX-21', 'TX-22', 'TX-8P264', 'TX-T8', 'TX-T9'].map(placeOfId)).toEqual([
      'TX-8P38 38-45 x1 every 8',
      'TX-T2 46-46 x1 every 1',
      'TX-20 47-47 x14 every 15',
      'TX-21 48-59 x14 every 15',
      'TX-22 60-61 x14 every 15',
      'TX-8P264 264-264 x1 every 1',
      'TX-T8 265-271 x6 every 9',
      'TX-T9 272-273 x6 every 9',
    ]);
    expect(['TX-9P51', 'TX-9P71', 'TX-9P97', 'TX-9P99', 'TX-9P106', 'TX-9P115', 'TX-9P118'].map(placeOfId)).toEqual([
      'TX-9P51 51-52 x10 every 2',
      'TX-9P71 71-82 x1 every 12',
      'TX-9P97 97-98 x3 every 3',
      'TX-9P99 99-99 x3 every 3',
      'TX-9P106 106-106 x5 every 1',
      'TX-9P115 115-115 x3 every 1',
      'TX-9P118 118-119 x5 every 2',
    ]);
    // Every position behind the head belongs to something: 38–318 and 38–127.
    const filled = (places: readonly { length: number; count: number }[] = []) =>
      places.reduce((sum, { length, count }) => sum + length * count, 0);
    expect(filled(drugs?.fields)).toBe(318 - 37);
    expect(filled(assault?.fields) + filled(assault?.subject)).toBe(127 - 37);
  });
});

function placeOf({ name, start, length }: { name: string; start: number; length: number }): string {
  return `${name} ${start}-${start + length - 1}`;
}

describe('profiles', () => {
  it('are found by the code of their state', () => {
    expect(findProfile('MO')).toBe(missouri);
    expect([...profiles.keys()]).toEqual(['IA', 'MO', 'OR', 'TX', 'WA']);
    expect(findProfile('NONE')).toBeUndefined();
    expect(() => findProfile('XX')).toThrow(UsageError);
    expect(() => findProfile('XX')).toThrow(/IA, MO, OR, TX, WA/);
  });

  it('add levels to those of the FBI', () => {
    expect([...stateLevels(missouri)]).toEqual(['A', 'B']);
    expect(stateLevels().size).toBe(0);
  });

  it('say in the title when codes are not the ones a state published', () => {
    const titles = [...profiles.values()].filter(({ state }) => state !== 'TX').map(({ title }) => title);
    expect(titles.filter((title) => !title.includes('illustrative'))).toEqual([]);
    expect(texas.title).toMatch(/published/);
  });

  it('let nobody describe a victim or a witness by a restricted element', () => {
    const restricted = [...profiles.values()].flatMap(({ elements }) =>
      elements.filter(({ sensitivity, describes }) => sensitivity === 'restricted' && describes !== 'incident'),
    );
    expect(restricted.map(({ id }) => id)).toEqual(['MO-3', 'MO-4', 'OR-1']);
    for (const { prohibited } of restricted) expect(prohibited).toEqual(['victim', 'witness', 'offender']);
  });
});
