import type { Payload } from '../../events/catalog.ts';
import { validateReport } from '../nibrs/edits/index.ts';
import type { Finding } from '../nibrs/finding.ts';
import { parseFileName } from '../nibrs/flatfile/file-name.ts';
import { readReports } from '../nibrs/flatfile/reports.ts';

type Refusal = Payload<'TransmissionRefused'>;

/** As many findings as a refusal names; they are there to find the fault, which is ours. */
const maxFindings = 100;

/**
 * Runs the FBI's edits over a file as it would be sent. Gives the reason to refuse it; undefined when no edit finds an
 * error. It has no state segments: one would be a record of an unknown level.
 */
export async function checkFile(
  stream: AsyncIterable<Uint8Array>,
  { period, fileName }: Pick<Payload<'TransmissionStarted'>, 'period' | 'fileName'>,
): Promise<Refusal | undefined> {
  const name = parseFileName(fileName);
  if (!name.ok) return { reason: 'file-name', findings: [] };
  const findings: Refusal['findings'] = [];
  let stateCode: string | undefined;
  for await (const reports of readReports(stream, { stateLevels: new Set() })) {
    for (const source of reports) {
      stateCode ??= source.report.ori.slice(0, 2);
      const found = validateReport(source, { period, today: name.date, stateCode });
      const errors = found.filter(({ severity }) => severity === 'error').map(withoutValue);
      findings.push(...errors.slice(0, maxFindings - findings.length));
    }
  }
  if (stateCode === undefined) return { reason: 'no-reports', findings: [] };
  return findings.length > 0 ? { reason: 'edits', findings } : undefined;
}

/** A finding's own message may quote a value, and events are not encrypted. */
function withoutValue({ code, record, segment, elementName }: Finding): Refusal['findings'][number] {
  return { code, record, message: `Edit ${code} on ${elementName} of a level ${segment} segment` };
}
