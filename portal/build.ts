import { join } from 'node:path';
import { build } from 'vite';
import { apiPath } from '../shared/api/openapi.ts';
import type { Route } from '../shared/api/route.ts';
import { routes } from '../shared/api/routes/index.ts';
import { published } from './published.ts';

const uswds = join(import.meta.dirname, '..', 'node_modules', '@uswds', 'uswds');

/**
 * Builds the portal into `outdir`, which is emptied before: `index.html`, and in `assets/` files whose names change with
 * their content. Everything is relative to the page's base.
 */
export async function buildPortal(outdir: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: 'public',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [published()],
    define: { OPERATIONS: JSON.stringify(operations()) },
    resolve: {
      alias: {
        'uswds-images': join(uswds, 'dist', 'img'),
        'uswds-fonts': join(uswds, 'dist', 'fonts'),
        'node:crypto': join(import.meta.dirname, 'check', 'node-crypto.ts'),
      },
    },
    // The validator is written for Node.
    worker: { format: 'es', rolldownOptions: { transform: { inject: { Buffer: ['buffer', 'Buffer'] } } } },
    css: { preprocessorOptions: { scss: { loadPaths: [join(uswds, 'packages')], quietDeps: true } } },
    build: {
      outDir: outdir,
      emptyOutDir: true,
      // Nothing may be written into the page, where the content security policy would not let it be.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { checks: { pluginTimings: false } },
    },
  });
}

/** The declarations hold zod's schemas, which a browser needs none of. */
function operations() {
  return Object.fromEntries(
    Object.entries<Route>(routes).map(([name, { method, path, roles }]) => [
      name,
      { method, path: `${apiPath}${path}`.slice(1), roles },
    ]),
  );
}

if (import.meta.main) {
  const [outdir = join(import.meta.dirname, '..', 'out', 'portal')] = process.argv.slice(2);
  await buildPortal(outdir);
}
