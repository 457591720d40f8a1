import { type Allocation, rankOf } from '../../allocation/allocation.ts';
import { claudeArgs, claudeSettings } from '../../policy/decision/claude-code.ts';
import { type Decision, hasModel, modelAt } from '../../policy/decision/resolve.ts';
import { reasonOf } from '../../render/decision.ts';
import type { OptionValues } from '../../surface/options/index.ts';

type OutputOptions = Pick<OptionValues, 'maxUsd' | 'provider'>;

/** The decision as `claude_args`; empty unless it runs. */
export function argsOf(decision: Decision, { maxUsd }: Pick<OptionValues, 'maxUsd'>): string {
  if (decision.model === null) return '';
  const usd = maxUsd === null ? null : maxUsd / 1_000_000;
  return claudeArgs(decision.model, decision.effort, decision.fallback, usd);
}

/** What a whole phase's jobs need, for `strategy.matrix`: the cells that run. */
function matrixOf(decisions: readonly Decision[], options: OutputOptions): string {
  const include = decisions
    .filter((decision) => decision.decision === 'run')
    .map((decision) => ({
      agent: decision.agent,
      phase: decision.phase,
      tier: decision.tier,
      model: decision.model,
      effort: decision.effort ?? '',
      'claude-args': argsOf(decision, options),
      settings: claudeSettings(decision.available),
      'fallback-model': decision.fallback.join(','),
    }));
  return JSON.stringify({ include });
}

/** The id of the tier with this name at the provider; empty where there is none. */
function modelNamed(allocation: Allocation, name: string, provider: string): string {
  const tier = rankOf(allocation, name);
  return tier !== null && hasModel(allocation, tier, provider) ? modelAt(allocation, tier, provider) : '';
}

/**
 * The Action's outputs. For a whole phase those of a single decision are empty.
 * @param one the decision, where one cell was asked for
 */
export function outputsOf(
  decisions: readonly Decision[],
  one: Decision | null,
  options: OutputOptions,
  allocation: Allocation,
): Readonly<Record<string, string>> {
  const { provider } = options;
  const running = decisions.some((decision) => decision.decision === 'run');
  return {
    decision: one?.decision ?? '',
    tier: one?.tier ?? '',
    model: one?.model ?? '',
    effort: one?.effort ?? '',
    floor: one?.floor ?? '',
    zone: decisions[0]?.zone ?? '',
    reason: one === null ? '' : reasonOf(one),
    'claude-args': one === null ? '' : argsOf(one, options),
    settings: one?.decision === 'run' ? claudeSettings(one.available) : '',
    'fallback-model': one?.fallback.join(',') ?? '',
    matrix: matrixOf(decisions, options),
    'has-work': String(running),
    'haiku-model': modelNamed(allocation, 'haiku', provider),
    'sonnet-model': modelNamed(allocation, 'sonnet', provider),
    'opus-model': modelNamed(allocation, 'opus', provider),
  };
}
