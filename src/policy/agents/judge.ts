import { type Agent, agentCalled, tierName } from '../../allocation/allocation.ts';
import { EFFORTS, type Rank } from '../../allocation/names.ts';
import { nearest } from '../../allocation/nearest.ts';
import { placeText } from '../../allocation/policy/reference.ts';
import { grouped } from '../../grouped.ts';
import { denialOf } from '../decision/breaches.ts';
import { effortRank } from '../decision/cell-policy.ts';
import { type AgentsSeen, type Drift, drift, strictestFloor } from './drift.ts';
import { type AgentFile, type FrontMatter, frontMatterOf } from './front-matter.ts';
import { isInStep, type Judging, type WantedModel, wantedOf } from './in-step.ts';
import { keepsRank, LONG_CONTEXT, type Meaning, meaningOf } from './meaning.ts';
import { sectionIn } from './section.ts';
import { enabledPlugins, settingsDrift } from './settings.ts';

/** What Claude Code reads in a front matter; it passes over every other key. Measured with 2.1.332. */
const KEYS: readonly string[] = [
  'name',
  'description',
  'model',
  'tools',
  'disallowedTools',
  'color',
  'effort',
  'permissionMode',
  'mcpServers',
  'hooks',
  'maxTurns',
  'autoCompactWindow',
  'skills',
  'initialPrompt',
  'memory',
  'background',
  'omitClaudeMd',
  'isolation',
  'observer',
  'observerMessage',
  'observeSubagents',
  'observeToolResults',
];

/** Unknown keys of one file that are named. */
const MOST_KEYS = 20;

/** A file that defines an agent. */
export interface NamedFile extends AgentFile {
  readonly read: FrontMatter;
  readonly name: string;
}

/** The files that Claude Code makes an agent of. */
export function definingFiles(files: readonly AgentFile[]): readonly NamedFile[] {
  return files.flatMap((file): readonly NamedFile[] => {
    const read = frontMatterOf(file);
    return read?.name == null || !read.hasDescription ? [] : [{ ...file, read, name: read.name }];
  });
}

function tiersText(ranks: Iterable<Rank>, { allocation }: Judging): string {
  return [...ranks]
    .sort((a, b) => a - b)
    .map((rank) => tierName(allocation, rank))
    .join(' or ');
}

/** `sonnet`, or `claude-sonnet-5-5 (sonnet)` where the tier is called otherwise. */
function modelText(model: string, meaning: Meaning, judging: Judging): string {
  const tiers = meaning.kind === 'model' ? tiersText(meaning.ranks, judging) : '';
  return tiers === '' || tiers === model ? model : `${model} (${tiers})`;
}

const ON_SESSION = 'it runs on the model of whatever session starts it';

function modelDrift(file: NamedFile, wanted: WantedModel, judging: Judging): readonly Drift[] {
  const { path, name, read } = file;
  const { allocation, table } = judging;
  const { agent, floor, allowed } = wanted;
  const meaning = meaningOf(read.model, allocation, table);
  const isClear = read.form !== 'unclear';
  const denial =
    read.model === null ? null : denialOf(read.model.replace(LONG_CONTEXT, ''), allocation, table);
  const denied = denial === null ? '' : `, which is denied${placeText(denial.inherited)}`;
  if (isClear && isInStep(meaning, wanted)) return [];
  const said = !isClear
    ? 'has a front matter that cannot be read'
    : read.model === null
      ? 'names no model'
      : `says ${modelText(read.model, meaning, judging)}${denied}`;
  const small = name.toLowerCase();
  const about = { file: path, at: read.at('model'), agent: agent.name, name: small };
  const rank = meaning.kind === 'session' ? -1 : Math.min(...meaning.ranks, Number.MAX_SAFE_INTEGER);
  if (floor !== null && !(isClear && keepsRank(meaning, floor.minimum, allocation, table))) {
    const minimum = tierName(allocation, floor.minimum);
    const isKnown = meaning.kind === 'model' && meaning.ranks.length > 0;
    const what =
      isClear && meaning.kind === 'session'
        ? `${name} ${said}, under the ${minimum} floor of ${agent.name}: ${ON_SESSION}`
        : isKnown
          ? `${name} ${said}, below the ${minimum} floor of ${agent.name}`
          : `${name} ${said}, and nothing shows that it keeps the ${minimum} floor of ${agent.name}`;
    return [
      drift({
        ...about,
        kind: 'below-floor',
        message: `${what}.`,
        floor,
        rank: isKnown ? rank : -1,
        key: `below-floor ${small} ${isClear ? read.model : read.body}`,
      }),
    ];
  }
  const matrix = `where the matrix has ${tiersText(allowed, judging)} for ${agent.name}`;
  const key = `model ${small} ${read.model}`;
  if (!isClear) return [];
  if (meaning.kind === 'session')
    return [
      drift({ ...about, key, kind: 'no-model', message: `${name} ${said}, ${matrix}: ${ON_SESSION}.` }),
    ];
  const isKnown = meaning.ranks.length > 0 || meaning.line !== null;
  return [
    drift({
      ...about,
      key,
      kind: isKnown ? 'other-tier' : 'unknown-model',
      message: `${name} ${said}${isKnown || denied !== '' ? '' : ', a model that nobody knows'}, ${matrix}.`,
    }),
  ];
}

/** What a file is below by a floor of the policy over an agent that the allocation has not: it is one all the same. */
function strangerDrift(file: NamedFile, judging: Judging): readonly Drift[] {
  const { allocation, week } = judging;
  let policy = allocation.inherited;
  while (policy !== null && agentCalled(policy.agents.values(), file.name) === null)
    policy = policy.inherited;
  const agent = policy && agentCalled(policy.agents.values(), file.name);
  if (policy === null || agent === null) return [];
  const origin = { path: 'extends', position: allocation.at(['extends']) };
  return modelDrift(file, wantedOf(policy, agent, week), { ...judging, allocation: policy }).flatMap(
    (each) =>
      each.kind === 'below-floor' && each.floor !== null
        ? [{ ...each, floor: { ...each.floor, origin } }]
        : [],
  );
}

/** What a skill is below that starts a sub-agent in a context of its own, on a model of its own. Measured with Claude Code 2.1.332. */
function skillDrift(file: AgentFile, judging: Judging): readonly Drift[] {
  const read = frontMatterOf(file);
  const name = read?.values.agent;
  if (read === null || read.model === null || read.values.context !== 'fork' || typeof name !== 'string')
    return [];
  const agent = agentCalled(judging.allocation.agents.values(), name);
  const started: NamedFile = { ...file, read, name };
  const drifts =
    agent === null
      ? strangerDrift(started, judging)
      : modelDrift(started, wantedOf(judging.allocation, agent, judging.week), judging);
  return drifts
    .filter(({ kind }) => kind === 'below-floor')
    .map((each) => ({ ...each, name: null, key: `skill ${file.path} ${each.key}` }));
}

function effortDrift({ path, name, read }: NamedFile, agent: Agent, judging: Judging): readonly Drift[] {
  const floors = (judging.allocation.floorsOver.get(agent.name) ?? []).filter(({ fact }) => fact === null);
  const asked = Math.max(-1, ...floors.map(({ effort }) => effortRank(effort)));
  const own = effortRank(EFFORTS.find((effort) => effort === read.effort) ?? null);
  if (own === -1 || own >= asked) return [];
  return [
    drift({
      kind: 'effort',
      message: `${name} thinks with the effort ${read.effort}, where the floor of ${agent.name} asks for ${EFFORTS[asked]}.`,
      file: path,
      at: read.at('effort'),
      agent: agent.name,
      key: `effort ${name.toLowerCase()} ${read.effort}`,
    }),
  ];
}

function likeKey(key: string): string | null {
  const lower = key.toLowerCase();
  return KEYS.find((each) => lower.startsWith(each.toLowerCase())) ?? nearest(key, KEYS);
}

function keyDrift({ path, read }: AgentFile & { readonly read: FrontMatter }): readonly Drift[] {
  return Object.keys(read.values)
    .filter((key) => !KEYS.includes(key))
    .slice(0, MOST_KEYS)
    .map((key) => {
      const like = likeKey(key);
      return drift({
        kind: 'unknown-key',
        message: `Claude Code passes over the key ${key}${like === null ? '' : `: did you mean ${like}?`}`,
        file: path,
        at: read.at(key),
        key: `unknown-key ${read.name?.toLowerCase()} ${key}`,
      });
    });
}

/** What of a file Claude Code takes otherwise than it may look. */
function formDrift(file: AgentFile): readonly Drift[] {
  const { path } = file;
  const read = frontMatterOf(file);
  const lacks =
    read === null
      ? 'no front matter'
      : read.name === null
        ? 'no name'
        : read.hasDescription
          ? null
          : 'no description';
  if (lacks !== null) {
    if (read === null && /(?:^|\/)README\.md$/i.test(path)) return [];
    const message = `Claude Code makes no agent of ${path}: it has ${lacks}.`;
    return [drift({ kind: 'skipped', message, file: path })];
  }
  if (read === null) return [];
  const broken =
    read.form === 'yaml'
      ? []
      : [
          drift({
            kind: 'not-yaml',
            message: `The front matter of ${read.name} is no valid YAML: Claude Code makes of it what it can, and of a key that is there twice the last.`,
            file: path,
            at: read.at('name'),
            key: `not-yaml ${path}`,
          }),
        ];
  return [...broken, ...keyDrift({ ...file, read })];
}

/** Measured with Claude Code 2.1.332: of files with one name the last by its path counts. */
function duplicateDrift(files: readonly NamedFile[]): readonly Drift[] {
  const byName = grouped(files, ({ name }) => name);
  return [...byName.values()].flatMap((same) => {
    const [first, ...others] = [...same].sort((a, b) => (a.path < b.path ? -1 : 1));
    const last = others.at(-1);
    if (first === undefined || last === undefined) return [];
    return others.map(({ path, name, read }) =>
      drift({
        kind: 'duplicate-name',
        message: `${name} is defined in ${path} as in ${first.path}. Claude Code takes ${last.path}, and the other not at all.`,
        file: path,
        at: read.at('name'),
        key: `duplicate-name ${name} ${same.length}`,
      }),
    );
  });
}

function unlistedDrift({ path, name, read }: NamedFile): Drift {
  const runs =
    read.model === null || read.model.toLowerCase() === 'inherit'
      ? 'on the model of the session'
      : `on ${read.model}`;
  return drift({
    kind: 'unlisted',
    message: `${name} is no agent of the allocation: it runs ${runs}, and its use is nobody's.`,
    file: path,
    at: read.at('name'),
    key: `unlisted ${name.toLowerCase()}`,
  });
}

function sectionDrift({ path, content }: AgentFile, section: string): readonly Drift[] {
  const found = sectionIn(content);
  if (found.kind === 'none') return [];
  if (found.kind === 'broken')
    return [
      drift({
        kind: 'section',
        message: `The marks of the section in ${path} are no pair, so nobody knows what is in it.`,
        file: path,
        at: found.at,
      }),
    ];
  if (found.text === section) return [];
  const message = `The section of ${path} does not say what the allocation says.`;
  return [
    drift({ kind: 'section', message, file: path, at: found.at, key: `section ${path} ${found.text}` }),
  ];
}

/**
 * In what a repository's sub-agents are not in step with the allocation. Whatever the order of the files.
 * @param section the section as it would be written
 */
export function driftOf(seen: AgentsSeen, judging: Judging, section: string): readonly Drift[] {
  const { allocation, week } = judging;
  const named = definingFiles(seen.files);
  const ofFiles = named.flatMap((file) => {
    const agent = agentCalled(allocation.agents.values(), file.name);
    if (agent === null) return [unlistedDrift(file), ...strangerDrift(file, judging)];
    return [
      ...modelDrift(file, wantedOf(allocation, agent, week), judging),
      ...effortDrift(file, agent, judging),
    ];
  });
  return [
    ...ofFiles,
    ...(seen.skills ?? []).flatMap((file) => skillDrift(file, judging)),
    ...seen.files.flatMap(formDrift),
    ...duplicateDrift(named),
    ...seen.unread.map(({ path, why, id }) =>
      drift({
        kind: 'unread',
        message: `${path} ${why}: which sub-agent it defines, and on which model, cannot be told.`,
        file: path,
        floor: strictestFloor(allocation),
        key: `unread ${path} ${id}`,
      }),
    ),
    ...settingsDrift(seen.settings, judging),
    ...seen.memory.flatMap((file) => sectionDrift(file, section)),
  ];
}

/** What is worth a word and out of step with nothing: agents without a file, and plugins, whose files nobody sees. */
export function remarksOn(seen: AgentsSeen, { allocation }: Judging): readonly string[] {
  const named = definingFiles(seen.files);
  const agents = [...allocation.agents.values()];
  const known = new Set(
    named.flatMap(({ name }) => agentCalled(allocation.agents.values(), name)?.name ?? []),
  );
  const without = named.length === 0 ? [] : agents.filter(({ name }) => !known.has(name));
  const ofPlugins = agents.flatMap(({ aliases }) => aliases.filter((alias) => alias.includes(':')));
  const unknown = enabledPlugins(seen.settings).filter(
    (plugin) => !ofPlugins.some((alias) => alias.startsWith(`${plugin}:`)),
  );
  return [
    ...(without.length === 0
      ? []
      : [`No file of .claude/agents has the name of ${without.map(({ name }) => name).join(', ')}.`]),
    ...ofPlugins.map((alias) => `${alias} is a plugin's: the model in its file cannot be seen from here.`),
    ...unknown.map(
      (plugin) =>
        `The plugin ${plugin} is enabled, and no agent of the allocation has an alias ${plugin}:NAME: what its sub-agents use is nobody's.`,
    ),
  ];
}
