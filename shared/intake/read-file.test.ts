import { describe, expect, it } from 'vitest';
import { findProfile } from '../state/index.ts';
import { readFile } from './read-file.ts';

const incident = '00881I092026    MO0010100INCIDENT000120260901 10N                                      N';
const zero = '00430A092026    MO0010200000000000000092026';
const profile = findProfile('OR');

async function read(text: string) {
  async function* stream() {
    for (let start = 0; start < text.length; start += 7) yield Buffer.from(text.slice(start, start + 7), 'latin1');
  }
  const parts = [];
  for await (const part of readFile(stream(), profile)) parts.push(part);
  const last = parts.at(-1);
  return {
    numbers: parts.flatMap((part) => ('reports' in part ? part.reports.map(({ report }) => report.number) : [])),
    refusal: last && 'refusal' in last ? last.refusal : undefined,
  };
}

describe('the frame of a file', () => {
  it('is sound when lines are segments, with or without a last line end, blanks or a bad line', async () => {
    const text = `${incident}\r\n${zero.trimEnd()}\r\nEND OF FILE\r\n${zero}`;

    expect(await read(text)).toMatchObject({ numbers: ['INCIDENT0001', '000000000000', '', '000000000000'] });
    expect((await read(text)).refusal).toBeUndefined();
  });

  it('is refused when the last record stops within its key', async () => {
    const { refusal } = await read(`${incident}\n${zero}\n${incident.slice(0, 30)}`);

    expect(refusal).toMatchObject({ reason: 'cut-off', record: 3 });
  });

  it('is left to the edits when the last record stops later', async () => {
    expect((await read(`${zero}\n${incident.slice(0, 45)}`)).refusal).toBeUndefined();
  });

  it('is refused when most lines are longer than their segment', async () => {
    const { refusal } = await read(`${zero}\n${incident}${incident}\n${zero}${zero}\n`);

    expect(refusal).toMatchObject({ reason: 'line-lengths', record: 2 });
  });

  it('takes the state segments of the profile', async () => {
    const state = '0060AI092026    MO0010100INCIDENT000138.627003 -090.199402  ';

    expect((await read(`${incident}\n${state}\n${state}\n`)).refusal).toBeUndefined();
    expect((await read(`${incident}\n${state.replace('A', 'Q')}\n${state.replace('A', 'Q')}\n`)).refusal).toBeDefined();
  });

  it('of another kind gives nothing but the reason', async () => {
    expect(await read('a,b,c\n1,2,3\n')).toMatchObject({ numbers: [], refusal: { reason: 'csv' } });
  });
});
