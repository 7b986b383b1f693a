/** An index over a table, with the attributes it carries beside its keys and the table's. */
export interface IndexDefinition {
  name: string;
  partitionKey: string;
  sortKey: string;
  /** Everything but the keys; DynamoDB allows 100 such attributes over all indexes of a table. */
  projected: readonly string[];
}

/** Names of the ledger table's keys, index and attributes; the infrastructure, the adapter and the tests share them. */
export const ledgerTableDefinition = {
  /** S: the stream. */
  partitionKey: 'pk',
  /** N: the version. */
  sortKey: 'sk',
  /**
   * A month: `ORI#YYYY-MM`, then the stream; and other lists, see `streams.ts`. It leaves the state half out, so whoever
   * writes the FBI's file does not even read its ciphertext.
   */
  index: {
    name: 'byAgencyPeriod',
    partitionKey: 'agencyPeriod',
    sortKey: 'pk',
    projected: ['type', 'v', 'at', 'by', 'cause', 'data', 'federal'],
  },
} as const satisfies { partitionKey: string; sortKey: string; index: IndexDefinition };

/**
 * The keys of reports, an item for each half of a stream, so that like the ledger's they are only ever added; apart from
 * the ledger, so that they alone can be deleted.
 */
export const keysTableDefinition = {
  /** S: the stream. */
  partitionKey: 'pk',
  /** S: the half. */
  sortKey: 'sk',
} as const satisfies { partitionKey: string; sortKey: string };
