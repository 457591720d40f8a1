const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** A quote that is not so near is searched for by the machine. */
const NEAR = 96;

/** The values that are looked for, by their path. */
export const PATHS = [
  'type',
  'sessionId',
  'agentId',
  'attributionAgent',
  'requestId',
  'requestRef',
  'uuid',
  'parentUuid',
  'timestamp',
  'isApiErrorMessage',
  'requestedModel',
  'forkedFrom.sessionId',
  'message.id',
  'message.model',
  'message.stop_reason',
  'message.usage',
  'message.usage.input_tokens',
  'message.usage.output_tokens',
  'message.usage.cache_read_input_tokens',
  'message.usage.cache_creation_input_tokens',
  'message.usage.cache_creation.ephemeral_5m_input_tokens',
  'message.usage.cache_creation.ephemeral_1h_input_tokens',
  'message.usage.service_tier',
  'message.usage.speed',
  'message.usage.inference_geo',
  'message.usage.iterations',
  'message.usage.server_tool_use.web_search_requests',
  'toolUseResult.agentId',
  'toolUseResult.agentType',
  'toolUseResult.totalDurationMs',
] as const;
export type ValuePath = (typeof PATHS)[number];

interface Key {
  readonly name: Uint8Array;
  /** Place in `PATHS`; -1: only what is inside of it is looked for. */
  readonly value: number;
  readonly inner: Level | null;
  /** The scan that last met it. */
  met: number;
}

interface Level {
  /** By the length of their names. */
  readonly keys: readonly (readonly Key[] | undefined)[];
}

function levelOf(prefix: string): Level {
  const names = new Set<string>();
  for (const path of PATHS) {
    if (path.startsWith(prefix)) names.add(path.slice(prefix.length).split('.')[0] ?? '');
  }
  const keys: Key[][] = [];
  for (const name of names) {
    const path = prefix + name;
    const deeper = PATHS.some((other) => other.startsWith(`${path}.`));
    const key: Key = {
      name: new TextEncoder().encode(name),
      value: (PATHS as readonly string[]).indexOf(path),
      inner: deeper ? levelOf(`${path}.`) : null,
      met: 0,
    };
    keys[name.length] = [...(keys[name.length] ?? []), key];
  }
  // No holes: an array with some is slow to look into.
  return { keys: Array.from(keys) };
}

/**
 * Finds where a few values stand in a line of JSON, without making objects of the rest. It follows the structure, so
 * that the same words inside of a text or of a tool's input are not taken for them. It trusts literals and numbers to
 * be well-formed; a line that breaks off is told from a whole one.
 */
export class LineScanner {
  /** First byte of each value, by its place in `PATHS`; -1 where the line has none. */
  readonly starts = new Int32Array(PATHS.length);
  /** The byte after each value. */
  readonly ends = new Int32Array(PATHS.length);
  /** True when only a full parser can tell what is meant: escapes in a key or a found value, an object that is there twice. */
  escaped = false;
  /** The byte after the object. */
  after = 0;
  private scans = 0;
  private sawEscape = false;
  private readonly root = levelOf('');
  private bytes: Uint8Array = new Uint8Array();
  private end = 0;

  /** False when the bytes from `start` to `end` do not begin with a whole object. */
  scan(bytes: Uint8Array, start: number, end: number): boolean {
    this.bytes = bytes;
    this.end = end;
    this.starts.fill(-1);
    this.escaped = false;
    this.scans++;
    const open = this.blank(start);
    if (bytes[open] !== OPEN_BRACE) return false;
    this.after = this.object(open, this.root);
    return this.after !== -1;
  }

  /** The place after the object that begins at `open`; -1 where it does not end. */
  private object(open: number, level: Level): number {
    const { bytes } = this;
    let place = this.blank(open + 1);
    if (bytes[place] === CLOSE_BRACE && place < this.end) return place + 1;
    for (;;) {
      if (bytes[place] !== QUOTE) return -1;
      this.sawEscape = false;
      const keyEnd = this.string(place);
      if (keyEnd === -1) return -1;
      if (this.sawEscape) this.escaped = true;
      this.sawEscape = false;
      const key = this.find(level, place + 1, keyEnd - 1);
      place = this.blank(keyEnd);
      if (bytes[place] !== COLON) return -1;
      const value = this.blank(place + 1);
      const after = key === null ? this.passedOver(value) : this.known(key, value);
      if (after === -1 || after > this.end) return -1;
      place = this.blank(after);
      if (place >= this.end) return -1;
      if (bytes[place] === CLOSE_BRACE) return place + 1;
      if (bytes[place] !== COMMA) return -1;
      place = this.blank(place + 1);
    }
  }

  /** The place after the value of a key that is looked for; notes where it stands. */
  private known(key: Key, value: number): number {
    const { inner } = key;
    let after: number;
    if (inner === null) after = this.value(value);
    else {
      if (key.met === this.scans) this.escaped = true;
      key.met = this.scans;
      after = this.bytes[value] === OPEN_BRACE ? this.object(value, inner) : this.value(value);
    }
    if (after !== -1 && key.value !== -1) {
      this.starts[key.value] = value;
      this.ends[key.value] = after;
      if (this.sawEscape) this.escaped = true;
    }
    return after;
  }

  private find(level: Level, start: number, end: number): Key | null {
    const { bytes } = this;
    const length = end - start;
    const keys = length < level.keys.length ? level.keys[length] : undefined;
    if (keys === undefined) return null;
    search: for (const key of keys) {
      for (let place = 0; place < length; place++)
        if (bytes[start + place] !== key.name[place]) continue search;
      return key;
    }
    return null;
  }

  /** The place after the value that begins at `start`; -1 where it does not end. */
  private value(start: number): number {
    const { bytes, end } = this;
    const first = bytes[start];
    if (first === QUOTE) return this.string(start);
    let depth = 0;
    for (let place = start; place < end; place++) {
      const byte = bytes[place];
      if (byte === QUOTE) {
        place = this.string(place) - 1;
        if (place < 0) return -1;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (depth === 0) return place;
        depth--;
        if (depth === 0) return place + 1;
      } else if (byte === COMMA && depth === 0) return place;
    }
    return -1;
  }

  /** The same for a value that nobody asks for: escapes in it do not matter, and long texts are jumped over. */
  private passedOver(start: number): number {
    const { bytes, end } = this;
    const first = bytes[start];
    if (first === QUOTE) return this.endOfText(start);
    if (first !== OPEN_BRACE && first !== OPEN_BRACKET) return this.value(start);
    let depth = 0;
    for (let place = start; place < end; place++) {
      const byte = bytes[place];
      if (byte === QUOTE) {
        place = this.endOfText(place) - 1;
        if (place < 0) return -1;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        depth--;
        if (depth === 0) return place + 1;
      }
    }
    return -1;
  }

  private endOfText(start: number): number {
    const { bytes, end } = this;
    let place = start + 1;
    for (;;) {
      const near = Math.min(end, place + NEAR);
      for (; place < near; place++) {
        const byte = bytes[place];
        if (byte === QUOTE) return place + 1;
        if (byte === BACKSLASH) place++;
      }
      if (place >= end) return -1;
      const quote = bytes.indexOf(QUOTE, place);
      if (quote === -1 || quote >= end) return -1;
      let escapes = 0;
      while (quote - escapes - 1 >= place && bytes[quote - escapes - 1] === BACKSLASH) escapes++;
      if (escapes % 2 === 0) return quote + 1;
      place = quote + 1;
    }
  }

  /** The place after the string whose quote is at `start`; -1 where it does not end. */
  private string(start: number): number {
    const { bytes, end } = this;
    for (let place = start + 1; place < end; place++) {
      const byte = bytes[place];
      if (byte === QUOTE) return place + 1;
      if (byte === BACKSLASH) {
        this.sawEscape = true;
        place++;
      }
    }
    return -1;
  }

  private blank(place: number): number {
    const { bytes, end } = this;
    if (place < end && (bytes[place] ?? 0) > 0x20) return place;
    let at = place;
    while (at < end && (bytes[at] ?? 0) <= 0x20) at++;
    return at;
  }
}
