#!/usr/bin/env -S node --max-semi-space-size=16 --heap-growing-percent=20
// Reports are short-lived: collecting them sooner halves the memory that a large file takes, and costs hardly any time.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { main } = await import('./main.ts');

process.exitCode = await main(process.argv.slice(2));
