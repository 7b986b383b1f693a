import { describe, expect, it } from 'vitest';
import { changed, corrected, deleted } from '../../test/generate/corrections.ts';
import { writeFile } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { zeroReport } from '../../test/generate/zero-report.ts';
import { streamOf } from '../../test/streams.ts';
import { findProfile, type StateProfile } from '../state/index.ts';
import { examineFile } from './examine.ts';

const reports = generateReports({
  state: 'MO',
  agencies: ['MO0010100'],
  period: '2026-09',
  incidents: 3,
  arrests: 2,
  zeroReports: 0,
  seed: 5,
  stateSegments: true,
});
const [incident, second] = reports;
if (!incident || !second) throw new RangeError('No incidents were generated');

const options = { today: '20261105', profile: findProfile('MO') };

async function examine(text: string, profile: StateProfile | undefined = options.profile) {
  const outcomes = [];
  for await (const outcome of examineFile(streamOf(text), { ...options, profile })) outcomes.push(outcome);
  return outcomes;
}

async function codesOf(filed: typeof reports): Promise<string[][]> {
  const outcomes = await examine(writeFile(filed, { state: 'MO', lineEnd: '\n' }));
  return outcomes.map((outcome) => ('refusal' in outcome ? [] : outcome.findings.map(({ code }) => code)));
}

describe('examining a file', () => {
  it('gives both halves of every report that is right', async () => {
    const outcomes = await examine(writeFile(reports, { state: 'MO', lineEnd: '\r\n' }));

    expect(outcomes).toHaveLength(reports.length);
    for (const [index, outcome] of outcomes.entries()) {
      expect(outcome).toMatchObject({ findings: [], federal: { kind: reports[index]?.report.kind } });
      expect('state' in outcome && outcome.state?.values.length).toBe(reports[index]?.state?.values.length);
    }
  });

  it('remembers what the file reported: other content under the same number needs a delete', async () => {
    const [, changed] = corrected(incident);

    expect(await codesOf([incident, changed])).toEqual([[], ['056']]);
    const { report } = incident;
    expect(await codesOf([{ report }, { report }])).toEqual([[], []]);
    expect(await codesOf([incident, ...corrected(incident)])).toEqual([[], [], []]);
    expect(await codesOf([incident, second, changed, deleted(incident), changed])).toEqual([[], [], ['056'], [], []]);
  });

  it('remembers numbers, dates and months as the ledger does', async () => {
    const arrest = reports.find(({ report }) => report.kind === 'arrest');
    if (!arrest) throw new RangeError('No arrest was generated');
    const { ori, number } = incident.report;
    const zero = { report: zeroReport(ori, '2026-09') };
    const elsewhere = { report: zeroReport('MO0020200', '2026-09') };
    const sameNumber = changed({ report: arrest.report }, { arrestTransactionNumber: number });

    // Without their state segments, of which Missouri has something to say.
    const ledgerCodesOf = async (filed: GeneratedReport[]) =>
      (await codesOf(filed)).map((codes) => codes.filter((code) => !code.startsWith('MO')));

    expect(await ledgerCodesOf([incident, sameNumber])).toEqual([[], ['088']]);
    expect(await ledgerCodesOf([arrest, changed({ report: arrest.report }, { arrestDate: '20260930' })])).toEqual([
      [],
      ['751'],
    ]);
    const otherDate = changed(deleted(incident), { incidentDate: '20260831' });
    expect(await ledgerCodesOf([incident, otherDate, incident])).toEqual([[], ['1198'], []]);
    expect(await ledgerCodesOf([incident, zero, elsewhere])).toEqual([[], ['028'], []]);
    expect(await ledgerCodesOf([arrest, zero, deleted(zero)])).toEqual([[], ['029'], ['031']]);
    expect(await ledgerCodesOf([incident, deleted(incident), zero, incident])).toEqual([[], [], [], []]);
  });

  it('keeps both halves of a report that it only warns of', async () => {
    const otherDate = changed(deleted(incident), { incidentDate: '20260831' });
    const outcomes = await examine(writeFile([incident, otherDate], { state: 'MO', lineEnd: '\n' }));
    expect(outcomes[1]).toMatchObject({ findings: [{ code: '1198' }], federal: { kind: 'incident' } });
  });

  it('does not hold it against a file that what it deletes may be on file', async () => {
    expect(await codesOf([deleted(incident)])).toEqual([[]]);
  });

  it('makes a fault of ours a finding of that report and goes on', async () => {
    const profile = options.profile;
    if (!profile) throw new RangeError('There is no profile of Missouri');
    let readings = 0;
    const faulty = {
      ...profile,
      get version() {
        readings += 1;
        if (readings === 1) throw new TypeError('A fault of ours');
        return profile.version;
      },
    };

    const outcomes = await examine(writeFile(reports, { state: 'MO', lineEnd: '\n' }), faulty);

    const failed = outcomes.filter((outcome) => 'failure' in outcome && outcome.failure);
    expect(outcomes).toHaveLength(reports.length);
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ findings: [{ code: 'NL01', severity: 'error' }] });
  });

  it('tells that a file is cut off after all that can be read of it', async () => {
    const text = writeFile(reports, { state: 'MO', lineEnd: '\n' });
    const lines = text.trimEnd().split('\n');

    const outcomes = await examine(`${text}${lines[0]?.slice(0, 20)}`);

    expect(outcomes.at(-1)).toMatchObject({ refusal: { reason: 'cut-off', record: lines.length + 1 } });
    expect(outcomes.length).toBeGreaterThan(reports.length);
  });
});

describe("a state's codes in fields of the FBI", () => {
  const profile = findProfile('WA');
  const [sent] = generateReports({
    state: 'WA',
    agencies: ['WA0010100'],
    period: '2026-09',
    incidents: 0,
    arrests: 1,
    zeroReports: 0,
    seed: 5,
    stateSegments: false,
  });
  const withSex = (sexOfArrestee: string) =>
    writeFile(sent ? [changed(sent, { sexOfArrestee })] : [], { state: 'NONE', lineEnd: '\n' });

  it("are filed in the state half, and the FBI's in the federal one", async () => {
    expect(await examine(withSex('X'), profile)).toMatchObject([
      {
        findings: [],
        federal: { arrest: { sexOfArrestee: 'U' } },
        state: { profile: 'WA', values: [{ element: 'WA-3', sequence: '01', value: 'X' }] },
      },
    ]);
  });

  it("are findings of the FBI's edits when the profile does not have them", async () => {
    const codesOfFile = async (text: string, of: StateProfile | undefined) =>
      (await examine(text, of)).map((outcome) =>
        'refusal' in outcome ? [] : outcome.findings.map(({ code }) => code),
      );
    expect(await codesOfFile(withSex('Y'), profile)).toEqual([['758']]);
    expect(await codesOfFile(withSex('X'), findProfile('OR'))).toEqual([['758']]);
  });
});
