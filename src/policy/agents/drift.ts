import type { Allocation, Floor } from '../../allocation/allocation.ts';
import type { AgentName } from '../../allocation/names.ts';
import type { Position } from '../../allocation/source.ts';
import type { AgentFile } from './front-matter.ts';

/** Something in `.claude/agents` that could not be read. */
export interface UnreadFile {
  readonly path: string;
  /** Continues a sentence that begins with the path: `is a symbolic link`. */
  readonly why: string;
  /** What stands there, so that another one can be told from it. */
  readonly id: string;
}

/** What a repository says of its sub-agents, at one commit or on the disk. */
export interface AgentsSeen {
  /** The files of `.claude/agents`, by path. */
  readonly files: readonly AgentFile[];
  readonly unread: readonly UnreadFile[];
  /** Skills and commands: one can start a sub-agent on a model of its own. Left out: they are not looked at. */
  readonly skills?: readonly AgentFile[];
  /** The project's settings of Claude Code, the strongest last. */
  readonly settings: readonly AgentFile[];
  /** The files that may hold the section. */
  readonly memory: readonly AgentFile[];
}

export type DriftKind =
  /** A file under a floor names a model below it, or none. */
  | 'below-floor'
  /** The name that a floor went by is gone from a file whose prompt is still there. */
  | 'floor-escaped'
  /** What under a floor cannot be read. */
  | 'unread'
  | 'other-tier'
  | 'no-model'
  | 'unknown-model'
  | 'effort'
  | 'settings'
  | 'unknown-key'
  | 'skipped'
  | 'not-yaml'
  | 'duplicate-name'
  | 'file-gone'
  | 'unlisted'
  | 'section';

/** One thing in which sub-agents and allocation are not in step. */
export interface Drift {
  readonly kind: DriftKind;
  readonly message: string;
  readonly file: string;
  readonly at: Position;
  readonly agent: AgentName | null;
  readonly floor: Floor | null;
  /** The sub-agent's, in small letters. */
  readonly name: string | null;
  /** What it is, wherever it stands: the same at another commit is no news. */
  readonly key: string;
  /** Of what is below a floor: how far up it is, -1 for what nobody knows. */
  readonly rank: number;
}

type Said = Pick<Drift, 'kind' | 'message' | 'file'> & Partial<Drift>;

/** A drift, by default about no agent, at the beginning of its file. */
export function drift(said: Said): Drift {
  return {
    at: { line: 1, column: 1 },
    agent: null,
    floor: null,
    name: null,
    key: `${said.kind} ${said.file} ${said.message}`,
    rank: -1,
    ...said,
  };
}

/** Whether any floor of an allocation holds whatever the facts are. */
export function strictestFloor({ floors }: Allocation): Floor | null {
  const always = floors.filter(({ fact, agents }) => fact === null && agents.length > 0);
  return always.reduce<Floor | null>(
    (strictest, floor) => (strictest === null || floor.minimum > strictest.minimum ? floor : strictest),
    null,
  );
}
