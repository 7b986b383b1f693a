import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { type LocalPerson, startLocalCloud } from '../local/index.ts';
import { launchOptions } from '../test/browser/launch.ts';
import { clerksMonth } from './visits.ts';

/**
 * What Lighthouse would look at, of pages behind a sign-in: how soon a page is there on a slow telephone (1.6 Mbit/s, 150 ms,
 * a processor four times slower), how much it loads, what axe-core finds of any impact, and what the browser complains of.
 * `npx node bench/portal.ts`, on a quiet machine.
 */

const clerk: LocalPerson = { name: 'Clerk', username: 'clerk', groups: ['agency-clerk', 'MO1990200'] };
const operator: LocalPerson = { name: 'Operator', username: 'operator', groups: ['state-operator'] };
const pages: readonly (readonly [LocalPerson, string])[] = [
  [clerk, ''],
  [clerk, 'submissions'],
  [clerk, 'findings?period=2026-09'],
  [operator, 'months'],
  [operator, 'transmissions'],
  [operator, 'statistics'],
  [operator, 'operations'],
];

/** What the page itself has seen of how it came about. */
interface Seen {
  firstPaint: number;
  largestPaint: number;
  shift: number;
  /** Time beyond 50 ms of tasks that kept the page from answering. */
  blocked: number;
}

/** What a browser tells of these; Node's types know only its own kinds. */
type Entry = { name: string; startTime: number; duration: number; value: number };

const cloud = await startLocalCloud({
  parameters: { StateProfile: 'MO', Submitter: 'MOUCR0001' },
  people: [clerk, operator],
});
const browser = await chromium.launch(await launchOptions());
try {
  const url = cloud.gateway.url;
  const file = (name: string) => readFileSync(join(import.meta.dirname, '..', 'samples', 'missouri', name));
  await clerksMonth(
    { browser, url, as: clerk, period: '2026-09' },
    {
      wrong: { name: 'september.txt', content: file('02-town.txt') },
      corrected: { name: 'corrected.txt', content: file('04-town-correction.txt') },
    },
  );
  console.log('page                       first paint  largest  blocked  shift  script  all in all  axe  complaints');
  for (const [who, path] of pages) await look(browser, who, `${url}/${path}`, path);
} finally {
  await browser.close();
  await cloud.stop();
}

async function look(browser: Browser, who: LocalPerson, address: string, path: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, locale: 'en-US' });
  const signedIn = await context.newPage();
  await signedIn.goto(new URL('/', address).href);
  await signedIn.getByRole('button', { name: `Continue as ${who.name}` }).click();
  await signedIn.locator('main h1').waitFor();
  await signedIn.close();

  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const network = await context.newCDPSession(page);
  await slowDown(network);
  const loaded = countBytes(network);
  await page.addInitScript(watch);
  await page.goto(address);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  const violations = await violationsOn(page);
  const cells = [
    `/${path}`.padEnd(26),
    millis(seen.firstPaint).padStart(11),
    millis(seen.largestPaint).padStart(8),
    millis(seen.blocked).padStart(8),
    seen.shift.toFixed(2).padStart(6),
    kilobytes(loaded.script).padStart(7),
    kilobytes(loaded.all).padStart(11),
    String(violations.length).padStart(4),
    String(complaints.length).padStart(11),
  ];
  console.log(cells.join(' '));
  for (const line of [...violations, ...complaints]) console.log(`  ${line}`);
  await context.close();
}

/** Lighthouse's "slow 4G" and its processor of a middling telephone. The browser keeps nothing from before. */
async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

function countBytes(session: CDPSession): { script: number; all: number } {
  const bytes = { script: 0, all: 0 };
  const scripts = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (scripts.has(requestId)) bytes.script += encodedDataLength;
  });
  return bytes;
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const seen: Seen = { firstPaint: 0, largestPaint: 0, shift: 0, blocked: 0 };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  const observe = (type: string, take: (entry: Entry) => void) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as unknown as Entry);
    });
    observer.observe({ type: type as 'measure', buffered: true });
  };
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.largestPaint = startTime;
  });
  observe('layout-shift', ({ value }) => {
    seen.shift += value;
  });
  observe('longtask', ({ duration }) => {
    seen.blocked += Math.max(0, duration - 50);
  });
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
}

function millis(value: number): string {
  return `${Math.round(value).toLocaleString('en-US')} ms`;
}

function kilobytes(value: number): string {
  return `${Math.round(value / 1024)} KB`;
}
