import chromium from '@sparticuz/chromium';
import type { LaunchOptions } from 'playwright-core';

/** How the browser is started that the tests and the benchmarks look at the portal with. */
export async function launchOptions(): Promise<LaunchOptions> {
  return {
    executablePath: await chromium.executablePath(),
    // Made for Lambda, where a browser has one window: in one process the first that is closed would end them all.
    args: chromium.args.filter((arg) => arg !== '--single-process'),
    headless: true,
  };
}
