import { exactFromUsd } from '../models/cost.ts';
import { isObject } from '../records/fields.ts';
import { noEvidence, type ObservedRequest, type SessionEvidence } from '../session/evidence.ts';
import { instantOrNull, MOST_TYPE, requestFrom, textOrNull } from './usage-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/** True for what `readPlain` takes: a model and its usage, either as the Messages API answers or side by side. */
export function isPlain(value: unknown): boolean {
  if (!isObject(value) || typeof value.model !== 'string') return false;
  return (
    isObject(value.usage) || typeof value.input_tokens === 'number' || typeof value.output_tokens === 'number'
  );
}

/** What gh-aw calls a class of tokens, and what the Messages API does. Source: `token-usage.jsonl`, `token-usage/v1`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  cache_read_tokens: 'cache_read_input_tokens',
  cache_write_tokens: 'cache_creation_input_tokens',
};

/** Fields that count tokens and are read, or are a part of one that is. */
const KNOWN: ReadonlySet<string> = new Set([
  'input_tokens',
  'output_tokens',
  'cache_read_input_tokens',
  'cache_creation_input_tokens',
  'cache_creation',
  'output_tokens_details',
  'reasoning_tokens',
  'max_tokens',
  ...Object.keys(OTHER_NAMES),
]);

/** The usage under the names of the Messages API. */
function inOwnNames(usage: Fields): Fields {
  const renamed = Object.entries(OTHER_NAMES).flatMap(([other, own]) =>
    usage[other] === undefined || usage[own] !== undefined ? [] : [[own, usage[other]]],
  );
  return { ...usage, ...Object.fromEntries(renamed) };
}

/** True when a count of tokens is stated that nobody here knows the meaning of, so that what is read may be a part. */
function saysMore(usage: Fields): boolean {
  const { input_tokens, output_tokens, cache_read_input_tokens, cache_creation_input_tokens } = usage;
  const read = [input_tokens, output_tokens, cache_read_input_tokens, cache_creation_input_tokens];
  const sum = read.reduce<number>((all, count) => all + (typeof count === 'number' ? count : 0), 0);
  return Object.entries(usage).some(([name, value]) => {
    if (!/tokens?$|cache/i.test(name) || KNOWN.has(name) || value === null || value === 0) return false;
    return !(name === 'total_tokens' && typeof value === 'number' && value <= sum);
  });
}

/**
 * A list of requests that a job made by itself, each `{model, usage: {…}}` as the Messages API answers, or with the
 * fields of `usage` beside `model`. May be said besides: `agent`, `cost_usd`, `timestamp`, `session`, `id`.
 * An entry with a count of tokens that is not known here makes the list a lower bound.
 */
export function readPlain(values: readonly unknown[], damagedBefore: number): SessionEvidence {
  const requests: ObservedRequest[] = [];
  let damaged = damagedBefore;
  let more = 0;
  let session: string | null = null;
  values.forEach((value, place) => {
    if (!isObject(value)) {
      damaged++;
      return;
    }
    session ??= textOrNull(value.session, 128);
    const agent = textOrNull(value.agent, MOST_TYPE);
    const usage = inOwnNames(isObject(value.usage) ? value.usage : value);
    if (saysMore(usage)) more++;
    const message = { ...value, usage };
    const request = requestFrom(
      message,
      { agentId: agent, agentType: agent },
      { requestId: value.request_id, uuid: `#${place}`, at: value.timestamp },
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
    complete: damaged === 0 && more === 0,
    ending: refused ? 'refused' : 'unknown',
    damaged,
  };
}
