import { Command, Option } from 'commander';
import { examineFile } from '../../shared/intake/examine.ts';
import type { Clock } from '../../shared/ports.ts';
import { findProfile, type StateProfile } from '../../shared/state/index.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type InputFile, inputFiles, periodArgument, stateArgument } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { jsonPrinter, textPrinter, type ValidationPrinter } from '../print/validation.ts';
import { addReport, emptySummary, type ValidationSummary } from '../validation-summary.ts';

interface Options {
  state?: string;
  format: 'text' | 'json';
  period?: string;
}

interface Validation {
  profile: StateProfile | undefined;
  period: string | undefined;
  /** YYYYMMDD */
  today: string;
}

/** `nibrs validate`: reads files, prints what the edits find, stores nothing. */
export function validateCommand(terminal: Terminal, clock: Clock, exit: (code: ExitCode) => void): Command {
  return new Command('validate')
    .description('Check submission files and print what is wrong with them; nothing is stored.')
    .argument('<file...>', 'NIBRS flat files, or directories of them; - reads standard input')
    .option('--state <code>', 'also read the state segments of this state, for example MO', stateArgument)
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text'),
    )
    .option(
      '--period <month>',
      'month of submission of reports that state none, YYYY-MM (default: this month)',
      periodArgument,
    )
    .action(async (paths: string[], { state, format, period }: Options) => {
      const validation: Validation = {
        profile: state === undefined ? undefined : findProfile(state),
        period,
        today: dayOf(clock()),
      };
      const printer = format === 'json' ? jsonPrinter(terminal) : textPrinter(terminal);
      const summary = emptySummary();
      for (const file of await inputFiles(paths)) {
        await validateFile(file, validation, { printer, summary, terminal });
      }
      await printer.end(summary);
      exit(exitCodeOf(summary));
    });
}

/** Reads one file and prints its findings while it is read: no more than a report is held in memory. */
async function validateFile(
  file: InputFile,
  { profile, period, today }: Validation,
  { printer, summary, terminal }: { printer: ValidationPrinter; summary: ValidationSummary; terminal: Terminal },
): Promise<void> {
  await printer.file(file.path);
  summary.files += 1;
  const { accepted, rejected } = summary;
  const progress = terminal.progress(file.name, file.bytes ?? 0);
  try {
    const stream = counted(file.open(), progress.advanceTo);
    for await (const outcome of examineFile(stream, { profile, today, period })) {
      if ('refusal' in outcome) {
        // Damage may show only at the end of a file; then none of its reports is taken.
        Object.assign(summary, { accepted, rejected, refused: summary.refused + 1 });
        await printer.refused(outcome.refusal);
      } else {
        addReport(summary, outcome);
        await printer.report(outcome);
      }
    }
  } finally {
    progress.stop();
  }
}

/** Passes a stream on and tells how many bytes went by. */
async function* counted(stream: AsyncIterable<Uint8Array>, tell: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stream) {
    yield chunk;
    bytes += chunk.byteLength;
    tell(bytes);
  }
}

function exitCodeOf({ failed, refused, rejected }: ValidationSummary): ExitCode {
  if (failed > 0) return exitCodes.failed;
  if (refused > 0) return exitCodes.unusable;
  return rejected > 0 ? exitCodes.findings : exitCodes.clean;
}

/** A date as NIBRS writes it, in the time of the place where the command runs. */
function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}${month}${day}`;
}
