import { validateEscalationModel } from '../../generated/advice-validators.ts';
import type { EscalationModel } from '../../generated/escalation-model.ts';
import { type IsoWeek, parseWeek, weekNumber } from '../../time/week.ts';
import { type KnownTask, standardised } from './features.ts';
import { chanceOf } from './model.ts';
import { rateIn } from './table.ts';

/** After so many weeks it no longer advises. */
const MOST_WEEKS = 8;
/** Less likely than this, nobody is advised. */
const LEAST_CHANCE = 0.35;
/** From fewer attempts of an agent and complexity a table does not advise. */
const LEAST_OF_TABLE = 30;
const MOST_GROUNDS = 3;

/** What a text has for one; null where it is none, whatever is wrong with it. */
export function readAdvice(text: string): EscalationModel | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
  return validateEscalationModel(value) && parseWeek(value.week) !== null ? value : null;
}

/** A cell in which a task is to be done, as it was decided. */
export interface AdvisedCell {
  readonly task: KnownTask;
  /** The tier that it has. */
  readonly tier: string;
  /** The tier above, if the cell may have it; else null. */
  readonly above: string | null;
}

/** The next tier, where a first attempt will likely have to be done again and that costs more than the tier does. */
export interface Suggestion {
  readonly tier: string;
  readonly p: number;
  /** How many attempts say so. */
  readonly n: number;
  readonly complex: boolean;
  /** What speaks for it most; empty of a table. */
  readonly grounds: readonly string[];
}

/**
 * Why a model does not advise any more; null: it does.
 * @param present the model that its tier has now; null: there is no such tier
 */
export function whyRetired(
  { week, model, tier }: EscalationModel,
  now: IsoWeek,
  present: string | null,
): string | null {
  const from = parseWeek(week);
  if (from === null || weekNumber(now) - weekNumber(from) > MOST_WEEKS)
    return `it is of ${week}, more than ${MOST_WEEKS} weeks ago`;
  if (present === null) return `the allocation has no tier ${tier}`;
  return present === model ? null : `it is about ${model}, and ${tier} is ${present} now`;
}

const WORDS = {
  log_lines: 'lines changed',
  log_files: 'files changed',
  critical: 'critical work',
} as const;

function groundsOf({ features }: EscalationModel, task: KnownTask): readonly string[] {
  return features
    .map((feature) => ({ feature, part: feature.coef * standardised(task, feature) }))
    .filter(({ part, feature }) => part >= 0.05 && standardised(task, feature) > 0)
    .sort((a, b) => b.part - a.part)
    .slice(0, MOST_GROUNDS)
    .map(({ feature: { name, level } }) => {
      switch (name) {
        case 'log_lines':
        case 'log_files':
        case 'critical':
          return WORDS[name];
        default:
          return `${name.replace('_', ' ')} ${level}`;
      }
    });
}

/** What a model advises: upward only, to the tier above, and nothing where it does not know. It never decides. */
export function suggest(model: EscalationModel, cell: AdvisedCell): Suggestion | null {
  const { next, intercept, features } = model;
  if (next === null || cell.tier !== model.tier || cell.above !== next.tier) return null;
  const { microusd, next_microusd: dear, rework_microusd: rework } = next;
  if (microusd === null || dear === null) return null;
  const isTable = model.kind === 'eb-table' || intercept === null;
  const row = rateIn(model.table)(cell.task);
  if (isTable && row.n < LEAST_OF_TABLE) return null;
  const p = isTable ? row.p : chanceOf({ intercept, features }, cell.task);
  // Jeffreys' mean, so that nothing is sure from a few.
  const repaired = (next.rescued + 0.5) / (next.failed + 1);
  if (p <= LEAST_CHANCE || p * repaired * (dear + rework) <= dear - microusd) return null;
  return {
    tier: next.tier,
    p,
    n: isTable ? row.n : model.trained_on.n,
    complex: cell.task.complexity === 'L',
    grounds: isTable ? [] : groundsOf(model, cell.task),
  };
}
