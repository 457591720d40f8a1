import type { Pace } from '../pace/index.ts';
import type { Secrets } from './masking.ts';
import type { Progress } from './progress.ts';

/** One call of a command: what is asked of it, and what it may know of the world. Read once, at the edge. */
export interface Call<Options = unknown> {
  readonly options: Options;
  readonly surface: 'action' | 'cli';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The only clock. `--now` replaces it. */
  readonly now: Date;
  /** Knows what must not be shown, and takes what is learnt on the way; left out: nothing is shown. */
  readonly secrets?: Secrets;
  /** Shows what a model answers while it answers; left out: nobody looks. */
  readonly progress?: Progress;
  /** In the Action, hands state to the post step at once: a job that is ended in the middle has no outcome. */
  readonly keep?: (state: Readonly<Record<string, string>>) => void;
  /**
   * Shows a plan to a person, and asks; `whole`, where it is not empty, is shown to who wants all of it first. Null: there is nobody to ask. Left out: on a surface without a terminal.
   * @param question without its `[y/N]`
   */
  readonly ask?: (plan: string, question: string, whole: string) => Promise<boolean | null>;
  /** Time and chance for what waits and tries again; left out: those of the world. */
  readonly pace?: Pace;
}
