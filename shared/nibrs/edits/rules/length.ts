import { readableColumns } from '../../flatfile/columns.ts';
import { layouts } from '../../flatfile/layouts/index.ts';
import { type Level, monthOf, type Segment } from '../../model/index.ts';
import { type CheckedEdit, error, type Run } from '../edit.ts';
import { isDate, spellMonth } from './dates.ts';

/** Levels that have a short and a long form: what the long one is for, and from which month an agency uses it. */
const longForms: Readonly<Record<'1' | '2' | '5', { purpose: string; since: LongFormFact }>> = {
  1: { purpose: 'cargo theft', since: 'cargoTheftSince' },
  2: { purpose: 'up to five bias motivations', since: 'biasMotivationsSince' },
  5: { purpose: 'the ethnicity of offenders', since: 'offenderEthnicitySince' },
};

type LongFormFact = 'cargoTheftSince' | 'biasMotivationsSince' | 'offenderEthnicitySince';

/**
 * 178, 284, 584: the length of a segment that has a short and a long form. An agency that once used the long one keeps
 * to it, but for incidents from before.
 */
export function length(level: keyof typeof longForms, code: string, source: string): CheckedEdit {
  const { purpose, since: fact } = longForms[level];
  const [short = '', long = short] = statedLengths(level);
  return error<Level>(level, {
    code,
    scope: 'segment',
    elements: ['Length'],
    ...illegalLength(level),
    source,
    deletes: 'also',
    check: checkLength,
    across({ administrative, segments }, run) {
      const since = run.context.agencies?.(administrative?.ori ?? '')?.[fact];
      const date = administrative?.incidentDate;
      if (since === undefined || date === undefined || !isDate(date) || monthOf(date) < since) return;
      const details = { purpose, since: spellMonth(since), long };
      for (const segment of segments) {
        if (segment.level === level && segment.segmentLength === short)
          run.hit(segment, 'segmentLength', { ...shortForm, details });
      }
    },
  });
}

const shortForm = {
  message: '{element} is {value}, the form without {purpose}, which the agency has reported since {since}.',
  hint: 'State {long} in positions 1 to 4 and fill the record up to that length.',
};

/** The stated length must be one of the level's, and nothing may stand in the line behind it. A blank one is left to others. */
export function checkLength(segment: Segment, run: Run): void {
  const { level, segmentLength } = segment;
  if (segmentLength === undefined) return;
  const layout = layouts[level];
  if (!layout.lengths.some(({ stated }) => stated === segmentLength)) {
    run.hit(segment, 'segmentLength', illegalLength(level));
  } else if (run.text.trimEnd().length > readableColumns(layout, run.text)) {
    run.hit(segment, 'segmentLength', overlongLine);
  }
}

/** Shortest first. */
function statedLengths(level: Level): string[] {
  return [...new Set(layouts[level].lengths.map(({ stated }) => stated))];
}

function illegalLength(level: Level): { message: string; hint: string } {
  const legal = statedLengths(level).join(' or ');
  return {
    message: `{element} is {value}; that of the {segment} segment is ${legal}.`,
    hint: `State ${legal} in positions 1 to 4 and fill the record up to that length.`,
  };
}

const overlongLine = {
  message: '{element} is {value}, but the record goes on behind it.',
  hint: 'State the length that the record really has, or remove what stands behind its end.',
};
