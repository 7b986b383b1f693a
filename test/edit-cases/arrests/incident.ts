import type { ArresteeSegment } from '../../../shared/nibrs/model/index.ts';
import { type IncidentOverrides, incident } from '../../reports.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';
import { unknownOffender } from '../segments.ts';

const second: Partial<ArresteeSegment> = { arresteeSequenceNumber: '02', arrestTransactionNumber: '26-A0078' };
const third: Partial<ArresteeSegment> = { arresteeSequenceNumber: '03', arrestTransactionNumber: '26-A0079' };

/** A robbery by so many offenders, and these arrestees. */
const robberyBy = (offenders: number, ...arrestees: Partial<ArresteeSegment>[]) =>
  crimes(['120'], { offenders: Array.from({ length: offenders }, () => ({})), arrestees });

const dated = (incidentDate: string, arrestDate: string, administrative: IncidentOverrides['administrative'] = {}) =>
  incident({ administrative: { incidentDate, ...administrative }, arrestees: [{ arrestDate }] });

export const arresteeIncidentCases: EditCase[] = [
  shows('656', 'two arrestees of one offender', robberyBy(1, {}, second), robberyBy(2, {}, second)),
  shows('656', 'three arrestees of two offenders', robberyBy(2, {}, second, third), robberyBy(3, {}, second, third)),
  shows(
    '656',
    'an arrestee of offender 00',
    crimes(['120'], { offenders: [unknownOffender], arrestees: [{}] }),
    crimes(['120'], { offenders: [unknownOffender] }),
  ),
  shows('075', 'an arrestee and no offender', incident({ offenders: [] }), incident()),
  shows(
    '555',
    'offender 00 beside another, with an arrestee each',
    crimes(['120'], { offenders: [{}, unknownOffender], arrestees: [{}, second] }),
    robberyBy(2, {}, second),
  ),
  shows(
    '661',
    'arrestee 01 twice, by two transactions',
    robberyBy(2, {}, { ...second, arresteeSequenceNumber: '01' }),
    robberyBy(2, {}, second),
  ),
  shows(
    '661',
    'arrestee 02 twice',
    robberyBy(3, {}, second, { ...third, arresteeSequenceNumber: '02' }),
    robberyBy(3, {}, second, third),
  ),
  shows('665', 'arrested the day before the incident', dated('20261003', '20261002'), dated('20261003', '20261003')),
  shows('665', 'arrested the year before the incident', dated('20261003', '20251004'), dated('20261003', '20261004')),
  shows(
    '665',
    'the second arrestee, before the incident',
    robberyBy(2, {}, { ...second, arrestDate: '20261002' }),
    robberyBy(2, {}, { ...second, arrestDate: '20261003' }),
  ),
  shows(
    '665',
    'arrested before an incident that was cleared since',
    dated('20261003', '20261002', { clearedExceptionally: 'A', exceptionalClearanceDate: '20261005' }),
    dated('20261003', '20261006', { clearedExceptionally: 'A', exceptionalClearanceDate: '20261005' }),
  ),
  shows('105', 'an incident still to come', dated('20261201', '20261004'), dated('20261004', '20261004')),
  shows(
    '170',
    'an incident after the month of submission',
    dated('20261103', '20261004'),
    dated('20261003', '20261004'),
  ),
  shows('105', 'an incident of no date', dated('20260931', '20260830'), dated('20260830', '20260830')),
  shows('605', 'no date, before the incident', dated('20261003', '20260931'), dated('20260930', '20260930')),
  shows(
    '669',
    'an arrest for robbery in a justifiable homicide',
    crimes(['09C'], { arrestees: [{}] }),
    crimes(['09C']),
  ),
  shows(
    '669',
    'an arrest for justifiable homicide',
    crimes(['09C'], { arrestees: [{ arrestOffenseCode: '09C' }] }),
    crimes(['09A'], { arrestees: [{}] }),
  ),
  shows(
    '1610',
    'an arrest for an unfounded offense',
    incident({ offenses: [{ attemptedCompleted: 'U' }] }),
    incident({ offenses: [{ attemptedCompleted: 'U' }], arrestees: [] }),
  ),
  shows(
    '1610',
    'an arrest for an unfounded offense, not a completed one',
    incident({ offenses: [{ attemptedCompleted: 'U' }] }),
    incident({ offenses: [{ attemptedCompleted: 'C' }] }),
  ),
];
