import { z } from 'zod';
import { oriPattern, periodPattern } from '../nibrs/model/index.ts';

/** To `read-history`: what became of a report, and what changed from version to version. */
export const readHistoryRequest = z.object({
  ori: z.string().regex(oriPattern),
  /** Incident number, arrest transaction number, or the month of a zero report. */
  number: z.string().min(1).max(12),
});
export type ReadHistoryRequest = z.infer<typeof readHistoryRequest>;

const segmentChange = z.object({
  level: z.enum(['0', '1', '2', '3', '4', '5', '6', '7']),
  which: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  elements: z.array(
    z.object({
      name: z.string(),
      of: z.string().optional(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
});

/** What became of the state elements: how many there were and are, never which or what they say. */
const stateChange = z.object({
  before: z.int().nonnegative(),
  after: z.int().nonnegative(),
  /** Unknown where as many are there as before and the FBI's elements changed too: the ledger says no more in the clear. */
  change: z.enum(['none', 'given', 'changed', 'withdrawn', 'unknown']),
});
export type StateChange = z.infer<typeof stateChange>;

const federalFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  action: z.string(),
  level: z.string(),
  element: z.string(),
  sequence: z.string().optional(),
});

/** One thing that happened to a report, with what changed. */
export const historyItem = z.object({
  at: z.string(),
  happened: z.enum([
    'reported',
    'corrected',
    'deleted',
    'superseded',
    'supplemented',
    'expunged',
    'expungement completed',
    'sent',
    'answered',
    'acknowledged',
  ]),
  /** The event under the report's number; of what was sent, the last one that is in it. */
  version: z.int().positive().optional(),
  kind: z.enum(['incident', 'arrest', 'zero']).optional(),
  part: z.string().optional(),
  period: z.string().regex(periodPattern).optional(),
  by: z.string(),
  submission: z.string().optional(),
  file: z.string().optional(),
  /** ORI of whoever uploaded the file. */
  uploader: z.string().optional(),
  record: z.int().positive().optional(),
  order: z.string().optional(),
  /** Against the version before; absent where that is not to be told. */
  changes: z.array(segmentChange).optional(),
  state: stateChange.optional(),
  /** The content can be read by nobody any more. */
  gone: z.literal(true).optional(),
  /** What was sent to the FBI, and in which of its files. */
  transmission: z.string().optional(),
  /** Again is what the FBI was sent before and got once more. Withheld is a zero report that others contradict. */
  effect: z.enum(['new', 'corrected', 'again', 'deleted', 'withheld']).optional(),
  findings: z.array(federalFinding).optional(),
  /** Of an answer: the day on which the FBI processed the file, YYYYMMDD, and what it has found on this report. */
  answer: z
    .object({
      dataSet: z.enum(['errors', 'warnings']),
      processedOn: z.string().optional(),
      found: z.int().nonnegative(),
    })
    .optional(),
});
export type HistoryItem = z.infer<typeof historyItem>;

/** From `read-history`: empty when nothing is on file. */
export const readHistoryReply = z.union([
  z.object({ history: z.array(historyItem) }),
  z.object({ refused: z.string() }),
]);
export type ReadHistoryReply = z.infer<typeof readHistoryReply>;
