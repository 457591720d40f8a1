import { recordId, type UsageRecord } from './record.ts';

/** A name has no room for `***`. */
const HIDDEN = 'masked';

/**
 * Records as they may leave a job: what an agent leaves behind names models, sessions and sub-agents in any text, and the
 * ledger is there for everybody to read. Where a name is a part of its id, the record has another id.
 * @param mask puts `***` in the place of secrets
 */
export function maskedRecords(
  records: readonly UsageRecord[],
  mask: (text: string) => string,
): readonly UsageRecord[] {
  const given = new Map(records.map((record) => [record.id, record]));
  const done = new Map<string, UsageRecord>();
  const name = (text: string): string => mask(text).replaceAll('***', HIDDEN);
  const nameOrNull = (text: string | null): string | null => (text === null ? null : name(text));
  const masked = (record: UsageRecord): UsageRecord => {
    const before = done.get(record.id);
    if (before !== undefined) return before;
    const { session, parent, model_id, sub_agents } = record;
    const above = parent === null ? undefined : given.get(parent);
    const own: UsageRecord = {
      ...record,
      session: session === null ? null : mask(session),
      model_requested: nameOrNull(record.model_requested),
      model_used: nameOrNull(record.model_used),
      ...(model_id === undefined ? {} : { model_id: name(model_id) }),
      ...(sub_agents === undefined ? {} : { sub_agents: sub_agents.map(mask) }),
      parent: above === undefined ? parent : masked(above).id,
    };
    const result = { ...own, id: recordId(own) };
    done.set(record.id, result);
    return result;
  };
  return records.map(masked);
}
