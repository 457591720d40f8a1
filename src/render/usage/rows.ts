import { grouped } from '../../grouped.ts';
import type { Report } from '../../report/document.ts';
import type { Lacking } from '../../report/lacking.ts';
import type { Use } from '../../report/uses.ts';
import { UNATTRIBUTED } from '../../usage/records/record.ts';
import { inMarkdown, inMarkdownCode } from '../escape.ts';
import { NONE, number } from '../figures.ts';
import { cellName } from '../words.ts';

const NAME = 100;
/** Models that a row names. */
const MODELS = 5;

export type Mark = '❌' | '⏸' | '⚠️' | '';

/** A model as people call it: by its tier, or, where it has none, by its id. */
interface ModelWord {
  readonly text: string;
  readonly isId: boolean;
}

/** What one agent did in one phase, in one row, whatever surface it stands on. */
export interface UseRow {
  readonly mark: Mark;
  readonly agent: string;
  /** `sonnet, then opus`, in parts. */
  readonly models: readonly ModelWord[];
  /** What joins them. */
  readonly joint: ', then ' | ' and ';
  /** The tier that its floor asked for; null: it kept its floor. */
  readonly instead: string | null;
  readonly result: string;
  /** Null: it did not run. */
  readonly figures: (Lacking & { readonly tokens: number; readonly microusd: number | null }) | null;
  readonly cacheRead: number;
  /** Types of sub-agents that are no agent's. */
  readonly subAgents: readonly string[];
}

/** Work below its floor, as far as a row tells of it. */
interface BelowFloorUse {
  readonly agent: string;
  readonly phase: string;
  /** The model. */
  readonly used: string;
  /** The tier that was asked for. */
  readonly floor: string | null;
}

/** What became of an attempt. */
export const RESULTS = {
  pass: 'passed',
  fail: 'failed',
  rework: 'reworked',
  unknown: 'not known',
} as const satisfies Record<Use['result'], string>;
const ORDER: readonly Mark[] = ['❌', '⏸', '⚠️', ''];

/** What people must see first, goes first. */
function byMark(a: UseRow, b: UseRow): number {
  return ORDER.indexOf(a.mark) - ORDER.indexOf(b.mark);
}

/** `SECURITY/EXEC`; what belongs to no agent is said so. */
export function agentText(agent: string, phase: string): string {
  return agent === UNATTRIBUTED ? 'not attributed' : (cellName(agent, phase) ?? NONE);
}

function modelOf({ tier, used }: Use): ModelWord {
  if (used === null) return { text: 'not known', isId: false };
  return tier === null ? { text: used, isId: true } : { text: tier, isId: false };
}

/** `passed`; where some of several runs failed, `2 of 13 failed`. */
function resultText({ result, runs, failed }: Use): string {
  return failed > 0 && failed < runs ? `${number(failed)} of ${number(runs)} failed` : RESULTS[result];
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function sum(uses: readonly Use[], of: (use: Use) => number): number {
  return uses.reduce((total, use) => total + of(use), 0);
}

function rowOf(uses: readonly Use[], below: readonly BelowFloorUse[], isMixed: boolean): UseRow | null {
  const own = uses.filter(({ auxiliary }) => !auxiliary);
  const shown = [...(own.length === 0 ? uses : own)].sort((a, b) =>
    a.first < b.first ? -1 : a.first > b.first ? 1 : 0,
  );
  const [first] = shown;
  if (first === undefined) return null;
  const { agent, phase, counted } = first;
  const breach = below.find(
    (each) =>
      each.agent === agent &&
      each.phase === phase &&
      shown.some(({ used, counted: c }) => used === each.used && c === counted),
  );
  const results = [...new Set(shown.map(resultText))];
  const known = results.filter((text) => text !== RESULTS.unknown);
  const lacking = {
    unpriced: sum(uses, (use) => use.unpriced),
    unmeasured: sum(uses, (use) => use.unmeasured),
    partial: sum(uses, (use) => use.partial),
  };
  const priced = uses.some(({ microusd }) => microusd !== null);
  const isLess = lacking.unpriced + lacking.unmeasured > 0;
  return {
    mark: breach !== undefined ? '❌' : isLess ? '⚠️' : '',
    agent: `${agentText(agent, phase)}${counted || !isMixed ? '' : ' (not counted)'}`,
    models: unique(shown.map(modelOf), ({ text }) => text).slice(0, MODELS),
    joint: shown.every((use) => use.first === first.first) ? ' and ' : ', then ',
    instead: breach?.floor ?? null,
    result: breach !== undefined ? 'below floor' : (known.length === 0 ? results : known).join(', then '),
    figures: {
      ...lacking,
      tokens: sum(uses, (use) => use.tokens),
      microusd: priced ? sum(uses, (use) => use.microusd ?? 0) : null,
    },
    cacheRead: sum(uses, (use) => use.cache_read),
    subAgents: [...new Set(uses.flatMap(({ sub_agents }) => sub_agents ?? []))],
  };
}

/** The rows of what was used: one for each agent and phase, what people must see first, then the dearest. */
export function useRows(uses: readonly Use[], below: readonly BelowFloorUse[]): readonly UseRow[] {
  const groups = grouped(uses, ({ agent, phase, counted }) =>
    JSON.stringify([agent, agent === UNATTRIBUTED ? '' : phase, counted]),
  );
  const isMixed = uses.some(({ counted }) => counted);
  const rows = [...groups.values()].flatMap((group) => rowOf(group, below, isMixed) ?? []);
  const costOf = ({ figures }: UseRow): number => figures?.microusd ?? -1;
  return [...rows].sort((a, b) => byMark(a, b) || costOf(b) - costOf(a));
}

const UNUSED = { joint: ' and ', instead: null, figures: null, cacheRead: 0, subAgents: [] } as const;
const STATES: Readonly<Record<string, string>> = {
  waiting: 'queued',
  failure: 'failed',
  timed_out: 'timed out',
};
/** States of jobs that may still tell what they used. */
const UNDER_WAY = ['waiting', 'running'];

/** The rows of jobs that have not told what they used: `VALIDATION/EXEC (running)`. */
export function missingRows({ missing }: Report['jobs']): readonly UseRow[] {
  const rows = missing.map((job): UseRow => {
    const [, name = job, state = ''] = /^(.*) \(([a-z_]+)\)$/s.exec(job) ?? [];
    return {
      ...UNUSED,
      mark: UNDER_WAY.includes(state) ? '' : '⚠️',
      agent: name,
      models: [],
      result: STATES[state] ?? (state === '' ? 'not reported' : state),
    };
  });
  return rows.sort(byMark);
}

/** The rows of work that was refused the tier it was to run on, and has not run. */
export function refusedRows({ refused = [] }: Pick<Report, 'refused'>): readonly UseRow[] {
  return refused.map(({ agent, phase, tier }) => ({
    ...UNUSED,
    mark: '❌',
    agent: agentText(agent, phase),
    models: [{ text: tier, isId: false }],
    result: 'refused',
  }));
}

/** The rows of work that was put off and has not run. */
export function deferredRows({ deferred }: Pick<Report, 'deferred'>): readonly UseRow[] {
  const words = {
    waiting: 'deferred',
    started: 'deferred, then started',
    dropped: 'deferred, then dropped',
    ran: '',
  };
  return deferred
    .filter(({ state }) => state !== 'ran')
    .map(({ agent, phase, tier, state }) => ({
      ...UNUSED,
      mark: state === 'started' ? '' : '⏸',
      agent: agentText(agent, phase),
      models: [{ text: tier, isId: false }],
      result: words[state],
    }));
}

function modelText({ text, isId }: ModelWord): string {
  return isId ? inMarkdownCode(text, NAME) : inMarkdown(text, NAME);
}

/** The models of a row in markdown: what is below its floor stands in bold, beside what was asked for. */
export function modelsInMarkdown({ models, joint, instead }: UseRow): string {
  if (models.length === 0) return NONE;
  const text = models.map(modelText).join(joint);
  return instead === null ? text : `**${text}**, not ${inMarkdown(instead, NAME)}`;
}

/** The same as plain text. */
export function modelsInTerminal({ models, joint, instead }: UseRow): string {
  if (models.length === 0) return NONE;
  const text = models.map((model) => model.text).join(joint);
  return instead === null ? text : `${text}, not ${instead}`;
}

/** The agent of a row in markdown, with its mark. */
export function agentInMarkdown({ mark, agent }: UseRow): string {
  return `${mark === '' ? '' : `${mark} `}${inMarkdown(agent, NAME)}`;
}
