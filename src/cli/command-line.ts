import type { GivenOptions } from '../surface/option-values.ts';
import type { CommandName } from '../surface/options.ts';

/** What a command line asks for. */
export type CommandLine =
  | { readonly kind: 'run'; readonly command: CommandName; readonly given: GivenOptions }
  /** Help or the version, for standard output. */
  | { readonly kind: 'print'; readonly text: string };
