import { expect, it } from 'vitest';
import { FederalLoop, first, numberOf, ori, refusesSecond, second } from '../../test/federal-loop.ts';
import { corrected } from '../../test/generate/corrections.ts';
import { readFederalFindings } from './federal.ts';

const month = { period: '2026-09', thisYear: 2026, oris: (_: string) => true };

/** What the FBI found on the reports that came with a submission; on all of the month without one. */
async function found({ pipeline }: FederalLoop, submission?: string, oris = month.oris) {
  const sources = { ...pipeline, workBucket: 'work' };
  const findings = await readFederalFindings(sources, { ...month, submission, oris });
  return findings.map(({ finding: { report, code, value } }) => [report, code, value]);
}

it('what the FBI found stands with the submission whose report it was sent', async () => {
  const loop = new FederalLoop({ rules: [refusesSecond] });
  const whole = await loop.file(first, second);
  await loop.send();
  const correction = await loop.file(...corrected(second));
  const refusal = [numberOf(second), '404', 'SECRET-VALUE'];
  expect(await found(loop, whole)).toEqual([refusal]);
  expect(await found(loop, correction)).toEqual([]);

  await loop.send();
  expect(await found(loop, whole)).toEqual([refusal]);
  expect(await found(loop, correction)).toEqual([refusal]);
  expect(await found(loop)).toEqual([refusal, refusal]);
});

it('each finding has an id of its own in the submission, and agencies that are not asked for are left out', async () => {
  const loop = new FederalLoop({ rules: [refusesSecond] });
  await loop.file(first, second);
  await loop.send();
  await loop.send('2026-09', { mode: 'full' });
  const sources = { ...loop.pipeline, workBucket: 'work' };
  const ids = (await readFederalFindings(sources, month)).map(({ id }) => id);
  expect(ids).toEqual([
    expect.stringMatching(new RegExp(`^fbi-2026-001-${ori}-[0-9a-f]{8}-1$`)),
    expect.stringMatching(new RegExp(`^fbi-2026-002-${ori}-[0-9a-f]{8}-1$`)),
  ]);
  expect(await found(loop, undefined, (agency) => agency !== ori)).toEqual([]);
});
