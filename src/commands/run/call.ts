import type { Ask, ClaudeClient, Reply, Waiting } from '../../anthropic/index.ts';
import { sendMessage } from '../../anthropic/index.ts';
import { seconds } from '../../render/figures.ts';
import type { Progress } from '../../surface/progress.ts';
import type { Entry } from './journal.ts';

/** What a request needs besides itself. */
export interface ModelLine {
  readonly client: ClaudeClient;
  readonly waiting: Waiting;
  /** Null: nobody looks. */
  readonly progress: Progress | null;
  readonly note: (line: string) => void;
  /** Why nothing more may be spent, such as a spent amount; null: it may. */
  readonly stop: () => string | null;
  readonly mask: (text: string) => string;
}

/**
 * Sends a message until it is answered, cannot be, or the waiting budget is used up; every try is in the journal. The
 * answer is masked as a whole: what is cut out of it later could hold a part of a secret.
 * Throws what is no failure of a request, such as credentials that cannot be had.
 */
export async function askModel(line: ModelLine, ask: Ask, entry: Entry, title: string): Promise<Reply> {
  const { client, waiting, progress, note, stop, mask } = line;
  for (;;) {
    const request = entry.sent();
    let reply: Reply | null = null;
    waiting.sent();
    progress?.begin(title);
    try {
      reply = await sendMessage(client, ask, {
        started: request.started,
        text: (piece) => progress?.text(piece),
      });
    } finally {
      progress?.end();
      request.settled(reply);
    }
    if (reply.kind === 'answer') {
      waiting.worked();
      return { ...reply, text: mask(reply.text) };
    }
    const { failure } = reply;
    if (failure.kind !== 'busy') return reply;
    const enough = reply.seen === null ? null : stop();
    if (enough !== null)
      return { ...reply, failure: { ...failure, kind: 'futile', what: `${failure.what}, and ${enough}` } };
    const again = await waiting.after(failure, (ms) =>
      note(`${ask.model}: ${failure.what}; trying again in ${seconds(ms)}.`),
    );
    if (!again) return reply;
  }
}
