import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import { findProfile } from '../../shared/validator.ts';
import { stateArgument } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';

interface Options {
  state: string;
  out: string;
}

/** `nibrs spec`: writes what a state publishes of its elements. */
export function specCommand(terminal: Terminal): Command {
  return new Command('spec')
    .description('Write the specification of a state’s elements: a page, schemas, and samples to test a system with.')
    .requiredOption('--state <code>', 'whose elements, for example MO', stateArgument)
    .requiredOption('--out <directory>', 'where to write; made when it is not there')
    .action(async ({ state, out }: Options) => {
      const profile = findProfile(state);
      if (!profile) return;
      // Loaded only when it is needed, as the other commands need none of it.
      const { specificationOf } = await import('../../shared/specification/index.ts');
      const { files } = await specificationOf(profile);
      for (const [name, text] of files) {
        const path = join(out, name);
        await write(path, text);
        await terminal.print(path);
      }
    });
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (cause) {
    throw new UsageError(`${path} cannot be written. Check that its directory is yours to write to.`, { cause });
  }
}
