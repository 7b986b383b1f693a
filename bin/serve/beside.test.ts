import { expect, it } from 'vitest';
import type { Operations } from '../../local/index.ts';
import { besidePortal } from './beside.ts';
import { machine, peopleOf } from './people.ts';

const link = 'Runbook: https://example.org/docs/runbooks';
const counted = (name: string) => ({ namespace: 'ours', name, dimensions: [], statistic: 'Sum' as const, period: 300 });
const widget = {
  ...{ type: 'metric' as const, width: 12, x: 0, y: 0 },
  properties: {
    view: 'timeSeries' as const,
    title: 'Reports',
    metrics: [counted('ReportsAccepted'), counted('ReportsRejected')],
  },
};
const operations: Operations = {
  dashboards: [{ name: 'nibrs-dev-pipeline', widgets: [widget] }],
  alarms: [
    { name: 'nibrs-dev-urgent', description: 'Something has stopped', ringing: true },
    { name: 'nibrs-dev-dead-letters-reports', description: `They <failed>. ${link}/dead-letters.md`, ringing: true },
    { name: 'nibrs-dev-queue-age-intake', description: `They wait. ${link}/queue-age.md`, ringing: false },
  ],
  read: ({ name }) => (name === 'ReportsAccepted' ? [undefined, 40, 2] : [undefined, undefined, undefined]),
};
const find = besidePortal({
  state: 'MO',
  repository: () => ({ operations: () => operations }),
  clock: () => new Date('2026-11-22T12:00:00Z'),
});
const textOf = async (path: string) => String((await find(path))?.body);

it('has sample files, each under the name that their list gives', async () => {
  const samples: { name: string; agency: string }[] = JSON.parse(await textOf('/samples/index.json'));
  expect(samples.length).toBeGreaterThan(3);
  for (const { name, agency } of samples) expect(await textOf(`/samples/${name}`), name).toContain(agency);
});

it('has the dashboards and alarms of the templates, with the runbook of each', async () => {
  const page = await textOf('/dashboards');
  expect(page).toContain('They &lt;failed&gt;.');
  expect(page).toContain('href="/dashboards/runbooks/dead-letters.md"');
  expect(page).toMatch(/ReportsAccepted|Reports/);
  expect(await textOf('/dashboards/runbooks/dead-letters.md')).toMatch(/^# /);
});

it.each(['/samples/../package.json', '/samples/make.ts', '/dashboards/runbooks/..%2Fdeploy.md', '/', '/api/me'])(
  'has nothing at %s',
  async (path) => {
    expect(await find(path)).toBeUndefined();
  },
);

it('lets somebody of each role sign in, the clerk of an agency that there are samples of first', () => {
  const people = peopleOf('MO');
  expect(people[0]).toMatchObject({ groups: ['agency-clerk', 'MO1990200'] });
  expect(new Set(people.map(({ groups }) => groups[0]))).toEqual(
    new Set(['agency-clerk', 'agency-admin', 'state-operator', 'state-auditor', 'element-reader']),
  );
  expect(peopleOf(undefined)).toEqual(people);
  expect(machine.clientId).toMatch(/^[A-Za-z0-9]+$/);
});
