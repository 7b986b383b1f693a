import { layouts } from '../flatfile/layouts/index.ts';
import type { Level } from '../model/index.ts';
import type { Edit } from './edit.ts';
import { fill } from './message.ts';

/** Where the FBI's numbers belong: `structure` for those of the whole report or file, otherwise a segment's level. */
export type EditSegment = 'structure' | Level;

/** What `nibrs edits` tells of a number; `null` where it has no such thing. These are the keys of its JSON. */
export interface EditFacts {
  code: string;
  severity: 'error' | 'warning' | null;
  status: Edit['status'];
  scope: string | null;
  segment: EditSegment;
  elements: readonly string[];
  /** First month in which it is checked; `null` when it always was. */
  since: string | null;
  suppresses: readonly string[];
  source: string;
  message: string | null;
  hint: string | null;
  /** Why it is never found. */
  reason: string | null;
}

/** What there is to tell of an edit, its words as they read before it has found anything. */
export function factsOf(edit: Edit): EditFacts {
  const active = edit.status === 'active' ? edit : undefined;
  return {
    code: edit.code,
    severity: edit.status === 'inactive' ? null : edit.severity,
    status: edit.status,
    scope: active?.scope ?? null,
    segment: segmentOf(edit),
    elements: active?.elements ?? [],
    since: active?.since ?? null,
    suppresses: [...new Set([...(active?.suppresses ?? []), ...(active?.suppressesElsewhere ?? [])])],
    source: edit.source,
    message: active ? withoutBraces(active.message, active) : null,
    hint: active ? withoutBraces(active.hint, active) : null,
    reason: edit.status === 'active' ? null : edit.reason,
  };
}

/** The words with the names of element and segment, and `…` for what only a finding can tell. */
function withoutBraces(words: string, edit: Edit & { status: 'active' }): string {
  const filled = fill(words, namesIn(edit)).replaceAll(/\{\w+\}/g, '…');
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function namesIn(edit: Edit & { status: 'active' }): Readonly<Record<string, string>> {
  const segment = segmentOf(edit);
  const [blamed = '', ...others] = edit.elements;
  // A rule about one element alone is one about each of them; any other blames the first and compares it with the others.
  const any = edit.scope === 'element' && others.length > 0;
  return {
    element: any ? 'the element' : nameOf(blamed, segment),
    segment: segment === 'structure' ? '…' : layouts[segment].name,
  };
}

/** The edit's level where it looks at one; otherwise the FBI's numbers tell: 2xx and 12xx belong to level 2. */
function segmentOf(edit: Edit): EditSegment {
  if (edit.status === 'active') {
    if (isLevel(edit.on)) return edit.on;
    if (edit.on === 'ledger') return onlyLevelOf(edit.blames) ?? levelOfNumber(edit.code);
  }
  return levelOfNumber(edit.code);
}

function onlyLevelOf(blames: object): Level | undefined {
  const [level, ...others] = Object.keys(blames);
  return others.length === 0 && level !== undefined && isLevel(level) && level !== '1' ? level : undefined;
}

function levelOfNumber(code: string): EditSegment {
  const digit = code.charAt(code.length - 3);
  return digit !== '0' && isLevel(digit) ? digit : 'structure';
}

function isLevel(text: string): text is Level {
  return Object.hasOwn(layouts, text);
}

/** What a person calls an element, which may mean something else on another segment. */
export function nameOf(element: string, segment: EditSegment): string {
  const own = segment === 'structure' ? [] : [layouts[segment]];
  for (const { fields } of [...own, ...Object.values(layouts)]) {
    const found = fields.find((field) => field.element === element);
    if (found) return found.label;
  }
  return element;
}

/** What a person calls the place of an edit: `victim segment (level 4)`. */
export function segmentLabel(segment: EditSegment): string {
  return segment === 'structure' ? 'the whole report or file' : `${layouts[segment].name} segment (level ${segment})`;
}
