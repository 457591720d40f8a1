import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reply, Seen } from '../../anthropic/index.ts';
import { writingTo } from '../../errors.ts';
import type { Decision } from '../../policy/decision/resolve.ts';
import type { RequestsDocument, RunAttempt, RunRequest } from '../../usage/readers/requests.ts';
import type { RecordOutcome } from '../../usage/records/record.ts';

type Changing<T> = { -readonly [Key in keyof T]: T[Key] };
type OpenAttempt = Changing<Omit<RunAttempt, 'requests'>> & { readonly requests: Changing<RunRequest>[] };

/** What an attempt came to. */
interface AttemptEnd {
  readonly outcome: RecordOutcome | null;
  readonly quality: number | null;
}

/** Lengths that a record may have. */
const MOST_REASON = 2000;
const MOST_TRIGGER = 200;

interface JournalPlace {
  readonly path: string;
  readonly session: string;
  readonly agent: string;
  readonly now: () => Date;
  /** What a server says of itself, and what a judge says of an answer, may be anything. */
  readonly mask: (text: string) => string;
}

/**
 * What a run has used so far, kept in a file that is written after every request: a job that is ended in the middle
 * must not lose its usage. It holds figures, and neither prompts nor answers. Records are made of what it holds, so
 * secrets are masked here.
 */
export class Journal {
  readonly path: string;
  readonly session: string;
  readonly #agent: string;
  readonly #attempts: OpenAttempt[] = [];
  readonly #now: () => Date;
  readonly #mask: (text: string) => string;

  constructor({ path, session, agent, now, mask }: JournalPlace) {
    this.path = path;
    this.session = session;
    this.#agent = agent;
    this.#now = now;
    this.#mask = mask;
  }

  get document(): RequestsDocument {
    return {
      schema: 'haiku-first/requests@1',
      session: this.session,
      agent: this.#agent,
      attempts: this.#attempts,
    };
  }

  /** Begins an attempt, or the judging of one. */
  begin(attempt: number, judging: boolean, model: string, decision: Decision, from: string | null): Entry {
    const choice = !judging && decision.choice?.kind === 'escalation' ? decision.choice : null;
    const mask = this.#mask;
    const open: OpenAttempt = {
      attempt,
      judging,
      model,
      duration_ms: null,
      outcome: null,
      quality: null,
      escalated_from_model: choice === null ? null : from,
      escalation_reason: choice === null ? null : mask(choice.reason).slice(0, MOST_REASON),
      escalation_trigger: choice === null ? null : mask(choice.trigger).slice(0, MOST_TRIGGER),
      requests: [],
    };
    this.#attempts.push(open);
    return new Entry(
      open,
      this.#now,
      (seen) => messageOf(seen, mask),
      () => this.#save(),
    );
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  #save(): void {
    const draft = `${this.path}.tmp`;
    writingTo(this.path, () => {
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(draft, `${JSON.stringify(this.document)}\n`, { mode: 0o600 });
      chmodSync(draft, 0o600);
      renameSync(draft, this.path);
    });
  }
}

/** A request that is under way. */
interface SentRequest {
  /** An answer has begun, and with it what was read counts as used. */
  readonly started: (seen: Seen) => void;
  /** Null: it was never sent. */
  readonly settled: (reply: Reply | null) => void;
}

/** One attempt in the journal. */
export class Entry {
  readonly #open: OpenAttempt;
  readonly #now: () => Date;
  readonly #kept: (seen: Seen) => RunRequest['message'];
  readonly #save: () => void;
  readonly #began: number;

  constructor(
    open: OpenAttempt,
    now: () => Date,
    kept: (seen: Seen) => RunRequest['message'],
    save: () => void,
  ) {
    this.#open = open;
    this.#now = now;
    this.#kept = kept;
    this.#save = save;
    this.#began = now().getTime();
  }

  /** Milliseconds from its begin to its last answer; null while it lasts. */
  get duration(): number | null {
    return this.#open.duration_ms;
  }

  /** A request is about to be sent. What it gives back is to be told how it goes on. */
  sent(): SentRequest {
    const request: Changing<RunRequest> = { state: 'open', at: this.#now().toISOString(), message: null };
    this.#open.requests.push(request);
    this.#save();
    const started = (seen: Seen): void => {
      request.message = this.#kept(seen);
      this.#save();
    };
    const settled = (reply: Reply | null): void => {
      request.state = stateOf(reply);
      request.at = this.#now().toISOString();
      request.message = reply === null || reply.seen === null ? null : this.#kept(reply.seen);
      this.#open.duration_ms = Math.max(0, Math.round(this.#now().getTime() - this.#began));
      this.#save();
    };
    return { started, settled };
  }

  end({ outcome, quality }: AttemptEnd): void {
    this.#open.outcome = outcome;
    this.#open.quality = quality;
    this.#save();
  }
}

/** Null stands for a request that was never sent, as for want of credentials. */
function stateOf(reply: Reply | null): RunRequest['state'] {
  if (reply === null) return 'refused';
  if (reply.kind === 'answer') return 'done';
  return reply.seen === null && reply.failure.status !== null ? 'refused' : 'cut';
}

const FIGURES = [
  ...['input_tokens', 'output_tokens', 'cache_read_input_tokens', 'cache_creation_input_tokens'],
  ...['cache_creation', 'server_tool_use', 'service_tier', 'speed', 'inference_geo', 'iterations'],
];

/** What the file keeps of a message: figures, by name. */
function messageOf(
  { id, model, usage, stop_reason }: Seen,
  mask: (text: string) => string,
): RunRequest['message'] {
  const kept = FIGURES.flatMap((name) => (Object.hasOwn(usage, name) ? [[name, usage[name]] as const] : []));
  const message = { id, model, usage: Object.fromEntries(kept), stop_reason };
  return JSON.parse(JSON.stringify(message, (_, value) => (typeof value === 'string' ? mask(value) : value)));
}
