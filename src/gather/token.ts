/** The token for GitHub: the one that is given, else the environment's. An empty one is not given; null: there is none. */
export function githubToken(
  given: string | null,
  { GITHUB_TOKEN, GH_TOKEN }: Readonly<Record<string, string | undefined>>,
): string | null {
  return given || GITHUB_TOKEN || GH_TOKEN || null;
}
