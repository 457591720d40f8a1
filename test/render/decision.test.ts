import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { findAgent } from '../../src/allocation/allocation.ts';
import { readFacts } from '../../src/allocation/facts.ts';
import { isPhase } from '../../src/allocation/names.ts';
import { type Choice, LEVELS } from '../../src/policy/decision/decide.ts';
import { type Decision, resolve, type State } from '../../src/policy/decision/resolve.ts';
import { claudeCode, plainSession, type SubAgent } from '../../src/policy/session/index.ts';
import { afterwardsOf } from '../../src/render/afterwards.ts';
import {
  decisionDocument,
  reasonOf,
  renderDecision,
  renderDecisionSummary,
  renderPhase,
} from '../../src/render/decision.ts';
import { dateOf, weekOf } from '../../src/time/week.ts';
import { changed, REAL, read, readExceptions } from '../allocation/reading.ts';
import { ACTIVE_TEXT, readMarkdown, searchedText } from './markdown.ts';

const NOW = new Date('2026-11-23T03:00:00Z');

function decided(
  cell: string,
  {
    level = 'GREEN',
    choice = null,
    file = REAL,
  }: { level?: State['level']; choice?: Choice | null; file?: string } = {},
): Decision {
  const [name = '', phase = ''] = cell.split('/');
  const allocation = read(file);
  const agent = findAgent(allocation, name);
  if (agent === null || !isPhase(phase)) throw new Error(`no ${cell}`);
  const facts = readFacts(allocation, {}, null);
  const request = { agent, phase, week: weekOf(NOW, 'UTC'), today: dateOf(NOW), draw: null, facts, choice };
  const state = { level, allowances: new Map(), unavailable: new Map() };
  return resolve(
    allocation,
    readExceptions(''),
    { ...request, critical: false, provider: 'anthropic' },
    state,
  );
}

const after = (decision: Decision) => afterwardsOf(decision, { deferred: null }, 'job');
const WITH_DRAIN = read(REAL);

const HOSTILE: Choice = {
  kind: 'override',
  tier: 2,
  reason: '::error::x\n##[error]y | `z` <b>@everyone</b> \u001b[31m',
  by: 'mallory',
};

describe('a decision for people', () => {
  it('says what, each step that led there, and the state it was made in', () => {
    expect(renderDecision(decided('SECURITY/EXEC', { level: 'ORANGE' }), null)).toMatchInlineSnapshot(`
      "SECURITY/EXEC runs on opus
        model       claude-opus-5-5
        why         assigned opus (agents.SECURITY.default)
                    zone ORANGE keeps it: the cell is guarded
                    (floors.security-always-opus)
        floor       opus (floors.security-always-opus)
        week 48     ORANGE
                    critical"
    `);
  });

  it('says of a deferral that nothing runs', () => {
    const deferred = decided('TESTING/EXEC', { level: 'RED' });
    expect(renderDecision(deferred, after(deferred))).toMatchInlineSnapshot(`
      "⏸ TESTING/EXEC is deferred, it does not run now
        would be    sonnet
        why         assigned sonnet (agents.TESTING.default)
                    no upgrade to opus: task.security_critical not given
                    (agents.TESTING.upgrades[0])
                    deferred: in RED only the cheapest tier and security-critical work
                    run
        floor       none
        week 48     RED
        next        nothing starts it: the allocation has no deferred: for it
        to run now  a higher weekly budget"
    `);
    const summary = renderDecisionSummary([deferred], after);
    expect(summary).toBe(`### ⏸ haiku-first: TESTING/EXEC is deferred, it does not run now

- **Would run on:** sonnet
- **Why not now:** in RED only the cheapest tier and security-critical work run
- **Week 48:** RED
- **What happens next:** nothing starts it: the allocation has no deferred: for it
- **To run it now:** a higher weekly budget

<details>
<summary>Every step of the decision</summary>

1. assigned sonnet (agents.TESTING.default)
2. no upgrade to opus: task.security\\_critical not given (agents.TESTING.upgrades\\[0\\])
3. deferred: in RED only the cheapest tier and security-critical work run

</details>
`);
  });

  it('says what starts a deferral, and what has it done sooner', () => {
    const said = (...args: Parameters<typeof decided>) => afterwardsOf(decided(...args), WITH_DRAIN, 'job');
    const orange = decided('TESTING/EXEC', { level: 'ORANGE' });
    expect(said('TESTING/EXEC', { level: 'ORANGE' })).toEqual({
      next: 'drain starts it when the budget allows, at the latest on Monday 30 Nov 2026',
      sooner: 'critical, or a higher weekly budget',
    });
    expect(afterwardsOf(orange, WITH_DRAIN, 'desk')?.next).toMatch(/^in a workflow, drain starts it/);
    expect(afterwardsOf(orange, WITH_DRAIN, 'fork')?.next).toBe(
      "nothing starts it: a fork's work is not started again",
    );
    expect(said('TESTING/EXEC', { level: 'RED' })?.sooner).toBe('a higher weekly budget');
    expect(said('TESTING/EXEC', { level: 'RED', choice: { ...HOSTILE, tier: 1 } })?.next).toBe(
      'nothing starts it: an override is for one run only',
    );
    expect(said('GITHUB/EXEC')).toBeNull();
  });

  it('has one line for each cell of a phase, with the reason of those that do not run', () => {
    const cells = ['GITHUB', 'TESTING', 'SECURITY'].map((agent) =>
      decided(`${agent}/EXEC`, { level: 'RED' }),
    );
    expect(renderPhase('EXEC', cells, after)).toBe(
      [
        'EXEC: 2 run, 1 deferred',
        '  GITHUB    haiku (claude-haiku-5-5)',
        '  TESTING   defer · deferred: in RED only the cheapest tier and security-critical work run',
        '  SECURITY  opus (claude-opus-5-5)',
        'next, TESTING: nothing starts it: the allocation has no deferred: for it',
      ].join('\n'),
    );
  });

  it('holds no command for the runner and no control character, whatever a reason says', () => {
    const decision = decided('GITHUB/EXEC', { choice: HOSTILE });
    for (const text of [
      renderDecision(decision, null),
      reasonOf(decision),
      renderPhase('EXEC', [decision], after),
    ]) {
      expect(text).not.toMatch(/^\s*::|##\[/m);
      expect(text).not.toContain('\u001b');
    }
    expect(reasonOf(decision)).not.toContain('\n');
  });

  it('is the finding and a list in the job summary, with its sub-agents in a table', () => {
    const agents: readonly SubAgent[] = [
      {
        name: 'security-agent',
        agent: null,
        tier: read(REAL).tiers[2]?.name ?? null,
        model: null,
        how: 'set',
        why: 'floor',
        known: true,
      },
      {
        name: 'acme:guard',
        agent: null,
        tier: null,
        model: null,
        how: 'denied',
        why: 'of a *plugin*',
        known: true,
      },
    ];
    expect(renderDecisionSummary([decided('SECURITY/EXEC', { level: 'ORANGE' })], after, agents)).toBe(
      `### haiku-first: SECURITY/EXEC runs on opus

- **Model:** \`claude-opus-5-5\`
- **Why:** assigned opus
- **Floor:** opus (floors.security-always-opus)
- **Week 48:** ORANGE; zone ORANGE keeps it: the cell is guarded

| Sub-agent | Runs on | Why |
|---|---|---|
| \`security-agent\`, no cell | opus | **set**: floor |
| \`acme:guard\`, no cell | not started | **denied**: of a \\*plugin\\* |

<details>
<summary>Every step of the decision</summary>

1. assigned opus (agents.SECURITY.default)
2. floor opus (floors.security-always-opus)
3. zone ORANGE keeps it: the cell is guarded (floors.security-always-opus)

</details>
`,
    );
  });

  it('says in the job summary what was refused, and why', () => {
    const refused = decided('SECURITY/EXEC', { choice: { ...HOSTILE, tier: 0, reason: 'quota' } });
    expect(renderDecisionSummary([refused], after)).toContain(`### ❌ haiku-first: SECURITY/EXEC is refused

- **Asked:** override to haiku by mallory: quota
- **Why not:** the floor is opus
- **Floor:** opus (floors.security-always-opus)
`);
  });

  it('says in the job summary that a floor fails the job of what waits', () => {
    const deferred = decided('VALIDATION/EXEC', { level: 'RED' });
    expect(renderDecisionSummary([deferred], after)).toMatch(
      /- \*\*This job fails:\*\* the floor \S+ holds, so that nothing merges unreviewed\n/,
    );
  });

  it('has one row for each cell of a phase in the job summary, in four columns, whatever a reason says', () => {
    const hostile = decided('GITHUB/EXEC', { choice: HOSTILE });
    const summary = renderDecisionSummary([hostile, decided('TESTING/EXEC', { level: 'RED' })], after);
    const rows = summary.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(4);
    expect(rows[3]).toBe(
      '| TESTING | defer | – | in RED only the cheapest tier and security-critical work run |',
    );
    for (const text of [summary, renderDecisionSummary([hostile], after)]) {
      expect(text).not.toMatch(/<b>|@everyone/);
      expect(searchedText(readMarkdown(text))).not.toMatch(ACTIVE_TEXT);
    }
  });
});

describe('a decision for machines', () => {
  const handed = (decision: ReturnType<typeof decided>) =>
    claudeCode(decision, decision.model === null ? null : plainSession(decision), {
      maxUsd: null,
      pins: {},
      file: null,
    });
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  const schema = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, `../../schema/${name}.schema.json`), 'utf8'));
  ajv.addSchema(schema('resolve'));
  ajv.addSchema(schema('phase'));
  const complaints = (name: string, value: unknown): unknown => {
    ajv.validate(`${name}.schema.json`, value);
    return ajv.errors ?? [];
  };

  const file = changed([
    'VALIDATION: opus # final quality assurance',
    'VALIDATION: opus\n    TESTING: { tier: opus, effort: high, economy: sonnet, on_unavailable: escalate, was: sonnet, since: 2026-W50 }',
  ]);
  const all = LEVELS.flatMap((level) =>
    ['GITHUB', 'TESTING', 'VALIDATION', 'SECURITY'].flatMap((agent) =>
      [null, HOSTILE, { ...HOSTILE, tier: 0 }, { ...HOSTILE, reason: null }].map((choice) =>
        decided(`${agent}/EXEC`, { level, choice, file }),
      ),
    ),
  );

  it('is what the schema describes, run, deferred or refused', () => {
    expect(new Set(all.map((decision) => decision.decision))).toEqual(new Set(['run', 'defer', 'refuse']));
    for (const decision of all) {
      expect(complaints('resolve', decisionDocument(decision, handed(decision)))).toEqual([]);
    }
  });

  it('is described for a whole phase, too', () => {
    const cells = all
      .filter((decision) => decision.decision === 'defer')
      .map((each) => decisionDocument(each, handed(each)));
    expect(complaints('phase', { schema: 'haiku-first/phase@1', phase: 'EXEC', cells })).toEqual([]);
  });

  it('names a tier and a model only when it runs', () => {
    const deferred = decided('TESTING/EXEC', { level: 'RED' });
    const document = decisionDocument(deferred, handed(deferred));
    expect(document).toMatchObject({ decision: 'defer', tier: null, model: null, claudeArgs: '' });
    expect(complaints('resolve', { ...document, model: 'claude-opus-5-5' })).not.toEqual([]);
    expect(complaints('resolve', { ...document, more: 1 })).not.toEqual([]);
  });
});
