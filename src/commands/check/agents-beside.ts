import type { Allocation } from '../../allocation/allocation.ts';
import { agentsAt } from '../../gather/agents.ts';
import type { CommitId, CommitReader } from '../../git/index.ts';
import { type AgentsVersion, driftMadeBy, type Judging } from '../../policy/agents/index.ts';
import { tableOf } from '../../policy/decision/models-of-tiers.ts';
import { agentFindings, type Finding, type GateContext } from '../../policy/gate/index.ts';
import { allocationSection } from '../../render/agents/section.ts';
import { weekOf } from '../../time/week.ts';

/** The allocations that sub-agents are held against; null where there is none that can be read. */
interface Allocations {
  readonly base: Allocation | null;
  readonly head: Allocation | null;
  /** What merging makes of it. */
  readonly merged: Allocation | null;
}

/** What the gate finds in the files that say what sub-agents run on, where a change touches them or the allocation. */
export async function agentsBeside(
  reader: CommitReader,
  span: { readonly base: CommitId; readonly head: CommitId },
  { base, head, merged }: Allocations,
  context: GateContext,
  now: Date,
): Promise<readonly Finding[]> {
  // A head that cannot be read is refused by other rules; the base's floors hold meanwhile.
  const after = head ?? base;
  if (after === null) return [];
  const judgingOf = (allocation: Allocation): Judging => ({
    allocation,
    table: tableOf(allocation, context.shipped),
    week: weekOf(now, allocation.budget?.timezone ?? 'UTC'),
  });
  const versionOf = async (commit: CommitId, allocation: Allocation | null): Promise<AgentsVersion> => ({
    judging: allocation === null ? null : judgingOf(allocation),
    seen: await agentsAt(reader, commit),
    section: allocationSection(allocation ?? after),
  });
  const before = await versionOf(span.base, base);
  const version = await versionOf(span.head, after);
  const made = driftMadeBy(before, version, judgingOf(merged ?? after));
  const { files, skills = [], settings, memory } = version.seen;
  return agentFindings(made, [...files, ...skills, ...settings, ...memory], context, span);
}
