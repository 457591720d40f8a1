import {
  type Answer,
  type AnswerTable,
  ENDED,
  HAS_REFERENCE,
  NO_TIME,
  noAnswer,
  OWN_ID,
} from './answer-table.ts';

/** What the rows of a table come to. */
interface DistinctAnswers {
  /** Rows by session: each answer once, with the larger of each figure. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  /** Answers that several sessions have, by row: the same number, the same answer. */
  readonly shared: ReadonlyMap<number, number>;
}

/** Rows of one answer. */
interface Cluster {
  readonly rows: number[];
  readonly uuids: Set<number>;
  hasReference: boolean;
  hasUuid: boolean;
  ended: boolean;
  from: number;
  to: number;
}

/**
 * Tells which rows are one answer. Copies in other files, and in the transcripts of forks, keep the uuid of their lines
 * and the request's id. A relay may give every answer one message id, so that two answers with the same id are two when
 * their requests, or uuid and time, differ; the lines of one answer follow each other by `parentUuid`.
 */
export function distinctAnswers(table: AnswerTable): DistinctAnswers {
  const rows = new Map<number, number[]>();
  const shared = new Map<number, number>();
  const sessionOf = table.column('session');
  const put = (row: number): void => {
    const session = sessionOf[row] ?? 0;
    const known = rows.get(session);
    if (known === undefined) rows.set(session, [row]);
    else known.push(row);
  };
  const { next, heads } = chainsOf(table);
  let answers = 0;
  for (const head of heads) {
    if (next[head] === -1) {
      put(head);
      continue;
    }
    const chain: number[] = [];
    for (let row = head; row !== -1; row = next[row] ?? -1) chain.push(row);
    for (const cluster of clustersOf(table, chain)) {
      const kept = onePerSession(table, cluster.rows);
      for (const row of kept) put(row);
      if (kept.length > 1) {
        answers++;
        for (const row of kept) shared.set(row, answers);
      }
    }
  }
  return { rows, shared };
}

/** Rows with the same message id, linked to each other; `heads` in the order of their first row. */
function chainsOf(table: AnswerTable): { readonly next: Int32Array; readonly heads: readonly number[] } {
  const idA = table.column('idA');
  const idB = table.column('idB');
  const next = new Int32Array(table.size).fill(-1);
  const last = new Int32Array(table.size);
  let size = 4096;
  while (size < table.size * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const heads: number[] = [];
  for (let row = 0; row < table.size; row++) {
    let slot = (idA[row] ?? 0) & (size - 1);
    let head = slots[slot] ?? -1;
    while (head !== -1 && !(idA[head] === idA[row] && idB[head] === idB[row])) {
      slot = (slot + 1) & (size - 1);
      head = slots[slot] ?? -1;
    }
    if (head === -1) {
      slots[slot] = row;
      heads.push(row);
    } else next[last[head] ?? head] = row;
    last[head === -1 ? row : head] = row;
  }
  return { next, heads };
}

function clustersOf(table: AnswerTable, chain: readonly number[]): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const byReference = new Map<string, Cluster>();
  const byUuid = new Map<number, Cluster>();
  const byTime = new Map<number, Cluster>();
  const latest = new Map<number, Cluster>();
  const answer = noAnswer();
  const ordered = [...chain].sort((a, b) => table.get(a, 'from') - table.get(b, 'from') || a - b);
  for (const row of ordered) {
    table.read(row, answer);
    const hasReference = (answer.flags & HAS_REFERENCE) !== 0;
    const before = latest.get(answer.session);
    const copied = byTime.get(answer.from);
    // Servers that count from one give the same ids to several sessions.
    const inSession = `${answer.tag} of ${answer.session}`;
    const inTime = `${answer.tag} at ${answer.from}`;
    const found =
      (hasReference ? (byReference.get(inSession) ?? byReference.get(inTime)) : undefined) ??
      (answer.uuid === 0 ? undefined : byUuid.get(answer.uuid)) ??
      (before !== undefined && goesOn(before, answer, hasReference) ? before : undefined) ??
      (copied !== undefined && isCopy(copied, answer, hasReference) ? copied : undefined);
    const cluster = found ?? newCluster();
    if (found === undefined) clusters.push(cluster);
    cluster.rows.push(row);
    cluster.hasReference ||= hasReference;
    cluster.ended ||= (answer.flags & ENDED) !== 0;
    if (cluster.from === NO_TIME) cluster.from = answer.from;
    cluster.to = Math.max(cluster.to, answer.to);
    if (answer.uuid !== 0) {
      cluster.hasUuid = true;
      cluster.uuids.add(answer.uuid);
      byUuid.set(answer.uuid, cluster);
    }
    if (hasReference) byReference.set(inSession, cluster).set(inTime, cluster);
    if (!byTime.has(answer.from)) byTime.set(answer.from, cluster);
    latest.set(answer.session, cluster);
  }
  return clusters;
}

function newCluster(): Cluster {
  return {
    rows: [],
    uuids: new Set(),
    hasReference: false,
    hasUuid: false,
    ended: false,
    from: NO_TIME,
    to: NO_TIME,
  };
}

/** True for a row of the same session that is a further line, or a repetition, of the answer before it. */
function goesOn(before: Cluster, row: Readonly<Answer>, hasReference: boolean): boolean {
  // A sub-agent's file may repeat a line of the main loop under another request's id.
  if (hasReference && before.hasReference) return row.from === before.from && row.from !== NO_TIME;
  if (row.from <= before.to) return row.from !== NO_TIME || !(before.hasUuid && row.uuid !== 0);
  if (before.uuids.has(row.parent)) return true;
  if (before.ended) return false;
  return (row.flags & OWN_ID) !== 0 || row.parent === 0;
}

/** True for a row of another session that can only be told by its time. */
function isCopy(known: Cluster, row: Readonly<Answer>, hasReference: boolean): boolean {
  const tellsItself = (known.hasReference && hasReference) || (known.hasUuid && row.uuid !== 0);
  return !tellsItself;
}

/** The first row of each session, raised to the largest figures of all. */
function onePerSession(table: AnswerTable, rows: readonly number[]): readonly number[] {
  const kept = new Map<number, number>();
  const answer = noAnswer();
  for (const row of rows) {
    const session = table.get(row, 'session');
    const known = kept.get(session);
    if (known === undefined) kept.set(session, row);
    else {
      table.read(row, answer);
      table.raise(known, answer);
    }
  }
  const all = [...kept.values()];
  for (const row of all)
    for (const other of all) {
      if (row === other) continue;
      table.read(other, answer);
      // Who asked is the session's own affair.
      table.raise(row, { ...answer, agent: table.get(row, 'agent'), flags: table.get(row, 'flags') });
    }
  return all;
}
