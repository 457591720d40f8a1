import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { recordEntry } from '../../../src/usage/records/ledger-line.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { serveGit } from '../../ledger/http.ts';
import { bareRepository, git, ledger } from '../../ledger/support.ts';
import { output, run } from '../../report/records.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';

const root = join(import.meta.dirname, '../../..');
const OWN = readFileSync(join(root, 'allocation.yaml'), 'utf8');
const schemaOf = (name: string) => JSON.parse(readFileSync(join(root, `schema/${name}.schema.json`), 'utf8'));
const validate = new Ajv2020({ strict: false }).addSchema(schemaOf('report')).compile(schemaOf('report-org'));

/** Repositories on a server, and a desk with an allocation at which the report over them is made. */
class Organisation implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'haiku-first-org-'));
  readonly desk: JobScene;

  constructor(allocation: string | null = OWN) {
    this.desk = JobScene.atDesk(allocation === null ? { checkout: null } : { allocation });
    mkdirSync(join(this.folder, 'octo'));
  }

  /** A bare repository with these records in its ledger, and on its default branch this allocation; null: no branch. */
  async add(name: string, allocation: string | null, records: readonly UsageRecord[]): Promise<string> {
    const path = bareRepository(this.folder, `octo/${name}.git`);
    if (allocation !== null) {
      const work = join(this.folder, `work-${name}`);
      execFileSync('git', ['clone', '--quiet', path, work], { stdio: 'pipe' });
      writeFileSync(join(work, 'allocation.yaml'), allocation);
      git(work, 'add', '.');
      git(work, 'commit', '--quiet', '-m', 'First');
      git(work, 'push', '--quiet', 'origin', 'HEAD:main');
    }
    if (records.length > 0) {
      await using store = await ledger(path, this.folder);
      await store.append(records.map(recordEntry), { run: '1', attempt: 1 });
    }
    return path;
  }

  /** `report --org --json`, as the schema wants it. */
  async json(repositories: string, env: Readonly<Record<string, string>> = {}) {
    const line = ['report', '--org', '--repositories', repositories, '--json'];
    const { stdout, exitCode, stderr } = await this.desk.cli(line, env);
    const report = JSON.parse(stdout);
    validate(report);
    expect({ exitCode, stderr, errors: validate.errors }).toEqual({ exitCode: 0, stderr: [], errors: null });
    return report;
  }

  /** What a repository's own report says, made in a clone of it. */
  async own(name: string): Promise<unknown> {
    const clone = join(this.folder, `clone-${name}`);
    // From its path: the server is in this process, which waits.
    execFileSync('git', ['clone', '--quiet', join(this.folder, `octo/${name}.git`), clone], {
      stdio: 'pipe',
    });
    using place = new JobScene({ event: null, checkout: clone });
    return place.json(['report']);
  }

  [Symbol.dispose](): void {
    this.desk[Symbol.dispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const BROKEN = run('9', {
  agent: 'SECURITY',
  tier_assigned: 'opus',
  model_requested: 'claude-opus-5-5',
  cost_microusd: 500_000,
});

describe('report --org', () => {
  it('without a list reports on the repositories that the policy is for', async () => {
    using organisation = new Organisation(`${OWN}\nrepositories: [octo/web, octo/api]\n`);
    await using server = await serveGit(organisation.folder);
    await organisation.add('web', OWN, [run('1')]);
    await organisation.add('api', ALLOCATION, [run('2')]);
    const env = { GITHUB_SERVER_URL: server.url };
    const listed = await organisation.desk.cli(['report', '--org', '--json'], env);
    expect(JSON.parse(listed.stdout)).toEqual(await organisation.json('octo/web,octo/api', env));
    expect(JSON.parse(listed.stdout)).toMatchObject({ asked: 2, read: 2 });
  });

  it('has of each repository what its own report says, and sums it up', async () => {
    using organisation = new Organisation();
    await using server = await serveGit(organisation.folder);
    await organisation.add('web', OWN, [
      run('1', { tokens: output(400_000), cost_microusd: 2_000_000 }),
      run('2'),
    ]);
    await organisation.add('api', ALLOCATION, [BROKEN, run('3', { outcome: 'fail' })]);
    const report = await organisation.json('octo/web,octo/api', { GITHUB_SERVER_URL: server.url });
    const own = {
      api: await organisation.own('api'),
      web: await organisation.own('web'),
    };
    expect(report.repositories).toEqual([
      {
        repository: 'octo/api',
        ledger: `${server.url}/octo/api.git`,
        rules: 'own',
        report: own.api,
        unreadable: null,
      },
      {
        repository: 'octo/web',
        ledger: `${server.url}/octo/web.git`,
        rules: 'own',
        report: own.web,
        unreadable: null,
      },
    ]);
    expect(report).toMatchObject({
      week: '2026-W48',
      asked: 2,
      read: 2,
      zones: [
        { zone: 'YELLOW', repositories: ['octo/web'] },
        { zone: null, repositories: ['octo/api'] },
      ],
      totals: { runs: 4, microusd: 2_507_256, rework: { hits: 1, unknown: 0, n: 4 } },
      tiers: [
        { tier: 'haiku', runs: 4, run_share: 1, microusd: 2_507_256, cost_share: 1, repositories: 2 },
        { tier: 'sonnet', runs: 0 },
        { tier: 'opus', runs: 0 },
      ],
      floors_broken: [
        {
          repository: 'octo/api',
          agent: 'SECURITY',
          phase: 'EXEC',
          floor: 'opus',
          tier_used: 'haiku',
          records: 1,
        },
      ],
    });
  });

  it('names what cannot be read, and says of no such repository that it used nothing', async () => {
    using organisation = new Organisation();
    await using server = await serveGit(organisation.folder);
    await organisation.add('web', OWN, [run('1', { cost_microusd: 2_000_000 })]);
    await organisation.add('odd', 'version: 1\ntiers: []\n', [run('2')]);
    const env = { GITHUB_SERVER_URL: server.url };
    const report = await organisation.json('octo/web,octo/secret,octo/odd', env);
    expect(report).toMatchObject({
      asked: 3,
      read: 1,
      complete: false,
      totals: { runs: 1 },
      repositories: [
        {
          repository: 'octo/odd',
          rules: null,
          report: null,
          unreadable: { why: expect.stringMatching(/^allocation\.yaml.*tiers/) },
        },
        {
          repository: 'octo/secret',
          report: null,
          unreadable: {
            why: expect.stringContaining('octo/secret.git cannot be read'),
            fix: 'Check its name, and set GITHUB_TOKEN to a token that may read the contents of this repository (contents: read).',
          },
        },
        { repository: 'octo/web', rules: 'own', unreadable: null },
      ],
    });
    const text = ['report', '--org', '--repositories', 'octo/web,octo/secret,octo/odd'];
    const { stdout } = await organisation.desk.cli(text, env);
    expect(stdout).toMatch(/^week 2026-W48 · 1 of 3 repositories\n≥ 79 tokens and ≥ \$2\.00 at list price/);
    expect(stdout).toContain('✗ octo/secret is not read, and in no total:\n');
    expect(stdout.split('\nRepositories:\n')[1]).not.toContain('octo/secret');
    const none = await organisation.desk.cli(['report', '--org', '--repositories', 'octo/secret'], env);
    expect(none.exitCode).toBe(2);
    expect(none.stdout).toContain('no repository could be read: nothing is known');
  });

  it('reads with the token of the environment, and only where that is for the same server', async () => {
    using organisation = new Organisation();
    const authorization = `basic ${Buffer.from('x-access-token:t0ken').toString('base64')}`;
    await using server = await serveGit(organisation.folder, { authorization });
    await organisation.add('web', OWN, [run('1')]);
    const GITHUB_SERVER_URL = server.url;
    expect(await organisation.json('octo/web', { GITHUB_SERVER_URL, GITHUB_TOKEN: 't0ken' })).toMatchObject({
      read: 1,
      totals: { runs: 1 },
    });
    const line = ['report', '--org', '--repositories', 'octo/web'];
    for (const env of [{ GITHUB_SERVER_URL }, { GITHUB_SERVER_URL, GITHUB_TOKEN: 'wr0ng' }]) {
      const { stdout, exitCode } = await organisation.desk.cli(line, env);
      expect(exitCode).toBe(2);
      expect(stdout.replace(/\s+/g, ' ')).toContain('set GITHUB_TOKEN to a token that may read the contents');
      expect(stdout).not.toMatch(/t0ken|wr0ng/);
    }
    const address = `${server.url.replace('//', '//me:s3cret@')}/octo/web.git`;
    const { stdout } = await organisation.desk.cli(['report', '--org', '--repositories', address, '--json']);
    expect(stdout).toContain('/octo/web.git');
    expect(stdout).not.toContain('s3cret');
  });

  it('takes paths, a file with a list, and each repository once', async () => {
    using organisation = new Organisation();
    const bare = await organisation.add('web', OWN, [run('1')]);
    const alone = await organisation.add('ledger', null, [run('2')]);
    const { desk } = organisation;
    await desk.record([run('3')]);
    desk.write(
      'all.txt',
      `# the web team\n${bare}\n${bare.replace(/\.git$/, '')}\n\n${alone} # no files of its own\n`,
    );
    const report = await organisation.json('@all.txt,.');
    expect(report.repositories).toMatchObject([
      { repository: '.', rules: 'own', report: { runs: 1 } },
      { repository: alone, rules: 'given', report: { runs: 1 } },
      { repository: bare, rules: 'own', report: { runs: 1 } },
    ]);
    const { stdout } = await desk.cli(['report', '--org', '--repositories', '@all.txt']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'without an allocation of its own, judged by the one here: ',
    );
  });

  it('judges no ledger without an allocation where there is none here, either', async () => {
    using organisation = new Organisation(null);
    const alone = await organisation.add('ledger', null, [run('2')]);
    const bare = await organisation.add('web', OWN, [run('1')]);
    expect((await organisation.json(`${alone},${bare}`)).repositories).toMatchObject([
      {
        report: null,
        unreadable: { why: 'It has no allocation.yaml, and there is none here to judge it by.' },
      },
      { rules: 'own', report: { runs: 1 } },
    ]);
  });

  it('stands in the job summary, and warns of broken floors and of what is not read', async () => {
    using organisation = new Organisation();
    await using server = await serveGit(organisation.folder);
    await organisation.add('api', ALLOCATION, [BROKEN, run('3', { agent: 'TESTING' })]);
    using job = new JobScene({
      event: {
        name: 'schedule',
        payload: { schedule: '37 4 * * 1', repository: { default_branch: 'main' } },
      },
      allocation: OWN,
      env: { GITHUB_SERVER_URL: server.url },
    });
    const step = { command: 'report', org: 'true', repositories: 'octo/api\nocto/a|b', ledger: '' };
    const failed = job.outcome({ ...step, repositories: ' ' });
    await expect(failed).rejects.toThrow('No repositories are named for a report over many.');
    const { exitCode, summary, annotations } = await job.outcome({
      ...step,
      repositories: 'octo/api\nocto/gone',
    });
    expect(exitCode).toBe(0);
    expect(summary).toMatch(/^### haiku-first · 2026-W48 · 1 of 2 repositories\n/);
    expect(summary).toContain('- ❌ octo/gone is not read, and in no total: ');
    expect(summary).toContain('the token of a workflow reads its own repository alone');
    expect(summary).toContain('- ❌ octo/api: SECURITY/EXEC used haiku, floor opus\n');
    expect(summary).toContain('| octo/api | no budget | – | 2 | 158 | $0.50 | 1 |');
    expect(annotations.map(({ title }) => title)).toEqual([
      'haiku-first: not read',
      'haiku-first: below-floor',
    ]);
  });

  it('asks at most eight repositories at a time', async () => {
    using organisation = new Organisation();
    let [now, most] = [0, 0];
    const before = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 25));
      now -= 1;
      return null;
    };
    await using server = await serveGit(organisation.folder, { before });
    const names = Array.from({ length: 12 }, (_, index) => `r${index}`);
    for (const name of names) await organisation.add(name, null, []);
    const list = names.map((name) => `octo/${name}`).join(',');
    expect((await organisation.json(list, { GITHUB_SERVER_URL: server.url })).read).toBe(12);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('says what does not go with it', async () => {
    using organisation = new Organisation();
    const said = async (...line: readonly string[]) => {
      const { stderr, exitCode } = await organisation.desk.cli(['report', ...line]);
      expect(exitCode).toBe(2);
      return stderr.join('\n');
    };
    expect(await said('--org')).toContain('No repositories are named');
    expect(await said('--org', '--repositories', '@none.txt')).toContain('There is no none.txt');
    expect(await said('--org', '--repositories', 'none')).toContain('none is no ledger');
    expect(await said('--repositories', 'octo/web')).toContain('Add --org.');
    const both = ['--org', '--repositories', 'octo/web'];
    expect(await said(...both, '--work-item', 'pr-1')).toContain('--org and --work-item do not go together');
    expect(await said(...both, '--ledger', 'x')).toContain('--org and --ledger do not go together');
  });
});
