import { describe, expect, it } from 'vitest';
import { parseUploadKey } from '../shared/intake/upload-key.ts';
import type { Ledger } from '../shared/ledger/port.ts';
import { changed, corrected, deleted, inOctober } from './generate/corrections.ts';
import { breakReport } from './generate/defects.ts';
import { generateFile, writeFile } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

const agencies = ['MO0010100', 'MO0020200', 'MO0030300', 'MO0040400'] as const;
const september = {
  state: 'MO',
  agencies,
  period: '2026-09',
  incidents: 24,
  arrests: 22,
  zeroReports: 1,
  seed: 7,
  stateSegments: true,
} as const;

function fileOf(reports: readonly GeneratedReport[], state = 'MO'): string {
  return writeFile(reports, { state, lineEnd: '\r\n' });
}

async function completed(pipeline: Pipeline, id: string) {
  const events = await pipeline.submission(id);
  const event = events.find(({ type }) => type === 'SubmissionCompleted');
  return event?.type === 'SubmissionCompleted' ? event.data.tally : undefined;
}

function linesOf(text: string | undefined): string[] {
  return text?.split('\r\n').filter((line) => line !== '') ?? [];
}

/** What the FBI gets of these files of one period, given in their order. */
async function sent(pipeline: Pipeline, period: string, request = 'first'): Promise<string[]> {
  await pipeline.settle();
  await pipeline.transmit(period, request);
  const name = [...pipeline.outbox().keys()].filter((key) => key.endsWith('.txt')).at(-1);
  return linesOf(pipeline.outbox().get(name ?? ''));
}

/** Level, action, and number of each line. */
function outline(lines: readonly string[]): string[] {
  return lines
    .filter((line) => '017'.includes(line.charAt(4)))
    .map((line) => `${line.slice(4, 6)} ${line.slice(25, 37).trim()}`);
}

describe('from an upload to the file for the FBI', () => {
  it('sends every accepted report and nothing of the state', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const id = await pipeline.receive('september.txt', generateFile({ ...september, lineEnd: '\n' }));

    const lines = await sent(pipeline, '2026-09');

    const federal = fileOf(generateReports({ ...september, stateSegments: false }));
    expect(lines.toSorted()).toEqual(linesOf(federal).toSorted());
    const tally = await completed(pipeline, id);
    expect(tally).toMatchObject({ accepted: tally?.reports, rejected: 0, errors: 0 });
    expect(tally?.stateElements).toBeGreaterThan(0);

    const manifest = JSON.parse(pipeline.outbox().get('MOUCR0001_20261105_NIBRS_001.txt.manifest.json') ?? '');
    expect(manifest).toMatchObject({
      fileName: 'MOUCR0001_20261105_NIBRS_001.txt',
      records: lines.length,
      reports: tally?.reports,
      strippedStateElements: tally?.stateElements,
    });
    expect(manifest.agencies.map(({ ori }: { ori: string }) => ori)).toEqual(agencies);
  });

  it('does nothing more when all of it is done again', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const text = generateFile({ ...september, lineEnd: '\n' });
    const id = await pipeline.receive('september.txt', text);
    await sent(pipeline, '2026-09');
    const outputs = () => [...pipeline.objects.contents].filter(([name]) => !name.startsWith('inbox/'));
    const before = outputs();
    const events = await pipeline.submission(id);

    await pipeline.receive('september.txt', text);
    await sent(pipeline, '2026-09', 'second');

    expect(outputs()).toEqual(before);
    expect(await pipeline.submission(id)).toEqual(events);
  });

  it('sends the corrected report when a delete and the report follow in the month', async () => {
    const pipeline = createPipeline();
    const [incident] = generateReports({ ...september, stateSegments: false });
    if (!incident) throw new RangeError('No incident was generated');
    await pipeline.receive('first.txt', fileOf([incident]));
    const correction = await pipeline.receive('second.txt', fileOf(corrected(incident)));

    const lines = await sent(pipeline, '2026-09');

    expect(lines).toEqual(linesOf(fileOf(corrected(incident).slice(1))));
    expect(await completed(pipeline, correction)).toMatchObject({ accepted: 2, rejected: 0 });
  });

  it('sends a delete and the report when the FBI has the report from an earlier month', async () => {
    const pipeline = createPipeline();
    const [incident, other] = generateReports({ ...september, stateSegments: false });
    if (!incident || !other) throw new RangeError('No incidents were generated');
    await pipeline.receive('september.txt', fileOf([incident, other]));
    await sent(pipeline, '2026-09');
    await pipeline.receive('october.txt', inOctober(fileOf([...corrected(incident), deleted(other)])));

    const lines = await sent(pipeline, '2026-10');

    const [one, two] = [incident.report.number, other.report.number];
    expect(outline(lines)).toEqual([`1D ${one}`, `1I ${one}`, `1D ${two}`]);
    expect(lines.every((line) => line.slice(6, 12) === '102026')).toBe(true);
  });

  it('sends nothing of a report that was reported and deleted within the month', async () => {
    const pipeline = createPipeline();
    const [incident, other] = generateReports({ ...september, stateSegments: false });
    if (!incident || !other) throw new RangeError('No incidents were generated');
    await pipeline.receive('first.txt', fileOf([incident, other]));
    await pipeline.receive('second.txt', fileOf([deleted(incident)]));

    expect(outline(await sent(pipeline, '2026-09'))).toEqual([`1I ${other.report.number}`]);
  });

  it('refuses what is on file already, and tells why', async () => {
    const pipeline = createPipeline();
    const [incident] = generateReports({ ...september, stateSegments: false });
    if (!incident) throw new RangeError('No incident was generated');
    const [deletion, changed] = corrected(incident);
    await pipeline.receive('first.txt', fileOf([incident]));

    const id = await pipeline.receive('second.txt', fileOf([changed, incident, deletion, deletion]));
    await pipeline.settle();

    expect(await completed(pipeline, id)).toMatchObject({
      accepted: 2,
      unchanged: 1,
      rejected: 2,
      findingsByCode: { '056': 1, '095': 1 },
    });
  });

  it('accounts for every record and report, good and bad, and lets no bad one take its neighbours along', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const reports = generateReports(september);
    const broken = reports.map((report, index) => (index % 3 === 0 && breakReport('impossibleHour', report)) || report);
    const bad = broken.filter((report, index) => report !== reports[index]).length;
    const text = fileOf(broken).replace('\r\n', '\r\nA LINE OF SOMETHING ELSE\r\n\r\n');

    const id = await pipeline.receive('mixed.txt', text);
    await pipeline.settle();

    const tally = await completed(pipeline, id);
    const split = (await pipeline.submission(id)).find(({ type }) => type === 'SubmissionSplit');
    expect(split?.data).toMatchObject({ records: linesOf(text).length, reports: tally?.reports });
    expect(tally).toMatchObject({
      records: linesOf(text).length,
      accepted: (tally?.reports ?? 0) - (tally?.rejected ?? 0),
      acceptedRecords: (tally?.records ?? 0) - (tally?.rejectedRecords ?? 0),
      findingsByCode: { 152: bad },
    });
    // The stray line and the rest of the incident it stands in are the further rejected ones.
    expect(tally?.rejected).toBeLessThanOrEqual(bad + 3);
  });
});

describe('what is on file already', () => {
  const ofOneAgency = { ...september, agencies: ['MO0010100'] as const, stateSegments: false, zeroReports: 0 };
  const generated = generateReports({ ...ofOneAgency, incidents: 1, arrests: 1 });
  const [incident, arrest] = generated as [GeneratedReport, GeneratedReport];
  const [zero] = generateReports({ ...ofOneAgency, zeroReports: 1 }) as [GeneratedReport];

  /** The codes of the findings of each file, one after the other through the same pipeline. */
  async function codesOf(...files: (readonly GeneratedReport[] | string)[]): Promise<string[][]> {
    const pipeline = createPipeline({ chunkSize: 2 });
    const codes: string[][] = [];
    for (const [index, file] of files.entries()) {
      const text = typeof file === 'string' ? file : fileOf(file, 'NONE');
      const id = await pipeline.receive(`file-${index}.txt`, text);
      await pipeline.settle();
      codes.push(Object.keys((await completed(pipeline, id))?.findingsByCode ?? {}));
    }
    return codes;
  }

  const sameNumber = changed(arrest, { arrestTransactionNumber: incident.report.number });
  const octoberFile = (reports: readonly GeneratedReport[]) => inOctober(fileOf(reports, 'NONE'));

  it('refuses a number that is used for an incident and for a Group B arrest, in a file and across files', async () => {
    expect(await codesOf([incident, sameNumber])).toEqual([['088']]);
    expect(await codesOf([sameNumber], [incident])).toEqual([[], ['088']]);
    expect(await codesOf([sameNumber, incident, deleted(sameNumber), incident])).toEqual([['088']]);
    expect(await codesOf([incident], octoberFile([deleted(incident), sameNumber]))).toEqual([[], []]);
  });

  it('tells an arrestee who comes twice in a file from one who is on file', async () => {
    const again = changed(arrest, { arrestDate: '20260930' });
    expect(await codesOf([arrest, incident, again])).toEqual([['751']]);
    expect(await codesOf([arrest], [again])).toEqual([[], ['759']]);
  });

  it('warns of a delete with another date, and deletes all the same', async () => {
    const pipeline = createPipeline();
    await pipeline.receive('first.txt', fileOf([incident], 'NONE'));
    const wrong = changed(deleted(incident), { incidentDate: '20260831' });
    const id = await pipeline.receive('second.txt', fileOf([wrong], 'NONE'));
    await pipeline.settle();

    expect(await completed(pipeline, id)).toMatchObject({ accepted: 1, warnings: 1, findingsByCode: { 1198: 1 } });
    const findings = pipeline.objects.contents.get(`work/findings/${id}/0.jsonl`) ?? '';
    expect(JSON.parse(findings)).toMatchObject({ code: '1198', severity: 'warning', record: 1, value: '20260831' });
    expect(await sent(pipeline, '2026-09')).toEqual([]);
  });

  it('warns once when a correction has the wrong date: on its delete', async () => {
    const [deletion, correction] = corrected(incident);
    const pipeline = createPipeline();
    await pipeline.receive('first.txt', fileOf([incident], 'NONE'));
    const wrong = changed(deletion, { incidentDate: '20260831' });
    const id = await pipeline.receive('second.txt', fileOf([wrong, correction], 'NONE'));
    await pipeline.settle();

    expect(await completed(pipeline, id)).toMatchObject({ accepted: 2, warnings: 1 });
    expect(JSON.parse(pipeline.objects.contents.get(`work/findings/${id}/0.jsonl`) ?? '')).toMatchObject({ record: 1 });
  });

  it('refuses a zero report for a month in which something happened, whenever that was reported', async () => {
    expect(await codesOf([incident, zero])).toEqual([['028']]);
    expect(await codesOf([arrest, zero])).toEqual([['029']]);
    expect(await codesOf([incident], [zero])).toEqual([[], ['028']]);
    expect(await codesOf(octoberFile([incident]), [zero])).toEqual([[], ['028']]);
    expect(await codesOf(octoberFile([arrest]), [arrest, zero])).toEqual([[], ['029']]);
  });

  it('refuses to delete a zero report which has lost its effect', async () => {
    expect(await codesOf([zero, incident, deleted(zero)])).toEqual([['030']]);
    expect(await codesOf([zero], [arrest], [deleted(zero)])).toEqual([[], [], ['031']]);
    expect(await codesOf([zero, deleted(zero), zero, deleted(zero)])).toEqual([[]]);
  });

  it('files a zero report when nothing that happened in its month is left, and nothing was there yet', async () => {
    const august = changed(incident, { incidentDate: '20260815', arrestDate: '20260816' });
    expect(await codesOf([zero, incident])).toEqual([[]]);
    expect(await codesOf([august, zero])).toEqual([[]]);
    expect(await codesOf([incident, deleted(incident), zero])).toEqual([[]]);
    expect(await codesOf([incident], octoberFile([deleted(incident)]), [zero])).toEqual([[], [], []]);
    expect(await codesOf([incident], [deleted(incident), august, zero])).toEqual([[], []]);
    expect(await codesOf([changed(incident, { ori: 'MO0020200' }), zero])).toEqual([[]]);
  });

  it('looks for it from its month up to today, and no further', async () => {
    const months: string[] = [];
    const wrap = (ledger: Ledger): Ledger => ({
      ...ledger,
      listMonth(ori, period) {
        months.push(`${ori} ${period}`);
        return ledger.listMonth(ori, period);
      },
    });
    const pipeline = createPipeline({ wrap });
    const earlier = changed(zero, { zeroReportMonth: '12', zeroReportYear: '2025', submissionMonth: '01' });
    await pipeline.receive('zero.txt', fileOf([incident, zero, earlier], 'NONE'));
    for (let chunk = pipeline.chunks.take(); chunk; chunk = pipeline.chunks.take()) await pipeline.process(chunk);

    // What the file itself has reported of September needs no look.
    const listed = Array.from({ length: 11 }, (_, index) => `MO0010100 2026-${String(index + 1).padStart(2, '0')}`);
    expect(months).toEqual(['MO0010100 2025-12', ...listed]);
  });
});

describe('a report that a fault of ours keeps from being filed', () => {
  it('is rejected alone', async () => {
    const reports = generateReports({ ...september, stateSegments: false }).slice(0, 2);
    const number = reports[0]?.report.number ?? '';
    const pipeline = createPipeline({
      fingerprint(text) {
        if (text.includes(number)) throw new TypeError('A fault of ours');
        return text;
      },
    });

    const id = await pipeline.receive('file.txt', fileOf(reports, 'NONE'));
    await pipeline.settle();

    expect(await completed(pipeline, id)).toMatchObject({ accepted: 1, rejected: 1, findingsByCode: { NL01: 1 } });
  });
});

describe('a file that cannot be taken as a whole', () => {
  const sound = generateFile({ ...september, state: 'NONE', stateSegments: false, lineEnd: '\r\n' });

  it.each([
    ['empty', ''],
    ['csv', 'ORI,Number,Date\nMO0010100,1,20260901\n'],
    ['cut-off', sound.slice(0, sound.lastIndexOf('\r\n', sound.length - 3) + 20)],
    ['line-lengths', sound.replaceAll('\r\n', `${'X'.repeat(400)}\r\n`)],
    ['endless-line', `${sound}${sound.trim().replaceAll('\r\n', ' ').padEnd(70_000)}X\r\n${sound}`],
  ])('is refused: %s', async (reason, text) => {
    const pipeline = createPipeline();

    const id = await pipeline.receive('file.txt', text);

    const events = await pipeline.submission(id);
    expect(events.map(({ type }) => type)).toEqual(['SubmissionReceived', 'SubmissionRefused']);
    expect(events[1]?.data).toMatchObject({ reason });
    expect(pipeline.chunks.messages).toEqual([]);
  });

  it('knows a report again in another file, its state half included', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const reports = generateReports({ ...september, zeroReports: 0 });
    await pipeline.receive('first.txt', fileOf(reports));
    const again = await pipeline.receive('again.txt', fileOf(reports.toReversed()));
    await pipeline.settle();
    expect(await completed(pipeline, again)).toMatchObject({ reports: 46, accepted: 46, unchanged: 46, rejected: 0 });
  });

  it('keeps an uploader’s files in the order of their opening, however the notifications come', async () => {
    const [incident] = generateReports(september) as [GeneratedReport];
    const pipeline = createPipeline({ state: 'MO' });
    const first = await pipeline.upload('first.txt', fileOf([incident]));
    const broken = await pipeline.upload('broken.txt', 'not a NIBRS file');
    const correction = await pipeline.upload('correction.txt', fileOf(corrected(incident)));

    for (const location of [correction, first, broken]) {
      await pipeline.notify(await pipeline.objects.current(location));
    }

    const sent = pipeline.chunks.messages.map(({ body }) => [body.fileName, body.versionId]);
    expect(sent).toEqual([
      ['first.txt', 'version-1'],
      ['correction.txt', 'version-3'],
    ]);
    await pipeline.settle();
    const { id } = parseUploadKey(correction.key);
    expect(await completed(pipeline, id)).toMatchObject({ reports: 2, accepted: 2, rejected: 0 });
  });

  it('does not hold up later files because of an object that is no upload', async () => {
    const [incident] = generateReports(september) as [GeneratedReport];
    const pipeline = createPipeline({ state: 'MO' });
    const { key } = await pipeline.upload('first.txt', fileOf([incident]));
    const stray = key.slice(0, key.lastIndexOf('/') + 1);
    await pipeline.objects.put({ bucket: 'inbox', key: stray }, '', 'text/plain');

    const id = await pipeline.receive('second.txt', fileOf(corrected(incident)));

    expect((await pipeline.submission(id)).at(-1)?.type).toBe('SubmissionSplit');
  });

  it('leaves a zero report out when something happened in its month, and only then', async () => {
    const ofOneAgency = { ...september, agencies: ['MO0010100'] as const, arrests: 0, stateSegments: false };
    const [zero] = generateReports({ ...ofOneAgency, zeroReports: 1 }) as [GeneratedReport];
    const [incident] = generateReports({ ...ofOneAgency, zeroReports: 0, incidents: 1 }) as [GeneratedReport];
    const old = changed(incident, { incidentDate: '20260815', arrestDate: '20260816' });
    const levelsSent = async (...reports: GeneratedReport[]) => {
      const pipeline = createPipeline();
      await pipeline.receive('september.txt', fileOf(reports, 'NONE'));
      return new Set((await sent(pipeline, '2026-09')).map((line) => line.charAt(4)));
    };
    expect(await levelsSent(zero, incident)).not.toContain('0');
    expect(await levelsSent(zero, old)).toContain('0');
  });

  it('does not read a file again when its notification comes again', async () => {
    const pipeline = createPipeline({ state: 'MO' });
    const location = await pipeline.upload('september.txt', generateFile({ ...september, lineEnd: '\n' }));
    await pipeline.notify(location);
    pipeline.objects.contents.delete(`inbox/${location.key}`);
    await pipeline.notify(location);
    expect(await pipeline.submission(parseUploadKey(location.key).id)).toHaveLength(2);
  });
});
