import { join } from 'node:path';
import { execute } from '../../../src/cli/execute.ts';
import { COMMANDS } from '../../../src/commands/registry.ts';
import { ARTIFACT_FILE } from '../../../src/github/artifacts/index.ts';
import { type Deferral, deferralId } from '../../../src/usage/records/deferral.ts';
import { checkDeferral } from '../../../src/usage/records/deferral-check.ts';
import { readStoredLine, recordEntry } from '../../../src/usage/records/ledger-line.ts';
import { ArtifactService } from '../../job/artifact-service.ts';
import { ledger } from '../../ledger/support.ts';
import { output, record } from '../../report/records.ts';
import { type Github, startGithub } from '../../support/github/index.ts';
import { JobScene } from '../../support/job-scene.ts';
import { zipOf } from '../../support/zip.ts';
import { finishRun, type RunSays } from './finished-run.ts';

export const HEAD = 'a'.repeat(40);
export const ALLOCATION = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [PLAN, EXEC]
facts: { security_critical: { type: boolean }, component: { type: string } }
agents:
  GITHUB: { default: haiku }
  TESTING: { default: sonnet }
  SECURITY: { default: opus }
floors:
  - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }
budget: { mode: enforce, weekly: { tokens: 1000 }, critical_reserve: 0.1 }
`;

/** A job whose week has used so many of its 1,000 tokens, and the collector after it. */
export class Scene implements AsyncDisposable {
  readonly job = new JobScene();
  readonly location = join(this.job.folder, 'ledger.git');
  readonly service: ArtifactService;
  readonly github: Github;

  private constructor(service: ArtifactService, github: Github) {
    this.service = service;
    this.github = github;
  }

  static async open(tokens: number): Promise<Scene> {
    const scene = new Scene(await ArtifactService.start(), await startGithub());
    scene.job.git('init', '--quiet', '--bare', scene.location);
    scene.job.commit({ 'allocation.yaml': ALLOCATION });
    await using store = await ledger(scene.location, scene.job.folder);
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    await store.append([recordEntry(record({ at: now, tokens: output(tokens) }))], { run: '1', attempt: 1 });
    return scene;
  }

  /** `resolve` and the end of its job. */
  async work(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
    const given = { command: 'resolve', phase: 'EXEC', ledger: this.location, 'job-id': '4711', ...inputs };
    const all = { ...this.service.env(), ...env };
    const step = await this.job.action(given, all);
    const post = await this.job.post(given, step.state, all);
    return { step, post };
  }

  /** The deferrals that were uploaded last. */
  uploaded(): readonly Deferral[] {
    const [, ...lines] = (this.service.uploads.at(-1)?.text ?? '').trimEnd().split('\n');
    return lines.flatMap((line) => {
      const checked = checkDeferral(JSON.parse(line));
      return checked.ok ? [checked.value] : [];
    });
  }

  /** An artifact as a hostile job would make it. */
  upload(deferrals: readonly object[]): void {
    const head = { schema: 'haiku-first/job@1', job_id: '4711' };
    const content = [head, ...deferrals].map((value) => JSON.stringify(value)).join('\n');
    const name = `haiku-first-usage-2-review-${this.service.uploads.length}`;
    this.service.uploads.push({ name, zip: zipOf([{ name: ARTIFACT_FILE, content }]), text: '' });
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests look into the document
  async collect(says: RunSays = {}, args: readonly string[] = [], exitCode = 0): Promise<any> {
    finishRun(this.github, this.service, { event: 'push', headSha: this.job.sha, ...says });
    const token = await this.github.token({ actions: 'read', contents: 'write' });
    const result = await execute(['collect', '--run', '123', '--ledger', this.location, '--json', ...args], {
      env: {
        PATH: process.env.PATH,
        HOME: this.job.home,
        GITHUB_REPOSITORY: 'octo/demo',
        ...this.github.env(token),
        GITHUB_TOKEN: token,
      },
      cwd: this.job.folder,
      clock: () => new Date(),
      commands: COMMANDS,
    });
    const document = JSON.parse(result.stdout);
    if (result.exitCode !== exitCode) throw new Error(JSON.stringify(document));
    return exitCode === 0 ? document : { ...document, said: result.stderr.join('\n') };
  }

  /** The deferrals in the ledger. */
  async kept(): Promise<readonly Deferral[]> {
    await using store = await ledger(this.location, this.job.folder);
    return (await store.readAll()).entries.flatMap(({ line }) => {
      const reading = readStoredLine(line);
      return reading.ok && reading.entry.content.kind === 'deferral' ? [reading.entry.content.deferral] : [];
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.job[Symbol.dispose]();
    await this.service[Symbol.asyncDispose]();
    await this.github.close();
  }
}

export function claimOf(change: Partial<Deferral>): Deferral {
  const at = `${new Date().toISOString().slice(0, 19)}Z`;
  const whole: Deferral = {
    schema: 'haiku-first/deferral@1',
    id: '',
    at,
    repository: 'octo/demo',
    run: { id: '123', attempt: 2, job: 'review' },
    work_item: 'issue-7',
    head: null,
    agent: 'TESTING',
    phase: 'EXEC',
    tier: 'sonnet',
    priority: 50,
    critical: false,
    reason: 'zone',
    not_before: at,
    task: {},
    ...change,
  };
  return { ...whole, id: deferralId(whole) };
}
