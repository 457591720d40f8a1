import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { NamedSchema } from '../../scripts/generate/schemas.ts';
import { typesOf, validatorsOf, withPatterns } from '../../scripts/generate/schemas.ts';
import type { ValidateFunction } from '../../src/generated/validate-function.ts';

const root = join(import.meta.dirname, '../..');

const box: NamedSchema = {
  name: 'tool-box',
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://haiku-first.example/tool-box.schema.json',
    title: 'ToolBox',
    type: 'object',
    additionalProperties: false,
    required: ['owner'],
    properties: {
      owner: { type: 'string', minLength: 1, maxLength: 3 },
      kind: { enum: ['small', 'large'] },
      tools: { type: 'array', uniqueItems: true, items: { $ref: '#/$defs/tool' } },
    },
    if: { properties: { kind: { const: 'large' } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['tools'] },
    $defs: { tool: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
  },
};

/** Loads generated code the way the bundle does: as a module of this package, with nothing compiled at run time. */
async function load(text: string): Promise<Record<string, ValidateFunction>> {
  const folder = await mkdtemp(join(tmpdir(), 'haiku-first-'));
  try {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    const file = join(folder, 'validators.ts');
    await writeFile(file, text);
    return await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a validator made from a schema', () => {
  it('accepts what fits and lists every breach of what does not', async () => {
    const file = validatorsOf('src/generated/x.ts', ['tool-box'], [box]);
    const { validateToolBox } = await load(file.text);
    expect(validateToolBox?.({ owner: 'Al', tools: [{ name: 'saw' }] })).toBe(true);
    expect(validateToolBox?.({ owner: '', kind: 'huge', colour: 'red' })).toBe(false);
    expect(validateToolBox?.errors?.map((error) => `${error.instancePath} ${error.keyword}`).sort()).toEqual([
      ' additionalProperties',
      '/kind enum',
      '/owner minLength',
    ]);
  });

  it('counts characters, compares items and follows conditions as JSON Schema says', async () => {
    const { validateToolBox } = await load(validatorsOf('x.ts', ['tool-box'], [box]).text);
    expect(validateToolBox?.({ owner: '🔧🔧🔧' })).toBe(true);
    expect(validateToolBox?.({ owner: 'A', tools: [{ name: 'a' }, { name: 'a' }] })).toBe(false);
    expect(validateToolBox?.({ owner: 'A', kind: 'large' })).toBe(false);
  });

  it('is the same bytes every time', () => {
    const once = validatorsOf('x.ts', ['tool-box'], [box]);
    expect(validatorsOf('x.ts', ['tool-box'], [structuredClone(box)])).toEqual(once);
  });

  it('is refused for a schema with a misspelt keyword', () => {
    const misspelt = { name: 'a', schema: { type: 'object', propertys: {} } };
    expect(() => validatorsOf('x.ts', ['a'], [misspelt])).toThrow(/propertys/);
  });

  it('is refused for a schema that does not exist', () => {
    expect(() => validatorsOf('x.ts', ['absent'], [box])).toThrow('schema/absent.schema.json');
  });
});

describe('types made from a schema', () => {
  it('name the schema and its definitions', async () => {
    const { path, text } = await typesOf(box);
    expect(path).toBe('src/generated/tool-box.ts');
    expect(text).toContain('export interface ToolBox {\n  owner: string;');
    expect(text).toContain("kind?: 'small' | 'large';");
    expect(text).toContain('tools?: Tool[];');
    expect(text).not.toContain('This interface was referenced');
  });
});

describe('a pattern in a schema', () => {
  const marked = (form: string, pattern: string) => `{"$comment": "form: ${form}", "pattern": "${pattern}"}`;

  it('is the one of the form that is named before it', () => {
    expect(withPatterns(marked('hash', '^[0-9]+$'), 'x')).toBe(marked('hash', '^[0-9a-f]{64}$'));
  });

  it('is refused without a name, or with that of no form', () => {
    expect(() => withPatterns('{"pattern": "^a$"}', 'schema/x')).toThrow(/schema\/x: "pattern": "\^a\$"/);
    expect(() => withPatterns(marked('toString', '^a$'), 'schema/x')).toThrow('form: toString');
  });
});
