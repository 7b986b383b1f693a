import type { z } from 'zod';
import type { Routes } from '../../../shared/api/routes/index.ts';
import type { Answers } from '../answers.ts';
import { agencies, last } from './agencies.ts';

const calendar = [
  { action: 'remind' as const, days: [5, 9, 11], next: '2030-01-05T13:00:00Z' },
  { action: 'close' as const, days: [11], next: '2030-01-11T11:00:00Z' },
  { action: 'forward' as const, days: [14], next: '2030-01-14T15:00:00Z' },
];

const letters: z.input<Routes['readOperations']['reply']>['deadLetters'] = [
  {
    queue: 'reports',
    message: 'message-1',
    at: '2026-11-20T08:12:44Z',
    cause: 'ConflictError: The stream MO1990100#26-000101 has changed 5 times while it was decided.',
    about: { submission: 'a'.repeat(32), ori: agencies[0].ori, chunk: '3' },
  },
  {
    queue: 'reports',
    message: 'message-2',
    at: null,
    cause: null,
    about: { ori: agencies[2].ori, period: last },
  },
];

const queue = (name: string, worker: string, waiting = 0, deadLetters = 0) => ({
  name,
  function: worker,
  waiting,
  deadLetters,
});

/** How the system itself is; messages that are sent back are gone. */
export function operationAnswers(deadLetters = 2): Answers {
  let left = deadLetters;
  return {
    readOperations: () => ({
      queues: [
        queue('intake', 'receive-submission'),
        queue('reports', 'process-reports', 1_204, left),
        queue('months', 'project-month', 3),
        queue('transmissions', 'start-transmission'),
        queue('forwards', 'forward-transmission'),
      ],
      deadLetters: letters.slice(0, left),
      calendar,
    }),
    redriveQueue: ({ params: { queue: name = '' } }) => {
      left = 0;
      return { queue: name, deadLetters: 0 };
    },
  };
}
