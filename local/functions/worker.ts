/** Runs in a worker thread: loads one function's bundle and calls its handler, one event at a time, as Lambda does. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Invoke, Start } from './protocol.ts';

type Handler = (event: unknown, context: object) => Promise<unknown>;

const { code, handler: name } = workerData as Start;
const handler = await loadHandler();
answer({ kind: 'ready' });

parentPort?.on('message', async ({ event, context }: Invoke) => {
  try {
    const value = await handler(event, contextOf(context));
    // Through JSON, like the reply of a function in the cloud.
    answer({ kind: 'reply', value: JSON.parse(JSON.stringify(value ?? null)) });
  } catch (error) {
    answer({ kind: 'error', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
});

async function loadHandler(): Promise<Handler> {
  const [module, exported = ''] = name.split('.');
  const file = ['mjs', 'js', 'cjs'].map((extension) => join(code, `${module}.${extension}`)).find(existsSync);
  if (!file) throw new Error(`The bundle has no module ${module}`);
  const loaded = (await import(pathToFileURL(file).href))[exported];
  if (typeof loaded !== 'function') throw new Error(`The bundle exports no function ${exported}`);
  return loaded;
}

function contextOf({ deadline, ...context }: Invoke['context']): object {
  return {
    ...context,
    functionVersion: '$LATEST',
    callbackWaitsForEmptyEventLoop: true,
    logGroupName: `/aws/lambda/${context.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
