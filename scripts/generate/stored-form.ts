import { isObject, type NamedSchema } from './schemas.ts';

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
function stored(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
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
  const whole = isObject(field) && (field.properties ?? field.additionalProperties) !== undefined;
  return withoutNull(whole ? stored(field) : field);
}

export function storedForm({ name, schema }: NamedSchema): NamedSchema {
  const form = stored(schema);
  if (!isObject(form)) throw new TypeError(`${name} is no schema`);
  return { name, schema: { ...form, ...(schema.$id === undefined ? {} : { $id: schema.$id }) } };
}
