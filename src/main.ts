import { runAction as runActionWith } from './action.ts';
import { runCli as runCliWith } from './cli.ts';
import { COMMANDS } from './commands/registry.ts';

/**
 * The bundle's entry. What `resolve` needs is in it: each further file that Node loads costs about a millisecond,
 * and `resolve` runs before every agent job. Everything else (the gate, GitHub, the command line's help) is loaded
 * when it is asked for.
 */
export function runAction(): Promise<void> {
  return runActionWith(COMMANDS);
}

export function runCli(): Promise<void> {
  return runCliWith(COMMANDS);
}
