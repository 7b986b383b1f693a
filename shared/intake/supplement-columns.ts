import { keyColumns, type StateProfile, supplementColumns } from '../state/index.ts';
import type { Refusal } from './refusal.ts';
import { SNIFFED_BYTES } from './sniff.ts';
import { readCells } from './supplement-rows.ts';

/** An element's id, with a place behind it or without: `MO-3`, `TX-20.1`. */
const elementName = /^[A-Z]{2}-[A-Z0-9]+(\.\d+)?$/;

/** True when a file begins with a line that names columns as that of a supplement does, whether or not all of them. */
export function beginsSupplement(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, SNIFFED_BYTES));
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const [first = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const names = readCells(first.trimEnd())?.map((cell) => cell.text) ?? [];
  return names.length > 1 && names.some((name) => name === 'report' || name === 'sequence' || elementName.test(name));
}

/** Why a supplement whose first line, `record`, names these columns cannot be taken; undefined when it can. */
export function columnsRefusal(
  columns: readonly string[],
  record: number,
  profile: StateProfile | undefined,
): Refusal | undefined {
  const known = profile ? supplementColumns(profile).map(({ name }) => name) : [];
  if (!profile || known.length === 0) return notTaken(profile);
  const fault = faultOf(columns, known, profile);
  if (fault === undefined) return undefined;
  return {
    reason: 'supplement-columns',
    message: `The supplement's first line ${fault}.`,
    hint: `Nothing of the file was filed. Its columns are ${keyColumns.join(', ')} and, as far as they are reported, ${known.join(', ')}.`,
    record,
  };
}

function faultOf(columns: readonly string[], known: readonly string[], { elements }: StateProfile): string | undefined {
  const missing = keyColumns.find((name) => !columns.includes(name));
  if (missing !== undefined) return `names no column "${missing}"`;
  const nameless = columns.indexOf('');
  if (nameless >= 0) return `has no name for column ${nameless + 1}`;
  const repeated = columns.find((name, index) => columns.indexOf(name) < index);
  if (repeated !== undefined) return `names the column "${shown(repeated)}" twice`;
  const unknown = columns.find((name) => ![...keyColumns, ...known].includes(name));
  if (unknown === undefined) return undefined;
  const isElement = elements.some(({ id }) => id === unknown.replace(/\.\d+$/, ''));
  const why = isElement ? 'which may not come in a supplement' : 'which the state does not have';
  return `names the column "${shown(unknown)}", ${why}`;
}

function notTaken(profile: StateProfile | undefined): Refusal {
  if (profile) {
    return {
      reason: 'supplement',
      message: `The file is a supplement of state elements, and ${profile.state} takes none of its elements in one.`,
      hint: 'Nothing of the file was filed. Send state elements in state segments, behind the report that they belong to.',
    };
  }
  return {
    reason: 'supplement',
    message: 'The file is a supplement of state elements, and no state is named whose elements these could be.',
    hint: 'Nothing of the file was filed. To check it, name the state, for example --state MO.',
  };
}

/** A name in a file may be anything, and of any length. */
function shown(name: string): string {
  const printable = name.replace(/[^ -~]/g, '?');
  return printable.length > 20 ? `${printable.slice(0, 20)}…` : printable;
}
