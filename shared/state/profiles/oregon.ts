import type { StateProfile } from '../declaration.ts';
import { declareProfile } from '../declare-profile.ts';

/**
 * Oregon. Citizenship of persons arrested, which no agency has to report: each takes it up when it can. The state's codes
 * are not public; those below are this project's, and the title says so.
 */
export const oregon: StateProfile = declareProfile({
  state: 'OR',
  title: 'Oregon state elements: citizenship (illustrative: codes and layout are not those of the state)',
  version: '2026.2',
  history: [
    { version: '2026.2', date: '2026-11-22', changes: ['Citizenship (OR-1) may also come in a supplement.'] },
    { version: '2026.1', date: '2026-11-22', changes: ['First version: citizenship of arrestees (OR-1).'] },
  ],
  effective: '2026-01',
  elements: [
    {
      id: 'OR-1',
      title: 'Citizenship of the arrestee',
      definition:
        'Whether the person arrested is a citizen of the United States, as the agency determined it. It is never ' +
        'derived from another element: where nothing was determined, report X or leave it blank.',
      describes: 'arrestee',
      prohibited: ['victim', 'witness', 'offender'],
      format: {
        kind: 'codes',
        codes: {
          C: 'citizen of the United States',
          N: 'not a citizen of the United States',
          X: 'not determined',
        },
        notDetermined: 'X',
      },
      obligation: { kind: 'optional' },
      legalAuthority: 'Oregon uniform crime reporting program, Oregon State Police',
      sensitivity: 'restricted',
      retention: 'as the report',
      publicRelease: { kind: 'counts', smallestCell: 10 },
      carriers: { segment: { level: 'A' }, supplement: true },
    },
  ],
  segments: [{ level: 'A', title: 'Oregon arrestee', describes: 'arrestee' }],
});
