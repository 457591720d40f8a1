import { millisecondsIn, millisecondsOf } from '../../time/instant.ts';
import {
  instantOrNull,
  MOST_TYPE,
  modelId,
  modelTotals,
  requestFrom,
  textOrNull,
  usageTerms,
  wholeOrNull,
} from '../readers/usage-fields.ts';
import { isObject } from '../records/fields.ts';
import type { ModelTotal, ObservedRequest, Terms } from '../session/evidence.ts';
import { joinRequests } from '../session/request-log.ts';
import {
  type Answer,
  type AnswerCells,
  AnswerTable,
  COPIED,
  ENDED,
  HAS_REFERENCE,
  NO_TIME,
  noAnswer,
  OWN_ID,
} from './answer-table.ts';
import {
  type ByteSearch,
  blankAfter,
  hashBytes,
  hashNumber,
  hashText,
  isNull,
  isWholeLine,
  Recent,
  sameBytes,
  searchPlainly,
} from './bytes.ts';
import { LineScanner, PATHS, type ValuePath } from './line-scanner.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A part of a transcript: lines that follow each other in one file. */
export interface Part {
  /** Place of the file among all files. */
  readonly file: number;
  /** Where its first byte stands among all bytes of all files. */
  readonly position: number;
  /** The sub-agent that the file's name tells; null: the main loop. */
  readonly agentId: string | null;
  /** Its type by its meta file. */
  readonly agentType: string | null;
  /** True for the beginning of the file. */
  readonly first: boolean;
}

/** What a file says of one of its parts besides answers. */
interface PartSeen extends Pick<Part, 'file' | 'position'> {
  /** Time of its latest answer. */
  latest: number;
}

/** A sum of the client's own, in the middle or at the end of a transcript. */
export interface SavedSum {
  readonly file: number;
  readonly position: number;
  readonly session: number;
  /** Time of the latest answer before it in its file; `NO_TIME` where its part has none. */
  until: number;
  readonly totals: readonly ModelTotal[];
  readonly canonical: ReadonlyMap<string, string | null>;
}

/** How the main loop ended, after the line that stands furthest behind. */
export interface SessionSeen {
  readonly id: string;
  endedAt: number;
  ending: 'completed' | 'failed' | 'refused' | 'unknown';
  requestedAt: number;
  requestedModel: string | null;
  /** Files, each with the place where the session first appears in it. */
  readonly files: Map<number, number>;
  /** Sessions that its lines name as their origin. */
  readonly parents: Set<string>;
  readonly agents: Map<string, AgentSeen>;
}

interface AgentSeen {
  /** As its own lines or its meta file tell. */
  own: string | null;
  /** As the tool that started it told. */
  told: string | null;
  durationMs: number | null;
}

/** What is priced alike. */
interface PricedAs {
  readonly model: string;
  /** The model that was asked for; null: it is not said. */
  readonly asked: string | null;
  readonly terms: Terms;
}

/** All that a reader holds, to be handed to another thread. */
export interface ReaderState {
  readonly cells: AnswerCells;
  readonly special: ReadonlyMap<number, ObservedRequest>;
  readonly groups: readonly PricedAs[];
  readonly agents: readonly string[];
  readonly sessions: readonly SessionSeen[];
  readonly sums: readonly SavedSum[];
  readonly parts: readonly PartSeen[];
  readonly damaged: ReadonlyMap<number, number>;
  readonly glued: number;
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const OPEN_BRACE = 0x7b;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const USAGE = encoder.encode('"usage"');
const SUM = encoder.encode('"cost-state"');
const AGENT = encoder.encode('"agentId"');
/** So many bytes are few lines. */
const FEW_LINES = 1 << 18;
/** More than one request can use, all that the server does for it included: such lines take the slow way, which refuses them. */
const MOST_DIGITS = 8;
const SYNTHETIC = '<synthetic>';

const at = (path: ValuePath): number => PATHS.indexOf(path);
const TYPE = at('type');
const SESSION = at('sessionId');
const AGENT_ID = at('agentId');
const ATTRIBUTION = at('attributionAgent');
const REQUEST_ID = at('requestId');
const REQUEST_REF = at('requestRef');
const UUID = at('uuid');
const PARENT = at('parentUuid');
const TIMESTAMP = at('timestamp');
const API_ERROR = at('isApiErrorMessage');
const REQUESTED = at('requestedModel');
const FORKED = at('forkedFrom.sessionId');
const ID = at('message.id');
const MODEL = at('message.model');
const STOP = at('message.stop_reason');
const MESSAGE_USAGE = at('message.usage');
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
const SEARCHES = at('message.usage.server_tool_use.web_search_requests');
const TOLD_ID = at('toolUseResult.agentId');
const TOLD_TYPE = at('toolUseResult.agentType');
const TOLD_TIME = at('toolUseResult.totalDurationMs');
const FIGURES = [INPUT, OUTPUT, READ, WRITTEN, WRITTEN_5M, WRITTEN_1H];
const TEXTS = [
  TYPE,
  SESSION,
  AGENT_ID,
  REQUEST_ID,
  REQUEST_REF,
  UUID,
  PARENT,
  TIMESTAMP,
  ID,
  MODEL,
  STOP,
  TIER,
  SPEED,
  GEO,
  REQUESTED,
];
/** What picks the group of an answer. */
const PRICED_BY = [MODEL, REQUESTED, TIER, SPEED, GEO];

/**
 * Collects what Claude Code's transcripts say, from their bytes: it jumps from one line that can matter to the next and
 * takes only the values that it needs. What is rare goes through the whole parser.
 */
export class TranscriptReader {
  readonly table = new AnswerTable();
  /** Rows whose answer has more than the columns hold: several models, searches. */
  readonly special = new Map<number, ObservedRequest>();
  readonly groups: PricedAs[] = [];
  /** Ids of sub-agents; the first stands for the main loop. */
  readonly agents: string[] = [''];
  readonly sessions: SessionSeen[] = [];
  readonly sums: SavedSum[] = [];
  readonly parts: PartSeen[] = [];
  /** Lines that could not be read, by file. */
  readonly damaged = new Map<number, number>();
  /** Lines with several documents in them. */
  glued = 0;
  private readonly scanner = new LineScanner();
  private readonly answer = noAnswer();
  /** Of the line that is read, in the order of `FIGURES`. */
  private readonly figures = FIGURES.map(() => 0);
  private readonly groupPlaces = new Map<string, number>();
  private readonly agentPlaces = new Map<string, number>([['', 0]]);
  private readonly sessionPlaces = new Map<string, number>();
  private readonly recentGroups = new Recent<number>();
  private readonly recentSessions = new Recent<number>();
  private readonly recentAgents = new Recent<number>();
  private part: Part = { file: 0, position: 0, agentId: null, agentType: null, first: true };
  private seen: PartSeen = { file: 0, position: 0, latest: NO_TIME };
  /** True until the file's first line has told its session. */
  private isNew = true;

  private readonly search: ByteSearch;

  constructor(search: ByteSearch = searchPlainly) {
    this.search = search;
  }

  /** Begins a part of a file; `addLines` goes on with it. */
  begin(part: Part): void {
    this.part = part;
    this.seen = { file: part.file, position: part.position, latest: NO_TIME };
    this.parts.push(this.seen);
    this.isNew = part.first;
  }

  /** A line that nobody can read. */
  addDamaged(): void {
    const { file } = this.part;
    this.damaged.set(file, (this.damaged.get(file) ?? 0) + 1);
  }

  /**
   * Adds whole lines: the bytes of `buffer` before `end`. `offset`: where in the part they begin. Of a few lines each is
   * looked at for all that can matter. Of many, a sum of the client's is known by how its line begins or ends, and a
   * sub-agent's report by its usage: to search a gigabyte three times takes longer than all the rest.
   */
  addLines(buffer: Uint8Array, end: number, offset: number): void {
    const view = buffer.subarray(0, end);
    const isShort = end < FEW_LINES;
    let usage = -1;
    let sum = isShort ? -1 : Number.POSITIVE_INFINITY;
    let agent = isShort ? -1 : Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; ) {
      const next = view.indexOf(NEWLINE, start);
      const stop = next === -1 ? end : next;
      if (usage < start) usage = this.placeOf(view, USAGE, start);
      if (sum < start) sum = this.placeOf(view, SUM, start);
      if (agent < start) agent = this.placeOf(view, AGENT, start);
      const matters = usage < stop || sum < stop || agent < stop || this.isNew || next === -1;
      if (matters || (!isShort && isSumLine(view, start, stop)))
        this.addLine(view, start, stop, offset + start);
      else if (!isWholeLine(view, start, stop)) this.addDamaged();
      start = stop + 1;
    }
  }

  private placeOf(bytes: Uint8Array, needle: Uint8Array, from: number): number {
    const place = this.search(bytes, needle, from);
    return place === -1 ? Number.POSITIVE_INFINITY : place;
  }

  private addLine(buffer: Uint8Array, from: number, end: number, offset: number): void {
    let start = blankAfter(buffer, from, end);
    let documents = 0;
    while (start < end) {
      if (buffer[start] !== OPEN_BRACE || !this.scanner.scan(buffer, start, end)) {
        this.addDamaged();
        break;
      }
      documents++;
      const { after } = this.scanner;
      this.addDocument(buffer, start, after, offset + start - from);
      start = blankAfter(buffer, after, end);
    }
    if (documents > 1) this.glued++;
  }

  /** Adds the document that was scanned last. */
  private addDocument(buffer: Uint8Array, start: number, end: number, offset: number): void {
    const position = this.part.position + offset;
    if (this.scanner.escaped || !this.isUsual(buffer)) {
      this.addParsed(decoder.decode(buffer.subarray(start, end)), position);
      return;
    }
    if (this.isNew && this.length(SESSION) > 2) {
      this.sessionAt(buffer, position);
      this.isNew = false;
    }
    if (this.is(buffer, TYPE, 'assistant')) this.addScanned(buffer, position);
    else if (this.is(buffer, TYPE, 'cost-state'))
      this.addParsed(decoder.decode(buffer.subarray(start, end)), position);
    else if (this.is(buffer, TYPE, 'user') && this.length(TOLD_ID) > 2) {
      const session = this.sessionAt(buffer, position);
      const time = this.text(buffer, TOLD_TIME);
      this.addReport(session, {
        agentId: this.text(buffer, TOLD_ID),
        agentType: this.text(buffer, TOLD_TYPE),
        totalDurationMs: time === null ? undefined : Number(time),
      });
    }
  }

  /** False for a line that needs the whole parser: several models, searches, odd numbers and texts. */
  private isUsual(buffer: Uint8Array): boolean {
    for (const text of TEXTS) {
      const from = this.from(text);
      if (from !== -1 && this.length(text) > 130) return false;
      if (from !== -1 && buffer[from] !== QUOTE && !isNull(buffer, from, this.length(text))) return false;
    }
    for (let place = 0; place < FIGURES.length; place++) {
      const value = this.number(buffer, FIGURES[place] ?? 0);
      if (value === -1) return false;
      this.figures[place] = value;
    }
    return this.length(ITERATIONS) <= 4 && this.number(buffer, SEARCHES) === 0;
  }

  private addScanned(buffer: Uint8Array, position: number): void {
    const usage = this.from(MESSAGE_USAGE);
    if (usage === -1 || buffer[usage] !== OPEN_BRACE) return;
    const session = this.sessionAt(buffer, position);
    const agent = this.agentAt(buffer, session);
    const synthetic = this.is(buffer, MODEL, SYNTHETIC);
    if (agent === 0) {
      const stop = this.text(buffer, STOP);
      this.addEnding(session, position, this.isTrue(buffer, API_ERROR), synthetic, stop);
      if (this.length(REQUESTED) > 2) this.addRequested(session, position, this.text(buffer, REQUESTED));
    }
    if (synthetic) return;
    const { answer } = this;
    const key = this.length(ID) > 2 ? ID : this.length(REQUEST_ID) > 2 ? REQUEST_ID : UUID;
    if (this.length(key) <= 2) {
      this.addDamaged();
      return;
    }
    answer.idA = this.hash(buffer, key, 0x811c9dc5);
    answer.idB = this.hash(buffer, key, 0x9747b28c);
    const ref = this.length(REQUEST_REF) > 2 ? REQUEST_REF : REQUEST_ID;
    answer.uuid = this.hash(buffer, UUID, 1);
    answer.parent = this.hash(buffer, PARENT, 1);
    answer.from = this.time(buffer);
    answer.to = answer.from;
    this.tag(answer, this.hash(buffer, ref, 2));
    answer.file = this.part.file;
    answer.session = session;
    answer.agent = agent;
    answer.group = this.groupAt(buffer);
    if (this.length(STOP) > 2 && buffer[this.from(STOP)] === QUOTE) answer.flags |= ENDED;
    if (this.startsWith(buffer, ID, 'msg_')) answer.flags |= OWN_ID;
    if (this.length(FORKED) > 2) this.addParent(session, this.text(buffer, FORKED), answer);
    const { figures } = this;
    const hour = figures[5] ?? 0;
    answer.input = figures[0] ?? 0;
    answer.output = figures[1] ?? 0;
    answer.cacheRead = figures[2] ?? 0;
    answer.cacheWrite1h = hour;
    answer.cacheWrite5m = Math.max(figures[4] ?? 0, (figures[3] ?? 0) - hour);
    this.addAnswer(answer, null);
  }

  /** `reference`: hash of the request's own id, 0 where it has none. Without, each line is a row of its own at first. */
  private tag(answer: Answer, reference: number): void {
    answer.flags = reference === 0 ? 0 : HAS_REFERENCE;
    answer.tag = reference !== 0 ? reference : answer.uuid !== 0 ? answer.uuid : hashNumber(answer.from);
  }

  private addAnswer(answer: Answer, request: ObservedRequest | null): void {
    if (answer.to > this.seen.latest) this.seen.latest = answer.to;
    this.keep(answer, request);
  }

  private keep(answer: Answer, request: ObservedRequest | null): number {
    const before = this.table.size;
    const row = this.table.add(answer);
    const known = this.special.get(row);
    if (known !== undefined || request !== null) {
      const plain = this.plainRequest(answer);
      const next = request ?? plain;
      const whole = row < before ? joinRequests(known ?? plain, next) : next;
      this.special.set(row, whole);
    }
    return row;
  }

  /** The line through the whole parser. */
  private addParsed(text: string, position: number): void {
    let line: unknown;
    try {
      line = JSON.parse(text);
    } catch (error) {
      // A job that is killed leaves half a line behind.
      if (!(error instanceof SyntaxError)) throw error;
      this.addDamaged();
      return;
    }
    if (!isObject(line)) return;
    const id = textOrNull(line.sessionId, 128);
    if (id !== null && this.isNew) {
      this.session(id, position);
      this.isNew = false;
    }
    if (line.type === 'user') {
      if (isObject(line.toolUseResult)) this.addReport(this.session(id ?? '', position), line.toolUseResult);
    } else if (line.type === 'cost-state') this.addSum(line, this.session(id ?? '', position), position);
    else if (line.type === 'assistant')
      this.addParsedAnswer(line, this.session(id ?? '', position), position);
  }

  private addParsedAnswer(line: Fields, session: number, position: number): void {
    const agentId = textOrNull(line.agentId) ?? this.part.agentId;
    const agent =
      agentId === null ? 0 : this.agent(agentId, session, textOrNull(line.attributionAgent, MOST_TYPE));
    const outside = {
      requestId: line.requestId,
      uuid: line.uuid,
      at: line.timestamp,
      asked: line.requestedModel,
    };
    const request = requestFrom(line.message, { agentId, agentType: null }, outside);
    if (request === null) return;
    if (request === 'damaged') {
      this.addDamaged();
      return;
    }
    const stop = request === 'synthetic' ? null : request.stopReason;
    if (agent === 0) {
      this.addEnding(session, position, line.isApiErrorMessage === true, request === 'synthetic', stop);
      if (line.requestedModel !== undefined) this.addRequested(session, position, line.requestedModel);
    }
    if (request === 'synthetic') return;
    const { answer } = this;
    const key = encoder.encode(`"${request.key}"`);
    answer.idA = hashBytes(key, 1, key.length - 1, 0x811c9dc5);
    answer.idB = hashBytes(key, 1, key.length - 1, 0x9747b28c);
    answer.uuid = hashText(line.uuid, 1);
    answer.parent = hashText(line.parentUuid, 1);
    answer.from = timeOf(line.timestamp);
    answer.to = answer.from;
    this.tag(answer, hashText(line.requestRef, 2) || hashText(line.requestId, 2));
    answer.file = this.part.file;
    answer.session = session;
    answer.agent = agent;
    if (stop !== null) answer.flags |= ENDED;
    if (request.key.startsWith('msg_')) answer.flags |= OWN_ID;
    if (isObject(line.forkedFrom))
      this.addParent(session, textOrNull(line.forkedFrom.sessionId, 128), answer);
    const [use] = request.uses;
    answer.group = this.group(use?.model ?? '', request.asked, request.terms);
    Object.assign(answer, use?.tokens);
    const isSpecial = request.uses.length > 1 || request.webSearches > 0;
    this.addAnswer(answer, isSpecial ? request : null);
  }

  private addParent(session: number, parent: string | null, answer: Answer): void {
    const own = this.sessions[session];
    if (own === undefined || parent === null || parent === own.id) return;
    own.parents.add(parent);
    answer.flags |= COPIED;
  }

  private addEnding(
    session: number,
    position: number,
    isError: boolean,
    synthetic: boolean,
    stop: string | null,
  ): void {
    const own = this.sessions[session];
    if (own === undefined || (synthetic && !isError) || position < own.endedAt) return;
    own.endedAt = position;
    own.ending = isError ? 'failed' : endingOf(stop);
  }

  private addRequested(session: number, position: number, model: unknown): void {
    const own = this.sessions[session];
    if (own === undefined || position >= own.requestedAt || model === null) return;
    own.requestedAt = position;
    own.requestedModel = modelId(model);
  }

  private addReport(session: number, told: Fields): void {
    const id = textOrNull(told.agentId);
    const agents = this.sessions[session]?.agents;
    if (id === null || agents === undefined) return;
    const known = agents.get(id) ?? { own: null, told: null, durationMs: null };
    known.told = textOrNull(told.agentType, MOST_TYPE) ?? known.told;
    known.durationMs = wholeOrNull(told.totalDurationMs) ?? known.durationMs;
    agents.set(id, known);
  }

  private addSum(line: Fields, session: number, position: number): void {
    const { totals, canonical, damaged } = modelTotals(line.modelUsage);
    for (let count = 0; count < damaged; count++) this.addDamaged();
    if (!isObject(line.modelUsage)) return;
    const guessed = line.hasUnknownModelCost === true;
    this.sums.push({
      file: this.part.file,
      position,
      session,
      until: this.seen.latest,
      canonical,
      totals: guessed ? totals.map((total) => ({ ...total, reported: null })) : totals,
    });
  }

  private sessionAt(buffer: Uint8Array, position: number): number {
    const from = this.from(SESSION) + 1;
    const to = this.length(SESSION) > 2 ? this.to(SESSION) - 1 : from;
    const known = this.recentSessions.find(buffer, from, to);
    if (known !== undefined && this.sessions[known]?.files.has(this.part.file) === true) return known;
    const place = this.session(to === from ? '' : decoder.decode(buffer.subarray(from, to)), position);
    return known ?? this.recentSessions.keep(buffer, from, to, place);
  }

  private session(text: string, position: number): number {
    const id = textOrNull(text, 128) ?? '';
    let place = this.sessionPlaces.get(id);
    if (place === undefined) {
      place = this.sessions.length;
      this.sessionPlaces.set(id, place);
      this.sessions.push(newSession(id));
    }
    const files = this.sessions[place]?.files;
    if (files?.has(this.part.file) === false) files.set(this.part.file, position);
    return place;
  }

  private agentAt(buffer: Uint8Array, session: number): number {
    const has = this.length(AGENT_ID) > 2;
    if (!has && this.part.agentId === null) return 0;
    const from = this.from(AGENT_ID) + 1;
    const to = has ? this.to(AGENT_ID) - 1 : from;
    const known = has ? this.recentAgents.find(buffer, from, to) : undefined;
    const id =
      known === undefined
        ? ((has ? textOrNull(decoder.decode(buffer.subarray(from, to))) : null) ?? this.part.agentId)
        : (this.agents[known] ?? '');
    if (id === null) return 0;
    const own = this.sessions[session]?.agents.get(id)?.own;
    const type = own === undefined || own === null ? this.text(buffer, ATTRIBUTION) : own;
    const place = this.agent(id, session, textOrNull(type, MOST_TYPE));
    return known ?? (has ? this.recentAgents.keep(buffer, from, to, place) : place);
  }

  private agent(id: string, session: number, type: string | null): number {
    let place = this.agentPlaces.get(id);
    if (place === undefined) {
      place = this.agents.length;
      this.agentPlaces.set(id, place);
      this.agents.push(id);
    }
    const agents = this.sessions[session]?.agents;
    const known = agents?.get(id) ?? { own: null, told: null, durationMs: null };
    known.own ??= this.part.agentType ?? type;
    agents?.set(id, known);
    return place;
  }

  private groupAt(buffer: Uint8Array): number {
    // Terms stand side by side in a few forms only: the bytes of all four, joined, are the key.
    const bytes = this.pricedBytes(buffer);
    const known = this.recentGroups.find(bytes, 0, bytes.length);
    if (known !== undefined) return known;
    const usage = {
      service_tier: this.text(buffer, TIER),
      speed: this.text(buffer, SPEED),
      inference_geo: this.text(buffer, GEO),
    };
    const asked = this.text(buffer, REQUESTED);
    const model = modelId(this.text(buffer, MODEL));
    const place = this.group(model, asked === null ? null : modelId(asked), usageTerms(usage));
    return this.recentGroups.keep(bytes, 0, bytes.length, place);
  }

  private pricedBytes(buffer: Uint8Array): Uint8Array {
    let length = 0;
    for (const path of PRICED_BY) {
      const from = this.from(path);
      const to = from === -1 ? from : this.to(path);
      for (let place = from; place < to; place++) this.scratch[length++] = buffer[place] ?? 0;
      this.scratch[length++] = NEWLINE;
    }
    return this.scratch.subarray(0, length);
  }

  private readonly scratch = new Uint8Array(1024);

  private group(model: string, asked: string | null, terms: Terms): number {
    const key = JSON.stringify([model, asked, terms]);
    const known = this.groupPlaces.get(key);
    if (known !== undefined) return known;
    this.groupPlaces.set(key, this.groups.length);
    this.groups.push({ model, asked, terms });
    return this.groups.length - 1;
  }

  private plainRequest(answer: Readonly<Answer>): ObservedRequest {
    const priced = this.groups[answer.group];
    const { model, asked, terms } = priced ?? { model: '', asked: null, terms: usageTerms({}) };
    const { input, output, cacheRead, cacheWrite5m, cacheWrite1h } = answer;
    return {
      key: '',
      asked,
      by: { agentId: answer.agent === 0 ? null : (this.agents[answer.agent] ?? ''), agentType: null },
      uses: [{ model, tokens: { input, output, cacheRead, cacheWrite5m, cacheWrite1h } }],
      terms,
      webSearches: 0,
      at: null,
      stopReason: null,
      reported: null,
    };
  }

  state(): ReaderState {
    const { special, groups, agents, sessions, sums, parts, damaged, glued } = this;
    return { cells: this.table.cells(), special, groups, agents, sessions, sums, parts, damaged, glued };
  }

  /** Adds what another reader collected from other parts of the same files. */
  absorb(state: ReaderState): void {
    const groups = state.groups.map(({ model, asked, terms }) => this.group(model, asked, terms));
    const sessions = state.sessions.map((session) => this.absorbSession(session));
    const agents = state.agents.map((id) => {
      const known = this.agentPlaces.get(id);
      if (known !== undefined) return known;
      this.agentPlaces.set(id, this.agents.length);
      return this.agents.push(id) - 1;
    });
    const before = this.table.size;
    const rows = this.table.addCells(state.cells, (answer) => {
      answer.group = groups[answer.group] ?? 0;
      answer.session = sessions[answer.session] ?? 0;
      answer.agent = agents[answer.agent] ?? 0;
    });
    for (const [row, request] of state.special) {
      const own = rows[row] ?? 0;
      const known = this.special.get(own);
      this.special.set(own, known === undefined || own >= before ? request : joinRequests(known, request));
    }
    this.sums.push(...state.sums.map((sum) => ({ ...sum, session: sessions[sum.session] ?? 0 })));
    this.parts.push(...state.parts);
    for (const [file, count] of state.damaged) this.damaged.set(file, (this.damaged.get(file) ?? 0) + count);
    this.glued += state.glued;
  }

  private absorbSession(other: SessionSeen): number {
    let place = this.sessionPlaces.get(other.id);
    if (place === undefined) {
      place = this.sessions.length;
      this.sessionPlaces.set(other.id, place);
      this.sessions.push(newSession(other.id));
    }
    const own = this.sessions[place];
    if (own === undefined) return place;
    if (other.endedAt > own.endedAt) Object.assign(own, { endedAt: other.endedAt, ending: other.ending });
    if (other.requestedAt < own.requestedAt)
      Object.assign(own, { requestedAt: other.requestedAt, requestedModel: other.requestedModel });
    for (const [file, position] of other.files)
      own.files.set(file, Math.min(own.files.get(file) ?? position, position));
    for (const parent of other.parents) own.parents.add(parent);
    for (const [id, seen] of other.agents) {
      const known = own.agents.get(id);
      own.agents.set(id, {
        own: known?.own ?? seen.own,
        told: known?.told ?? seen.told,
        durationMs: known?.durationMs ?? seen.durationMs,
      });
    }
    return place;
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

  /** The text of a value: a string without its quotes, anything else as it is written; null where there is none. */
  private text(buffer: Uint8Array, path: number): string | null {
    const from = this.from(path);
    if (from === -1 || isNull(buffer, from, this.length(path))) return null;
    const quoted = buffer[from] === QUOTE ? 1 : 0;
    return decoder.decode(buffer.subarray(from + quoted, this.to(path) - quoted));
  }

  private is(buffer: Uint8Array, path: number, text: string): boolean {
    return this.length(path) === text.length + 2 && this.startsWith(buffer, path, text);
  }

  private startsWith(buffer: Uint8Array, path: number, text: string): boolean {
    const from = this.from(path) + 1;
    if (from === 0 || this.length(path) < text.length + 2) return false;
    for (let place = 0; place < text.length; place++)
      if (buffer[from + place] !== text.charCodeAt(place)) return false;
    return true;
  }

  private isTrue(buffer: Uint8Array, path: number): boolean {
    return this.length(path) === 4 && buffer[this.from(path)] === 0x74;
  }

  /** A hash of the text; 0 where there is none. */
  private hash(buffer: Uint8Array, path: number, seed: number): number {
    const from = this.from(path);
    return from === -1 || buffer[from] !== QUOTE ? 0 : hashBytes(buffer, from + 1, this.to(path) - 1, seed);
  }

  /** A whole number of at most eight digits; 0 where it is absent or null, -1 where it is anything else. */
  private number(buffer: Uint8Array, path: number): number {
    const from = this.from(path);
    if (from === -1) return 0;
    const length = this.length(path);
    if (isNull(buffer, from, length)) return 0;
    if (length > MOST_DIGITS) return -1;
    let value = 0;
    for (let place = from; place < from + length; place++) {
      const digit = (buffer[place] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value <= 3_999_999 ? value : -1;
  }

  private time(buffer: Uint8Array): number {
    const from = this.from(TIMESTAMP);
    if (from === -1 || buffer[from] !== QUOTE) return NO_TIME;
    const quick = millisecondsIn(buffer, from + 1, this.to(TIMESTAMP) - 1);
    return Number.isNaN(quick) ? timeOf(this.text(buffer, TIMESTAMP)) : Math.max(NO_TIME, quick);
  }
}

function timeOf(text: unknown): number {
  if (typeof text !== 'string' || instantOrNull(text) === null) return NO_TIME;
  const time = millisecondsOf(text);
  return Number.isNaN(time) ? NO_TIME : Math.max(NO_TIME, time);
}

function newSession(id: string): SessionSeen {
  return {
    id,
    endedAt: -1,
    ending: 'unknown',
    requestedAt: Number.POSITIVE_INFINITY,
    requestedModel: null,
    files: new Map(),
    parents: new Set(),
    agents: new Map(),
  };
}

function endingOf(stop: string | null): SessionSeen['ending'] {
  if (stop === 'refusal') return 'refused';
  return stop === 'end_turn' || stop === 'stop_sequence' ? 'completed' : 'unknown';
}

/** True for a line whose type, where the client or whoever sorts keys puts it, is that of a sum. */
function isSumLine(bytes: Uint8Array, start: number, stop: number): boolean {
  const length = stop - start;
  return (
    hasDash(bytes, start, start + Math.min(length, 32)) || hasDash(bytes, stop - Math.min(length, 160), stop)
  );
}

/** Looks for `"cost-state"` by its middle. */
function hasDash(bytes: Uint8Array, from: number, to: number): boolean {
  for (let place = from + 5; place < to; place++)
    if (bytes[place] === 0x2d && sameBytes(bytes, place - 5, place + 7, SUM)) return true;
  return false;
}
