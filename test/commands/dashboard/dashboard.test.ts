import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { recordLine } from '../../../src/usage/records/record.ts';
import { checkRecord } from '../../../src/usage/records/record-check.ts';
import { HOSTILE } from '../../render/hostile.ts';
import { run } from '../../report/records.ts';
import { startGithub } from '../../support/github/index.ts';
import { JobScene } from '../../support/job-scene.ts';
import { desk, drawn, THURSDAY, teamRecords } from './place.ts';

const root = join(import.meta.dirname, '../../..');
const schemaOf = (name: string) => JSON.parse(readFileSync(join(root, `schema/${name}.schema.json`), 'utf8'));
const validate = new Ajv2020({ strict: false })
  .addSchema(schemaOf('report'))
  .addSchema(schemaOf('calibrate'))
  .compile(schemaOf('dashboard'));

async function sound(place: JobScene, ...args: readonly string[]) {
  const found = await drawn(place, ...args);
  validate(found.document);
  expect(validate.errors).toBeNull();
  return found;
}

type Sum = Readonly<Record<string, number>>;

function sumOf(rows: readonly Sum[], field: string): number {
  return rows.reduce((sum, row) => sum + (row[field] ?? 0), 0);
}

describe('dashboard --json', () => {
  it('holds the very reports of its weeks, and the very answer of calibrate', async () => {
    using place = await desk(teamRecords(9));
    const { document } = await sound(place, '--weeks', '4');
    expect(document.reports.map(({ week }: { week: string }) => week)).toEqual(
      [45, 46, 47, 48].map((week) => `2026-W${week}`),
    );
    for (const report of document.reports)
      expect(report).toEqual(await place.json(['report', '--week', report.week]));
    const { pull_request: _, ...calibrated } = await place.json(['calibrate', '--week', '2026-W48']);
    expect(document.calibration).toEqual(calibrated);
  });

  it('of a week that is over it has what calibrate says at its end', async () => {
    using place = await desk(teamRecords(9));
    const { document } = await sound(place, '--week', '2026-W46', '--weeks', '2');
    expect(document.reports.at(-1)).toEqual(await place.json(['report', '--week', '2026-W46']));
    const { pull_request: _, ...calibrated } = await place.json(['calibrate', '--week', '2026-W47']);
    expect(document.calibration).toEqual(calibrated);
  });

  it('adds up: the course to what is spent, the cells to the tiers', async () => {
    using place = await desk([...teamRecords(5), run('x', { agent: 'unattributed', cost_microusd: 777 })]);
    const { document } = await sound(place, '--weeks', '3');
    const report = document.reports.at(-1);
    expect(document.course.measure).toBe('tokens');
    expect(document.course.used.at(-1).used).toBe(report.spent.tokens);
    expect(document.course.before.at(-1).used).toBe(document.reports.at(-2).spent.tokens);
    const spent = sumOf(
      document.reports.map((each: { spent: Sum }) => each.spent),
      'microusd',
    );
    expect(sumOf(document.cells, 'microusd')).toBe(spent);
    expect(sumOf(document.cells, 'runs')).toBe(sumOf(document.reports, 'runs'));
    for (const cell of document.cells) expect(sumOf(cell.weeks, 'microusd')).toBe(cell.microusd);
  });

  it('tells what was changed, what is on trial and what ends', async () => {
    using place = await desk(teamRecords(3));
    const { document } = await sound(place);
    expect(document.log).toMatchObject([
      { kind: 'change', since: '2026-W41', moves: [{ agent: 'DOCMON', from: 'sonnet', to: 'haiku' }] },
    ]);
    const tried = document.cells.filter(({ trial }: { trial: unknown }) => trial !== null);
    expect(tried).toMatchObject([{ agent: 'DEPENDENCY', trial: { id: 'deps-1', tier: 'haiku' } }]);
    expect(document.ahead[0]).toMatchObject({ kind: 'exception', on: '2026-12-08', days: 12 });
    expect(document.aims[0]).toEqual({ id: 'haiku_runs', tier: 'haiku', of: 'runs', low: 0.6, high: 0.7 });
  });

  it('is the same, to the byte, of the same ledger at the same time', async () => {
    using place = await desk(teamRecords(3));
    const [first, second] = [await drawn(place), await drawn(place)];
    expect(second.page).toBe(first.page);
  });

  it('shows a year at most', async () => {
    using place = await desk([]);
    const { exitCode, stderr } = await place.cli(['dashboard', '--weeks', '53']);
    expect(exitCode).toBe(2);
    expect(stderr.join()).toContain('Ask for at most 52.');
    expect((await drawn(place, '--weeks', '52')).document.reports).toHaveLength(52);
  });
});

describe('the page', () => {
  it('needs nothing else, and lets nothing else run', async () => {
    using place = await desk(teamRecords(3));
    const { page } = await drawn(place);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-`);
    expect(page).not.toMatch(/ (?:src|srcset|style|on\w+)="|@import|url\(/);
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  it('of an empty ledger says so, and knows no figure', async () => {
    using place = await desk([]);
    const { document, page } = await sound(place);
    expect(document).toMatchObject({ commit: null, measured_until: null, repository: null });
    expect(page).toContain('<h1>No run of this week is known</h1>');
    expect(page).not.toMatch(/NaN|undefined|Infinity|\$0\.00 /);
  });

  it('of one record shows that one', async () => {
    using place = await desk([run('1', { at: '2026-11-24T10:00:00Z', cost_microusd: 420_000 })]);
    const { page } = await sound(place);
    expect(page).toContain('Every floor held. Haiku did 100% of the runs and took 100% of the spend.');
    expect(page).toContain('$0.42');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('claims nothing of floors and budgets that the allocation has not', async () => {
    const allocation = `version: 1
tiers: [{ name: haiku, model: claude-haiku-5-5 }, { name: opus, model: claude-opus-5-5 }]
phases: [EXEC]
agents: { GITHUB: { default: haiku } }
`;
    using place = JobScene.atDesk({ allocation, now: THURSDAY });
    await place.record([
      run('1', { cost_microusd: 300_000 }),
      run('2', { cost_microusd: 100_000, work_item: 'pr-13' }),
    ]);
    const { page } = await sound(place);
    expect(page).toContain('<h1>No cell is under a floor. Haiku did 100% of the runs');
    expect(page).not.toContain('held');
    expect(page).toContain('$0.40 spent so far, without a budget');
    expect(page).toContain('All two work items took 100% of the week’s spend');
    expect(page).toContain('Nothing was deferred');
  });

  it('calls a cost that nobody knows unknown, never zero', async () => {
    using place = await desk([
      run('1', { model_used: 'claude-next-9', tier_used: null, cost_microusd: null, cost_basis: 'unpriced' }),
    ]);
    const { page } = await sound(place);
    expect(page).toContain('The cost is a lower bound: 1 record without a price');
    expect(page).toContain('<p class="v">not known</p>');
  });

  it('is at most 1 MB, with a year of a hundred agents: what is left out is counted', async () => {
    const agents = Array.from({ length: 100 }, (_, place) => `AGENT${place}`);
    const allocation = [
      'version: 1',
      'tiers: [{ name: haiku, model: claude-haiku-5-5 }, { name: sonnet, model: claude-sonnet-5-5 }]',
      'phases: [PLAN, EXEC]',
      'agents:',
      ...agents.map((agent) => `  ${agent}: { default: haiku }`),
      '',
    ].join('\n');
    const records = Array.from({ length: 50 }, (_, week) =>
      agents.flatMap((agent, place) =>
        ['PLAN', 'EXEC'].map((phase) => {
          const at = new Date(Date.parse('2026-11-25T10:00:00Z') - week * 7 * 86_400_000);
          return run(`${week}-${place}`, { agent, phase, at: `${at.toISOString().slice(0, 19)}Z` });
        }),
      ),
    ).flat();
    using place = await desk(records, allocation);
    place.write('allocation.exceptions.yaml', 'exceptions: []\n');
    const { document, page } = await sound(place, '--weeks', '52');
    expect(document.cells).toHaveLength(200);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_000_000);
    const shown = page.match(/<details class="cell">/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(20);
    expect(page).toContain(`${200 - shown} more, not shown here`);
    expect(page).toContain('40 agents more, not shown here');
    // What is linked to is there.
    for (const [, anchor] of page.matchAll(/href="#(cell-\d+)"/g)) expect(page).toContain(`id="${anchor}"`);
    // Without a budget there is no zone, and no zero in its place.
    expect(page).toContain('The allocation has no budget.');
  });

  it('takes text of records, files and people for text', async () => {
    const texts = [
      ...HOSTILE,
      '</style><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onclick='x",
    ];
    const records = texts.flatMap((text, place) => {
      const work_item = text.replace(/\s+/g, ' ').slice(0, 60) || 'x';
      return [
        run(`${place}`, {
          work_item: /^[^\p{C}]+$/u.test(work_item) ? work_item : 'x',
          cost_microusd: 9_000_000,
        }),
        run(`o${place}`, {
          override: {
            tier: 'haiku',
            by: 'octocat',
            reason: text.slice(0, 200).replace(/\p{C}/gu, '') || 'x',
          },
        }),
      ];
    });
    // What no ledger takes is not in one.
    const taken = records.filter((each) => checkRecord(JSON.parse(recordLine(each))).ok);
    expect(taken.length).toBeGreaterThan(HOSTILE.length);
    using place = await desk(taken);
    const { page } = await drawn(place);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<img|<a href="(?!#)/);
    expect(page).not.toMatch(/<[^>]* on\w+=/);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
  });

  it('takes the place of a file, and of nothing else: it follows no link', async () => {
    using place = await desk([]);
    const elsewhere = join(place.folder, 'elsewhere.txt');
    writeFileSync(elsewhere, 'mine');
    symlinkSync(elsewhere, join(place.checkout, 'page.html'));
    expect((await place.cli(['dashboard', '--out', 'page.html'])).exitCode).toBe(0);
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine');
    expect(lstatSync(join(place.checkout, 'page.html')).isFile()).toBe(true);
    for (const out of ['.', '/dev/null', 'none/page.html'])
      expect((await place.cli(['dashboard', '--out', out])).exitCode).toBe(2);
    expect(existsSync(join(place.checkout, 'none'))).toBe(false);
    expect(readdirSync(place.checkout).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('dashboard in a workflow', () => {
  it('says where the page is, asks GitHub what it knows of the week, and leads to its pull requests', async () => {
    await using github = await startGithub();
    await github.repository('octo/demo');
    const token = await github.token({
      contents: 'read',
      pull_requests: 'read',
      checks: 'read',
      issues: 'read',
    });
    using place = new JobScene({
      event: { name: 'schedule', payload: { schedule: '52 5 * * *' } },
      allocation: readFileSync(join(root, 'allocation.yaml'), 'utf8'),
      env: { ...github.env(token), GITHUB_SERVER_URL: 'https://github.com' },
    });
    await place.record([run('1', { at: '2026-11-24T10:00:00Z', work_item: 'pr-12' })]);
    const asked = { command: 'dashboard', ledger: place.checkout, 'github-token': token, out: 'page.html' };
    const { outputs, failure, json } = await place.outcome(asked);
    expect(failure).toBeNull();
    expect(outputs['dashboard-path']).toBe(join(place.checkout, 'page.html'));
    const page = readFileSync(join(place.checkout, 'page.html'), 'utf8');
    expect(page).toContain('<a href="https://github.com/octo/demo/pull/12" rel="noreferrer">#12</a>');
    validate(JSON.parse(JSON.stringify(json)));
    expect(validate.errors).toBeNull();
    expect(json).toMatchObject({ repository: 'octo/demo', reports: expect.arrayContaining([]) });
    expect(JSON.stringify(json)).toMatch(
      /"id":"code_review_pass_rate"(?:(?!"id").)*"status":"not-enough-data"/,
    );
  });
});
