import { isDate } from '../nibrs/edits/rules/dates.ts';
import type { Format } from './declaration.ts';

/** Everything that depends on the kind of a format. */

/** Codes that a hint spells out; a longer list nobody reads there. */
const LISTED = 40;

/** How many columns the widest value takes: of a decimal number the longest one, sign and point included. */
export function widthOf(format: Format): number {
  switch (format.kind) {
    case 'codes':
      return Math.max(...Object.keys(format.codes).map((code) => code.length));
    case 'decimal':
      return Math.max(...[format.minimum, format.maximum].map((limit) => limit.toFixed(format.decimals).length));
    case 'whole':
      return format.digits;
    case 'date':
      return 8;
    case 'text':
      return format.length;
  }
}

/** True when a value without trailing blanks is of the format. */
export function isOfFormat(format: Format, value: string): boolean {
  switch (format.kind) {
    case 'codes':
      return Object.hasOwn(format.codes, value);
    case 'decimal': {
      const digits = /^-?\d+\.(\d+)$/.exec(value)?.[1];
      return digits !== undefined && digits.length <= format.decimals && isWithin(format, Number(value));
    }
    case 'whole': {
      const isNumber = value.length === format.digits && /^\d+$/.test(value);
      return isNumber && isWithin({ minimum: format.minimum, maximum: largestOf(format) }, Number(value));
    }
    case 'date':
      return isDate(value);
    case 'text':
      return value.length <= format.length && /^[!-~\u00a1-\u00ff][ -~\u00a0-\u00ff]*$/.test(value);
  }
}

/** The greatest number that a format of whole numbers takes. */
export function largestOf({ digits, maximum }: Extract<Format, { kind: 'whole' }>): number {
  return maximum ?? 10 ** digits - 1;
}

/** The code for "not determined", when the format has one. */
export function notDeterminedOf(format: Format): string | undefined {
  return format.kind === 'codes' ? format.notDetermined : undefined;
}

/** What may be written, in words: the codes with their meanings, or the form and range. */
export function describeFormat(format: Format): string {
  switch (format.kind) {
    case 'codes': {
      const codes = Object.entries(format.codes).map(([code, meaning]) => `${code} (${meaning})`);
      if (codes.length > LISTED) return `Use one of the ${codes.length} codes which the state's specification lists.`;
      return `Use ${codes.join(', ')}.`;
    }
    case 'decimal':
      return `Write a decimal number from ${format.minimum} to ${format.maximum} with a point and at most ${format.decimals} digits after it.`;
    case 'whole':
      return `Write ${format.digits} digits, with leading zeros, from ${padded(format, format.minimum)} to ${padded(format, largestOf(format))}${pointOf(format)}.`;
    case 'date':
      return 'Write the day as YYYYMMDD, for example 20260131 for 31 January 2026.';
    case 'text':
      return `Write up to ${format.length} letters, digits and signs, beginning in the first column.`;
  }
}

/** What is wrong with a value that is not of the format, as the end of a sentence. */
export function describeMisfit(format: Format): string {
  switch (format.kind) {
    case 'codes':
      return 'is not one of its codes';
    case 'decimal':
    case 'whole':
      return 'is not a number of the form and range asked for';
    case 'date':
      return 'is not a day of the calendar';
    case 'text':
      return 'does not begin in its first column, or has a character that a text cannot have';
  }
}

function isWithin({ minimum, maximum }: { minimum: number; maximum: number }, value: number): boolean {
  return value >= minimum && value <= maximum;
}

function padded({ digits }: { digits: number }, value: number): string {
  return String(value).padStart(digits, '0');
}

function pointOf({ impliedDecimals }: Extract<Format, { kind: 'whole' }>): string {
  return impliedDecimals === 0 ? '' : `; decimals: ${impliedDecimals}, the point is not written`;
}
