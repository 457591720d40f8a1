// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `resolve` for a whole phase: a decision for each agent.
 */
export interface PhaseDocument {
  schema: 'haiku-first/phase@1';
  /**
   * The phase.
   */
  phase: string;
  /**
   * The decisions, in the order in which the allocation names its agents.
   *
   * @minItems 1
   */
  cells: ResolveDocument[];
}
/**
 * The answer of `resolve` for one agent in one phase.
 */
interface ResolveDocument {
  schema: 'haiku-first/resolve@1';
  /**
   * run: start it on the tier. defer: do not start it now, never on a lesser model. refuse: what was asked for is not allowed.
   */
  decision: 'run' | 'defer' | 'refuse';
  /**
   * The agent's name, also where an alias was given.
   */
  agent: string;
  /**
   * The phase.
   */
  phase: string;
  /**
   * The ISO week that was decided for, in the budget's time zone.
   */
  week: string;
  /**
   * The tier that the allocation assigns to the cell this week, before upgrades and floors.
   */
  assigned: string;
  /**
   * The tier that runs; null unless it runs.
   */
  tier: string | null;
  /**
   * The tier's model id at the provider; null unless it runs.
   */
  model: string | null;
  /**
   * The effort; null: the client's own default.
   */
  effort: 'low' | 'medium' | 'high' | 'xhigh' | 'max' | null;
  /**
   * The lowest tier allowed in this situation; null: no floor is in force.
   */
  floor: string | null;
  /**
   * How far the weekly budget is consumed.
   */
  zone: 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'EXHAUSTED';
  /**
   * The work is critical: by the flag, by task.security_critical, or because the cell is guarded.
   */
  critical: boolean;
  /**
   * The cell is under an absolute floor.
   */
  guarded: boolean;
  /**
   * What claude-code-action takes as claude_args; empty unless it runs.
   */
  claudeArgs: string;
  /**
   * What claude-code-action takes as settings: the models of the session; empty unless it runs.
   */
  settings: string;
  /**
   * The sub-agents that the session could start, by name.
   */
  agents: {
    /**
     * The type by which the session starts it: an agent, an alias, or any other name in .claude/agents.
     */
    name: string;
    /**
     * The agent of the allocation; null: none.
     */
    agent: string | null;
    /**
     * The tier that it runs on; null: it is not started, or its definition decides.
     */
    tier: string | null;
    /**
     * The model id of the tier; null like it.
     */
    model: string | null;
    /**
     * set: by --agents, whatever its file says. locked: no model of the session is below its floor. denied: it is not started. unchanged: its definition decides, within the session's models.
     */
    how: 'locked' | 'set' | 'denied' | 'unchanged';
    /**
     * Why, in words.
     */
    why: string;
  }[];
  /**
   * What led to the decision, in order.
   *
   * @minItems 1
   */
  trace: TraceStep[];
}
/**
 * One step of the decision.
 */
interface TraceStep {
  /**
   * Which step of the decision it is.
   */
  step:
    | 'assigned'
    | 'not-given'
    | 'floor'
    | 'upgrade'
    | 'override'
    | 'escalation'
    | 'economy'
    | 'budget'
    | 'zone'
    | 'allowance'
    | 'unavailable'
    | 'sub-agent'
    | 'advice'
    | 'refused'
    | 'claim';
  /**
   * The step in words for a person.
   */
  text: string;
  /**
   * What did it: a path in the allocation file, a fact or an option; null where the text says all.
   */
  source: string | null;
}
