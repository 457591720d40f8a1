import { basename } from 'node:path';
import { type AllocationDraft, type DraftedAgent, FLOOR_TIER } from '../../allocation/draft/index.ts';
import type { InitDocument } from '../../generated/init.ts';
import { count } from '../../render/figures.ts';
import { type ActionReference, floorReason } from '../../render/init/index.ts';
import type { PlannedFiles } from './files.ts';
import type { Surroundings } from './found.ts';
import type { Remote } from './reference.ts';

/** An agent of the draft, for programs. */
export function agentRow(agent: DraftedAgent): InitDocument['agents'][number] {
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

/** So many workflows are named at most. */
const NAMED = 3;
const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** Without a remote nobody owns the files yet. */
function ownersStep({ files }: PlannedFiles, origin: Remote | null): string {
  const owners = files.find(({ path, action }) => path.endsWith('CODEOWNERS') && action !== 'same');
  return owners === undefined || origin !== null ? '' : `, and name the owners in ${owners.path}`;
}

/** What a person does next. */
export function nextSteps(
  files: PlannedFiles,
  found: Surroundings,
  { known, repository, ref }: ActionReference,
  origin: Remote | null,
): string[] {
  const paths = [...new Set(files.wanted.map(({ path }) => path.replace(/^\.github\/.*/, '.github')))];
  const first = known
    ? []
    : [
        `In the workflows, write the account of haiku-first for OWNER in ${repository}@${ref}, and a full commit id for ${ref} while there is no release.`,
      ];
  const byHand = found.byHand.flatMap(({ file }) => (file.startsWith('.github/') ? [file] : []));
  const claude = found.workflows.flatMap(({ startsClaude, text, path }) =>
    startsClaude && !/\bcommand:\s*['"]?resolve\b/.test(text) ? [path] : [],
  );
  const own = [...new Set([...byHand, ...claude])].map((path) => basename(path));
  const named = [...own.slice(0, NAMED), ...(own.length > NAMED ? [`${own.length - NAMED} more`] : [])];
  return [
    ...first,
    `git add ${paths.join(' ')} && git commit -m "Add haiku-first" && git push`,
    `In the branch's ruleset, make the check "Allocation gate" required${ownersStep(files, origin)}.`,
    own.length === 0
      ? 'Start an agent: Actions, "Agent by hand". It needs the secret ANTHROPIC_API_KEY.'
      : `In ${LIST.format(named)}, take the model from \`resolve\` (docs/agents.md has the step).`,
  ];
}

export const LATER = 'In two weeks, `haiku-first init --budget` proposes a budget from what it saw.';

/** The files of sub-agents that do not say what is proposed: a person agrees first. */
export function differingText({ agents }: AllocationDraft): readonly string[] {
  const files = agents.flatMap(({ later, differing }) => (later ? [] : differing)).length;
  const what = `the model of ${count(files, 'file')} in .claude/agents`;
  return files === 0
    ? []
    : [
        `Where you agree with the tiers, \`haiku-first agents --write\` sets ${what}, and writes the floors into CLAUDE.md.`,
      ];
}

/** Remarks that belong to the plan. */
export function startRemarks(
  { files, wanted }: PlannedFiles,
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
