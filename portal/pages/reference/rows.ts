import { nameOfRef, type Schema } from './document.ts';

/** A field of what is sent, and what it may be. */
export interface Row {
  /** From the outside in, as programs write it: `reports.total`, `items[].code`. */
  path: string;
  /** In words. */
  type: string;
  /** The name of the type, where it has one of its own. */
  named?: string | undefined;
  required: boolean;
  description?: string | undefined;
}

/** The fields of a schema and of what is in them; those of types with a name stand with the type. */
export function rowsOf(schema: Schema, path = ''): Row[] {
  if (schema.$ref) return [];
  const { properties, items, oneOf, anyOf, required = [] } = schema;
  if (properties) {
    return Object.entries(properties).flatMap(([name, field]) => {
      const at = path === '' ? name : `${path}.${name}`;
      const row = { path: at, ...typeOf(field), required: required.includes(name), description: field.description };
      return [row, ...rowsOf(field, at)];
    });
  }
  if (items) return rowsOf(items, `${path}[]`);
  return (oneOf ?? anyOf ?? []).flatMap((choice) => rowsOf(choice, path));
}

/** What a value may be, in words, and the name of its type where it has one. */
export function typeOf(schema: Schema): Pick<Row, 'type' | 'named'> {
  const { $ref, items, oneOf, anyOf } = schema;
  if ($ref) return { type: nameOfRef($ref), named: nameOfRef($ref) };
  if (items) {
    const { type, named } = typeOf(items);
    return { type: `list of ${type}`, named };
  }
  const choices = (oneOf ?? anyOf)?.map(typeOf);
  if (choices) {
    const types = [...new Set(choices.map(({ type }) => type))];
    return { type: types.join(' or '), named: choices.find(({ named }) => named)?.named };
  }
  return { type: plainTypeOf(schema) };
}

function plainTypeOf(schema: Schema): string {
  const { type, format, enum: values, prefixItems, maxLength } = schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ');
  if (prefixItems) return `${prefixItems.length} values: ${prefixItems.map((item) => typeOf(item).type).join(', ')}`;
  const words = [type ?? 'anything'].flat().join(' or ');
  return [words, format, maxLength !== undefined && `at most ${maxLength} characters`].filter(Boolean).join(', ');
}
