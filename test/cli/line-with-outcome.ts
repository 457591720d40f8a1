/** The command line with a command that fails as `TEST_DOES` says, beside or instead of its answer. */
import { runCli } from '../../src/cli/cli.ts';
import type { Command } from '../../src/surface/command.ts';
import type { Outcome } from '../../src/surface/outcome.ts';

async function run(): Promise<Outcome> {
  if (process.env.TEST_DOES === 'rejects later') {
    void Promise.reject(new TypeError(`boom ${process.env.GITHUB_TOKEN}`));
  }
  return await new Promise<Outcome>(() => {});
}

const command: Command = {
  name: 'check',
  summary: '',
  exitCodes: '',
  examples: [],
  load: async () => ({ run }),
};
await runCli([command]);
