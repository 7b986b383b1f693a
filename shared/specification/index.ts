import type { Finding } from '../nibrs/finding.ts';
import type { StateProfile } from '../state/declaration.ts';
import { badSamples } from './bad-samples.ts';
import { elementsXsd } from './elements-xsd.ts';
import { goodSamples } from './good-samples.ts';
import { jsonSchema } from './json-schema.ts';
import { specificationPage } from './page/index.ts';
import { findingsIn, linesOf, sampleNumber, textOf } from './sample.ts';
import { supplementTemplate } from './supplement-template.ts';

/** What a state publishes of its elements. */
export interface Specification {
  /** By name, with `/` between folder and file: the page, the schemas, the samples. */
  readonly files: ReadonlyMap<string, string>;
  /** What the validator finds in `samples/bad.txt`. */
  readonly badFindings: readonly Finding[];
}

/** Everything that follows from a profile for those who are to report its elements. */
export async function specificationOf(profile: StateProfile): Promise<Specification> {
  const good = goodSamples(profile);
  const goodLines = good.flatMap((sample, index) => linesOf(profile, sample, sampleNumber('GOOD', index)));
  const bad = await badSamples(profile, good);
  const badLines = bad.flatMap((sample, index) => sample.lines(sampleNumber('BAD', index)));
  const badFindings = await findingsIn(profile, badLines);
  const template = supplementTemplate(profile, good);
  const files = new Map([
    ['index.html', specificationPage(profile, { goodLines, badFindings, hasTemplate: template !== undefined })],
    ['schema.json', `${JSON.stringify(jsonSchema(profile, good), undefined, 2)}\n`],
    ['elements.xsd', elementsXsd(profile)],
    ['samples/good.txt', textOf(goodLines)],
    ['samples/bad.txt', textOf(badLines)],
  ]);
  if (template !== undefined) files.set('template.csv', template);
  return { files, badFindings };
}
