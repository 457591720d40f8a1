import { join } from 'node:path';
import type { Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { FORMS, patternText } from '../../src/allocation/patterns.ts';
import { compacted, withoutWords } from './compact-validator.ts';

export interface NamedSchema {
  /** `allocation` for `schema/allocation.schema.json`. */
  readonly name: string;
  readonly schema: { readonly $id?: string } & Readonly<Record<string, unknown>>;
}

export interface GeneratedFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}

const SCHEMAS = join(import.meta.dirname, '../../schema/');

export const HEADER =
  '// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.\n';

const VALIDATE_FUNCTION = `${HEADER}
/** One breach of a schema, as ajv reports it. */
export interface SchemaError {
  /** JSON pointer into the data. */
  readonly instancePath: string;
  readonly keyword: string;
  /** What the keyword has to say, e.g. \`{allowedValues: […]}\` for \`enum\`. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** True when the data fits the schema; otherwise \`errors\` lists every breach, until the next call. */
export interface ValidateFunction<T = unknown> {
  (data: unknown): data is T;
  errors?: readonly SchemaError[] | null;
}
`;

/** What a validator is, for the code that calls one. */
export function validateFunction(): GeneratedFile {
  return { path: 'src/generated/validate-function.ts', text: VALIDATE_FUNCTION };
}

function isForm(name: string): name is keyof typeof FORMS {
  return Object.hasOwn(FORMS, name);
}

/** The text of a schema with the pattern of the form that a `$comment` names: no schema has a pattern of its own. */
export function withPatterns(text: string, path: string): string {
  const marked = /("\$comment": "form: (\w+)",\s*)?"pattern": "(?:[^"\\]|\\.)*"/g;
  return text.replace(marked, (found, comment: string | undefined, name: string | undefined) => {
    if (comment === undefined || name === undefined || !isForm(name))
      throw new Error(`${path}: ${found} must follow a "$comment" that names a form of patterns.ts`);
    return `${comment}"pattern": ${JSON.stringify(patternText(FORMS[name]))}`;
  });
}

/** `usage-record` → `UsageRecord`. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The TypeScript types of one schema. The same schema gives the same bytes. */
export async function typesOf(named: NamedSchema): Promise<GeneratedFile> {
  const { name, schema } = named;
  const text = await compile(structuredClone(schema), pascalCase(name), {
    bannerComment: HEADER.trimEnd(),
    // Where a schema finds another one that it refers to by file name.
    cwd: SCHEMAS,
    additionalProperties: false,
    unreachableDefinitions: true,
    // A minimum of one element as a tuple type makes every array of ours awkward and catches nothing more.
    ignoreMinAndMaxItems: true,
    customName: (linked, key) => (key === undefined ? undefined : `${pascalCase(linked.title ?? key)}`),
    style: { singleQuote: true, printWidth: 110 },
  });
  return { path: `src/generated/${name}.ts`, text: withoutOrigins(ownAlone(text, named)) };
}

/** Parts of schemas whose types are asked for by name. */
const PARTS: Readonly<Record<string, string>> = { allocation: 'CellObject', exceptions: 'Exception' };

/** One name has one meaning: what other types of its file use is given out by that file alone if it is asked for. */
function ownAlone(text: string, schema: NamedSchema): string {
  const code = text.replace(/\/\*.*?\*\//gs, '');
  return text.replace(/^export (?=(?:interface|type) (\w+))/gm, (found, name: string) => {
    const isUsed = code.split(new RegExp(`\\b${name}\\b`)).length > 2;
    return isUsed && name !== typeName(schema) && name !== PARTS[schema.name] ? '' : found;
  });
}

/** json-schema-to-typescript says of each interface where it was found, which the code says already. */
function withoutOrigins(text: string): string {
  return text
    .replace(/^ *\* This interface was referenced by .*\n *\* via the .*\n/gm, '')
    .replace(/^ *\* *\n( *\*\/)$/gm, '$1')
    .replace(/^ *\/\*\*\n *\*\/\n/gm, '');
}

/** What ajv has a file of its own for, which is no ES module, and would have to be loaded at every start. */
const LENGTH = '(text) => { let length = 0; for (const _ of text) length++; return length; }';

/** ajv takes its few runtime helpers by `require`, which an ES module does not have. */
function withHelpers(code: string): string {
  const imports: string[] = [];
  const rewritten = code.replace(
    /const (\w+) = require\("(ajv\/dist\/runtime\/(\w+))"\)\.default;/g,
    (_, variable: string, path: string, name: string) => {
      if (name === 'ucs2length') return `const ${variable} = ${LENGTH};`;
      imports.push(`import ${variable}Module from '${path}.js';\n`);
      return `const ${variable} = ${variable}Module.default ?? ${variable}Module;`;
    },
  );
  const left = /\brequire\s*\([^)]*\)[.\w]*/.exec(rewritten)?.[0];
  if (left !== undefined) {
    throw new Error(`a schema uses a keyword whose validator needs ${left}: write the schema without it`);
  }
  return imports.sort().join('') + rewritten;
}

/** ajv copies each schema into the code, also where no line of it is read. */
function withoutUnusedSchemas(code: string): string {
  return code.replace(/^const (schema\d+) = .*\n/gm, (line, name: string) =>
    code.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : '',
  );
}

/** The name of the type that `typesOf` makes of a schema. */
function typeName({ name, schema }: NamedSchema): string {
  return typeof schema.title === 'string' ? pascalCase(schema.title) : pascalCase(name);
}

/**
 * Validators of the schemas in `validated`, as code that compiles no schema at run time. `all` are the schemas
 * that they may refer to. A schema that ajv's strict mode would only log about is an error.
 * @param change what a validator does to the data that it is given; left out: nothing
 */
export function validatorsOf(
  path: string,
  validated: readonly string[],
  all: readonly NamedSchema[],
  change: Pick<Options, 'useDefaults' | 'removeAdditional'> = {},
): GeneratedFile {
  const complain = (...what: unknown[]): never => {
    throw new Error(what.map(String).join(' '));
  };
  const ajv = new Ajv2020({
    ...change,
    allErrors: true,
    strict: true,
    // The branches of if/then/else take types and properties from the schema around them.
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
    inlineRefs: false,
    messages: false,
    logger: { log: complain, warn: complain, error: complain },
  });
  // json-schema-to-typescript's own keyword: the type where the schema's shape does not give it.
  ajv.addKeyword('tsType');
  for (const { name, schema } of all)
    ajv.addSchema(withoutWords(schema), schema.$id === undefined ? name : undefined);

  const exported: Record<string, string> = {};
  const types: string[] = [];
  const typeOf = new Map<string, string>();
  for (const name of validated) {
    const found = all.find((entry) => entry.name === name);
    if (found === undefined) throw new Error(`there is no schema/${name}.schema.json to make a validator of`);
    exported[`validate${pascalCase(name)}`] = found.schema.$id ?? name;
    const type = typeName(found);
    typeOf.set(`validate${pascalCase(name)}`, type);
    types.push(`import type { ${type} } from './${name}.ts';`);
  }
  const code = standalone.default(ajv, exported).replace('"use strict";', '');
  const typed = code.replace(
    /export const (validate\w+) = (\w+);/g,
    (_, name: string, code: string) =>
      `export const ${name} = ${code} as unknown as ValidateFunction<${typeOf.get(name)}>;`,
  );
  const body = withHelpers(withoutUnusedSchemas(compacted(typed))).trimEnd();
  types.push(
    "import type { ValidateFunction } from './validate-function.ts';",
    "export type { SchemaError, ValidateFunction } from './validate-function.ts';",
  );
  return { path, text: `// @ts-nocheck\n${HEADER}${types.join('\n')}\n${body}\n` };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The keys of every closed object that a schema describes, by its place in the data: what a misspelt key may have
 * meant. `*` stands for any key or index.
 */
function closedObjects(
  schema: unknown,
  place: string,
  root: unknown,
  found: Map<string, readonly string[]>,
): void {
  if (!isObject(schema)) return;
  const { $ref: ref, properties, additionalProperties, items } = schema;
  if (typeof ref === 'string') closedObjects(definition(root, ref), place, root, found);
  if (additionalProperties === false && isObject(properties)) found.set(place, Object.keys(properties));
  for (const [key, value] of Object.entries(isObject(properties) ? properties : {})) {
    closedObjects(value, `${place}/${key}`, root, found);
  }
  for (const each of [additionalProperties, items]) closedObjects(each, `${place}/*`, root, found);
  for (const branch of ['if', 'then', 'else']) closedObjects(schema[branch], place, root, found);
}

/** What `#/$defs/NAME` refers to. */
function definition(root: unknown, ref: string): unknown {
  const definitions = isObject(root) ? root.$defs : undefined;
  return isObject(definitions) ? definitions[ref.replace('#/$defs/', '')] : undefined;
}

/** The known keys of the named schemas as a module: `['/agents/*', ['default', …]]`. */
export function keysOf(path: string, names: readonly string[], all: readonly NamedSchema[]): GeneratedFile {
  const tables = names.map((name) => {
    const found = new Map<string, readonly string[]>();
    const schema = all.find((entry) => entry.name === name)?.schema;
    closedObjects(schema, '', schema, found);
    const rows = [...found].map(([place, keys]) => `    ${JSON.stringify([place, keys])},\n`);
    return `  ${name}: [\n${rows.join('')}  ],\n`;
  });
  const type = 'Readonly<Record<string, readonly (readonly [place: string, keys: readonly string[]])[]>>';
  const object = `export const SCHEMA_KEYS = {\n${tables.join('')}} satisfies ${type};\n`;
  return { path, text: `${HEADER}\n${object}` };
}
