import { S3Error } from './s3-error.ts';

/** A form up to its file, which has still to be read. */
export interface OpenForm {
  /** What comes before the file, by lower-case name. */
  fields: Record<string, string>;
  /** The name that the sender gives the file, without directories. */
  fileName: string;
  /** What comes after it in the form means nothing. */
  file: AsyncIterable<Buffer>;
}

/** How much may come before the file, in bytes (S3 API reference, "Creating an HTML Form"). */
const maxBeforeFile = 20 * 1024;

/**
 * Reads a `multipart/form-data` body (RFC 7578) up to the content of its file. Throws `S3Error` when it is malformed, has
 * no file, or has too much before it; reading the file throws when the form ends within it.
 */
export async function openForm(body: AsyncIterable<Buffer>, contentType: string): Promise<OpenForm> {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed();
  const delimiter = `\r\n--${boundary}`;
  const reader = new DelimitedReader(body);
  const fields: Record<string, string> = {};

  await reader.textUntil(delimiter);
  while (await anotherPart(reader)) {
    const head = await reader.textUntil('\r\n\r\n');
    const name = parameter(head, 'name')?.toLowerCase();
    if (name === undefined) throw malformed();
    if (name === 'file') {
      const fileName = parameter(head, 'filename')?.replace(/^.*[/\\]/, '') ?? '';
      return { fields, fileName, file: reader.until(delimiter) };
    }
    fields[name] = await reader.textUntil(delimiter);
  }
  throw new S3Error(400, 'InvalidArgument', 'POST requires exactly one file upload per request.', {
    ArgumentName: 'file',
    ArgumentValue: 0,
  });
}

/** Whether a delimiter opens a part: the last one is followed by two hyphens. */
async function anotherPart(reader: DelimitedReader): Promise<boolean> {
  const next = await reader.take(2);
  if (next !== '\r\n' && next !== '--') throw malformed();
  return next === '\r\n';
}

/** A parameter of the header `Content-Disposition`. Browsers write a quotation mark within it as %22. */
function parameter(head: string, name: string): string | undefined {
  const disposition = /^content-disposition:.*$/im.exec(head)?.[0] ?? '';
  return new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
}

/** Reads a stream from one delimiter to the next, and holds no more of it than it has to. */
class DelimitedReader {
  private readonly chunks: AsyncIterator<Buffer>;
  /** Read and not yet given. A form begins with a delimiter whose line break is not there. */
  private pending: Buffer = Buffer.from('\r\n');
  private textRead = 0;

  constructor(body: AsyncIterable<Buffer>) {
    this.chunks = body[Symbol.asyncIterator]();
  }

  /** What comes before the delimiter, which is skipped. */
  async *until(delimiter: string): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.pending.indexOf(delimiter);
      if (at >= 0) {
        yield this.give(at);
        this.give(delimiter.length);
        return;
      }
      // The delimiter may have begun at the end of what is here.
      const certain = this.pending.length - delimiter.length + 1;
      if (certain > 0) yield this.give(certain);
      await this.more();
    }
  }

  async textUntil(delimiter: string): Promise<string> {
    const read: Buffer[] = [];
    for await (const chunk of this.until(delimiter)) {
      this.textRead += chunk.length;
      if (this.textRead > maxBeforeFile) {
        const message = 'Your POST request fields preceding the upload file were too large.';
        throw new S3Error(400, 'MaxPostPreDataLengthExceeded', message, { MaxPostPreDataLengthBytes: maxBeforeFile });
      }
      read.push(chunk);
    }
    return Buffer.concat(read).toString();
  }

  async take(length: number): Promise<string> {
    while (this.pending.length < length) await this.more();
    return this.give(length).toString();
  }

  private give(length: number): Buffer {
    const given = this.pending.subarray(0, length);
    this.pending = this.pending.subarray(length);
    return given;
  }

  private async more(): Promise<void> {
    const { done, value } = await this.chunks.next();
    if (done) throw malformed();
    this.pending = Buffer.concat([this.pending, value]);
  }
}

function malformed(): S3Error {
  const message = 'The body of your POST request is not well-formed multipart/form-data.';
  return new S3Error(400, 'MalformedPOSTRequest', message);
}
