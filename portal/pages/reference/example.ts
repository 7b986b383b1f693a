import { type ApiDocument, type Endpoint, nameOfRef, type Schema } from './document.ts';

type Components = Pick<ApiDocument, 'components'>;

/** A value that a schema describes, to be changed by whoever takes it over. */
export function exampleOf(schema: Schema, document: Components): unknown {
  const { $ref, enum: values, properties, required = [], items, oneOf, anyOf } = schema;
  if ($ref) return exampleOf(document.components.schemas[nameOfRef($ref)] ?? {}, document);
  const [given = schema.example ?? schema.const ?? values?.[0]] = schema.examples ?? [];
  if (given !== undefined) return given;
  if (properties) {
    const fields = Object.entries(properties).filter(([name]) => required.includes(name));
    return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, document)]));
  }
  if (items) return [exampleOf(items, document)];
  const [choice] = oneOf ?? anyOf ?? [];
  if (choice) return exampleOf(choice, document);
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  return schema.type === 'boolean' ? false : '…';
}

/** The call of an operation from a command line. */
export function curlOf(
  { method, path, requestBody, parameters = [] }: Endpoint,
  server: string,
  document: Components,
): string {
  const required = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = required.map(({ name, schema }) => `${name}=${exampleOf(schema, document)}`).join('&');
  const body = requestBody?.content?.['application/json']?.schema;
  return [
    `curl ${method === 'GET' ? '' : `--request ${method} `}'${server}${path}${query && `?${query}`}'`,
    `--header "Authorization: Bearer $TOKEN"`,
    ...(method === 'GET' ? [] : [`--header "Idempotency-Key: $(uuidgen)"`]),
    ...(body
      ? [`--header 'Content-Type: application/json'`, `--data '${JSON.stringify(exampleOf(body, document))}'`]
      : []),
  ].join(' \\\n  ');
}
