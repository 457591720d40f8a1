import {
  drawBinomial,
  drawChance,
  drawPoisson,
  quantile,
  type Random,
  randomFrom,
} from '../statistics/index.ts';
import { afterWeek, logEvidence, nothingSeen, PLAIN_ALTERNATIVES } from './detector.ts';
import type { Calibration, CellVerdict } from './job.ts';
import { oddsOf, withOdds } from './policy.ts';

/** What the rules do in a year in which nothing is wrong: every cell has the same rate of rework. */
export interface FalseProposals {
  readonly rate: number;
  /** Proposals to promote in a year, over all cells. */
  readonly perYear: number;
  /** Of a cell and a year, the chance of at least one. */
  readonly perCell: number;
}

/** How soon the rules see a cell go wrong. */
export interface FaultSeen {
  readonly rate: number;
  /** Weeks from the change until the proposal, the two in which runs mature included; null: more than a year. */
  readonly median: number | null;
  /** Of ten such faults nine are seen by then; null: not within a year. */
  readonly p90: number | null;
  /** The share that is not seen within a year. */
  readonly unseen: number;
}

export interface SelfTest {
  readonly cells: readonly {
    readonly agent: string;
    readonly phase: string;
    readonly perWeek: number;
    readonly faults: readonly FaultSeen[];
  }[];
  readonly falseProposals: readonly FalseProposals[];
  /** Over all cells alike. */
  readonly faults: readonly FaultSeen[];
  /** Simulated years of each cell. */
  readonly years: number;
}

const WEEKS = 52;
/** Weeks in which all is well before something goes wrong. */
const WELL = 12;
/** A run counts two weeks after it was made. */
const MATURES = 2;
/** Cell-years for each rate in all, and of one cell. */
const YEARS = 1500;
const MOST_YEARS = 300;
const LEAST_YEARS = 25;

/** One cell, week by week. */
class SimulatedCell {
  readonly #random: Random;
  readonly #perWeek: number;
  readonly #calibration: Calibration;
  #state: readonly number[];

  constructor(random: Random, perWeek: number, calibration: Calibration) {
    this.#random = random;
    this.#perWeek = perWeek;
    this.#calibration = calibration;
    this.#state = nothingSeen(PLAIN_ALTERNATIVES);
  }

  /** Whether a week in which so much is reworked brings an alarm; then it starts anew. */
  alarmsAt(rate: number): boolean {
    const { alike, threshold, policy } = this.#calibration;
    const n = drawPoisson(this.#random, this.#perWeek);
    if (n === 0) return false;
    const x = drawBinomial(this.#random, n, drawChance(this.#random, rate, alike));
    const week = [{ n, x, allowed: policy.reworkAllowed }];
    this.#state = afterWeek(this.#state, week, PLAIN_ALTERNATIVES, alike);
    if (logEvidence(this.#state) < Math.log(threshold)) return false;
    this.#state = nothingSeen(PLAIN_ALTERNATIVES);
    return true;
  }
}

function faultSeen(rate: number, weeks: readonly number[]): FaultSeen {
  const sorted = [...weeks].sort((a, b) => a - b);
  const at = (p: number): number | null => {
    const value = quantile(sorted, p);
    return value === null || value > WEEKS ? null : Math.ceil(value);
  };
  const unseen = sorted.filter((each) => each > WEEKS).length;
  return { rate, median: at(0.5), p90: at(0.9), unseen: sorted.length === 0 ? 1 : unseen / sorted.length };
}

/**
 * Tries the rules on as many runs a week as this ledger has in each cell, as alike as they are said to be. The same
 * calibration and seed give the same figures.
 * @param seed a hash, such as the ledger's commit
 */
export function selfTest(calibration: Calibration, seed: string): SelfTest {
  const random = randomFrom(seed);
  const allowed = calibration.policy.reworkAllowed;
  const scaled = (rate: number): number => withOdds(allowed, oddsOf(rate) / oddsOf(0.2));
  const cells = calibration.cells.filter(({ perWeek }) => perWeek > 0);
  const years = Math.min(MOST_YEARS, Math.max(LEAST_YEARS, Math.floor(YEARS / Math.max(1, cells.length))));
  const simulated = ({ perWeek }: CellVerdict) => new SimulatedCell(random, perWeek, calibration);
  const falseProposals = [0.12, 0.15, 0.2].map(scaled).map((rate): FalseProposals => {
    let [alarms, struck] = [0, 0];
    for (const verdict of cells)
      for (let year = 0; year < years; year += 1) {
        const cell = simulated(verdict);
        let own = 0;
        for (let week = 0; week < WEEKS; week += 1) if (cell.alarmsAt(rate)) own += 1;
        alarms += own;
        if (own > 0) struck += 1;
      }
    return {
      rate,
      perYear: alarms / years,
      perCell: cells.length === 0 ? 0 : struck / (years * cells.length),
    };
  });
  const well = scaled(0.12);
  const rates = [0.3, 0.4, 0.5].map(scaled);
  const delay = (verdict: CellVerdict, rate: number): number => {
    const cell = simulated(verdict);
    for (let week = 0; week < WELL; week += 1) cell.alarmsAt(well);
    for (let week = 1; week <= WEEKS - MATURES; week += 1) if (cell.alarmsAt(rate)) return week + MATURES;
    return WEEKS + 1;
  };
  const delays = cells.map((verdict) =>
    rates.map((rate) => Array.from({ length: years }, () => delay(verdict, rate))),
  );
  return {
    cells: cells.map(({ known: { cell }, perWeek }, place) => ({
      agent: cell.agent,
      phase: cell.phase,
      perWeek,
      faults: rates.map((rate, which) => faultSeen(rate, delays[place]?.[which] ?? [])),
    })),
    falseProposals,
    faults: rates.map((rate, which) =>
      faultSeen(
        rate,
        delays.flatMap((each) => each[which] ?? []),
      ),
    ),
    years,
  };
}
