import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/policy/gate/index.ts';
import { JobScene } from '../support/job-scene.ts';

const schema = new URL('../../schema/explain.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const pageOf = (id: string): string =>
  readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');

/** A folder that is no repository, let alone that of haiku-first. */
const anywhere = (): JobScene => JobScene.atDesk({ checkout: null });

describe('haiku-first explain', () => {
  it('prints the page of a rule: what it means, an example, what to do', async () => {
    using scene = anywhere();
    const { stdout, exitCode, stderr } = await scene.cli(['explain', 'HF106']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: [] });
    expect(stdout).toMatch(
      /^HF106 floored-agent-removed\n\nAn agent under a floor is deleted.*\n\nSeverity: error, blocks/,
    );
    expect(stdout).toContain('\n\nBreaks the rule\n\n     agents:\n    -  SECURITY:\n    +  SEC_REVIEW:\n');
    expect(stdout).toContain('\n\nWhat to do\n\nPut the agent back under its name.');
    expect(stdout).toContain('how to rename an agent (docs/allocation.md#renaming-an-agent)');
    expect(stdout).toContain('says so: HF303 has an example.');
  });

  it.each(RULES)('has the page of $id as it is in the documents', async ({ id, name, severity }) => {
    using scene = anywhere();
    const document = await scene.json(['explain', id]);
    expect(validate(document)).toBe(true);
    expect(document.rules).toEqual([expect.objectContaining({ id, name, severity, page: pageOf(id) })]);
    const { stdout } = await scene.cli(['explain', id]);
    expect(stdout).not.toMatch(/```|\]\(|\*\*|^#/m);
  });

  it('takes an id in any case, or the name of the rule', async () => {
    using scene = anywhere();
    const { stdout } = await scene.cli(['explain', 'HF106']);
    expect((await scene.cli(['explain', 'hf106'])).stdout).toBe(stdout);
    expect((await scene.cli(['explain', 'floored-agent-removed'])).stdout).toBe(stdout);
  });

  it.each([
    ['HF16', 'There is no rule HF16. Did you mean HF106?'],
    ['floored-agent-remove', 'Did you mean floored-agent-removed?'],
    ['everything', 'There is no rule everything. haiku-first explain lists them.'],
  ])('names what is near to %s', async (text, says) => {
    using scene = anywhere();
    const { exitCode, stderr } = await scene.cli(['explain', text]);
    expect(exitCode).toBe(2);
    expect(stderr.join(' ').replaceAll(/\s+/g, ' ')).toContain(says);
  });

  it('lists the rules', async () => {
    using scene = anywhere();
    const { stdout } = await scene.cli(['explain']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(RULES.length);
    expect(stdout).toContain('HF102  error    floor-removed: A floor of the base is gone.');
    expect((await scene.json(['explain'])).rules).toHaveLength(RULES.length);
  });

  it('is in the summary of a step, with links that go from there', async () => {
    using scene = new JobScene({
      env: {
        GITHUB_ACTION_REPOSITORY: 'octo/haiku-first',
        GITHUB_ACTION_REF: 'v1',
        GITHUB_SERVER_URL: 'https://github.com',
      },
    });
    const { summary } = await scene.outcome({ command: 'explain', rule: 'HF106' });
    expect(summary).toMatch(/^### HF106 floored-agent-removed\n/);
    const docs = 'https://github.com/octo/haiku-first/blob/v1/docs';
    expect(summary).toContain(`[how to rename an agent](${docs}/allocation.md#renaming-an-agent)`);
    expect(summary).toContain(`[HF303](${docs}/rules/HF303.md)`);
  });
});

describe('what a finding says of its rule', () => {
  it('is the command where no address is known, and never a path of the repository that is judged', async () => {
    using scene = JobScene.atDesk();
    const text = readFileSync(new URL('../../allocation.yaml', import.meta.url), 'utf8');
    scene.write('base.yaml', text);
    scene.write('head.yaml', text.replace(/minimum: opus/g, 'minimum: sonnet'));
    const args = ['check', '--base', 'base.yaml', '--head', 'head.yaml'];
    const { stdout } = await scene.cli(args);
    expect(stdout).toContain('= rule:  haiku-first explain HF103');
    expect(stdout).not.toContain('docs/rules');
    const { stdout: json } = await scene.cli([...args, '--json']);
    expect(JSON.parse(json).findings[0].docs).toMatch(/^haiku-first explain HF\d{3}$/);
  });
});
