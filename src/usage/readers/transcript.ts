import { isObject } from '../records/fields.ts';
import {
  type AgentReport,
  type Ending,
  noEvidence,
  type ObservedRequest,
  type SessionEvidence,
} from '../session/evidence.ts';
import { RequestLog } from '../session/request-log.ts';
import { MOST_TYPE, modelId, requestFrom, textOrNull, wholeOrNull } from './usage-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A file of a session's folder: the main loop's (`agentId` null), or that of a sub-agent with what its meta file says. */
export interface TranscriptFile {
  readonly agentId: string | null;
  /** Parsed `agent-<id>.meta.json`; null where there is none. */
  readonly meta: unknown;
  readonly lines: Iterable<string>;
}

interface Session {
  readonly log: RequestLog;
  readonly agents: Map<string, AgentReport>;
  ending: Ending;
  requestedModel: string | null;
  damaged: number;
  /** Answers that an older session has, too. */
  repeated: number;
}

/** True for a line that can matter: the cheap test before it is parsed. */
export function mayMatter(line: string): boolean {
  return line.includes('"usage"') || line.includes('"agentId"');
}

/**
 * Evidence from Claude Code's transcripts, one for each session. They hold every request with its final figures, and
 * no sum: the client's own calls are not in them. Main files are to come before those of sub-agents, because a
 * sub-agent's file may repeat lines of the main loop.
 */
export function readTranscripts(files: Iterable<TranscriptFile>): readonly SessionEvidence[] {
  const sessions = new Map<string, Session>();
  const seen = new Map<string, string>();
  for (const file of files) {
    const told = isObject(file.meta) ? file.meta : {};
    let last: Session | null = null;
    for (const text of file.lines) {
      if (text.trim() === '' || (last !== null && !mayMatter(text))) continue;
      const line = parsed(text);
      if (line === null) {
        if (last !== null) last.damaged++;
        continue;
      }
      last = sessionOf(sessions, textOrNull(line.sessionId, 128) ?? '');
      addLine(last, line, file.agentId, told, seen);
    }
  }
  return [...sessions]
    .filter(([, found]) => !onlyRepeats(found))
    .map(([session, found]) => ({
      ...noEvidence('claude-code-transcript'),
      session: session === '' ? null : session,
      requests: found.log.requests(),
      agents: found.agents,
      agentsKnown: true,
      requestedModel: found.requestedModel,
      ending: found.ending,
      damaged: found.damaged,
    }));
}

/** A session that goes on from an older one and came to no answer of its own: all that it used is known. */
function onlyRepeats({ log, damaged, repeated }: Session): boolean {
  return repeated > 0 && damaged === 0 && log.requests().length === 0;
}

function parsed(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    // A job that is killed leaves half a line behind.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function sessionOf(sessions: Map<string, Session>, id: string): Session {
  const known = sessions.get(id);
  if (known !== undefined) return known;
  const session: Session = {
    log: new RequestLog(),
    agents: new Map(),
    ending: 'unknown',
    requestedModel: null,
    damaged: 0,
    repeated: 0,
  };
  sessions.set(id, session);
  return session;
}

/** `seen`: in which session an answer was first met, as a resumed session may repeat the answers of an older one. */
function addLine(
  session: Session,
  line: Fields,
  fileAgent: string | null,
  meta: Fields,
  seen: Map<string, string>,
): void {
  if (line.type === 'user') addReport(session, line.toolUseResult);
  if (line.type !== 'assistant') return;
  const agentId = textOrNull(line.agentId) ?? fileAgent;
  const agentType = textOrNull(meta.agentType, MOST_TYPE) ?? textOrNull(line.attributionAgent, MOST_TYPE);
  if (agentId !== null && !session.agents.has(agentId)) {
    session.agents.set(agentId, { type: agentType, models: [], durationMs: null });
  }
  const request = requestFrom(
    line.message,
    { agentId, agentType },
    {
      requestId: line.requestId,
      uuid: line.uuid,
      at: line.timestamp,
      asked: line.requestedModel,
    },
  );
  if (request === null) return;
  if (request === 'damaged') {
    session.damaged++;
    return;
  }
  if (agentId === null) {
    session.ending = endingAfter(line, request, session.ending);
    if (line.requestedModel !== undefined) session.requestedModel ??= modelId(line.requestedModel);
  }
  if (request === 'synthetic') return;
  const home = textOrNull(line.sessionId, 128) ?? '';
  const first = seen.get(request.key) ?? home;
  seen.set(request.key, first);
  if (first === home) session.log.add(request);
  else session.repeated++;
}

function endingAfter(line: Fields, request: ObservedRequest | 'synthetic', before: Ending): Ending {
  if (line.isApiErrorMessage === true) return 'failed';
  if (request === 'synthetic') return before;
  if (request.stopReason === 'refusal') return 'refused';
  if (request.stopReason === 'end_turn' || request.stopReason === 'stop_sequence') return 'completed';
  return 'unknown';
}

function addReport(session: Session, told: unknown): void {
  const agentId = isObject(told) ? textOrNull(told.agentId) : null;
  if (!isObject(told) || agentId === null) return;
  const known = session.agents.get(agentId);
  session.agents.set(agentId, {
    type: textOrNull(told.agentType, MOST_TYPE) ?? known?.type ?? null,
    models: known?.models ?? [],
    durationMs: wholeOrNull(told.totalDurationMs) ?? known?.durationMs ?? null,
  });
}
