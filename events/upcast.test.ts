import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { InvalidMessageError } from '../shared/errors.ts';
import { catalog } from './catalog.ts';
import { type Envelope, envelopeSchema } from './envelope.ts';
import { checkChains, readEvent } from './upcast.ts';

const golden = new URL('./golden/', import.meta.url);
const written = Object.entries(catalog).flatMap(([type, schemas]) =>
  schemas.map((_, index) => ({ file: `${type}.v${index + 1}.json`, newest: index === schemas.length - 1 })),
);

function read(file: string): Envelope {
  return envelopeSchema.parse(JSON.parse(readFileSync(new URL(file, golden), 'utf8')));
}

describe('every event that was ever written', () => {
  it('has a golden file per schema version, and there is no other', () => {
    expect(readdirSync(golden).sort()).toEqual(written.map(({ file }) => file).sort());
  });

  it.each(written)('$file is read', ({ file, newest }) => {
    const envelope = read(file);
    const event = readEvent(envelope);
    expect(`${event.type}.v${envelope.v}.json`).toBe(file);
    if (newest) expect(event.data).toEqual(envelope.data);
  });
});

describe('what cannot be read is refused by stream and version', () => {
  const sound = read('IncidentReported.v1.json');
  it.each([
    ['an unknown type', { ...sound, type: 'IncidentForgotten' }, /Event 1 of stream report#.*IncidentForgotten/],
    ['a schema version of the future', { ...sound, v: 9 }, /Event 1 of stream report#.*schema version 9/],
    ['a wrong payload', { ...sound, data: { ori: 'MO0110100' } }, /Event 1 of stream report#.*number/],
  ])('%s', (_, envelope, message) => {
    expect(() => readEvent(envelope)).toThrow(InvalidMessageError);
    expect(() => readEvent(envelope)).toThrow(message);
  });
});

it('what the next release writes is read as what this one knows, once it is announced', () => {
  const sound = read('TransmissionSealed.v1.json');
  const { sha256, ...rest } = sound.data as Record<string, unknown>;
  const next = { ...sound, v: 2, data: { ...rest, digest: sha256 } };
  const announced = z
    .looseObject({ digest: z.string() })
    .transform(({ digest, ...same }) => ({ ...same, sha256: digest }));

  expect(readEvent(next, { TransmissionSealed: announced })).toEqual(readEvent(sound));
  expect(() => readEvent({ ...next, v: 3 }, { TransmissionSealed: announced })).toThrow(/schema version 3/);
  const wrong = announced.transform(() => ({}));
  expect(() => readEvent(next, { TransmissionSealed: wrong })).toThrow(InvalidMessageError);
});

it('a schema version without the step from the one before it stops the program', () => {
  const two = { IncidentReported: [z.object({}), z.object({})] };
  expect(() => checkChains(two, {})).toThrow(/IncidentReported/);
  expect(() => checkChains(two, { IncidentReported: [(data) => data] })).not.toThrow();
});
