import type { Agency, EditContext } from '../../shared/nibrs/edits/index.ts';
import type { SourceReport } from '../../shared/nibrs/flatfile/record.ts';
import {
  arrest,
  type IncidentOverrides,
  incident,
  incidentDelete,
  incidentSegments,
  reportOf,
  zeroReport,
} from '../reports.ts';
import { type EditCase, shows } from './case.ts';
import { crimes, officer } from './incidents.ts';

const [one, other] = ['MO0010000', 'MO0020000'];
const coveredBy = (since: string) => ({ covered: { by: 'MO0030000', since } });

/** What is known of two agencies; a third one has a name, and there is no fourth. */
function knowing(ofOne: Partial<Agency>, ofOther: Partial<Agency> = {}): Partial<EditContext> {
  const agencies: Readonly<Record<string, Agency>> = {
    [one]: { kind: 'local', ...ofOne },
    [other]: { kind: 'local', ...ofOther },
    MO0030000: { kind: 'local', name: 'Adair County' },
  };
  return { agencies: (ori) => agencies[ori] };
}

/** The report by an agency of which the first facts are known, and by one of the others. */
function differ(
  code: string,
  about: string,
  report: (ori: string) => SourceReport,
  facts: Partial<Agency>,
  missFacts: Partial<Agency>,
): EditCase {
  return shows(code, about, report(one), report(other), knowing(facts, missFacts));
}

const incidentOf = (overrides: IncidentOverrides) => (ori: string) =>
  reportOf(incidentSegments(overrides).map((segment) => ({ ...segment, ori })));
const whole = incidentOf({});
const arrestOf = (ori: string) => arrest({ ori });
const zeroOf = (ori: string) => zeroReport({ ori });
const deleteOf = (ori: string) => incidentDelete({ ori });

const statusCases: EditCase[] = [
  differ('931', 'an ORI of somebody else', whole, { oriGivenTo: 'Boone County' }, {}),
  differ(
    '931',
    'more that is wrong with that other agency',
    zeroOf,
    { oriGivenTo: 'Boone County', dormantSince: '2020-01', certified: false },
    {},
  ),
  differ(
    '931',
    'an other agency that is covered',
    arrestOf,
    { oriGivenTo: 'Boone County', ...coveredBy('2020-01') },
    {},
  ),
  ...[whole, arrestOf, zeroOf, deleteOf].map((report) =>
    shows('932', 'no such agency', report('MO0040000'), report(one), knowing({})),
  ),
  shows('932', 'no such agency in another state', zeroOf('KS0040000'), zeroOf('KS0010000'), {
    agencies: (ori) => ({ MO0010000: { kind: 'local' }, KS0010000: { kind: 'federal' } })[ori] as Agency | undefined,
  }),
  differ('933', 'an incident of the first month', whole, coveredBy('2026-10'), coveredBy('2026-11')),
  differ('933', 'an arrest of the first month', arrestOf, coveredBy('2026-10'), coveredBy('2026-11')),
  differ(
    '933',
    'an agency that was never certified',
    arrestOf,
    { ...coveredBy('2020-01'), certified: false },
    { certified: true },
  ),
  shows('933', 'a delete is none', whole(one), deleteOf(one), knowing(coveredBy('2026-01'))),
  shows('933', 'nor is that of an arrest', arrestOf(one), arrest({ action: 'D' }), knowing(coveredBy('2026-01'))),
  ...[whole, arrestOf, zeroOf, deleteOf].map((report) =>
    differ('934', 'the first month', report, { dormantSince: '2026-10' }, { dormantSince: '2026-11' }),
  ),
  differ('934', 'dormant and covered', whole, { dormantSince: '2026-01', ...coveredBy('2026-01') }, {}),
  differ('934', 'dormant and not certified', whole, { dormantSince: '2026-01', certified: false }, {}),
  ...[whole, arrestOf, zeroOf, deleteOf].map((report) =>
    differ('935', 'not certified', report, { certified: false }, { certified: true }),
  ),
];

const beginningCases: EditCase[] = [
  differ('937', 'before the first month', whole, { nibrsSince: '2026-11' }, { nibrsSince: '2026-10' }),
  shows('937', 'a delete is none', whole(one), deleteOf(one), knowing({ nibrsSince: '2026-11' })),
  differ('720', 'before the first month', arrestOf, { nibrsSince: '2026-11' }, { nibrsSince: '2026-10' }),
  shows('720', 'a delete is none', arrestOf(one), arrest({ action: 'D' }), knowing({ nibrsSince: '2026-11' })),
  differ('093', 'before the first month', zeroOf, { nibrsSince: '2026-11' }, { nibrsSince: '2026-10' }),
  shows('093', 'a delete is none', zeroOf(one), zeroReport({ action: 'D' }), knowing({ nibrsSince: '2026-11' })),
  differ('096', 'the first month', zeroOf, coveredBy('2026-10'), coveredBy('2026-11')),
  shows('096', 'a delete is none', zeroOf(one), zeroReport({ action: 'D' }), knowing(coveredBy('2026-01'))),
];

/** What is wrong with a date or month is told by its own number, whatever is known of the agency. */
const elsewhereCases: EditCase[] = [
  shows('105', 'no incident date', date('00000000'), date('20261003'), knowing({ nibrsSince: '2020-01' })),
  shows('105', 'none, of a covered agency', date('99999999'), date('20201003'), knowing(coveredBy('2026-01'))),
  shows('101', 'no date, of a covered agency', date(undefined), date('20201003'), knowing(coveredBy('2026-01'))),
  ...(['99999999', undefined] as const).map((incidentDate) =>
    shows(
      incidentDate === undefined ? '101' : '105',
      'and the short form',
      shortOf(incidentDate),
      shortOf('20191231'),
      knowing({ cargoTheftSince: '2020-01' }),
    ),
  ),
  shows('172', 'a date before NIBRS', date('19901231'), date('20200101'), knowing({ nibrsSince: '2020-01' })),
  shows('705', 'no arrest date', arrested('00000000'), arrested('20200101'), knowing({ nibrsSince: '2020-01' })),
  shows('701', 'a blank one', arrested(undefined), arrested('20200101'), knowing({ nibrsSince: '2020-01' })),
  shows('091', 'a year before NIBRS', zeroFor('1990'), zeroFor('2020'), knowing({ nibrsSince: '2020-01' })),
  shows('091', 'no year', zeroFor('202'), zeroFor('2020'), knowing({ nibrsSince: '2020-01' })),
  shows('090', 'no month', zeroFor('2020', '13'), zeroFor('2020'), knowing({ nibrsSince: '2020-01' })),
  shows('090', 'no month, covered', zeroFor('2020', '13'), zeroFor('2020'), knowing(coveredBy('2021-01'))),
];

const lengthCases: EditCase[] = [
  {
    code: '178',
    facts: (since: string) => ({ cargoTheftSince: since }),
    short: { administrative: { segmentLength: '0087', cargoTheft: undefined } },
  },
  {
    code: '284',
    facts: (since: string) => ({ biasMotivationsSince: since }),
    short: { offenses: [{ segmentLength: '0063' }] },
  },
  {
    code: '584',
    facts: (since: string) => ({ offenderEthnicitySince: since }),
    short: { offenders: [{ segmentLength: '0045', ethnicityOfOffender: undefined }] },
  },
].flatMap(({ code, facts, short }) => [
  differ(code, 'the short form', incidentOf(short), facts('2026-10'), facts('2026-11')),
  differ(code, 'the long form', incidentOf(short), facts('2026-10'), {}),
  shows(code, 'what the agency uses by now', incidentOf(short)(one), whole(one), knowing(facts('2020-01'))),
]);

/** An assault on an officer of this agency. */
const officerOf = (officerOriOtherJurisdiction: string) =>
  crimes(['13A'], { ...officer, assaultHomicideCircumstances: ['02'], officerOriOtherJurisdiction });

export const agencyCases: EditCase[] = [
  ...statusCases,
  ...beginningCases,
  ...elsewhereCases,
  ...lengthCases,
  ...['MO0040000', 'MO004', 'KS004'].map((ori) =>
    shows('952', `an officer of ${ori}`, officerOf(ori), officerOf('MO0020000'), knowing({})),
  ),
  ...['KS0040000', 'KO0040000', 'MS0040000'].map((ori) =>
    shows('952', `not one of ${ori}`, officerOf('MO0040000'), officerOf(ori), knowing({})),
  ),
  shows('952', 'small letters in another state', zeroOf('ksxyz0000'), zeroOf(one), knowing({})),
];

function date(incidentDate: string | undefined): SourceReport {
  return incident({ administrative: { incidentDate } });
}

/** An incident of this date in the form without cargo theft. */
function shortOf(incidentDate: string | undefined): SourceReport {
  return incident({ administrative: { incidentDate, segmentLength: '0087', cargoTheft: undefined } });
}

function arrested(arrestDate: string | undefined): SourceReport {
  return arrest({ arrestDate });
}

function zeroFor(zeroReportYear: string, zeroReportMonth = '01'): SourceReport {
  return zeroReport({ zeroReportYear, zeroReportMonth });
}
