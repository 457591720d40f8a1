import type { CellException } from '../allocation/exceptions.ts';
import { visible } from '../render/visible.ts';
import type { UsageRecord } from '../usage/records/record.ts';

/** What a record says of the exception by which its work ran below a floor. */
export function exceptionFields(entry: CellException): NonNullable<UsageRecord['exception']> {
  return {
    floor: visible(entry.floor, 300),
    tier: entry.tier,
    reason: visible(entry.reason, 300),
    approved_by: visible(entry.approvedBy, 100),
    tracking: visible(entry.tracking, 200),
    expires: entry.expires,
  };
}
