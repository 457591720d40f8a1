/**
 * Why a write or a read through git did not succeed:
 * - `raced`: somebody else wrote first; read again and try again.
 * - `unreachable`: nobody answers at that address; it may pass.
 * - `disturbed`: a server is there, and this request failed on the way or in it; it mostly passes.
 * - `refused`: trying again would give the same answer.
 */
type GitFailureKind = 'raced' | 'unreachable' | 'disturbed' | 'refused';

export interface GitFailure {
  readonly kind: GitFailureKind;
  /** Git's words, made safe to print. */
  readonly why: string;
  /** What the user can do; null when the words say all there is. */
  readonly fix: string | null;
}

interface Pattern {
  readonly kind: GitFailureKind;
  readonly match: RegExp;
  readonly fix: string | null;
}

const DISTURBED_FIX = 'The server of the ledger fails in many requests; try again later.';

/**
 * In the order in which they are tried: what is final comes first, because a refusal by the server is often
 * followed by the general words that a lost race also ends in ("failed to push some refs"). Collected from git
 * 2.39 to 2.51 (`send-pack`, `receive-pack`, `refs/files-backend`, `http`) and from GitHub's `GH0nn` messages.
 */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'refused',
    match: /no space left on device|disk quota exceeded|GH\d+: .*(?:size|quota)|read-only file system/i,
    fix: 'Free some space where the ledger is kept, then write the kept records again.',
  },
  {
    kind: 'refused',
    match: /verified signatures|must be signed|unsigned commit|signed commits/i,
    fix: 'Exclude the ledger branch from the rules that its message names: its commits are not signed.',
  },
  {
    kind: 'refused',
    match: /protected branch|GH006|GH013|rule violations|protected_branch|not allowed to push|push declined/i,
    fix: 'Exclude the ledger branch from that protection, or write with the token of an App that may bypass it: GITHUB_TOKEN never may.',
  },
  {
    kind: 'refused',
    match: /hook declined/i,
    fix: 'A hook of the ledger repository refused the write; its message is above.',
  },
  {
    kind: 'refused',
    match:
      /authentication failed|could not read (?:username|password)|permission denied|access denied|returned error: 40[13]|write access to repository not granted|host key verification failed|not authorized/i,
    fix: 'Give a token that may write contents (GITHUB_TOKEN with `contents: write`), or use an address you have a key for.',
  },
  {
    kind: 'refused',
    match:
      /repository .* not found|does not appear to be a git repository|returned error: 404|does not exist$/im,
    fix: 'Check the address of the ledger, and that the token may read it.',
  },
  {
    kind: 'refused',
    match: /exists; cannot create|shallow update not allowed|dubious ownership|hidden ref/i,
    fix: null,
  },
  {
    // Before a lost race: where the answer to a push was lost, what moved the branch may have been that push.
    kind: 'disturbed',
    match: /rpc failed/i,
    fix: DISTURBED_FIX,
  },
  {
    kind: 'raced',
    match:
      /\(fetch first\)|\(non-fast-forward\)|\(stale info\)|remote ref updated since|is at [0-9a-f]+ but expected|reference already exists|incorrect old value provided|reference is missing but expected|cannot lock ref|failed to update ref|failed to lock|unable to create '[^']*\.lock': file exists|unable to migrate objects|not a fast.forward/i,
    fix: null,
  },
  {
    kind: 'refused',
    match: /certificate (?:problem|verif)|certificate verification failed|unable to get local issuer/i,
    fix: 'Make the certificate of the server known to git (GIT_SSL_CAINFO).',
  },
  {
    kind: 'refused',
    match: /repository corruption|unable to read tree|missing (?:tree|blob|commit) object/i,
    fix: 'The repository of the ledger is damaged: git fsck names what is missing.',
  },
  {
    kind: 'disturbed',
    match:
      /connection (?:reset|timed out|closed|was reset)|recv failure|send failure|returned error: (?:408|429|5\d\d)|early eof|hung up|empty reply|transfer closed|partial file|operation too slow|internal server error|unexpected disconnect|invalid index-pack output|bad pack header|pack has bad object|protocol error|bad line length|expected flush|expected packfile|unexpected end of|inflate|ssl_(?:read|write)|gnutls_handshake|gnutls recv|tls packet/i,
    fix: DISTURBED_FIX,
  },
  {
    kind: 'unreachable',
    match:
      /could not resolve|couldn't resolve|failed to connect|couldn't connect|connection refused|timed out|timeout|network is unreachable|no route to host|ssl|tls/i,
    fix: 'Check the network and the address of the ledger.',
  },
];

/** Judges git's output; what is not known is final, so that nothing unknown is tried in a loop. */
export function judgeRefusal(text: string): Omit<GitFailure, 'why'> {
  const found = PATTERNS.find((pattern) => pattern.match.test(text));
  return found === undefined ? { kind: 'refused', fix: null } : { kind: found.kind, fix: found.fix };
}
