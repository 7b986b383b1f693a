import { userInfo } from 'node:os';
import { Command } from 'commander';
import { z } from 'zod';
import type { Clock } from '../../shared/ports.ts';
import { checkedInput } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { holdTransmission } from '../repository/forwarding.ts';
import { withRepository } from '../repository/with-repository.ts';

export interface DecisionOptions {
  reason: string;
  by: string;
  data: string;
}

/** What a person has to say to hold or release a file. */
export const decisionInput = z.object({
  reason: z.string().trim().min(1, 'is empty. Say why: it stays on record.'),
  by: z.string().trim().min(1, 'is empty. Say who decides.'),
});

/** `nibrs hold`: keeps a sealed file from going to the FBI until somebody releases it. */
export function holdCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('hold')
    .description('Keep a sealed file from being forwarded, and all later ones with it, until somebody releases it.')
    .argument('<name>', 'the file, or the id of its transmission')
    .requiredOption('--reason <text>', 'why; it is on record in the clear, so name nobody of a report')
    .option('--by <name>', 'who decides', userInfo().username)
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (name: string, { data, ...options }: DecisionOptions) => {
      const decision = { ...checkedInput(decisionInput, options), at: clock().toISOString() };
      const isNew = await withRepository({ directory: data, clock }, (repository) =>
        holdTransmission(repository, name, decision),
      );
      await terminal.print(isNew ? `${name} is held.` : `${name} was held already.`);
    });
}
