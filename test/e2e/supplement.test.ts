import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countFile } from '../../bin/repository/submissions.ts';
import { openOnFile } from '../../shared/intake/on-file.ts';
import { reportStream } from '../../shared/ledger/streams.ts';
import {
  findProfile,
  joinStateHalf,
  type StateProfile,
  stateLevels,
  supplementRows,
  writeSupplement,
} from '../../shared/state/index.ts';
import { writeFile } from '../generate/file.ts';
import { generateReports } from '../generate/reports.ts';
import { streamOf } from '../streams.ts';
import { openCloud, type TestCloud } from './cloud.ts';

const oregon = findProfile('OR') as StateProfile;
const arrests = generateReports({
  state: 'OR',
  agencies: ['OR0010000', 'OR0020000'],
  period: '2026-09',
  incidents: 0,
  arrests: 12,
  zeroReports: 0,
  seed: 31,
  stateSegments: false,
});
const values = [{ element: 'OR-1', sequence: '01', value: 'N' }];
/** Of each agency the first three arrests before their reports, the others after them. */
const [before, after] = [arrests.filter((_, index) => index % 6 < 3), arrests.filter((_, index) => index % 6 >= 3)];
const csvOf = (reports: typeof arrests) =>
  writeSupplement(
    oregon,
    reports.flatMap(({ report }) => supplementRows(oregon, report, values)),
  );
const files = [
  { fileName: 'before.csv', text: csvOf(before) },
  { fileName: 'september.txt', text: writeFile(arrests, { state: 'OR', lineEnd: '\n' }) },
  { fileName: 'after.csv', text: csvOf(after) },
];

let test: TestCloud;
let ids: string[];

beforeAll(async () => {
  test = await openCloud({ state: 'OR' });
  ids = [];
  for (const [index, { fileName, text }] of files.entries()) {
    const openedAt = new Date(Date.UTC(2026, 9, 1, 8, index));
    ids.push(await test.upload({ uploader: 'ORUCR0001', openedAt, fileName, content: Buffer.from(text, 'latin1') }));
  }
  await test.cloud.idle();
});

afterAll(() => test.cloud.stop());

describe('supplements of two agencies', () => {
  it('are filed, and every row of them is accounted for', async () => {
    expect(await test.cloud.deadLetters()).toEqual([]);
    for (const [index, id] of ids.entries()) {
      const { fileName: name, text } = files[index]!;
      const file = { path: name, name, bytes: undefined, open: () => streamOf(text) };
      const { records, reports } = await countFile(file, stateLevels(oregon));
      const { completed, tally, split } = await test.submission(id);
      expect(completed).toBe(true);
      expect(split).toMatchObject({ records, reports, agencies: ['OR0010000', 'OR0020000'] });
      expect(tally).toMatchObject({ accepted: reports, acceptedRecords: records, errors: 0 });
      expect(tally.stateElements).toBe(name.endsWith('csv') ? records : 0);
    }
  });

  it('are joined with the reports that came before and after them', async () => {
    for (const { report } of arrests) {
      const events = await test.ledger.read(reportStream('arrest', report.ori, report.number));
      const [onFile] = await openOnFile(test.ledger, [events]);
      const halves = onFile?.reports.map(({ report, own }) => joinStateHalf(oregon, report, own, onFile.supplements));
      expect(halves).toEqual([values]);
    }
  });
});
