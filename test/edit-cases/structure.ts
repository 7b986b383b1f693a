import type { Property } from '../../shared/nibrs/model/index.ts';
import { administrative, incident, linesOf, offense, readReport, reportOf } from '../reports.ts';
import { type EditCase, shows, tribalAgency } from './case.ts';
import { crimes, crimesAgainst, crimesWith, robbery, vehicleTheft } from './incidents.ts';
import { car, entry, lossOf, money, recovered, related, stolen, thing } from './segments.ts';

/** A robbery of one thing, and the recovery of another. */
const robberyAndRecovery = (before: Property, after: Property) => robbery(stolen([before]), recovered([after]));

const attempted = (offenseCode: string) => ({ offenseCode, attemptedCompleted: 'A' });

const person = { typeOfVictim: 'I', ageOfVictim: '34', sexOfVictim: 'F', raceOfVictim: 'W' };

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
    crimesAgainst(['120', '100'], { connectedOffenseCodes: ['120'] }),
    crimes(['120', '100']),
  ),
  shows(
    '070',
    'an offender who is not there',
    incident({ victims: [{ relationships: [{ offenderNumber: '02', relationship: 'ST' }] }] }),
    incident({ victims: [{ relationships: related('ST') }] }),
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
  shows('080', 'a person as victim of drugs', crimesAgainst(['35A'], person), crimes(['35A'])),
  shows('080', 'two victims of drugs', crimesAgainst(['35A'], {}, {}), crimes(['35A'])),
  shows(
    '080',
    'society as victim of smuggled goods',
    crimesAgainst(['58A'], { typeOfVictim: 'S' }),
    crimes(['58A']),
    tribalAgency,
  ),
  shows('080', 'two governments', crimesAgainst(['58A'], {}, {}), crimes(['58A', '35A']), tribalAgency),
  shows(
    '085',
    'one relationship of two',
    crimes(['120'], { offenders: [{}, {}], victims: [{ relationships: related('ST') }] }),
    crimes(['120'], { offenders: [{}, {}] }),
  ),
  shows(
    '085',
    'a victim of robbery, two offenders',
    crimes(['120'], { offenders: [{}, {}], victims: [{ relationships: related('ST') }] }),
    crimes(['210'], { offenders: [{}, {}] }),
  ),
];

export const propertyStructureCases: EditCase[] = [
  shows(
    '072',
    'recovered, not stolen',
    robberyAndRecovery(thing('20'), thing('17')),
    robberyAndRecovery(thing('20'), thing('20')),
  ),
  shows(
    '072',
    'parts of something that is no vehicle',
    robberyAndRecovery(thing('04'), thing('38')),
    robberyAndRecovery(thing('03'), thing('38')),
  ),
  shows(
    '072',
    'recovered in a theft',
    crimesWith(['220'], stolen([money]), recovered([thing('17')])),
    crimesWith(['220', '280'], stolen([money]), recovered([thing('17')])),
  ),
  shows('073', 'more recovered than stolen', vehicles('02', '03'), vehicles('02', '02')),
  shows('073', 'more recovered than one', vehicles('01', '02'), vehicles('00', '02')),
  shows('074', 'a robbery without property', crimesWith(['120']), crimes(['120'])),
  shows('076', 'an assault with property', crimesWith(['13B'], stolen([money])), crimes(['13B'])),
  shows(
    '077',
    'attempted, yet only stolen',
    crimesWith(['26A', attempted('220')], stolen([money])),
    crimesWith(['26A', attempted('220')], stolen([money]), lossOf('8')),
  ),
  shows(
    '078',
    'vandalism without damage',
    crimesWith(['220', '290'], stolen([money])),
    crimesWith(['220', '290'], stolen([money]), lossOf('4', money)),
  ),
  shows(
    '078',
    'smuggling without property',
    crimesWith(['58A']),
    crimesWith(['58A'], lossOf('6', money)),
    tribalAgency,
  ),
  shows(
    '081',
    'burned in a robbery',
    robbery(stolen([money]), lossOf('2', money)),
    robbery(stolen([money]), recovered([money])),
  ),
  shows(
    '081',
    'seized in an unfounded theft',
    crimesWith([{ offenseCode: '23H', attemptedCompleted: 'U' }], lossOf('6', money)),
    crimesWith([{ offenseCode: '23H', attemptedCompleted: 'U' }], lossOf('8')),
  ),
  shows(
    '084',
    'recovered for more',
    robberyAndRecovery(entry('20', '000000250'), entry('20', '000000251')),
    robberyAndRecovery(entry('20', '000000250'), entry('20', '000000250')),
  ),
  shows(
    '084',
    'parts for more than the car',
    robberyAndRecovery(entry('03', '000005000'), entry('38', '000005001')),
    robberyAndRecovery(entry('03', '000005000'), entry('38', '000005000')),
  ),
];

function vehicles(before: string, after: string) {
  return vehicleTheft(stolen([car], before), recovered([car], after));
}

function swap([a = '', b = '', ...others]: string[]): string[] {
  return [b, a, ...others];
}
