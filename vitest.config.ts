import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bin,events,functions,infra,local,portal,shared,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.conformance.test.ts', 'test/browser/**', 'test/crash/**'],
    // Most of the time of the slow ones is waiting for engines and processes of their own.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
