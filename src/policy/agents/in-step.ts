import { type Agent, type Allocation, agentCalled, type Floor } from '../../allocation/allocation.ts';
import type { Rank } from '../../allocation/names.ts';
import { compareWeeks, type IsoWeek } from '../../time/week.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { type AgentFile, frontMatterOf } from './front-matter.ts';
import { type Meaning, meaningOf, spelled } from './meaning.ts';
import { withModel } from './model-line.ts';

/** What a file of a sub-agent may name. It has no phase, so its agent's cells are looked at together. */
export interface WantedModel {
  readonly agent: Agent;
  /** The strictest floor over the agent that holds in any case, in whichever phase: no exception reaches a file. */
  readonly floor: Floor | null;
  /** The tiers of its cells, each at the floor at least. */
  readonly allowed: ReadonlySet<Rank>;
  /** The one that is written. */
  readonly rank: Rank;
}

/** The strictest of the agent's floors that hold in any case; the first one of the file where two ask for the same. */
export function fileFloor(allocation: Allocation, agent: Agent): Floor | null {
  const floors = (allocation.floorsOver.get(agent.name) ?? []).filter(
    ({ fact, phases }) =>
      fact === null && (phases === null || phases.some((phase) => allocation.phases.includes(phase))),
  );
  return floors.reduce<Floor | null>(
    (strictest, floor) => (strictest === null || floor.minimum > strictest.minimum ? floor : strictest),
    null,
  );
}

/**
 * What the file of an agent may name in a week: the tier of one of its cells, also the one that a cell had before its
 * `since`. Written is the agent's default where a cell has it, else what most of its cells have; each raised to the floor.
 */
export function wantedOf(allocation: Allocation, agent: Agent, week: IsoWeek): WantedModel {
  const floor = fileFloor(allocation, agent);
  const raised = (rank: Rank): Rank => Math.max(rank, floor?.minimum ?? rank);
  const cells = allocation.phases.map((phase) => allocation.matrix.get(phase)?.get(agent.name) ?? null);
  const tiers = cells.map((cell) => raised(cell?.tier ?? agent.assigned));
  const former = cells.flatMap((cell) =>
    cell?.former != null && compareWeeks(week, cell.former.since) < 0 ? [raised(cell.former.tier)] : [],
  );
  const own = raised(agent.assigned);
  const times = (rank: Rank): number => tiers.filter((each) => each === rank).length;
  const most = tiers.reduce(
    (best, rank) => ((times(rank) - times(best) || rank - best) > 0 ? rank : best),
    tiers[0] ?? own,
  );
  return { agent, floor, allowed: new Set([...tiers, ...former]), rank: tiers.includes(own) ? own : most };
}

/** Whether what a file names is what the matrix has. */
export function isInStep(meaning: Meaning, { allowed, floor }: WantedModel): boolean {
  if (meaning.kind === 'session' || meaning.ranks.length === 0) return false;
  // An alias of a line that two tiers share may be the lesser of them.
  if (floor !== null && Math.min(...meaning.ranks) < floor.minimum) return false;
  return meaning.ranks.some((rank) => allowed.has(rank));
}

/** What judges a file: the allocation, the models that are known, and the week. */
export interface Judging {
  readonly allocation: Allocation;
  readonly table: ModelTable;
  readonly week: IsoWeek;
}

/** A file with another model in it. */
export interface ModelWritten extends AgentFile {
  readonly from: string | null;
  readonly to: string;
}

/** What the files would be with their models in step. */
export interface InStep {
  readonly files: readonly ModelWritten[];
  /** Out of step, and to be written by hand: the value stands in no place of its own. */
  readonly byHand: readonly string[];
}

function verdictOf(file: AgentFile, { allocation, table, week }: Judging) {
  const read = frontMatterOf(file);
  const agent = read?.name == null ? null : agentCalled(allocation.agents.values(), read.name);
  if (read === null || agent === null) return null;
  const wanted = wantedOf(allocation, agent, week);
  return { model: read.model, wanted, isInStep: isInStep(meaningOf(read.model, allocation, table), wanted) };
}

/**
 * The files whose model is not what the matrix has, with the right one, named as the wrong one was.
 * @param before only files that were in step with this one are written: the others somebody has set so
 */
export function inStep(files: readonly AgentFile[], judging: Judging, before: Judging | null = null): InStep {
  const written: ModelWritten[] = [];
  const byHand: string[] = [];
  for (const file of files) {
    const found = verdictOf(file, judging);
    if (found === null || found.isInStep) continue;
    if (before !== null && verdictOf(file, before)?.isInStep !== true) continue;
    const { model, wanted } = found;
    const to = spelled(model, wanted.rank, judging.allocation, judging.table);
    const content = withModel(file.content, to);
    if (content === null) byHand.push(file.path);
    else written.push({ path: file.path, content, from: model, to });
  }
  return { files: written, byHand };
}
