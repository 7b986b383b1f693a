import type { Level } from './segment.ts';

/** The property of a segment that tells it from the others of its level; a level without one has one segment a report. */
export const identifyingProperty: Readonly<Record<Level, string | undefined>> = {
  0: undefined,
  1: undefined,
  2: 'offenseCode',
  3: 'typePropertyLoss',
  4: 'victimSequenceNumber',
  5: 'offenderSequenceNumber',
  6: 'arresteeSequenceNumber',
  7: 'arresteeSequenceNumber',
};
