import { grouped } from '../../grouped.ts';
import { costShare, costWithout, NO_COST } from '../models/cost.ts';
import type { ModelTable } from '../models/models.ts';
import {
  addTokens,
  beyond,
  covers,
  maxTokens,
  NO_TOKENS,
  sameTokens,
  type TokenCounts,
  totalTokens,
} from '../models/tokens.ts';
import type { UsageRecord } from '../records/record.ts';
import { type Booked, bookedOf, type Row, tokensOfRecord } from './booked.ts';
import type { ModelTotal, ModelUse, ObservedRequest, SavedTotals, SessionEvidence } from './evidence.ts';
import { namingOf } from './naming.ts';

/** What a session used that belongs to this job and to no other session. */
export interface OwnUse {
  readonly evidence: SessionEvidence;
  /** What earlier records of the same session hold of it. */
  readonly booked: Booked;
  /** True when the source shows use of others, or of an earlier time, that was left out. */
  readonly isPart: boolean;
}

interface Known {
  /** Records of other jobs, and of earlier steps of this one. */
  readonly booked: readonly UsageRecord[];
  /** Use before this time, in whole seconds, belongs to somebody else; empty: all counts. */
  readonly since: string;
  /** Older sessions: nothing of them is new, but others may go on from them. */
  readonly older: readonly SessionEvidence[];
  readonly table: ModelTable;
}

type Sums = Map<string, TokenCounts>;

/** What is left out of a session: answers, and sums of the client's that go with them. */
class LeftOut {
  readonly sums: Sums = new Map();
  /** The latest of the answers. */
  last: string | null = null;
  count = 0;
  searches = 0;
  reported: ReadonlyMap<string, ModelTotal> = new Map();

  add(request: ObservedRequest, names: Names): void {
    this.count++;
    this.searches += request.webSearches;
    for (const use of request.uses) add(this.sums, names.sumOf(request, use), use.tokens);
    const { at } = request;
    if (at !== null && (this.last === null || at > this.last)) this.last = at;
  }

  /** The larger of each class, of answers and sums: sums have the client's own calls, too. */
  raise(sums: ReadonlyMap<string, TokenCounts>): void {
    for (const [model, tokens] of sums)
      this.sums.set(model, maxTokens(this.sums.get(model) ?? NO_TOKENS, tokens));
  }

  raiseTotals(totals: readonly ModelTotal[], names: Names): void {
    this.raise(sumsOf(totals, names));
    this.reported = new Map(totals.map((total) => [names.nameOf(total.model), total]));
  }
}

function add(sums: Sums, model: string, tokens: TokenCounts): void {
  sums.set(model, addTokens(sums.get(model) ?? NO_TOKENS, tokens));
}

/** The names of a session's models. */
interface Names {
  /** The name under which a model is known. */
  readonly nameOf: (id: string) => string;
  /** The name of the client's sum that a use is in: it goes by what was asked for. */
  readonly sumOf: (request: ObservedRequest, use: ModelUse) => string;
}

function namesOf(one: SessionEvidence, table: ModelTable): Names {
  const { nameOf } = namingOf(one, table);
  const summed = new Set((one.totals ?? []).map(({ model }) => nameOf(model)));
  return {
    nameOf,
    sumOf: ({ asked, uses }, use) => {
      const said = asked === null || uses.length > 1 ? null : nameOf(asked);
      return said !== null && summed.has(said) ? said : nameOf(use.model);
    },
  };
}

function sumsOf(totals: readonly ModelTotal[], names: Names): Sums {
  const sums: Sums = new Map();
  for (const total of totals) add(sums, names.nameOf(total.model), total.tokens);
  return sums;
}

function sumsOfRecords(records: readonly UsageRecord[], names: Names): Sums {
  const sums: Sums = new Map();
  for (const { tokens, model_used: model } of records)
    if (tokens !== null && model !== null) add(sums, names.nameOf(model), tokensOfRecord(tokens));
  return sums;
}

/**
 * Takes from each session what it only repeats: the answers that another session has (a fork's transcript has those of
 * its parent, and its totals restate the parent's), what was used before the job began, and what the ledger holds.
 */
export function ownUse(sessions: readonly SessionEvidence[], known: Known): readonly OwnUse[] {
  const all = [...sessions, ...known.older];
  const bySession = new Map(
    all.flatMap((one) => (one.session === null ? [] : [[one.session, one] as const])),
  );
  const records = grouped(known.booked, ({ session }) => session ?? '');
  const ends = grouped(known.booked, ({ tokens, auxiliary, session, at }) =>
    tokens !== null && !auxiliary && !bySession.has(session ?? '') ? at : null,
  );
  const holders = holdersOf(all, (one) =>
    known.older.includes(one) ? '' : firstOf(records.get(one.session ?? '')),
  );
  return sessions.map((one) => ownOf(one, { ...known, sessions: bySession, records, ends, holders }));
}

interface Around extends Known {
  readonly sessions: ReadonlyMap<string, SessionEvidence>;
  /** Records by session. */
  readonly records: ReadonlyMap<string, readonly UsageRecord[]>;
  /** Records of the agents of sessions that are not here, by their time. */
  readonly ends: ReadonlyMap<string, readonly UsageRecord[]>;
  /** The sessions that have an answer which several have; the first one counts it. */
  readonly holders: ReadonlyMap<number, readonly SessionEvidence[]>;
}

/** When a session was first booked; behind all times: it was not. */
function firstOf(records: readonly UsageRecord[] = []): string {
  return records.reduce((first, { at }) => (at < first ? at : first), '~');
}

/** Who has the answers that several sessions have. The first counts it: the one that is older or was booked first, that others name, or that ended first. */
function holdersOf(
  sessions: readonly SessionEvidence[],
  since: (one: SessionEvidence) => string,
): Around['holders'] {
  const holders = new Map<number, SessionEvidence[]>();
  const answers = sessions
    .filter(({ shares }) => shares)
    .map((one) => {
      const shared: number[] = [];
      let last = '';
      for (const request of one.requests) {
        if (request.shared !== undefined && request.shared !== null) shared.push(request.shared);
        if (request.at !== null && request.at > last) last = request.at;
      }
      return { one, since: since(one), last, shared };
    });
  const names = (a: SessionEvidence, b: SessionEvidence): boolean => b.restates.includes(a.session ?? '');
  const order = [...answers].sort((a, b) => {
    if (a.since !== b.since) return a.since < b.since ? -1 : 1;
    if (names(a.one, b.one) !== names(b.one, a.one)) return names(a.one, b.one) ? -1 : 1;
    if (a.last !== b.last) return a.last < b.last ? -1 : 1;
    return (a.one.session ?? '') < (b.one.session ?? '') ? -1 : 1;
  });
  for (const { one, shared } of order)
    for (const answer of shared) {
      const known = holders.get(answer);
      if (known === undefined) holders.set(answer, [one]);
      else known.push(one);
    }
  return holders;
}

function ownOf(one: SessionEvidence, around: Around): OwnUse {
  const { sessions, records, holders, since: first, table } = around;
  const mine = one.session === null ? [] : (records.get(one.session) ?? []);
  const names = namesOf(one, table);
  const left = new LeftOut();
  const relatives = new Set<SessionEvidence>();
  const common = new Set<number>();
  const held = heldByOthers(one, around, names);
  const isForeign = ({ at, shared, copied }: ObservedRequest): boolean => {
    const all = shared === undefined || shared === null ? [] : (holders.get(shared) ?? []);
    for (const other of all) if (other !== one) relatives.add(other);
    if (shared !== undefined && shared !== null) common.add(shared);
    return (
      (all[0] ?? one) !== one ||
      copied === true ||
      (at !== null && (at < first || (held !== null && at <= held.until)))
    );
  };
  const canLeave = holders.size > 0 || first !== '' || held !== null || one.restates.length > 0;
  const requests = canLeave
    ? one.requests.filter((request) => {
        const leave = isForeign(request);
        if (leave) left.add(request, names);
        return !leave;
      })
    : one.requests;
  if (one.totals !== null) {
    const named = one.restates.flatMap((id) => sessions.get(id) ?? []);
    const mates = named.filter((other) => !relatives.has(other));
    const related = [
      ...[...relatives].map((other) => partOf(other, common)),
      ...mates.map((other) => addMate(left, other, requests, names)),
    ];
    raiseBySums(left, one, related, first, records, names);
    if (held !== null) left.raise(held.sums);
  }
  const own: SessionEvidence = {
    ...one,
    requests,
    totals: one.totals?.map((total) => less(total, left, names)) ?? null,
  };
  return {
    isPart: left.sums.size > 0,
    evidence: own,
    booked: bookedPart(own, mine, left, first, names),
  };
}

/** A session whose lines stand before this one's in the same file: all of it up to where this one begins. */
function addMate(
  left: LeftOut,
  evidence: SessionEvidence,
  own: Iterable<ObservedRequest>,
  names: Names,
): Relative {
  let begin: string | null = null;
  for (const { at } of own) if (at !== null && (begin === null || at < begin)) begin = at;
  let alone: string | null = null;
  for (const request of evidence.requests) {
    const { at } = request;
    if (begin === null || (at !== null && at <= begin)) left.add(request, names);
    else if (at !== null && (alone === null || at < alone)) alone = at;
  }
  return { evidence, alone };
}

/** A session that has answers of this one, and the first answer that it has for itself; null: it has none. */
interface Relative {
  readonly evidence: SessionEvidence;
  readonly alone: string | null;
}

function partOf(evidence: SessionEvidence, common: ReadonlySet<number>): Relative {
  let alone: string | null = null;
  for (const { at, shared } of evidence.requests) {
    const isCommon = shared !== undefined && shared !== null && common.has(shared);
    if (!isCommon && at !== null && (alone === null || at < alone)) alone = at;
  }
  return { evidence, alone };
}

/** The client's own sum at the point where this session went on by itself: it has the client's own calls, too. */
function raiseBySums(
  left: LeftOut,
  one: SessionEvidence,
  relatives: readonly Relative[],
  first: string,
  records: Around['records'],
  names: Names,
): void {
  const last = left.last ?? '';
  const mine = one.saved.filter(({ until }) => until !== null && (until < first || until <= last));
  const theirs = relatives.flatMap(({ evidence: { saved }, alone }) =>
    saved.filter(({ until }) => until !== null && until <= last && (alone === null || until < alone)),
  );
  const best = [...mine, ...theirs].reduce<SavedTotals | null>(
    (top, each) => (top === null || (each.until ?? '') >= (top.until ?? '') ? each : top),
    null,
  );
  if (best !== null) left.raiseTotals(best.totals, names);
  for (const { evidence, alone } of relatives) {
    // All of its answers are in this session, so is its sum; where it has none of this session's own.
    const isBefore = alone === null && (lastOf(evidence) ?? '~') <= last;
    if (evidence.totals !== null && isBefore) left.raise(sumsOf(evidence.totals, names));
    const booked = (records.get(evidence.session ?? '') ?? []).filter(
      ({ at }) => at <= last && (alone === null || at < alone),
    );
    left.raise(sumsOfRecords(booked, names));
  }
}

function lastOf({ requests }: SessionEvidence): string | null {
  let last: string | null = null;
  for (const { at } of requests) if (at !== null && (last === null || at > last)) last = at;
  return last;
}

interface Held {
  /** All answers up to here are another session's. */
  readonly until: string;
  readonly sums: Sums;
}

/**
 * What the ledger holds of a session that is not beside this one: its first answers, up to the very second of another
 * session's record, sum exactly to what that record has. Null: nothing.
 */
function heldByOthers(one: SessionEvidence, { ends, booked, sessions }: Around, names: Names): Held | null {
  if (ends.size === 0) return null;
  const met: { at: string; model: string; tokens: TokenCounts }[] = [];
  let hasEnd = false;
  for (const { at, by, uses } of one.requests) {
    if (at === null || by.agentId !== null) continue;
    hasEnd ||= ends.has(at);
    for (const { model, tokens } of uses) met.push({ at, model: names.nameOf(model), tokens });
  }
  if (!hasEnd) return null;
  const foreign = booked.filter(({ session }) => !sessions.has(session ?? ''));
  met.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  let until = '';
  const sums: Sums = new Map();
  let seen: Sums = new Map();
  met.forEach(({ at, model, tokens }, place) => {
    add(seen, model, tokens);
    if (met[place + 1]?.at === at) return;
    const record = ends.get(at)?.find((end) => {
      const same = foreign.filter(
        (each) => each.session === end.session && each.at > until && each.at <= at && !each.auxiliary,
      );
      const mains = same.filter((each) => each.agent === end.agent);
      const booked = sumsOfRecords(mains, names);
      return (
        booked.size === seen.size &&
        [...booked].every(([name, sum]) => seen.has(name) && sameTokens(seen.get(name) ?? NO_TOKENS, sum))
      );
    });
    if (record === undefined) return;
    const all = foreign.filter((each) => each.session === record.session && each.at > until && each.at <= at);
    for (const [name, sum] of sumsOfRecords(all, names)) add(sums, name, sum);
    until = at;
    seen = new Map();
  });
  return until === '' ? null : { until, sums };
}

/** A total without what is left out of it. One that has less began anew: all of it is the session's own. */
function less(total: ModelTotal, left: LeftOut, names: Names): ModelTotal {
  const name = names.nameOf(total.model);
  const out = left.sums.get(name);
  if (out === undefined || totalTokens(out) === 0 || !covers(total.tokens, out)) return total;
  const tokens = beyond(total.tokens, out);
  const saved = left.reported.get(name);
  const exact = saved !== undefined && sameTokens(saved.tokens, out) ? saved.reported : undefined;
  const { reported } = total;
  return {
    ...total,
    tokens,
    webSearches: Math.max(0, total.webSearches - left.searches),
    reported:
      reported === null
        ? null
        : exact == null
          ? costShare(reported, totalTokens(tokens), totalTokens(total.tokens))
          : (costWithout(reported, exact) ?? NO_COST),
  };
}

/** What earlier records hold of what is still there. */
function bookedPart(
  own: SessionEvidence,
  mine: readonly UsageRecord[],
  left: LeftOut,
  first: string,
  names: Names,
): Booked {
  const session = own.session ?? '';
  const whole = bookedOf(mine, session);
  if (mine.length === 0) return whole;
  const later = bookedOf(
    mine.filter(({ at }) => at >= first),
    session,
  );
  const before = bookedOf(
    mine.filter(({ at }) => at < first),
    session,
  );
  // Answers tell by their times which of them the records can hold; a sum of the client's holds them all.
  const sums = own.totals === null ? sumsUntil(own, later.last === null ? '' : latestAt(mine), names) : null;
  const rest =
    own.totals === null
      ? []
      : limited(before.rows, (model, tokens) => withoutSums(left.sums, model, tokens), names);
  const held =
    sums === null ? later.rows : limited(later.rows, (model, tokens) => within(sums, model, tokens), names);
  return { rows: [...rest, ...held], last: whole.last };
}

function latestAt(records: readonly UsageRecord[]): string {
  return records.reduce((last, { at }) => (at > last ? at : last), '');
}

function sumsUntil({ requests }: SessionEvidence, until: string, names: Names): Sums {
  const sums: Sums = new Map();
  for (const { at, uses } of requests)
    if (at === null || at <= until)
      for (const { model, tokens } of uses) add(sums, names.nameOf(model), tokens);
  return sums;
}

function limited(
  rows: readonly Row[],
  limit: (model: string, tokens: TokenCounts) => TokenCounts,
  names: Names,
): readonly Row[] {
  return rows.flatMap((row) => {
    const tokens = limit(names.nameOf(row.model), row.tokens);
    if (totalTokens(tokens) === 0) return [];
    const cost =
      row.cost === null || sameTokens(tokens, row.tokens)
        ? row.cost
        : costShare(row.cost, totalTokens(tokens), totalTokens(row.tokens));
    return [{ ...row, tokens, cost }];
  });
}

/** Takes from `sums` as much as there is, and says how much that is. */
function within(sums: Sums, model: string, tokens: TokenCounts): TokenCounts {
  const all = sums.get(model) ?? NO_TOKENS;
  const rest = beyond(tokens, all);
  sums.set(model, beyond(all, tokens));
  return beyond(tokens, rest);
}

/** What there is beyond `sums`, which it uses up. */
function withoutSums(sums: Sums, model: string, tokens: TokenCounts): TokenCounts {
  const all = sums.get(model) ?? NO_TOKENS;
  sums.set(model, beyond(all, tokens));
  return beyond(tokens, all);
}
