import { z } from 'zod';
import { actions } from '../../schedule/messages.ts';
import { publishedTable } from '../../statistics/index.ts';
import { roles, stateRoles } from '../caller.ts';
import { route } from '../route.ts';
import { count, ori, period, reason, time } from './fields.ts';

const request = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

const queue = z.object({
  name: z.string(),
  /** What works it off. */
  function: z.string(),
  waiting: count,
  deadLetters: count,
});

const deadLetter = z.object({
  queue: z.string(),
  message: z.string(),
  /** When it was given up last, where that is known. */
  at: time.nullable(),
  /** Why; `null` when the function ended without a word: its time or its memory was at an end, see its log. */
  cause: z.string().nullable(),
  /** What the message is about: keys such as `submission`, `ori`, `period`. */
  about: z.record(z.string(), z.string()),
});

export const operationRoutes = {
  readCaller: route({
    method: 'GET',
    path: '/me',
    summary: 'Who is calling, and what they may do',
    answeredBy: 'show-records',
    roles,
    reply: z.object({
      id: z.string(),
      name: z.string(),
      roles: z.array(z.enum(roles)),
      /** `null` for whoever sees them all. */
      agencies: z.array(z.object({ ori, name: z.string().nullable() })).nullable(),
    }),
  }),

  readOperations: route({
    method: 'GET',
    path: '/operations',
    summary: 'Queues, messages that were given up and why, and the calendar',
    answeredBy: 'show-records',
    roles: stateRoles,
    reply: z.object({
      queues: z.array(queue),
      deadLetters: z.array(deadLetter),
      calendar: z.array(z.object({ action: z.enum(actions), days: z.array(z.int()), next: time })),
    }),
  }),

  redriveQueue: route({
    method: 'POST',
    path: '/operations/queues/{queue}/redrive',
    summary: 'Send the messages that were given up back to their queue',
    answeredBy: 'take-orders',
    roles: ['state-operator'],
    params: z.object({ queue: z.string().regex(/^[\w.-]{1,80}$/) }),
    reply: z.object({ queue: z.string(), deadLetters: count }),
    status: 202,
  }),

  requestStatistics: route({
    method: 'POST',
    path: '/statistics',
    summary: 'Count arrests by a state element: tables in which small figures are suppressed',
    description: 'Who counted what, when and why is on record.',
    answeredBy: 'take-orders',
    roles: ['state-operator', 'element-reader'],
    body: z
      .object({
        element: z.string().max(40),
        from: period,
        to: period,
        /** Whether months that are not final may be counted; what comes of it says so. */
        draft: z.boolean().default(false),
        reason: reason.max(200),
      })
      .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The months are the wrong way round.' }),
    reply: z.object({ request }),
    status: 202,
  }),

  readStatistics: route({
    method: 'GET',
    path: '/statistics/{request}',
    summary: 'What came of a count',
    answeredBy: 'show-records',
    roles: ['state-operator', 'state-auditor', 'element-reader'],
    params: z.object({ request }),
    reply: z.discriminatedUnion('state', [
      z.object({ state: z.literal('being counted') }),
      z.object({ state: z.literal('refused'), why: z.string() }),
      z.object({
        state: z.literal('counted'),
        element: z.string(),
        title: z.string(),
        /** What each figure of `byStatus` counts. */
        statuses: z.array(z.string()),
        tables: z.array(publishedTable),
        draft: z.boolean(),
      }),
    ]),
  }),
};
