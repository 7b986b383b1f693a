import { useState } from 'preact/hooks';
import { ProblemAlert } from '../../frame/problem.tsx';
import { Extract } from '../../parts/extract.tsx';
import { TextField } from '../../parts/fields.tsx';
import { MonthSelect } from '../../parts/month-fields.tsx';
import { useAction } from '../../parts/use-action.ts';
import { dayName, lastMonth, monthName } from '../../parts/words.ts';
import { usePortal } from '../../portal-context.ts';

/** A month as it stood on a day, made again from the ledger. */
export function AsOf() {
  const { call } = usePortal();
  const today = new Date().toISOString().slice(0, 10);
  const [period, setPeriod] = useState(lastMonth(new Date()));
  const [day, setDay] = useState(today);
  const [asked, setAsked] = useState<{ extract: string; of: string }>();
  const { run, busy, problem } = useAction(async () => {
    const { extract } = await call('requestExtract', { body: { period, asOf: day } });
    setAsked({ extract, of: `${monthName(period)} as it stood at the end of ${dayName(day)} (UTC)` });
  });
  return (
    <section aria-labelledby="as-of">
      <h2 id="as-of">What did we have on a day?</h2>
      <p>
        A month’s file as it would have been on that day. It is not sent to anybody, and who asks for it is on record.
      </p>
      {problem && <ProblemAlert problem={problem} />}
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <MonthSelect label="Month of the file" value={period} onChange={setPeriod} />
        <TextField label="As of the end of" type="date" value={day} onInput={setDay} max={today} required />
        <button type="submit" class="usa-button usa-button--outline" disabled={busy}>
          Make the file
        </button>
      </form>
      {asked && <Extract key={asked.extract} {...asked} />}
    </section>
  );
}
