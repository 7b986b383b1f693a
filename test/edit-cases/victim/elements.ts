import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, olderPeriod, shows, withLine } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';
import { related } from '../segments.ts';

const own = (victim: Partial<VictimSegment>) => incident({ victims: [victim] });

const beaten = (victim: Partial<VictimSegment>) => crimesAgainst(['13B'], victim);

export const victimElementCases: EditCase[] = [
  shows('401', 'no type of victim', own({ typeOfVictim: undefined }), own({ typeOfVictim: 'I' })),
  shows('401', 'no number', own({ victimSequenceNumber: undefined }), own({ victimSequenceNumber: '999' })),
  shows(
    '401',
    'a line longer than it says',
    withLine(own({}), 4, (line) => `0129${line.slice(4)}M`),
    own({}),
  ),
  shows('402', 'victim 000', own({ victimSequenceNumber: '000' }), own({ victimSequenceNumber: '001' })),
  shows(
    '402',
    'offender of one digit',
    own({ relationships: [{ offenderNumber: '1', relationship: 'ST' }] }),
    own({ relationships: related('ST') }),
  ),
  shows('404', 'sex X', own({ sexOfVictim: 'X' }), own({ sexOfVictim: 'U' })),
  shows('404', 'age NA', beaten({ ageOfVictim: 'NA' }), beaten({ ageOfVictim: 'NN' })),
  shows('404', 'age of one digit', own({ ageOfVictim: '7' }), own({ ageOfVictim: '07' })),
  shows(
    '404',
    'connected to a Group B offense',
    own({ connectedOffenseCodes: ['120', '90C'] }),
    own({ connectedOffenseCodes: ['120'] }),
  ),
  shows('404', 'gunshot before 2025', own({ typeInjury: ['G'] }), own({ typeInjury: ['M'] }), olderPeriod),
  shows('404', 'no such relationship', own({ relationships: related('ZZ') }), own({ relationships: related('CO') })),
  shows('406', 'injury twice', own({ typeInjury: ['M', 'M'] }), own({ typeInjury: ['M', 'L'] })),
  shows(
    '406',
    'offender twice',
    own({ relationships: [...related('ST'), ...related('AQ')] }),
    crimes(['120'], { offenders: [{}, {}] }),
  ),
  shows('407', 'no injury and an injury', own({ typeInjury: ['N', 'M'] }), own({ typeInjury: ['M'] })),
];
