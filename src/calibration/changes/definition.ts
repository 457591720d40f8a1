import {
  type Allocation,
  findAgent,
  rankOf,
  type TierDeclaration,
  tierAt,
} from '../../allocation/allocation.ts';
import { readDefinition, withModel } from '../../policy/session/index.ts';
import type { Move } from './move.ts';

/** A file of `.claude/agents`. */
export interface DefinitionFile {
  readonly path: string;
  readonly content: string;
}

/** The model of a tier, named as one of another tier is: by the tier's name, or by the id of the same provider. */
function alike(written: string, from: TierDeclaration, to: TierDeclaration): string | null {
  if (written === from.name) return to.name;
  if (written === from.model) return to.model;
  for (const [provider, id] of from.providers) {
    if (id === written) return to.providers.get(provider) ?? null;
  }
  return null;
}

/**
 * The files of sub-agents whose `model:` the moves make wrong, with the right one: those that name the tier that the
 * agent had, where after the moves no phase has it any more. What does not name it now was out of step before.
 * @param after the allocation with the moves in it
 */
export function definitionsInStep(
  files: readonly DefinitionFile[],
  moves: readonly Move[],
  after: Allocation,
): readonly DefinitionFile[] {
  return files.flatMap(({ path, content }): readonly DefinitionFile[] => {
    const reading = readDefinition(path, content);
    if (reading.kind !== 'definition') return [];
    const agent = findAgent(after, reading.definition.name);
    const move = moves.find((each) => each.agent === agent?.name && each.kind !== 'trial');
    const [from, to] = [move?.from, move?.to].map((name) =>
      name === undefined ? null : rankOf(after, name),
    );
    if (agent === null || from == null || to == null) return [];
    const isKept = after.phases.some(
      (phase) => (after.matrix.get(phase)?.get(agent.name)?.tier ?? agent.assigned) === from,
    );
    if (isKept) return [];
    const changed = withModel(content, (written) => alike(written, tierAt(after, from), tierAt(after, to)));
    return changed === content ? [] : [{ path, content: changed }];
  });
}
