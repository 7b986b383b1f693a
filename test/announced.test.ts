import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidMessageError } from '../shared/errors.ts';
import type { ReportsChunk } from '../shared/intake/messages.ts';
import { announce } from '../shared/intake/open.ts';
import { reportStream, uploadsKey } from '../shared/ledger/streams.ts';
import { readMonths } from '../shared/months/read-months.ts';
import { findingsKeysOf, readSubmission } from '../shared/submissions/read-submission.ts';
import { breakReport } from './generate/defects.ts';
import { writeFile } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

const [own, other, third] = ['MO0010100', 'MO0020200', 'MO0030300'] as const;
const generated = generateReports({
  state: 'MO',
  agencies: [own, other, third],
  period: '2026-09',
  incidents: 9,
  arrests: 3,
  zeroReports: 0,
  seed: 17,
  stateSegments: true,
});
const of = (...oris: string[]) => generated.filter(({ report }) => oris.includes(report.ori));
const fileOf = (reports: readonly GeneratedReport[]) => writeFile(reports, { state: 'MO', lineEnd: '\n' });

/** Opens a submission in the name of an agency, as somebody who may file the reports of these. */
async function openFile(
  pipeline: Pipeline,
  text: string,
  { oris = [own], minute = 0 }: { oris?: string[] | 'all'; minute?: number } = {},
) {
  const sha256 = hash('sha256', Buffer.from(text, 'latin1'));
  const file = {
    fileName: 'Sept 2026.txt',
    bytes: text.length,
    sha256,
    agency: own,
    oris: oris === 'all' ? undefined : oris,
  };
  const at = new Date(Date.UTC(2026, 9, 31, 23, minute));
  const { id, state } = await announce(pipeline.ledger, file, { by: 'pat', request: `${minute}`, at });
  return { id, location: { bucket: 'inbox', key: state.opened!.key } };
}

/** Opens a submission, and uploads and processes something as its file. */
async function send(
  pipeline: Pipeline,
  text: string,
  options: { oris?: string[] | 'all'; came?: string; minute?: number } = {},
) {
  const { id, location } = await openFile(pipeline, text, options);
  await pipeline.objects.put(location, options.came ?? text, 'text/plain');
  const newest = await pipeline.objects.current(location);
  await pipeline.notify(newest);
  await pipeline.settle();
  return { id, location: newest };
}

async function findingsOf(pipeline: Pipeline, id: string) {
  const keys = findingsKeysOf(await readSubmission(pipeline, id));
  const lines = keys.flatMap((key) => pipeline.objects.contents.get(`work/${key}`)?.trim().split('\n') ?? []);
  return lines.map((line): { code: string; ori: string; report: string } => JSON.parse(line));
}

/** The streams of reports that have something on file. */
async function onFile(pipeline: Pipeline): Promise<string[]> {
  const streams = generated.map(({ report: { kind, ori, number } }) => reportStream(kind, ori, number));
  const histories = await Promise.all(streams.map((stream) => pipeline.ledger.read(stream)));
  return streams.filter((_, index) => histories[index]!.length > 0);
}

const months = (pipeline: Pipeline) => readMonths(pipeline, { periods: ['2026-09'], thisYear: 2026 });

describe('a file that was announced', () => {
  it('is on record from then on, under the month in which it was opened, with its name as it was given', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const { id, location } = await send(pipeline, fileOf(of(own)));

    expect(location.key).toBe(`submissions/${own}/20261031T230000000Z/${id}/Sept_2026.txt`);
    const events = await pipeline.submission(id);
    expect(events.slice(0, 3).map(({ type, by }) => `${type} by ${by}`)).toEqual([
      'SubmissionOpened by pat',
      'SubmissionReceived by receive-submission',
      'SubmissionSplit by receive-submission',
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'SubmissionCompleted', data: { tally: { rejected: 0 } } });
    expect(events[1]?.data).toMatchObject({ fileName: 'Sept 2026.txt' });
    const listed = await pipeline.ledger.listKey(uploadsKey('2026-10'));
    expect(listed.map(({ type }) => type)).toEqual(['SubmissionOpened', 'SubmissionReceived']);
  });

  it('is listed under the month of its key, too, when nobody announced it', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const id = await pipeline.receive('september.txt', fileOf(of(own)));
    const listed = await pipeline.ledger.listKey(uploadsKey('2026-11'));
    expect(listed.map(({ type, stream }) => `${type} of ${stream}`)).toEqual([
      `SubmissionReceived of submission#${id}`,
    ]);
  });

  it('is announced once, keeps its place, and is another one in the name of another agency', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const text = fileOf(of(own));
    const first = await openFile(pipeline, text);
    expect(await openFile(pipeline, text, { minute: 5 })).toEqual(first);
    expect(await pipeline.submission(first.id)).toHaveLength(1);

    const file = { fileName: 'Sept 2026.txt', bytes: text.length, sha256: hash('sha256', text), agency: other };
    const copy = await announce(pipeline.ledger, file, { by: 'lee', at: new Date() });
    expect(copy.id).not.toBe(first.id);
  });

  it.each([
    ['has other content of the same length', (text: string) => text.replace('I09', 'I08')],
    ['was cut off', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
  ])('is refused whole when what comes %s, and may be sent again', async (_, damage) => {
    const pipeline = createPipeline({ state: 'MO' });
    const text = fileOf(of(own));
    const { id, location } = await send(pipeline, text, { came: damage(text) });
    expect((await pipeline.submission(id)).at(-1)).toMatchObject({
      type: 'SubmissionRefused',
      data: { reason: 'damaged' },
    });
    expect(await onFile(pipeline)).toEqual([]);

    const again = await send(pipeline, text, { minute: 5 });
    expect(again.id).toBe(id);
    // Notices come again, and late.
    await pipeline.notify(location);
    await pipeline.settle();
    expect((await pipeline.submission(id)).map(({ type }) => type).filter((type) => type !== 'ChunkProcessed')).toEqual(
      [
        ...['SubmissionOpened', 'SubmissionReceived', 'SubmissionRefused'],
        ...['SubmissionOpened', 'SubmissionReceived', 'SubmissionSplit', 'SubmissionCompleted'],
      ],
    );
    expect(await onFile(pipeline)).toHaveLength(of(own).length);
  });

  it('is taken in its place alone', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const text = fileOf(of(own));
    const { location } = await openFile(pipeline, text);
    const elsewhere = { ...location, key: location.key.replace('230000', '231500') };
    await pipeline.objects.put(elsewhere, text, 'text/plain');
    await expect(pipeline.notify(elsewhere)).rejects.toThrow(InvalidMessageError);
  });
});

describe('a report of an agency whose reports the uploader may not file', () => {
  it('is rejected as such and as nothing else, whatever it says, and leaves no trace but a count', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(generated, { minLength: 1 }),
        fc.subarray<string>([own, other, third]),
        fc.boolean(),
        async (reports, oris, broken) => {
          const sent = reports.map((report) => (broken && breakReport('impossibleHour', report)) || report);
          const pipeline = createPipeline({ state: 'MO', chunkSize: 2 });
          const { id } = await send(pipeline, fileOf(sent), { oris });
          const alone = createPipeline({ state: 'MO', chunkSize: 2 });
          const mine = sent.filter(({ report }) => oris.includes(report.ori));
          if (mine.length > 0) await send(alone, fileOf(mine), { oris });

          const foreign = sent.filter(({ report }) => !oris.includes(report.ori));
          const findings = await findingsOf(pipeline, id);
          const named = ({ ori, report }: { ori: string; report: string }) => `${ori} ${report}`;
          expect(
            findings
              .filter(({ ori }) => !oris.includes(ori))
              .map(named)
              .sort(),
          ).toEqual(foreign.map(({ report: { ori, number } }) => named({ ori, report: number })).sort());
          expect(findings.every(({ code, ori }) => (code === 'NL03') === !oris.includes(ori))).toBe(true);
          expect(await onFile(pipeline)).toEqual(await onFile(alone));
          const stages = (await months(pipeline)).map(({ firstUpload: _, lastUpload: __, ...month }) => month);
          expect(stages.map(({ ori }) => ori).filter((ori) => !oris.includes(ori))).toEqual([]);
          const chunks = (await readSubmission(pipeline, id)).chunks.filter(({ ori }) => !oris.includes(ori));
          expect(chunks.reduce((sum, { tally }) => sum + tally.rejected, 0)).toBe(foreign.length);
          expect(chunks.filter(({ period, rejected }) => period !== undefined || rejected !== undefined)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is rejected in a supplement as well', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const rows = [own, other].map((ori) => `${ori},26-1,01,C,D\n`);
    const { id } = await send(pipeline, `ori,report,sequence,MO-3,MO-4\n${rows.join('')}`);
    expect(await findingsOf(pipeline, id)).toMatchObject([{ code: 'NL03', ori: other, report: '26-1' }]);
    expect(await pipeline.ledger.read(reportStream('incident', own, '26-1'))).toHaveLength(1);
    expect(await pipeline.ledger.read(reportStream('incident', other, '26-1'))).toEqual([]);
  });

  it('does not come in with an ORI that is none: the edits reject it', async () => {
    const [incident] = of(own) as [GeneratedReport];
    for (const ori of ['mo0020200', 'MO002020 ', '         ', 'MO-020200']) {
      const pipeline = createPipeline({ state: 'MO' });
      const { id } = await send(pipeline, fileOf(of(own).slice(1)) + fileOf([incident]).replaceAll(own, ori));
      const { tally } = await readSubmission(pipeline, id);
      expect(tally).toMatchObject({ accepted: of(own).length - 1 });
      expect(tally.findingsByCode.NL03).toBeUndefined();
    }
  });

  it('is rejected all the same when the chunk comes again, and when the uploader may file it later', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const text = fileOf(of(own, other));
    const { id, location } = await openFile(pipeline, text);
    await pipeline.objects.put(location, text, 'text/plain');
    await pipeline.notify(await pipeline.objects.current(location));
    const chunks: ReportsChunk[] = [];
    for (let chunk = pipeline.chunks.take(); chunk; chunk = pipeline.chunks.take()) chunks.push(chunk, chunk);
    await openFile(pipeline, text, { oris: [own, other], minute: 5 });
    for (const chunk of chunks) await pipeline.process(chunk);

    expect(await onFile(pipeline)).toHaveLength(of(own).length);
    expect((await readSubmission(pipeline, id)).tally).toMatchObject({ rejected: of(other).length });
  });

  it('is taken when the uploader may file for all', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const { id } = await send(pipeline, fileOf(generated), { oris: 'all' });
    expect((await readSubmission(pipeline, id)).split?.foreign).toBeUndefined();
    expect(await onFile(pipeline)).toHaveLength(generated.length);
  });
});
