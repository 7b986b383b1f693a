import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { synthesizeSmallCloud } from '../test/fixtures/small-cloud.ts';
import { serveApi, startFrontDoor } from './api.ts';
import { type LocalCloud, runAssembly } from './cloud.ts';
import { attachLocalCloud } from './running.ts';
import { readAssembly } from './template/assembly.ts';
import { planOf } from './template/plan-of.ts';

const dana = { name: 'Dana Reyes', username: 'dana', groups: ['clerk', 'MO0010000'] };
const dataDir = mkdtempSync(join(tmpdir(), 'nibrs-local-api-test-'));
let assembly: ReturnType<typeof synthesizeSmallCloud>;
let cloud: LocalCloud;

beforeAll(async () => {
  assembly = synthesizeSmallCloud({ api: true });
  cloud = await runAssembly(assembly.directory, {
    dataDir,
    parameters: { Journal: join(dataDir, 'journal') },
    people: [dana],
  });
});

afterAll(async () => {
  await cloud.stop();
  assembly.remove();
  rmSync(dataDir, { recursive: true });
});

/** Calls the API, and gives the event that the function was called with. */
async function call(body: object, token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${cloud.gateway.url}/api/things/1`, init);
  return { status: response.status, told: await response.json() };
}

it('the gateway of a template leads to its functions, for whoever has a token of its user pool', async () => {
  const token = await cloud.identity.token(dana);
  expect(decodeJwt(token).iss).toBe(cloud.outputs.Issuer);
  const { status, told } = await call({ do: 'reply' }, token);
  expect(status).toBe(200);
  expect(told).toMatchObject({
    pathParameters: { proxy: 'things/1' },
    requestContext: { stage: 'dev', authorizer: { claims: { username: 'dana', 'cognito:groups': 'clerk,MO0010000' } } },
  });
  const machine = await cloud.identity.token({ clientId: 'records', secret: 'secret' });
  expect((await call({ do: 'reply' }, machine)).status).toBe(401);
});

it('a function that fails behind the gateway tells nobody why, and holds nothing up', async () => {
  expect(await call({ do: 'throw' }, await cloud.identity.token(dana))).toEqual({
    status: 502,
    told: { message: 'Internal server error' },
  });
  await cloud.idle();
});

it('an API that leads to nothing is an error that names it', async () => {
  const door = await startFrontDoor({});
  const addresses = { objectsAndQueues: door.identity.url, gateway: door.gateway.url, identity: door.identity.url };
  const plan = planOf(readAssembly(assembly.directory), { Journal: 'none' }, addresses);
  const served = { people: [], machines: [], clock: () => new Date(), functions: new Map() };
  await expect(serveApi(door, plan, served)).rejects.toThrow('nibrs-dev-obedient-direct:live, which there is not');
  await expect(serveApi(door, { ...plan, userPools: [] }, served)).rejects.toThrow('no user pool');
  await door.stop();
});

it('many may call at once', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => fetch(cloud.gateway.url)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
});

it('people sign in at the issuer, for the gateway’s own page', async () => {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: cloud.outputs.PortalClient ?? '',
    redirect_uri: `${cloud.gateway.url}/`,
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  });
  const page = await fetch(`${cloud.identity.url}/oauth2/authorize?${query}`);
  expect(await page.text()).toContain('Continue as Dana Reyes');
});

it('other processes are told where both are', async () => {
  const attached = attachLocalCloud(dataDir);
  expect(attached).toMatchObject({ gateway: { url: cloud.gateway.url }, identity: { url: cloud.identity.url } });
  await attached?.stop();
});
