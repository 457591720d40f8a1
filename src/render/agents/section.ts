import { type Allocation, type Floor, tierName } from '../../allocation/allocation.ts';
import { SECTION } from '../../policy/agents/index.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { tableHead, tableRow } from '../tables.ts';

/** Rows of the table, and floors: every session reads them before it starts. */
const MOST = 100;

function floorLine(
  { id, agents, phases, fact, minimum, effort, absolute, because }: Floor,
  allocation: Allocation,
) {
  // All of them: who is left out would not know.
  const names = agents.map((name) => `**${inMarkdown(name)}**`).join(', ');
  const where = phases === null ? '' : ` in ${phases.map((phase) => inMarkdown(phase)).join(', ')}`;
  const when = fact === null ? '' : `, unless the task says that ${inMarkdownCode(fact)} is false`;
  const hard = effort === null ? '' : `, with the effort ${effort} at least`;
  const never = absolute ? ' No exceptions.' : '';
  const why = because === null ? '' : ` Because: ${inMarkdown(because).replace(/[.\s]+$/, '')}.`;
  const tier = inMarkdown(tierName(allocation, minimum));
  return `- ${names}${where}: never below ${tier}${hard}${when} (${inMarkdownCode(id)}).${never}${why}`;
}

function cellText(allocation: Allocation, agent: string, phase: string): string {
  const name = [...allocation.agents.values()].find((each) => each.name === agent);
  const cells = [...allocation.matrix].find(([each]) => each === phase)?.[1];
  if (name === undefined) return '';
  const cell = cells?.get(name.name);
  const tier = inMarkdown(tierName(allocation, cell?.tier ?? name.assigned));
  if (cell?.former == null) return tier;
  return `${tier} from ${cell.former.since} on, ${inMarkdown(tierName(allocation, cell.former.tier))} before`;
}

/** A list as far as it is shown. */
function upTo(rows: readonly string[], file: string): readonly string[] {
  return rows.length <= MOST
    ? rows
    : [...rows.slice(0, MOST), '', `… and ${rows.length - MOST} more in ${file}.`];
}

/**
 * The section that people and agents read before they start: the floors with their reasons, then who runs on what. The
 * same of one allocation at any time, so that it drifts by no clock. With its marks, without a line end behind it.
 */
export function allocationSection(allocation: Allocation): string {
  const file = inMarkdownCode(allocation.file);
  const { floors, phases, agents } = allocation;
  const rows = [...agents.keys()]
    .sort()
    .map((agent) =>
      tableRow([inMarkdown(agent), ...phases.map((phase) => cellText(allocation, agent, phase))]),
    );
  return [
    SECTION.start,
    '## Which model each agent runs on',
    '',
    ...(floors.length === 0
      ? []
      : [
          'Floors. Work that cannot have its tier waits; it is never done on a lesser one.',
          '',
          ...upTo(
            floors.map((floor) => floorLine(floor, allocation)),
            file,
          ),
          '',
        ]),
    tableHead(['Agent', ...phases.map((phase) => inMarkdown(phase))]),
    ...upTo(rows, file),
    '',
    `Written from ${file} by ${inMarkdownCode('haiku-first agents --write')}. Do not edit it here: change that file in a pull request.`,
    SECTION.end,
  ].join('\n');
}
