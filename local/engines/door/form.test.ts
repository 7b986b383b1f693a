import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from './body.ts';
import { openForm } from './form.ts';

const boundary = 'x-b';
const type = `multipart/form-data; boundary=${boundary}`;
const all = { min: 0, max: 10_000 };

function part(head: string, content: string | Buffer): Buffer {
  return Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
}

const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value);
const file = (content: string | Buffer, name = 'f.txt') =>
  part(`Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain`, content);
const end = Buffer.from(`--${boundary}--`);

async function* pieces(body: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let turn = 0; at < body.length; turn++) {
    const next = at + (sizes[turn % sizes.length] ?? 1);
    yield body.subarray(at, next);
    at = next;
  }
}

const open = (parts: Buffer[], contentType = type) => openForm(pieces(Buffer.concat(parts), [7]), contentType);

describe('a form', () => {
  it('gives its fields and its file however it is cut into pieces', async () => {
    // Much of it looks like the delimiter.
    const content = fc
      .array(fc.constantFrom('\r', '\n', '\r\n', '--', '-', boundary, 'x', '\0', 'é', ''), { maxLength: 40 })
      .map((parts) => parts.join(''))
      .filter((text) => !`\r\n${text}\r\n`.includes(`\r\n--${boundary}`));
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(content, content, sizes, async (value, bytes, cuts) => {
        const form = await openForm(pieces(Buffer.concat([field('Key', value), file(bytes), end]), cuts), type);
        expect(form.fields).toEqual({ key: value });
        expect((await readBody(form.file, all)).toString()).toBe(bytes);
      }),
    );
  });

  it('takes a boundary in quotation marks, and the last part of the name of a file', async () => {
    const form = await open([file('x', 'C:\\exports\\june.txt'), end], `multipart/form-data; boundary="${boundary}"`);
    expect(form.fileName).toBe('june.txt');
  });

  it.each<[string, Buffer[], string, string?]>([
    ['names no boundary', [file('x'), end], 'MalformedPOSTRequest', 'multipart/form-data'],
    ['has no part', [], 'MalformedPOSTRequest'],
    ['has a part without a name', [part('Content-Disposition: form-data', 'x'), end], 'MalformedPOSTRequest'],
    ['ends within a field', [Buffer.from(`--${boundary}\r\nContent-Disposition: form-`)], 'MalformedPOSTRequest'],
    ['has no file', [field('key', 'a'), end], 'InvalidArgument'],
    [
      'has too long fields',
      [field('a', 'x'.repeat(15_000)), field('b', 'x'.repeat(15_000)), file('x'), end],
      'MaxPostPreDataLengthExceeded',
    ],
  ])('that %s is refused', async (_, parts, code, contentType) => {
    await expect(open(parts, contentType)).rejects.toMatchObject({ code });
  });

  it('that ends within its file is refused when the file is read', async () => {
    const form = await open([file('x').subarray(0, -1)]);
    await expect(readBody(form.file, all)).rejects.toMatchObject({ code: 'MalformedPOSTRequest' });
  });

  it('is not read further than its file may be long', async () => {
    let read = 0;
    const endless = async function* () {
      yield Buffer.concat([
        field('key', 'a'),
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"\r\n\r\n`),
      ]);
      for (; ; read++) yield Buffer.alloc(100);
    };
    const { file } = await openForm(endless(), type);
    await expect(readBody(file, { min: 0, max: 1_000 })).rejects.toMatchObject({ code: 'EntityTooLarge' });
    expect(read).toBeLessThan(12);
  });
});
