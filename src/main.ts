/**
 * The bundle's entry. Each surface is a chunk of its own: the Action does not load a command-line parser, and
 * neither loads the code of a command that was not asked for.
 */
import { COMMANDS } from './commands/registry.ts';

export async function runAction(): Promise<void> {
  const surface = await import('./action.ts');
  await surface.runAction(COMMANDS);
}

export async function runCli(): Promise<void> {
  const surface = await import('./cli.ts');
  await surface.runCli(COMMANDS);
}
