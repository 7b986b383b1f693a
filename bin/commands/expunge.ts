import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import type { Payload } from '../../events/catalog.ts';
import { UsageError } from '../../shared/errors.ts';
import { askToExpunge, demandExpungible } from '../../shared/expunge/ask.ts';
import { type ExpungeReport, expungeReport } from '../../shared/expunge/messages.ts';
import { readHistory } from '../../shared/history/history.ts';
import { reportStream } from '../../shared/ledger/streams.ts';
import type { Clock } from '../../shared/ports.ts';
import { readSubmission } from '../../shared/submissions/read-submission.ts';
import { checkedInput, oriArgument } from '../input.ts';
import { type ExpungementResult, expungementLines } from '../print/expungement.ts';
import { historyTable } from '../print/history.ts';
import type { Terminal } from '../print/terminal.ts';
import type { Repository } from '../repository/repository.ts';
import { withRepository } from '../repository/with-repository.ts';

interface Options {
  order: string;
  by: string;
  yes?: boolean;
  data: string;
}

/** `nibrs expunge`: has a report removed for good, as a court or an official has ordered. */
export function expungeCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('expunge')
    .description('Remove what an agency has reported under a number for good, by order of a court or an official.')
    .argument('<ori>', 'the agency', oriArgument)
    .argument('<number>', 'incident number or arrest transaction number')
    .requiredOption('--order <id>', 'what the order is filed under; it is on record in the clear')
    .option('--by <name>', 'who carries it out', userInfo().username)
    .option('--yes', 'do not ask whether it is meant')
    .option('--data <directory>', 'where the repository is', '.nibrs/data')
    .action(async (ori: string, number: string, { order, by, yes = false, data }: Options) => {
      const message = checkedInput(expungeReport, { ori, number, order, by, request: randomUUID() });
      if (!yes && !process.stdin.isTTY) {
        throw new UsageError(
          'Expunging cannot be undone, and nobody can be asked here. Say with --yes that it is meant.',
        );
      }
      await withRepository({ directory: data, clock }, async (repository) => {
        const history = await demandExpungible(repository.ledger, message);
        await terminal.print(...historyTable(history), '');
        if (!yes) await demandConfirmation(number);
        await terminal.print(...expungementLines(await expunge(repository, message), terminal.width));
      });
    });
}

async function demandConfirmation(number: string): Promise<void> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await new Promise<string>((resolve) => {
    prompt.once('close', () => resolve(''));
    prompt.question('This cannot be undone. Write the number once more to go on: ', resolve);
  });
  prompt.close();
  if (answer.trim() !== number) throw new UsageError('That is not the number. Nothing was expunged.');
}

/** Asks for the expungement and waits for its end. */
async function expunge(repository: Repository, message: ExpungeReport): Promise<ExpungementResult> {
  const { ori, number, request } = message;
  const { ledger, expungements } = repository;
  await askToExpunge(expungements, message);
  const completed = await repository.until<Payload<'ExpungementCompleted'>>('end of the expungement', async () => {
    const events = await ledger.read(reportStream('incident', ori, number));
    const end = events.find(({ type, cause }) => type === 'ExpungementCompleted' && cause.request === request);
    return end?.type === 'ExpungementCompleted' ? end.data : undefined;
  });
  const submissions = await Promise.all(completed.unsearched.map((id) => readSubmission(repository, id)));
  const unsearched = submissions.map(({ id, received }) => `${received?.fileName ?? id} (submission ${id})`);
  return { completed, history: await readHistory(ledger, { ori, number }), unsearched };
}
