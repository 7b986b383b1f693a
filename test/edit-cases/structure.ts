import type { OffenseSegment, PropertySegment } from '../../shared/nibrs/model/index.ts';
import { administrative, incident, linesOf, offense, readReport, reportOf } from '../reports.ts';
import { type EditCase, federalAgency, shows } from './case.ts';
import { noPerson } from './incidents.ts';
import { crimes } from './property/crimes.ts';

/** An incident of these offenses, with one victim connected to all of them. */
const offensesOf = (offenses: Partial<OffenseSegment>[], typeOfVictim = 'I', properties?: Partial<PropertySegment>[]) =>
  incident({
    offenses,
    victims: [{ connectedOffenseCodes: offenses.map(({ offenseCode = '120' }) => offenseCode), typeOfVictim }],
    ...(properties === undefined ? {} : { properties }),
  });

const lost = (description: string, value: string) => ({ description, value, dateRecovered: undefined });
const recovery = (...properties: ReturnType<typeof lost>[]) => ({
  typePropertyLoss: '5',
  properties: properties.map((property) => ({ ...property, dateRecovered: '20261005' })),
});
const theft = (...properties: ReturnType<typeof lost>[]) => ({ typePropertyLoss: '7', properties });

const [first = '', second = '', ...rest] = linesOf(incident());
const whole = incident();

export const structureCases: EditCase[] = [
  shows('050', 'the victim before the property', readReport([first, second, ...swap(rest)]), whole),
  shows('055', 'no administrative segment', readReport([second, ...rest]), whole),
  shows('055', 'the end of a torn incident', readReport(rest.slice(2)), whole),
  shows(
    '055',
    'a delete with an offense',
    reportOf([administrative({ action: 'D' }), offense()]),
    reportOf([administrative({ action: 'D' })]),
  ),
  shows(
    '065',
    'an offense without victim',
    incident({ offenses: [{}, { offenseCode: '100' }] }),
    offensesOf([{}, { offenseCode: '100' }]),
  ),
  shows(
    '070',
    'an offender who is not there',
    incident({ victims: [{ relationships: [{ offenderNumber: '02', relationship: 'ST' }] }] }),
    incident({ victims: [{ relationships: [{ offenderNumber: '01', relationship: 'ST' }] }] }),
  ),
  shows(
    '071',
    'arrested on the day of clearance',
    incident({ administrative: { clearedExceptionally: 'B', exceptionalClearanceDate: '20261004' } }),
    incident({ administrative: { clearedExceptionally: 'B', exceptionalClearanceDate: '20261003' } }),
  ),
  shows('075', 'no offender', incident({ offenders: [] }), incident({ arrestees: [] })),
  shows('075', 'no victim', incident({ victims: [] }), whole),
  shows('075', 'no offense', incident({ offenses: [] }), whole),
  shows('080', 'a person as victim of drugs', drugs('I'), drugs('S')),
  shows('080', 'two victims of drugs', drugs('S', 'S'), drugs('S')),
  shows('080', 'society as victim of smuggled goods', smuggling('S'), smuggling('G'), federalAgency),
  shows('080', 'two governments', smuggling('G', 'G'), smuggling('G', 'S', '35A'), federalAgency),
  shows(
    '085',
    'one relationship of two',
    incident({ offenders: [{}, { offenderSequenceNumber: '02' }] }),
    incident({
      offenders: [{}, { offenderSequenceNumber: '02' }],
      victims: [
        {
          relationships: [
            { offenderNumber: '01', relationship: 'ST' },
            { offenderNumber: '02', relationship: 'ST' },
          ],
        },
      ],
    }),
  ),
  shows(
    '085',
    'a victim of robbery, two offenders',
    incident({ offenders: [{}, { offenderSequenceNumber: '02' }] }),
    incident({
      offenders: [{}, { offenderSequenceNumber: '02' }],
      offenses: [{ offenseCode: '210' }],
      victims: [{ connectedOffenseCodes: ['210'], relationships: [] }],
      arrestees: [],
    }),
  ),
];

export const propertyStructureCases: EditCase[] = [
  shows(
    '072',
    'recovered, not stolen',
    incident({ properties: [theft(lost('20', '000000250')), recovery(lost('17', '000000250'))] }),
    incident({ properties: [theft(lost('20', '000000250')), recovery(lost('20', '000000250'))] }),
  ),
  shows(
    '072',
    'parts of something that is no vehicle',
    incident({ properties: [theft(lost('04', '000000250')), recovery(lost('38', '000000100'))] }),
    incident({ properties: [theft(lost('03', '000000250')), recovery(lost('38', '000000100'))] }),
  ),
  shows(
    '072',
    'recovered in a theft',
    crimes(['220'], theft(lost('20', '000000250')), recovery(lost('17', '000000250'))),
    crimes(['220', '280'], theft(lost('20', '000000250')), recovery(lost('17', '000000250'))),
  ),
  shows('073', 'more recovered than stolen', vehicles('02', '03'), vehicles('02', '02')),
  shows('073', 'more recovered than one', vehicles('01', '02'), vehicles('00', '02')),
  shows('074', 'a robbery without property', incident({ properties: [] }), whole),
  shows('076', 'an assault with property', crimes(['13B'], theft(lost('20', '000000250'))), crimes(['13B'])),
  shows(
    '077',
    'attempted, yet only stolen',
    crimes(['26A', { offenseCode: '220', attemptedCompleted: 'A' }], {}),
    crimes(['26A', { offenseCode: '220', attemptedCompleted: 'A' }], {}, { typePropertyLoss: '8', properties: [] }),
  ),
  shows(
    '078',
    'vandalism without damage',
    crimes(['220', '290'], {}),
    crimes(['220', '290'], {}, { typePropertyLoss: '4' }),
  ),
  shows(
    '078',
    'smuggling without property',
    crimes([{ offenseCode: '58A', criminalActivityGang: ['T'] }]),
    crimes([{ offenseCode: '58A', criminalActivityGang: ['T'] }], { typePropertyLoss: '6' }),
    federalAgency,
  ),
  shows(
    '081',
    'burned in a robbery',
    incident({ properties: [{}, { typePropertyLoss: '2' }] }),
    incident({ properties: [{}, { typePropertyLoss: '5' }] }),
  ),
  shows(
    '081',
    'seized in an unfounded theft',
    crimes([{ offenseCode: '23H', attemptedCompleted: 'U' }], { typePropertyLoss: '6' }),
    crimes([{ offenseCode: '23H', attemptedCompleted: 'U' }], { typePropertyLoss: '8', properties: [] }),
  ),
  shows(
    '084',
    'recovered for more',
    incident({ properties: [theft(lost('20', '000000250')), recovery(lost('20', '000000251'))] }),
    incident({ properties: [theft(lost('20', '000000250')), recovery(lost('20', '000000250'))] }),
  ),
  shows(
    '084',
    'parts for more than the car',
    incident({ properties: [theft(lost('03', '000005000')), recovery(lost('38', '000005001'))] }),
    incident({ properties: [theft(lost('03', '000005000')), recovery(lost('38', '000005000'))] }),
  ),
];

/** Drugs, seized. */
function drugs(...victims: string[]) {
  return againstSociety(['35A'], victims);
}

/** Import violations, seized goods, and another offense beside them. */
function smuggling(first: string, second?: string, other?: string) {
  const offenses = other === undefined ? ['58A'] : ['58A', other];
  return againstSociety(offenses, second === undefined ? [first] : [first, second]);
}

function againstSociety(offenses: string[], victims: string[]) {
  return incident({
    administrative: { segmentLength: '0087', cargoTheft: undefined },
    offenses: offenses.map((offenseCode) => ({ offenseCode, criminalActivityGang: ['T'], weapons: [] })),
    properties: [{ typePropertyLoss: '6' }],
    victims: victims.map((typeOfVictim, index) => ({
      ...(typeOfVictim === 'I' ? { typeInjury: [], relationships: [] } : noPerson),
      victimSequenceNumber: `00${index + 1}`,
      typeOfVictim,
      connectedOffenseCodes: offenses.filter(
        (code) => offenses.length === 1 || (code === '58A') === (typeOfVictim === 'G'),
      ),
    })),
    arrestees: [],
  });
}

function vehicles(stolen: string, recovered: string) {
  return crimes(
    ['240'],
    { ...theft(lost('03', '000009000')), numberOfStolenMotorVehicles: stolen },
    { ...recovery(lost('03', '000009000')), numberOfRecoveredMotorVehicles: recovered },
  );
}

function swap([a = '', b = '', ...others]: string[]): string[] {
  return [b, a, ...others];
}
