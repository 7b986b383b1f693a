export type { LocalClients } from './clients.ts';
export { type LocalCloud, type LocalCloudOptions, startLocalCloud } from './cloud.ts';
export type { DeadLetter } from './dead-letters.ts';
export type { Invocation } from './functions/event-sources.ts';
export type { Counts } from './functions/host.ts';
export type { LogEntry } from './functions/instance.ts';
export { type AttachedCloud, attachLocalCloud } from './running.ts';
export { type MonthlyTimes, monthlyTimes, nextTime } from './schedules/cron.ts';
