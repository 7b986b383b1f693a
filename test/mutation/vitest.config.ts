import { defineConfig } from 'vitest/config';
import { parts } from './parts.ts';

const part = parts[process.env.NIBRS_MUTATED_PART ?? ''];

/** The tests of the edits. A number's cases run when its part is mutated, everything else always. */
export default defineConfig({
  test: {
    include: ['shared/nibrs/edits/**/*.test.ts'],
    // Random records, which would be read once more for each mutant.
    exclude: ['shared/nibrs/edits/validate.test.ts'],
    testNamePattern: new RegExp(`^\\D|^(${part?.codes ?? '.*'})$`),
  },
});
