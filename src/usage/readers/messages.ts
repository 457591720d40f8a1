import { isObject } from '../records/fields.ts';
import {
  type AgentReport,
  type Ending,
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
 * Makes evidence of the messages of the Claude Agent SDK, as the execution file and stream-JSON hold them. The last
 * `result` sums up the session: its `modelUsage` counts everything, its `usage` the main loop alone. Without a
 * `result` the messages are a lower bound.
 */
export class MessageReader {
  private readonly log = new RequestLog();
  private readonly agents = new Map<string, AgentReport>();
  private readonly types = new Map<string, string>();
  private readonly fallbacks: { from: string; to: string }[] = [];
  private session: string | null = null;
  private requestedModel: string | null = null;
  private lastStop: string | null = null;
  private result: Fields | null = null;
  private spawned = 0;
  damaged = 0;

  add(message: unknown): void {
    if (!isObject(message)) {
      this.damaged++;
      return;
    }
    this.session ??= textOrNull(message.session_id, 128);
    if (message.type === 'system') this.addSystem(message);
    else if (message.type === 'assistant') this.addAssistant(message);
    else if (message.type === 'user') this.addToolResult(message);
    else if (message.type === 'result') this.result = message;
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
    const said = this.result === null ? null : resultEvidence(this.result);
    const base = { ...noEvidence(source), ...said };
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
