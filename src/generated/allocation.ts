// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * Letters, digits and . _ : @ / - only: the id is put into command lines.
 */
type Model = string;
type Name = string;
/**
 * When the model is unavailable: `defer`, or `escalate` to the next higher tier that is available. Never a lesser one. Default: defer.
 */
type OnUnavailable = 'defer' | 'escalate';
/**
 * A tier, or a tier with more to say.
 */
type Cell = string | CellObject;
/**
 * What an input takes: something of the deferral, or a constant. claim: the token by which the run is found again. task: the facts that are not derived from a pull request, as a JSON object. escalate_from: the tier of the poor run, where the deferred one escalates from it.
 */
type DeferredInput =
  | 'agent'
  | 'phase'
  | 'work_item'
  | 'pull_request'
  | 'issue'
  | 'head'
  | 'claim'
  | 'priority'
  | 'critical'
  | 'task'
  | 'escalate_from'
  | DeferredConstant;
export type FactName = string;
export type FloorId = string;
export type Tier = string;
export type Effort = 'low' | 'medium' | 'high' | 'xhigh' | 'max';
/**
 * ISO week, 2026-W50.
 */
export type Week = string;
/**
 * Calendar date, 2026-11-30.
 */
export type Date = string;
/**
 * GitHub Actions expression over task.*, without ${{ }}: task.lines_changed > 50
 */
export type Condition = string;
/**
 * A file's path in the repository.
 */
export type Path = string;

/**
 * Which Claude model tier each agent may use in each phase, and the floors below which none may go. See docs/allocation.md.
 */
export interface AllocationFile {
  /**
   * Version of this format.
   */
  version: 1;
  /**
   * An organisation's policy, OWNER/REPO/path@SHA: an allocation file whose floors, maximums, denials and rows of models hold here, too. This file may only tighten them.
   */
  extends?: string;
  /**
   * Tiers, cheapest first: this order is the ranking.
   *
   * @minItems 1
   * @maxItems 12
   */
  tiers: {
    /**
     * Name of the tier.
     */
    name: string;
    /**
     * Exact model id of the Claude API.
     */
    model: string;
    /**
     * Other ids of the same model, chosen with the `provider` input.
     */
    providers?: {
      [k: string]: Model;
    };
  }[];
  /**
   * Lifecycle phases.
   *
   * @minItems 1
   * @maxItems 100
   */
  phases: Name[];
  /**
   * Typed statements about the task: what an `if` may speak of.
   */
  facts?: {
    [k: string]: {
      /**
       * Type of the value. A list is a list of strings.
       */
      type: 'boolean' | 'integer' | 'number' | 'string' | 'list';
      /**
       * `pull_request`: derived from the pull request; an input cannot set it there.
       */
      from?: 'pull_request';
      /**
       * A run that does not give it is an error. Default: false.
       */
      required?: boolean;
      /**
       * What it says.
       */
      description?: string;
    };
  };
  /**
   * Agents by name.
   */
  agents: {
    [k: string]: {
      /**
       * Tier in every phase that the matrix does not name.
       */
      default: string;
      /**
       * The highest tier that upgrades may reach. An override by a person may go above it.
       */
      maximum?: string;
      /**
       * Effort in every phase whose cell does not say its own.
       */
      effort?: 'low' | 'medium' | 'high' | 'xhigh' | 'max';
      on_unavailable?: OnUnavailable;
      /**
       * Why this tier does the job.
       */
      rationale?: string;
      /**
       * Share of runs expected to pass: a number, or [low, high].
       */
      expected_pass_rate?: number | [number, number];
      /**
       * Other names of the agent, for example those under which sub-agents report; a plugin's as plugin:agent.
       *
       * @maxItems 50
       */
      aliases?: string[];
      /**
       * The former name of the agent, or several, the latest first. Floors, exceptions and records of that name are the agent's, and it still answers to it.
       */
      renamed_from?: string | [string, ...string[]];
      /**
       * Judges the answer of `run`; all that are given must pass.
       */
      check?: {
        /**
         * A JSON Schema (2020-12) in the repository: the answer must be JSON that meets it.
         */
        schema?: string;
        /**
         * A program in the repository that judges the answer by its exit code: its path, or more.
         */
        command?: string | CheckCommand;
        /**
         * A model that judges the answer by a number.
         */
        judge?: {
          /**
           * The tier that judges; not below any floor of the agent.
           */
          tier: string;
          /**
           * A file's path in the repository.
           */
          prompt: string;
          /**
           * The score, from 0 to 1, from which on it passes.
           */
          minimum: number;
        };
        /**
         * The most steps up after a failed check. Left out: 1.
         */
        escalations?: number;
      };
      /**
       * Declared conditions that raise the tier.
       *
       * @maxItems 50
       */
      upgrades?: {
        /**
         * The tier that the work is raised to.
         */
        to: string;
        /**
         * Condition over task facts.
         */
        if: string;
        /**
         * Why.
         */
        because?: string;
        /**
         * Phases in which it holds. Left out: all.
         *
         * @minItems 1
         * @maxItems 100
         */
        phases?: Name[];
      }[];
    };
  };
  /**
   * Cells that differ from their agent's default: phase, then agent.
   */
  matrix?: {
    [k: string]: {
      [k: string]: Cell;
    };
  };
  /**
   * The lowest tier allowed.
   *
   * @maxItems 1000
   */
  floors?: {
    /**
     * Stable name of the floor; exceptions refer to it.
     */
    id: string;
    /**
     * Agents it covers.
     *
     * @minItems 1
     * @maxItems 5000
     */
    agents: Name[];
    /**
     * Phases it covers. Left out: all, also those that are added later.
     *
     * @minItems 1
     * @maxItems 100
     */
    phases?: Name[];
    /**
     * One boolean fact, `task.NAME`. When the fact is not given, the floor holds.
     */
    if?: string;
    /**
     * The lowest tier allowed.
     */
    minimum: string;
    /**
     * The minimum effort, too.
     */
    effort?: 'low' | 'medium' | 'high' | 'xhigh' | 'max';
    /**
     * `never`: an absolute floor. `approved`: an entry of allocation.exceptions.yaml may go below it. Default: never.
     */
    exceptions?: 'never' | 'approved';
    /**
     * What a deferral of a cell under this floor does to its job: `fail`, so that nothing merges unreviewed, or `succeed`, for floors that take exceptions. Default: fail.
     */
    on_defer?: 'fail' | 'succeed';
    /**
     * Why the floor stands.
     */
    because?: string;
  }[];
  /**
   * What may be spent in a week.
   */
  budget?: {
    /**
     * `observe`: zones are computed and shown, nothing is deferred. Default: observe.
     */
    mode?: 'enforce' | 'observe';
    /**
     * IANA time zone; the budget's week is the ISO week there. Default: UTC.
     */
    timezone?: string;
    /**
     * The weekly budget. With both, the measure that is consumed furthest sets the zone.
     */
    weekly: {
      /**
       * Input, cache writes and output; cache reads do not count.
       */
      tokens?: number;
      /**
       * US dollars at list price.
       */
      usd?: number;
    };
    /**
     * Where the zones begin. Default: 0.70, 0.85, 0.95.
     */
    zones?: {
      /**
       * Share of the weekly budget at which YELLOW begins.
       */
      yellow: number;
      /**
       * Share of the weekly budget at which ORANGE begins.
       */
      orange: number;
      /**
       * Share of the weekly budget at which RED begins.
       */
      red: number;
    };
    /**
     * Share on top of the weekly budget, for security-critical work alone. Default: 0.
     */
    critical_reserve?: number;
    /**
     * Allowance of a tier.
     */
    tiers?: {
      [k: string]: {
        /**
         * Share of the weekly budget that the tier may use.
         */
        share: number;
        /**
         * Part of that share kept for critical work. Default: 0.
         */
        reserve?: number;
      };
    };
    /**
     * Expected tokens a week, [low, high], by phase. A phase above its band is an alert.
     */
    phases?: {
      /**
       * @minItems 2
       * @maxItems 2
       */
      [k: string]: number[];
    };
    /**
     * What an unreadable ledger or an unpriced model does. Default: warn.
     */
    on_unmeasured?: 'warn' | 'defer' | 'fail';
  };
  /**
   * What success is, by metric.
   */
  targets?: {
    [k: string]: {
      /**
       * What is measured.
       */
      what: string;
      /**
       * Met when the figure is below this. One bound for each target.
       */
      below?: number;
      /**
       * Met when the figure is above this. One bound for each target.
       */
      above?: number;
      /**
       * Met when the figure is this or less. One bound for each target.
       */
      at_most?: number;
      /**
       * Met when the figure is this or more. One bound for each target.
       */
      at_least?: number;
      /**
       * Met when the figure is in [low, high], both included.
       *
       * @minItems 2
       * @maxItems 2
       */
      between?: number[];
      /**
       * Against the weeks before.
       */
      trend?: 'down' | 'up' | 'steady';
      /**
       * Where the figure comes from; `nothing` says that nobody measures it yet.
       */
      measured_by: 'ledger' | 'outcomes' | 'pull_requests' | 'checks' | 'forecast' | 'nothing';
      /**
       * Why, or why it is not measured.
       */
      because?: string;
    };
  };
  /**
   * Models that the shipped table does not have, or other prices for those it has. The gate watches these rows.
   *
   * @maxItems 200
   */
  models?: {
    /**
     * Letters, digits and . _ : @ / - only: the id is put into command lines.
     */
    id: string;
    /**
     * The family it belongs to. For a model of the shipped table it must be the shipped one.
     */
    line: 'haiku' | 'sonnet' | 'opus' | 'fable' | 'mythos';
    /**
     * Default: active.
     */
    lifecycle?: 'active' | 'deprecated' | 'retired';
    /**
     * Day of retirement.
     */
    retires_at?: string;
    /**
     * Ids of the same model at other providers.
     */
    providers?: {
      [k: string]: Model;
    };
    /**
     * Prices in US dollars per million tokens, by day and length of the prompt. Without prices a new model is unpriced.
     *
     * @minItems 1
     * @maxItems 50
     */
    prices?: {
      /**
       * First day (UTC) of these prices.
       */
      from?: string;
      /**
       * Last day (UTC) of these prices.
       */
      to?: string;
      /**
       * These prices hold for requests whose prompt (input, cache writes and cache reads) has at most so many tokens.
       */
      up_to_prompt_tokens?: number;
      /**
       * Input, in US dollars per million tokens.
       */
      input: number;
      /**
       * Output, in US dollars per million tokens.
       */
      output: number;
      /**
       * Cache reads, in US dollars per million tokens.
       */
      cache_read: number;
      /**
       * Cache writes that live 5 minutes, in US dollars per million tokens.
       */
      cache_write_5m: number;
      /**
       * Cache writes that live 1 hour, in US dollars per million tokens.
       */
      cache_write_1h: number;
    }[];
  }[];
  /**
   * Models that no tier may have, by exact id: neither under that id, nor under another one of the same model.
   *
   * @minItems 1
   * @maxItems 200
   */
  deny?: Model[];
  /**
   * In an organisation's policy: the repositories that it is for. `report --org` reports on them.
   *
   * @minItems 1
   * @maxItems 1000
   */
  repositories?: string[];
  /**
   * What `calibrate` goes by. Floors hold whatever it says.
   */
  calibration?: {
    /**
     * Proposals to promote that nothing calls for, and that the team puts up with in a year over all cells. Default: 2.
     */
    false_proposals_per_year?: number;
    /**
     * Share of first attempts that may need rework. Default: 0.20.
     */
    rework_allowed?: number;
    /**
     * What a rework costs the people who notice it, in US dollars. It is shown beside what a change costs, and decides nothing. Default: 5.
     */
    rework_cost_usd?: number;
  };
  /**
   * How deferred work is started again. Nothing else can be started, and without this nothing is.
   */
  deferred?: {
    /**
     * Work deferred for longer raises an alert. Default: 7.
     */
    max_days?: number;
    /**
     * The workflows that may be started; the first that fits the cell is. A cell that fits none is not started again.
     *
     * @minItems 1
     * @maxItems 100
     */
    workflows: {
      /**
       * A file name under .github/workflows. It is run at the default branch.
       */
      workflow: string;
      /**
       * Agents it is for. Left out: all.
       *
       * @minItems 1
       * @maxItems 5000
       */
      agents?: Name[];
      /**
       * Phases it is for. Left out: all.
       *
       * @minItems 1
       * @maxItems 100
       */
      phases?: Name[];
      /**
       * The workflow's inputs by name: what each takes from the deferral, or a constant. One of them takes the claim.
       */
      inputs: {
        [k: string]: DeferredInput;
      };
    }[];
  };
}
interface CheckCommand {
  /**
   * A file's path in the repository.
   */
  file: string;
  /**
   * What it is called with.
   *
   * @maxItems 50
   */
  args?: string[];
}
export interface CellObject {
  /**
   * The assigned tier.
   */
  tier: string;
  /**
   * The effort. Left out: the client's own default, or the minimum that a floor asks for.
   */
  effort?: 'low' | 'medium' | 'high' | 'xhigh' | 'max';
  /**
   * A cheaper tier, never under the floor, that non-critical work uses from YELLOW on.
   */
  economy?: string;
  on_unavailable?: OnUnavailable;
  /**
   * A share of this cell's runs that uses another tier, picked by a hash of the run's key.
   */
  trial?: {
    /**
     * Name of the trial; part of the hash that picks the runs.
     */
    id: string;
    /**
     * The tier that is tried.
     */
    tier: string;
    /**
     * Share of the cell's runs that use it, above 0 and below 1.
     */
    share: number;
    /**
     * First ISO week in which no run is in the trial. Left out: it goes on as long as it stands here.
     */
    until?: string;
  };
  /**
   * The tier before `since`.
   */
  was?: string;
  /**
   * First ISO week of `tier`; before it, `was` holds.
   */
  since?: string;
  /**
   * Why it was changed.
   */
  because?: string;
}
/**
 * Always the same.
 */
interface DeferredConstant {
  /**
   * The value.
   */
  value: string | number | boolean;
}
