import type { Inherit } from '../../allocation/policy/inherit.ts';
import type { GithubEvent } from '../../github/event/index.ts';
import type { ProposedChange } from '../../policy/gate/index.ts';
import type { Call } from '../../surface/call.ts';
import type { OptionValues } from '../../surface/options/index.ts';
import { dateOf } from '../../time/week.ts';

/** Where policies can be read from. */
export type PolicyOptions = Pick<OptionValues, 'policy' | 'policyToken' | 'githubToken'>;

/** Who reads a policy. */
export interface PolicyCall extends Pick<Call<PolicyOptions>, 'env' | 'options' | 'cwd'> {
  /** What started the workflow; null or left out: nothing that a pull request has a say in. */
  readonly event?: GithubEvent | null;
  /** Remarks for people. */
  readonly notes?: string[];
}

/** Whether an allocation may extend a policy: most do not, and nothing is loaded for them. */
export function mayExtend(bytes: Uint8Array | null): bytes is Uint8Array {
  return bytes !== null && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('extends');
}

/**
 * Reads the policies that an allocation stands on, and gives what lays it on them; null: it extends none. Throws
 * `UserError` where one cannot be read, with what that takes.
 */
export async function inheritFor(bytes: Uint8Array | null, call: PolicyCall): Promise<Inherit | null> {
  if (!mayExtend(bytes)) return null;
  const { readInherit } = await import('./read.ts');
  return readInherit(bytes, call);
}

/** The changes with the policies that their files extend. Throws `UserError` for one that cannot be read. */
export async function onPolicies(
  judged: readonly ProposedChange[],
  call: PolicyCall & Pick<Call, 'now'>,
): Promise<readonly ProposedChange[]> {
  const mays = judged.some(({ base, head }) =>
    [base, head].some(({ allocation }) => allocation.kind === 'file' && mayExtend(allocation.bytes)),
  );
  if (!mays) return judged;
  const { withPolicies } = await import('./judged.ts');
  return withPolicies(judged, call, dateOf(call.now));
}
