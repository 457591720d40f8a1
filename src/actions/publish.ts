import { appendFileSync } from 'node:fs';
import { InternalError, writingTo } from '../errors.ts';
import { type Annotation, annotation } from '../render/annotation.ts';
import type { Outcome } from '../surface/outcome.ts';
import { printable } from '../surface/printable.ts';
import { withinCaps } from './annotations.ts';
import { asLog } from './log.ts';
import { OUTPUTS } from './outputs.ts';
import { withinSummary } from './summary.ts';
import { issueCommand, issueFileCommand, prepareKeyValueMessage } from './toolkit.ts';

/** Hands the outputs to the runner. Throws when one cannot be handed over: a job must not go on without its answer. */
function publishOutputs(outputs: Outcome['outputs']): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (!OUTPUTS.some((output) => output.name === name)) throw new InternalError(`no output ${name}`);
    writingTo("The file of the step's outputs", () =>
      issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value)),
    );
  }
}

/** Hands what the post step is to know to the runner. Where there is no runner that takes it, there is no post step. */
export function saveState(state: Outcome['state'], env: Readonly<Record<string, string | undefined>>): void {
  if (!env.GITHUB_STATE) return;
  for (const [name, value] of Object.entries(state ?? {}))
    writingTo("The file of the step's state", () =>
      issueFileCommand('STATE', prepareKeyValueMessage(name, value)),
    );
}

function annotate({ severity, title, message, file, line, column }: Annotation): void {
  const properties = {
    ...(title === '' ? {} : { title: printable(title) }),
    ...(file === null ? {} : { file }),
    ...(line === null ? {} : { line: String(line) }),
    ...(column === null ? {} : { col: String(column) }),
  };
  issueCommand(severity, properties, printable(message));
}

/** Appends to the job summary. That a report cannot be shown does not change what it says: a remark, no failure. */
function publishSummary(summary: string, path: string | undefined): readonly string[] {
  if (path === undefined || path === '')
    return ['There is no job summary here: GITHUB_STEP_SUMMARY is not set.'];
  try {
    appendFileSync(path, withinSummary(`${summary}\n`));
    return [];
  } catch (error) {
    return [
      `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`,
    ];
  }
}

/** Shows an outcome: outputs first, since jobs depend on them, then what people read. */
export function publishOutcome(outcome: Outcome, env: Readonly<Record<string, string | undefined>>): void {
  publishOutputs(outcome.outputs);
  saveState(outcome.state, env);
  const remarks = outcome.summary === null ? [] : publishSummary(outcome.summary, env.GITHUB_STEP_SUMMARY);
  process.stdout.write(
    asLog([outcome.text, ...outcome.notes, ...remarks].filter((text) => text !== '').join('\n')),
  );
  const failure = outcome.failure === null ? [] : [annotation('error', 'haiku-first', outcome.failure)];
  for (const each of withinCaps([...failure, ...outcome.annotations])) annotate(each);
}
