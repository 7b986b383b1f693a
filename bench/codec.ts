import { emptySegment } from '../shared/nibrs/flatfile/read-segment.ts';
import { RecordSplitter } from '../shared/nibrs/flatfile/records.ts';
import { ReportGrouper } from '../shared/nibrs/flatfile/reports.ts';
import { writeSegment } from '../shared/nibrs/flatfile/write-segment.ts';
import type { Segment } from '../shared/nibrs/model/index.ts';

/** Segments a second of the flat file's reader (split, read, group) and of its writer, on incidents made up here. */

const ROUNDS = 5;
const INCIDENTS = 20_000;
const CHUNK = 64 * 1024;

const segments = Array.from({ length: INCIDENTS }, (_, i) => incident(`26-${i}`)).flat();

function incident(incidentNumber: string): Segment[] {
  const head = {
    action: 'I',
    submissionMonth: '09',
    submissionYear: '2026',
    ori: 'MO0480100',
    incidentNumber,
  };
  const person = { arresteeSequenceNumber: '01', arrestTransactionNumber: incidentNumber, ageOfArrestee: '25' };
  return [
    { ...emptySegment('1'), ...head, incidentDate: '20260912', clearedExceptionally: 'N', cargoTheft: 'N' },
    { ...emptySegment('2'), ...head, offenseCode: '23H', locationType: '18', biasMotivation: ['88'] },
    {
      ...emptySegment('3'),
      ...head,
      properties: [{ description: '20', value: '000000150', dateRecovered: undefined }],
    },
    { ...emptySegment('4'), ...head, connectedOffenseCodes: ['23H'], typeOfVictim: 'I', ageOfVictim: '34' },
    { ...emptySegment('5'), ...head, offenderSequenceNumber: '01', ageOfOffender: '25', ethnicityOfOffender: 'N' },
    { ...emptySegment('6'), ...head, ...person, armedWith: [{ weapon: '01', automatic: undefined }] },
  ];
}

function read(file: Uint8Array): number {
  const splitter = new RecordSplitter();
  const grouper = new ReportGrouper({ stateLevels: new Set() });
  let count = 0;
  for (let start = 0; start < file.length; start += CHUNK) {
    for (const record of splitter.push(file.subarray(start, start + CHUNK))) {
      count += grouper.push(record)?.report.segments.length ?? 0;
    }
  }
  return count + (grouper.end()?.report.segments.length ?? 0);
}

function rate(count: number, since: number): string {
  return `${Math.round((count * 1000) / (performance.now() - since)).toLocaleString('en-US')} segments/s`;
}

for (let round = 1; round <= ROUNDS; round++) {
  const writing = performance.now();
  const lines = segments.map(writeSegment);
  const written = rate(lines.length, writing);

  const file = Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
  const reading = performance.now();
  console.log(`round ${round}: write ${written}, read ${rate(read(file), reading)}`);
}
