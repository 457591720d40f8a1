import { type Allocation, rankOf } from '../../allocation/allocation.ts';
import { type Decision, hasModel, modelAt } from '../../policy/decision/resolve.ts';
import type { ClaudeCode } from '../../policy/session/index.ts';
import { reasonOf } from '../../render/decision.ts';
import type { OptionValues } from '../../surface/options/index.ts';

/** A decision, with what is handed to the session that it starts. */
export interface Started {
  readonly decision: Decision;
  readonly handed: ClaudeCode;
}

/** What a whole phase's jobs need, for `strategy.matrix`: the cells that run. */
function matrixOf(all: readonly Started[]): string {
  const include = all
    .filter(({ decision }) => decision.decision === 'run')
    .map(({ decision, handed }) => ({
      agent: decision.agent,
      phase: decision.phase,
      tier: decision.tier,
      model: decision.model,
      effort: decision.effort ?? '',
      'claude-args': handed.args,
      settings: handed.settings,
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
 * @param single the decision, where one cell was asked for
 */
export function outputsOf(
  all: readonly Started[],
  single: Started | null,
  { provider }: Pick<OptionValues, 'provider'>,
  allocation: Allocation,
): Readonly<Record<string, string>> {
  const one = single?.decision ?? null;
  const running = all.some(({ decision }) => decision.decision === 'run');
  return {
    decision: one?.decision ?? '',
    tier: one?.tier ?? '',
    model: one?.model ?? '',
    effort: one?.effort ?? '',
    floor: one?.floor ?? '',
    zone: all[0]?.decision.zone ?? '',
    reason: one === null ? '' : reasonOf(one),
    'claude-args': single?.handed.args ?? '',
    settings: single?.handed.settings ?? '',
    'fallback-model': one?.fallback.join(',') ?? '',
    matrix: matrixOf(all),
    'has-work': String(running),
    'haiku-model': modelNamed(allocation, 'haiku', provider),
    'sonnet-model': modelNamed(allocation, 'sonnet', provider),
    'opus-model': modelNamed(allocation, 'opus', provider),
  };
}
