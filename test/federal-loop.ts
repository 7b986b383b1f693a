import { expect } from 'vitest';
import { type AnswerFile, acceptedState, Fbi, type FbiOptions, type Hit, type Rule } from '../local/fbi/index.ts';
import type { LedgerEvent } from '../shared/ledger/port.ts';
import { reportStream, transmissionStream } from '../shared/ledger/streams.ts';
import { inOctober } from './generate/corrections.ts';
import { writeFile } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { createPipeline, type Pipeline, type PipelineOptions } from './pipeline.ts';

const agencies = ['MO0010100', 'MO0020200'] as const;
const options = { state: 'NONE', agencies, period: '2026-09', seed: 8, stateSegments: false } as const;

/** Of two agencies, incidents and Group B arrests, two arrestees of one number among these. */
export const reports = generateReports({ ...options, incidents: 6, arrests: 20, zeroReports: 0 });
export const [ori] = agencies;
export const own = reports.filter(({ report }) => report.ori === ori);
export const [first, second, third] = own.filter(({ report }) => report.kind === 'incident') as [
  GeneratedReport,
  GeneratedReport,
  GeneratedReport,
];

export function numberOf({ report }: GeneratedReport): string {
  return report.number;
}

/** Finds something on this report. */
export function on({ report }: GeneratedReport, hit: Hit): Rule {
  return (each) => (isOf(report, each) && each.action !== 'D' ? hit : undefined);
}

/** Finds something on the delete of this report. */
export function onDelete({ report }: GeneratedReport, hit: Hit): Rule {
  return (each) => (isOf(report, each) && each.action === 'D' ? hit : undefined);
}

function isOf(report: { ori: string; number: string }, each: { ori: string; number: string }): boolean {
  return report.ori === each.ori && report.number === each.number;
}

export const refusesSecond = on(second, {
  code: '404',
  severity: 'error',
  element: '33',
  value: 'SECRET-VALUE',
  text: 'NOT A VALUE OF ITS LIST',
});

/** A repository, the FBI, and what goes on between them. */
export class FederalLoop {
  readonly pipeline: Pipeline;
  readonly fbi: Fbi;
  #files = 0;

  constructor(fbi: FbiOptions = {}, pipeline: PipelineOptions = {}) {
    this.fbi = new Fbi(fbi);
    this.pipeline = createPipeline(pipeline);
  }

  /** Gives the submission's id. */
  async file(...filed: GeneratedReport[]): Promise<string> {
    return this.#fileText(writeFile(filed, { state: 'NONE', lineEnd: '\r\n' }));
  }

  async fileInOctober(...filed: GeneratedReport[]): Promise<void> {
    await this.#fileText(inOctober(writeFile(filed, { state: 'NONE', lineEnd: '\r\n' })));
  }

  async #fileText(text: string): Promise<string> {
    this.#files += 1;
    const id = await this.pipeline.receive(`file-${this.#files}.txt`, text);
    await this.pipeline.settle();
    return id;
  }

  /** Sends a month to the FBI and hands in what it answers at once. Gives what the file says, undefined when there is none. */
  async send(period = '2026-09', how?: Parameters<Pipeline['transmit']>[2]): Promise<string[] | undefined> {
    const before = new Set(this.pipeline.outbox().keys());
    this.#files += 1;
    await this.pipeline.transmit(period, `request-${this.#files}`, how);
    const file = [...this.pipeline.outbox()].find(([name]) => name.endsWith('.txt') && !before.has(name));
    if (!file) return undefined;
    const [name, text] = file;
    await this.hear(this.fbi.take({ name, text }, '20261106'));
    const heads = text.split('\r\n').filter((line) => /^\d{4}[017]/.test(line));
    return heads.map((line) => `${line.slice(5, 6)} ${line.slice(25, 37).trim()}`);
  }

  async hear(answers: readonly AnswerFile[]): Promise<void> {
    for (const answer of answers) await this.pipeline.answer(answer);
  }

  /** The events of these types on a transmission. */
  async transmission(series: number, period = '2026-09'): Promise<LedgerEvent[]> {
    return this.pipeline.ledger.read(transmissionStream(`${period}#2026-${String(series).padStart(3, '0')}`));
  }

  async stream({ report }: GeneratedReport): Promise<LedgerEvent[]> {
    return this.pipeline.ledger.read(reportStream(report.kind, report.ori, report.number));
  }

  /** The FBI's database and what the ledger has accepted; the reports with these keys are left aside. */
  async bothSides(...without: string[]): Promise<[fbi: [string, string][], ledger: [string, string][]]> {
    const accepted = await acceptedState(this.pipeline.ledger, agencies, ['2026-09', '2026-10']);
    const sides = [this.fbi.database, accepted].map((side) =>
      [...side].filter(([key]) => !without.includes(key)).sort(),
    );
    return sides as [[string, string][], [string, string][]];
  }

  async expectSame(...without: string[]): Promise<void> {
    const [fbi, ledger] = await this.bothSides(...without);
    expect(fbi.length).toBeGreaterThan(0);
    expect(fbi).toEqual(ledger);
  }

  findings(): Record<string, unknown>[] {
    const texts = [...this.pipeline.objects.contents].filter(([name]) => name.startsWith('work/findings/federal/'));
    // What was expunged has left an empty line.
    const lines = texts.flatMap(([, text]) => text.split('\n')).filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line));
  }
}

/** What the events of a type say. */
export function ofType(events: readonly LedgerEvent[], type: LedgerEvent['type']) {
  return events.filter((event) => event.type === type).map(({ data }) => data);
}
