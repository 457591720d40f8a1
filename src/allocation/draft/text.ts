import { writtenScalar } from '../edit/index.ts';
import type { Line } from '../names.ts';
import { type DraftedAgent, type DraftInput, FLOOR_TIER } from './agents.ts';

interface Parts {
  readonly agents: readonly DraftedAgent[];
  readonly models: readonly { readonly line: Line; readonly model: string }[];
  readonly isExample: boolean;
}

/** Tokens of one session of Claude Code, and how many of an agent a week has where nothing is known. */
const SESSION_TOKENS = 500_000;
const RUNS_A_WEEK = 5;

const plain = (text: string): string => writtenScalar(text, 'plain');
const list = (texts: readonly string[]): string => `[${texts.map(plain).join(', ')}]`;
/** Lines that say nothing to a program until somebody takes the `# ` away, which stands `depth` columns in. */
const asComment = (lines: readonly string[], depth: number): readonly string[] =>
  lines.map((line) => `${line.slice(0, depth)}# ${line.slice(depth)}`);

/** Why an agent has its tier, in the file. */
function rationaleOf({ subAgents, says, why, floor }: DraftedAgent): string {
  if (floor !== null && subAgents.length > 0) return `Its name says ${floor}`;
  if (says === null) return why ?? '';
  const [first] = subAgents;
  // What a file says is anything: only the name of a model is quoted.
  const named = /^[\w.[\]-]{1,60}$/.test(says) ? says : 'something else';
  const where = first === undefined ? '.claude/settings.json' : 'Its file';
  const said = says === 'none' ? 'names no model' : `says ${named}`;
  return why === null ? `${where} ${said}` : `${where} ${said}: ${why}`;
}

function agentLines(agent: DraftedAgent): readonly string[] {
  const { name, tier, aliases } = agent;
  const lines = [
    `  ${plain(name)}:`,
    `    default: ${tier}`,
    ...(aliases.filter((alias) => alias !== name).length === 0
      ? []
      : [`    aliases: ${list(aliases.filter((alias) => alias !== name))}`]),
    `    rationale: ${plain(rationaleOf(agent))}`,
  ];
  return agent.later ? asComment(lines, 2) : lines;
}

function floorLines(agents: readonly DraftedAgent[], isExample: boolean): readonly string[] {
  const floored = agents.filter(({ floor }) => floor !== null);
  if (floored.length === 0)
    return [
      '# No name speaks of security, so no floor is proposed. One looks like this:',
      '# floors:',
      '#   - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }',
    ];
  const words = [...new Set(floored.flatMap(({ floor }) => (floor === null ? [] : [floor])))];
  const because = isExample
    ? 'a missed threat costs more than any review'
    : `their names say ${words.slice(0, 10).join(', ')}, and a missed threat costs more than any review`;
  const lines = [
    'floors:',
    '  - id: security-always-opus',
    `    agents: ${list(floored.map(({ name }) => name))}`,
    `    minimum: ${FLOOR_TIER}`,
    '    exceptions: never # it is kept in every zone; where opus cannot be had, the work waits',
    `    because: ${plain(because)}`,
  ];
  return [
    '# A proposal, by name. Agents under a floor without exceptions are meant to stay: they can be renamed,',
    '# and not deleted. Take out what does not belong here before the first commit.',
    ...(floored.every(({ later }) => later) ? asComment(lines, 0) : lines),
  ];
}

/** The file as it is proposed, with comments for the people who review it. */
export function allocationText(
  { phases, staged, extends: policy, home }: DraftInput,
  { agents, models, isExample }: Parts,
): string {
  const [now, later] = [agents.filter((each) => !each.later), agents.filter((each) => each.later)];
  const tokens = SESSION_TOKENS * RUNS_A_WEEK * now.length;
  const origin = isExample ? 'an example: put your own agents in' : 'from the files in .claude/agents';
  return [
    `# yaml-language-server: $schema=${home.raw}/schema/allocation.schema.json`,
    '# Which Claude model each agent may use. Every key is explained in',
    `# ${home.pages}/docs/allocation.md`,
    'version: 1',
    ...(policy === null
      ? []
      : [`extends: ${policy} # the organisation's file: this one may only be stricter`]),
    '',
    '# Cheapest first: this order is the ranking. The ids are exact, since an alias means another model elsewhere.',
    'tiers:',
    ...models.map(({ line, model }) => `  - { name: ${line}, model: ${model} }`),
    '',
    phases.length === 1 && phases[0] === 'RUN'
      ? 'phases: [RUN] # more, if your agents work in phases, such as [PLAN, EXEC]'
      : `phases: ${list(phases)}`,
    '',
    `# Drafted by haiku-first init, ${origin}. The aliases are the names by which Claude Code`,
    '# starts them. `default` is the tier; a `matrix` may name another one for a phase.',
    'agents:',
    ...now.flatMap(agentLines),
    ...(later.length === 0
      ? []
      : [
          ...(staged
            ? ['  # The second stage. Until these are in the file, they run as they do today.']
            : []),
          ...later.flatMap(agentLines),
        ]),
    '',
    ...floorLines(agents, isExample),
    '',
    '# Observed only: the zones of the week are shown, and nothing is deferred. A drafted figure is a guess: one session',
    `# of 500,000 tokens on each of ${RUNS_A_WEEK} days for each agent. After two weeks, haiku-first init --budget proposes`,
    '# one from what was used.',
    'budget:',
    '  mode: observe',
    `  weekly: { tokens: ${tokens} }`,
    '',
  ].join('\n');
}
