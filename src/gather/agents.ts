import type { CommitId, CommitReader } from '../git/index.ts';
import { type AgentFile, type AgentsSeen, MEMORY_FILES } from '../policy/agents/index.ts';
import type { RuleSource } from './allocation.ts';
import { workTree } from './files.ts';
import {
  AGENTS_LIMITS,
  type AgentsFolder,
  type FolderThing,
  folderAt,
  folderOnDisk,
  keptText,
  pathsBelow,
  thingAt,
  thingOnDisk,
} from './sub-agents.ts';

/** The strongest last. */
const SETTINGS = ['.claude/settings.json', '.claude/settings.local.json'] as const;

type ThingAt = (path: string) => Promise<FolderThing | null>;

/** What there is of files that have a name of their own. */
async function readNamed(paths: readonly string[], at: ThingAt): Promise<AgentsFolder> {
  const files: AgentFile[] = [];
  const unread: AgentsFolder['unread'][number][] = [];
  for (const path of paths) {
    const thing = await at(path);
    if (thing === null) continue;
    const bytes = thing.why ?? (await thing.read());
    if (typeof bytes === 'string') unread.push({ path, why: bytes, id: thing.id });
    else files.push({ path, content: keptText(bytes) });
  }
  return { files, unread };
}

/** Where skills and commands are; a skill is one file in a folder of its own. */
const SKILLS = ['.claude/skills', '.claude/commands'] as const;

function isSkill(path: string): boolean {
  return path.startsWith(`${SKILLS[0]}/`) ? path.endsWith('/SKILL.md') : path.endsWith('.md');
}

async function seen(
  { files, unread }: AgentsFolder,
  skillPaths: readonly string[],
  at: ThingAt,
  memoryFiles: readonly string[] = MEMORY_FILES,
): Promise<AgentsSeen> {
  const skills = await readNamed(skillPaths.filter(isSkill).slice(0, AGENTS_LIMITS.files), at);
  const settings = await readNamed(SETTINGS, at);
  // A link is no harm there: it says what its target says, and the target is looked at.
  const memory = await readNamed(memoryFiles, at);
  return {
    files,
    unread: [...unread, ...settings.unread],
    skills: skills.files,
    settings: settings.files,
    memory: memory.files,
  };
}

/** What a commit says of its sub-agents. Throws `UserError` where a tree cannot be read. */
export async function agentsAt(reader: CommitReader, commit: CommitId): Promise<AgentsSeen> {
  const skills: string[] = [];
  for (const folder of SKILLS)
    for (const { name } of await reader.filesBelow(commit, folder)) skills.push(`${folder}/${name}`);
  return seen(await folderAt(reader, commit), skills, (path) => thingAt(reader, commit, path));
}

/**
 * What the work tree says of them. Links are not followed: what they lead to may be anybody's.
 * @param memoryFiles where a section is looked for
 */
export async function agentsOnDisk(root: string, memoryFiles?: readonly string[]): Promise<AgentsSeen> {
  const skills = SKILLS.flatMap((folder) => pathsBelow(root, folder));
  return seen(await folderOnDisk(root), skills, async (path) => thingOnDisk(root, path), memoryFiles);
}

/** Where an allocation is read from, what is said there of sub-agents. */
export function agentsIn(source: RuleSource, cwd: string): Promise<AgentsSeen> {
  return source.kind === 'disk' ? agentsOnDisk(workTree(cwd) ?? cwd) : agentsAt(source.reader, source.commit);
}
