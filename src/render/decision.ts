import type { ResolveDocument } from '../generated/resolve.ts';
import type { Decision } from '../policy/decision/resolve.ts';
import type { TraceLine } from '../policy/decision/trace.ts';
import type { ClaudeCode, SubAgent } from '../policy/session/index.ts';
import type { Afterwards } from './afterwards.ts';
import { weekText } from './dates.ts';
import { inMarkdown, inMarkdownCode, inPlainLine } from './escape.ts';
import { NONE, number } from './figures.ts';
import { lines, tableHead, tableRow } from './tables.ts';

/** What every document says of a decision, keys always in the same order. */
export function decidedFields(decision: Decision) {
  return {
    decision: decision.decision,
    agent: decision.agent,
    phase: decision.phase,
    week: decision.week,
    assigned: decision.assigned,
    tier: decision.tier,
    model: decision.model,
    effort: decision.effort,
    floor: decision.floor,
    zone: decision.zone,
    critical: decision.critical,
    guarded: decision.guarded,
  };
}

/** The steps of a decision for machines. */
export function traceDocument({ trace }: Decision): ResolveDocument['trace'] {
  return trace.map(({ step, text, source }) => ({ step, text, source }));
}

/** One decision for machines, keys always in the same order. */
export function decisionDocument(decision: Decision, handed: ClaudeCode): ResolveDocument {
  return {
    schema: 'haiku-first/resolve@1',
    ...decidedFields(decision),
    claudeArgs: handed.args,
    settings: handed.settings,
    agents: handed.agents.map(({ name, agent, tier, model, how, why }) => ({
      name,
      agent,
      tier,
      model,
      how,
      why,
    })),
    trace: traceDocument(decision),
  };
}

/** The decision, with a line for each sub-agent that its session may meet. */
export function withSubAgents(
  decision: Decision,
  agents: readonly SubAgent[],
  forkable: string | null,
): Decision {
  const texts = agents.filter(({ known }) => known).map(subAgentWords);
  if (texts.length > 0 && forkable !== null)
    texts.push(`skills → not started: one with \`context: fork\` could start ${forkable} below its floor`);
  const lines = texts.map((text) => ({ step: 'sub-agent' as const, text, source: null }));
  return lines.length === 0 ? decision : { ...decision, trace: [...decision.trace, ...lines] };
}

function subAgentWords({ name, tier, how, why }: SubAgent): string {
  switch (how) {
    case 'set':
      return `${name} → ${tier} (${why}), set by --agents`;
    case 'locked':
      return `${name} → ${tier} (${why}), held by the lock`;
    case 'denied':
      return `${name} → not started: ${why}`;
    case 'unchanged':
      return `${name} → as its definition says: ${why}`;
  }
}

/** The whole trace on one line: what the output `reason` holds. */
export function reasonOf(decision: Decision): string {
  return decision.trace.map((line) => inPlainLine(line.text)).join(' · ');
}

function verb({ agent, phase, decision, tier }: Decision): string {
  const cell = `${agent}/${phase}`;
  switch (decision) {
    case 'run':
      return `${cell} runs on ${tier}`;
    case 'defer':
      return `⏸ ${cell} is deferred, it does not run now`;
    case 'refuse':
      return `✗ ${cell} is refused`;
  }
}

/** Of a text in the terminal. */
const LINE = 400;
/** What a fact is called there, in a column. */
const NAMES = 12;

/** One decision for people: what, then why, the floor, the week, and what becomes of what does not run. */
export function renderDecision(decision: Decision, afterwards: Afterwards | null): string {
  const { trace, effort, model, week, zone, critical, floor, failsFor } = decision;
  const of = (...steps: readonly TraceLine['step'][]): readonly string[] =>
    trace.filter(({ step }) => steps.includes(step)).map(({ text }) => text);
  const apart: readonly TraceLine['step'][] = ['floor', 'budget', 'sub-agent', 'advice'];
  const why = trace.filter(({ step }) => !apart.includes(step)).map(({ text }) => text);
  const hard = effort === null ? '' : `, effort ${effort}`;
  const isGreen = of('budget').some((text) => text.startsWith(`${zone}: `));
  const facts: readonly (readonly [name: string, texts: readonly string[]])[] = [
    decision.decision === 'run'
      ? ['model', [`${model}${hard}`]]
      : [decision.decision === 'defer' ? 'would be' : 'asked', [decision.asked]],
    ['why', why],
    [
      'floor',
      of('floor').length > 0 ? of('floor').map((text) => text.replace(/^floor /, '')) : [floor ?? 'none'],
    ],
    [
      weekText(week).toLowerCase(),
      [...of('budget'), ...(isGreen ? [] : [zone]), ...(critical ? ['critical'] : [])],
    ],
    ['sub-agents', of('sub-agent')],
    ['advice', of('advice')],
    ['next', afterwards === null ? [] : [afterwards.next]],
    ['to run now', afterwards === null ? [] : [afterwards.sooner]],
    [
      'this job',
      failsFor === null || decision.decision !== 'defer'
        ? []
        : [`fails: the floor ${failsFor} holds, so that nothing merges unreviewed`],
    ],
  ];
  const shown = facts.flatMap(([name, texts]) =>
    texts.flatMap((text, place) =>
      lines(inPlainLine(text, LINE), `  ${(place === 0 ? name : '').padEnd(NAMES)}`),
    ),
  );
  return [inPlainLine(verb(decision)), ...shown].join('\n');
}

/** What becomes of a cell that does not run now; null for any other. */
type AfterwardsOf = (decision: Decision) => Afterwards | null;

/** What becomes of deferred cells, those with the same fate together. */
function fates(
  decisions: readonly Decision[],
  afterwardsOf: AfterwardsOf,
): readonly { readonly next: string; readonly agents: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const decision of decisions) {
    const after = afterwardsOf(decision);
    if (after !== null) groups.set(after.next, [...(groups.get(after.next) ?? []), decision.agent]);
  }
  return [...groups].map(([next, agents]) => ({ next, agents }));
}

/** A whole phase for people: one line a cell. */
export function renderPhase(
  phase: string,
  decisions: readonly Decision[],
  afterwardsOf: AfterwardsOf,
): string {
  const width = Math.max(...decisions.map((decision) => decision.agent.length), 5);
  const rows = decisions.map((decision) => {
    const what = decision.decision === 'run' ? `${decision.tier} (${decision.model})` : decision.decision;
    const [last] = decision.trace
      .slice(-1)
      .filter(({ step }) => step === 'advice' || decision.decision !== 'run');
    const why = last === undefined ? '' : ` · ${inPlainLine(last.text)}`;
    return `  ${decision.agent.padEnd(width)}  ${what}${why}`;
  });
  const after = fates(decisions, afterwardsOf).map(
    ({ next, agents }) => `next, ${agents.join(', ')}: ${next}`,
  );
  return [phaseText(phase, decisions), ...rows, ...after].join('\n');
}

function phaseText(phase: string, decisions: readonly Decision[]): string {
  const count = (kind: Decision['decision']): number =>
    decisions.filter((each) => each.decision === kind).length;
  const refused = count('refuse') === 0 ? '' : `, ${count('refuse')} refused`;
  return `${phase}: ${count('run')} run, ${count('defer')} deferred${refused}`;
}

/** The finding in one clause: `DATABASE/PLAN is deferred, it does not run now`, in markdown. */
function headingOf(decisions: readonly Decision[]): string {
  const [decision] = decisions;
  if (decision === undefined || decisions.length > 1) {
    const put = decisions.some((each) => each.decision === 'defer') ? '⏸ ' : '';
    return `${put}haiku-first: ${inMarkdown(phaseText(decision?.phase ?? '', decisions))}`;
  }
  const cell = `${inMarkdown(decision.agent)}/${inMarkdown(decision.phase)}`;
  switch (decision.decision) {
    case 'run':
      return `haiku-first: ${cell} runs on ${inMarkdown(decision.tier ?? '')}`;
    case 'defer':
      return `⏸ haiku-first: ${cell} is deferred, it does not run now`;
    case 'refuse':
      return `❌ haiku-first: ${cell} is refused`;
  }
}

const TEXT = 300;
/** Sub-agents that have a row. */
const ROWS = 30;

/** A step without the field that did it: that one stands in the folded part. */
function plainStep({ text, source }: TraceLine): string {
  const end = ` (${source})`;
  return source !== null && text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** Steps that led to the tier. */
const TIER_STEPS: readonly TraceLine['step'][] = [
  'assigned',
  'not-given',
  'upgrade',
  'override',
  'escalation',
  'economy',
  'unavailable',
];

function item(name: string, text: string): string {
  return `- **${name}:** ${text}`;
}

function joined(lines: readonly TraceLine[], form = plainStep): string {
  return lines.map((line) => inMarkdown(form(line), TEXT)).join('; ');
}

/** The floor over the cell, with what it rests on. */
function floorItem({ floor, trace }: Decision): string {
  const lines = trace.filter(({ step }) => step === 'floor');
  const rests = joined(lines, ({ text }) => text.replace(/^floor /, ''));
  return item('Floor', lines.length > 0 ? rests : inMarkdown(floor ?? 'none'));
}

function weekItem({ week, zone, trace }: Decision): string {
  const budget = trace.find(({ step }) => step === 'budget');
  const kept = trace.filter(({ step, text }) => step === 'zone' && !text.startsWith('deferred'));
  const text = [budget === undefined ? zone : plainStep(budget), ...kept.map(plainStep)].join('; ');
  return item(weekText(week), inMarkdown(text, TEXT));
}

/** What was decided of one cell, in a list. */
function decidedItems(decision: Decision, after: Afterwards | null): readonly string[] {
  const { trace, effort, model } = decision;
  const why = trace.filter(({ step }) => TIER_STEPS.includes(step));
  const last = trace.filter(({ step }) => step !== 'sub-agent').slice(-1);
  switch (decision.decision) {
    case 'run': {
      const hard = effort === null ? '' : `, effort ${effort}`;
      return [
        item('Model', `${inMarkdownCode(model ?? '')}${hard}`),
        item('Why', joined(why)),
        floorItem(decision),
        weekItem(decision),
      ];
    }
    case 'defer':
      return [
        item('Would run on', inMarkdown(decision.asked)),
        item(
          'Why not now',
          joined(last, (line) => plainStep(line).replace(/^deferred: /, '')),
        ),
        weekItem(decision),
        ...(after === null
          ? []
          : [
              item('What happens next', inMarkdown(after.next, TEXT)),
              item('To run it now', inMarkdown(after.sooner, TEXT)),
            ]),
        ...(decision.failsFor === null
          ? []
          : [
              item(
                'This job fails',
                `the floor ${inMarkdown(decision.failsFor)} holds, so that nothing merges unreviewed`,
              ),
            ]),
      ];
    case 'refuse':
      return [
        item('Asked', joined(why.slice(-1))),
        item(
          'Why not',
          joined(last, (line) => plainStep(line).replace(/^refused: /, '')),
        ),
        floorItem(decision),
      ];
  }
}

function subAgentTable(agents: readonly SubAgent[]): readonly string[] {
  if (agents.length === 0) return [];
  const rows = agents.slice(0, ROWS).map(({ name, agent, tier, how, why }) => {
    const own = agent === null ? ', no cell' : agent === name ? '' : `, ${inMarkdown(agent)}`;
    const on = how === 'denied' ? 'not started' : inMarkdown(tier ?? 'as its file says');
    return tableRow([`${inMarkdownCode(name)}${own}`, on, `**${how}**: ${inMarkdown(why, TEXT)}`]);
  });
  const rest = agents.length - ROWS;
  return [
    tableHead(['Sub-agent', 'Runs on', 'Why']),
    ...rows,
    ...(rest > 0 ? ['', `And ${number(rest)} more, in the log.`] : []),
    '',
  ];
}

/** Every step, folded. */
function stepsFolded(decisions: readonly Decision[]): readonly string[] {
  const steps = decisions.map(({ trace }) => trace.map(({ text }) => inMarkdown(text, TEXT)));
  const [only] = steps;
  const lines =
    steps.length === 1 && only !== undefined
      ? only.map((text, place) => `${place + 1}. ${text}`)
      : decisions.map(({ agent }, place) => `- ${inMarkdown(agent)}: ${steps[place]?.join(' · ') ?? ''}`);
  return ['<details>', '<summary>Every step of the decision</summary>', '', ...lines, '', '</details>', ''];
}

/** The cells of a phase: what each does, and why one does not run. */
function phaseTable(decisions: readonly Decision[]): readonly string[] {
  const rows = decisions.map((decision) => {
    const { tier, trace } = decision;
    const [last] = decision.decision === 'run' ? [] : trace.slice(-1);
    const why = last === undefined ? '' : inMarkdown(plainStep(last).replace(/^[a-z]+: /, ''), TEXT);
    return tableRow([inMarkdown(decision.agent), decision.decision, inMarkdown(tier ?? NONE), why]);
  });
  return [tableHead(['Agent', 'Decision', 'Tier', 'Why not']), ...rows, ''];
}

/** Decisions for the job summary: the finding, why, and what happens next; every step is folded. */
export function renderDecisionSummary(
  decisions: readonly Decision[],
  afterwardsOf: AfterwardsOf,
  agents: readonly SubAgent[] = [],
): string {
  const [only] = decisions.length === 1 ? decisions : [];
  const after = fates(decisions, afterwardsOf).map(
    ({ next, agents: put }) =>
      `- **${put.map((agent) => inMarkdown(agent)).join(', ')}**: ${inMarkdown(next)}`,
  );
  const body =
    only === undefined
      ? [...phaseTable(decisions), ...after, ...(after.length === 0 ? [] : [''])]
      : [...decidedItems(only, afterwardsOf(only)), '', ...subAgentTable(agents)];
  return [`### ${headingOf(decisions)}`, '', ...body, ...stepsFolded(decisions)].join('\n');
}
