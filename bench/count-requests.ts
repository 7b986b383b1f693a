import { subscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

/** What a run has asked for: `dynamodb ledger write units`, `sqs SendMessageBatch`, `kms Decrypt`. */
export type RequestCounts = Map<string, number>;

const capacity = z.object({
  TableName: z.string(),
  Table: z.object({ CapacityUnits: z.number() }).optional(),
  CapacityUnits: z.number().optional(),
  GlobalSecondaryIndexes: z.record(z.string(), z.object({ CapacityUnits: z.number() })).optional(),
});
const answer = z.looseObject({ ConsumedCapacity: z.union([capacity, z.array(capacity)]).optional() });

/**
 * Stands in front of a DynamoDB and counts the units of each table and its index, which the database itself tells when it
 * is asked. Gives the address at which it listens.
 */
export async function countUnits(endpoint: string, counts: RequestCounts): Promise<{ endpoint: string; stop(): void }> {
  const server = createServer(async (incoming, outgoing) => {
    const asked = JSON.parse((await buffer(incoming)).toString());
    const operation = String(incoming.headers['x-amz-target']).split('.').at(-1) ?? '';
    const isCounted = /Item|Query|Scan/.test(operation);
    const body = JSON.stringify(isCounted ? { ...asked, ReturnConsumedCapacity: 'INDEXES' } : asked);
    const { status, headers, text } = await forward(endpoint, incoming, body);
    if (isCounted && status === 200) add(counts, /Write|Put|Update|Delete/.test(operation) ? 'write' : 'read', text);
    outgoing.writeHead(status, { 'content-type': headers['content-type'] ?? 'application/x-amz-json-1.0' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function forward(endpoint: string, incoming: IncomingMessage, body: string) {
  const headers = { ...incoming.headers, 'content-length': String(Buffer.byteLength(body)) };
  return new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>((resolve, reject) => {
    const sent = request(endpoint, { method: 'POST', headers }, async (reply) => {
      resolve({ status: reply.statusCode ?? 500, headers: reply.headers, text: (await buffer(reply)).toString() });
    });
    sent.once('error', reject).end(body);
  });
}

function add(counts: RequestCounts, kind: 'read' | 'write', text: string): void {
  const { ConsumedCapacity = [] } = answer.parse(JSON.parse(text));
  for (const used of [ConsumedCapacity].flat()) {
    const table = /(Ledger|Keys|Months|Failures)/.exec(used.TableName)?.[0].toLowerCase() ?? used.TableName;
    increase(counts, `dynamodb ${table} ${kind}`, used.Table?.CapacityUnits ?? used.CapacityUnits ?? 0);
    for (const index of Object.values(used.GlobalSecondaryIndexes ?? {})) {
      increase(counts, `dynamodb ${table} index ${kind}`, index.CapacityUnits);
    }
  }
}

/** Counts what the engines in this process are asked, objects, queues and keys, and the gateway at that port. */
export function countRequests(counts: RequestCounts, gatewayPort: () => number | undefined): void {
  subscribe('http.server.request.start', (message) => {
    const { request: incoming, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (incoming.socket.localPort === gatewayPort()) return countReply(counts, incoming, response);
    const target = String(incoming.headers['x-amz-target'] ?? '');
    const operation = target.split('.').at(-1) ?? '';
    if (target.startsWith('AmazonSQS.')) increase(counts, `sqs ${operation}`, 1);
    else if (target.startsWith('TrentService.')) increase(counts, `kms ${operation}`, 1);
    else if (target === '' && isSigned(incoming)) {
      const isList = incoming.method === 'GET' && incoming.url?.includes('list-type');
      increase(counts, `s3 ${isList || incoming.method === 'POST' ? 'PUT' : incoming.method}`, 1);
    }
  });
}

/** Of S3: signed in its header, in its address, or as the form of a browser. */
function isSigned({ headers, url = '', method }: IncomingMessage): boolean {
  if (method === 'OPTIONS') return false;
  const isForm = headers['content-type']?.startsWith('multipart/form-data') ?? false;
  return isForm || url.includes('X-Amz-Signature') || (headers.authorization?.includes('/s3/') ?? false);
}

function countReply(counts: RequestCounts, { socket }: IncomingMessage, response: ServerResponse): void {
  increase(counts, 'gateway requests', 1);
  const before = socket.bytesWritten;
  response.once('finish', () => increase(counts, 'gateway bytes', socket.bytesWritten - before));
}

/** Adds to a count. */
export function increase(counts: RequestCounts, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}
