// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * Approved, expiring permissions to go below a floor: a list, or a mapping that holds it. See docs/allocation.md.
 *
 * @maxItems 500
 */
export type ExceptionsFile =
  | Exception[]
  | {
      /**
       * Version of this format. May be left out.
       */
      version?: 1;
      /**
       * The permissions. One counts only once it is on the base branch: the pull request that adds it cannot use it.
       *
       * @maxItems 500
       */
      exceptions: Exception[];
    };
export type Name = string;
export type FloorId = string;

/**
 * One permission: for a cell to go below a floor (agent, phase, tier), or for the floor itself to change (retire).
 */
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
   * Why the permission is needed.
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
   * Last day (UTC) on which it counts, as 2026-11-30; at most 90 days away.
   */
  expires: string;
  /**
   * How often it was renewed. The gate asks for one more at each renewal. Default: 0.
   */
  renewals?: number;
}
