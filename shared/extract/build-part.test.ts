import { describe, expect, it } from 'vitest';
import { corrected, deleted, inOctober } from '../../test/generate/corrections.ts';
import { writeFile } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { createPipeline } from '../../test/pipeline.ts';
import type { Ledger, LedgerEvent } from '../ledger/port.ts';

const [incident] = generateReports({
  state: 'NONE',
  agencies: ['MO0010100'],
  period: '2026-09',
  incidents: 1,
  arrests: 0,
  zeroReports: 0,
  seed: 7,
  stateSegments: false,
}) as [GeneratedReport];

type Filing = readonly [period: '2026-09' | '2026-10', reports: readonly GeneratedReport[]];

function fileOf([period, reports]: Filing): string {
  const text = writeFile(reports, { state: 'NONE', lineEnd: '\r\n' });
  return period === '2026-09' ? text : inOctober(text);
}

/** The actions of the last transmission, when the files are filed one after the other and each month is sent after its last. */
async function actionsSent(filings: readonly Filing[], wrap?: (ledger: Ledger) => Ledger): Promise<string[]> {
  const pipeline = createPipeline(wrap && { wrap });
  for (const [index, filing] of filings.entries()) {
    await pipeline.receive(`file-${index}.txt`, fileOf(filing));
    await pipeline.settle();
    if (filings[index + 1]?.[0] !== filing[0]) await pipeline.transmit(filing[0], 'request');
  }
  const files = [...pipeline.outbox()].filter(([name]) => name.endsWith('.txt'));
  const file = files.at(-1)?.[1] ?? '';
  return [...file.matchAll(/^\d{4}1(.)/gm)].map(([, action]) => action ?? '');
}

/** An index that has each stream's newest event of a month and none of those before it. */
function withLaggingIndex(ledger: Ledger): Ledger {
  return {
    ...ledger,
    async listMonth(ori, period) {
      const newest = new Map<string, LedgerEvent>();
      for (const event of await ledger.listMonth(ori, period)) newest.set(event.stream, event);
      return [...newest.values()];
    },
  };
}

describe('a part that is built while the index has not all events of a report yet', () => {
  it.each<[string, Filing[], string[]]>([
    [
      'new and corrected in the month',
      [
        ['2026-09', [incident]],
        ['2026-09', corrected(incident)],
      ],
      ['I'],
    ],
    [
      'deleted and reported again in a later month',
      [
        ['2026-09', [incident]],
        ['2026-10', [deleted(incident)]],
        ['2026-10', [incident]],
      ],
      ['D', 'I'],
    ],
  ])('sends what it would send otherwise: a report %s', async (_, filings, actions) => {
    expect(await actionsSent(filings)).toEqual(actions);
    expect(await actionsSent(filings, withLaggingIndex)).toEqual(actions);
  });
});
