import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { event, run } from '../../report/records.ts';
import { JobScene } from '../../support/job-scene.ts';

const schema = new URL('../../../schema/told.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));

const SECURITY = { agent: 'SECURITY', model_used: 'claude-opus-5-5', outcome: 'unknown' } as const;

async function desk(): Promise<JobScene> {
  const scene = JobScene.atDesk({ env: { USER: 'someone' } });
  await scene.record([run('1', SECURITY), run('2', { agent: 'TESTING', outcome: 'unknown' })]);
  return scene;
}

describe('haiku-first outcome', () => {
  it('writes what a person says into the ledger, which the report then counts', async () => {
    using scene = await desk();
    const line = ['outcome', 'pr-12', 'changes-requested', '--agent', 'SECURITY', '--by', 'octocat'];
    const told = await scene.json([...line, '--because', 'missed the injection']);
    expect(validate(told)).toBe(true);
    expect(told).toMatchObject({ schema: 'haiku-first/told@1', written: 1, duplicates: 0 });
    const { entries } = await scene.json(['ledger', 'export']);
    expect(entries).toContainEqual(
      expect.objectContaining(
        event({
          at: '2026-11-25T12:00:00Z',
          agent: 'SECURITY',
          outcome: 'changes-requested',
          note: 'missed the injection',
        }),
      ),
    );
    const { agents } = await scene.json(['report', '--week', '2026-W48']);
    expect(agents.find((each: { agent: string }) => each.agent === 'SECURITY')).toMatchObject({
      reworked: 1,
    });
  });

  it('says in words what was told, and of whom', async () => {
    using scene = await desk();
    const { stdout } = await scene.cli(['outcome', 'pr-12', 'approved', '--by', 'octocat']);
    expect(stdout).toMatch(
      /^1 outcome written to the ledger \(.+\), 0 told before\.\n {2}pr-12: approved, says octocat\n/,
    );
  });

  it('tells the same once, until the work is done again', async () => {
    using scene = await desk();
    const line = ['outcome', 'pr-12', 'fail', '--agent', 'TESTING', '--by', 'octocat'];
    await scene.json(line);
    expect(await scene.json(line)).toMatchObject({ written: 0, duplicates: 1, events: [] });
    expect(await scene.json([...line, '--because', 'flaky'])).toMatchObject({ written: 1 });
    await scene.record([run('3', { agent: 'TESTING', at: '2026-11-25T12:30:00Z', attempt: 2 })]);
    expect(await scene.json([...line, '--now', '2026-11-25T13:00:00Z'])).toMatchObject({ written: 1 });
  });

  it('takes an agent by another of its names', async () => {
    using scene = await desk();
    const told = await scene.json(['outcome', 'pr-12', 'reworked', '--agent', 'x', '--phase', 'EXEC']);
    expect(told.events).toEqual([expect.objectContaining({ agent: 'SECURITY', phase: 'EXEC' })]);
  });

  it('writes nothing in a dry run', async () => {
    using scene = await desk();
    const told = await scene.json(['outcome', 'pr-12', 'approved', '--dry-run']);
    expect(told).toMatchObject({ dry_run: true, written: 0 });
    expect((await scene.json(['ledger', 'export'])).entries).toHaveLength(2);
  });

  it.each([
    [['pr-21', 'approved'], 'No work is recorded for pr-21. Did you mean pr-12?'],
    [
      ['pr-12', 'approved', '--agent', 'SECURTY'],
      'No work of the agent SECURTY is recorded for pr-12. Did you mean SECURITY?',
    ],
    [
      ['pr-12', 'approved', '--agent', 'SECURITY', '--phase', 'PLAN'],
      'No work of SECURITY in the phase PLAN is recorded for pr-12. Known: EXEC.',
    ],
    [['pr-12', 'aproved'], 'The outcome "aproved" is not one of its values. Did you mean approved?'],
    [['pr-12', 'unknown'], 'The outcome "unknown" is not one of its values.'],
    [['pr-12'], 'outcome needs what became of it, as changes-requested.'],
    [['--agent', 'SECURITY'], 'outcome needs a piece of work, as pr-12.'],
  ])('refuses %j', async (args, says) => {
    using scene = await desk();
    const { exitCode, stderr } = await scene.cli(['outcome', ...args]);
    expect(stderr.join(' ')).toContain(says);
    expect(exitCode).toBe(2);
    expect((await scene.json(['ledger', 'export'])).entries).toHaveLength(2);
  });

  it('is the actor’s word in a workflow, whoever is named', async () => {
    using scene = new JobScene();
    await scene.record([run('1', SECURITY)]);
    const inputs = {
      command: 'outcome',
      'work-item': 'pr-12',
      outcome: 'security-issue-missed',
      because: 'CVE',
    };
    const { json } = await scene.outcome({ ...inputs, ledger: scene.checkout });
    expect(json).toMatchObject({
      events: [{ by: 'octocat', outcome: 'security-issue-missed', note: 'CVE' }],
    });
  });
});
