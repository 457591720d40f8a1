/** Why work may go before other work. */
interface Weight {
  /** The cell is under an absolute floor, or `task.security_critical` is true. */
  readonly security: boolean;
  readonly critical: boolean;
}

const SECURITY = 90;
const CRITICAL = 70;
const OTHER = 50;

/** 90 for security-critical work, 70 for other critical work, 50 for the rest. */
export function priorityOf({ security, critical }: Weight): number {
  if (security) return SECURITY;
  return critical ? CRITICAL : OTHER;
}
