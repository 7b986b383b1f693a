import type { Drug, Period, PropertySegment } from '../../model/index.ts';
import { type CheckedEdit, error, type HitDetails } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';
import {
  drugs,
  drugViolations,
  hasDescription,
  hasMisfit,
  isDescribed,
  isDrug,
  isExplained,
  isOnlyOffense,
  lacksOffense,
  loss,
} from './incident-facts.ts';

/** The type of drug (element 20) that stands for several. */
export const over3DrugTypes = 'X';

/** Element 20: where types of drugs are entered, and where not. */
export const drugEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '362',
    scope: 'segment',
    elements: ['20'],
    message: '{element} is {value}, but fewer than two other drugs are entered.',
    hint: 'Enter the two most important drugs beside X; if there were no more than three, name each of them in place of X.',
    source: '3.3.4.7 Table 3-33; 5.2.4 Table 5-5',
    check(incident, run) {
      for (const segment of incident.properties) {
        // That one of three drugs has no type is 366 or 368.
        if (segment.drugs.length === 0 || segment.drugs.length > 2 || !mayNameDrugs(incident, segment)) continue;
        const occurrence = segment.drugs.findIndex(isOver3DrugTypes);
        if (occurrence >= 0) run.hit(segment, 'suspectedDrugType', { occurrence });
      }
    },
  }),
  error('incident', {
    code: '365',
    scope: 'report',
    elements: ['20', '6', '14', '15'],
    message: '{element} is {value}, but the type of loss is {loss}, not 6 (seized).',
    hint: 'Clear type, quantity and measurement of the drugs: they are told of drugs seized in a drug case only.',
    source: '3.3.4.7 Table 3-33; 5.2.4 Table 5-5',
    check(incident, run) {
      for (const segment of incident.properties) {
        if (segment.drugs.length === 0 || mayNameDrugs(incident, segment)) continue;
        const occurrence = segment.drugs.findIndex(isDrug);
        const words = occurrence < 0 ? undefined : whyNoDrugs(incident, segment, run.context.period);
        if (words !== undefined) run.hit(segment, 'suspectedDrugType', { occurrence, ...words });
      }
    },
  }),
  error('incident', {
    code: '392',
    scope: 'report',
    elements: ['20', '6', '14'],
    message: '{element} is blank, but the only offense is 35A (Drug/Narcotic Violations), and nothing was seized.',
    hint: 'Enter the type of the drugs; if they were seized, enter 6 as type of loss, and quantity and measurement too.',
    // Table 3-26 narrows the exception, in edit 352, to other offenses that need property; here any other offense counts.
    source: '3.3.4.7 Table 3-33; 5.2.4 Table 5-5',
    check(incident, run) {
      if (!isOnlyOffense(incident, drugViolations)) return;
      for (const segment of incident.properties) {
        // A drug that is there without its type is measured, which 352 says.
        if (segment.typePropertyLoss === loss.none && segment.drugs.length === 0) run.hit(segment, 'suspectedDrugType');
      }
    },
  }),
];

function isOver3DrugTypes({ type }: Drug): boolean {
  return type === over3DrugTypes;
}

/** Types of drugs are entered in a drug case, of drugs that were seized or where nothing was. */
export function mayNameDrugs({ offenseCodes }: Incident, segment: PropertySegment): boolean {
  if (!offenseCodes.has(drugViolations)) return false;
  const { typePropertyLoss: type } = segment;
  return type === loss.none || (type === loss.seized && hasDescription(segment, drugs));
}

/** The words of 365 for a segment that may not name drugs; `undefined` where another finding says why. */
function whyNoDrugs(incident: Incident, segment: PropertySegment, period: Period): HitDetails | undefined {
  const { typePropertyLoss: type } = segment;
  if (!isExplained(incident, segment) || hasMisfit(incident, segment)) return undefined;
  if (type !== loss.seized) return { details: { loss: spell('14', type) } };
  if (lacksOffense(incident, drugViolations)) return noDrugOffense;
  // A description that is missing or none has its own finding: 375, 354 or 304.
  return incident.offenseCodes.has(drugViolations) && isDescribed(segment, period) ? noDrugsSeized : undefined;
}

const noDrugOffense = {
  message: '{element} is {value}, but the incident has no offense 35A (Drug/Narcotic Violations).',
  hint: 'Add the offense 35A; if it is no drug case, clear type, quantity and measurement of the drugs.',
};

const noDrugsSeized = {
  message: '{element} is {value}, but 10 (Drugs/Narcotics) is not among the seized property.',
  hint: 'Enter 10 as a property description; if no drugs were seized, clear their type, quantity and measurement.',
};
