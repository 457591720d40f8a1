/**
 * Members of each group, by the key that they have; groups and members in the order in which they come.
 * @param keyOf null: of no group
 */
export function grouped<K, T>(
  items: Iterable<T>,
  keyOf: (item: T) => K | null,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

type Part = string | number | boolean | null;
type Node = Map<Part, Node | string>;

/**
 * Tells combinations of values apart: what is asked for each of a week's records is written once for each combination.
 * The key of one is its JSON, as an array.
 */
export function combinations(): (first: Part, second: Part, ...others: readonly Part[]) => string {
  const root: Node = new Map();
  return (...parts) => {
    let node = root;
    const last = parts.length - 1;
    for (let place = 0; place < last; place += 1) {
      const part = parts[place] ?? null;
      const known = node.get(part);
      if (typeof known === 'object') {
        node = known;
        continue;
      }
      const next: Node = new Map();
      node.set(part, next);
      node = next;
    }
    const part = parts[last] ?? null;
    const known = node.get(part);
    if (typeof known === 'string') return known;
    const key = JSON.stringify(parts);
    node.set(part, key);
    return key;
  };
}
