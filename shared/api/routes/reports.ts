import { z } from 'zod';
import { shownElement } from '../../access/messages.ts';
import { historyItem } from '../../history/messages.ts';
import { stateRoles } from '../caller.ts';
import { route } from '../route.ts';
import { count, ori, period, reason, reportNumber, time } from './fields.ts';

const params = z.object({ ori, number: reportNumber });

export const reportRoutes = {
  readHistory: route({
    method: 'GET',
    path: '/reports/{ori}/{number}/history',
    summary: 'What became of a report: versions, what changed, when it went to the FBI, and what the FBI said',
    description: 'What state elements say is not told, only how many there are.',
    answeredBy: 'show-records',
    roles: ['agency-clerk', 'agency-admin', ...stateRoles],
    params,
    reply: z.object({ history: z.array(historyItem) }),
  }),

  readElements: route({
    method: 'POST',
    path: '/reports/{ori}/{number}/elements',
    summary: 'What the state elements of a report say',
    description: 'Who read them, when and why is on record before anything is told.',
    answeredBy: 'take-orders',
    roles: ['element-reader'],
    params,
    body: z.object({ reason: reason.max(200) }),
    reply: z.object({ elements: z.array(shownElement), expired: count }),
  }),

  expungeReport: route({
    method: 'POST',
    path: '/reports/{ori}/{number}/expungement',
    summary: 'Have everything that was reported under a number removed for good, as an order says',
    description: 'It cannot be undone. What came of it stands in the history of the report.',
    answeredBy: 'take-orders',
    roles: ['state-operator'],
    params,
    body: z.object({
      order: z.string().trim().min(1, 'Say what the order is filed under.').max(200),
    }),
    reply: z.object({ request: z.string() }),
    status: 202,
  }),

  listAccesses: route({
    method: 'GET',
    path: '/accesses',
    summary: 'Who read or counted state elements, when and why',
    answeredBy: 'show-records',
    roles: ['state-auditor'],
    query: z.object({ month: period.optional(), agency: ori.optional(), number: reportNumber.optional() }),
    reply: z.object({
      accesses: z.array(
        z.object({
          at: time,
          what: z.enum(['read', 'counted']),
          reader: z.string(),
          reason: z.string(),
          ori: ori.nullable(),
          number: z.string().nullable(),
          element: z.string().nullable(),
        }),
      ),
    }),
  }),
};
