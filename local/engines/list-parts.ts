/** Of Fastify, on which fauxqs is built, what is used here. */
export interface Hooks {
  addHook(name: 'preHandler', hook: (request: PartRequest, reply: Reply, done: () => void) => void): unknown;
  addHook(
    name: 'onSend',
    hook: (request: PartRequest, reply: Reply, payload: unknown, done: () => void) => void,
  ): unknown;
}

interface PartRequest {
  method: string;
  query: unknown;
  headers: Record<string, string | undefined>;
  body?: unknown;
}

interface Reply {
  statusCode: number;
  getHeader(name: string): unknown;
  code(status: number): Reply;
  header(name: string, value: string): Reply;
  send(payload: string): unknown;
}

interface StoredPart {
  etag: string;
  size: number;
  checksum: string | undefined;
}

/**
 * Answers ListParts, which fauxqs 2.4.1 takes for a wish to have the object: from the parts that this process has seen
 * come. Of uploads that began before it there are none, and they are unknown as those that have expired.
 */
export function answerListParts(fastify: Hooks): void {
  const uploads = new Map<string, Map<number, StoredPart>>();

  fastify.addHook('preHandler', ({ method, query }, reply, done) => {
    const { uploadId } = queryOf(query);
    if (method !== 'GET' || uploadId === undefined) return done();
    const parts = uploads.get(uploadId);
    reply.code(parts ? 200 : 404).header('content-type', 'application/xml');
    reply.send(parts ? listed(uploadId, parts) : '<Error><Code>NoSuchUpload</Code></Error>');
  });

  fastify.addHook('onSend', ({ method, query, headers, body }, reply, payload, done) => {
    const { uploadId, partNumber, uploads: begins } = queryOf(query);
    const isDone = reply.statusCode < 300;
    if (isDone && method === 'POST' && begins !== undefined) {
      const [, begun] = /<UploadId>([^<]+)<\/UploadId>/.exec(String(payload)) ?? [];
      if (begun) uploads.set(begun, new Map());
    }
    if (isDone && method === 'PUT' && uploadId !== undefined && Buffer.isBuffer(body)) {
      const part = { etag: String(reply.getHeader('etag')), size: body.length, checksum: headers[checksumHeader] };
      uploads.get(uploadId)?.set(Number(partNumber), part);
    }
    if (isDone && (method === 'POST' || method === 'DELETE') && uploadId !== undefined) uploads.delete(uploadId);
    done();
  });
}

const checksumHeader = 'x-amz-checksum-sha256';

function queryOf(query: unknown): Record<string, string | undefined> {
  return (query ?? {}) as Record<string, string | undefined>;
}

/** As one page (S3 API reference, "ListParts"). */
function listed(uploadId: string, parts: ReadonlyMap<number, StoredPart>): string {
  const elements = [...parts]
    .sort(([one], [other]) => one - other)
    .map(([number, { etag, size, checksum }]) => {
      const sum = checksum === undefined ? '' : `<ChecksumSHA256>${checksum}</ChecksumSHA256>`;
      return `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag><Size>${size}</Size>${sum}</Part>`;
    });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListPartsResult>' +
    `<UploadId>${uploadId}</UploadId><IsTruncated>false</IsTruncated>${elements.join('')}</ListPartsResult>`
  );
}
