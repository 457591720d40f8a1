import { expect, it } from 'vitest';
import { TemporaryRepository } from '../../git/temporary-repository.ts';
import { runInProcess } from '../../support/in-process.ts';
import { ALLOCATION, checkDocument, edit, eventOf, FILE, files, GateScene, README, verdict } from './step.ts';

const CHECKED = edit(
  ALLOCATION,
  'STORIES:\n    default: sonnet\n',
  'STORIES:\n    default: sonnet\n    check: { schema: checks/answer.schema.json, command: checks/judge.sh }\n',
);
const DEFERRED = `${ALLOCATION}deferred:
  workflows:
    - { workflow: agent.yml, inputs: { agent: agent, claim: claim } }
`;

it('the gate on a pull request tells of attributes that hide the files, wherever they stand', async () => {
  await using scene = await GateScene.open();
  const rooted = await scene.pull('rooted', files(ALLOCATION, { '.gitattributes': '*.yaml -diff\n' }));
  expect(verdict(await scene.judge(eventOf(rooted)))).toBe('pass HF228@.gitattributes:1');
  const nested = await scene.pull(
    'nested',
    files(ALLOCATION, { '.github/.gitattributes': '# quiet\nCODEOWNERS linguist-generated\n' }),
  );
  expect(verdict(await scene.judge(eventOf(nested)))).toBe('pass HF228@.github/.gitattributes:2');
});

it('the gate on a pull request tells of files that the allocation names and nobody committed', async () => {
  await using scene = await GateScene.open();
  const named = await scene.pull('named', files(CHECKED, { 'checks/judge.sh': 'true\n' }));
  const result = await scene.judge(eventOf(named));
  expect(verdict(result)).toBe('pass HF229@allocation.yaml:12');
  expect(result.all).toContain('There is no checks/answer.schema.json, which the check of STORIES names.');
  const started = await scene.pull('started', files(DEFERRED));
  expect(verdict(await scene.judge(eventOf(started)))).toBe('pass HF229@allocation.yaml:21');
});

it('check on a laptop tells of both, of a file that goes away, and of nothing that was missing before', async () => {
  using repo = new TemporaryRepository();
  const present = { 'checks/answer.schema.json': '{}\n', 'checks/judge.sh': 'true\n' };
  const whole = repo.commit({ ...README, ...present, [FILE]: CHECKED }, [], 'main');
  const { 'checks/judge.sh': _, ...rest } = present;
  const without = repo.commit({ ...README, ...rest, [FILE]: CHECKED }, [whole], 'without');
  repo.commit({ ...README, ...rest, [FILE]: `# read\n${CHECKED}` }, [without], 'later');
  const rules = async (base: string, head: string) => {
    const args = ['check', '--base', base, '--head', head, '--json'];
    const { stdout } = await runInProcess('cli.js', args, {
      cwd: repo.path,
      env: { PATH: process.env.PATH ?? '' },
    });
    return checkDocument(stdout).findings.map(({ rule, message }) => `${rule} ${message}`);
  };
  expect(await rules('main', 'without')).toEqual([
    'HF229 There is no checks/judge.sh, which the check of STORIES names.',
  ]);
  expect(await rules('without', 'later')).toEqual([]);
});

it('a table of changes shows both values, however late they differ', async () => {
  using repo = new TemporaryRepository();
  const text = (end: string) =>
    edit(
      ALLOCATION,
      'phases:',
      `facts:\n  big: { type: boolean, description: ${'word '.repeat(60)}${end} }\nphases:`,
    );
  const main = repo.commit({ [FILE]: text('never') }, [], 'main');
  repo.commit({ [FILE]: text('always') }, [main], 'head');
  const { stdout } = await runInProcess('cli.js', ['check', '--base', 'main', '--head', 'head'], {
    cwd: repo.path,
    env: { PATH: process.env.PATH ?? '' },
  });
  expect(stdout).toMatch(/facts\.big\.description: ….*never → ….*always/);
});
