import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildOnce, directoryOf } from './built-once.ts';

const root = join(import.meta.dirname, '..');

/** What the portal is built from: its pages, the declarations of the API, and the validator. */
export const portalSources = [
  'portal/**/*.{ts,tsx,scss,html,svg,json}',
  '{shared,events}/**/*.ts',
  'package-lock.json',
];

/**
 * The directory of the portal as it is served. Building takes seconds, so it is done only when a source has changed, and in a
 * process of its own: Vite builds asynchronously, and the CDK does not wait.
 */
export function builtPortal(): string {
  return buildOnce(directoryOf({ what: 'portal', variant: 'portal', sources: portalSources }), (directory) => {
    execFileSync(process.execPath, [join(root, 'portal', 'build.ts'), directory], {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  });
}
