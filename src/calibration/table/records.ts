import { isCounted } from '../../policy/budget/budget.ts';
import type { AttemptRecord } from '../../usage/records/attempt-line.ts';
import { type RecordOutcome, type RecordTokens, UNATTRIBUTED } from '../../usage/records/record.ts';
import { type Attempt, COMPLEXITIES, type Complexity } from '../attempt.ts';
import { Column, Pool, SizeColumn, SmallColumn, textHash, WholeColumn } from './column.ts';
import { Ids, isHash } from './ids.ts';
import { Places } from './places.ts';

/** What many records share. */
export interface Profile {
  readonly repository: string;
  readonly agent: string;
  readonly phase: string;
  /** The place of repository, agent and phase. */
  readonly cell: number;
  /** Nobody knows which agent of the allocation it was. */
  readonly unattributed: boolean;
  readonly attempt: number;
  readonly assigned: string | null;
  /** As of a run: the one that it ran on; where nothing was measured, the one that it was assigned. */
  readonly tier: string | null;
  readonly model: string | null;
  readonly auxiliary: boolean;
  /** It repeats a poor result; the tier of that one, where its model is of one. */
  readonly escalates: boolean;
  readonly escalatedFrom: string | null;
  readonly planned: boolean;
  readonly overridden: boolean;
  readonly critical: boolean;
  readonly trial: Attempt['trial'];
  readonly outcome: RecordOutcome;
  readonly complexity: Complexity | null;
  readonly taskType: string | null;
  readonly agentHash: string | null;
}

/** How records are to be understood. */
export interface Reading {
  /** The name that an agent has now. */
  readonly present: (agent: string) => string;
  /** The tier that a model is of; null: of none. */
  readonly tierOf: (model: string) => string | null;
  readonly instantOf: (at: string) => number;
}

/** A part of a line would keep the whole line, and its file, in memory. */
function own<T extends string | null>(text: T): T {
  return (text === null ? null : ` ${text}`.slice(1)) as T;
}

/** A piece of work; where nobody said which, a job. */
interface Work {
  readonly key: string;
  readonly workItem: string | null;
}

function workOf(key: string): Work {
  return { key, workItem: key.startsWith('w') ? key.slice(1) : null };
}

/** Records, or other lines of the ledger that have an id, at a hundred bytes each. */
export class Records {
  readonly #reading: Reading;
  #ids = new Ids();
  readonly #byId = new Places(
    (row) => this.#ids.hash(row),
    (a, b) => this.#ids.compare(a, b) === 0,
  );
  /** What is no SHA-256 is no id of a record, but may be that of another line. */
  readonly #otherIds = new Map<string, number>();
  readonly #profiles: (Profile & { readonly written: Written })[] = [];
  readonly #byHash = new Map<number, number[]>();
  readonly #cells = new Pool<string>();
  readonly #works = new Pool<Work>();
  /** The place of the profile, plus one. */
  readonly #profile = new SmallColumn();
  readonly at = new Column();
  readonly cost = new WholeColumn();
  readonly duration = new WholeColumn();
  readonly #classes = [
    new WholeColumn(),
    new WholeColumn(),
    new WholeColumn(),
    new WholeColumn(),
    new WholeColumn(),
  ] as const;
  readonly quality = new Map<number, number>();
  readonly lines = new SizeColumn();
  readonly files = new SizeColumn();
  /** A number for its job and session. */
  readonly job = new Column();
  /** The place of its piece of work: see `workItem`. */
  readonly work = new SmallColumn();
  #rows = 0;
  #notCounted = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Lets go of what only adding needs: ids are not known any more. */
  release(): void {
    this.#ids = new Ids();
    this.#byId.clear();
    this.#otherIds.clear();
    this.#byHash.clear();
    this.job.clear();
  }

  get size(): number {
    return this.#rows;
  }

  /** Records of forks and of Dependabot: what they say of themselves teaches nothing. */
  get notCounted(): number {
    return this.#notCounted;
  }

  /**
   * Adds a line with its record; null: it has none. Where a line with this id was added before nothing is added, and
   * the answer is the row of that one; else it is null.
   */
  add(id: string, record: AttemptRecord | null): number | null {
    const row = this.#rows;
    // The id of a record is a hash by its schema.
    const known = this.#identify(id, row, record !== null || isHash(id));
    if (known !== null) return known;
    this.#rows += 1;
    this.#put(row, record);
    return null;
  }

  /** Puts a record, or none, in the place of what has this id. */
  replace(id: string, record: AttemptRecord | null): void {
    const row = this.rowOf(id);
    if (row !== null) this.#put(row, record);
  }

  /** The row of an id; null: there is none. */
  rowOf(id: string): number | null {
    if (!isHash(id)) return this.#otherIds.get(id) ?? null;
    this.#ids.set(this.#rows, id);
    return this.#byId.find(this.#rows);
  }

  /** Null: no record that counts. */
  profile(row: number): Profile | null {
    const place = this.#profile.get(row);
    return place === 0 ? null : (this.#profiles[place - 1] ?? null);
  }

  /** Null: not measured. */
  tokensOf(row: number): RecordTokens | null {
    const [inputs, outputs, reads, writes5m, writes1h] = this.#classes;
    const input = inputs.get(row);
    if (input === null) return null;
    return {
      input,
      output: outputs.get(row) ?? 0,
      cache_read: reads.get(row) ?? 0,
      cache_write_5m: writes5m.get(row) ?? 0,
      cache_write_1h: writes1h.get(row) ?? 0,
    };
  }

  /** The columns of what is added up where a run has several records. */
  get amounts(): readonly WholeColumn[] {
    return [...this.#classes, this.cost];
  }

  /** -1: not measured. */
  outputOf(row: number): number {
    return this.#classes[1].get(row) ?? -1;
  }

  compareIds(a: number, b: number): number {
    return this.#ids.compare(a, b);
  }

  /** Null: nobody said which. */
  workItem(row: number): string | null {
    return this.#works.at(this.work.get(row)).workItem;
  }

  /** As `taskOf` writes it. */
  task(row: number): string {
    const { workItem, key } = this.#works.at(this.work.get(row));
    const { repository, agent, phase } = this.profile(row) ?? { repository: '', agent: '', phase: '' };
    return JSON.stringify([repository, workItem ?? JSON.parse(key), agent, phase]);
  }

  /** The place of a piece of work; null: no record names it. */
  placeOfWork(workItem: string): number | null {
    return this.#works.find(`w${workItem}`);
  }

  #identify(id: string, row: number, hashed: boolean): number | null {
    if (hashed) {
      this.#ids.set(row, id);
      return this.#byId.findOrAdd(row);
    }
    const known = this.#otherIds.get(id);
    if (known === undefined) this.#otherIds.set(own(id), row);
    return known ?? null;
  }

  #put(row: number, record: AttemptRecord | null): void {
    if (record === null || !isCounted(record)) {
      if (record !== null) this.#notCounted += 1;
      this.#profile.set(row, 0);
      return;
    }
    const { run, tokens, work_item } = record;
    this.at.set(row, this.#reading.instantOf(record.at));
    this.job.set(row, textHash(run.id, run.job, record.session ?? '', run.attempt));
    this.cost.set(row, record.cost_microusd);
    this.duration.set(row, record.duration_ms);
    const [input, output, read, write5m, write1h] = this.#classes;
    input.set(row, tokens?.input ?? null);
    output.set(row, tokens?.output ?? null);
    read.set(row, tokens?.cache_read ?? null);
    write5m.set(row, tokens?.cache_write_5m ?? null);
    write1h.set(row, tokens?.cache_write_1h ?? null);
    this.lines.set(row, record.task.lines_changed);
    this.files.set(row, record.task.files_changed);
    const work = work_item === null ? JSON.stringify([run.id, run.job]) : `w${work_item}`;
    this.work.set(row, this.#works.place(work, workOf));
    this.#profile.set(row, this.#profileOf(record) + 1);
    if (record.quality_score !== null) this.quality.set(row, record.quality_score);
    else this.quality.delete(row);
  }

  /** The place of what a record shares with others. Most are found by a few of its words. */
  #profileOf(record: AttemptRecord): number {
    const { agent, phase, model_used, outcome, attempt, tier_assigned } = record;
    const model = model_used?.charCodeAt(7) ?? 0;
    let hash = agent.length ^ (phase.charCodeAt(0) << 4) ^ (model << 8) ^ (outcome.charCodeAt(0) << 16);
    for (let index = 0; index < agent.length; index += 1)
      hash = Math.imul(hash, 31) + agent.charCodeAt(index);
    hash = Math.imul(hash, 31) + attempt * 8 + (tier_assigned?.length ?? 0);
    const alike = this.#byHash.get(hash);
    for (const place of alike ?? []) if (isOf(this.#profiles[place], record)) return place;
    const place = this.#profiles.length;
    this.#profiles.push(this.#newProfile(record));
    if (alike === undefined) this.#byHash.set(hash, [place]);
    else alike.push(place);
    return place;
  }

  #newProfile(record: AttemptRecord): Profile & { readonly written: Written } {
    const { present, tierOf } = this.#reading;
    const { repository, agent, phase, trial, escalated_from_model: from, task, tokens } = record;
    const name = own(present(agent));
    const written = writtenOf(record);
    const { tier_used, model_used } = written;
    // A record that came without a tier still has one, if the allocation knows its model.
    const byModel = tier_used === null && model_used !== null ? tierOf(model_used) : null;
    return {
      written,
      repository: own(repository),
      agent: name,
      phase: own(phase),
      cell: this.#cells.place(JSON.stringify([repository, name, phase]), (text) => text),
      unattributed: agent === UNATTRIBUTED,
      attempt: record.attempt,
      assigned: written.tier_assigned,
      tier: tier_used ?? byModel ?? (tokens === null ? written.tier_assigned : null),
      model: written.model_used,
      auxiliary: record.auxiliary,
      escalates: from !== null,
      escalatedFrom: from === null ? null : tierOf(from),
      planned: record.planned_upgrade,
      overridden: record.override !== null,
      critical: record.critical,
      trial: trial === null ? null : { id: own(trial.id), arm: own(trial.arm), propensity: trial.propensity },
      outcome: record.outcome,
      complexity: COMPLEXITIES.find((each) => each === task.complexity) ?? null,
      taskType: typeof task.task_type === 'string' ? own(task.task_type) : null,
      agentHash: written.agent_hash,
    };
  }
}

/** As it was written, where that is not what a profile says. */
interface Written {
  readonly agent: string;
  readonly tier_assigned: string | null;
  readonly tier_used: string | null;
  readonly model_used: string | null;
  readonly unmeasured: boolean;
  readonly escalated: string | null;
  readonly agent_hash: string | null;
}

function writtenOf(record: AttemptRecord): Written {
  return {
    agent: own(record.agent),
    tier_assigned: own(record.tier_assigned),
    tier_used: own(record.tier_used),
    unmeasured: record.tokens === null,
    model_used: own(record.model_used),
    escalated: own(record.escalated_from_model),
    agent_hash: own(record.agent_hash),
  };
}

function isOf(
  profile: (Profile & { readonly written: Written }) | undefined,
  record: AttemptRecord,
): boolean {
  if (profile === undefined) return false;
  const { written } = profile;
  const { complexity, task_type } = record.task;
  return (
    written.agent === record.agent &&
    profile.phase === record.phase &&
    profile.attempt === record.attempt &&
    profile.outcome === record.outcome &&
    profile.auxiliary === record.auxiliary &&
    profile.planned === record.planned_upgrade &&
    profile.critical === record.critical &&
    profile.overridden === (record.override !== null) &&
    profile.complexity === (COMPLEXITIES.find((each) => each === complexity) ?? null) &&
    profile.taskType === (typeof task_type === 'string' ? task_type : null) &&
    written.tier_assigned === record.tier_assigned &&
    written.tier_used === record.tier_used &&
    written.unmeasured === (record.tokens === null) &&
    written.model_used === record.model_used &&
    written.escalated === record.escalated_from_model &&
    written.agent_hash === record.agent_hash &&
    profile.repository === record.repository &&
    isSameTrial(profile.trial, record.trial)
  );
}

function isSameTrial(a: Attempt['trial'], b: Attempt['trial']): boolean {
  if (a === null || b === null) return a === b;
  return a.id === b.id && a.arm === b.arm && a.propensity === b.propensity;
}
