import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { gatherEvidence } from '../../src/job/evidence.ts';
import { JOB_LIMITS, readSessionFile } from '../../src/job/session-files.ts';
import { observe } from '../../src/usage/session/observation.ts';
import { only, partTexts, SAMPLES, table, today, wholeEvidence } from '../usage/sessions.ts';

const samples = fileURLToPath(new URL('../fixtures/usage/', import.meta.url));
const SUB = [
  'main claude-sonnet-5-5 22/57/6000/240/0 1814 computed',
  'x claude-haiku-5-5 43/34/1100/50/0 39 computed',
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haiku-first-evidence-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function parts(paths: readonly string[]): readonly string[] {
  return gatherEvidence(paths).evidence.flatMap((found) => partTexts(observe(found, table, today)));
}

const plain = JSON.stringify({ model: 'claude-opus-5-5', input_tokens: 1, output_tokens: 1, session: 'p' });

describe('gathering what files say about usage', () => {
  it.each(SAMPLES)('%s: joins result and transcript of a session', (sample) => {
    const { evidence, notes } = gatherEvidence([join(samples, sample)]);
    expect(notes).toEqual([]);
    expect(observe(only(evidence), table, today)).toEqual(observe(wholeEvidence(sample), table, today));
  });

  it('reads files whatever they are called, and each once', () => {
    cpSync(join(samples, 'sub/result.json'), join(folder, 'out.txt'));
    const file = join(folder, 'out.txt');
    const projects = join(samples, 'sub/projects');
    expect(parts([file, projects, projects, file])).toEqual(SUB);
  });

  it('keeps sessions apart', () => {
    const folders = SAMPLES.map((sample) => join(samples, sample));
    expect(gatherEvidence(folders).evidence).toHaveLength(SAMPLES.length);
  });

  it('passes over what is in no known format, and says so of a file that was named', () => {
    write('settings.json', '{"a":1}');
    write('notes.md', 'hello');
    const { evidence, notes } = gatherEvidence([folder, join(folder, 'notes.md')]);
    expect(evidence).toEqual([]);
    expect(notes).toEqual([`${join(folder, 'notes.md')} is not in a known format.`]);
  });

  it('follows no link out of the folder', () => {
    write('outside/one.json', plain);
    write('inside/two.json', plain.replace('"p"', '"q"'));
    symlinkSync(join(folder, 'outside'), join(folder, 'inside/folder'));
    symlinkSync(join(folder, 'outside/one.json'), join(folder, 'inside/one.json'));
    const { evidence } = gatherEvidence([join(folder, 'inside')]);
    expect(evidence.map(({ session }) => session)).toEqual(['q']);
  });

  it('opens no link, also where one took the place of a file that was found', () => {
    const target = write('target.json', plain);
    const link = join(folder, 'link.json');
    symlinkSync(target, link);
    expect(readSessionFile(target, 1000)).toEqual({ text: plain });
    expect(readSessionFile(link, 1000)).toEqual({ problem: `${link} cannot be read (ELOOP).` });
  });

  it('does not wait for a pipe', () => {
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    expect(gatherEvidence([folder]).evidence).toEqual([]);
    expect(gatherEvidence([join(folder, 'pipe.json')]).notes[0]).toContain('is not a regular file');
  });

  it('stops at its limits, says so, and then calls nothing complete', () => {
    write('a.json', plain);
    write('b/c/d.json', plain.replace('"p"', '"q"'));
    write('e.json', plain.replace('"p"', `"${'x'.repeat(90)}"`));
    const few = gatherEvidence([folder], { limits: { ...JOB_LIMITS, files: 1 } });
    expect(few.notes).toEqual(['2 of 3 files: at most 1 are read.']);
    expect(few.leftOut).toEqual({ files: 2, bytes: 241, folders: 0 });
    expect(observe(only(few.evidence), table, today).measured).toBe('partial');
    expect(gatherEvidence([folder], { limits: { ...JOB_LIMITS, depth: 1 } }).notes).toEqual([
      `${join('b', 'c')} is deeper than 1 folders.`,
    ]);
    expect(gatherEvidence([folder], { limits: { ...JOB_LIMITS, bytesOfText: 100 } }).notes[0]).toContain(
      'at most 100 are read',
    );
    expect(gatherEvidence([folder], { limits: { ...JOB_LIMITS, bytesOfTexts: 100 } }).evidence).toHaveLength(
      1,
    );
  });

  it('reads a sub-agent whose meta file is missing or broken', () => {
    cpSync(join(samples, 'sub/projects'), folder, { recursive: true });
    const meta = execFileSync('find', [folder, '-name', '*.meta.json'], { encoding: 'utf8' }).trim();
    writeFileSync(meta, '{"agentType":');
    expect(parts([folder])).toEqual(SUB);
    rmSync(meta);
    expect(parts([folder])).toEqual(SUB);
  });

  it('says which path does not exist', () => {
    expect(() => gatherEvidence([join(folder, 'nothing')])).toThrow(UserError);
    expect(() => gatherEvidence([join(folder, 'nothing')])).toThrow(/nothing cannot be read \(ENOENT\)/);
  });
});
