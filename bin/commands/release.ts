import { userInfo } from 'node:os';
import { Command } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { checkedInput } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { releaseTransmission } from '../repository/forwarding.ts';
import { withRepository } from '../repository/with-repository.ts';
import { type DecisionOptions, decisionInput } from './hold.ts';

/** `nibrs release`: lets a held file go on; it is forwarded on the next day of the calendar, or by `nibrs forward`. */
export function releaseCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('release')
    .description('Let a held file go on. It is not forwarded at once.')
    .argument('<name>', 'the file, or the id of its transmission')
    .requiredOption('--reason <text>', 'why; it is on record in the clear, so name nobody of a report')
    .option('--by <name>', 'who decides', userInfo().username)
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (name: string, { data, ...options }: DecisionOptions) => {
      const decision = { ...checkedInput(decisionInput, options), at: clock().toISOString() };
      const wasHeld = await withRepository({ directory: data, clock }, (repository) =>
        releaseTransmission(repository, name, decision),
      );
      await terminal.print(
        wasHeld ? `${name} is released. nibrs forward ${name} hands it over now.` : `Nobody holds ${name}.`,
      );
    });
}
