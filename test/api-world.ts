import { hash, randomUUID } from 'node:crypto';
import { Fbi } from '../local/fbi/index.ts';
import { readAgencyList } from '../shared/agencies/read-agencies.ts';
import { register } from '../shared/agencies/registry.ts';
import { agencyAnswers } from '../shared/api/answers/agencies.ts';
import { callerAnswers } from '../shared/api/answers/caller.ts';
import { findingAnswers } from '../shared/api/answers/findings.ts';
import { monthAnswers } from '../shared/api/answers/months.ts';
import { registrationAnswers } from '../shared/api/answers/register-agencies.ts';
import { reportAnswers } from '../shared/api/answers/reports.ts';
import { settlingAnswers } from '../shared/api/answers/settle-warning.ts';
import { submissionAnswers } from '../shared/api/answers/submissions.ts';
import { uploadAnswers } from '../shared/api/answers/uploads.ts';
import type { Caller } from '../shared/api/caller.ts';
import { showHistory } from '../shared/history/show-history.ts';
import { announce } from '../shared/intake/open.ts';
import { uploadKey } from '../shared/intake/upload-key.ts';
import { findProfile } from '../shared/state/index.ts';
import { askOf } from './ask.ts';
import { breakReport } from './generate/defects.ts';
import { writeFile } from './generate/file.ts';
import { type GeneratedReport, generateReports } from './generate/reports.ts';
import { createPipeline } from './pipeline.ts';

export const [adair, boone] = ['MO0010100', 'MO0020200'] as const;
export const period = '2026-09';

/** A name that a page or a spreadsheet would obey. */
export const hostileName = '=HYPERLINK("x")<script>alert(1)<script>.txt';
export const hostileNumber = '=<b>"x",1+1';

export const callers = {
  clerk: { id: '1', name: 'pat.adair', roles: ['agency-clerk'], agencies: [adair] },
  admin: { id: '2', name: 'ann.adair', roles: ['agency-admin'], agencies: [adair] },
  neighbour: { id: '3', name: 'lee.boone', roles: ['agency-clerk', 'agency-admin'], agencies: [boone] },
  operator: { id: '4', name: 'sam', roles: ['state-operator'], agencies: 'all' },
  auditor: { id: '5', name: 'kim', roles: ['state-auditor'], agencies: 'all' },
} satisfies Record<string, Caller>;

const reports = generateReports({
  state: 'MO',
  agencies: [adair, boone],
  period,
  incidents: 12,
  arrests: 6,
  zeroReports: 0,
  seed: 31,
  // Without what the state asks for, every arrest draws a warning.
  stateSegments: false,
});
/** The reports of an agency; no number is one of the other's. */
export function of(ori: string): GeneratedReport[] {
  const own = reports.filter(({ report }) => report.ori === ori);
  if (ori === adair) return own;
  return JSON.parse(JSON.stringify(own).replaceAll('26-09', '26-19').replaceAll('26B09', '26B19'));
}

const textOf = (chosen: readonly GeneratedReport[]) => writeFile(chosen, { state: 'MO', lineEnd: '\n' });

export type ApiWorld = Awaited<ReturnType<typeof createApiWorld>>;

/**
 * Two agencies, each with a file of its own that has errors and warnings; a file of both that the state has loaded; and what
 * the FBI had to say of the month.
 */
export async function createApiWorld() {
  const pipeline = createPipeline({ state: 'MO', chunkSize: 3 });
  const { ledger, objects } = pipeline;
  let now = new Date('2026-10-05T08:00:00.000Z');
  const clock = () => now;
  const profile = findProfile('MO');
  const common = { ...pipeline, clock, profile, workBucket: 'work', due: { dueDay: 10 } };
  const answers = {
    ...submissionAnswers(common),
    ...findingAnswers(common),
    ...monthAnswers(common),
    ...agencyAnswers(common),
    ...callerAnswers(common),
    ...reportAnswers({ ...common, readHistory: async (asked) => ({ history: await showHistory(common, asked) }) }),
    ...settlingAnswers(common),
    ...registrationAnswers(common),
    ...uploadAnswers({
      ...common,
      inboxBucket: 'inbox',
      submitter: 'MOUCR0001',
      linkTo: async ({ key }, fileName) => ({
        url: `https://inbox.example/${key}`,
        fileName,
        expires: now.toISOString(),
      }),
      uploads: {} as never,
    }),
  };

  const tick = () => {
    now = new Date(now.getTime() + 60_000);
    pipeline.setClock(now.toISOString());
  };
  const arrive = async (key: string, text: string) => {
    await objects.put({ bucket: 'inbox', key }, Buffer.from(text, 'latin1'), 'text/plain');
    await pipeline.notify(await objects.current({ bucket: 'inbox', key }));
    await pipeline.settle();
  };
  /** Uploads a file in the name of an agency as its API does; gives the submission's id. */
  const send = async (file: { agency: string; fileName: string; by: string; oris?: string[] }, text: string) => {
    tick();
    const { by, oris = [file.agency], ...rest } = file;
    const sha256 = hash('sha256', Buffer.from(text, 'latin1'));
    const announced = { ...rest, oris, bytes: text.length, sha256 };
    const { id, state } = await announce(ledger, announced, { by, at: now });
    await arrive(state.opened?.key ?? '', text);
    return id;
  };
  /** Puts a file of the state program into the inbox, without the API. */
  const load = async (fileName: string, text: string) => {
    tick();
    const id = hash('sha256', fileName + text).slice(0, 32);
    await arrive(uploadKey({ uploader: 'MOUCR0001', openedAt: now, id, fileName }), text);
    return id;
  };
  /** Sends the month to the FBI, which warns of every report. */
  const sendToFbi = async () => {
    tick();
    const fbi = new Fbi({
      rules: [() => ({ code: '085', severity: 'warning', text: 'LOOK AT IT' })],
    });
    await pipeline.transmit(period, `request-${now.getTime()}`);
    for (const [name, text] of pipeline.outbox()) {
      if (!name.endsWith('.txt')) continue;
      for (const answer of fbi.take({ name, text }, '20261106')) await pipeline.answer(answer);
    }
  };

  const ask = askOf(answers, randomUUID);

  const stamp = { at: now.toISOString(), by: 'test', cause: {} };
  await register(ledger, readAgencyList(`ori,name\n${adair},Adair Police\n${boone},Boone Sheriff\n`, 'a.csv'), stamp);
  return { pipeline, answers, ask, send, load, sendToFbi, tick };
}

/** A file of an agency with one report that is in error, and warnings; `last` reports are left for another file. */
export function ownFile(ori: string, last = 2): string {
  const [first, ...others] = of(ori).slice(0, -last);
  const broken = first && breakReport('impossibleHour', first);
  if (!first || !broken) throw new RangeError('The first report has no hour that could be broken');
  return textOf([broken, ...others]);
}

/** A file of both agencies with what `ownFile` leaves. */
export function sharedFile(): string {
  return textOf([...of(adair).slice(-2), ...of(boone).slice(-2)]);
}

/** A file with an incident whose number would be obeyed by a page or a spreadsheet, where one obeys. */
export function hostileFile(ori: string): string {
  const [first] = of(ori);
  if (!first) throw new RangeError('There is no report');
  const lines = textOf([first]).split('\n').filter(Boolean);
  return lines.map((line) => `${line.slice(0, 25)}${hostileNumber.padEnd(12)}${line.slice(37)}\n`).join('');
}
