import { describe, expect, it } from 'vitest';
import { fold } from '../decider.ts';
import type { ReportCommand, ReportKey } from './command.ts';
import { decide, type Happening } from './decide.ts';
import { reportFold } from './state.ts';

const august = '2026-08';
const september = '2026-09';
const october = '2026-10';

const incident: ReportKey = { kind: 'incident', ori: 'MO0110100', number: '26-000123', part: '', period: september };
const arrest: ReportKey = { ...incident, kind: 'arrest', number: 'B-0042', part: '01' };
const zero: ReportKey = { ...incident, kind: 'zero', number: '000000000000' };

describe('an incident', () => {
  it.each<[string, ReportCommand[], ReportCommand, string, string[]]>([
    ['is filed', [], report(incident, 'a'), 'accepted', ['IncidentReported']],
    ['is unchanged when the same', [report(incident, 'a')], report(incident, 'a'), 'unchanged', []],
    [
      'is unchanged when the same in a later month',
      [report(incident, 'a')],
      report(incident, 'a', october),
      'unchanged',
      [],
    ],
    ['is unchanged when replaced by the same', [report(incident, 'a')], replace(incident, 'a'), 'unchanged', []],
    ['cannot be filed twice', [report(incident, 'a')], report(incident, 'b'), 'refused 056', []],
    ['nor twice in a later month', [report(incident, 'a')], report(incident, 'b', october), 'refused 056', []],
    ['is replaced', [report(incident, 'a')], replace(incident, 'b'), 'accepted', ['IncidentReplaced']],
    ['is not replaced when there is none', [], replace(incident, 'b'), 'refused 095', []],
    ['is deleted', [report(incident, 'a')], remove(incident), 'accepted', ['IncidentDeleted']],
    ['is not deleted when there is none', [], remove(incident), 'refused 095', []],
    ['is not deleted twice', [report(incident, 'a'), remove(incident)], remove(incident), 'refused 095', []],
    [
      'is filed after a delete',
      [report(incident, 'a'), remove(incident)],
      report(incident, 'a'),
      'accepted',
      ['IncidentReported'],
    ],
    [
      'of an older month comes too late',
      [report(incident, 'a')],
      report(incident, 'b', august),
      'superseded',
      ['IncidentSuperseded'],
    ],
    [
      'comes too late but once',
      [report(incident, 'a'), report(incident, 'b', august)],
      report(incident, 'b', august),
      'superseded',
      [],
    ],
    [
      'is replaced too late',
      [report(incident, 'a')],
      replace(incident, 'b', august),
      'superseded',
      ['IncidentSuperseded'],
    ],
    ['is deleted too late', [report(incident, 'a')], remove(incident, august), 'superseded', ['IncidentSuperseded']],
    [
      'is deleted too late but once',
      [report(incident, 'a'), remove(incident, august)],
      remove(incident, august),
      'superseded',
      [],
    ],
    [
      'comes too late after its delete',
      [report(incident, 'a'), remove(incident)],
      report(incident, 'b', august),
      'superseded',
      ['IncidentSuperseded'],
    ],
  ])('%s', (_, given, when, outcome, types) => expectDecision(given, when, outcome, types));

  it('moves to the month in which it is replaced, and says where it was', () => {
    const [event] = decide(replace(incident, 'b', october), stateAfter([report(incident, 'a')])).events;
    expect(event).toMatchObject({
      agencyPeriod: 'MO0110100#2026-10',
      data: { period: october, contentHash: 'b', previous: { version: 1, period: september } },
      federal: 'lines of b',
    });
  });

  it('is superseded by a named version, and its content is not kept', () => {
    const [event] = decide(report(incident, 'b', august), stateAfter([report(incident, 'a')])).events;
    expect(event).toMatchObject({
      agencyPeriod: 'MO0110100#2026-08',
      data: { period: august, contentHash: 'b', current: { version: 1, period: september } },
    });
    expect(event).not.toHaveProperty('federal');
  });
});

describe('a Group B arrest', () => {
  const second = { ...arrest, part: '02' };
  const both = [report(arrest, 'a'), report(second, 'b')];
  const all = { ...arrest, part: '' };

  it.each<[string, ReportCommand[], ReportCommand, string, string[]]>([
    ['is filed beside another arrestee', [report(arrest, 'a')], report(second, 'a'), 'accepted', ['ArrestReported']],
    ['cannot be filed twice in a submission', [report(arrest, 'a')], report(arrest, 'b'), 'refused 751', []],
    ['nor when another one has it', [from('august', report(arrest, 'a'))], report(arrest, 'b'), 'refused 759', []],
    [
      'counts as of the submission that replaced it',
      [from('august', report(arrest, 'a')), replace(arrest, 'b')],
      report(arrest, 'c'),
      'refused 751',
      [],
    ],
    ['is replaced', both, replace(second, 'c'), 'accepted', ['ArrestReplaced']],
    ['is deleted alone', both, remove(second), 'accepted', ['ArrestDeleted']],
    ['is deleted with all arrestees', both, remove(all), 'accepted', ['ArrestDeleted', 'ArrestDeleted']],
    ['is deleted with those who are left', [...both, remove(arrest)], remove(all), 'accepted', ['ArrestDeleted']],
    ['is not deleted when none is left', [...both, remove(all)], remove(all), 'refused 095', []],
    ['comes too late', both, report(second, 'c', august), 'superseded', ['ArrestSuperseded']],
    ['is deleted too late', both, remove(all, august), 'superseded', ['ArrestSuperseded', 'ArrestSuperseded']],
    [
      'is deleted as far as it is not too late',
      [report(arrest, 'a'), report(second, 'b', october)],
      remove(all),
      'accepted',
      ['ArrestDeleted', 'ArrestSuperseded'],
    ],
  ])('%s', (_, given, when, outcome, types) => expectDecision(given, when, outcome, types));

  it('is deleted part by part', () => {
    const { events } = decide(remove(all), stateAfter(both));
    expect(events.map(({ data }) => data)).toMatchObject([
      { part: '01', previous: { version: 1 } },
      { part: '02', previous: { version: 2 } },
    ]);
  });
});

describe('a number', () => {
  const incidentOf: ReportKey = { ...incident, number: arrest.number };
  const second = { ...arrest, part: '02' };

  it.each<[string, ReportCommand[], ReportCommand, string, string[]]>([
    ['of an incident is none for an arrest', [report(incidentOf, 'a')], report(arrest, 'b'), 'refused 088', []],
    ['of an arrest is none for an incident', [report(arrest, 'a')], report(incidentOf, 'b'), 'refused 088', []],
    [
      'is free again after the delete of the incident',
      [report(incidentOf, 'a'), remove(incidentOf)],
      report(arrest, 'b'),
      'accepted',
      ['ArrestReported'],
    ],
    [
      'is not free while one arrestee has it',
      [report(arrest, 'a'), report(second, 'b'), remove(arrest)],
      report(incidentOf, 'c'),
      'refused 088',
      [],
    ],
    [
      'is told of the report that comes too late by its lateness alone',
      [report(incidentOf, 'a'), remove(incidentOf), report(arrest, 'b')],
      report(incidentOf, 'c', august),
      'superseded',
      ['IncidentSuperseded'],
    ],
    ['of an incident has no arrest to delete', [report(incidentOf, 'a')], remove(arrest), 'refused 095', []],
    ['nor with all arrestees', [report(incidentOf, 'a')], remove({ ...arrest, part: '' }), 'refused 095', []],
    ['of an arrest has no incident to delete', [report(arrest, 'a')], remove(incidentOf), 'refused 095', []],
    ['of an arrest has no incident to replace', [report(arrest, 'a')], replace(incidentOf, 'b'), 'refused 095', []],
  ])('%s', (_, given, when, outcome, types) => expectDecision(given, when, outcome, types));
});

describe('the date on a delete', () => {
  const onThird = report(incident, 'a', september, '20260903');
  const warningOn = (given: ReportCommand[], when: ReportCommand) => decide(when, stateAfter(given)).warning;

  it.each<[string, ReportCommand[], ReportCommand]>([
    ['is that of the incident', [onThird], remove(incident, september, '20260904')],
    ['is that of the incident which is replaced', [onThird], replace(incident, 'b', september, '20260904')],
    [
      'is that of the incident, also when it comes back as it was',
      [onThird],
      replace(incident, 'a', october, '20260904'),
    ],
    [
      'is that of the newest state of the incident',
      [report(incident, 'b', september, '20260904'), replace(incident, 'a', september, '20260904', '20260903')],
      remove(incident, september, '20260904'),
    ],
  ])('%s, or a warning', (_, given, when) => {
    expect(warningOn(given, when)).toEqual({ code: '1198', dateOnFile: '20260903' });
  });

  it.each<[string, ReportCommand[], ReportCommand]>([
    ['when it is right', [onThird], remove(incident, september, '20260903')],
    ['when a replacement has it right', [onThird], replace(incident, 'b', september, '20260903', '20260904')],
    ['when the date on file is not known', [report(incident, 'a')], remove(incident, september, '20260904')],
    ['when the delete has none', [onThird], remove(incident)],
    ['when the delete comes too late', [onThird], remove(incident, august, '20260904')],
    ['of a Group B arrest', [report(arrest, 'a', september, '20260903')], remove(arrest, september, '20260904')],
  ])('is no matter %s', (_, given, when) => {
    expect(warningOn(given, when)).toBeUndefined();
  });
});

describe('a zero report', () => {
  it.each<[string, ReportCommand[], ReportCommand, string, string[]]>([
    ['is filed', [], report(zero, 'a'), 'accepted', ['ZeroReportFiled']],
    ['says the same whatever it says', [report(zero, 'a')], report(zero, 'b'), 'unchanged', []],
    ['says the same when replaced', [report(zero, 'a')], replace(zero, 'b'), 'unchanged', []],
    ['is not replaced when there is none', [], replace(zero, 'a'), 'refused 095', []],
    ['is withdrawn', [report(zero, 'a')], remove(zero), 'accepted', ['ZeroReportWithdrawn']],
    ['is not withdrawn when there is none', [], remove(zero), 'refused 095', []],
    ['is filed again', [report(zero, 'a'), remove(zero)], report(zero, 'a'), 'accepted', ['ZeroReportFiled']],
  ])('%s', (_, given, when, outcome, types) => expectDecision(given, when, outcome, types));

  it.each<[Happening, ReportCommand, string]>([
    ['incident', report(zero, 'a'), '028'],
    ['incident', replace(zero, 'a'), '028'],
    ['incident', remove(zero), '030'],
    ['arrest', report(zero, 'a'), '029'],
    ['arrest', remove(zero), '031'],
  ])('is refused for a month with an %s on file', (happened, command, refusal) => {
    for (const given of [[], [report(zero, 'a')]]) {
      expect(decide(command, stateAfter(given), happened)).toMatchObject({ outcome: 'refused', refusal, events: [] });
    }
  });

  it('is the only one that this matters to', () => {
    expect(decide(report(incident, 'a'), stateAfter([]), 'incident').outcome).toBe('accepted');
  });
});

it('an event of another kind of stream is not taken for a report', () => {
  const stranger = { type: 'SeriesNumberTaken', data: { series: 1, transmission: '', period: '' }, cause: {} } as const;
  expect(() => fold(reportFold, [stranger])).toThrow(/SeriesNumberTaken/);
});

function expectDecision(given: ReportCommand[], when: ReportCommand, outcome: string, types: string[]): void {
  const decision = decide(when, stateAfter(given));
  expect([decision.outcome, decision.refusal].filter(Boolean).join(' ')).toBe(outcome);
  expect(decision.events.map(({ type }) => type)).toEqual(types);
}

function stateAfter(commands: ReportCommand[]) {
  return commands.reduce(
    (state, command) => decide(command, state).events.reduce(reportFold.evolve, state),
    reportFold.initialState,
  );
}

function report(key: ReportKey, content: string, period = september, date?: string): ReportCommand {
  return { command: 'report', ...about(key, period), content: contentOf(content, date) };
}

function replace(
  key: ReportKey,
  content: string,
  period = september,
  deleteDate?: string,
  date?: string,
): ReportCommand {
  return { command: 'replace', ...about(key, period), content: contentOf(content, date), deleteDate };
}

function remove(key: ReportKey, period = september, deleteDate?: string): ReportCommand {
  return { command: 'delete', ...about(key, period), deleteDate };
}

function from(submission: string, { stamp, ...command }: ReportCommand): ReportCommand {
  return { ...command, stamp: { ...stamp, cause: { ...stamp.cause, submission } } };
}

function about(key: ReportKey, period: string) {
  const stamp = { at: '2026-10-05T08:30:00.000Z', by: 'test', cause: { submission: 'september', record: 1 } };
  return { key: { ...key, period }, stamp };
}

function contentOf(content: string, date?: string) {
  return { contentHash: content, segments: 1, stateElements: 0, date, federal: `lines of ${content}` };
}
