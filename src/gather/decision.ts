import type { Agent } from '../allocation/allocation.ts';
import type { Phase } from '../allocation/names.ts';
import { type Problem, UserError } from '../errors.ts';
import type { Request } from '../policy/decision/resolve.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import { dateOf, weekOf } from '../time/week.ts';
import { type Loaded, loadRules } from './allocation.ts';
import type { Context } from './context.ts';
import { factsOfTask } from './facts/index.ts';
import { overridesOf } from './overrides/index.ts';
import { agentOf, choiceOf, drawOf, phaseOf } from './request.ts';
import { askFlights } from './runs-in-flight.ts';
import { type KnownState, stateOf } from './state.ts';

/** What `resolve` and `run` have in common. */
type DecisionOptions = OptionsOf<'resolve' | 'run'>;

/** Everything that decisions depend on, gathered: from here on they are a matter of the core. */
export interface Gathered extends KnownState {
  readonly loaded: Loaded;
  readonly phase: Phase;
  /** One for the agent that was named, else one for each agent. */
  readonly requests: readonly Request[];
}

/** Gathers for `resolve` and `run`. Throws `UserError` for wrong usage, an invalid file, or what cannot be read. */
export async function gather(
  command: 'resolve' | 'run',
  context: Context<DecisionOptions>,
): Promise<Gathered> {
  const { options, now, env } = context;
  if (options.phase === null)
    throw new UserError(`${command} needs a phase.`, 'Give --phase, for example --phase EXEC.');
  const today = dateOf(now);
  const loaded = await loadRules(context, today);
  const { allocation } = loaded;
  const phase = phaseOf(allocation, options.phase);
  const agents =
    options.agent === null ? [...allocation.agents.values()] : [agentOf(allocation, options.agent)];
  for (const { name, renamedFrom } of agents) {
    if (renamedFrom.some((former) => former === options.agent))
      context.notes.push(`The agent ${options.agent} is ${name} now.`);
  }
  requireNoneLost(loaded, agents, phase);
  const choice = choiceOf(context, allocation);
  if (choice !== null && options.agent === null) {
    throw new UserError('An override or an escalation is for one cell.', 'Give --agent, too.');
  }
  const facts = await factsOfTask(context, allocation);
  const week = options.week ?? weekOf(now, allocation.budget?.timezone ?? 'UTC');
  const cells = agents.map(({ name }) => ({ agent: name, phase }));
  const flights = askFlights(context, allocation, week, cells);
  const names = agents.map(({ name }) => name);
  const [known, standing] = await Promise.all([
    stateOf(context, loaded, today, week, flights),
    // What is asked of this very run goes before what stands on its pull request.
    choice === null ? overridesOf(context, allocation, names, phase) : null,
  ]);
  const draw = await drawOf(allocation, env.GITHUB_RUN_ID ?? null);
  const { critical, provider } = options;
  const requests = agents.map((agent): Request => {
    const own = choice ?? standing?.get(agent.name) ?? null;
    return { agent, phase, week, today, draw, facts, critical, choice: own, provider };
  });
  return { ...known, loaded, phase, requests };
}

/** Refuses a cell under a floor of another branch that no tier here keeps. */
function requireNoneLost({ lost, allocation }: Loaded, agents: readonly Agent[], phase: Phase): void {
  const problems = lost
    .filter(
      (floor) =>
        agents.some(({ name }) => name === floor.agent) &&
        (floor.phases === null || floor.phases.includes(phase)),
    )
    .map(
      ({ agent, id, minimum, branch }): Problem => ({
        what: `${agent} in ${phase} is under the floor ${id} of ${branch}, which asks for ${minimum}, and no tier keeps it here.`,
        file: allocation.file,
        line: null,
        column: null,
        fix: `The floors of ${branch} hold for pull requests to any branch: merge its allocation into the base branch.`,
      }),
    );
  if (problems.length > 0) throw new UserError(problems);
}
