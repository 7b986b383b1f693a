import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { examineFile } from '../shared/intake/examine.ts';
import { findProfile } from '../shared/state/index.ts';
import { exitCodes } from './exit-codes.ts';
import { main } from './main.ts';
import { findingLines } from './print/finding.ts';
import { createTerminal, type Terminal } from './print/terminal.ts';
import { reportLabel } from './print/validation.ts';

/** The demo: a made-up month of Missouri agencies, from their files to the FBI's. `npm run demo` runs it. */
const month = { state: 'MO', period: '2026-09', today: '20261015' };
const samples = 'samples/missouri';
const town = join(samples, '02-town.txt');
const out = 'out/demo';

const terminal = createTerminal(process.stdout, process.stderr, process.env);
process.chdir(join(import.meta.dirname, '..'));

await rm(out, { recursive: true, force: true });
await terminal.print(
  `$ npx nibrs run --in ${samples} --state ${month.state} --period ${month.period} --out ${out}`,
  '',
);
const code = await main(['run', '--in', samples, '--state', month.state, '--period', month.period, '--out', out]);
await terminal.print('', `Three findings as the town's clerk sees them (npx nibrs validate ${town} --state MO):`);
await printFindings(town, 3, terminal);

// Some of the samples are bad on purpose, so refused files and rejected reports are no failure here.
if (code === exitCodes.failed) process.exitCode = code;

/** Prints the first findings of a file, each of another code. */
async function printFindings(path: string, howMany: number, terminal: Terminal): Promise<void> {
  const seen = new Set<string>();
  const options = { profile: findProfile(month.state), today: month.today, period: month.period };
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
