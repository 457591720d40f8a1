import { createHash } from 'node:crypto';
import type { GithubClient } from './client.ts';
import {
  bestEffort,
  create,
  marker,
  ourComments,
  type Publication,
  refuseOverlong,
  type Thread,
} from './comments.ts';
import { attemptAt, GitHubError, type GithubAttempt } from './errors/index.ts';
import type { RepositoryName } from './event/index.ts';
import { type Account, isAuthor, whoAmI } from './identity.ts';

export const ALERT_LABEL = 'haiku-first-alert';

export interface GithubAlert {
  readonly repository: RepositoryName;
  /** One open issue for each key: lower-case letters, digits and dashes. */
  readonly key: string;
  /** Title of the issue, used when it is opened. */
  readonly title: string;
  /** Markdown that tells of this event: the text of a new issue, or of a comment on the open one. */
  readonly body: string;
  /** Names the event, such as a commit and a rule: the same event is told once. */
  readonly event: string;
}

/**
 * Flags something for post-mortem (the strategy's rule 3): opens one labelled issue for each key, or adds to the one
 * that is open; the same event twice changes nothing. When a person closes the issue, the next event opens another.
 *
 * Best effort, as `upsertComment`. Throws `InternalError` for a body over the limit.
 */
export async function raiseAlert(client: GithubClient, alert: GithubAlert): Promise<Publication> {
  const { repository, key, event } = alert;
  const body = client.mask(alert.body);
  const eventMarker = marker(
    'haiku-first-event',
    createHash('sha256').update(event).digest('hex').slice(0, 32),
  );
  const comment = `${eventMarker}\n${body}`;
  const issueBody = `${marker(ALERT_LABEL, key)}\n${comment}`;
  refuseOverlong(issueBody);
  return bestEffort('alert', async () => {
    const identity = await whoAmI(client);
    const open = await findIssue(client, alert, identity);
    if (open === null) return openIssue(client, alert, issueBody);
    const thread: Thread = { repository, issue: open.number, permission: 'issues: write' };
    const isFirst = open.body.startsWith(`${marker(ALERT_LABEL, key)}\n${eventMarker}`);
    if (isFirst || (await isTold(client, thread, eventMarker, identity))) {
      return { written: false, failed: false, why: `The alert #${open.number} already reports it.` };
    }
    return create(client, thread, comment);
  });
}

async function findIssue(
  client: GithubClient,
  alert: GithubAlert,
  identity: Account,
): Promise<{ number: number; body: string } | null> {
  const { octokit } = client;
  const issues = await client.ask(attempt(client, alert, 'list the alerts', 'issues: read'), () =>
    octokit.paginate(octokit.rest.issues.listForRepo, {
      owner: alert.repository.owner,
      repo: alert.repository.name,
      per_page: 100,
      state: 'open',
      labels: ALERT_LABEL,
      sort: 'created',
      direction: 'asc',
    }),
  );
  const start = marker(ALERT_LABEL, alert.key);
  const found = issues.find(
    (issue) =>
      issue.pull_request === undefined && isAuthor(issue.user, identity) && issue.body?.startsWith(start),
  );
  return found === undefined ? null : { number: found.number, body: found.body ?? '' };
}

async function isTold(
  client: GithubClient,
  thread: Thread,
  eventMarker: string,
  identity: Account,
): Promise<boolean> {
  for await (const comment of ourComments(client, thread, identity)) {
    if (comment.body.startsWith(eventMarker)) return true;
  }
  return false;
}

async function openIssue(client: GithubClient, alert: GithubAlert, body: string): Promise<Publication> {
  await ensureLabel(client, alert.repository, ALERT);
  const { data } = await client.ask(attempt(client, alert, 'open an issue', 'issues: write'), () =>
    client.octokit.rest.issues.create({
      owner: alert.repository.owner,
      repo: alert.repository.name,
      title: client.mask(alert.title),
      body,
      labels: [ALERT_LABEL],
    }),
  );
  return { written: true, how: 'created', url: data.html_url };
}

/** A label of ours. */
interface OwnLabel {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

const ALERT: OwnLabel = {
  name: ALERT_LABEL,
  color: 'b60205',
  description: 'A quality floor was at stake: see the strategy, rule 3',
};

/** Creates the label where the repository does not have it. Throws `GitHubError`. */
export async function ensureLabel(
  client: GithubClient,
  repository: RepositoryName,
  label: OwnLabel,
): Promise<void> {
  const { issues } = client.octokit.rest;
  const repo = { owner: repository.owner, repo: repository.name };
  const about = (doing: string, permission: string): GithubAttempt =>
    attemptAt(client, repository, `${doing} (${label.name})`, permission);
  try {
    await client.ask(about('read the label', 'issues: read'), () =>
      issues.getLabel({ ...repo, name: label.name }),
    );
    return;
  } catch (error) {
    if (!(error instanceof GitHubError) || error.status !== 404) throw error;
  }
  try {
    await client.ask(about('create the label', 'issues: write'), () =>
      issues.createLabel({ ...repo, ...label }),
    );
  } catch (error) {
    // 422: another run was faster.
    if (!(error instanceof GitHubError) || error.status !== 422) throw error;
  }
}

function attempt(client: GithubClient, alert: GithubAlert, doing: string, permission: string): GithubAttempt {
  return attemptAt(client, alert.repository, `${doing} (${ALERT_LABEL})`, permission);
}
