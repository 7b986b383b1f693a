import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import { requestHandler } from './request-handler.ts';

const context = { functionName: 'test', functionVersion: '7', awsRequestId: 'request-1' } as Context;
const handler = requestHandler({
  name: 'test',
  request: z.object({ ori: z.string(), reason: z.string().min(1) }),
  async handle({ reason }, { id }) {
    if (reason === 'unknown') throw new UsageError('There is no such report.');
    if (reason === 'broken') throw new SyntaxError('Unexpected token');
    return { answered: id };
  },
});

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  }
});

afterEach(() => vi.restoreAllMocks());

it('replies, and tells one request from another', async () => {
  expect(await handler({ ori: 'MO0010000', reason: 'audit' }, context)).toEqual({ answered: 'request-1' });
});

it('answers with the reason what cannot be carried out as it is, and logs that', async () => {
  expect(await handler({ ori: 'MO0010000', reason: '' }, context)).toEqual({
    refused: expect.stringContaining('reason'),
  });
  const unknown = await handler({ ori: 'MO0010000', reason: 'unknown' }, context);
  expect(unknown).toEqual({ refused: 'There is no such report.' });
  expect(lines.join('\n')).toMatch(/"ori":"MO0010000".*There is no such report/);
});

it('tells the caller of any other failure nothing but that there was one', async () => {
  await expect(handler({ ori: 'MO0010000', reason: 'broken' }, context)).rejects.toThrow(
    new Error('test failed; its log has the reason'),
  );
  expect(lines.filter((line) => line.includes('"version":"7","VersionFailures":1'))).toHaveLength(1);
});
