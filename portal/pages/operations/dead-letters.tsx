import { useState } from 'preact/hooks';
import { counted } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';
import { may, usePortal } from '../../portal-context.ts';
import type { Queue } from './queues.tsx';

type DeadLetter = Reply<'readOperations'>['deadLetters'][number];

interface Props {
  queues: readonly Queue[];
  deadLetters: readonly DeadLetter[];
  onRedriven(): void;
}

/** Messages that were given up: why, what they are about, and how to send them back. */
export function DeadLetters({ queues, deadLetters, onRedriven }: Props) {
  const { caller, call } = usePortal();
  const [asked, setAsked] = useState<Queue>();
  const [said, setSaid] = useState('');
  const given = queues.filter((queue) => queue.deadLetters > 0);
  const redrive = async (name: string) => {
    const left = await call('redriveQueue', { params: { queue: name } });
    setSaid(
      left.deadLetters === 0
        ? `All messages of ${name} were sent back. One that fails again is listed here once more.`
        : `Messages of ${name} were sent back; ${counted(left.deadLetters, 'message')} are left. Send them back as well.`,
    );
    onRedriven();
  };

  return (
    <>
      {said && (
        <Notice kind="info" isNews>
          {said}
        </Notice>
      )}
      {given.length > 0 && <h2>Given up</h2>}
      {given.map((queue) => (
        <section key={queue.name} aria-labelledby={`queue-${queue.name}`}>
          <div class="section-head">
            <h3 id={`queue-${queue.name}`}>
              {queue.name}: {counted(queue.deadLetters, 'message')}
            </h3>
            {may(caller, 'redriveQueue') && (
              <button type="button" class="usa-button usa-button--outline" onClick={() => setAsked(queue)}>
                Send back to {queue.name}
              </button>
            )}
          </div>
          <Letters name={queue.name} letters={deadLetters.filter((letter) => letter.queue === queue.name)} />
        </section>
      ))}
      {asked && (
        <ConfirmDialog
          title={`Send back to ${asked.name}?`}
          action="Send back"
          onClose={() => setAsked(undefined)}
          onDone={() => redrive(asked.name)}
        >
          <p>
            {counted(asked.deadLetters, 'message')} will be tried again by {asked.function}. Do it once the cause is
            removed: what fails again comes back here.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Letters({ name, letters }: { name: string; letters: readonly DeadLetter[] }) {
  return (
    <Table caption={`Messages of ${name} that were given up`}>
      <thead>
        <tr>
          <th scope="col">About</th>
          <th scope="col">Why</th>
          <th scope="col">Given up</th>
        </tr>
      </thead>
      <tbody>
        {letters.map(({ message, at, cause, about }) => (
          <tr key={message}>
            <th scope="row" class="figures">
              {Object.entries(about).map(([what, value]) => (
                <div key={what}>
                  {aboutWords[what] ?? what} <About what={what} value={value} />
                </div>
              ))}
            </th>
            <td>
              {cause ?? 'The function ended without a word: its time or its memory was at an end. Its log tells more.'}
            </td>
            <td>{at ? <Time at={at} /> : 'Not known'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What the keys of messages are called. */
const aboutWords: Readonly<Record<string, string>> = { submission: 'Submission', ori: 'Agency', period: 'Month' };

/** Leads where there is a page of it. */
function About({ what, value }: { what: string; value: string }) {
  if (what === 'submission') return <a href={`submissions/${value}`}>{value}</a>;
  if (what === 'ori') return <a href={`agencies/${value}`}>{value}</a>;
  return <b>{value}</b>;
}
