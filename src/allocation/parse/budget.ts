import type { AllocationFile } from '../../generated/allocation.ts';
import { isTimezone } from '../../time/week.ts';
import type { Budget, TierAllowance } from '../allocation.ts';
import type { Phase, Rank } from '../names.ts';
import { written } from '../path.ts';
import type { PhaseNames } from './phases.ts';
import type { SourceReading } from './reading.ts';
import type { TierNames } from './tiers.ts';

type Entry = NonNullable<AllocationFile['budget']>;

/** Where the zones begin when the file does not say (the strategy's section 4). */
const ZONES = { yellow: 0.7, orange: 0.85, red: 0.95 } as const;

/** Reads `budget`; null where there is none. */
export function readBudget(
  reading: SourceReading,
  budget: AllocationFile['budget'],
  declared: { readonly tiers: TierNames; readonly phases: PhaseNames },
): Budget | null {
  if (budget === undefined) return null;
  const zones = budget.zones ?? ZONES;
  if (!(zones.yellow < zones.orange && zones.orange < zones.red)) {
    reading.say('The zones must rise: yellow below orange below red.', ['budget', 'zones']);
  }
  const timezone = budget.timezone ?? 'UTC';
  if (!isTimezone(timezone)) {
    const what = `The time zone ${timezone} is not known.`;
    reading.say(what, ['budget', 'timezone'], 'Use an IANA name such as Europe/Berlin.');
  }
  return {
    enforced: budget.mode === 'enforce',
    timezone,
    tokens: budget.weekly.tokens ?? null,
    usd: budget.weekly.usd ?? null,
    zones,
    criticalReserve: budget.critical_reserve ?? 0,
    tiers: readAllowances(budget.tiers, declared.tiers),
    phases: readBands(reading, budget.phases, declared.phases),
    onUnmeasured: budget.on_unmeasured ?? 'warn',
  };
}

function readAllowances(entries: Entry['tiers'], tiers: TierNames): ReadonlyMap<Rank, TierAllowance> {
  const allowances = new Map<Rank, TierAllowance>();
  for (const [name, { share, reserve }] of Object.entries(entries ?? {})) {
    const rank = tiers.ofKey(name, ['budget', 'tiers', name]);
    if (rank !== null) allowances.set(rank, { share, reserve: reserve ?? 0 });
  }
  return allowances;
}

function readBands(
  reading: SourceReading,
  entries: Entry['phases'],
  phases: PhaseNames,
): ReadonlyMap<Phase, readonly [number, number]> {
  const bands = new Map<Phase, readonly [number, number]>();
  for (const [name, [low, high]] of Object.entries(entries ?? {})) {
    const path = ['budget', 'phases', name];
    const phase = phases.ofKey(name, path);
    if (low === undefined || high === undefined || low > high) {
      reading.say(`${written(path)} must be [low, high], but ${low} is above ${high}.`, path);
    } else if (phase !== null) bands.set(phase, [low, high]);
  }
  return bands;
}
