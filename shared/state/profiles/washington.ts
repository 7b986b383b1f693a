import type { StateProfile } from '../declaration.ts';
import { declareProfile } from '../declare-profile.ts';

const stateProgram = 'Washington uniform crime reporting program, Association of Sheriffs and Police Chiefs';

const sexes = { kind: 'codes', codes: { X: 'unknown, or neither female nor male' } } as const;

/**
 * Washington. Sex has one value more than with the FBI; it stands in the FBI's own field, and the FBI gets its own value
 * for unknown. Which code the state uses is not public; the one below is this project's, and the title says so.
 * For arrestees the FBI has had a value for unknown since its edition of 2025.
 */
export const washington: StateProfile = declareProfile({
  state: 'WA',
  title: "Washington state elements: sex, mapped to the FBI's value (illustrative: the code is not that of the state)",
  version: '2026.1',
  history: [
    {
      version: '2026.1',
      date: '2026-11-22',
      changes: ['First version: one more code for the sex of victims, offenders and arrestees (WA-1 to WA-3).'],
    },
  ],
  effective: '2026-01',
  elements: [
    {
      id: 'WA-1',
      title: 'Sex of the victim',
      definition: 'A sex which the state tells apart and the FBI does not.',
      describes: 'victim',
      format: sexes,
      obligation: { kind: 'optional' },
      legalAuthority: stateProgram,
      sensitivity: 'personal',
      publicRelease: { kind: 'counts', smallestCell: 10 },
      mapping: { element: '27', codes: { X: 'U' } },
    },
    {
      id: 'WA-2',
      title: 'Sex of the offender',
      definition: 'A sex which the state tells apart and the FBI does not.',
      describes: 'offender',
      format: sexes,
      obligation: { kind: 'optional' },
      legalAuthority: stateProgram,
      sensitivity: 'personal',
      publicRelease: { kind: 'counts', smallestCell: 10 },
      mapping: { element: '38', codes: { X: 'U' } },
    },
    {
      id: 'WA-3',
      title: 'Sex of the arrestee',
      definition: 'A sex which the state tells apart and the FBI does not.',
      describes: 'arrestee',
      format: sexes,
      obligation: { kind: 'optional' },
      legalAuthority: stateProgram,
      sensitivity: 'personal',
      publicRelease: { kind: 'counts', smallestCell: 10 },
      mapping: { element: '48', codes: { X: 'U' } },
    },
  ],
  segments: [],
});
