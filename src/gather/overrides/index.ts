/** The door to the overrides that stand on a pull request. */
import type { Allocation } from '../../allocation/allocation.ts';
import type { AgentName, Phase } from '../../allocation/names.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import type { Choice } from '../../policy/decision/decide.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import type { Context } from '../context.ts';
import { githubToken } from '../token.ts';

type OverrideContext = Context<Pick<OptionValues, 'overrides' | 'githubToken'>>;

const NONE: ReadonlyMap<AgentName, Choice> = new Map();

/** The pull request that an event is about; null: none. */
function pullRequestOf(event: GithubEvent): number | null {
  if (event.kind === 'pull_request') return event.number;
  return event.kind === 'other' ? event.pullRequest : null;
}

/**
 * What people who may write have asked for on the pull request of the run, by agent. What cannot be asked, or does
 * not count, is a note, and changes nothing.
 */
export async function overridesOf(
  context: OverrideContext,
  allocation: Allocation,
  agents: readonly AgentName[],
  phase: Phase,
): Promise<ReadonlyMap<AgentName, Choice>> {
  const { event, options, env } = context;
  if (event === null || options.overrides === 'off') return NONE;
  const number = pullRequestOf(event);
  if (number === null || githubToken(options.githubToken, env) === null) return NONE;
  // Loaded only now: other runs read no pull request.
  const { standingOverrides } = await import('./standing.ts');
  return standingOverrides(number, { context, event, allocation, agents, phase });
}
