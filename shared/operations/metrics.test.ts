import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metrics } from './metrics.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** The sources in which the functions of a name in `countedBy` count. */
const sources: Record<string, string> = {
  queue: read('shared', 'aws', 'middleware.ts'),
  request: read('shared', 'aws', 'request-handler.ts'),
  api: read('shared', 'aws', 'api-handler.ts'),
  ...Object.fromEntries(
    readdirSync(join(root, 'functions')).map((name) => [name, read('functions', name, 'handler.ts')]),
  ),
};

test.each(Object.entries(metrics))('%s is counted by whom the catalog says', (name, { countedBy }) => {
  // What a version has failed in has a function of its own to count it.
  const counted = name === 'VersionFailures' ? 'countFailure(metrics' : `'${name}'`;
  const counting = Object.entries(sources).flatMap(([source, text]) => (text.includes(counted) ? [source] : []));
  expect(counting).toEqual(countedBy);
});
