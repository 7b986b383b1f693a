#!/usr/bin/env -S node --max-semi-space-size=16
// Reports are short-lived: more room for the young ones would cost memory and save no time.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { main } = await import('./main.ts');

process.exitCode = await main(process.argv.slice(2));
