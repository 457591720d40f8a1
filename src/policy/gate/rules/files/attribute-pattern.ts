/** The segments of a path or of a pattern; an empty one stands for a slash too many. */
function segments(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/**
 * Whether a pattern's segment (`*`, `?`, `[…]`, `\`) matches a name. Only the last star is tried again, so that time
 * grows with the product of their lengths.
 */
function matchesName(pattern: string, name: string): boolean {
  const tokens = pattern.match(/\\.|\[[!^]?\]?[^\]]*\]|[\s\S]/g) ?? [];
  const characters = [...name];
  let token = 0;
  let place = 0;
  let star: { readonly token: number; place: number } | null = null;
  while (place < characters.length) {
    const [wanted, character] = [tokens[token], characters[place] ?? ''];
    if (wanted === '*') {
      star = { token, place };
      token += 1;
    } else if (wanted !== undefined && matchesToken(wanted, character)) {
      token += 1;
      place += 1;
    } else if (star !== null) {
      star.place += 1;
      token = star.token + 1;
      place = star.place;
    } else return false;
  }
  return tokens.slice(token).every((each) => each === '*');
}

/** A set of characters is taken to match: one that hides a file is looked at closely anyway. */
function matchesToken(token: string, character: string): boolean {
  if (token === '?' || (token.length > 1 && token.startsWith('['))) return true;
  return (token.length > 1 ? token.slice(1) : token) === character;
}

function matchesSegments(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first !== '**')
    return path.length > 0 && matchesName(first, path[0] ?? '') && matchesSegments(rest, path.slice(1));
  if (rest[0] === '**') return matchesSegments(rest, path);
  return (
    path.some((_, index) => matchesSegments(rest, path.slice(index))) ||
    (rest.length === 0 && path.length > 0)
  );
}

/**
 * Whether a pattern of a `.gitattributes` file in `folder` is about the file at `path`: as gitignore's, without
 * negation. Source: https://git-scm.com/docs/gitattributes
 */
export function isAbout(pattern: string, folder: string, path: string): boolean {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (!path.startsWith(prefix) || pattern.endsWith('/')) return false;
  const inside = segments(path.slice(prefix.length));
  if (!pattern.includes('/')) return matchesName(pattern, inside.at(-1) ?? '');
  return matchesSegments(segments(pattern), inside);
}
