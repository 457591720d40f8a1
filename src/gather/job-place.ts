import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { at } from '../github/event/index.ts';
import type { Call } from '../surface/call.ts';
import type { OptionValues } from '../surface/options/index.ts';
import { workItemOfThread } from '../usage/records/work-item.ts';
import { workflowPath } from '../usage/records/workflow-path.ts';
import type { Context } from './context.ts';
import { readPayload } from './event.ts';

/** Which job of which run something belongs to. */
export interface JobPlace {
  /** `owner/name`; outside of GitHub the owner is `local`. */
  readonly repository: string;
  readonly run: { readonly id: string; readonly attempt: number; readonly job: string };
  /** The file of its workflow; left out where nobody says. */
  readonly workflow?: string;
}

/** The run, and the job, of what no run of GitHub's did. */
const LOCAL = 'local';

/** True for what a person does, as often as they like, and not a job that is one. */
export function isDesk({ run }: JobPlace): boolean {
  return run.id === LOCAL && run.job === LOCAL;
}

/** Not every command can be told its run and its job. */
export type PlaceOptions = Partial<Pick<OptionValues, 'run' | 'job'>>;

/** From the options, else from the runner; on a laptop the run is called `local`. Throws `UserError` for a wrong attempt. */
export function jobPlace({
  options,
  env,
  cwd,
}: Pick<Call<PlaceOptions>, 'options' | 'env' | 'cwd'>): JobPlace {
  const { run = null, job = null } = options;
  const attempt = Number(env.GITHUB_RUN_ATTEMPT || '1');
  if (!Number.isSafeInteger(attempt) || attempt < 1)
    throw new UserError('GITHUB_RUN_ATTEMPT is not the number of an attempt.');
  const isRunners = run === null || run === env.GITHUB_RUN_ID;
  const workflow = isRunners ? workflowPath(env.GITHUB_WORKFLOW_REF ?? '') : null;
  return {
    repository:
      env.GITHUB_REPOSITORY || `${LOCAL}/${basename(cwd).replace(/[^A-Za-z0-9_.-]/g, '_') || 'repository'}`,
    run: {
      id: run ?? (env.GITHUB_RUN_ID || LOCAL),
      attempt,
      job: job ?? (env.GITHUB_JOB || LOCAL),
    },
    ...(workflow === null ? {} : { workflow }),
  };
}

/** The piece of work that a run is about: what was named, else the pull request or issue of the event; null for none. */
export function workItemOf({
  options,
  event,
  env,
}: Pick<Context<Pick<OptionValues, 'workItem'>>, 'options' | 'event' | 'env'>): string | null {
  if (options.workItem !== null) return options.workItem;
  if (event === null || event.kind === 'push' || event.kind === 'merge_group') return null;
  if (event.kind === 'pull_request') return workItemOfThread({ kind: 'pr', number: event.number });
  if (event.pullRequest !== null) return workItemOfThread({ kind: 'pr', number: event.pullRequest });
  if (env.GITHUB_EVENT_PATH === undefined || !event.name.startsWith('issue')) return null;
  const number = at(readPayload(event.name, env.GITHUB_EVENT_PATH), 'issue.number');
  return typeof number === 'number' ? workItemOfThread({ kind: 'issue', number }) : null;
}
