import { addTokens, covers, sameTokens, sumTokens, type TokenCounts } from '../models/tokens.ts';
import type { ModelTotal, ModelUse, ObservedRequest, SessionEvidence } from './evidence.ts';
import type { Naming } from './naming.ts';

/** Of which of the client's sums a use is a part, by the name of that model. */
export type Asked = (request: ObservedRequest, use: ModelUse) => string;

/** What one holder got from one model, as far as the source says that the same was asked for. */
interface Answers {
  /** Of the model that answered. */
  readonly name: string;
  /** The sub-agent's id; null: the main loop. */
  readonly agentId: string | null;
  /** What was asked for by the source's own word; null: it says nothing. */
  readonly said: string | null;
  readonly tokens: TokenCounts;
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
  const describe = (request: ObservedRequest, use: ModelUse): Answers => {
    const name = nameOf(use.model);
    const said = request.asked === null ? null : nameOf(request.asked);
    // Of a request that several models answered, each that has a sum of its own is in that.
    const isOwn = request.uses.length > 1 && totals.has(name);
    return {
      name,
      agentId: request.by.agentId,
      said: said !== null && totals.has(said) && !isOwn ? said : null,
      tokens: use.tokens,
    };
  };
  const all = new Map<string, Answers>();
  for (const request of evidence.requests) {
    for (const use of request.uses) {
      const answers = describe(request, use);
      const known = all.get(keyOf(answers));
      const tokens = known === undefined ? answers.tokens : addTokens(known.tokens, answers.tokens);
      all.set(keyOf(answers), { ...answers, tokens });
    }
  }
  const sums = new Sums(evidence, totals, [...all.values()], nameOf);
  const found = new Map([...all].map(([key, answers]) => [key, sums.holding(answers)]));
  return (request, use) => found.get(keyOf(describe(request, use))) ?? nameOf(use.model);
}

function keyOf({ name, agentId, said }: Answers): string {
  return JSON.stringify([name, agentId, said]);
}

class Sums {
  readonly #evidence: SessionEvidence;
  readonly #totals: ReadonlyMap<string, ModelTotal>;
  readonly #all: readonly Answers[];
  readonly #nameOf: Naming['nameOf'];

  constructor(
    evidence: SessionEvidence,
    totals: ReadonlyMap<string, ModelTotal>,
    all: readonly Answers[],
    nameOf: Naming['nameOf'],
  ) {
    this.#evidence = evidence;
    this.#totals = totals;
    this.#all = all;
    this.#nameOf = nameOf;
  }

  /** The name of the sum that holds these answers. */
  holding(answers: Answers): string {
    const { name, said } = answers;
    if (said === null) return this.#guess(answers) ?? name;
    // Where that of what was asked for cannot hold it and its own can, the client changed over by itself.
    const isBeside = said !== name && this.#totals.has(name) && !this.#fits(said, [answers]);
    return isBeside ? name : said;
  }

  /** True where a sum has room for these answers, besides what is in it by name or by word. */
  #fits(name: string, more: readonly Answers[]): boolean {
    const total = this.#totals.get(name);
    const own = this.#all.filter((each) => placeOf(each) === name && !more.includes(each));
    const tokens = sumTokens([...own, ...more]);
    return total !== undefined && covers(total.tokens, tokens);
  }

  /** Where the source does not say what was asked for; null: it was what answered. */
  #guess({ name, agentId }: Answers): string | null {
    const { requestedModel, mainTokens, agents } = this.#evidence;
    const unsaid = this.#all.filter((each) => each.name === name && each.said === null);
    const mine = unsaid.filter((each) => each.agentId === agentId);
    const asked = requestedModel === null || agentId !== null ? null : this.#nameOf(requestedModel);
    const first = asked === null || asked === name ? undefined : this.#totals.get(asked);
    // The sum of what the session was started with is to the token what the main loop used.
    if (first !== undefined && mainTokens !== null && sameTokens(first.tokens, mainTokens)) return asked;
    if (this.#fits(name, unsaid)) return null;
    if (first !== undefined && asked !== null && this.#fits(asked, mine)) return asked;
    const models = agentId === null ? [] : (agents.get(agentId)?.models ?? []);
    const told = [...new Set(models.map(this.#nameOf))].filter((each) => this.#totals.has(each));
    if (told.length === 1) return told[0] ?? null;
    const open = [...this.#totals.keys()].filter((each) => each !== name && this.#fits(each, mine));
    const unnamed = open.filter((each) => this.#all.every((other) => placeOf(other) !== each));
    const likely = unnamed.length > 0 ? unnamed : open;
    return likely.length === 1 ? (likely[0] ?? null) : null;
  }
}

/** The sum that answers are in as far as anything says so. */
function placeOf({ name, said }: Answers): string {
  return said ?? name;
}
