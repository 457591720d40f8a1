import { readFileSync } from 'node:fs';

// biome-ignore lint/suspicious/noExplicitAny: parts of a description of a thousand schemas
const description: any = JSON.parse(
  readFileSync(new URL('../../fixtures/github/openapi.json', import.meta.url), 'utf8'),
);

/** A value that fits a schema of GitHub's description, with nothing in it: for fields that no test asks about. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function emptyOf(schema: any): any {
  if (schema.$ref !== undefined) {
    const path: string[] = schema.$ref.replace('#/', '').split('/');
    return emptyOf(path.reduce((place, name) => place[name], description));
  }
  if (schema.nullable === true || [schema.type].flat().includes('null')) return null;
  const [first] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
  if (first !== undefined) return emptyOf(first);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'array') return [];
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return false;
  if (schema.type === 'string') return 'x';
  const names: string[] = schema.required ?? [];
  return Object.fromEntries(names.map((name) => [name, emptyOf(schema.properties[name])]));
}

/** An object of GitHub's description, with nothing in it. */
export const empty = (name: string): Record<string, unknown> =>
  emptyOf({ $ref: `#/components/schemas/${name}` });
