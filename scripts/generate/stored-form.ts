import { isObject, type NamedSchema } from './schemas.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Without null, which says no more than a field that is left out; where it is the default, it is what is kept. */
function withoutNull(schema: unknown): unknown {
  if (!isObject(schema) || schema.default === null || !Array.isArray(schema.type)) return schema;
  const types = schema.type.filter((type) => type !== 'null');
  return { ...schema, type: types.length === 1 ? types[0] : types };
}

/**
 * What the ledger keeps of what a schema takes: every field that has a default is there, null stands only where it is
 * the default, and there are no fields that nobody described.
 */
function stored(schema: Fields): Fields {
  const { properties, additionalProperties, required = [] } = schema;
  if (!isObject(properties)) return { ...schema, additionalProperties: withoutNull(additionalProperties) };
  const fields = Object.entries(properties);
  const filled = fields.filter(([, field]) => isObject(field) && 'default' in field).map(([name]) => name);
  return {
    ...schema,
    properties: Object.fromEntries(fields.map(([name, field]) => [name, storedField(field)])),
    required: [...new Set([...(Array.isArray(required) ? required : []), ...filled])],
    additionalProperties: false,
  };
}

function storedField(field: unknown): unknown {
  const isWhole = isObject(field) && ('properties' in field || 'additionalProperties' in field);
  return withoutNull(isWhole ? stored(field) : field);
}

export function storedForm({ name, schema }: NamedSchema): NamedSchema {
  return { name, schema: { ...schema, ...stored(schema), title: `Stored${schema.title}` } };
}
