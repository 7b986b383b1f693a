import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { usePortal } from '../portal-context.ts';
import { goSignIn } from '../sign-in.ts';
import { isUnfinished } from '../unfinished.ts';
import { hearWindows } from '../windows.ts';
import { useIdleness } from './use-idleness.ts';

/** Looks after the session of whoever is signed in: it does not end without a word, and not later than it should. */
export function SessionGuard() {
  const { signOut } = usePortal();
  const { idleness, stay } = useIdleness();
  useEffect(() => hearWindows((news) => news === 'signed out' && void signOut('elsewhere')), []);
  const isOver = idleness.is === 'over';
  useEffect(() => {
    if (isOver) void signOut('idle');
  }, [isOver]);
  return (
    <>
      <SessionEnded />
      {idleness.is === 'warning' && <IdleWarning secondsLeft={idleness.secondsLeft} onStay={stay} />}
    </>
  );
}

/** Asks whether anybody is still there. */
function IdleWarning({ secondsLeft, onStay }: { secondsLeft: number; onStay(): void }) {
  const { signOut } = usePortal();
  return (
    <Dialog title="Are you still there?" onClose={onStay}>
      <p>
        Nobody has used the portal for a while. Reports should not stay on a screen that nobody watches: you will be
        signed out in <b role="timer">{timeLeft(secondsLeft)}</b> minutes.
      </p>
      {isUnfinished() && <p>What you have chosen or typed and not sent yet will be lost then.</p>}
      <div class="buttons">
        <button type="button" class="usa-button" autofocus onClick={onStay}>
          Stay signed in
        </button>
        <button type="button" class="usa-button usa-button--outline" onClick={() => void signOut()}>
          Sign out now
        </button>
      </div>
    </Dialog>
  );
}

function timeLeft(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Says that the session has ended where signing in again would lose something, and leaves it to whoever is there when. */
function SessionEnded() {
  const { config, session } = usePortal();
  const [is, setIs] = useState<'going on' | 'asking' | 'put off'>('going on');
  useEffect(() => session.onEnded(() => setIs((before) => (before === 'going on' ? 'asking' : before))), [session]);
  if (is === 'going on') return null;

  const signIn = (
    <button type="button" class="usa-button" autofocus onClick={() => void goSignIn(config)}>
      Sign in again
    </button>
  );
  if (is === 'put off') {
    return (
      <div class="session-ended">
        <Notice kind="warning">
          <p>
            <b>Your session has ended.</b> Nothing more can be loaded or sent until you sign in again.
          </p>
          {signIn}
        </Notice>
      </div>
    );
  }
  return (
    <Dialog title="Your session has ended" onClose={() => setIs('put off')}>
      <p>
        A session lasts a working day at most. Sign in again to go on; you come back to this page, but what you have
        chosen or typed and not sent yet will be gone.
      </p>
      <p>Files of which a part was sent go on where they broke off once you choose them again.</p>
      <div class="buttons">
        {signIn}
        <button type="button" class="usa-button usa-button--outline" onClick={() => setIs('put off')}>
          Not yet
        </button>
      </div>
    </Dialog>
  );
}
