import type { VictimSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes, noPerson, officer } from '../incidents.ts';

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
  { relationships: [{ offenderNumber: '01', relationship: 'ST' }] },
];

const onlyOfOfficers: readonly Partial<VictimSegment>[] = [
  { officerActivityCircumstance: '01' },
  { officerAssignmentType: 'F' },
  { officerOriOtherJurisdiction: 'MO0020000' },
];

const shop = (victim: Partial<VictimSegment> = {}) => crimes(['290'], { ...noPerson, typeOfVictim: 'B', ...victim });
const officerOf = (victim: Partial<VictimSegment> = {}) => crimes(['13B'], { ...officer, ...victim });

const names = (victim: Partial<VictimSegment>) => Object.keys(victim).join(' and ');

export const elementsByTypeCases: EditCase[] = [
  ...ofPeople.map((name) => shows('453', `no ${name}`, crimes(['13B'], blank(name)), crimes(['13B']))),
  shows('453', 'nothing of a person', crimes(['290'], blank(...ofPeople)), shop()),
  ...ofOfficers.map((name) => shows('454', `no ${name}`, officerOf(blank(name)), officerOf())),
  shows('454', 'nothing of an officer', officerOf(blank(...ofOfficers)), officerOf()),
  shows(
    '454',
    'no more than a person',
    officerOf(blank('officerActivityCircumstance', 'officerAssignmentType')),
    crimes(['13B']),
  ),
  ...onlyOfPeople.map((victim) => shows('458', names(victim), shop(victim), shop())),
  ...['F', 'G', 'O', 'R', 'U'].map((typeOfVictim) =>
    shows('458', `type ${typeOfVictim}`, shop({ typeOfVictim, ageOfVictim: '34' }), shop({ typeOfVictim })),
  ),
  shows('458', 'society', crimes(['40A'], { raceOfVictim: 'W' }), crimes(['40A'])),
  shows(
    '458',
    'a person typed as a business',
    crimes(['290'], { typeOfVictim: 'B' }),
    crimes(['290'], { typeOfVictim: 'I' }),
  ),
  ...onlyOfOfficers.map((victim) =>
    shows('483', names(victim), crimes(['13B'], victim), crimes(['13B'], { ...officer, ...victim })),
  ),
  shows('483', 'a business', shop({ officerAssignmentType: 'F' }), shop()),
  shows('483', 'an officer typed as a person', crimes(['13B'], { ...officer, typeOfVictim: 'I' }), officerOf()),
  // Where the type is the fault, nothing is said of what it has or lacks.
  shows(
    '464',
    'a shop intimidated',
    crimes(['13C'], { typeOfVictim: 'B', officerAssignmentType: 'F' }),
    crimes(['13C']),
  ),
  shows('482', 'a person typed as an officer', crimes(['290'], { typeOfVictim: 'L' }), crimes(['290'])),
  shows('080', 'society typed as a person', crimes(['40A'], { typeOfVictim: 'I' }), crimes(['40A'])),
  shows('080', 'society typed as an officer', crimes(['40A'], { typeOfVictim: 'L' }), crimes(['40A'])),
];
