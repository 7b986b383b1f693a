import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { UsageError } from '../shared/errors.ts';
import { endOfDay, oriPattern, periodPattern } from '../shared/nibrs/model/index.ts';

/** A file to read, from the disk or from standard input. */
export interface InputFile {
  /** As it is called in messages: the path as it was given. */
  path: string;
  /** Its last part, which a submission keeps. */
  name: string;
  /** Undefined when it is not known beforehand. */
  bytes: number | undefined;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * The files behind the paths, in the order given. `-` is standard input; a directory stands for the files in it, by
 * name, without those whose names begin with a dot. Throws `UsageError` for a path that cannot be read.
 */
export async function inputFiles(paths: readonly string[]): Promise<InputFile[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      if (path === '-' || !(await statOf(path)).isDirectory()) return [path];
      const entries = await readdir(path, { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
      return names.toSorted().map((name) => join(path, name));
    }),
  );
  const files = await Promise.all(lists.flat().map((path) => (path === '-' ? standardInput() : inputFile(path))));
  if (files.length === 0) throw new UsageError('There is no file to read. Give files, or a directory that holds some.');
  return files;
}

/** A whole file as text (UTF-8). Throws `UsageError` for a path that cannot be read. */
export async function readText(path: string): Promise<string> {
  if (!(await statOf(path)).isDirectory()) return readFile(path, 'utf8');
  throw new UsageError(`${path} is a directory. Give a file.`);
}

function standardInput(): InputFile {
  return { path: 'standard input', name: 'standard-input', bytes: undefined, open: () => process.stdin };
}

async function inputFile(path: string): Promise<InputFile> {
  const found = await statOf(path);
  return {
    path,
    name: basename(path),
    bytes: found.isFile() ? found.size : undefined,
    open: () => createReadStream(path),
  };
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (cause) {
    throw new UsageError(`${path} cannot be read: there is no such file, or you may not see it. Check the path.`, {
      cause,
    });
  }
}

/** What was given on the command line, checked. Throws `UsageError`, which does not repeat it. */
export function checkedInput<Value>(schema: z.ZodType<Value>, given: unknown): Value {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

/** True for a month as `YYYY-MM`. */
export function isPeriod(text: string): boolean {
  return periodPattern.test(text);
}

/** Parses `--period`. Throws commander's `InvalidArgumentError`. */
export function periodArgument(value: string): string {
  if (!isPeriod(value)) {
    throw new InvalidArgumentError('A period is a month, written as YYYY-MM, for example 2026-09.');
  }
  return value;
}

/** Parses `--state`: two letters, in any case. Throws commander's `InvalidArgumentError`. */
export function stateArgument(value: string): string {
  if (!/^[A-Za-z]{2}$/.test(value)) {
    throw new InvalidArgumentError('A state is two letters, for example MO.');
  }
  return value.toUpperCase();
}

/** Parses `--submitter`. Throws commander's `InvalidArgumentError`. */
export function oriArgument(value: string): string {
  if (!oriPattern.test(value)) {
    throw new InvalidArgumentError('An ORI is nine capital letters and digits, for example MOUCR0001.');
  }
  return value;
}

/** Parses a day, which stands for its end, or a time, in UTC: gives ISO 8601. Throws commander's `InvalidArgumentError`. */
export function timeArgument(value: string): string {
  const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? endOfDay(value) : value);
  if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(time.getTime())) {
    throw new InvalidArgumentError(
      'A time is a day, such as 2027-03-03, or a day with a time, such as 2027-03-03T12:00:00Z.',
    );
  }
  return time.toISOString();
}
