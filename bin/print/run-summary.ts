import { join } from 'node:path';
import { count, counted } from '../../shared/count-words.ts';
import type { FileOutcome } from '../repository/outcome.ts';
import type { RunResult } from '../repository/run-month.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { refusalLines } from './validation.ts';
import { wrap } from './wrap.ts';

/** Puts a line under the one before, beside its title. */
const indent = ' '.repeat(14);

type View = Pick<Terminal, 'colors' | 'width'>;

/** What `run` prints at its end. */
export function runSummary(result: RunResult, view: View): string[] {
  return [
    ...fileTable(result.outcomes),
    ...refusals(result.outcomes, view),
    '',
    ...findingsLines(result, view),
    ...transmissionLines(result, view),
    ...elapsedLines(result),
    ...failureLines(result, view),
  ];
}

const counts = ['records', 'reports', 'accepted', 'rejected', 'refused', 'stateElements'] as const;

function fileTable(outcomes: readonly FileOutcome[]): string[] {
  const totals = counts.map((name) => count(outcomes.reduce((sum, outcome) => sum + outcome[name], 0)));
  return table(
    [
      { title: 'file' },
      { title: 'agency' },
      { title: 'month' },
      { title: 'records', align: 'right' },
      { title: 'reports', align: 'right' },
      { title: 'accepted', align: 'right' },
      { title: 'rejected', align: 'right' },
      { title: 'refused', align: 'right' },
      { title: 'state values', align: 'right' },
    ],
    [
      ...outcomes.map((outcome) => [
        outcome.file,
        agencyCell(outcome.agencies),
        outcome.period ?? '',
        ...counts.map((name) => count(outcome[name])),
      ]),
      ['total', '', '', ...totals],
    ],
  );
}

/** One agency by its ORI, several by their number. */
export function agencyCell(agencies: readonly string[]): string {
  return agencies.length > 1 ? `${count(agencies.length)} agencies` : (agencies[0] ?? '');
}

function refusals(outcomes: readonly FileOutcome[], view: View): string[] {
  return outcomes.flatMap(({ file, refusal }) => (refusal ? ['', file, ...refusalLines(refusal, view)] : []));
}

/** How often each code was found, the most frequent first; `findings.jsonl` has every one. */
function findingsLines({ outcomes, directory }: RunResult, { width }: View): string[] {
  const times = new Map<string, number>();
  for (const [code, number] of outcomes.flatMap(({ findingsByCode }) => Object.entries(findingsByCode))) {
    times.set(code, (times.get(code) ?? 0) + number);
  }
  const frequentFirst = [...times].toSorted(([, one], [, other]) => other - one);
  const codes = frequentFirst.map(([code, number]) => `${code} (${count(number)})`);
  if (codes.length === 0) return [];
  return [
    `Findings      each in ${join(directory, 'findings.jsonl')}; by code`,
    ...wrap(codes.join(', '), width - indent.length).map((line) => indent + line),
  ];
}

function transmissionLines(result: RunResult, { colors, width }: View): string[] {
  const { period, directory, transmission, outcomes } = result;
  switch (transmission.outcome) {
    case 'nothing':
      return [`Nothing to send to the FBI for ${period}: the month has no accepted report.`];
    case 'unfinished':
      return [colors.red(`The FBI's file for ${period} was not finished.`)];
    case 'refused':
      return [
        colors.red(`The FBI's file for ${period} was not sealed: ${transmission.refused.reason}`),
        ...transmission.refused.findings.map(({ code, message }) => `  ${code}  ${message}`),
      ];
    case 'sealed': {
      const { fileName, reports, records, bytes, sha256, strippedStateElements } = transmission.sealed;
      const stored = outcomes.reduce((sum, { stateElements }) => sum + stateElements, 0);
      return [
        `FBI file      ${colors.bold(join(directory, fileName))}`,
        `${indent}${counted(reports, 'report')}, ${counted(records, 'record')}, ${counted(bytes, 'byte')}`,
        ...differenceLines(result, reports, width),
        `SHA-256       ${sha256}`,
        `State values  ${count(stored)} stored; ${count(strippedStateElements)} belong to the reports sent and were left out`,
      ];
    }
  }
}

/** Why what is sent is not what was accepted in this run, where it is not. */
function differenceLines({ period, outcomes }: RunResult, sent: number, width: number): string[] {
  const accepted = outcomes.reduce((sum, outcome) => sum + outcome.accepted, 0);
  if (accepted === sent) return [];
  const sentence =
    `${count(accepted)} were accepted: the file has each report of ${period} once, as it stands now, also those of ` +
    'earlier runs, and not what was deleted, replaced, or belongs to another month.';
  return wrap(sentence, width - indent.length).map((line) => indent + line);
}

function elapsedLines({ outcomes, milliseconds: { start, work } }: RunResult): string[] {
  const records = outcomes.reduce((sum, outcome) => sum + outcome.records, 0);
  const rate = Math.round(records / (work / 1000));
  return [`Time          ${seconds(start + work)}, of which ${seconds(start)} to start; ${count(rate)} segments/s`];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function failureLines({ deadLetters, unaccounted }: RunResult, { colors }: View): string[] {
  return [
    ...unaccounted.map((sentence) => colors.red(sentence)),
    ...deadLetters.map(({ queue, cause }) =>
      colors.red(`A message on ${queue} was given up: ${cause ?? 'no reason is known'}`),
    ),
  ];
}
