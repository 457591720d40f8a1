import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillFrom } from './template.ts';

/** git in a folder, as somebody. */
export function gitAs(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });
}

/** Makes a folder a checkout whose only commit holds this allocation. */
export function checkOut(folder: string, allocation: string): void {
  fillFrom(`checkout ${allocation}`, folder, (made) => {
    gitAs(made, 'init', '--quiet', '--initial-branch=main', '--template=');
    writeFileSync(join(made, 'allocation.yaml'), allocation);
    gitAs(made, 'add', '.');
    gitAs(made, 'commit', '--quiet', '--message=Start');
  });
}
