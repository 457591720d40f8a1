import { suggestion } from '../allocation/nearest.ts';
import { UserError } from '../errors.ts';
import type { ExplainDocument } from '../generated/explain.ts';
import { RULE_PAGES } from '../generated/rule-pages.ts';
import type { Immutable } from '../immutable.ts';
import { RULES, type Rule } from '../policy/gate/index.ts';
import { renderRulePage, renderRuleSummary } from '../render/rule-page.ts';
import type { Call } from '../surface/call.ts';
import type { OptionsOf } from '../surface/options/index.ts';
import type { Outcome } from '../surface/outcome.ts';
import { docsAddress } from '../surface/version.ts';

/** The rule with this id or name, in whatever case. Throws `UserError` with the nearest one. */
function ruleNamed(text: string): Rule {
  const [id, name] = [text.trim().toUpperCase(), text.trim().toLowerCase()];
  const found = RULES.find((rule) => rule.id === id || rule.name === name);
  if (found !== undefined) return found;
  const known = RULES.flatMap((rule) => [rule.id, rule.name]);
  const near = suggestion(text.trim(), known);
  throw new UserError(
    `There is no rule ${text.trim()}.`,
    near.startsWith('Did') ? near : 'haiku-first explain lists them.',
  );
}

function described({
  id,
  name,
  severity,
  purpose,
  remedy,
}: Rule): Omit<ExplainDocument['rules'][number], 'page'> {
  return { id, name, severity, purpose, remedy };
}

/** `explain`: the page of a rule, or the list of the rules, wherever it is asked. */
export async function run({ options, env }: Call<OptionsOf<'explain'>>): Promise<Outcome> {
  const home = docsAddress(env);
  const rule = options.rule === null ? null : ruleNamed(options.rule);
  const page = rule === null ? '' : (RULE_PAGES[rule.id] ?? '');
  const json: Immutable<ExplainDocument> = {
    schema: 'haiku-first/explain@1',
    rules:
      rule === null
        ? RULES.map((each) => ({ ...described(each), page: null }))
        : [{ ...described(rule), page }],
  };
  const text =
    rule === null
      ? RULES.map(
          ({ id, severity, name, purpose }) => `${id}  ${severity.padEnd(7)}  ${name}: ${purpose}`,
        ).join('\n')
      : renderRulePage(page, home);
  return {
    exitCode: 0,
    json,
    text,
    notes: [],
    outputs: {},
    annotations: [],
    summary: rule === null ? null : renderRuleSummary(page, home),
    failure: null,
  };
}
