import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';
import { officer, related, shop } from '../segments.ts';

/** Each element that people have to have, and officers besides. */
const ofPeople = ['ageOfVictim', 'sexOfVictim', 'raceOfVictim'] as const;
const ofOfficers = [...ofPeople, 'officerActivityCircumstance', 'officerAssignmentType'] as const;

const blank = (...names: (typeof ofOfficers)[number][]): Partial<VictimSegment> =>
  Object.fromEntries(names.map((name) => [name, undefined]));

const onlyOfPeople: readonly Partial<VictimSegment>[] = [
  { ageOfVictim: '34' },
  { sexOfVictim: 'F' },
  { raceOfVictim: 'W' },
  { ethnicityOfVictim: 'N' },
  { residentStatusOfVictim: 'R' },
  { typeInjury: ['M'] },
  { relationships: related('ST') },
];

const onlyOfOfficers: readonly Partial<VictimSegment>[] = [
  { officerActivityCircumstance: '01' },
  { officerAssignmentType: 'F' },
  { officerOriOtherJurisdiction: 'MO0020000' },
];

const shopWith = (victim: Partial<VictimSegment> = {}) => crimesAgainst(['290'], { ...shop, ...victim });
const officerOf = (victim: Partial<VictimSegment> = {}) => crimesAgainst(['13B'], { ...officer, ...victim });

const names = (victim: Partial<VictimSegment>) => Object.keys(victim).join(' and ');

export const elementsByTypeCases: EditCase[] = [
  ...ofPeople.map((name) => shows('453', `no ${name}`, crimesAgainst(['13B'], blank(name)), crimes(['13B']))),
  shows('453', 'nothing of a person', crimesAgainst(['290'], blank(...ofPeople)), shopWith()),
  ...ofOfficers.map((name) => shows('454', `no ${name}`, officerOf(blank(name)), officerOf())),
  shows('454', 'nothing of an officer', officerOf(blank(...ofOfficers)), officerOf()),
  shows(
    '454',
    'an officer with no more than a person has',
    officerOf(blank('officerActivityCircumstance', 'officerAssignmentType')),
    crimes(['13B']),
  ),
  ...onlyOfPeople.map((victim) => shows('458', `a shop with ${names(victim)}`, shopWith(victim), shopWith())),
  ...['F', 'G', 'O', 'R', 'U'].map((typeOfVictim) =>
    shows(
      '458',
      `type ${typeOfVictim} with an age`,
      shopWith({ typeOfVictim, ageOfVictim: '34' }),
      shopWith({ typeOfVictim }),
    ),
  ),
  shows('458', 'society with a race', crimesAgainst(['40A'], { raceOfVictim: 'W' }), crimes(['40A'])),
  shows(
    '458',
    'a person typed as a business',
    crimesAgainst(['290'], { typeOfVictim: 'B' }),
    crimesAgainst(['290'], { typeOfVictim: 'I' }),
  ),
  ...onlyOfOfficers.map((victim) =>
    shows(
      '483',
      `a person with ${names(victim)}`,
      crimesAgainst(['13B'], victim),
      crimesAgainst(['13B'], { ...officer, ...victim }),
    ),
  ),
  shows('483', 'a shop with officerAssignmentType', shopWith({ officerAssignmentType: 'F' }), shopWith()),
  shows('483', 'an officer typed as a person', crimesAgainst(['13B'], { ...officer, typeOfVictim: 'I' }), officerOf()),
  // Where the type is the fault, nothing is said of what it has or lacks.
  shows(
    '464',
    'a shop intimidated',
    crimesAgainst(['13C'], { typeOfVictim: 'B', officerAssignmentType: 'F' }),
    crimes(['13C']),
  ),
  shows('482', 'a person typed as an officer', crimesAgainst(['290'], { typeOfVictim: 'L' }), crimes(['290'])),
  shows('080', 'society typed as a person', crimesAgainst(['40A'], { typeOfVictim: 'I' }), crimes(['40A'])),
  shows('080', 'society typed as an officer', crimesAgainst(['40A'], { typeOfVictim: 'L' }), crimes(['40A'])),
];
