import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GateContext, gate } from '../../src/policy/gate/index.ts';
import { renderGateComment } from '../../src/render/gate/comment.ts';
import { dateOf } from '../../src/time/week.ts';
import { shippedModels } from '../../src/usage/models/shipped.ts';

const REPOSITORY = 'https://github.com/octo-org/shop';
const BASE = '52b87330c1d94ab1d3a6c3a3a1a9c0f27a3a35d1';
const HEAD = '9be07d2b7e60ad0f2ce96d3c5ad1f6d3c7f1a420';

/** What the pull request of the picture makes of the project's own allocation, edit by edit. */
const EDITS: readonly (readonly [from: string, to: string])[] = [
  ['  SECURITY:\n    default: opus\n', '  SECURITY:\n    default: sonnet\n'],
  ['      - { to: opus, if: task.tables_migrated > 1, because: complex multi-table migration }\n', ''],
  ['  LEAD:\n    RISK: haiku', '  LEAD:\n    STORIES: haiku\n    RISK: haiku'],
];

/** A comment as it is posted, and the name of its picture. */
export interface PicturedComment {
  readonly name: string;
  readonly markdown: string;
}

async function gateComment(root: string): Promise<string> {
  const base = await readFile(join(root, 'allocation.yaml'), 'utf8');
  const head = EDITS.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`allocation.yaml has no ${from}`);
    return text.replace(from, to);
  }, base);
  const context: GateContext = {
    today: dateOf(new Date('2026-11-23T03:00:00Z')),
    shipped: shippedModels(),
    allocationFile: 'allocation.yaml',
    exceptionsFile: 'allocation.exceptions.yaml',
    docs: (id) => `https://github.com/OWNER/haiku-first/blob/v1/docs/rules/${id}.md`,
    mode: 'enforce',
  };
  const version = (text: string) => ({
    allocation: { kind: 'file', bytes: new TextEncoder().encode(text) } as const,
    exceptions: { kind: 'absent' } as const,
  });
  const report = gate(
    [
      {
        subject: `the merge of pull request 452 with main at ${BASE.slice(0, 7)}`,
        base: version(base),
        head: version(head),
        commits: { base: BASE, head: HEAD },
      },
    ],
    context,
    [],
  );
  const body = renderGateComment(report, {
    address: REPOSITORY,
    run: `${REPOSITORY}/actions/runs/18702`,
    author: { commit: HEAD, editor: `${REPOSITORY}/edit/cheaper-reviews` },
    earlier: false,
  });
  if (body === null) throw new Error('the gate has nothing to say of the pull request in the picture');
  return body;
}

/** The comments that the README shows: the gate's on a change of our own allocation, and the usage comment of a test. */
export async function picturedComments(root: string): Promise<readonly PicturedComment[]> {
  return [
    { name: 'gate-refused', markdown: await gateComment(root) },
    {
      name: 'usage',
      markdown: await readFile(join(root, 'test/fixtures/usage-comments/below-floor.md'), 'utf8'),
    },
  ];
}

/** By which a picture is known to show this text. */
export function digestOf(markdown: string): string {
  return createHash('sha256').update(markdown).digest('hex');
}
