export * from './report.ts';
export * from './segment.ts';
