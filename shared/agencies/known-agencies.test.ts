import { expect, it } from 'vitest';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import { knownAgencies } from './known-agencies.ts';
import { readAgencyList } from './read-agencies.ts';
import { register } from './registry.ts';

const stamp = { at: '2026-01-05T08:30:00.000Z', by: 'test', cause: {} };
const [incident] = generateReports({
  state: 'NONE',
  agencies: ['MO0010100'],
  period: '2026-09',
  incidents: 1,
  arrests: 0,
  zeroReports: 0,
  seed: 7,
  stateSegments: false,
}) as [GeneratedReport];

/** What is known for a report that names an officer of another agency, when this list is loaded. */
async function known(list: string) {
  const ledger = createMemoryLedger({ keyring: new RawKeyring({}) });
  await register(ledger, readAgencyList(list, 'agencies.csv'), stamp);
  const { report } = structuredClone(incident);
  for (const segment of report.segments) if (segment.level === '4') segment.officerOriOtherJurisdiction = 'MO0020200';
  return knownAgencies(ledger, [{ report, records: [], stateRecords: [], unreadable: [] }]);
}

it('knows the reporting agency, who reports for it, and the agency of an officer', async () => {
  const agencies = await known(
    'ori,name,covered_by,covered_since\nMO0010100,Adair,MO0030300,2026-01\nMO0020200,Boone,,\nMO0030300,Clark,,',
  );
  expect(['MO0010100', 'MO0020200', 'MO0030300'].map((ori) => agencies?.(ori)?.name)).toEqual([
    'Adair',
    'Boone',
    'Clark',
  ]);
});

it('knows that an agency is not registered where another is', async () => {
  const agencies = await known('ori\nMO0090900');
  expect(agencies).toBeDefined();
  expect(agencies?.('MO0010100')).toBeUndefined();
});

it('knows nothing while none is registered', async () => {
  expect(await known('ori')).toBeUndefined();
});
