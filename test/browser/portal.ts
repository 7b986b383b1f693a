import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../local/index.ts';
import { type Answers, answerWith } from './answers.ts';
import { type Person, people } from './people.ts';

const results = join(import.meta.dirname, '..', '..', 'test-results', 'portal');

/** Windows that pages are looked at in: a desk's, a telephone's, and the narrowest there is, which is a desk's at 400 %. */
export const viewports = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 375, height: 750 },
  narrow: { width: 320, height: 640 },
} as const;

export interface OpenOptions {
  as: Person;
  /** Where in the portal, from its base. */
  path?: string;
  viewport?: keyof typeof viewports;
  /** Operations that the test answers itself. */
  answers?: Answers;
  /** Done before the portal is loaded. */
  before?(context: BrowserContext): Promise<unknown>;
}

/** The portal in a browser window. */
export interface OpenPortal {
  page: Page;
  /** What the browser complained of: violations of the content security policy, errors of scripts, parts of the portal that are missing. */
  complaints: string[];
}

/** What the tests of a file have in common: a cloud, and windows that look at it. */
export interface Portal {
  /** The cloud, once it has started. */
  cloud(): LocalCloud;
  /** Opens a window with nothing in its memory, and signs in. */
  open(options: OpenOptions): Promise<OpenPortal>;
  /** Opens a window of nobody. */
  window(options?: Omit<OpenOptions, 'as' | 'path'>): Promise<OpenPortal>;
}

/** Has a local cloud and the browser of the run for the tests of a file; at the end of a test its windows are closed. */
export function usePortal(): Portal {
  let started: LocalCloud | undefined;
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    started = await startLocalCloud({
      parameters: { StateProfile: 'MO', Submitter: 'MOUCR0001' },
      people: Object.values(people),
    });
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) {
      // What a page still asks for when its test is over is nobody's.
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await started?.stop();
  });

  const cloud = () => started!;
  const window: Portal['window'] = async ({ viewport = 'desktop', answers, before } = {}) => {
    const context = await browser!.newContext({
      viewport: viewports[viewport],
      reducedMotion: 'reduce',
      locale: 'en-US',
    });
    contexts.push(context);
    if (answers) await answerWith(context, answers);
    await before?.(context);
    const page = await context.newPage();
    return { page, complaints: await complaintsOf(page) };
  };
  const open: Portal['open'] = async ({ as, path = '', ...options }) => {
    const opened = await window(options);
    await opened.page.goto(`${cloud().gateway.url}/${path}`);
    await signIn(opened.page, as);
    return opened;
  };
  return { cloud, open, window };
}

/** Says on the page of the issuer who one is, and waits for the portal. */
export async function signIn(page: Page, as: Person): Promise<void> {
  await page.getByRole('button', { name: `Continue as ${people[as].name}` }).click();
  await page.locator('main h1').waitFor();
}

async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // That something was not found or not allowed is for the page to say.
    const isOfNetwork = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isOfNetwork) complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.url().includes('/assets/') && !response.ok())
      complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`Content security policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  return complaints;
}

/** A picture of the whole page for the eye, in `test-results/portal/`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(results, { recursive: true });
  await page.screenshot({ path: join(results, `${name}.png`), fullPage: true });
}

/** What axe finds on the page that is serious or worse: the rule, and where. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Whether the page is wider than its window, so that one has to scroll to the side to read it. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
