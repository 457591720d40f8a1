import { basename } from 'node:path';
import { draftAllocation } from '../../allocation/draft/index.ts';
import { isPhase, type Phase } from '../../allocation/names.ts';
import { FORMS } from '../../allocation/patterns.ts';
import { UserError } from '../../errors.ts';
import type { InitDocument } from '../../generated/init.ts';
import { createGit } from '../../git/local/index.ts';
import type { Immutable } from '../../immutable.ts';
import { type ActionReference, renderInitPlan } from '../../render/init/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { dateOf } from '../../time/week.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import { ALLOCATION, addAllocation, addOwners, addWorkflows, PlannedFiles } from './files.ts';
import { lookAround } from './found.ts';
import { actionReference, type Remote, remoteOf } from './reference.ts';
import { agentRow, differingText, LATER, nextSteps, startRemarks } from './told.ts';
import type { WantedFile } from './write.ts';

/** What is to be shown, and what to be written. */
export interface InitPlan {
  readonly answer: Immutable<InitDocument>;
  /** The plan for people. */
  readonly plan: string;
  /** What follows the next steps, a line each. */
  readonly afterwards: readonly string[];
  readonly notes: readonly string[];
  readonly wanted: readonly WantedFile[];
}

function phasesOf(given: readonly string[]): readonly Phase[] {
  const phases = given.length === 0 ? ['RUN'] : given;
  const seen = new Set<string>();
  return phases.map((text) => {
    if (seen.has(text.toLowerCase())) throw new UserError(`The phase ${text} is given twice.`);
    seen.add(text.toLowerCase());
    if (isPhase(text)) return text;
    throw new UserError(`The phase ${JSON.stringify(text)} must be ${FORMS.name.words}.`);
  });
}

/** What a repository gets. Nothing is written. Throws `UserError` where nothing can be proposed. */
export async function planInit(call: Call<OptionsOf<'init'>>, root: string): Promise<InitPlan> {
  const { options, env, now } = call;
  const phases = phasesOf(options.phases);
  const policy = options.extends;
  if (policy !== null && !FORMS.action.pattern.test(policy))
    throw new UserError(`--extends ${policy} must be ${FORMS.action.words}.`);
  const remarks: string[] = [];
  const git = createGit(env);
  const [found, reference, origin] = await Promise.all([
    lookAround(root),
    actionReference(call, remarks),
    remoteOf(git, root),
  ]);
  const draft = draftAllocation({
    subAgents: found.subAgents,
    sessionModel: found.sessionModel,
    phases,
    table: shippedModels(),
    today: dateOf(now),
    staged: options.staged,
    extends: policy,
    home: homeOf(reference),
  });
  const files = new PlannedFiles(root);
  addAllocation(files, draft, phases);
  addWorkflows(files, found, reference);
  addOwners(files, root, origin?.owner ?? null);
  const isDrafted = files.wanted.some(({ path }) => path === ALLOCATION);
  const answer: InitDocument = {
    schema: 'haiku-first/init@1',
    repository: origin === null ? null : `${origin.owner}/${origin.name}`,
    written: false,
    action: { uses: `${reference.repository}@${reference.ref}`, known: reference.known },
    files: files.files,
    agents: isDrafted ? draft.agents.map(agentRow) : [],
    by_hand: [...found.byHand],
    left: files.left,
    budget: null,
    next: nextSteps(files, found, reference, origin),
  };
  return {
    answer,
    plan: renderInitPlan({
      answer,
      name: nameOf(root, origin),
      subAgents: found.subAgents.length,
      workflows: found.workflows.length,
      isExample: draft.isExample,
      remarks: [...remarks, ...found.remarks, ...startRemarks(files, found, reference, origin)],
    }),
    afterwards: [...(isDrafted ? differingText(draft) : []), LATER],
    notes: [],
    wanted: files.wanted,
  };
}

/** The name of a repository, for people. */
export function nameOf(root: string, origin: Remote | null): string {
  return origin === null ? basename(root) : `${origin.owner}/${origin.name}`;
}

function homeOf({ server, repository, ref }: ActionReference): {
  readonly raw: string;
  readonly pages: string;
} {
  const raw =
    server === 'https://github.com'
      ? `https://raw.githubusercontent.com/${repository}/${ref}`
      : `${server}/${repository}/raw/${ref}`;
  return { raw, pages: `${server}/${repository}/blob/${ref}` };
}
