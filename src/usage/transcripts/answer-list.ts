import { textOfMilliseconds } from '../../time/instant.ts';
import { beyond, covers } from '../models/tokens.ts';
import {
  type ModelTotal,
  NO_TERMS,
  type ObservedRequest,
  type PriceLimits,
  type Requests,
} from '../session/evidence.ts';
import { COPIED, NO_TIME, noAnswer } from './answer-table.ts';
import type { TranscriptReader } from './transcript-reader.ts';

/** Where the answers of a list stand. */
type Source = Pick<TranscriptReader, 'table' | 'special' | 'groups' | 'agents'> & {
  readonly shared: ReadonlyMap<number, number>;
};

/** Some answers of a table: each is an object only while somebody looks at it. */
export class AnswerList implements Requests {
  private readonly source: Source;
  private readonly rows: readonly number[] | Uint32Array;

  constructor(source: Source, rows: readonly number[] | Uint32Array) {
    this.source = source;
    this.rows = rows;
  }

  get length(): number {
    return this.rows.length;
  }

  *[Symbol.iterator](): Generator<ObservedRequest> {
    for (const row of this.rows) yield this.request(row);
  }

  filter(keep: (request: ObservedRequest) => boolean): Requests {
    const rows = new Uint32Array(this.rows.length);
    let count = 0;
    for (const row of this.rows) if (keep(this.request(row))) rows[count++] = row;
    return count === this.rows.length ? this : new AnswerList(this.source, rows.slice(0, count));
  }

  *alike(limits: PriceLimits): Generator<ObservedRequest> {
    const { table, special, groups } = this.source;
    const sums = new Map<string, Sum>();
    const bands = new Map<string, readonly number[]>();
    const recent = new Map<
      number,
      { readonly day: number; readonly sums: readonly Sum[]; readonly limits: readonly number[] }
    >();
    const read = noAnswer();
    for (const row of this.rows) {
      if (special.has(row)) {
        yield this.request(row);
        continue;
      }
      table.read(row, read);
      const day = read.from === NO_TIME ? NO_TIME : Math.floor(read.from / 86_400_000);
      const place = read.group * MOST_AGENTS + read.agent;
      let known = recent.get(place);
      if (known === undefined || known.day !== day) {
        const { model, asked } = groups[read.group] ?? { model: '', asked: null };
        const key = `${read.group} ${day}`;
        const own =
          bands.get(key) ?? [...new Set(limits(model, asked, timeText(read.from)))].sort((a, b) => a - b);
        bands.set(key, own);
        known = {
          day,
          limits: own,
          sums: [...own, 0].map((_, band) => {
            const name = `${place} ${day} ${band}`;
            const sum = sums.get(name) ?? { row, at: NO_TIME, count: 0, longest: 0, tokens: [0, 0, 0, 0, 0] };
            sums.set(name, sum);
            return sum;
          }),
        };
        recent.set(place, known);
      }
      const length = read.input + read.cacheRead + read.cacheWrite5m + read.cacheWrite1h;
      let band = 0;
      while (band < known.limits.length && length > (known.limits[band] ?? 0)) band++;
      const sum = known.sums[band];
      if (sum === undefined) continue;
      sum.count++;
      sum.longest = Math.max(sum.longest, length);
      sum.at = Math.max(sum.at, read.from);
      sum.row = row;
      const { tokens } = sum;
      tokens[0] += read.input;
      tokens[1] += read.output;
      tokens[2] += read.cacheRead;
      tokens[3] += read.cacheWrite5m;
      tokens[4] += read.cacheWrite1h;
    }
    for (const { row, at, count, longest, tokens } of sums.values()) {
      if (count === 0) continue;
      const [input, output, cacheRead, cacheWrite5m, cacheWrite1h] = tokens;
      const request = this.request(row);
      yield {
        ...request,
        at: timeText(at),
        uses: request.uses.map(({ model }) => ({
          model,
          tokens: { input, output, cacheRead, cacheWrite5m, cacheWrite1h },
        })),
        alike: { count, longest },
      };
    }
  }

  /** The answers since the main loop first went on after a time, in milliseconds; null where it did not. */
  after(time: number): AnswerList | null {
    const { table } = this.source;
    let first = Number.POSITIVE_INFINITY;
    for (const row of this.rows) {
      const from = table.get(row, 'from');
      if (from > time && from < first && table.get(row, 'agent') === 0) first = from;
    }
    if (first === Number.POSITIVE_INFINITY) return null;
    return new AnswerList(
      this.source,
      [...this.rows].filter((row) => table.get(row, 'from') >= first),
    );
  }

  /** The time up to which a sum has all answers; for one whose place among them its file does not tell. */
  coveredBy(totals: readonly ModelTotal[]): number {
    const { table } = this.source;
    const left = new Map(totals.map(({ model, tokens }) => [model, tokens]));
    const ordered = [...this.rows].sort((a, b) => table.get(a, 'from') - table.get(b, 'from'));
    let until = NO_TIME;
    for (const row of ordered) {
      for (const { model, tokens } of this.request(row).uses) {
        const rest = left.get(model);
        if (rest === undefined || !covers(rest, tokens)) return until;
        left.set(model, beyond(rest, tokens));
      }
      until = Math.max(until, table.get(row, 'to'));
    }
    return until;
  }

  private request(row: number): ObservedRequest {
    const { table, special, groups, agents, shared } = this.source;
    const group = groups[table.get(row, 'group')];
    const agent = table.get(row, 'agent');
    const known = special.get(row);
    return {
      key: '',
      asked: known?.asked ?? group?.asked ?? null,
      by: { agentId: agent === 0 ? null : (agents[agent] ?? ''), agentType: null },
      uses: known?.uses ?? [
        {
          model: group?.model ?? '',
          tokens: {
            input: table.get(row, 'input'),
            output: table.get(row, 'output'),
            cacheRead: table.get(row, 'cacheRead'),
            cacheWrite5m: table.get(row, 'cacheWrite5m'),
            cacheWrite1h: table.get(row, 'cacheWrite1h'),
          },
        },
      ],
      terms: known?.terms ?? group?.terms ?? NO_TERMS,
      webSearches: known?.webSearches ?? 0,
      at: timeText(table.get(row, 'from')),
      stopReason: null,
      reported: null,
      shared: shared.get(row) ?? null,
      copied: (table.get(row, 'flags') & COPIED) !== 0,
    };
  }
}

/** More sub-agents than one folder has. */
const MOST_AGENTS = 2 ** 26;

/** Answers of one group, agent, day and price. */
interface Sum {
  /** One of them. */
  row: number;
  at: number;
  count: number;
  longest: number;
  /** Input, output, cache reads, cache writes of five minutes and of an hour. */
  readonly tokens: [number, number, number, number, number];
}

let lastSecond = NO_TIME;
let lastText = '';

/** The instant in whole seconds; null where there is none. */
export function timeText(time: number): string | null {
  if (time === NO_TIME) return null;
  const second = Math.floor(time / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = textOfMilliseconds(time);
  }
  return lastText;
}
