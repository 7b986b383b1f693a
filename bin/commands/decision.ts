import { userInfo } from 'node:os';
import { Command } from 'commander';
import { z } from 'zod';
import type { Decision } from '../../shared/forward/decide.ts';
import type { Ledger } from '../../shared/ledger/port.ts';
import type { Clock } from '../../shared/ports.ts';
import { checkedInput } from '../input.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  reason: string;
  by: string;
  data: string;
}

const input = z.object({
  reason: z.string().trim().min(1, 'is empty. Say why: it stays on record.'),
  by: z.string().trim().min(1, 'is empty. Say who decides.'),
});

/** What is decided about a sealed file, and what is told of it; `decide` says whether it changed something. */
export interface DecisionKind {
  name: string;
  description: string;
  decide(ledger: Ledger, file: string, decision: Decision): Promise<boolean>;
  told(file: string, changed: boolean): string;
}

/** A command by which a person decides about a sealed file, with a reason that stays on record. */
export function decisionCommand(
  { name, description, decide, told }: DecisionKind,
  { terminal, clock }: { terminal: Terminal; clock: Clock },
): Command {
  return new Command(name)
    .description(description)
    .argument('<name>', 'the file, or the id of its transmission')
    .requiredOption('--reason <text>', 'why; it is on record in the clear, so name nobody of a report')
    .option('--by <name>', 'who decides', userInfo().username)
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (file: string, { data, ...options }: Options) => {
      const decision = { ...checkedInput(input, options), at: clock().toISOString() };
      const changed = await withRepository({ directory: data, clock }, ({ ledger }) => decide(ledger, file, decision));
      await terminal.print(told(file, changed));
    });
}
