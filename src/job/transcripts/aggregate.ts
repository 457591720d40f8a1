import type { ModelTable } from '../../usage/models/models.ts';
import { modelId, requestFrom } from '../../usage/readers/usage-fields.ts';
import { isObject } from '../../usage/records/fields.ts';
import { NO_TERMS, type Terms } from '../../usage/session/evidence.ts';
import { type Answer, AnswerTable, NOTHING } from './answer-table.ts';
import { readLines } from './chunks.ts';
import { type DayTotal, dayTotals, type Group } from './day-totals.ts';
import { LineScanner, PATHS, type Path } from './line-scanner.ts';

export interface TranscriptTotals {
  /** Sorted by day and model. */
  readonly rows: readonly DayTotal[];
  /** Lines that could not be read. */
  readonly damaged: number;
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const NEEDLE = Buffer.from('"usage"');
/** A session works on few models and days at a time. */
const MOST_RECENT = 8;
/** A line without a time has no day, so no price either. */
const NO_DAY = '';

/**
 * Sums the tokens of Claude Code transcripts of any size by day and model; each answer of the API counts once, as in
 * `readTranscripts`. Reads in chunks, jumps from one `"usage"` to the next and takes only the few values it needs.
 */
export function aggregateTranscripts(paths: Iterable<string>, table: ModelTable): TranscriptTotals {
  const reader = new TranscriptAggregator();
  for (const path of paths) reader.addFile(path);
  return reader.totals(table);
}

/** What a thread hands over: all that its aggregator holds. */
export interface AggregatorState {
  readonly cells: Uint32Array<ArrayBuffer>;
  readonly groups: readonly Group[];
  readonly damaged: number;
}

/** The work of several threads: each takes the next path that nobody has taken. */
export interface SharedWork {
  readonly paths: readonly string[];
  /** One number: how many paths are taken. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** Aggregates paths until none is left to take. */
export function takeWork({ paths, taken }: SharedWork): TranscriptAggregator {
  const reader = new TranscriptAggregator();
  for (;;) {
    const path = paths[Atomics.add(taken, 0, 1)];
    if (path === undefined) return reader;
    reader.addFile(path);
  }
}

const at = (path: Path): number => PATHS.indexOf(path);
const TYPE = at('type');
const KEYS = [at('message.id'), at('requestId'), at('uuid')];
const MODEL = at('message.model');
const TIMESTAMP = at('timestamp');
const INPUT = at('message.usage.input_tokens');
const OUTPUT = at('message.usage.output_tokens');
const READ = at('message.usage.cache_read_input_tokens');
const WRITTEN = at('message.usage.cache_creation_input_tokens');
const WRITTEN_5M = at('message.usage.cache_creation.ephemeral_5m_input_tokens');
const WRITTEN_1H = at('message.usage.cache_creation.ephemeral_1h_input_tokens');
const TIER = at('message.usage.service_tier');
const SPEED = at('message.usage.speed');
const GEO = at('message.usage.inference_geo');
const ITERATIONS = at('message.usage.iterations');
const TEXTS = [MODEL, TIMESTAMP, TYPE, ...KEYS];
const ASSISTANT = Buffer.from('"assistant"');
const SYNTHETIC = Buffer.from('"<synthetic>"');
const BATCH = Buffer.from('"batch"');
const FAST = Buffer.from('"fast"');
const GLOBAL = Buffer.from('"global"');
const NOT_AVAILABLE = Buffer.from('"not_available"');
const NULL = Buffer.from('null');
const SEARCHES = at('message.usage.server_tool_use.web_search_requests');

/** Collects answers from files. See `aggregateTranscripts`. */
export class TranscriptAggregator {
  damaged = 0;
  private readonly answers = new AnswerTable();
  private readonly scanner = new LineScanner();
  private readonly groups: Group[] = [];
  private readonly groupPlaces = new Map<string, number>();
  private readonly recent: { model: Uint8Array; day: Uint8Array; place: number }[] = [];
  private readonly answer: Answer = { ...NOTHING };

  addFile(path: string): void {
    readLines(path, {
      addLines: (buffer, end) => this.addLines(buffer, end),
      skipped: () => {
        this.damaged++;
      },
    });
  }

  state(): AggregatorState {
    return { cells: this.answers.cellsOfAll(), groups: this.groups, damaged: this.damaged };
  }

  /** Adds what another aggregator collected; an answer that both have counts once. */
  absorb({ cells, groups, damaged }: AggregatorState): void {
    this.damaged += damaged;
    this.answers.addCells(
      cells,
      groups.map(({ model, day, terms }) => this.group(model, day, terms)),
    );
  }

  private addLines(buffer: Buffer, end: number): void {
    const view = buffer.subarray(0, end);
    let place = 0;
    while (place < end) {
      const hit = view.indexOf(NEEDLE, place);
      if (hit === -1) return;
      const start = view.lastIndexOf(NEWLINE, hit) + 1;
      const next = view.indexOf(NEWLINE, hit);
      const stop = next === -1 ? end : next;
      this.addLine(view, start, stop);
      place = stop + 1;
    }
  }

  private addLine(buffer: Buffer, start: number, end: number): void {
    const { scanner } = this;
    if (!scanner.scan(buffer, start, end)) this.damaged++;
    else if (!this.isUsual(buffer)) this.addParsed(buffer.toString('utf8', start, end));
    else if (this.isAnswer(buffer)) this.addScanned(buffer);
  }

  /** False for a line that needs the whole reader: other prices, several models, escapes, odd numbers. */
  private isUsual(buffer: Buffer): boolean {
    const { scanner } = this;
    if (scanner.escaped) return false;
    for (const text of TEXTS) if (this.length(text) > 202 || !this.isText(buffer, text)) return false;
    for (const figure of [INPUT, OUTPUT, READ, WRITTEN, WRITTEN_5M, WRITTEN_1H]) {
      if (this.number(buffer, figure) === -1) return false;
    }
    return (
      this.length(ITERATIONS) <= 4 &&
      this.number(buffer, SEARCHES) === 0 &&
      !this.is(buffer, TIER, BATCH) &&
      !this.is(buffer, SPEED, FAST) &&
      (this.length(GEO) <= 2 ||
        this.is(buffer, GEO, GLOBAL) ||
        this.is(buffer, GEO, NOT_AVAILABLE) ||
        this.is(buffer, GEO, NULL))
    );
  }

  private isAnswer(buffer: Buffer): boolean {
    const { starts } = this.scanner;
    const hasUsage = (starts[INPUT] ?? -1) !== -1 || (starts[OUTPUT] ?? -1) !== -1;
    return hasUsage && this.is(buffer, TYPE, ASSISTANT) && !this.is(buffer, MODEL, SYNTHETIC);
  }

  private addScanned(buffer: Buffer): void {
    const { answer } = this;
    const key = KEYS.find((path) => this.length(path) > 2);
    if (key === undefined) {
      this.damaged++;
      return;
    }
    this.hash(buffer, this.from(key) + 1, this.to(key) - 1);
    const hour = this.number(buffer, WRITTEN_1H);
    answer.input = this.number(buffer, INPUT);
    answer.output = this.number(buffer, OUTPUT);
    answer.cacheRead = this.number(buffer, READ);
    answer.cacheWrite1h = hour;
    answer.cacheWrite5m = Math.max(this.number(buffer, WRITTEN_5M), this.number(buffer, WRITTEN) - hour);
    answer.group = this.scannedGroup(buffer);
    this.answers.add(answer);
  }

  /** The line through the same reader as a job's transcripts. */
  private addParsed(text: string): void {
    let line: unknown;
    try {
      line = JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.damaged++;
      return;
    }
    if (!isObject(line) || line.type !== 'assistant') return;
    const outside = { requestId: line.requestId, uuid: line.uuid, at: line.timestamp };
    const request = requestFrom(line.message, { agentId: null, agentType: null }, outside);
    if (request === 'damaged') this.damaged++;
    if (request === null || request === 'damaged' || request === 'synthetic') return;
    const { answer } = this;
    request.uses.forEach(({ model, tokens }, place) => {
      const key = Buffer.from(place === 0 ? request.key : `${request.key}#${place}`);
      this.hash(key, 0, key.length);
      Object.assign(answer, tokens);
      answer.group = this.group(model, request.at?.slice(0, 10) ?? NO_DAY, request.terms);
      this.answers.add(answer);
    });
  }

  /** The group of a scanned line; texts are made only for the first line of each. */
  private scannedGroup(buffer: Buffer): number {
    const modelFrom = this.from(MODEL) + 1;
    const modelTo = Math.max(modelFrom, this.to(MODEL) - 1);
    const dayFrom = this.length(TIMESTAMP) > 12 ? this.from(TIMESTAMP) + 1 : 0;
    const dayTo = dayFrom === 0 ? 0 : dayFrom + 10;
    for (const { model, day, place } of this.recent) {
      if (sameBytes(buffer, modelFrom, modelTo, model) && sameBytes(buffer, dayFrom, dayTo, day))
        return place;
    }
    const model = buffer.subarray(modelFrom, modelTo);
    const day = buffer.subarray(dayFrom, dayTo);
    const place = this.group(
      model.toString('latin1'),
      dayTo === 0 ? NO_DAY : day.toString('latin1'),
      NO_TERMS,
    );
    this.recent.unshift({ model: Uint8Array.from(model), day: Uint8Array.from(day), place });
    this.recent.length = Math.min(this.recent.length, MOST_RECENT);
    return place;
  }

  private group(model: string, day: string, terms: Terms): number {
    const key = JSON.stringify([day, model, terms.batch, terms.fast, terms.geo]);
    const known = this.groupPlaces.get(key);
    if (known !== undefined) return known;
    this.groupPlaces.set(key, this.groups.length);
    this.groups.push({ model: modelId(model), day, terms });
    return this.groups.length - 1;
  }

  /** FNV-1a and a second hash with another multiplier, over the same bytes. */
  private hash(bytes: Uint8Array, start: number, end: number): void {
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    for (let place = start; place < end; place++) {
      const byte = bytes[place] ?? 0;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x5bd1e995);
      b ^= b >>> 15;
    }
    this.answer.keyA = (a ^ (a >>> 16)) >>> 0;
    this.answer.keyB = b >>> 0;
  }

  private from(path: number): number {
    return this.scanner.starts[path] ?? -1;
  }

  private to(path: number): number {
    return this.scanner.ends[path] ?? -1;
  }

  /** In bytes, quotes included; 0 where the line has no such value. */
  private length(path: number): number {
    const from = this.from(path);
    return from === -1 ? 0 : this.to(path) - from;
  }

  /** True for a text, and where there is no value. */
  private isText(buffer: Buffer, path: number): boolean {
    const from = this.from(path);
    return from === -1 || buffer[from] === QUOTE;
  }

  /** True when the value is written exactly like this. */
  private is(buffer: Buffer, path: number, text: Uint8Array): boolean {
    const from = this.from(path);
    if (from === -1 || this.to(path) - from !== text.length) return false;
    for (let place = 0; place < text.length; place++) if (buffer[from + place] !== text[place]) return false;
    return true;
  }

  /** A whole number below 2³²; 0 where it is absent or null, -1 where it is anything else. */
  private number(buffer: Buffer, path: number): number {
    const from = this.from(path);
    if (from === -1) return 0;
    const to = this.to(path);
    if (buffer[from] === 0x6e) return 0;
    if (buffer[from] === QUOTE || to - from > 10) return -1;
    let value = 0;
    for (let place = from; place < to; place++) {
      const digit = (buffer[place] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value < 0x1_0000_0000 ? value : -1;
  }

  totals(table: ModelTable): TranscriptTotals {
    return { rows: dayTotals(this.answers.answers(), this.groups, table), damaged: this.damaged };
  }
}

function sameBytes(bytes: Uint8Array, from: number, to: number, other: Uint8Array): boolean {
  if (to - from !== other.length) return false;
  for (let place = 0; place < other.length; place++) if (bytes[from + place] !== other[place]) return false;
  return true;
}
