import { addCosts, type ExactCost, type Service } from '../models/cost.ts';
import { addTokens, type TokenCounts, totalTokens } from '../models/tokens.ts';
import type { RecordOutcome } from '../records/record.ts';

/** Which reader something came through; written into the record. */
export type SourceName =
  | 'claude-code-execution-file'
  | 'claude-code-result'
  | 'claude-code-stream'
  | 'claude-code-transcript'
  | 'plain'
  | 'run';

/** Who made a request: the main loop, or a sub-agent by its id in the session. */
export interface RequestedBy {
  /** Null: the main loop. */
  readonly agentId: string | null;
  /** The sub-agent's type, where the line itself names it. */
  readonly agentType: string | null;
}

/** What the price of a request depends on, besides model and tokens. */
export interface Terms {
  readonly service: Service;
  readonly fast: boolean;
  readonly geo: string | null;
}

/** The tokens that one model used in answering a request; a server-side fallback can bring in a second model. */
export interface ModelUse {
  readonly model: string;
  readonly tokens: TokenCounts;
}

/** One answer of the API, put together from all lines that speak of it. */
export interface ObservedRequest {
  /** Same key, same answer: the message's id. */
  readonly key: string;
  /** The model that the client asked for, where the source says it: another one may have answered. */
  readonly asked: string | null;
  readonly by: RequestedBy;
  readonly uses: readonly ModelUse[];
  readonly terms: Terms;
  readonly webSearches: number;
  /** Instant in UTC; null where the source has no times. */
  readonly at: string | null;
  readonly stopReason: string | null;
  /** A cost that the source states for this request. */
  readonly reported: ExactCost | null;
  /** The same number in several sessions: they have the same answer. */
  readonly shared?: number | null;
  /** The line says itself that it was copied from another session. */
  readonly copied?: boolean;
  /** Of several answers that are priced alike: how many they are, and the longest prompt of them. Default: it is one. */
  readonly alike?: { readonly count: number; readonly longest: number };
}

/** The lengths of prompts at which the price of an answer may change. `at`: a time of its day. */
export type PriceLimits = (model: string, asked: string | null, at: string | null) => readonly number[];

/** Answers, in no particular order: a list, or what stands for one where there are too many. */
export interface Requests extends Iterable<ObservedRequest> {
  readonly length: number;
  filter(keep: (request: ObservedRequest) => boolean): Requests;
  /** The sums of those of a day, a model and an agent that are priced alike: many answers are few sums. */
  alike?(limits: PriceLimits): Iterable<ObservedRequest>;
}

/**
 * What the client says that one model used in the whole session, sub-agents and its own calls included. It goes by what
 * it asked for, and not by what answered.
 */
export interface ModelTotal {
  readonly model: string;
  readonly tokens: TokenCounts;
  readonly webSearches: number;
  /** Null where the client guessed at another model's rate, or said nothing. */
  readonly reported: ExactCost | null;
}

/** What the client had summed up at some point of a session. */
export interface SavedTotals {
  /** The latest answer that is in it; null: it has none. */
  readonly until: string | null;
  readonly totals: readonly ModelTotal[];
}

/** What is known of a sub-agent besides its requests. */
export interface AgentReport {
  readonly type: string | null;
  /** Models that it is said to have used; empty: not said. */
  readonly models: readonly string[];
  readonly durationMs: number | null;
}

/** How the main loop ended. `completed` says that it came to an end by itself, not that its work is good. */
export type Ending = 'completed' | 'failed' | 'refused' | 'unknown';

/** What `run` says of one attempt of its own: other sources know nothing of attempts. */
export interface AttemptReport {
  /** From 1. */
  readonly attempt: number;
  readonly agent: string;
  /** True for the calls of a judge, which are about the attempt and not the agent's work. */
  readonly judging: boolean;
  readonly outcome: RecordOutcome | null;
  /** 0 to 1; null: nobody judged by a number. */
  readonly quality: number | null;
  readonly escalatedFromModel: string | null;
  readonly escalationReason: string | null;
  readonly escalationTrigger: string | null;
}

/** Everything that one source says about one session, before it is made sense of. */
export interface SessionEvidence {
  readonly source: SourceName;
  readonly session: string | null;
  readonly requests: Requests;
  readonly agents: ReadonlyMap<string, AgentReport>;
  /** Null: the source ended before the client summed up. */
  readonly totals: readonly ModelTotal[] | null;
  /** True when the source shows use after the client's last sum, which is then in `totals`, too. */
  readonly unfinished: boolean;
  /** Earlier sums of the client's, in their order. */
  readonly saved: readonly SavedTotals[];
  /** True when another session has some of the same answers. */
  readonly shares: boolean;
  /** Sessions whose use may be in this one's totals. */
  readonly restates: readonly string[];
  /** The ids that the client summed up by, each with its own name for the model behind it; null: it names none. */
  readonly canonical: ReadonlyMap<string, string | null>;
  /** What the main loop used according to the client's sum. */
  readonly mainTokens: TokenCounts | null;
  readonly mainTerms: Terms | null;
  /** What the client says that the whole session cost; null: it does not say. */
  readonly statedCost: ExactCost | null;
  /** True when no sub-agent can have been started without being seen. */
  readonly agentsKnown: boolean;
  /** True when the requests are all there is, as with a caller's own list. */
  readonly complete: boolean;
  readonly requestedModel: string | null;
  readonly ending: Ending;
  readonly durationMs: number | null;
  readonly turns: number | null;
  /** Models that took over after a refusal. */
  readonly fallbacks: readonly { readonly from: string; readonly to: string }[];
  /** Lines or values that could not be read. */
  readonly damaged: number;
  /** Null but for runs of our own. */
  readonly attempt: AttemptReport | null;
}

/** Stands for a model id that is none. */
export const UNREADABLE_MODEL = 'unreadable';

export const NO_TERMS: Terms = { service: 'standard', fast: false, geo: null };

/** Two sums of one model. */
export function bothTotals(a: ModelTotal, b: ModelTotal): ModelTotal {
  return {
    ...a,
    tokens: addTokens(a.tokens, b.tokens),
    webSearches: a.webSearches + b.webSearches,
    reported: a.reported === null || b.reported === null ? null : addCosts(a.reported, b.reported),
  };
}

/** Evidence that says nothing: the base for the readers, and what is left of an unreadable source. */
export function noEvidence(source: SourceName): SessionEvidence {
  return {
    source,
    session: null,
    requests: [],
    agents: new Map(),
    totals: null,
    unfinished: false,
    saved: [],
    shares: false,
    restates: [],
    canonical: new Map(),
    mainTokens: null,
    mainTerms: null,
    statedCost: null,
    agentsKnown: false,
    complete: false,
    requestedModel: null,
    ending: 'unknown',
    durationMs: null,
    turns: null,
    fallbacks: [],
    damaged: 0,
    attempt: null,
  };
}

/**
 * Several sources of one session as one: the requests from whichever has the most tokens for each, the sums from the
 * source that has them. Where both state something, the first wins.
 */
export function mergeEvidence(first: SessionEvidence, second: SessionEvidence): SessionEvidence {
  const summed = sizeOf(second.totals) > sizeOf(first.totals) ? second : first;
  const detailed = second.source === 'claude-code-transcript' ? second : first;
  return {
    source: first.totals === null && second.totals !== null ? second.source : first.source,
    session: first.session ?? second.session,
    requests: detailed.requests.length > 0 ? detailed.requests : [...first.requests, ...second.requests],
    agents: bothAgents(first.agents, second.agents),
    // Both are sums since the session began: the larger one is the later one.
    totals: summed.totals ?? second.totals,
    unfinished: summed.unfinished,
    saved: [...first.saved, ...second.saved],
    shares: first.shares || second.shares,
    restates: [...new Set([...first.restates, ...second.restates])],
    canonical: new Map([...second.canonical, ...first.canonical]),
    mainTokens: first.mainTokens ?? second.mainTokens,
    mainTerms: first.mainTerms ?? second.mainTerms,
    statedCost: first.statedCost ?? second.statedCost,
    agentsKnown: first.agentsKnown || second.agentsKnown,
    complete: first.complete && second.complete,
    requestedModel: first.requestedModel ?? second.requestedModel,
    ending: worse(first.ending, second.ending),
    durationMs: first.durationMs ?? second.durationMs,
    turns: first.turns ?? second.turns,
    fallbacks: first.fallbacks.length > 0 ? first.fallbacks : second.fallbacks,
    damaged: first.damaged + second.damaged,
    attempt: first.attempt ?? second.attempt,
  };
}

function sizeOf(totals: readonly ModelTotal[] | null): number {
  return totals?.reduce((sum, { tokens }) => sum + totalTokens(tokens), 0) ?? -1;
}

/** What two sources say of sub-agents: what one of them leaves open, the other may know. */
function bothAgents(
  first: SessionEvidence['agents'],
  second: SessionEvidence['agents'],
): SessionEvidence['agents'] {
  const agents = new Map(second);
  for (const [id, { type, models, durationMs }] of first) {
    const other = second.get(id);
    agents.set(id, {
      type: type ?? other?.type ?? null,
      models: models.length > 0 ? models : (other?.models ?? []),
      durationMs: durationMs ?? other?.durationMs ?? null,
    });
  }
  return agents;
}

function worse(a: Ending, b: Ending): Ending {
  const order: readonly Ending[] = ['unknown', 'completed', 'failed', 'refused'];
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}
