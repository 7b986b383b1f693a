import type { OffenderSegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, shows, withLength } from '../case.ts';

const offender = (overrides: Partial<OffenderSegment>) => incident({ offenders: [overrides] });

export const offenderElementCases: EditCase[] = [
  shows('501', 'no number', offender({ offenderSequenceNumber: undefined }), offender({})),
  ...(['ageOfOffender', 'sexOfOffender', 'raceOfOffender'] as const).flatMap((name) => [
    shows('501', `offender 01 without ${name}`, offender({ [name]: undefined }), offender({})),
    shows(
      '501',
      `offender 01 without ${name}, and one without number`,
      offender({ offenderSequenceNumber: undefined, [name]: undefined }),
      offender({ ethnicityOfOffender: undefined }),
    ),
    shows(
      '502',
      `offender without ${name} whose number cannot be read`,
      offender({ offenderSequenceNumber: 'O0', [name]: undefined }),
      offender({ ethnicityOfOffender: undefined }),
    ),
  ]),
  shows('502', 'a letter', offender({ offenderSequenceNumber: 'O1' }), offender({ offenderSequenceNumber: '01' })),
  shows('504', 'race M', offender({ raceOfOffender: 'M' }), offender({ raceOfOffender: 'U' })),
  shows(
    '584',
    'no such length',
    withLength(offender({}), 5, '0044'),
    offender({ segmentLength: '0045', ethnicityOfOffender: undefined }),
  ),
];
