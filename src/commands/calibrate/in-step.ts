import type { Allocation } from '../../allocation/allocation.ts';
import { agentsIn } from '../../gather/agents.ts';
import { type AgentFile, inStep, type Judging, sectionIn, withSection } from '../../policy/agents/index.ts';
import { allocationSection } from '../../render/agents/section.ts';
import type { IsoWeek } from '../../time/week.ts';
import type { Scene } from './place.ts';

/** The files that a proposal changes so that sub-agents stay in step with the matrix. */
interface KeptInStep {
  /** Of `.claude/agents`. */
  readonly definitions: readonly AgentFile[];
  /** With the section that says who runs on what. */
  readonly memory: readonly AgentFile[];
}

/**
 * Where a proposal takes sub-agents out of step, the files as they have to be: those that were in step before, judged by
 * the week from which it holds, and each section that is there.
 * @param after the allocation with the proposal in it
 */
export async function keptInStep(
  { rules, source }: Pick<Scene, 'rules' | 'source'>,
  after: Allocation,
  { week, effect, cwd }: { readonly week: IsoWeek; readonly effect: IsoWeek; readonly cwd: string },
): Promise<KeptInStep> {
  const seen = await agentsIn(source, cwd);
  const before: Judging = { allocation: rules.allocation, table: rules.table, week };
  const section = allocationSection(after);
  const memory = seen.memory.flatMap(({ path, content }): readonly AgentFile[] => {
    const found = sectionIn(content);
    if (found.kind !== 'section' || found.text === section) return [];
    const changed = withSection(content, section);
    return changed === null ? [] : [{ path, content: changed }];
  });
  const { files } = inStep(seen.files, { ...before, allocation: after, week: effect }, before);
  return { definitions: files, memory };
}
