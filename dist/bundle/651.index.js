export const id = 651;
export const ids = [651];
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


/***/ })

};
