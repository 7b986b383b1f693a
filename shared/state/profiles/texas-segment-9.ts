import type { ElementDeclaration } from '../declaration.ts';
import { fbiCodes } from '../fbi-codes.ts';

const common = {
  describes: 'pair',
  legalAuthority: 'Texas-centric NIBRS specification 2023 (revised September 2025), segment 9',
  sensitivity: 'personal',
  publicRelease: { kind: 'counts', smallestCell: 10 },
} as const;

/** Positions 71 to 127 belong to these state offenses, of which the FBI learns too little elsewhere, and to no others. */
const detailed = { element: 'TX-9P51', is: ['03', '06', '08'] };
const mustDetail = { kind: 'conditional', when: detailed, duty: 'mandatory', otherwise: 'prohibited' } as const;
const mayDetail = { kind: 'conditional', when: detailed, duty: 'optional', otherwise: 'prohibited' } as const;

/** `01` to the last, as codes that mean themselves. */
function numbers(last: number, unit: string): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: last }, (_, index) => [String(index + 1).padStart(2, '0'), `${index + 1} ${unit}`]),
  );
}

const offenderAges = { ...numbers(98, 'years'), '99': 'over 98 years', '00': 'unknown' };
const victimAges = { ...offenderAges, ...fbiCodes('26') };
const hours = { ...numbers(23, "o'clock"), '00': 'midnight' };
/** Side by side: a weapon and whether it is automatic. */
const weapons = { level: '9', times: 3, every: 3 } as const;

export const sexualAssault: readonly ElementDeclaration[] = [
  {
    ...common,
    id: 'TX-9P38',
    title: 'Incident date of segment 9',
    definition: 'The date of the incident, as on level 1.',
    format: { kind: 'date' },
    obligation: { kind: 'conditional', when: 'segment sent', duty: 'mandatory' },
    carriers: { segment: { level: '9', at: 38 } },
  },
  {
    ...common,
    id: 'TX-9P51',
    title: 'Texas sex offense code',
    definition: 'What the offender did to the victim, by the Texas Penal Code; up to ten.',
    format: {
      kind: 'codes',
      codes: {
        '01': 'continuous sexual abuse of a young child or disabled individual, 21.02',
        '02': 'indecency with a child by contact, 21.11(a)(1)',
        '03': 'indecency with a child by exposure, 21.11(a)(2)',
        '04': 'sexual assault, 22.011',
        '05': 'aggravated sexual assault, 22.021',
        '06': 'sexual performance by a child, 43.25',
        '07': 'indecent assault, Group A, 22.012(a)(1)',
        '08': 'indecent assault, Group B, 22.012(a)(2) to (4)',
        '09': 'sexual assault, donor without consent, 22.011(b)(12)',
      },
    },
    obligation: {
      kind: 'conditional',
      when: { element: '24', is: ['11A', '11B', '11C', '11D'] },
      duty: 'mandatory',
    },
    carriers: { segment: { level: '9', at: 51, times: 10 } },
  },
  {
    ...common,
    id: 'TX-9P71',
    title: 'Arrest transaction number of segment 9',
    definition: 'The number of the arrest of this offender; blank without an arrest.',
    format: { kind: 'text', length: 12 },
    obligation: mayDetail,
    carriers: { segment: { level: '9', at: 71 } },
  },
  {
    ...common,
    id: 'TX-9P83',
    title: 'Arrestee sequence number of segment 9',
    definition: 'Which person of that arrest the offender is.',
    format: { kind: 'whole', digits: 2, minimum: 1 },
    obligation: { kind: 'conditional', when: { element: 'TX-9P71' }, duty: 'mandatory', otherwise: 'prohibited' },
    carriers: { segment: { level: '9', at: 83 } },
  },
  {
    ...common,
    id: 'TX-9P85',
    title: 'Age of the victim of a sexual assault',
    definition: 'Of a range the youngest age.',
    format: { kind: 'codes', codes: victimAges },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 85 } },
  },
  {
    ...common,
    id: 'TX-9P87',
    title: 'Sex of the victim of a sexual assault',
    definition: 'As element 27.',
    format: { kind: 'codes', codes: fbiCodes('27') },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 87 } },
  },
  {
    ...common,
    id: 'TX-9P88',
    title: 'Race of the victim of a sexual assault',
    definition: 'As element 28.',
    format: { kind: 'codes', codes: fbiCodes('28') },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 88 } },
  },
  {
    ...common,
    id: 'TX-9P89',
    title: 'Ethnicity of the victim of a sexual assault',
    definition: 'As element 29.',
    format: { kind: 'codes', codes: fbiCodes('29') },
    obligation: mayDetail,
    carriers: { segment: { level: '9', at: 89 } },
  },
  {
    ...common,
    id: 'TX-9P90',
    title: 'Age of the offender of a sexual assault',
    definition: 'Of a range the youngest age.',
    format: { kind: 'codes', codes: offenderAges },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 90 } },
  },
  {
    ...common,
    id: 'TX-9P92',
    title: 'Sex of the offender of a sexual assault',
    definition: 'As element 38.',
    format: { kind: 'codes', codes: fbiCodes('38') },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 92 } },
  },
  {
    ...common,
    id: 'TX-9P93',
    title: 'Race of the offender of a sexual assault',
    definition: 'As element 39.',
    format: { kind: 'codes', codes: fbiCodes('39') },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 93 } },
  },
  {
    ...common,
    id: 'TX-9P94',
    title: 'Ethnicity of the offender of a sexual assault',
    definition: 'As element 39A.',
    format: { kind: 'codes', codes: fbiCodes('39A') },
    obligation: mayDetail,
    carriers: { segment: { level: '9', at: 94 } },
  },
  {
    ...common,
    id: 'TX-9P95',
    title: 'Relationship of the victim of a sexual assault',
    definition: 'As element 35, without VO.',
    format: { kind: 'codes', codes: fbiCodes('35', { without: ['VO'] }) },
    obligation: mayDetail,
    carriers: { segment: { level: '9', at: 95 } },
  },
  {
    ...common,
    id: 'TX-9P97',
    title: 'Weapon of a sexual assault',
    definition: 'As element 13, up to three.',
    format: { kind: 'codes', codes: fbiCodes('13') },
    obligation: mustDetail,
    carriers: { segment: { ...weapons, at: 97 } },
  },
  {
    ...common,
    id: 'TX-9P99',
    title: 'Automatic weapon of a sexual assault',
    definition: 'Behind a firearm that is automatic.',
    format: { kind: 'codes', codes: fbiCodes('13-auto') },
    obligation: {
      kind: 'conditional',
      when: { element: 'TX-9P97', is: ['11', '12', '13', '14', '15'] },
      duty: 'optional',
      otherwise: 'prohibited',
    },
    carriers: { segment: { ...weapons, at: 99 } },
  },
  {
    ...common,
    id: 'TX-9P106',
    title: 'Injury by a sexual assault',
    definition: 'As element 33, up to five.',
    format: { kind: 'codes', codes: fbiCodes('33') },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 106, times: 5 } },
  },
  {
    ...common,
    id: 'TX-9P111',
    title: 'Hour of a sexual assault',
    definition: 'The full hour at or before it; blank when it is unknown.',
    format: { kind: 'codes', codes: hours },
    obligation: mayDetail,
    carriers: { segment: { level: '9', at: 111 } },
  },
  {
    ...common,
    id: 'TX-9P113',
    title: 'Location of a sexual assault',
    definition: 'As element 9.',
    format: { kind: 'codes', codes: fbiCodes('9') },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 113 } },
  },
  {
    ...common,
    id: 'TX-9P115',
    title: 'What the offender of a sexual assault was suspected of using',
    definition: 'As element 8, up to three.',
    format: { kind: 'codes', codes: fbiCodes('8', { without: ['R'] }) },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 115, times: 3 } },
  },
  {
    ...common,
    id: 'TX-9P118',
    title: 'Bias of a sexual assault',
    definition: 'As element 8A, up to five.',
    format: { kind: 'codes', codes: fbiCodes('8A') },
    obligation: mustDetail,
    carriers: { segment: { level: '9', at: 118, times: 5 } },
  },
];
