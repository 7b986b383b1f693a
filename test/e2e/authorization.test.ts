import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startIdentityProvider } from '../../local/identity/identity-provider.ts';
import { type Role, roles } from '../../shared/api/caller.ts';
import type { Route } from '../../shared/api/route.ts';
import { type Operation, routes } from '../../shared/api/routes/index.ts';
import { generateFile } from '../generate/file.ts';
import { askGateway, type Reply, tokensOf } from './api-client.ts';
import { openCloud, type TestCloud } from './cloud.ts';
import { type Made, type Question, questions } from './questions.ts';

const period = '2026-09';
const [adair, boone] = ['MO0010100', 'MO0020200'];
const fileName = 'adair-september.txt';
const contents: Omit<Parameters<typeof generateFile>[0], 'agencies' | 'seed'> = {
  state: 'MO',
  period,
  incidents: 4,
  arrests: 3,
  zeroReports: 0,
  stateSegments: false,
  lineEnd: '\n',
};
const adairs = generateFile({ ...contents, agencies: [adair], seed: 5 });
const boones = generateFile({ ...contents, agencies: [boone], seed: 6 })
  .replaceAll('26-09', '26-19')
  .replaceAll('26B09', '26B19');
const numbers = [
  ...new Set(
    adairs
      .split('\n')
      .filter((line) => /^.{4}[17]/.test(line))
      .map((line) => line.slice(25, 37).trim()),
  ),
];

const person = (username: string, ...groups: string[]) => ({ name: username, username, groups });
const everybody = {
  adair: person('adair', 'agency-admin', adair),
  'agency-clerk': person('clerk', 'agency-clerk', boone),
  'agency-admin': person('admin', 'agency-admin', boone),
  'machine-uploader': { clientId: 'vendor', secret: 'not asked for' },
  'state-operator': person('operator', 'state-operator'),
  'state-auditor': person('auditor', 'state-auditor'),
  'element-reader': person('reader', 'element-reader'),
};
const neighbours = ['agency-clerk', 'agency-admin', 'machine-uploader'] as const;
const operations = Object.keys(routes) as Operation[];
const routeOf = (operation: Operation): Route => routes[operation];

let test: TestCloud;
let tokens: Record<keyof typeof everybody, string>;
/** What there is of the first agency, and what the state has made. */
let made: Made;

const ask = (who: keyof typeof everybody, operation: Operation, question: Question) =>
  askGateway(test.cloud, operation, question, tokens[who]);
const read = async (who: keyof typeof everybody, operation: Operation, question: Question) =>
  JSON.parse((await ask(who, operation, question)).body);

beforeAll(async () => {
  test = await openCloud();
  tokens = await tokensOf(test.cloud, everybody);
  const csv = `ori,name,uploaders\n${adair},Adair Police,\n${boone},Boone Sheriff,vendor\n`;
  await ask('state-operator', 'registerAgencies', { body: { csv } });
  const openedAt = new Date(Date.UTC(2026, 9, 1));
  const submission = await test.upload({ uploader: adair, openedAt, fileName, content: Buffer.from(adairs, 'latin1') });
  await test.upload({ uploader: boone, openedAt, fileName: 'boone.txt', content: Buffer.from(boones, 'latin1') });
  await test.cloud.idle();
  await test.transmit(period, 'one');
  const { transmissions } = await read('state-operator', 'listTransmissions', {});
  const files: string[] = transmissions.map(({ file }: { file: string }) => file);
  const { items } = await read('adair', 'listFindings', { query: { submission } });
  const { extract } = await read('state-operator', 'requestExtract', { body: { file: files[0] } });
  const count = { element: 'MO-3', from: period, to: period, draft: true, reason: 'A table' };
  const { request } = await read('state-operator', 'requestStatistics', { body: count });
  await test.cloud.idle();
  made = {
    ...{
      state: 'MO',
      period,
      agencies: [adair],
      submissions: [submission],
      files,
      extracts: [extract],
      counts: [request],
    },
    findings: items.slice(0, 2).map(({ id }: { id: string }) => ({ submission, finding: id })),
    records: [1, 2].map((record) => ({ submission, record })),
    reports: numbers.map((number) => ({ ori: adair, number })),
    countable: ['MO-3'],
  };
});
afterAll(() => test.cloud.stop());

function firstOf(operation: Operation): Question {
  const [question] = questions[operation](made);
  if (!question) throw new RangeError(`There is nothing to ask ${operation}`);
  return question;
}

describe('whoever has no good token', () => {
  const claims = {
    token_use: 'access',
    scope: 'openid nibrs/use',
    client_id: 'portal',
    username: 'operator',
    'cognito:groups': ['state-operator'],
  };
  const payloadOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  const bad: Record<string, () => Promise<string | undefined>> = {
    'none at all': async () => undefined,
    'no token': async () => 'operator',
    'one that has expired': async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 24 * 3_600_000 });
      const token = await test.cloud.identity.token(everybody['state-operator']);
      vi.useRealTimers();
      return token;
    },
    'one of another issuer': async () => {
      const other = await startIdentityProvider();
      const client = { id: 'portal', scopes: ['openid', 'nibrs/use'], tokenSeconds: 3600, callbackUrls: [] } as never;
      const directory = { people: [], machines: [], clients: [client], roles: [], portal: test.cloud.gateway.url };
      const pool = await other.serve('pool', { directory, clock: () => new Date() });
      await other.stop();
      return pool.token(everybody['state-operator']);
    },
    'one that somebody has signed in the name of the issuer': async () => {
      const { iss } = payloadOf(tokens['state-operator']);
      const { privateKey } = await generateKeyPair('RS256');
      const [header = ''] = tokens['state-operator'].split('.');
      const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
      return new SignJWT({ ...claims, sub: '1' })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(iss)
        .setExpirationTime('1h')
        .sign(privateKey);
    },
    'one that nobody has signed': async () => new UnsecuredJWT(payloadOf(tokens['state-operator'])).encode(),
    'a good one whose roles were changed': async () => {
      const [header, , signature] = tokens['agency-clerk'].split('.');
      const changed = { ...payloadOf(tokens['agency-clerk']), 'cognito:groups': ['state-operator'] };
      return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    },
  };

  it.each(Object.entries(bad))('is answered by no operation: %s', async (_, tokenOf) => {
    const token = await tokenOf();
    const replies = await Promise.all(operations.map((name) => askGateway(test.cloud, name, firstOf(name), token)));
    for (const { operation, status, body } of replies) {
      expect([operation, status, Object.keys(JSON.parse(body))]).toEqual([operation, 401, ['message']]);
    }
  });
});

describe.each(roles)('somebody with the role of %s', (role: Role) => {
  it('is refused whatever the role is not for, whatever they ask it of', async () => {
    const notTheirs = operations.filter((operation) => !routeOf(operation).roles.includes(role));
    for (const operation of notTheirs) {
      for (const question of questions[operation](made).slice(0, 2)) {
        const { status } = await ask(role, operation, question);
        // The gateway itself turns machines away where none may call.
        expect([operation, status]).toEqual([operation, status === 401 && role === 'machine-uploader' ? 401 : 403]);
      }
    }
  });
});

describe.each(neighbours)('the %s of another agency, who knows every id', (role) => {
  const theirs = operations.filter((operation) => routeOf(operation).roles.includes(role));

  it('is told nothing of the agency, and changes nothing of it', async () => {
    const before = await ofAdair();
    for (const operation of theirs) {
      for (const question of questions[operation](made)) {
        const reply = await ask(role, operation, question);
        expect([operation, tracesIn(reply, question)]).toEqual([operation, []]);
        const isList = reply.status === 200 && Object.keys(question.params ?? {}).length === 0;
        if (!isList) expect([operation, [403, 404].includes(reply.status)]).toEqual([operation, true]);
      }
    }
    await test.cloud.idle();
    expect(await ofAdair()).toEqual(before);
  });

  it('is told the same of what does not exist', async () => {
    const nowhere: Made = {
      ...made,
      submissions: ['0'.repeat(32)],
      findings: [{ submission: '0'.repeat(32), finding: '0-1' }],
      records: [{ submission: '0'.repeat(32), record: 1 }],
      reports: [{ ori: adair, number: 'NONE' }],
      agencies: ['MO0990000'],
    };
    for (const operation of theirs.filter((name) => routeOf(name).params)) {
      const [question = {}] = questions[operation](nowhere);
      const [there, nothing] = [await ask(role, operation, firstOf(operation)), await ask(role, operation, question)];
      expect([operation, toldBy(nothing)]).toEqual([operation, toldBy(there)]);
    }
  });
});

it('the agency itself is told of all of it', async () => {
  for (const operation of operations.filter((name) => routeOf(name).method === 'GET')) {
    if (!routeOf(operation).roles.includes('agency-admin')) continue;
    const reply = await ask('adair', operation, firstOf(operation));
    expect([operation, reply.status]).toEqual([operation, 200]);
  }
});

/** Everything by which a reply could tell of the first agency what was not in the question. */
function tracesIn({ headers, body }: Reply, question: Question): string[] {
  const asked = JSON.stringify(question);
  const traces = [adair, 'Adair Police', fileName, ...made.submissions, ...numbers];
  return traces.filter((trace) => !asked.includes(trace) && (JSON.stringify(headers) + body).includes(trace));
}

/** A problem without the id of its request. */
function toldBy({ status, body }: Reply): object {
  const { instance: _, ...told } = JSON.parse(body);
  return { status, told };
}

/** All events that tell of the first agency. */
async function ofAdair(): Promise<string[]> {
  const items = await test.items('LedgerTable');
  return items
    .map((item) => String(item.pk))
    .filter((pk) => [adair, ...made.submissions].some((part) => pk.includes(part)))
    .sort();
}
