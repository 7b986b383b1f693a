import { setTimeout as sleep } from 'node:timers/promises';
import { readSubmission, type SubmissionStatus } from '../../shared/submissions/read-submission.ts';
import type { InputFile } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import type { OwnRepository, Repository } from './repository.ts';
import { countFile, type FileCount, submitFile } from './submissions.ts';

/** One file and what became of it. */
export interface FiledFile {
  file: InputFile;
  counted: FileCount;
  submission: SubmissionStatus;
}

/**
 * Submits files in their order and waits until all are processed, each agency's reports in the order of the files.
 */
export async function fileAll(
  repository: OwnRepository,
  files: readonly InputFile[],
  { stateLevels, terminal }: { stateLevels: ReadonlySet<string>; terminal: Terminal },
): Promise<FiledFile[]> {
  const uploaded: { file: InputFile; counted: FileCount; id: string }[] = [];
  const uploads = terminal.progress('Uploading ', files.length);
  try {
    for (const file of files) {
      const counted = await countFile(file, stateLevels);
      uploaded.push({ file, counted, id: await submitFile(repository, file, counted) });
      uploads.advanceTo(uploaded.length);
    }
  } finally {
    uploads.stop();
  }
  await untilProcessed(repository, uploaded, terminal);
  return Promise.all(
    uploaded.map(async ({ file, counted, id }) => ({
      file,
      counted,
      submission: await readSubmission(repository, id),
    })),
  );
}

/** Between two looks at how far the work is, milliseconds. */
const pause = 250;

async function untilProcessed(
  repository: OwnRepository,
  uploaded: readonly { counted: FileCount; id: string }[],
  terminal: Terminal,
): Promise<void> {
  const total = uploaded.reduce((sum, { counted }) => sum + counted.records, 0);
  const progress = terminal.progress('Processing', total);
  let idle = false;
  const watch = repository.idle().then(() => {
    idle = true;
  });
  try {
    while (!idle) {
      await Promise.race([watch, sleep(pause)]);
      if (terminal.interactive) progress.advanceTo(await recordsDone(repository, uploaded));
    }
  } finally {
    progress.stop();
  }
}

/** Records that were accepted, rejected, or refused with their file. */
async function recordsDone(
  repository: Repository,
  uploaded: readonly { counted: FileCount; id: string }[],
): Promise<number> {
  const done = await Promise.all(
    uploaded.map(async ({ counted, id }) => {
      const { refused, tally } = await readSubmission(repository, id);
      return refused ? counted.records : tally.records;
    }),
  );
  return done.reduce((sum, records) => sum + records, 0);
}
