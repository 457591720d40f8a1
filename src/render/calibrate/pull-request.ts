import { type Move, marksOf } from '../../calibration/changes/index.ts';
import type { WhatIf } from '../../calibration/replay/index.ts';
import {
  type Calibration,
  type CostOfChange,
  type Proposal,
  unwantedRate,
} from '../../calibration/rules/index.ts';
import type { EscalationModel } from '../../generated/escalation-model.ts';
import { fitToBudget } from '../budget.ts';
import { mondayAfter, weekdayText } from '../dates.ts';
import { inMarkdown, inMarkdownCode, markdownLink } from '../escape.ts';
import { count, dollars, number, signedDollars, wholePercent } from '../figures.ts';
import { tableHead, tableRow } from '../tables.ts';
import { whatIfSections } from '../what-if/markdown.ts';
import { headline } from '../what-if/words.ts';
import { cellName, situationsText } from '../words.ts';
import { fenced, hunksOf } from './hunk.ts';
import { reasonInMarkdown } from './move-words.ts';
import { proposalSentence } from './sentence.ts';
import { evidenceText, shareChange } from './words.ts';

/** A pull request that proposes changes of the matrix, before it is written. */
export interface PullRequestWords {
  readonly calibration: Calibration;
  /** The week from which on it holds. */
  readonly effect: string;
  /** The ledger's commit; null: there is none yet. */
  readonly ledger: string | null;
  readonly moves: readonly Move[];
  /** The text of the allocation. */
  readonly change: { readonly before: string; readonly after: string };
  /** Files of sub-agents that change with it. */
  readonly definitions: readonly string[];
  /** The files whose section with the floors and the matrix it writes anew. */
  readonly memory: readonly string[];
  /** The model that advises, where it is made anew; null: it is not. */
  readonly advice: { readonly path: string; readonly model: EscalationModel } | null;
  readonly gate: { readonly situations: number; readonly warnings: readonly string[] };
  /** What the change would have cost in the last weeks; null: they hold no runs. */
  readonly whatIf: WhatIf | null;
  /** Closed pull requests that proposed the same, by their numbers. */
  readonly closed: readonly number[];
  readonly base: string;
  /** Null: nobody knows which token opens it. */
  readonly isWorkflowToken: boolean | null;
  /** The address that pages of the documents are relative to; empty: unknown. */
  readonly docs: string;
}

export type Signature = 'valid' | 'invalid' | 'none';

/** Rows of evidence that are shown week by week; the weeks before are one row. */
const MOST_WEEKS = 8;
/** Characters of the what-if. */
const WHAT_IF = 10_000;
/** Cells of one kind that are named. */
const MOST_CELLS = 10;

function cellText({ agent, phase }: { readonly agent: string; readonly phase: string }): string {
  return inMarkdown(`${agent} in ${phase}`);
}

function costWords(cost: CostOfChange | null): string {
  if (cost === null) return 'What it would cost is not known.';
  const { microusd, share } = cost;
  const part = share === null ? '' : ` (${shareChange(share)} of what the cell costs)`;
  return `It would cost about ${dollars(Math.abs(microusd))} a week ${microusd < 0 ? 'less' : 'more'}${part}.`;
}

/** The finding of a move, first of all. */
function finding(move: Move, whatIf: WhatIf | null): string {
  const { kind, from, to, proposal, note, edit } = move;
  const cell = cellText(move);
  // A trial that begins is no part of a replay.
  const isReplayed = whatIf !== null && kind !== 'trial';
  const cost = proposal === null || isReplayed ? '' : ` ${costWords(proposal.cost)}`;
  if (proposal === null) {
    return `**${cell} should run on ${inMarkdown(to)} instead of ${inMarkdown(from)}, ${inMarkdown(note?.by ?? '')} says: ${reasonInMarkdown(note?.because ?? '')}.** The ledger alone does not call for it.`;
  }
  const { counts, estimate } = proposal;
  switch (kind) {
    case 'promote':
      return `**${cell} should run on ${to}: ${wholePercent(estimate.rate)} of its work on ${from} has to be done again.**${cost}`;
    case 'demote':
      return `**${cell} can run on ${to}: of ${count(counts.n, 'run')} on trial ${counts.x} had to be done again.**${cost}`;
    case 'trial':
      return `**${cell} should try ${to} in ${wholePercent(edit.trial?.share ?? 0)} of its runs, until week ${edit.trial?.until}: on ${from} it is good.** How good ${to} is there, nobody has seen.${cost}`;
    case 'revert':
      return `**The trial of ${from} in ${cell} should end: ${proposal.why === 'harm' ? `${counts.x} of ${count(counts.n, 'run')} had to be done again` : 'it came to no verdict'}.**`;
  }
}

function evidenceTable({ kind, weeks, counts, evidence, threshold }: Proposal): readonly string[] {
  if (weeks.length === 0) return [];
  const early = weeks.slice(0, Math.max(0, weeks.length - MOST_WEEKS));
  const sum = (of: 'n' | 'x'): number => early.reduce((total, each) => total + each[of], 0);
  const before = early.at(-1);
  const rows = [
    ...(before === undefined
      ? []
      : [[`up to ${before.week}`, number(sum('n')), number(sum('x')), evidenceText(before.evidence)]]),
    ...weeks
      .slice(-MOST_WEEKS)
      .map(({ week, n, x, evidence: after }) => [week, number(n), number(x), evidenceText(after)]),
    [
      '**All**',
      `**${number(counts.n)}**`,
      `**${number(counts.x)}**`,
      // What a trial rests on is no evidence of rework: the sentence below says it.
      kind === 'trial' ? '' : `**${evidenceText(evidence)}, needs ${evidenceText(threshold)}**`,
    ],
  ];
  const head = tableHead(['Week', 'Matured runs', 'Rework', 'Evidence after'], new Set([1, 2, 3]));
  return [head, ...rows.map(tableRow), ''];
}

function why(move: Move, { policy }: Calibration, words: PullRequestWords): readonly string[] {
  const { proposal, note } = move;
  const noted =
    note === null
      ? []
      : [
          `${inMarkdown(note.by)} noted on ${weekdayText(note.on)}: “${reasonInMarkdown(note.because)}”.${proposal === null ? '' : ' The ledger agrees:'}`,
          '',
        ];
  const evident =
    proposal === null
      ? []
      : [
          ...evidenceTable(proposal),
          inMarkdown(proposalSentence(proposal, policy.reworkAllowed, unwantedRate(policy)), 1000),
          '',
        ];
  const title =
    words.moves.length === 1 ? [] : [`**${inMarkdown(cellName(move.agent, move.phase) ?? '')}**`, ''];
  return [...title, ...noted, ...evident];
}

function costLines({ cost, removed, rescued, paysFrom }: Proposal, cell: string): readonly string[] {
  const basis =
    cost === null
      ? ''
      : cost.basis === 'measured'
        ? `, measured on ${count(cost.pairs, 'pair')} of runs at one task`
        : ', at list prices, as if the same tokens were used';
  const part = cost?.share == null ? '' : ` (${shareChange(cost.share)})`;
  const interval =
    cost === null ? '' : `, 80% interval ${signedDollars(cost.low)} to ${signedDollars(cost.high)}`;
  const money =
    cost === null ? 'not known' : `${signedDollars(cost.microusd)} a week${part}${interval}${basis}`;
  const rework =
    removed === null || rescued.n === 0 ? 'not known' : `at most ${removed.toFixed(1)} a week less`;
  const pays =
    paysFrom === null || paysFrom === 0
      ? []
      : [`It pays for itself where a rework costs people more than ${dollars(paysFrom)}.`];
  return [`- **${inMarkdown(cell)}:** ${money}. Rework: ${rework}. ${pays.join('')}`.trimEnd()];
}

function whatItCosts({ moves, whatIf }: PullRequestWords): readonly string[] {
  if (whatIf !== null) {
    const [, ...rest] = whatIfSections(whatIf);
    const text = fitToBudget(rest, WHAT_IF, (each) => each.length);
    return ['### What it costs', '', text, ''];
  }
  const lines = moves.flatMap(({ proposal, kind, agent, phase }) =>
    proposal === null || kind === 'revert' ? [] : costLines(proposal, cellName(agent, phase) ?? ''),
  );
  return lines.length === 0 ? [] : ['### What it costs', '', ...lines, ''];
}

function whatYouCanDo(words: PullRequestWords, signature: Signature | null): readonly string[] {
  const { calibration, base, isWorkflowToken, docs, gate, closed } = words;
  const monday = weekdayText(mondayAfter(calibration.week));
  const dated = words.moves.some(({ kind }) => kind === 'promote' || kind === 'demote');
  const merge = dated
    ? `- **Merge** it by Sunday, and it holds from ${monday} on. It is dated anew when its week has passed.`
    : '- **Merge** it, and it holds from then on.';
  const tokens =
    docs === '' ? 'With an App token' : markdownLink('With an App token', `${docs}docs/calibrate.md#tokens`);
  const waits = `- ⚠️ **The checks wait for a click:** this was opened with \`GITHUB_TOKEN\`. Choose *Approve workflows to run* below. ${tokens} they start by themselves.`;
  const signed: Readonly<Record<Signature, string>> = {
    valid: '- **Signed:** one commit, and GitHub says that its signature is valid.',
    invalid: '- ⚠️ **The commit has a signature that GitHub does not take for valid.**',
    none: '- ⚠️ **The commit is not signed:** a rule that asks for signatures keeps it from being merged.',
  };
  const again =
    closed.length === 0
      ? []
      : [
          words.moves.every(({ kind }) => kind === 'revert')
            ? `- **Again:** ${closed.map((each) => `#${each}`).join(', ')} proposed this before and was closed; a trial that ought to end does not wait for more evidence.`
            : `- **New evidence:** ${closed.map((each) => `#${each}`).join(', ')} proposed this before and was closed. More runs have matured since, and the evidence is no weaker.`,
        ];
  return [
    '### What you can do',
    '',
    merge,
    '- **Close** it: not proposed again for 4 weeks, and then only on new evidence.',
    '- **Edit** it: push to the branch, and nothing is pushed over it.',
    `- [ ] **Redo** it: tick this to throw such commits away and start from ${inMarkdownCode(base)}.`,
    ...again,
    ...(signature === null ? [] : [signed[signature]]),
    ...(isWorkflowToken === true ? [waits] : []),
    `- The gate was run here already: ✅ every floor holds, ${situationsText(gate.situations)}.${gate.warnings.length === 0 ? '' : ` It warns: ${gate.warnings.map((each) => inMarkdown(each)).join(' ')}`}`,
    '',
  ];
}

function named(cells: readonly { readonly agent: string; readonly phase: string }[]): string {
  const shown = cells
    .slice(0, MOST_CELLS)
    .map(({ agent, phase }) => inMarkdown(cellName(agent, phase) ?? ''));
  const rest = cells.length - shown.length;
  return `${shown.join(', ')}${rest === 0 ? '' : ` and ${number(rest)} more`}`;
}

function notProposed({ calibration }: PullRequestWords): readonly string[] {
  const { cells, proposals, postponed, policy } = calibration;
  const of = (status: string) =>
    cells
      .filter((each) => each.status === status)
      .map(({ known: { cell }, needed }) => ({ ...cell, needed }));
  const list = (
    title: string,
    found: readonly { readonly agent: string; readonly phase: string }[],
  ): string[] => (found.length === 0 ? [] : [`**${title}:** ${named(found)}.`]);
  const nearest = of('insufficient').filter(({ needed }) => needed !== null);
  const [next] = nearest.sort((a, b) => (a.needed ?? 0) - (b.needed ?? 0));
  const short =
    next === undefined
      ? []
      : [
          `**Not enough data:** ${count(nearest.length, 'cell')}; ${inMarkdown(cellName(next.agent, next.phase) ?? '')} needs about ${number(next.needed ?? 0)} more runs.`,
        ];
  return [
    `${count(calibration.monitored, 'cell')} had runs to look at; at most ${policy.falseProposalsPerYear} false proposals a year over all of them.`,
    ...list(
      'Mend the prompt, the specification or the tests',
      proposals.filter(({ kind }) => kind === 'fix-spec'),
    ),
    ...list('Due, but not this week', postponed),
    ...list('Watch', of('watch')),
    ...short,
    ...list('Stable', of('stable')),
  ];
}

/** Says of the model that advises what it is, and that it decides nothing. */
function adviceLine({ advice }: PullRequestWords): readonly string[] {
  if (advice === null) return [];
  const { path, model } = advice;
  const { n, events } = model.trained_on;
  const { pass, reasons } = model.gate;
  const how = pass
    ? `a regression that beat the plain table out of time (AUC ${model.metrics?.auc?.toFixed(2) ?? 'not known'})`
    : `the plain table, for the regression must not advise. ${reasons.map((reason) => inMarkdown(reason)).join(' ')}`;
  const text = `It brings ${inMarkdownCode(path)} up to date, which advises and decides nothing: from ${number(n)} first attempts on ${inMarkdown(model.tier)}, ${number(events)} of them done again, ${how}`;
  return [text.endsWith('.') ? text : `${text}.`, ''];
}

/** The section that people and agents read before they start. */
function memoryLine({ memory }: PullRequestWords): readonly string[] {
  if (memory.length === 0) return [];
  const files = memory.map((path) => inMarkdownCode(path)).join(', ');
  return [`It writes the section of ${files} with the floors and the matrix anew.`, ''];
}

/** The text of the pull request: the finding, the change, why, what it costs, what to do; the rest folded. */
export function pullRequestBody(words: PullRequestWords, signature: Signature | null): string {
  const { calibration, moves, change, ledger, definitions, effect } = words;
  const command = `haiku-first calibrate --dry-run --week ${calibration.week} --ledger origin`;
  return [
    ...marksOf(moves, ledger),
    moves.map((move) => finding(move, words.whatIf)).join('\n\n'),
    ...(words.whatIf === null ? [] : ['', headline(words.whatIf)]),
    '',
    fenced('diff', hunksOf(change.before, change.after)),
    '',
    ...(definitions.length === 0
      ? []
      : [
          `With it changes the \`model:\` of ${definitions.map((path) => inMarkdownCode(path)).join(', ')}, as soon as it is merged.`,
          '',
        ]),
    ...memoryLine(words),
    ...adviceLine(words),
    '### Why',
    '',
    ...moves.flatMap((move) => why(move, calibration, words)),
    ...whatItCosts(words),
    ...whatYouCanDo(words, signature),
    '<details>',
    '<summary>Check it yourself, and what was not proposed</summary>',
    '',
    `${inMarkdownCode(command)} at ledger commit ${ledger === null ? 'none' : inMarkdownCode(ledger.slice(0, 12))} finds the same proposals. In effect from ${effect} on.`,
    '',
    notProposed(words).join('\n\n'),
    '',
    '</details>',
  ].join('\n');
}
