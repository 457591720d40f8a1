import { validatorOf } from '../../allocation/schema/check.ts';
import { WHAT_IF_SCHEMA } from '../../generated/stored-schema-texts.ts';
import type { StoredWhatIf } from '../../generated/what-if.ts';
import type { Immutable } from '../../immutable.ts';
import { type Checked, conform } from './conform.ts';
import { canonicalJson } from './record.ts';

/** What a change was expected to cost, as the ledger keeps it: see schema/what-if.schema.json. */
export type LoggedWhatIf = Immutable<StoredWhatIf>;

const validateWhatIf = validatorOf<StoredWhatIf>(WHAT_IF_SCHEMA, { fill: true, drop: true });

/** A what-if from an untrusted value. */
export function checkWhatIf(value: unknown): Checked<LoggedWhatIf> {
  return conform(value, validateWhatIf, 'at');
}

/** Whether two are about the same change: cells, tiers and week. Then the one that was logged first counts. */
export function isSameChange(a: LoggedWhatIf, b: LoggedWhatIf): boolean {
  return changeOf(a) === changeOf(b);
}

function changeOf({ repository, since, cells }: LoggedWhatIf): string {
  const names = cells.map(({ agent, phase, from, to }) => canonicalJson({ agent, phase, from, to }));
  return canonicalJson({ repository, since, cells: names.sort() });
}
