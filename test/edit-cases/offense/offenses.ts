import { larcenies, motorVehicles } from '../../../shared/nibrs/codes/index.ts';
import type { PropertySegment, VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, federalAgency, olderPeriod, shows } from '../case.ts';
import { crimes, noPerson, officer } from '../incidents.ts';

const ten = ['210', '23D', '23F', '23H', '26A', '26B', '26C', '26E', '26F', '26G'];

const did = (code: string, attemptedCompleted: string) => crimes([code], {}, { offenses: [{ attemptedCompleted }] });

/** The same offense in several segments. */
const repeated = (...codes: string[]) => crimes(codes, { connectedOffenseCodes: [...new Set(codes)] });

/** More offenses than one victim can be connected to. */
const eleven = (last: string) =>
  crimes([...ten, last], { connectedOffenseCodes: ten }, ten.includes(last) ? {} : { victims: [second(last)] });

const second = (code: string): Partial<VictimSegment> => ({
  victimSequenceNumber: '002',
  connectedOffenseCodes: [code],
  typeInjury: [],
  relationships: [],
});

const societyOf = (code: string): Partial<VictimSegment> => ({ ...second(code), ...noPerson, typeOfVictim: 'S' });

const stolen = (description: string): Partial<PropertySegment> => ({
  typePropertyLoss: '7',
  properties: [{ description, value: '000000900', dateRecovered: undefined }],
});
const stolenCar = { ...stolen('03'), numberOfStolenMotorVehicles: '01' };
const stake = (description: string) => ({ ...stolen(description), typePropertyLoss: '6' });

/** Larceny of a car besides other offenses. */
const carAnd = (...others: string[]) => crimes(['23H', ...others], {}, { properties: [stolen('03')] });

const robbed = (typeOfVictim: string, victims: Partial<VictimSegment>[] = []) =>
  crimes(['120'], { ...noPerson, typeOfVictim }, { victims });

const shop: Partial<VictimSegment> = { ...second('120'), ...noPerson, typeOfVictim: 'B' };

/** A robbery in which an officer was killed. */
const killing = (victim: Partial<VictimSegment>, ...victims: Partial<VictimSegment>[]) =>
  crimes(['120', '09A'], { ...officer, assaultHomicideCircumstances: ['02'], ...victim }, { victims });

export const offenseCodeCases: EditCase[] = [
  ...['09A', '09B', '09C', '13A', '13B', '13C'].flatMap((code) => [
    shows('256', `${code}, attempted`, did(code, 'A'), did(code, 'C')),
    shows('256', `${code}, unfounded`, did(code, 'U'), did(code, 'C')),
  ]),
  shows('256', 'failure to register, attempted', did('360', 'A'), did('360', 'C'), federalAgency),
  shows('256', 'an assault; vandalism can be attempted', did('13B', 'A'), did('40A', 'A')),
  shows('251', 'a murder neither attempted nor completed', did('13B', 'X'), did('13B', 'C')),
  shows('251', 'an assault unfounded before 2025', did('13B', 'U'), did('13B', 'C'), olderPeriod),
  shows(
    '201',
    'an assault that does not say',
    crimes(['13B'], {}, { offenses: [{ attemptedCompleted: undefined }] }),
    crimes(['13B']),
  ),
  shows('262', 'the same offense again', repeated('290', '290'), crimes(['290'])),
  shows('262', 'the same offense, another between', repeated('13B', '290', '13B'), repeated('13B', '290')),
  shows(
    '204',
    'a code that nobody knows, twice',
    crimes(
      ['290', '13B', '13C'],
      { connectedOffenseCodes: ['290'], typeInjury: [], relationships: [] },
      {
        offenses: [{}, { offenseCode: '29X', weapons: [] }, { offenseCode: '29X' }],
      },
    ),
    crimes(['290']),
  ),
  shows('263', 'eleven', eleven('270'), crimes(ten)),
  shows('262', 'eleven, of which ten are different', eleven('26A'), crimes(ten)),
  shows('266', 'before vandalism', crimes(['09C', '290']), crimes(['09C'])),
  shows('266', 'after vandalism', crimes(['290', '09C']), crimes(['290'])),
  shows(
    '262',
    'justifiable homicide twice',
    crimes(['09C', '09C'], { connectedOffenseCodes: ['09C'], assaultHomicideCircumstances: ['20'] }),
    crimes(['09C']),
  ),
  ...[...larcenies].map((code) =>
    shows('268', `a car by ${code}`, crimes([code], {}, { properties: [stolen('03')] }), crimes([code])),
  ),
  shows('268', 'beside no theft of a vehicle', carAnd(), crimes(['23H', '240'], {}, { properties: [stolenCar] })),
  ...[...motorVehicles].map((description) =>
    shows(
      '268',
      `a vehicle, ${description}`,
      crimes(['23H'], {}, { properties: [stolen(description)] }),
      crimes(['23H'], {}, { properties: [stolen('38')] }),
    ),
  ),
  shows('268', 'beside another larceny', carAnd('23F'), crimes(['23H', '23F'])),
  shows(
    '268',
    'beside an offense against society',
    crimes(
      ['23H', '39A'],
      { connectedOffenseCodes: ['23H'] },
      {
        properties: [stake('20'), stolen('24')],
        victims: [societyOf('39A')],
      },
    ),
    crimes(
      ['23H', '39A'],
      { connectedOffenseCodes: ['23H'] },
      {
        properties: [stake('24'), stolen('20')],
        victims: [societyOf('39A')],
      },
    ),
  ),
  shows(
    '268',
    'the second property',
    crimes(
      ['23H'],
      {},
      {
        properties: [{ properties: [...entries('20'), ...entries('37')] }],
      },
    ),
    crimes(['23H'], {}, { properties: [{ properties: [...entries('20'), ...entries('38')] }] }),
  ),
  shows(
    '204',
    'a car beside an offense that cannot be read',
    crimes(
      ['23H', '290'],
      { connectedOffenseCodes: ['23H'] },
      {
        offenses: [{}, { offenseCode: '24X' }],
        properties: [stolen('03')],
      },
    ),
    crimes(['23H', '240'], {}, { properties: [stolenCar] }),
  ),
  ...['B', 'F', 'G', 'O', 'R', 'U'].map((type) =>
    shows('1204', `of a victim of type ${type} alone`, robbed(type), crimes(['120'])),
  ),
  shows(
    '1204',
    'of a shop, in which an officer was killed',
    killing({ connectedOffenseCodes: ['09A'] }, shop),
    killing({}),
  ),
  shows(
    '466',
    'a shop robbed where there was no robbery',
    crimes(['290'], { ...noPerson, typeOfVictim: 'B', connectedOffenseCodes: ['290', '120'] }),
    crimes(['290'], { ...noPerson, typeOfVictim: 'B' }),
  ),
  shows(
    '1204',
    'of two shops',
    robbed('B', [shop]),
    robbed('B', [
      { ...second('120'), typeInjury: ['N'], relationships: [{ offenderNumber: '01', relationship: 'ST' }] },
    ]),
  ),
];

function entries(description: string) {
  return stolen(description).properties ?? [];
}
