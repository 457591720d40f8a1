import { exactFromUsd } from '../models/cost.ts';
import { isObject } from '../records/fields.ts';
import { noEvidence, type ObservedRequest, type SessionEvidence } from '../session/evidence.ts';
import { instantOrNull, MOST_TYPE, requestFrom, textOrNull } from './usage-fields.ts';

/** True for what `readPlain` takes: a model and its usage, either as the Messages API answers or side by side. */
export function isPlain(value: unknown): boolean {
  if (!isObject(value) || typeof value.model !== 'string') return false;
  return (
    isObject(value.usage) || typeof value.input_tokens === 'number' || typeof value.output_tokens === 'number'
  );
}

/**
 * A list of requests that a job made by itself, each `{model, usage: {…}}` as the Messages API answers, or with the
 * fields of `usage` beside `model`. May be said besides: `agent`, `cost_usd`, `timestamp`, `session`, `id`.
 */
export function readPlain(values: readonly unknown[], damagedBefore: number): SessionEvidence {
  const requests: ObservedRequest[] = [];
  let damaged = damagedBefore;
  let session: string | null = null;
  values.forEach((value, place) => {
    if (!isObject(value)) {
      damaged++;
      return;
    }
    session ??= textOrNull(value.session, 128);
    const agent = textOrNull(value.agent, MOST_TYPE);
    const message = isObject(value.usage) ? value : { ...value, usage: value };
    const request = requestFrom(
      message,
      { agentId: agent, agentType: agent },
      { requestId: null, uuid: `#${place}`, at: value.timestamp },
    );
    if (request === null || request === 'damaged') damaged++;
    else if (request !== 'synthetic') {
      const reported = typeof value.cost_usd === 'number' ? exactFromUsd(value.cost_usd) : null;
      requests.push({ ...request, reported, at: instantOrNull(value.timestamp) });
    }
  });
  const refused = requests.at(-1)?.stopReason === 'refusal';
  return {
    ...noEvidence('plain'),
    session,
    requests,
    agentsKnown: true,
    complete: damaged === 0,
    ending: refused ? 'refused' : 'unknown',
    damaged,
  };
}
