import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import type { Terminal } from '../print/terminal.ts';
import { forwardOne } from '../repository/forwarding.ts';
import { copyFromOutbox } from '../repository/transmissions.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  out?: string;
  by: string;
  data: string;
}

/** `nibrs forward`: hands a sealed file over now, without waiting for the calendar. */
export function forwardCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('forward')
    .description('Hand a sealed file over to the FBI, or to whoever takes it there, without waiting for the calendar.')
    .argument('<name>', 'the file, or the id of its transmission')
    .option('--by <name>', 'who asks', userInfo().username)
    .option('--out <directory>', 'where to copy the file, its manifest and its hash')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (name: string, { by, out, data }: Options) => {
      const thisYear = clock().getUTCFullYear();
      await withRepository({ directory: data, clock }, async (repository) => {
        const { forwarded, sealed } = (await forwardOne(repository, name, { by, thisYear })).state;
        if (!forwarded || !sealed) return terminal.print(`${name} need not be forwarded: the FBI has answered it.`);
        await terminal.print(`${name} is forwarded: ${forwarded.method}, ${forwarded.reference}`);
        if (out === undefined) return;
        await mkdir(out, { recursive: true });
        for (const key of [sealed.key, sealed.manifestKey, forwarded.reference]) {
          await copyFromOutbox(repository, key, join(out, basename(key)));
        }
        await terminal.print(`copied to ${out}: the file, its manifest and its hash`);
      });
    });
}
