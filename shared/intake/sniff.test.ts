import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SNIFFED_BYTES, sniff } from './sniff.ts';

const segment = '00881I092026    MO0010100INCIDENT0001 20260901 10N                                      N';

describe('what is not a NIBRS flat file is refused by its first bytes', () => {
  it.each<[reason: string, bytes: string | Uint8Array]>([
    ['empty', ''],
    ['empty', '\r\n   \r\n'],
    ['zip', 'PK\u0003\u0004\u0014\u0000september.txt'],
    ['excel', 'PK\u0003\u0004\u0014\u0000xl/workbook.xml'],
    ['word', 'PK\u0003\u0004\u0014\u0000word/document.xml'],
    ['gzip', gzipSync(segment)],
    ['pdf', '%PDF-1.7\n'],
    ['office', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
    ['utf-16', Buffer.from(`\ufeff${segment}`, 'utf16le')],
    ['binary', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 251))],
    ['xml', '<?xml version="1.0"?>\n<nibrs:Submission/>'],
    ['csv', 'ORI,Incident,Date\nMO0010100,INC1,20260901\n'],
    ['csv', 'ORI\tIncident\tDate'],
    ['not-nibrs', 'Dear colleagues,\n\nplease find our report below.\n'],
    ['not-nibrs', 'September'],
  ])('%s', (reason, bytes) => {
    const refusal = sniff(Buffer.from(bytes as string, 'latin1'));

    expect(refusal).toMatchObject({ reason });
    expect(refusal?.message).toMatch(/\.$/);
    expect(refusal?.hint).toMatch(/\.$/);
  });
});

describe('what may be one is let through', () => {
  it.each([
    ['one segment', segment],
    ['CRLF and empty lines before', `\r\n\r\n${segment}\r\n`],
    ['a byte-order mark', `\u00ef\u00bb\u00bf${segment}\n`],
    ['a stray line first', `SEPTEMBER 2026\n${segment}\n`],
    ['Ctrl-Z at the end', `${segment}\r\n\u001a`],
    ['more than is sniffed', `${segment}\n`.repeat(SNIFFED_BYTES / 50)],
  ])('%s', (_, text) => {
    expect(sniff(Buffer.from(text, 'latin1'))).toBeUndefined();
  });
});
