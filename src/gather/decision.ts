import { readFacts } from '../allocation/facts.ts';
import type { Phase } from '../allocation/names.ts';
import { UserError } from '../errors.ts';
import type { GithubEvent } from '../github/event/index.ts';
import type { Request } from '../policy/decision/resolve.ts';
import type { ParsedOptions } from '../surface/options.ts';
import type { Surroundings } from '../surface/outcome.ts';
import { dateOf, weekOf } from '../time/week.ts';
import { type Loaded, load, readFiles } from './allocation.ts';
import { derivedFacts } from './derived-facts.ts';
import { aboutWorkItem, readEvent } from './event.ts';
import { connectOnce, type Github } from './repository.ts';
import { agentOf, choiceOf, drawOf, phaseOf } from './request.ts';
import { askFlights } from './runs-in-flight.ts';
import { type World, worldOf } from './world.ts';

/** Everything that decisions depend on, gathered: from here on they are a matter of the core. */
export interface Gathered {
  readonly event: GithubEvent | null;
  readonly loaded: Loaded;
  readonly phase: Phase;
  /** One for the agent that was named, else one for each agent. */
  readonly requests: readonly Request[];
  readonly world: World;
  /** Remarks for people; what asks GitHub later adds to them. */
  readonly notes: string[];
  /** Connects to GitHub, once. */
  readonly github: () => Promise<Github>;
}

/** Gathers for `resolve` and `run`. Throws `UserError` for wrong usage, an invalid file, or what cannot be read. */
export async function gather(
  command: 'resolve' | 'run',
  options: ParsedOptions,
  surroundings: Surroundings,
): Promise<Gathered> {
  const { phase: phaseName } = options;
  if (phaseName === null)
    throw new UserError(`${command} needs a phase.`, 'Give --phase, for example --phase EXEC.');
  const { now } = surroundings;
  const today = dateOf(now);
  const event = aboutWorkItem(readEvent(surroundings), options.workItem);
  const notes: string[] = [];
  const github = connectOnce(event, surroundings, options.githubToken, (line) => notes.push(line));
  const loaded = load(options, await readFiles(options, surroundings, event, github), today);
  const { allocation } = loaded;
  const phase = phaseOf(allocation, phaseName);
  const agents =
    options.agent === null ? [...allocation.agents.values()] : [agentOf(allocation, options.agent)];
  const choice = choiceOf(options, allocation, surroundings);
  if (choice !== null && options.agent === null) {
    throw new UserError('An override or an escalation is for one cell.', 'Give --agent, too.');
  }
  const facts = readFacts(allocation, options.task, await derivedFacts(event, allocation, github));
  const week = options.week ?? weekOf(now, allocation.budget?.timezone ?? 'UTC');
  const cells = agents.map(({ name }) => ({ agent: name, phase }));
  const flights = askFlights(options, surroundings, event, allocation, week, cells);
  const world = await worldOf(options, surroundings, loaded, today, week, flights);
  notes.push(...world.notes);
  const draw = await drawOf(allocation, surroundings.env.GITHUB_RUN_ID ?? null);
  const { critical, provider } = options;
  const requests = agents.map(
    (agent): Request => ({ agent, phase, week, today, draw, facts, critical, choice, provider }),
  );
  return { event, loaded, phase, requests, world, notes, github };
}
