import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../samples/make.ts';
import { profiles } from '../shared/state/index.ts';

const directory = new URL('../samples/', import.meta.url);

describe('the sample files', () => {
  it('are what samples/make.ts makes', () => {
    const paths = globSync('*/*', { cwd: directory });
    const stored = paths.map((path) => [path, readFileSync(new URL(path, directory), 'latin1')] as const);
    expect(new Map(stored)).toEqual(sampleFiles());
  });

  it('have an agency of every profile', () => {
    const states = [...sampleFiles().values()].flatMap(
      (text) => text.match(/(?<=^.{16})[A-Z]{2}(?=[A-Z0-9]{7})/gm) ?? [],
    );
    expect([...new Set(states)].sort()).toEqual([...profiles.keys()].sort());
  });
});
