import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usageOf } from '../../../scripts/demo/usage.mjs';
import { recordId, type UsageRecord } from '../../../src/usage/records/record.ts';
import { JobScene } from '../../support/job-scene.ts';

const OWN = readFileSync(join(import.meta.dirname, '../../../allocation.yaml'), 'utf8');

/** A Thursday. */
export const THURSDAY = '2026-11-26T12:00:00Z';

/** What calibration has changed, and tries. */
const CHANGED = OWN.replace(
  '  EXEC:\n    VALIDATION: opus',
  '  EXEC:\n    DOCMON: { tier: haiku, was: sonnet, since: 2026-W41, because: the trial went well }\n    QUICKFIX: { tier: haiku }\n    DEPENDENCY: { tier: sonnet, trial: { id: deps-1, tier: haiku, share: 0.25, until: 2027-W10 } }\n    VALIDATION: opus',
);

const EXCEPTIONS = `exceptions:
  - floor: validation-in-critical-phases
    agent: VALIDATION
    phase: PLAN
    tier: haiku
    reason: a rush
    approved_by: octocat
    tracking: "#402"
    expires: 2026-12-08
`;

/** The records of a made-up team, with their ids. */
export function teamRecords(
  weeks: number,
  more: { readonly items?: number; readonly most?: number } = {},
): UsageRecord[] {
  const until = Date.parse(THURSDAY);
  const from = Date.parse('2026-11-23T00:00:00Z') - (weeks - 1) * 7 * 86_400_000;
  return usageOf({ from, until, weeks, ...more }).map((each) => ({ ...each, id: recordId(each) }));
}

/** A desk with a ledger of these records, and this project's own allocation. */
export async function desk(records: readonly UsageRecord[], allocation = CHANGED): Promise<JobScene> {
  const place = JobScene.atDesk({ allocation, now: THURSDAY });
  place.write('allocation.exceptions.yaml', EXCEPTIONS);
  if (records.length > 0) await place.record(records);
  return place;
}

/** What `dashboard` wrote, and what it said. */
export async function drawn(place: JobScene, ...args: readonly string[]) {
  const document = await place.json(['dashboard', ...args]);
  return {
    document,
    path: join(place.checkout, 'haiku-first.html'),
    page: readFileSync(join(place.checkout, 'haiku-first.html'), 'utf8'),
  };
}
