import { join } from 'node:path';
import { counted } from '../shared/count-words.ts';
import { planTransmission } from '../shared/extract/plan.ts';
import type { Clock } from '../shared/ports.ts';
import { findProfile, stateLevels } from '../shared/state/index.ts';
import { type InputFile, inputFiles } from './input.ts';
import { table } from './print/table.ts';
import type { Terminal } from './print/terminal.ts';
import { readAnswers } from './repository/answers.ts';
import { fileAll } from './repository/filing.ts';
import { forwardOne } from './repository/forwarding.ts';
import type { OwnRepository } from './repository/repository.ts';
import { askForTransmission } from './repository/transmissions.ts';

const period = '2026-09';
const samples = 'samples/loop';
const state = 'MO';
const submitter = 'MOUCR0001';

/** One step of the way, who takes it, and what came of it. */
type Step = [step: string, outcome: string];

/**
 * A village's month all the way to the FBI and back, with a simulated FBI that refuses one report: submitted, corrected,
 * sealed, forwarded, refused, corrected, sent again, acknowledged. Gives the lines to print.
 */
export async function federalLoop(directory: string, terminal: Terminal, clock: Clock): Promise<string[]> {
  const { startRepository } = await import('./repository/repository.ts');
  const { SimulatedFbi } = await import('./serve/simulated-fbi.ts');
  const repository = await startRepository({ directory: join(directory, '.ledger'), state, submitter, clock });
  try {
    const fbi = new SimulatedFbi(repository, 'errors', clock);
    const steps: Step[] = [];
    for (const file of await inputFiles([samples])) {
      steps.push(await submit(repository, file, terminal));
      // The last but one file corrects what was rejected here, the last one what the FBI refuses.
      if (file.name.startsWith('01')) continue;
      const { fileName, said } = await seal(repository, clock);
      steps.push(['sealed', `${fileName}: ${said}`]);
      await forwardOne(repository, fileName, { by: 'state operations', thisYear: clock().getUTCFullYear() });
      steps.push(['forwarded', 'file, manifest and hash are ready for the FBI']);
      await fbi.look();
      await repository.idle();
      steps.push(await answerTo(repository, fileName, clock));
    }
    return table([{ title: 'step' }, { title: 'what came of it' }], steps);
  } finally {
    await repository.stop();
  }
}

async function submit(repository: OwnRepository, file: InputFile, terminal: Terminal): Promise<Step> {
  const [filed] = await fileAll(repository, [file], { stateLevels: stateLevels(findProfile(state)), terminal });
  const { accepted = 0, rejected = 0, findingsByCode = {} } = filed?.submission.tally ?? {};
  const found = rejected > 0 ? `, ${rejected} rejected (${Object.keys(findingsByCode).join(', ')})` : '';
  return ['submitted', `${file.name}: ${accepted} accepted${found}`];
}

async function seal(repository: OwnRepository, clock: Clock): Promise<{ fileName: string; said: string }> {
  const plan = await planTransmission(repository, { period }, clock().toISOString().slice(0, 7));
  const changes = plan.flatMap(({ changes }) => changes);
  const fresh = changes.filter(({ effect }) => effect === 'new').length;
  const corrected = changes.length - fresh;
  const result = await askForTransmission(repository, { period }, clock().getUTCFullYear());
  if (result.outcome !== 'sealed') throw new Error(`The demo's file was not sealed: ${result.outcome}`);
  const said = [fresh > 0 && counted(fresh, 'new report'), corrected > 0 && counted(corrected, 'change')];
  return { fileName: result.sealed.fileName, said: said.filter(Boolean).join(', ') };
}

async function answerTo(repository: OwnRepository, name: string, clock: Clock): Promise<Step> {
  const [answer] = await readAnswers(repository, { name, year: clock().getUTCFullYear() });
  const refused = answer?.reports.filter(({ findings }) => findings.some(({ severity }) => severity === 'error')) ?? [];
  if (refused.length === 0) return ['acknowledged', 'the FBI found no error and has every report of it'];
  const reports = refused.map(({ number, findings }) => `${number} (${findings.map(({ code }) => code).join(', ')})`);
  return ['refused', `the FBI does not take ${reports.join(', ')}; the others it has`];
}
