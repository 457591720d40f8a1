/** The command line with a command that fails as `TEST_DOES` says, beside or instead of its answer. */
import { startCli } from '../../src/cli/cli.ts';
import { defineCommand } from '../../src/surface/command.ts';
import type { Outcome } from '../../src/surface/outcome.ts';

async function run(): Promise<Outcome> {
  if (process.env.TEST_DOES === 'rejects later') {
    void Promise.reject(new TypeError(`boom ${process.env.GITHUB_TOKEN}`));
  }
  return await new Promise<Outcome>(() => {});
}

const command = defineCommand('check', {
  summary: '',
  exitCodes: '',
  examples: async () => [],
  load: async () => ({ run }),
});
await startCli([command]);
