import { UserError } from '../../errors.ts';
import type { Allocation } from '../allocation.ts';
import type { PolicyReference } from './reference.ts';

/**
 * Lays a file on the policy that it extends: what comes out has the floors, maximums, denials and models of both.
 * Throws `UserError` where the policy was not read, is not valid or cannot be laid under anything, and
 * `LooserThanPolicy` where the file asks for less than it.
 */
export type Inherit = (own: Allocation, reference: PolicyReference) => Allocation;

/** The file is looser than the policy that it extends; each problem names both places. */
export class LooserThanPolicy extends UserError {}
