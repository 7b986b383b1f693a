import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { summaryKey } from '../extract/build-part.ts';
import type { ObjectLocation, Objects } from '../ports.ts';
import { findRecords, type ReportNumber } from './redact.ts';

export interface WorkDependencies {
  objects: Objects;
  workBucket: string;
}

/**
 * Deletes the findings on a report that a submission drew, or `federal`, those of the FBI; gives how many they were. The
 * others stay as they are, in the lines by which they are known.
 */
export async function deleteFindings(
  { objects, workBucket }: WorkDependencies,
  submission: string,
  report: ReportNumber,
): Promise<number> {
  let deleted = 0;
  for await (const key of objects.list(workBucket, { prefix: `findings/${submission}/` })) {
    const location = { bucket: workBucket, key };
    let ofReport = 0;
    for await (const line of linesOf(objects, location)) if (isAbout(line, report)) ofReport += 1;
    if (ofReport === 0) continue;
    // An object that is left empty stays: the submission's events name it.
    await objects.stream(location, othersOf(objects, location, report), 'application/x-ndjson');
    deleted += ofReport;
  }
  return deleted;
}

async function* othersOf(objects: Objects, location: ObjectLocation, report: ReportNumber): AsyncGenerator<Uint8Array> {
  for await (const line of linesOf(objects, location)) yield Buffer.from(isAbout(line, report) ? '\n' : `${line}\n`);
}

async function* linesOf(objects: Objects, location: ObjectLocation): AsyncGenerator<string> {
  yield* createInterface({ input: Readable.from(await objects.read(location), { objectMode: false }) });
}

const finding = z.object({ ori: z.string(), report: z.string() });

function isAbout(line: string, { ori, number }: ReportNumber): boolean {
  if (line === '') return false;
  const { data } = finding.safeParse(JSON.parse(line));
  return data?.ori === ori && data.report === number;
}

/** Where the work bucket has files in the FBI's form; all of them can be made again from the ledger. */
const folders = ['parts/', 'rebuilt/'];

/** Deletes the parts of transmissions that hold a report, and the files made again, each with what is told beside it. */
export async function deleteCopies({ objects, workBucket }: WorkDependencies, report: ReportNumber): Promise<void> {
  for (const prefix of folders) {
    for await (const key of objects.list(workBucket, { prefix })) {
      const isOfOthers = prefix === 'parts/' && !key.includes(`/${report.ori}-`);
      if (isOfOthers || !key.endsWith('.txt')) continue;
      const copy = { bucket: workBucket, key };
      const { records } = await findRecords(await objects.read(copy), report);
      if (records === 0) continue;
      await objects.delete({ ...copy, key: summaryKey(key) });
      await objects.delete(copy);
    }
  }
}
