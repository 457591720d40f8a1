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
 * have become looser than that without anybody's doing, so then, and of a base in any case, nobody asks.
 * @param kind how the head's policy stands to the base's
 */
export function laid(
  change: ProposedChange,
  before: PolicyStanding | null,
  after: PolicyStanding | null,
  kind: PolicyMove['kind'],
  today: IsoDate,
): ProposedChange {
  const shipped = shippedModels();
  const off = after === null ? null : offOf(after);
  const ground = kind === 'forward' && off === null ? after : before;
  const lay = ground && inheritFrom(ground.policies, shipped, { off: 'allowed', looser: 'allowed' });
  const strict = after && inheritFrom(after.policies, shipped, { off: 'allowed', looser: 'refused' });
  const looser = before === null || after === null || kind === 'same' ? [] : loosened(before, after, today);
  return {
    ...change,
    base: { ...change.base, inherit: lay && ((own) => lay(own, ground.reference)) },
    head: { ...change.head, inherit: strict },
    policyMove: after && { kind, off, looser },
  };
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
