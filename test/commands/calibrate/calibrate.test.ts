import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readAdvice } from '../../../src/calibration/advice/index.ts';
import type { CalibrateDocument } from '../../../src/generated/calibrate.ts';
import type { UsageRecord } from '../../../src/usage/records/record.ts';
import { startOf } from '../../calibration/attempts.ts';
import { event, run } from '../../report/records.ts';
import { ALLOCATION, JobScene } from '../../support/job-scene.ts';

const root = join(import.meta.dirname, '../../..');
const validate = new Ajv2020({ allowUnionTypes: true }).compile(
  JSON.parse(await readFile(join(root, 'schema/calibrate.schema.json'), 'utf8')),
);

const DAY = 86_400_000;
const SONNET = {
  agent: 'TESTING',
  tier_assigned: 'sonnet',
  tier_used: 'sonnet',
  model_used: 'claude-sonnet-5-5',
  model_requested: 'claude-sonnet-5-5',
  cost_microusd: 300_000,
};
const OPUS = {
  ...SONNET,
  tier_used: 'opus',
  model_used: 'claude-opus-5-5',
  model_requested: 'claude-opus-5-5',
  attempt: 2,
  escalated_from_model: 'claude-sonnet-5-5',
  cost_microusd: 500_000,
};

const DOCMON_ON_HAIKU = ALLOCATION.replace(
  'TESTING: { default: sonnet }',
  'DOCMON: { default: haiku }',
).replace(
  '{ docs: { type: boolean } }',
  '{ complexity: { type: string }, lines_changed: { type: integer } }',
);

let ids = 0;

/** On a day of a week, each about a piece of work of its own. */
function runsIn(
  week: string,
  n: number,
  x: number,
  changes: Partial<UsageRecord> = {},
): readonly UsageRecord[] {
  return Array.from({ length: n }, (_, index) => {
    ids += 1;
    const at = `${new Date(startOf(week) + (index % 5) * DAY + (index + 1) * 1000).toISOString().slice(0, 19)}Z`;
    return run(String(ids), {
      ...SONNET,
      at,
      work_item: `pr-${ids}`,
      outcome: index < x ? 'fail' : 'pass',
      ...changes,
    });
  });
}

/** The weeks of the reference values, with nine failed runs escalated, of which seven passed. */
const FAULT = [
  [12, 2],
  [9, 1],
  [14, 6],
  [11, 5],
  [13, 6],
  [10, 5],
].flatMap(([n = 0, x = 0], place) => runsIn(`2026-W${41 + place}`, n, x));
const RESCUES = FAULT.filter(({ outcome }) => outcome === 'fail')
  .slice(0, 9)
  .map((failed, place) =>
    run(`again-${place}`, {
      ...OPUS,
      at: failed.at.replace('T00:', 'T09:'),
      work_item: failed.work_item,
      outcome: place < 7 ? 'pass' : 'fail',
    }),
  );

async function calibrated(records: readonly UsageRecord[], args: readonly string[] = ['--week', '2026-W49']) {
  using place = JobScene.atDesk();
  if (records.length > 0) await place.record(records);
  const answer: unknown = await place.json(['calibrate', ...args]);
  if (!validate(answer)) throw new Error(JSON.stringify(validate.errors));
  const said: CalibrateDocument = await place.json(['calibrate', ...args]);
  const { stdout } = await place.cli(['calibrate', ...args]);
  return { said, stdout };
}

describe('calibrate', () => {
  it('proposes what is due, with evidence that a reviewer can check', async () => {
    const { said, stdout } = await calibrated([...FAULT, ...RESCUES]);
    expect(said).toMatchObject({
      schema: 'haiku-first/calibrate@1',
      week: '2026-W49',
      takes_effect: '2026-W50',
    });
    expect(said.proposals).toMatchObject([
      {
        kind: 'promote',
        agent: 'TESTING',
        phase: 'EXEC',
        from: 'sonnet',
        to: 'opus',
        threshold: 26,
        n: 69,
        reworked: 25,
        rescued: { n: 9, x: 7 },
        what_if: { basis: 'measured', pairs: 9 },
      },
    ]);
    expect(Math.floor(said.proposals[0]?.evidence ?? 0)).toBe(447);
    expect(stdout).toContain(
      'promote: TESTING/EXEC sonnet → opus: 25 of 69 matured runs in W41–W46 needed rework; the shrunken rate is 36% (80% interval 29–44%), and 20% are allowed.',
    );
    expect(stdout).toContain(
      'Evidence 447, needs 26: were the true rate 20%, this cell would raise a false alarm',
    );
    expect(stdout).toContain('opus passed in 7 of the 9 failed runs that were escalated to it.');
    expect(stdout).toMatch(/2026-W43 +14 +6 +4\.8\n/);
    expect(stdout).toMatch(
      /Cost a week: \+\$\d.*by 9 pairs of runs at one task.* pays for itself where a rework costs people more than \$\d+\.\d\d; here it is said to cost \$5\.00\./,
    );
  });

  it('says how many runs are missing where it cannot tell', async () => {
    const few = ['2026-W43', '2026-W44', '2026-W45', '2026-W46'].flatMap((week) => runsIn(week, 3, 1));
    const { said, stdout } = await calibrated(few);
    expect(said.proposals).toEqual([]);
    const cell = said.cells.find((each) => each.agent === 'TESTING' && each.phase === 'EXEC');
    // ln 26 / KL(30 % || 20 %) = 116 runs.
    expect(cell).toMatchObject({ status: 'insufficient', n: 12, needed: 104 });
    expect(stdout).toContain('Not enough evidence:');
    expect(stdout).toContain('about 104 more matured runs');
  });

  it('proposes nothing from an empty ledger', async () => {
    const { said, stdout } = await calibrated([]);
    expect(said).toMatchObject({ commit: null, proposals: [], postponed: [], monitored: 0, self_test: null });
    expect(stdout).toContain('0 proposals');
  });

  it('gives the same bytes at any time, in whatever order the records came', async () => {
    using place = JobScene.atDesk();
    await place.record(
      [...FAULT, ...RESCUES],
      [event({ outcome: 'approved', work_item: 'pr-3', at: '2026-11-20T10:00:00Z' })],
    );
    const at = async (now: string) =>
      (await place.cli(['calibrate', '--json', '--week', '2026-W49', '--now', now])).stdout;
    const first = await at('2026-11-30T08:00:00Z');
    expect(await at('2027-03-01T08:00:00Z')).toBe(first);
    const one = await calibrated([...FAULT, ...RESCUES].reverse());
    const other = await calibrated([...RESCUES, ...FAULT]);
    expect({ ...one.said, commit: null }).toEqual({ ...other.said, commit: null });
  });

  it('hears nothing that is told once the week has begun: neither a second attempt nor an outcome', async () => {
    const late = FAULT.filter(({ outcome }) => outcome === 'pass').flatMap(({ work_item }) =>
      work_item === null ? [] : [work_item],
    );
    const told = (at: string) =>
      [
        late
          .slice(0, 10)
          .map((work_item, place) => run(`late-${place}`, { ...SONNET, attempt: 2, at, work_item })),
        late.slice(10, 20).map((work_item) => event({ outcome: 'reworked', work_item, at })),
      ] as const;
    const reworkedWith = async (at: string): Promise<number> => {
      using place = JobScene.atDesk();
      const [again, outcomes] = told(at);
      await place.record([...FAULT, ...again], outcomes);
      const said: CalibrateDocument = await place.json(['calibrate', '--week', '2026-W49']);
      return said.cells.find(({ agent, phase }) => agent === 'TESTING' && phase === 'EXEC')?.rework.x ?? -1;
    };
    expect(await reworkedWith('2026-11-29T23:59:59Z')).toBe(45);
    expect(await reworkedWith('2026-11-30T00:00:00Z')).toBe(25);
  });

  it('takes a job that was run again for the same task, also where nobody said which', async () => {
    const jobs = FAULT.map(({ id: _, ...each }) => ({ ...each, work_item: null }));
    const again = jobs
      .filter(({ outcome }) => outcome === 'fail')
      .map((each) => ({
        ...each,
        at: each.at.replace('T00:', 'T09:'),
        run: { ...each.run, attempt: 2 },
        outcome: 'pass' as const,
      }));
    const records = [...jobs, ...again].map((each) => run(`${each.run.id}-${each.run.attempt}`, each));
    const { said } = await calibrated(records);
    expect(said.proposals).toMatchObject([{ kind: 'promote', n: 69, reworked: 25 }]);
  });

  it('takes the current week, and what was matured when it began', async () => {
    // 25 November is a Wednesday in week 48: W45 is the newest week of which all has matured.
    const { said } = await calibrated(FAULT, []);
    expect(said).toMatchObject({ week: '2026-W48', proposals: [{ n: 59 }] });
  });

  it('goes by what the allocation allows', async () => {
    const own = 'calibration: { false_proposals_per_year: 1, rework_allowed: 0.4, rework_cost_usd: 12.5 }\n';
    using place = JobScene.atDesk({ allocation: `${ALLOCATION}${own}` });
    await place.record(FAULT);
    const said: CalibrateDocument = await place.json(['calibrate', '--week', '2026-W49']);
    expect(said).toMatchObject({
      policy: { false_proposals_per_year: 1, rework_allowed: 0.4, rework_microusd: 12_500_000 },
      threshold: 52,
      proposals: [],
    });
    place.write('allocation.yaml', `${ALLOCATION}${own.replace('0.4', '0.9')}`);
    const { exitCode, stderr } = await place.cli(['calibrate']);
    expect(exitCode).toBe(2);
    expect(stderr.join('\n')).toMatch(/allocation\.yaml:\d+:\d+.*rework_allowed/);
  });

  it('goes by figures whose change the gate shows, and which no floor depends on', async () => {
    using place = JobScene.atDesk();
    place.write('head.yaml', `${ALLOCATION}calibration: { rework_allowed: 0.3 }\n`);
    const said = await place.json(['check', '--base', 'allocation.yaml', '--head', 'head.yaml']);
    expect(said).toMatchObject({
      verdict: 'pass',
      changes: [{ field: 'calibration.rework_allowed', from: null, to: '0.3' }],
    });
  });

  it('tries its own rules on the volumes of the ledger', async () => {
    const { said, stdout } = await calibrated(FAULT, ['--week', '2026-W49', '--self-test']);
    expect(said.self_test?.false_proposals).toHaveLength(3);
    expect(said.self_test?.cells).toMatchObject([{ agent: 'TESTING', phase: 'EXEC', runs_per_week: 11.5 }]);
    expect(stdout).toContain('Self-test: these rules on the volumes of this ledger, 1 cell');
    expect(stdout).toMatch(/Were every cell at 20% rework: \d\.\d\d false proposals a year/);
    expect(stdout).toMatch(/A cell that goes from well to 40%: half are proposed within \d+ weeks/);
  });

  it('warns of overrides that make a cell look better than it is', async () => {
    const override = { tier: 'opus', reason: 'hard', by: 'octocat' };
    const hard = ['2026-W43', '2026-W44', '2026-W45', '2026-W46'].flatMap((week) => [
      ...runsIn(week, 6, 0),
      ...runsIn(week, 2, 0, { ...OPUS, attempt: 1, escalated_from_model: null, override }),
    ]);
    const { stdout } = await calibrated(hard);
    expect(stdout).toContain(
      'its rework is higher than it looks, for people put 8 of 32 tasks on another tier',
    );
  });
});

describe('calibrate --advice', () => {
  const HAIKU = {
    agent: 'DOCMON',
    tier_assigned: 'haiku',
    tier_used: 'haiku',
    model_used: 'claude-haiku-5-5',
    cost_microusd: 20_000,
  };
  const hard = { ...HAIKU, task: { complexity: 'L', lines_changed: 700 } };
  const easy = { ...HAIKU, task: { complexity: 'S', lines_changed: 5 } };
  const records = ['2026-W41', '2026-W42', '2026-W43', '2026-W44', '2026-W45', '2026-W46'].flatMap((week) => [
    ...runsIn(week, 10, 7, hard),
    ...runsIn(week, 20, 1, easy),
  ]);

  it('writes the model, which the schema describes, and says why it is the table', async () => {
    using place = JobScene.atDesk({ allocation: DOCMON_ON_HAIKU });
    await place.record(records);
    const args = ['calibrate', '--advice', '--week', '2026-W49'];
    const { stdout, exitCode } = await place.cli(args);
    expect(exitCode).toBe(0);
    expect(readAdvice(stdout)).toMatchObject({
      kind: 'eb-table',
      week: '2026-W49',
      tier: 'haiku',
      trained_on: { n: 180, events: 48 },
      gate: { pass: false, reasons: expect.arrayContaining([expect.stringContaining('needs 50')]) },
    });
    // To the byte, whoever asks and whenever.
    using later = JobScene.atDesk({ allocation: DOCMON_ON_HAIKU, now: '2027-01-20T12:00:00Z' });
    await later.record(records.toReversed());
    expect((await later.cli(args)).stdout).toBe(stdout);
    const answer: unknown = await place.json(args);
    expect(answer).toEqual(JSON.parse(stdout));
    place.write('calibration/escalation-model.json', stdout);
    const asked = ['resolve', '--agent', 'DOCMON', '--phase', 'EXEC', '--ledger', 'none'];
    const advised = await place.cli([...asked, '--task', '{"complexity": "L"}']);
    expect(advised.stdout).toMatch(/complex: consider sonnet \(p 0\.6\d, n 60\), advice only\n/);
  });

  it('has nothing to say of an empty ledger', async () => {
    using place = JobScene.atDesk({ allocation: DOCMON_ON_HAIKU });
    expect(await place.json(['calibrate', '--advice'])).toMatchObject({
      kind: 'eb-table',
      trained_on: { n: 0 },
      table: { rows: [] },
    });
  });
});
