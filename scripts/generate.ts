/**
 * Writes everything that is derived from another file of the repository. With `--check` it writes nothing and
 * fails when a file is not what it would have written.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { actionYml } from './generate/action-yml.ts';
import { withPrices } from './generate/price-page.ts';
import { REFERENCE, withRuleIndex, withTables } from './generate/reference.ts';
import type { GeneratedFile, NamedSchema } from './generate/schemas.ts';
import { keysOf, typesOf, validateFunction, validatorsOf, withPatterns } from './generate/schemas.ts';

/** Which schemas get a validator, by the module that holds it: a command loads only the modules it needs. */
const VALIDATORS: Readonly<Record<string, readonly string[]>> = {
  'src/generated/validators.ts': ['allocation', 'exceptions'],
};

const RULE_INDEX = 'docs/rules/README.md';

const SUFFIX = '.schema.json';

/** Every file of `schema/`, with the patterns that it should have. */
async function readSchemas(root: string): Promise<GeneratedFile[]> {
  const paths = (await readdir(join(root, 'schema'))).filter((name) => name.endsWith(SUFFIX)).sort();
  return Promise.all(
    paths.map(async (name) => {
      const path = `schema/${name}`;
      return { path, text: withPatterns(await readFile(join(root, path), 'utf8'), path) };
    }),
  );
}

function named({ path, text }: GeneratedFile): NamedSchema {
  return { name: basename(path, SUFFIX), schema: JSON.parse(text) };
}

interface Manifest {
  readonly name: string;
  readonly description: string;
}

/** Every generated file, as it should be. */
export async function generate(root: string): Promise<GeneratedFile[]> {
  const files = await readSchemas(root);
  const schemas = files.map(named);
  const types = await Promise.all(schemas.map(typesOf));
  const validators = Object.entries(VALIDATORS).map(([path, names]) => validatorsOf(path, names, schemas));
  const keys = keysOf('src/generated/keys.ts', ['allocation', 'exceptions'], schemas);
  const manifest: Manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const reference = await readFile(join(root, REFERENCE), 'utf8');
  const prices = await readFile(join(root, 'docs/prices.md'), 'utf8');
  return [
    ...files,
    ...types,
    validateFunction(),
    ...validators,
    keys,
    actionYml(manifest.name, manifest.description),
    { path: REFERENCE, text: withTables(reference) },
    { path: RULE_INDEX, text: withRuleIndex(await readFile(join(root, RULE_INDEX), 'utf8')) },
    { path: 'docs/prices.md', text: withPrices(prices) },
  ];
}

async function isCurrent(root: string, file: GeneratedFile): Promise<boolean> {
  try {
    return (await readFile(join(root, file.path), 'utf8')) === file.text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

async function main(root: string, check: boolean): Promise<void> {
  const files = await generate(root);
  const stale: GeneratedFile[] = [];
  for (const file of files) if (!(await isCurrent(root, file))) stale.push(file);
  if (check && stale.length > 0) {
    console.error(`Not what their sources say: ${stale.map((file) => file.path).join(', ')}.`);
    console.error('Run `npm run generate` and commit the result.');
    process.exitCode = 1;
    return;
  }
  for (const file of stale) {
    await mkdir(dirname(join(root, file.path)), { recursive: true });
    await writeFile(join(root, file.path), file.text);
    console.log(`wrote ${file.path}`);
  }
  if (stale.length === 0) console.log(`${files.length} generated files are up to date`);
}

if (import.meta.main) await main(resolve(import.meta.dirname, '..'), process.argv.includes('--check'));
