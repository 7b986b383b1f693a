import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editContext } from '../../../test/edit-cases/index.ts';
import { arrest, incident, incidentDelete, linesOf, readReport, zeroReport } from '../../../test/reports.ts';
import { ReportGrouper } from '../flatfile/reports.ts';
import { validateReport } from './index.ts';

const validate = (report: Parameters<typeof validateReport>[0]) => validateReport(report, editContext);

test('a finding says where, what and what to do', () => {
  const [finding] = validate(incident({ victims: [{ victimSequenceNumber: '007', typeInjury: ['M', 'X'] }] }));
  expect(finding).toEqual({
    code: '404',
    severity: 'error',
    record: 4,
    segment: '4',
    ori: 'MO0010000',
    report: '26-000123',
    sequence: '007',
    element: '33',
    elementName: 'Type injury',
    value: 'X',
    columns: [86, 86],
    message: 'Type injury is X, which is not a valid value.',
    hint: expect.stringContaining('M (apparent minor injury)'),
  });
});

test('a value is spelled out with its meaning', () => {
  const [finding] = validate(arrest({ arrestOffenseCode: '120' }));
  expect(finding?.message).toBe('UCR arrest offense code is 120 (Robbery), a Group A offense.');
});

test('a date is spelled out, and so is the month that it does not belong to', () => {
  const [finding] = validate(incident({ administrative: { incidentDate: '20261101' } }));
  expect(finding?.message).toBe(
    'Incident date is 20261101 (November 1, 2026), which is after October 2026, the month of submission.',
  );
});

test('characters that no screen shows are made visible', () => {
  const [finding] = validate(arrest({ arrestTransactionNumber: '26\t\u001b1' }));
  expect(finding?.message).toBe('Arrest transaction number "26‹tab›?1" has "‹tab›" in it, which is not allowed.');
});

test.each([
  [
    'the codes of a short list',
    arrest({ sexOfArrestee: undefined }),
    'Enter one of: F (female), M (male), U (unknown).',
  ],
  ['what a long list has for unknown', incident({ offenses: [{ locationType: '99' }] }), '; 25 (Other/Unknown)'],
  ['how an unknown age is written', arrest({ ageOfArrestee: undefined }), '00 for unknown'],
])('a hint tells %s', (_, report, hint) => {
  expect(validate(report)[0]?.hint).toContain(hint);
});

test('a missing segment has no record, no value and no place', () => {
  expect(validate(incident({ offenders: [] }))[0]).toMatchObject({
    code: '075',
    segment: '5',
    message: 'The incident has no offender segment.',
    record: undefined,
    value: undefined,
    columns: undefined,
  });
});

test('findings come by record and then by number', () => {
  const findings = validate(
    incident({
      administrative: { incidentHour: '24', cargoTheft: 'X' },
      offenses: [{ locationType: '00', attemptedCompleted: 'X' }],
      offenders: [],
    }),
  );
  expect(findings.map(({ record, code }) => [record, code])).toEqual([
    [undefined, '075'],
    [1, '104'],
    [1, '152'],
    [2, '204'],
    [2, '251'],
  ]);
});

test('a warning refuses nothing', () => {
  expect(validate(incident({ arrestees: [{ ageOfArrestee: '99' }] }))).toMatchObject([
    { code: '1641', severity: 'warning' },
  ]);
});

describe('one fault is reported once', () => {
  test('a date that is none is not also out of range', () => {
    expect(validate(incident({ administrative: { incidentDate: '99999999' } }))).toMatchObject([{ code: '105' }]);
  });

  test('a report that cannot be read whole is not also incomplete', () => {
    const lines = linesOf(incident());
    const report = readReport(
      lines.map((line, index) => (index === 3 ? `${line.slice(0, 4)}X${line.slice(5)}` : line)),
    );
    expect(validate(report)).toMatchObject([{ code: '051', record: 4, segment: 'X', columns: [5, 5] }]);
  });
});

test('an incident without end is told of so often and no more', () => {
  const victims = Array.from({ length: 3000 }, (_, index) => ({
    victimSequenceNumber: String(index % 1000).padStart(3, '0'),
    sexOfVictim: 'X',
  }));
  const codes = validate(incident({ victims })).map(({ code }) => code);
  expect(codes.filter((code) => code === '404')).toHaveLength(1000);
  expect(codes).toContain('451');
});

describe('a delete', () => {
  test('is checked for what names the report and for nothing else', () => {
    expect(
      validate(incidentDelete({ clearedExceptionally: 'X', incidentHour: '99', incidentDate: '19850101' })),
    ).toEqual([]);
    expect(validate(arrest({ action: 'D', ageOfArrestee: 'XX', armedWith: [], arrestOffenseCode: '999' }))).toEqual([]);
  });

  test('of a zero report is checked like an add', () => {
    expect(validate(zeroReport({ action: 'D', zeroReportMonth: '13' }))).toMatchObject([{ code: '090' }]);
  });
});

test('a federal agency of another state is no stranger in the file', () => {
  const report = zeroReport({ ori: 'KS0010000' });
  expect(validateReport(report, { ...editContext, agencies: () => ({ kind: 'federal' }) })).toEqual([]);
  expect(validateReport(report, { ...editContext, stateCode: undefined })).toEqual([]);
});

test('what a record contains never makes it throw', () => {
  const good = [incident(), arrest(), zeroReport()].flatMap(linesOf);
  const bent = fc
    .tuple(fc.constantFrom(...good), fc.nat(310), fc.string({ unit: 'binary-ascii', maxLength: 20 }))
    .map(([line, at, noise]) => line.slice(0, at) + noise + line.slice(at + noise.length));
  const anything = fc.oneof(bent, bent, fc.string({ unit: 'binary-ascii', maxLength: 400 }));
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 12 }), (lines) => {
      const grouper = new ReportGrouper({ stateLevels: new Set() });
      const pushed = lines.map((text, index) =>
        grouper.push({ number: index + 1, offset: 0, size: text.length, text }),
      );
      for (const report of [...pushed, grouper.end()]) {
        if (report === undefined) continue;
        for (const { message, hint, code } of validate(report)) {
          expect(`${message} ${hint}`, code).not.toMatch(/\{\w+\}|undefined/);
        }
      }
    }),
  );
});
