/** All benchmarks, one after the other. */
await import('./codec.ts');
await import('./edits.ts');
await import('./pipeline.ts');
