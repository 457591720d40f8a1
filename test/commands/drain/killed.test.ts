import { execFileSync, spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/time/instant.ts';
import { claimToken, type Deferral } from '../../../src/usage/records/deferral.ts';
import { deferral } from '../../deferral/works.ts';
import { Bundle } from '../../support/bundle.ts';
import { JobScene } from '../../support/job-scene.ts';
import { measure } from '../../support/soak.ts';
import { DrainScene } from './scene.ts';

const REAL_GIT = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
/** So long that nobody takes a claim for one that is still being carried out. */
const LATER = 1000;

const tickets = (count: number): Deferral[] =>
  Array.from({ length: count }, (_, index) => deferral(index + 1, { work_item: `ticket-${index + 1}` }));
const tokens = (deferrals: readonly Deferral[]): string[] => deferrals.map(({ id }) => claimToken(id)).sort();

interface Ended {
  readonly killed: boolean;
  readonly exitCode: number | null;
  readonly stdout: string;
}

/** `drain` as a process of its own. `onStart` is told its number. */
function start(
  bundle: Bundle,
  scene: DrainScene,
  env: Readonly<Record<string, string>> = {},
  onStart: (pid: number) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`${bundle.folder}/cli.js`, ...scene.args], {
      cwd: scene.cwd,
      env: { ...scene.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.on('close', (exitCode, signal) => resolve({ killed: signal === 'SIGKILL', exitCode, stdout }));
    if (child.pid !== undefined) onStart(child.pid);
  });
}

/** A `git` that kills whoever called it at its so-manieth push, before the real one runs or after it. */
function deadlyGit(scene: DrainScene, push: number, when: 'before' | 'after'): Promise<string> {
  const action = when === 'before' ? 'kill -9 $PPID; exit 1' : `"${REAL_GIT}" "$@"; kill -9 $PPID; exit 1`;
  const script = [
    '#!/bin/sh',
    'pushes="$(dirname "$0")/pushes"',
    'if [ "$1" = push ]; then echo >> "$pushes"',
    `if [ $(wc -l < "$pushes") -eq ${push} ]; then ${action}; fi; fi`,
    `exec "${REAL_GIT}" "$@"`,
  ];
  return scene.programs({ git: script.join('\n') });
}

async function everythingIsStartedOnce(scene: DrainScene, deferrals: readonly Deferral[]): Promise<void> {
  scene.wait(LATER);
  await scene.drain();
  expect(scene.claims).toEqual(tokens(deferrals));
  const steps = await scene.steps();
  const started = steps.filter(({ event }) => event === 'started').map(({ deferral: id }) => id);
  expect([...new Set(started)].sort()).toEqual(deferrals.map(({ id }) => id).sort());
  await scene.drain();
  expect(scene.dispatched.runs).toHaveLength(deferrals.length);
}

// Every call of git in a write, and being killed at it, is what test/ledger/killed.test.ts goes through.
describe.concurrent('a drain that is killed', () => {
  it.each([
    ['before its claims are written', 1, 'before', 0],
    ['after its claims are written, before it starts anything', 1, 'after', 0],
    ['after it has started everything, before it confirms that', 2, 'before', 2],
    ['after it has confirmed what it started', 2, 'after', 2],
  ] as const)('%s loses no work and starts none twice', async (_, push, when, begun) => {
    await using bundle = await Bundle.copy();
    await using scene = await DrainScene.open();
    const deferrals = tickets(2);
    await scene.put(deferrals);
    const bin = await deadlyGit(scene, push, when);
    const { killed } = await start(bundle, scene, { PATH: `${bin}:${process.env.PATH}` });
    expect(killed).toBe(true);
    expect(scene.dispatched.runs).toHaveLength(begun);
    await everythingIsStartedOnce(scene, deferrals);
  });

  it.each(['before', 'after'] as const)(
    'while GitHub starts the second of three, %s it has: that one is started once, too',
    async (when) => {
      await using bundle = await Bundle.copy();
      await using scene = await DrainScene.open();
      const deferrals = tickets(3);
      await scene.put(deferrals);
      let pid = 0;
      scene.dispatched.become({
        onRequest: (request, at) => {
          if (request === 1 && at === when) process.kill(pid, 'SIGKILL');
        },
        mood: (request) => (request === 1 ? (when === 'before' ? 'loses-request' : 'loses-answer') : 'tells'),
      });
      const { killed } = await start(bundle, scene, {}, (number) => {
        pid = number;
      });
      expect(killed).toBe(true);
      expect(scene.dispatched.runs).toHaveLength(when === 'before' ? 1 : 2);
      scene.dispatched.become({ mood: () => 'tells', onRequest: () => undefined });
      // Soon after, its claims still stand: nobody else touches them.
      scene.wait(60);
      await scene.drain();
      expect(scene.dispatched.runs).toHaveLength(when === 'before' ? 1 : 2);
      await everythingIsStartedOnce(scene, deferrals);
    },
  );
});

describe.concurrent('two drains at the same moment', () => {
  it.each([1, 2, 3, 4, 5].slice(0, measure(1, 5)))(
    'start each deferral once between them (%i)',
    async (seed) => {
      await using bundle = await Bundle.copy();
      await using scene = await DrainScene.open();
      const deferrals = tickets(20 + seed);
      await scene.put(deferrals);
      const ended = await Promise.all([start(bundle, scene), start(bundle, scene), start(bundle, scene)]);
      expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
      const started = ended.flatMap(({ stdout }): string[] =>
        JSON.parse(stdout).started.map(({ id }: { id: string }) => id),
      );
      expect(started.sort()).toEqual(deferrals.map(({ id }) => id).sort());
      expect(scene.claims).toEqual(tokens(deferrals));
      await everythingIsStartedOnce(scene, deferrals);
    },
  );
});

describe.concurrent('a start whose answer is lost', () => {
  it('is found again where it began, and not begun again; where it did not begin, a later drain begins it', async () => {
    const moods = ['loses-answer', 'is-older', 'loses-request', 'fails'] as const;
    await using scene = await DrainScene.open({ mood: (request) => moods[request] ?? 'tells' });
    const deferrals = tickets(4);
    await scene.put(deferrals);
    const report = await scene.drain();
    // The first two did begin, and were found by their names.
    expect(report.started.map(({ run }) => run)).toEqual(['7000', '7001']);
    expect(report.unconfirmed).toHaveLength(2);
    scene.wait(60);
    expect((await scene.drain()).waiting.map(({ why }) => why)).toEqual(
      Array(2).fill('another drain is starting it'),
    );
    await everythingIsStartedOnce(scene, deferrals);
  });
});

describe.concurrent('drain as a step of a scheduled workflow', () => {
  it('starts deferred work, and shows it in the summary of the job', async () => {
    await using bundle = await Bundle.copy();
    await using scene = await DrainScene.open();
    // A step has no clock but the real one.
    scene.now = new Date();
    const at = textOf(new Date(scene.now.getTime() - 60_000));
    const work = deferral(1, { work_item: 'ticket-1', at, not_before: at });
    await scene.put([work]);
    const { PATH: _, ...env } = scene.env;
    using job = new JobScene({
      event: { name: 'schedule', payload: { schedule: '0 * * * *' } },
      checkout: scene.cwd,
      env,
      start: bundle.start,
    });
    const step = await job.action({ command: 'drain', ledger: scene.location });
    expect(step.stdout).toContain('drain: 1 started');
    expect(step.status).toBe(0);
    expect(step.summary).toContain('| TESTING/EXEC | ticket-1 |');
    expect(scene.claims).toEqual([claimToken(work.id)]);
  });
});
