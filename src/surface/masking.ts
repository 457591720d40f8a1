import type { Json } from './options/index.ts';
import { hasMarks, readUnfolded, readWritten, withoutSpaces } from './reading.ts';

/** Secrets by name: always masked. The toolkit's inputs keep their dashes in the environment. */
const KNOWN = new Set([
  'GITHUB_TOKEN',
  'GH_TOKEN',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'INPUT_GITHUB-TOKEN',
  'INPUT_ANTHROPIC-API-KEY',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
]);
/** npm asks for `npm_config__auth` and `npm_config_//host/:_authToken`. */
const LIKELY =
  /(?:^|[_-])(?:TOKEN|(?:API)?KEY|SECRET|PASS(?:WORD|WD|PHRASE)?|PAT|CRED(?:ENTIAL)?S?|AUTH(?:_?TOKEN)?)$/i;
/** `GOOGLE_APPLICATION_CREDENTIALS` names a file: a path is no secret, and messages are full of its beginnings. */
const FILE = /^(?:~|[a-z]:)?[\\/].*\.[a-z]{2,5}$/i;

/** A shorter text is masked under a known name only: `DEPLOY_KEY=no` must not blank out every "no". */
const LIKELY_LENGTH = 16;
const KNOWN_LENGTH = 4;

/** What stands before the host in an address: up to the last `@`, as a password may hold one that nobody escaped. */
const USER_INFO = /^[a-z][a-z0-9+.-]*:\/\/([^\s/?#]*)@/i;

/** What an address has of credentials: all of it, and the password by itself. Not `git`, the user of every ssh address. */
export function credentialsIn(address: string): readonly string[] {
  const info = USER_INFO.exec(address.trim())?.[1] ?? '';
  if (info === '' || info === 'git') return [];
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(info) ?? [];
  // A program that stops at the first of several `@` repeats the rest of the password.
  const rests = password.split('@').map((_, index, parts) => parts.slice(index).join('@'));
  return [...new Set([info, ...rests])].filter((secret) => secret.length >= KNOWN_LENGTH);
}

/**
 * An address as it may be shown: without what stands before its host, well formed or not, and without its query, where
 * tokens travel, too.
 */
export function withoutCredentials(address: string): string {
  const [shown = ''] = address.split(/[?#]/);
  return /^[\w.-]+@[^@:]+:/.test(shown) && !shown.includes('://')
    ? shown
    : shown.replace(/^((?:[a-z][a-z0-9+.-]*:\/*)?).*@/is, (_, scheme: string) =>
        scheme.endsWith('/') ? `${scheme}***@` : '***@',
      );
}

/** The secrets that the environment holds, longest first, so that one within another leaves nothing behind. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined) continue;
    if (value.includes('@'))
      for (const secret of credentialsIn(value)) for (const form of formsOf(secret)) found.add(form);
    const known = KNOWN.has(name.toUpperCase());
    if (!(known || (LIKELY.test(name) && !FILE.test(value.trim())))) continue;
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

/** So much of a longer secret is masked, too, where it was cut off, or where a line ends within it. */
const CUT_LENGTH = 8;

/** What says that something was left out, behind a quotation mark, a bracket or the start of a line. */
const CUT_AFTER = /["'`)\]>([<\s#|*/+-]{0,3}(?:…|\.\.|$)/y;
const CUT_BEFORE = /(?:^|…|\.\.)["'`)\]>([<\s#|*/+-]{0,3}$/;
/** Longer than what `CUT_BEFORE` can find, so that its `^` is the start of the text alone. */
const CUT_MARK = 6;

type Place = readonly [from: number, to: number];

function* placesOf(text: string, part: string, step: number): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + step)) yield at;
}

function endsCut(text: string, end: number): boolean {
  CUT_AFTER.lastIndex = end;
  return CUT_AFTER.test(text);
}

function beginsCut(text: string, start: number): boolean {
  return CUT_BEFORE.test(text.slice(Math.max(0, start - CUT_MARK), start));
}

/** Where a secret was cut off: its beginning before a mark of that or the end, its end behind a mark or at the start. */
function* cutsOf(text: string, secret: string): Generator<Place> {
  const { length } = secret;
  if (length < LIKELY_LENGTH) return;
  for (const from of placesOf(text, secret.slice(0, CUT_LENGTH), 1)) {
    let to = from + CUT_LENGTH;
    while (to - from < length && text[to] === secret[to - from]) to += 1;
    if (to - from < length && endsCut(text, to)) yield [from, to];
  }
  for (const at of placesOf(text, secret.slice(-CUT_LENGTH), 1)) {
    const to = at + CUT_LENGTH;
    let from = at;
    while (to - from < length && from > 0 && text[from - 1] === secret[length - 1 - (to - from)]) from -= 1;
    if (to - from < length && beginsCut(text, from)) yield [from, to];
  }
}

/** Whether there can be more of a secret in a text without escapes than what was found as it is. */
function mayHoldMore(text: string, secrets: readonly string[]): boolean {
  const bare = withoutSpaces(text);
  return secrets.some((secret) => {
    const wanted = withoutSpaces(secret);
    if (wanted.length < CUT_LENGTH) return false;
    return bare.includes(wanted.slice(0, CUT_LENGTH)) || bare.includes(wanted.slice(-CUT_LENGTH));
  });
}

/**
 * Replaces every secret in a text by `***`, however a renderer has written it: no escape, entity, zero-width space or
 * end of a line within hides one, and what was cut off within one does not show the rest of it.
 */
export function maskText(text: string, secrets: readonly string[]): string {
  const plain = secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  // Most texts have nothing in them that a renderer adds, and no part of a secret.
  if (secrets.length === 0 || !(hasMarks(plain) || mayHoldMore(plain, secrets))) return plain;
  const hidden: Place[] = [];
  for (const reader of [readWritten, readUnfolded]) {
    const { text: seen, starts, ends } = reader(plain);
    for (const secret of secrets) {
      // As it is, too: where the text was cut off, the secret itself may hold the half of an escape.
      for (const wanted of new Set([secret, reader(secret).text])) {
        // What is this short stands in many a text, once its words are joined.
        if (wanted.length < (reader === readWritten ? 1 : CUT_LENGTH)) continue;
        const whole = [...placesOf(seen, wanted, wanted.length)].map((at): Place => [at, at + wanted.length]);
        for (const [from, to] of [...whole, ...cutsOf(seen, wanted)])
          hidden.push([starts[from] ?? 0, ends[to - 1] ?? plain.length]);
      }
    }
  }
  let masked = '';
  let done = 0;
  for (const [from, to] of hidden.sort(([a, b], [c, d]) => a - c || d - b)) {
    if (from >= done) masked += `${plain.slice(done, from)}***`;
    done = Math.max(done, to);
  }
  return masked + plain.slice(done);
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
