import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Clock } from '../../shared/ports.ts';
import { calendarEntries } from '../../shared/schedule/calendar.ts';
import { oriArgument, stateArgument } from '../input.ts';
import { nextLine } from '../print/calendar.ts';
import type { Terminal } from '../print/terminal.ts';
import type { OwnRepository } from '../repository/repository.ts';
import { defaultSubmitter } from '../repository/submitter.ts';
import { besidePortal } from '../serve/beside.ts';
import { machine, peopleOf } from '../serve/people.ts';
import { SimulatedFbi, type Simulation, simulations } from '../serve/simulated-fbi.ts';

interface Options {
  port: number;
  data: string;
  state?: string;
  submitter?: string;
  fbi?: Simulation;
}

/** `nibrs serve`: keeps the local cloud up, with its API and portal, until it is interrupted. */
export function serveCommand(terminal: Terminal, clock: Clock): Command {
  return new Command('serve')
    .description('Keep a repository up on this computer, with its API, and the portal for agencies and the state.')
    .option('--port <number>', 'port of the portal', portArgument, 8080)
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
      const submitter = options.submitter ?? (await defaultSubmitter(options.state, []));
      let running: OwnRepository | undefined;
      const door = {
        port: options.port,
        people: peopleOf(options.state),
        machines: [machine],
        beside: besidePortal({ state: options.state, repository: () => running, clock }),
      };
      const { data: directory, state } = options;
      const repository = await startRepository({ directory, state, submitter, clock, door });
      running = repository;
      try {
        await terminal.print(`${repository.portal}  (${describe(state, submitter)}; Ctrl-C ends it)`);
        const stopFbi = options.fbi && startFbi(new SimulatedFbi(repository, options.fbi, clock));
        repository.followCalendar();
        await terminal.print(nextLine(calendarEntries(repository.calendar, clock())));
        await interrupted;
        await stopFbi?.();
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
