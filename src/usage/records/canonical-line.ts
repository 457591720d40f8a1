import { ZONES } from '../../allocation/names.ts';
import { COST_BASES, MEASURES, OUTCOMES, recordId, type UsageRecord } from './record.ts';

/*
 * The lines that haiku-first writes itself have one form: every key, sorted, without spaces. One expression judges such
 * a line as strictly as `checkRecord` judges what is on it, in a fifth of the time. It may refuse what is right, for
 * then the long way follows; it must never take what the long way would refuse.
 */

const quoted = (pattern: string): string => `"(?:${pattern})"`;
/** A text in which nothing is escaped. */
const text = (most: number): string => `"[ !#-\\[\\]-~]{1,${most}}"`;
/** A whole number from 0, or from 1, with at most so many digits. */
const whole = (digits: number): string => `(?:0|[1-9]\\d{0,${digits - 1}})`;
const count = (digits: number): string => `[1-9]\\d{0,${digits - 1}}`;
const orNull = (pattern: string): string => `(?:${pattern}|null)`;
const caught = (pattern: string): string => `(${pattern})`;

function object(members: Readonly<Record<string, string>>): string {
  const inside = Object.entries(members).map(([name, pattern]) => `"${name}":${pattern}`);
  return `\\{${inside.join(',')}\\}`;
}

const NAME = quoted('[A-Za-z][A-Za-z0-9_.-]{0,63}');
const MODEL = quoted('[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}');
const HASH = '[0-9a-f]{64}';
const FLAG = '(?:true|false)';
/** Days that every year has: the others take the long way. */
const DAY = '(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31';
const INSTANT = `20\\d\\d-(?:${DAY})T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ`;
const REPOSITORY = '[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}';
const WORKFLOW = quoted('\\.github/workflows/[ !#-.0-?A-\\[\\]-~]{1,200}\\.ya?ml');
const ITEM = text(1000);
const FACT = `(?:${FLAG}|-?${whole(15)}(?:\\.\\d{1,15})?|${ITEM}|\\[(?:${ITEM}(?:,${ITEM}){0,50})?\\])`;
const NAMED = `"[A-Za-z]\\w{0,63}":${FACT}`;
const TASK = `\\{(?:${NAMED}(?:,${NAMED}){0,50})?\\}`;

const TOKENS = {
  cache_read: whole(12),
  cache_write_1h: whole(12),
  cache_write_5m: whole(12),
  input: whole(12),
  output: whole(12),
};

/** The pattern of every member, in the order of a line. Overrides, trials and forecasts are rare: the long way has them. */
const MEMBERS = {
  agent: NAME,
  agent_hash: orNull(quoted(HASH)),
  at: quoted(INSTANT),
  attempt: count(3),
  auxiliary: FLAG,
  cost_basis: quoted(COST_BASES.join('|')),
  cost_microusd: orNull(whole(12)),
  critical: FLAG,
  duration_ms: orNull(whole(10)),
  escalated_from_model: orNull(MODEL),
  escalation_reason: orNull(text(2000)),
  escalation_trigger: orNull(text(200)),
  id: quoted(HASH),
  max_prompt_tokens: orNull(whole(12)),
  measured: quoted(MEASURES.join('|')),
  model_requested: orNull(MODEL),
  model_used: orNull(MODEL),
  outcome: quoted(OUTCOMES.join('|')),
  override: 'null',
  parent: orNull(quoted(HASH)),
  phase: NAME,
  planned_upgrade: FLAG,
  price_table: orNull(text(64)),
  quality_score: orNull('(?:0|1|0\\.\\d{1,17})'),
  repository: quoted(REPOSITORY),
  run: object({ attempt: count(5), id: text(64), job: text(300) }),
  schema: '"haiku-first/usage@1"',
  session: orNull(text(128)),
  source: NAME,
  task: TASK,
  tier_assigned: orNull(NAME),
  tier_used: orNull(NAME),
  tokens: orNull(object(TOKENS)),
  trial: 'null',
  turns: orNull(whole(7)),
  work_item: `${orNull(text(200))}(?:,"workflow":${WORKFLOW})?`,
  zone: orNull(quoted(ZONES.join('|'))),
  zone_forecast: 'null',
};

const LINE = new RegExp(`^${object(MEMBERS)}$`);

/** A line that is longer is refused: the long way says so. */
const MOST_LENGTH = 16_000;

function hasCost(basis: string | undefined): boolean {
  return basis === 'reported' || basis === 'computed';
}

/** The record on a line of the ledger's own form; null for any other line, whatever it may hold. */
export function readCanonical(line: string): UsageRecord | null {
  if (line.length > MOST_LENGTH || !LINE.test(line)) return null;
  const record: UsageRecord = JSON.parse(line);
  const { measured, tokens, model_used, cost_basis, cost_microusd, id } = record;
  if (measured !== 'none' && (tokens === null || model_used === null)) return null;
  return hasCost(cost_basis) === (cost_microusd !== null) && recordId(record) === id ? record : null;
}

/** What is needed of a record that only counts towards a sum. */
export type Gist = Pick<
  UsageRecord,
  'at' | 'repository' | 'work_item' | 'tier_used' | 'tokens' | 'cost_microusd' | 'task'
>;

const GIST = new RegExp(
  `^${object({
    ...MEMBERS,
    at: `"${caught(INSTANT)}"`,
    cost_basis: `"${caught(COST_BASES.join('|'))}"`,
    cost_microusd: orNull(caught(whole(12))),
    id: `"${caught(HASH)}"`,
    measured: `"${caught(MEASURES.join('|'))}"`,
    model_used: `(?:${MODEL}|${caught('null')})`,
    repository: `"${caught(REPOSITORY)}"`,
    task: caught(TASK),
    tier_used: orNull(`"${caught(NAME.slice(1, -1))}"`),
    tokens: orNull(
      object(Object.fromEntries(Object.entries(TOKENS).map(([name, each]) => [name, caught(each)]))),
    ),
    work_item: MEMBERS.work_item.replace(text(200), `"${caught(text(200).slice(1, -1))}"`),
  })}$`,
);

/**
 * The gist and the id of the record on a line of the ledger's own form; null for any other line. The id is not computed
 * again: whoever wants no more than a sum need not judge what another reading judges in full.
 */
export function readGist(line: string): { readonly id: string; readonly gist: Gist } | null {
  const match = line.length > MOST_LENGTH ? null : GIST.exec(line);
  if (match === null) return null;
  const { 1: at = '', 2: basis, 3: cost, 4: id = '', 5: measured, 6: noModel } = match;
  const { 7: repository = '', 8: task = '', 9: tier } = match;
  const { 10: read, 11: write1h, 12: write5m, 13: input, 14: output, 15: workItem } = match;
  if (measured !== 'none' && (input === undefined || noModel !== undefined)) return null;
  if (hasCost(basis) !== (cost !== undefined)) return null;
  const tokens = {
    input: Number(input),
    output: Number(output),
    cache_read: Number(read),
    cache_write_5m: Number(write5m),
    cache_write_1h: Number(write1h),
  };
  const gist = {
    at,
    repository,
    work_item: workItem ?? null,
    tier_used: tier ?? null,
    tokens: input === undefined ? null : tokens,
    cost_microusd: cost === undefined ? null : Number(cost),
    task: task === '{}' ? {} : JSON.parse(task),
  };
  return { id, gist };
}
