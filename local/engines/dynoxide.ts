import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../../shared/errors.ts';

/** A running DynamoDB. `stop` resolves when its process has ended. */
export interface DynamoEngine {
  endpoint: string;
  stop(): Promise<void>;
}

const platform = `${process.platform}-${process.arch}`;

/**
 * Runs the engine and ends it when this process does, however this one ends: the shell holds the reading end of a pipe
 * that closes with us, so even a SIGKILL leaves no engine behind that would hold on to the database file.
 */
const guard = 'exec 3<&0; "$0" "$@" & engine=$!; (cat <&3 >/dev/null; kill $engine 2>/dev/null) & wait $engine';

/**
 * Starts dynoxide, a DynamoDB in one binary, on a free port of this machine: in memory, or kept in the SQLite file
 * `dbPath`. Where the environment names another DynamoDB (`NIBRS_DYNAMODB_ENDPOINT`, for instance Amazon's DynamoDB
 * Local) that one is used and nothing is started. Throws `ConfigurationError` where there is no binary for this
 * platform or it does not come up.
 */
export async function startDynoxide({ dbPath }: { dbPath?: string } = {}): Promise<DynamoEngine> {
  const external = process.env.NIBRS_DYNAMODB_ENDPOINT;
  if (external) return { endpoint: external, stop: async () => {} };

  const binary = dynoxideBinary();
  if (!binary) {
    throw new ConfigurationError(
      `There is no dynoxide for ${platform}: run npm install without --omit=optional, or start another DynamoDB ` +
        '(Amazon has one: DynamoDB Local) and set NIBRS_DYNAMODB_ENDPOINT to its address',
    );
  }
  const port = await freePort();
  const database = dbPath ? ['--db-path', dbPath] : [];
  const shell = spawn('sh', ['-c', guard, binary, 'serve', '--host', '127.0.0.1', '--port', `${port}`, ...database], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // Out of the terminal's process group: Ctrl-C stops the functions first, and the engine when they are done with it.
    detached: true,
  });
  await listening(shell);
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => stop(shell) };
}

/** The engine's binary for this platform, or undefined where its optional package is not installed. */
export function dynoxideBinary(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`);
    const binary = join(dirname(manifest), 'dynoxide');
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Resolves when the engine says that it listens; it says everything on standard error. */
function listening(shell: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    shell.stderr?.on('data', (text) => {
      said = `${said}${text}`.slice(-1_000);
      if (said.includes('listening on')) resolve();
    });
    shell.once('error', (cause) => reject(new ConfigurationError('dynoxide does not start', { cause })));
    shell.once('exit', (code) => {
      shell.stdin?.destroy();
      reject(new ConfigurationError(`dynoxide ended with ${code}: ${said.trim() || 'no reason given'}`));
    });
  });
}

function stop(shell: ChildProcess): Promise<void> {
  if (shell.exitCode !== null || shell.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    shell.once('exit', () => resolve());
    shell.stdin?.end();
  });
}
