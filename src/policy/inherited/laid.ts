import { type PolicyReference, shortReference } from '../../allocation/policy/reference.ts';
import { UserError } from '../../errors.ts';
import type { IsoDate } from '../../time/week.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import { looserThan, type PolicyMove, type ProposedChange } from '../gate/index.ts';
import { inheritFrom, type Policies, policyAt } from './policies.ts';

/** What a version of the allocation extends, and all that was read of it. */
export interface PolicyStanding {
  readonly reference: PolicyReference;
  readonly policies: Policies;
}

/**
 * A change, each side laid on its policy. Where the head's policy is a later one of the base's, on the default branch, the
 * base is laid on it as well: what an organisation has changed in its own reviewed file is no change of this one. It may
 * have become looser than that without anybody's doing, so then, and of a base in any case, nobody asks. A commit that
 * asks for less counts only where the tip of the default branch asks for no more: what a topic branch had in between is
 * in the history, too, once that is merged, and only what came out of it has been reviewed.
 * @param kind how the head's policy stands to the base's
 * @param tip the head's policy at the tip of its default branch; null: nobody asked
 */
export function laid(
  change: ProposedChange,
  before: PolicyStanding | null,
  after: PolicyStanding | null,
  kind: PolicyMove['kind'],
  today: IsoDate,
  tip: PolicyStanding | null = null,
): ProposedChange {
  const shipped = shippedModels();
  const move = moveTo(before, after, kind, today, tip);
  const off = after === null ? null : offOf(after);
  const ground = move.kind === 'forward' && off === null ? after : before;
  const lay = ground && inheritFrom(ground.policies, shipped, { off: 'allowed', looser: 'allowed' });
  const strict = after && inheritFrom(after.policies, shipped, { off: 'allowed', looser: 'refused' });
  return {
    ...change,
    base: { ...change.base, inherit: lay && ((own) => lay(own, ground.reference)) },
    head: { ...change.head, inherit: strict },
    policyMove: after && { ...move, off },
  };
}

function moveTo(
  before: PolicyStanding | null,
  after: PolicyStanding | null,
  kind: PolicyMove['kind'],
  today: IsoDate,
  tip: PolicyStanding | null,
): Pick<PolicyMove, 'kind' | 'looser'> {
  if (before === null || after === null || kind === 'same') return { kind, looser: [] };
  const looser = loosened(before, after, today);
  if (kind !== 'forward' || looser.length === 0 || tip === null) return { kind, looser };
  const stillAsked = loosened(tip, after, today);
  return stillAsked.length === 0 ? { kind, looser } : { kind: 'passed', looser: stillAsked };
}

/** A default branch that a commit in the chain is not on; null: none. */
function offOf({ policies }: PolicyStanding): string | null {
  for (const state of policies.values()) if (state.kind === 'file' && state.off !== null) return state.off;
  return null;
}

/** In what the later policy asks for less. One that cannot be used is found where it is laid under the file. */
function loosened(before: PolicyStanding, after: PolicyStanding, today: IsoDate): readonly string[] {
  const shipped = shippedModels();
  const read = ({ reference, policies }: PolicyStanding) => {
    const place = { file: shortReference(reference), at: () => ({ line: 1, column: 1 }) };
    return policyAt(reference, policies, shipped, 'allowed', [], place);
  };
  try {
    return looserThan(read(before), read(after), shipped, today);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
