import {
  groupAOffenses,
  hasPersonAsVictim,
  isAgainst,
  offensesAgainstGovernment,
} from '../../../shared/nibrs/codes/index.ts';
import { type EditCase, federalAgency, shows } from '../case.ts';
import { crimes, noPerson, officer } from '../incidents.ts';

const all = [...groupAOffenses.keys()];
const government = all.filter((code) => offensesAgainstGovernment.has(code));
const society = all.filter((code) => isAgainst('society', code) && !offensesAgainstGovernment.has(code));
const property = all.filter((code) => isAgainst('property', code));

/** One victim of a type that is no person, beside offenses that may want one. */
const typed = (codes: string[], typeOfVictim: string) => crimes(codes, { ...noPerson, typeOfVictim });

/** Society as the victim of one offense, and another victim of another: then 080 does not speak. */
const besideVandalism = (code: string, typeOfVictim: string) =>
  crimes([code, '290'], { ...noPerson, typeOfVictim, connectedOffenseCodes: [code] }, { victims: [vandalized] });

const vandalized = {
  ...noPerson,
  victimSequenceNumber: '002',
  typeOfVictim: 'B',
  connectedOffenseCodes: ['290'],
};

/** An officer; what happened to one who was killed or gravely assaulted is told by circumstance 02. */
const attacked = (code: string) =>
  code === '09A' || code === '13A' ? { ...officer, assaultHomicideCircumstances: ['02'] } : officer;

export const victimTypeCases: EditCase[] = [
  ...government.map((code) =>
    shows('461', code, besideVandalism(code, 'S'), besideVandalism(code, 'G'), federalAgency),
  ),
  ...['I', 'L', 'B', 'U'].map((type) =>
    shows('461', `type ${type}`, besideVandalism('58A', type), besideVandalism('58A', 'G'), federalAgency),
  ),
  ...all
    .filter(hasPersonAsVictim)
    .map((code) => shows('464', code, crimes([code], { typeOfVictim: 'B' }), crimes([code]))),
  ...['F', 'G', 'O', 'R', 'S', 'U'].map((type) =>
    shows('464', `type ${type}`, typed(['13C'], type), crimes(['13C'], officer)),
  ),
  shows('464', 'the second offense', typed(['290', '13C'], 'B'), typed(['290'], 'B')),
  ...society.map((code) => shows('465', code, besideVandalism(code, 'B'), besideVandalism(code, 'S'), federalAgency)),
  ...['I', 'L', 'G', 'U'].map((type) =>
    shows('465', `type ${type}`, besideVandalism('40A', type), besideVandalism('40A', 'S')),
  ),
  ...property.map((code) => shows('467', code, typed([code], 'S'), crimes([code]))),
  shows('467', 'type O', typed(['290'], 'S'), typed(['290'], 'O')),
  shows('482', 'robbed', crimes(['120'], officer), crimes(['120'])),
  shows('482', 'killed by negligence', crimes(['09B'], officer), crimes(['09B'])),
  shows('482', 'killed justifiably', crimes(['09C'], officer), crimes(['09C'])),
  ...['09A', '13A', '13B', '13C'].map((code) =>
    shows('482', `beside ${code}`, crimes(['290'], officer), crimes([code, '290'], attacked(code))),
  ),
  // Where one letter is wrong, nothing is said of what follows from it.
  shows('404', 'no such type', crimes(['13B'], { typeOfVictim: 'X' }), crimes(['13B'])),
  shows(
    '404',
    'an officer of an offense that cannot be read',
    crimes(['290'], { ...officer, connectedOffenseCodes: ['290', '13X'] }),
    crimes(['13C', '290'], officer),
  ),
  shows(
    '401',
    'an officer of no offense',
    crimes(['13C'], { ...officer, connectedOffenseCodes: [] }),
    crimes(['13C'], officer),
  ),
];
