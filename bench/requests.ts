import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDynoxide } from '../local/engines/dynoxide.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { planOf } from '../local/template/plan.ts';
import { synthesizedTemplates } from '../local/templates.ts';
import { openCloud } from '../test/e2e/cloud.ts';
import { generateFile } from '../test/generate/file.ts';
import { countRequests, countUnits, increase, type RequestCounts } from './count-requests.ts';

/**
 * Counts what a month asks of AWS: months of several sizes go through the local cloud, and from their differences follows
 * how much an incident, an agency and the month itself take. Writes `bin/cost/measured.json`, from which `nibrs cost`
 * makes a bill. Usage: npx node bench/requests.ts
 */

/** A Group B arrest comes with so many incidents: as in a state's real month (Vermont, April 2020). */
const incidentsPerArrest = 3;

interface Size {
  incidents: number;
  agencies: number;
}
const small: Size = { incidents: 120, agencies: 4 };
const moreIncidents: Size = { ...small, incidents: 720 };
const moreAgencies: Size = { ...small, agencies: 24 };

const counts: RequestCounts = new Map();
countRequests(counts);
const memory = await memoryOf();

const runs = [await run(small), await run(moreIncidents), await run(moreAgencies)] as const;
const path = join(import.meta.dirname, '..', 'bin', 'cost', 'measured.json');
writeFileSync(path, `${JSON.stringify(measuredBy(runs), undefined, 2)}\n`);
console.log(`Counts are in ${path}`);

/** A month of an agency is one file; all are sent to the FBI in one transmission. */
async function run({ incidents, agencies }: Size): Promise<RequestCounts> {
  delete process.env.NIBRS_DYNAMODB_ENDPOINT;
  const engine = await startDynoxide();
  const units = await countUnits(engine.endpoint, counts);
  process.env.NIBRS_DYNAMODB_ENDPOINT = units.endpoint;
  const { cloud, upload, transmit } = await openCloud();
  counts.clear();
  for (let index = 0; index < agencies; index++) {
    const ori = `MO${String(index + 1).padStart(3, '0')}0100`;
    const own = { agencies: [ori] as const, incidents: incidents / agencies, zeroReports: 0, seed: index };
    const arrests = Math.round(own.incidents / incidentsPerArrest);
    const how = { state: 'MO', period: '2026-09', stateSegments: true, lineEnd: '\r\n' } as const;
    const content = Buffer.from(generateFile({ ...own, arrests, ...how }), 'latin1');
    increase(counts, 's3 bytes', content.byteLength);
    await upload({ uploader: ori, openedAt: new Date(), fileName: `${ori}.txt`, content });
  }
  await cloud.idle();
  await transmit('2026-09', 'measure');
  const counted = new Map(counts);
  const { read } = cloud.operations(new Date());
  for (const [name, { invocations }] of Object.entries(cloud.counts())) {
    const duration = { namespace: 'AWS/Lambda', name: 'Duration', dimensions: ['FunctionName', name] };
    const values = read(duration, 'Sum', { period: 3600, periods: 2 });
    const seconds = values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / 1000;
    increase(counted, 'lambda requests', invocations);
    increase(counted, 'lambda GB-seconds', (seconds * (memory.get(name) ?? 0)) / 1024);
  }
  await cloud.stop();
  units.stop();
  await engine.stop();
  console.log(`${incidents} incidents of ${agencies} agencies`, Object.fromEntries([...counted].sort()));
  return counted;
}

async function memoryOf(): Promise<Map<string, number>> {
  const assembly = readAssembly(await synthesizedTemplates('dev'));
  const nowhere = 'http://127.0.0.1:1';
  const addresses = { objectsAndQueues: nowhere, gateway: nowhere, identity: nowhere };
  const plan = planOf(assembly, { StateProfile: 'MO', Submitter: 'MOUCR0001' }, addresses);
  return new Map(plan.functions.map(({ name, memoryMb }) => [name, memoryMb]));
}

/** From one size to the next only one thing grows; what neither explains is the month's own. */
function measuredBy([base, incidents, agencies]: readonly [RequestCounts, RequestCounts, RequestCounts]) {
  const names = [...new Set([...base.keys(), ...incidents.keys(), ...agencies.keys()])].sort();
  const of = (run: RequestCounts, name: string) => run.get(name) ?? 0;
  const usage = names.map((name) => {
    const perIncident = (of(incidents, name) - of(base, name)) / (moreIncidents.incidents - small.incidents);
    const perAgency = (of(agencies, name) - of(base, name)) / (moreAgencies.agencies - small.agencies);
    const rest = of(base, name) - perIncident * small.incidents - perAgency * small.agencies;
    const figure = { per1000Incidents: perIncident * 1000, perAgency, perMonth: rest };
    return [name, Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, positive(value)]))] as const;
  });
  return {
    date: new Date().toISOString().slice(0, 10),
    method:
      'Generated months of Missouri, a file an agency, one transmission, through the local cloud (bench/requests.ts): ' +
      `${[small, moreIncidents, moreAgencies].map((size) => `${size.incidents} incidents of ${size.agencies} agencies`).join('; ')}; ` +
      `a Group B arrest for every ${incidentsPerArrest} incidents.`,
    usage: Object.fromEntries(usage),
  };
}

/** Noise makes a little less than nothing of some. */
function positive(value: number): number {
  return Math.max(0, Number(value.toPrecision(4)));
}
