import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { apiHandler } from '../aws/api-handler.ts';
import { NotFoundError } from '../errors.ts';
import { memberOf, type Role, roles, scopes } from './caller.ts';
import type { ApiFunction, Route } from './route.ts';
import { type AnswersOf, routes } from './routes/index.ts';

beforeEach(() => {
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(() => true);
});
afterEach(() => vi.restoreAllMocks());

/** Handlers that answer whoever may ask with 404, and everybody else with 403. */
const handlers = Object.fromEntries(
  (['handle-uploads', 'show-records', 'take-orders'] as const).map((name) => [name, handlerOf(name)]),
);

function handlerOf(name: ApiFunction) {
  const asked = async () => {
    throw new NotFoundError('The answer was reached.');
  };
  const own = Object.entries<Route>(routes).filter(([, { answeredBy }]) => answeredBy === name);
  const answers = Object.fromEntries(own.map(([operation]) => [operation, asked]));
  return apiHandler({
    name,
    answers: answers as unknown as AnswersOf<ApiFunction>,
    memberOf: (claims) => memberOf(claims, async () => ['MO0110100']),
  });
}

/** What a request needs for its answer to be reached. */
const values: Record<string, string> = {
  ...{ submission: 'a'.repeat(32), finding: '0-1', ori: 'MO0110100', number: '26-000001', period: '2026-10' },
  ...{ file: 'MOUCR0001_20261105_NIBRS_011.txt', extract: 'one', request: 'one', queue: 'reports' },
};
const queries: Record<string, Record<string, string>> = {
  readSource: { record: '1' },
  listFindings: { period: '2026-10' },
  downloadFindings: { period: '2026-10', format: 'csv' },
  planTransmission: { period: '2026-10' },
  downloadTransmission: { what: 'file' },
};
const bodies: Record<string, object> = {
  openSubmission: { fileName: 'a.txt', bytes: 1, sha256: 'a'.repeat(64) },
  signParts: { parts: [{ number: 1, sha256: 'a'.repeat(64) }] },
  settleWarning: { as: 'cleared', reason: 'Put right' },
  registerAgencies: { csv: 'ori' },
  readElements: { reason: 'An audit' },
  expungeReport: { order: 'A-1' },
  startTransmission: { period: '2026-10' },
  holdTransmission: { reason: 'A question' },
  releaseTransmission: { reason: 'Answered' },
  requestExtract: { period: '2026-10', asOf: '2026-11-01' },
  requestStatistics: { element: 'MO-3', from: '2026-10', to: '2026-10', reason: 'Publication' },
};

async function statusOf(operation: string, route: Route, groups: string, scope: string): Promise<number> {
  const params = Object.fromEntries(
    [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, values[name]]),
  );
  const path = route.path.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  const event = {
    httpMethod: route.method,
    path: `/api${path}`,
    headers: {},
    pathParameters: params,
    queryStringParameters: queries[operation] ?? null,
    body: bodies[operation] ? JSON.stringify(bodies[operation]) : null,
    requestContext: {
      authorizer: { claims: { sub: '1', client_id: 'client', username: 'pat', scope, 'cognito:groups': groups } },
    },
  } as unknown as APIGatewayProxyEvent;
  const handler = handlers[route.answeredBy];
  const { statusCode } = (await handler?.(event, { functionVersion: '1' } as Context)) ?? { statusCode: 0 };
  return statusCode;
}

const letters: Record<number, string> = { 403: '-', 404: 'x' };

/*
 * Every operation and every role. A change here is a change of who may do what: think of who asked for it.
 */
it('who may do what', async () => {
  const rows: string[][] = [['operation', ...roles, 'nobody']];
  for (const [operation, route] of Object.entries<Route>(routes)) {
    const cells = await Promise.all(
      [...roles, undefined].map(async (role: Role | undefined) => {
        const scope = role === 'machine-uploader' ? scopes.machine : scopes.person;
        const status = await statusOf(operation, route, `${role ?? 'visitor'},MO0110100`, scope);
        return letters[status] ?? String(status);
      }),
    );
    rows.push([operation, ...cells]);
  }
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  expect(`\n${lines.join('\n')}\n`).toBe(`
operation             agency-clerk  agency-admin  machine-uploader  state-operator  state-auditor  element-reader  nobody
openSubmission        x             x             x                 x               -              -               -
signParts             x             x             x                 x               -              -               -
completeUpload        x             x             x                 x               -              -               -
readFile              x             x             x                 -               -              -               -
readSource            x             x             -                 x               x              -               -
listSubmissions       x             x             x                 x               x              -               -
readSubmission        x             x             x                 x               x              -               -
listFindings          x             x             x                 x               x              -               -
downloadFindings      x             x             x                 x               x              -               -
settleWarning         x             x             -                 x               -              -               -
listMonths            x             x             -                 x               x              -               -
readCompleteness      -             -             -                 x               x              -               -
readQuality           x             x             -                 x               x              -               -
listAgencies          x             x             -                 x               x              -               -
readAgency            x             x             -                 x               x              -               -
registerAgencies      -             -             -                 x               -              -               -
readHistory           x             x             -                 x               x              -               -
readElements          -             -             -                 -               -              x               -
expungeReport         -             -             -                 x               -              -               -
listAccesses          -             -             -                 -               x              -               -
listTransmissions     -             -             -                 x               x              -               -
planTransmission      -             -             -                 x               x              -               -
readTransmission      -             -             -                 x               x              -               -
downloadTransmission  -             -             -                 x               x              -               -
startTransmission     -             -             -                 x               -              -               -
holdTransmission      -             -             -                 x               -              -               -
releaseTransmission   -             -             -                 x               -              -               -
forwardTransmission   -             -             -                 x               -              -               -
requestExtract        -             -             -                 x               x              -               -
readExtract           -             -             -                 x               x              -               -
readCaller            x             x             x                 x               x              x               -
readOperations        -             -             -                 x               x              -               -
redriveQueue          -             -             -                 x               -              -               -
requestStatistics     -             -             -                 x               -              x               -
readStatistics        -             -             -                 x               x              x               -
`);
});
