/** What a target's figure counts, and which way is well. */
export interface TargetFigure {
  readonly unit: TargetUnit;
  /** Null: neither by itself. */
  readonly better: 'lower' | 'higher' | null;
}

/** A share is between 0 and 1, and shown in percent. */
export type TargetUnit = 'share' | 'tokens' | 'items' | 'hours' | 'minutes';

const share = (better: TargetFigure['better']): TargetFigure => ({ unit: 'share', better });

/** The figures that a target may be about, beside those of each tier. docs/report.md says how each is measured. */
const FIGURES: Readonly<Record<string, TargetFigure>> = {
  haiku_runs: share(null),
  haiku_budget: share(null),
  escalations: share('lower'),
  unplanned_escalations: share('lower'),
  haiku_escalations: share(null),
  haiku_rework: share('lower'),
  haiku_output_quality: share('higher'),
  tokens_per_work_item: { unit: 'tokens', better: 'lower' },
  zone_accuracy: share('higher'),
  code_review_pass_rate: share('higher'),
  e2e_pass_rate: share('higher'),
  security_issues_missed: { unit: 'items', better: 'lower' },
  documentation_compliance: share('higher'),
  work_items_per_week: { unit: 'items', better: 'higher' },
  time_to_completion: { unit: 'hours', better: 'lower' },
  override_rate: share('lower'),
  escalation_delay_minutes: { unit: 'minutes', better: 'lower' },
  haiku_escalation_delay_minutes: { unit: 'minutes', better: 'lower' },
};

type Named = { readonly name: string };

/** The ids of targets that something measures: those of each tier are `sonnet_runs` and `sonnet_budget`. */
export function targetIds(tiers: readonly Named[]): readonly string[] {
  const ofTiers = tiers.flatMap(({ name }) => [`${name}_runs`, `${name}_budget`]);
  return [...new Set([...Object.keys(FIGURES), ...ofTiers])];
}

/** What a target of this id is about; null: nothing measures it. */
export function targetFigure(id: string, tiers: readonly Named[]): TargetFigure | null {
  if (Object.hasOwn(FIGURES, id)) return FIGURES[id] ?? null;
  return targetIds(tiers).includes(id) ? share(null) : null;
}
