import type { Drug } from '../../shared/nibrs/model/index.ts';
import { arrest, incident } from '../reports.ts';
import { type EditCase, shows } from './case.ts';
import { crimes, crimesAgainst, crimesWith, robbery } from './incidents.ts';
import { entry, lossOf, money, recovered, shop, stolen, thing, weapons } from './segments.ts';

const day = '20261005';
const found = recovered([thing('20', day)]);
const moreFound = recovered([entry('20', '000000251', day)]);

const vandalism = crimesAgainst(['290'], shop);
const assault = crimes(['13B']);
const theft = robbery(stolen([money]));
const theftAndRecovery = robbery(stolen([money]), found);

const drug: Drug = { type: 'E', quantity: '000000001500', measurement: 'GM' };
const noDrug: Drug = { type: undefined, quantity: undefined, measurement: undefined };
const seizure = (...drugs: Drug[]) => crimesWith(['35A'], { ...lossOf('6', entry('10', undefined)), drugs });

const armed = (...texts: string[]) => incident({ arrestees: [{ armedWith: weapons(...texts) }] });
const armedInGroupB = (...texts: string[]) => arrest({ armedWith: weapons(...texts) });

/** Mistakes that break several rules and have one finding: where something illegal stands, or what it entails elsewhere. */
export const oneMistakeCases: EditCase[] = [
  // What should not be there at all need not be legal first.
  ...[
    { sexOfVictim: 'J' },
    { ageOfVictim: '3A' },
    { ageOfVictim: ' 34' },
    { ageOfVictim: '345' },
    { ageOfVictim: '3412' },
    { ageOfVictim: '0034' },
    { typeInjury: ['X'] },
    { relationships: [{ offenderNumber: '1', relationship: 'ST' }] },
    { relationships: [{ offenderNumber: '02', relationship: 'ST' }] },
  ].map((victim) => shows('458', JSON.stringify(victim), crimesAgainst(['290'], { ...shop, ...victim }), vandalism)),
  ...[
    { officerActivityCircumstance: '12' },
    { officerAssignmentType: 'M' },
    { officerOriOtherJurisdiction: 'MO002' },
  ].map((victim) => shows('483', JSON.stringify(victim), crimesAgainst(['290'], { ...shop, ...victim }), vandalism)),
  shows(
    '457',
    'a justification that is none',
    crimesAgainst(['13B'], { justifiableHomicideCircumstance: 'H' }),
    assault,
  ),
  ...['11', '1'].map((circumstance) =>
    shows(
      '419',
      `the circumstance ${circumstance}, which is none`,
      crimesAgainst(['13B'], { assaultHomicideCircumstances: [circumstance] }),
      assault,
    ),
  ),
  shows('419', 'an injury that is none', crimesAgainst(['290'], { typeInjury: ['X'] }), crimes(['290'])),
  shows('354', 'a value that is no number', robbery(stolen([money, entry(undefined, '25')])), theft),
  shows(
    '356',
    'a date that is none',
    robbery(stolen([money]), recovered([thing('20', day), entry(undefined, undefined, '20261305')])),
    theftAndRecovery,
  ),
  shows('357', 'a number that is none', robbery(stolen([money], '1')), theft),
  shows('360', 'a number that is none', robbery(stolen([money]), recovered([thing('20', day)], '1')), theftAndRecovery),
  shows('302', 'a quantity alone, that is no number', seizure(drug, { ...noDrug, quantity: '1.5' }), seizure(drug)),
  shows('304', 'a measurement alone, that is none', seizure(drug, { ...noDrug, measurement: 'ZZ' }), seizure(drug)),
  // A value that is illegal contradicts nothing yet.
  shows('204', 'no bias and one that is none', biased('88', '10'), biased('88')),
  shows('404', 'no injury and one that is none', injured('N', 'X'), injured('N')),
  shows('604', 'unarmed and a weapon that is none', armed('01', '10'), armed('01')),
  shows('704', 'unarmed and a weapon that is none', armedInGroupB('01', '10'), armedInGroupB('01')),
  shows('404', 'society of drugs, mistyped', crimesAgainst(['35A'], { typeOfVictim: 'X' }), crimes(['35A'])),
  // Whoever is there twice is not one too many besides.
  shows('451', 'society twice', crimesAgainst(['35A'], {}, { victimSequenceNumber: '001' }), crimes(['35A'])),
  shows(
    '661',
    'the one arrestee twice',
    crimes(['120'], { arrestees: [{}, {}] }),
    crimes(['120'], { arrestees: [{}] }),
  ),
  // What was stolen may be there, only misread.
  shows('301', 'stolen under no type of loss', robbery(lossOf(undefined, money), found), theftAndRecovery),
  shows('304', 'stolen under a type of loss that is none', robbery(lossOf('9', money), found), theftAndRecovery),
  shows('081', 'stolen, and called burned', robbery(lossOf('2', money), found), theftAndRecovery),
  shows('304', 'stolen of no kind', robbery(stolen([thing('40')]), found), theftAndRecovery),
  shows('354', 'stolen without description', robbery(stolen([entry(undefined, '000000250')]), found), theftAndRecovery),
  shows('304', 'recovered of no kind', robbery(stolen([money]), recovered([thing('40', day)])), theftAndRecovery),
  // An offense that is misread may be one of those which recover what was not stolen.
  ...['999', undefined].flatMap((offenseCode) => {
    const number = offenseCode === undefined ? '201' : '204';
    const offenses = ['220', { offenseCode }];
    return [
      shows(
        number,
        `recovered, not stolen, beside offense ${offenseCode}`,
        crimesWith(offenses, stolen([money]), recovered([thing('17', day)])),
        crimesWith(['220', '280'], stolen([money]), recovered([thing('17', day)])),
      ),
      shows(
        number,
        `recovered for more beside offense ${offenseCode}`,
        crimesWith(offenses, stolen([money]), moreFound),
        crimesWith(['220', '280'], stolen([money]), moreFound),
      ),
    ];
  }),
  shows(
    '075',
    'recovered, not stolen, without offense',
    incident({ offenses: [], properties: [stolen([money]), recovered([thing('17', day)])] }),
    incident({ properties: [stolen([money]), found] }),
  ),
];

function biased(...biasMotivation: string[]) {
  return crimesWith([{ offenseCode: '290', biasMotivation }], lossOf('4', thing('16')));
}

function injured(...typeInjury: string[]) {
  return crimesAgainst(['13B'], { typeInjury });
}
