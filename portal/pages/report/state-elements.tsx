import { useEffect, useState } from 'preact/hooks';
import { counted } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { ProblemAlert } from '../../frame/problem.tsx';
import { TextField } from '../../parts/fields.tsx';
import { focusMistake } from '../../parts/focus-mistake.ts';
import { Notice } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';
import { useAction } from '../../parts/use-action.ts';
import { usePortal } from '../../portal-context.ts';
import type { ReportName } from './report-name.ts';

type Read = Reply<'readElements'>;

/** What the state elements of a report say, for a named reader with a reason. It is gone when the page is left. */
export function StateElements({ ori, number }: ReportName) {
  const { call } = usePortal();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [read, setRead] = useState<Read>();
  const line = reason.trim();
  const { run, busy, problem } = useAction(async () =>
    setRead(await call('readElements', { params: { ori, number }, body: { reason: line } })),
  );
  const forget = () => {
    setRead(undefined);
    setReason('');
    setTried(false);
  };
  // A page that is left is kept by the browser as it was, for whoever goes back to it.
  useEffect(() => {
    addEventListener('pagehide', forget);
    return () => removeEventListener('pagehide', forget);
  }, []);
  useEffect(forget, [ori, number]);

  return (
    <section class="part" aria-labelledby="state-elements">
      <h2 id="state-elements">State elements</h2>
      <div role="status">{read && <Elements read={read} onHide={forget} />}</div>
      {!read && (
        <form
          class="read-elements"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (line === '') focusMistake(event.currentTarget);
            else void run();
          }}
        >
          <p>Before anything is shown, it goes on record for good that you have read them, when, and why.</p>
          {problem && <ProblemAlert problem={problem} />}
          <TextField
            label="Why do you read them?"
            hint="Name a case or an order, and nobody who is in the report."
            error={isTried && line === '' ? 'Say why: without a reason nothing is shown.' : undefined}
            value={reason}
            maxLength={200}
            onInput={setReason}
          />
          <div class="buttons">
            <button type="submit" class="usa-button" aria-disabled={busy}>
              {busy ? 'One moment …' : 'Show the state elements'}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function Elements({ read: { elements, expired }, onHide }: { read: Read; onHide(): void }) {
  return (
    <>
      <Notice kind="info">This read is on record. What is shown disappears when you leave the page.</Notice>
      {elements.length === 0 ? (
        <p>The report has no state element on file.</p>
      ) : (
        <Table caption="State elements of the report">
          <thead>
            <tr>
              <th scope="col">Element</th>
              <th scope="col">Of</th>
              <th scope="col">Value</th>
              <th scope="col">Recorded</th>
            </tr>
          </thead>
          <tbody>
            {elements.map((element, index) => (
              <tr key={index}>
                <th scope="row">
                  <span class="figures">{element.element}</span> {element.title}
                </th>
                <td>{subjectOf(element)}</td>
                <td>
                  <b>{element.value}</b> {element.meaning}
                </td>
                <td>
                  <Time at={element.at} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {expired > 0 && <p>{counted(expired, 'value')} past retention: not shown.</p>}
      <div class="buttons">
        <button type="button" class="usa-button usa-button--outline" onClick={onHide}>
          Hide them
        </button>
      </div>
    </>
  );
}

/** Of whom or what, and in which of its places: the incident, `01`, `001/01`, `01, place 2`. */
function subjectOf({ part, sequence, occurrence }: Read['elements'][number]): string {
  const subject = sequence ?? (part || 'the incident');
  return occurrence === undefined ? subject : `${subject}, place ${occurrence}`;
}
