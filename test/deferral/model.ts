import type { Scheduler } from 'fast-check';
import type { DispatchAnswer, Lines, Ports, Sought } from '../../src/deferral/ports.ts';
import type { Start } from '../../src/deferral/start.ts';
import { later } from '../../src/time/instant.ts';
import type { Deferral, DrainEvent } from '../../src/usage/records/deferral.ts';
import type { UsageRecord } from '../../src/usage/records/record.ts';
import { NOW } from './works.ts';

/** How GitHub takes one request to start a workflow. */
export type Mood = 'tells' | 'silent-success' | 'lost-answer' | 'lost-request' | 'refuses' | 'limits';

/** What may happen to one drain. */
export interface Fortune {
  /** It dies before its so-manieth step; infinite: it lives. */
  readonly life: number;
  /** Taken one after the other, from the start again. */
  readonly moods: readonly Mood[];
  /** Seconds that pass with its steps, taken likewise. */
  readonly delays: readonly number[];
  /** Its so-manieth push arrives, but the answer does not. */
  readonly lostPush: number;
}

/** A ledger and a GitHub in memory, for any number of drains whose steps a scheduler orders. */
export class Model {
  readonly runs: { readonly id: string; readonly start: Start; readonly seen: number }[] = [];
  steps: readonly DrainEvent[] = [];
  records: readonly UsageRecord[] = [];
  readonly deferrals: readonly Deferral[];
  #seconds = 0;
  #pushes = 0;
  readonly #scheduler: Scheduler | null;

  constructor(deferrals: readonly Deferral[], scheduler: Scheduler | null = null) {
    this.deferrals = deferrals;
    this.#scheduler = scheduler;
  }

  wait(seconds: number): void {
    this.#seconds += seconds;
  }

  get pushes(): number {
    return this.#pushes;
  }

  /** The world of one drain. `died` settles when it dies; what it waits for then never comes. */
  ports(fortune: Partial<Fortune> = {}): Ports & { readonly died: Promise<'died'> } {
    const { life = Number.POSITIVE_INFINITY, moods = ['tells'], delays = [0], lostPush = -1 } = fortune;
    let age = 0;
    let asked = 0;
    let pushed = 0;
    let die: (value: 'died') => void = () => undefined;
    const died = new Promise<'died'>((resolve) => {
      die = resolve;
    });
    const step = async (): Promise<void> => {
      this.#seconds += delays[age % delays.length] ?? 0;
      age += 1;
      if (age > life) {
        die('died');
        await new Promise(() => undefined);
      }
      if (this.#scheduler !== null) await this.#scheduler.schedule(Promise.resolve());
    };
    const transact: Ports['transact'] = async (decide) => {
      for (;;) {
        await step();
        const before = this.steps;
        const lines: Lines = { deferrals: this.deferrals, steps: before, records: this.records };
        const { steps, result } = decide(lines);
        const fresh = steps.filter(({ id }) => !before.some((each) => each.id === id));
        if (fresh.length === 0) return { result, pushes: 0 };
        await step();
        // Somebody was faster: everything is read again.
        if (this.steps !== before) continue;
        this.steps = [...before, ...fresh];
        this.#pushes += 1;
        pushed += 1;
        // The answer is lost: it is asked again, and finds its own steps there.
        if (pushed === lostPush) continue;
        await step();
        return { result, pushes: 1 };
      }
    };
    return {
      died,
      transact,
      fates: async () => {
        await step();
        return () => ({ kind: 'goes-on' });
      },
      find: async (sought: readonly Sought[]) => {
        await step();
        const visible = this.runs.filter(({ seen }) => seen <= this.#seconds);
        return new Map(
          sought.flatMap(({ claim }) => {
            const run = visible.find(({ start }) => start.claim === claim);
            return run === undefined ? [] : [[claim, run.id] as const];
          }),
        );
      },
      dispatch: async (start: Start): Promise<DispatchAnswer> => {
        const issued = this.#seconds;
        const mood = moods[asked % moods.length];
        asked += 1;
        await step();
        // A request is given up long before a claim lapses.
        const isLate = this.#seconds - issued > 400;
        if (mood === 'limits') return { kind: 'limited', why: 'a limit is reached' };
        if (mood === 'refuses') return { kind: 'refused', why: 'no such workflow', everything: false };
        if (mood === 'lost-request' || isLate) return { kind: 'unknown', why: 'timed out' };
        const id = String(this.runs.length + 1);
        // The list of runs is a little behind.
        this.runs.push({ id, start, seen: this.#seconds + 60 });
        await step();
        if (mood === 'lost-answer') return { kind: 'unknown', why: 'timed out' };
        return { kind: 'started', run: mood === 'silent-success' ? null : id };
      },
      clock: () => ({ at: later(NOW, this.#seconds), elapsed: this.#seconds * 1000 }),
      sleep: async (milliseconds) => {
        this.#seconds += Math.ceil(milliseconds / 1000);
        await step();
      },
    };
  }
}
