import type { Context } from '../../gather/context.ts';
import type { Github } from '../../gather/repository.ts';
import { type Publication, raiseAlert, upsertComment } from '../../github/index.ts';
import { renderGateAlert } from '../../render/gate/alert.ts';
import { GATE_MARKER, renderGateComment, tellsOfMore } from '../../render/gate/comment.ts';
import type { GateMarkdownOptions } from '../../render/gate/markdown.ts';
import type { GateResult } from '../../render/gate/result.ts';
import type { OptionsOf } from '../../surface/options/index.ts';

/** The remark about something that could not be written; none when all is well. */
function remark(publication: Publication): readonly string[] {
  return publication.written || !publication.failed ? [] : [publication.why];
}

/**
 * Shows the result on the pull request, and flags a breach of a floor for post-mortem. Best effort: it needs a token
 * that may write, and what it cannot write comes back as a remark. It never changes the verdict.
 */
export async function publishGate(
  result: GateResult,
  { event, options, notes }: Context<OptionsOf<'check'>>,
  { client, repository }: Github,
  shown: GateMarkdownOptions,
): Promise<void> {
  if (event === null) return;
  if (event.kind === 'pull_request' && options.comment === 'auto') {
    const say = renderGateComment(result, { ...shown, earlier: false });
    const resolved = renderGateComment(result, { ...shown, earlier: true });
    // The marker is put in front by what looks for it.
    const bare = (text: string): string => text.slice(GATE_MARKER.length).trimStart();
    const text = say ?? resolved;
    const body = text === null ? null : bare(text);
    const over = (earlier: string): string => bare(tellsOfMore(earlier) ? (resolved ?? '') : (text ?? ''));
    const comment = { repository, issue: event.number, key: 'gate', body, over, onlyIfExists: say === null };
    notes.push(...remark(await upsertComment(client, comment)));
  }
  const alert = renderGateAlert(result, event.kind === 'pull_request' ? event.number : null);
  if (alert !== null) {
    const commit =
      event.kind === 'pull_request'
        ? event.head.sha
        : event.kind === 'push'
          ? event.after
          : event.kind === 'merge_group'
            ? event.headSha
            : null;
    const about = {
      repository,
      key: 'floors',
      title: alert.title,
      body: alert.body,
      event: `${alert.about} ${commit ?? ''}`,
    };
    notes.push(...remark(await raiseAlert(client, about)));
  }
}
