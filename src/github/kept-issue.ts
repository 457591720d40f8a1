import { ensureLabel } from './alerts.ts';
import type { GithubClient } from './client.ts';
import { bestEffort, marker, type Publication, refuseOverlong } from './comments.ts';
import { attemptAt, type GithubAttempt } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { isAuthor, whoAmI } from './identity.ts';

/** An issue that says how things are, and is written again when they change. */
export interface KeptIssue {
  readonly repository: RepositoryName;
  /** Ours alone: only issues with it are looked at. */
  readonly label: { readonly name: string; readonly color: string; readonly description: string };
  /** One issue for each key: lower-case letters, digits and dashes. */
  readonly key: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** Pages of our issues that are looked at: one issue a week makes two years. */
const MOST = 100;

/**
 * Writes the one issue of a key: updates ours in place, open or closed, or opens it. It is found by the hidden marker at
 * its very start and by its author. When a new one is opened, the open ones of lesser keys are closed: they have become
 * history. Best effort, as `upsertComment`. Throws `InternalError` for a body over the limit.
 */
export async function upsertIssue(client: GithubClient, issue: KeptIssue): Promise<Publication> {
  const { repository, label, key } = issue;
  const start = marker(label.name, key);
  const title = client.mask(issue.title);
  const body = `${start}\n${client.mask(issue.body)}`;
  refuseOverlong(body);
  const { issues } = client.octokit.rest;
  const repo = { owner: repository.owner, repo: repository.name };
  const attempt = (doing: string, permission = 'issues: write'): GithubAttempt =>
    attemptAt(client, repository, `${doing} (${label.name})`, permission);
  return bestEffort('issue', async () => {
    const identity = await whoAmI(client);
    const { data } = await client.ask(attempt('list the issues', 'issues: read'), () =>
      issues.listForRepo({
        ...repo,
        labels: label.name,
        state: 'all',
        per_page: MOST,
        sort: 'created',
        direction: 'desc',
      }),
    );
    const ours = data.filter(
      (each) =>
        each.pull_request === undefined &&
        isAuthor(each.user, identity) &&
        each.body?.startsWith(`<!-- ${label.name}:`),
    );
    const found = ours.findLast((each) => each.body?.startsWith(start));
    if (found !== undefined) {
      const same = found.title === title && found.body?.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd();
      if (same) return { written: false, failed: false, why: `The issue #${found.number} already says so.` };
      const updated = await client.ask(attempt('update an issue'), () =>
        issues.update({ ...repo, issue_number: found.number, title, body }),
      );
      return { written: true, how: 'updated', url: updated.data.html_url };
    }
    await ensureLabel(client, repository, label);
    const created = await client.ask(attempt('open an issue'), () =>
      issues.create({ ...repo, title, body, labels: [label.name] }),
    );
    const isPast = (text: string | null | undefined): boolean => (text ?? '').slice(0, start.length) < start;
    for (const each of ours.filter(({ state, body }) => state === 'open' && isPast(body))) {
      await client.ask(attempt('close an issue'), () =>
        issues.update({ ...repo, issue_number: each.number, state: 'closed', state_reason: 'completed' }),
      );
    }
    return { written: true, how: 'created', url: created.data.html_url };
  });
}
