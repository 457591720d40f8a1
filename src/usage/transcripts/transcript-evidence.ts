import { grouped } from '../../grouped.ts';
import { addTokens, NO_TOKENS, totalTokens } from '../models/tokens.ts';
import {
  type AgentReport,
  type ModelTotal,
  noEvidence,
  type SavedTotals,
  type SessionEvidence,
} from '../session/evidence.ts';
import { AnswerList, timeText } from './answer-list.ts';
import { NO_TIME } from './answer-table.ts';
import { distinctAnswers } from './same-answers.ts';
import type { SavedSum, SessionSeen, TranscriptReader } from './transcript-reader.ts';

/** What transcripts say, and what of them could not be read as it stands. */
export interface TranscriptsRead {
  /** One for each session. */
  readonly evidence: readonly SessionEvidence[];
  /** Lines that could not be read in files that name no session. */
  readonly lost: number;
  /** Lines with several documents in them: each was read. */
  readonly glued: number;
}

/** Evidence of every session that a reader has met. */
export function transcriptEvidence(reader: TranscriptReader): TranscriptsRead {
  const { rows, shared } = distinctAnswers(reader.table);
  const source = {
    table: reader.table,
    special: reader.special,
    groups: reader.groups,
    agents: reader.agents,
    shared,
  };
  const sums = sumsBySession(reader);
  const homes = homesOf(reader.sessions);
  const damaged = new Map<SessionSeen, number>();
  let lost = 0;
  for (const [file, count] of reader.damaged) {
    const home = homes.get(file)?.[0];
    if (home === undefined) lost += count;
    else damaged.set(home, (damaged.get(home) ?? 0) + count);
  }
  const evidence = reader.sessions.map((session, place): SessionEvidence => {
    const requests = new AnswerList(source, rows.get(place) ?? []);
    const saved = (sums.get(place) ?? []).map((sum) =>
      sum.until === NO_TIME ? { ...sum, until: requests.coveredBy(sum.totals) } : sum,
    );
    const mates = [...session.files.keys()].flatMap((file) => {
      const all = homes.get(file) ?? [];
      return all.length > 1 && all.at(-1) === session ? all.slice(0, -1).map(({ id }) => id) : [];
    });
    return {
      ...noEvidence('claude-code-transcript'),
      session: session.id === '' ? null : session.id,
      requests,
      agents: new Map([...session.agents].map(([id, agent]) => [id, reportOf(agent)])),
      ...latestTotals(requests, saved),
      saved: saved.map(({ until, totals }): SavedTotals => ({ until: timeText(until), totals })),
      canonical: new Map(saved.flatMap(({ canonical }) => [...canonical])),
      agentsKnown: true,
      requestedModel: session.requestedModel,
      ending: session.ending,
      damaged: damaged.get(session) ?? 0,
      shares: shared.size > 0 && (rows.get(place) ?? []).some((row) => shared.has(row)),
      restates: [...new Set([...session.parents, ...mates])],
    };
  });
  return { evidence, lost, glued: reader.glued };
}

function reportOf({
  own,
  told,
  durationMs,
}: {
  own: string | null;
  told: string | null;
  durationMs: number | null;
}): AgentReport {
  return { type: own ?? told, models: [], durationMs };
}

/** The sessions of each file, in the order in which they appear in it. */
function homesOf(sessions: readonly SessionSeen[]): ReadonlyMap<number, readonly SessionSeen[]> {
  const homes = new Map<number, SessionSeen[]>();
  for (const session of sessions)
    for (const file of session.files.keys()) homes.set(file, [...(homes.get(file) ?? []), session]);
  for (const [file, all] of homes) all.sort((a, b) => (a.files.get(file) ?? 0) - (b.files.get(file) ?? 0));
  return homes;
}

/** Sums by session, in their order; each with the time of the latest answer before it in its file. */
function sumsBySession(reader: TranscriptReader): ReadonlyMap<number, readonly SavedSum[]> {
  const parts = grouped(reader.parts, ({ file }) => file);
  const sums = [...reader.sums]
    .sort((a, b) => a.position - b.position)
    .map((sum) => {
      const before = (parts.get(sum.file) ?? []).filter(({ position }) => position <= sum.position);
      // Of its own part, it has the latest answer before it.
      const own = before.reduce((latest, { position }) => Math.max(latest, position), 0);
      const until = before.reduce(
        (latest, part) => (part.position === own ? latest : Math.max(latest, part.latest)),
        sum.until,
      );
      return { ...sum, until };
    });
  return grouped(sums, ({ session }) => session);
}

/** The client's last sum, with what the main loop and its sub-agents used after it. */
function latestTotals(
  requests: AnswerList,
  saved: readonly SavedSum[],
): Pick<SessionEvidence, 'totals' | 'unfinished'> {
  const last = saved.reduce<SavedSum | null>(
    (best, sum) =>
      best === null || sum.until > best.until || (sum.until === best.until && sizeOf(sum) >= sizeOf(best))
        ? sum
        : best,
    null,
  );
  if (last === null) return { totals: null, unfinished: false };
  const newer = requests.after(last.until);
  if (newer === null) return { totals: last.totals, unfinished: false };
  const totals = new Map(last.totals.map((total) => [total.model, total]));
  for (const { uses, webSearches } of newer)
    uses.forEach(({ model, tokens }, place) => {
      const known: ModelTotal = totals.get(model) ?? {
        model,
        tokens: NO_TOKENS,
        webSearches: 0,
        reported: null,
      };
      totals.set(model, {
        ...known,
        tokens: addTokens(known.tokens, tokens),
        webSearches: known.webSearches + (place === 0 ? webSearches : 0),
        reported: null,
      });
    });
  return { totals: [...totals.values()], unfinished: true };
}

function sizeOf({ totals }: SavedSum): number {
  return totals.reduce((sum, { tokens }) => sum + totalTokens(tokens), 0);
}
