import { empty } from './empty.ts';
import type { Github } from './index.ts';

export interface FlyingRun {
  readonly id: number;
  readonly attempt?: number;
  readonly path?: string;
  readonly queued?: boolean;
  readonly head?: string;
  readonly actor?: string;
}

/** Lets GitHub list these runs of octo/demo as under way, or as waiting for a runner. */
export function flyRuns(github: Github, runs: readonly FlyingRun[], more = 0): void {
  const listed = (status: string, all: readonly FlyingRun[], unlisted: number) => ({
    total_count: all.length + unlisted,
    workflow_runs: all.map((run) => {
      const user = { ...empty('simple-user'), login: run.actor ?? 'octocat' };
      return {
        ...empty('workflow-run'),
        id: run.id,
        run_attempt: run.attempt ?? 1,
        status,
        path: run.path ?? '.github/workflows/review.yml',
        head_repository: { ...empty('minimal-repository'), full_name: run.head ?? 'octo/demo' },
        actor: user,
        triggering_actor: user,
      };
    }),
  });
  const answer = (body: object, status: string): void =>
    github.fault({
      method: 'GET',
      path: /^\/repos\/octo\/demo\/actions\/runs$/,
      query: { status },
      status: 200,
      body: JSON.parse(JSON.stringify(body)),
    });
  const running = runs.filter(({ queued }) => queued !== true);
  const queued = runs.filter((run) => run.queued === true);
  answer(listed('in_progress', running, more), 'in_progress');
  answer(listed('queued', queued, 0), 'queued');
}
