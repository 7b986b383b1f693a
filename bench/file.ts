import { generateFile } from '../test/generate/file.ts';

/** The month that the benchmarks read: some 1,800 reports of 84 agencies, the size of a small state's real file. */
export const period = '2026-09';

const agencies = Array.from({ length: 84 }, (_, i) => `VT0${String(i + 1).padStart(3, '0')}100`.slice(0, 9));

/** The bytes of that month's file. */
export function stateFile(): Uint8Array {
  const [first = '', ...others] = agencies;
  const text = generateFile({
    state: 'NONE',
    agencies: [first, ...others],
    period,
    incidents: 1_350,
    arrests: 430,
    zeroReports: 12,
    seed: 1,
    stateSegments: false,
    lineEnd: '\r\n',
  });
  return Buffer.from(text, 'latin1');
}
