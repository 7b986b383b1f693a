import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bin,events,functions,infra,local,shared,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.conformance.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
