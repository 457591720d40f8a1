import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { AllocationFile } from '../../../src/generated/allocation.ts';
import { type Files, inForce, validFiles } from '../../support/allocations.ts';
import { type FakeAnthropic, startAnthropic } from '../../support/anthropic/index.ts';
import { measure } from '../../support/soak.ts';
import { cellsOf, promises, runs, TIMES, tierNames, type World, world } from '../../support/worlds.ts';
import { RunShop } from './job.ts';

/** What becomes of a model: it answers well or badly, or cannot be had for one of many reasons. */
const FATES = ['good', 'poor', 'poor', 'retired', 'unknown', 'overloaded', 'vanished'] as const;
type Fate = (typeof FATES)[number];

const ZONES = ['green', 'yellow', 'orange', 'red', 'exhausted'] as const;

interface Plan {
  readonly cell: number;
  readonly zone: (typeof ZONES)[number];
  readonly each: World;
  /** By the model's place among the tiers. */
  readonly fates: readonly Fate[];
}

const plans: fc.Arbitrary<Plan> = fc.record({
  cell: fc.nat(),
  zone: fc.constantFrom(...ZONES),
  each: world,
  fates: fc.array(fc.constantFrom(...FATES), { minLength: 6, maxLength: 6 }),
});

/** The same files with a check on every agent that the fate of its model decides, judged by the highest tier. */
function checked(files: Files): Files {
  const top = files.allocation.tiers.at(-1)?.name ?? '';
  const check = {
    schema: 'good.json',
    judge: { tier: top, prompt: 'judge.md', minimum: 0.5 },
    escalations: 3,
  };
  const agents = Object.entries(files.allocation.agents).map(([name, agent]) => [name, { ...agent, check }]);
  return { ...files, allocation: { ...files.allocation, agents: Object.fromEntries(agents) } };
}

function misbehave(api: FakeAnthropic, files: Files, fates: readonly Fate[]): void {
  api.models.clear();
  const fateOf = (model: string): Fate =>
    fates[files.allocation.tiers.findIndex((tier) => tier.model === model)] ?? 'good';
  for (const { model } of files.allocation.tiers) {
    if (fateOf(model) === 'retired') api.models.set(model, { lifecycle: 'retired' });
    if (fateOf(model) === 'unknown') api.models.set(model, null);
  }
  api.script = ({ model, body }) => {
    switch (fateOf(model)) {
      case 'overloaded':
        return { status: 529, type: 'overloaded_error' };
      case 'vanished':
        return { status: 404, type: 'not_found_error' };
      case 'good':
        return { answer: body.system === undefined ? '"good"' : '{"score": 1}' };
      default:
        return { answer: body.system === undefined ? '"poor"' : '{"score": 0}' };
    }
  };
}

/** The command line of a plan; null where it does not fit the file. */
function argsOf(files: Files, { zone, each }: Plan): readonly string[] | null {
  const names = tierNames(files);
  const { choice, facts, critical, week } = each;
  const declared = Object.entries(facts).filter(([name]) =>
    Object.hasOwn(files.allocation.facts ?? {}, name),
  );
  const tier = choice === null ? null : names[choice.kind === 'override' ? choice.tier : choice.from];
  if (tier === undefined) return null;
  const chosen =
    choice === null || tier === null
      ? []
      : [
          ...(choice.kind === 'override' ? ['--tier', tier] : ['--escalate-from', tier]),
          ...(choice.reason === null ? [] : ['--reason', choice.reason]),
        ];
  return [
    ...['--zone', zone, '--week', week, '--task', JSON.stringify(Object.fromEntries(declared)), ...chosen],
    ...(critical ? ['--critical'] : []),
  ];
}

/** Runs a plan and returns how many models were asked. */
async function held(shop: RunShop, files: Files, plan: Plan): Promise<number> {
  const cells = cellsOf(files);
  const [agent, phase] = cells[plan.cell % cells.length] ?? ['', ''];
  const args = argsOf(files, plan);
  if (args === null) return 0;
  const { api } = shop;
  misbehave(api, files, plan.fates);
  const from = api.calls.length;
  const line = ['run', '--agent', agent, '--phase', phase, '--ledger', 'none', '--prompt', 'Do it.', ...args];
  const result = await shop.raw(line, { RUNNER_TEMP: '', HAIKU_FIRST_MAX_WAIT_MS: '3000' });
  const names = tierNames(files);
  const granted = files.exceptions.filter((entry) => inForce(entry) && entry.retire !== true);
  const floors = promises(files, names, granted, agent, phase, plan.each);
  const least = Math.max(0, ...floors.map(({ minimum }) => minimum));
  const asked = api.calls.slice(from);
  for (const { model } of asked) {
    const rank = files.allocation.tiers.findIndex((tier) => tier.model === model);
    expect(rank, `${line.join(' ')}: ${model} under ${names[least]}`).toBeGreaterThanOrEqual(least);
  }
  // Whatever was asked for and whatever went wrong, nothing ends in a mistake of ours.
  expect(result.stderr.join('\n')).not.toContain('bug in haiku-first');
  return asked.length;
}

function write(shop: RunShop, files: Files): void {
  shop.write('allocation.yaml', stringify(files.allocation));
  shop.write('allocation.exceptions.yaml', stringify({ exceptions: files.exceptions }));
  shop.write('good.json', '{"const": "good"}');
  shop.write('judge.md', 'Is it good?');
}

it('in every zone and with any models missing, a run asks no model under the floor: our own allocation', async () => {
  await using api = await startAnthropic();
  using shop = new RunShop(api, { random: 0.9 });
  const text = readFileSync(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');
  const allocation: AllocationFile = parse(text);
  const files = checked({ allocation, exceptions: [] });
  write(shop, files);
  const cells = cellsOf(files);
  const [sample] = fc.sample(plans, 1);
  if (sample === undefined) throw new Error('no plan');
  let asked = 0;
  const each = measure(1, ZONES.length);
  const fates = fc.sample(plans, cells.length * each);
  for (const [place] of cells.entries()) {
    for (let turn = 0; turn < each; turn++) {
      // Usually one zone for each cell, and all zones in turn.
      const zone = ZONES[(place + turn) % ZONES.length] ?? 'green';
      const drawn = fates[place * each + turn] ?? sample;
      const world = { ...drawn.each, choice: null, week: '2026-W48' };
      asked += await held(shop, files, { ...drawn, each: world, cell: place, zone });
    }
  }
  expect(asked).toBeGreaterThan((cells.length * each) / 5);
});

it('in every zone and with any models missing, a run asks no model under the floor: any allocation', async () => {
  await using api = await startAnthropic();
  using shop = new RunShop(api, { random: 0.9 });
  let asked = 0;
  const several = fc.array(plans, { minLength: 8, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(validFiles, several, async (files, all) => {
      const own = checked(files);
      write(shop, own);
      for (const plan of all) asked += await held(shop, own, plan);
    }),
    runs(40),
  );
  expect(asked).toBeGreaterThan(100 * TIMES);
});
