import { readDeferralState } from '../job/deferral-state.ts';
import { handOnDeferrals } from '../job/deferral-write.ts';
import { endJob } from '../job/end.ts';
import { handOnRefusals, readRefusalState } from '../job/refusals.ts';
import { readJobState } from '../job/state.ts';
import { Secrets, secretsOf } from '../surface/masking.ts';
import { parseOptions } from '../surface/options/index.ts';
import { maskOutcome, type Outcome } from '../surface/outcome.ts';
import { printable } from '../surface/printable.ts';
import { commandInput, givenInputs, inputLabel, secretInputs } from './inputs.ts';
import { publishOutcome } from './publish.ts';
import { issueCommand } from './toolkit.ts';

/**
 * The end of a job in which `resolve` ran: records what its agent used. The exit code is 0 whatever happens: the
 * job's own work is done and judged, and a job that could not be measured must not be lost for that.
 */
export async function startPost(): Promise<void> {
  process.exitCode = 0;
  const { env } = process;
  const given = secretInputs(env);
  const secrets = new Secrets(secretsOf(env));
  for (const secret of given) {
    issueCommand('add-mask', {}, secret);
    secrets.learn(secret);
  }
  const show = (outcome: Outcome): void => publishOutcome(maskOutcome(outcome, secrets.all), env);
  const warn = (error: unknown): void => {
    const why = error instanceof Error ? error.message : String(error);
    const message = `The usage of this job could not be recorded: ${why}`;
    issueCommand('warning', { title: 'Usage not recorded' }, printable(secrets.mask(message)));
  };
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      warn(error);
      process.exit(0);
    });
  }
  try {
    const state = readJobState(env);
    const deferrals = readDeferralState(env);
    const refusals = readRefusalState(env);
    if (state === null && deferrals.length === 0 && refusals.length === 0) return;
    const command = commandInput(env) === 'run' ? 'run' : 'resolve';
    const inputs = new Map(givenInputs(env, command));
    // It was read when the job began; a file that it names may be gone.
    inputs.delete('task');
    const options = parseOptions(command, inputs, {
      label: inputLabel,
    });
    if (options.record === 'off') return;
    const call = { options, surface: 'action', env, cwd: process.cwd(), now: new Date(), secrets } as const;
    if (deferrals.length > 0) show(await handOnDeferrals(deferrals, options.record, call));
    // What is pushed to the ledger is seen by no collector.
    if (refusals.length > 0 && options.record === 'artifact') show(await handOnRefusals(refusals, call));
    if (state !== null) show(await endJob(state, call));
  } catch (error) {
    warn(error);
  }
  // An upload that was given up may still hold a connection open.
  setImmediate(() => process.exit());
}
