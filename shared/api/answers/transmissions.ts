import { NotFoundError } from '../../errors.ts';
import type { FederalCopy } from '../../extract/federal-copy.ts';
import { demandTransmission } from '../../extract/last-number.ts';
import type { Months } from '../../extract/months.ts';
import { planTransmission } from '../../extract/plan.ts';
import { findRebuilt } from '../../extract/rebuild-file.ts';
import { type SaidOfAgency, saidBy } from '../../extract/said.ts';
import { stageOf } from '../../ledger/forwarding.ts';
import { type ListedTransmission, listTransmissions } from '../../ledger/list-transmissions.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { Clock, LinkTo, Objects } from '../../ports.ts';
import type { Replied } from '../route.ts';
import type { AnswersTo, Routes } from '../routes/index.ts';

export interface TransmissionDependencies {
  ledger: Ledger;
  months: Months;
  federal: FederalCopy;
  objects: Objects;
  workBucket: string;
  outboxBucket: string;
  linkTo: LinkTo;
  clock: Clock;
}

type Transmission = Replied<Routes['listTransmissions']>['transmissions'][number];

/** So many reports are listed one by one: a reply has a limit, and nobody reads more. */
const listedAtMost = 20_000;

/** What was sent to the FBI, what would be, and files that are made again. */
export function transmissionAnswers(
  deps: TransmissionDependencies,
): AnswersTo<'listTransmissions' | 'planTransmission' | 'readTransmission' | 'downloadTransmission' | 'readExtract'> {
  const { ledger, outboxBucket, workBucket, linkTo, clock } = deps;
  return {
    async listTransmissions({ query: { period } }) {
      const listed = await listTransmissions(ledger, { period, thisYear: clock().getUTCFullYear() });
      return { transmissions: listed.flatMap(shown).reverse() };
    },

    async planTransmission({ query: { period, mode, agency } }) {
      const thisMonth = clock().toISOString().slice(0, 7);
      return firstOf(await planTransmission(deps, { period, mode, ori: agency }, thisMonth));
    },

    async readTransmission({ params: { file } }) {
      const found = await demandTransmission(ledger, file);
      const [transmission] = shown(found);
      if (!transmission) throw new NotFoundError(`${file} is not started yet. Look again in a moment.`);
      return { ...transmission, ...firstOf(await saidBy(ledger, found)) };
    },

    async downloadTransmission({ params: { file }, query: { what } }) {
      const { sealed } = (await demandTransmission(ledger, file)).state;
      if (!sealed) throw new NotFoundError(`There is no sealed file of ${file}. Its transmission tells how far it is.`);
      const [key, name] = what === 'file' ? [sealed.key, file] : [sealed.manifestKey, `${file}.manifest.json`];
      return linkTo({ bucket: outboxBucket, key }, name);
    },

    async readExtract({ params: { extract } }) {
      const made = await findRebuilt(deps, extract);
      if (!made) return { state: 'being made' };
      const { key, ...told } = made;
      return { state: 'made', ...told, download: await linkTo({ bucket: workBucket, key }, `${extract}.txt`) };
    },
  };
}

/** A transmission as it is told; nothing of one that has a number and is not begun. */
function shown({ number, state, events }: ListedTransmission): Transmission[] {
  const { started, sealed, refused } = state;
  const timeOf = (type: ListedTransmission['events'][number]['type']) =>
    events.find((event) => event.type === type)?.at ?? null;
  const startedAt = timeOf('TransmissionStarted');
  if (!started || startedAt === null) return [];
  return [
    {
      file: started.fileName,
      period: number.period,
      stage: stageOf(state),
      mode: started.mode ?? 'delta',
      startedAt,
      sealedAt: timeOf('TransmissionSealed'),
      forwardedAt: timeOf('TransmissionForwarded'),
      sealed: sealed ?? null,
      refusal: refused ?? null,
      decisions: events.flatMap(decisionIn),
      answers: events.flatMap((event) =>
        event.type === 'TransmissionAcknowledged' ? [{ at: event.at, ...event.data }] : [],
      ),
    },
  ];
}

function decisionIn({ type, at, by, data }: ListedTransmission['events'][number]): Transmission['decisions'] {
  if (type === 'TransmissionHeld') return [{ at, what: 'held', by, reason: data.reason }];
  return type === 'TransmissionReleased' ? [{ at, what: 'released', by, reason: data.reason }] : [];
}

/** The first of all reports, agency by agency, and how many more there are. */
function firstOf(said: readonly SaidOfAgency[]): { changes: SaidOfAgency[]; unlisted: number } {
  let left = listedAtMost;
  const changes: SaidOfAgency[] = [];
  for (const agency of said) {
    const first = agency.changes.slice(0, left);
    if (first.length > 0) changes.push({ ori: agency.ori, changes: first });
    left -= first.length;
  }
  const all = said.reduce((sum, agency) => sum + agency.changes.length, 0);
  return { changes, unlisted: all - (listedAtMost - left) };
}
