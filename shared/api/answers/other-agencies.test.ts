import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ApiWorld,
  adair,
  boone,
  callers,
  createApiWorld,
  of,
  ownFile,
  period,
  sharedFile,
} from '../../../test/api-world.ts';
import type { Question } from '../../../test/ask.ts';
import { NotAllowedError, NotFoundError } from '../../errors.ts';
import { agencyRoles } from '../caller.ts';
import type { Route } from '../route.ts';
import { routes } from '../routes/index.ts';

const fileName = 'adair september.txt';
const numbers = of(adair).map(({ report }) => report.number);

let world: ApiWorld;
let own: string;
let shared: string;

beforeAll(async () => {
  world = await createApiWorld();
  own = await world.send({ agency: adair, fileName, by: callers.clerk.name }, ownFile(adair));
  await world.send({ agency: boone, fileName: 'boone.txt', by: callers.neighbour.name }, ownFile(boone));
  shared = await world.load('both.txt', sharedFile());
  await world.sendToFbi();
});

/** What to ask of the first agency, of every route that reads and that agencies may call. */
const questions: Record<string, () => Question[]> = {
  listSubmissions: () => [{}, { query: { agency: adair } }, { query: { period } }, { query: { status: 'completed' } }],
  readSubmission: () => [{ params: { submission: own } }],
  listFindings: () => [
    { query: { submission: own } },
    { query: { period } },
    { query: { period, agency: adair } },
    { query: { period, source: 'fbi' } },
    { query: { submission: shared } },
    { query: { period, uploadedBy: callers.clerk.name } },
  ],
  downloadFindings: () => [
    { query: { submission: own, format: 'csv' } },
    { query: { period, format: 'csv' } },
    { query: { period, format: 'html' } },
    { query: { submission: shared, format: 'html' } },
  ],
  listMonths: () => [{}, { query: { from: period, to: period } }, { query: { agency: adair } }],
  readQuality: () => [{}, { query: { agency: adair } }],
  listAgencies: () => [{}],
  readAgency: () => [{ params: { ori: adair } }],
  readHistory: () => [{ params: { ori: adair, number: numbers[1] ?? '' } }],
  readCaller: () => [{}],
  readFile: () => [{ params: { submission: own } }],
  readSource: () => [
    { params: { submission: own }, query: { record: '2' } },
    { params: { submission: shared }, query: { record: '2' } },
  ],
};

const readByAgencies = Object.entries<Route>(routes).flatMap(([name, { method, roles }]) =>
  method === 'GET' && roles.some((role) => agencyRoles.includes(role)) ? [name as keyof ApiWorld['answers']] : [],
);

/** Everything by which an answer could tell of the first agency what was not in the question. */
function tracesIn(text: string, question: Question): string[] {
  const asked = JSON.stringify(question);
  const traces = [adair, 'Adair Police', own, fileName, callers.clerk.name, ...numbers];
  return traces.filter((trace) => text.includes(trace) && !asked.includes(trace));
}

/** The parts of an answer that tell of the first agency; none where the caller is told that there is no such thing. */
async function told(name: keyof ApiWorld['answers'], caller: keyof typeof callers, question: Question) {
  const reply = await world.ask(name, callers[caller], question).catch((error: unknown) => {
    if (error instanceof NotFoundError || error instanceof NotAllowedError) return error.message;
    throw error;
  });
  return tracesIn(JSON.stringify(reply), question);
}

describe('somebody of another agency', () => {
  it.each(readByAgencies)('is told nothing of the first by %s', async (name) => {
    const asked = questions[name]?.() ?? [];
    expect(asked, 'Say above what to ask this route of the first agency').not.toEqual([]);
    for (const question of asked) {
      expect(await told(name, 'neighbour', question), JSON.stringify(question)).toEqual([]);
      expect(await told(name, 'clerk', question), JSON.stringify(question)).not.toEqual([]);
    }
  });

  it('is told of what is not theirs in the words of what does not exist', async () => {
    const message = (name: keyof ApiWorld['answers'], question: Question) =>
      world.ask(name, callers.neighbour, question).then(
        () => 'an answer',
        (error: Error) => error.message,
      );
    const nowhere = '0'.repeat(32);
    expect(await message('readSubmission', { params: { submission: own } })).toBe(
      await message('readSubmission', { params: { submission: nowhere } }),
    );
    expect(await message('readAgency', { params: { ori: adair } })).toBe(
      await message('readAgency', { params: { ori: 'MO0990000' } }),
    );
    expect(await message('readHistory', { params: { ori: adair, number: numbers[1] ?? '' } })).toBe(
      await message('readHistory', { params: { ori: boone, number: 'NONE' } }),
    );
    const settle = { as: 'cleared', reason: 'Put right' };
    expect(await message('settleWarning', { params: { submission: own, finding: '0-1' }, body: settle })).toBe(
      await message('settleWarning', { params: { submission: own, finding: '9-1' }, body: settle }),
    );
  });
});
