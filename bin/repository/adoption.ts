import { compareText } from '../../shared/compare.ts';
import { submissionStream } from '../../shared/ledger/streams.ts';
import type { Period } from '../../shared/nibrs/model/index.ts';
import { type Adoption, addAdoption, findProfile } from '../../shared/state/index.ts';
import type { Repository } from './repository.ts';
import { listAllSubmissions } from './submissions.ts';

/** How far an agency has taken up an element. */
export interface AgencyAdoption extends Adoption {
  ori: string;
  element: string;
  title: string;
  /** The first month of submission in which it gave one; `null` when it has not begun. */
  since: Period | null;
}

/** What the chunks of an agency's files add up to. */
interface AgencyCounts {
  elements: Record<string, Adoption>;
  since: Record<string, Period>;
}

/**
 * By agency and element: of how many persons and things in its accepted reports the agency could have told the element,
 * and of how many it did. From the submissions' own counts; no report is opened. An agency is listed for an element once
 * it has reported somebody whom the element describes.
 */
export async function readAdoption(repository: Repository): Promise<AgencyAdoption[]> {
  const agencies = new Map<string, AgencyCounts>();
  for (const id of await listAllSubmissions(repository)) await addSubmission(repository, id, agencies);
  const elements = findProfile(repository.state ?? 'NONE')?.elements ?? [];
  return [...agencies]
    .toSorted(([one], [other]) => compareText(one, other))
    .flatMap(([ori, counts]) =>
      elements.flatMap(({ id: element, title }) => {
        const adoption = counts.elements[element];
        return adoption ? [{ ori, element, title, since: counts.since[element] ?? null, ...adoption }] : [];
      }),
    );
}

async function addSubmission({ ledger }: Repository, id: string, agencies: Map<string, AgencyCounts>): Promise<void> {
  const events = await ledger.read(submissionStream(id));
  const split = events.find((event) => event.type === 'SubmissionSplit');
  for (const { type, data } of events) {
    if (type !== 'ChunkProcessed' || !data.tally.elements || !split) continue;
    const before = agencies.get(data.ori) ?? { elements: {}, since: {} };
    const since = { ...before.since };
    for (const [element, { given }] of Object.entries(data.tally.elements)) {
      const { period } = split.data;
      if (given > 0 && (since[element] ?? period) >= period) since[element] = period;
    }
    agencies.set(data.ori, { since, elements: addAdoption(before.elements, data.tally.elements) });
  }
}
