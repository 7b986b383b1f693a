import { arrest, incident, linesOf, readReport, zeroReport } from '../reports.ts';
import { type EditCase, shows } from './case.ts';
import { officerOf } from './incidents.ts';

const lines = linesOf(incident());

/** The incident with this level on its last line, that of the arrestee. */
const withLevel = (level: string) => readReport([...lines.slice(0, -1), `0110${level}${lines.at(-1)?.slice(5)}`]);

export const headerCases: EditCase[] = [
  shows('051', 'level 9', withLevel('9'), withLevel('6')),
  shows('051', 'a level that is blank', withLevel(' '), withLevel('6')),
  shows('952', 'an ORI with small letters', arrest({ ori: 'MOxyz0000' }), arrest({ ori: 'MOXYZ0000' })),
  shows('952', 'an ORI of eight characters', arrest({ ori: 'MO001000' }), arrest({ ori: 'MO0010000' })),
  shows('952', 'an officer of a badly written agency', officerOf('IL1'), officerOf('IL0010000')),
  shows('059', 'an agency of another state', zeroReport({ ori: 'KS0010000' }), zeroReport({ ori: 'MO9990000' })),
];

export const zeroReportCases: EditCase[] = [
  shows('001', 'no month', zeroReport({ zeroReportMonth: undefined }), zeroReport()),
  shows('001', 'action I', zeroReport({ action: 'I' }), zeroReport({ action: 'D' })),
  shows('090', 'month 00', zeroReport({ zeroReportMonth: '00' }), zeroReport({ zeroReportMonth: '01' })),
  shows('091', 'before NIBRS', zeroReport({ zeroReportYear: '1990' }), zeroReport({ zeroReportYear: '1991' })),
  shows('091', 'three digits', zeroReport({ zeroReportYear: '026' }), zeroReport()),
  shows('092', 'eleven zeros', zeroReport({ incidentNumber: '00000000000' }), zeroReport()),
  shows('094', 'next month', zeroReport({ zeroReportMonth: '11' }), zeroReport({ zeroReportMonth: '09' })),
  shows('094', 'on a delete', zeroReport({ action: 'D', zeroReportYear: '2027' }), zeroReport({ action: 'D' })),
];
