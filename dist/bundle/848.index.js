export const id = 848;
export const ids = [848,651];
export const modules = {

/***/ 1651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CH: () => (/* binding */ folderIn),
/* harmony export */   Ed: () => (/* binding */ fileIn),
/* harmony export */   KC: () => (/* binding */ pathParts),
/* harmony export */   cZ: () => (/* binding */ parseTree)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

const FOLDER = '040000';
const REGULAR = '100644';
/**
 * The parts of a path inside a repository: slash-separated, relative, without `.` or `..`. The empty path is the
 * root. Throws `UserError` for anything else.
 */
function pathParts(path) {
    if (path === '')
        return [];
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${JSON.stringify(path)} is not a path inside the repository.`, 'Give it relative to the root, with slashes, without . and ..');
    }
    return parts;
}
/** What stands at `path` below the tree `root`. A symlink on the way is not followed: nothing is behind it. */
async function fileIn(readTree, root, path) {
    const entry = await find(readTree, root, pathParts(path));
    if (entry === null)
        return { kind: 'absent' };
    if (entry.mode !== REGULAR)
        return { kind: 'irregular', mode: entry.mode };
    return { kind: 'file', blob: entry.id, size: entry.size };
}
/** The entries directly inside `path` that are no folders, by name. */
async function folderIn(readTree, root, path) {
    const parts = pathParts(path);
    const folder = parts.length === 0 ? root : await folderId(readTree, root, parts);
    if (folder === null)
        return [];
    const { entries, truncated } = await readTree(folder);
    if (truncated)
        throw tooLarge(folder);
    return entries
        .filter((entry) => entry.mode !== FOLDER)
        .map(({ name, mode, id }) => ({ name, mode, blob: id }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
async function folderId(readTree, root, parts) {
    const entry = await find(readTree, root, parts);
    return entry?.mode === FOLDER ? entry.id : null;
}
async function find(readTree, root, parts) {
    let entry = { name: '', mode: FOLDER, id: root, size: null };
    for (const part of parts) {
        if (entry.mode !== FOLDER)
            return null;
        const tree = await readTree(entry.id);
        const [first, second] = tree.entries.filter((each) => each.name === part);
        if (first === undefined) {
            if (tree.truncated)
                throw tooLarge(entry.id);
            return null;
        }
        if (second !== undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The tree ${entry.id} holds ${JSON.stringify(part)} twice, so that it cannot be said which of them counts.`, 'Write the commit again with git.');
        }
        entry = first;
    }
    return entry;
}
function tooLarge(tree) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The tree ${tree} is too large to be listed whole, so that it cannot be said what it does not hold.`, 'Keep fewer files in that folder, or check out the repository so that local git can read it.');
}
/**
 * Entries of a raw tree object. Format: `MODE SP NAME NUL ID`, repeated, with the id in binary
 * (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). `idBytes` is 20 for SHA-1, 32 for SHA-256.
 */
function parseTree(tree, bytes, idBytes) {
    const entries = [];
    let at = 0;
    while (at < bytes.length) {
        const space = bytes.indexOf(0x20, at);
        const end = space < 0 ? -1 : bytes.indexOf(0, space);
        if (end < 0 || end + 1 + idBytes > bytes.length) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The tree ${tree} is damaged.`, 'Run git fsck, or clone again.');
        }
        const mode = bytes.toString('latin1', at, space);
        if (!/^[0-7]{5,6}$/.test(mode)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The tree ${tree} is damaged.`, 'Run git fsck, or clone again.');
        }
        entries.push({
            name: bytes.toString('utf8', space + 1, end),
            mode: mode.padStart(6, '0'),
            id: bytes.toString('hex', end + 1, end + 1 + idBytes),
            size: null,
        });
        at = end + 1 + idBytes;
    }
    return entries;
}


/***/ }),

/***/ 1848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createClient: () => (/* reexport */ createClient),
  createGithubReader: () => (/* reexport */ createGithubReader),
  Jl: () => (/* reexport */ raiseAlert),
  lB: () => (/* reexport */ upsertComment)
});

// UNUSED EXPORTS: ALERT_LABEL, BODY_LIMIT, GitHubError, isAuthor, whoAmI

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/github/errors.js

/** A request that GitHub did not answer as hoped. */
class GitHubError extends errors/* UserError */.yo {
    /** HTTP status; null when no answer came: network, timeout, a cut-off body. */
    status;
    constructor(status, what, where, fix) {
        super([{ what, file: where, line: null, column: null, fix }]);
        this.name = 'GitHubError';
        this.status = status;
    }
}
/** Words for a failed request, by its status. */
function explain(status, detail, attempt) {
    const { doing, where, permission } = attempt;
    const [what, fix] = words(status, detail, doing, permission);
    return new GitHubError(status, what, where, fix);
}
function words(status, detail, doing, permission) {
    const said = detail === '' ? '' : ` (${detail})`;
    switch (status) {
        case null:
            return [
                `GitHub did not answer when asked to ${doing}${said}.`,
                'Check the network and any proxy, then run it again.',
            ];
        case 401:
            return [
                `GitHub refused the token when asked to ${doing}${said}.`,
                'Give a valid, unexpired token as `github-token`.',
            ];
        case 403:
            return [`The token may not ${doing}${said}.`, `Give the job \`permissions: ${permission}\`.`];
        case 404:
            return [
                `GitHub could not ${doing}: not found, or no permission to see it${said}.`,
                `Check that it exists and that the job has \`permissions: ${permission}\`.`,
            ];
        case 410:
            return [
                `GitHub could not ${doing}: it is gone or switched off${said}.`,
                'Check the settings of the repository.',
            ];
        case 429:
            return [`GitHub's rate limit did not let us ${doing}${said}.`, 'Run it again later.'];
        default:
            return status >= 500
                ? [
                    `GitHub failed with status ${status} when asked to ${doing}${said}.`,
                    'See https://www.githubstatus.com, then run it again.',
                ]
                : [
                    `GitHub refused with status ${status} to ${doing}${said}.`,
                    'If the request looks right, report it with this text.',
                ];
    }
}

// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 22 modules
var dist_src = __webpack_require__(891);
;// CONCATENATED MODULE: ./build/github/persistence.js
const PATIENCE = { attempt: 30_000, waiting: 60_000, pause: 1_000 };
const MOST_ATTEMPTS = 4;
/**
 * Makes requests of this octokit persistent: a time limit for each attempt; failures of the server or the network
 * are tried again where that cannot do a thing twice; rate limits are waited for, within one budget for all waiting
 * of the client. (The retry and throttling plugins know neither a budget nor which writes are safe to repeat.)
 * Source of the limits' headers: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function persist(octokit, patience, log) {
    let budget = patience.waiting;
    octokit.hook.wrap('request', async (request, options) => {
        const repeatable = ['GET', 'HEAD', 'PATCH', 'PUT', 'DELETE'].includes(options.method) || options.url.endsWith('/graphql');
        for (let attempt = 1;; attempt += 1) {
            try {
                // Set in place: the hooks below this one are bound to this very object.
                options.request = { ...options.request, signal: AbortSignal.timeout(patience.attempt) };
                const response = await request(options);
                if (!isWhole(response))
                    throw new CutOff();
                return response;
            }
            catch (error) {
                const failure = failureOf(error);
                if (failure === null)
                    throw error;
                const pause = pauseAfter(failure, attempt, repeatable, patience.pause);
                if (pause === null || attempt === MOST_ATTEMPTS || pause > budget)
                    throw error;
                budget -= pause;
                log(`GitHub: ${failure.status ?? 'no answer'} for ${options.method} ${pathOf(options.url)}; trying again in ${Math.ceil(pause / 1000)} s.`);
                await new Promise((resolve) => setTimeout(resolve, pause));
            }
        }
    });
}
/** The body broke off. octokit hands over what came of it, as text. */
class CutOff extends Error {
    constructor() {
        super('the answer broke off');
        this.name = 'CutOff';
    }
}
function isWhole(response) {
    const type = Object.entries(response.headers).find(([name]) => name === 'content-type')?.[1];
    const isJson = typeof type === 'string' && /^application\/(?:[\w.+-]+\+)?json\b/.test(type);
    return !isJson || typeof response.data !== 'string';
}
/**
 * Milliseconds to wait before the next attempt; null when there should be none. A limit refuses before anything is
 * done: every kind of request may be repeated.
 */
function pauseAfter(failure, attempt, repeatable, first) {
    if (failure.limit !== null)
        return failure.limit;
    const broken = failure.status === null || failure.status >= 500 || failure.status === 408;
    return broken && repeatable ? first * 2 ** (attempt - 1) : null;
}
/** Reads what octokit threw. Null when it is no failed request, but a mistake of ours. */
function failureOf(error) {
    if (error instanceof CutOff)
        return { status: null, limit: null, detail: error.message };
    if (!(error instanceof Error) || !('request' in error))
        return null;
    const response = 'response' in error && isRecord(error.response) ? error.response : {};
    const status = typeof response.status === 'number' ? response.status : null;
    const timedOut = error.cause instanceof Error && error.cause.name === 'TimeoutError';
    const detail = timedOut ? 'timed out' : (error.message.split('\n')[0] ?? '').slice(0, 300);
    const limit = limitOf(status, isRecord(response.headers) ? response.headers : {}, detail);
    return { status: limit === null ? status : 429, limit, detail };
}
function limitOf(status, headers, detail) {
    if (status !== 403 && status !== 429)
        return null;
    const after = headers['retry-after'];
    if (typeof after === 'string' && /^\d+$/.test(after))
        return Number(after) * 1000;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = Number(headers['x-ratelimit-reset']);
        if (Number.isFinite(reset))
            return Math.max(0, reset * 1000 - Date.now()) + 1000;
    }
    // GitHub: without headers, wait at least one minute.
    return status === 429 || /secondary rate limit/i.test(detail) ? 60_000 : null;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function pathOf(url) {
    return url.replace(/[?{].*$/, '');
}

;// CONCATENATED MODULE: ./build/github/proxy.js
/**
 * A `fetch` that goes through the proxy which the environment names for this address, by the rules of the Actions
 * toolkit; null when it names none, and Node's own does.
 */
async function proxyFetch(address, env) {
    const proxy = proxyFor(address, env);
    if (proxy === null)
        return null;
    const undici = await __webpack_require__.e(/* import() */ 752).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
    const dispatcher = new undici.ProxyAgent(proxy);
    // The agent and `fetch` must come from the same undici: Node's own may be of another version.
    return (url, init) => undici.fetch(url, { ...init, dispatcher });
}
/** The proxy for an address. Rules: `getProxyUrl` of @actions/http-client. Lower-case names come first. */
function proxyFor(address, env) {
    const proxy = address.protocol === 'https:' ? env.https_proxy || env.HTTPS_PROXY : env.http_proxy || env.HTTP_PROXY;
    if (!proxy || isBypassed(address, env.no_proxy || env.NO_PROXY || ''))
        return null;
    return proxy.includes('://') ? proxy : `http://${proxy}`;
}
function isBypassed(address, noProxy) {
    const host = address.hostname.toLowerCase();
    if (host === 'localhost' || host.startsWith('127.') || host === '[::1]')
        return true;
    const port = address.port || (address.protocol === 'https:' ? '443' : '80');
    const names = [host, `${host}:${port}`];
    return noProxy
        .toLowerCase()
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '')
        .some((item) => {
        const suffix = item.startsWith('.') ? item : `.${item}`;
        return item === '*' || names.some((name) => name === item || name.endsWith(suffix));
    });
}

;// CONCATENATED MODULE: ./build/github/client.js





const GITHUB_COM = 'https://api.github.com';
/**
 * Connects to GitHub or a GHES, through the proxy of the environment. Nothing is sent yet.
 * Throws `UserError` for an address that is not one of http or https.
 */
async function createClient(options) {
    const { token, env, log } = options;
    const redact = (text) => (token ? text.replaceAll(token, '***') : text);
    const baseUrl = apiAddress(options.baseUrl ?? env.GITHUB_API_URL ?? GITHUB_COM);
    const fetchThroughProxy = await proxyFetch(baseUrl, env);
    const quiet = () => undefined;
    const octokit = new dist_src/* Octokit */.E({
        ...(token ? { auth: token } : {}),
        baseUrl: baseUrl.href.replace(/\/$/, ''),
        userAgent: options.userAgent,
        log: { debug: quiet, info: quiet, error: quiet, warn: (line) => log(redact(line)) },
        ...(fetchThroughProxy === null ? {} : { request: { fetch: fetchThroughProxy } }),
    });
    persist(octokit, { ...PATIENCE, ...options.patience }, (line) => log(redact(line)));
    return {
        octokit,
        host: baseUrl.host === 'api.github.com' ? 'github.com' : baseUrl.host,
        async ask(attempt, requests) {
            try {
                return await requests();
            }
            catch (error) {
                const failure = failureOf(error);
                if (failure === null)
                    throw error;
                throw explain(failure.status, redact(failure.detail), attempt);
            }
        },
    };
}
/** Whether the failure is a plain refusal, so that a missing right is the likely cause. */
function isRefusal(error) {
    return (error instanceof GitHubError && error.status !== null && [401, 403, 404, 410, 451].includes(error.status));
}
function apiAddress(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
        throw new errors/* UserError */.yo(`${JSON.stringify(text)} is not the address of a GitHub API.`, 'GITHUB_API_URL looks like https://api.github.com or https://HOST/api/v3.');
    }
    return url;
}

;// CONCATENATED MODULE: ./build/github/identity.js

/** The account of a workflow's `GITHUB_TOKEN`, where GitHub does not tell. */
const WORKFLOW_BOT = { login: 'github-actions[bot]', id: null };
const BOT_SUFFIX = '[bot]';
/**
 * Asks who we are: by GraphQL, which answers installation tokens, too; else by `GET /user`; and where both refuse
 * the token it is a workflow's. Throws `GitHubError` when GitHub does not answer: a guess would leave a second comment.
 */
async function whoAmI(client) {
    const viewer = await askViewer(client);
    if (viewer !== null)
        return viewer;
    const attempt = {
        doing: 'read who the token belongs to',
        where: client.host,
        permission: 'contents: read',
    };
    try {
        const { data } = await client.ask(attempt, () => client.octokit.rest.users.getAuthenticated());
        return { login: data.login, id: data.id };
    }
    catch (error) {
        if (isRefusal(error))
            return WORKFLOW_BOT;
        throw error;
    }
}
async function askViewer(client) {
    const attempt = {
        doing: 'read who the token belongs to',
        where: client.host,
        permission: 'contents: read',
    };
    try {
        const { data } = await client.ask(attempt, () => client.octokit.request('POST /graphql', {
            ...{ baseUrl: graphqlBase(client.octokit.request.endpoint.DEFAULTS.baseUrl) },
            query: '{ viewer { login databaseId } }',
        }));
        const viewer = data?.data?.viewer;
        if (typeof viewer !== 'object' || viewer === null || !('login' in viewer))
            return null;
        const { login } = viewer;
        const id = 'databaseId' in viewer && typeof viewer.databaseId === 'number' ? viewer.databaseId : null;
        return typeof login === 'string' ? { login, id } : null;
    }
    catch (error) {
        if (isRefusal(error))
            return null;
        throw error;
    }
}
/** On GHES REST lies under `/api/v3`, GraphQL under `/api`. */
function graphqlBase(restBase) {
    return restBase.replace(/\/api\/v3$/, '/api');
}
/**
 * Whether the author is that identity: by number where it is known; else by login, where GraphQL may name a bot
 * without the `[bot]` that REST puts behind it. A person cannot have brackets in the login.
 */
function isAuthor(author, identity) {
    if (!author)
        return false;
    if (identity.id !== null)
        return author.id === identity.id;
    if (author.login === identity.login)
        return true;
    return author.type === 'Bot' && author.login === `${identity.login}${BOT_SUFFIX}`;
}

;// CONCATENATED MODULE: ./build/github/comments.js



/** GitHub refuses longer bodies of comments and issues. */
const BODY_LIMIT = 65_536;
/** The text that a marked body starts with. */
function marker(name, key) {
    if (!/^[a-z0-9-]+$/.test(key))
        throw new errors/* InternalError */.Gd(`${JSON.stringify(key)} cannot be a marker's key.`);
    return `<!-- ${name}:${key} -->`;
}
/**
 * Writes the one comment of a key on an issue or pull request: updates ours in place, or creates it. It is found by
 * the hidden marker at its very start and by its author, since anybody can write a marker; the oldest one counts.
 *
 * Best effort: what GitHub refuses comes back as a remark. Throws `InternalError` for a body over `BODY_LIMIT`.
 */
async function upsertComment(client, comment) {
    const { repository, issue, key, body, onlyIfExists = false } = comment;
    if (body === null)
        return { written: false, failed: false, why: 'There is nothing to say.' };
    const marked = `${marker('haiku-first', key)}\n${body}`;
    refuseOverlong(marked);
    const thread = { repository, issue, permission: 'pull-requests: write' };
    return bestEffort('comment', async () => {
        const existing = await find(client, thread, marker('haiku-first', key));
        if (existing !== null) {
            if (sameText(existing.body, marked)) {
                return { written: false, failed: false, why: 'The comment already says so.' };
            }
            return update(client, thread, existing.id, marked);
        }
        if (onlyIfExists)
            return { written: false, failed: false, why: 'There is no comment to update.' };
        return create(client, thread, marked);
    });
}
/** Turns a refusal or an outage into a remark. */
async function bestEffort(what, publish) {
    try {
        return await publish();
    }
    catch (error) {
        if (!(error instanceof GitHubError))
            throw error;
        return { written: false, failed: true, why: `The ${what} could not be written. ${error.message}` };
    }
}
/** Throws `InternalError`: who renders keeps the budget. */
function refuseOverlong(body) {
    if (body.length > BODY_LIMIT) {
        throw new errors/* InternalError */.Gd(`A body of ${body.length} characters is over GitHub's limit of ${BODY_LIMIT}.`);
    }
}
/** Our comments in a thread, oldest first, page by page. */
async function* ourComments(client, thread, identity) {
    const { octokit } = client;
    const { iterator } = octokit.paginate;
    const pages = iterator(octokit.rest.issues.listComments, { ...address(thread), per_page: 100 });
    const iteration = pages[Symbol.asyncIterator]();
    const attempt = attemptOn(client, thread, 'read the comments of');
    for (;;) {
        const page = await client.ask(attempt, () => iteration.next());
        if (page.done === true)
            return;
        for (const { id, body, user } of page.value.data) {
            if (isAuthor(user, identity))
                yield { id, body: body ?? '' };
        }
    }
}
async function find(client, thread, start) {
    for await (const each of ourComments(client, thread, await whoAmI(client))) {
        if (each.body.startsWith(start))
            return each;
    }
    return null;
}
async function update(client, thread, id, body) {
    const { owner, repo } = address(thread);
    const { data } = await client.ask(attemptOn(client, thread, 'update the comment on'), () => client.octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
    return { written: true, how: 'updated', url: data.html_url };
}
/** Adds a comment. */
async function create(client, thread, body) {
    const { data } = await client.ask(attemptOn(client, thread, 'comment on'), () => client.octokit.rest.issues.createComment({ ...address(thread), body }));
    return { written: true, how: 'created', url: data.html_url };
}
function address({ repository, issue }) {
    return { owner: repository.owner, repo: repository.name, issue_number: issue };
}
function attemptOn(client, thread, doing) {
    const { repository, issue, permission } = thread;
    const where = `${repository.owner}/${repository.name} on ${client.host}`;
    return { doing: `${doing} #${issue}`, where, permission };
}
/** GitHub may hand a body back with other line ends. */
function sameText(a, b) {
    const plain = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return plain(a) === plain(b);
}

;// CONCATENATED MODULE: ./build/github/alerts.js




const ALERT_LABEL = 'haiku-first-alert';
/**
 * Flags something for post-mortem (the strategy's rule 3): opens one labelled issue for each key, or adds to the one
 * that is open; the same event twice changes nothing. When a person closes the issue, the next event opens another.
 *
 * Best effort, as `upsertComment`. Throws `InternalError` for a body over the limit.
 */
async function raiseAlert(client, alert) {
    const { repository, key, body, event } = alert;
    const eventMarker = marker('haiku-first-event', (0,external_node_crypto_.createHash)('sha256').update(event).digest('hex').slice(0, 32));
    const comment = `${eventMarker}\n${body}`;
    const issueBody = `${marker(ALERT_LABEL, key)}\n${comment}`;
    refuseOverlong(issueBody);
    return bestEffort('alert', async () => {
        const identity = await whoAmI(client);
        const open = await findIssue(client, alert, identity);
        if (open === null)
            return openIssue(client, alert, issueBody);
        const thread = { repository, issue: open.number, permission: 'issues: write' };
        const isFirst = open.body.startsWith(`${marker(ALERT_LABEL, key)}\n${eventMarker}`);
        if (isFirst || (await isTold(client, thread, eventMarker, identity))) {
            return { written: false, failed: false, why: `The alert #${open.number} already tells of it.` };
        }
        return create(client, thread, comment);
    });
}
async function findIssue(client, alert, identity) {
    const { octokit } = client;
    const issues = await client.ask(attempt(client, alert, 'list the alerts', 'issues: read'), () => octokit.paginate(octokit.rest.issues.listForRepo, {
        ...{ owner: alert.repository.owner, repo: alert.repository.name, per_page: 100 },
        ...{ state: 'open', labels: ALERT_LABEL, sort: 'created', direction: 'asc' },
    }));
    const start = marker(ALERT_LABEL, alert.key);
    const found = issues.find((issue) => issue.pull_request === undefined && isAuthor(issue.user, identity) && issue.body?.startsWith(start));
    return found === undefined ? null : { number: found.number, body: found.body ?? '' };
}
async function isTold(client, thread, eventMarker, identity) {
    for await (const comment of ourComments(client, thread, identity)) {
        if (comment.body.startsWith(eventMarker))
            return true;
    }
    return false;
}
async function openIssue(client, alert, body) {
    await ensureLabel(client, alert);
    const { data } = await client.ask(attempt(client, alert, 'open an issue', 'issues: write'), () => client.octokit.rest.issues.create({
        ...{ owner: alert.repository.owner, repo: alert.repository.name },
        ...{ title: alert.title, body, labels: [ALERT_LABEL] },
    }));
    return { written: true, how: 'created', url: data.html_url };
}
async function ensureLabel(client, alert) {
    const { issues } = client.octokit.rest;
    const repo = { owner: alert.repository.owner, repo: alert.repository.name };
    try {
        await client.ask(attempt(client, alert, 'read the label', 'issues: read'), () => issues.getLabel({ ...repo, name: ALERT_LABEL }));
        return;
    }
    catch (error) {
        if (!(error instanceof GitHubError) || error.status !== 404)
            throw error;
    }
    try {
        await client.ask(attempt(client, alert, 'create the label', 'issues: write'), () => issues.createLabel({
            ...{ ...repo, name: ALERT_LABEL, color: 'b60205' },
            description: 'A quality floor was at stake: see the strategy, rule 3',
        }));
    }
    catch (error) {
        // 422: another run was faster.
        if (!(error instanceof GitHubError) || error.status !== 422)
            throw error;
    }
}
function attempt(client, alert, doing, permission) {
    const { owner, name } = alert.repository;
    return { doing: `${doing} (${ALERT_LABEL})`, where: `${owner}/${name} on ${client.host}`, permission };
}

// EXTERNAL MODULE: ./build/git/commit-reader.js
var commit_reader = __webpack_require__(7252);
// EXTERNAL MODULE: ./build/git/tree.js
var tree = __webpack_require__(1651);
;// CONCATENATED MODULE: ./build/github/commits.js





const CONTENTS = 'contents: read';
/** Source: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const MOST_COMPARED_FILES = 300;
/**
 * Reads a repository of GitHub by commit. What was read is kept for the life of the reader: a commit, tree or blob
 * never changes. A 404 on any of them is an error, since GitHub answers so to a missing permission, too.
 */
function createGithubReader(client, repository) {
    const { git, repos, pulls } = client.octokit.rest;
    const repo = { owner: repository.owner, repo: repository.name };
    const where = `${repository.owner}/${repository.name} on ${client.host}`;
    const ask = (doing, permission, request) => client.ask({ doing, where, permission }, async () => (await request()).data);
    const readCommit = remember(async (commit) => {
        const data = await ask(`read the commit ${commit}`, CONTENTS, () => git.getCommit({ ...repo, commit_sha: commit }));
        if (data.sha !== commit)
            throw unexpected(`the commit ${commit}`);
        return { tree: objectId(data.tree.sha), parents: data.parents.map((parent) => commitId(parent.sha)) };
    });
    const sizes = new Map();
    const readTree = remember(async (tree) => {
        const data = await ask(`read the tree ${tree}`, CONTENTS, () => git.getTree({ ...repo, tree_sha: tree }));
        if (data.sha !== tree)
            throw unexpected(`the tree ${tree}`);
        const entries = data.tree.map(({ path, mode, sha, size }) => {
            if (sha !== undefined && size !== undefined)
                sizes.set(sha, size);
            return { name: path, mode, id: sha, size: size ?? null };
        });
        return { entries, truncated: data.truncated };
    });
    const readBlob = remember(async (blob) => {
        const data = await ask(`read the blob ${blob}`, CONTENTS, () => git.getBlob({ ...repo, file_sha: blob }));
        const bytes = Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
        if (gitHash(bytes, blob.length) !== blob)
            throw unexpected(`the blob ${blob}`);
        return bytes;
    });
    async function branchTip(name) {
        const data = await ask(`read the branch ${name}`, CONTENTS, () => git.getRef({ ...repo, ref: `heads/${name}` }));
        if (data.ref !== `refs/heads/${name}`)
            throw unexpected(`the branch ${name}`);
        return { name, commit: commitId(data.object.sha) };
    }
    function unexpected(what) {
        return new errors/* UserError */.yo([
            {
                what: `GitHub's answer for ${what} is not what was asked for.`,
                file: where,
                line: null,
                column: null,
                fix: 'Run it again; check any proxy on the way.',
            },
        ]);
    }
    function objectId(text) {
        return commitId(text);
    }
    function commitId(text) {
        if (!(0,commit_reader/* isCommitId */.j)(text))
            throw unexpected(`an object id (${JSON.stringify(text).slice(0, 80)})`);
        return text;
    }
    return {
        description: where,
        branchTip,
        async parents(commit) {
            return (await readCommit(commit)).parents;
        },
        async mergeBase(a, b) {
            try {
                const data = await ask(`find the merge base of ${a} and ${b}`, CONTENTS, () => repos.compareCommitsWithBasehead({ ...repo, basehead: `${a}...${b}`, per_page: 1 }));
                return commitId(data.merge_base_commit.sha);
            }
            catch (error) {
                if (!(error instanceof GitHubError) || error.status !== 404)
                    throw error;
                // 404 stands for "no common ancestor", and for "cannot be seen": both commits must be readable.
                await Promise.all([readCommit(a), readCommit(b)]);
                return null;
            }
        },
        async file(commit, path) {
            (0,tree/* pathParts */.KC)(path);
            return (0,tree/* fileIn */.Ed)(readTree, (await readCommit(commit)).tree, path);
        },
        async folder(commit, path) {
            (0,tree/* pathParts */.KC)(path);
            return (0,tree/* folderIn */.CH)(readTree, (await readCommit(commit)).tree, path);
        },
        async blob(blob, limit) {
            const known = sizes.get(blob);
            const size = known !== undefined && known > limit ? known : (await readBlob(blob)).length;
            if (size > limit) {
                throw new commit_reader/* BlobTooLarge */.z(blob, size, limit);
            }
            return readBlob(blob);
        },
        async defaultBranchTip() {
            const data = await ask('read the repository', 'contents: read', () => repos.get(repo));
            return branchTip(data.default_branch);
        },
        async pullRequestNumbers(number) {
            const data = await ask(`read the pull request #${number}`, 'pull-requests: read', () => pulls.get({ ...repo, pull_number: number }));
            return {
                additions: data.additions,
                deletions: data.deletions,
                changedFiles: data.changed_files,
                labels: data.labels.map((label) => label.name).sort(),
                draft: data.draft === true,
                state: data.state,
                author: data.user?.login ?? null,
                base: { ref: data.base.ref, sha: commitId(data.base.sha) },
                head: { ref: data.head.ref, sha: commitId(data.head.sha) },
                mergeCommit: data.merge_commit_sha === null ? null : commitId(data.merge_commit_sha),
            };
        },
        async compareStat(base, head) {
            const data = await ask(`compare ${base} and ${head}`, CONTENTS, () => repos.compareCommitsWithBasehead({ ...repo, basehead: `${base}...${head}`, per_page: 1, page: 1 }));
            const { files } = data;
            if (files === undefined)
                throw unexpected(`the comparison of ${base} and ${head}`);
            return {
                additions: sum(files.map((file) => file.additions)),
                deletions: sum(files.map((file) => file.deletions)),
                files: files.length,
                paths: files
                    .flatMap((file) => [
                    file.filename,
                    ...(file.previous_filename === undefined ? [] : [file.previous_filename]),
                ])
                    .sort(),
                truncated: files.length >= MOST_COMPARED_FILES,
            };
        },
    };
}
/** Asks once for each key; a failure is not kept. */
function remember(read) {
    const known = new Map();
    return (key) => {
        const kept = known.get(key);
        if (kept !== undefined)
            return kept;
        const asked = read(key);
        known.set(key, asked);
        asked.catch(() => known.delete(key));
        return asked;
    };
}
/** The id that git gives to these bytes as a blob; 64 digits are SHA-256. */
function gitHash(bytes, digits) {
    const hash = (0,external_node_crypto_.createHash)(digits === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
function sum(numbers) {
    return numbers.reduce((total, each) => total + each, 0);
}

;// CONCATENATED MODULE: ./build/github/index.js
/** The door to everything that loads octokit: import it dynamically. `event.ts` does not, and may be imported by itself. */








/***/ })

};
