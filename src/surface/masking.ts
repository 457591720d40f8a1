import type { Json } from './options/index.ts';

/** Secrets by name: always masked. The toolkit's inputs keep their dashes in the environment. */
const KNOWN = new Set([
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ANTHROPIC_API_KEY',
  'INPUT_GITHUB-TOKEN',
  'INPUT_ANTHROPIC-API-KEY',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
]);
const LIKELY = /(?:_TOKEN|_KEY|_SECRET|_PASSWORD|_PAT)$/i;

/** A shorter text is masked under a known name only: `DEPLOY_KEY=no` must not blank out every "no". */
const LIKELY_LENGTH = 16;
const KNOWN_LENGTH = 4;

/** The secrets that the environment holds, longest first, so that one within another leaves nothing behind. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(env)) {
    const known = KNOWN.has(name.toUpperCase());
    if (value === undefined || !(known || LIKELY.test(name))) continue;
    for (const line of value.split(/\r?\n/)) {
      const text = line.trim();
      if (text.length >= (known ? KNOWN_LENGTH : LIKELY_LENGTH))
        for (const form of formsOf(text)) found.add(form);
    }
  }
  return [...found].sort(longestFirst);
}

/**
 * A secret as it is, and as it appears within base64, where its place in a group of three bytes decides about its
 * letters: checkouts, and headers that a server repeats, have tokens so. A short one is left as it is: what stays of
 * it in base64 would be found in texts that have nothing to do with it.
 */
function formsOf(secret: string): readonly string[] {
  if (secret.length < LIKELY_LENGTH) return [secret];
  const encoded = [0, 1, 2].map((before) => {
    const bytes = Buffer.from(`${' '.repeat(before)}${secret}`);
    // The first letters also hold bits of what is in front, the last ones of what follows.
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  const inAddresses = encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([secret, ...encoded, ...inAddresses])];
}

/** So that a secret within another leaves nothing behind. */
function longestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1);
}

/** The secrets that are known so far: those of the environment, and those that are learnt on the way. */
export class Secrets {
  #known: readonly string[];

  constructor(known: readonly string[]) {
    this.#known = known;
  }

  get all(): readonly string[] {
    return this.#known;
  }

  /** Adds a secret. One so short that it would blank out ordinary words is left out. */
  learn(secret: string): void {
    if (secret.length < KNOWN_LENGTH || this.#known.includes(secret)) return;
    this.#known = [...new Set([...this.#known, ...formsOf(secret)])].sort(longestFirst);
  }

  mask(text: string): string {
    return maskText(text, this.#known);
  }
}

/** Replaces every secret in a text by `***`. */
export function maskText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}

/** Replaces every secret in the texts of a document, so that it stays a document. */
export function maskJson(value: unknown, secrets: readonly string[]): Json {
  const document: Json = JSON.parse(JSON.stringify(value));
  return secrets.length === 0 ? document : walk(document, secrets);
}

function walk(value: Json, secrets: readonly string[]): Json {
  if (typeof value === 'string') return maskText(value, secrets);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((entry) => walk(entry, secrets));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [maskText(key, secrets), walk(entry, secrets)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
