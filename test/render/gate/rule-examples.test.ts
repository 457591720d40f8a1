import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAllocation } from '../../../src/allocation/parse.ts';
import { parseReference, referenceText } from '../../../src/allocation/policy/reference.ts';
import { driftMadeBy, type Judging } from '../../../src/policy/agents/index.ts';
import {
  agentFindings,
  attributeFindings,
  type FileState,
  gate,
  namedFiles,
  type ProposedChange,
  RULES,
  type RuleId,
  ruleOf,
  rulePage,
  workflowFindings,
} from '../../../src/policy/gate/index.ts';
import { laid, type PolicyStanding } from '../../../src/policy/inherited/index.ts';
import { type IsoDate, parseDate, weekOf } from '../../../src/time/week.ts';
import { shippedModels } from '../../../src/usage/models/shipped.ts';
import { nodesOf, readMarkdown } from '../markdown.ts';

// The pages show these two as a change of the file itself, which no lines can show.
const NOT_BY_LINES: readonly RuleId[] = ['HF118', 'HF119'];
const BY_WORKFLOW: readonly RuleId[] = ['HF205', 'HF206'];
/** The pages show a file of `.claude/agents`. */
const BY_SUB_AGENT: readonly RuleId[] = ['HF123', 'HF236', 'HF237'];
/** These look at other files than the page's, or at several. */
const BY_OTHER_FILES: readonly RuleId[] = ['HF228', 'HF229', 'HF238', 'HF239'];
/** The date that the pages speak of. */
const TODAY = '2026-11-23';

const POLICY = readFileSync(new URL('rule-examples.policy.yaml', import.meta.url), 'utf8');
const BASE = readFileSync(new URL('rule-examples.yaml', import.meta.url), 'utf8');

/** The example that breaks the rule, and its harmless twin, as lines of a diff. */
function examples(id: RuleId): readonly [readonly string[], readonly string[]] {
  const page = readFileSync(new URL(`../../../${rulePage(id)}`, import.meta.url), 'utf8');
  const [bad, good] = [...nodesOf(readMarkdown(page))].flatMap((node) =>
    node.type === 'code' ? [node.value.split('\n')] : [],
  );
  if (bad === undefined || good === undefined) throw new Error(`${id} has no two examples`);
  return [bad, good];
}

/** The diff's lines for each of the two files: a comment names the file, and exceptions name themselves. */
function split(diff: readonly string[]): { allocation: readonly string[]; exceptions: readonly string[] } {
  const allocation: string[] = [];
  const exceptions: string[] = [];
  let current = diff.some((line) => /^[-+ ]exceptions:/.test(line)) ? exceptions : allocation;
  for (const line of diff) {
    if (line === ' # allocation.yaml') current = allocation;
    else if (
      line === ' # allocation.exceptions.yaml' ||
      line === ' # allocation.exceptions.yaml, on the base branch'
    )
      current = exceptions;
    else if (line !== '') current.push(line);
  }
  return { allocation, exceptions };
}

/** Applies a diff whose lines stand in the text in this order, though not always side by side. */
function apply(text: string, diff: readonly string[]): string {
  const lines = text.split('\n');
  let cursor = 0;
  for (const entry of diff) {
    const line = entry.slice(1);
    if (entry.startsWith('+')) {
      lines.splice(cursor, 0, line);
      cursor += 1;
      continue;
    }
    const found = lines.indexOf(line, cursor);
    if (found < 0) throw new Error(`the base has no such line from here on: ${line}`);
    if (entry.startsWith('-')) lines.splice(found, 1);
    cursor = entry.startsWith('-') ? found : found + 1;
  }
  return lines.join('\n');
}

/** The base with the models that the diff takes away: each page begins where its story does. */
function baseFor(diff: readonly string[]): string {
  return diff.reduce((text, line, index) => {
    const [, key] = /^[- ]((?:extends|deny): .+)$/.exec(line) ?? [];
    if (key !== undefined) return text.replace('version: 1\n', `version: 1\n${key}\n`);
    const model = /^-( {4}model: .+)$/.exec(line)?.[1];
    const name = /^ ( {2}- name: .+)$/.exec(diff[index - 1] ?? '')?.[1];
    if (model === undefined || name === undefined) return text;
    const lines = text.split('\n');
    return lines.with(lines.indexOf(name) + 1, model).join('\n');
  }, BASE);
}

/** One side of a diff that shows a whole file. */
function side(diff: readonly string[], mark: '-' | '+'): string {
  const kept = diff.filter((line) => line.startsWith(' ') || line.startsWith(mark));
  return kept.map((line) => `${line.slice(1)}\n`).join('');
}

function file(text: string): FileState {
  return text === '' ? { kind: 'absent' } : { kind: 'file', bytes: new TextEncoder().encode(text) };
}

/** What a version extends: commit 1… is the first one of the policy, 2… the later one, and 3… is on a branch of its own. */
function standingOf(state: FileState, later: string): PolicyStanding | null {
  const text = state.kind === 'file' ? new TextDecoder().decode(state.bytes) : '';
  const reference = parseReference(/^extends: (.*)$/m.exec(text)?.[1] ?? '');
  if (reference === null) return null;
  const bytes = new TextEncoder().encode(reference.commit.startsWith('2') ? later : POLICY);
  const off = reference.commit.startsWith('3') ? 'main' : null;
  return { reference, policies: new Map([[referenceText(reference), { kind: 'file', bytes, off }]]) };
}

function onPolicies(change: ProposedChange, later: string, today: IsoDate): ProposedChange {
  const [before, after] = [change.base, change.head].map(({ allocation }) => standingOf(allocation, later));
  if (before == null && after == null) return change;
  const [from = '', to = ''] = [before?.reference.commit, after?.reference.commit];
  const kind = from === to ? 'same' : from < to ? 'forward' : 'back';
  return laid(change, before ?? null, after ?? null, kind, today);
}

/** What the gate says of the change that an example shows. */
function judge(diff: readonly string[]) {
  const today = parseDate(TODAY);
  if (today === null) throw new Error(`${TODAY} is no date`);
  const policy = diff.indexOf(' # acme/policies: floors.yaml');
  const { allocation, exceptions } = split(policy < 0 ? diff : diff.slice(0, policy));
  const before = baseFor(allocation);
  const base = { allocation: file(before), exceptions: file(side(exceptions, '-')) };
  const head = { allocation: file(apply(before, allocation)), exceptions: file(side(exceptions, '+')) };
  const later = policy < 0 ? POLICY : apply(POLICY, diff.slice(policy + 1));
  return gate(
    [onPolicies({ subject: 'the example', base, head }, later, today)],
    {
      today,
      shipped: shippedModels(),
      allocationFile: 'allocation.yaml',
      exceptionsFile: 'allocation.exceptions.yaml',
      docs: rulePage,
      mode: 'enforce',
    },
    [],
  );
}

describe('the examples on the pages of the rules', () => {
  const byLines = RULES.filter(
    ({ id }) => ![...NOT_BY_LINES, ...BY_WORKFLOW, ...BY_SUB_AGENT, ...BY_OTHER_FILES].includes(id),
  );

  it.each(byLines)('$id: the first sets the rule off', ({ id, severity }) => {
    const { findings, verdict } = judge(examples(id)[0]);
    expect(findings.map((finding) => finding.rule)).toContain(id);
    expect(verdict).toBe(severity === 'error' ? 'fail' : 'pass');
  });

  it.each(byLines)('$id: the second passes', ({ id }) => {
    const { findings, verdict } = judge(examples(id)[1]);
    expect(findings.filter((finding) => finding.rule === id || finding.severity === 'error')).toEqual([]);
    expect(verdict).toBe('pass');
  });

  it.each(BY_SUB_AGENT.map(ruleOf))('$id: the first sets the rule off, the second does not', ({ id }) => {
    const allocation = parseAllocation('allocation.yaml', new TextEncoder().encode(BASE));
    const judging: Judging = {
      allocation,
      table: shippedModels(),
      week: weekOf(new Date(TODAY), 'UTC'),
    };
    const version = (diff: readonly string[], mark: '-' | '+') => {
      const files = [{ path: '.claude/agents/x.md', content: side(diff, mark) }];
      return { judging, section: '', seen: { files, unread: [], settings: [], memory: [] } };
    };
    const found = (diff: readonly string[]) =>
      agentFindings(driftMadeBy(version(diff, '-'), version(diff, '+'), judging), [], {
        allocationFile: 'allocation.yaml',
        docs: rulePage,
      }).map((finding) => finding.rule);
    const [bad, good] = examples(id);
    expect(found(bad)).toEqual([id]);
    expect(found(good)).toEqual([]);
  });

  it.each(BY_WORKFLOW.map(ruleOf))('$id: the first sets the rule off, the second does not', ({ id }) => {
    const found = (diff: readonly string[]) =>
      workflowFindings(
        [{ path: '.github/workflows/x.yml', before: side(diff, '-'), after: side(diff, '+') }],
        rulePage,
      ).map((finding) => finding.rule);
    const [bad, good] = examples(id);
    expect(found(bad)).toContain(id);
    expect(found(good)).toEqual([]);
  });

  it('HF228: the first sets the rule off, the second does not', () => {
    const found = (diff: readonly string[]) =>
      attributeFindings(
        [
          {
            path: '.gitattributes',
            before: side(diff, '-'),
            after: side(diff, '+'),
            watched: ['allocation.yaml'],
          },
        ],
        rulePage,
      ).map((finding) => finding.rule);
    const [bad, good] = examples('HF228');
    expect(found(bad)).toEqual(['HF228']);
    expect(found(good)).toEqual([]);
  });

  it('HF229: the first names a workflow that is not there, the second one that is', () => {
    const named = (diff: readonly string[]) => {
      const text = new TextEncoder().encode(apply(BASE, diff));
      return namedFiles(parseAllocation('allocation.yaml', text)).map(({ path }) => path);
    };
    const [bad, good] = examples('HF229');
    expect(named(bad)).toContain('.github/workflows/agnet.yml');
    expect(named(good)).toContain('.github/workflows/drained.yml');
  });
});
