import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../samples/make.ts';

const directory = new URL('../samples/missouri/', import.meta.url);

describe('the sample files', () => {
  it('are what samples/make.ts makes', () => {
    const stored = readdirSync(directory).map(
      (name) => [name, readFileSync(new URL(name, directory), 'latin1')] as const,
    );
    expect(new Map(stored)).toEqual(sampleFiles());
  });
});
