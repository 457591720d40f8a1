import type { CheckedSchema } from '../../src/allocation/schema/check.ts';
import { withoutWords } from './compact-validator.ts';
import { type GeneratedFile, HEADER, isObject, type NamedSchema } from './schemas.ts';

const FOLLOWED: ReadonlySet<string> = new Set<keyof CheckedSchema>([
  ...(['$defs', '$ref', 'type', 'const', 'enum', 'if', 'then', 'else', 'minimum', 'maximum'] as const),
  ...(['exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'pattern', 'minItems'] as const),
  ...(['maxItems', 'uniqueItems', 'items', 'minProperties', 'maxProperties', 'required'] as const),
  ...(['dependentRequired', 'propertyNames', 'properties', 'additionalProperties', 'default'] as const),
]);

/** What no value is held to. */
const NAMED = new Set(['$schema', '$id']);

/** Throws for a schema that `validatorOf` does not follow to its end. */
function requireFollowed(schema: unknown, place: string): void {
  if (!isObject(schema)) {
    if (schema !== false) throw new Error(`${place} is no schema`);
    return;
  }
  const left = Object.keys(schema).find((keyword) => !FOLLOWED.has(keyword));
  if (left !== undefined) throw new Error(`${place}: validatorOf does not follow ${left}`);
  const { $ref: ref, uniqueItems, items, const: only = 0, enum: values = [] } = schema;
  if (typeof ref === 'string' && !ref.startsWith('#/$defs/'))
    throw new Error(`${place}: ${ref} is elsewhere`);
  if (uniqueItems === true && items === undefined) throw new Error(`${place}: of what are the items?`);
  if ([only, values].flat().some((value) => typeof value === 'object'))
    throw new Error(`${place}: validatorOf compares scalars only`);
  for (const key of ['properties', '$defs'])
    if (isObject(schema[key]))
      for (const [name, inside] of Object.entries(schema[key])) requireFollowed(inside, `${place}/${name}`);
  for (const key of ['if', 'then', 'else', 'items', 'propertyNames', 'additionalProperties'])
    if (schema[key] !== undefined) requireFollowed(schema[key], `${place}/${key}`);
}

/** Schemas as text without what only people read, for `validatorOf`. */
export function schemaTexts(
  path: string,
  names: readonly string[],
  all: readonly NamedSchema[],
): GeneratedFile {
  const texts = names.map((name) => {
    const found = all.find((each) => each.name === name)?.schema;
    if (found === undefined) throw new Error(`there is no schema/${name}.schema.json`);
    const schema = Object.fromEntries(Object.entries(withoutWords(found)).filter(([key]) => !NAMED.has(key)));
    requireFollowed(schema, name);
    const text = JSON.stringify(JSON.stringify(schema));
    return `export const ${name.replaceAll('-', '_').toUpperCase()}_SCHEMA =\n  ${text};\n`;
  });
  return { path, text: `${HEADER}\n${texts.join('\n')}` };
}
