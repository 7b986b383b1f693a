import { askToTransmit } from '../../extract/ask.ts';
import type { FederalCopy } from '../../extract/federal-copy.ts';
import type { StartTransmission } from '../../extract/messages.ts';
import type { Months } from '../../extract/months.ts';
import { type RebuildFile, sealedAgain } from '../../extract/rebuild-file.ts';
import { askToForward } from '../../forward/ask.ts';
import { holdTransmission, releaseTransmission } from '../../forward/decide.ts';
import type { ForwardTransmission } from '../../forward/messages.ts';
import type { Ledger } from '../../ledger/port.ts';
import { endOfDay } from '../../nibrs/model/index.ts';
import type { Clock, Queue } from '../../ports.ts';
import type { Asked } from '../route.ts';
import type { AnswersTo, Routes } from '../routes/index.ts';

export interface TransmissionOrderDependencies {
  ledger: Ledger;
  months: Months;
  federal: FederalCopy;
  transmissions: Queue<StartTransmission>;
  forwards: Queue<ForwardTransmission>;
  rebuilds: Queue<RebuildFile>;
  clock: Clock;
}

/** What people decide of files for the FBI. */
export function transmissionOrders(
  deps: TransmissionOrderDependencies,
): AnswersTo<
  'startTransmission' | 'holdTransmission' | 'releaseTransmission' | 'forwardTransmission' | 'requestExtract'
> {
  const { ledger, rebuilds, clock } = deps;
  const now = () => clock().toISOString();
  const thisYear = () => clock().getUTCFullYear();
  return {
    async startTransmission({ body: { period, mode, agency }, caller, id }) {
      await askToTransmit(deps, { period, mode, ori: agency, by: caller.name, request: id }, thisYear());
      return { request: id };
    },

    async holdTransmission({ params: { file }, body: { reason }, caller }) {
      return { held: await holdTransmission(ledger, file, { reason, by: caller.name, at: now() }) };
    },

    async releaseTransmission({ params: { file }, body: { reason }, caller }) {
      return { released: await releaseTransmission(ledger, file, { reason, by: caller.name, at: now() }) };
    },

    async forwardTransmission({ params: { file }, caller, id }) {
      await askToForward(deps, file, { by: caller.name, request: id, thisYear: thisYear() });
      return { request: id };
    },

    async requestExtract({ body, id }) {
      const what = await extractOf(ledger, body);
      await rebuilds.send([{ body: { request: id, what } }]);
      return { extract: id };
    },
  };
}

async function extractOf(ledger: Ledger, asked: Asked<Routes['requestExtract']>['body']): Promise<RebuildFile['what']> {
  if ('file' in asked) return sealedAgain(ledger, asked.file);
  const { period, asOf, agency } = asked;
  return { kind: 'month', period, at: asOf.includes('T') ? asOf : endOfDay(asOf), ori: agency };
}
