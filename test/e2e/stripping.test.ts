import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KmsKeyring } from '../../shared/aws/kms-keyring.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { submissionId } from '../../shared/intake/upload-key.ts';
import { createDynamoLedger } from '../../shared/ledger/dynamodb.ts';
import { profiles } from '../../shared/state/index.ts';
import { stateHalf } from '../../shared/state/state-half.ts';
import { searcherFor } from '../taint/search.ts';
import { markersOf, type TaintedInput, taintedInputs } from './tainted-input.ts';
import { runTainted, type TaintedRun } from './tainted-run.ts';

/**
 * Places that are encrypted, keep what one content is told from another by, or tell what had to be tried again: two runs never
 * have the same there.
 */
const ofOneRun = ['ledger table', 'keys table', 'failures table'];

describe.each([...profiles.values()])('a run under the profile of $state', (profile) => {
  const { state } = profile;
  const inputs = taintedInputs(profile);
  const poison = state === 'MO';
  const [input, otherInput] = inputs;
  let run: TaintedRun;
  let other: TaintedRun;

  beforeAll(async () => {
    [run, other] = (await Promise.all(inputs.map((input) => runTainted(state, input, { poison })))) as [
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
      expect({ [place]: comparable(other, place, otherInput, countsDiffer) }).toEqual({ [place]: one });
    }
  });

  it('keeps all values that were accepted, and no others, in state halves', async () => {
    const halves = (await run.test.ledger.openState(run.events)).filter((half) => half !== undefined);
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
    expect(await ledger.openFederal(run.events)).toEqual(await run.test.ledger.openFederal(run.events));
    await expect(ledger.openState(run.events)).rejects.toThrow(ConfigurationError);
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
