/** Why work may go before other work. */
interface Weight {
  /** The cell is under an absolute floor, or `task.security_critical` is true. */
  readonly security: boolean;
  /** The cell is under a floor that holds: without it, a pull request stays red. */
  readonly floored: boolean;
  readonly critical: boolean;
}

const SECURITY = 90;
const FLOORED = 80;
const CRITICAL = 70;
const OTHER = 50;

/** 90 for security-critical work, 80 for other work under a floor that holds, 70 for other critical work, 50 for the rest. */
export function priorityOf({ security, floored, critical }: Weight): number {
  if (security) return SECURITY;
  if (floored) return FLOORED;
  return critical ? CRITICAL : OTHER;
}
