import { groupAOffenses } from '../../codes/index.ts';
import type { OffenseSegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { spell } from '../message.ts';

/** Offenses by which cargo can be stolen. */
const cargoOffenses: ReadonlySet<string> = new Set([
  '120',
  '210',
  '220',
  '23D',
  '23F',
  '23H',
  '240',
  '26A',
  '26B',
  '26C',
  '26E',
  '26F',
  '26G',
  '270',
  '510',
]);

/** Stated by agencies that report cargo theft, and by federal ones. */
const lengthWithCargoTheft = '0088';

/** Element 2A belongs to some offenses, and those need it. */
export const cargoTheftEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '119',
    scope: 'report',
    elements: ['2A', '6'],
    message: '{element} is {value}, but no offense of the incident can be a theft of cargo.',
    hint: 'Leave {element} blank; N is for thefts that could be of cargo and are not.',
    source: '3.3.2.4 Table 3-10; 5.2.2 Table 5-3',
    suppresses: ['104'],
    check({ administrative, offenses }, run) {
      if (administrative?.cargoTheft === undefined || offenses.length === 0) return; // 075 says so
      if (!offenses.some(mayBeOfCargo)) run.hit(administrative, 'cargoTheft');
    },
  }),
  error('incident', {
    code: '122',
    scope: 'report',
    elements: ['2A', '6'],
    message: '{element} is blank, which it cannot be beside the offense {offense}.',
    hint: 'Enter Y (yes) if the offense was a theft of cargo, N (no) if not.',
    // The table does not say that only agencies which report cargo theft fill the element; section 3.3.2.4 does.
    source: '3.3.2.4 Table 3-10; 5.2.2 Table 5-3',
    check({ administrative, offenses }, run) {
      if (administrative?.segmentLength !== lengthWithCargoTheft || administrative.cargoTheft !== undefined) return;
      const offense = offenses.find(isOfCargo);
      if (offense === undefined) return;
      run.hit(administrative, 'cargoTheft', { details: { offense: spell('6', offense.offenseCode) } });
    },
  }),
];

/** True for an offense that needs element 2A. */
export function isOfCargo({ offenseCode }: OffenseSegment): boolean {
  return cargoOffenses.has(offenseCode ?? '');
}

/** An offense whose code has a finding of its own, 201, 204 or 264, may be the one. */
function mayBeOfCargo(offense: OffenseSegment): boolean {
  return isOfCargo(offense) || !groupAOffenses.has(offense.offenseCode ?? '');
}
