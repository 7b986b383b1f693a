import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { TryAgainError } from '../../errors.ts';
import type { Backoff } from '../backoff.ts';
import type { AppendOutcome } from '../port.ts';
import type { PreparedAppend } from './actions.ts';
import { limits } from './limits.ts';

/**
 * Some twenty seconds of waiting: an on-demand table begins at 4,000 writes a second and doubles what it takes only every
 * half hour (Developer Guide, "On-demand capacity mode"), so the first load of a state is throttled for most of its time.
 */
const attempts = 40;

/** Reasons that say nothing about the data: somebody else was busy with it, or the table with too much. */
const contention = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

/** Shares appends out to transactions: within DynamoDB's limits, in order. */
export function planTransactions(appends: readonly PreparedAppend[]): PreparedAppend[][] {
  const transactions: PreparedAppend[][] = [];
  let open: PreparedAppend[] = [];
  let actions = 0;
  let bytes = 0;
  for (const append of appends) {
    const full =
      actions + append.actions.length > limits.transactionActions || bytes + append.bytes > limits.transactionBytes;
    if (open.length === 0 || full) {
      open = [];
      transactions.push(open);
      actions = 0;
      bytes = 0;
    }
    open.push(append);
    actions += append.actions.length;
    bytes += append.bytes;
  }
  return transactions;
}

/**
 * Writes one transaction's appends, each all or nothing. Those whose conditions fail conflict, and the others go out
 * again without them; contention is waited for. `isWritten` tells whether an append that met a failed condition is
 * there after all: an earlier attempt of the SDK wrote it and the answer was lost on the way.
 * Throws `TryAgainError` when contention does not end, and what the SDK throws for other failures.
 */
export async function transact(
  documents: DynamoDBDocumentClient,
  appends: readonly PreparedAppend[],
  isWritten: (append: PreparedAppend) => Promise<boolean>,
  wait: Backoff,
): Promise<Map<PreparedAppend, AppendOutcome>> {
  const outcomes = new Map<PreparedAppend, AppendOutcome>();
  let open = [...appends];
  for (let attempt = 1; open.length > 0; ) {
    const cancelled = await write(documents, open);
    if (!cancelled) {
      for (const append of open) outcomes.set(append, 'appended');
      break;
    }
    const failed = failedAppends(open, cancelled);
    const replyLost = (cancelled.$metadata.attempts ?? 1) > 1;
    for (const append of failed) {
      outcomes.set(append, replyLost && (await isWritten(append)) ? 'appended' : 'conflict');
    }
    open = open.filter((append) => !failed.includes(append));
    if (failed.length > 0) continue;
    if (attempt > attempts) throw new TryAgainError('The ledger is too busy to append to: try again');
    await wait(attempt++);
  }
  return outcomes;
}

/** Undefined when written. Reasons of a cancellation that trying again cannot help are thrown. */
async function write(documents: DynamoDBDocumentClient, appends: readonly PreparedAppend[]) {
  try {
    await documents.send(new TransactWriteCommand({ TransactItems: appends.flatMap(({ actions }) => actions) }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const known = ['None', 'ConditionalCheckFailed', ...contention];
    if (!error.CancellationReasons?.every(({ Code = 'None' }) => known.includes(Code))) throw error;
    return error;
  }
}

/** The appends that have an action whose condition failed; reasons come in the order of the actions. */
function failedAppends(appends: readonly PreparedAppend[], { CancellationReasons = [] }: TransactionCanceledException) {
  let next = 0;
  return appends.filter(({ actions }) => {
    const reasons = CancellationReasons.slice(next, next + actions.length);
    next += actions.length;
    return reasons.some(({ Code }) => Code === 'ConditionalCheckFailed');
  });
}
