import { costWithout, exactFromUsd } from '../models/cost.ts';
import {
  addTokens,
  beyond,
  covers,
  maxTokens,
  NO_TOKENS,
  sumTokens,
  type TokenCounts,
} from '../models/tokens.ts';
import { isObject } from '../records/fields.ts';
import {
  type AgentReport,
  bothTotals,
  type Ending,
  type ModelTotal,
  noEvidence,
  type RequestedBy,
  type SessionEvidence,
  type SourceName,
  UNREADABLE_MODEL,
} from '../session/evidence.ts';
import { RequestLog } from '../session/request-log.ts';
import {
  MOST_TYPE,
  modelId,
  modelTotals,
  requestFrom,
  textOrNull,
  usageTerms,
  usageTokens,
  wholeOrNull,
} from './usage-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Evidence from the messages of the Claude Agent SDK, as the execution file and stream-JSON hold them: one for each
 * session, as several runs may be appended to one file. A process that goes on with a new session (`/new`) restates
 * what it used before under the new name; that comes off again.
 */
export function readMessages(
  values: readonly unknown[],
  damagedBefore: number,
  source: SourceName,
): readonly SessionEvidence[] {
  const readers = new Map<string, MessageReader>();
  let damaged = damagedBefore;
  let last = new MessageReader();
  for (const value of values) {
    if (!isObject(value)) {
      damaged++;
      continue;
    }
    const session = textOrNull(value.session_id, 128);
    if (session !== null) {
      const known = readers.get(session) ?? (readers.size === 0 ? last : new MessageReader());
      readers.set(session, known);
      last = known;
    }
    last.add(value);
  }
  last.damaged += damaged;
  const all = (readers.size === 0 ? [last] : [...readers.values()]).map((reader) => reader.evidence(source));
  const telling = all.filter(
    ({ requests, ending, totals }) => requests.length > 0 || totals !== null || ending !== 'unknown',
  );
  const sessions = telling.length > 0 ? telling : all.slice(0, 1);
  return sessions.map((evidence, place) => {
    const before = sessions[place - 1];
    return before === undefined ? evidence : withoutRestated(evidence, before);
  });
}

/** What a session itself is known to have used, by its own requests or by the client's sum of its main loop. */
function leastOf({ requests, mainTokens }: SessionEvidence): TokenCounts {
  const seen = sumTokens([...requests].flatMap(({ uses }) => uses));
  return maxTokens(seen, mainTokens ?? NO_TOKENS);
}

/**
 * The sums of a session without those of the one before it in the same stream, where they hold both. That they do is
 * seen from the figures: no key says so. A result without any other message is of a process of its own.
 */
function withoutRestated(evidence: SessionEvidence, before: SessionEvidence): SessionEvidence {
  const { totals, requestedModel } = evidence;
  if (totals === null || before.totals === null || requestedModel === null) return evidence;
  const own: ModelTotal[] = [];
  for (const total of totals) {
    const former = before.totals.find(({ model }) => model === total.model);
    own.push(former === undefined ? total : lessTotal(total, former));
  }
  const restated = before.totals.every((former) =>
    totals.some(({ model, tokens }) => model === former.model && covers(tokens, former.tokens)),
  );
  return restated && covers(sumTokens(own), leastOf(evidence)) ? { ...evidence, totals: own } : evidence;
}

function lessTotal(total: ModelTotal, former: ModelTotal): ModelTotal {
  const { reported: all } = total;
  const { reported: part } = former;
  const reported = all === null || part === null ? null : costWithout(all, part);
  return {
    ...total,
    tokens: beyond(total.tokens, former.tokens),
    webSearches: Math.max(0, total.webSearches - former.webSearches),
    reported,
  };
}

/**
 * The messages of one session. The last `result` sums it up: its `modelUsage` counts everything, its `usage` the main
 * loop alone. Without a `result` the messages are a lower bound.
 */
class MessageReader {
  private readonly log = new RequestLog();
  private readonly agents = new Map<string, AgentReport>();
  private readonly types = new Map<string, string>();
  private readonly fallbacks: { from: string; to: string }[] = [];
  private session: string | null = null;
  private requestedModel: string | null = null;
  private lastStop: string | null = null;
  private result: Fields | null = null;
  /** What the last result says, and what those say that it does not go on from. */
  private said: SessionEvidence | null = null;
  private former: SessionEvidence | null = null;
  private spawned = 0;
  damaged = 0;

  add(message: Fields): void {
    this.session ??= textOrNull(message.session_id, 128);
    if (message.type === 'system') this.addSystem(message);
    else if (message.type === 'assistant') this.addAssistant(message);
    else if (message.type === 'user') this.addToolResult(message);
    else if (message.type === 'result') this.addResult(message);
  }

  private addResult(message: Fields): void {
    const now = resultEvidence(message);
    if (this.said !== null && !goesOn(now, this.said))
      this.former = this.former === null ? this.said : bothOf(this.former, this.said);
    this.said = now;
    this.result = message;
  }

  private addSystem(message: Fields): void {
    if (message.subtype === 'init' && message.model !== undefined)
      this.requestedModel ??= modelId(message.model);
    if (message.subtype === 'model_refusal_fallback') {
      this.fallbacks.push({ from: modelId(message.original_model), to: modelId(message.fallback_model) });
    }
  }

  private addAssistant(message: Fields): void {
    for (const block of contentOf(message.message)) {
      if (block.type !== 'tool_use' || !isObject(block.input)) continue;
      const type = textOrNull(block.input.subagent_type, MOST_TYPE);
      const id = textOrNull(block.id);
      if (block.name === 'Agent' || block.name === 'Task') this.spawned++;
      if (type !== null && id !== null) this.types.set(id, type);
    }
    const by = this.requestedBy(message);
    const request = requestFrom(message.message, by, {
      requestId: message.request_id,
      uuid: message.uuid,
      at: message.timestamp,
    });
    if (request === 'damaged') this.damaged++;
    else if (request !== null && request !== 'synthetic') {
      this.log.add(request);
      if (by.agentId === null) this.lastStop = request.stopReason ?? this.lastStop;
    }
  }

  private requestedBy(message: Fields): RequestedBy {
    const tool = textOrNull(message.parent_tool_use_id);
    const agentId = textOrNull(message.agent_id) ?? tool;
    const named = textOrNull(message.subagent_type, MOST_TYPE);
    return { agentId, agentType: named ?? (tool === null ? null : (this.types.get(tool) ?? null)) };
  }

  private addToolResult(message: Fields): void {
    const told = message.tool_use_result;
    const agentId = isObject(told) ? textOrNull(told.agentId) : null;
    if (!isObject(told) || agentId === null) return;
    const models = Array.isArray(told.modelsUsed) ? told.modelsUsed : [];
    const all = [...models, told.resolvedModel].map(modelId).filter((model) => model !== UNREADABLE_MODEL);
    this.agents.set(agentId, {
      type: textOrNull(told.agentType, MOST_TYPE),
      // A background agent answers before it has worked: what it will use is not known yet.
      models: told.status === 'async_launched' ? [] : [...new Set(all)],
      durationMs: wholeOrNull(told.totalDurationMs),
    });
  }

  evidence(source: SourceName): SessionEvidence {
    const { said, former } = this;
    const base = {
      ...noEvidence(source),
      ...(said !== null && former !== null ? bothOf(former, said) : said),
    };
    const told = [...this.agents.values()].filter(({ models }) => models.length > 0);
    const stats = isObject(this.result?.subagent_stats) ? this.result.subagent_stats.spawned : null;
    const spawned = Math.max(this.spawned, wholeOrNull(stats) ?? 0);
    return {
      ...base,
      source,
      session: base.session ?? this.session,
      requests: this.log.requests(),
      agents: this.agents,
      agentsKnown: base.agentsKnown || (this.log.size > 0 && told.length >= spawned),
      requestedModel: this.requestedModel,
      ending: this.lastStop === 'refusal' ? 'refused' : base.ending,
      fallbacks: this.fallbacks,
      damaged: base.damaged + this.damaged,
    };
  }
}

/** True when a sum holds the former one, as it does while a session goes on; a session that was cleared begins anew. */
function goesOn(now: SessionEvidence, former: SessionEvidence): boolean {
  return (former.totals ?? []).every(({ model, tokens }) =>
    now.totals?.some((total) => total.model === model && covers(total.tokens, tokens)),
  );
}

/** Two sums of one session of which neither holds the other. */
function bothOf(former: SessionEvidence, now: SessionEvidence): SessionEvidence {
  const totals = new Map((former.totals ?? []).map((total) => [total.model, total]));
  for (const total of now.totals ?? []) {
    const known = totals.get(total.model);
    totals.set(total.model, known === undefined ? total : bothTotals(known, total));
  }
  const mainTokens =
    former.mainTokens === null || now.mainTokens === null
      ? null
      : addTokens(former.mainTokens, now.mainTokens);
  const canonical = new Map([...former.canonical, ...now.canonical]);
  return {
    ...now,
    totals: [...totals.values()],
    canonical,
    mainTokens,
    damaged: former.damaged + now.damaged,
  };
}

/** What a `result` says by itself. */
function resultEvidence(result: Fields): SessionEvidence {
  const { totals, canonical, damaged } = modelTotals(result.modelUsage);
  const usage = isObject(result.usage) ? result.usage : null;
  const stats = isObject(result.subagent_stats) ? result.subagent_stats : null;
  return {
    ...noEvidence('claude-code-result'),
    session: textOrNull(result.session_id, 128),
    totals: isObject(result.modelUsage) ? totals : null,
    canonical,
    mainTokens: usage === null ? null : usageTokens(usage),
    mainTerms: usage === null ? null : usageTerms(usage),
    statedCost: typeof result.total_cost_usd === 'number' ? exactFromUsd(result.total_cost_usd) : null,
    agentsKnown: stats !== null && stats.spawned === 0,
    ending: endingOf(result),
    durationMs: wholeOrNull(result.duration_ms),
    turns: wholeOrNull(result.num_turns),
    damaged,
  };
}

/** `subtype: success` is also what an error of the API gets: `is_error` decides. */
function endingOf(result: Fields): Ending {
  if (result.stop_reason === 'refusal') return 'refused';
  if (result.subtype === 'success' && result.is_error === false) return 'completed';
  return 'failed';
}

function contentOf(message: unknown): readonly Fields[] {
  if (!isObject(message) || !Array.isArray(message.content)) return [];
  return message.content.filter(isObject);
}
