import { type Check, tierName } from '../../allocation/allocation.ts';
import type { AgentName } from '../../allocation/names.ts';
import { type Comparison, finding, rankInHead } from './comparison.ts';
import type { Finding } from './finding.ts';

const PARTS = ['schema', 'command', 'judge'] as const;

/** HF210: a check that is removed, loses a part or gets another, asks for less, or allows fewer steps up. */
export function checkRules(comparison: Comparison): readonly Finding[] {
  const { base, head } = comparison;
  return [...head.allocation.agents.values()].flatMap(({ name, check }) => {
    const before = base.allocation.agents.get(name)?.check ?? null;
    if (before === null) return [];
    if (check === null) {
      const position = head.allocation.at(['agents', name, 'check']);
      return [finding(comparison, 'HF210', `The check of ${name} is removed.`, position, { agent: name })];
    }
    return weakened(comparison, name, before, check);
  });
}

function weakened(comparison: Comparison, agent: AgentName, before: Check, after: Check): readonly Finding[] {
  const { base, head } = comparison;
  const say = (message: string, ...key: readonly string[]): Finding => {
    const position = head.allocation.at(['agents', agent, 'check', ...key]);
    return finding(comparison, 'HF210', message, position, { agent });
  };
  const findings = PARTS.filter((part) => before[part] !== null && after[part] === null).map((part) =>
    say(`The check of ${agent} no longer has its ${part}.`, part),
  );
  // Whether another file asks for as much, only its reader can tell.
  const sources = [sourcesOf(before), sourcesOf(after)] as const;
  for (const part of PARTS) {
    const [former, present] = sources.map((each) => each[part]);
    if (former !== null && present !== null && former !== present)
      findings.push(say(`The check of ${agent} has another ${part}: ${former} → ${present}.`, part));
  }
  if (before.judge !== null && after.judge !== null) {
    if (after.judge.minimum < before.judge.minimum) {
      const change = `from ${before.judge.minimum} to ${after.judge.minimum}`;
      findings.push(say(`The minimum of the judge of ${agent} is lowered ${change}.`, 'judge', 'minimum'));
    }
    const tier = rankInHead(comparison, before.judge.tier);
    if (tier !== null && after.judge.tier < tier) {
      const from = tierName(base.allocation, before.judge.tier);
      const change = `from ${from} to ${tierName(head.allocation, after.judge.tier)}`;
      findings.push(say(`The judge of ${agent} is lowered ${change}.`, 'judge', 'tier'));
    }
  }
  if (after.escalations < before.escalations) {
    const change = `from ${before.escalations} to ${after.escalations}`;
    findings.push(say(`After a failed check ${agent} may go up fewer steps: ${change}.`, 'escalations'));
  }
  return findings;
}

/** What each part judges by, in words; null for one that is not there. */
function sourcesOf({
  schema,
  command,
  judge,
}: Check): Readonly<Record<(typeof PARTS)[number], string | null>> {
  return {
    schema,
    command: command === null ? null : [command.file, ...command.args].join(' '),
    judge: judge?.prompt ?? null,
  };
}
