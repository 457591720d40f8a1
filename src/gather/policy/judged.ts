import { isSamePolicy } from '../../allocation/policy/compare.ts';
import type { PolicyReference } from '../../allocation/policy/reference.ts';
import { UserError } from '../../errors.ts';
import {
  type FileState,
  isUntouched,
  type PolicyMove,
  type ProposedChange,
} from '../../policy/gate/index.ts';
import { laid, type PolicyStanding } from '../../policy/inherited/index.ts';
import type { IsoDate } from '../../time/week.ts';
import { mayExtend, type PolicyCall } from './inherit.ts';
import { extendedBy, readChain } from './read.ts';
import { type PolicySources, policySources } from './sources.ts';

/**
 * The changes with the policies that both sides extend. Throws `UserError` where one cannot be read: what is not known
 * is not judged. Of files that nobody touches it is a remark, and is kept for those of sub-agents.
 */
export async function withPolicies(
  judged: readonly ProposedChange[],
  call: PolicyCall,
  today: IsoDate,
): Promise<readonly ProposedChange[]> {
  const sources = policySources(call);
  try {
    const changes: ProposedChange[] = [];
    for (const change of judged) changes.push(await withPolicy(change, sources, call, today));
    return changes;
  } finally {
    sources.close();
  }
}

async function withPolicy(
  change: ProposedChange,
  sources: PolicySources,
  call: PolicyCall,
  today: IsoDate,
): Promise<ProposedChange> {
  try {
    const before = await standingOf(change.base.allocation, sources);
    const after = await standingOf(change.head.allocation, sources);
    if (before === null && after === null) return change;
    const kind =
      before === null || after === null ? 'new' : await moveOf(before.reference, after.reference, sources);
    const tip = kind === 'forward' && after !== null ? await tipOf(after.reference, sources) : null;
    return laid(change, before, after, kind, today, tip);
  } catch (error) {
    if (!(error instanceof UserError && isUntouched(change))) throw error;
    call.notes?.push(`Neither file is touched; resolve cannot read the policy either. ${error.message}`);
    return { ...change, head: { ...change.head, inherit: (own) => own }, policyUnread: error };
  }
}

async function standingOf(state: FileState, sources: PolicySources): Promise<PolicyStanding | null> {
  const reference = state.kind === 'file' && mayExtend(state.bytes) ? extendedBy(state.bytes) : null;
  return reference === null ? null : { reference, policies: await readChain(reference, sources) };
}

/** The same policy at the tip of its default branch. */
async function tipOf(reference: PolicyReference, sources: PolicySources): Promise<PolicyStanding | null> {
  const tip = await sources.tip(reference);
  return tip === null ? null : { reference: tip, policies: await readChain(tip, sources) };
}

async function moveOf(
  before: PolicyReference,
  after: PolicyReference,
  sources: PolicySources,
): Promise<PolicyMove['kind']> {
  if (!isSamePolicy(before, after)) return 'aside';
  if (before.commit === after.commit) return 'same';
  if (await sources.descends(before, after)) return 'forward';
  return (await sources.descends(after, before)) ? 'back' : 'aside';
}
