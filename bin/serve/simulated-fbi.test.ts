import { expect, it } from 'vitest';
import { hashKey } from '../../shared/forward/outbox.ts';
import { corrected } from '../../test/generate/corrections.ts';
import { writeFile } from '../../test/generate/file.ts';
import { type GeneratedReport, generateReports } from '../../test/generate/reports.ts';
import { createPipeline, type Pipeline } from '../../test/pipeline.ts';
import { SimulatedFbi, type Simulation } from './simulated-fbi.ts';

const agencies = ['MO0010100'] as const;
const options = { state: 'NONE', agencies, period: '2026-09', seed: 8, stateSegments: false } as const;
const reports = generateReports({ ...options, incidents: 9, arrests: 0, zeroReports: 0 });
const seventh = reports[6] as GeneratedReport;
const buckets = { inbox: 'inbox', work: 'work', outbox: 'outbox', answers: 'answers' };
const clock = () => new Date('2026-11-06T10:00:00Z');

/** A repository whose September was sent, corrected and sent again, with the simulated FBI looking after each file. */
async function served(simulation: Simulation) {
  const pipeline = createPipeline();
  const fbi = new SimulatedFbi({ ...pipeline, buckets }, simulation, clock);
  const answered = () => [...pipeline.objects.contents.keys()].filter((name) => name.startsWith('answers/'));
  const looks: string[][] = [];
  for (const filed of [reports, corrected(reports[0] as GeneratedReport)]) {
    await pipeline.receive(`file-${looks.length}.txt`, writeFile(filed, { state: 'NONE', lineEnd: '\n' }));
    await pipeline.settle();
    await pipeline.transmit('2026-09', `request-${looks.length}`);
    await fbi.look();
    expect(answered()).toHaveLength(looks.at(-1)?.length ?? 0);
    await forward(pipeline);
    await fbi.look();
    await fbi.look();
    looks.push(answered().map((name) => name.split('/').at(-1) ?? ''));
  }
  return { pipeline, looks };
}

/** Makes ready what was sealed. */
async function forward({ objects }: Pipeline): Promise<void> {
  for (const name of [...objects.contents.keys()].filter(
    (each) => each.startsWith('outbox/') && each.endsWith('.txt'),
  )) {
    await objects.put({ bucket: 'outbox', key: hashKey({ key: name.slice('outbox/'.length) }) }, '', 'text/plain');
  }
}

const [one, two] = [1, 2].map((series) => `MOUCR0001_20261105_NIBRS_00${series}`);

it.each<[Simulation, string[], string[]]>([
  ['accepted', [`${one}.eds`], [`${one}.eds`, `${two}.eds`]],
  ['warnings', [`${one}.eds`, `${one}.wds`], [`${one}.eds`, `${one}.wds`, `${two}.eds`]],
  ['errors', [`${one}.eds`], [`${one}.eds`, `${two}.eds`]],
  ['late', [], [`${one}.eds`]],
  ['twice', [`${one}.eds`, `again-${one}.eds`], [`${one}.eds`, `again-${one}.eds`, `${two}.eds`, `again-${two}.eds`]],
  ['never', [], []],
])('the simulated FBI answers forwarded files: %s', async (simulation, first, second) => {
  const { looks, pipeline } = await served(simulation);
  expect(looks).toEqual([first, second]);
  const text = pipeline.objects.contents.get(`answers/answers/${one}.txt/${one}.eds`) ?? '';
  if (simulation === 'errors') expect(text).toContain(`${agencies[0]}${seventh.report.number}`);
});

it('the simulated FBI does not answer anew after a restart, and knows what it has', async () => {
  const { pipeline, looks } = await served('errors');
  for (const [name, text] of [...pipeline.objects.contents].filter(([each]) => each.startsWith('answers/'))) {
    const [to = '', answer = ''] = name.split('/').slice(-2);
    await pipeline.answer({ to, name: answer, text });
  }
  const answers = () => [...pipeline.objects.contents].filter(([name]) => name.startsWith('answers/')).length;
  const before = answers();
  await new SimulatedFbi({ ...pipeline, buckets }, 'accepted', clock).look();
  expect([answers(), looks.length]).toEqual([before, 2]);
});
