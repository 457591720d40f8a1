import { cpSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Samples of what Claude Code leaves, each in a folder. */
export const FIXTURES = join(import.meta.dirname, '../fixtures/usage');

/** Leaves the transcripts of a sample in a home, as if its session had been at that time: they are older than any test. */
export function leaveTranscripts(home: string, sample: string, then: Date): void {
  const source = join(FIXTURES, sample, 'projects');
  const projects = join(home, '.claude/projects');
  cpSync(source, projects, { recursive: true });
  for (const entry of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.jsonl?$/.test(entry)) continue;
    const path = join(projects, entry);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/"timestamp": *"[^"]*"/g, `"timestamp":"${then.toISOString()}"`));
    utimesSync(path, then, then);
  }
}
