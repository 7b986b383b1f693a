import { Command, Option } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import { nothingUnder } from '../../shared/history/history.ts';
import { readHistoryRequest } from '../../shared/history/messages.ts';
import type { Clock } from '../../shared/ports.ts';
import { checkedInput, oriArgument } from '../input.ts';
import { historyJson, historyLines } from '../print/history.ts';
import type { Terminal } from '../print/terminal.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  format: 'text' | 'json';
  data: string;
}

/** `nibrs history`: what became of a report, from version to version, and when it went to the FBI. */
export function historyCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('history')
    .description('Show every version of a report, what changed, and when it went to the FBI.')
    .argument('<ori>', 'the agency', oriArgument)
    .argument('<number>', 'incident number, arrest transaction number, or the month of a zero report, YYYY-MM')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text'),
    )
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (ori: string, number: string, { format, data }: Options) => {
      const request = checkedInput(readHistoryRequest, { ori, number });
      const reply = await withRepository({ directory: data, clock }, ({ readHistory }) => readHistory(request));
      if ('refused' in reply) throw new UsageError(reply.refused);
      const { history } = reply;
      if (history.length === 0) throw nothingUnder(ori, number);
      await terminal.print(...(format === 'json' ? history.map(historyJson) : historyLines(history, terminal)));
    });
}
