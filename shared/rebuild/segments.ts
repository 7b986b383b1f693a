import { text } from 'node:stream/consumers';
import { compareText } from '../compare.ts';
import type { LedgerSegments } from '../ledger/port.ts';
import { oriPattern, type Period, periodPattern } from '../nibrs/model/index.ts';
import type { Clock, Log, Objects, Outgoing, Queue } from '../ports.ts';
import { type RebuildProjections, type SegmentMonths, segmentMonths } from './messages.ts';
import { type AgencyDependencies, rebuildAgency } from './rebuild-agency.ts';

/**
 * The ledger is looked through in so many segments at a time. Each has fifteen minutes, in which some 18,000 pages of a
 * megabyte can be read: far more than a state's ledger has.
 */
export const segments = 16;

export interface RebuildDependencies extends AgencyDependencies {
  ledgerSegments: LedgerSegments;
  objects: Objects;
  workBucket: string;
  projections: Queue<RebuildProjections>;
  clock: Clock;
  log: Log;
}

/**
 * One step of making every projection anew: asks for the segments; or looks through one, and when all of them have been
 * looked through asks for their agencies; or rebuilds an agency. Any of them may be done again.
 */
export async function rebuildStep(deps: RebuildDependencies, message: RebuildProjections): Promise<void> {
  if (message.kind === 'all') await askForSegments(deps, message.request);
  else if (message.kind === 'segment') await lookThrough(deps, message);
  else {
    const rebuilt = await rebuildAgency(deps, message);
    await putJson(deps, `${agenciesOf(message.request)}${message.ori}.json`, rebuilt);
    deps.log.info('Projections of an agency were rebuilt', { ...rebuilt });
  }
}

async function askForSegments({ projections }: RebuildDependencies, request: string): Promise<void> {
  const messages = Array.from({ length: segments }, (_, segment): Outgoing<RebuildProjections> => {
    const name = `segment-${segment}`;
    return { body: { kind: 'segment', request, segment }, group: name, dedupe: `${request}-${name}` };
  });
  await projections.send(messages);
}

async function lookThrough(
  deps: RebuildDependencies,
  { request, segment }: Extract<RebuildProjections, { kind: 'segment' }>,
): Promise<void> {
  const months = new Map<string, Set<Period>>();
  for await (const key of deps.ledgerSegments.indexKeys(segment, segments)) {
    const [ori = '', period = ''] = key.split('#');
    // Other lists have keys too: of all agencies, of the files of a month.
    if (!oriPattern.test(ori) || !periodPattern.test(period)) continue;
    months.set(ori, (months.get(ori) ?? new Set()).add(period));
  }
  const found: SegmentMonths = Object.fromEntries([...months].map(([ori, periods]) => [ori, [...periods]]));
  await putJson(deps, `${segmentsOf(request)}${segment}.json`, found);
  const all = await foundMonths(deps, request);
  if (!all) return;
  deps.log.info('Agencies of the ledger were found', { agencies: all.size });
  await deps.projections.send(
    [...all].map(([ori, periods]) => {
      return { body: { kind: 'agency', request, ori, periods }, group: ori, dedupe: `${request}-${ori}` };
    }),
  );
}

/** Months by ORI of the whole ledger, once all segments have been looked through; undefined before. */
export async function foundMonths(
  { objects, workBucket }: Pick<RebuildDependencies, 'objects' | 'workBucket'>,
  request: string,
): Promise<Map<string, Period[]> | undefined> {
  const keys: string[] = [];
  for await (const key of objects.list(workBucket, { prefix: segmentsOf(request) })) keys.push(key);
  if (keys.length < segments) return undefined;
  const months = new Map<string, Set<Period>>();
  for (const key of keys) {
    const found = segmentMonths.parse(JSON.parse(await text(await objects.read({ bucket: workBucket, key }))));
    for (const [ori, periods] of Object.entries(found)) {
      months.set(ori, new Set([...(months.get(ori) ?? []), ...periods]));
    }
  }
  const sorted = [...months].sort(([a], [b]) => compareText(a, b));
  return new Map(sorted.map(([ori, periods]) => [ori, [...periods].sort(compareText)]));
}

async function putJson({ objects, workBucket }: RebuildDependencies, key: string, value: unknown): Promise<void> {
  await objects.put({ bucket: workBucket, key }, JSON.stringify(value), 'application/json');
}

function segmentsOf(request: string): string {
  return `rebuilt/${request}/segments/`;
}

/** What the keys of all agencies' results begin with; one is there when the agency is rebuilt. */
export function agenciesOf(request: string): string {
  return `rebuilt/${request}/agencies/`;
}
