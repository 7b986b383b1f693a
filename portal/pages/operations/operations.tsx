import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useCall } from '../../use-call.ts';
import { Calendar } from './calendar.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { LastTransmissions } from './last-transmissions.tsx';
import { Queues } from './queues.tsx';

/** How the system itself is. It is asked again for as long as somebody looks at it. */
export default function Operations() {
  const called = useCall('readOperations', {}, () => true);
  return (
    <Page title="Operations" lead="Whether everything is worked off, what was given up and why, and what comes next.">
      <Shown called={called} what="the state of the queues">
        {({ queues, deadLetters, calendar }) => {
          const given = queues.reduce((sum, queue) => sum + queue.deadLetters, 0);
          const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
          return (
            <>
              {given === 0 ? (
                <Notice kind="success" title="Nothing was given up">
                  {waiting === 0
                    ? 'No message waits: all that has come is done.'
                    : 'What has come is being worked off.'}
                </Notice>
              ) : (
                <Notice kind="error" title={given === 1 ? '1 message was given up' : `${given} messages were given up`}>
                  Nothing is lost: each is kept, and can be sent back once its cause is removed. See below.
                </Notice>
              )}
              <DeadLetters queues={queues} deadLetters={deadLetters} onRedriven={called.refresh} />
              <Queues queues={queues} />
              <Calendar calendar={calendar} />
              <LastTransmissions />
              <p class="quiet">This page is kept up to date while it is open.</p>
            </>
          );
        }}
      </Shown>
    </Page>
  );
}
