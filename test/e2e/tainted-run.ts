import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { validateCommand } from '../../bin/commands/validate.ts';
import { createTerminal } from '../../bin/print/terminal.ts';
import type { Invocation, LogEntry } from '../../local/index.ts';
import { compareText } from '../../shared/compare.ts';
import type { LedgerEvent } from '../../shared/ledger/port.ts';
import { openCloud, type Sent, type TestCloud } from './cloud.ts';
import { type AskedApi, askEverything, publicFiles } from './tainted-api.ts';
import { type TaintedInput, wrongFiles } from './tainted-input.ts';

/** A whole run, and all that it left behind. */
export interface TaintedRun {
  test: TestCloud;
  /** In whose name the files were uploaded. */
  uploader: string;
  sent: Sent;
  events: LedgerEvent[];
  /** The state halves of `events`. */
  halves: (string | undefined)[];
  /** What the agencies uploaded, as it lies in the inbox. */
  inbox: string;
  /** Replies of the API that tell what they are asked for, to those who may know it. */
  disclosed: Record<string, string[]>;
  asked: AskedApi;
  /** Whatever a state value must not be in: by what it is called, its texts, one character a byte. */
  places: Record<string, string[]>;
}

/**
 * Files everything and sends the month. With `poison` also what ends as a dead letter, and with `asks` everything is asked of
 * the API as well; both take their time.
 */
export async function runTainted(
  state: string,
  { files }: TaintedInput,
  { poison, asks }: { poison: boolean; asks: boolean },
): Promise<TaintedRun> {
  const logs: LogEntry[] = [];
  const invocations: Invocation[] = [];
  const test = await openCloud({
    state,
    onLog: (entry) => logs.push(entry),
    onInvocation: (invocation) => invocations.push(invocation),
  });
  const uploader = `${state}UCR0001`;
  if (poison) await sendPoison(test, state);
  for (const [index, { name, content }] of files.entries()) {
    const openedAt = new Date(Date.UTC(2026, 9, 1, 8, index));
    await test.upload({ uploader, openedAt, fileName: name, content });
  }
  await test.cloud.idle();
  const sent = await test.transmit('2026-09', 'once');
  const items = await test.items('LedgerTable');
  const streams = new Set(items.map(({ pk }) => String(pk)));
  const events = (await Promise.all([...streams].map((stream) => test.ledger.read(stream)))).flat();
  const federal = await test.ledger.openFederal(events);
  const halves = await test.ledger.openState(events);
  const inbox = [...(await test.contents(test.buckets.inbox)).values()].join('');
  const places = {
    transmission: [sent.file],
    manifest: [sent.manifest],
    outbox: [...(await test.contents(test.buckets.outbox))].flat(),
    ...(await leftIn(test)),
    logs: logs.filter(({ entry }) => !entry?._aws).map(({ line }) => line),
    metrics: logs.filter(({ entry }) => entry?._aws).map(({ line }) => line),
    'queue messages': invocations.flatMap(({ messages }) => messages),
    'dead letters': (await test.cloud.deadLetters()).map((letter) => JSON.stringify(letter)),
    'federal halves': federal.filter((half) => half !== undefined),
    ...(await validationsOf(state, files)),
  };

  const [logged, invoked] = [logs.length, invocations.length];
  const asked = asks ? await askEverything(test, state, '2026-09') : nothingAsked;
  const { readFile = [], readElements = [], ...replies } = asked.replies;
  const logsOfApi = logs.slice(logged).filter(({ entry }) => !entry?._aws);
  const afterOrders = Object.values(await leftIn(test)).flat();
  return {
    test,
    uploader,
    sent,
    events,
    halves,
    inbox,
    asked,
    disclosed: { readFile, readElements },
    places: {
      ...places,
      ...Object.fromEntries(Object.entries(replies).map(([operation, texts]) => [`replies to ${operation}`, texts])),
      ...(asks && {
        'public files': await publicFiles(test),
        'logs of requests': logsOfApi.map(({ line }) => line),
        'left by orders': [...afterOrders, ...invocations.slice(invoked).flatMap(({ messages }) => messages)],
      }),
    },
  };
}

const nothingAsked: AskedApi = { replies: {}, answered: new Set(), tokens: [], expunged: '' };

/** What lies in the work bucket and in the tables. */
async function leftIn(test: TestCloud): Promise<Record<string, string[]>> {
  const work = [...(await test.contents(test.buckets.work))];
  return {
    parts: work.filter(([key]) => key.startsWith('parts/')).flat(),
    findings: work.filter(([key]) => key.startsWith('findings/')).flat(),
    'other work': work.filter(([key]) => !/^(parts|findings)\//.test(key)).flat(),
    'ledger table': (await test.items('LedgerTable')).flatMap(textsOf),
    'keys table': (await test.items('KeysTable')).flatMap(textsOf),
    'months table': (await test.items('MonthsTable')).flatMap(textsOf),
    'failures table': (await test.items('FailuresTable')).flatMap(textsOf),
  };
}

/** A message that nobody can handle, so that there is a dead letter. */
async function sendPoison({ cloud, buckets }: TestCloud, state: string): Promise<void> {
  const chunk = {
    submission: 'unheard of',
    chunk: 0,
    bucket: buckets.inbox,
    key: `submissions/${state}1990300/20261001T080000000Z/id/file.txt`,
    fileName: 'file.txt',
    ori: `${state}1990300`,
    period: '2026-09',
    stateCode: state,
    ranges: [{ start: 0, end: 10, record: 1 }],
  };
  const { sqs } = cloud.clients();
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: cloud.outputs.ReportsQueueUrl,
      MessageBody: JSON.stringify(chunk),
      MessageGroupId: 'poison',
      MessageDeduplicationId: 'poison',
    }),
  );
}

const quiet = createTerminal(process.stdout, process.stderr, { NO_COLOR: '1' });
const clock = () => new Date(Date.UTC(2026, 9, 15));

/** What `nibrs validate` prints of the wrong files, and its report. */
async function validationsOf(state: string, files: TaintedInput['files']): Promise<Record<string, string[]>> {
  const directory = await mkdtemp(join(tmpdir(), 'nibrs-tainted-'));
  const wrong = files.filter(({ name }) => wrongFiles.includes(name));
  const paths = wrong.map(({ name }) => join(directory, name));
  const printed: Record<string, string[]> = {};
  try {
    for (const [index, { content }] of wrong.entries()) await writeFile(paths[index] ?? '', content);
    for (const format of ['text', 'json', 'csv']) {
      const report = join(directory, 'report.html');
      const lines: string[] = [];
      const terminal = { ...quiet, print: async (...more: string[]) => void lines.push(...more) };
      const command = validateCommand(terminal, clock, () => {});
      await command.parseAsync([...paths, '--state', state, '--format', format, '--report', report], { from: 'user' });
      printed[`validation as ${format}`] = [lines.join('\n').replaceAll(directory, '')];
      printed['validation as a page'] = [(await readFile(report, 'utf8')).replaceAll(directory, '')];
    }
    return printed;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** An item as JSON, its attributes in order, and every binary value of it. */
function textsOf(item: object): string[] {
  const bytes: string[] = [];
  const inOrder = Object.fromEntries(Object.entries(item).toSorted(([one], [other]) => compareText(one, other)));
  const whole = JSON.stringify(inOrder, (_, value) => {
    if (!(value instanceof Uint8Array)) return value;
    bytes.push(Buffer.from(value).toString('latin1'));
    return '';
  });
  return [whole, ...bytes];
}
