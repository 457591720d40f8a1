import { UserError } from '../../errors.ts';
import { workTree } from '../../gather/files.ts';
import { renderInitFiles, renderNextSteps, writingText } from '../../render/init/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import type { Outcome } from '../../surface/outcome.ts';
import { type InitPlan, planInit } from './plan.ts';
import { writeFiles } from './write.ts';

type InitCall = Call<OptionsOf<'init'>>;

/** Why nothing is written; null: it is. `asked`: the person has seen the plan. */
interface Consent {
  readonly refusal: string | null;
  readonly asked: boolean;
}

async function consentTo(
  { options, ask }: InitCall,
  plan: string,
  question: string,
  whole: string,
): Promise<Consent> {
  if (options.yes) return { refusal: null, asked: false };
  const answer = options.json || ask === undefined ? null : await ask(plan, question, whole);
  if (answer === null)
    return {
      refusal:
        'Nothing was written: there is no terminal to ask on. haiku-first init --yes writes without asking.',
      asked: false,
    };
  return { refusal: answer ? null : 'Nothing was written.', asked: true };
}

function outcomeOf(
  exitCode: 0 | 1,
  { answer, notes }: Pick<InitPlan, 'answer' | 'notes'>,
  paragraphs: readonly string[],
): Outcome {
  return {
    exitCode,
    json: answer,
    text: paragraphs.join('\n\n'),
    notes,
    outputs: {},
    annotations: [],
    summary: null,
    failure: null,
  };
}

/** `init`: from a repository to a working set-up. What is there already is never overwritten; all is written, or nothing. */
export async function run(call: InitCall): Promise<Outcome> {
  const { options, cwd } = call;
  const root = workTree(cwd);
  if (root === null)
    throw new UserError('This folder is in no git repository.', 'Go to one, or make one: git init.');
  if (options.allocation !== 'allocation.yaml')
    throw new UserError('init writes allocation.yaml, at the root.', 'Leave --allocation out.');
  const { answer, plan, wanted, notes, afterwards } = options.budget
    ? await (await import('./budget.ts')).planBudget(call, root)
    : await planInit(call, root);
  const told = { answer, notes };
  if (wanted.length === 0) {
    const isAll = !options.budget && answer.left.length === 0;
    return outcomeOf(0, told, [plan, isAll ? 'Nothing to write: all of it is there.' : 'Nothing to write.']);
  }
  // The plan of a budget has its change in it.
  const whole = options.budget ? '' : renderInitFiles(answer);
  if (options.dryRun)
    return outcomeOf(0, told, [plan, ...(whole === '' ? [] : [whole]), 'Nothing was written: --dry-run.']);
  const { refusal, asked } = await consentTo(call, plan, writingText(answer), whole);
  const shown = asked ? [] : [plan];
  if (refusal !== null) return outcomeOf(1, told, [...shown, refusal]);
  writeFiles(root, wanted);
  return outcomeOf(0, { answer: { ...answer, written: true }, notes }, [
    ...shown,
    '✓ written, nothing is committed',
    renderNextSteps(answer, afterwards),
  ]);
}
