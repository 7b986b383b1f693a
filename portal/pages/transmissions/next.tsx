import { useState } from 'preact/hooks';
import { Shown } from '../../frame/shown.tsx';
import { Changes } from '../../parts/changes.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Filters, Select } from '../../parts/fields.tsx';
import { MonthSelect } from '../../parts/month-fields.tsx';
import { Empty } from '../../parts/notice.tsx';
import type { Query } from '../../parts/use-query.ts';
import { lastMonth, monthName } from '../../parts/words.ts';
import { may, usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';
import { Outcome } from './outcome.tsx';

interface Props extends Pick<Query, 'query' | 'choose'> {
  /** Called when one was asked for. */
  onStarted(): void;
}

const modes = [
  ['delta', 'What the FBI does not have'],
  ['full', 'Everything of the month once more'],
] as const;

/** What a transmission would say now, and the button that builds it. */
export function Next({ query, choose, onStarted }: Props) {
  const { caller, call } = usePortal();
  const period = query.next ?? lastMonth(new Date());
  const mode = query.mode === 'full' ? 'full' : 'delta';
  const planned = useCall('planTransmission', { query: { period, mode } });
  const [isAsking, setAsking] = useState(false);
  /** Files that were there before one was asked for. */
  const [before, setBefore] = useState<ReadonlySet<string>>();

  const start = async () => {
    const { transmissions } = await call('listTransmissions', { query: { period } });
    await call('startTransmission', { body: { period, mode } });
    setBefore(new Set(transmissions.map(({ file }) => file)));
    onStarted();
  };

  return (
    <section aria-labelledby="next">
      <h2 id="next">Next: {monthName(period)}</h2>
      <Filters label="What to plan">
        <MonthSelect label="Month to send" value={period} onChange={(next) => choose({ next })} />
        <Select
          label="What to send"
          value={mode}
          options={modes}
          onChange={(chosen) => choose({ mode: chosen === 'full' ? chosen : undefined })}
        />
      </Filters>
      {before && <Outcome key={[...before].join()} period={period} before={before} onEnded={onStarted} />}
      <Shown called={planned} what="what would be sent">
        {(plan) =>
          plan.changes.length === 0 ? (
            <Empty title={`The FBI has everything of ${monthName(period)}`}>
              <p>There is nothing to build.</p>
            </Empty>
          ) : (
            <>
              <Changes {...plan} />
              {may(caller, 'startTransmission') && (
                <div class="buttons">
                  <button type="button" class="usa-button" onClick={() => setAsking(true)}>
                    Build and seal
                  </button>
                </div>
              )}
            </>
          )
        }
      </Shown>
      {isAsking && (
        <ConfirmDialog
          title={`Build and seal the file of ${monthName(period)}?`}
          action="Build and seal"
          onClose={() => setAsking(false)}
          onDone={start}
        >
          <p>
            The file is built of what is on file now, checked with the FBI’s edits, and sealed: nobody can change or
            delete it afterwards. It is not sent yet; until its day it can be held.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
