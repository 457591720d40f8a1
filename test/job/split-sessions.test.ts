import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jobRecords } from '../../src/job/records.ts';
import { readUsage } from '../../src/usage/readers/read.ts';
import { readTranscripts } from '../../src/usage/readers/transcript.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { mergeEvidence, type SessionEvidence } from '../../src/usage/session/evidence.ts';
import { job as someJob } from '../usage/sessions.ts';

const MODELS = ['claude-sonnet-5-5', 'claude-opus-5-5'] as const;
const CLIENT = 'claude-haiku-5-5';

/** What one job does: it begins a session, goes on with one, or forks one. */
interface Work {
  readonly kind: 'new' | 'resume' | 'fork';
  readonly of: number;
  readonly answers: readonly { readonly model: number; readonly tokens: number; readonly lines: number }[];
  /** Tokens of the client's own calls: only its sums have them. */
  readonly client: number;
  /** Killed: no sum at the end. */
  readonly killed: boolean;
  readonly result: boolean;
  /** True: as a post step, that knows when the job began. False: by hand, with the ledger. */
  readonly post: boolean;
  /** Other sessions' transcripts lie beside it. */
  readonly beside: boolean;
  /** Where the transcript is cut into files. */
  readonly cut: number;
}

interface Session {
  readonly id: string;
  readonly lines: string[];
  readonly used: Map<string, number>;
}

const works = fc.array(
  fc.record<Work>({
    kind: fc.constantFrom('new', 'resume', 'fork'),
    of: fc.nat(20),
    answers: fc.array(
      fc.record({
        model: fc.nat(1),
        tokens: fc.integer({ min: 1, max: 900 }),
        lines: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    client: fc.integer({ min: 0, max: 50 }),
    killed: fc.boolean(),
    result: fc.boolean(),
    post: fc.boolean(),
    beside: fc.boolean(),
    cut: fc.nat(20),
  }),
  { minLength: 1, maxLength: 5 },
);

function add(sums: Map<string, number>, model: string, tokens: number): void {
  sums.set(model, (sums.get(model) ?? 0) + tokens);
}

function usageOf(used: ReadonlyMap<string, number>): object {
  return Object.fromEntries(
    [...used].map(([model, tokens]) => [model, { inputTokens: tokens, outputTokens: 2 * tokens }]),
  );
}

/** Plays the jobs one after the other; gives what was used in all, and all records. */
function played(list: readonly Work[]): { used: Map<string, number>; records: readonly UsageRecord[] } {
  const used = new Map<string, number>();
  const sessions: Session[] = [];
  const records: UsageRecord[] = [];
  let answers = 0;
  list.forEach((work, number) => {
    const start = Date.UTC(2026, 10, 23, number);
    const parent = sessions[work.of % Math.max(1, sessions.length)];
    let session = parent;
    if (session === undefined || work.kind !== 'resume') {
      const id = `${(number * 7) % 10}-session-${number}`;
      const copied = work.kind === 'fork' && parent !== undefined ? parent : null;
      session = {
        id,
        lines: (copied?.lines ?? [])
          .filter((line) => !line.includes('"cost-state"'))
          .map((line) => line.replaceAll(`"sessionId":"${copied?.id}"`, `"sessionId":"${id}"`)),
        used: new Map(copied?.used),
      };
      sessions.push(session);
    }
    const { id } = session;
    const own = new Map<string, number>();
    for (const [place, { model: at, tokens, lines }] of work.answers.entries()) {
      answers++;
      const model = MODELS[at] ?? MODELS[0];
      for (let line = 1; line <= lines; line++)
        session.lines.push(
          JSON.stringify({
            type: 'assistant',
            sessionId: id,
            uuid: `u-${answers}-${line}`,
            requestId: `req-${answers}`,
            timestamp: new Date(start + 60_000 * (place + 1) + line).toISOString(),
            message: {
              id: `msg_${answers}`,
              model,
              stop_reason: 'end_turn',
              usage: { input_tokens: tokens, output_tokens: line === lines ? 2 * tokens : 1 },
            },
          }),
        );
      for (const sums of [session.used, used, own]) add(sums, model, tokens);
    }
    if (!work.killed) {
      if (work.client > 0) for (const sums of [session.used, used]) add(sums, CLIENT, work.client);
      session.lines.push(
        JSON.stringify({ type: 'cost-state', sessionId: id, modelUsage: usageOf(session.used) }),
      );
    }
    // A post step finds the transcripts of earlier sessions where the client has them.
    const seen = work.beside || work.post ? sessions : [session];
    const files = seen.flatMap((each) => {
      const cut = work.cut % (each.lines.length + 1);
      return [each.lines.slice(0, cut), each.lines.slice(cut)].map((lines) => ({
        agentId: null,
        meta: null,
        lines,
      }));
    });
    const evidence = new Map<string, SessionEvidence>();
    if (work.result && !work.killed) {
      const [sum] = readUsage(
        JSON.stringify({ type: 'result', session_id: id, num_turns: 1, modelUsage: usageOf(session.used) }),
      );
      if (sum !== undefined) evidence.set(id, sum);
    }
    for (const each of readTranscripts(files)) {
      const known = evidence.get(each.session ?? '');
      evidence.set(each.session ?? '', known === undefined ? each : mergeEvidence(known, each));
    }
    const now = new Date(start + 3_000_000).toISOString();
    const isOld = ({ session: name }: SessionEvidence): boolean => work.post && name !== id;
    const all = [...evidence.values()];
    const found = jobRecords(
      all.filter((each) => !isOld(each)),
      {
        older: all.filter(isOld),
        job: { ...someJob, at: `${now.slice(0, 19)}Z`, run: { id: String(number), attempt: 1, job: 'j' } },
        agent: 'TESTING',
        roster: { agents: [], models: [], tiers: [] },
        since: work.post ? new Date(start) : null,
        booked: work.post ? [] : records,
      },
    );
    records.push(...found.records);
  });
  return { used, records };
}

it('any split of sessions over files, jobs, resumes and forks sums to what was used', () => {
  fc.assert(
    fc.property(works, (list) => {
      const { used, records } = played(list);
      const sums = new Map<string, number>();
      for (const { model_used: model, tokens } of records) {
        if (model === null || tokens === null) continue;
        expect(tokens.output).toBe(2 * tokens.input);
        add(sums, model, tokens.input);
      }
      expect([...sums].sort()).toEqual([...used].sort());
    }),
    { numRuns: 300 },
  );
});
