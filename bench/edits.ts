import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { periodOf } from '../shared/intake/period.ts';
import { validateReport } from '../shared/nibrs/edits/index.ts';
import { readRecords } from '../shared/nibrs/flatfile/records.ts';
import { readReports } from '../shared/nibrs/flatfile/reports.ts';
import { period as generatedPeriod, stateFile } from './file.ts';
import { measure, report } from './measure.ts';

/**
 * A large file read and checked as a stream: a state's month many times over, so that memory shows whether it grows.
 * Usage: node bench/edits.ts [FILE [COPIES]]; without a file, one is made up.
 */

const rounds = 3;
const pieceSize = 64 * 1024;
const nibrs = fileURLToPath(new URL('../bin/nibrs.ts', import.meta.url));

const [path, copies = 100] = [process.argv[2], Number(process.argv[3] ?? 100)];
const month = path === undefined ? stateFile() : readFileSync(path);
const state = month.subarray(16, 18).toString();
const name = path === undefined ? 'made-up month' : basename(path);

const figures = [
  await measure('baseline: records of the file', 'segments', rounds, countRecords),
  await measure('read', 'segments', rounds, () => check(() => {})),
  await measure('read and all edits', 'segments', rounds, () =>
    check((source) => {
      validateReport(source, { period: periodOf(source) ?? generatedPeriod, today: '20261101', stateCode: state });
    }),
  ),
];
report(`${name}, ${copies} times, as a stream in this process`, figures);
console.log(`  peak memory ${mebibytes(process.resourceUsage().maxRSS)} MiB`);

const directory = mkdtempSync(join(tmpdir(), 'nibrs-bench-'));
try {
  const file = join(directory, 'large.txt');
  writeFileSync(file, Buffer.concat(Array.from({ length: copies }, () => month)));
  const segments = await countRecords();
  let peak = 0;
  const command = await measure('nibrs validate, whole process', 'segments', rounds, async () => {
    peak = Math.max(peak, await validate(file));
    return segments;
  });
  report(`${name}, ${copies} times, as a file on the command line`, [...figures.slice(0, 1), command]);
  console.log(`  peak memory ${mebibytes(peak)} MiB`);
} finally {
  rmSync(directory, { recursive: true });
}

async function* stream(): AsyncGenerator<Uint8Array> {
  for (let copy = 0; copy < copies; copy++) {
    for (let start = 0; start < month.length; start += pieceSize) yield month.subarray(start, start + pieceSize);
  }
}

async function countRecords(): Promise<number> {
  let count = 0;
  for await (const records of readRecords(stream())) count += records.length;
  return count;
}

async function check(each: (source: Parameters<typeof validateReport>[0]) => void): Promise<number> {
  let count = 0;
  for await (const reports of readReports(stream(), { stateLevels: new Set() })) {
    for (const source of reports) {
      each(source);
      count += source.records.length;
    }
  }
  return count;
}

/** Runs the command and gives its peak memory in KiB; 0 where the system does not tell. */
async function validate(file: string): Promise<number> {
  // As a shell would start it, with the options of its first line.
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` };
  const child = spawn(nibrs, ['validate', file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-10_000);
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  const [status] = await once(child, 'close');
  clearInterval(watch);
  if (!output.includes(' reports')) throw new Error(`nibrs validate ended with ${status} and no summary`);
  return peak;
}

/** Linux keeps a process's high-water mark. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function mebibytes(kibibytes: number): number {
  return Math.round(kibibytes / 1024);
}
