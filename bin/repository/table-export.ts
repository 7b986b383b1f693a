import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { UsageError } from '../../shared/errors.ts';
import { fromLine, type StoredItem, toLine } from './dynamodb-json.ts';
import type { Repository } from './repository.ts';
import { readSettings, settingsFile } from './settings.ts';
import { itemsPerRequest, type StoredTable } from './stored-table.ts';

/** The tables of an export: all that cannot be rebuilt. */
export const exportedTables = ['ledger', 'keys'] as const;
export type ExportedTable = (typeof exportedTables)[number];

/** How many items each table has. */
export type ItemCounts = Record<ExportedTable, number>;

/**
 * Writes the ledger and the keys of its reports into a directory, a folder a table, in the form of DynamoDB's exports:
 * `data/*.json.gz`, a line an item; beside them the settings. What is encrypted stays so, and the keys that wrap those of
 * reports are not in it. Throws `UsageError` when the directory holds an export already.
 */
export async function exportTables({ stored }: Repository, data: string, out: string): Promise<ItemCounts> {
  const counts: ItemCounts = { ledger: 0, keys: 0 };
  for (const name of exportedTables) {
    const folder = join(out, name, 'data');
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0)
      throw new UsageError(`There is an export in ${out}. Name another directory.`);
    counts[name] = await writeItems(stored[name], join(folder, '0.json.gz'));
  }
  await copyFile(settingsFile(data), settingsFile(out));
  return counts;
}

async function writeItems(table: StoredTable, path: string): Promise<number> {
  let written = 0;
  async function* lines() {
    for await (const item of table.items()) {
      written += 1;
      yield `${toLine(item)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(path));
  return written;
}

/** The settings of the repository that a directory has an export of. Throws `UsageError` when it has none. */
export function exportedSettings(directory: string) {
  return readSettings(directory, `There is no export in ${directory}. nibrs export makes one.`);
}

/** Adds the items of an export to the tables of a repository. Throws `UsageError` for a file that is none of an export's. */
export async function importTables({ stored }: Repository, directory: string): Promise<ItemCounts> {
  const counts: ItemCounts = { ledger: 0, keys: 0 };
  for (const name of exportedTables) {
    let batch: StoredItem[] = [];
    for await (const item of itemsIn(join(directory, name, 'data'))) {
      counts[name] += 1;
      batch.push(item);
      if (batch.length === itemsPerRequest) {
        await stored[name].add(batch);
        batch = [];
      }
    }
    await stored[name].add(batch);
  }
  return counts;
}

async function* itemsIn(folder: string): AsyncGenerator<StoredItem> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json.gz')).sort();
  if (files.length === 0)
    throw new UsageError(`There are no files *.json.gz in ${folder}: it is not that of an export.`);
  for (const name of files) {
    const path = join(folder, name);
    try {
      for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
        yield fromLine(line);
      }
    } catch (cause) {
      throw new UsageError(`${path} is not a file of an export, or not whole. Copy it once more.`, { cause });
    }
  }
}
