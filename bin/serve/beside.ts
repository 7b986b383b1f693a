import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LocalFile } from '../../local/index.ts';
import type { Clock } from '../../shared/ports.ts';
import type { OwnRepository } from '../repository/repository.ts';
import { dashboardsPage } from './dashboards-page.ts';
import { samplesOf } from './samples.ts';

const root = join(import.meta.dirname, '..', '..');

/** What the pages beside the portal show. */
export interface Beside {
  state: string | undefined;
  /** Undefined until it runs. */
  repository(): Pick<OwnRepository, 'operations'> | undefined;
  clock: Clock;
}

/**
 * What only a repository on this computer has beside the API and the portal: sample files for whoever has none, and the
 * dashboards and alarms of the templates over what was measured here, which are CloudWatch's in the cloud.
 */
export function besidePortal({ state, repository, clock }: Beside): (path: string) => Promise<LocalFile | undefined> {
  const samples = samplesOf(state);
  const index = samples.map(({ file, agency, office, holds }) => ({
    name: basename(file),
    agency,
    description: `${office[0]?.toUpperCase()}${office.slice(1)}: ${holds}`,
  }));
  return async (path) => {
    if (path === '/samples/index.json') return { mediaType: 'application/json', body: JSON.stringify(index) };
    const sample = samples.find(({ file }) => path === `/samples/${basename(file)}`);
    if (sample) return { mediaType: 'text/plain', body: await readFile(join(root, 'samples', sample.file)) };
    const running = repository();
    if (path === '/dashboards' && running) return pageOf(dashboardsPage(running.operations(clock())));
    const [, runbook] = /^\/dashboards\/runbooks\/([a-z-]+\.md)$/.exec(path) ?? [];
    return runbook === undefined ? undefined : runbookOf(runbook);
  };
}

function pageOf(body: string): LocalFile {
  return { mediaType: 'text/html', body, policy: "default-src 'none'; style-src 'unsafe-inline'" };
}

/** The page of an alarm, as it stands in the documentation. */
async function runbookOf(name: string): Promise<LocalFile | undefined> {
  const body = await readFile(join(root, 'docs', 'runbooks', name), 'utf8').catch(() => undefined);
  return body === undefined ? undefined : { mediaType: 'text/plain', body };
}
