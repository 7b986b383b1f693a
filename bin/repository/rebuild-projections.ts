import { randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';
import { type RebuiltAgency, rebuiltAgency } from '../../shared/rebuild/messages.ts';
import { agenciesOf, foundMonths } from '../../shared/rebuild/segments.ts';
import type { Repository } from './repository.ts';

/** Asks for all projections to be made anew, waits until they are, and gives what became of each agency's. */
export async function rebuildProjections(repository: Repository): Promise<RebuiltAgency[]> {
  const { objects, buckets } = repository;
  const request = randomUUID();
  await repository.projections.send([{ body: { kind: 'all', request }, group: 'all', dedupe: request }]);
  return repository.until('rebuilt agency', async () => {
    const found = await foundMonths({ objects, workBucket: buckets.work }, request);
    if (!found) return undefined;
    const keys: string[] = [];
    for await (const key of objects.list(buckets.work, { prefix: agenciesOf(request) })) keys.push(key);
    if (keys.length < found.size) return undefined;
    const results = keys.map(async (key) =>
      rebuiltAgency.parse(await json(await objects.read({ bucket: buckets.work, key }))),
    );
    return Promise.all(results);
  });
}
