import type { z } from 'zod';
import { monthAfter } from '../../../portal/parts/words.ts';
import type { Routes } from '../../../shared/api/routes/index.ts';
import { type Answers, problem } from '../answers.ts';
import { agencies, ago, last } from './agencies.ts';
import { fileOf } from './months.ts';

type Listed = z.input<Routes['listTransmissions']['reply']>['transmissions'][number];
type Said = Pick<z.input<Routes['readTransmission']['reply']>, 'changes' | 'unlisted'>;

const hash = '0d2825a97c2f02bc4501b53b6c859ad992ac4961c1ff5e1b797f879083b077f1';

function transmission(period: string, change: Partial<Listed> = {}): Listed {
  const next = monthAfter(period, 1);
  return {
    file: fileOf(period),
    period,
    stage: 'acknowledged',
    mode: 'delta',
    startedAt: `${next}-11T11:00:02Z`,
    sealedAt: `${next}-11T11:04:40Z`,
    forwardedAt: `${next}-14T15:00:03Z`,
    sealed: { bytes: 96_412, sha256: hash, reports: 151, records: 874, strippedStateElements: 1204 },
    refusal: null,
    decisions: [],
    answers: [
      {
        at: `${next}-16T09:30:00Z`,
        answer: 'answer-1',
        dataSet: 'errors',
        errors: 4,
        warnings: 0,
        refused: 3,
        unmatched: 0,
      },
      {
        at: `${next}-16T09:31:00Z`,
        answer: 'answer-2',
        dataSet: 'warnings',
        errors: 0,
        warnings: 11,
        refused: 0,
        unmatched: 1,
      },
    ],
    ...change,
  };
}

const notGone = { forwardedAt: null, answers: [] };

/** A file that somebody holds. */
export const held = transmission(ago(1), {
  ...notGone,
  stage: 'held',
  decisions: [
    { at: `${last}-12T14:20:00Z`, what: 'held', by: 'olga', reason: 'The sheriff sends a correction today' },
    { at: `${last}-12T17:02:00Z`, what: 'released', by: 'olga', reason: 'The correction is not in it, and can wait' },
    { at: `${last}-13T08:15:00Z`, what: 'held', by: 'olga', reason: 'The FBI asked to wait for a day' },
  ],
});

/** A file that was not sealed. */
export const refused = transmission(ago(3), {
  ...notGone,
  file: `MOUCR0001_${ago(2).replace('-', '')}11_NIBRS_040.txt`,
  stage: 'refused',
  sealedAt: null,
  sealed: null,
  refusal: {
    reason: 'The file has errors by the FBI’s edits.',
    findings: [{ code: '051', record: 12, message: 'A segment level is none that there is.' }],
  },
});

export const transmissions: Listed[] = [
  held,
  transmission(ago(2), { stage: 'forwarded', answers: [] }),
  refused,
  transmission(ago(3)),
  transmission(ago(4), { mode: 'full' }),
];

export const said: Said = {
  changes: [
    {
      ori: agencies[0].ori,
      changes: [
        { kind: 'incident', number: '26-000101', part: '', effect: 'new' },
        { kind: 'incident', number: '26-000102', part: '', effect: 'new' },
        { kind: 'incident', number: '26-000077', part: '', effect: 'corrected' },
        { kind: 'arrest', number: '26-A0012', part: '01', effect: 'new' },
        { kind: 'incident', number: '26-000031', part: '', effect: 'deleted' },
      ],
    },
    { ori: agencies[1].ori, changes: [{ kind: 'zero', number: last, part: '', effect: 'new' }] },
    {
      ori: agencies[2].ori,
      changes: Array.from({ length: 140 }, (_, at) => ({
        kind: 'incident' as const,
        number: `26-S${String(at).padStart(5, '0')}`,
        part: '',
        effect: 'new' as const,
      })),
    },
  ],
  unlisted: 0,
};

/** What is told of transmissions, and done with them; what was done stays done. */
export function transmissionAnswers(): Answers {
  let listed = transmissions;
  let looks = 0;
  const change = (file: string | undefined, changed: Partial<Listed>) => {
    listed = listed.map((one) => (one.file === file ? { ...one, ...changed } : one));
  };
  const decided = (what: 'held' | 'released', body: unknown) => ({
    at: new Date().toISOString(),
    what,
    by: 'olga',
    reason: (body as { reason: string }).reason,
  });
  const found = (file: string | undefined) => {
    const one = listed.find((transmission) => transmission.file === file);
    if (!one) throw problem(404, 'Not found', `There is no transmission ${file}.`);
    return one;
  };
  const started = fileOf(last);

  return {
    listTransmissions({ query: { period } }) {
      // Built once it was seen being built.
      if (listed.some(({ file, stage }) => file === started && stage === 'started')) {
        looks += 1;
        if (looks > 1) change(started, { ...transmission(last, { ...notGone, stage: 'sealed' }) });
      }
      return { transmissions: listed.filter((one) => !period || one.period === period) };
    },
    readTransmission: ({ params: { file } }) => {
      const one = found(file);
      return { ...one, ...(one.sealed ? said : { changes: [], unlisted: 0 }) };
    },
    // Named after those of a file, whose place in the address it would be taken for.
    planTransmission: ({ query: { period } }) => (period === last ? said : { changes: [], unlisted: 0 }),
    startTransmission: () => {
      listed = [transmission(last, { ...notGone, stage: 'started', sealed: null, sealedAt: null }), ...listed];
      return { request: 'request-1' };
    },
    holdTransmission: ({ params: { file }, body }) => {
      change(file, { stage: 'held', decisions: [...found(file).decisions, decided('held', body)] });
      return { held: true };
    },
    releaseTransmission: ({ params: { file }, body }) => {
      change(file, { stage: 'sealed', decisions: [...found(file).decisions, decided('released', body)] });
      return { released: true };
    },
    forwardTransmission: ({ params: { file } }) => {
      change(file, { stage: 'forwarded', forwardedAt: new Date().toISOString() });
      return { request: 'request-2' };
    },
    requestExtract: () => ({ extract: 'extract-1' }),
    readExtract: () => ({
      state: 'made',
      bytes: 96_412,
      sha256: hash,
      expunged: [{ stream: 'MO1990100#26-000055', order: 'CV-2026-118' }],
      download: {
        url: 'https://example.invalid/extract-1.txt',
        fileName: 'extract-1.txt',
        expires: '2030-01-01T00:00:00Z',
      },
    }),
  };
}
