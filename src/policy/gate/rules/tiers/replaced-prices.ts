import { dayAfter, type IsoDate } from '../../../../time/week.ts';
import { listRates } from '../../../../usage/models/cost.ts';
import type { ModelRow, Price, Rates } from '../../../../usage/models/models.ts';

/** A row that differs from the shipped price by more than this, either way, is told of: no contract does. */
const FACTOR = 2;

const CLASSES: readonly (readonly [keyof Rates, string])[] = [
  ['input', 'input'],
  ['output', 'output'],
  ['cacheRead', 'cache_read'],
  ['cacheWrite5m', 'cache_write_5m'],
  ['cacheWrite1h', 'cache_write_1h'],
];

const dollars = (price: Price): string => `$${Number((price / 1_000_000).toPrecision(3))}`;

/** A prompt length at which bands begin or end, with words for the prompts that it stands for; none where there is one band. */
function lengthsOf(rows: readonly ModelRow[]): readonly (readonly [number, string])[] {
  const limits = rows.flatMap(({ prices }) =>
    prices.flatMap(({ bands }) =>
      bands.flatMap(({ upToPromptTokens: most }) => (most === null ? [] : [most])),
    ),
  );
  const sorted = [...new Set(limits)].sort((a, b) => a - b);
  const last = sorted.at(-1);
  const beyond = last === undefined ? '' : ` in prompts of more than ${last} tokens`;
  return [
    ...sorted.map((most): readonly [number, string] => [most, ` in prompts of ${most} tokens`]),
    [Number.MAX_SAFE_INTEGER, beyond],
  ];
}

/** Today, and each later day on which a price begins or has ended. */
function daysOf(rows: readonly ModelRow[], today: IsoDate): readonly IsoDate[] {
  const changes = rows.flatMap(({ prices }) =>
    prices.flatMap(({ from, to }) => [
      ...(from === null ? [] : [from]),
      ...(to === null ? [] : [dayAfter(to)]),
    ]),
  );
  return [...new Set([today, ...changes.filter((day) => day > today)])].sort();
}

/** What a row makes of a shipped model's price where that is far from the shipped one, in words: each class once. */
export function replacedPrices(shipped: ModelRow, row: ModelRow, today: IsoDate): readonly string[] {
  const gone = new Set<string>();
  const far = new Map<string, string>();
  for (const day of daysOf([shipped, row], today)) {
    const from = day === today ? '' : ` from ${day} on`;
    for (const [length, prompts] of lengthsOf([shipped, row])) {
      const [listed, claimed] = [listRates(shipped, day, length), listRates(row, day, length)];
      if (listed === null) continue;
      if (claimed === null) gone.add(`${prompts}${from}`);
      else
        for (const [name, word] of CLASSES) {
          const [ours, theirs] = [listed[name], claimed[name]];
          // A price of nothing is told of by itself.
          if (far.has(word) || theirs === 0 || (theirs <= ours * FACTOR && ours <= theirs * FACTOR)) continue;
          far.set(word, `${word} ${dollars(theirs)}${prompts}${from} (shipped ${dollars(ours)})`);
        }
    }
  }
  const [first] = gone;
  const words = [...far.values()].join(', ');
  return [
    ...(first === undefined ? [] : [`has no price${first}, where the shipped table has one`]),
    ...(words === '' ? [] : [`prices a million tokens far from the shipped table: ${words}`]),
  ];
}
