import type { AdministrativeSegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';

type Administrative = Partial<AdministrativeSegment>;

const reasons = ['A', 'B', 'C', 'D', 'E'];

/** An incident of 3 October, sent in October, of which nobody was arrested. */
const robbery = (administrative: Administrative) => incident({ administrative, arrestees: [] });

const cleared = (exceptionalClearanceDate: string, more: Administrative = {}) =>
  robbery({ clearedExceptionally: 'A', exceptionalClearanceDate, ...more });

const clearance = { clearedExceptionally: 'A', exceptionalClearanceDate: '20261005' };

/** Offenses with what element 7 says of each. */
const prostitution = (administrative: Administrative, ...attemptedCompleted: string[]) =>
  crimes(
    attemptedCompleted.map((value, index) => ({ offenseCode: ['40A', '40B'][index], attemptedCompleted: value })),
    { administrative },
  );

export const clearanceCases: EditCase[] = [
  shows('153', 'not cleared, with a date', cleared('20261005', { clearedExceptionally: 'N' }), cleared('20261005')),
  shows(
    '105',
    'not cleared, with a date that is none',
    robbery({ exceptionalClearanceDate: '20261301' }),
    robbery({ exceptionalClearanceDate: undefined }),
  ),
  shows('155', 'cleared the day before', cleared('20261002'), cleared('20261003')),
  shows('105', 'cleared before, on a day that never was', cleared('20260931'), cleared('20261003')),
  shows(
    '105',
    'an incident after its clearance, still to come',
    cleared('20261120', { incidentDate: '20261123', submissionMonth: '11' }),
    cleared('20261122', { incidentDate: '20261122', submissionMonth: '11' }),
  ),
  shows(
    '105',
    'an incident after its clearance, on a day that never was',
    cleared('20261031', { incidentDate: '20261032' }),
    cleared('20261031', { incidentDate: '20261031' }),
  ),
  shows(
    '170',
    'an incident after its clearance and after the month of submission',
    cleared('20261031', { incidentDate: '20261101' }),
    cleared('20261031', { incidentDate: '20261031' }),
  ),
  shows('101', 'a clearance of no day', cleared('20261005', { incidentDate: undefined }), cleared('20261005')),
  ...reasons.flatMap((clearedExceptionally) => [
    shows(
      '156',
      `cleared for reason ${clearedExceptionally} without a date`,
      robbery({ clearedExceptionally }),
      cleared('20261005', { clearedExceptionally }),
    ),
    shows(
      '1101',
      `unfounded, yet cleared for reason ${clearedExceptionally}`,
      prostitution({ ...clearance, clearedExceptionally }, 'U'),
      prostitution({}, 'U'),
    ),
  ]),
  shows('1101', 'both unfounded, yet cleared', prostitution(clearance, 'U', 'U'), prostitution(clearance, 'U', 'C')),
  shows('251', 'unfounded and cleared before 2025', prostitution(clearance, 'U'), prostitution(clearance, 'C'), {
    period: '2024-12',
  }),
  shows(
    '075',
    'cleared without any offense',
    incident({ administrative: clearance, offenses: [], properties: [], arrestees: [] }),
    incident({ administrative: clearance, arrestees: [] }),
  ),
];
