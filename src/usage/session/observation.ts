import type { IsoDate } from '../../time/week.ts';
import { findModel, type ModelTable } from '../models/models.ts';
import { covers, sumTokens, type TokenCounts, totalTokens } from '../models/tokens.ts';
import type { Measured } from '../records/record.ts';
import { type Asked, askedOf } from './asked.ts';
import { type Draft, draftRequests, type Holder, shareRemainder, withSums } from './drafts.ts';
import {
  bothTotals,
  type Ending,
  type ModelTotal,
  type SessionEvidence,
  type SourceName,
  UNREADABLE_MODEL,
} from './evidence.ts';
import { type Naming, namingOf } from './naming.ts';
import { costDisagreement, costsOf, type PartCost } from './part-costs.ts';

/** What one holder used of one model. The parts of an observation sum exactly to what the session used. */
export interface ObservedPart extends PartCost {
  readonly holder: Holder;
  /** Exact id. */
  readonly model: string;
  /** The id that the source has, where only the client can tell which model that is; null: `model` itself. */
  readonly written: string | null;
  readonly tokens: TokenCounts;
  /** Null: the source has sums only. */
  readonly requests: number | null;
  /** The longest prompt of a single request; null where the source has sums only. */
  readonly maxPromptTokens: number | null;
  readonly durationMs: number | null;
}

export interface Replaced {
  readonly asked: string;
  readonly answered: string;
}

/** One session's usage, whatever source it came from. */
export interface UsageObservation {
  readonly source: SourceName;
  readonly session: string | null;
  /** Empty exactly when nothing was measured. */
  readonly parts: readonly ObservedPart[];
  readonly measured: Measured;
  readonly requestedModel: string | null;
  readonly ending: Ending;
  readonly fallbacks: SessionEvidence['fallbacks'];
  /** Where another model answered than was asked for, by their names. */
  readonly replaced: readonly Replaced[];
  readonly durationMs: number | null;
  readonly turns: number | null;
  /** The latest time in the source, in UTC; null where it has none. */
  readonly lastAt: string | null;
  /** Sentences for a person: what is missing and what does not agree. */
  readonly notes: readonly string[];
}

/**
 * Makes sense of what a source says about a session. `day` is the day (UTC) whose prices hold for requests without a
 * time. Where the client's own sums and its requests differ, the larger counts: messages that are still being
 * written state too little, and sums begin anew when a session is cleared.
 */
export function observe(found: SessionEvidence, table: ModelTable, day: IsoDate): UsageObservation {
  const notes: string[] = [];
  const naming = namingOf(found, table);
  const evidence = withSums(found, table, naming, day);
  const totals = totalsByName(evidence, naming);
  const asked = askedOf(evidence, totals, naming);
  const drafts = draftRequests(evidence, table, naming, asked, day);
  const parts: ObservedPart[] = [];
  let summed = totals.size > 0;
  for (const model of new Set([...drafts.keys(), ...totals.keys()])) {
    const own = drafts.get(model) ?? [];
    const total = totals.get(model);
    summed &&= total !== undefined && covers(total.tokens, sumTokens(own));
    const all =
      total === undefined ? own : shareRemainder({ model, total, own, drafts, totals, evidence, naming });
    const used = all.filter((draft) => totalTokens(draft.tokens) > 0 || draft.webSearches > 0);
    // What the client reports is the price of what it asked for.
    const isOwn = used.every((draft) => naming.nameOf(draft.model) === model);
    const priced = isOwn ? total : undefined;
    const costs = costsOf(used, priced, table, day);
    used.forEach((draft, place) => {
      parts.push(partOf(draft, costs[place] ?? { cost: null, basis: 'unpriced' }, evidence));
    });
    const note = costDisagreement(model, costs, priced);
    if (note !== null) notes.push(note);
  }
  const stated = parts.length > 0 ? null : statedPart(evidence);
  if (stated !== null) {
    parts.push(stated);
    notes.push(
      'The client summed up without a list of models: what it says of the main loop and of the cost counts.',
    );
  }
  const { damaged } = evidence;
  if (damaged > 0)
    notes.push(
      damaged === 1
        ? '1 line or value could not be read, or holds more than there can be.'
        : `${damaged} lines or values could not be read, or hold more than there can be.`,
    );
  const whole = damaged === 0 && !evidence.unfinished && (evidence.complete || summed);
  return {
    source: evidence.source,
    session: evidence.session,
    parts,
    measured: parts.length === 0 ? 'none' : whole ? 'full' : 'partial',
    requestedModel: requestedId(evidence, naming, drafts, table),
    ending: evidence.ending,
    fallbacks: evidence.fallbacks,
    replaced: replacedOf(evidence, naming, asked, table),
    durationMs: evidence.durationMs,
    turns: evidence.turns,
    lastAt: latest(evidence),
    notes,
  };
}

/** Stands for the model where the client does not say which one answered. */
const UNKNOWN_MODEL = 'unknown';

/** What is left to say where a sum names no model: the main loop's tokens, and the dollars of the session. */
function statedPart({
  totals,
  mainTokens,
  statedCost,
  requestedModel,
  turns,
}: SessionEvidence): ObservedPart | null {
  if (totals !== null || mainTokens === null || totalTokens(mainTokens) === 0) return null;
  return {
    holder: { kind: 'main' },
    model: requestedModel ?? UNKNOWN_MODEL,
    written: null,
    tokens: mainTokens,
    requests: turns,
    maxPromptTokens: null,
    cost: statedCost,
    basis: statedCost === null ? 'unpriced' : 'reported',
    durationMs: null,
  };
}

/** The client's sums by model: what it asked several providers for is one model's. */
function totalsByName(
  { totals }: SessionEvidence,
  { nameOf, isMistaken }: Naming,
): ReadonlyMap<string, ModelTotal> {
  const byName = new Map<string, ModelTotal>();
  for (const each of totals ?? []) {
    const total = isMistaken(each.model) ? { ...each, reported: null } : each;
    const name = nameOf(total.model);
    const known = byName.get(name);
    byName.set(name, known === undefined ? total : bothTotals(known, total));
  }
  return byName;
}

/** The model that was asked for; by an id that nobody knows, as that of a profile, it was the one model that answered. */
function requestedId(
  { requestedModel }: SessionEvidence,
  { idOf, nameOf }: Naming,
  drafts: ReadonlyMap<string, readonly Draft[]>,
  table: ModelTable,
): string | null {
  if (requestedModel === null) return null;
  const id = idOf(requestedModel);
  const answered = [...new Set((drafts.get(nameOf(id)) ?? []).map(({ model }) => model))];
  const [only] = answered;
  const isTold = findModel(table, id) === null && only !== undefined && answered.length === 1;
  return isTold ? only : id;
}

/** Of an id that nobody knows it cannot be told which model it stands for, nor whether another one answered. */
function replacedOf(
  { requests, fallbacks }: SessionEvidence,
  { nameOf }: Naming,
  asked: Asked,
  table: ModelTable,
): readonly Replaced[] {
  const found = new Map<string, Replaced>();
  for (const request of requests) {
    for (const use of request.uses) {
      const answered = nameOf(use.model);
      const summed = asked(request, use);
      const alone = request.asked !== null && request.uses.length === 1 ? nameOf(request.asked) : answered;
      const wanted = summed === answered ? alone : summed;
      const isSaid = fallbacks.some(({ from, to }) => nameOf(from) === wanted && nameOf(to) === answered);
      if (wanted === answered || isSaid || findModel(table, wanted) === null) continue;
      found.set(JSON.stringify([wanted, answered]), { asked: wanted, answered });
    }
  }
  return [...found.values()];
}

function partOf(draft: Draft, { cost, basis }: PartCost, evidence: SessionEvidence): ObservedPart {
  const { holder } = draft;
  const reports = [...evidence.agents.values()].filter(
    ({ type }) => holder.kind === 'agent' && type === holder.type,
  );
  const durations = reports.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]));
  return {
    holder,
    model: draft.model,
    written: draft.written === draft.model || draft.written === UNREADABLE_MODEL ? null : draft.written,
    tokens: draft.tokens,
    requests: draft.count > 0 ? draft.count : null,
    maxPromptTokens: draft.count > 0 ? draft.maxPromptTokens : null,
    cost,
    basis,
    durationMs: durations.length === 0 ? null : durations.reduce((sum, duration) => sum + duration, 0),
  };
}

function latest(evidence: SessionEvidence): string | null {
  let last: string | null = null;
  for (const { at } of evidence.requests) if (at !== null && (last === null || at > last)) last = at;
  return last;
}
