import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { ARTIFACT_FILE } from '../../../src/github/artifacts/index.ts';
import { ArtifactService } from '../../job/artifact-service.ts';
import { type Github, startGithub } from '../../support/github/index.ts';
import { JobScene } from '../../support/job-scene.ts';
import { zipOf } from '../../support/zip.ts';
import { finishRun, type RunSays } from './finished-run.ts';

const schema = new URL('../../../schema/collect.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));

/** A job with an artifact service, the GitHub that tells of its run when it is over, and a ledger to collect it into. */
export abstract class CollectScene implements AsyncDisposable {
  readonly github: Github;
  readonly service: ArtifactService;
  readonly job: JobScene;
  readonly ledger: string;

  protected constructor(github: Github, service: ArtifactService, job = new JobScene()) {
    this.github = github;
    this.service = service;
    this.job = job;
    this.ledger = join(job.folder, 'ledger.git');
    job.git('init', '--quiet', '--bare', this.ledger);
  }

  protected static services(): Promise<[Github, ArtifactService]> {
    return Promise.all([startGithub(), ArtifactService.start()]);
  }

  /** An artifact as a hostile job would make it. */
  upload(zip: Buffer, name = `haiku-first-usage-2-review-${this.service.uploads.length}`): void {
    this.service.uploads.push({ name, zip, text: '' });
  }

  uploadLines(
    lines: readonly object[],
    head: object | null = { schema: 'haiku-first/job@1', job_id: '4711' },
  ): void {
    const all = [...(head === null ? [] : [head]), ...lines].map((value) => JSON.stringify(value));
    this.upload(zipOf([{ name: ARTIFACT_FILE, content: all.join('\n') }]));
  }

  /** `haiku-first collect` for the finished run: its document and, where it did not succeed, what it `said`. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into the document
  async collect(says: RunSays = {}, args: readonly string[] = [], exitCode = 0): Promise<any> {
    finishRun(this.github, this.service, says);
    const token = await this.github.token({ actions: 'read', contents: 'write' });
    using desk = JobScene.atDesk({
      checkout: this.job.folder,
      env: { GITHUB_REPOSITORY: 'octo/demo', ...this.github.env(token) },
      now: new Date().toISOString(),
    });
    const result = await desk.cli(['collect', '--run', '123', '--ledger', this.ledger, '--json', ...args]);
    const document = JSON.parse(result.stdout);
    const said = result.stderr.join('\n');
    if (result.exitCode !== exitCode) throw new Error(JSON.stringify(document));
    expect(result.stdout + said).not.toContain(token);
    if (exitCode !== 0) return { ...document, said };
    validate(document);
    expect(validate.errors).toBeNull();
    return document;
  }

  /** The lines of the ledger. */
  lines(): string[] {
    const git = (...args: string[]): string => this.job.git('-C', this.ledger, ...args);
    if (!git('for-each-ref').includes('haiku-first-ledger')) return [];
    const names = git('ls-tree', '-r', '--name-only', 'haiku-first-ledger').trim().split('\n');
    return names.flatMap((name) => git('show', `haiku-first-ledger:${name}`).trim().split('\n'));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.job[Symbol.dispose]();
    await this.service[Symbol.asyncDispose]();
    await this.github.close();
  }
}
