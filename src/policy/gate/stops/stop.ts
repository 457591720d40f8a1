import type { AgentName, Phase } from '../../../allocation/names.ts';
import type { Position } from '../../../allocation/source.ts';

/** A way in which guarded cells that could run on the base cannot run in the head. */
export interface Stop {
  readonly message: string;
  readonly at: Position;
  /** Left out: it stops all of them. */
  readonly agent?: AgentName;
  readonly phase?: Phase;
}
