import type { Allocation } from '../../allocation/allocation.ts';
import { parseAllocation } from '../../allocation/parse.ts';
import { offBranch } from '../../allocation/policy/compare.ts';
import { type Inherit, LooserThanPolicy } from '../../allocation/policy/inherit.ts';
import { type PolicyReference, referenceText, shortReference } from '../../allocation/policy/reference.ts';
import { describe, UserError } from '../../errors.ts';
import type { ModelTable } from '../../usage/models/models.ts';
import { flatten } from './flatten.ts';

/** What stands where an `extends` points to. */
export type PolicyState =
  | {
      readonly kind: 'file';
      readonly bytes: Uint8Array;
      /** The branch of the policy's repository that its commit is not part of; null: it is on the default branch. */
      readonly off: string | null;
    }
  /** The repository was read, and has no such commit or file. */
  | { readonly kind: 'missing'; readonly what: string };

/** What was read, by `referenceText`: a policy, and those that it extends itself. */
export type Policies = ReadonlyMap<string, PolicyState>;

/** A policy may stand on another one, and that on a third. */
export const MOST_LEVELS = 3;

interface Laying {
  /** Commits that are on no default branch: of a file that was merged long ago they count all the same. */
  readonly off: 'refused' | 'allowed';
  /** Of a file that was not written for this policy what is looser is let be: the policy goes before it. */
  readonly looser: 'refused' | 'allowed';
}

/** Lays files on the policies that were read. */
export function inheritFrom(
  policies: Policies,
  shipped: ModelTable,
  laying: Laying = { off: 'refused', looser: 'refused' },
): Inherit {
  return (own, reference) => {
    const policy = policyAt(reference, policies, shipped, laying.off, [], own);
    const { allocation, problems } = flatten({ own, policy, reference, shipped });
    if (problems.length > 0 && laying.looser === 'refused') throw new LooserThanPolicy(problems);
    return allocation;
  };
}

/** A policy, laid on those that it extends itself. Throws `UserError`, placed at the `extends` of the file. */
export function policyAt(
  reference: PolicyReference,
  policies: Policies,
  shipped: ModelTable,
  off: Laying['off'],
  above: readonly string[],
  from: Pick<Allocation, 'file' | 'at'>,
): Allocation {
  const text = referenceText(reference);
  const short = shortReference(reference);
  const refuse = (what: string, fix: string | null): UserError =>
    new UserError([{ what, file: from.file, ...from.at(['extends']), fix }]);
  if (above.includes(text)) throw refuse(`The policy ${short} extends itself.`, 'Break the circle.');
  if (above.length === MOST_LEVELS) {
    const what = `The policies below ${short} are more than ${MOST_LEVELS} levels deep.`;
    throw refuse(what, 'Let one of them extend a lower one.');
  }
  const state = policies.get(text);
  if (state === undefined) throw refuse(`The policy ${short} was not read.`, null);
  if (state.kind === 'missing') throw refuse(state.what, 'Name a commit of its default branch that has it.');
  if (state.off !== null && off === 'refused') throw refuse(...offBranch(short, state.off));
  try {
    return parseAllocation(short, state.bytes, (own, next) => {
      const policy = policyAt(next, policies, shipped, off, [...above, text], own);
      const { allocation, problems } = flatten({ own, policy, reference: next, shipped });
      if (problems.length > 0) throw new UserError(problems);
      return allocation;
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      error.problems.map((problem) => ({
        what: `The policy cannot be used. ${describe(problem)}`,
        file: from.file,
        ...from.at(['extends']),
        fix: null,
      })),
    );
  }
}
