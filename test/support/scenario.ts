import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllocation } from '../../src/allocation/parse.ts';
import { parseReference, referenceText } from '../../src/allocation/policy/reference.ts';
import { UserError } from '../../src/errors.ts';
import { type AgentsSeen, driftMadeBy, type Judging, MEMORY_FILES } from '../../src/policy/agents/index.ts';
import { tableOf } from '../../src/policy/decision/models-of-tiers.ts';
import {
  agentFindings,
  attributeFindings,
  type ChangedAttributes,
  type FileState,
  type Finding,
  type GateContext,
  type GateReport,
  gate,
  type MissingFile,
  missingFindings,
  namedFiles,
  type ProposedChange,
  type Version,
  workflowFindings,
} from '../../src/policy/gate/index.ts';
import { laid } from '../../src/policy/inherited/index.ts';
import { allocationSection } from '../../src/render/agents/section.ts';
import { renderGateComment } from '../../src/render/gate/comment.ts';
import type { GateResult } from '../../src/render/gate/result.ts';
import { type IsoDate, parseDate, weekOf } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';

const FOLDER = new URL('../scenarios/', import.meta.url);
const OWN_ALLOCATION = new URL('../../allocation.yaml', import.meta.url);
const WORKFLOW = '.github/workflows/gate.yml';
/** The day on which a change is judged, unless the scenario names another in `now`. */
const TODAY = '2026-11-23';

export type ScenarioName = string;

/** The scenarios, by their folders' names. README.md says what the files of a folder are. */
export function scenarioNames(): readonly ScenarioName[] {
  const entries = readdirSync(FOLDER, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Where a file of the scenario is. */
export function scenarioFile(name: ScenarioName, file: string): URL {
  return new URL(`${name}/${file}`, FOLDER);
}

/** The text of a file of the scenario; null where there is none. */
export function textOf(name: ScenarioName, file: string): string | null {
  const url = scenarioFile(name, file);
  return existsSync(url) ? readFileSync(url, 'utf8') : null;
}

function stateOf(name: ScenarioName, file: string, text: string | null = null): FileState {
  const mode = textOf(name, `${file}.mode`);
  if (mode !== null) return { kind: 'irregular', mode: mode.trim() };
  if (text !== null) return { kind: 'file', bytes: new TextEncoder().encode(text) };
  const url = scenarioFile(name, file);
  return existsSync(url) ? { kind: 'file', bytes: readFileSync(url) } : { kind: 'absent' };
}

/** One replacement after the other in a text: blocks of `<<<<`, `====`, `>>>>`, each of which must fit once. */
function edited(text: string, edits: string): string {
  const blocks = [...edits.matchAll(/^<<<<\n([\s\S]*?)^====\n([\s\S]*?)^>>>>$/gm)];
  return blocks.reduce((current, [, from = '', to = '']) => {
    const parts = current.split(from);
    if (from === '' || parts.length !== 2) throw new Error(`not once in the text:\n${from}`);
    return parts.join(to);
  }, text);
}

/** What a side extends: `base.policy.yaml` or `head.policy.yaml`, else `policy.yaml`, which both have. */
function standingOf(name: ScenarioName, side: 'base' | 'head', state: FileState, off: string | null) {
  const text = textOf(name, `${side}.policy.yaml`) ?? textOf(name, 'policy.yaml');
  const file = state.kind === 'file' ? new TextDecoder().decode(state.bytes) : '';
  const reference = parseReference(/^extends: (.*)$/m.exec(file)?.[1] ?? '');
  if (text === null || reference === null) return null;
  const policy = { kind: 'file' as const, bytes: new TextEncoder().encode(text), off };
  return { reference, policies: new Map([[referenceText(reference), policy]]) };
}

/** `policy.move` says how the head's commit of the policy stands to the base's, and the branch that it is not on. */
function onPolicies(name: ScenarioName, change: ProposedChange, today: IsoDate): ProposedChange {
  const [move = 'same', off = null] = (textOf(name, 'policy.move') ?? 'same').trim().split(' off ');
  const kind = (['same', 'forward', 'back', 'aside', 'new'] as const).find((each) => each === move);
  if (kind === undefined) throw new Error(`${name}/policy.move is no move`);
  const before = standingOf(name, 'base', change.base.allocation, null);
  const after = standingOf(name, 'head', change.head.allocation, off);
  return before === null && after === null ? change : laid(change, before, after, kind, today);
}

/** A version of the scenario's files. */
function versionOf(name: ScenarioName, side: 'base' | 'head' | 'default', text: string | null): Version {
  return {
    allocation: stateOf(name, `${side}.yaml`, text),
    exceptions: stateOf(name, `${side}.exceptions.yaml`, textOf(name, 'exceptions.yaml')),
  };
}

/** The change of a scenario, whatever policy it extends. */
export function changeOf(name: ScenarioName): ProposedChange {
  const edits = textOf(name, 'edits.txt');
  const own = edits === null ? null : readFileSync(OWN_ALLOCATION, 'utf8');
  const head = versionOf(name, 'head', own === null || edits === null ? null : edited(own, edits));
  return { subject: 'the change', base: versionOf(name, 'base', own), head };
}

function judgedOf(name: ScenarioName, today: IsoDate): readonly ProposedChange[] {
  const judged = onPolicies(name, changeOf(name), today);
  if (textOf(name, 'default.yaml') === null) return [judged];
  const base = versionOf(name, 'default', null);
  return [judged, { subject: 'the default branch', base, head: judged.head }];
}

function attributesOf(name: ScenarioName): readonly ChangedAttributes[] {
  const [before, after] = [textOf(name, 'base.gitattributes'), textOf(name, 'head.gitattributes')];
  const watched = ['allocation.yaml', 'allocation.exceptions.yaml', WORKFLOW];
  return before === after ? [] : [{ path: '.gitattributes', before, after, watched }];
}

/** What the head names, where `files` lists what is in its commit. */
function missingOf(name: ScenarioName): readonly MissingFile[] {
  const [files, head] = [textOf(name, 'files'), textOf(name, 'head.yaml')];
  if (files === null || head === null) return [];
  const present = files.split('\n');
  const named = namedFiles(parseAllocation('allocation.yaml', new TextEncoder().encode(head), (own) => own));
  return named.filter(({ path }) => !present.includes(path));
}

/** The files of a side that say what sub-agents run on: what its folder holds. */
function seenOf(name: ScenarioName, side: 'base' | 'head'): AgentsSeen {
  const folder = fileURLToPath(scenarioFile(name, side));
  if (!existsSync(folder)) return { files: [], unread: [], settings: [], memory: [] };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
    .map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') }));
  return {
    files: files.filter(({ path }) => path.startsWith('.claude/agents/')),
    unread: [],
    settings: files.filter(({ path }) => path === '.claude/settings.json'),
    memory: files.filter(({ path }) => MEMORY_FILES.some((each) => each === path)),
  };
}

function agentsOf(name: ScenarioName, context: GateContext): readonly Finding[] {
  const version = (side: 'base' | 'head') => {
    const text = textOf(name, `${side}.yaml`);
    const allocation =
      text === null ? null : parseAllocation('allocation.yaml', new TextEncoder().encode(text));
    const judging: Judging | null = allocation && {
      allocation,
      table: tableOf(allocation, context.shipped),
      week: weekOf(new Date(context.today), 'UTC'),
    };
    return {
      judging,
      seen: seenOf(name, side),
      section: allocation === null ? '' : allocationSection(allocation),
    };
  };
  if (!existsSync(scenarioFile(name, 'base')) && !existsSync(scenarioFile(name, 'head'))) return [];
  const [base, head] = [version('base'), version('head')];
  if (head.judging === null) return [];
  const { files, settings, memory } = head.seen;
  const made = driftMadeBy(base, head, head.judging);
  return agentFindings(made, [...files, ...settings, ...memory], context);
}

/** What the gate says of a scenario. What cannot be judged is a result, too. */
export function judgeScenario(name: ScenarioName): GateResult {
  const today = parseDate((textOf(name, 'now') ?? TODAY).trim());
  if (today === null) throw new Error(`${name}/now is no date`);
  const context: GateContext = {
    today,
    shipped: shippedModels(),
    allocationFile: 'allocation.yaml',
    exceptionsFile: 'allocation.exceptions.yaml',
    docs: (id) => `../../../docs/rules/${id}.md`,
    mode: 'enforce',
  };
  const before = textOf(name, 'base.workflow.yml');
  const after = textOf(name, 'head.workflow.yml');
  const workflows = before === after ? [] : [{ path: WORKFLOW, before, after }];
  try {
    const more = [
      ...workflowFindings(workflows, context.docs),
      ...attributeFindings(attributesOf(name), context.docs),
      ...missingFindings(missingOf(name), context),
      ...agentsOf(name, context),
    ];
    return gate(judgedOf(name, today), context, more);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { verdict: 'error', mode: 'enforce', subject: null, problems: error.problems };
  }
}

/** The findings as `expected.json` holds them: all that a reader is told, but for the address of the rule's page. */
function findingsOf(report: GateReport) {
  return report.findings.map(({ rule, severity, agent, phase, file, line, message, counterexample }) => ({
    rule,
    severity,
    ...(agent === null ? {} : { agent }),
    ...(phase === null ? {} : { phase }),
    at: `${file}:${line}`,
    message,
    ...(counterexample === null
      ? {}
      : { counterexample: counterexample.text, situation: counterexample.situation.join(', ') }),
  }));
}

/** The result as `expected.json` holds it. */
export function expectedOf(result: GateResult): string {
  const content =
    'problems' in result
      ? { verdict: result.verdict, problems: result.problems }
      : { verdict: result.verdict, findings: findingsOf(result), notices: result.notices };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The comment that the pull request gets; null where the gate keeps silent. */
export function commentOf(result: GateResult): string | null {
  const comment = renderGateComment(result, {
    address: null,
    run: null,
    author: null,
    earlier: false,
  });
  return comment === null ? null : `${comment.trimEnd()}\n`;
}
