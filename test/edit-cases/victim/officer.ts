import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';
import { officer } from '../segments.ts';

const aged = (ageOfVictim: string) => crimesAgainst(['13C'], { ...officer, ageOfVictim });

const atUnknownHour = (codes: string[], victim: Partial<VictimSegment> = officer, incidentHour?: string) =>
  crimes(codes, { victims: [victim], administrative: { incidentHour } });

export const officerCases: EditCase[] = [
  shows('452', 'aged sixteen', aged('16'), aged('17')),
  shows('452', 'over 98', aged('99'), aged('98')),
  shows('452', 'a newborn', aged('NN'), aged('00')),
  shows('452', 'aged sixteen on average', aged('1518'), aged('1618')),
  shows('452', 'aged sixteen, and no civilian', aged('16'), crimesAgainst(['13C'], { ageOfVictim: '16' })),
  // A child that is typed as an officer in a burglary is no officer at all.
  shows('482', 'an officer of twelve', crimesAgainst(['290'], { ...officer, ageOfVictim: '12' }), crimes(['290'])),
  ...['09A', '13A', '13B', '13C'].map((code) =>
    shows('490', `officer in ${code}`, atUnknownHour([code]), atUnknownHour([code], {})),
  ),
  shows('490', 'an officer attacked at no known hour', atUnknownHour(['13B']), atUnknownHour(['13B'], officer, '00')),
  shows('490', 'an officer as the second victim', withOfficer(undefined), withOfficer('23')),
  shows(
    '152',
    'attacked at an hour that is none',
    atUnknownHour(['13B'], officer, '24'),
    atUnknownHour(['13B'], officer, '23'),
  ),
];

/** Somebody, and an officer. */
function withOfficer(incidentHour: string | undefined) {
  return crimes(['13C'], { victims: [{}, officer], administrative: { incidentHour } });
}
