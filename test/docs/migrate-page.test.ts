import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { modelSetByHand } from '../../src/policy/gate/rules/workflows/HF206-model-set-by-hand.ts';
import { blocksOf, readPage, root } from './pages.ts';

const page = await readPage('docs/migrate.md');

/** An output as another job reads it. */
const MODEL = '$' + '{{ needs.resolve.outputs.model }}';

/** What HF206 says of a workflow that a pull request brings. */
function byHand(text: string): number {
  const path = '.github/workflows/x.yml';
  return modelSetByHand.checks.workflow?.({ path, before: null, after: text }).length ?? -1;
}

it('the change from a model by hand has nothing left that HF206 finds', () => {
  const [diff = ''] = blocksOf(page, 'diff');
  const side = (sign: string): string =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign) || line.startsWith(' '))
      .map((line) => line.slice(1))
      .join('\n');
  expect(byHand(side('-'))).toBe(2);
  expect(byHand(side('+'))).toBe(0);
  // Both are YAML, so that a copy works.
  for (const sign of ['-', '+']) expect(parse(side(sign)).jobs.triage.steps).toBeInstanceOf(Array);
});

it('HF206 finds a model that gh-aw compiles into its lock file, and not one that resolve gives', () => {
  expect(byHand('          ANTHROPIC_MODEL: claude-sonnet-5-5\n')).toBe(1);
  expect(byHand(`          ANTHROPIC_MODEL: ${MODEL}\n`)).toBe(0);
});

it('the workflow of gh-aw gives the Action only inputs, and reads only outputs, that it has', async () => {
  const [text = ''] = blocksOf(page, 'markdown');
  const [, front = '', body = ''] = text.split(/^---$/m);
  expect(body.trim()).not.toBe('');
  const { engine, jobs, models, 'post-steps': after } = parse(front);
  const action = parse(await readFile(join(root, 'action.yml'), 'utf8'));
  const steps = [...jobs.resolve.steps, ...after];
  expect(steps).toHaveLength(2);
  for (const { uses, with: inputs } of steps) {
    expect(uses).toBe('OWNER/haiku-first@v1');
    for (const input of Object.keys(inputs)) expect(Object.keys(action.inputs)).toContain(input);
  }
  for (const value of Object.values(jobs.resolve.outputs))
    expect(Object.keys(action.outputs)).toContain(/outputs\.([\w-]+) \}\}$/.exec(String(value))?.[1]);
  expect(engine.model).toBe(MODEL);
  expect(jobs.agent).toEqual({ needs: ['resolve'], if: "needs.resolve.outputs.decision == 'run'" });
  expect(models.allowed).toContain('claude-sonnet-5-5');
});
