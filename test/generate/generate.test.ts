import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAOffenses } from '../../shared/nibrs/codes/index.ts';
import { validateReport } from '../../shared/nibrs/edits/validate.ts';
import { readReports } from '../../shared/nibrs/flatfile/reports.ts';
import { findProfile, readStateHalf, stateLevels } from '../../shared/state/index.ts';
import { collect, streamOf } from '../streams.ts';
import { reportArbitrary } from './arbitraries.ts';
import { corrected, deleted } from './corrections.ts';
import { breakReport, type Defect, type DefectName, defects } from './defects.ts';
import { generateFile, writeFile } from './file.ts';
import { type GeneratedReport, type GenerateOptions, generateReports } from './reports.ts';

const options = {
  state: 'MO',
  agencies: ['MO1990100', 'MO1990200', 'MO1990300', 'MO1990400'],
  period: '2026-09',
  incidents: 300,
  arrests: 40,
  zeroReports: 1,
  seed: 7,
  stateSegments: true,
} as const satisfies GenerateOptions;

function sourcesOf(text: string, state = 'MO') {
  return collect(readReports(streamOf(text), { stateLevels: stateLevels(findProfile(state)) }));
}

/** Every finding of a file, the state's and the FBI's. */
async function findingsOf(text: string, stateCode = 'MO') {
  const profile = findProfile(stateCode);
  if (!profile) throw new RangeError(`There is no profile of ${stateCode}`);
  const context = { period: options.period, today: '20261122', stateCode };
  return (await sourcesOf(text, stateCode)).flatMap((sent) => {
    const { source, findings } = readStateHalf(profile, sent);
    return [...validateReport(source, context), ...findings];
  });
}

const write = (...reports: GeneratedReport[]) => writeFile(reports, { state: 'MO', lineEnd: '\n' });
/** Each mistake, in each state in whose reports it can be made. */
const mistakes = (Object.keys(defects) as DefectName[]).flatMap((name) => {
  const { states = ['MO'] }: Defect = defects[name];
  return states.map((state) => [name, state] as const);
});

describe('generated files', () => {
  it('are valid', async () => {
    expect(await findingsOf(generateFile({ ...options, lineEnd: '\n' }))).toEqual([]);
  });

  it('are the same bytes for the same options and others for another seed', () => {
    const file = generateFile({ ...options, lineEnd: '\r\n' });
    expect(generateFile({ ...options, lineEnd: '\r\n' })).toBe(file);
    expect(generateFile({ ...options, lineEnd: '\r\n', seed: 8 })).not.toBe(file);
  });

  it('hold the reports asked for, agency by agency', () => {
    const reports = generateReports(options).map(({ report }) => report);
    const count = (kind: string, ori?: string) =>
      reports.filter((report) => report.kind === kind && (ori === undefined || report.ori === ori)).length;
    expect([count('incident'), count('arrest'), count('zero')]).toEqual([300, 40, 1]);
    expect([count('incident', 'MO1990100'), count('arrest', 'MO1990100')]).toEqual([100, 14]);
    expect(count('zero', 'MO1990400')).toBe(1);
  });

  it('report every Group A offense, and find nothing to say of any', async () => {
    const local = { ...options, incidents: 3000, offenses: 'every' } as const;
    const federal = {
      ...options,
      agencies: ['DCFBI0001'],
      state: 'NONE',
      zeroReports: 0,
      offenses: 'federal',
    } as const;
    const reports = [
      ...(await sourcesOf(generateFile({ ...local, lineEnd: '\n' }))),
      ...(await sourcesOf(generateFile({ ...federal, lineEnd: '\n' }))),
    ];
    const offenses = new Set(
      reports.flatMap(({ report }) => report.segments.map((segment) => segment.level === '2' && segment.offenseCode)),
    );

    expect([...groupAOffenses.keys()].filter((code) => !offenses.has(code))).toEqual([]);
    const agencies = (ori: string) => ({ kind: ori === 'DCFBI0001' ? ('federal' as const) : ('local' as const) });
    const context = { period: options.period, today: '20261122', agencies };
    expect(reports.flatMap((source) => validateReport(source, context))).toEqual([]);
  });

  it('have state values of arrestees and incidents only when asked', () => {
    expect(generateReports(options).some(({ state }) => state)).toBe(true);
    expect(generateReports({ ...options, stateSegments: false }).some(({ state }) => state)).toBe(false);
  });
});

describe('a single report', () => {
  it('is valid, and so are its deletion and its correction', async () => {
    await fc.assert(
      fc.asyncProperty(reportArbitrary, async (generated) => {
        expect(await findingsOf(write(generated))).toEqual([]);
        expect(await findingsOf(write(deleted(generated)))).toEqual([]);
        expect(await findingsOf(write(...corrected(generated)))).toEqual([]);
      }),
    );
  });

  it.each(mistakes)('broken by %s in %s draws its code and no other', async (name, state) => {
    const agencies = [`${state}1990100`, `${state}1990200`] as const;
    const reports = generateReports({ ...options, state, agencies });
    const broken = reports.flatMap((generated) => breakReport(name, generated) ?? []);
    expect(broken).not.toEqual([]);
    for (const generated of broken) {
      const file = writeFile([generated], { state, lineEnd: '\n' });
      const codes = (await findingsOf(file, state)).map(({ code }) => code);
      expect(defects[name].codes).toContain(codes[0]);
      expect(new Set(codes).size).toBe(1);
    }
  });
});
