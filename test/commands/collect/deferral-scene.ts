import { type Deferral, deferralId } from '../../../src/usage/records/deferral.ts';
import { checkDeferral } from '../../../src/usage/records/deferral-check.ts';
import { readStoredLine, recordEntry } from '../../../src/usage/records/ledger-line.ts';
import { linesIn } from '../../job/artifact-service.ts';
import { ledger } from '../../ledger/support.ts';
import { output, record } from '../../report/records.ts';
import type { RunSays } from './finished-run.ts';
import { CollectScene } from './scene.ts';

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
export class Scene extends CollectScene {
  static async open(tokens: number): Promise<Scene> {
    const scene = new Scene(...(await CollectScene.services()));
    scene.job.commit({ 'allocation.yaml': ALLOCATION });
    await using store = await ledger(scene.ledger, scene.job.folder);
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    await store.append([recordEntry(record({ at: now, tokens: output(tokens) }))], { run: '1', attempt: 1 });
    return scene;
  }

  /** `resolve` and the end of its job. */
  async work(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
    const given = { command: 'resolve', phase: 'EXEC', ledger: this.ledger, 'job-id': '4711', ...inputs };
    const all = { ...this.service.env(), ...env };
    const step = await this.job.action(given, all);
    const post = await this.job.post(given, step.state, all);
    return { step, post };
  }

  /** The deferrals that were uploaded last. */
  uploaded(): readonly Deferral[] {
    return linesIn(this.service.uploads.at(-1)).flatMap((line) => {
      const checked = checkDeferral(JSON.parse(line));
      return checked.ok ? [checked.value] : [];
    });
  }

  override collect(says: RunSays = {}, args: readonly string[] = [], exitCode = 0) {
    return super.collect({ event: 'push', headSha: this.job.sha, ...says }, args, exitCode);
  }

  /** The deferrals in the ledger. */
  async kept(): Promise<readonly Deferral[]> {
    await using store = await ledger(this.ledger, this.job.folder);
    return (await store.readAll()).entries.flatMap(({ line }) => {
      const reading = readStoredLine(line);
      return reading.ok && reading.entry.content.kind === 'deferral' ? [reading.entry.content.deferral] : [];
    });
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
