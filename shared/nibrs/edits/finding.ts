import type { Finding } from '../finding.ts';
import { layouts } from '../flatfile/layouts/index.ts';
import { locate } from '../flatfile/locate.ts';
import type { SourceReport } from '../flatfile/record.ts';
import { identifyingProperty, type Level } from '../model/index.ts';
import type { CheckedEdit, HitDetails, LedgerEdit, Target } from './edit.ts';
import { elementsOf } from './element.ts';
import { fill, spell } from './message.ts';

interface Place extends HitDetails {
  readonly edit: CheckedEdit | LedgerEdit;
  readonly target: Target;
  readonly element: string;
}

/** What hits say to a person, with the places in the records that they say it of. */
export function toFindings(places: readonly Place[], source: SourceReport): Finding[] {
  if (places.length === 0) return [];
  const texts = textsByRecord(source);
  return places.map((place) => toFinding(place, source, texts));
}

/** What one hit says. `texts` are the report's records, given when they are needed for more than one hit. */
export function toFinding(place: Place, source: SourceReport, texts = textsByRecord(source)): Finding {
  const { edit, target, occurrence = 0 } = place;
  const record = 'missing' in target ? undefined : target.record;
  const text = record === undefined ? undefined : texts.get(record);
  const level = isLevel(target.level) ? target.level : undefined;
  const of = elementsOf(level ?? '1');
  // A record that is no segment has no elements but the level that makes it none.
  const element = of(level === undefined ? 'level' : place.element);
  const value = 'missing' in target ? undefined : element.value(target, occurrence);
  const words = {
    element: element.label,
    value: spell(element.number, value),
    segment: level === undefined ? 'unknown' : layouts[level].name,
    ...place.details,
  };
  const sequence = level === undefined ? undefined : identifyingProperty[level];
  return {
    code: edit.code,
    severity: edit.severity,
    record,
    segment: target.level,
    ori: source.report.ori,
    report: source.report.number,
    sequence: sequence === undefined ? undefined : of(sequence).value(target, 0),
    element: element.number,
    elementName: element.label,
    value,
    columns: text === undefined ? undefined : locate(text, level ?? '1', element.name, occurrence),
    message: fill(place.message ?? edit.message, words),
    hint: fill(place.hint ?? edit.hint, words),
  };
}

function isLevel(level: string): level is Level {
  return Object.hasOwn(layouts, level);
}

function textsByRecord({ records }: SourceReport): ReadonlyMap<number, string> {
  return new Map(records.map(({ number, text }) => [number, text]));
}
