import type { RecordTokens, UsageRecord } from './record.ts';

/** Of a whole job, its sub-agents included: a hundred sessions that read a long prompt from the cache without a pause. */
const TOKENS_A_SECOND = 1_000_000;
/** A hundred sessions that write without a pause. */
const OUTPUT_A_SECOND = 10_000;
/** Clocks differ, and a job that is over in a moment has had some. */
const LEAST_SECONDS = 60;

/** Above every price of a token, in micro-dollars. */
const MOST_PER_TOKEN = 1000;
/** For what is not paid by the token, as searches on the web, in micro-dollars a second. */
const MOST_PER_SECOND = 100_000;

function sumOf(tokens: RecordTokens): number {
  return tokens.input + tokens.output + tokens.cache_read + tokens.cache_write_5m + tokens.cache_write_1h;
}

/** Loads what knows of languages, which takes longer than all the rest of a record: for what is told alone. */
function amount(value: number): string {
  return value.toLocaleString('en-US');
}

/** Why no job of this length can have used so much, after "it is not counted:"; null: one can. */
export function whyBeyondReach(
  { tokens, cost_microusd: cost }: Pick<UsageRecord, 'tokens' | 'cost_microusd'>,
  seconds: number,
): string | null {
  const time = Math.max(seconds, LEAST_SECONDS);
  const used = tokens === null ? 0 : sumOf(tokens);
  const told = (what: string): string => `no job of ${amount(Math.round(time))} s can ${what}`;
  if (used > TOKENS_A_SECOND * time) return told(`use ${amount(used)} tokens`);
  if (tokens !== null && tokens.output > OUTPUT_A_SECOND * time)
    return told(`write ${amount(tokens.output)} tokens`);
  if (cost !== null && cost > MOST_PER_TOKEN * used + MOST_PER_SECOND * time)
    return told(`cost ${amount(cost)} micro-dollars with ${amount(used)} tokens`);
  return null;
}

/** The longest that a job may last anywhere: five days, on a runner of one's own. */
export const LONGEST_JOB = 432_000;

/** The record as one of a job whose figures nobody knows: it counts as not measured, which is not the same as nothing. */
export function withoutFigures(record: UsageRecord): UsageRecord {
  return {
    ...record,
    tokens: null,
    max_prompt_tokens: null,
    cost_microusd: null,
    cost_basis: 'unmeasured',
    measured: 'none',
  };
}
