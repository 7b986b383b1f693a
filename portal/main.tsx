import { render, type VNode } from 'preact';
import type { PortalConfig } from '../shared/api/config.ts';
import { asProblem, callAs, unreachable } from './api.ts';
import { App } from './app.tsx';
import { Frame } from './frame/frame.tsx';
import { NoAnswer } from './pages/no-answer.tsx';
import { NoRole } from './pages/no-role.tsx';
import { SignInFailed } from './pages/sign-in-failed.tsx';
import { SignedOutPage } from './pages/signed-out.tsx';
import { Session } from './session.ts';
import { cameFromIssuer, finishSignIn, goSignIn, renewSignIn } from './sign-in.ts';
import { signOut, takeSignedOut } from './sign-out.ts';
import { isUnfinished } from './unfinished.ts';
import './style/index.scss';

// Back from the issuer's pages, a browser may show the page as it was, with a token in it.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

const config = await readConfig();
render(await start(), document.getElementById('portal') ?? document.body);

/** Signs in, and gives what there is to show: the portal, or why there is none. */
async function start(): Promise<VNode> {
  if (!config) return framed(<NoAnswer problem={unreachable} />);
  const why = takeSignedOut();
  if (why) return framed(<SignedOutPage config={config} why={why} />);
  const session = await startSession(config).catch((error) => void console.error(error));
  if (!session) return framed(<SignInFailed config={config} />);
  const leave = signOut.bind(null, config, session);
  const call = callAs(session);
  try {
    return <App portal={{ config, call, caller: await call('readCaller', {}), session, signOut: leave }} />;
  } catch (error) {
    const problem = asProblem(error);
    return framed(problem.status === 403 ? <NoRole signOut={leave} /> : <NoAnswer problem={problem} />);
  }
}

/** Signs in, which leaves the page unless the issuer has just sent the browser back here. */
async function startSession(config: PortalConfig): Promise<Session> {
  const signIn = () => goSignIn(config);
  const token = cameFromIssuer() ? await finishSignIn(config) : await signIn();
  return new Session(token, { now: Date.now, renew: (last) => renewSignIn(config, last), isUnfinished, signIn });
}

/** A page outside of the portal, whose links load what they lead to. */
function framed(page: VNode): VNode {
  return <Frame config={config}>{page}</Frame>;
}

/** What the portal is told before anybody has signed in. */
async function readConfig(): Promise<PortalConfig | undefined> {
  const response = await fetch('config.json').catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}
