/** More typing errors than this make no name out of another. */
const MOST_ERRORS = 5;

/**
 * How many letters must be typed differently, two swapped neighbours counting once (optimal string alignment); at
 * most `limit + 1`: longer distances are not worked out.
 */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const [a, b] = [one.slice(same), other.slice(same)];
  let earlier: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  let previousLeast = 0;
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (earlier[j - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit && previousLeast > limit) return limit + 1;
    earlier = previous;
    previous = current;
    previousLeast = least;
  }
  return previous[b.length] ?? limit + 1;
}

/** Whether no more than `errors` letters tell two words apart. */
export function isNear(one: string, other: string, errors: number): boolean {
  return distance(one, other, errors) <= errors;
}

/** The valid name that `word` was most likely meant to be, ignoring case; null when none is near. */
export function nearest(word: string, valid: Iterable<string>): string | null {
  const typed = word.slice(0, 64).toLowerCase();
  let best: string | null = null;
  let least = Math.min(MOST_ERRORS, Math.max(1, Math.floor(typed.length / 3))) + 1;
  for (const candidate of valid) {
    const away = distance(typed, candidate.toLowerCase(), least - 1);
    if (away < least) {
      least = away;
      best = candidate;
    }
    if (least === 0) break;
  }
  return best;
}

/** `Did you mean SECURITY?` or `Known: LEAD, PLAN, EXEC.`; empty when there is nothing to say. */
export function suggestion(word: string, valid: readonly string[]): string {
  const near = nearest(word, valid);
  if (near !== null) return `Did you mean ${near}?`;
  if (valid.length === 0) return 'None is declared.';
  const shown = valid.slice(0, 20);
  const more = valid.length > shown.length ? `, and ${valid.length - shown.length} more` : '';
  return `Known: ${shown.join(', ')}${more}.`;
}
