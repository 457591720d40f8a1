import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { CommitId } from '../../../src/git/commit-reader.ts';
import type { GateDocument } from '../../../src/render/gate/json.ts';
import type { Start } from '../../support/bundle.ts';
import {
  type Files,
  type Github,
  type PullRequest,
  type Repository,
  startGithub,
} from '../../support/github/index.ts';
import { runInProcess } from '../../support/in-process.ts';
import { type JobEvent, JobScene, type StepResult } from '../../support/job-scene.ts';

/** A small allocation in which SECURITY has an absolute floor and STORIES has none. */
export const ALLOCATION = `version: 1
tiers:
  - { name: haiku, model: claude-haiku-5-5 }
  - { name: sonnet, model: claude-sonnet-5-5 }
  - { name: opus, model: claude-opus-5-5 }
phases: [LEAD, PLAN, EXEC]
agents:
  SECURITY:
    default: opus
  STORIES:
    default: sonnet
  TESTING:
    default: sonnet
floors:
  - id: security-always-opus
    agents: [SECURITY]
    minimum: opus
    exceptions: never
`;

/** One replacement, which must fit exactly once. */
export function edit(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(from)} is not there once`);
  return parts.join(to);
}

/** Moves SECURITY to sonnet, on line 9. */
export const WEAK = edit(ALLOCATION, 'SECURITY:\n    default: opus', 'SECURITY:\n    default: sonnet');
/** The same, with the floor lowered to fit. */
export const WEAK_FLOOR = edit(WEAK, 'minimum: opus', 'minimum: sonnet');
/** A change that breaks nothing. */
export const HARMLESS = edit(ALLOCATION, 'STORIES:\n    default: sonnet', 'STORIES:\n    default: haiku');
/** One more floor. */
export const STRICTER = `${ALLOCATION}  - id: testing-sonnet
    agents: [TESTING]
    minimum: sonnet
`;

export const FILE = 'allocation.yaml';
export const README = { 'README.md': 'Demo\n' };

export function files(allocation: string, more: Files = {}): Files {
  return { ...README, ...more, [FILE]: allocation };
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const isCheck = ajv.compile<GateDocument>(read('schema/check.schema.json'));
const isFindings = ajv.compile<Pick<GateDocument, 'findings'>>(read('schema/findings.schema.json'));
const sarifAjv = new Ajv({ strict: false });
addFormats.default(sarifAjv);
const isSarif = sarifAjv.compile<{ runs: { results: { ruleId: string }[] }[] }>(
  read('test/fixtures/sarif/sarif-schema-2.1.0.json'),
);

/** The `check` document in a text, proven against its schema. */
export function checkDocument(text: string): GateDocument {
  const document: unknown = JSON.parse(text);
  if (!isCheck(document)) throw new Error(JSON.stringify(isCheck.errors));
  return document;
}

/** The output `findings`, proven against its schema, as rule@line. */
export function findingsOf(result: StepResult): string[] {
  const document: unknown = JSON.parse(result.outputs.findings ?? '');
  if (!isFindings(document)) throw new Error(JSON.stringify(isFindings.errors));
  return document.findings.map((finding) => `${finding.rule}@${finding.file}:${finding.line}`);
}

/** The rules that a SARIF log names, after it was proven against the official schema. */
export function sarifRules(text: string): string[] {
  const log: unknown = JSON.parse(text);
  if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors?.slice(0, 3)));
  return log.runs.flatMap((run) => run.results.map((result) => result.ruleId));
}

export interface GateResult extends StepResult {
  /** What the output `report-path` names. */
  readonly report: GateDocument;
  readonly all: string;
}

interface StepOptions {
  /** Default: one that may read. */
  readonly token?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly start?: Start;
}

/** A GitHub with octo/demo, whose main has the allocation, and the gate as a step there. Use it with `await using`. */
export class GateScene implements AsyncDisposable {
  readonly github: Github;
  readonly repo: Repository;
  readonly main: CommitId;
  /** May read. */
  readonly token: string;

  private constructor(github: Github, repo: Repository, main: CommitId, token: string) {
    this.github = github;
    this.repo = repo;
    this.main = main;
    this.token = token;
  }

  static async open(options: Parameters<typeof startGithub>[0] = {}): Promise<GateScene> {
    const github = await startGithub(options);
    const repo = await github.repository('octo/demo');
    const main = await repo.commit(files(ALLOCATION), { branch: 'main' });
    return new GateScene(github, repo, main, await github.token({ contents: 'read' }));
  }

  /** A pull request from a branch of its own, onto `base`. */
  async pull(
    name: string,
    head: Files,
    { repo = this.repo, base = 'main', fork }: { repo?: Repository; base?: string; fork?: Repository } = {},
  ): Promise<PullRequest> {
    const owner = fork ?? repo;
    await owner.ensure(repo.tip(base));
    await owner.commit(head, { parents: [repo.tip(base)], branch: name });
    return repo.pullRequest({ base, head: name, ...(fork === undefined ? {} : { fork }) });
  }

  /** A job that the event started, with nothing checked out. */
  job(event: JobEvent, { token = this.token, env = {}, start = runInProcess }: StepOptions = {}): JobScene {
    const { GITHUB_TOKEN: _, ...addresses } = this.github.env(token);
    return new JobScene({ event, checkout: null, env: { ...addresses, ...env }, start });
  }

  /**
   * Runs the gate as a step that the event started. Whatever the verdict, it must come whole: outputs, report and
   * summary agree, and the token shows nowhere.
   */
  async judge(event: JobEvent, options: StepOptions = {}): Promise<GateResult> {
    using job = this.job(event, options);
    const { token = this.token, inputs = {} } = options;
    const result = await job.action({ command: 'check', 'github-token': token, ...inputs });
    const path = join(job.temp, 'haiku-first-check.json');
    expect(result.outputs['report-path'], result.stdout + result.stderr).toBe(path);
    const report = checkDocument(readFileSync(path, 'utf8'));
    expect(result.outputs.verdict).toBe(report.verdict);
    const passes = report.verdict === 'pass' || (report.verdict === 'fail' && report.mode === 'warn');
    expect(result.status, result.stdout).toBe(passes ? 0 : 1);
    const all = [result.stdout, result.stderr, result.summary, JSON.stringify(result.outputs)].join('\n');
    const shown = all.replace(`::add-mask::${token}`, '') + JSON.stringify(report);
    if (shown.includes(token)) throw new Error('the token shows');
    return { ...result, report, all };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.github.close();
  }
}

/** The verdict and what led to it, in one line: `fail HF101@allocation.yaml:9`. */
export function verdict({ report }: GateResult): string {
  const findings = report.findings.map(({ rule, file, line }) => `${rule}@${file}:${line}`);
  return [report.verdict, ...new Set(findings)].join(' ');
}

/** What went wrong, in words. */
export function problems({ report }: GateResult): string {
  return (report.error?.problems ?? []).map(({ what, file, fix }) => [file, what, fix].join(' ')).join('\n');
}

/** The event of a pull request, ready for a step. */
export function eventOf(pull: PullRequest, overrides: Parameters<PullRequest['event']>[0] = {}): JobEvent {
  return { name: 'pull_request', ...pull.event(overrides) };
}

/** The workflow commands of a log that annotate: name, properties, message. */
export function annotations(log: string): string[] {
  return log.split('\n').filter((line) => /^::(?:error|warning|notice)[ :]/.test(line));
}
