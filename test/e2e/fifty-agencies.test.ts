import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportStream } from '../../shared/ledger/streams.ts';
import type { SubmissionStatus } from '../../shared/submissions/read-submission.ts';
import { corrected, deleted } from '../generate/corrections.ts';
import { linesOf, writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { openCloud, type Sent, type TestCloud } from './cloud.ts';

const period = '2026-09';

/** One agency's four files, in the order in which it uploads them. */
interface Agency {
  ori: string;
  files: readonly (readonly GeneratedReport[])[];
  /** Submissions, one a file. */
  ids: string[];
}

const agencies = Array.from({ length: 50 }, (_, index) => agency(`MO${String(index + 1).padStart(3, '0')}0000`, index));
const submissions = new Map<string, SubmissionStatus>();
let test: TestCloud;
let sent: Sent;

/** A month, the correction of an incident, its correction once more, and the deletion of another. */
function agency(ori: string, seed: number): Agency {
  const counts = { incidents: 4, arrests: 2, zeroReports: 0 };
  const month = generateReports({ state: 'MO', agencies: [ori], period, ...counts, seed, stateSegments: true });
  const [first, second] = month as [GeneratedReport, GeneratedReport];
  const correction = corrected(first);
  return { ori, files: [month, correction, corrected(correction[1]), [deleted(second)]], ids: [] };
}

async function uploadAll({ ori, files, ids }: Agency): Promise<void> {
  for (const [index, reports] of files.entries()) {
    ids.push(
      await test.upload({
        uploader: ori,
        openedAt: new Date(Date.UTC(2026, 9, 1, 8, index)),
        fileName: `september-${index + 1}.txt`,
        content: Buffer.from(writeFile(reports, { state: 'MO', lineEnd: '\r\n' }), 'latin1'),
      }),
    );
  }
}

/** What the files leave behind when they are read one after the other: each report's federal lines, incidents first. */
function linesLeft({ files }: Agency): string[] {
  const left = new Map<string, string[]>();
  for (const generated of files.flat()) {
    const { kind, number, action } = generated.report;
    const key = `${kind === 'incident' ? 1 : 2} ${number}`;
    if (action === 'D') left.delete(key);
    else left.set(key, linesOf(generated));
  }
  return [...left.keys()].sort().flatMap((key) => left.get(key) ?? []);
}

beforeAll(async () => {
  test = await openCloud();
  await Promise.all(agencies.map(uploadAll));
  await test.cloud.idle();
  for (const id of agencies.flatMap(({ ids }) => ids)) submissions.set(id, await test.submission(id));
  sent = await test.transmit(period, 'once');
});

afterAll(() => test.cloud.stop());

it('takes two hundred files that fifty agencies upload at once, and rejects nothing of them', async () => {
  expect(submissions.size).toBe(200);
  for (const { completed, refused, tally } of submissions.values()) {
    expect({ completed, refused }).toEqual({ completed: true, refused: undefined });
    expect(tally).toMatchObject({ accepted: tally.reports, rejected: 0, errors: 0, unchanged: 0, superseded: 0 });
  }
  expect(await test.cloud.deadLetters()).toEqual([]);
});

it('files each agency’s reports in the order of its files', async () => {
  for (const { ori, files, ids } of agencies) {
    const [first, second] = files[0] as [GeneratedReport, GeneratedReport];
    const historyOf = async ({ report: { kind, number } }: GeneratedReport) =>
      (await test.ledger.read(reportStream(kind, ori, number))).map(({ type, cause }) => [type, cause.submission]);
    expect(await historyOf(first)).toEqual([
      ['IncidentReported', ids[0]],
      ['IncidentReplaced', ids[1]],
      ['IncidentReplaced', ids[2]],
    ]);
    expect(await historyOf(second)).toEqual([
      ['IncidentReported', ids[0]],
      ['IncidentDeleted', ids[3]],
    ]);
  }
});

it('sends the FBI what the files leave behind, agency by agency', () => {
  const expected = agencies.flatMap(linesLeft);
  expect(sent.file.split('\r\n')).toEqual([...expected, '']);
  expect(JSON.parse(sent.manifest).agencies).toHaveLength(50);
  expect(sent).toMatchObject({ records: expected.length, reports: 50 * 5 });
});
