import type { OffenseSegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, olderPeriod, shows, withLength } from '../case.ts';
import { crimes } from '../incidents.ts';
import { weapons } from '../segments.ts';

const own = (offense: Partial<OffenseSegment>) => incident({ offenses: [offense] });

/** The burglary of a hotel. */
const hotel = (numberOfPremisesEntered: string) =>
  crimes([{ offenseCode: '220', locationType: '14', numberOfPremisesEntered }]);

export const offenseElementCases: EditCase[] = [
  shows('201', 'no bias motivation', own({ biasMotivation: [] }), own({ biasMotivation: ['88'] })),
  shows('201', 'no location', own({ locationType: undefined }), own({ locationType: '20' })),
  shows('201', 'action D', own({ action: 'D' }), own({ action: 'I' })),
  shows('202', 'no premises', hotel('00'), hotel('01')),
  shows('202', 'one digit', hotel('5'), hotel('05')),
  shows('204', 'location 43', own({ locationType: '43' }), own({ locationType: '44' })),
  shows('204', 'location 22 after 2022', own({ locationType: '22' }), own({ locationType: '52' })),
  shows(
    '204',
    'a drone before 2025',
    own({ offenderSuspectedOfUsing: ['R'] }),
    own({ locationType: '22', offenderSuspectedOfUsing: ['C'] }),
    olderPeriod,
  ),
  shows(
    '204',
    'second weapon unknown to the list',
    own({
      weapons: weapons('12', '19'),
    }),
    own({
      weapons: weapons('12', '20'),
    }),
  ),
  shows('206', 'bias twice', own({ biasMotivation: ['11', '11'] }), own({ biasMotivation: ['11'] })),
  // That 12 and 12A are two weapons, 1209 shows.
  shows(
    '206',
    'weapon twice',
    own({
      weapons: weapons('12', '12'),
    }),
    own({
      weapons: weapons('12', '13'),
    }),
  ),
  shows(
    '207',
    'using nothing and alcohol',
    own({ offenderSuspectedOfUsing: ['A', 'N'] }),
    own({ offenderSuspectedOfUsing: ['A', 'D'] }),
  ),
  shows('207', 'no bias and unknown bias', own({ biasMotivation: ['88', '99'] }), own({ biasMotivation: ['88'] })),
  shows(
    '207',
    'no gang and a gang',
    own({ criminalActivityGang: ['N', 'G'] }),
    own({ criminalActivityGang: ['N', 'O'] }),
  ),
  shows(
    '207',
    'no weapon and a weapon',
    own({
      weapons: weapons('99', '12'),
    }),
    own({
      weapons: weapons('95', '12'),
    }),
  ),
  shows('250', 'espionage, reported by a city', crimes(['103']), crimes(['40A'])),
  shows('251', 'neither attempted nor completed', own({ attemptedCompleted: 'X' }), own({ attemptedCompleted: 'C' })),
  shows(
    '251',
    'unfounded before 2025',
    own({ attemptedCompleted: 'U' }),
    own({ attemptedCompleted: 'C' }),
    olderPeriod,
  ),
  shows('255', 'automatic indicator X', own({ weapons: weapons('12X') }), own({ weapons: weapons('12') })),
  shows('284', 'no such length', withLength(own({}), 2, '0064'), own({ segmentLength: '0063' })),
  shows('264', 'drunk driving as an offense', crimes(['120', { offenseCode: '90D' }]), crimes(['120', '290'])),
];
