import { expect, it } from 'vitest';
import { FederalLoop, first, numberOf, refusesSecond, second } from '../../test/federal-loop.ts';
import { corrected } from '../../test/generate/corrections.ts';
import { readFederalFindings } from './federal-findings.ts';
import { readSubmission } from './submissions.ts';

const buckets = { inbox: 'inbox', work: 'work', outbox: 'outbox', answers: 'answers' };

/** What the FBI found on the reports of the n-th file. */
async function found({ pipeline }: FederalLoop, id: string) {
  const submission = await readSubmission(pipeline, id);
  const findings = await readFederalFindings({ ...pipeline, buckets }, submission, '2026-11');
  return findings.map(({ report, code, value }) => [report, code, value]);
}

it('what the FBI found stands with the submission whose report it was sent', async () => {
  const loop = new FederalLoop({ rules: [refusesSecond] });
  const month = await loop.file(first, second);
  await loop.send();
  const correction = await loop.file(...corrected(second));
  const refusal = [numberOf(second), '404', 'SECRET-VALUE'];
  expect(await found(loop, month)).toEqual([refusal]);
  expect(await found(loop, correction)).toEqual([]);

  await loop.send();
  expect(await found(loop, month)).toEqual([refusal]);
  expect(await found(loop, correction)).toEqual([refusal]);
});
