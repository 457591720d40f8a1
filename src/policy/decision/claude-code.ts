import { type Effort, isModelId, type ModelId } from '../../allocation/names.ts';
import { InternalError } from '../../errors.ts';

/**
 * What claude-code-action takes as `claude_args`, on one line. Throws `InternalError` for a model id that could be
 * read as more than one word; the allocation's schema lets none through.
 * @param fallback models at or above the tier, best first; empty for none
 * @param maxUsd budget of the session in US dollars; null for none
 */
export function claudeArgs(
  model: ModelId,
  effort: Effort | null,
  fallback: readonly ModelId[],
  maxUsd: number | null,
): string {
  for (const id of [model, ...fallback]) {
    if (!isModelId(id))
      throw new InternalError(`the model id ${JSON.stringify(id)} cannot go into a command line`);
  }
  const words = ['--model', model];
  if (effort !== null) words.push('--effort', effort);
  if (maxUsd !== null) words.push('--max-budget-usd', String(maxUsd));
  if (fallback.length > 0) words.push('--fallback-model', fallback.join(','));
  return words.join(' ');
}

/**
 * What claude-code-action takes as `settings`: the session and its sub-agents may use these models and no others.
 * Without it a sub-agent's own `model:` would leave the cell.
 */
export function claudeSettings(models: readonly ModelId[]): string {
  return JSON.stringify({
    availableModels: models,
    availableModelsMatch: 'exact',
    enforceAvailableModels: true,
  });
}
