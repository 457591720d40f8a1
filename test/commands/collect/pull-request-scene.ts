import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARTIFACT_FILE } from '../../../src/github/artifacts/index.ts';
import { recordEntry } from '../../../src/usage/records/ledger-line.ts';
import { recordId, type UsageRecord } from '../../../src/usage/records/record.ts';
import type { ArtifactService } from '../../job/artifact-service.ts';
import { ledger } from '../../ledger/support.ts';
import { output, record } from '../../report/records.ts';
import { startDist } from '../../support/bundle.ts';
import type { Github, Permissions, PullRequest, Repository } from '../../support/github/index.ts';
import { isObject, text } from '../../support/github/json.ts';
import { ALLOCATION, JobScene, type StepResult } from '../../support/job-scene.ts';
import { zipOf } from '../../support/zip.ts';
import { finishRun, type RunSays } from './finished-run.ts';
import { CollectScene } from './scene.ts';

const COLLECTOR: Permissions = {
  actions: 'read',
  contents: 'write',
  pull_requests: 'write',
  issues: 'write',
};

/** A pull request of octo/demo, whose jobs upload to a loopback service and are collected. */
export class PullRequestScene extends CollectScene {
  readonly repo: Repository;
  readonly pull: PullRequest;

  private constructor(
    [github, service]: readonly [Github, ArtifactService],
    repo: Repository,
    pull: PullRequest,
    bundled: boolean,
  ) {
    const job = new JobScene({
      event: { name: 'pull_request', ...pull.event() },
      // The artifact service is that of github.com.
      env: { GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: 'https://github.com' },
      ...(bundled ? { start: startDist } : {}),
    });
    super(github, service, job);
    this.repo = repo;
    this.pull = pull;
  }

  static async open({
    fork = false,
    bundled = false,
    files = { 'allocation.yaml': ALLOCATION },
  }: {
    fork?: boolean;
    /** Its steps run `dist/`. */
    bundled?: boolean;
    files?: Readonly<Record<string, string>>;
  } = {}): Promise<PullRequestScene> {
    const services = await CollectScene.services();
    const repo = await services[0].repository('octo/demo');
    const root = await repo.commit(files, { branch: 'main' });
    const from = fork ? await repo.fork('mallory') : repo;
    await from.commit({ ...files, a: '1' }, { parents: [root], branch: 'topic' });
    const pull = await repo.pullRequest({ head: 'topic', ...(fork ? { fork: from } : {}) });
    return new PullRequestScene(services, repo, pull, bundled);
  }

  /** A job of the pull request, from `resolve` to the upload at its end. */
  async work(
    inputs: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
    permissions: Permissions = { contents: 'read', pull_requests: 'read' },
    sample = 'sub',
  ): Promise<StepResult> {
    const token = await this.github.token(permissions);
    const given = {
      command: 'resolve',
      agent: 'TESTING',
      phase: 'EXEC',
      'github-token': token,
      'job-id': '4711',
      ...inputs,
    };
    const { state, status, stdout } = await this.job.action(given, env);
    if (status !== 0) throw new Error(stdout);
    this.job.claude(sample);
    return this.job.post(given, state, { ...this.service.env(), ...env });
  }

  /** A job of the pull request that puts its work off, as the week has used 960 of its 1,000 tokens. */
  async defer(): Promise<void> {
    await using store = await ledger(this.ledger, this.job.folder);
    const at = `${new Date().toISOString().slice(0, 19)}Z`;
    const spent = record({ at, tokens: output(960), work_item: null });
    await store.append([recordEntry(spent)], { run: '1', attempt: 1 });
    const given = {
      command: 'resolve',
      agent: 'TESTING',
      phase: 'EXEC',
      ledger: this.ledger,
      'github-token': await this.github.token({ contents: 'read', pull_requests: 'read' }),
      'job-id': '4711',
    };
    const { state, outputs } = await this.job.action(given);
    if (outputs.decision !== 'defer') throw new Error('it was not deferred');
    await this.job.post(given, state, this.service.env());
  }

  /** Another runner: nothing of the jobs before is on it. */
  renewRunner(): void {
    for (const folder of [this.job.home, this.job.temp]) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    }
  }

  /** Changes the records of the latest artifact, as a hostile job would. */
  forge(change: (record: UsageRecord) => Partial<UsageRecord>): readonly UsageRecord[] {
    const upload = this.service.uploads.pop();
    const [head, ...lines] = (upload?.text ?? '').trimEnd().split('\n');
    const records = lines.map((line) => {
      const record: UsageRecord = JSON.parse(line);
      const changed = { ...record, ...change(record) };
      return { ...changed, id: recordId(changed) };
    });
    const content = [head, ...records.map((record) => JSON.stringify(record))].join('\n');
    this.service.uploads.push({
      name: upload?.name ?? '',
      text: content,
      zip: zipOf([{ name: ARTIFACT_FILE, content }]),
    });
    return records;
  }

  /** The collector's step, on the run of the pull request's jobs. */
  async collectStep(
    says: RunSays = {},
    inputs: Readonly<Record<string, string>> = {},
    permissions = COLLECTOR,
  ): Promise<StepResult> {
    const { head } = this.pull;
    const about = { headRepository: head.repository, headBranch: head.ref, headSha: head.sha };
    finishRun(this.github, this.service, { ...about, ...says });
    const event = join(this.job.folder, 'workflow-run.json');
    writeFileSync(event, JSON.stringify({ workflow_run: { id: says.id ?? 123 } }));
    const token = await this.github.token(permissions);
    const given = { command: 'collect', ledger: this.ledger, 'github-token': token, ...inputs };
    const env = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_EVENT_PATH: event, GITHUB_JOB: 'collect' };
    return this.job.action(given, env);
  }

  /** A step of `report` in the run of the pull request's jobs, which is still going on. */
  async report({ mayRead = true } = {}): Promise<StepResult> {
    const { head } = this.pull;
    const about = { headRepository: head.repository, headBranch: head.ref, headSha: head.sha };
    if (mayRead) finishRun(this.github, this.service, about);
    else this.github.fault({ path: /\/actions\/runs/, status: 403, times: 1 });
    const token = await this.github.token(COLLECTOR);
    const given = { command: 'report', ledger: this.ledger, 'github-token': token };
    return this.job.action(given, { GITHUB_JOB: 'report' });
  }

  /** The comments on the pull request. */
  async comments(): Promise<readonly string[]> {
    const found = await this.github.ask('GET', `/repos/octo/demo/issues/${this.pull.number}/comments`);
    return Array.isArray(found) ? found.filter(isObject).map((each) => text(each, 'body')) : [];
  }

  /** What the alerts tell of, one text for each event: the issue's own, then its comments. */
  async alerts(): Promise<readonly string[]> {
    const issues = await this.github.ask('GET', '/repos/octo/demo/issues?labels=haiku-first-alert');
    if (!Array.isArray(issues)) return [];
    const told: string[] = [];
    for (const issue of issues.filter(isObject)) {
      told.push(text(issue, 'body'));
      const more = await this.github.ask('GET', `/repos/octo/demo/issues/${issue.number}/comments`);
      if (Array.isArray(more)) told.push(...more.filter(isObject).map((each) => text(each, 'body')));
    }
    return told;
  }
}
