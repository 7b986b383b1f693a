import { layouts } from '../nibrs/flatfile/layouts/index.ts';
import { looksLikeSegment, readHead } from '../nibrs/flatfile/read-segment.ts';
import type { SourceRecord } from '../nibrs/flatfile/record.ts';
import { MAX_LINE } from '../nibrs/flatfile/records.ts';
import type { Refusal } from './refusal.ts';

/** Positions 1–37 hold what tells whose record it is; a line that ends before was not written whole. */
const KEY_END = 37;

/** Per level, the lengths of line that the layouts know, by the length which the record states. */
const lineLengths = new Map<string, ReadonlyMap<string, number>>(
  Object.values(layouts).map(({ level, lengths }) => {
    const longest = new Map<string, number>();
    for (const { stated, line } of lengths) longest.set(stated, Math.max(line, longest.get(stated) ?? 0));
    return [level, longest];
  }),
);

/**
 * Looks at every record of a file for signs that the file itself is damaged, which no edit of a single report could
 * tell the clerk: cut off in the middle, or not in lines as it should be. Single bad lines are left to the edits.
 */
export class FrameCheck {
  readonly #stateLevels: ReadonlySet<string>;
  #records = 0;
  #misfits = 0;
  #firstMisfit: number | undefined;
  #endless: number | undefined;
  #last: SourceRecord | undefined;

  constructor(stateLevels: ReadonlySet<string>) {
    this.#stateLevels = stateLevels;
  }

  push(record: SourceRecord): void {
    this.#records += 1;
    this.#last = record;
    if (record.size > MAX_LINE) this.#endless ??= record.number;
    if (this.#fits(record.text)) return;
    this.#misfits += 1;
    this.#firstMisfit ??= record.number;
  }

  /** Why the file cannot be taken; undefined when its frame is sound. */
  end(): Refusal | undefined {
    if (this.#last !== undefined && isCutOff(this.#last)) {
      return {
        reason: 'cut-off',
        message: `The file is cut off: record ${this.#last.number}, the last one, ends after ${this.#last.text.length} characters.`,
        hint: 'Nothing of the file was filed. Export it once more, see that the copy is complete, and send the whole file.',
        record: this.#last.number,
      };
    }
    // It may hold any number of reports that nobody could account for.
    if (this.#endless !== undefined) {
      return {
        reason: 'endless-line',
        message: `Record ${this.#endless} has more than ${MAX_LINE} characters without a line end; a NIBRS segment has a few hundred.`,
        hint: 'Nothing of the file was filed. Line ends were probably lost on the way: send the file as your records system wrote it.',
        record: this.#endless,
      };
    }
    if (this.#misfits * 2 > this.#records) {
      return {
        reason: 'line-lengths',
        message: `${this.#misfits} of ${this.#records} lines do not have the length of a NIBRS segment, first record ${this.#firstMisfit}.`,
        hint: 'The lines were probably wrapped or joined on the way. Send the file as your records system wrote it, without opening and saving it in another program.',
        record: this.#firstMisfit,
      };
    }
    return undefined;
  }

  /** A line that is shorter than its layout lacks only blanks at its end, or an edit will say so. */
  #fits(text: string): boolean {
    if (!looksLikeSegment(text)) return false;
    const { level } = readHead(text);
    if (this.#stateLevels.has(level)) return true;
    const longest = lineLengths.get(level)?.get(text.slice(0, 4));
    return longest !== undefined && text.trimEnd().length <= longest;
  }
}

/** The last line has no line end and stops within its key; one that stops later may only lack blanks. */
function isCutOff({ text, size }: SourceRecord): boolean {
  return size === text.length && text.length < KEY_END;
}
