import type { LocalCloud, LocalMachine, LocalPerson } from '../../local/index.ts';
import type { Role } from '../../shared/api/caller.ts';
import type { Route } from '../../shared/api/route.ts';
import { type Operation, routes } from '../../shared/api/routes/index.ts';
import { reportStream } from '../../shared/ledger/streams.ts';
import { profiles } from '../../shared/state/index.ts';
import { isCountable } from '../../shared/statistics/index.ts';
import { askGateway, bytesOf, type Reply, tokensOf } from './api-client.ts';
import type { TestCloud } from './cloud.ts';
import { type Made, type Question, questions } from './questions.ts';

/** All that the API of a run replied, to everybody who may ask. */
export interface AskedApi {
  /** By operation, one text for every reply; of files, what they hold as well. */
  replies: Partial<Record<Operation, string[]>>;
  /** Operations that replied as they were meant to, to somebody. */
  answered: Set<Operation>;
  /** What those sent who asked. */
  tokens: string[];
  /** Stream of the report that was expunged in the end. */
  expunged: string;
}

/** Somebody of every role, by the role. */
export function everybodyOf(state: string): Record<Role, LocalPerson | LocalMachine> {
  const [first, ...others] = agenciesOf(state);
  const person = (name: string, username: string, ...groups: string[]) => ({ name, username, groups });
  return {
    'agency-clerk': person('Clementine Clerkson', 'c.clerkson', 'agency-clerk', first ?? ''),
    'agency-admin': person('Adamina Adminson', 'a.adminson', 'agency-admin', first ?? '', ...others),
    'machine-uploader': { clientId: 'vendor', secret: 'not asked for' },
    'state-operator': person('Oprah Operatorson', 'o.operatorson', 'state-operator'),
    'state-auditor': person('Audrey Auditorson', 'a.auditorson', 'state-auditor'),
    'element-reader': person('Reed Readerson', 'r.readerson', 'element-reader', first ?? ''),
  };
}

/** Those that have reports in a tainted run, and the program that uploads for them. */
export function agenciesOf(state: string): string[] {
  return ['1990100', '1990200', '1990300', '1990400', 'UCR0001'].map((rest) => state + rest);
}

/**
 * Orders everything that can be ordered, then asks for everything that can be seen: every operation that is declared, as every
 * role that may.
 */
export async function askEverything(test: TestCloud, state: string, period: string): Promise<AskedApi> {
  const tokens = await tokensOf(test.cloud, everybodyOf(state));
  const asked: AskedApi = { replies: {}, answered: new Set(), tokens: Object.values(tokens), expunged: '' };
  const ask = async (operation: Operation, question: Question, role: Role) => {
    const pages = await allPages(test.cloud, operation, question, tokens[role]);
    for (const { reply, file } of pages) {
      const told = `${role} asks ${JSON.stringify(question)}: ${reply.status} ${JSON.stringify(reply.headers)}`;
      asked.replies[operation] = [...(asked.replies[operation] ?? []), `${told}\n${reply.body}\n${file}`];
      if (reply.status < 300) asked.answered.add(operation);
      if (reply.status >= 500) throw new Error(`${operation}, ${told} ${reply.body}`);
    }
    return pages.map(({ reply }) => reply);
  };

  const listed = async (operation: Operation, question: Question) =>
    (await ask(operation, question, 'state-operator')).map(({ body }) => JSON.parse(body));
  const submissions = (await listed('listSubmissions', {})).flatMap(({ items }) => items);
  const findings = (await listed('listFindings', { query: { period, limit: '500' } })).flatMap(({ items }) => items);
  const made: Made = {
    state,
    period,
    agencies: agenciesOf(state),
    submissions: submissions.map(({ submission }) => submission),
    findings: ['warning', 'error'].flatMap((severity) =>
      findings
        .filter((finding) => finding.severity === severity)
        .slice(0, 2)
        .map(({ submission, id }) => ({ submission, finding: id })),
    ),
    records: recordsOf(submissions, findings),
    reports: await reportsOf(test),
    files: (await listed('listTransmissions', {}))
      .flatMap(({ transmissions }) => transmissions)
      .map(({ file }) => file),
    extracts: [],
    counts: [],
    countable:
      profiles
        .get(state)
        ?.elements.filter(isCountable)
        .map(({ id }) => id) ?? [],
  };

  const [report] = made.reports;
  asked.expunged = report ? reportStream('incident', report.ori, report.number) : '';
  for (const operation of orders) {
    for (const role of routesOf(operation).roles) {
      for (const question of questions[operation](made)) await ask(operation, question, role);
    }
    await test.cloud.idle();
  }
  const requestsIn = (operation: Operation, name: string) =>
    (asked.replies[operation] ?? []).flatMap((text) => JSON.parse(text.split('\n')[1] ?? '')[name] ?? []);
  const after = {
    ...made,
    extracts: requestsIn('requestExtract', 'extract'),
    counts: requestsIn('requestStatistics', 'request'),
  };
  const tasks = looks.flatMap((operation) =>
    routesOf(operation).roles.flatMap((role) =>
      questions[operation](after)
        .filter((_, index) => seesAll.includes(role) || index % sampled === 0)
        .map((question) => () => ask(operation, question, role)),
    ),
  );
  await inTurns(tasks);
  return asked;
}

/** Who asks everything, of their kind with the most to see; what the others get is the same or less, and they ask some of it. */
const seesAll: readonly Role[] = ['agency-admin', 'state-operator'];
const sampled = 7;

/** Machines are registered before they are heard, and nobody orders anything of what is expunged. */
const first = ['registerAgencies'] as const;
const last = ['expungeReport'] as const;

const routesOf = (operation: Operation): Route => routes[operation];
const operations = Object.keys(routes) as Operation[];
const looks = operations.filter((operation) => routesOf(operation).method === 'GET');
const between = operations.filter((name) => ![...looks, ...first, ...last].some((other) => other === name));
const orders: Operation[] = [...first, ...between, ...last];

interface Page {
  reply: Reply;
  /** What a link in the reply leads to. */
  file: string;
}

/** The replies to a question: of a list, all of its pages. */
async function allPages(cloud: LocalCloud, operation: Operation, question: Question, token: string): Promise<Page[]> {
  const reply = await askGateway(cloud, operation, question, token);
  const isJson = reply.headers['content-type'] === 'application/json';
  const { next, url, download } = isJson ? JSON.parse(reply.body) : {};
  const link = routesOf(operation).method === 'GET' ? (url ?? download?.url) : undefined;
  const page = { reply, file: link ? await bytesOf(await fetch(link)) : '' };
  if (!next) return [page];
  const { query } = question;
  return [page, ...(await allPages(cloud, operation, { ...question, query: { ...query, cursor: next } }, token))];
}

/** A record of every report that something was found in, and of each file one of the first. */
function recordsOf(
  submissions: readonly { submission: string }[],
  findings: readonly { submission: string; ori: string; report: string; record?: number }[],
): Made['records'] {
  const records = new Map<string, { submission: string; record: number }>();
  for (const { submission, ori, report, record } of findings) {
    if (record !== undefined) records.set(`${submission} ${ori} ${report}`, { submission, record });
  }
  return [...records.values(), ...submissions.map(({ submission }) => ({ submission, record: 2 }))];
}

/** All that were ever on file. */
async function reportsOf(test: TestCloud): Promise<Made['reports']> {
  const streams = new Set((await test.items('LedgerTable')).map(({ pk }) => String(pk)));
  return [...streams].sort().flatMap((stream) => {
    const [, ori = '', number = ''] = /^report#(.+)#(.+)$/.exec(stream) ?? [];
    return ori ? [{ ori, number }] : [];
  });
}

/** What anybody may read: how to sign in, the declaration of the API, and all that is published of the state's elements. */
export async function publicFiles({ cloud: { gateway } }: TestCloud): Promise<string[]> {
  const read = async (path: string) => bytesOf(await fetch(`${gateway.url}/${path}`));
  const page = await read('specification/index.html');
  const linked = [...page.matchAll(/href="([\w./-]+)"/g)].map(([, name]) => `specification/${name}`);
  return [page, ...(await Promise.all(['config.json', 'openapi.json', ...linked].map(read)))];
}

/** So many questions at a time. */
const atATime = 6;

async function inTurns(tasks: readonly (() => Promise<unknown>)[]): Promise<void> {
  const left = tasks.values();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (const task of left) await task();
    }),
  );
}
