import { expect, test } from 'vitest';
import { crimes } from '../../../../test/edit-cases/incidents.ts';
import { editContext } from '../../../../test/edit-cases/index.ts';
import { unknownOffender } from '../../../../test/edit-cases/segments.ts';
import { incident } from '../../../../test/reports.ts';
import type { SourceReport } from '../../flatfile/record.ts';
import { validateReport } from '../validate.ts';

const second = { arresteeSequenceNumber: '02', arrestTransactionNumber: '26-A0078' };

/** Number, element, arrestee or offense that is told of, words. */
const places: [string, string, string, string, SourceReport][] = [
  [
    '652',
    '52',
    '01',
    'Disposition of arrestee under 18 is blank, but the arrestee is aged 17, a juvenile.',
    incident({ arrestees: [{ ageOfArrestee: '17' }] }),
  ],
  [
    '653',
    '52',
    '01',
    'Disposition of arrestee under 18 is H (handled within department), but the arrestee is aged 27, an adult.',
    incident({ arrestees: [{ dispositionUnder18: 'H' }] }),
  ],
  [
    '655',
    '46-auto',
    '01',
    'Automatic weapon indicator is A (automatic firearm), but the weapon before it is 16 (Lethal Cutting Instrument), which is no firearm.',
    incident({ arrestees: [{ armedWith: [{ weapon: '16', automatic: 'A' }] }] }),
  ],
  ['656', '40', '02', 'The incident has more arrestees (2) than offenders (1).', incident({ arrestees: [{}, second] })],
  [
    '656',
    '40',
    '01',
    'Somebody was arrested, but the offender of the incident is 00, of whom nothing is known.',
    crimes(['120'], { offenders: [unknownOffender], arrestees: [{}] }),
  ],
  [
    '665',
    '42',
    '01',
    'Arrest date is 20261002 (October 2, 2026), before the incident date 20261003 (October 3, 2026).',
    incident({ arrestees: [{ arrestDate: '20261002' }] }),
  ],
  [
    '669',
    '45',
    '01',
    'The incident is a justifiable homicide (09C), for which nobody can be arrested, but it has an arrestee.',
    crimes(['09C'], { arrestees: [{}] }),
  ],
  [
    '1609',
    '47',
    '01',
    'The arrestee is aged 10, very young for 120 (Robbery).',
    incident({ arrestees: [{ ageOfArrestee: '10', dispositionUnder18: 'R' }] }),
  ],
  [
    '1610',
    '7',
    '120',
    'Every offense of the incident is unfounded (U), but somebody was arrested.',
    incident({ offenses: [{ attemptedCompleted: 'U' }] }),
  ],
  [
    '1640',
    '52',
    '01',
    'Disposition of arrestee under 18 is blank, but the arrestee is aged 16 to 19 (on average 17), perhaps a juvenile.',
    incident({ arrestees: [{ ageOfArrestee: '1619' }] }),
  ],
];

test.each(places)('%s tells element %s of %s: %s', (code, element, sequence, message, report) => {
  const findings = validateReport(report, editContext);
  expect(findings.map((finding) => [finding.code, finding.element, finding.sequence, finding.message])).toEqual([
    [code, element, sequence, message],
  ]);
});
