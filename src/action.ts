import { evaluate, failed } from './actions/evaluate.ts';
import { secretInputs } from './actions/inputs.ts';
import { publish } from './actions/publish.ts';
import { issueCommand } from './actions/toolkit.ts';
import type { Command } from './commands/command.ts';
import { maskOutcome, secretsOf } from './commands/masking.ts';
import type { Outcome } from './commands/outcome.ts';

/** The Action: evaluates, publishes, and sets the exit code once. Until then the step has failed. */
export async function runAction(commands: readonly Command[]): Promise<void> {
  process.exitCode = 1;
  const given = secretInputs(process.env);
  for (const secret of given) issueCommand('add-mask', {}, secret);
  const secrets = [...secretsOf(process.env), ...given];
  const show = (outcome: Outcome): void => publish(maskOutcome(outcome, secrets), process.env);

  // Something that fails beside the awaited work ends the step at once, before it can be taken for a success.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      show(failed(error, process.env));
      process.exit(1);
    });
  }

  const outcome = await evaluate(process.env, commands);
  try {
    show(outcome);
  } catch (error) {
    show(failed(error, process.env));
    return;
  }
  process.exitCode = outcome.failure === null ? 0 : 1;
}
