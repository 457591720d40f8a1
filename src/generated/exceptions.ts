// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

export type Name = string;
export type FloorId = string;

/**
 * Approved, expiring permissions to go below a floor. See docs/allocation.md.
 */
export interface ExceptionsFile {
  /**
   * Version of this format.
   */
  version?: 1;
  /**
   * The permissions.
   *
   * @maxItems 500
   */
  exceptions: Exception[];
}
export interface Exception {
  /**
   * The floor that is gone below. It must be declared with `exceptions: approved`.
   */
  floor: string;
  /**
   * The agent of the cell.
   */
  agent?: string;
  /**
   * The phase of the cell.
   */
  phase?: string;
  /**
   * The tier that the cell may go down to, and no lower.
   */
  tier?: string;
  /**
   * Instead of agent, phase and tier: the floor itself may be removed, lowered or narrowed.
   */
  retire?: true;
  /**
   * Why.
   */
  reason: string;
  /**
   * Who approved it.
   */
  approved_by: string;
  /**
   * Where it is followed up: an issue's address or number.
   */
  tracking: string;
  /**
   * Last day (UTC) on which it counts; at most 90 days away.
   */
  expires: string;
  /**
   * How often it was renewed. The gate asks for one more at each renewal. Default: 0.
   */
  renewals?: number;
}
