import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { agentCalled, tierName } from '../allocation/allocation.ts';
import type { Tier } from '../allocation/names.ts';
import { UserError } from '../errors.ts';
import { agentsOnDisk } from '../gather/agents.ts';
import { repositoryPath, workTree, writeWhole } from '../gather/files.ts';
import { readRules } from '../gather/report.ts';
import type { AgentsDocument } from '../generated/agents.ts';
import type { Immutable } from '../immutable.ts';
import {
  type AgentFile,
  type AgentsSeen,
  definingFiles,
  driftOf,
  inStep,
  isInStep,
  type Judging,
  MEMORY_FILES,
  meaningOf,
  remarksOn,
  sectionIn,
  wantedOf,
  withSection,
} from '../policy/agents/index.ts';
import { agentFindings, type Finding, type RuleId, rulePage } from '../policy/gate/index.ts';
import { allocationSection } from '../render/agents/section.ts';
import { renderAgentsTerminal } from '../render/agents/terminal.ts';
import { findingAnnotations } from '../render/gate/annotations.ts';
import type { Call } from '../surface/call.ts';
import { maskText, secretsOf } from '../surface/masking.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { rulePlace } from '../surface/version.ts';
import { weekOf } from '../time/week.ts';

type AgentsCall = Call<OptionsOf<'agents'>>;
type Answer = Immutable<AgentsDocument>;

/** No file is written beside `.claude/agents`. */
const NO_MEMORY = 'none';

/** What is to be written, and what cannot be. */
interface Plan {
  readonly files: readonly AgentFile[];
  readonly written: Answer['written'];
  readonly byHand: readonly string[];
}

/** The section goes where it is; where it is nowhere, behind what the named file has, or into a new one. */
function sectionPlan(seen: AgentsSeen, section: string, memory: string | null): Plan {
  const withOne = seen.memory.filter(({ content }) => sectionIn(content).kind !== 'none');
  const own = seen.memory.find(({ path }) => path === memory) ?? { path: memory ?? '', content: '' };
  const targets = withOne.length > 0 ? withOne : memory === null ? [] : [own];
  const files: AgentFile[] = [];
  const byHand: string[] = [];
  for (const { path, content } of targets) {
    const changed = withSection(content, section);
    if (changed === null || content.includes('\uFFFD')) byHand.push(path);
    else if (changed !== content && !isSaid(content, section)) files.push({ path, content: changed });
  }
  const written = files.map(({ path }) => ({ file: path, what: 'section' as const, from: null, to: null }));
  return { files, written, byHand };
}

function isSaid(content: string, section: string): boolean {
  const found = sectionIn(content);
  return found.kind === 'section' && found.text === section;
}

/** Everything that is to be written so that sub-agents and section are in step. */
function planOf(seen: AgentsSeen, judging: Judging, section: string, memory: string | null): Plan {
  const models = inStep(seen.files, judging);
  const sections = sectionPlan(seen, section, memory);
  return {
    files: [...models.files, ...sections.files],
    written: [
      ...models.files.map(({ path, from, to }) => ({ file: path, what: 'model' as const, from, to })),
      ...sections.written,
    ],
    byHand: [...models.byHand, ...sections.byHand],
  };
}

/** What would be seen once the plan is carried out. */
function afterwards(seen: AgentsSeen, { files }: Plan): AgentsSeen {
  const after = (all: readonly AgentFile[]): readonly AgentFile[] =>
    all.map((file) => files.find(({ path }) => path === file.path) ?? file);
  const known = new Set([...seen.files, ...seen.memory].map(({ path }) => path));
  const added = files.filter(({ path }) => !known.has(path));
  return { ...seen, files: after(seen.files), memory: [...after(seen.memory), ...added] };
}

/** Throws `UserError` where something else than a file is in the place of one that is to be written. */
function requirePlain(root: string, { files }: Plan): void {
  for (const { path } of files) {
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stat !== undefined && !stat.isFile())
      throw new UserError(
        `${path} is no regular file, and nothing was written.`,
        'Name the file itself with --memory.',
      );
  }
}

function described(seen: AgentsSeen, judging: Judging): Answer['agents'] {
  const { allocation, table, week } = judging;
  const name = (rank: number): Tier => tierName(allocation, rank);
  return definingFiles(seen.files).map((file) => {
    const said = { name: file.name, file: file.path, model: file.read.model };
    const agent = agentCalled(allocation.agents.values(), file.name);
    if (agent === null) return { ...said, agent: null, tiers: [], wanted: null, floor: null, in_step: false };
    const wanted = wantedOf(allocation, agent, week);
    return {
      ...said,
      agent: agent.name,
      tiers: [...wanted.allowed].sort((a, b) => a - b).map(name),
      wanted: name(wanted.rank),
      floor: wanted.floor === null ? null : name(wanted.floor.minimum),
      in_step: isInStep(meaningOf(file.read.model, allocation, table), wanted),
    };
  });
}

function findingOf({ rule, severity, message, agent, file, line, column, docs }: Finding) {
  return { rule, severity, message, agent, file, line, column, docs };
}

/** `agents`: the sub-agents of `.claude/agents` held against the allocation, or set by it. */
export async function run(call: AgentsCall): Promise<Outcome> {
  const { options, cwd, env, now } = call;
  if (options.check && options.write)
    throw new UserError('--check and --write exclude each other.', 'Leave one of them out.');
  const { allocation, table } = await readRules(call);
  const judging: Judging = { allocation, table, week: weekOf(now, allocation.budget?.timezone ?? 'UTC') };
  const section = allocationSection(allocation);
  const root = workTree(cwd) ?? resolve(cwd);
  const memory = options.memory === NO_MEMORY ? null : repositoryPath(options.memory);
  const looked = [...new Set([...MEMORY_FILES, ...(memory === null ? [] : [memory])])];
  const before = await agentsOnDisk(root, looked);
  const possible = planOf(before, judging, section, memory);
  const plan = options.write ? possible : null;
  const seen = plan === null ? before : afterwards(before, plan);
  const secrets = secretsOf(env);
  const findings = agentFindings(
    driftOf(seen, judging, section),
    [...seen.files, ...(seen.skills ?? []), ...seen.settings, ...seen.memory],
    {
      allocationFile: allocation.file,
      docs: (id: RuleId) => rulePlace(id, rulePage(id), env),
      mayShow: (lines) => maskText(lines, secrets) === lines,
    },
  );
  const hasSection = seen.memory.some(({ content }) => sectionIn(content).kind !== 'none');
  const remarks = [
    ...remarksOn(seen, judging),
    ...(hasSection || memory === null
      ? []
      : [
          `No file has the section with the floors and the matrix yet: haiku-first agents --write adds it to ${memory}.`,
        ]),
  ];
  if (plan !== null && !options.dryRun) {
    requirePlain(root, plan);
    for (const { path, content } of plan.files) writeWhole(root, path, content);
  }
  const isClean = findings.length === 0 && (plan === null || plan.byHand.length === 0);
  const json: Answer = {
    schema: 'haiku-first/agents@1',
    in_step: isClean,
    agents: described(seen, judging),
    findings: findings.map(findingOf),
    written: plan?.written ?? [],
    by_hand: plan?.byHand ?? [],
    remarks,
  };
  const text = renderAgentsTerminal(json, findings, {
    canWrite: plan === null && possible.files.length > 0,
    isDry: options.dryRun,
    allocation: allocation.file,
  });
  return {
    exitCode: isClean ? 0 : 1,
    json,
    text,
    notes: [],
    outputs: {},
    annotations: findingAnnotations(findings),
    summary: null,
    failure: isClean ? null : `Sub-agents and ${allocation.file} are not in step.`,
  };
}
