/** As much of OpenAPI 3.1 as the published document has. */

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  items?: Schema | false;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  description?: string;
  default?: unknown;
  examples?: unknown[];
  example?: unknown;
  pattern?: string;
  maxLength?: number;
}

export interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required?: boolean;
  schema: Schema;
  description?: string;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
  description?: string;
}

export interface ApiOperation {
  operationId: string;
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
  security?: Record<string, string[]>[];
}

export interface ApiDocument {
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes: { machine?: { flows?: { clientCredentials?: { tokenUrl: string } } } };
  };
}

/** An operation, and where it is called. */
export interface Endpoint extends ApiOperation {
  method: string;
  path: string;
}

/** Operations by what they are about: the first word of their path, as the API has it. */
export function areasOf({ paths }: Pick<ApiDocument, 'paths'>): Map<string, Endpoint[]> {
  const endpoints = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  );
  return Map.groupBy(endpoints, ({ path }) => path.split('/').filter((part) => part !== 'api')[1] ?? '');
}

/** A schema by the name of its component, and its `$ref`'s otherwise. */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
