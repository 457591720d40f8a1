import type { Context } from '../../gather/context.ts';
import { isCountedOrigin, type RunUsage } from '../../gather/finished-run/index.ts';
import type { TokenOption } from '../../gather/repository.ts';
import { runPlaceOf } from '../../gather/run-place.ts';
import { breachAnnotations, usageAnnotations } from '../../job/breach-annotations.ts';
import { raiseFloorAlert } from '../../job/floor-alert.ts';
import { lookAlikeWarning } from '../../job/records.ts';
import type { LookAlike } from '../../policy/decision/unattributed.ts';
import { type Annotation, annotation } from '../../render/annotation.ts';
import {
  type DecisionAlert,
  type ExceptedWork,
  FLOORS_TITLE,
  type RunPlace,
  renderExceptionAlert,
  renderRefusalAlert,
} from '../../render/decision-alert.ts';
import type { UsageRecord } from '../../usage/records/record.ts';
import type { JobBreaches } from './breaches.ts';

/** Jobs of one run that an issue tells of: GitHub slows down whoever writes more. */
const MOST_TOLD = 20;

/** Annotations of one kind: GitHub shows ten of a step. */
const MOST_SHOWN = 10;

/** What the page of the run shows of work below its floor, of use that nobody knows the price of, and of what is refused. */
export function collectAnnotations(
  { records, refused }: RunUsage,
  found: readonly JobBreaches[],
  lookAlikes: readonly LookAlike[],
  figures: readonly string[],
): readonly Annotation[] {
  const breaches = found.flatMap(({ breaches }) => breaches);
  return [
    ...breachAnnotations(breaches.slice(0, MOST_SHOWN)),
    ...usageAnnotations(lookAlikes.map(lookAlikeWarning)),
    ...unpriced(records),
    ...figures.slice(0, MOST_SHOWN).map((what) => annotation('warning', 'Figures do not agree', what)),
    ...refused
      .slice(0, MOST_SHOWN)
      .map(({ artifact, why }) => annotation('warning', 'Usage refused', `${artifact}: ${why}`)),
  ];
}

function unpriced(records: readonly UsageRecord[]): readonly Annotation[] {
  const models = new Set(
    records.flatMap(({ cost_basis: basis, model_used: model }) =>
      basis === 'unpriced' ? [model ?? 'A model that no record names'] : [],
    ),
  );
  return [...models]
    .sort()
    .slice(0, MOST_SHOWN)
    .map((model) =>
      annotation(
        'warning',
        'Usage without a price',
        `${model} is in no price table: its usage is not free, and is in no total.`,
      ),
    );
}

/**
 * Flags the use of exceptions for post-mortem: the agents' own jobs need no permission for it. In the words, and the
 * issue, of `resolve`, so that what it has told already is not told again.
 */
export async function tellExceptions(
  { origin, run }: RunUsage,
  works: readonly ExceptedWork[],
  context: Context<TokenOption>,
): Promise<readonly string[]> {
  if (!isCountedOrigin(origin)) return [];
  const { url } = placeOf(run, context);
  const where = url === null ? `run ${run.id}` : `<${url}>`;
  return tell(
    works.map((work) => renderExceptionAlert(work, where)),
    context,
  );
}

/** The same of overrides that were refused. */
export async function tellRefusals(
  { origin, run, refusals }: RunUsage,
  context: Context<TokenOption>,
): Promise<readonly string[]> {
  if (!isCountedOrigin(origin)) return [];
  const place = placeOf(run, context);
  return tell(
    refusals.map((refusal) => renderRefusalAlert(refusal, place)),
    context,
  );
}

function placeOf({ id }: RunUsage['run'], context: Context<TokenOption>): RunPlace {
  return runPlaceOf({ ...context, env: { ...context.env, GITHUB_RUN_ID: String(id) } });
}

async function tell(
  alerts: readonly DecisionAlert[],
  context: Context<TokenOption>,
): Promise<readonly string[]> {
  if (alerts.length === 0) return [];
  const { raiseAlert } = await import('../../github/index.ts');
  const { client, repository } = await context.github();
  const remarks: string[] = [];
  for (const { body, about } of alerts.slice(0, MOST_TOLD)) {
    const alert = { repository, key: 'floors', title: FLOORS_TITLE, body, event: about };
    const done = await raiseAlert(client, alert);
    if (!done.written && done.failed) remarks.push(done.why);
  }
  return remarks;
}

/**
 * Flags each job's work below its floor for post-mortem. Not for forks and Dependabot: anybody could fill the issue.
 * Best effort; what could not be written comes back as remarks.
 */
export async function raiseAlerts(
  { origin }: RunUsage,
  found: readonly JobBreaches[],
  context: Context<TokenOption>,
): Promise<readonly string[]> {
  if (!isCountedOrigin(origin)) return [];
  const { client, repository } = await context.github();
  const remarks: string[] = [];
  for (const { run, breaches } of found.slice(0, MOST_TOLD)) {
    const place = { repository: `${repository.owner}/${repository.name}`, run };
    remarks.push(...(await raiseFloorAlert(breaches, place, context, client)));
  }
  const left = found.length - MOST_TOLD;
  return left > 0 ? [...remarks, `${left} more jobs worked below a floor: no issue reports them.`] : remarks;
}
