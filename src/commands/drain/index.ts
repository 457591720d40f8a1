import { randomBytes } from 'node:crypto';
import { type Drained, drain, type Setup } from '../../deferral/drain.ts';
import type { Settled } from '../../deferral/settled.ts';
import { GIVEN_UP } from '../../deferral/sift.ts';
import { UserError } from '../../errors.ts';
import { filesAt, type Loaded, load } from '../../gather/allocation.ts';
import { ledgerHistory } from '../../gather/budget/ledger-history.ts';
import { damage } from '../../gather/budget/ledger-state.ts';
import { type Context, contextOf } from '../../gather/context.ts';
import { readEvent } from '../../gather/event.ts';
import { jobPlace } from '../../gather/job-place.ts';
import { openUsageLedger } from '../../gather/ledger.ts';
import { type Github, ownRepository } from '../../gather/repository.ts';
import { runPlaceOf } from '../../gather/run-place.ts';
import { flightsBeside } from '../../gather/runs-in-flight.ts';
import type { DrainReport } from '../../generated/drain-report.ts';
import { isPartOf } from '../../git/index.ts';
import type { BranchTip } from '../../github/index.ts';
import { type LedgerContents, weekSpan } from '../../ledger/index.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import { drainReport, renderDrained, renderDrainedSummary } from '../../render/drained.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { textOf } from '../../time/instant.ts';
import { dateOf, weekOf } from '../../time/week.ts';
import { readStoredWithin, type UsageEntry } from '../../usage/records/ledger-line.ts';
import { raiseDrainAlert } from './alert.ts';
import { drainLines, drainPorts } from './ports.ts';
import { NOTHING_SETTLED, settleJobs } from './settle.ts';
import { drainWorld } from './world.ts';

const DAY = 86_400_000;
/** Claims that go into the ledger together: what is left of a lease after one push is enough to start them all. */
const BATCH = 100;
/** Open for longer, in days, is told, where the allocation does not say. */
const MAX_DAYS = 7;

/** Annotations of one kind: GitHub shows ten of a step. */
const MOST_SHOWN = 10;

/** Where a drain must not run: the files and the token there are those of a pull request. */
function refuseEvent(call: Call): void {
  const event = readEvent(call);
  if (event?.kind !== 'pull_request' && event?.kind !== 'merge_group') return;
  throw new UserError(
    'drain does not run for a pull request.',
    'Run it on a schedule: GitHub runs that on the default branch.',
  );
}

/** The allocation of the default branch: no other one may say what is started. */
async function loadAt(tip: BranchTip, github: Github, call: Call<OptionsOf<'drain'>>): Promise<Loaded> {
  const { options, now } = call;
  const where = `the tip of ${tip.name}, ${tip.commit.slice(0, 12)}`;
  return load(options, await filesAt(call, github.reader, tip.commit, where), dateOf(now));
}

interface Work {
  readonly drained: Drained;
  readonly settled: Settled;
  readonly warning: string | null;
}

async function work(
  loaded: Loaded,
  tip: BranchTip,
  github: Github,
  context: Context<OptionsOf<'drain'>>,
): Promise<Work> {
  const { options, now, env, cwd, notes } = context;
  const { budget, deferred } = loaded.allocation;
  const timezone = budget?.timezone ?? 'UTC';
  const week = weekSpan(weekOf(now, timezone), timezone);
  const end = textOf(new Date(week.to));
  // What runs cost, and whether one that was started a few hours ago has ended, is also told by the week before.
  const since = textOf(new Date(week.from - 7 * DAY));
  const maxDays = deferred?.maxDays ?? MAX_DAYS;
  const { run } = jobPlace({ options: {}, env, cwd });
  const ledger = await openUsageLedger(context, readStoredWithin(since, end));
  const history = budget?.enforced === true ? ledgerHistory(context, (line) => notes.push(line)) : null;
  let broken: string | null = null;
  const seen: { last: LedgerContents<UsageEntry> | null } = { last: null };
  let warning: string | null = null;
  const { owner, name } = github.repository;
  const worldOf: Setup['worldOf'] = async (records, inFlight, known) => {
    const others = await flightsBeside(records, `${owner}/${name}`, null, async () => github, known);
    notes.push(...others.notes);
    const lost = (await history?.(week.from, Promise.resolve(seen.last?.commit ?? null))) ?? [];
    const flying = [...inFlight, ...others.inFlight];
    const found = drainWorld(loaded, now, records, flying, [broken, ...lost]);
    warning = found.warning;
    return found.world;
  };
  try {
    const ports = drainPorts({
      allocation: loaded.allocation,
      ledger,
      client: github.client,
      repository: github.repository,
      ref: tip.name,
      isOfBranch: (commit) => isPartOf(github.reader, tip.commit, commit),
      now,
      range: {
        from: new Date(now.getTime() - (maxDays + GIVEN_UP + 7) * DAY),
        to: new Date(now.getTime() + DAY),
      },
      source: { run: run.id, attempt: run.attempt },
      onReading: (reading) => {
        broken = damage(reading);
        seen.last = reading;
      },
    });
    const drained = await drain(
      {
        drain: { run: run.id, attempt: run.attempt, nonce: randomBytes(16).toString('hex') },
        repository: `${owner}/${name}`,
        batch: BATCH,
        dryRun: options.dryRun,
        deferred,
        maxDays,
        mask: (text) => github.client.mask(text),
        worldOf,
      },
      ports,
    );
    const { last } = seen;
    const isOver = last === null || options.dryRun || drained.stopped !== null;
    const settled = isOver
      ? NOTHING_SETTLED
      : await settleJobs({ lines: drainLines(last, loaded.allocation), tip, github, loaded, now });
    return { drained, settled, warning };
  } finally {
    await ledger.close();
  }
}

/** `drain`: starts deferred work again, as far as the budget allows, each exactly once. */
export async function run(call: Call<OptionsOf<'drain'>>): Promise<Outcome> {
  const { options } = call;
  refuseEvent(call);
  if (options.ledger === 'none')
    throw new UserError('drain needs a ledger: that is where deferred work is.', 'Leave --ledger out.');
  const context = contextOf(call, null, ownRepository(call));
  const { notes } = context;
  const github = await context.github();
  const tip = await github.reader.defaultBranchTip();
  const loaded = await loadAt(tip, github, call);
  const { drained, settled, warning } = await work(loaded, tip, github, context);
  const { owner, name } = github.repository;
  const place = { repository: `${owner}/${name}`, commit: tip.commit, dryRun: options.dryRun };
  const report = drainReport(drained, settled, place);
  notes.push(...settled.notes);
  if (!options.dryRun) notes.push(...(await raiseDrainAlert(report, runPlaceOf(call), github)));
  const { stopped } = drained;
  return {
    exitCode: stopped === null ? 0 : 2,
    json: report,
    text: renderDrained(report),
    notes: warning === null ? notes : [...notes, `warning: ${warning}`],
    outputs: {},
    annotations: annotationsOf(report, warning),
    summary: renderDrainedSummary(report),
    failure: stopped,
  };
}

function annotationsOf(report: DrainReport, warning: string | null): readonly Annotation[] {
  return [
    ...(warning === null ? [] : [annotation('warning', 'The weekly usage is not fully known', warning)]),
    ...report.refused
      .slice(0, MOST_SHOWN)
      .map(({ agent, phase, why }) => annotation('error', `${agent}/${phase} could not be started`, why)),
    ...report.too_old
      .slice(0, MOST_SHOWN)
      .map(({ agent, phase, why }) =>
        annotation('warning', `${agent}/${phase} is deferred for too long`, `It ${why}.`),
      ),
    ...report.ignored
      .slice(0, MOST_SHOWN)
      .map(({ agent, phase, why }) =>
        annotation('warning', `A deferral of ${agent}/${phase} is not valid here`, `It ${why}.`),
      ),
  ];
}
