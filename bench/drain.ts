/**
 * Drains a thousand deferrals in one run, beside a full week of records, with a bare repository as the ledger and a
 * GitHub on loopback. Figure to keep: at most one push for every 50 deferrals.
 */

import { later } from '../src/time/instant.ts';
import { recordEntry } from '../src/usage/records/ledger-line.ts';
import { DrainScene } from '../test/commands/drain/scene.ts';
import { ALLOCATION, deferral, NOW } from '../test/deferral/works.ts';
import { output, record } from '../test/report/records.ts';

const DEFERRALS = Number(process.env.DEFERRALS ?? 1000);
const RECORDS = Number(process.env.RECORDS_OF_WEEK ?? 19_230);
const FOR_ONE_PUSH = 50;

/** Prints what it costs to start all deferred work. */
export async function benchDrain(): Promise<void> {
  // So much budget that nothing waits.
  const allocation = ALLOCATION.replace('tokens: 1000000', 'tokens: 1000000000000');
  await using scene = await DrainScene.open({ allocation });
  const records = Array.from({ length: RECORDS }, (_, index) =>
    recordEntry(
      record({
        at: later(NOW, -(index % 86_400)),
        agent: 'TESTING',
        tier_used: 'sonnet',
        tokens: output(900),
        run: { id: String(100_000 + index), attempt: 1, job: 'review' },
      }),
    ),
  );
  const works = Array.from({ length: DEFERRALS }, (_, index) =>
    deferral(index + 1, { work_item: `ticket-${index + 1}`, at: later(NOW, index - DEFERRALS) }),
  );
  await scene.put([...records, ...works]);
  const start = performance.now();
  const report = await scene.drain();
  const seconds = (performance.now() - start) / 1000;
  const again = performance.now();
  await scene.drain();
  const idle = (performance.now() - again) / 1000;
  const limit = Math.ceil(DEFERRALS / FOR_ONE_PUSH);
  const { started, pushes } = report;
  console.log(
    `drain of ${DEFERRALS} deferrals: ${started.length} started with ${pushes} pushes (at most ${limit}), ${seconds.toFixed(1)} s, ${scene.dispatched.requests} requests to start; with nothing to do ${idle.toFixed(1)} s (${RECORDS} records in the week)`,
  );
}

if (process.argv[1] === import.meta.filename) await benchDrain();
