import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of this run is reached. */
    browser: string;
  }
}

/** Starts the browser of a run, and ends it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await playwright.launchServer({
    executablePath: await chromium.executablePath(),
    // Made for Lambda, where a browser has one window: in one process the first that is closed would end them all.
    args: chromium.args.filter((arg) => arg !== '--single-process'),
    headless: true,
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
