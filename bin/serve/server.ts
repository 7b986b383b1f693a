import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CorruptDataError } from '../../shared/errors.ts';
import { html } from '../../shared/html/html.ts';
import type { Clock } from '../../shared/ports.ts';
import { isPeriod } from '../input.ts';
import { readFederalFindings } from '../repository/federal-findings.ts';
import { readFindings } from '../repository/findings.ts';
import type { OwnRepository } from '../repository/repository.ts';
import { readSubmission } from '../repository/submissions.ts';
import { transmit } from '../repository/transmissions.ts';
import { readForm, uploadedFiles } from './form.ts';
import { homePage } from './home-page.ts';
import { layout } from './layout.ts';
import { operationsPage } from './operations-page.ts';
import { readHome, submitUploads } from './overview.ts';
import { shownFindings, submissionPage } from './submission-page.ts';

const runbooks = join(import.meta.dirname, '..', '..', 'docs', 'runbooks');

interface Context {
  repository: OwnRepository;
  clock: Clock;
}

/**
 * Serves the status page on this computer alone. Resolves when it accepts connections.
 * Rejects when the port is taken.
 */
export function startServer(context: Context, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    respond(context, request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendPage(response, 500, message('Something failed', 'The reason stands where nibrs serve was started.'));
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function respond(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, section = '', ...rest] = pathname.split('/').map(decodeURIComponent);
  if (!isFromHere(request)) return sendPage(response, 403, message('Not from here', 'Use the page on this computer.'));

  switch (`${request.method} /${section}`) {
    case 'GET /':
      return sendPage(response, 200, homePage(await readHome(context)));
    case 'GET /submissions':
      return showSubmission(context, rest.join('/'), response);
    case 'GET /outbox':
      return download(context, rest.join('/'), response);
    case 'GET /operations':
      return showOperations(context, rest, response);
    case 'POST /submissions':
      await submitUploads(context.repository, uploadedFiles(await readForm(request)));
      return redirectHome(response);
    case 'POST /transmissions':
      return startTransmission(context, request, response);
    default:
      return sendPage(response, 404, notFound());
  }
}

/**
 * Other sites must not be able to submit or to send through a visitor's browser, nor to reach the page under a name of
 * their own.
 */
function isFromHere({ headers: { host = '', origin } }: IncomingMessage): boolean {
  const here = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);
  return here && (origin === undefined || origin === `http://${host}`);
}

async function showSubmission({ repository, clock }: Context, id: string, response: ServerResponse): Promise<void> {
  const submission = await readSubmission(repository, id);
  if (!submission.received) return sendPage(response, 404, notFound());
  // One more than is shown tells that there are more.
  const findings = await firstOf(readFindings(repository, submission.findingsKeys), shownFindings + 1);
  const federal = await readFederalFindings(repository, submission, clock().toISOString().slice(0, 7));
  sendPage(response, 200, submissionPage(submission, findings, federal));
}

/** The page of the dashboards, or the runbook of an alarm, as it stands in the documentation. */
async function showOperations(
  { repository, clock }: Context,
  [page, runbook = '']: readonly string[],
  response: ServerResponse,
): Promise<void> {
  if (page === undefined) return sendPage(response, 200, operationsPage(repository.operations(clock())));
  if (page !== 'runbooks' || !/^[a-z-]+\.md$/.test(runbook)) return sendPage(response, 404, notFound());
  const text = await readFile(join(runbooks, runbook), 'utf8').catch(() => undefined);
  if (text === undefined) return sendPage(response, 404, notFound());
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

async function firstOf<T>(values: AsyncIterable<T>, limit: number): Promise<T[]> {
  const first: T[] = [];
  for await (const value of values) {
    first.push(value);
    if (first.length === limit) break;
  }
  return first;
}

async function startTransmission(
  { repository, clock }: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const period = (await readForm(request)).get('period');
  if (typeof period !== 'string' || !isPeriod(period)) {
    return sendPage(response, 400, message('No month', 'The form named no month. Go back and use the button again.'));
  }
  await transmit(repository, { period, year: clock().getUTCFullYear() });
  redirectHome(response);
}

async function download(
  { repository: { objects, buckets } }: Context,
  key: string,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await objects.read({ bucket: buckets.outbox, key });
    const name = key.split('/').at(-1) ?? '';
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
    });
    await pipeline(Readable.from(body), response);
  } catch (error) {
    if (!(error instanceof CorruptDataError)) throw error;
    sendPage(response, 404, notFound());
  }
}

function redirectHome(response: ServerResponse): void {
  response.writeHead(303, { Location: '/' }).end();
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    'Cache-Control': 'no-store',
  });
  response.end(page);
}

function notFound(): string {
  return message('Not here', 'There is no such page.');
}

function message(title: string, text: string): string {
  return layout(title, html`<p>${text}</p><p><a href="/">Submissions and months</a></p>`);
}
