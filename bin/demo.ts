import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../shared/count-words.ts';
import { examineFile } from '../shared/intake/examine.ts';
import { findProfile } from '../shared/state/index.ts';
import { runExitCode } from './commands/run.ts';
import { federalLoop } from './demo-loop.ts';
import { exitCodes } from './exit-codes.ts';
import { inputFiles } from './input.ts';
import { findingLines } from './print/finding.ts';
import { runSummary } from './print/run-summary.ts';
import { stateElementsTable } from './print/state-elements.ts';
import { createTerminal } from './print/terminal.ts';
import { reportLabel } from './print/validation.ts';
import { type RunResult, runMonth } from './repository/run-month.ts';

/**
 * The demo, `npm run demo`: a made-up month of Missouri agencies, from their files to the FBI's, and that of an agency of
 * each other profile. A repository has one profile, so each state has its own.
 */
const period = '2026-09';
const today = '20261015';
const out = 'out/demo';
const missouri = { name: 'Missouri', state: 'MO', samples: 'samples/missouri', out: `${out}/missouri` };
const others = [
  { name: 'Iowa', state: 'IA', samples: 'samples/iowa', out: `${out}/iowa` },
  { name: 'Oregon', state: 'OR', samples: 'samples/oregon', out: `${out}/oregon` },
  { name: 'Texas', state: 'TX', samples: 'samples/texas', out: `${out}/texas` },
  { name: 'Washington', state: 'WA', samples: 'samples/washington', out: `${out}/washington` },
];
type State = typeof missouri;

const clock = () => new Date();
const terminal = createTerminal(process.stdout, process.stderr, process.env);
process.chdir(join(import.meta.dirname, '..'));
await rm(out, { recursive: true, force: true });

await terminal.print(
  `$ npx nibrs run --in ${missouri.samples} --state MO --period ${period} --out ${missouri.out}`,
  '',
);
const missouriRun = await run(missouri);
await terminal.print(...runSummary(missouriRun, terminal));

const town = join(missouri.samples, '02-town.txt');
await terminal.print('', `Three findings as the town's clerk sees them (npx nibrs validate ${town} --state MO):`);
await printFindings(town, 3);

const runs = [{ profile: missouri.name, result: missouriRun }];
await terminal.print('', 'One agency of each other profile, each in a repository of its own:', '');
for (const state of others) {
  const result = await run(state);
  runs.push({ profile: state.name, result });
  await terminal.print(`  ${state.name.padEnd(10)}  ${becameOf(result)}`);
}
await terminal.print('', 'State elements: values stored, and left out of what goes to the FBI', '');
await terminal.print(...stateElementsTable(runs));
await terminal.print(
  '',
  'Left out are the values that came with the reports sent: not those of reports which were replaced,',
  'nor those of a supplement (Oregon), which are nowhere near what is sent.',
);

await terminal.print('', 'A village, its month and the FBI (simulated), all the way:', '');
await terminal.print(...(await federalLoop(`${out}/loop`, terminal, clock)));

// Some of the samples are bad on purpose, so refused files and rejected reports are no failure here.
if (runs.some(({ result }) => runExitCode(result) === exitCodes.failed)) process.exitCode = exitCodes.failed;

async function run({ samples, state, out }: State): Promise<RunResult> {
  return runMonth(await inputFiles([samples]), { period, out, state }, { terminal, clock });
}

/** `50 reports, 49 accepted, 1 rejected; found OR02`. */
function becameOf({ outcomes }: RunResult): string {
  const sum = (name: 'reports' | 'accepted' | 'rejected') => outcomes.reduce((total, one) => total + one[name], 0);
  const codes = outcomes.flatMap(({ findingsByCode }) => Object.keys(findingsByCode));
  const [reports, accepted, rejected] = [sum('reports'), sum('accepted'), sum('rejected')];
  return `${counted(reports, 'report')}, ${accepted} accepted, ${rejected} rejected; found ${[...new Set(codes)].join(', ')}`;
}

/** Prints the first findings of a Missouri file, each of another code. */
async function printFindings(path: string, howMany: number): Promise<void> {
  const seen = new Set<string>();
  const options = { profile: findProfile(missouri.state), today, period };
  for await (const outcome of examineFile(createReadStream(path), options)) {
    if ('refusal' in outcome) continue;
    for (const finding of outcome.findings.filter(({ code }) => !seen.has(code))) {
      if (seen.size === howMany) return;
      seen.add(finding.code);
      await terminal.print('', `  ${reportLabel(outcome.source)}`);
      await terminal.print(...findingLines(finding, outcome.source.records, terminal));
    }
  }
}
