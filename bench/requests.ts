import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { startDynoxide } from '../local/engines/dynoxide.ts';
import type { LocalPerson } from '../local/index.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { planOf } from '../local/template/plan-of.ts';
import { synthesizedTemplates } from '../local/templates.ts';
import { launchOptions } from '../test/browser/launch.ts';
import { openCloud, type TestCloud } from '../test/e2e/cloud.ts';
import { breakReport } from '../test/generate/defects.ts';
import { writeFile } from '../test/generate/file.ts';
import { generateReports } from '../test/generate/reports.ts';
import { countRequests, countUnits, increase, type RequestCounts } from './count-requests.ts';
import { clerksMonth, operatorsMonth } from './visits.ts';

/**
 * Counts what a month asks of AWS: months of several sizes go through the local cloud, and from their differences follows
 * how much an incident, an agency, a clerk and the month itself take. Writes `bin/cost/measured.json`, from which `nibrs
 * cost` makes a bill. Usage: npx node bench/requests.ts
 */

/** A Group B arrest comes with so many incidents: as in a state's real month (Vermont, April 2020). */
const incidentsPerArrest = 3;
const period = '2026-09';
const operator: LocalPerson = { name: 'Operator', username: 'operator', groups: ['state-operator'] };

interface Size {
  incidents: number;
  agencies: number;
}
const small: Size = { incidents: 120, agencies: 4 };
const moreIncidents: Size = { ...small, incidents: 720 };
const moreAgencies: Size = { ...small, agencies: 24 };

/** What was counted until all was filed, and until the month was sent. */
interface Counted {
  filed: RequestCounts;
  sent: RequestCounts;
}

/** Who files a month and sends it: programs, straight to where it is stored and queued, or people at the portal. */
interface Work {
  file(test: TestCloud, agency: Agency): Promise<void>;
  send(test: TestCloud): Promise<void>;
}

const counts: RequestCounts = new Map();
let gatewayPort: number | undefined;
countRequests(counts, () => gatewayPort);
const memory = await memoryOf();

const programs: Work = {
  file: async ({ upload }, { ori, fileOf }) => {
    const content = fileOf('all');
    increase(counts, 's3 bytes', content.byteLength);
    await upload({ uploader: ori, openedAt: new Date(), fileName: `${ori}.txt`, content });
  },
  send: async ({ transmit }) => {
    await transmit(period, 'measure');
  },
};
const browser = await chromium.launch(await launchOptions());
const runs = {
  base: await run(small, programs),
  incidents: await run(moreIncidents, programs),
  agencies: await run(moreAgencies, programs),
  people: await run(small, peopleWith(browser)),
};
await browser.close();
const path = join(import.meta.dirname, '..', 'bin', 'cost', 'measured.json');
writeFileSync(path, `${JSON.stringify(measuredBy(runs), undefined, 2)}\n`);
console.log(`Counts are in ${path}`);

function peopleWith(browser: Browser): Work {
  const monthOf = ({ cloud }: TestCloud, as: LocalPerson) => ({ browser, url: cloud.gateway.url, as, period });
  return {
    file: async (test, { ori, clerk, fileOf }) => {
      await clerksMonth(monthOf(test, clerk), {
        wrong: { name: `${ori}.txt`, content: fileOf('wrong') },
        corrected: { name: `${ori}-corrected.txt`, content: fileOf('corrected') },
      });
    },
    send: (test) => operatorsMonth(monthOf(test, operator)),
  };
}

/** A month of an agency is one file, and one more where a report has to be corrected; all go to the FBI in one transmission. */
async function run(size: Size, { file, send }: Work): Promise<Counted> {
  delete process.env.NIBRS_DYNAMODB_ENDPOINT;
  const engine = await startDynoxide();
  const units = await countUnits(engine.endpoint, counts);
  process.env.NIBRS_DYNAMODB_ENDPOINT = units.endpoint;
  const agencies = Array.from({ length: size.agencies }, (_, index) => agencyOf(size, index));
  const test = await openCloud({ people: [...agencies.map(({ clerk }) => clerk), operator] });
  gatewayPort = Number(new URL(test.cloud.gateway.url).port);
  counts.clear();
  for (const agency of agencies) await file(test, agency);
  await test.cloud.idle();
  const filed = countsOf(test);
  await send(test);
  await test.cloud.idle();
  const sent = countsOf(test);
  await test.cloud.stop();
  units.stop();
  await engine.stop();
  console.log(`${size.incidents} incidents of ${size.agencies} agencies`, Object.fromEntries([...sent].sort()));
  return { filed, sent };
}

interface Agency {
  ori: string;
  clerk: LocalPerson;
  /** The month's file, as it should be or with a mistake in a report; that report without it. */
  fileOf(kind: 'all' | 'wrong' | 'corrected'): Buffer;
}

function agencyOf({ incidents, agencies }: Size, index: number): Agency {
  const ori = `MO${String(index + 1).padStart(3, '0')}0100`;
  const own = { agencies: [ori] as const, incidents: incidents / agencies, zeroReports: 0, seed: index };
  const arrests = Math.round(own.incidents / incidentsPerArrest);
  const reports = generateReports({ ...own, arrests, state: 'MO', period, stateSegments: true });
  const [first, ...others] = reports;
  const broken = first && breakReport('impossibleHour', first);
  if (!broken) throw new RangeError('The month has no report to make a mistake in');
  const kinds = { all: reports, wrong: [broken, ...others], corrected: [first] };
  return {
    ori,
    clerk: { name: `Clerk of ${ori}`, username: ori, groups: ['agency-clerk', ori] },
    fileOf: (kind) => Buffer.from(writeFile(kinds[kind], { state: 'MO', lineEnd: '\r\n' }), 'latin1'),
  };
}

/** All that was counted so far, with what the functions have done. */
function countsOf({ cloud }: TestCloud): RequestCounts {
  const counted = new Map(counts);
  const { read } = cloud.operations(new Date());
  for (const [name, { invocations }] of Object.entries(cloud.counts())) {
    const duration = { namespace: 'AWS/Lambda', name: 'Duration', dimensions: ['FunctionName', name] };
    const values = read(duration, 'Sum', { period: 3600, periods: 2 });
    const seconds = values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / 1000;
    increase(counted, 'lambda requests', invocations);
    increase(counted, 'lambda GB-seconds', (seconds * (memory.get(name) ?? 0)) / 1024);
  }
  return counted;
}

async function memoryOf(): Promise<Map<string, number>> {
  const assembly = readAssembly(await synthesizedTemplates('dev'));
  const nowhere = 'http://127.0.0.1:1';
  const addresses = { objectsAndQueues: nowhere, gateway: nowhere, identity: nowhere };
  const plan = planOf(assembly, { StateProfile: 'MO', Submitter: 'MOUCR0001' }, addresses);
  return new Map(plan.functions.map(({ name, memoryMb }) => [name, memoryMb]));
}

/** From one run to the next only one thing grows; what none explains is the month's own, and an operator's. */
function measuredBy({
  base,
  incidents,
  agencies,
  people,
}: Record<'base' | 'incidents' | 'agencies' | 'people', Counted>) {
  const names = [...new Set([base, incidents, agencies, people].flatMap(({ sent }) => [...sent.keys()]))].sort();
  const usage = names.map((name) => {
    const of = ({ sent }: Counted) => sent.get(name) ?? 0;
    const filed = ({ filed }: Counted) => filed.get(name) ?? 0;
    const perIncident = (of(incidents) - of(base)) / (moreIncidents.incidents - small.incidents);
    const perAgency = (of(agencies) - of(base)) / (moreAgencies.agencies - small.agencies);
    const perPerson = (filed(people) - filed(base)) / small.agencies;
    const rest = of(base) - perIncident * small.incidents - perAgency * small.agencies;
    const operators = of(people) - filed(people) - (of(base) - filed(base));
    const figure = { per1000Incidents: perIncident * 1000, perAgency, perPerson, perMonth: rest + operators };
    return [name, Object.fromEntries(Object.entries(figure).map(([key, value]) => [key, positive(value)]))] as const;
  });
  return {
    date: new Date().toISOString().slice(0, 10),
    method:
      'Generated months of Missouri, a file an agency, one transmission, through the local cloud (bench/requests.ts): ' +
      `${[small, moreIncidents, moreAgencies].map((size) => `${size.incidents} incidents of ${size.agencies} agencies`).join('; ')}; ` +
      `a Group B arrest for every ${incidentsPerArrest} incidents. The first of them once more by clerks and an operator ` +
      'with a browser (bench/visits.ts).',
    usage: Object.fromEntries(usage),
  };
}

/** Noise makes a little less than nothing of some. */
function positive(value: number): number {
  return Math.max(0, Number(value.toPrecision(4)));
}
