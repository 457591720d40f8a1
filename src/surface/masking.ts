import type { Json } from './options/index.ts';

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
const LIKELY = /(?:_TOKEN|_KEY|_SECRET|_PASSWORD|_PAT)$/i;

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
    if (!(known || LIKELY.test(name))) continue;
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

/**
 * What a renderer writes that is not there to be read, or that stands for a character: the escapes of markdown, JSON
 * and addresses, the zero-width spaces that keep GitHub from making links, the code points of what cannot be seen.
 * `amp;` and `25` repeat where a text was escaped twice.
 */
const WRITTEN =
  /\\u([0-9a-f]{4})|\\|\u200B|&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));|%(?:25)*([0-9a-f]{2})|\[U\+([0-9a-f]{4,6})\\?\]|\s+/gi;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MARKS = /[\\\u200B&%[…]/;

/** A text as it reads, and for each of its characters where it begins and ends in what was written. */
interface Reading {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function character(code: number): string {
  return code <= 0x10ffff && code !== 0x200b ? String.fromCodePoint(code) : '';
}

/** Reads until nothing is left that stands for something else: what was escaped, encoded and quoted once more, too. */
function read(written: string): Reading {
  let reading = readOnce(written);
  for (let round = 0; round < 3 && MARKS.test(reading.text); round += 1) {
    const { text, starts, ends } = readOnce(reading.text);
    const before = reading;
    reading = {
      text,
      starts: starts.map((at) => before.starts[at] ?? 0),
      ends: ends.map((at) => before.ends[at - 1] ?? 0),
    };
    if (text === before.text) break;
  }
  return reading;
}

function readOnce(written: string): Reading {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (piece: string, start: number, end: number): void => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  let done = 0;
  const plain = (end: number): void => {
    for (; done < end; done += 1) add(written.charAt(done), done, done + 1);
  };
  for (const match of written.matchAll(WRITTEN)) {
    const [all, unicode, decimal, hexadecimal, entity, percent, seen] = match;
    plain(match.index);
    done = match.index + all.length;
    const code = unicode ?? hexadecimal ?? percent ?? seen;
    const piece =
      code !== undefined
        ? character(Number.parseInt(code, 16))
        : decimal !== undefined
          ? character(Number(decimal))
          : entity !== undefined
            ? (ENTITIES[entity.toLowerCase()] ?? '')
            : /\s/.test(all)
              ? ' '
              : '';
    add(piece, match.index, done);
  }
  plain(written.length);
  return { text, starts, ends };
}

/** So much of a longer secret is masked, too, where a text was cut off within it. */
const CUT_LENGTH = 8;

/** The length of the longest beginning of a secret that the text has before `end`; 0: none that counts. */
function cutBefore(text: string, end: number, secret: string): number {
  if (secret.length < LIKELY_LENGTH) return 0;
  for (let length = Math.min(secret.length - 1, end); length >= CUT_LENGTH; length -= 1)
    if (text.startsWith(secret.slice(0, length), end - length)) return length;
  return 0;
}

/** Where the secret stands in a text as it reads, whole, or cut off before `…` or the end: from and to, in its characters. */
function* placesOf(text: string, secret: string): Generator<readonly [from: number, to: number]> {
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length))
    yield [at, at + secret.length];
  for (let cut = text.indexOf('…'); ; cut = text.indexOf('…', cut + 1)) {
    const end = cut < 0 ? text.length : cut;
    const length = cutBefore(text, end, secret);
    if (length > 0) yield [end - length, end];
    if (cut < 0) return;
  }
}

/**
 * Replaces every secret in a text by `***`, however a renderer has written it: no escape, entity or zero-width space
 * within hides one, and what was cut off within one does not show its beginning.
 */
export function maskText(text: string, secrets: readonly string[]): string {
  const plain = secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
  const { length } = plain;
  // Most texts have nothing in them that a renderer adds, and do not end within a secret.
  if (
    secrets.length === 0 ||
    (!MARKS.test(plain) && !secrets.some((each) => cutBefore(plain, length, each) > 0))
  )
    return plain;
  const reading = read(plain);
  const hidden: (readonly [number, number])[] = [];
  for (const secret of secrets) {
    // As it is, too: where the text was cut off, the secret itself may hold the half of an escape.
    for (const wanted of new Set([secret, read(secret).text]))
      if (wanted !== '')
        for (const [from, to] of placesOf(reading.text, wanted))
          hidden.push([reading.starts[from] ?? 0, reading.ends[to - 1] ?? length]);
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
