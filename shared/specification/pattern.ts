import type { Format } from '../state/declaration.ts';

/** How numbers and days are written, as a regular expression that both schemas know. It does not know the calendar. */
export function patternOf(format: Extract<Format, { kind: 'decimal' | 'whole' | 'date' }>): string {
  switch (format.kind) {
    case 'decimal':
      return `-?[0-9]+\\.[0-9]{1,${format.decimals}}`;
    case 'whole':
      return `[0-9]{${format.digits}}`;
    case 'date':
      return '(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])';
  }
}
