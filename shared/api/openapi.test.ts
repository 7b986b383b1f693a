import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi.ts';
import type { Route } from './route.ts';
import { routes } from './routes/index.ts';

const document = openApiDocument({
  server: 'https://portal.example/prod',
  tokenUrl: 'https://sign-in.example/oauth2/token',
  authorizationUrl: 'https://sign-in.example/oauth2/authorize',
});
type Operation = {
  operationId: string;
  summary: string;
  security: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, { content: Record<string, { schema: object }> }>;
};
const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods ?? {}).map(([method, operation]) => ({ path, method, ...(operation as Operation) })),
);

describe('the published document', () => {
  it('has every route under its method and path', () => {
    const declared = Object.entries<Route>(routes).map(([name, { method, path }]) => [
      name,
      method.toLowerCase(),
      `/api${path}`,
    ]);
    expect(operations.map(({ operationId, method, path }) => [operationId, method, path]).sort()).toEqual(
      declared.sort(),
    );
  });

  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    'says of %s who may, what each part of the path is, and how it fails',
    (_, { path, summary, security, parameters = [], responses }) => {
      expect(summary).toMatch(/^[A-Z].+[^.]$/);
      expect(security.length).toBeGreaterThan(0);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(named);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409', '503']));
    },
  );

  it('has schemas that a validator understands, each reference in its place', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'document', ...document } as object);
    for (const { operationId, path, method, responses } of operations) {
      for (const [status, { content }] of Object.entries(responses)) {
        for (const type of Object.keys(content)) {
          const pointer = ['paths', path, method, 'responses', status, 'content', type, 'schema']
            .map(escaped)
            .join('/');
          expect(() => ajv.compile({ $ref: `document#/${pointer}` }), `${operationId} ${status}`).not.toThrow();
        }
      }
    }
  });

  it('lets machines call what is for them, and nothing else', () => {
    const forMachines = operations.filter(({ security }) => security.some((each) => 'machine' in each));
    expect(forMachines.map(({ operationId }) => operationId).sort()).toEqual(
      Object.entries<Route>(routes)
        .filter(([, { roles }]) => roles.includes('machine-uploader'))
        .map(([name]) => name)
        .sort(),
    );
  });
});

/** As a part of a JSON pointer in an address. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
