import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ConfigurationError } from '../errors.ts';

/** All files of a built portal, by their paths with slashes. Throws `ConfigurationError` when there is none. */
export function readFiles(directory: string): ReadonlyMap<string, Uint8Array> {
  if (!existsSync(join(directory, 'index.html'))) {
    throw new ConfigurationError(`There is no portal in ${directory}. Build it with portal/build.ts.`);
  }
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(directory.length + 1).replaceAll(sep, '/'), readFileSync(path)];
    }),
  );
}
