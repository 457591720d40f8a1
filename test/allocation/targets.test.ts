import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JobScene } from '../support/job-scene.ts';

const OWN = await readFile(join(import.meta.dirname, '../../allocation.yaml'), 'utf8');

async function said(allocation: string, ...options: string[]): Promise<string> {
  using place = JobScene.atDesk({ allocation });
  const { exitCode, stdout, stderr } = await place.cli(['report', ...options]);
  return `${exitCode} ${stdout}${stderr.join('\n')}`;
}

describe('a target', () => {
  it('that no figure is called like is an error, with the nearest one', async () => {
    expect(await said(OWN.replace('  haiku_runs:', '  haiku_run:'))).toMatch(
      /^2 .*No figure is called haiku_run\.[\s\S]*Did you mean haiku_runs\? A target of your own says measured_by: nothing\./,
    );
    expect(await said(OWN.replace('  haiku_runs:', '  velocity:'))).toContain('Known: haiku_runs, ');
  });

  it('may be of any name where nothing measures it', async () => {
    const own = `${OWN}  joy: { what: Joy, at_least: 3, measured_by: nothing, because: nobody asked }\n`;
    expect(await said(own)).toContain(', Joy');
    expect(await said(own, '--json')).toMatch(
      /"id": "joy",\s+"what": "Joy",\s+"target": "at least 3",[\s\S]*"status": "not-measured",[\s\S]*"because": "nobody asked"/,
    );
  });

  it('may be about each tier, also about one that a team has added', async () => {
    const tier = '  - name: mythos\n    model: claude-mythos-5\n';
    const more = OWN.replace('\nphases:', `${tier}\nphases:`);
    const own = `${more}  mythos_runs: { what: Mythos, below: 0.5, measured_by: ledger }\n`;
    expect(await said(own)).toMatch(/^0 /);
    expect(await said(own.replace('  mythos_runs:', '  mytos_runs:'))).toContain('Did you mean mythos_runs?');
  });

  it('says its aim in the unit of its figure', async () => {
    const text = await said(OWN, '--json');
    expect(text).toMatch(/"what": "Share of runs on haiku",\s+"target": "between 60% and 70%"/);
    expect(text).toContain('"target": "below 5 minutes"');
  });
});
