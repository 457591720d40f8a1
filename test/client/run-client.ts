import { type ProcessResult, runProcess } from '../support/bundle.ts';

// `npm run test:client` needs CLAUDE_CLIENT: the path of Claude Code's program.
export const CLIENT = process.env.CLAUDE_CLIENT ?? '';

/** Runs the real client to its end, in an environment that has nothing but these variables, and nobody to talk to but an API at hand. */
export function runClient(
  words: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<ProcessResult> {
  return runProcess(CLIENT, ['-p', 'MAIN: work.', '--output-format', 'json', ...words], {
    cwd,
    env: {
      ...env,
      ANTHROPIC_API_KEY: 'dummy',
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      CLAUDE_CODE_MAX_RETRIES: '0',
      DISABLE_TELEMETRY: '1',
      DISABLE_AUTOUPDATER: '1',
    },
    timeout: 60_000,
  });
}
