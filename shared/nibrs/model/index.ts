export * from './dates.ts';
export * from './identity.ts';
export * from './ori.ts';
export * from './report.ts';
export * from './segment.ts';
