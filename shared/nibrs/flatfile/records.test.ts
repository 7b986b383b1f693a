import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect } from '../../../test/streams.ts';
import type { SourceRecord } from './record.ts';
import { MAX_LINE, RecordSplitter, readRecords, type SplitOptions } from './records.ts';

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function split(text: string, options?: SplitOptions): SourceRecord[] {
  const splitter = new RecordSplitter(options);
  return [...splitter.push(bytesOf(text)), ...splitter.end()];
}

describe('lines', () => {
  test('end with LF or CRLF, and the last needs no end', () => {
    expect(split('one\ntwo\r\nthree')).toEqual([
      { number: 1, offset: 0, size: 4, text: 'one' },
      { number: 2, offset: 4, size: 5, text: 'two' },
      { number: 3, offset: 9, size: 5, text: 'three' },
    ]);
  });

  test('do not end with a lone CR', () => {
    expect(split('one\rtwo\n').map(({ text }) => text)).toEqual(['one\rtwo']);
  });

  test('that are blank are numbered but are no records', () => {
    expect(split('one\r\n\r\n   \r\nfour\r\n\r\n\r\n')).toEqual([
      { number: 1, offset: 0, size: 5, text: 'one' },
      { number: 4, offset: 12, size: 6, text: 'four' },
    ]);
  });

  test('keep their trailing blanks and every byte as one character', () => {
    expect(split('a\u00ff\u0080  \n')).toEqual([{ number: 1, offset: 0, size: 6, text: 'a\u00ff\u0080  ' }]);
  });

  test('that never end are cut, and the next one stands where it stood', () => {
    const [first, second] = split(`${'x'.repeat(MAX_LINE + 5)}\r\nnext`);
    expect(first).toMatchObject({ size: MAX_LINE + 7, text: 'x'.repeat(MAX_LINE) });
    expect(second).toMatchObject({ number: 2, offset: MAX_LINE + 7, text: 'next' });
    expect(split(`${'x'.repeat(MAX_LINE)}\r\n`)[0]?.text).toHaveLength(MAX_LINE);
  });
});

describe('what is not a line', () => {
  test('an empty file has no record', () => {
    expect(split('')).toEqual([]);
  });

  test('a byte-order mark is left out, at the start of a file only', () => {
    const mark = '\u00ef\u00bb\u00bf';
    expect(split(`${mark}one\n${mark}two\n`)).toEqual([
      { number: 1, offset: 3, size: 4, text: 'one' },
      { number: 2, offset: 7, size: 7, text: `${mark}two` },
    ]);
  });

  test.each(['one\n\u001a', 'one\u001a', 'one\r\n\u001a\r\n'])('a Ctrl-Z at the end is left out: %j', (text) => {
    expect(split(text).map((record) => record.text)).toEqual(['one']);
  });
});

/** Bytes that make line ends, blank lines and marks likely. */
const fileBytes = fc
  .array(
    fc.oneof(fc.constantFrom('\r\n', '\n', '\r', ' ', '\u001a', '\u00ef\u00bb\u00bf'), fc.string({ maxLength: 5 })),
  )
  .map((pieces) => new Uint8Array(bytesOf(pieces.join(''))));

describe('any bytes', () => {
  test('give the same records however they are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fileBytes, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), async (bytes, sizes) => {
        async function* chunks() {
          for (let start = 0, i = 0; start < bytes.length; i++) {
            const end = start + (sizes[i % sizes.length] ?? 1);
            yield bytes.subarray(start, end);
            start = end;
          }
        }
        expect(await collect(readRecords(chunks()))).toEqual(split(Buffer.from(bytes).toString('latin1')));
      }),
    );
  });

  test('give records that can be cut out by their range and read again', () => {
    fc.assert(
      fc.property(fileBytes, (bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        for (const record of split(text)) {
          const cut = text.slice(record.offset, record.offset + record.size);
          expect(split(cut, { firstRecord: record.number, offset: record.offset })).toEqual([record]);
        }
      }),
    );
  });
});
