import { UserError } from '../../errors.ts';
import {
  type DraftedAgent,
  type DraftInput,
  draftedAgents,
  exampleAgents,
  mainAgent,
  type Unnamed,
} from './agents.ts';
import { allocationText } from './text.ts';
import { newestModel } from './tier.ts';

export {
  type DraftedAgent,
  type DraftInput,
  FLOOR_TIER,
  type FoundSubAgent,
  type Unnamed,
} from './agents.ts';

/** A first allocation. */
export interface AllocationDraft {
  readonly text: string;
  readonly agents: readonly DraftedAgent[];
  readonly unnamed: readonly Unnamed[];
  /** It rests on no sub-agent: the agents are an example. */
  readonly isExample: boolean;
}

/** Drafts an allocation. Throws `UserError` where a staged start has nothing to start with. */
export function draftAllocation(input: DraftInput): AllocationDraft {
  const { table, today, staged, sessionModel } = input;
  const { agents: found, unnamed } = draftedAgents(input.subAgents, input);
  const isExample = found.length === 0;
  const session = sessionModel === null ? null : mainAgent(sessionModel, table, today);
  const isFree = session !== null && !found.some(({ name }) => name === session.name);
  const main = isFree ? [{ ...session, later: staged && session.tier !== 'haiku' }] : [];
  const agents = [...(isExample ? exampleAgents(staged) : found), ...main];
  if (staged && !agents.some(({ later, floor }) => !later && floor === null))
    throw new UserError(
      'A staged start begins with the sub-agents that run on haiku, and none of them does.',
      'Write model: haiku into the files of those that are of low risk, or leave --staged out.',
    );
  const lines = new Set(agents.map(({ tier }) => tier));
  const models = (['haiku', 'sonnet', 'opus', 'fable', 'mythos'] as const).flatMap((line) => {
    const model = newestModel(line, table, today);
    const isUsual = line === 'haiku' || line === 'sonnet' || line === 'opus';
    return model !== null && (isUsual || lines.has(line)) ? [{ line, model }] : [];
  });
  return { text: allocationText(input, { agents, models, isExample }), agents, unnamed, isExample };
}
