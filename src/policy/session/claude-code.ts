import { isModelId, type ModelId } from '../../allocation/names.ts';
import { InternalError } from '../../errors.ts';
import type { Decision } from '../decision/resolve.ts';
import type { Pins } from './pins.ts';
import { type Session, type SetAgent, type SubAgent, TOO_LONG } from './sub-agents.ts';

/**
 * The most characters that `claude-args` may have: it travels in one variable of the environment, of which Linux takes
 * 128 KiB, and claude-code-action hands each of its parts on as one argument.
 */
const MOST = 60_000;

/** What is handed to a session of Claude Code. */
export interface ClaudeCode {
  /** What claude-code-action takes as `claude_args`, on one line; empty unless it runs. */
  readonly args: string;
  /** What it takes as `settings`; empty unless it runs. */
  readonly settings: string;
  /** The sub-agents, as they were handed over. */
  readonly agents: readonly SubAgent[];
  /** The sub-agent because of which no skills are started; null: they are. */
  readonly forkable: string | null;
  /** What `--agents` reads where it does not fit on the line: to be written before the session starts. */
  readonly file: { readonly path: string; readonly text: string } | null;
}

/** What the words of a command line depend on beside the decision. */
interface Handover {
  /** Budget of the session in US dollars; null for none. */
  readonly maxUsd: number | null;
  readonly pins: Pins;
  /** A file that only the session's own job can read; null where it runs elsewhere. */
  readonly file: string | null;
}

/**
 * JSON in single quotes, for shell-like readers of whatever strictness: nothing in it is a quote, a bracket or an
 * operator to them, or outside of ASCII.
 */
function quoted(value: unknown): string {
  const text = JSON.stringify(value).replace(/[^ -~]|['`$\\()|&;<>#*?!~]/g, (character) =>
    character === '\\' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${text}'`;
}

function words(decision: Decision, maxUsd: number | null): string[] {
  const { model, effort, fallback } = decision;
  if (model === null) return [];
  for (const id of [model, ...fallback]) {
    if (!isModelId(id))
      throw new InternalError(`the model id ${JSON.stringify(id)} cannot go into a command line`);
  }
  const found = ['--model', model];
  if (effort !== null) found.push('--effort', effort);
  if (maxUsd !== null) found.push('--max-budget-usd', String(maxUsd));
  if (fallback.length > 0) found.push('--fallback-model', fallback.join(','));
  return found;
}

/** What keeps a session to these models. */
export function limits(models: readonly ModelId[]) {
  return { availableModels: models, availableModelsMatch: 'exact', enforceAvailableModels: true };
}

/** The definitions as `--agents` takes them. */
function handed(set: readonly SetAgent[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    set.map(({ definition, model, effort }) => [
      definition.name,
      { ...definition.given, ...(effort === null ? {} : { effort }), model },
    ]),
  );
}

/**
 * A session in the words of Claude Code. A lock stands in `--managed-settings`, which files of the project cannot reach;
 * what they could set in the environment is pinned by `--settings`; sub-agents are defined by `--agents`, before any
 * file. Where not all definitions fit and no file can be, those go first without which something is not started. Throws `InternalError` for a
 * model id that could be read as more than one word; the schema lets none through.
 */
export function claudeCode(decision: Decision, session: Session | null, handover: Handover): ClaudeCode {
  if (session === null) return { args: '', settings: '', agents: [], forkable: null, file: null };
  const { forkable } = session;
  const plain = words(decision, handover.maxUsd);
  const settings = JSON.stringify(limits(session.available));
  const line = (of: Session, definitions: string | null): string =>
    [...plain, ...lock(of, handover.pins), ...(definitions === null ? [] : ['--agents', definitions])].join(
      ' ',
    );
  const inline = (of: Session): string => line(of, of.set.length === 0 ? null : quoted(handed(of.set)));
  const whole = inline(session);
  if (whole.length <= MOST) return { args: whole, settings, agents: session.agents, forkable, file: null };
  if (session.set.length > 0 && handover.file !== null && /^[\w./-]+$/.test(handover.file)) {
    const file = { path: handover.file, text: JSON.stringify(handed(session.set)) };
    return { args: line(session, file.path), settings, agents: session.agents, forkable, file };
  }
  const least = withDefinitions(session, decision, []);
  const needed = session.set.filter(({ otherwise }) => otherwise === 'denied');
  const most = withDefinitions(session, decision, needed);
  const [short, of] = inline(most).length <= MOST ? [inline(most), most] : [inline(least), least];
  return { args: short, settings, agents: of.agents, forkable, file: null };
}

function lock(session: Session, pins: Pins): readonly string[] {
  if (!session.locked) return [];
  const denied = session.agents.flatMap(({ name, how }) => (how === 'denied' ? [`Agent(${name})`] : []));
  // A model that the call names would go before the definition's.
  const skills = session.forkable === null ? [] : ['Skill'];
  const permissions = { deny: ['Agent(model:*)', ...skills, ...denied] };
  const managed = { ...limits(session.available), permissions };
  return ['--managed-settings', quoted(managed), '--settings', quoted({ env: pins })];
}

/** The session where only these definitions can be handed over. */
function withDefinitions(session: Session, decision: Decision, set: readonly SetAgent[]): Session {
  const left = new Map(
    session.set.filter((each) => !set.includes(each)).map((each) => [each.definition.name, each]),
  );
  const { tier, model } = decision;
  const agents = session.agents.map((agent): SubAgent => {
    const definition = left.get(agent.name);
    if (definition === undefined) return agent;
    const { otherwise: how } = definition;
    const runs = how === 'locked' ? { tier, model } : { tier: null, model: null };
    return { ...agent, ...runs, how, why: TOO_LONG };
  });
  return { ...session, set, agents };
}
