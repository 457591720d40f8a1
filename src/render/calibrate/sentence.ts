import type { Proposal } from '../../calibration/rules/index.ts';
import { count, wholePercent } from '../figures.ts';
import { cellName } from '../words.ts';
import { evidenceText, percentInterval, shortWeeks } from './words.ts';

const WEEKS_OF_A_YEAR = 52;

function years(weeks: number): string {
  const whole = Math.floor(weeks / WEEKS_OF_A_YEAR);
  return whole >= 1 ? count(whole, 'year') : count(Math.floor(weeks), 'week');
}

function runsText({ counts, weeks }: Proposal): string {
  return `${counts.x} of ${count(counts.n, 'matured run')} in ${shortWeeks(weeks)} needed rework`;
}

function evidenceSentence(proposal: Proposal, allowed: number): string {
  const { estimate, evidence, threshold } = proposal;
  const rate = `${wholePercent(estimate.rate)} (80% interval ${percentInterval([estimate.low, estimate.high])})`;
  return [
    `${runsText(proposal)}; the shrunken rate is ${rate}, and ${wholePercent(allowed)} are allowed.`,
    `Evidence ${evidenceText(evidence)}, needs ${evidenceText(threshold)}: were the true rate ${wholePercent(allowed)}, this cell would raise a false alarm at most once in ${years(threshold)} on average.`,
  ].join(' ');
}

function rescueSentence({ rescued, rescuedHigher, to }: Proposal): string {
  const next =
    rescued.n === 0
      ? `Whether ${to} would help is not known: no failed run was escalated to it.`
      : `${to} passed in ${rescued.x} of the ${count(rescued.n, 'failed run')} that ${rescued.n === 1 ? 'was' : 'were'} escalated to it.`;
  const higher = rescuedHigher.map(({ tier, n, x }) => `${tier} passed in ${x} of ${n}.`);
  return [next, ...higher].join(' ');
}

/** The evidence of a proposal, in a sentence or two that a reviewer can check against the table. */
export function proposalSentence(proposal: Proposal, allowed: number, unwanted: number): string {
  const { kind, agent, phase, from, to, counts, evidence, trial, why, rescued } = proposal;
  const cell = cellName(agent, phase);
  const change = `${cell} ${from} → ${to}`;
  const onTrial = `in the trial ${trial?.id}, ${counts.x} of ${count(counts.n, 'matured run')} on ${kind === 'demote' ? to : from} needed rework`;
  switch (kind) {
    case 'promote':
      return `${change}: ${evidenceSentence(proposal, allowed)} ${rescueSentence(proposal)}`;
    case 'fix-spec': {
      const failed = rescued.n - rescued.x;
      const reason =
        why === 'higher-tier-fails'
          ? `The next tier failed too, in ${failed} of the ${count(rescued.n, 'failed run')} that it was given`
          : `It may not run on a higher tier than ${from}`;
      return `${cell} stays on ${from}: ${evidenceSentence(proposal, allowed)} ${reason}: mend the prompt, the specification or the tests.`;
    }
    case 'demote':
      return `${change}: ${onTrial}. Evidence that it is good enough ${evidenceText(evidence)}, needs ${evidenceText(proposal.threshold)}: of tiers with ${wholePercent(unwanted)} rework at most one in ${proposal.threshold} gets so far.`;
    case 'revert':
      return why === 'harm'
        ? `${cell} back to ${to}: ${onTrial}. Evidence that it is worse than the ${wholePercent(allowed)} that are allowed ${evidenceText(evidence)}, needs ${evidenceText(proposal.threshold)}.`
        : `${cell} stays on ${to}: the trial ${trial?.id} ends without a verdict; ${counts.x} of ${count(counts.n, 'matured run')} on ${from} needed rework.`;
    case 'trial':
      return `${cell} tries ${to} in ${wholePercent(trial?.share ?? 0)} of its runs, for about ${count(trial?.weeks ?? 0, 'week')}: ${runsText(proposal)} on ${from}, which is good enough with probability ${wholePercent(Math.min(evidence, 0.99))}. How good ${to} is, nobody has seen.`;
  }
}
