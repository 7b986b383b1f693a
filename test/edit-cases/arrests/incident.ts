import type { ArresteeSegment } from '../../../shared/nibrs/model/index.ts';
import { type IncidentOverrides, incident } from '../../reports.ts';
import { type EditCase, olderPeriod, shows } from '../case.ts';
import { crimes, offendersWith, unknownOffender } from '../offender/incidents.ts';

const second: Partial<ArresteeSegment> = { arresteeSequenceNumber: '02', arrestTransactionNumber: '26-A0078' };
const third: Partial<ArresteeSegment> = { arresteeSequenceNumber: '03', arrestTransactionNumber: '26-A0079' };
const twoOffenders = offendersWith([{}, {}]);
const nobodyKnown = offendersWith([unknownOffender]);

const dated = (incidentDate: string, arrestDate: string, administrative: IncidentOverrides['administrative'] = {}) =>
  incident({ administrative: { incidentDate, ...administrative }, arrestees: [{ arrestDate }] });

export const arresteeIncidentCases: EditCase[] = [
  shows(
    '656',
    'two arrestees of one offender',
    incident({ arrestees: [{}, second] }),
    incident({ ...twoOffenders, arrestees: [{}, second] }),
  ),
  shows(
    '656',
    'three arrestees of two offenders',
    incident({ ...twoOffenders, arrestees: [{}, second, third] }),
    incident({ ...offendersWith([{}, {}, {}]), arrestees: [{}, second, third] }),
  ),
  shows('656', 'an arrestee of offender 00', incident(nobodyKnown), incident({ ...nobodyKnown, arrestees: [] })),
  shows('075', 'an arrestee and no offender', incident({ offenders: [] }), incident()),
  shows(
    '555',
    'with an arrestee each',
    incident({ ...offendersWith([{}, unknownOffender]), arrestees: [{}, second] }),
    incident({ ...twoOffenders, arrestees: [{}, second] }),
  ),
  shows(
    '661',
    'arrestee 01 twice, by two transactions',
    incident({ ...twoOffenders, arrestees: [{}, { ...second, arresteeSequenceNumber: '01' }] }),
    incident({ ...twoOffenders, arrestees: [{}, second] }),
  ),
  shows(
    '661',
    'arrestee 02 twice',
    incident({ ...offendersWith([{}, {}, {}]), arrestees: [{}, second, { ...third, arresteeSequenceNumber: '02' }] }),
    incident({ ...offendersWith([{}, {}, {}]), arrestees: [{}, second, third] }),
  ),
  shows('665', 'the day before', dated('20261003', '20261002'), dated('20261003', '20261003')),
  shows('665', 'the year before', dated('20261003', '20251004'), dated('20261003', '20261004')),
  shows(
    '665',
    'the second arrestee',
    incident({ ...twoOffenders, arrestees: [{}, { ...second, arrestDate: '20261002' }] }),
    incident({ ...twoOffenders, arrestees: [{}, { ...second, arrestDate: '20261003' }] }),
  ),
  shows(
    '665',
    'of an incident that was cleared since',
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
  shows('669', 'an arrestee', incident({ ...crimes['09C'], arrestees: [{}] }), incident(crimes['09C'])),
  shows(
    '669',
    'an arrest for justifiable homicide',
    incident({ ...crimes['09C'], arrestees: [{ arrestOffenseCode: '09C' }] }),
    incident({ ...crimes['09A'], arrestees: [{}] }),
  ),
  shows(
    '1610',
    'one offense',
    incident({ offenses: [{ attemptedCompleted: 'U' }] }),
    incident({ offenses: [{ attemptedCompleted: 'U' }], arrestees: [] }),
  ),
  shows(
    '251',
    'unfounded before there was such a code',
    incident({ offenses: [{ attemptedCompleted: 'U' }] }),
    incident(),
    olderPeriod,
  ),
  shows(
    '1610',
    'a completed offense',
    incident({ offenses: [{ attemptedCompleted: 'U' }] }),
    incident({ offenses: [{ attemptedCompleted: 'C' }] }),
  ),
];
