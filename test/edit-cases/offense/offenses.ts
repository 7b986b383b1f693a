import { larcenies, motorVehicles } from '../../../shared/nibrs/codes/index.ts';
import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, olderPeriod, shows, tribalAgency } from '../case.ts';
import { crimes, crimesAgainst, crimesWith, taken } from '../incidents.ts';
import { lossOf, noPerson, officer, shop, stolen, thing } from '../segments.ts';

const ten = ['210', '23D', '23F', '23H', '26A', '26B', '26C', '26E', '26F', '26G'];

const did = (offenseCode: string, attemptedCompleted?: string) => crimes([{ offenseCode, attemptedCompleted }]);

/** More offenses than one victim can be connected to. */
const eleven = (last: string) =>
  crimesAgainst(
    [...ten, last],
    { connectedOffenseCodes: ten },
    ...(ten.includes(last) ? [] : [{ connectedOffenseCodes: [last] }]),
  );

/** Larceny of a car besides other offenses. */
const carAnd = (...others: string[]) => taken(['23H', ...others], '03');

/** A robbery in which an officer was killed. */
const killing = (victim: Partial<VictimSegment>, ...victims: Partial<VictimSegment>[]) =>
  crimesAgainst(['120', '09A'], { ...officer, ...victim }, ...victims);

export const offenseCodeCases: EditCase[] = [
  ...['09A', '09B', '09C', '13A', '13B', '13C'].flatMap((code) => [
    shows('256', `${code}, attempted`, did(code, 'A'), did(code, 'C')),
    shows('256', `${code}, unfounded`, did(code, 'U'), did(code, 'C')),
  ]),
  shows('256', 'failure to register, attempted', did('360', 'A'), did('360', 'C'), tribalAgency),
  shows('256', 'an assault; prostitution can be attempted', did('13B', 'A'), did('40A', 'A')),
  shows('251', 'an assault neither attempted nor completed', did('13B', 'X'), did('13B', 'C')),
  shows('251', 'an assault unfounded before 2025', did('13B', 'U'), did('13B', 'C'), olderPeriod),
  shows('201', 'an assault that does not say whether it was completed', did('13B'), did('13B', 'C')),
  shows('262', 'the same offense again', crimes(['290', '290']), crimes(['290'])),
  shows('262', 'the same offense, another between', crimes(['13B', '290', '13B']), crimes(['13B', '290'])),
  shows(
    '204',
    'a code that nobody knows, twice',
    crimes(['290', { offenseCode: '29X' }, { offenseCode: '29X' }]),
    crimes(['290']),
  ),
  shows('263', 'eleven offenses', eleven('270'), crimes(ten)),
  shows('262', 'eleven offenses, of which ten are different', eleven('26A'), crimes(ten)),
  shows('266', 'justifiable homicide before vandalism', crimes(['09C', '290']), crimes(['09C'])),
  shows('266', 'justifiable homicide after vandalism', crimes(['290', '09C']), crimes(['290'])),
  shows('262', 'justifiable homicide twice', crimes(['09C', '09C']), crimes(['09C'])),
  ...[...larcenies].map((code) => shows('268', `a car by ${code}`, taken([code], '03'), taken([code], '20'))),
  shows('268', 'a car, beside no theft of a vehicle', carAnd(), carAnd('240')),
  ...[...motorVehicles].map((description) =>
    shows('268', `a vehicle, ${description}`, taken(['23H'], description), taken(['23H'], '38')),
  ),
  shows('268', 'a car, beside another larceny', carAnd('23F'), crimes(['23H', '23F'])),
  shows(
    '268',
    'a vehicle, beside an offense against society',
    crimesWith(['23H', '39A'], lossOf('6', thing('20')), stolen([thing('24')])),
    crimesWith(['23H', '39A'], lossOf('6', thing('24')), stolen([thing('20')])),
  ),
  shows('268', 'money and a truck', taken(['23H'], '20', '37'), taken(['23H'], '20', '38')),
  shows(
    '204',
    'a car beside an offense that cannot be read',
    taken(['23H', { offenseCode: '24X' }], '03'),
    carAnd('240'),
  ),
  ...['B', 'F', 'G', 'O', 'R', 'U'].map((type) =>
    shows(
      '1204',
      `a robbery of a victim of type ${type} alone`,
      crimesAgainst(['120'], { ...noPerson, typeOfVictim: type }),
      crimes(['120']),
    ),
  ),
  shows(
    '1204',
    'a robbery of a shop, in which an officer was killed',
    killing({ connectedOffenseCodes: ['09A'] }, { ...shop, connectedOffenseCodes: ['120'] }),
    killing({}),
  ),
  shows(
    '466',
    'a shop robbed where there was no robbery',
    crimesAgainst(['290'], { ...shop, connectedOffenseCodes: ['290', '120'] }),
    crimesAgainst(['290'], shop),
  ),
  shows('1204', 'a robbery of two shops', crimesAgainst(['120'], shop, shop), crimesAgainst(['120'], shop, {})),
];
