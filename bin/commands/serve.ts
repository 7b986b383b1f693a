import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/ports.ts';
import { oriArgument, stateArgument } from '../input.ts';
import { nextLine } from '../print/calendar.ts';
import type { Terminal } from '../print/terminal.ts';
import { defaultSubmitter } from '../repository/submitter.ts';
import { startServer } from '../serve/server.ts';
import { SimulatedFbi, type Simulation, simulations } from '../serve/simulated-fbi.ts';

interface Options {
  port: number;
  data: string;
  state?: string;
  submitter?: string;
  fbi?: Simulation;
}

/** `nibrs serve`: keeps the local cloud up, with a status page, until it is interrupted. */
export function serveCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('serve')
    .description('Keep a repository up on this computer, with a page to file submissions and to build the FBI’s file.')
    .option('--port <number>', 'port of the page', portArgument, 8080)
    .option('--data <directory>', 'where the ledger is kept', '.nibrs/data')
    .option('--state <code>', 'also keep the state elements of this state, for example MO', stateArgument)
    .option('--submitter <ori>', 'ORI of the state program (default: the state, then UCR0001)', oriArgument)
    .addOption(
      new Option('--fbi <answers>', 'have a simulated FBI answer every sealed file so').choices(
        Object.keys(simulations),
      ),
    )
    .action(async (options: Options) => {
      const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      // Loaded only when it is needed: with it come the AWS SDK and the local cloud.
      const { startRepository } = await import('../repository/repository.ts');
      const { calendarEntries } = await import('../repository/calendar.ts');
      const submitter = options.submitter ?? (await defaultSubmitter(options.state, []));
      const repository = await startRepository({ directory: options.data, state: options.state, submitter, clock });
      try {
        const server = await startServer({ repository, clock }, options.port).catch((cause: unknown) => {
          throw new UsageError(`Port ${options.port} is taken. Give another one with --port.`, { cause });
        });
        const { port } = server.address() as AddressInfo;
        await terminal.print(`http://localhost:${port}  (${describe(options.state, submitter)}; Ctrl-C ends it)`);
        const stopFbi = options.fbi && startFbi(new SimulatedFbi(repository, options.fbi, clock));
        repository.followCalendar();
        await terminal.print(nextLine(calendarEntries(repository, clock())));
        await interrupted;
        await stopFbi?.();
        server.close();
        server.closeAllConnections();
      } finally {
        await repository.stop();
      }
    });
}

/** Between two looks of the simulated FBI, milliseconds. */
const fbiPause = 1_000;

/** Has the simulated FBI look for sealed files until it is stopped. */
function startFbi(fbi: SimulatedFbi): () => Promise<void> {
  const stopped = new AbortController();
  const looking = (async () => {
    while (!stopped.signal.aborted) {
      await fbi.look().catch((error: unknown) => console.error(error));
      await sleep(fbiPause, undefined, { signal: stopped.signal }).catch(() => {});
    }
  })();
  return () => {
    stopped.abort();
    return looking;
  };
}

function describe(state: string | undefined, submitter: string): string {
  return `${state ? `state elements of ${state}` : 'no state elements'}, files to the FBI from ${submitter}`;
}

function portArgument(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('A port is a whole number up to 65535; 0 takes any that is free.');
  }
  return port;
}
