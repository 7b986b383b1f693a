import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes, officer } from '../incidents.ts';

const aged = (ageOfVictim: string) => crimes(['13C'], { ...officer, ageOfVictim });

/** An officer; what happened to one who was killed or gravely assaulted is told by circumstance 02. */
const attacked = (code: string) =>
  code === '09A' || code === '13A' ? { ...officer, assaultHomicideCircumstances: ['02'] } : officer;

const atUnknownHour = (codes: string[], victim: Partial<VictimSegment> = officer, incidentHour?: string) =>
  crimes(codes, victim, { administrative: { incidentHour } });

export const officerCases: EditCase[] = [
  shows('452', 'sixteen', aged('16'), aged('17')),
  shows('452', 'over 98', aged('99'), aged('98')),
  shows('452', 'a newborn', aged('NN'), aged('00')),
  shows('452', 'sixteen on average', aged('1518'), aged('1618')),
  shows('452', 'sixteen, and a civilian', aged('16'), crimes(['13C'], { ageOfVictim: '16' })),
  // A child that is typed as an officer in a burglary is no officer at all.
  shows('482', 'an officer of twelve', crimes(['290'], { ...officer, ageOfVictim: '12' }), crimes(['290'])),
  ...['09A', '13A', '13B', '13C'].map((code) =>
    shows('490', `officer in ${code}`, atUnknownHour([code], attacked(code)), atUnknownHour([code], {})),
  ),
  shows('490', 'unknown hour', atUnknownHour(['13B']), atUnknownHour(['13B'], officer, '00')),
  shows('490', 'the second victim', withOfficer(undefined), withOfficer('23')),
  shows('152', 'no such hour', atUnknownHour(['13B'], officer, '24'), atUnknownHour(['13B'], officer, '23')),
];

/** Somebody, and an officer. */
function withOfficer(incidentHour: string | undefined) {
  return crimes(
    ['13C'],
    {},
    {
      administrative: { incidentHour },
      victims: [{ ...officer, victimSequenceNumber: '002', connectedOffenseCodes: ['13C'], typeInjury: [] }],
    },
  );
}
