import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CellEdit, editAllocation } from '../../../src/allocation/edit/index.ts';
import { measure } from '../../support/soak.ts';
import { read } from '../reading.ts';

const PHASES = ['LEAD', 'PLAN', 'EXEC'];
const AGENTS = ['RISK', 'TESTING', 'DOCS'];
const HEAD = `# an allocation
version: 1
tiers: [{ name: haiku, model: claude-haiku-5-5 }, { name: sonnet, model: claude-sonnet-5-5 }, { name: opus, model: claude-opus-5-5 }]
phases: [${PHASES.join(', ')}] # in order
agents:
  RISK: { default: sonnet }
  TESTING:
    default: "sonnet"
  DOCS: { default: sonnet, renamed_from: [PAPERS, 'OLD'] }
`;
const TAIL = "\n# the end\nfloors: [] # 'none'\n";

type Fields = Readonly<Record<string, string | number | Readonly<Record<string, string | number>>>>;

const tier = fc.constantFrom('haiku', 'sonnet', 'opus');
const week = fc.constantFrom('2026-W50', '2026-W51', '2027-W02');
const words = fc.oneof(
  fc.constantFrom(
    'edge case detection',
    "it's: a # mark",
    '5',
    'null',
    '- x',
    ' a ',
    'a\nb',
    '"',
    '{x}, [y]',
    'é–ü',
    '\u0085\ud800',
  ),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
);
const trial = fc.record(
  { id: fc.constantFrom('t1', 'null', 't.2'), tier, share: fc.constantFrom(0.25, 0.5, 1e-7), until: week },
  { requiredKeys: ['id', 'tier', 'share'] },
);
const cell: fc.Arbitrary<Fields> = fc
  .record(
    {
      tier,
      effort: fc.constantFrom('low', 'high'),
      past: fc.record({ was: tier, since: week }),
      because: fc.constantFrom('a reason', 'one: two', "don't"),
      trial,
    },
    { requiredKeys: ['tier'] },
  )
  .chain(({ past, ...rest }) =>
    fc.shuffledSubarray(Object.entries({ ...rest, ...past }), { minLength: 1 }).map((some) => {
      const kept = Object.fromEntries(some);
      const whole = 'was' in kept || 'since' in kept ? { ...kept, ...past } : kept;
      return { ...whole, tier: rest.tier };
    }),
  );

const quotes = fc.constantFrom('plain', 'single', 'double');
function scalar(value: string | number, how: string): string {
  if (typeof value === 'number') return String(value);
  if (how === 'single' || (how === 'plain' && !/^[a-z][\w .-]*$/i.test(value)) || value === 'null')
    return `'${value.replaceAll("'", "''")}'`;
  return how === 'double' ? JSON.stringify(value) : value;
}

/** A way to write a cell; what it gives is the text behind the colon. */
interface Form {
  readonly layout: 'plain' | 'flow' | 'lines' | 'block';
  readonly quote: string;
  readonly comment: boolean;
  readonly padded: boolean;
  readonly comma: boolean;
}
const form: fc.Arbitrary<Form> = fc.record({
  layout: fc.constantFrom('plain', 'flow', 'lines', 'block'),
  quote: quotes,
  comment: fc.boolean(),
  padded: fc.boolean(),
  comma: fc.boolean(),
});

function flow(fields: Fields, { quote, padded, comma }: Form): string {
  const pairs = Object.entries(fields).map(([key, value]) =>
    typeof value === 'object'
      ? `${key}: ${flow(value, { layout: 'flow', quote, padded, comma: false, comment: false })}`
      : `${key}: ${scalar(value, quote)}`,
  );
  const pad = padded ? ' ' : '';
  return `{${pad}${pairs.join(padded ? ', ' : ' ,  ')}${comma ? ',' : ''}${pad}}`;
}

function written(fields: Fields, how: Form, isFlow: boolean): string {
  const note = how.comment && !isFlow ? ' # a note' : '';
  if (how.layout === 'plain' && Object.keys(fields).length === 1)
    return `${scalar(String(fields.tier), how.quote)}${note}`;
  if (isFlow || how.layout === 'plain' || how.layout === 'flow') return `${flow(fields, how)}${note}`;
  const last = Object.keys(fields).length - 1;
  const lines = Object.entries(fields).map(([key, value], index) => {
    const text = typeof value === 'object' ? flow(value, how) : scalar(value, how.quote);
    const comma = how.layout === 'lines' && (index < last || how.comma) ? ',' : '';
    return `\n      ${key}: ${text}${comma}${how.comment ? ` # note ${index}` : ''}`;
  });
  return how.layout === 'block' ? lines.join('') : `{${lines.join('')}\n     }${note}`;
}

interface World {
  /** Pieces of the file; those with a cell are what a change of that cell may touch. */
  readonly pieces: readonly { readonly text: string; readonly cell: string | null }[];
  readonly hasFinalNewline: boolean;
  readonly newline: string;
  readonly mark: string;
}

const row = fc.record({
  layout: fc.constantFrom('block', 'block', 'flow'),
  cells: fc.uniqueArray(
    fc.record({ agent: fc.constantFrom('RISK', 'TESTING', 'DOCS'), fields: cell, how: form }),
    { selector: ({ agent }) => agent, maxLength: 3 },
  ),
});
const world: fc.Arbitrary<World> = fc
  .record({
    rows: fc.dictionary(fc.constantFrom(...PHASES), row, { maxKeys: 3 }),
    matrix: fc.constantFrom('absent', 'there'),
    former: fc.boolean(),
    tail: fc.boolean(),
    hasFinalNewline: fc.boolean(),
    newline: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
  })
  .map(({ rows, matrix, former, tail, ...rest }) => {
    const pieces: { text: string; cell: string | null }[] = [{ text: HEAD, cell: null }];
    const say = (text: string, of: string | null = null): void => void pieces.push({ text, cell: of });
    const used = matrix === 'absent' ? [] : Object.entries(rows);
    if (matrix === 'there') say(used.length === 0 ? '\nmatrix: {} # nothing yet\n' : '\nmatrix: # cells\n');
    for (const [phase, { layout, cells }] of used) {
      const isFlow = layout === 'flow' || cells.length === 0;
      say(`  ${phase}:${isFlow ? ' {' : '\n'}`);
      cells.forEach(({ agent, fields, how }, index) => {
        const key = agent === 'DOCS' && former ? 'PAPERS' : agent;
        say(isFlow ? `${index === 0 ? ' ' : ', '}${key}: ` : `    ${key}: `);
        // A comment behind a block belongs to its last line, which an edit may take away.
        say(written(fields, how, isFlow), `${phase}.${agent}`);
        if (!isFlow) say('\n    # beside it\n');
      });
      if (isFlow) say(' } # a row\n');
    }
    if (tail) say(TAIL);
    return { pieces, ...rest };
  });

const edit: fc.Arbitrary<CellEdit> = fc
  .record(
    {
      phase: fc.constantFrom(...PHASES),
      agent: fc.constantFrom(...AGENTS),
      tier,
      past: fc.oneof(fc.constant({ was: null, since: null }), fc.record({ was: tier, since: week })),
      because: fc.oneof(fc.constant(null), words),
      trial: fc.oneof(fc.constant(null), trial),
    },
    { requiredKeys: ['phase', 'agent', 'tier'] },
  )
  .map(({ past, ...rest }) => ({ ...rest, ...past }));

function fileOf({ pieces, hasFinalNewline, newline, mark }: World): string {
  const text = pieces.map((piece) => piece.text).join('');
  return mark + (hasFinalNewline ? text : text.replace(/\n$/, '')).replaceAll('\n', newline);
}

interface Data {
  matrix?: Record<string, Record<string, string | Record<string, unknown>>>;
  [key: string]: unknown;
}

/** What a reader should find: only the one cell is another one. */
function expected(data: Data, { phase, agent, ...fields }: CellEdit): Data {
  const after = structuredClone(data);
  after.matrix ??= {};
  after.matrix[phase] ??= {};
  const row = after.matrix[phase];
  const key = agent === 'DOCS' && row.PAPERS !== undefined ? 'PAPERS' : agent;
  const now = row[key];
  const next: Record<string, unknown> = { ...(typeof now === 'string' ? { tier: now } : now), ...fields };
  for (const [name, value] of Object.entries(next)) if (value == null) delete next[name];
  row[key] =
    typeof now !== 'object' && Object.keys(next).length === 1 && fields.tier !== undefined
      ? fields.tier
      : next;
  return after;
}

function data(text: string): Data {
  return parse(text.replace(/^\ufeff/, ''), { logLevel: 'silent' });
}

/** How many characters two texts have in common at their beginnings. */
function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

it('changes the cell that it is asked to change, and no other character', () => {
  fc.assert(
    fc.property(world, edit, (there, change) => {
      const before = fileOf(there);
      const after = editAllocation('allocation.yaml', before, [change]);
      expect(data(after)).toEqual(expected(data(before), change));
      expect(editAllocation('allocation.yaml', after, [change])).toBe(after);
      expect(/\r\n/.test(after)).toBe(there.newline === '\r\n');
      if (there.newline === '\r\n') expect(after).not.toMatch(/[^\r]\n/);
      const at = there.pieces.findIndex((piece) => piece.cell === `${change.phase}.${change.agent}`);
      const part = (from: number, to?: number): string =>
        there.pieces
          .slice(from, to)
          .map(({ text }) => text.replaceAll('\n', there.newline))
          .join('');
      if (at !== -1) {
        const [head, tail] = [
          there.mark + part(0, at),
          part(at + 1).replace(there.hasFinalNewline ? /$^/ : /\r?\n$/, ''),
        ];
        expect(after.startsWith(head)).toBe(true);
        expect(after.endsWith(tail)).toBe(true);
      } else {
        // Something was put in at one place.
        const front = shared(before, after);
        const back = shared([...before].reverse().join(''), [...after].reverse().join(''));
        expect(front + back).toBeGreaterThanOrEqual(before.length);
      }
    }),
    { numRuns: measure(400, 20_000) },
  );
});

it('leaves a valid file, whatever it is asked for', () => {
  const sound = edit.filter(({ because }) => because == null || !/[\p{C}\u2028\u2029]/u.test(because));
  fc.assert(
    fc.property(world, fc.array(sound, { minLength: 1, maxLength: 4 }), (there, changes) => {
      read(editAllocation('allocation.yaml', fileOf(there), changes));
    }),
    { numRuns: measure(200, 5000) },
  );
});
