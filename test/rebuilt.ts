import { expect } from 'vitest';
import { changesOf } from '../shared/extract/changes.ts';
import type { FederalCopy } from '../shared/extract/federal-copy.ts';
import { createMemoryFederalCopy } from '../shared/extract/federal-copy-memory.ts';
import { keyOf } from '../shared/extract/month.ts';
import type { Months } from '../shared/extract/months.ts';
import { createMemoryMonths } from '../shared/extract/months-memory.ts';
import type { Ledger } from '../shared/ledger/port.ts';
import type { Period } from '../shared/nibrs/model/index.ts';
import { rebuildAgency } from '../shared/rebuild/rebuild-agency.ts';
import { createSealedParts } from '../shared/rebuild/sealed-parts.ts';

interface Projected {
  months: Months;
  federal: FederalCopy;
}

/** Projections of these agencies and months, made from the ledger alone. */
export async function rebuiltFrom(
  ledger: Ledger,
  agencies: readonly string[],
  periods: readonly Period[],
): Promise<Projected> {
  const rebuilt: Projected = { months: createMemoryMonths(), federal: createMemoryFederalCopy() };
  const sealedParts = createSealedParts(ledger, () => new Date('2027-02-01T00:00:00Z'));
  for (const ori of agencies) await rebuildAgency({ ledger, sealedParts, ...rebuilt }, { ori, periods });
  return rebuilt;
}

/**
 * Expects projections to have the same items as those that have lived, byte for byte but for the list of what is unsent.
 * Where a later month has news of a report, the ledger does not tell whether earlier states of it are still listed: that
 * depends on which events came in one notice. With the later month the FBI has the same. Nor does it tell the digest of a
 * month in which only an answer of the FBI has something sent again, which is that answer's.
 */
export async function expectSameProjections(
  rebuilt: Projected,
  lived: Projected,
  agencies: readonly string[],
  periods: readonly Period[],
): Promise<void> {
  expect(await contentsOf(rebuilt, agencies, periods)).toEqual(await contentsOf(lived, agencies, periods));

  const digests = new Set((await summariesOf(lived, periods)).map(({ digest }) => digest));
  const listed = new Map((await lived.federal.unsentMonths('9999-12')).map((month) => [nameOf(month), month]));
  for (const month of await rebuilt.federal.unsentMonths('9999-12')) {
    const same = listed.get(nameOf(month));
    if (same && digests.has(same.digest)) expect(month).toEqual(same);
  }
}

/** Everything in projections, and of what is unsent what it would tell the FBI: the last word on each report. */
export async function contentsOf(projected: Projected, agencies: readonly string[], periods: readonly Period[]) {
  const { months, federal } = projected;
  const ofAgencies = agencies.map(async (ori) => {
    const changes = periods.map((period) => changesOf(projected, { ori, period, mode: 'delta', thisMonth: '2027-02' }));
    const told = await Promise.all(changes);
    const last = new Map(told.at(-1)?.map(({ wanted }) => [keyOf(wanted), wanted.version]));
    return {
      ori,
      entries: await Promise.all(periods.map((period) => months.entries(ori, period))),
      held: (await federal.heldOf(ori)).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      told: told.map((ofPeriod) => ofPeriod.filter(({ wanted }) => last.get(keyOf(wanted)) === wanted.version)),
    };
  });
  return { summaries: await summariesOf(projected, periods), agencies: await Promise.all(ofAgencies) };
}

async function summariesOf({ months }: Projected, periods: readonly Period[]) {
  return (await Promise.all(periods.map((period) => months.summaries(period)))).flat();
}

function nameOf({ ori, period }: { ori: string; period: Period }): string {
  return `${period} ${ori}`;
}
