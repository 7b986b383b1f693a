import { defineConfig } from 'vitest/config';

/** Tests in a real browser against a whole local cloud; `npm run test:browser`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/browser/browser.ts',
    // All files share one browser, and each has a cloud of its own.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
