import type { HistoryItem } from '../../../shared/history/messages.ts';
import { fileOf } from './months.ts';
import { idOf } from './submissions.ts';

const upload = { kind: 'incident', part: '', period: '2026-09', by: 'carla' } as const;

/** An incident that was corrected once, sent twice, and refused by the FBI once. */
export const history: HistoryItem[] = [
  {
    ...upload,
    at: '2026-10-05T14:12:20.000Z',
    happened: 'reported',
    version: 1,
    submission: idOf('1'),
    file: 'september.txt',
    uploader: 'MO1990100',
    record: 14,
    changes: [
      {
        level: '2',
        which: '13A',
        change: 'added',
        elements: [
          { name: 'attemptedCompleted', after: 'C' },
          { name: 'locationType', after: '20' },
        ],
      },
      { level: '4', which: '001', change: 'added', elements: [{ name: 'ageOfVictim', after: '34' }] },
    ],
    state: { before: 0, after: 2, change: 'given' },
  },
  {
    ...upload,
    at: '2026-10-11T06:00:00.000Z',
    happened: 'sent',
    version: 1,
    by: 'calendar',
    transmission: '2026-09#019',
    file: fileOf('2026-09'),
    effect: 'new',
  },
  {
    ...upload,
    at: '2026-10-14T09:30:00.000Z',
    happened: 'answered',
    by: 'FBI',
    transmission: '2026-09#019',
    findings: [{ code: '404', severity: 'error', action: 'I', level: '4', element: '33', sequence: '001' }],
  },
  {
    ...upload,
    at: '2026-10-15T16:45:00.000Z',
    happened: 'corrected',
    version: 3,
    submission: idOf('5'),
    file: 'october.txt',
    uploader: 'MO1990100',
    record: 211,
    changes: [
      {
        level: '4',
        which: '001',
        change: 'changed',
        elements: [
          { name: 'ageOfVictim', before: '34', after: '43' },
          { name: 'typeInjury', before: 'N', after: 'B' },
        ],
      },
    ],
    state: { before: 2, after: 2, change: 'changed' },
  },
  {
    ...upload,
    at: '2026-11-11T06:00:00.000Z',
    happened: 'sent',
    version: 3,
    by: 'calendar',
    transmission: '2026-10#020',
    file: fileOf('2026-10'),
    effect: 'corrected',
  },
  {
    ...upload,
    at: '2026-11-13T10:00:00.000Z',
    happened: 'acknowledged',
    by: 'FBI',
    transmission: '2026-10#020',
    file: 'answer.txt',
    answer: { dataSet: 'errors', found: 0 },
  },
];

/** What the order of a court adds to it. */
export const expungement: HistoryItem[] = [
  { at: '2026-11-21T08:00:00.000Z', happened: 'expunged', by: 'olga', order: 'CR-26-118', kind: 'incident', part: '' },
  { at: '2026-11-21T08:00:04.000Z', happened: 'expungement completed', by: 'expunge-report', order: 'CR-26-118' },
];

export const stateElements = {
  elements: [
    {
      part: '',
      element: 'MO-3',
      title: 'Immigration status of the arrestee',
      sequence: '01',
      value: 'X',
      meaning: 'not determined',
      at: '2026-10-05T14:12:20.000Z',
      submission: idOf('1'),
    },
  ],
  expired: 1,
};

export const accesses = [
  {
    at: '2026-11-18T15:20:00.000Z',
    what: 'read' as const,
    reader: 'rita (0b1c)',
    reason: 'Audit 2026-4',
    ori: 'MO1990100',
    number: '26-1000012',
    element: null,
  },
  {
    at: '2026-11-19T09:02:00.000Z',
    what: 'counted' as const,
    reader: 'olga (77aa)',
    reason: 'Report to the legislature',
    ori: null,
    number: null,
    element: 'MO-3',
  },
];
