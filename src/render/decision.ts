import type { ResolveDocument } from '../generated/resolve.ts';
import type { Decision } from '../policy/decision/resolve.ts';
import type { ClaudeCode, SubAgent } from '../policy/session/index.ts';
import type { Afterwards } from './afterwards.ts';
import { inMarkdown, inMarkdownCode, inPlainLine } from './escape.ts';
import { NONE } from './figures.ts';
import { tableHead, tableRow } from './tables.ts';

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

function verb(decision: Decision): string {
  const cell = `${decision.agent} in ${decision.phase}`;
  switch (decision.decision) {
    case 'run':
      return `run: ${cell} on ${decision.tier} (${decision.model})`;
    case 'defer':
      return `defer: ${cell} is not started now`;
    case 'refuse':
      return `refuse: ${cell} may not run like this`;
  }
}

/** One decision for people: what, then each step that led there, and what becomes of what does not run. */
export function renderDecision(decision: Decision, afterwards: Afterwards | null): string {
  const effort = decision.effort === null ? '' : ` · effort ${decision.effort}`;
  const critical = decision.critical ? ' · critical' : '';
  const floor = decision.floor === null ? '' : ` · floor ${decision.floor}`;
  return [
    verb(decision),
    ...decision.trace.map((line) => `  ${inPlainLine(line.text, 400)}`),
    `  week ${decision.week} · zone ${decision.zone}${floor}${effort}${critical}`,
    ...(afterwards === null ? [] : [`  next: ${afterwards.next}`, `  to run it now: ${afterwards.sooner}`]),
  ].join('\n');
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

/** Decisions for the job summary: the finding, what happens next, and a table of why. */
export function renderDecisionSummary(decisions: readonly Decision[], afterwardsOf: AfterwardsOf): string {
  const rows = decisions.map((decision) => {
    const cell = `${inMarkdown(decision.agent)}/${inMarkdown(decision.phase)}`;
    const model = decision.model === null ? NONE : inMarkdownCode(decision.model);
    const why = decision.trace.map((line) => inMarkdown(line.text)).join(' · ');
    return tableRow([cell, decision.decision, decision.tier ?? NONE, model, decision.zone, why]);
  });
  const head = tableHead(['agent/phase', 'decision', 'tier', 'model', 'zone', 'why']);
  const after = fates(decisions, afterwardsOf).map(
    ({ next, agents }) => `- **${agents.map((agent) => inMarkdown(agent)).join(', ')}**: ${inMarkdown(next)}`,
  );
  const [only] = decisions.length === 1 ? decisions : [];
  const sooner = only === undefined ? null : afterwardsOf(only);
  return [
    `### ${headingOf(decisions)}`,
    '',
    ...(after.length === 0 ? [] : [...after]),
    ...(sooner === null ? [] : [`- **To run it now**: ${inMarkdown(sooner.sooner)}`]),
    ...(after.length === 0 ? [] : ['']),
    head,
    ...rows,
    '',
  ].join('\n');
}
