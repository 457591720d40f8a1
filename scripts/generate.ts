/**
 * Writes everything that is derived from another file of the repository. With `--check` it writes nothing and
 * fails when a file is not what it would have written.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { actionYml } from './generate/action-yml.ts';
import { exampleWorkflows, WRITTEN_EXAMPLES } from './generate/example-workflows.ts';
import { lineExpressionOf } from './generate/line-expression.ts';
import { withPrices } from './generate/price-page.ts';
import { REFERENCE, withRuleIndex, withTables } from './generate/reference.ts';
import { rulePages } from './generate/rule-pages.ts';
import { schemaTexts } from './generate/schema-text.ts';
import type { GeneratedFile, NamedSchema } from './generate/schemas.ts';
import { keysOf, typesOf, validateFunction, validatorsOf, withPatterns } from './generate/schemas.ts';
import { storedForm } from './generate/stored-form.ts';

/** What makes a line of the ledger: types and validators are those of the form in which it is kept. */
const STORED: readonly string[] = [
  'usage-record',
  'outcome',
  'deferral',
  'drain',
  'void',
  'forecast',
  'what-if',
];

/** What the sum of a budget takes of a record, in the order of a line. */
const SPENDING: readonly string[] = [
  ...['at', 'cost_basis', 'cost_microusd', 'id', 'measured', 'model_used', 'task', 'tier_used'],
  ...['cache_read', 'cache_write_1h', 'cache_write_5m', 'input', 'output'].map((name) => `tokens.${name}`),
];

/** What a sum takes of a record, in the order of a line. */
const GIST: readonly string[] = [
  ...['agent', 'at', 'cost_basis', 'cost_microusd', 'id', 'measured', 'model_used', 'phase', 'repository'],
  ...['task', 'tier_used'],
  ...['cache_read', 'cache_write_1h', 'cache_write_5m', 'input', 'output'].map((each) => `tokens.${each}`),
  'work_item',
];

/** What calibration takes of a record, in the order of a line. */
const ATTEMPT: readonly string[] = [
  ...['agent', 'agent_hash', 'at', 'attempt', 'auxiliary', 'cost_basis', 'cost_microusd', 'critical'],
  ...['duration_ms', 'escalated_from_model', 'id', 'measured', 'model_used', 'outcome', 'override', 'phase'],
  ...[
    'planned_upgrade',
    'quality_score',
    'repository',
    'run.attempt',
    'run.id',
    'run.job',
    'session',
    'task',
  ],
  ...['tier_assigned', 'tier_used'],
  ...['cache_read', 'cache_write_1h', 'cache_write_5m', 'input', 'output'].map((each) => `tokens.${each}`),
  ...['trial', 'work_item'],
];

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

/** The pages of the rules, by id. */
async function readRulePages(root: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(root, 'docs/rules'))).filter((name) => /^HF\d+\.md$/.test(name)).sort();
  const pages = names.map(
    async (name) => [basename(name, '.md'), await readFile(join(root, 'docs/rules', name), 'utf8')] as const,
  );
  return new Map(await Promise.all(pages));
}

/** The examples that `init` writes. */
async function readExamples(root: string): Promise<ReadonlyMap<string, string>> {
  const texts = WRITTEN_EXAMPLES.map(
    async (name) => [name, await readFile(join(root, 'docs/example/workflows', name), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
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
  const schemas = files.map(named).map((each) => (STORED.includes(each.name) ? storedForm(each) : each));
  const types = await Promise.all(schemas.map(typesOf));
  // A module for each group: a command loads only those that it needs.
  const validators = [
    validatorsOf('src/generated/record-validators.ts', ['usage-record', 'outcome', 'void'], schemas, {
      useDefaults: true,
      removeAdditional: true,
    }),
  ];
  const texts = [
    schemaTexts('src/generated/schema-texts.ts', ['allocation', 'exceptions'], schemas),
    schemaTexts(
      'src/generated/stored-schema-texts.ts',
      ['deferral', 'drain', 'forecast', 'what-if'],
      schemas,
    ),
  ];
  const advice = validatorsOf('src/generated/advice-validators.ts', ['escalation-model'], schemas);
  const record = schemas.find(({ name }) => name === 'usage-record');
  if (record === undefined) throw new Error('there is no schema/usage-record.schema.json');
  const line = lineExpressionOf('src/generated/record-line.ts', 'RECORD_LINE', record, GIST);
  const spending = lineExpressionOf(
    'src/generated/spending-line.ts',
    'SPENDING_LINE',
    record,
    SPENDING,
    'in-text',
  );
  const attempt = lineExpressionOf('src/generated/attempt-line.ts', 'ATTEMPT_LINE', record, ATTEMPT);
  const keys = keysOf('src/generated/keys.ts', ['allocation', 'exceptions'], schemas);
  const manifest: Manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const reference = await readFile(join(root, REFERENCE), 'utf8');
  const prices = await readFile(join(root, 'docs/prices.md'), 'utf8');
  return [
    ...files,
    ...types,
    validateFunction(),
    ...validators,
    advice,
    ...texts,
    line,
    spending,
    attempt,
    keys,
    rulePages(await readRulePages(root)),
    exampleWorkflows(await readExamples(root)),
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
