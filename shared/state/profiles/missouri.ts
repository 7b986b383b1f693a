import type { StateProfile } from '../declaration.ts';
import { declareProfile } from '../declare-profile.ts';

const executiveOrder =
  'Executive order of the Governor of Missouri of 2025-01-13 on collecting the immigration status of persons arrested';
const stateProgram = 'Missouri uniform crime reporting program, 11 CSR 30-17';

/**
 * Missouri. The order names what is to be collected, not the codes; the state's own format is not public. Codes,
 * levels and widths are therefore this project's, and the title says so.
 */
export const missouri: StateProfile = declareProfile({
  state: 'MO',
  title: 'Missouri state elements (illustrative: the state has not published its codes)',
  version: '2026.2',
  history: [
    {
      version: '2026.2',
      date: '2026-11-22',
      changes: [
        'The immigration status and how it was determined (MO-3, MO-4) may also come in a supplement, so a report that lacks one of them is accepted with a warning.',
      ],
    },
    {
      version: '2026.1',
      date: '2026-11-22',
      changes: [
        'First version: coordinates of the incident (MO-1, MO-2), immigration status of arrestees and how it was determined (MO-3, MO-4).',
      ],
    },
  ],
  effective: '2026-01',
  elements: [
    {
      id: 'MO-1',
      title: 'Latitude of the incident',
      definition: 'Where the incident happened: degrees north of the equator (WGS 84), with a decimal point.',
      describes: 'incident',
      format: { kind: 'decimal', minimum: 35.9, maximum: 40.7, decimals: 5 },
      obligation: { kind: 'conditional', when: { element: 'MO-2' }, duty: 'mandatory' },
      legalAuthority: stateProgram,
      sensitivity: 'restricted',
      publicRelease: { kind: 'never' },
      carriers: { segment: { level: 'A' } },
    },
    {
      id: 'MO-2',
      title: 'Longitude of the incident',
      definition: 'Where the incident happened: degrees east of Greenwich (WGS 84), so negative in Missouri.',
      describes: 'incident',
      format: { kind: 'decimal', minimum: -95.8, maximum: -89, decimals: 5 },
      obligation: { kind: 'conditional', when: { element: 'MO-1' }, duty: 'mandatory' },
      legalAuthority: stateProgram,
      sensitivity: 'restricted',
      publicRelease: { kind: 'never' },
      carriers: { segment: { level: 'A' } },
    },
    {
      id: 'MO-3',
      title: 'Immigration status of the arrestee',
      definition:
        'The status of the person arrested as the agency determined it. It is never derived from another element: ' +
        'where nothing was determined, report X.',
      describes: 'arrestee',
      prohibited: ['victim', 'witness', 'offender'],
      format: {
        kind: 'codes',
        codes: {
          C: 'citizen or national of the United States',
          L: 'not a citizen, lawfully present',
          U: 'not lawfully present',
          X: 'not determined',
        },
        notDetermined: 'X',
      },
      // The order does not say what becomes of a report without a status, so none is refused for it.
      obligation: { kind: 'mandatory', missing: 'warning' },
      legalAuthority: executiveOrder,
      sensitivity: 'restricted',
      publicRelease: { kind: 'counts', smallestCell: 10 },
      carriers: { segment: { level: 'B' }, supplement: true },
    },
    {
      id: 'MO-4',
      title: 'How the status was determined',
      definition: 'What the value of MO-3 rests on.',
      describes: 'arrestee',
      prohibited: ['victim', 'witness', 'offender'],
      format: {
        kind: 'codes',
        codes: {
          F: 'response of a federal agency',
          D: 'document seen',
          S: 'stated by the person',
          N: 'not determined',
        },
        notDetermined: 'N',
      },
      obligation: { kind: 'conditional', when: { element: 'MO-3' }, duty: 'mandatory' },
      legalAuthority: executiveOrder,
      sensitivity: 'restricted',
      publicRelease: { kind: 'counts', smallestCell: 10 },
      carriers: { segment: { level: 'B' }, supplement: true },
    },
  ],
  segments: [
    { level: 'A', title: 'Missouri incident', describes: 'incident' },
    { level: 'B', title: 'Missouri arrestee', describes: 'arrestee' },
  ],
});
