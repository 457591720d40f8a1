import { expect, it } from 'vitest';
import { createGit, ObjectReader } from '../../src/git/local/index.ts';
import { TemporaryRepository } from './temporary-repository.ts';

const MUCH = 1 << 20;

function open(repository: TemporaryRepository): ObjectReader {
  return new ObjectReader(createGit({ PATH: process.env.PATH }), { cwd: repository.path });
}

it('reads what is asked for in any mixture, each for itself', async () => {
  using repository = new TemporaryRepository();
  const commit = repository.commit({ empty: '', small: 'x', large: 'y'.repeat(300_000) });
  const reader = open(repository);
  const read = (name: string, limit = MUCH) => reader.read(name, limit);
  const text = async (name: string) => {
    const reading = await read(`${commit}:${name}`);
    return reading.kind === 'object' ? reading.bytes.toString() : reading.kind;
  };
  const answers = await Promise.all([
    text('small'),
    read(`${commit}:large`, 299_999),
    text('large'),
    text('empty'),
    read(`${commit}:none`),
    read(`${commit}:small\n${commit}:large`),
    text('small'),
  ]);
  expect(answers).toEqual([
    'x',
    { kind: 'too-large', size: 300_000 },
    'y'.repeat(300_000),
    '',
    { kind: 'missing' },
    { kind: 'unreadable', why: 'the name has a line break' },
    'x',
  ]);
  reader.close();
  expect(await text('small')).toBe('x');
  reader.close();
});

it('does not start where there is no such folder, and says so to everybody', async () => {
  const reader = new ObjectReader(createGit({ PATH: process.env.PATH }), { cwd: '/nonexistent' });
  const kinds = (await Promise.all([reader.read('a', 1), reader.read('b', 1)])).map(({ kind }) => kind);
  expect(kinds).toEqual(['unreadable', 'unreadable']);
});
