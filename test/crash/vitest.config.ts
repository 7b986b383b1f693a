import { defineConfig } from 'vitest/config';

/** Processes that are killed in the middle of their work, again and again; `npm run test:crash`. */
export default defineConfig({
  test: { include: ['test/crash/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 },
});
