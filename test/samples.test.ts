import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { machine } from '../bin/serve/people.ts';
import { samplesOf } from '../bin/serve/samples.ts';
import { sampleFiles } from '../samples/make.ts';
import { readAgencyList } from '../shared/agencies/read-agencies.ts';
import { profiles } from '../shared/state/index.ts';

const directory = new URL('../samples/', import.meta.url);

describe('the sample files', () => {
  it('are what samples/make.ts makes', () => {
    const paths = globSync('*/*', { cwd: directory });
    const stored = paths.map((path) => [path, readFileSync(new URL(path, directory), 'latin1')] as const);
    expect(new Map(stored)).toEqual(sampleFiles());
  });

  it('are of agencies in a list, which lets the machine of this computer upload for them', () => {
    const list = readAgencyList(readFileSync(new URL('agencies.csv', directory), 'utf8'), 'agencies.csv');
    expect(list.every(({ facts }) => facts.uploaders?.includes(machine.clientId))).toBe(true);
    expect(list.map(({ ori }) => ori)).toEqual(expect.arrayContaining(samplesOf('MO').map(({ agency }) => agency)));
  });

  it('have an agency of every profile', () => {
    const states = [...sampleFiles().values()].flatMap(
      (text) => text.match(/(?<=^.{16})[A-Z]{2}(?=[A-Z0-9]{7})/gm) ?? [],
    );
    expect([...new Set(states)].sort()).toEqual([...profiles.keys()].sort());
  });
});
