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
