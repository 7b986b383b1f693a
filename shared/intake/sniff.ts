import { looksLikeSegment } from '../nibrs/flatfile/read-segment.ts';
import type { Refusal } from './refusal.ts';

/** How much of a file's beginning `sniff` wants to see: whatever the file is, this much of it tells. */
export const SNIFFED_BYTES = 65_536;

const exportHint =
  'In your records system, export the month as a NIBRS flat file (plain text, one segment a line) and send that file.';

interface Signature {
  reason: string;
  name: string;
  hint: string;
  found(bytes: Buffer): boolean;
}

/** Kinds of file that are sent by mistake and that their first bytes give away. The more special comes first. */
const signatures: readonly Signature[] = [
  {
    reason: 'excel',
    name: 'an Excel workbook',
    hint: exportHint,
    found: (bytes) => isZip(bytes) && bytes.includes('xl/'),
  },
  {
    reason: 'word',
    name: 'a Word document',
    hint: exportHint,
    found: (bytes) => isZip(bytes) && bytes.includes('word/'),
  },
  {
    reason: 'zip',
    name: 'a ZIP archive',
    hint: 'Unpack the archive and send the text file that is inside.',
    found: isZip,
  },
  {
    reason: 'gzip',
    name: 'a compressed (gzip) file',
    hint: 'Uncompress the file and send the text file that is inside.',
    found: (bytes) => startsWith(bytes, [0x1f, 0x8b]),
  },
  {
    reason: 'pdf',
    name: 'a PDF document',
    hint: exportHint,
    found: (bytes) => bytes.subarray(0, 1024).includes('%PDF-'),
  },
  {
    reason: 'office',
    name: 'an old Word or Excel document',
    hint: exportHint,
    found: (bytes) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]),
  },
  {
    reason: 'utf-16',
    name: 'text in the encoding UTF-16',
    hint: 'Save the file as plain text with the encoding UTF-8 or ANSI and send it again.',
    found: (bytes) => startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]),
  },
  { reason: 'binary', name: 'not a text file', hint: exportHint, found: isBinary },
];

/**
 * Tells from a file's first bytes (`SNIFFED_BYTES` of them, or all when it is shorter) that it cannot be a NIBRS flat
 * file; undefined when it may be one. The file's name is not looked at: agencies name their files as they like.
 */
export function sniff(head: Uint8Array): Refusal | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, SNIFFED_BYTES));
  const text = bytes.toString('latin1');
  if (text.trim() === '')
    return { reason: 'empty', message: 'The file is empty.', hint: `Nothing was read. ${exportHint}` };

  const signature = signatures.find(({ found }) => found(bytes));
  if (signature) {
    const { reason, name, hint } = signature;
    return { reason, message: `The file is ${name}, not a NIBRS flat file.`, hint };
  }

  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.some(looksLikeSegment) ? undefined : otherText(lines);
}

/** Text, but no line of it is a NIBRS segment. */
function otherText(lines: readonly string[]): Refusal {
  const first = lines[0] ?? '';
  if (/^(\u00ef\u00bb\u00bf)?\s*</.test(first)) {
    return {
      reason: 'xml',
      message: 'The file is XML. Only the NIBRS flat file can be taken at present.',
      hint: exportHint,
    };
  }
  if (isSeparated(lines)) {
    return {
      reason: 'csv',
      message: 'The file is a table with separated columns (CSV), not a NIBRS flat file.',
      hint: `${exportHint} A supplement of state elements begins with a line that names its columns: ori,report,sequence and the elements.`,
    };
  }
  return {
    reason: 'not-nibrs',
    message: 'No line of the file looks like a NIBRS segment.',
    hint: `A segment begins with its length in four digits, its level and its action, such as 00881I. ${exportHint}`,
  };
}

/** Several lines with the same separator, the same number of times in the first two. */
function isSeparated([first = '', second = first]: readonly string[]): boolean {
  return [',', ';', '\t', '|'].some((separator) => {
    const columns = first.split(separator).length;
    return columns > 2 && second.split(separator).length === columns;
  });
}

function isZip(bytes: Buffer): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/** Control characters make up more than 1 % of the bytes; text has line ends, tabs, perhaps a form feed or Ctrl-Z. */
function isBinary(bytes: Buffer): boolean {
  const controls = bytes.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1a].includes(byte)).length;
  return controls > bytes.length / 100;
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
