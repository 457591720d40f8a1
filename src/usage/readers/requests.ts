import { isObject } from '../records/fields.ts';
import { OUTCOMES } from '../records/record.ts';
import {
  type AttemptReport,
  noEvidence,
  type ObservedRequest,
  type SessionEvidence,
} from '../session/evidence.ts';
import { modelId, requestFrom, textOrNull, wholeOrNull } from './usage-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What `run` writes of its own requests while it runs: no prompt, no answer. */
export interface RequestsDocument {
  readonly schema: 'haiku-first/requests@1';
  readonly session: string;
  readonly agent: string;
  readonly attempts: readonly RunAttempt[];
}

/** One attempt, or the judging of one, with its requests in order. */
export interface RunAttempt {
  readonly attempt: number;
  readonly judging: boolean;
  /** The model that was asked for. */
  readonly model: string;
  /** Null while it lasts. */
  readonly duration_ms: number | null;
  readonly outcome: 'pass' | 'fail' | 'unknown' | null;
  readonly quality: number | null;
  readonly escalated_from_model: string | null;
  readonly escalation_reason: string | null;
  readonly escalation_trigger: string | null;
  readonly requests: readonly RunRequest[];
}

/**
 * One request. `open`: it was sent, and nothing more is known. `refused`: the API answered with an error before it did
 * any work, so nothing was used. `cut`: the answer broke off, and what was used is at least what is said.
 */
export interface RunRequest {
  readonly state: 'open' | 'refused' | 'cut' | 'done';
  readonly at: string;
  /** The message as far as it came: id, model, usage and stop_reason, as the Messages API says them. */
  readonly message: Fields | null;
}

/** True for what `readRequests` takes. */
export function isRequests(value: unknown): value is Fields {
  return isObject(value) && value.schema === 'haiku-first/requests@1';
}

/** Evidence of each attempt that used something, or may have: one that the API refused altogether used nothing. */
export function readRequests(document: Fields): readonly SessionEvidence[] {
  const session = textOrNull(document.session, 128);
  const agent = textOrNull(document.agent, 64) ?? '';
  const attempts = Array.isArray(document.attempts) ? document.attempts.filter(isObject) : [];
  return attempts.flatMap((attempt): readonly SessionEvidence[] => {
    const requests = Array.isArray(attempt.requests) ? attempt.requests.filter(isObject) : [];
    const told = requests.filter(({ state }) => state !== 'refused');
    if (told.length === 0) return [];
    return [evidenceOf(attempt, told, session, agent)];
  });
}

function evidenceOf(
  attempt: Fields,
  told: readonly Fields[],
  session: string | null,
  agent: string,
): SessionEvidence {
  const requests: ObservedRequest[] = [];
  let unknown = 0;
  told.forEach(({ state, message, at }, place) => {
    const request = requestFrom(message, MAIN, { requestId: null, uuid: `#${place}`, at });
    if (state !== 'done') unknown++;
    if (request === null || request === 'damaged') unknown += state === 'done' ? 1 : 0;
    else if (request !== 'synthetic') requests.push({ ...request, key: `${place} ${request.key}` });
  });
  const judging = attempt.judging === true;
  return {
    ...noEvidence('run'),
    session,
    requests,
    agentsKnown: true,
    complete: unknown === 0,
    requestedModel: judging ? null : modelId(attempt.model),
    ending: requests.at(-1)?.stopReason === 'refusal' ? 'refused' : 'unknown',
    durationMs: wholeOrNull(attempt.duration_ms),
    turns: told.length,
    attempt: reportOf(attempt, agent, judging),
  };
}

const MAIN = { agentId: null, agentType: null } as const;

function reportOf(attempt: Fields, agent: string, judging: boolean): AttemptReport {
  const { attempt: number, quality } = attempt;
  return {
    attempt:
      typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 1000 ? number : 1,
    agent,
    judging,
    outcome: OUTCOMES.find((outcome) => outcome === attempt.outcome) ?? null,
    quality: typeof quality === 'number' && quality >= 0 && quality <= 1 ? quality : null,
    escalatedFromModel: attempt.escalated_from_model == null ? null : modelId(attempt.escalated_from_model),
    escalationReason: textOrNull(attempt.escalation_reason, 2000),
    escalationTrigger: textOrNull(attempt.escalation_trigger),
  };
}
