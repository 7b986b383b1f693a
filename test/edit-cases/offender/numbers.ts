import type { OffenderSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';
import { related, unknownOffender } from '../segments.ts';

const offenders = (...robbers: Partial<OffenderSegment>[]) => crimes(['120'], { offenders: robbers });
const unknown = (overrides: Partial<OffenderSegment>) => offenders({ ...unknownOffender, ...overrides });

const second = { offenderSequenceNumber: '02' };

/** Two offenders to whom the victim is related as 01 and 02, of whom the second has this number. */
const confused = (offenderSequenceNumber: string) =>
  crimes(['120'], {
    offenders: [{}, { offenderSequenceNumber }],
    victims: [{ relationships: related('RU', 'RU') }],
  });

export const offenderNumberCases: EditCase[] = [
  shows('551', 'offender 02 counted as another 01', confused('01'), offenders({}, {})),
  shows('555', 'offender 02 counted as 00', confused('00'), offenders({}, {})),
  shows(
    '551',
    'offender 02 twice',
    offenders({}, second, { ...second, ageOfOffender: '40' }),
    offenders({}, {}, { ageOfOffender: '40' }),
  ),
  shows('551', 'offender 01 sent twice', offenders({}, { offenderSequenceNumber: '01' }), offenders({})),
  shows('552', 'an age of offender 00', unknown({ ageOfOffender: '30' }), unknown({})),
  shows('552', 'a sex of offender 00', unknown({ sexOfOffender: 'M' }), unknown({})),
  shows('552', 'a race of offender 00', unknown({ raceOfOffender: 'W' }), unknown({})),
  shows('552', 'an ethnicity of offender 00', unknown({ ethnicityOfOffender: 'U' }), unknown({})),
  shows(
    '552',
    'codes for unknown of offender 00',
    unknown({ ageOfOffender: '00', sexOfOffender: 'U', raceOfOffender: 'U' }),
    offenders({ ageOfOffender: '00', raceOfOffender: 'U' }),
  ),
  ...['   3', '253', '3020', '0020', '7', '01', '10', '99', '0199'].map((ageOfOffender) =>
    shows(
      '552',
      `offender 00 has the age ${ageOfOffender}, which is wrong or rare as well`,
      unknown({ ageOfOffender }),
      unknown({}),
    ),
  ),
  shows(
    '552',
    'offender 00, a thief of two',
    crimes(['23C'], { offenders: [{ ...unknownOffender, ageOfOffender: '02' }] }),
    crimes(['23C'], { offenders: [unknownOffender] }),
  ),
  shows(
    '552',
    'offender 00 has an age that is rare for the offense',
    crimes(['11D'], { offenders: [{ ...unknownOffender, ageOfOffender: '12' }] }),
    crimes(['11D'], { offenders: [unknownOffender] }),
  ),
  shows('552', 'offender 00 has a race of no list', unknown({ raceOfOffender: 'M' }), unknown({})),
  shows('555', '00 beside another', offenders({}, unknownOffender), offenders({}, {})),
  shows('555', '00 before another', offenders(unknownOffender, { offenderSequenceNumber: '01' }), offenders({}, {})),
  shows(
    '555',
    '00 beside another, with an age',
    offenders({}, { ...unknownOffender, ageOfOffender: '30' }),
    offenders({}, { ageOfOffender: '30' }),
  ),
  shows('555', '00 twice', offenders(unknownOffender, unknownOffender), offenders(unknownOffender)),
];
