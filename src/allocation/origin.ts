import type { Position } from './source.ts';

/** Where something is declared: its path in the file's words, `agents.TESTING.upgrades[0]`, and its place. */
export interface Origin {
  readonly path: string;
  readonly position: Position;
}
