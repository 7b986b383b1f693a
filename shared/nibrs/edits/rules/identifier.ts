import type { Level } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { elementsOf } from '../element.ts';
import { spellText } from '../message.ts';
import { hitWrong, type IsRight, type WordsFor } from './hit-wrong.ts';

interface IdentifierEdits {
  /** x15 */
  embeddedBlank: string;
  /** x16 */
  leadingBlank: string;
  /** x17 */
  characters: string;
  source: string;
  elements: readonly string[];
}

/** Blanks are the business of the other two. */
const notAllowed = /[^A-Z0-9 -]/;

/** Incident and arrest transaction numbers: start in the first position, no blank inside, capitals, digits and hyphens. */
export function identifier(level: Level, edits: IdentifierEdits): CheckedEdit[] {
  const elements = edits.elements.map(elementsOf(level));
  const edit = (code: string, isRight: IsRight, message: string, hint: string, wordsFor?: WordsFor) =>
    error(level, {
      code,
      scope: 'element',
      elements: elements.map(({ number }) => number),
      message,
      hint,
      source: edits.source,
      suppressesElsewhere: onLevelsFrom(level, code),
      deletes: 'also',
      check(segment, run) {
        for (const element of elements) hitWrong(run, segment, element, isRight, wordsFor);
      },
    });
  return [
    edit(
      edits.embeddedBlank,
      (value) => !value.trimStart().includes(' '),
      '{element} {value} has a blank in the middle.',
      'Take the blank out; blanks may only follow the number.',
    ),
    edit(
      edits.leadingBlank,
      (value) => !value.startsWith(' '),
      '{element} {value} does not start in the first position of its field.',
      'Move the number to the left; blanks may only follow it.',
    ),
    edit(
      edits.characters,
      (value) => !notAllowed.test(value),
      '{element} {value} has {character} in it, which is not allowed.',
      'Use capital letters, digits and hyphens only.',
      (_, value) => ({ details: { character: spellText(notAllowed.exec(value)?.[0] ?? '') } }),
    ),
  ];
}

/** The segments of an incident share its number, so what is wrong with it is told once: on the first. */
function onLevelsFrom(level: Level, code: string): string[] {
  return ['1', '2', '3', '4', '5', '6'].filter((other) => other >= level).map((other) => `${other}${code.slice(1)}`);
}
