import { describe, expect, it } from 'vitest';
import { linesOf, writeFile } from '../../test/generate/file.ts';
import { generateReports } from '../../test/generate/reports.ts';
import { streamOf } from '../../test/streams.ts';
import { profiles } from '../state/index.ts';
import { shownReportAt } from './source-lines.ts';

describe.each([...profiles.values()])('a report with elements of $state, around a record', (profile) => {
  const { state } = profile;
  const reports = generateReports({
    state,
    agencies: [`${state}0010100`],
    period: '2026-09',
    incidents: 12,
    arrests: 4,
    zeroReports: 0,
    seed: 5,
    stateSegments: true,
  });
  const file = writeFile(reports, { state, lineEnd: '\r\n' });

  it('is shown as the FBI gets it, and of the state’s records no more than whose they are', async () => {
    let record = 1;
    for (const report of reports) {
      const sent = linesOf(report, profile);
      for (const place of [record, record + sent.length - 1]) {
        const shown = await shownReportAt(streamOf(file), place, profile);
        expect(shown).toMatchObject({ ori: report.report.ori, report: report.report.number });
        const federal = shown?.lines.filter(({ level }) => /[0-7]/.test(level)).map(({ text }) => text);
        expect(federal).toEqual(linesOf({ report: report.report }).map((line) => line.trimEnd()));
        const others = shown?.lines.filter(({ level }) => !/[0-7]/.test(level)) ?? [];
        for (const { record: number, text } of others) {
          expect(text.slice(0, 37)).toBe(sent[number - record]?.slice(0, 37));
          expect(text.slice(37)).toMatch(/^·*$/);
        }
      }
      record += sent.length;
    }
  });
});

it('is whatever stands there: a window of a long one, and nothing where no record is', async () => {
  const line = '00465I092026    MO0010100260900001   01XXMWN';
  const long = Array.from({ length: 1000 }, () => `${line}\n`).join('');
  const shown = await shownReportAt(streamOf(`${line.replace('465I', '881I')}\n\n${long}`), 702, undefined);
  expect(shown?.lines).toHaveLength(300);
  expect(shown?.lines.map(({ record }) => record)).toContain(702);
  expect(await shownReportAt(streamOf(`${line}\n\n${line}\n`), 5, undefined)).toBeUndefined();
});
