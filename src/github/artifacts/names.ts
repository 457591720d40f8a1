/** Every artifact with usage records has a name that begins like this. */
export const ARTIFACT_PREFIX = 'haiku-first-usage-';

/** The one file in it. */
export const ARTIFACT_FILE = 'usage.jsonl';
