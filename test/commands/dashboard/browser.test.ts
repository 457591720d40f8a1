import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dollars, number, percent } from '../../../src/render/figures.ts';
import { recordLine } from '../../../src/usage/records/record.ts';
import { checkRecord } from '../../../src/usage/records/record-check.ts';
import { HOSTILE } from '../../render/hostile.ts';
import { run } from '../../report/records.ts';
import { CHROMIUM, startBrowser } from '../../support/browser.ts';
import type { JobScene } from '../../support/job-scene.ts';
import { SOAK } from '../../support/soak.ts';
import { desk, drawn, teamRecords } from './place.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One for all: to start it takes longer than to look. */
let browser: Browser;

type Scheme = 'light' | 'dark';

interface Opened extends AsyncDisposable {
  readonly page: Page;
  /** What the page complained of, and what it asked for beside itself. */
  readonly trouble: string[];
}

async function open(path: string, scheme: Scheme = 'light', width = 1200): Promise<Opened> {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } });
  const trouble: string[] = [];
  const address = pathToFileURL(path).href;
  page.on('console', (message) => trouble.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('dialog', (dialog) => trouble.push(dialog.message()));
  page.on('request', (request) => {
    if (request.url() !== address) trouble.push(request.url());
  });
  await page.goto(address);
  return { page, trouble, [Symbol.asyncDispose]: () => page.close() };
}

/** What axe finds. Its script comes from the tests: the page's own policy would not let it in by a tag. */
async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe: unknown = Reflect.get(globalThis, 'axe');
    const run: unknown = typeof axe === 'object' && axe !== null ? Reflect.get(axe, 'run') : null;
    if (typeof run !== 'function') return ['there is no axe'];
    const { violations } = await run.call(axe);
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`)
          .join(' | ')}`,
    );
  });
}

/** The rows of the table with this caption, as text. */
async function rowsOf(page: Page, caption: string): Promise<string[][]> {
  const found = page.locator('table', { has: page.getByText(caption, { exact: true }) }).first();
  const rows = await found.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
}

/** What an expression is in the page: nothing of a browser has a type here. */
function valueIn(page: Page, expression: string): Promise<unknown> {
  return page.evaluate(expression);
}

const WIDE = ['light', 1200] as const;
const PHONE = ['dark', 390] as const;

/** The page of these records, looked at so: it stays silent, asks for nothing and is for everybody. */
async function isFine(place: JobScene, looks: readonly (readonly [Scheme, number])[]): Promise<void> {
  const { path } = await drawn(place, '--weeks', '3');
  for (const [scheme, width] of looks) {
    await using opened = await open(path, scheme, width);
    expect(await breaches(opened.page)).toEqual([]);
    expect(await valueIn(opened.page, 'document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(opened.trouble).toEqual([]);
  }
}

describe.skipIf(CHROMIUM === null)('the dashboard in a browser', () => {
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('is silent, asks for nothing, and is for everybody: full, empty, of one record, of hostile text', async () => {
    const hostile = HOSTILE.concat(
      '</style><script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
    ).flatMap((text, place) => {
      const record = run(`${place}`, {
        cost_microusd: 9_000_000,
        override: { tier: 'haiku', by: 'octocat', reason: text.slice(0, 200) },
        work_item: text.slice(0, 60),
      });
      return checkRecord(JSON.parse(recordLine(record))).ok ? [record] : [];
    });
    const worlds = [
      [teamRecords(6), [WIDE, PHONE]],
      [[], [WIDE, PHONE]],
      [[run('1')], [WIDE]],
      [hostile, [PHONE]],
    ] as const;
    for (const [records, looks] of worlds) {
      using place = await desk(records);
      await isFine(place, looks);
    }
  });

  it('shows the figures of the JSON', async () => {
    using place = await desk(teamRecords(4));
    const { document, path } = await drawn(place, '--weeks', '4');
    await using opened = await open(path);
    const { page } = opened;
    const reports: {
      week: string;
      runs: number;
      tiers: Tier[];
      rework: Rework;
      spent: { microusd: number };
    }[] = document.reports;
    expect(await rowsOf(page, 'Runs by tier and week')).toEqual(
      reports.map(({ week, tiers, runs }) => [
        week,
        ...tiers.map((tier) => `${number(tier.runs)} (${percent(tier.run_share)})`),
        number(runs),
      ]),
    );
    expect(
      await rowsOf(page, 'Cost by tier and week, with rework of first attempts assigned to the tier'),
    ).toEqual(
      reports.map(({ week, tiers, runs, rework, spent }) => [
        week,
        ...tiers.map((tier) => dollars(tier.microusd)),
        dollars(spent.microusd),
        `${rework.hits} of ${rework.n}`,
        number(runs),
      ]),
    );
    const items = await rowsOf(page, 'The dearest work items of the week');
    expect(items.map(([name, runs]) => [name, runs])).toEqual(
      document.reports
        .at(-1)
        .work_items.map(({ work_item, runs }: { work_item: string; runs: number }) => [
          work_item,
          number(runs),
        ]),
    );
    const targets: { what: string; status: string }[] = document.reports.at(-1).targets;
    const shown = await rowsOf(page, 'Targets');
    expect(shown.map(([what]) => what).sort()).toEqual(targets.map(({ what }) => what).sort());
    const met = targets.filter(({ status }) => status === 'met').length;
    expect(await page.locator('#targets-h').textContent()).toContain(
      `${met} of ${targets.length} targets are met`,
    );
    const testing = document.calibration.cells.find(
      (cell: { agent: string; phase: string }) => cell.agent === 'TESTING' && cell.phase === 'EXEC',
    );
    const box = page.locator('a[data-cell]', { hasText: 'History of TESTING/EXEC' });
    expect(await box.textContent()).toContain(`${testing.rework.x} of ${testing.rework.n} reworked`);
  });

  it('takes the keyboard: a cell opens with Enter, and Escape leads back to it', async () => {
    using place = await desk(teamRecords(4));
    const { path } = await drawn(place, '--weeks', '2');
    await using opened = await open(path);
    const { page } = opened;
    await page.keyboard.press('Tab');
    expect(await valueIn(page, 'document.activeElement.textContent')).toBe('To the figures');
    const cell = page.locator('a[data-cell]', { hasText: 'History of SECURITY/EXEC' });
    const anchor = await cell.getAttribute('data-cell');
    const hasFocus = async () => (await valueIn(page, 'document.activeElement.dataset.cell')) === anchor;
    let steps = 0;
    while (!(await hasFocus()) && steps < 200) {
      await page.keyboard.press('Tab');
      steps += 1;
    }
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'SECURITY in EXEC' });
    expect(await dialog.isVisible()).toBe(true);
    expect(await dialog.textContent()).toContain('opus, absolute');
    expect(await breaches(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await hasFocus()).toBe(true);
    await page.getByRole('button', { name: 'Theme' }).press('Enter');
    await page.getByRole('button', { name: 'Theme' }).press('Enter');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await breaches(page)).toEqual([]);
    expect(opened.trouble).toEqual([]);
  });

  it('without its script a cell leads to its history', async () => {
    using place = await desk(teamRecords(4));
    const { path } = await drawn(place);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    await page.locator('a[data-cell]', { hasText: 'History of SECURITY/EXEC' }).click();
    expect(await page.locator('.cells h3', { hasText: 'SECURITY in EXEC' }).isVisible()).toBe(true);
    await context.close();
  });

  it('opens within a moment, however much the ledger holds', async () => {
    // A year of work, or 100,000 records where there is time.
    const sizes = SOAK
      ? ([
          [12, 900],
          [52, 220],
        ] as const)
      : ([[52, 4]] as const);
    for (const [weeks, items] of sizes) {
      using place = await desk(teamRecords(weeks, { items }));
      const { path, page: text, document } = await drawn(place, '--weeks', String(weeks));
      const runs = document.reports.reduce((sum: number, each: { runs: number }) => sum + each.runs, 0);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000);
      await using opened = await open(path);
      const took = await valueIn(opened.page, "performance.getEntriesByType('navigation')[0].domInteractive");
      process.stderr.write(
        `dashboard of ${number(runs)} runs in ${weeks} weeks: ${number(Buffer.byteLength(text))} bytes, interactive after ${Math.round(Number(took))} ms (to be at most 1000)\n`,
      );
      expect(opened.trouble).toEqual([]);
    }
  });
});

interface Tier {
  readonly runs: number;
  readonly run_share: number;
  readonly microusd: number;
}

interface Rework {
  readonly hits: number;
  readonly n: number;
}
