import { incident, incidentDelete } from '../../reports.ts';
import { type EditCase, federalAgency, shows, withLength, withLine } from '../case.ts';

const own = (administrative: NonNullable<Parameters<typeof incident>[0]>['administrative']) =>
  incident({ administrative, arrestees: [] });

export const administrativeElementCases: EditCase[] = [
  shows('101', 'a federal agency without district', own({}), own({ federalJudicialDistrict: '001' }), federalAgency),
  shows('101', 'clearance blank', own({ clearedExceptionally: undefined }), own({ clearedExceptionally: 'N' })),
  shows('101', 'no length', withLength(own({}), 1, '    '), own({})),
  shows('101', 'action of another level', own({ action: 'A' }), own({ action: 'I' })),
  shows('101', 'month 13', own({ submissionMonth: '13' }), own({ submissionMonth: '12' })),
  shows('101', 'a year to come', own({ submissionYear: '2027' }), own({ submissionYear: '2026' })),
  shows('101', 'delete without a month', incidentDelete({ submissionMonth: undefined }), incidentDelete()),
  shows('104', 'cargo theft X', own({ cargoTheft: 'X' }), own({ cargoTheft: 'Y' })),
  shows('104', 'no such clearance', own({ clearedExceptionally: 'F' }), own({ clearedExceptionally: 'N' })),
  shows('104', 'city of three characters', own({ cityIndicator: 'GAA' }), own({ cityIndicator: 'GAA7' })),
  shows(
    '104',
    'no such judicial district',
    own({ federalJudicialDistrict: '092' }),
    own({ federalJudicialDistrict: '044' }),
  ),
  shows('105', '31 June', own({ incidentDate: '20260631' }), own({ incidentDate: '20260630' })),
  shows('105', '29 February 2023', own({ incidentDate: '20230229' }), own({ incidentDate: '20240229' })),
  shows(
    '105',
    'tomorrow, within the month of submission',
    own({ incidentDate: '20261123', submissionMonth: '11' }),
    own({ incidentDate: '20261122', submissionMonth: '11' }),
  ),
  shows(
    '105',
    'cleared after the month of submission',
    own({ clearedExceptionally: 'A', exceptionalClearanceDate: '20261101' }),
    own({ clearedExceptionally: 'A', exceptionalClearanceDate: '20261031' }),
  ),
  shows('151', 'report date indicator X', own({ reportDateIndicator: 'X' }), own({ reportDateIndicator: 'R' })),
  shows('152', 'hour 24', own({ incidentHour: '24' }), own({ incidentHour: '23' })),
  shows('152', 'hour of one digit', own({ incidentHour: '9' }), own({ incidentHour: '09' })),
  shows('170', 'after the month of submission', own({ incidentDate: '20261101' }), own({ incidentDate: '20261031' })),
  shows('172', 'before NIBRS', own({ incidentDate: '19901231' }), own({ incidentDate: '19910101' })),
  shows('178', 'no such length', withLength(own({}), 1, '0089'), own({ segmentLength: '0087', cargoTheft: undefined })),
  shows(
    '178',
    'a line longer than it says',
    withLine(own({}), 1, (line) => `${line}   X`),
    withLine(own({}), 1, (line) => `${line}    `),
  ),
  shows('197', 'delete without a date', incidentDelete({ incidentDate: undefined }), incidentDelete()),
  shows('197', 'delete with a wrong date', incidentDelete({ incidentDate: '20261301' }), incidentDelete()),
];
