import { render, type VNode } from 'preact';
import type { PortalConfig } from '../shared/api/config.ts';
import { asProblem, callAs, unreachable } from './api.ts';
import { App } from './app.tsx';
import { Frame } from './frame/frame.tsx';
import { NoAnswer } from './pages/no-answer.tsx';
import { NoRole } from './pages/no-role.tsx';
import { SignInFailed } from './pages/sign-in-failed.tsx';
import { startSession } from './session.ts';
import './style/index.scss';

const config = await readConfig();
render(await start(), document.getElementById('portal') ?? document.body);

/** Signs in, and gives what there is to show: the portal, or why there is none. */
async function start(): Promise<VNode> {
  if (!config) return framed(<NoAnswer problem={unreachable} />);
  const authority = await startSession(config).catch((error) => void console.error(error));
  if (!authority) return framed(<SignInFailed config={config} />);
  const call = callAs(authority);
  try {
    return <App portal={{ config, call, caller: await call('readCaller', {}) }} />;
  } catch (error) {
    const problem = asProblem(error);
    return framed(problem.status === 403 ? <NoRole config={config} /> : <NoAnswer problem={problem} />);
  }
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
