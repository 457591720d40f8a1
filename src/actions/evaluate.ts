import type { Annotation } from '../render/annotation.ts';
import type { Call } from '../surface/call.ts';
import { type Command, findCommand } from '../surface/command.ts';
import { errorDocument, failureLines, failureOf } from '../surface/failure.ts';
import type { Outcome } from '../surface/outcome.ts';
import { printable } from '../surface/printable.ts';
import { commandInput, givenInputs, inputLabel } from './inputs.ts';
import { asBlock } from './summary.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A failure as an outcome, so that it is published like any other. */
export function failed(error: unknown, env: Environment): Outcome {
  const failure = failureOf(error);
  const lines = failureLines(failure, env);
  const [first = 'It failed without a reason.', ...others] = lines;
  const annotations = failure.problems.slice(1).map(
    (problem): Annotation => ({
      severity: 'error',
      title: 'haiku-first',
      message: problem.fix === null ? problem.what : `${problem.what} ${problem.fix}`,
      file: problem.file,
      line: problem.line,
      column: problem.column,
    }),
  );
  return {
    exitCode: 2,
    json: errorDocument(failure),
    text: lines.join('\n'),
    notes: [],
    outputs: {},
    annotations,
    summary: `### haiku-first failed\n\n${asBlock([first, ...others].map(printable))}`,
    failure: first,
  };
}

/** A command that did not succeed fails the step, also where it forgot to say why. Exit codes 3 and 4 are the command's call. */
function failClosed(outcome: Outcome): Outcome {
  const bad = outcome.exitCode === 1 || outcome.exitCode === 2;
  return bad && outcome.failure === null
    ? { ...outcome, failure: `haiku-first ended with exit code ${outcome.exitCode}.` }
    : outcome;
}

/** Runs the command that the inputs name. Never throws: a failure is an outcome, too. */
export async function evaluateStep(
  env: Environment,
  commands: readonly Command[],
  more: Pick<Call, 'secrets' | 'progress' | 'keep'> = {},
): Promise<Outcome> {
  try {
    const name = commandInput(env);
    const command = findCommand(commands, name);
    if (command === undefined) throw new RangeError(`no command ${name}`);
    const cwd = process.cwd();
    const source = { label: inputLabel };
    const here = { surface: 'action', env, cwd, now: new Date(), ...more } as const;
    return failClosed(await command.start(givenInputs(env, name), source, here));
  } catch (error) {
    return failed(error, env);
  }
}
