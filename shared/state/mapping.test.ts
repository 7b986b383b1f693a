import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportsUnder } from '../../test/generate/arbitraries.ts';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { arrest, incident, linesOf } from '../../test/reports.ts';
import { validateReport } from '../nibrs/edits/validate.ts';
import { readReport } from '../nibrs/flatfile/read-report.ts';
import type { SourceReport } from '../nibrs/flatfile/record.ts';
import { writeSegment } from '../nibrs/flatfile/write-segment.ts';
import { kinds } from './described.ts';
import { federalValues } from './federal-values.ts';
import { toFederalCodes, toStateCodes } from './mapping.ts';
import { missouri } from './profiles/missouri.ts';
import { washington } from './profiles/washington.ts';
import { readStateHalf } from './read-state-half.ts';

const context = { period: '2026-10', today: '20261122' };
const read = (source: SourceReport) => readStateHalf(washington, source);
const codes = (source: SourceReport) => validateReport(source, context).map(({ code }) => code);

describe('codes of a state in fields of the FBI', () => {
  const sent = incident({
    victims: [{ sexOfVictim: 'X' }],
    offenders: [{ sexOfOffender: 'X' }],
    arrestees: [{ sexOfArrestee: 'X' }],
  });

  it("are kept as sent, and the FBI's edits see the FBI's", () => {
    expect(codes(sent)).not.toEqual([]);
    const { source, half, findings } = read(sent);
    expect(half?.values).toEqual([
      { element: 'WA-1', sequence: '001', value: 'X' },
      { element: 'WA-2', sequence: '01', value: 'X' },
      { element: 'WA-3', sequence: '01', value: 'X' },
    ]);
    expect(findings).toEqual([]);
    const unknown = incident({
      victims: [{ sexOfVictim: 'U' }],
      offenders: [{ sexOfOffender: 'U' }],
      arrestees: [{ sexOfArrestee: 'U' }],
    });
    expect(source.report).toEqual(unknown.report);
    expect(codes(source)).toEqual([]);
    expect(linesOf(source)).toEqual(linesOf(unknown));
  });

  it('come back from the state half', () => {
    const { source, half } = read(sent);
    expect(toStateCodes(washington, source.report, half?.values ?? [])).toEqual(sent.report);
    expect(toStateCodes(washington, source.report, [])).toEqual(source.report);
  });

  it('are those of a Group B arrest as well', () => {
    const { source, half } = read(arrest({ sexOfArrestee: 'X' }));
    expect(half?.values).toEqual([{ element: 'WA-3', sequence: '01', value: 'X' }]);
    expect(source.report).toEqual(arrest({ sexOfArrestee: 'U' }).report);
  });

  it('are nothing of the state where both have them', () => {
    const female = incident({ victims: [{ sexOfVictim: 'U' }] });
    expect(read(female)).toEqual({ findings: [], source: female });
  });

  it.each<[string, SourceReport, string]>([
    ['a victim', incident({ victims: [{ sexOfVictim: 'Y' }] }), '404'],
    ['an offender', incident({ offenders: [{ sexOfOffender: 'Y' }] }), '504'],
    ['an arrestee', incident({ arrestees: [{ sexOfArrestee: 'Y' }] }), '667'],
  ])("that nobody declared are a finding of the FBI's edits: %s", (_, source, code) => {
    expect(read(source).half).toBeUndefined();
    expect(codes(read(source).source)).toEqual([code]);
  });

  it('are not known to a state that has not declared them', () => {
    expect(readStateHalf(missouri, sent).source).toBe(sent);
  });

  it('are replaced in a deletion, of which nothing is kept', () => {
    const deletion = arrest({ action: 'D', sexOfArrestee: 'X' });
    expect(read(deletion)).toEqual({ findings: [], source: arrest({ action: 'D', sexOfArrestee: 'U' }) });
  });
});

describe('codes in fields that repeat', () => {
  const sent = incident({
    administrative: { clearedExceptionally: 'Z' },
    offenses: [{ biasMotivation: ['70'] }, { offenseCode: '13B', biasMotivation: ['12', '71'] }],
    victims: [
      {
        relationships: [
          { offenderNumber: '01', relationship: 'ST' },
          { offenderNumber: '02', relationship: 'LL' },
        ],
      },
    ],
    arrestees: [{ raceOfArrestee: 'C' }, { raceOfArrestee: 'J', arresteeSequenceNumber: '02' }],
  });
  const { source, half } = readStateHalf(everyFeature, readReport(linesOf(sent)));

  it('are told apart by their places', () => {
    expect(half?.values).toEqual([
      { element: 'ZZ-16', value: 'Z' },
      { element: 'ZZ-14', sequence: '120', occurrence: 1, value: '70' },
      { element: 'ZZ-14', sequence: '13B', occurrence: 2, value: '71' },
      { element: 'ZZ-15', sequence: '001', occurrence: 2, value: 'LL' },
      { element: 'ZZ-13', sequence: '01', value: 'C' },
      { element: 'ZZ-13', sequence: '02', value: 'J' },
    ]);
  });

  it("become the FBI's, each in its place, and come back", () => {
    const federal = source.report.segments.flatMap((segment) => {
      if (segment.level === '1') return [segment.clearedExceptionally];
      if (segment.level === '2') return [segment.biasMotivation];
      if (segment.level === '4') return [segment.relationships.map(({ relationship }) => relationship)];
      return segment.level === '6' ? [segment.raceOfArrestee] : [];
    });
    expect(federal).toEqual(['N', ['88'], ['12', '99'], ['ST', 'OK'], 'A', 'A']);
    expect(toStateCodes(everyFeature, source.report, half?.values ?? [])).toEqual(sent.report);
    expect(linesOf(source)).toEqual(source.report.segments.map(writeSegment));
  });
});

describe.each([washington, everyFeature])('codes of generated reports of $state', (profile) => {
  const mapped = profile.elements.flatMap(({ mapping, describes }) => (mapping ? [{ ...mapping, describes }] : []));
  const reports = reportsUnder(profile).map((generated) => {
    const values = generated.state?.values ?? [];
    return { federal: generated.report, values, sent: toStateCodes(profile, generated.report, values) };
  });

  it('go both ways: what is read of a report gives the report back, and what is written of a half the half', () => {
    let codesSent = 0;
    fc.assert(
      fc.property(reports, ({ federal, sent }) => {
        const read = readReport(sent.segments.map(writeSegment));
        const { source, values } = toFederalCodes(profile, read);
        expect(source.report.segments.map(writeSegment)).toEqual(federal.segments.map(writeSegment));
        expect(toStateCodes(profile, source.report, values)).toEqual(read.report);
        codesSent += values.length;
      }),
    );
    expect(codesSent).toBeGreaterThan(0);
  });

  it('are in no segment and no record of what the edits and the FBI see', () => {
    fc.assert(
      fc.property(reports, ({ sent }) => {
        const { source } = toFederalCodes(profile, readReport(sent.segments.map(writeSegment)));
        expect(linesOf(source)).toEqual(source.report.segments.map(writeSegment));
        for (const { element, codes, describes } of mapped) {
          const left = source.report.segments
            .filter(({ level }) => kinds[describes].levels.includes(level))
            .flatMap((segment) => federalValues(segment, element));
          expect(left.filter((value) => value !== undefined && Object.hasOwn(codes, value))).toEqual([]);
        }
      }),
    );
  });
});
