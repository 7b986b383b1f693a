import { groupAOffenses, isCode, locations } from '../../codes/index.ts';
import { type CheckedEdit, error, warning } from '../edit.ts';
import { spell } from '../message.ts';

const burglary = '220';
const cyberspace = '58';

/** Hotels and rental storage: one burglary of many rooms is one offense with the number of premises. */
const manyPremises: ReadonlySet<string> = new Set(['14', '19']);

/** Offenses that can happen in cyberspace. */
const online: ReadonlySet<string> = new Set([
  ...['101', '103', '13C', '210', '250', '26A', '26B', '26C', '26D', '26E', '26F', '26G', '26H', '270', '280', '290'],
  ...['35A', '35B', '370', '39A', '39B', '39C', '40A', '40B', '40C', '510', '520', '521', '526', '64A', '64B'],
]);

/** Where an offense happened, and how a burglar came in. An offense code that is none has a finding of its own. */
export const locationEdits: readonly CheckedEdit[] = [
  error('2', {
    code: '205',
    scope: 'segment',
    elements: ['9', '6'],
    message: '{element} is {value}, where {offense} cannot happen.',
    hint: 'Enter the place where the offender or the victim was; 25 (Other/Unknown) if no other code fits.',
    source: '3.3.3.5 Table 3-20; 5.2.3 Table 5-4',
    check(segment, run) {
      const { offenseCode = '', locationType } = segment;
      if (locationType !== cyberspace || online.has(offenseCode) || !groupAOffenses.has(offenseCode)) return;
      run.hit(segment, 'locationType', { details: { offense: spell('6', offenseCode) } });
    },
  }),
  error('2', {
    code: '252',
    scope: 'segment',
    elements: ['10', '9', '6'],
    message: '{element} is {value}, but the offense is {offense} at location {location}.',
    hint: 'Leave {element} blank: only a burglary (220) of a hotel (14) or of rental storage (19) has it.',
    source: '3.3.3.6 Table 3-21; 5.2.3 Table 5-4',
    suppresses: ['202'],
    check(segment, run) {
      const { offenseCode = '', locationType = '', numberOfPremisesEntered } = segment;
      if (numberOfPremisesEntered === undefined || !groupAOffenses.has(offenseCode)) return;
      if (offenseCode === burglary && mayHaveManyPremises(locationType, run.context.period)) return;
      run.hit(segment, 'numberOfPremisesEntered', {
        details: { offense: spell('6', offenseCode), location: spell('9', segment.locationType) },
      });
    },
  }),
  error('2', {
    code: '253',
    scope: 'segment',
    elements: ['11', '6'],
    message: '{element} is blank, which it cannot be for a burglary.',
    hint: 'Enter F (force) or N (no force); F also when both ways in were used.',
    source: '3.3.3.7 Table 3-22; 5.2.3 Table 5-4',
    check(segment, run) {
      if (segment.offenseCode === burglary && segment.methodOfEntry === undefined) run.hit(segment, 'methodOfEntry');
    },
  }),
  error('2', {
    code: '254',
    scope: 'segment',
    elements: ['11', '6'],
    message: '{element} is {value}, but the offense is {offense}.',
    hint: 'Leave {element} blank, or enter 220 (Burglary/Breaking & Entering) as the offense if it was one.',
    source: '3.3.3.7 Table 3-22; 5.2.3 Table 5-4',
    suppresses: ['204'],
    check(segment, run) {
      const { offenseCode = '', methodOfEntry } = segment;
      if (methodOfEntry === undefined || offenseCode === burglary || !groupAOffenses.has(offenseCode)) return;
      run.hit(segment, 'methodOfEntry', { details: { offense: spell('6', offenseCode) } });
    },
  }),
  error('2', {
    code: '257',
    scope: 'segment',
    elements: ['10', '6', '9'],
    message: '{element} is blank, which it cannot be for a burglary at location {location}.',
    hint: 'Enter how many rooms, suites or storage units were entered, 01 to 99.',
    source: '3.3.3.6 Table 3-21; 5.2.3 Table 5-4',
    check(segment, run) {
      const { offenseCode, locationType = '', numberOfPremisesEntered } = segment;
      if (offenseCode !== burglary || numberOfPremisesEntered !== undefined || !manyPremises.has(locationType)) return;
      run.hit(segment, 'numberOfPremisesEntered', { details: { location: spell('9', locationType) } });
    },
  }),
  warning('2', {
    code: '1201',
    scope: 'segment',
    elements: ['10', '9', '6'],
    message: '{element} is {value}, which is rare, for a burglary at location {location}.',
    hint: 'Make sure that the location and the number are right; correct what is not.',
    source: '5.2.10',
    check(segment, run) {
      const { offenseCode, locationType = '', numberOfPremisesEntered } = segment;
      if (offenseCode !== burglary || numberOfPremisesEntered !== '99' || !manyPremises.has(locationType)) return;
      run.hit(segment, 'numberOfPremisesEntered', { details: { location: spell('9', locationType) } });
    },
  }),
];

/** A location that is blank or no code has a finding of its own, 201 or 204, and may be the one. */
function mayHaveManyPremises(locationType: string, period: string): boolean {
  return manyPremises.has(locationType) || !isCode(locations, locationType, period);
}
