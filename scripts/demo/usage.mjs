// What a team's agents used in some weeks, made up: the same seed gives the same records. `npm start` shows them, and the
// tests of the dashboard look at them.

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Chances, by a seed (mulberry32, public domain). */
function chances(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs for each work item, and how many of them have to be done again. */
const CELLS = [
  ['GITHUB', 'LEAD', 'haiku', 0.8, 0.06],
  ['GITHUB', 'EXEC', 'haiku', 1, 0.1],
  ['DOCMON', 'LEAD', 'haiku', 0.5, 0.18],
  ['DOCMON', 'EXEC', 'haiku', 0.8, 0.07],
  ['VALIDATION', 'LEAD', 'haiku', 0.9, 0.11],
  ['RISK', 'LEAD', 'haiku', 0.7, 0.04],
  ['QUICKFIX', 'EXEC', 'haiku', 0.8, 0.12],
  ['RETRO', 'EXEC', 'haiku', 0.5, 0.09],
  ['TESTING', 'PLAN', 'sonnet', 0.2, 0.2],
  ['TESTING', 'EXEC', 'sonnet', 1, 0.42],
  ['DATABASE', 'PLAN', 'sonnet', 0.25, 0.14],
  ['API', 'PLAN', 'sonnet', 0.25, 0.03],
  ['DESIGN', 'PLAN', 'sonnet', 0.15, 0.05],
  ['STORIES', 'PLAN', 'sonnet', 0.35, 0.16],
  ['VALIDATION', 'PLAN', 'sonnet', 0.35, 0.05],
  ['DEPENDENCY', 'EXEC', 'sonnet', 0.2, 0.17],
  ['VALIDATION', 'EXEC', 'opus', 0.3, 0.02],
  ['SECURITY', 'PLAN', 'opus', 0.12, 0.05],
  ['SECURITY', 'EXEC', 'opus', 0.45, 0.03],
];

/** Tokens of a run and dollars for a million of them: input, output, cache reads, cache writes. */
const USE = {
  haiku: [60, 700, 60_000, 900],
  sonnet: [80, 1100, 95_000, 1400],
  opus: [70, 1000, 80_000, 1300],
};
const PRICE = { haiku: [0.1, 0.5, 0.01, 0.125], sonnet: [2, 10, 0.2, 2.5], opus: [4, 20, 0.4, 5] };
const ABOVE = { haiku: 'sonnet', sonnet: 'opus' };
/** How much of a week's work falls on each day. */
const DAYS = [0.2, 0.22, 0.2, 0.19, 0.15, 0.02, 0.02];

/**
 * Usage records without ids, as `ledger import` takes them.
 * @param from when the first week begins, in milliseconds: a Monday, 00:00 UTC
 * @param until nothing later has happened
 * @param items work items in a week
 */
export function usageOf({
  from,
  until,
  weeks,
  items = 12,
  seed = 12,
  repository = 'octo-org/shop',
  most = Infinity,
}) {
  const chance = chances(seed);
  const records = [];
  let run = 70_000;
  let thread = 318;
  for (let week = 0; week < weeks && records.length < most; week += 1) {
    const begins = from + week * WEEK;
    const count = Math.max(1, Math.round(items * (0.85 + 0.3 * chance())));
    const threads = Array.from({ length: count }, () => (thread += 1 + Math.floor(chance() * 2)));
    for (const [agent, phase, tier, share, rework] of CELLS) {
      const runs = Math.floor(share * count + chance());
      for (let index = 0; index < runs; index += 1) {
        const at = begins + timeOf(chance);
        const work = `pr-${threads[Math.floor(chance() ** 1.4 * threads.length)]}`;
        const again = chance() < rework;
        add({ at, agent, phase, tier, work, outcome: again ? 'fail' : 'pass' });
        if (again && tier in ABOVE && chance() < 0.55)
          add({
            at: at + 4 * 60_000,
            agent,
            phase,
            tier,
            work,
            escalated: true,
            outcome: chance() < 0.8 ? 'pass' : 'fail',
          });
      }
    }
  }
  return records.filter(({ at }) => Date.parse(at) <= until).slice(0, most === Infinity ? undefined : most);

  function add({ at, agent, phase, tier, work, outcome, escalated = false }) {
    const used = escalated ? ABOVE[tier] : tier;
    const scale = 0.5 + chance() + chance() * chance();
    const [input, output, reads, writes] = USE[used].map((tokens) =>
      Math.round(tokens * scale * (0.9 + 0.2 * chance())),
    );
    const cost = [input, output, reads, writes].reduce(
      (sum, tokens, place) => sum + tokens * PRICE[used][place],
      0,
    );
    run += 1;
    const overridden = !escalated && chance() < 0.015 && tier === 'sonnet';
    records.push({
      schema: 'haiku-first/usage@1',
      at: `${new Date(at).toISOString().slice(0, 19)}Z`,
      repository,
      run: { id: String(run), attempt: 1, job: agent.toLowerCase() },
      session: null,
      parent: null,
      work_item: work,
      agent,
      phase,
      attempt: escalated ? 2 : 1,
      tier_assigned: tier,
      model_requested: `claude-${used}-5-5`,
      model_used: `claude-${used}-5-5`,
      tier_used: used,
      auxiliary: false,
      escalated_from_model: escalated ? `claude-${tier}-5-5` : null,
      escalation_reason: escalated ? 'the tests of the change failed' : null,
      escalation_trigger: escalated ? 'quality-check' : null,
      planned_upgrade: false,
      override: overridden ? { tier: used, by: 'octocat', reason: 'a release waits for it' } : null,
      critical: agent === 'SECURITY',
      trial: null,
      tokens: { input, output, cache_read: reads, cache_write_5m: writes, cache_write_1h: 0 },
      max_prompt_tokens: input + reads + writes,
      cost_microusd: Math.round(cost),
      cost_basis: 'computed',
      price_table: '2026-11-23',
      duration_ms: Math.round(60_000 * scale),
      turns: 1 + Math.floor(chance() * 6),
      outcome,
      quality_score: null,
      zone: 'GREEN',
      zone_forecast: null,
      task: {},
      agent_hash: null,
      measured: 'full',
      source: 'claude-code-result',
    });
  }
}

/** A time of a week at which people work, in milliseconds since it began. */
function timeOf(chance) {
  let left = chance();
  let day = 0;
  while (day < 6 && left > DAYS[day]) {
    left -= DAYS[day];
    day += 1;
  }
  return day * DAY + Math.floor((7 + chance() * 11) * 3_600_000);
}

/** How many weeks the team of the demo has worked. */
const TEAM_WEEKS = 12;

/**
 * The team of the demo, up to the end of the week before an instant: that week, its records, and its busiest piece of work.
 * @param now a Date
 */
export function teamOf(now) {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const monday = midnight - ((now.getUTCDay() + 6) % 7) * DAY;
  const begins = monday - WEEK;
  const records = usageOf({ from: monday - TEAM_WEEKS * WEEK, until: monday - 1, weeks: TEAM_WEEKS });
  const counts = new Map();
  for (const { at, work_item: work, escalated_from_model: from } of records)
    if (Date.parse(at) >= begins) counts.set(work, (counts.get(work) ?? 0) + (from === null ? 1 : 3));
  const [[workItem]] = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return { week: isoWeek(begins), records, workItem };
}

/** The ISO week that begins at an instant, as 2026-W48: the year is that of its Thursday. */
function isoWeek(monday) {
  const thursday = new Date(monday + 3 * DAY);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const number = 1 + Math.floor((thursday.getTime() - first) / WEEK);
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`;
}
