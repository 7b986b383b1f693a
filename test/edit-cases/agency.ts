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
import { officerOf } from './incidents.ts';

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

const reports = [
  ['an incident', whole],
  ['an arrest', arrestOf],
  ['a zero report', zeroOf],
  ['a delete', deleteOf],
] as const;

const statusCases: EditCase[] = [
  differ('931', 'an ORI of somebody else', whole, { oriGivenTo: 'Boone County' }, {}),
  differ(
    '931',
    'an ORI of somebody else, with whom more is wrong',
    zeroOf,
    { oriGivenTo: 'Boone County', dormantSince: '2020-01', certified: false },
    {},
  ),
  differ(
    '931',
    'an ORI of somebody else, who is covered',
    arrestOf,
    { oriGivenTo: 'Boone County', ...coveredBy('2020-01') },
    {},
  ),
  ...reports.map(([kind, report]) =>
    shows('932', `${kind} of no such agency`, report('MO0040000'), report(one), knowing({})),
  ),
  shows('932', 'no such agency in another state', zeroOf('KS0040000'), zeroOf('KS0010000'), {
    agencies: (ori) => ({ MO0010000: { kind: 'local' }, KS0010000: { kind: 'federal' } })[ori] as Agency | undefined,
  }),
  differ('933', 'an incident of the first month covered', whole, coveredBy('2026-10'), coveredBy('2026-11')),
  differ('933', 'an arrest of the first month covered', arrestOf, coveredBy('2026-10'), coveredBy('2026-11')),
  differ(
    '933',
    'an arrest of a covered agency that was never certified',
    arrestOf,
    { ...coveredBy('2020-01'), certified: false },
    { certified: true },
  ),
  shows('933', 'an incident, not a delete', whole(one), deleteOf(one), knowing(coveredBy('2026-01'))),
  shows('933', 'an arrest, not a delete', arrestOf(one), arrest({ action: 'D' }), knowing(coveredBy('2026-01'))),
  ...reports.map(([kind, report]) =>
    differ(
      '934',
      `${kind} of the first dormant month`,
      report,
      { dormantSince: '2026-10' },
      { dormantSince: '2026-11' },
    ),
  ),
  differ('934', 'dormant and covered', whole, { dormantSince: '2026-01', ...coveredBy('2026-01') }, {}),
  differ('934', 'dormant and not certified', whole, { dormantSince: '2026-01', certified: false }, {}),
  ...reports.map(([kind, report]) =>
    differ('935', `${kind} of an agency that is not certified`, report, { certified: false }, { certified: true }),
  ),
];

const beginningCases: EditCase[] = [
  differ(
    '937',
    'an incident before the first month of NIBRS',
    whole,
    { nibrsSince: '2026-11' },
    { nibrsSince: '2026-10' },
  ),
  shows('937', 'an incident, not a delete', whole(one), deleteOf(one), knowing({ nibrsSince: '2026-11' })),
  differ(
    '720',
    'an arrest before the first month of NIBRS',
    arrestOf,
    { nibrsSince: '2026-11' },
    { nibrsSince: '2026-10' },
  ),
  shows('720', 'an arrest, not a delete', arrestOf(one), arrest({ action: 'D' }), knowing({ nibrsSince: '2026-11' })),
  differ(
    '093',
    'a zero report before the first month of NIBRS',
    zeroOf,
    { nibrsSince: '2026-11' },
    { nibrsSince: '2026-10' },
  ),
  shows(
    '093',
    'a zero report, not a delete',
    zeroOf(one),
    zeroReport({ action: 'D' }),
    knowing({ nibrsSince: '2026-11' }),
  ),
  differ('096', 'a zero report of the first month covered', zeroOf, coveredBy('2026-10'), coveredBy('2026-11')),
  shows('096', 'a zero report, not a delete', zeroOf(one), zeroReport({ action: 'D' }), knowing(coveredBy('2026-01'))),
];

/** What is wrong with a date or month is told by its own number, whatever is known of the agency. */
const elsewhereCases: EditCase[] = [
  shows('105', 'an incident date that is none', date('00000000'), date('20261003'), knowing({ nibrsSince: '2020-01' })),
  shows(
    '105',
    'an incident date that is none, of a covered agency',
    date('99999999'),
    date('20201003'),
    knowing(coveredBy('2026-01')),
  ),
  shows('101', 'no date, of a covered agency', date(undefined), date('20201003'), knowing(coveredBy('2026-01'))),
  ...(['99999999', undefined] as const).map((incidentDate) =>
    shows(
      incidentDate === undefined ? '101' : '105',
      `${incidentDate === undefined ? 'no date' : 'a date that is none'}, in the short form`,
      shortOf(incidentDate),
      shortOf('20191231'),
      knowing({ cargoTheftSince: '2020-01' }),
    ),
  ),
  shows(
    '172',
    'a date before NIBRS, of a known agency',
    date('19901231'),
    date('20200101'),
    knowing({ nibrsSince: '2020-01' }),
  ),
  shows(
    '705',
    'an arrest date that is none',
    arrested('00000000'),
    arrested('20200101'),
    knowing({ nibrsSince: '2020-01' }),
  ),
  shows('701', 'no arrest date', arrested(undefined), arrested('20200101'), knowing({ nibrsSince: '2020-01' })),
  shows('091', 'a year before NIBRS', zeroFor('1990'), zeroFor('2020'), knowing({ nibrsSince: '2020-01' })),
  shows('091', 'a year that is none', zeroFor('202'), zeroFor('2020'), knowing({ nibrsSince: '2020-01' })),
  shows('090', 'a month that is none', zeroFor('2020', '13'), zeroFor('2020'), knowing({ nibrsSince: '2020-01' })),
  shows(
    '090',
    'a month that is none, of a covered agency',
    zeroFor('2020', '13'),
    zeroFor('2020'),
    knowing(coveredBy('2021-01')),
  ),
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
