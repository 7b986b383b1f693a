import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** Runs the command in a process of its own, and gives what it printed and how it ended. */
export async function nibrs(args: readonly string[], environment: Record<string, string> = {}) {
  const script = join(import.meta.dirname, '..', '..', 'bin', 'nibrs.ts');
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [printed, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { printed, complaint, code: code as number | null };
}
