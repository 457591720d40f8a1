import type { Inherit } from '../../allocation/policy/inherit.ts';
import { type PolicyReference, parseReference, referenceText } from '../../allocation/policy/reference.ts';
import { readSource } from '../../allocation/source.ts';
import { UserError } from '../../errors.ts';
import { inheritFrom, MOST_LEVELS, type Policies, type PolicyState } from '../../policy/inherited/index.ts';
import { shippedModels } from '../../usage/models/shipped.ts';
import type { PolicyCall } from './inherit.ts';
import { type PolicySources, policySources } from './sources.ts';

/** What a file extends; null: nothing, or it cannot be read, which is said where it is parsed. */
export function extendedBy(bytes: Uint8Array): PolicyReference | null {
  try {
    const { value } = readSource('', bytes);
    const found = typeof value === 'object' && value !== null && 'extends' in value ? value.extends : null;
    return typeof found === 'string' ? parseReference(found) : null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Reads a policy and those that it stands on, as many as there may be. Throws `UserError` for one that cannot be had. */
export async function readChain(first: PolicyReference, sources: PolicySources): Promise<Policies> {
  const policies = new Map<string, PolicyState>();
  let next: PolicyReference | null = first;
  while (next !== null && policies.size < MOST_LEVELS && !policies.has(referenceText(next))) {
    const state: PolicyState = await sources.read(next);
    policies.set(referenceText(next), state);
    next = state.kind === 'file' ? extendedBy(state.bytes) : null;
  }
  return policies;
}

/** What lays an allocation on the policies that it stands on; null: it extends none. Throws `UserError`. */
export async function readInherit(bytes: Uint8Array, call: PolicyCall): Promise<Inherit | null> {
  const reference = extendedBy(bytes);
  if (reference === null) return null;
  const sources = policySources(call);
  try {
    return inheritFrom(await readChain(reference, sources), shippedModels());
  } finally {
    sources.close();
  }
}
