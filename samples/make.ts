/**
 * Writes the sample files, a made-up month of made-up agencies: `node samples/make.ts`. They are in the repository so
 * that nobody has to run this; a test holds the two together.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { findProfile } from '../shared/state/index.ts';
import { corrected } from '../test/generate/corrections.ts';
import { breakReport, type DefectName } from '../test/generate/defects.ts';
import { generateFile, type LineEnd, writeFile } from '../test/generate/file.ts';
import { type GeneratedReport, type GenerateOptions, generateReports } from '../test/generate/reports.ts';
import { moveToSupplement, supplementHeader } from '../test/generate/supplement.ts';

const september = { period: '2026-09', zeroReports: 0, stateSegments: true } as const;
const month = { ...september, state: 'MO' } as const;
const village = { ...month, agencies: ['MO1990100'], incidents: 5, arrests: 2, seed: 11 } as const;
const town = { ...month, agencies: ['MO1990200'], incidents: 48, arrests: 14, seed: 12 } as const;
const city = { ...month, agencies: ['MO1990300'], incidents: 490, arrests: 110, seed: 13 } as const;
const hamlet = { ...month, agencies: ['MO1990400'], incidents: 0, arrests: 0, zeroReports: 1, seed: 14 } as const;
const county = { ...month, agencies: ['MO1990500'], incidents: 12, arrests: 3, seed: 15 } as const;

/** One agency of each of the other profiles. */
const oneAgency = { ...september, incidents: 40, arrests: 10 } as const;
const iowa = { ...oneAgency, state: 'IA', agencies: ['IA1990000'], seed: 46 } as const;
const oregon = { ...oneAgency, state: 'OR', agencies: ['OR1990100'], seed: 22 } as const;
const texas = { ...oneAgency, state: 'TX', agencies: ['TX2990100'], seed: 23 } as const;
const washington = { ...oneAgency, state: 'WA', agencies: ['WA1990100'], seed: 24 } as const;

/** Every sample: path in this folder → content. */
export function sampleFiles(): ReadonlyMap<string, string> {
  return new Map([
    ...missouriFiles().map(([name, content]) => [`missouri/${name}`, content] as const),
    ['iowa/01-county.txt', withMistakes(iowa, '\n', ['animalsNotCounted'])],
    ...oregonFiles(),
    ...loopFiles(),
    ['texas/01-city.txt', withMistakes(texas, '\n', ['unknownFamilyViolence'])],
    ['washington/01-city.txt', withMistakes(washington, '\n', ['wrongSexOfArrestee'])],
  ]);
}

/** A village's way to the FBI and back: a report that is rejected here and corrected, and one that the FBI refuses. */
function loopFiles(): [path: string, content: string][] {
  const reports = generateReports({ ...month, agencies: ['MO1990600'], incidents: 9, arrests: 2, seed: 16 });
  const broken = [...reports];
  breakNext(broken, 0, 'impossibleHour');
  const [rejected, refused] = [reports.find((report, index) => report !== broken[index]), reports[6]];
  if (!rejected || !refused) throw new RangeError('The village has too few reports');
  const write = (filed: readonly GeneratedReport[]) => writeFile(filed, { ...month, lineEnd: '\n' });
  return [
    ['loop/01-month.txt', write(broken)],
    ['loop/02-corrected.txt', write([rejected])],
    ['loop/03-corrected-for-the-fbi.txt', write(corrected(refused))],
  ];
}

/** What the agency's system cannot send yet comes in a supplement: citizenship in the second half of its reports. */
function oregonFiles(): [path: string, content: string][] {
  const profile = findProfile(oregon.state);
  if (!profile) throw new RangeError('There is no profile of Oregon');
  const reports = generateReports(oregon);
  const later = moveToSupplement(profile, reports.splice(25));
  breakNext(reports, 0, 'statusOfNobody');
  const supplement = [supplementHeader(profile), ...later.rows].map((row) => `${row}\r\n`).join('');
  return [
    ['oregon/01-city.txt', writeFile([...reports, ...later.reports], { ...oregon, lineEnd: '\n' })],
    ['oregon/02-city-citizenship.csv', supplement],
  ];
}

function missouriFiles(): [name: string, content: string][] {
  return [
    ['01-village.txt', withMistakes(village, '\n', ['missingArresteeAge'])],
    ['02-town.txt', withMistakes(town, '\n', ['wrongLocationCode', 'arrestAfterSubmissionMonth', 'statusOfNobody'])],
    [
      '03-city.txt',
      withMistakes(city, '\r\n', [
        'misspelledRelationship',
        'wrongLocationCode',
        'statusOfNobody',
        'impossibleHour',
        'misspelledRelationship',
        'wrongLocationCode',
        'arrestAfterSubmissionMonth',
        'missingArresteeAge',
      ]),
    ],
    ['04-town-correction.txt', townCorrection()],
    ['05-hamlet-zero-report.txt', generateFile({ ...hamlet, lineEnd: '\n' })],
    ['06-county-cut-off.txt', cutOff(generateFile({ ...county, lineEnd: '\r\n' }))],
    ['07-not-nibrs.txt', dutyRoster],
  ];
}

/** The file with these mistakes, spread over it, each in the next report that has a place for it. */
function withMistakes(options: GenerateOptions, lineEnd: LineEnd, mistakes: readonly DefectName[]): string {
  const reports = generateReports(options);
  mistakes.forEach((mistake, index) => {
    breakNext(reports, Math.floor((reports.length * index) / mistakes.length), mistake);
  });
  return writeFile(reports, { ...options, lineEnd });
}

function breakNext(reports: GeneratedReport[], from: number, mistake: DefectName): void {
  for (const [index, report] of reports.entries()) {
    const broken = index < from ? undefined : breakReport(mistake, report);
    if (broken) {
      reports[index] = broken;
      return;
    }
  }
  throw new RangeError(`No report from ${from} on has a place for ${mistake}`);
}

/** Four incidents of the town, none of which has a mistake, deleted and sent again with another hour. */
function townCorrection(): string {
  const incidents = generateReports(town).filter(({ report }) => report.kind === 'incident');
  return writeFile(incidents.slice(10, 14).flatMap(corrected), { ...town, lineEnd: '\n' });
}

/** What arrives when a transfer breaks: the last record ends within its incident number. */
function cutOff(file: string): string {
  const lastWhole = file.lastIndexOf('\n', Math.floor(file.length * 0.6));
  return file.slice(0, lastWhole + 1 + 30);
}

const dutyRoster = `Duty roster, week 36

Monday     Early    Desk, patrol car 2
           Late     Patrol cars 1 and 3
Tuesday    Early    Court, patrol car 1
           Late     Desk, patrol car 3
Wednesday  Early    Training, all cars
Please sign and return to the front office by Friday noon.
`;

if (import.meta.main) {
  for (const [path, content] of sampleFiles()) {
    const file = new URL(path, import.meta.url);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, content, 'latin1');
  }
}
