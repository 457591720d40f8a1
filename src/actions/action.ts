import type { Command } from '../surface/command.ts';
import { Secrets, secretsOf } from '../surface/masking.ts';
import { maskOutcome, type Outcome } from '../surface/outcome.ts';
import { showProgress } from '../surface/progress.ts';
import { evaluateStep, failed } from './evaluate.ts';
import { secretInputs } from './inputs.ts';
import { publishOutcome, saveState } from './publish.ts';
import { issueCommand } from './toolkit.ts';

/** What the runner is told of, it masks too: in the output of this step and of those after it. */
class ToldSecrets extends Secrets {
  readonly #told = new Set<string>();

  override learn(secret: string): void {
    if (!this.#told.has(secret)) issueCommand('add-mask', {}, secret);
    this.#told.add(secret);
    super.learn(secret);
  }
}

/** The Action: evaluates, publishes, and sets the exit code once. Until then the step has failed. */
export async function startAction(commands: readonly Command[]): Promise<void> {
  process.exitCode = 1;
  const given = secretInputs(process.env);
  const secrets = new ToldSecrets(secretsOf(process.env));
  for (const secret of given) secrets.learn(secret);
  const show = (outcome: Outcome): void => publishOutcome(maskOutcome(outcome, secrets.all), process.env);

  // Something that fails beside the awaited work ends the step at once, before it can be taken for a success.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      show(failed(error, process.env));
      process.exit(1);
    });
  }

  const write = (text: string): void => {
    process.stdout.write(text);
  };
  const outcome = await evaluateStep(process.env, commands, {
    secrets,
    progress: showProgress({ write, secrets, seen: false, inActions: true }),
    keep: (state) => {
      const masked = Object.entries(state).map(([name, value]) => [name, secrets.mask(value)]);
      saveState(Object.fromEntries(masked), process.env);
    },
  });
  try {
    show(outcome);
  } catch (error) {
    show(failed(error, process.env));
    return;
  }
  process.exitCode = outcome.failure === null ? 0 : 1;
}
