import { addTokens, covers, NO_TOKENS, sameTokens, type TokenCounts } from '../models/tokens.ts';
import type { ModelTotal, ModelUse, ObservedRequest, SessionEvidence } from './evidence.ts';
import type { Naming } from './naming.ts';

/** Of which of the client's sums a use is a part, by the name of that model. */
export type Asked = (request: ObservedRequest, use: ModelUse) => string;

interface Answers {
  readonly name: string;
  readonly holder: string;
  /** What was asked for by the source's own word; null: it says nothing. */
  readonly said: string | null;
  tokens: TokenCounts;
}

/**
 * The client's sums go by the model that was asked for. Another one has answered where a project's settings or a proxy
 * replace it, and what answered is then in no sum, or in one that is too small for it: it is a part of the sum of what was
 * asked for, and not a use beside it. A source that does not name what was asked for is understood by what its sums
 * leave no other place for.
 */
export function askedOf(
  evidence: SessionEvidence,
  totals: ReadonlyMap<string, ModelTotal>,
  { nameOf }: Naming,
): Asked {
  if (totals.size === 0) return (_, use) => nameOf(use.model);
  const answers = new Map<string, Answers>();
  const holderOf = ({ by }: ObservedRequest): string => by.agentId ?? '';
  const saidOf = (request: ObservedRequest, use: ModelUse): string | null => {
    const said = request.asked === null ? null : nameOf(request.asked);
    const own = nameOf(use.model);
    // Of a request that several models answered, each that has a sum of its own is in that.
    return said === null || !totals.has(said) || (request.uses.length > 1 && totals.has(own)) ? null : said;
  };
  const keyOf = (request: ObservedRequest, use: ModelUse): string =>
    JSON.stringify([nameOf(use.model), holderOf(request), saidOf(request, use)]);
  for (const request of evidence.requests) {
    for (const use of request.uses) {
      const key = keyOf(request, use);
      const known = answers.get(key) ?? {
        name: nameOf(use.model),
        holder: holderOf(request),
        said: saidOf(request, use),
        tokens: NO_TOKENS,
      };
      known.tokens = addTokens(known.tokens, use.tokens);
      answers.set(key, known);
    }
  }
  const all = [...answers.values()];
  const sum = (some: readonly Answers[]): TokenCounts =>
    some.reduce((tokens, each) => addTokens(tokens, each.tokens), NO_TOKENS);
  const fits = (asked: string, more: readonly Answers[]): boolean => {
    const total = totals.get(asked);
    const own = all.filter((each) => (each.said ?? each.name) === asked && !more.includes(each));
    return total !== undefined && covers(total.tokens, sum([...own, ...more]));
  };
  const first = evidence.requestedModel === null ? null : nameOf(evidence.requestedModel);
  const candidate = (answer: Answers, like: readonly Answers[]): string | null => {
    const { name, holder } = answer;
    const main = holder === '';
    const ofFirst = main && first !== null && first !== name ? totals.get(first) : undefined;
    const isMains =
      ofFirst !== undefined &&
      evidence.mainTokens !== null &&
      sameTokens(ofFirst.tokens, evidence.mainTokens);
    if (isMains) return first;
    if (
      fits(
        name,
        all.filter((each) => each.name === name && each.said === null),
      )
    )
      return null;
    if (ofFirst !== undefined && first !== null && fits(first, like)) return first;
    const report = evidence.agents.get(holder);
    const reported = [...new Set((report?.models ?? []).map(nameOf))].filter((each) => totals.has(each));
    const [only] = reported;
    if (only !== undefined && reported.length === 1) return only;
    const open = [...totals.keys()].filter((each) => each !== name && fits(each, like));
    const unnamed = open.filter((each) => all.every((other) => (other.said ?? other.name) !== each));
    const likely = unnamed.length > 0 ? unnamed : open;
    return likely.length === 1 ? (likely[0] ?? null) : null;
  };
  const found = new Map<string, string>();
  for (const [key, answer] of answers) {
    const { name, holder, said } = answer;
    if (said === null) {
      const like = all.filter((each) => each.name === name && each.holder === holder && each.said === null);
      found.set(key, candidate(answer, like) ?? name);
    } else {
      // Where the sum of what was asked for cannot hold it and its own can, the client changed over by itself.
      const beside = said !== name && totals.has(name) && !fits(said, [answer]);
      found.set(key, beside ? name : said);
    }
  }
  return (request, use) => found.get(keyOf(request, use)) ?? nameOf(use.model);
}
