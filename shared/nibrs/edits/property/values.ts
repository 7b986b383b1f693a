import { edition2025, isCode, propertyDescriptions } from '../../codes/index.ts';
import type { Period, Property, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, type EditContext, error, type HitDetails, type Run } from '../edit.ts';
import { spell } from '../message.ts';
import { describesProperty, hitEntries } from './entries.ts';
import { drugs, loss } from './incident-facts.ts';

const zero = '000000000';
const unknown = '000000001';
const pendingInventory = '88';

/** Descriptions of what has no value of its own. */
const alwaysZero: ReadonlySet<string> = new Set(['09', '22', '48', '65', '66']);

/** Descriptions that may have none. Table 5-5 still lists 99, which older editions tolerate. */
const maybeZero: ReadonlySet<string> = new Set(['77', '99']);

const enterValue = 'Enter the value in whole dollars; 000000001 if it is unknown.';

/** Element 16 beside element 15. */
export const valueEdits: readonly CheckedEdit[] = [
  error('3', {
    code: '351',
    scope: 'segment',
    elements: ['16', '15'],
    message: '{element} is zero, but the property is {description}, which has a value.',
    hint: enterValue,
    source: '3.3.4.3 Table 3-29; 5.2.4 Table 5-5',
    check(segment, run) {
      hitEntries(run, segment, 'propertyValue', zeroFault);
    },
  }),
  error('3', {
    code: '353',
    scope: 'segment',
    elements: ['16', '15'],
    message: '{element} is {value}, but {description} is always entered with a value of one dollar.',
    hint: 'Enter 000000001; once the inventory is made, replace the description and the value with those found.',
    source: '3.3.4.2 Table 3-27; 3.3.4.3 Table 3-29; 5.2.4 Table 5-5',
    suppresses: ['084', '301', '351', '1342'],
    check(segment, run) {
      hitEntries(run, segment, 'propertyValue', pendingFault);
    },
  }),
  error('3', {
    code: '354',
    scope: 'segment',
    elements: ['16', '15'],
    message: '{element} is {value}, but nothing says what the property is.',
    hint: 'Enter the property description beside it; 77 (Other) if no other fits.',
    source: '3.3.4.3 Table 3-29; 5.2.4 Table 5-5',
    suppresses: ['302'],
    check(segment, run) {
      hitEntries(run, segment, 'propertyValue', descriptionFault);
    },
  }),
  error('3', {
    code: '391',
    scope: 'segment',
    elements: ['16', '15'],
    message: '{element} is {value}, but the property is {description}, which has no value of its own.',
    hint: 'Enter 000000000, or correct the property description.',
    source: '3.3.4.3 Table 3-29; 5.2.4 Table 5-5',
    suppresses: ['084', '1342'],
    check(segment, run) {
      hitEntries(run, segment, 'propertyValue', worthlessFault);
    },
  }),
];

function zeroFault({ description = '', value }: Property, { period }: EditContext): HitDetails | undefined {
  if (value !== zero || alwaysZero.has(description) || maybeZero.has(description)) return;
  if (!isCode(propertyDescriptions, description, period)) return; // 304 says so
  return { ...about(description), ...(description === drugs ? drugsHint : {}) };
}

const drugsHint = {
  hint: 'Leave it blank for drugs of an offense 35A; otherwise enter whole dollars, 000000001 if unknown.',
};

function pendingFault({ description, value }: Property): HitDetails | undefined {
  if (description !== pendingInventory || value === unknown) return;
  return value === undefined || isNumber(value) ? about(description) : undefined;
}

function descriptionFault({ description, value }: Property): HitDetails | undefined {
  return value !== undefined && description === undefined ? {} : undefined;
}

function worthlessFault({ description = '', value }: Property): HitDetails | undefined {
  if (value === undefined || value === zero || !alwaysZero.has(description)) return;
  return isNumber(value) ? about(description) : undefined;
}

/** Edit 301 on element 16, new in 2025.0: what has a value must not leave it blank. */
export function demandValues(segment: PropertySegment, run: Run): void {
  if (run.context.period < edition2025 || !describesProperty(segment)) return;
  hitEntries(
    run,
    segment,
    'propertyValue',
    segment.typePropertyLoss === loss.recovered ? blankFaultOfRecovered : blankFault,
  );
}

function blankFaultOfRecovered(entry: Property, context: EditContext): HitDetails | undefined {
  // With a date of recovery it is 356 that says so.
  return entry.dateRecovered === undefined ? blankFault(entry, context) : undefined;
}

function blankFault({ description = '', value }: Property, { period }: EditContext): HitDetails | undefined {
  if (value !== undefined || !needsValue(description, period)) return;
  return { message: '{element} of {description} is blank.', hint: enterValue, ...about(description) };
}

/** True for property whose value must not be blank. Blank drugs are 382's, or belong to an offense 35A, where they may be. */
export function needsValue(description: string, period: Period): boolean {
  if (alwaysZero.has(description) || maybeZero.has(description) || description === drugs) return false;
  return isCode(propertyDescriptions, description, period); // an illegal one is 304, a missing one 354 or 356
}

function about(description: string): HitDetails {
  return { details: { description: spell('15', description) } };
}

/** Anything else is 302. */
export function isNumber(value: string): boolean {
  return /^\d{9}$/.test(value);
}
