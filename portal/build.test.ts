import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { builtPortal } from '../infra/portal.ts';

const directory = builtPortal();
const page = read('index.html').toString();

function read(path: string): Buffer {
  return readFileSync(join(directory, path));
}

function gzipped(paths: readonly string[]): number {
  return paths.reduce((bytes, path) => bytes + gzipSync(read(path), { level: 9 }).length, 0);
}

/** A script of the page, what it imports, and what it imports when the first page is shown. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, name] of read(path)
    .toString()
    .matchAll(/from\s*["']\.\/([^"']+)["']|import\s*["']\.\/([^"']+)["']/g)) {
    if (name) withImports(`assets/${name}`, seen);
  }
  return seen;
}

it('has a first page of less than 150 KB of script and 60 KB of style, gzipped', () => {
  const [entry = ''] = [...page.matchAll(/<script[^>]+src="\.\/([^"]+)"/g)].map(([, path]) => path ?? '');
  const scripts = withImports(entry);
  for (const home of globSync('assets/home-*.js', { cwd: directory })) withImports(home, scripts);
  const styles = globSync('assets/index-*.css', { cwd: directory });
  const [script, style] = [gzipped([...scripts]), gzipped(styles)];
  console.log(`First page: ${script} bytes of script, ${style} of style, gzipped`);
  expect(styles).toHaveLength(1);
  expect(scripts.size).toBeGreaterThan(2);
  expect(script).toBeLessThan(150_000);
  expect(style).toBeLessThan(60_000);
});

it('has nothing in the page that its content security policy would refuse', () => {
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle="|\bon\w+="/);
  expect(page).not.toMatch(/(?:src|href)="(?!\.\/|\/"|openapi\.json")/);
});

it('knows the operations of the API without what checks them', () => {
  const paths = globSync('assets/*.js', { cwd: directory });
  // The validator, which is loaded by whoever checks a file, brings its own schemas along.
  const scripts = paths.filter((path) => !path.includes('.worker-')).map((path) => read(path).toString());
  expect(scripts.join('\n')).toContain('api/submissions/{submission}/findings/{finding}/settlement');
  expect(scripts.join('\n')).not.toMatch(/ZodError|invalid_type/);
});

it('loads fonts and images from files of its own', () => {
  const css = globSync('assets/*.css', { cwd: directory }).map((path) => read(path).toString());
  const urls = [...css.join('').matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url).filter((url) => url !== '""');
  expect(urls.length).toBeGreaterThan(0);
  for (const url of urls) expect(url).toMatch(/^\.\/[\w-]+\.(?:woff2|svg)$/);
});
