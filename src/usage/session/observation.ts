import type { IsoDate } from '../../time/week.ts';
import type { ModelTable } from '../models/models.ts';
import { addTokens, covers, NO_TOKENS, type TokenCounts, totalTokens } from '../models/tokens.ts';
import type { Measured } from '../records/record.ts';
import { type Draft, draftRequests, type Holder, modelName, shareRemainder } from './drafts.ts';
import type { Ending, ModelTotal, SessionEvidence, SourceName } from './evidence.ts';
import { costDisagreement, costsOf, type PartCost } from './part-costs.ts';

/** What one holder used of one model. The parts of an observation sum exactly to what the session used. */
export interface ObservedPart extends PartCost {
  readonly holder: Holder;
  /** Exact id, as the source has it. */
  readonly model: string;
  readonly tokens: TokenCounts;
  /** Null: the source has sums only. */
  readonly requests: number | null;
  /** The longest prompt of a single request; null where the source has sums only. */
  readonly maxPromptTokens: number | null;
  readonly durationMs: number | null;
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
export function observe(evidence: SessionEvidence, table: ModelTable, day: IsoDate): UsageObservation {
  const notes: string[] = [];
  const drafts = draftRequests(evidence, table, day);
  const totals = new Map<string, ModelTotal>();
  for (const total of evidence.totals ?? [])
    totals.set(modelName(table, total.model, total.canonical), total);
  const parts: ObservedPart[] = [];
  let summed = totals.size > 0;
  for (const model of new Set([...drafts.keys(), ...totals.keys()])) {
    const own = drafts.get(model) ?? [];
    const total = totals.get(model);
    summed &&= total !== undefined && covers(total.tokens, sumOf(own));
    const all = total === undefined ? own : shareRemainder({ model, total, own, drafts, totals, evidence });
    const used = all.filter((draft) => totalTokens(draft.tokens) > 0 || draft.webSearches > 0);
    const costs = costsOf(used, total, table, day);
    used.forEach((draft, place) => {
      parts.push(partOf(draft, costs[place] ?? { cost: null, basis: 'unpriced' }, evidence));
    });
    const note = costDisagreement(model, costs, total);
    if (note !== null) notes.push(note);
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
    requestedModel: evidence.requestedModel,
    ending: evidence.ending,
    fallbacks: evidence.fallbacks,
    durationMs: evidence.durationMs,
    turns: evidence.turns,
    lastAt: latest(evidence),
    notes,
  };
}

function sumOf(drafts: readonly Draft[]): TokenCounts {
  return drafts.reduce((sum, draft) => addTokens(sum, draft.tokens), NO_TOKENS);
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
