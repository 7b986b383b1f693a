import { basename } from 'node:path';
import { findingJson } from '../intake/finding-line.ts';
import type { Finding } from '../nibrs/finding.ts';
import type { StateProfile } from '../state/declaration.ts';
import { badSamples } from './bad-samples.ts';
import { elementsXsd } from './elements-xsd.ts';
import { goodSamples } from './good-samples.ts';
import { jsonSchema } from './json-schema.ts';
import { specificationPage } from './page/index.ts';
import { fileOf, findingsIn, linesOf, sampleNumber, textOf } from './sample.ts';
import { supplementSamples } from './supplement-samples.ts';

/** What a state publishes of its elements. */
export interface Specification {
  /** By name, with `/` between folder and file: the page, the schemas, the samples, and what is found in them. */
  readonly files: ReadonlyMap<string, string>;
  /** By the name of a file with mistakes: what the validator finds in it. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

/** Everything that follows from a profile for those who are to report its elements. */
export async function specificationOf(profile: StateProfile): Promise<Specification> {
  const good = goodSamples(profile);
  const goodLines = good.flatMap((sample, index) => linesOf(profile, sample, sampleNumber('GOOD', index)));
  const bad = await badSamples(profile, good);
  const badLines = bad.flatMap((sample, index) => sample.lines(sampleNumber('BAD', index)));
  const badFindings = await findingsIn(profile, fileOf(badLines));
  const supplement = await supplementSamples(profile, good);
  const files = new Map([
    ['index.html', specificationPage(profile, { goodLines, badFindings, supplement })],
    ['schema.json', `${JSON.stringify(jsonSchema(profile, good), undefined, 2)}\n`],
    ['elements.xsd', elementsXsd(profile)],
    ['samples/good.txt', textOf(goodLines)],
    ['samples/bad.txt', textOf(badLines)],
  ]);
  const findings = new Map([['samples/bad.txt', badFindings as readonly Finding[]]]);
  if (supplement) {
    files.set('template.csv', supplement.template);
    files.set('samples/good-supplement.csv', supplement.good);
    files.set('samples/bad-supplement.csv', supplement.bad);
    findings.set('samples/bad-supplement.csv', supplement.badFindings);
  }
  for (const [file, found] of findings) files.set(file.replace(/\.\w+$/, '.findings.jsonl'), findingsText(file, found));
  return { files, findings };
}

/** What `validate` prints of a file in its directory. */
function findingsText(file: string, findings: readonly Finding[]): string {
  return findings.map((finding) => `${findingJson(basename(file), finding)}\n`).join('');
}
