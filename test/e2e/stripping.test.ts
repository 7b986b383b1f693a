import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Operation, routes } from '../../shared/api/routes/index.ts';
import { KmsKeyring } from '../../shared/aws/kms-keyring.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { submissionId } from '../../shared/intake/upload-key.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import { profiles } from '../../shared/state/index.ts';
import { stateHalf } from '../../shared/state/state-half.ts';
import { searcherFor } from '../taint/search.ts';
import { everybodyOf } from './tainted-api.ts';
import { markersOf, type TaintedInput, taintedInputs } from './tainted-input.ts';
import { runTainted, type TaintedRun } from './tainted-run.ts';

/**
 * Places that are encrypted, keep what one content is told from another by, or tell what had to be tried again: two runs never
 * have the same there. Nor in statistics, which count values and are published.
 */
const ofOneRun = [
  ...['ledger table', 'keys table', 'failures table', 'left by orders', 'replies to readStatistics'],
  // In which order two who asked at once were counted.
  'replies to listAccesses',
];

describe.each([...profiles.values()])('a run under the profile of $state', (profile) => {
  const { state } = profile;
  const inputs = taintedInputs(profile);
  const poison = state === 'MO';
  // The state whose profile has both kinds of carriers and what is most sensitive; the others would say the same.
  const asks = state === 'MO';
  const [input, otherInput] = inputs;
  let run: TaintedRun;
  let other: TaintedRun;

  beforeAll(async () => {
    [run, other] = (await Promise.all(inputs.map((input) => runTainted(state, input, { poison, asks })))) as [
      TaintedRun,
      TaintedRun,
    ];
  });
  afterAll(() => Promise.all([run, other].map(({ test }) => test.cloud.stop())));

  it('leaves something in every place that is looked at', () => {
    const mayBeEmpty = ['other work', ...(poison ? [] : ['dead letters', 'failures table'])];
    for (const [place, texts] of Object.entries(run.places)) {
      if (!mayBeEmpty.includes(place)) expect([place, texts.join('') !== '']).toEqual([place, true]);
    }
    expect(run.places.findings?.join('\n').includes(`"${state}0`)).toBe(profile.segments.length > 0);
  });

  it('finds the values where they are: in the files that were uploaded', () => {
    expect(searcherFor(markersOf(input))(run.inbox).sort()).toEqual(markersOf(input).sort());
    expect(input.wrong.length).toBeGreaterThan(2);
  });

  it('leaves no value anywhere else, in plain, encoded or packed', () => {
    const search = searcherFor(markersOf(input));
    const found = Object.entries(run.places).flatMap(([place, texts]) =>
      texts.flatMap((text) => search(text).map((value) => `${value} in ${place}`)),
    );
    expect(found).toEqual([]);
  });

  it('leaves the same but for ids and times whatever the values are', () => {
    expect(otherInput.values).not.toEqual(input.values);
    const countsDiffer = otherInput.values.length !== input.values.length;
    for (const place of Object.keys(run.places).filter((place) => !ofOneRun.includes(place))) {
      const one = comparable(run, place, input, countsDiffer);
      expect.soft({ [place]: comparable(other, place, otherInput, countsDiffer) }).toEqual({ [place]: one });
    }
  });

  it.runIf(asks)('tells values to those alone who may know them, and answers everything else that is asked', () => {
    const { readFile, readElements } = run.disclosed;
    const search = searcherFor(markersOf(input));
    // Not of what was expunged, nor of files that were refused and so are nobody's.
    expect(search(readFile?.join('') ?? '').length).toBeGreaterThan(markersOf(input).length / 2);
    expect(readElements?.join('')).toContain('"elements":[{');
    const unanswered = Object.keys(routes).filter((operation) => !run.asked.answered.has(operation as Operation));
    // No large file is under way, and there is nothing left to send.
    expect(unanswered).toEqual(['signParts', 'completeUpload', 'startTransmission']);
  });

  it.runIf(asks)('logs neither who asks by name, nor what they show to be let in, nor what a file says', () => {
    const logs = run.places['logs of requests']?.join('\n') ?? '';
    for (const somebody of Object.values(everybodyOf(state))) {
      if (!('username' in somebody)) continue;
      expect(logs).not.toContain(somebody.username);
      expect(logs).not.toContain(somebody.name);
    }
    expect(run.asked.tokens.filter((token) => logs.includes(token))).toEqual([]);
    expect(logs).not.toContain('eyJ');
    const said = run.inbox.split('\r\n').flatMap((line) => line.slice(37).trim());
    expect(said.filter((text) => text.length > 20 && logs.includes(text))).toEqual([]);
  });

  it('keeps all values that were accepted, and no others, in state halves', () => {
    const halves = run.halves.filter((half) => half !== undefined);
    const kept = halves.flatMap((half) => stateHalf.parse(JSON.parse(half)).values.map(({ value }) => value));
    expect(new Set(kept)).toEqual(new Set(input.values));
    expect(run.sent.strippedStateElements).toBeGreaterThan(0);
  });

  it('keeps them from whoever has no state key', async () => {
    const { outputs, clients } = run.test.cloud;
    const { documents, kms } = clients();
    const ledger = createDynamoLedger({
      documents,
      ledgerTable: outputs.LedgerTable!,
      keysTable: outputs.KeysTable!,
      keyring: new KmsKeyring(kms, { federal: outputs.FederalKeyArn! }),
      clock: () => new Date(),
    });
    // One was expunged at the end, which leaves no key of it.
    const kept = run.events.filter(({ stream }) => stream !== run.asked.expunged);
    expect(await ledger.openFederal(kept)).toEqual(await run.test.ledger.openFederal(kept));
    await expect(ledger.openState(kept)).rejects.toThrow(ConfigurationError);
  });
});

/** What a place has, without what differs from run to run. */
function comparable(
  { places, uploader }: TaintedRun,
  place: string,
  { files }: TaintedInput,
  countsDiffer: boolean,
): string[] {
  const ids = files.flatMap(({ name, content }, index) => {
    const [sha256 = '', md5 = ''] = ['sha256', 'md5'].map((name) => createHash(name).update(content).digest('hex'));
    return [
      [submissionId({ agency: uploader, fileName: name, sha256 }), `<submission ${index}>`],
      [sha256, `<hash ${index}>`],
      [md5, `<tag ${index}>`],
    ] as const;
  });
  const texts = (places[place] ?? []).map((text) => {
    const same = withoutTimes(ids.reduce((rest, [id, name]) => rest.replaceAll(id, name), text));
    return countsDiffer ? same.replaceAll(/("\w*[sS]tateElements"): ?\d+/g, '$1:<count>') : same;
  });
  switch (place) {
    case 'metrics':
      return totals(texts);
    case 'logs':
      // What has to be tried again depends on who comes first.
      return once(texts.filter((text) => !text.includes('"retryable":true')));
    case 'queue messages':
      return once(texts);
    default:
      return texts.sort();
  }
}

function withoutTimes(text: string): string {
  return text
    .replaceAll(/_\d{8}_NIBRS_/g, '_<day>_NIBRS_')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, '<time>')
    .replaceAll(/("next"|\\?"cursor\\?"):\\?"[\w-]+\\?"/g, '$1:<cursor>')
    .replaceAll(/http:\/\/(localhost|127\.0\.0\.1):\d+/g, '<origin>')
    .replaceAll(/(X-Amz-[\w-]+|versionId)=[^&"]*/g, '$1=<signed>')
    .replaceAll(/"(X-Amz-[\w-]+|Policy)":"[^"]*"/g, '"$1":"<signed>"')
    .replaceAll(/\d{8}T\d{9}Z/g, '<time>')
    .replaceAll(/"(etag|date|content-length)":"(\\.|[^"])*"/g, '"$1":"<any>"')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, '<id>')
    .replaceAll(/("requestId"):"[\dA-F]{16}"/gi, '$1:"<id>"')
    .replaceAll(/("sequencer"):"[\dA-F]{18}"/g, '$1:"<number>"')
    .replaceAll(/("cold_start"):(true|false)/g, '$1:<either>');
}

/** What is delivered twice is told twice. */
function once(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** Every metric of every function, added up over its invocations; not how often messages were delivered, nor times. */
function totals(lines: readonly string[]): string[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    const { service, _aws, ...values } = JSON.parse(line);
    for (const { Name: name, Unit: unit } of _aws.CloudWatchMetrics.flatMap(
      ({ Metrics }: { Metrics: object[] }) => Metrics,
    )) {
      if (name.startsWith('Messages') || unit === 'Milliseconds') continue;
      const key = `${service} ${name}`;
      for (const value of [values[name]].flat()) sums.set(key, (sums.get(key) ?? 0) + value);
    }
  }
  return [...sums].map(([key, sum]) => `${key}: ${sum}`).sort();
}
