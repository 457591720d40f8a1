import { agentCalled, type Floor, tierName } from '../../allocation/allocation.ts';
import { type AgentsSeen, type Drift, drift } from './drift.ts';
import { fileFloor, type Judging } from './in-step.ts';
import { definingFiles, driftOf, type NamedFile } from './judge.ts';
import { sectionIn } from './section.ts';

/** One version of the files that say what sub-agents run on. */
export interface AgentsVersion {
  /** Null: there is no allocation yet, and nothing to be in step with. */
  readonly judging: Judging | null;
  readonly seen: AgentsSeen;
  /** As it would be written. */
  readonly section: string;
}

function driftIn({ seen, judging, section }: AgentsVersion): readonly Drift[] {
  return judging === null ? [] : driftOf(seen, judging, section);
}

function isBelow({ kind }: Drift): boolean {
  return kind === 'below-floor';
}

/** Whether both are about the model of one file, or both the same. */
function isSameModel(one: Drift, other: Drift): boolean {
  return one.key === other.key || (one.name !== null && one.name === other.name && one.file === other.file);
}

/** How far up, below its floor, what has this name was before: the lowest of its files. -1: it was not below, or nobody knows. */
function rankBefore(before: readonly Drift[], { name, agent, file }: Drift): number {
  const below = before.filter((each) => each.agent === agent);
  const same = below.filter((each) => name !== null && each.name === name);
  const ranks = (same.length > 0 ? same : below.filter((each) => each.file === file)).map(({ rank }) => rank);
  return ranks.length === 0 ? -1 : Math.min(...ranks);
}

/** Of each name, in small letters, the file that Claude Code takes: the last by its path. */
function takenOf({ files }: AgentsSeen): ReadonlyMap<string, string> {
  const sorted = [...definingFiles(files)].sort((a, b) => (a.path < b.path ? -1 : 1));
  return new Map(sorted.map(({ name, path }) => [name.toLowerCase(), path]));
}

/** The names under a floor that had a file and have none. */
function lossesOf(base: AgentsVersion, head: AgentsVersion, { allocation }: Judging): readonly Drift[] {
  const after = definingFiles(head.seen.files);
  const names = new Set(after.map(({ name }) => name.toLowerCase()));
  const before = definingFiles(base.seen.files);
  const former = new Set(before.map(({ name }) => name.toLowerCase()));
  /** A name that is new, and under no such floor. */
  const escapes = ({ name }: NamedFile, floor: Floor): boolean => {
    const agent = agentCalled(allocation.agents.values(), name);
    const own = agent === null ? null : fileFloor(allocation, agent);
    return !former.has(name.toLowerCase()) && (own === null || own.minimum < floor.minimum);
  };
  return before.flatMap((file): readonly Drift[] => {
    const agent = agentCalled(allocation.agents.values(), file.name);
    const floor = agent === null ? null : fileFloor(allocation, agent);
    if (agent === null || floor === null || names.has(file.name.toLowerCase())) return [];
    const minimum = tierName(allocation, floor.minimum);
    const body = file.read.body.trim();
    const heirs = after.filter((each) => escapes(each, floor));
    const heir =
      heirs.find(({ path }) => path === file.path) ??
      heirs.find(({ read }) => body !== '' && read.body.trim() === body);
    if (heir !== undefined)
      return [
        drift({
          kind: 'floor-escaped',
          message: `${file.name} is called ${heir.name} now, a name that ${agent.name} does not have: it would escape the ${minimum} floor.`,
          file: heir.path,
          at: heir.read.at('name'),
          agent: agent.name,
          floor,
        }),
      ];
    // Another of its names may have a file.
    if (after.some(({ name }) => agentCalled(allocation.agents.values(), name)?.name === agent.name))
      return [];
    const isThere = head.seen.files.some(({ path }) => path === file.path);
    return [
      drift({
        kind: 'file-gone',
        message: `${agent.name}, whose floor is ${minimum}, has no file any more: what a user or a plugin calls ${file.name} takes its place.`,
        file: isThere ? file.path : allocation.file,
        agent: agent.name,
        floor,
      }),
    ];
  });
}

function sectionGone(base: AgentsSeen, head: AgentsSeen): readonly Drift[] {
  const has = ({ memory }: AgentsSeen) => memory.filter(({ content }) => sectionIn(content).kind !== 'none');
  const [before] = has(base);
  if (before === undefined || has(head).length > 0) return [];
  return [
    drift({
      kind: 'section',
      message: `The section of ${before.path} with the floors and the matrix is gone.`,
      file: before.path,
    }),
  ];
}

/**
 * The drift that a change makes: what the head has and the base had not. Below a floor is what its files make, and no
 * raising of a floor; what goes up and is still below it is no lowering either.
 * @param merged the allocation that the change will meet, whose floors hold: a branch may be behind
 */
export function driftMadeBy(base: AgentsVersion, head: AgentsVersion, merged: Judging): readonly Drift[] {
  const known = new Set(driftIn(base).map(({ key }) => key));
  const before = driftOf(base.seen, merged, head.section).filter(isBelow);
  const wereBelow = new Set(before.map(({ key }) => key));
  const [taken, takenBefore] = [takenOf(head.seen), takenOf(base.seen)];
  /** Another file of the name counted, and that one was not below. */
  const isOnlyNowTaken = ({ name, file }: Drift): boolean => {
    const former = name === null ? undefined : takenBefore.get(name);
    if (name === null || former === undefined || taken.get(name) !== file) return false;
    return !before.some((each) => each.name === name && each.file === former);
  };
  const lowered = driftOf(head.seen, merged, head.section).filter((each) => {
    if (!isBelow(each)) return false;
    if (isOnlyNowTaken(each)) return true;
    const rank = rankBefore(before, each);
    return !wereBelow.has(each.key) && (rank < 0 || rank > each.rank);
  });
  // What a file names is one thing, whichever of the allocations it is held against.
  const others = driftIn(head)
    .filter((each) => !known.has(each.key) && !lowered.some((other) => isSameModel(each, other)))
    .map((each): Drift => (isBelow(each) ? { ...each, kind: 'other-tier' } : each));
  return [...lowered, ...others, ...lossesOf(base, head, merged), ...sectionGone(base.seen, head.seen)];
}
