import { join } from 'node:path';
import { count } from '../../shared/count-words.ts';
import type { RunResult } from '../repository/run-month.ts';
import { agencyCell } from './run-summary.ts';
import { table } from './table.ts';

/** What became of each profile's values: stored, and left out of what the FBI gets. One row a run. */
export function stateElementsTable(runs: readonly { profile: string; result: RunResult }[]): string[] {
  return table(
    [
      { title: 'profile' },
      { title: 'agency' },
      { title: 'accepted', align: 'right' },
      { title: 'stored', align: 'right' },
      { title: 'left out', align: 'right' },
      { title: 'FBI file' },
    ],
    runs.map(({ profile, result: { outcomes, transmission, directory } }) => {
      const sealed = transmission.outcome === 'sealed' ? transmission.sealed : undefined;
      return [
        profile,
        agencyCell([...new Set(outcomes.flatMap(({ agencies }) => agencies))]),
        count(outcomes.reduce((sum, { accepted }) => sum + accepted, 0)),
        count(outcomes.reduce((sum, { stateElements }) => sum + stateElements, 0)),
        sealed ? count(sealed.strippedStateElements) : '',
        sealed ? join(directory, sealed.fileName) : 'none',
      ];
    }),
  );
}
