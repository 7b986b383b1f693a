import { groupAOffenses } from '../../../shared/nibrs/codes/index.ts';
import type { OffenseSegment } from '../../../shared/nibrs/model/index.ts';
import { type EditCase, shows, tribalAgency } from '../case.ts';
import { crimes } from '../incidents.ts';

const online =
  '101 103 13C 210 250 26A 26B 26C 26D 26E 26F 26G 26H 270 280 290 35A 35B 370 39A 39B 39C 40A 40B 40C 510 520 521 526 64A 64B'.split(
    ' ',
  );

const own = (code: string, offense: Partial<OffenseSegment>) => crimes([{ offenseCode: code, ...offense }]);
const at = (code: string, locationType: string | undefined, numberOfPremisesEntered?: string) =>
  own(code, { locationType, numberOfPremisesEntered });

/** An offense beside vandalism, in which only the code is wrong. */
const unreadable = (offense: Partial<OffenseSegment>) => crimes(['290', { offenseCode: '29X', ...offense }]);

export const locationCases: EditCase[] = [
  ...[...groupAOffenses.keys()].map((code) =>
    online.includes(code)
      ? shows('205', `${code} can be in cyberspace, a murder cannot`, at('09A', '58'), at(code, '58'), tribalAgency)
      : shows('205', `${code} in cyberspace`, at(code, '58'), at(code, '13'), tribalAgency),
  ),
  shows('204', 'an offense in cyberspace that cannot be read', unreadable({ locationType: '58' }), crimes(['290'])),
  shows('252', 'vandalism in a hotel', at('290', '14', '02'), at('290', '14')),
  shows('252', 'burglary of a home', at('220', '20', '02'), at('220', '14', '02')),
  shows('252', 'burglary of a home, a number that is none', at('220', '20', '00'), at('220', '19', '02')),
  shows('252', 'burglary of 99 homes', at('220', '20', '99'), at('220', '20')),
  shows('252', 'vandalism of 99 rooms', at('290', '14', '99'), at('290', '14')),
  shows('204', 'burglary of many premises somewhere', at('220', '43', '02'), at('220', '14', '02')),
  shows('201', 'burglary of many premises nowhere', at('220', undefined, '02'), at('220', '14', '02')),
  shows(
    '204',
    'many premises in an offense that cannot be read',
    unreadable({ numberOfPremisesEntered: '02' }),
    crimes(['290']),
  ),
  shows('253', 'burglary, and no way in', own('220', { methodOfEntry: undefined }), own('220', { methodOfEntry: 'F' })),
  shows('254', 'vandalism with a way in', own('290', { methodOfEntry: 'F' }), own('290', { methodOfEntry: undefined })),
  shows('254', 'vandalism with a way in that is none', own('290', { methodOfEntry: 'X' }), crimes(['290'])),
  shows('204', 'burglary with a way in that is none', own('220', { methodOfEntry: 'X' }), crimes(['220'])),
  shows('204', 'the way into an offense that cannot be read', unreadable({ methodOfEntry: 'F' }), crimes(['290'])),
  ...['14', '19'].flatMap((location) => [
    shows('257', `burglary at ${location}, and no number of premises`, at('220', location), at('220', location, '01')),
    shows('1201', `burglary of 99 premises at ${location}`, at('220', location, '99'), at('220', location, '98')),
  ]),
];
