import { later } from '../time/instant.ts';
import type { Deferral } from '../usage/records/deferral.ts';
import { isLapsed, type Standing, type Standings, standingOf } from './states.ts';
import { inTurns } from './turns.ts';
import { type DeferredWork, type Here, judgeDeferral } from './work.ts';

/** What has become of the pull request or issue that work is about; `why` is a sentence without its full stop. */
export type Fate =
  | { readonly kind: 'goes-on' }
  | { readonly kind: 'over'; readonly why: string }
  | { readonly kind: 'not-known'; readonly why: string };

/** A deferral, and what is to be said of it. */
export interface ToldDeferral {
  readonly deferral: Deferral;
  readonly why: string;
}

/** The deferrals of a ledger, by what is to be done with them. Each is in one list at most, and `tooOld` besides. */
export interface Sifted {
  /** May be started, in the order in which it is their turn. */
  readonly due: readonly DeferredWork[];
  readonly waiting: readonly ToldDeferral[];
  /** To be dropped. */
  readonly over: readonly ToldDeferral[];
  /** Not valid here: they start nothing, and stay as they are. */
  readonly ignored: readonly ToldDeferral[];
  /** Open for longer than the allocation allows. */
  readonly tooOld: readonly ToldDeferral[];
}

export interface Sieve extends Here {
  readonly standings: Standings;
  /** Open for longer, in days, is told. */
  readonly maxDays: number;
  readonly fateOf: (deferral: Deferral) => Fate;
}

const DAY = 86_400;

/** After so many more days than `max_days` a deferral is given up, before it leaves what a drain reads. */
export const GIVEN_UP = 21;

/** The deferrals that may be due, in the order in which it is their turn: of no others the fate matters now. */
export function inTurn(
  deferrals: readonly Deferral[],
  here: Pick<Sieve, keyof Here | 'standings'>,
): readonly Deferral[] {
  const works = deferrals.flatMap((deferral) => {
    const { kind } = standingOf(here.standings, deferral);
    const isDone = kind === 'started' || kind === 'dropped';
    const judged = isDone || deferral.not_before > here.now ? null : judgeDeferral(deferral, here);
    return judged?.ok === true ? [judged.work] : [];
  });
  return inTurns(works).map(({ deferral }) => deferral);
}

/** Sorts out what a drain finds: see `Sifted`. Pure; independent of the order of the deferrals. */
export function sift(deferrals: readonly Deferral[], sieve: Sieve): Sifted {
  const { standings, now, maxDays, fateOf } = sieve;
  const waiting: ToldDeferral[] = [];
  const over: ToldDeferral[] = [];
  const ignored: ToldDeferral[] = [];
  const tooOld: ToldDeferral[] = [];
  /** What is being started at this moment, so that the same work deferred once more waits for it. */
  const busy = new Set<string>();
  let works: DeferredWork[] = [];
  for (const deferral of deferrals) {
    const standing = standingOf(standings, deferral);
    if (standing.kind === 'started' || standing.kind === 'dropped') continue;
    const judged = judgeDeferral(deferral, sieve);
    const isOld = later(deferral.at, maxDays * DAY) < now;
    if (!judged.ok) ignored.push({ deferral, why: judged.why });
    else {
      if (isOld) tooOld.push({ deferral, why: `has been open since ${deferral.at}` });
      if (standing.kind === 'claimed' && !isLapsed(standing.claim, now)) {
        busy.add(sameness(deferral));
        waiting.push({ deferral, why: 'another drain is starting it' });
      } else if (later(deferral.at, (maxDays + GIVEN_UP) * DAY) < now)
        over.push({ deferral, why: `it was open for more than ${maxDays + GIVEN_UP} days` });
      else works.push(judged.work);
    }
  }
  works = inTurns(works);
  // Before anything else is asked: what must wait stands in the way of none that is due, however long it wants to wait.
  works = works.filter(({ deferral }) => {
    const isEarly = deferral.not_before > now;
    if (isEarly) waiting.push({ deferral, why: `it must not be started before ${deferral.not_before}` });
    return !isEarly;
  });
  works = works.filter(({ deferral }) => {
    const fate = fateOf(deferral);
    if (fate.kind === 'over') over.push({ deferral, why: fate.why });
    else if (fate.kind === 'not-known') waiting.push({ deferral, why: fate.why });
    return fate.kind === 'goes-on';
  });
  const { kept, repeated } = coalesce(works, deferrals, standings);
  over.push(...repeated);
  const due = kept.filter(({ deferral }) => {
    const isBusy = busy.has(sameness(deferral));
    if (isBusy) waiting.push({ deferral, why: 'another drain is starting the same work' });
    return !isBusy;
  });
  return { due, waiting, over, ignored, tooOld };
}

type Started = Extract<Standing, { readonly kind: 'started' }>;

/**
 * Of the same work deferred several times the first counts; a newer head takes the place of an older one. Work without
 * a work item is the same only at the same head: nothing else says what it is about.
 */
function coalesce(
  works: readonly DeferredWork[],
  deferrals: readonly Deferral[],
  standings: Standings,
): { readonly kept: readonly DeferredWork[]; readonly repeated: readonly ToldDeferral[] } {
  const startedAt = new Map<string, Started>();
  for (const deferral of deferrals) {
    const standing = standingOf(standings, deferral);
    const same = sameness(deferral);
    const known = startedAt.get(same);
    if (standing.kind === 'started' && (known === undefined || standing.since > known.since))
      startedAt.set(same, standing);
  }
  const byAge = works
    .map(({ deferral }) => deferral)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const first = new Map<string, Deferral>();
  const newest = new Map<string, Deferral>();
  for (const deferral of byAge) {
    const same = sameness(deferral);
    const known = first.get(same);
    if (known === undefined || (known.at === deferral.at && deferral.id < known.id))
      first.set(same, deferral);
    // Without a head nobody can say that it is a newer one.
    if (deferral.work_item !== null && deferral.head !== null) newest.set(placeOf(deferral), deferral);
  }
  const repeated: ToldDeferral[] = [];
  const kept = works.filter(({ deferral }) => {
    const why = repetition(deferral, first, newest, startedAt);
    if (why !== null) repeated.push({ deferral, why });
    return why === null;
  });
  return { kept, repeated };
}

function repetition(
  deferral: Deferral,
  first: ReadonlyMap<string, Deferral>,
  newest: ReadonlyMap<string, Deferral>,
  started: ReadonlyMap<string, Started>,
): string | null {
  const same = sameness(deferral);
  const last = started.get(same);
  // What the started run itself has deferred was deferred after its start, whatever the clocks say.
  if (last !== undefined && last.since >= deferral.at && last.step.run_id !== deferral.run.id)
    return 'the same work was started since';
  const other = first.get(same);
  if (other !== undefined && other.id !== deferral.id) return 'the same work was already deferred';
  const next = newest.get(placeOf(deferral));
  if (next !== undefined && next.head !== deferral.head && next.at > deferral.at)
    return 'the same work was deferred at a newer head';
  return null;
}

function placeOf({ work_item, agent, phase }: Deferral): string {
  return JSON.stringify([work_item, agent, phase]);
}

function sameness(deferral: Deferral): string {
  return JSON.stringify([placeOf(deferral), deferral.head]);
}
