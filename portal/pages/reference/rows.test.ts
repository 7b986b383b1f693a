import { expect, it } from 'vitest';
import { openApiDocument } from '../../../shared/api/openapi.ts';
import { type ApiDocument, areasOf } from './document.ts';
import { exampleOf } from './example.ts';
import { rowsOf, typeOf } from './rows.ts';

const url = 'https://portal.example';
const document = openApiDocument({ server: url, tokenUrl: url, authorizationUrl: url }) as unknown as ApiDocument;
const endpoints = [...areasOf(document).values()].flat();

it('says what fields there are, from the outside in', () => {
  const rows = rowsOf({
    type: 'object',
    required: ['items'],
    properties: {
      items: { type: 'array', items: { type: 'object', properties: { code: { type: 'string', maxLength: 10 } } } },
      next: { type: ['string', 'null'] },
    },
  });
  expect(rows.map(({ path, type, required }) => [path, type, required])).toEqual([
    ['items', 'list of object', true],
    ['items[].code', 'string, at most 10 characters', false],
    ['next', 'string or null', false],
  ]);
});

it('names types that have a name, and does not open them', () => {
  const schema = { anyOf: [{ $ref: '#/components/schemas/Period' }, { type: 'null' }] };
  expect(typeOf(schema)).toEqual({ type: 'Period or null', named: 'Period' });
  expect(rowsOf(schema)).toEqual([]);
});

it('has words for all that the API declares, and links to types that there are', () => {
  const schemas = endpoints.flatMap(({ requestBody, responses, parameters = [] }) => [
    ...[requestBody, ...Object.values(responses)].flatMap((content) =>
      Object.values(content?.content ?? {}).flatMap(({ schema }) => schema ?? []),
    ),
    ...parameters.map(({ schema }) => schema),
  ]);
  const rows = [...schemas, ...Object.values(document.components.schemas)].flatMap((schema) => [
    { path: '', ...typeOf(schema) },
    ...rowsOf(schema),
  ]);
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ type }) => type === '' || type.includes('undefined'))).toEqual([]);
  for (const { named } of rows) if (named) expect(document.components.schemas).toHaveProperty(named);
});

it('has an example of every body that can be written as JSON', () => {
  const bodies = endpoints.flatMap(({ requestBody }) => requestBody?.content?.['application/json']?.schema ?? []);
  expect(bodies.length).toBeGreaterThan(5);
  for (const schema of bodies) expect(JSON.stringify(exampleOf(schema, document))).not.toMatch(/undefined|null/);
});
