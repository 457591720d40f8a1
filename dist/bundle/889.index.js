export const id = 889;
export const ids = [889];
export const modules = {

/***/ 1154:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ findGit),
/* harmony export */   EO: () => (/* binding */ runGit),
/* harmony export */   _K: () => (/* binding */ gitEnvironment),
/* harmony export */   i: () => (/* binding */ saying)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);




/** Settings that win over every file: a judged repository must not be able to make git run or fetch anything. */
const SETTINGS = [
    // Containers and runners check out as another user. Safe here: nothing below lets the repository run code.
    ['safe.directory', '*'],
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['gc.auto', '0'],
];
/**
 * The environment for git: the caller's, without its `GIT_*` variables (a `GIT_DIR` would silently read another
 * repository) and without the configuration of user and system. Replacement refs and grafts are not obeyed: they
 * would let a commit id name other content.
 */
function gitEnvironment(env) {
    const clean = {};
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && !name.toUpperCase().startsWith('GIT_'))
            clean[name] = value;
    }
    clean.LC_ALL = 'C';
    clean.GIT_CONFIG_NOSYSTEM = '1';
    clean.GIT_CONFIG_GLOBAL = '/dev/null';
    clean.GIT_NO_REPLACE_OBJECTS = '1';
    clean.GIT_GRAFT_FILE = '/dev/null';
    clean.GIT_NO_LAZY_FETCH = '1';
    // git before 2.44 does not know GIT_NO_LAZY_FETCH: no transport is allowed either.
    clean.GIT_ALLOW_PROTOCOL = 'none';
    clean.GIT_TERMINAL_PROMPT = '0';
    clean.GIT_OPTIONAL_LOCKS = '0';
    clean.GIT_CONFIG_COUNT = String(SETTINGS.length);
    SETTINGS.forEach(([key, value], index) => {
        clean[`GIT_CONFIG_KEY_${index}`] = key;
        clean[`GIT_CONFIG_VALUE_${index}`] = value;
    });
    return clean;
}
/**
 * The absolute path of git, from the absolute entries of PATH: a relative entry would take a `git` out of the
 * repository that is judged. Throws `UserError` when there is none.
 */
function findGit(env) {
    const names = process.platform === 'win32' ? ['git.exe'] : ['git'];
    for (const folder of (env.PATH ?? env.Path ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter)) {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder))
            continue;
        for (const name of names) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
            if (isExecutable(path))
                return path;
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('git was not found on the PATH.', 'Install git, or add its folder to PATH.');
}
function isExecutable(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.accessSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).isFile();
    }
    catch {
        // Not there, or not ours to run: the next entry of PATH may have it.
        return false;
    }
}
/** Runs git without a shell. Throws `UserError` when it cannot be started; an exit code is left to the caller. */
function runGit(git, args, options) {
    const { cwd, env, maxBytes = 64 * 1024 * 1024 } = options;
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(git, [...args], { cwd, env, encoding: 'buffer', maxBuffer: maxBytes, windowsHide: true }, (error, stdout, stderr) => {
            if (error !== null && typeof error.code === 'string') {
                reject(error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER'
                    ? new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`git ${args[0]} wrote more than ${maxBytes} bytes.`)
                    : new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`git could not be started in ${cwd} (${error.code}).`, `Check that the folder exists and that ${git} can be run.`));
                return;
            }
            const code = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
            resolve({ code, stdout, stderr: stderr.toString('utf8').trim() });
        });
    });
}
/** What git said, as the end of a sentence; only its first line, for errors of one line. */
function saying(result) {
    const first = result.stderr.split('\n')[0] ?? '';
    return first === '' ? `exit code ${result.code ?? 'none'}` : first.slice(0, 300);
}


/***/ }),

/***/ 4889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createLocalReader: () => (/* binding */ createLocalReader)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/binary.js
var binary = __webpack_require__(1154);
// EXTERNAL MODULE: ./build/git/commit-reader.js
var commit_reader = __webpack_require__(7252);
;// CONCATENATED MODULE: ./build/git/diff-stat.js

/** Reads `git diff --numstat -z`: `ADDED TAB DELETED TAB PATH NUL`, a rename with `NUL OLD NUL NEW NUL` for its path. */
function parseNumstat(text) {
    const fields = text.split('\0');
    const paths = [];
    let additions = 0;
    let deletions = 0;
    let files = 0;
    for (let at = 0; at < fields.length - 1; at += 1) {
        const match = /^(\d+|-)\t(\d+|-)\t([\s\S]*)$/.exec(fields[at] ?? '');
        if (match === null)
            throw new errors/* InternalError */.Gd(`git diff --numstat wrote ${JSON.stringify(fields[at])}.`);
        const [, added, deleted, path = ''] = match;
        additions += added === '-' ? 0 : Number(added);
        deletions += deleted === '-' ? 0 : Number(deleted);
        files += 1;
        if (path !== '')
            paths.push(path);
        else {
            paths.push(fields[at + 1] ?? '', fields[at + 2] ?? '');
            at += 2;
        }
    }
    return { additions, deletions, files, paths: paths.sort() };
}

// EXTERNAL MODULE: ./build/git/merge-file.js
var merge_file = __webpack_require__(2314);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/git/objects.js




/**
 * Reads objects by full id through one `git cat-file --batch`, started when it is first needed. It never keeps Node
 * alive while it has nothing to do, and it ends with the parent, whose end closes its input.
 */
class ObjectStore {
    #start;
    #waiting = [];
    #child = null;
    #chunks = [];
    #buffered = 0;
    #header = null;
    #stderr = '';
    constructor(git, args, options) {
        this.#start = () => (0,external_node_child_process_.spawn)(git, [...args, 'cat-file', '--batch'], { ...options, windowsHide: true });
    }
    /**
     * The object, or null when the repository does not have it. Throws `UserError` when it is larger than `limit`
     * bytes (known before it is read) or when git fails.
     */
    read(id, limit) {
        return new Promise((resolve, reject) => {
            this.#waiting.push({ id, limit, resolve, reject });
            const child = this.#running();
            if (this.#waiting.length === 1)
                this.#hold(true);
            child.stdin.write(`${id}\n`);
        });
    }
    /** Ends the process. The store can be used again: it starts another. */
    close() {
        const child = this.#child;
        this.#child = null;
        child?.stdin.end();
        child?.kill();
    }
    #running() {
        if (this.#child !== null)
            return this.#child;
        const child = this.#start();
        this.#child = child;
        this.#chunks = [];
        this.#buffered = 0;
        this.#header = null;
        this.#stderr = '';
        child.stdout.on('data', (chunk) => {
            if (this.#child === child)
                this.#take(chunk);
        });
        child.stderr.on('data', (chunk) => {
            if (this.#stderr.length < 2000)
                this.#stderr += chunk.toString('utf8');
        });
        child.on('error', (error) => this.#lost(child, error.message));
        child.on('close', () => this.#lost(child, this.#stderr.split('\n')[0] ?? ''));
        // A broken pipe shows as `close`, too; without a listener it would end the program.
        child.stdin.on('error', () => undefined);
        return child;
    }
    #take(chunk) {
        this.#chunks.push(chunk);
        this.#buffered += chunk.length;
        while (this.#waiting.length > 0 && this.#step()) {
            // Answers come in the order of the questions.
        }
        if (this.#waiting.length === 0)
            this.#hold(false);
    }
    /** Takes one header or one body off the buffer; false when more bytes are needed. */
    #step() {
        const [first] = this.#waiting;
        if (first === undefined)
            return false;
        if (this.#header === null) {
            const bytes = this.#joined();
            const end = bytes.indexOf(0x0a);
            if (end < 0)
                return false;
            const line = bytes.toString('latin1', 0, end);
            this.#keep(bytes.subarray(end + 1));
            const match = /^[0-9a-f]+ (\w+) (\d+)$/.exec(line);
            if (match === null) {
                this.#waiting.shift();
                if (line === `${first.id} missing`)
                    first.resolve(null);
                else
                    first.reject(new errors/* UserError */.yo(`git could not read the object ${first.id}: ${line.slice(0, 200)}.`));
                return true;
            }
            const size = Number(match[2]);
            if (size > first.limit) {
                this.#refuse(first, size);
                return false;
            }
            this.#header = { type: match[1] ?? '', size };
        }
        // A body ends with a line feed that is not part of it.
        if (this.#buffered < this.#header.size + 1)
            return false;
        const bytes = this.#joined();
        const { type, size } = this.#header;
        this.#keep(bytes.subarray(size + 1));
        this.#header = null;
        this.#waiting.shift();
        first.resolve({ type, bytes: Buffer.from(bytes.subarray(0, size)) });
        return true;
    }
    /** The body of an oversize object is not read: the process is given up, and the others ask a new one. */
    #refuse(first, size) {
        this.#waiting.shift();
        const others = this.#waiting.splice(0);
        this.close();
        first.reject(new commit_reader/* BlobTooLarge */.z(first.id, size, first.limit));
        for (const each of others)
            this.read(each.id, each.limit).then(each.resolve, each.reject);
    }
    #lost(child, why) {
        if (this.#child !== child)
            return;
        this.#child = null;
        for (const each of this.#waiting.splice(0)) {
            each.reject(new errors/* UserError */.yo(`git could not read the object ${each.id}: ${why === '' ? 'it ended early' : why}.`, 'In a partial clone (filter) fetch the whole objects; else run git fsck.'));
        }
    }
    #joined() {
        const bytes = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
        const joined = bytes ?? Buffer.alloc(0);
        this.#chunks = [joined];
        return joined;
    }
    #keep(rest) {
        this.#chunks = rest.length === 0 ? [] : [rest];
        this.#buffered = rest.length;
    }
    /** Keeps Node alive exactly while an answer is awaited. */
    #hold(on) {
        const child = this.#child;
        if (child === null)
            return;
        const pipes = [child.stdin, child.stdout, child.stderr].filter((pipe) => pipe instanceof external_node_net_.Socket);
        for (const each of [child, ...pipes]) {
            if (on)
                each.ref();
            else
                each.unref();
        }
    }
}

// EXTERNAL MODULE: ./build/git/tree.js
var git_tree = __webpack_require__(1651);
;// CONCATENATED MODULE: ./build/git/local-reader.js








const TREE_LIMIT = 64 * 1024 * 1024;
const COMMIT_LIMIT = 8 * 1024 * 1024;
/** The tree without entries, known to git without being stored. */
const EMPTY_TREE = {
    sha1: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
    sha256: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
};
const DEFAULT_BRANCHES = [
    'refs/remotes/origin/main',
    'refs/remotes/origin/master',
    'refs/heads/main',
    'refs/heads/master',
];
/**
 * Opens the repository around `cwd`. Nothing of it is executed or obeyed: no hooks, no replacement refs, no grafts,
 * no attributes, no fetch. Throws `UserError` when git or the repository is not found.
 */
async function createLocalReader(options) {
    const { cwd } = options;
    const callerEnv = options.env ?? process.env;
    const git = options.gitPath ?? (0,binary/* findGit */.Ct)(callerEnv);
    const env = (0,binary/* gitEnvironment */._K)(callerEnv);
    const opened = await (0,binary/* runGit */.EO)(git, ['rev-parse', '--show-object-format', '--absolute-git-dir'], { cwd, env });
    const [format = '', gitDir = ''] = opened.stdout.toString('utf8').trimEnd().split('\n');
    const emptyTree = EMPTY_TREE[format];
    if (opened.code !== 0 || emptyTree === undefined || gitDir === '') {
        throw new errors/* UserError */.yo(`${cwd} is not a git repository that can be read: ${(0,binary/* saying */.i)(opened)}.`, 'Run it inside a clone; in a workflow, put actions/checkout before it.');
    }
    // As a bare repository: no file of a work tree (.gitattributes) has a say.
    env.GIT_DIR = gitDir;
    env.GIT_ATTR_SOURCE = emptyTree;
    const run = (...args) => (0,binary/* runGit */.EO)(git, ['--bare', ...args], { cwd: gitDir, env });
    const objects = new ObjectStore(git, ['--bare'], { cwd: gitDir, env });
    const idBytes = format === 'sha256' ? 32 : 20;
    let shallow = null;
    const shallowCommits = () => {
        shallow ??= readShallow(run);
        return shallow;
    };
    async function commitHeader(commit) {
        const object = await objects.read(commit, COMMIT_LIMIT);
        if (object === null)
            throw await missing(commit, shallowCommits);
        if (object.type !== 'commit')
            throw new errors/* UserError */.yo(`${commit} is a ${object.type}, not a commit.`);
        return parseCommit(commit, object.bytes.toString('latin1'));
    }
    async function readTree(tree) {
        const object = await objects.read(tree, TREE_LIMIT);
        if (object === null || object.type !== 'tree') {
            throw new errors/* UserError */.yo(`The tree ${tree} is missing from the local repository.`, 'Fetch without a filter (a partial clone leaves trees out), or run git fsck.');
        }
        return { entries: (0,git_tree/* parseTree */.cZ)(tree, object.bytes, idBytes), truncated: false };
    }
    async function mergeBase(a, b) {
        await Promise.all([commitHeader(a), commitHeader(b)]);
        const result = await run('merge-base', a, b);
        const found = result.stdout.toString('utf8').trim();
        if (result.code !== 0 && result.code !== 1) {
            throw new errors/* UserError */.yo(`git could not find the merge base of ${a} and ${b}: ${(0,binary/* saying */.i)(result)}.`);
        }
        const base = result.code === 0 && (0,commit_reader/* isCommitId */.j)(found) ? found : null;
        await refuseCutHistory(a, b, base);
        return base;
    }
    /**
     * In a shallow clone the answer holds only when the history above it is whole: beyond a cut may lie a better merge
     * base, or the only one.
     */
    async function refuseCutHistory(a, b, base) {
        const cuts = await shallowCommits();
        if (cuts.size === 0)
            return;
        const above = await run('rev-list', a, b, ...(base === null ? [] : [`^${base}`]));
        if (above.code !== 0)
            throw new errors/* UserError */.yo(`git could not walk the history: ${(0,binary/* saying */.i)(above)}.`);
        const cut = above.stdout
            .toString('utf8')
            .split('\n')
            .find((commit) => cuts.has(commit));
        if (cut !== undefined) {
            throw new errors/* UserError */.yo(`The merge base of ${a} and ${b} cannot be told: this is a shallow clone, whose history is cut at ${cut}.`, 'Set `fetch-depth: 0` on actions/checkout, or run `git fetch --unshallow`.');
        }
    }
    return {
        description: 'the local repository',
        mergeBase,
        async parents(commit) {
            return (await commitHeader(commit)).parents;
        },
        async file(commit, path) {
            (0,git_tree/* pathParts */.KC)(path);
            return (0,git_tree/* fileIn */.Ed)(readTree, (await commitHeader(commit)).tree, path);
        },
        async folder(commit, path) {
            (0,git_tree/* pathParts */.KC)(path);
            return (0,git_tree/* folderIn */.CH)(readTree, (await commitHeader(commit)).tree, path);
        },
        async blob(blob, limit) {
            if (!(0,commit_reader/* isCommitId */.j)(blob))
                throw new errors/* UserError */.yo(`${JSON.stringify(blob)} is not an object id.`);
            const object = await objects.read(blob, limit);
            if (object === null || object.type !== 'blob') {
                throw new errors/* UserError */.yo(`The blob ${blob} is missing from the local repository.`, 'Fetch without a filter (a partial clone leaves blobs out), or run git fsck.');
            }
            return object.bytes;
        },
        async resolveRevision(text) {
            if (text === '' || text.startsWith('-') || /[\0\n\r]/.test(text)) {
                throw new errors/* UserError */.yo(`${JSON.stringify(text)} is not a git revision.`);
            }
            const result = await run('rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`);
            const id = result.stdout.toString('utf8').trim();
            if (result.code === 0 && (0,commit_reader/* isCommitId */.j)(id))
                return id;
            const cuts = await shallowCommits();
            throw new errors/* UserError */.yo(`The revision ${JSON.stringify(text)} names no commit of the local repository${cuts.size > 0 ? ', which is a shallow clone' : ''}.`, 'Check its spelling, and fetch it; in a workflow, set `fetch-depth: 0` on actions/checkout.');
        },
        async defaultBranch() {
            const refs = ['refs/remotes/origin/HEAD', ...DEFAULT_BRANCHES];
            const result = await run('for-each-ref', '--format=%(refname) %(symref)', ...refs);
            if (result.code !== 0)
                throw new errors/* UserError */.yo(`git could not list the branches: ${(0,binary/* saying */.i)(result)}.`);
            const found = new Map();
            for (const line of result.stdout.toString('utf8').split('\n')) {
                const [name = '', target = ''] = line.split(' ');
                found.set(name, target);
            }
            const pointed = found.get('refs/remotes/origin/HEAD');
            if (pointed !== undefined && pointed !== '')
                return pointed;
            return DEFAULT_BRANCHES.find((name) => found.has(name)) ?? null;
        },
        async has(commit) {
            return (await objects.read(commit, COMMIT_LIMIT))?.type === 'commit';
        },
        mergeFile(base, ours, theirs) {
            return (0,merge_file/* mergeFile */.n)(git, (0,binary/* gitEnvironment */._K)(callerEnv), base, ours, theirs);
        },
        async diffStat(base, head) {
            const from = await mergeBase(base, head);
            if (from === null) {
                throw new errors/* UserError */.yo(`${base} and ${head} share no history, so that there is no change to count.`);
            }
            const result = await run(...['diff', '--numstat', '-z', '--find-renames', '--no-ext-diff', '--no-textconv', '--no-color'], ...['--diff-algorithm=myers', '--ignore-submodules=none', '-O/dev/null', from, head, '--']);
            if (result.code !== 0)
                throw new errors/* UserError */.yo(`git could not compare ${from} and ${head}: ${(0,binary/* saying */.i)(result)}.`);
            return parseNumstat(result.stdout.toString('utf8'));
        },
        close() {
            objects.close();
        },
    };
}
/** Tree and parents out of a raw commit: in a shallow clone git itself would leave the parents out. */
function parseCommit(commit, text) {
    let tree = null;
    const parents = [];
    for (const line of text.split('\n')) {
        const [word = '', id = ''] = line.split(' ');
        if (word === 'tree' && tree === null && (0,commit_reader/* isCommitId */.j)(id))
            tree = id;
        else if (word === 'parent' && tree !== null && (0,commit_reader/* isCommitId */.j)(id))
            parents.push(id);
        else
            break;
    }
    if (tree === null)
        throw new errors/* UserError */.yo(`The commit ${commit} is damaged.`, 'Run git fsck, or clone again.');
    return { tree, parents };
}
async function missing(commit, cuts) {
    const shallow = (await cuts()).size > 0;
    return new errors/* UserError */.yo(`The commit ${commit} is missing from the local repository${shallow ? ', which is a shallow clone' : ''}.`, shallow
        ? 'Set `fetch-depth: 0` on actions/checkout, or run `git fetch --unshallow`.'
        : `Fetch it: git fetch origin ${commit}`);
}
async function readShallow(run) {
    const where = await run('rev-parse', '--path-format=absolute', '--git-path', 'shallow');
    if (where.code !== 0)
        throw new errors/* UserError */.yo(`git could not say whether the clone is shallow: ${(0,binary/* saying */.i)(where)}.`);
    try {
        const text = await (0,promises_.readFile)(where.stdout.toString('utf8').trimEnd(), 'utf8');
        return new Set(text.split('\n').filter((line) => line !== ''));
    }
    catch (error) {
        // No such file: the clone is whole. Anything else is not ours to guess.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return new Set();
        throw error;
    }
}


/***/ }),

/***/ 2314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ mergeFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);
/* harmony import */ var _binary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1154);





/**
 * Merges by `git merge-file` in a folder of its own, which is removed afterwards.
 * Exit codes (https://git-scm.com/docs/git-merge-file): 0 clean, 1 to 127 the number of conflicts, else an error,
 * such as binary content.
 */
async function mergeFile(git, env, base, ours, theirs) {
    const cwd = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'haiku-first-merge-'));
    try {
        await Promise.all([
            (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cwd, 'base'), base),
            (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cwd, 'ours'), ours),
            (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cwd, 'theirs'), theirs),
        ]);
        const result = await (0,_binary_js__WEBPACK_IMPORTED_MODULE_4__/* .runGit */ .EO)(git, ['merge-file', '--quiet', 'ours', 'base', 'theirs'], {
            cwd,
            // The folder is no repository, even where the system's temporary folder lies inside one.
            env: { ...env, GIT_CEILING_DIRECTORIES: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() },
        });
        if (result.code === null || result.code >= 128) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`git could not merge the two versions of a file: ${(0,_binary_js__WEBPACK_IMPORTED_MODULE_4__/* .saying */ .i)(result)}.`);
        }
        return { clean: result.code === 0, bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(cwd, 'ours')) };
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(cwd, { recursive: true, force: true });
    }
}


/***/ })

};
