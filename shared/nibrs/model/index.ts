export * from './dates.ts';
export * from './report.ts';
export * from './segment.ts';
