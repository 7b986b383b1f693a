import { z } from 'zod';
import { periodPattern } from '../nibrs/model/index.ts';

/** What is done for a month by the calendar, in this order. */
export const actions = ['remind', 'close', 'forward'] as const;
export type Action = (typeof actions)[number];

/** On `schedule`: do this for the month before the one in which it was to be done, or for the one that a person names. */
export const scheduledAction = z.object({
  action: z.enum(actions),
  /** When it was to be done, ISO 8601, UTC; a late or repeated delivery has the same. */
  scheduledTime: z.iso.datetime(),
  period: z.string().regex(periodPattern).optional(),
  /** Who asks, where it was a person. */
  by: z.string().min(1).default('schedule'),
  /** Tells what a person asks from what the calendar does; absent for the calendar. */
  request: z.string().optional(),
});
export type ScheduledAction = z.input<typeof scheduledAction>;
