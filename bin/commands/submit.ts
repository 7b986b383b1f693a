import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type InputFile, inputFiles, oriArgument } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { demandSafe } from '../submit/address.ts';
import { jsonPrinter, textPrinter } from '../submit/print.ts';
import type { Machine } from '../submit/sign-in.ts';
import type { Submission } from '../submit/submit-file.ts';
import type { UploadFile } from '../submit/upload.ts';

interface Options extends Partial<Machine> {
  url: URL;
  agency?: string;
  wait: boolean;
  format: keyof typeof printers;
}

const printers = { text: textPrinter, json: jsonPrinter } as const;

/** `nibrs submit`: uploads files to a repository, as a records system does by itself, and prints what became of them. */
export function submitCommand(terminal: Terminal, exit: (code: ExitCode) => void): Command {
  return new Command('submit')
    .description('Upload files to a repository and print what became of them.')
    .argument('<file...>', 'NIBRS flat files, supplements, or directories of them, in their order')
    .requiredOption('--url <address>', 'where the portal of the repository is', urlArgument)
    .option('--agency <ori>', 'in whose name (default: the agency that the client uploads for)', oriArgument)
    .addOption(new Option('--client-id <id>', 'which client of the repository this is').env('NIBRS_CLIENT_ID'))
    .addOption(new Option('--client-secret <secret>', 'its secret; better given as').env('NIBRS_CLIENT_SECRET'))
    .option('--no-wait', 'do not wait until the files are processed')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs')
        .choices(Object.keys(printers))
        .default('text'),
    )
    .action(async (paths: string[], options: Options) => {
      const { url, agency, wait, format } = options;
      const files = (await inputFiles(paths)).map(uploadable);
      const machine = machineIn(options);
      // Loaded only when it is needed, with the whole description of the API.
      const { submitAll } = await import('../submit/submit-all.ts');
      const printer = printers[format](terminal);
      const submissions = await submitAll(files, { url, machine, agency, wait }, { terminal, printer });
      for (const submission of submissions) exit(exitCodeOf(submission));
    });
}

function exitCodeOf({ refusal, errors }: Submission): ExitCode {
  if (refusal) return exitCodes.unusable;
  return errors > 0 ? exitCodes.findings : exitCodes.clean;
}

function uploadable(file: InputFile): UploadFile {
  const { bytes, path } = file;
  if (bytes === undefined) throw new UsageError(`${path} cannot be uploaded: it cannot be read twice. Give a file.`);
  if (bytes === 0) throw new UsageError(`${path} is empty.`);
  return { ...file, bytes };
}

function machineIn({ clientId, clientSecret }: Options): Machine {
  if (clientId && clientSecret) return { clientId, clientSecret };
  throw new UsageError(
    'Say which client this is: set NIBRS_CLIENT_ID and NIBRS_CLIENT_SECRET to what the state program has given you.',
  );
}

/** The address of a portal, with a slash at its end so that what is below it can be named from there. */
function urlArgument(value: string): URL {
  const address = URL.parse(value.endsWith('/') ? value : `${value}/`);
  if (!address) throw new InvalidArgumentError('It is an address such as https://nibrs.example.gov/');
  try {
    return demandSafe(address);
  } catch (error) {
    throw error instanceof UsageError ? new InvalidArgumentError(error.message) : error;
  }
}
