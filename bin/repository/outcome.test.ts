import { describe, expect, test } from 'vitest';
import { emptyTally } from '../../shared/ledger/submissions.ts';
import { unknownSubmission } from '../../shared/submissions/read-submission.ts';
import type { FiledFile } from './filing.ts';
import { outcomeOf, unaccounted } from './outcome.ts';

const file = { path: 'in/town.txt', name: 'town.txt', bytes: 100, open: async function* () {} };
const counted = { bytes: 100, sha256: 'ab', records: 10, reports: 3 };

function filed(submission: Partial<FiledFile['submission']>): FiledFile {
  return { file, counted, submission: { ...unknownSubmission('s1'), ...submission } };
}

describe('the outcome of a file', () => {
  test('accounts for every record of a file that was filed', () => {
    const tally = { ...emptyTally(), accepted: 2, acceptedRecords: 7, rejected: 1, rejectedRecords: 3 };
    const outcome = outcomeOf(filed({ completed: true, tally: { ...tally, findingsByCode: { 404: 1, 104: 2 } } }));
    expect(outcome).toMatchObject({ file: 'town.txt', records: 10, reports: 3, accepted: 2, rejected: 1, refused: 0 });
    expect(Object.entries(outcome.findingsByCode)).toEqual([
      ['104', 2],
      ['404', 1],
    ]);
    expect(unaccounted([outcome])).toEqual([]);
  });

  test('counts all of a refused file as refused', () => {
    const refused = { reason: 'cut-off', message: 'The file is cut off.', hint: 'Send it whole.', records: 10 };
    const outcome = outcomeOf(filed({ refused }));
    expect(outcome).toMatchObject({ refused: 3, refusedRecords: 10, accepted: 0, refusal: { reason: 'cut-off' } });
    expect(unaccounted([outcome])).toEqual([]);
  });

  test('a record too few is told, with the file', () => {
    const tally = { ...emptyTally(), accepted: 3, acceptedRecords: 9 };
    expect(unaccounted([outcomeOf(filed({ tally }))])).toEqual([
      'town.txt: it has 10 records in 3 reports, but 9 records in 3 reports were accepted, rejected or refused.',
    ]);
  });
});
