/**
 * Fills a ledger with a year of records and prints how long the report of one week takes. Figure to keep: at most
 * 1 s out of 1,000,000 records. The ledger is a bare repository on this machine, so that nothing is fetched.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Surroundings } from '../src/commands/outcome.ts';
import { gatherReport, readRules, reportWeek } from '../src/commands/report-data.ts';
import { openLedger, readEnvelope } from '../src/ledger/index.ts';
import { renderReportSummary } from '../src/render/report-summary.ts';
import { recordId, recordLine, type UsageRecord } from '../src/usage/record.ts';

const RECORDS = Number(process.env.RECORDS ?? 1_000_000);
const WEEKS = 52;
const ROUNDS = 5;
const WEEK = 7 * 86_400_000;
const FIRST = Date.parse('2025-11-24T00:00:00Z');
const AGENTS = ['GITHUB', 'DOCMON', 'TESTING', 'API', 'DATABASE', 'SECURITY'] as const;
const TIERS = ['haiku', 'haiku', 'sonnet', 'sonnet', 'sonnet', 'opus'] as const;
const PHASES = ['LEAD', 'PLAN', 'EXEC'] as const;

function recordOf(week: number, index: number, all: number): UsageRecord {
  const instant = FIRST + week * WEEK + Math.floor((index / all) * WEEK);
  const kind = index % AGENTS.length;
  const tier = TIERS[kind] ?? 'haiku';
  const key = {
    repository: 'octo/demo',
    run: { id: String(week * 1_000_000 + index), attempt: 1, job: 'agent' },
    session: null,
    agent: AGENTS[kind] ?? 'GITHUB',
    phase: PHASES[index % PHASES.length] ?? 'EXEC',
    attempt: index % 20 === 0 ? 2 : 1,
    model_used: `claude-${tier}-5-5`,
    auxiliary: false,
    parent: null,
  };
  return {
    ...key,
    schema: 'haiku-first/usage@1',
    id: recordId(key),
    at: `${new Date(instant).toISOString().slice(0, 19)}Z`,
    work_item: `pr-${week * 1000 + (index % 500)}`,
    tier_assigned: tier,
    model_requested: key.model_used,
    tier_used: tier,
    escalated_from_model: index % 20 === 0 ? 'claude-haiku-5-5' : null,
    escalation_reason: null,
    escalation_trigger: null,
    planned_upgrade: false,
    override: null,
    critical: false,
    trial: null,
    tokens: {
      input: index % 1000,
      output: index % 500,
      cache_read: 9000,
      cache_write_5m: 240,
      cache_write_1h: 0,
    },
    max_prompt_tokens: 12_000,
    cost_microusd: index % 10_000,
    cost_basis: 'computed',
    price_table: '2026-11-23',
    duration_ms: 60_000,
    turns: 3,
    outcome: index % 9 === 0 ? 'fail' : 'pass',
    quality_score: null,
    zone: 'GREEN',
    zone_forecast: null,
    task: {},
    agent_hash: null,
    measured: 'full',
    source: 'claude-code-result',
  };
}

async function fill(ledgerPath: string): Promise<void> {
  const ledger = await openLedger({
    location: ledgerPath,
    cwd: ledgerPath,
    env: process.env,
    unwrittenDir: join(ledgerPath, '..', 'unwritten'),
    readLine: readEnvelope,
    pace: {
      sleep: () => Promise.resolve(),
      random: Math.random,
      monotonic: () => performance.now(),
      now: () => new Date(FIRST),
    },
  });
  const perWeek = Math.ceil(RECORDS / WEEKS);
  for (let week = 0; week < WEEKS; week++) {
    const entries = Array.from({ length: perWeek }, (_, index) => {
      const record = recordOf(week, index, perWeek);
      return { id: record.id, at: record.at, line: recordLine(record) };
    });
    await ledger.append(entries, { run: String(week), attempt: 1 });
  }
  await ledger.close();
}

/** Prints what the report of one week costs in a ledger of a year. */
export async function benchReport(root: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haiku-first-bench-'));
  try {
    const path = join(home, 'ledger.git');
    execFileSync('git', ['init', '--quiet', '--bare', path]);
    await fill(path);
    // A week in the middle of the year: the weeks beside it are read, too.
    const now = new Date(FIRST + 30 * WEEK);
    const surroundings: Surroundings = { surface: 'cli', env: process.env, cwd: root, now };
    const rules = readRules({ allocation: 'allocation.yaml', exceptions: 'gone.yaml' }, surroundings);
    const week = reportWeek({ week: null }, rules, new Date(FIRST + 26 * WEEK));
    const asked = { week, workItem: null, jobs: null, others: [], figures: null };
    const seconds: number[] = [];
    let runs = 0;
    let summary: Outcome['summary'] = null;
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const report = await gatherReport({ ledger: path, githubToken: null }, surroundings, rules, asked);
      summary = renderReportSummary(report);
      seconds.push((performance.now() - start) / 1000);
      runs = report.runs;
    }
    const sorted = [...seconds].sort((a, b) => a - b);
    const middle = sorted[Math.floor(ROUNDS / 2)] ?? 0;
    const size = `${RECORDS.toLocaleString('en-US')} records a year, ${runs.toLocaleString('en-US')} runs in the week`;
    console.log(
      `report of one week: ${middle.toFixed(2)} s, first ${(seconds[0] ?? 0).toFixed(2)} s (${size}, ${summary?.length ?? 0} characters; at most 1 s)`,
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await benchReport(join(import.meta.dirname, '..'));
