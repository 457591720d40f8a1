import { type Check, tierName } from '../../../../allocation/allocation.ts';
import type { AgentName } from '../../../../allocation/names.ts';
import type { Found, Rule } from '../../rule.ts';
import { type RuleContext, rankInHead } from '../../rule-context.ts';

const PARTS = ['schema', 'command', 'judge'] as const;

export const checkWeakened: Rule = {
  id: 'HF210',
  name: 'check-weakened',
  severity: 'warning',
  purpose: 'The check of an agent is removed or replaced, asks for less, or allows fewer steps up.',
  remedy: 'check that answers which used to fail may pass now; nothing is blocked.',
  breach: false,
  checks: {
    change: (context) => {
      const { base, head } = context;
      return [...head.allocation.agents.values()].flatMap(({ name, check }) => {
        const before = base.allocation.agents.get(name)?.check ?? null;
        if (before === null) return [];
        if (check !== null) return weakened(context, name, before, check);
        const at = head.allocation.at(['agents', name, 'check']);
        return [{ message: `The check of ${name} is removed.`, at, agent: name }];
      });
    },
  },
};

function weakened(context: RuleContext, agent: AgentName, before: Check, after: Check): readonly Found[] {
  const { base, head } = context;
  const say = (message: string, ...key: readonly string[]): Found => {
    const at = head.allocation.at(['agents', agent, 'check', ...key]);
    return { message, at, agent };
  };
  const findings = PARTS.filter((part) => before[part] !== null && after[part] === null).map((part) =>
    say(`The check of ${agent} no longer has its ${part}.`, part),
  );
  // Whether another file asks for as much, only its reader can tell.
  const sources = [sourcesOf(before), sourcesOf(after)] as const;
  for (const part of PARTS) {
    const [former, present] = sources.map((each) => each[part]);
    if (former !== null && present !== null && former !== present)
      findings.push(say(`The check of ${agent} has a different ${part}: ${former} → ${present}.`, part));
  }
  if (before.judge !== null && after.judge !== null) {
    if (after.judge.minimum < before.judge.minimum) {
      const change = `from ${before.judge.minimum} to ${after.judge.minimum}`;
      findings.push(say(`The minimum of the judge of ${agent} is lowered ${change}.`, 'judge', 'minimum'));
    }
    const tier = rankInHead(context, before.judge.tier);
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
