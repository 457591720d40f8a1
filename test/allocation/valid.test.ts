import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Allocation } from '../../src/allocation/allocation.ts';
import { changed, placeOf, REAL, read } from './reading.ts';

/** The example of the product's design, its abbreviated parts filled in. */
const EXAMPLE = `# yaml-language-server: $schema=./schema/allocation.schema.json
version: 1

tiers:                      # cheapest first: this order is the ranking
  - name: haiku
    model: claude-haiku-5-5
    # providers: { bedrock: …, vertex: … }   other ids of the same model, chosen with the \`provider\` input
  - name: sonnet
    model: claude-sonnet-5-5
  - name: opus
    model: claude-opus-5-5

phases: [LEAD, PLAN, EXEC]

facts:                      # what an \`if\` may speak of; a name that is not declared is an error
  lines_changed: { type: integer, from: pull_request }
  labels: { type: list, from: pull_request }
  security_critical: { type: boolean }
  final_verification: { type: boolean }

agents:
  QUICKFIX:
    default: haiku
    rationale: Edits under 50 lines, trivial changes
    expected_pass_rate: 0.90          # optional; a number or [low, high]
    upgrades:
      - to: sonnet
        if: task.lines_changed > 50
        because: more than a quick fix
        # phases: [EXEC]              optional
  STORIES:
    default: sonnet
    maximum: sonnet                   # "No (Sonnet sufficient)"
    rationale: User stories need context
  SECURITY:
    default: opus
    aliases: [security-agent]         # names under which sub-agents report
    rationale: Threat analysis, RLS validation, auth security
  RISK: { default: sonnet }
  TESTING: { default: sonnet }
  VALIDATION: { default: haiku }

matrix:                     # PHASE_MODEL_OVERRIDES: only the cells that differ from the agent's default
  LEAD: { RISK: haiku }
  PLAN: { VALIDATION: sonnet }
  EXEC:
    VALIDATION: opus
    TESTING: { tier: opus, was: sonnet, since: 2026-W50, because: edge case detection }

floors:
  - id: security-always-opus
    agents: [SECURITY]      # phases left out: all of them
    minimum: opus           # effort: high   optional: the least effort, too
    exceptions: never
  - id: validation-in-critical-phases
    agents: [VALIDATION]
    phases: [PLAN, EXEC]
    minimum: sonnet
    exceptions: approved
  - id: final-verification-opus
    agents: [VALIDATION]
    phases: [EXEC]
    if: task.final_verification       # one boolean fact; when it is not given, the floor holds
    minimum: opus
    exceptions: approved

budget:
  mode: enforce                       # observe: zones are computed and shown, nothing is deferred
  timezone: UTC                       # the week is the ISO week in this zone
  weekly: { tokens: 500000 }          # and/or usd: the measure that is consumed furthest sets the zone
  zones: { yellow: 0.70, orange: 0.85, red: 0.95 }
  critical_reserve: 0.10              # on top of the weekly budget, for security-critical work alone
  tiers:                              # share of the weekly budget, part of it kept for critical work
    sonnet: { share: 0.50, reserve: 0.20 }
  phases: { LEAD: [60000, 90000], PLAN: [120000, 180000], EXEC: [180000, 240000] }   # tokens a week
  on_unmeasured: warn                 # warn | defer | fail: what an unreadable ledger or an unpriced model does

targets: { override_rate: { what: Runs whose tier a person picked, below: 0.05, measured_by: ledger } }
`;

/** What a file says, without where it says it. */
function meaning(allocation: Allocation): unknown {
  const plain = (value: unknown): unknown => {
    if (value instanceof Map) return [...value].map(([key, each]) => [String(key), plain(each)]).sort(byText);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? null : value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !['position', 'raw', 'expression'].includes(key))
        .map(([key, each]) => [key, plain(each)]),
    );
  };
  const { targets, ...rest } = allocation;
  return plain({ ...rest, targets: new Map(targets.map((target) => [target.id, target])) });
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** The same data with the keys of every mapping in another order. */
function shuffled(value: unknown, turn: (size: number) => number): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, turn));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const from = turn(entries.length);
  const turned = [...entries.slice(from), ...entries.slice(0, from)];
  return Object.fromEntries(turned.map(([key, each]) => [key, shuffled(each, turn)]));
}

describe('a valid allocation', () => {
  it('is the example of the design', () => {
    const allocation = read(EXAMPLE);
    expect(allocation.tiers.map(({ name, rank }) => [name, rank])).toEqual([
      ['haiku', 0],
      ['sonnet', 1],
      ['opus', 2],
    ]);
    expect(allocation.floors.map(({ id, absolute }) => [id, absolute])).toEqual([
      ['security-always-opus', true],
      ['validation-in-critical-phases', false],
      ['final-verification-opus', false],
    ]);
    expect(allocation.budget).toMatchObject({ enforced: true, tokens: 500_000, criticalReserve: 0.1 });
  });

  it('needs no more than tiers, phases and agents, and then enforces no budget', () => {
    const text = 'version: 1\ntiers: [{ name: a, model: m }]\nphases: [P]\nagents: { A: { default: a } }\n';
    expect(read(text)).toMatchObject({ budget: null, floors: [], targets: [], models: [] });
    expect(read(`${text}budget: { weekly: { usd: 5 } }\n`).budget).toMatchObject({
      enforced: false,
      timezone: 'UTC',
      zones: { yellow: 0.7, orange: 0.85, red: 0.95 },
      onUnmeasured: 'warn',
    });
  });

  it('has floors that are absolute unless they say otherwise', () => {
    const [floor] = read(changed(['    exceptions: never\n', ''])).floors;
    expect(floor?.absolute).toBe(true);
  });

  it('means the same in whatever form it is written', () => {
    const expected = meaning(read(REAL));
    const data: unknown = parse(REAL);
    for (const text of [
      REAL.replaceAll('\n', '\r\n'),
      `\ufeff${REAL}`,
      `---\n${REAL}...\n`,
      JSON.stringify(data),
      stringify(data, { indent: 4, defaultStringType: 'QUOTE_DOUBLE' }),
      stringify(data, { collectionStyle: 'flow' }),
    ]) {
      expect(meaning(read(text))).toEqual(expected);
    }
  });

  it('means the same in whatever order its keys stand', () => {
    const expected = meaning(read(REAL));
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 50 }), (turns) => {
        let at = 0;
        const turn = (size: number): number => (size === 0 ? 0 : (turns[at++ % turns.length] ?? 0) % size);
        expect(meaning(read(stringify(shuffled(parse(REAL), turn))))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('may use anchors and aliases, within limits', () => {
    const text = changed(
      ['default: haiku\n    rationale: Pull', 'default: &cheap haiku\n    rationale: Pull'],
      ['default: haiku\n    rationale: Template', 'default: *cheap\n    rationale: Template'],
    );
    const allocation = read(text);
    expect(meaning(allocation)).toEqual(meaning(read(REAL)));
    const { line, column } = allocation.at(['agents', 'DOCMON', 'default']);
    expect(`${line}:${column}`).toBe(placeOf(text, '*cheap'));
  });

  it('may name a fact like something that every object of the language has', () => {
    const text = changed(
      ['facts: #', 'facts:\n  __proto__: { type: boolean }\n  constructor: { type: boolean }\n#'],
      ['if: task.complex_merge,', 'if: task.__proto__ || task.constructor,'],
    );
    expect([...read(text).facts.keys()]).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
  });

  it('knows where each of its values stands', () => {
    const { at } = read(
      'version: 1\ntiers: [{ name: a, model: m }]\nphases: [P]\nagents: { A: { default: a } }\n',
    );
    expect(at(['tiers', 0, 'model'])).toEqual({ line: 2, column: 27 });
    expect(at(['agents', 'A', 'upgrades', 3])).toEqual({ line: 4, column: 14 });
  });
});

it('lets an agent have its own name in other letters for an alias, as of a sub-agent', () => {
  const { agents } = read(changed(['aliases: [security-agent]', 'aliases: [security, Security]']));
  const security = [...agents.values()].find(({ name }) => name === 'SECURITY');
  expect(security?.aliases).toEqual(['security', 'Security']);
});
