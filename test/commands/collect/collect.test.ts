import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTIFACT_FILE } from '../../../src/github/artifacts/index.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { recordId } from '../../../src/usage/records/record.ts';
import { recordsIn } from '../../job/artifact-service.ts';
import { empty } from '../../support/github/empty.ts';
import { startGithub } from '../../support/github/index.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';
import { zipOf } from '../../support/zip.ts';
import { CollectScene } from './scene.ts';

const TESTING = { command: 'resolve', agent: 'TESTING', phase: 'EXEC' };

/** One run of one job, on its way into a ledger. */
class Scene extends CollectScene {
  static async open(): Promise<Scene> {
    return new Scene(...(await CollectScene.services()));
  }

  /** The job, from `resolve` to the upload at its end. */
  async work(): Promise<UsageRecord[]> {
    const { state } = await this.job.action(TESTING);
    this.job.claude('sub');
    await this.job.post({ ...TESTING, 'job-id': '4711' }, state, this.service.env());
    return recordsIn(this.service.uploads.at(-1));
  }
}

/** A record with another field, and the id that goes with it. */
function forged(record: UsageRecord, change: Partial<UsageRecord>): UsageRecord {
  const changed = { ...record, ...change };
  return { ...changed, id: recordId(changed) };
}

describe('collect', () => {
  it('puts what a job uploaded into the ledger, once however often it is called', async () => {
    await using scene = await Scene.open();
    const uploaded = await scene.work();
    expect(uploaded).toHaveLength(2);
    const first = await scene.collect();
    expect(first).toMatchObject({ counted: true, written: 2, duplicates: 0, refused: [], artifacts: 1 });
    expect(
      scene
        .lines()
        .map((line): string => JSON.parse(line).id)
        .sort(),
    ).toEqual(uploaded.map(({ id }) => id));
    expect(await scene.collect()).toMatchObject({ written: 0, duplicates: 2 });
    expect(scene.lines()).toHaveLength(2);
  });

  it('writes nothing with --dry-run, and shows everything', async () => {
    await using scene = await Scene.open();
    await scene.work();
    const shown = await scene.collect({}, ['--dry-run']);
    expect(shown).toMatchObject({ dry_run: true, written: 0 });
    expect(shown.records).toHaveLength(2);
    expect(scene.lines()).toEqual([]);
  });

  it.each([
    ['a fork', { headRepository: 'mallory/demo' }, /fork/],
    ['Dependabot', { actor: 'dependabot[bot]' }, /Dependabot/],
  ])('shows the records of %s and never counts them', async (_, says, why) => {
    await using scene = await Scene.open();
    await scene.work();
    const document = await scene.collect(says);
    expect(document).toMatchObject({ counted: false, written: 0 });
    expect(document.why_not_counted).toMatch(why);
    expect(document.records).toHaveLength(2);
    expect(scene.lines()).toEqual([]);
  });

  it('takes no record that disagrees with what GitHub says of the run', async () => {
    await using scene = await Scene.open();
    const [good] = await scene.work();
    if (good === undefined) throw new Error('no record');
    scene.service.uploads.length = 0;
    const { run } = good;
    scene.uploadLines([
      good,
      forged(good, { repository: 'octo/other' }),
      forged(good, { run: { ...run, id: '124' } }),
      forged(good, { run: { ...run, attempt: 3 } }),
      forged(good, { at: '2031-01-01T00:00:00Z', session: 'future' }),
      forged(good, { at: '2020-01-01T00:00:00Z', session: 'past' }),
      { ...good, cost_microusd: 1, id: 'f'.repeat(64) },
      { ...good, tokens: { ...good.tokens, input: -5 } },
      { nonsense: true },
      [],
    ]);
    const { records, refused, written } = await scene.collect();
    expect(records).toEqual([{ ...good, workflow: '.github/workflows/review.yml' }]);
    expect(written).toBe(1);
    expect(refused.map(({ why }: { why: string }) => why.replace(/^Line \d+ is refused: /, ''))).toEqual([
      expect.stringContaining('repository must be octo/demo'),
      'run.id must be 123.',
      expect.stringContaining('run.attempt'),
      'at must be within the time of the job.',
      'at must be within the time of the job.',
      expect.stringContaining('id'),
      expect.stringContaining('tokens.input'),
      expect.stringContaining('schema'),
      expect.stringContaining('must be an object'),
    ]);
  });

  it.each([
    ['.github/workflows/review.yml@refs/heads/main', { workflow: '.github/workflows/review.yml' }],
    ['dynamic/pages/pages-build-deployment', {}],
  ])('has the workflow from GitHub, whatever a record says: %s', async (path, says) => {
    await using scene = await Scene.open();
    const [good] = await scene.work();
    if (good === undefined) throw new Error('no record');
    scene.service.uploads.length = 0;
    scene.uploadLines([{ ...good, workflow: '.github/workflows/cheap.yml' }]);
    expect((await scene.collect({ path })).records).toEqual([{ ...good, ...says }]);
  });

  it.each([
    ['fast', 180_000, 'end'],
    ['slow', -4_000_000, 'start'],
  ])('takes the record of a runner whose clock is %s, as of the %s of its job', async (way, off) => {
    await using scene = await Scene.open();
    const [good] = await scene.work();
    if (good === undefined) throw new Error('no record');
    scene.service.uploads.length = 0;
    const [from, to] = [new Date(Date.now() - 3_600_000), new Date()];
    const at = `${new Date(to.getTime() + off).toISOString().slice(0, 19)}Z`;
    scene.uploadLines([{ ...good, at }]);
    const { records, refused, written } = await scene.collect({
      jobs: [{ id: 4711, name: 'review', from, to }],
    });
    expect(written).toBe(1);
    const edge = way === 'fast' ? to : from;
    expect(records[0].at).toBe(`${edge.toISOString().slice(0, 19)}Z`);
    expect(refused).toEqual([
      {
        artifact: expect.any(String),
        why: expect.stringMatching(new RegExp(`clock seems \\d+ min ${way}.*${at}`)),
      },
    ]);
  });

  it('does not count what no job of that length can use, and keeps the rest', async () => {
    await using scene = await Scene.open();
    const [good, other] = await scene.work();
    if (good === undefined || other === undefined) throw new Error('no records');
    scene.service.uploads.length = 0;
    const absurd = { ...good.tokens, input: 40_000_000_000, output: 1 };
    scene.uploadLines([
      { ...good, tokens: absurd, cost_microusd: 800_000_000_000 },
      other,
      forged(good, { session: 'dear', cost_microusd: 900_000_000_000 }),
    ]);
    const { records, refused, written } = await scene.collect();
    expect(written).toBe(3);
    const counted = records.filter(({ cost_microusd: cost }: UsageRecord) => cost !== null);
    expect(counted.map(({ id }: UsageRecord) => id)).toEqual([other.id]);
    const left = records.filter(({ cost_microusd: cost }: UsageRecord) => cost === null);
    for (const record of left)
      expect(record).toMatchObject({ measured: 'none', tokens: null, cost_basis: 'unmeasured' });
    expect(refused.map(({ why }: { why: string }) => why).join()).toMatch(
      /not counted.*no job of 3,60\d s can use 40,0.* tokens.*not counted.*can cost 900,000,000,000/s,
    );
  });

  it('computes tier and price itself, keeps the larger cost, and shows both', async () => {
    await using scene = await Scene.open();
    const [good] = await scene.work();
    if (good === undefined) throw new Error('no record');
    scene.service.uploads.length = 0;
    const tokens = { input: 100_000_000, output: 0, cache_read: 0, cache_write_5m: 0, cache_write_1h: 0 };
    const cheap = { model_used: 'claude-opus-5-5', tier_used: 'haiku', tokens, cost_microusd: 0 };
    const dear = { model_used: 'claude-opus-5-5', tier_used: 'opus', session: 'dear', cost_microusd: 90_000 };
    scene.uploadLines([forged(good, cheap), forged(good, dear)]);
    await scene.github
      .repository('octo/demo')
      .then((repo) => repo.commit({ 'allocation.yaml': ALLOCATION }, { branch: 'main' }));
    const { written } = await scene.collect();
    expect(written).toBe(2);
    const lines = scene.lines().map((line): UsageRecord => JSON.parse(line));
    expect(lines.find(({ session }) => session !== 'dear')).toMatchObject({
      tier_used: 'opus',
      cost_microusd: expect.toSatisfy((cost: number) => cost >= 400_000_000),
      cost_basis: 'computed',
      claimed: { cost_microusd: 0, tier_used: 'haiku' },
    });
    const kept = lines.find(({ session }) => session === 'dear');
    expect(kept).toMatchObject({ tier_used: 'opus', cost_microusd: 90_000 });
    expect(kept).not.toHaveProperty('claimed');
    expect(await scene.job.json(['ledger', 'verify', '--ledger', scene.ledger])).toMatchObject({
      problems: [],
    });
  });

  it('learns of an agent that hid what it did behind a record of an earlier step', async () => {
    await using scene = await Scene.open();
    const SECURITY = { command: 'resolve', agent: 'SECURITY', phase: 'EXEC', 'job-id': '4711' };
    const { state } = await scene.job.action(SECURITY);
    const [line] = await scene.work();
    scene.service.uploads.length = 0;
    if (line === undefined) throw new Error('no record');
    rmSync(join(scene.job.home, '.claude'), { recursive: true });
    rmSync(join(scene.job.temp, 'claude-execution-output.json'));
    const claim = forged(line, { agent: 'SECURITY', model_used: 'claude-opus-5-5', tier_used: 'opus' });
    writeFileSync(join(scene.job.temp, 'haiku-first', 'recorded.jsonl'), `${JSON.stringify(claim)}\n`);
    const { stdout } = await scene.job.post(SECURITY, state, scene.service.env());
    expect(stdout).toMatch(/^::warning title=Usage not measured::.*Earlier steps are said to have recorded/m);
    const { records, refused } = await scene.collect();
    expect(records).toMatchObject([{ agent: 'SECURITY', measured: 'none', cost_microusd: null }]);
    expect(refused).toMatchObject([
      { why: expect.stringMatching(/1 records, of which 1 were never uploaded/) },
    ]);
  });

  it('takes no record of a job whose earlier step has told everything', async () => {
    await using scene = await Scene.open();
    const step = { ...TESTING, 'job-id': '4711' };
    const { state } = await scene.job.action(step);
    const used = [{ model: 'claude-sonnet-5-5', usage: { input_tokens: 5, output_tokens: 5 } }];
    const from = scene.job.write('used.json', JSON.stringify(used));
    await scene.job.action({ ...step, command: 'record', from, record: 'artifact' }, scene.service.env());
    const told = recordsIn(scene.service.uploads.at(-1));
    await scene.job.post(step, state, scene.service.env());
    expect(scene.service.uploads).toHaveLength(2);
    const { records, refused } = await scene.collect();
    expect(refused).toEqual([]);
    expect(records.map(({ id }: UsageRecord) => id)).toEqual(told.map(({ id }) => id));
    expect(refused).toEqual([]);
  });

  it('takes no record of a job that the run does not have', async () => {
    await using scene = await Scene.open();
    const [good] = await scene.work();
    if (good === undefined) throw new Error('no record');
    scene.service.uploads.length = 0;
    scene.uploadLines([good], { schema: 'haiku-first/job@1', job_id: '666' });
    scene.uploadLines([forged(good, { run: { ...good.run, job: 'nobody' } })], null);
    scene.uploadLines([forged(good, { session: 'named' })], null);
    const { records, refused } = await scene.collect({ jobs: [{ id: 4711, name: 'review (opus, linux)' }] });
    expect(records).toHaveLength(1);
    expect(records[0].session).toBe('named');
    expect(refused.map(({ why }: { why: string }) => why)).toEqual([
      expect.stringContaining('run.job must be a job of the run'),
      expect.stringContaining('run.job must be a job of the run'),
    ]);
  });

  it('refuses archives that are hostile, and takes the others', async () => {
    await using scene = await Scene.open();
    await scene.work();
    scene.upload(zipOf([{ name: '../../../etc/cron.d/x', content: 'x' }]));
    scene.upload(zipOf([{ name: ARTIFACT_FILE, content: Buffer.alloc(30_000_000) }]));
    scene.upload(zipOf([{ name: ARTIFACT_FILE, content: '/etc/passwd', mode: 0o120777 }]));
    scene.upload(Buffer.alloc(5 << 20));
    scene.upload(Buffer.from('no archive'));
    scene.uploadLines(Array.from({ length: 501 }, () => ({})));
    scene.upload(zipOf([{ name: 'x', content: '' }]), 'something-else');
    const document = await scene.collect();
    expect(document).toMatchObject({ written: 2, artifacts: 7 });
    expect(document.refused).toHaveLength(6);
  });

  it('takes the records of the other jobs where one artifact is gone by then', async () => {
    await using scene = await Scene.open();
    await scene.work();
    scene.upload(Buffer.from('gone'), 'haiku-first-usage-0');
    scene.github.fault({ path: /\/artifacts\/\d+\/zip$/, status: 410, times: 1 });
    const { written, refused } = await scene.collect();
    expect(written).toBe(2);
    expect(refused).toEqual([{ artifact: 'haiku-first-usage-0', why: 'It is gone.' }]);
  });

  it('does not look through any number of artifacts: those of the first pages are taken', async () => {
    await using scene = await Scene.open();
    await scene.work();
    const next = `${scene.github.apiUrl}/repos/octo/demo/actions/runs/123/artifacts?page=2`;
    const own = { ...empty('artifact'), id: 123_000, name: scene.service.uploads[0]?.name, expired: false };
    const page = (artifacts: readonly object[], times: number): void => {
      const body = JSON.parse(JSON.stringify({ total_count: 1_000_000, artifacts }));
      const headers = { link: `<${next}>; rel="next"` };
      scene.github.fault({ path: /\/runs\/123\/artifacts$/, status: 200, headers, body, times });
    };
    page([own], 1);
    page([], 100);
    const { written, refused } = await scene.collect();
    expect(written).toBe(2);
    expect(refused).toEqual([
      { artifact: 'the run', why: 'It has too many artifacts: not all of them were read.' },
    ]);
    expect(scene.github.exchanges.filter(({ path }) => path.endsWith('/artifacts'))).toHaveLength(21);
  });

  it('takes no more than 10,000 records of one run, and says how many it leaves', async () => {
    await using scene = await Scene.open();
    const [good] = await scene.work();
    if (good === undefined) throw new Error('no record');
    scene.service.uploads.length = 0;
    for (let file = 0; file < 21; file += 1)
      scene.uploadLines(
        Array.from({ length: 500 }, (_, index) => forged(good, { session: `s${file}-${index}` })),
      );
    const { records, refused } = await scene.collect({}, ['--dry-run']);
    expect(records).toHaveLength(10_000);
    expect(refused).toEqual([
      { artifact: 'the run', why: '500 of its records were left out: at most 10000 are taken.' },
    ]);
  });

  it('finds nothing in a run without usage, and says so', async () => {
    await using scene = await Scene.open();
    expect(await scene.collect()).toMatchObject({ artifacts: 0, written: 0, records: [] });
  });

  it('fails when it cannot ask GitHub, and when it does not know which run', async () => {
    using desk = JobScene.atDesk({ checkout: null, env: { GITHUB_REPOSITORY: 'octo/demo' } });
    expect((await desk.cli(['collect'])).stderr.join()).toMatch(/number of a workflow run/);
    await using github = await startGithub();
    github.fault({ path: /actions\/runs/, status: 403 });
    const token = await github.token({ contents: 'read' });
    const refused = await desk.cli(['collect', '--run', '123'], github.env(token));
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr.join()).toMatch(/actions: read/);
  });
});
