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
  ...Object.fromEntries(
    readdirSync(join(root, 'functions')).map((name) => [name, read('functions', name, 'handler.ts')]),
  ),
};

test.each(Object.entries(metrics))('%s is counted by whom the catalog says', (name, { countedBy }) => {
  const counting = Object.entries(sources).flatMap(([source, text]) => (text.includes(`'${name}'`) ? [source] : []));
  expect(counting).toEqual(countedBy);
});
