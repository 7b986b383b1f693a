import { useState } from 'preact/hooks';
import { ProblemAlert } from '../../frame/problem.tsx';
import { Select, TextField } from '../../parts/fields.tsx';
import { MonthSelect } from '../../parts/month-fields.tsx';
import { Empty } from '../../parts/notice.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useQuery } from '../../parts/use-query.ts';
import { lastMonth } from '../../parts/words.ts';
import { usePortal } from '../../portal-context.ts';
import { Counted } from './counted.tsx';

interface Props {
  /** State elements of which counts may be published. */
  countable: readonly { id: string; title: string }[];
  mayCount: boolean;
}

/** Counts of arrests by a state element: asking for them, and what came of it. */
export function Counts({ countable, mayCount }: Props) {
  const { query, choose } = useQuery();
  const [first] = countable;
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">Arrests by a state element</h2>
      <p>
        Tables that may be published: small figures are suppressed, and enough others that nobody can work them out. Who
        counted what, when and why is on record.
      </p>
      {!first && <Empty title="No element of this state may be counted for publication" />}
      {first && mayCount && <CountForm countable={countable} first={first.id} onAsked={(count) => choose({ count })} />}
      {query.count && <Counted key={query.count} request={query.count} />}
    </section>
  );
}

interface FormProps extends Pick<Props, 'countable'> {
  first: string;
  onAsked(request: string): void;
}

function CountForm({ countable, first, onAsked }: FormProps) {
  const { call } = usePortal();
  const last = lastMonth(new Date());
  const [asked, setAsked] = useState({ element: first, from: last, to: last, reason: '', months: 'final' });
  const set = (name: keyof typeof asked) => (value: string) => setAsked({ ...asked, [name]: value });
  const { run, busy, problem } = useAction(async () => {
    const { months, ...body } = asked;
    onAsked((await call('requestStatistics', { body: { ...body, draft: months === 'draft' } })).request);
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {problem && <ProblemAlert problem={problem} />}
      <div class="fields">
        <Select
          label="Element"
          value={asked.element}
          options={countable.map(({ id, title }) => [id, `${id} ${title}`] as const)}
          onChange={set('element')}
        />
        <MonthSelect label="First month" value={asked.from} onChange={set('from')} />
        <MonthSelect label="Last month" value={asked.to} onChange={set('to')} />
        <Select
          label="Months that are not sealed"
          value={asked.months}
          options={[
            ['final', 'Do not count'],
            ['draft', 'Count as a draft'],
          ]}
          onChange={set('months')}
        />
        <TextField
          label="Reason"
          hint="It stays on record. Name no person."
          value={asked.reason}
          onInput={set('reason')}
          maxLength={200}
          required
        />
      </div>
      <div class="buttons">
        <button type="submit" class="usa-button" disabled={busy}>
          Count
        </button>
      </div>
    </form>
  );
}
