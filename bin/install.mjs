/**
 * Makes sure that what package-lock.json asks for is installed; npm runs it before the demo, the start and the tests.
 * Plain JavaScript for Node 20 on purpose: on a fresh clone nothing else can run yet. Silent when all is there.
 *
 * npm puts node_modules/.bin first on the PATH of every script, also when it appears only later. The `node` package
 * installs a `node` there, so everything after this runs under Lambda's Node, whatever the machine has; but in a shell
 * of its own (`npm exec`), because a shell remembers where it found `node` the first time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages a lockfile lists, by path; none when there is no such file. */
function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {};
}

/** Whether node_modules holds every package of the lockfile in its version, going by npm's own record of what it put there. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path, wanted]) => path !== '' && !wanted.optional && !wanted.devOptional)
    .every(([path, wanted]) => installed[path]?.version === wanted.version);
}

function install() {
  console.log('Installing what package-lock.json asks for into node_modules (once; about half a minute) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--loglevel=error'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    fail(
      '"npm ci" failed, see above. Put right what it names (network, registry, disk space) and run the command again.',
    );
  }
}

function hasNode() {
  return ['node', 'node.exe'].some((file) => existsSync(join(root, 'node_modules', 'node', 'bin', file)));
}

function fail(message) {
  console.error(`\nnibrs-ledger: ${message}`);
  process.exit(1);
}

if (!isInstalled()) {
  install();
}
if (!hasNode()) {
  fail(
    'node_modules has no Node 24: the "node" package brings it by an install script, and npm is told not to run scripts ' +
      'here. Allow it once with "npm rebuild node --ignore-scripts=false" and run the command again.',
  );
}
