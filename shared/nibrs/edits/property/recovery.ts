import type { Property, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, type EditContext, error, type HitDetails, type Run } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';
import { checkDate, isDate, isPossibleDate, notADate } from '../rules/dates.ts';
import { describesProperty, hitEntries } from './entries.ts';
import { loss } from './incident-facts.ts';
import { needsValue } from './values.ts';

/** Element 17. */
export const recoveryEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '305',
    scope: 'report',
    elements: ['17', '3', 'SubMonth', 'SubYear'],
    ...notADate,
    // Of elements 3 and 42 the text also says that a date to come is wrong; it cannot mean otherwise here.
    source: '3.3.4.4 Table 3-30; 5.2.4 Table 5-5',
    check({ administrative, properties }, run) {
      for (const segment of properties) {
        // A date under another type of loss has to go: 352 or 355 says so.
        if (segment.typePropertyLoss === loss.recovered) checkDates(segment, administrative, run);
      }
    },
  }),
  error('3', {
    code: '355',
    scope: 'segment',
    elements: ['17', '14'],
    message: '{element} is {value}, but the type of loss is {loss}, not 5 (recovered).',
    hint: 'Leave the dates recovered of this segment blank; enter what was recovered in a property segment with type of loss 5.',
    source: '3.3.4.4 Table 3-30; 5.2.4 Table 5-5',
    check(segment, run) {
      const { typePropertyLoss: type = '' } = segment;
      // A type that is blank or illegal may be meant to be 5; under 1 and 8 it is 352 that says so.
      if (type === loss.recovered || !describesProperty(segment)) return;
      // One wrong type of loss makes all dates wrong.
      const occurrence = segment.properties.findIndex(hasDate);
      if (occurrence >= 0) run.hit(segment, 'dateRecovered', { occurrence, details: { loss: spell('14', type) } });
    },
  }),
  error('3', {
    code: '356',
    scope: 'segment',
    elements: ['17', '15', '16'],
    message: '{element} is {value}, but the value of {description} is blank.',
    hint: 'Enter the value that the property had when it was stolen; 000000001 if it is unknown.',
    source: '3.3.4.4 Table 3-30; 5.2.4 Table 5-5',
    suppresses: ['305'],
    check(segment, run) {
      if (segment.typePropertyLoss === loss.recovered) hitEntries(run, segment, 'dateRecovered', dateAlone);
    },
  }),
];

function checkDates(segment: PropertySegment, administrative: Incident['administrative'], run: Run): void {
  let occurrence = -1;
  for (const { dateRecovered: date } of segment.properties) {
    occurrence += 1;
    if (date === undefined) continue;
    checkDate(run, segment, 'dateRecovered', date, { withinSubmission: true, occurrence });
    if (!isBefore(date, administrative, run.context)) continue;
    const details = { incident: spell('3', administrative?.incidentDate) };
    run.hit(segment, 'dateRecovered', { occurrence, ...beforeIncident, details });
  }
}

const beforeIncident = {
  message: '{element} is {value}, which is before the incident date {incident}.',
  hint: 'Correct the one of the two dates that is wrong; they may be the same day.',
};

/** True for a date before that of the incident, unless the latter has to be corrected first: then 105 or 170 says so. */
function isBefore(date: string, administrative: Incident['administrative'], { today }: EditContext): boolean {
  if (administrative?.incidentDate === undefined) return false;
  const { incidentDate } = administrative;
  return date < incidentDate && isDate(date) && isPossibleDate(administrative, incidentDate, today);
}

function hasDate({ dateRecovered }: Property): boolean {
  return dateRecovered !== undefined;
}

function dateAlone({ description, value, dateRecovered }: Property, { period }: EditContext): HitDetails | undefined {
  if (dateRecovered === undefined || value !== undefined) return; // without a description the value is 354
  if (description === undefined) return withoutDescription;
  return needsValue(description, period) ? { details: { description: spell('15', description) } } : undefined;
}

const withoutDescription = {
  message: '{element} is {value}, but nothing says what was recovered.',
  hint: 'Enter the property description and its value beside it, or leave the date blank.',
};
