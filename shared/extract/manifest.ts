import { z } from 'zod';
import type { Payload } from '../../events/catalog.ts';

const count = z.int().nonnegative();

/** What a manifest says about one agency; kept beside its part until the transmission is sealed. */
export const partSummary = z.strictObject({
  ori: z.string(),
  /** Reports written; one that is deleted and sent anew counts as two. */
  reports: count,
  records: count,
  bytes: count,
  sha256: z.string(),
  /** State-only values which the ledger has for these reports and the file does not. */
  strippedStateElements: count,
  /** By stream of each report sent: the version up to which its events are in the file. */
  versions: z.record(z.string(), z.int().positive()),
});
export type PartSummary = z.infer<typeof partSummary>;

/** The manifest's head: the whole file. */
export interface ManifestHead
  extends Pick<Payload<'TransmissionStarted'>, 'period' | 'submitter' | 'series' | 'fileName' | 'basis'>,
    Pick<Payload<'TransmissionSealed'>, 'bytes' | 'sha256' | 'reports' | 'records' | 'strippedStateElements'> {}

/**
 * A manifest as JSON, an agency a line, so that it can be written in constant memory and compared by eye. The same
 * head and parts always give the same bytes.
 */
export async function* writeManifest(
  head: ManifestHead,
  parts: AsyncIterable<PartSummary>,
): AsyncGenerator<Uint8Array> {
  const { period, submitter, series, fileName, basis, bytes, sha256, reports, records, strippedStateElements } = head;
  const file = { fileName, period, submitter, series, sha256, bytes, reports, records, strippedStateElements, basis };
  yield Buffer.from(`${JSON.stringify(file, undefined, 2).slice(0, -2)},\n  "agencies": [`);
  let separator = '\n    ';
  for await (const part of parts) {
    yield Buffer.from(separator + JSON.stringify(part));
    separator = ',\n    ';
  }
  yield Buffer.from('\n  ]\n}\n');
}
