import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoggedWhatIf } from '../../../src/usage/records/what-if.ts';
import { serveGit } from '../../ledger/http.ts';
import { run } from '../../report/records.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';
import { FAULT, ProposalScene, testing } from './proposal-scene.ts';

/** A repository whose ledger stays from one run to the next. */
async function prepared() {
  const scene = await ProposalScene.start({ records: [] });
  const store = JobScene.atDesk();
  await store.record(FAULT);
  const logged = async (): Promise<readonly LoggedWhatIf[]> => {
    const { entries } = await store.json(['ledger', 'export']);
    return entries.filter(({ schema }: LoggedWhatIf) => schema === 'haiku-first/what-if@1');
  };
  return {
    scene,
    store,
    logged,
    calibrate: (...args: readonly string[]) => scene.calibrate('--ledger', store.checkout, ...args),
    async [Symbol.asyncDispose]() {
      store[Symbol.dispose]();
      await scene[Symbol.asyncDispose]();
    },
  };
}

/** First attempts of TESTING in a week that were assigned opus, at so much each. */
function onOpus(week: string, n: number, microusd: number) {
  return testing(week, n, 0).map(({ id: _, ...each }) =>
    run(each.run.id, {
      ...each,
      tier_assigned: 'opus',
      tier_used: 'opus',
      model_used: 'claude-opus-5-5',
      model_requested: 'claude-opus-5-5',
      cost_microusd: microusd,
    }),
  );
}

/** What `simulate` says in week 2 of 2027, in words. */
async function simulated({ checkout }: JobScene): Promise<string> {
  using desk = new JobScene({ event: null, checkout, now: '2027-01-11T12:00:00Z' });
  desk.write('old.yaml', ALLOCATION);
  desk.write('new.yaml', ALLOCATION.replace('TESTING: { default: sonnet }', 'TESTING: { default: opus }'));
  const { stdout } = await desk.cli(['simulate', '--base', 'old.yaml', '--head', 'new.yaml']);
  return stdout;
}

const INSIDE = /\nThe last what-if came out inside its interval\.\n/;

describe('the what-if of a proposal', () => {
  it('is a line of the ledger, once for each change, when the pull request is opened', async () => {
    await using place = await prepared();
    expect((await place.calibrate()).pull_request).toMatchObject({ how: 'opened' });
    const [line, ...others] = await place.logged();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      at: '2026-12-02T12:00:00Z',
      repository: 'octo/demo',
      since: '2026-W50',
      cells: [{ agent: 'TESTING', phase: 'EXEC', from: 'sonnet', to: 'opus', runs: 23 }],
      basis: 'list-prices',
      pairs: 0,
    });
    // These tokens cost twice as much on opus; without a pair that may be off by half.
    expect(line?.microusd).toBe(600_000);
    expect(line?.interval.low).toBeLessThan(300_000);
    expect(line?.interval.high).toBeGreaterThan(900_000);
    place.scene.now = '2026-12-03T12:00:00Z';
    expect((await place.calibrate()).pull_request).toMatchObject({ how: 'unchanged' });
    expect(await place.logged()).toHaveLength(1);
    // Dated anew, it is another change.
    place.scene.now = '2026-12-07T12:00:00Z';
    expect((await place.calibrate()).pull_request).toMatchObject({ how: 'updated' });
    expect((await place.logged()).map(({ since }) => since).sort()).toEqual(['2026-W50', '2026-W51']);
    expect((await place.store.cli(['ledger', 'verify'])).exitCode).toBe(0);
  });

  it('is not logged where nothing is proposed to anybody', async () => {
    await using place = await prepared();
    await place.calibrate('--dry-run');
    await place.calibrate('--week', '2026-W48');
    expect(await place.logged()).toEqual([]);
    await place.calibrate();
    await place.scene.edit();
    place.scene.now = '2026-12-07T12:00:00Z';
    expect((await place.calibrate()).pull_request).toMatchObject({ how: 'edited' });
    expect(await place.logged()).toHaveLength(1);
  });

  it('is held against what came once it is merged, and simulate and the next proposal say so', async () => {
    await using place = await prepared();
    await place.calibrate();
    expect(await simulated(place.store)).not.toContain('what-if');
    await place.store.record([...onOpus('2026-W50', 9, 500_000), ...onOpus('2026-W51', 9, 540_000)]);
    expect(await simulated(place.store)).toMatch(INSIDE);
    const fault = testing('2026-W52', 24, 0).map(({ id: _, ...each }) =>
      run(each.run.id, { ...each, agent: 'SECURITY', tier_assigned: 'opus' }),
    );
    await place.store.record(fault);
    place.scene.now = '2027-01-06T12:00:00Z';
    const asked = ['--propose', 'TESTING@PLAN=opus', '--because', 'plans are thin', '--dry-run'];
    const { pull_request: told } = await place.calibrate(...asked);
    expect(told?.body).toContain('\n- The last what-if came out inside its interval.\n');
  });

  it('came out outside of its interval where its cells cost more', async () => {
    await using place = await prepared();
    await place.calibrate();
    await place.store.record(onOpus('2026-W50', 9, 5_000_000));
    expect(await simulated(place.store)).toMatch(/\nThe last what-if came out outside of its interval\.\n/);
  });

  it('is not scored where its proposal was never merged', async () => {
    await using place = await prepared();
    await place.calibrate();
    await place.store.record(testing('2026-W50', 9, 0));
    expect(await simulated(place.store)).not.toContain('what-if');
  });

  it('is a remark where the ledger takes no line, and the pull request is opened all the same', async () => {
    await using place = await prepared();
    const hook = join(place.store.checkout, '.git/hooks/pre-receive');
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\necho "not today" >&2\nexit 1\n', { mode: 0o755 });
    await using server = await serveGit(place.store.folder);
    const { exitCode, stderr } = await place.scene.cli('--ledger', `${server.url}/demo/.git`);
    expect(exitCode).toBe(0);
    expect(stderr.join(' ')).toMatch(
      /The what-if was not logged, and will not be held against what comes\. /,
    );
    expect(await place.scene.pulls()).toHaveLength(1);
    expect(await place.logged()).toEqual([]);
  });
});
