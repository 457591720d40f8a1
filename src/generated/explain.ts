// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

/**
 * The answer of `haiku-first explain --json`: one rule of the gate, or all of them. Members may be added under the same version.
 */
export interface ExplainDocument {
  schema: 'haiku-first/explain@1';
  /**
   * The rule that was asked for; without one, every rule.
   */
  rules: {
    id: string;
    name: string;
    severity: 'error' | 'warning' | 'notice';
    /**
     * What the rule keeps from happening.
     */
    purpose: string;
    /**
     * What to do about a finding.
     */
    remedy: string;
    /**
     * Its page, in GitHub's markdown; null in the list of all rules.
     */
    page: string | null;
  }[];
}
