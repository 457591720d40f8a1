
const e=require("./start.js"),t=require("./gate.js"),n={HF101:`# HF101 floor-broken

In some situation a cell would run below a floor of the base or of the head.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor is the team's promise that some work is never done on a lesser model, whatever the budget says. A promise holds only if it holds in every situation, so the gate tries them all: every zone, upgrades on and off,
overrides, models that are unavailable, trial shares, and the weeks on both sides of every \`since\`. The floors of the base count as well as those of the head: lowering a floor in the same pull request frees nobody.

When the cell itself is fine on the base and on the head but not in between, look at \`was\`, \`since\`, \`trial\` and \`economy\`: each of them can pick the tier, and each is held to the floor.

## Breaks the rule

\`\`\`diff
 matrix:
   EXEC:
+    SECURITY: sonnet
\`\`\`

## Harmless twin

\`\`\`diff
 matrix:
   EXEC:
-    TESTING: sonnet
+    TESTING: opus
\`\`\`

The cell rises, and no floor stands in its way.

## What to do

Raise the cell to its floor again. The counterexample names the cell, the situation, the tier before and after, and the floor.

A floor with \`exceptions: approved\` can be passed under for a while: add an entry to \`allocation.exceptions.yaml\` in a pull request of its own, have it merged, then lower the cell.
A floor with \`exceptions: never\` cannot: if the work cannot run on its tier, it is deferred, never done on a lesser one.
`,HF102:`# HF102 floor-removed

A floor of the base is gone.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

Without its floor, a cell may be moved down by the next pull request and nothing would object. Removing the floor is therefore judged like breaking it.

## Breaks the rule

\`\`\`diff
 floors:
-  - id: security-always-opus
-    agents: [SECURITY]
-    minimum: opus
-    exceptions: never
\`\`\`

## Harmless twin

\`\`\`diff
 floors:
   - id: security-always-opus
     agents: [SECURITY]
     minimum: opus
     exceptions: never
+  - id: database-sonnet
+    agents: [DATABASE]
+    minimum: sonnet
+    exceptions: approved
\`\`\`

Floors may be added freely.

## What to do

Put the floor back. A floor may get another \`id\` only if one floor of the file still asks for as much, of the same agents, in the same phases and situations.

A floor with \`exceptions: approved\` can be retired by an entry with \`retire: true\` in the exceptions file that is already on the base branch (then [HF302](HF302.md) tells of it). An absolute floor can only be removed by an administrator who
bypasses the ruleset; \`docs/securing-the-gate.md\` says how that leaves a trace.
`,HF103:`# HF103 floor-lowered

A floor asks for a lower tier or effort than on the base.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

The floor still has its name, so a reader of the file believes it holds. It asks for less than it did.

The least effort counts too: taking \`effort: high\` from a floor, or lowering it, lowers the floor.

## Breaks the rule

\`\`\`diff
   - id: validation-in-critical-phases
     agents: [VALIDATION]
     phases: [PLAN, EXEC]
-    minimum: sonnet
+    minimum: haiku
\`\`\`

## Harmless twin

\`\`\`diff
   PLAN:
-    VALIDATION: sonnet
+    VALIDATION: opus

 floors:
   - id: validation-in-critical-phases
     agents: [VALIDATION]
     phases: [PLAN, EXEC]
-    minimum: sonnet
+    minimum: opus
\`\`\`

The floor rises, and the cells under it rise with it.

## What to do

Put the tier, or the \`effort\`, back. A floor may rise at any time.
`,HF104:`# HF104 floor-narrowed

A floor covers fewer agents, phases or situations than on the base.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor protects the agents, phases and situations it names. Taking one of them out unprotects it, though the floor's tier is unchanged.

Adding an \`if:\` narrows a floor as well: it then holds only where the condition is true or not known. Removing an \`if:\` widens it.

## Breaks the rule

\`\`\`diff
   - id: validation-in-critical-phases
     agents: [VALIDATION]
-    phases: [PLAN, EXEC]
+    phases: [PLAN]
     minimum: sonnet
\`\`\`

## Harmless twin

\`\`\`diff
   - id: validation-in-critical-phases
-    agents: [VALIDATION]
+    agents: [VALIDATION, RISK]
     phases: [PLAN, EXEC]
     minimum: sonnet
\`\`\`

The floor covers one agent more.

## What to do

Give the floor its agents, phases and condition back. A floor may be split into floors that together cover the same agents and phases and ask for no less. One that names no phases covers those that are added later, too: only a floor that names none can take its place.
`,HF105:`# HF105 floor-made-exceptable

An absolute floor would allow exceptions.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

\`exceptions: never\` is what makes a floor absolute: no approval, no deadline and no budget goes below it. With \`approved\` in its place, an entry in another file would do.

## Breaks the rule

\`\`\`diff
   - id: security-always-opus
     agents: [SECURITY]
     minimum: opus
-    exceptions: never
+    exceptions: approved
\`\`\`

## Harmless twin

\`\`\`diff
   - id: final-verification-opus
     agents: [VALIDATION]
     phases: [EXEC]
     minimum: opus
-    exceptions: approved
+    exceptions: never
\`\`\`

A floor may become absolute at any time.

## What to do

Set \`exceptions: never\` again. Only an administrator's bypass of the ruleset can change an absolute floor.
`,HF106:`# HF106 floored-agent-removed

An agent under a floor is deleted, or renamed without \`renamed_from\`, so its floor covers nothing.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor speaks of agents by name. When the agent goes or gets another name, jobs and sub-agents that still ask for the old one are under no floor, and the floor's words cover something else than its owners agreed to, even if the floor is renamed with it. A head that says \`renamed_from\` keeps the two together: the agent answers to both names, and is held to everything that the old one was held to.

## Breaks the rule

\`\`\`diff
 agents:
-  SECURITY:
+  SEC_REVIEW:
     default: opus

 floors:
   - id: security-always-opus
-    agents: [SECURITY]
+    agents: [SEC_REVIEW]
\`\`\`

## Harmless twin

\`\`\`diff
 agents:
   SECURITY:
     default: opus
-    aliases: [security-agent]
+    aliases: [security-agent, sec-review]
\`\`\`

The agent keeps its name and its floor; it is known by one more name. So is one that is renamed and says so: [HF303](HF303.md) has an example.

## What to do

Put the agent back under its name. To rename it, write \`renamed_from\` at its new name: [how to rename an agent](../allocation.md#renaming-an-agent). If its sub-agents report under another name, list that name in \`aliases\`.

To rename is to give one agent a new name. An agent that the base has already cannot take over another one, and one name cannot stand for two agents of the base.
`,HF107:`# HF107 floored-phase-removed

A phase that a floor covers is renamed or deleted.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor covers phases by name. When one goes or gets another name, jobs that still ask for the old one are under no floor, and nobody can tell from the diff whether the new phase is the same work.

## Breaks the rule

\`\`\`diff
-phases: [LEAD, PLAN, EXEC]
+phases: [LEAD, PLAN, BUILD]

 matrix:
-  EXEC:
+  BUILD:

 floors:
   - id: validation-in-critical-phases
     agents: [VALIDATION]
-    phases: [PLAN, EXEC]
+    phases: [PLAN, BUILD]
   - id: final-verification-opus
     agents: [VALIDATION]
-    phases: [EXEC]
+    phases: [BUILD]
\`\`\`

## Harmless twin

\`\`\`diff
-phases: [LEAD, PLAN, EXEC]
+phases: [LEAD, PLAN, EXEC, OPERATE]
\`\`\`

A phase is added, none is lost.

## What to do

Put the phase back under its name. New phases may be added; a floor that names no phases covers them from the start.
`,HF108:`# HF108 tier-order-changed

The ranking of the tiers changes, and with it what a floor means.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

The order of \`tiers\` is their ranking. \`minimum: sonnet\` means "sonnet or what is listed after it": with another order, the same words allow other models.

## Breaks the rule

\`\`\`diff
 tiers:
-  - name: haiku
-    model: claude-haiku-5-5
   - name: sonnet
     model: claude-sonnet-5-5
+  - name: haiku
+    model: claude-haiku-5-5
\`\`\`

## Harmless twin

\`\`\`diff
 tiers:
   - name: sonnet
     model: claude-sonnet-5-5
   - name: opus
     model: claude-opus-5-5
+  - name: fable
+    model: claude-fable-5-2
\`\`\`

A tier is added; those of the base keep their order.

## What to do

List the tiers in the order of the base, cheapest first.
`,HF109:`# HF109 tier-removed

A tier is renamed or deleted.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

Floors, cells and upgrades name tiers. Renaming one that a floor asks for means rewriting what the floor says, and a reviewer cannot see from the diff that nothing else moved. Tiers that no floor of the base asks for may go.

## Breaks the rule

\`\`\`diff
 tiers:
   - name: haiku
     model: claude-haiku-5-5
-  - name: sonnet
+  - name: middle
     model: claude-sonnet-5-5

 agents:
   RISK:
-    default: sonnet
+    default: middle
   DATABASE:
-    default: sonnet
+    default: middle
   TESTING:
-    default: sonnet
+    default: middle

 matrix:
   PLAN:
-    VALIDATION: sonnet
+    VALIDATION: middle
   EXEC:
-    TESTING: sonnet
+    TESTING: middle

 floors:
   - id: validation-in-critical-phases
-    minimum: sonnet
+    minimum: middle
\`\`\`

## Harmless twin

\`\`\`diff
 tiers:
   - name: haiku
     model: claude-haiku-5-5
+  - name: haiku-long
+    model: claude-haiku-5-5
   - name: sonnet
     model: claude-sonnet-5-5
\`\`\`

A tier is added, none is lost.

## What to do

Put the tier back under its name. To change what a tier runs on, change its \`model\`; the line of the new model is checked by [HF110](HF110.md).
`,HF110:`# HF110 model-of-lesser-line

A tier's model is replaced by one of a lesser line.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor names a tier, and a tier names a model. With a lesser model behind the tier's name, the floor still reads \`opus\` while the work is done on something else.

The ids under \`providers:\` count too.

## Breaks the rule

\`\`\`diff
   - name: opus
-    model: claude-opus-5-5
+    model: claude-haiku-5-5
\`\`\`

## Harmless twin

\`\`\`diff
   - name: opus
-    model: claude-opus-5
+    model: claude-opus-5-5
\`\`\`

A newer model of the same line. An older one would be warned of by [HF209](HF209.md).

## What to do

Give the tier a model of the base's line, or of a higher one. The lines, least first, are haiku, sonnet, opus, fable, mythos.
`,HF111:`# HF111 model-line-unknown

A tier gets a model whose line is not known from the base.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

What cannot be ranked cannot be compared with a floor. The gate takes the line of a model from its shipped table and from \`models:\` on the base, never from the pull request that wants to use it.

The same holds the other way round: where the model that goes has no known line, nobody can tell whether the one that comes is lesser. Say its line in \`models:\` first.

## Breaks the rule

\`\`\`diff
   - name: opus
-    model: claude-opus-5-5
+    model: my-gateway-opus
\`\`\`

## Harmless twin

\`\`\`diff
   - name: opus
-    model: claude-opus-5
+    model: claude-opus-5-5
\`\`\`

The table knows the model and its line.

## What to do

Use the exact id of a model in the table. For an id of your own, first merge a row for it in \`models:\`, in a pull request of its own that people review; then let the tier use it.
`,HF112:`# HF112 model-retired

A tier gets a model that its provider has retired.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A retired model is refused by its provider. The cells of the tier would all be deferred, among them the ones that a floor guards.

## Breaks the rule

\`\`\`diff
   - name: sonnet
-    model: claude-sonnet-5-5
+    model: claude-sonnet-4-20250514
\`\`\`

## Harmless twin

\`\`\`diff
   - name: sonnet
-    model: claude-sonnet-5
+    model: claude-sonnet-5-5
\`\`\`

The model is served.

## What to do

Name a model that is still served. Providers other than Anthropic have dates of their own.
`,HF113:`# HF113 tiers-fall-in-line

A higher tier has a model of a lesser line than a lower tier.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

Tiers are a ranking, cheapest first. If a higher tier had a model of a lesser line, an upgrade would be a downgrade, and a floor would be kept by moving down.

## Breaks the rule

\`\`\`diff
   - name: sonnet
-    model: claude-sonnet-5-5
+    model: claude-opus-5-5
   - name: opus
-    model: claude-opus-5-5
+    model: claude-sonnet-5-5
\`\`\`

## Harmless twin

\`\`\`diff
   - name: sonnet
     model: claude-sonnet-5-5
+  - name: sonnet-deep
+    model: claude-sonnet-5-5
   - name: opus
     model: claude-opus-5-5
\`\`\`

The lines rise or stay level along the list.

## What to do

Order the models so that no tier has a lesser line than the tier before it. Equal lines may stand side by side.
`,HF114:`# HF114 guarded-cell-stopped

A guarded cell that could run before would be deferred or refused.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A guarded cell is one under an absolute floor. Deferring is the right answer when its model is unavailable, but a change that always defers it, or that makes every job of it fail, means that security work is never done, without any floor being touched.

What stops a guarded cell:

| Edit | What happens to it |
| --- | --- |
| It no longer climbs when its model is unavailable | deferred in that situation; the counterexample names it |
| No critical reserve is left, also for a budget that was only observed before | deferred once the weekly budget is spent |
| The reserve falls below a tenth of what it was in the same measure, or below 1,000 tokens or $0.01 | the same, in effect: no run is smaller. Any other cut is one of the budget ([HF201](HF201.md)) |
| A measure that the base's budget has not keeps less than a tenth of the worth of the reserve that it has, or less than a small run takes | the same, in effect |
| \`on_unmeasured\` becomes \`defer\` or \`fail\` in an enforced budget | deferred or refused whenever the ledger cannot be read |
| An agent gets a model without a price in an enforced budget in dollars that has \`on_unmeasured: defer\` or \`fail\` | deferred or refused for the rest of the week, once a run on it does not tell its cost |
| A fact becomes \`required\`, a new one or one that is there | every job that does not give it is refused |
| A fact that the agent's upgrades speak of is removed, gets another type or is derived | the jobs that give it are refused |
| A row of \`models:\` says that the model of a tier it runs on is retired, now or from a day on | deferred, now or from then on |
| It is moved, upgraded or put on trial to a tier whose model is retired | deferred |
| A tier it runs on has no id at a provider that its tier has an id for on the base | refused there |

A small run is 20,000 tokens, 5,000 of them output, at the list price of the dearest model that the base's guarded cells are assigned: $0.16 on claude-opus-5-5. By its price tokens are turned into dollars and back, with the prices of the base. So 50,000 tokens in reserve are worth $0.40, and a budget in dollars that takes their place, or stands beside them, must keep $0.16; $20 are worth 2,500,000 tokens, of which 250,000 must be kept. Where the former reserve is worth less than a small run, all of its worth must be kept; where there was no budget, or one without a reserve that was only observed, a small run.

## Breaks the rule

\`\`\`diff
 budget:
-  critical_reserve: 0.10
+  critical_reserve: 0
\`\`\`

Or, with the share kept and the measure exchanged, \`weekly: { tokens: 500000 }\` becomes \`weekly: { usd: 0.2 }\`.

## Harmless twin

\`\`\`diff
 budget:
-  critical_reserve: 0.10
+  critical_reserve: 0.15
\`\`\`

More is kept for critical work. [HF201](HF201.md) warns of any change to the budget.

## What to do

Undo what stops the cell; the finding points at it. Where it is deferred in a situation, the counterexample names the one in which it could run before and cannot now.

Where the edit is meant, it goes in as that of an absolute floor does: past the gate, by whoever may. See [securing the gate](../securing-the-gate.md).
`,HF115:`# HF115 exception-invalid

An exception is not allowed: its floor takes none, it runs too long, or its renewal is not counted.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

An exception is a hole in a floor. It is only acceptable when it is exact, short, approved and visible: one cell, at most 90 days, with a reason, a person and a place where it is followed up. Renewals are counted, so that an exception cannot become the rule.

## Breaks the rule

\`\`\`diff
-exceptions: []
+exceptions:
+  - floor: security-always-opus
+    agent: SECURITY
+    phase: EXEC
+    tier: sonnet
+    reason: opus is expensive this month
+    approved_by: octocat
+    tracking: "#42"
+    expires: 2027-11-23
\`\`\`

The floor takes no exceptions, and a year is too long.

## Harmless twin

\`\`\`diff
-exceptions: []
+exceptions:
+  - floor: validation-in-critical-phases
+    agent: VALIDATION
+    phase: PLAN
+    tier: haiku
+    reason: trial of the new checklist
+    approved_by: octocat
+    tracking: "#42"
+    expires: 2026-12-31
\`\`\`

The floor takes exceptions, and this one ends in time. It counts once it is on the base branch.

## What to do

Fix the entry: a floor with \`exceptions: approved\`, an \`expires\` at most 90 days away, and \`renewals\` raised by one where an entry is renewed.
`,HF116:`# HF116 exception-not-on-base

A cell goes below its floor on an exception that is not on the base branch yet.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A pull request that could approve itself would need no approval. So an exception counts only once it is on the base branch, where the owners of the exceptions file have merged it.

## Breaks the rule

\`\`\`diff
 # allocation.exceptions.yaml
-exceptions: []
+exceptions:
+  - floor: validation-in-critical-phases
+    agent: VALIDATION
+    phase: PLAN
+    tier: haiku
+    reason: trial of the new checklist
+    approved_by: octocat
+    tracking: "#42"
+    expires: 2026-12-31

 # allocation.yaml
   PLAN:
-    VALIDATION: sonnet
+    VALIDATION: haiku
\`\`\`

## Harmless twin

\`\`\`diff
 # allocation.exceptions.yaml
-exceptions: []
+exceptions:
+  - floor: validation-in-critical-phases
+    agent: VALIDATION
+    phase: PLAN
+    tier: haiku
+    reason: trial of the new checklist
+    approved_by: octocat
+    tracking: "#42"
+    expires: 2026-12-31
\`\`\`

The exception alone. Nothing uses it yet.

## What to do

Split the change: first a pull request with the exception alone, reviewed by the owners of that file; once it is merged, the one that lowers the cell.

An exception that has expired is renewed in the same way: a pull request that changes nothing but the exceptions file passes, though the cell is still below its floor.
`,HF117:`# HF117 file-invalid

The allocation or exceptions file of the head is not valid.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A file that cannot be read has no floors. After the merge every job would stop, or worse, be started by hand without the allocation.

## Breaks the rule

\`\`\`diff
   SECURITY:
-    default: opus
+    default: opsu
\`\`\`

## Harmless twin

\`\`\`diff
   SECURITY:
     default: opus
+    rationale: Threat analysis, RLS validation, auth security
\`\`\`

Every name is known and every value is of its type.

## What to do

Fix the line. The message names the line, the column, what was expected, and the nearest valid name. \`haiku-first check\` shows the same on your machine, before you push.
`,HF118:`# HF118 file-removed

The allocation file is deleted or moved.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

With the file gone there is nothing to keep. Moving it has the same effect: the gate and \`resolve\` read one fixed path, so that a pull request cannot bring a file of its own.

## Breaks the rule

\`\`\`diff
-version: 1
-tiers:
-  …
\`\`\`

## Harmless twin

\`\`\`diff
+# Reviewed by the platform team.
 version: 1
 tiers:
\`\`\`

The file stays where it is. Comments do not matter to the gate.

## What to do

Put the file back at its path. To stop using haiku-first, an administrator bypasses the ruleset; \`docs/securing-the-gate.md\` says how.
`,HF119:`# HF119 file-not-regular

The allocation or exceptions file is a link, a submodule, executable, or too large.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A link or a submodule has its content elsewhere, where it can change without a pull request. A very large file could be made so that nobody can review it.

## Breaks the rule

\`\`\`diff
-100644 blob allocation.yaml
+120000 link allocation.yaml -> tools/allocation.yaml
\`\`\`

## Harmless twin

\`\`\`diff
 100644 blob allocation.yaml
+100644 blob docs/allocation-explained.md
\`\`\`

The file is a plain file. Others do not matter.

## What to do

Make it a plain file: no link, no submodule, not executable (mode 100644), at most 1 MB.
`,HF120:`# HF120 floor-fact-changed

The fact in a floor's condition changes its type or its source.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor with a condition is as strong as the fact it speaks of. If the fact is declared otherwise, or comes from somewhere else, the condition can be made false without a change to the floor: in the example, \`fork\` was read from the pull request, and would be whatever the job says.

The same holds for \`security_critical\`, which decides whose work is security-critical.

## Breaks the rule

\`\`\`diff
 facts:
-  fork: { type: boolean, from: pull_request }
+  fork: { type: boolean }

 floors:
   - id: forks-on-opus
     agents: [TESTING]
     if: task.fork
     minimum: opus
\`\`\`

## Harmless twin

\`\`\`diff
 facts:
   fork: { type: boolean, from: pull_request }
+  touches_billing: { type: boolean }
\`\`\`

A fact is added; the one that the floor speaks of is untouched.

## What to do

Give the fact its \`type\` and its \`from\` back. To base a floor on another fact, add a second floor and keep the first.
`,HF121:`# HF121 alias-of-floored-agent-removed

A name under which a floored agent reports is removed or given to another agent.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

Sub-agents report under their aliases. If an alias of a floored agent is dropped or handed to another agent, what runs under that name is no longer held to the floor. The same is true of the name that the agent had before: jobs and records still have it, so what stands in \`renamed_from\` can move to \`aliases\` and cannot go.

## Breaks the rule

\`\`\`diff
   SECURITY:
     default: opus
-    aliases: [security-agent]
   TESTING:
     default: sonnet
+    aliases: [security-agent]
\`\`\`

## Harmless twin

\`\`\`diff
   SECURITY:
     default: opus
-    aliases: [security-agent]
+    aliases: [security-agent, threat-modeller]
\`\`\`

The floored agent is known by one more name.

## What to do

Give the alias back to the floored agent.
`,HF122:`# HF122 model-row-changed

A model's declared line changes.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

Rows in \`models:\` say which line a model belongs to. Whoever may change them in the pull request that uses them could call any model an opus.

## Breaks the rule

\`\`\`diff
 models:
   - id: my-gateway-model
-    line: haiku
+    line: opus
\`\`\`

## Harmless twin

\`\`\`diff
 models:
   - id: my-gateway-model
     line: haiku
+  - id: my-gateway-model-2
+    line: haiku
\`\`\`

A row is added, and no tier uses it yet. [HF208](HF208.md) tells the reviewer of it.

## What to do

Give the row the line that it has on the base. A row for a new model may be added; a tier can use it once it is merged.
`,HF123:"# HF123 sub-agent-below-floor\n\nA sub-agent's file, or the project's settings, would have it run below its agent's floor.\n\nSeverity: **error**, blocks the pull request. Since version 0.1.0.\n\n## Why it matters\n\nClaude Code starts a sub-agent on the model that its file in `.claude/agents` names. `resolve` overrules the file in the sessions that it starts; a person's session on a laptop, or a job without `resolve`, does what the file says. So a pull request that lowers it lowers the floor.\n\nIt is refused in every form: another `model:`; none, or `inherit`, which is the model of whatever session starts it; a second file of the same name; another `name:` in the same file, or in one with the same prompt; a model that nobody knows; a skill or a command of the project with `context: fork`, this `agent:` and a lesser `model:` of its own. So are settings in `.claude/settings.json` that put a lesser model in its place: a forced `CLAUDE_CODE_SUBAGENT_MODEL` (also where each file has half of it), a `model` in `CLAUDE_CODE_EXTRA_BODY`, `ANTHROPIC_DEFAULT_OPUS_MODEL`, `modelOverrides`, `availableModels` without a model that keeps the floor. Where there is a floor, what cannot be read is refused, too: a symbolic link, which Claude Code follows, a submodule, a file of more than 256 kB, and what comes after 500 files.\n\nA file has no phase. It has to keep the strictest floor over its agent, in whichever phase that holds; a floor with an `if` is not asked for, nor does an exception, which is for one phase, reach a file. What was so on the base is not accused, nor is a pull request that raises a floor: that is [HF236](HF236.md).\n\n## Breaks the rule\n\n```diff\n ---\n name: security-agent\n description: Reviews for security\n-model: opus\n+model: sonnet\n ---\n```\n\n## Harmless twin\n\n```diff\n ---\n name: security-agent\n description: Reviews for security\n-model: opus\n+model: claude-opus-5-5\n ---\n```\n\nThe exact id means the same tier.\n\n## What to do\n\nName the tier of the floor, or let `haiku-first agents --write` do it.\n",HF130:`# HF130 model-alias

A tier's model is a word by which Claude Code picks a model itself, not an exact id.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

\`opus\`, \`haiku\`, \`opusplan\`, \`best\` and their like name no model. Claude Code decides what stands behind them, by its version, its settings and the user's plan, and it may be another model tomorrow. Nothing could say whether a floor is kept, and \`resolve\` would hand the word on: a tier opus with the model \`haiku\` runs everything under its floor on a lesser line.

## Breaks the rule

\`\`\`diff
   - name: opus
-    model: claude-opus-5-5
+    model: opus
\`\`\`

## Harmless twin

\`\`\`diff
   - name: opus
-    model: claude-opus-5
+    model: claude-opus-5-5
\`\`\`

The finding is made in the first commit of a file as well, and \`resolve\` refuses such a file.

## What to do

Write the exact id that the finding names; [the table of models](../prices.md) has them all, with those of the providers.
`,HF131:`# HF131 unknown-model-under-floor

A tier that work under a floor can get has a model whose line nobody knows.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor asks for a tier, and a tier is worth what its model is worth. Of an id that no table has (another maker's model, a misspelt one, a name of a gateway) nobody can tell whether it keeps the floor. [HF111](HF111.md) judges what a change puts in a model's place; this rule judges what stands in the file, the first commit of it included.

## Breaks the rule

\`\`\`diff
   - name: opus
-    model: acme-large
+    model: acme-large # of our gateway
\`\`\`

## Harmless twin

\`\`\`diff
   - name: opus
-    model: acme-large
+    model: claude-opus-5-5
\`\`\`

The finding stays as long as the id does. A row under \`models:\` says which line it is of: a claim that people review, and that [HF208](HF208.md) points at.

## What to do

Write the id that the finding names. For a model of your own, such as an inference profile or a name of a gateway, add a row under \`models:\`. \`resolve\` refuses the file until then. An id under \`providers\` that the base has already is a warning ([HF230](HF230.md)): the base's reviewers took it.
`,HF132:`# HF132 policy-dropped

The file no longer extends the policy that it extends on the base, or extends another one.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

What an organisation asks of its repositories stands in one line of theirs. Without that line, or with the line of another repository, none of it holds any more, and a copy of the floors would not follow when they change.

## Breaks the rule

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
\`\`\`

## Harmless twin

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
+extends: acme/policies/floors.yaml@2222222222222222222222222222222222222222
\`\`\`

The same file of the same repository, at a later commit: [HF240](HF240.md) or [HF340](HF340.md) says what that means.

## What to do

Put the line back. A policy that moves to another repository leaves a file behind that extends the new one. See [one policy for many repositories](../policy.md).
`,HF133:`# HF133 policy-not-on-default-branch

The file extends a commit of the policy that is not on the default branch there.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

The full id of a commit says which text is meant, not that anybody has reviewed it: a commit of a topic branch, of a fork or from before a history was rewritten has an id, too. Only what is on the default branch has passed the organisation's own gate.

## Breaks the rule

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
+extends: acme/policies/floors.yaml@3333333333333333333333333333333333333333
\`\`\`

## Harmless twin

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
+extends: acme/policies/floors.yaml@2222222222222222222222222222222222222222
\`\`\`

The commit is on the default branch.

## What to do

Name a commit of the default branch: \`git rev-parse origin/main\` in a clone of the policy's repository. Where its history was rewritten, name the commit that took the place of the old one.
`,HF134:`# HF134 policy-moved-back

The file extends a commit of the policy that asks for less, and does not descend from the one on the base or is not what the default branch asks for now.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A floor that the organisation has added since would be gone in this repository alone, by a change of forty digits that nobody can read. A commit that a merged branch took on its way is in the history of the default branch, too, though nobody reviewed it alone: it counts only where the default branch asks for no more by now.

## Breaks the rule

\`\`\`diff
-extends: acme/policies/floors.yaml@2222222222222222222222222222222222222222
+extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111

 # acme/policies: floors.yaml
   - id: org-security-opus
     agents: [SECURITY]
     minimum: opus
+    effort: high
\`\`\`

## Harmless twin

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
+extends: acme/policies/floors.yaml@2222222222222222222222222222222222222222

 # acme/policies: floors.yaml
   - id: org-security-opus
     agents: [SECURITY]
     minimum: opus
+    effort: high
\`\`\`

The later commit descends from the one on the base.

## What to do

Keep the commit of the base, or take the tip of the default branch. Where a new policy is wrong, change it in its own repository: every repository can then move forward.
`,HF135:`# HF135 looser-than-policy

The file asks for less than the policy that it extends.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

A repository may tighten a policy and never loosen it. A floor of the same name that is lower, a maximum that is higher, a tier whose model does not keep the floor, or a row of \`models:\` that says something else would leave two words for one thing, and the weaker one in the file that people read. Each finding names the place here and the place in the policy. A cell below a floor of the policy is [HF101](HF101.md).

## Breaks the rule

\`\`\`diff
 extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111

 floors:
+  - id: org-security-opus
+    agents: [SECURITY]
+    minimum: sonnet
\`\`\`

## Harmless twin

\`\`\`diff
 extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111

 floors:
+  - id: org-security-opus
+    agents: [SECURITY, STORIES]
+    minimum: opus
\`\`\`

The repository asks for more than the policy.

## What to do

Ask for as much as the policy does, or leave the floor, the maximum or the row out: the policy's holds without it.
`,HF136:`# HF136 denial-removed

A model that no tier may have on the base is denied no more.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

Whoever wants a model back that was ruled out should not do it in the change that uses it.

## Breaks the rule

\`\`\`diff
-deny: [claude-opus-4-1, claude-opus-4]
+deny: [claude-opus-4-1]
\`\`\`

## Harmless twin

\`\`\`diff
-deny: [claude-opus-4-1]
+deny: [claude-opus-4-1, claude-opus-4]
\`\`\`

A denial is added.

## What to do

Put the model back under \`deny\`. A denial of the organisation's policy goes when the policy drops it, and the file moves to that commit.
`,HF137:`# HF137 model-denied

A tier has a model that no tier may have.

Severity: **error**, blocks the pull request. Since version 0.1.0.

## Why it matters

\`deny\` rules models out, here or for a whole organisation: one whose terms or behaviour nobody wants, or one that is not to be paid for. A dated id, or the id of a provider, is of the same model.

## Breaks the rule

\`\`\`diff
 deny: [claude-opus-4-1]

 tiers:
   - name: opus
-    model: claude-opus-5-5
+    model: claude-opus-4-1
\`\`\`

## Harmless twin

\`\`\`diff
 deny: [claude-opus-4-1]

 tiers:
   - name: opus
-    model: claude-opus-4-8
+    model: claude-opus-5-5
\`\`\`

The model is not denied.

## What to do

Give the tier another model.
`,HF201:`# HF201 budget-changed

The budget, its zones, shares or reserves change.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A smaller budget means that work is deferred sooner, a larger one that more is spent. Both are the owner's choice, and both deserve a second look.

## Sets it off

\`\`\`diff
 budget:
-  weekly: { tokens: 500000 }
+  weekly: { tokens: 250000 }
\`\`\`

## Harmless twin

\`\`\`diff
 budget:
+  # Agreed for the quarter.
   weekly: { tokens: 500000 }
\`\`\`

The figures are unchanged.

## What to do

Nothing, if the change is meant. A change that keeps a guarded cell from running is an error: [HF114](HF114.md).
`,HF202:`# HF202 upgrade-removed

An upgrade is removed or narrowed.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

Upgrades raise the tier for the harder cases. Without one, these cases are done on the cell's own tier; no floor is broken, and rework may follow.

## Sets it off

\`\`\`diff
   TESTING:
     default: sonnet
-    upgrades:
-      - to: opus
-        if: task.security_critical
-        because: security-critical test coverage
\`\`\`

## Harmless twin

\`\`\`diff
   TESTING:
     default: sonnet
     upgrades:
       - to: opus
         if: task.security_critical
         because: security-critical test coverage
+      - to: opus
+        if: task.lines_changed > 2000
+        because: very large changes
\`\`\`

An upgrade is added.

## What to do

Nothing, if the upgrade is no longer needed. A work item that must not go without it belongs under a floor.
`,HF203:`# HF203 model-retires-soon

A tier's model may retire within 60 days.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

When a model retires, the cells of its tier are deferred until the file names another one. Sixty days is the notice that Anthropic gives.

## Sets it off

\`\`\`diff
   - name: sonnet
-    model: claude-sonnet-5-5
+    model: claude-sonnet-4-5
\`\`\`

Checked on 23 November 2026: the model retires on 30 November 2026. A date that the provider gives as the earliest one is warned of too, because it may hold.

## Harmless twin

\`\`\`diff
   - name: sonnet
-    model: claude-sonnet-4-5
+    model: claude-sonnet-5-5
\`\`\`

The model stays for longer.

## What to do

Plan the move to a model that stays, in a pull request of its own. From its retirement on, naming the model is an error: [HF112](HF112.md).
`,HF204:`# HF204 exception-expired

An exception has expired.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

An expired exception no longer counts: the cell is held to its floor again, and if it still lies below, its jobs stop. The entry misleads whoever reads the file.

## Sets it off

\`\`\`diff
 exceptions:
   - floor: validation-in-critical-phases
     agent: VALIDATION
     phase: PLAN
     tier: haiku
     reason: trial of the new checklist
     approved_by: octocat
     tracking: "#42"
     expires: 2026-11-01
\`\`\`

Checked on 23 November 2026, whether or not the pull request touches the file.

## Harmless twin

\`\`\`diff
-exceptions:
-  - floor: validation-in-critical-phases
-    agent: VALIDATION
-    phase: PLAN
-    tier: haiku
-    reason: trial of the new checklist
-    approved_by: octocat
-    tracking: "#42"
-    expires: 2026-11-01
+exceptions: []
\`\`\`

The entry is deleted.

## What to do

Delete the entry, or renew it: a new \`expires\`, a reason, and \`renewals\` raised by one. It is a warning and not an error, because time alone must not turn an unrelated pull request red.
`,HF205:`# HF205 gate-workflow-edited

The workflow that runs this gate is edited.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

Whoever may edit the workflow that runs the gate may switch it off. On a pull request from the same repository, the edited workflow is the one that runs.

## Sets it off

\`\`\`diff
 jobs:
   gate:
+    if: false
     steps:
       - uses: OWNER/haiku-first@v1
         with: { command: check }
\`\`\`

## Harmless twin

\`\`\`diff
 jobs:
   test:
     steps:
+      - run: npm test
\`\`\`

Another workflow is edited.

## What to do

Have the change reviewed by an owner of the gate. Better: require the workflow through an organisation's ruleset, which no pull request can edit; \`docs/securing-the-gate.md\` says how.
`,HF206:`# HF206 model-set-by-hand

A workflow sets a model by hand, bypassing the allocation.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A job that names its own model never asks the allocation: neither floor nor budget holds for it.

## Sets it off

\`\`\`diff
       - uses: anthropics/claude-code-action@v1
         with:
-          claude_args: \${{ steps.model.outputs.claude-args }}
+          claude_args: --model claude-haiku-5-5
\`\`\`

## Harmless twin

\`\`\`diff
       - uses: anthropics/claude-code-action@v1
+        if: steps.model.outputs.decision == 'run'
         with:
           claude_args: \${{ steps.model.outputs.claude-args }}
\`\`\`

The model comes from \`resolve\`.

## What to do

Add a \`resolve\` step and pass its outputs on. The gate looks for \`--model\` and for the \`ANTHROPIC_*_MODEL\` variables in workflow files; it cannot see what a script does.
`,HF207:`# HF207 lookalike-agent

A new agent's name is close to that of an agent under a floor.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A new agent whose name can be taken for that of a floored one is under no floor. Work can be moved to it without anybody noticing that a letter differs. Of agents under an absolute floor, names that differ in more letters are told, too; [HF224](HF224.md) does the same for phases.

## Sets it off

\`\`\`diff
 agents:
+  SECURITTY:
+    default: haiku
   SECURITY:
     default: opus
\`\`\`

## Harmless twin

\`\`\`diff
 agents:
+  LOCALISATION:
+    default: haiku
   SECURITY:
     default: opus
\`\`\`

The name is like no other.

## What to do

Check what the agent is for; the same goes for an alias. If it does the floored agent's work, put it under the floor or make its name an alias; if not, give it a name of its own.
`,HF208:`# HF208 model-row-edited

A row of \`models:\` is added or edited: a claim about a model's line or price that the shipped table does not back.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

haiku-first ships a table of models with sources and dates. A row of the allocation's own says something that this table does not back: of which line a model is, which a floor rests on, and what it costs, which the zones of a budget in dollars rest on. A price that is too low lets more work run than the budget has; one that is too high defers work without need.

It warns once more when a tier gets a model whose line only such a row says.

## Sets it off

\`\`\`diff
 models:
   - id: my-gateway-model
     line: haiku
     prices:
-      - { input: 1.00, output: 5.00, cache_read: 0.10, cache_write_5m: 1.25, cache_write_1h: 2.00 }
+      - { input: 0.01, output: 0.05, cache_read: 0.00, cache_write_5m: 0.01, cache_write_1h: 0.02 }
\`\`\`

## Harmless twin

\`\`\`diff
 models:
   - id: my-gateway-model
     line: haiku
     prices:
+      # From the contract of 2026-11-01.
       - { input: 1.00, output: 5.00, cache_read: 0.10, cache_write_5m: 1.25, cache_write_1h: 2.00 }
\`\`\`

The row says what it said.

## What to do

Check the line and the prices against the provider's documents or your contract, and name the source beside the row. On the base branch the row counts: a tier may then use the model.
`,HF209:`# HF209 older-model

A tier's model is replaced by an older one of the same line.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

An older model of the same line keeps the floor, which speaks of tiers and lines, and may still do the work less well.

## Sets it off

\`\`\`diff
   - name: opus
-    model: claude-opus-5-5
+    model: claude-opus-5
\`\`\`

## Harmless twin

\`\`\`diff
   - name: opus
-    model: claude-opus-5
+    model: claude-opus-5-5
\`\`\`

A newer model of the same line.

## What to do

Nothing, if you go back on purpose; say why in the pull request. A model of a lesser line is an error: [HF110](HF110.md).
`,HF210:`# HF210 check-weakened

The check of an agent is removed or replaced, asks for less, or allows fewer steps up.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

The check says which answers of \`run\` are good enough. With a weaker one, answers pass that used to be done again on a higher tier; no floor is broken, and rework may follow.

## Sets it off

\`\`\`diff
   DATABASE:
     default: sonnet
     check:
       schema: checks/answer.schema.json
-      judge: { tier: opus, prompt: checks/judge.md, minimum: 0.8 }
+      judge: { tier: opus, prompt: checks/judge.md, minimum: 0.5 }
\`\`\`

## Harmless twin

\`\`\`diff
   DATABASE:
     default: sonnet
     check:
       schema: checks/answer.schema.json
-      judge: { tier: opus, prompt: checks/judge.md, minimum: 0.8 }
+      judge: { tier: opus, prompt: checks/judge.md, minimum: 0.9 }
\`\`\`

The judge is stricter.

## What to do

Nothing, if the answers were judged too strictly. The rule compares what the allocation says: that it names another file is a finding, what the file says is not.
The files (schema, command, prompt) are protected like any other, for example by CODEOWNERS.
`,HF220:`# HF220 cells-become-guarded

An absolute floor guards most agents, or asks for the cheapest tier alone.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

Work under an absolute floor is guarded: it runs in every zone, out of the critical reserve, and no share of a tier binds it. A floor at the cheapest tier asks for nothing and still does all that. When most work is guarded, the budget holds nobody back, and what was kept for security is used by everything. The gate refuses to let an absolute floor go again.

## Sets it off

\`\`\`diff
 floors:
+  - id: everybody
+    agents: [RISK, DATABASE, TESTING, STORIES, DESIGN]
+    minimum: haiku
+    exceptions: never
\`\`\`

## Harmless twin

\`\`\`diff
 floors:
+  - id: everybody
+    agents: [RISK, DATABASE, TESTING, STORIES, DESIGN]
+    minimum: haiku
+    exceptions: approved
\`\`\`

It asks for the same, guards nothing, and can be retired.

## What to do

Keep absolute floors for the few agents whose work must be done in any week. For the others write \`exceptions: approved\`; left out, \`exceptions\` is \`never\`.
`,HF221:`# HF221 upgrade-fact-changed

A fact that an upgrade speaks of changes its source or its type.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A fact \`from: pull_request\` is derived: no job can say that a change of 900 lines has 10. Without it, whoever starts the job says what the fact is, and with it whether the work is upgraded. And a job that gives a fact as it was declared is refused where the fact is gone, is derived or has another type. Where that stops a guarded cell, [HF114](HF114.md) refuses the change; the facts of floors are the business of [HF120](HF120.md).

## Sets it off

\`\`\`diff
 facts:
-  lines_changed: { type: integer, from: pull_request }
+  lines_changed: { type: integer }

 agents:
   DESIGN:
     default: haiku
     upgrades:
       - { to: opus, if: task.lines_changed > 50 }
\`\`\`

## Harmless twin

\`\`\`diff
 facts:
   lines_changed: { type: integer, from: pull_request }
+  files_changed: { type: integer, from: pull_request }
\`\`\`

A fact is added; the one that the upgrade speaks of is untouched.

## What to do

Leave the fact derived where it can be. If the change is meant, change the workflows that give it in the same pull request.
`,HF222:`# HF222 effort-lowered

A guarded cell gets a lower effort.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A floor says which model does the work, and only with \`effort\` how hard it thinks. The same model at a low effort finds less, and no floor without an effort of its own notices. A cell for which nothing is said counts as \`high\`.

## Sets it off

\`\`\`diff
   SECURITY:
     default: opus
-    effort: xhigh
+    effort: low
\`\`\`

## Harmless twin

\`\`\`diff
   SECURITY:
     default: opus
-    effort: xhigh
+    effort: max
\`\`\`

More effort than before.

## What to do

Check that the work can do with less. To make the effort a promise, write it into the floor: \`effort: high\`; then [HF103](HF103.md) refuses to lower it.
`,HF223:`# HF223 deferred-work-moved

Deferred work is started by another workflow, with other inputs, or not at all.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

\`drain\` starts deferred work by the workflow that the allocation names, on the default branch. Another workflow may do something else with it, or run it on a model of its own; with other inputs, it may do another cell's work. Work that no workflow fits stays deferred.

## Sets it off

\`\`\`diff
 deferred:
   workflows:
-    - workflow: agent.yml
+    - workflow: other.yml
       inputs: { agent: agent, phase: phase, claim: claim }
\`\`\`

## Harmless twin

\`\`\`diff
 deferred:
+  max_days: 3
   workflows:
     - workflow: agent.yml
       inputs: { agent: agent, phase: phase, claim: claim }
\`\`\`

The same workflow gets the same inputs.

## What to do

Read the workflow that is named now: it must take its model from \`resolve\`, for the agent and the phase it is given.
`,HF224:`# HF224 lookalike-phase

A new phase's name is close to that of a phase under a floor which does not cover it.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A floor with \`phases\` covers those alone. Work that moves from \`EXEC\` to \`EXEC_\` leaves the floor behind, and in a list of names nobody sees it. A floor without \`phases\` covers every phase, new ones too.

## Sets it off

\`\`\`diff
-phases: [LEAD, PLAN, EXEC]
+phases: [LEAD, PLAN, EXEC, EXEC_]

 floors:
   - id: validation-in-critical-phases
     agents: [VALIDATION]
     phases: [PLAN, EXEC]
\`\`\`

## Harmless twin

\`\`\`diff
-phases: [LEAD, PLAN, EXEC]
+phases: [LEAD, PLAN, EXEC, RELEASE]
\`\`\`

The name is like no other.

## What to do

Check what the phase is for. If it is where the floored work goes, add it to the floor; if not, give it a name of its own.
`,HF225:`# HF225 target-loosened

A target is removed, asks for less, or is measured otherwise.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A target says what the team promised itself. One that is missed can be met by doing better or by asking for less, and the report shows both alike. Whether another trend asks for less, nobody can tell: it is told, too.

## Sets it off

\`\`\`diff
 targets:
-  haiku_rework: { what: Haiku runs that had to be done again, below: 0.20, measured_by: outcomes }
+  haiku_rework: { what: Haiku runs that had to be done again, below: 0.50, measured_by: outcomes }
\`\`\`

## Harmless twin

\`\`\`diff
 targets:
-  haiku_rework: { what: Haiku runs that had to be done again, below: 0.20, measured_by: outcomes }
+  haiku_rework: { what: Haiku runs that had to be done again, below: 0.15, measured_by: outcomes }
\`\`\`

The target asks for more.

## What to do

Nothing, if the target was wrong: say why in the pull request. If it is missed, leave it as it is and look at what misses it.
`,HF226:`# HF226 trial-of-most-runs

A trial takes more than half of the runs of a cell.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A trial compares a share of the runs on another tier with the rest. With nearly all runs in it there is nothing to compare with: the cell has moved, and the matrix still shows the tier that it had.

## Sets it off

\`\`\`diff
 matrix:
   EXEC:
-    STORIES: opus
+    STORIES: { tier: opus, trial: { id: cheaper, tier: haiku, share: 0.99 } }
\`\`\`

## Harmless twin

\`\`\`diff
 matrix:
   EXEC:
-    STORIES: opus
+    STORIES: { tier: opus, trial: { id: cheaper, tier: haiku, share: 0.20 } }
\`\`\`

A fifth of the runs is tried; the others show what would have been.

## What to do

Give the trial a share of at most one half, or change the tier of the cell.
`,HF227:`# HF227 model-row-doubtful

A row of \`models:\` names a lesser line in its id than it claims, prices of nothing, or prices far from the shipped ones.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

Nothing here can check what a row says of a model that the shipped table does not know ([HF208](HF208.md)). Two things speak against a row by themselves: an id that names another line than the row does, for by its line a model keeps floors; and a price of zero, with which work is done that no budget in dollars sees.

A row may give a model of the shipped table other prices: a contract's, or newer ones. Where one of them is more than twice the shipped price, or less than half of it, on any day from today on and for any length of prompt, the finding names both; so it does where the row leaves the model without a price. A budget in dollars counts with the row's: what is too low lets the week be overspent, what is too high ends it early, guarded cells included.

A row whose id differs from a known one in case only is not valid: ids are exact, and the row would be about a model that does not exist.

## Sets it off

\`\`\`diff
 models:
+  - id: claude-haiku-6
+    line: opus
\`\`\`

## Harmless twin

\`\`\`diff
 models:
+  - id: claude-opus-6
+    line: opus
\`\`\`

The id and the line agree. So is a row for \`claude-opus-5-5\` with prices one and a half times the shipped ones.

## What to do

Hold the row against the provider's list of models and prices. A row that only adds ids for a provider needs no prices.
`,HF228:`# HF228 diff-hidden

A \`.gitattributes\` line hides what changes in the files that the gate guards.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

GitHub folds the diff of a file that is \`linguist-generated\`, and shows none of one with \`-diff\` or \`binary\`; a \`filter\` or \`working-tree-encoding\` makes a checkout differ from what is committed. The gate reads what is committed and is not misled, but reviewers are: the next change of the allocation, of its exceptions, of a workflow or of CODEOWNERS shows them nothing.

## Sets it off

\`\`\`diff
+allocation.yaml linguist-generated
\`\`\`

## Harmless twin

\`\`\`diff
+package-lock.json -diff
\`\`\`

A lock file is hidden, which nobody reads.

## What to do

Take the attribute off these files. The rule looks at the lines that are new, in the \`.gitattributes\` of the root and of every folder above a guarded file.
`,HF229:`# HF229 named-file-missing

The allocation names a file of a check, or a workflow, that does not exist.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

An agent whose check cannot be read fails each time, and deferred work whose workflow does not exist is never started. Both show only when they are needed. The same holds for a file that is deleted while the allocation still names it.

## Sets it off

\`\`\`diff
 deferred:
   workflows:
-    - workflow: agent.yml
+    - workflow: agnet.yml
\`\`\`

## Harmless twin

\`\`\`diff
 deferred:
   workflows:
-    - workflow: agent.yml
+    - workflow: drained.yml
\`\`\`

\`.github/workflows/drained.yml\` is there. That it starts the work now is told by [HF223](HF223.md).

## What to do

Correct the path, or commit the file in the same pull request. What was missing on the base already is not told again.
`,HF230:`# HF230 unknown-model

A tier has a model whose line nobody knows, beside those that HF131 refuses.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

The id is not in the table of models: it may be misspelt, and then the first job on it fails; in any case it has no price, so what it uses does not count in dollars. Nothing is blocked: no floor covers an agent that can get this tier, or it is an id of a provider that the base has already. Elsewhere it is [HF131](HF131.md).

## Sets it off

\`\`\`diff
   - name: haiku
-    model: acme-small
+    model: acme-small # of our gateway
\`\`\`

## Harmless twin

\`\`\`diff
   - name: haiku
-    model: acme-small
+    model: claude-haiku-5-5
\`\`\`

The table knows the model.

## What to do

Write the id that the finding names, or add a row with the model's line and price under \`models:\`.
`,HF231:`# HF231 dead-upgrade

An upgrade raises no cell, because each is on its tier or a higher one anyway.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A calibration raises a cell to the tier that its upgrade names, or a \`was\` is tidied away after its week: both are harmless, and both leave an upgrade that says something other than what happens. A reader takes it for a condition that still decides.

## Sets it off

\`\`\`diff
   TESTING:
-    default: sonnet
+    default: opus
     upgrades:
       - to: opus
         if: task.security_critical
   EXEC:
     VALIDATION: opus
-    TESTING: sonnet
+    TESTING: opus
\`\`\`

## Harmless twin

\`\`\`diff
   EXEC:
     VALIDATION: opus
-    TESTING: sonnet
+    TESTING: opus
\`\`\`

The upgrade still raises TESTING in the other phases.

## What to do

Remove the upgrade; that it goes is then no finding either. Or let it name a higher tier.
`,HF232:`# HF232 exception-ends-soon

An exception ends within 14 days: then its cell is refused if it is still below the floor.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

From the day after its end, \`resolve\` refuses the cell that the exception lets go below its floor, and its jobs stop. Whoever approved it should hear of that while there is time for a pull request. \`resolve\` warns of the exceptions that a run makes use of, too.

## Sets it off

\`\`\`diff
+exceptions:
+  - floor: validation-in-critical-phases
+    agent: VALIDATION
+    phase: PLAN
+    tier: haiku
+    reason: trial of the new checklist
+    approved_by: octocat
+    tracking: "#42"
+    expires: 2026-12-07
\`\`\`

Checked on 23 November 2026, whether or not the pull request touches the file.

## Harmless twin

\`\`\`diff
+exceptions:
+  - floor: validation-in-critical-phases
+    agent: VALIDATION
+    phase: PLAN
+    tier: haiku
+    reason: trial of the new checklist
+    approved_by: octocat
+    tracking: "#42"
+    expires: 2026-12-08
\`\`\`

There are more than 14 days left.

## What to do

Raise the cell to its floor and delete the exception, or renew it: a later \`expires\`, \`renewals\` one higher, and the reason.
`,HF233:`# HF233 deferrals-let-through

Deferred cells under a floor would no longer fail their job.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A cell under a floor is there because its work must be good. When it is deferred, its job is red, so that nothing is merged without that work. With \`on_defer: succeed\` the job ends green, and the pull request can be merged unreviewed.

## Sets it off

\`\`\`diff
   - id: forks-on-opus
     agents: [TESTING]
     if: task.fork
     minimum: opus
     exceptions: approved
+    on_defer: succeed
\`\`\`

## Harmless twin

\`\`\`diff
   - id: forks-on-opus
     agents: [TESTING]
     if: task.fork
     minimum: opus
     exceptions: approved
+    on_defer: fail
\`\`\`

That is the default. A floor whose cells are under another one that fails their job sets nothing off, either.

## What to do

Nothing, if work under this floor may come after the merge. Otherwise take \`on_defer\` out: \`fail\` is the default. A floor with \`exceptions: never\` cannot let deferrals pass.
`,HF234:`# HF234 deferred-for-ever

The budget defers work, and nothing starts it again.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

With \`mode: enforce\` work is deferred when the budget is used up. [\`drain\`](../deferral.md) starts it again, but only with the workflows that \`deferred:\` names. Without it, drain starts nothing, and deferred work is forgotten.

## Sets it off

\`\`\`diff
 budget:
   mode: enforce
   timezone: UTC
   weekly: { tokens: 500000 }
-deferred:
-  workflows:
-    - workflow: agent.yml
-      inputs: { agent: agent, phase: phase, claim: claim }
\`\`\`

## Harmless twin

\`\`\`diff
 budget:
-  mode: enforce
+  mode: observe
   timezone: UTC
   weekly: { tokens: 500000 }
-deferred:
-  workflows:
-    - workflow: agent.yml
-      inputs: { agent: agent, phase: phase, claim: claim }
\`\`\`

A budget that only observes defers nothing.

## What to do

Name the workflow under \`deferred:\`, as [docs/deferral.md](../deferral.md) shows, and add the workflow that drains.
`,HF235:`# HF235 model-unpriced

An agent gets a model without a price: its cost is not known, and a budget in dollars does not see it.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

A model may be known, with its line, and have no list price: the Mythos models, or a row of \`models:\` that gives none. What runs on it is *unpriced*, never $0: it is in no figure in dollars, unless the client itself says what a run cost. A weekly budget in dollars then has room for ever, however much such an agent uses; a budget in tokens counts it like any other.

With \`on_unmeasured: defer\` or \`fail\`, a budget in dollars stops everything once use without a price is on record, guarded cells included: there it is an error, [HF114](HF114.md).

A model that nobody knows has no price either; [HF131](HF131.md) and [HF230](HF230.md) tell of it.

## Sets it off

\`\`\`diff
   - name: opus
-    model: claude-opus-5-5
+    model: claude-mythos-5-2
\`\`\`

## Harmless twin

\`\`\`diff
   - name: opus
-    model: claude-opus-5-5
+    model: claude-mythos-5-2
 models:
+  - id: claude-mythos-5-2
+    line: mythos
+    prices:
+      - { input: 20, output: 100, cache_read: 2, cache_write_5m: 25, cache_write_1h: 40 }
\`\`\`

The row says what it costs; [HF208](HF208.md) asks to check it.

## What to do

Add a row with the prices of your contract under \`models:\`, or name a model that has a price. Where the cost is known elsewhere, nothing is to be done: nothing is blocked.
`,HF236:`# HF236 sub-agent-off-matrix

A sub-agent's file names another model than the matrix has for it, or none.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

The matrix and \`.claude/agents\` say the same thing in two places. Where they part, sessions that \`resolve\` starts go by the matrix and all others by the file, and nobody knows which was meant.

A file is in step when its model is that of one of its agent's cells: by alias or by id, at any provider. It also tells of an \`effort:\` below that of the floor, and of settings that choose a model for sub-agents. Only what the pull request makes is told, be it in the file or by changing the matrix without it.

## Sets it off

\`\`\`diff
 ---
 name: TESTING
 description: Writes tests
-model: sonnet
+model: haiku
 ---
\`\`\`

## Harmless twin

\`\`\`diff
 ---
 name: TESTING
 description: Writes tests
-model: sonnet
+model: claude-sonnet-5-5
 ---
\`\`\`

## What to do

Run \`haiku-first agents --write\`: it sets \`model:\` and leaves every other byte alone. Or change the matrix, if the file is right.
`,HF237:`# HF237 sub-agent-file-misread

Claude Code takes a file of \`.claude/agents\` otherwise than it looks, or not at all.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

Claude Code says nothing of a front matter that it does not understand. It passes over keys that it does not know, such as \`modelOverride:\`; it makes no agent of a file without \`name:\` or \`description:\`; of two files with one name it takes the last by its path, and does not tell upper case from lower; of a front matter that is no valid YAML it takes what it can. An agent under a floor whose file is gone is told of, too: a user's or a plugin's file of that name would take its place.

## Sets it off

\`\`\`diff
 ---
 name: TESTING
 description: Writes tests
 model: sonnet
+modelOverride: opus
 ---
\`\`\`

## Harmless twin

\`\`\`diff
 ---
 name: TESTING
 description: Writes tests
 model: sonnet
+maxTurns: 20
 ---
\`\`\`

## What to do

Write the front matter as Claude Code reads it, and one file for each name.
`,HF238:`# HF238 sub-agent-unlisted

A sub-agent has a file, and no agent of the allocation goes by its name.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

No floor covers it, no budget counts it for anybody, and no report says whose work it did: it runs on whatever its file says.

## Sets it off

\`\`\`diff
+---
+name: release-agent
+description: Writes release notes
+model: haiku
+---
+Write the release notes.
\`\`\`

## Harmless twin

\`\`\`diff
   DOCMON:
     default: haiku
+    aliases: [release-agent]
\`\`\`

With it in the same pull request the sub-agent is DOCMON's.

## What to do

Add it to the allocation: as an agent of its own, or as an alias of the agent whose work it does.
`,HF239:`# HF239 allocation-section-outdated

The section of CLAUDE.md with the floors and the matrix does not say what the allocation says.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

People and agents read the section before they start. One that is out of date sends them to the wrong model with the authority of the rule.

It is looked for in \`CLAUDE.md\`, \`.claude/CLAUDE.md\` and \`AGENTS.md\`, between the lines \`<!-- haiku-first:allocation -->\` and \`<!-- /haiku-first:allocation -->\`. A file without it is never accused; one that loses it is.

## Sets it off

\`\`\`diff
 <!-- haiku-first:allocation -->
 …
-| SECURITY | opus | opus | opus |
+| SECURITY | opus | opus | sonnet |
\`\`\`

## Harmless twin

\`\`\`diff
-Run \`make test\`.
+Run \`make test\` before each push.
\`\`\`

Everything outside of the marks is yours.

## What to do

Run \`haiku-first agents --write\`, and commit what it writes.
`,HF240:`# HF240 policy-loosened

The file moves to a later commit of its policy, in which that asks for less.

Severity: **warning**, is shown, blocks nothing. Since version 0.1.0.

## Why it matters

The organisation has changed its own file on its own default branch, where its own gate watches. That is its right, so the repository may follow; whoever merges should see what goes.

## Sets it off

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
+extends: acme/policies/floors.yaml@2222222222222222222222222222222222222222

 # acme/policies: floors.yaml
   - id: org-security-opus
     agents: [SECURITY]
-    minimum: opus
+    minimum: sonnet
\`\`\`

## Harmless twin

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
+extends: acme/policies/floors.yaml@2222222222222222222222222222222222222222

 # acme/policies: floors.yaml
   - id: org-security-opus
     agents: [SECURITY]
     minimum: opus
+    effort: high
\`\`\`

The later policy asks for more.

## What to do

See that the organisation meant it. What this repository wants to keep all the same it can ask for in floors of its own, in the same change.
`,HF301:`# HF301 exception-in-force

A cell may run below its floor because of an approved exception.

Severity: **notice**, informs. Since version 0.1.0.

## Why it matters

Going below a floor is allowed for a while here. It must not be forgotten, so every report names it, with its reason, who approved it, until when, and how often it was renewed.
Where another floor stops the cell on the way, the report says so, and counts the exception as in force only as far as it goes.

## Sets it off

\`\`\`diff
 # allocation.exceptions.yaml, on the base branch
 exceptions:
   - floor: validation-in-critical-phases
     agent: VALIDATION
     phase: PLAN
     tier: haiku
     reason: trial of the new checklist
     approved_by: octocat
     tracking: "#42"
     expires: 2026-12-31

 # allocation.yaml
   EXEC:
-    TESTING: sonnet
+    TESTING: opus
\`\`\`

A pull request that touches either file is told of the entry. The report of any other lists it under the exceptions in force.

## Harmless twin

\`\`\`diff
 # allocation.exceptions.yaml, on the base branch
-exceptions:
-  - floor: validation-in-critical-phases
-    agent: VALIDATION
-    phase: PLAN
-    tier: haiku
-    reason: trial of the new checklist
-    approved_by: octocat
-    tracking: "#42"
-    expires: 2026-12-31
+exceptions: []
\`\`\`

The entry is deleted, and the floor holds again.

## What to do

Nothing, as long as the exception is wanted. Delete the entry when its reason is gone; do not wait for its last day.
`,HF302:`# HF302 floor-retired

A floor is retired by an approved entry that is already on the base.

Severity: **notice**, informs. Since version 0.1.0.

## Why it matters

Removing a floor is refused ([HF102](HF102.md)), but for one way: an entry that retires it, approved and merged first. This notice tells the reviewer of the second step that the first one was taken.

## Sets it off

\`\`\`diff
 # allocation.exceptions.yaml, on the base branch
 exceptions:
   - floor: validation-in-critical-phases
     retire: true
     reason: replaced by final-verification-opus
     approved_by: octocat
     tracking: "#42"
     expires: 2026-12-31

 # allocation.yaml
-  - id: validation-in-critical-phases
-    agents: [VALIDATION]
-    phases: [PLAN, EXEC]
-    minimum: sonnet
-    exceptions: approved
\`\`\`

The floor goes, and the entry that allows it was there before.

## Harmless twin

\`\`\`diff
   - id: validation-in-critical-phases
     agents: [VALIDATION]
     phases: [PLAN, EXEC]
     minimum: sonnet
     exceptions: approved
\`\`\`

The floor stays.

## What to do

Nothing. Delete the entry once the floor is gone. An absolute floor cannot be retired in this way.
`,HF303:`# HF303 agent-renamed

An agent gets a new name, and answers to the old one.

Severity: **notice**, informs. Since version 0.1.0.

## Why it matters

Whoever reads the pull request should know that the two names are one agent. The gate has compared it by both: every floor, alias and exception of the old name is there under the new one. The old name cannot be given to another agent later while a floor stands, and under an absolute floor that is for good.

## Sets it off

\`\`\`diff
 agents:
-  SECURITY:
+  AUDIT:
+    renamed_from: SECURITY
     default: opus

 floors:
   - id: security-always-opus
-    agents: [SECURITY]
+    agents: [AUDIT]
\`\`\`

## Harmless twin

\`\`\`diff
 agents:
-  DESIGN:
+  LAYOUT:
     default: haiku
\`\`\`

No floor covers DESIGN, and LAYOUT is another agent: nothing goes with the name.

## What to do

Nothing. Jobs, sub-agents and \`allocation.exceptions.yaml\` may go on with the old name. [Renaming an agent](../allocation.md#renaming-an-agent) says what goes with it.
`,HF340:`# HF340 policy-moved

The file moves to another commit of its policy, which asks for no less.

Severity: **notice**, informs. Since version 0.1.0.

## Why it matters

Forty digits change, and nobody can read from them what that means. The gate has compared both policies: every floor, maximum and denial of the old one is in the new one.

## Sets it off

\`\`\`diff
-extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111
+extends: acme/policies/floors.yaml@2222222222222222222222222222222222222222

 # acme/policies: floors.yaml
   - id: org-security-opus
     agents: [SECURITY]
     minimum: opus
+    effort: high
\`\`\`

## Harmless twin

\`\`\`diff
 extends: acme/policies/floors.yaml@1111111111111111111111111111111111111111

 agents:
   DESIGN:
-    default: haiku
+    default: sonnet
\`\`\`

The policy stays where it is.

## What to do

Nothing.
`};function r(e,t,n){if(/^HF\d{3}\.md$/.test(t))return e;let r=t.replace(/^\.\.\//,`docs/`);return/^https?:/.test(r)?`${e} (${r})`:`${e} (${n}${r})`}function i(e,t){let n=!1,i=[];for(let a of e.trimEnd().split(`
`))a.startsWith("```")?n=!n:n?i.push(`    ${a}`.trimEnd()):i.push(a.replace(/^#+ /,``).replace(/\[([^\]]+)\]\(([^)]+)\)/g,(e,n,i)=>r(n,i,t)).replaceAll(`**`,``));return i.join(`
`)}function a(e,t){return e.replace(/\[([^\]]+)\]\(([^)]+)\)/g,(e,n,r)=>/^https?:/.test(r)?e:t===``?n:`[${n}](${t}${r.startsWith(`../`)?r.replace(`../`,`docs/`):`docs/rules/${r}`})`).replace(/^#/gm,`###`)}function o(n){let[r,i]=[n.trim().toUpperCase(),n.trim().toLowerCase()],a=t.c.find(e=>e.id===r||e.name===i);if(a!==void 0)return a;let o=t.c.flatMap(e=>[e.id,e.name]),s=e.Pi(n.trim(),o);throw new e.ra(`There is no rule ${n.trim()}.`,s.startsWith(`Did`)?s:`haiku-first explain lists them.`)}function s({id:e,name:t,severity:n,purpose:r,remedy:i}){return{id:e,name:t,severity:n,purpose:r,remedy:i}}async function c({options:r,env:c}){let l=e.fi(c),u=r.rule===null?null:o(r.rule),d=u===null?``:n[u.id]??``;return{exitCode:0,json:{schema:`haiku-first/explain@1`,rules:u===null?t.c.map(e=>({...s(e),page:null})):[{...s(u),page:d}]},text:u===null?t.c.map(({id:e,severity:t,name:n,purpose:r})=>`${e}  ${t.padEnd(7)}  ${n}: ${r}`).join(`
`):i(d,l),notes:[],outputs:{},annotations:[],summary:u===null?null:a(d,l),failure:null}}exports.run=c;