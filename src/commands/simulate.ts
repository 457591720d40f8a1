import { UserError } from '../errors.ts';
import { type Context, contextOf } from '../gather/context.ts';
import { readEvent } from '../gather/event.ts';
import { repositoryPath } from '../gather/files.ts';
import { onPolicies } from '../gather/policy/index.ts';
import { gatherWhatIf } from '../gather/what-if.ts';
import { createGit, mergeFile } from '../git/local/index.ts';
import type { ProposedChange } from '../policy/gate/index.ts';
import { renderWhatIfSummary } from '../render/what-if/markdown.ts';
import { renderWhatIfTerminal } from '../render/what-if/terminal.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { judgedFromOptions, judgedOf, keepYoungGenerationSmall } from './check/index.ts';

/** The two versions that the options name, as `check` reads them; else those of the pull request. Throws `UserError`. */
async function changeOf(context: Context<OptionsOf<'simulate'>>): Promise<ProposedChange> {
  const { options, event, env } = context;
  const paths = {
    allocation: repositoryPath(options.allocation),
    exceptions: repositoryPath(options.exceptions),
  };
  const isNamed = options.base !== null || options.head !== null;
  if (event !== null && event.kind !== 'other' && !isNamed) {
    const { reader } = await context.github();
    const merge = (base: Uint8Array, ours: Uint8Array, theirs: Uint8Array) =>
      mergeFile(createGit(env), base, ours, theirs);
    const { judged } = await judgedOf(event, { reader, paths, mergeFile: merge }, reader, env);
    return oneOf(await onPolicies(judged, context));
  }
  const { judged, notes } = await judgedFromOptions(context, paths);
  context.notes.push(...notes);
  return oneOf(await onPolicies(judged, context));
}

function oneOf(judged: readonly ProposedChange[]): ProposedChange {
  const [change] = judged;
  if (change === undefined)
    throw new UserError('There is no change to replay.', 'Name it: --base and --head.');
  return change;
}

/** `simulate`: what another allocation would have cost and done, on the ledger. */
export async function run(call: Call<OptionsOf<'simulate'>>): Promise<Outcome> {
  keepYoungGenerationSmall();
  const context = contextOf(call, call.surface === 'action' ? readEvent(call) : null);
  const { options } = context;
  const change = await changeOf(context);
  const found = await gatherWhatIf(context, change, { week: options.week, weeks: options.weeks });
  return {
    exitCode: 0,
    json: found,
    text: renderWhatIfTerminal(found),
    notes: context.notes,
    outputs: {},
    annotations: [],
    summary: renderWhatIfSummary(found),
    failure: null,
  };
}
