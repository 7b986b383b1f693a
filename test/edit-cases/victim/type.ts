import {
  groupAOffenses,
  hasPersonAsVictim,
  isAgainst,
  offensesAgainstGovernment,
} from '../../../shared/nibrs/codes/index.ts';
import { type EditCase, shows, tribalAgency } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';
import { noPerson, officer, shop } from '../segments.ts';

const all = [...groupAOffenses.keys()];
const government = all.filter((code) => offensesAgainstGovernment.has(code));
const society = all.filter((code) => isAgainst('society', code) && !offensesAgainstGovernment.has(code));
const property = all.filter((code) => isAgainst('property', code));

/** One victim of a type that is no person, beside offenses that may want one. */
const typed = (codes: string[], typeOfVictim: string) => crimesAgainst(codes, { ...noPerson, typeOfVictim });

/** Society as the victim of one offense, and another victim of another: then 080 does not speak. */
const besideVandalism = (code: string, typeOfVictim: string) =>
  crimesAgainst(
    [code, '290'],
    { ...noPerson, typeOfVictim, connectedOffenseCodes: [code] },
    { ...shop, connectedOffenseCodes: ['290'] },
  );

export const victimTypeCases: EditCase[] = [
  ...government.map((code) =>
    shows('461', `society as victim of ${code}`, besideVandalism(code, 'S'), besideVandalism(code, 'G'), tribalAgency),
  ),
  ...['I', 'L', 'B', 'U'].map((type) =>
    shows(
      '461',
      `type ${type} as victim of smuggling`,
      besideVandalism('58A', type),
      besideVandalism('58A', 'G'),
      tribalAgency,
    ),
  ),
  ...all
    .filter(hasPersonAsVictim)
    .map((code) =>
      shows('464', `a business as victim of ${code}`, crimesAgainst([code], { typeOfVictim: 'B' }), crimes([code])),
    ),
  ...['F', 'G', 'O', 'R', 'S', 'U'].map((type) =>
    shows('464', `type ${type} as victim of intimidation`, typed(['13C'], type), crimesAgainst(['13C'], officer)),
  ),
  shows('464', 'a business as victim of vandalism and intimidation', typed(['290', '13C'], 'B'), typed(['290'], 'B')),
  ...society.map((code) =>
    shows(
      '465',
      `a business as victim of ${code}`,
      besideVandalism(code, 'B'),
      besideVandalism(code, 'S'),
      tribalAgency,
    ),
  ),
  ...['I', 'L', 'G', 'U'].map((type) =>
    shows('465', `type ${type} as victim of prostitution`, besideVandalism('40A', type), besideVandalism('40A', 'S')),
  ),
  ...property.map((code) => shows('467', `society as victim of ${code}`, typed([code], 'S'), crimes([code]))),
  shows('467', 'society as victim, not another type', typed(['290'], 'S'), typed(['290'], 'O')),
  shows('482', 'an officer robbed', crimesAgainst(['120'], officer), crimes(['120'])),
  shows('482', 'an officer killed by negligence', crimesAgainst(['09B'], officer), crimes(['09B'])),
  shows('482', 'an officer killed justifiably', crimesAgainst(['09C'], officer), crimes(['09C'])),
  ...['09A', '13A', '13B', '13C'].map((code) =>
    shows(
      '482',
      `an officer in vandalism, unless beside ${code}`,
      crimesAgainst(['290'], officer),
      crimesAgainst([code, '290'], officer),
    ),
  ),
  // Where one letter is wrong, nothing is said of what follows from it.
  shows('404', 'no such type', crimesAgainst(['13B'], { typeOfVictim: 'X' }), crimes(['13B'])),
  shows(
    '404',
    'an officer of an offense that cannot be read',
    crimesAgainst(['290'], { ...officer, connectedOffenseCodes: ['290', '13X'] }),
    crimesAgainst(['13C', '290'], officer),
  ),
  shows(
    '401',
    'an officer of no offense',
    crimesAgainst(['13C'], { ...officer, connectedOffenseCodes: [] }),
    crimesAgainst(['13C'], officer),
  ),
];
