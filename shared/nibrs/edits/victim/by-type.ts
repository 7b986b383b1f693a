import type { VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { type Element, elementsOf, isFilled } from '../element.ts';
import { spell } from '../message.ts';
import { hitBlank } from '../rules/mandatory.ts';
import { hasRightType, isPerson } from './type.ts';

const of = elementsOf('4');

const officerTable = '3.3.5.4 Table 3-39; 3.3.5.5 Table 3-40';
const personTables = '3.3.5.7 Table 3-42; 3.3.5.8 Table 3-43; 3.3.5.9 Table 3-44';

/** Which elements victims have because of their type (element 25). */
export const elementsByTypeEdits: readonly CheckedEdit[] = [
  needed({
    code: '453',
    type: 'I',
    elements: ['ageOfVictim', 'sexOfVictim', 'raceOfVictim'],
    source: `${personTables}; 5.2.5 Table 5-6`,
  }),
  needed({
    code: '454',
    type: 'L',
    // The chapters of 25A and 25B call them optional; their own tables of edits do not.
    elements: ['officerActivityCircumstance', 'officerAssignmentType', 'ageOfVictim', 'sexOfVictim', 'raceOfVictim'],
    source: `${officerTable}; ${personTables}; 5.2.5 Table 5-6`,
  }),
  reserved({
    code: '458',
    belongsTo: isPerson,
    elements: [
      'ageOfVictim',
      'sexOfVictim',
      'raceOfVictim',
      'ethnicityOfVictim',
      'residentStatusOfVictim',
      'typeInjury',
      'relatedOffenderNumber',
    ],
    message: 'A victim of type {type} is no person and cannot have {filled}.',
    hint: 'Leave it blank; if the victim is a person, enter I (Individual) in element 25.',
    source: `${personTables}; 3.3.5.10 Table 3-45; 3.3.5.11 Table 3-46; 3.3.5.14 Table 3-49; 3.3.5.15 Table 3-50; 5.2.5 Table 5-6`,
    suppresses: ['070', '402', '404', '408', '409', '410', '422'],
  }),
  reserved({
    code: '483',
    belongsTo: (type) => type === 'L',
    elements: ['officerActivityCircumstance', 'officerAssignmentType', 'officerOriOtherJurisdiction'],
    message: 'A victim of type {type} is no officer on duty and cannot have {filled}.',
    hint: 'Leave it blank; if the victim is an officer attacked on duty, enter L (Law Enforcement Officer) in element 25.',
    source: `${officerTable}; 3.3.5.6 Table 3-41; 5.2.5 Table 5-6`,
    suppresses: ['404', '952'],
  }),
];

interface Needed {
  code: string;
  type: string;
  elements: readonly string[];
  source: string;
}

/** Victims of a type have certain elements. Where they have none of them, the type may be wrong: that is one finding. */
function needed({ code, type, elements, source }: Needed): CheckedEdit {
  const all = elements.map(of);
  return error('4', {
    code,
    scope: 'segment',
    elements: [...all.map(({ number }) => number), '25'],
    message: `{element} is blank; a victim of type ${spell('25', type)} needs it.`,
    hint: 'Fill it in.',
    source,
    check(segment, run) {
      if (segment.typeOfVictim !== type) return;
      const blank = countBlank(all, segment);
      if (blank === 0 || !hasRightType(segment)) return;
      if (blank === all.length) {
        run.hit(segment, 'ageOfVictim', {
          message: `A victim of type ${spell('25', type)} needs ${listed(all)}; all of these are blank.`,
          hint: 'Fill them in, 00 for an unknown age and U for an unknown sex or race; or correct element 25.',
        });
        return;
      }
      for (const element of all) {
        if (!isFilled(element, segment)) hitBlank(run, segment, element);
      }
    },
  });
}

interface Reserved {
  code: string;
  belongsTo(type: string | undefined): boolean;
  elements: readonly string[];
  message: string;
  hint: string;
  source: string;
  /** What is said of values that should not be there at all. */
  suppresses: readonly string[];
}

/** Only victims of some types have certain elements. The victim gets one finding, at the first, which names them all. */
function reserved({ code, belongsTo, elements, ...words }: Reserved): CheckedEdit {
  const all = elements.map(of);
  return error('4', {
    code,
    scope: 'segment',
    elements: [...all.map(({ number }) => number), '25'],
    ...words,
    check(segment, run) {
      const { typeOfVictim: type } = segment;
      if (belongsTo(type)) return;
      const first = firstFilled(all, segment);
      if (first === undefined || !hasRightType(segment)) return;
      const filled = listed(all.filter((element) => isFilled(element, segment)));
      run.hit(segment, first.name, { details: { type: spell('25', type), filled } });
    },
  });
}

function countBlank(elements: readonly Element[], segment: VictimSegment): number {
  let blank = 0;
  for (const element of elements) {
    if (!isFilled(element, segment)) blank += 1;
  }
  return blank;
}

function firstFilled(elements: readonly Element[], segment: VictimSegment): Element | undefined {
  for (const element of elements) {
    if (isFilled(element, segment)) return element;
  }
  return undefined;
}

const list = new Intl.ListFormat('en');

function listed(elements: readonly Element[]): string {
  return list.format(elements.map(({ label, number }) => `${label} (${number})`));
}
