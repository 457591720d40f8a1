import { type IsoDate, parseDate } from '../../time/week.ts';
import { addCosts, bandLimits, type ExactCost, NO_COST, requestCost } from '../models/cost.ts';
import type { ModelTable } from '../models/models.ts';
import {
  addTokens,
  beyond,
  covers,
  NO_TOKENS,
  promptTokens,
  sameTokens,
  sumTokens,
  type TokenCounts,
  totalTokens,
} from '../models/tokens.ts';
import type { Asked } from './asked.ts';
import {
  type ModelTotal,
  type ModelUse,
  NO_TERMS,
  type ObservedRequest,
  type SessionEvidence,
  type Terms,
} from './evidence.ts';
import type { Naming } from './naming.ts';

/** Who used a model: the main loop, a type of sub-agent, somebody whom the source does not name, or the client itself. */
export type Holder =
  | { readonly kind: 'main' }
  | { readonly kind: 'agent'; readonly type: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'client' };

/** What one holder used of one model, while it is being put together. */
export interface Draft {
  readonly holder: Holder;
  /** The exact id that it is booked and priced by. */
  readonly model: string;
  /** The id that the source has in its place. */
  readonly written: string;
  readonly tokens: TokenCounts;
  readonly webSearches: number;
  /** Requests that were seen. */
  readonly count: number;
  readonly maxPromptTokens: number;
  /** What the seen requests cost; null as soon as one of them is unpriced. */
  readonly seenCost: ExactCost | null;
  /** What the seen requests cost by their own statements; null as soon as one makes none. */
  readonly statedCost: ExactCost | null;
  /** True while the seen requests account for all tokens. */
  readonly exact: boolean;
  readonly terms: Terms;
}

/**
 * The requests that a source shows, by the model that was asked for: in each the drafts of the models that answered, by
 * holder.
 */
export function draftRequests(
  evidence: SessionEvidence,
  table: ModelTable,
  naming: Naming,
  asked: Asked,
  day: IsoDate,
): ReadonlyMap<string, readonly Draft[]> {
  const drafts = new Map<string, Map<string, Draft>>();
  for (const request of evidence.requests) {
    request.uses.forEach((use, place) => {
      const name = asked(request, use);
      const written = writtenId(request, use, evidence, naming);
      const model = naming.idOf(written);
      const holder = holderOf(request, evidence);
      const who = holder.kind === 'agent' ? `agent ${holder.type}` : holder.kind;
      const key = `${naming.nameOf(use.model)} ${who}`;
      const own = drafts.get(name) ?? new Map<string, Draft>();
      const draft = own.get(key) ?? emptyDraft(holder, model, written, request.terms);
      // Searches and a stated cost belong to the request as a whole: they are booked with its first model.
      const first = place === 0;
      const searches = first ? request.webSearches : 0;
      const { count, longest } = request.alike ?? { count: 1, longest: promptTokens(use.tokens) };
      const cost = requestCost(table, {
        model,
        tokens: use.tokens,
        day: dayOf(request.at) ?? day,
        webSearches: searches,
        promptLength: longest,
        ...request.terms,
      });
      own.set(key, {
        ...draft,
        tokens: addTokens(draft.tokens, use.tokens),
        webSearches: draft.webSearches + searches,
        count: draft.count + count,
        maxPromptTokens: Math.max(draft.maxPromptTokens, longest),
        seenCost: sumOrNull(draft.seenCost, cost),
        statedCost: sumOrNull(draft.statedCost, first ? request.reported : NO_COST),
      });
      drafts.set(name, own);
    });
  }
  return new Map([...drafts].map(([name, own]) => [name, [...own.values()]]));
}

/**
 * The id that a use is known by. A provider's answer often has the plain one: what was asked for says at which provider,
 * and in which region, it was.
 */
function writtenId(
  request: ObservedRequest,
  { model }: ModelUse,
  { canonical }: SessionEvidence,
  { nameOf }: Naming,
): string {
  const name = nameOf(model);
  if (model !== name) return model;
  const asked = request.asked === null ? [...canonical.keys()] : [request.asked];
  const same = asked.filter((id) => nameOf(id) === name);
  const [only] = same;
  return only !== undefined && same.length === 1 ? only : model;
}

function emptyDraft(holder: Holder, model: string, written: string, terms: Terms): Draft {
  return {
    holder,
    model,
    written,
    tokens: NO_TOKENS,
    webSearches: 0,
    count: 0,
    maxPromptTokens: 0,
    seenCost: NO_COST,
    statedCost: NO_COST,
    exact: true,
    terms,
  };
}

function sumOrNull(a: ExactCost | null, b: ExactCost | null): ExactCost | null {
  return a === null || b === null ? null : addCosts(a, b);
}

function dayOf(at: string | null): IsoDate | null {
  return at === null ? null : parseDate(at.slice(0, 10));
}

/** The session with the sums of answers that are priced alike, where there are too many to look at each. */
export function withSums(
  evidence: SessionEvidence,
  table: ModelTable,
  { idOf }: Naming,
  day: IsoDate,
): SessionEvidence {
  const sums = evidence.requests.alike?.((model, asked, at) => {
    const ids = asked === null ? [model, ...evidence.canonical.keys()] : [model, asked];
    return ids.flatMap((id) => bandLimits(table, idOf(id), dayOf(at) ?? day));
  });
  return sums === undefined ? evidence : { ...evidence, requests: [...sums] };
}

function holderOf({ by }: ObservedRequest, evidence: SessionEvidence): Holder {
  if (evidence.attempt?.judging === true) return { kind: 'client' };
  if (by.agentId === null) return { kind: 'main' };
  const type = by.agentType ?? evidence.agents.get(by.agentId)?.type ?? null;
  return type === null ? { kind: 'unknown' } : { kind: 'agent', type };
}

interface Sharing {
  /** The name of the model that was asked for. */
  readonly model: string;
  readonly total: ModelTotal;
  /** The drafts of what answered. */
  readonly own: readonly Draft[];
  /** All drafts and totals of the session, by the model that was asked for. */
  readonly drafts: ReadonlyMap<string, readonly Draft[]>;
  readonly totals: ReadonlyMap<string, ModelTotal>;
  readonly evidence: SessionEvidence;
  readonly naming: Naming;
}

/**
 * The drafts of a model with what its sum has beyond them, which is of the model that was seen to answer. The main loop gets what the client says that it used; what
 * is then left goes to the only sub-agent that used the model, else to nobody in particular. A model that nobody
 * was seen to use is the client's own, if no sub-agent can have used it unseen.
 */
export function shareRemainder(sharing: Sharing): readonly Draft[] {
  const { total, own, evidence, naming } = sharing;
  const seen = sumTokens(own);
  const searches = own.reduce((sum, draft) => sum + draft.webSearches, 0);
  let rest = beyond(total.tokens, seen);
  let restSearches = Math.max(0, total.webSearches - searches);
  const drafts = [...own];
  const written = own[fullest(own, () => true)]?.written ?? total.model;
  const give = (holder: Holder, tokens: TokenCounts): void => {
    if (totalTokens(tokens) === 0 && restSearches === 0) return;
    const place = fullest(drafts, (draft) => sameHolder(draft.holder, holder));
    const terms = own[0]?.terms ?? evidence.mainTerms ?? NO_TERMS;
    const draft = drafts[place] ?? emptyDraft(holder, naming.idOf(written), written, terms);
    const fuller = {
      ...draft,
      tokens: addTokens(draft.tokens, tokens),
      webSearches: draft.webSearches + restSearches,
      exact: false,
    };
    restSearches = 0;
    rest = beyond(rest, tokens);
    if (place === -1) drafts.push(fuller);
    else drafts[place] = fuller;
  };
  const main = mainShare(sharing);
  if (main !== null) give({ kind: 'main' }, least(rest, main));
  give(restHolder(sharing), rest);
  return drafts;
}

/** The place of the draft with the most tokens among those that are wanted; -1: there is none. */
function fullest(drafts: readonly Draft[], isWanted: (draft: Draft) => boolean): number {
  let found = -1;
  let most = -1;
  drafts.forEach((draft, place) => {
    const tokens = totalTokens(draft.tokens);
    if (!isWanted(draft) || tokens <= most) return;
    found = place;
    most = tokens;
  });
  return found;
}

/** What the main loop used of the model beyond its seen requests, by the client's own sum; null where it does not say. */
function mainShare({ model, own, drafts, totals, evidence }: Sharing): TokenCounts | null {
  const { mainTokens } = evidence;
  if (mainTokens === null) return null;
  const mainModels = [...drafts].filter(([, all]) => all.some(({ holder }) => holder.kind === 'main'));
  if (mainModels.length > 0) {
    const seen = own.filter(({ holder }) => holder.kind === 'main');
    return mainModels.length === 1 && seen.length > 0 ? beyond(mainTokens, sumTokens(seen)) : null;
  }
  const same = [...totals].filter(([, { tokens }]) => sameTokens(tokens, mainTokens));
  const able = same.length > 0 ? same : [...totals].filter(([, { tokens }]) => covers(tokens, mainTokens));
  return able.length === 1 && able[0]?.[0] === model ? mainTokens : null;
}

function restHolder({ model, own, drafts, totals, evidence, naming }: Sharing): Holder {
  const types = new Set(own.flatMap(({ holder }) => (holder.kind === 'agent' ? [holder.type] : [])));
  let unnamed = own.some(({ holder }) => holder.kind === 'unknown');
  for (const report of evidence.agents.values()) {
    if (!report.models.some((used) => naming.nameOf(used) === model)) continue;
    if (report.type === null) unnamed = true;
    else types.add(report.type);
  }
  const [type] = types;
  if (type !== undefined && types.size === 1 && !unnamed) {
    const mainToo = own.some(({ holder }) => holder.kind === 'main');
    // Without the main loop's own sum nobody can say whose the rest is.
    return mainToo && evidence.mainTokens === null ? { kind: 'unknown' } : { kind: 'agent', type };
  }
  if (types.size > 0 || unnamed) return { kind: 'unknown' };
  if (own.length > 0) return { kind: 'main' };
  if (drafts.size === 0 && totals.size === 1) return { kind: 'main' };
  return evidence.agentsKnown ? { kind: 'client' } : { kind: 'unknown' };
}

function sameHolder(a: Holder, b: Holder): boolean {
  return a.kind === b.kind && (a.kind !== 'agent' || b.kind !== 'agent' || a.type === b.type);
}

function least(a: TokenCounts, b: TokenCounts): TokenCounts {
  return beyond(a, beyond(a, b));
}
