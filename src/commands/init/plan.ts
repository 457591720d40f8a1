import { basename } from 'node:path';
import {
  type AllocationDraft,
  type DraftedAgent,
  draftAllocation,
  FLOOR_TIER,
} from '../../allocation/draft/index.ts';
import { isPhase, type Phase } from '../../allocation/names.ts';
import { FORMS } from '../../allocation/patterns.ts';
import { UserError } from '../../errors.ts';
import type { InitDocument } from '../../generated/init.ts';
import { createGit } from '../../git/local/index.ts';
import type { Immutable } from '../../immutable.ts';
import {
  type ActionReference,
  floorReason,
  renderInitPlan,
  scaffoldWorkflows,
  withOwners,
} from '../../render/init/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionsOf } from '../../surface/options/index.ts';
import { dateOf } from '../../time/week.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import { lookAround, type Surroundings, standingAt } from './found.ts';
import { actionReference, type Remote, remoteOf } from './reference.ts';
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

type PlannedFile = InitDocument['files'][number];

export const ALLOCATION = 'allocation.yaml';
/** Where GitHub looks, in its order. */
const OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

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

/** Files that are made, changed or left, one after the other. */
class Files {
  readonly files: PlannedFile[] = [];
  readonly wanted: WantedFile[] = [];
  readonly left: InitDocument['left'] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  leave(file: string, why: string): void {
    this.left.push({ file, why });
  }

  /** A new file. One that is there already is never overwritten. */
  create(path: string, what: string, text: string, otherwise: string): void {
    const now = standingAt(this.#root, path);
    if (now.kind === 'other') this.leave(path, `${now.why}: left as it is`);
    else if (now.kind === 'absent') {
      this.files.push({ path, action: 'create', what, text });
      this.wanted.push({ path, text, before: null });
    } else if (Buffer.from(now.bytes).equals(Buffer.from(text)))
      this.files.push({ path, action: 'same', what: 'is there already', text });
    else this.leave(path, otherwise);
  }

  change(path: string, what: string, text: string, before: Uint8Array): void {
    this.files.push({ path, action: 'change', what, text });
    this.wanted.push({ path, text, before });
  }
}

function count(value: number, one: string): string {
  return `${value} ${one}${value === 1 ? '' : 's'}`;
}

function addAllocation(files: Files, draft: AllocationDraft, phases: readonly Phase[]): void {
  const now = draft.agents.filter(({ later }) => !later).length;
  const later = draft.agents.length - now;
  const more = later === 0 ? '' : `, ${later} more as a comment`;
  files.create(
    ALLOCATION,
    `${count(now, 'agent')}${more}, ${count(phases.length, 'phase')}, budget: observe`,
    draft.text,
    'is there already, and left as it is; haiku-first agents --check compares it with the sub-agents',
  );
  for (const { name, file, floor } of draft.unnamed) {
    const lost = floor === null ? '' : `, and no floor covers it though its name says "${floor}"`;
    files.leave(
      file,
      `its name ${JSON.stringify(name)} cannot stand in an allocation${lost}: rename it, as ${FORMS.name.words.replace(/^a name: /, '')}`,
    );
  }
}

function addOwners(files: Files, root: string, owner: string | null): void {
  const places = OWNERS.map((path) => ({ path, now: standingAt(root, path) }));
  const { path, now } = places.find((each) => each.now.kind !== 'absent') ?? {
    path: OWNERS[0] ?? '',
    now: { kind: 'absent' as const },
  };
  if (now.kind === 'other') {
    files.leave(path, `${now.why}: left as it is`);
    return;
  }
  const bytes = now.kind === 'file' ? now.bytes : null;
  const before = bytes === null ? null : textOf(bytes);
  if (bytes !== null && before === null) {
    files.leave(path, 'is no text in UTF-8: left as it is');
    return;
  }
  const owned = withOwners(before, owner);
  if (owned === null) {
    files.files.push({ path, action: 'same', what: 'names the files already', text: before ?? '' });
    return;
  }
  const who = owner === null ? 'as comments, for want of a remote' : `who reviews them: @${owner}`;
  const what = `${count(owned.lines, 'line')}: ${who}`;
  if (bytes === null) files.create(path, what, owned.text, '');
  else files.change(path, what, owned.text, bytes);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    // A mark at the beginning stays where it is.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function addWorkflows(files: Files, { workflows }: Surroundings, reference: ActionReference): void {
  const own = scaffoldWorkflows(reference, []).map(({ path }) => path);
  const agents = workflows
    .filter(({ path, startsClaude, name }) => startsClaude && !own.includes(path) && !name.includes('${{'))
    .map(({ name }) => name);
  for (const { path, what, text, marks } of scaffoldWorkflows(reference, agents)) {
    const other = workflows.find(
      (each) => !own.includes(each.path) && marks.every((mark) => mark.test(each.text)),
    );
    if (other !== undefined)
      files.leave(other.path, `does what ${basename(path)} would do: that is not added`);
    else files.create(path, what, text, 'is there already, with other text: left as it is');
  }
}

function agentRow(agent: DraftedAgent): InitDocument['agents'][number] {
  return {
    agent: agent.name,
    sub_agents: agent.subAgents.map(({ name, file }) => ({ name, file })),
    says: agent.says,
    tier: agent.tier,
    floor: agent.floor === null ? null : FLOOR_TIER,
    staged: agent.later,
    why: agent.floor === null ? agent.why : floorReason(agent.floor),
  };
}

function nextSteps(files: Files, found: Surroundings, { known, repository, ref }: ActionReference): string[] {
  const paths = [...new Set(files.wanted.map(({ path }) => path.split('/')[0] ?? path))];
  const first = known
    ? []
    : [
        `In the workflows, write the account of haiku-first for OWNER in ${repository}@${ref}, and a full commit id for ${ref} while there is no release.`,
      ];
  const byHand = found.byHand.find(({ file }) => file.startsWith('.github/'));
  const claude = found.workflows.find(
    ({ startsClaude, text }) => startsClaude && !/\bcommand:\s*['"]?resolve\b/.test(text),
  );
  const file = byHand?.file ?? claude?.path;
  return [
    ...first,
    `git add ${paths.join(' ')} && git commit -m "Add haiku-first" && git push`,
    'In the branch\'s ruleset, make the check "Allocation gate" required.',
    file === undefined
      ? 'Start an agent: Actions, "Agent by hand". It needs the secret ANTHROPIC_API_KEY.'
      : `In ${basename(file)}, take the model from \`resolve\` (docs/agents.md has the step).`,
  ];
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
  const files = new Files(root);
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
    next: nextSteps(files, found, reference),
  };
  return {
    answer,
    plan: renderInitPlan({
      answer,
      name: nameOf(root, origin),
      subAgents: found.subAgents.length,
      workflows: found.workflows.length,
      isExample: draft.isExample,
      remarks: [...remarks, ...found.remarks, ...toSay(files, found, reference, origin)],
    }),
    afterwards: [...(isDrafted ? toSet(draft) : []), LATER],
    notes: [],
    wanted: files.wanted,
  };
}

const LATER = 'In two weeks, `haiku-first init --budget` proposes a budget from what it saw.';

/** The files of sub-agents that do not say what is proposed: a person agrees first. */
function toSet({ agents }: AllocationDraft): readonly string[] {
  const files = agents.flatMap(({ later, differing }) => (later ? [] : differing)).length;
  const what = `the model of ${files} ${files === 1 ? 'file' : 'files'} in .claude/agents`;
  return files === 0 ? [] : [`Where you agree with the tiers, \`haiku-first agents --write\` sets ${what}.`];
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

function toSay(
  { files, wanted }: Files,
  { plugins }: Surroundings,
  { known, repository, ref }: ActionReference,
  origin: Remote | null,
): string[] {
  const said: string[] = [];
  if (plugins.length > 0)
    said.push(
      `Plugins bring sub-agents of their own (${plugins.join(', ')}), which report as PLUGIN:AGENT: put such a name under the aliases of the agent that it is.`,
    );
  if (wanted.length === 0) return said;
  if (!known)
    said.push(
      `It is not known where this haiku-first comes from, so the workflows say ${repository}@${ref}: name it with --action OWNER/REPO@SHA, or write it into the files.`,
    );
  const owners = files.find(({ path, action }) => path.endsWith('CODEOWNERS') && action !== 'same');
  if (owners !== undefined && origin !== null)
    said.push(
      `${owners.path} names @${origin.owner}, the account of the remote. If that is an organisation, write a team of it there, as @${origin.owner}/TEAM.`,
    );
  said.push(
    'Nothing is deferred while the budget only observes, and nothing leaves GitHub. No secret is needed, but for the key of the agents themselves. To take it away again, delete these files.',
  );
  return said;
}
