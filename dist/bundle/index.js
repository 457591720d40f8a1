import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 9165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cz: () => (/* binding */ optionsOf),
/* harmony export */   lw: () => (/* binding */ OPTIONS),
/* harmony export */   nZ: () => (/* binding */ COMMAND_NAMES)
/* harmony export */ });
/** The commands that are built. Their order is that of the help and the README. */
const COMMAND_NAMES = ['resolve', 'check'];
const ALL = COMMAND_NAMES;
const BOTH = ['action', 'cli'];
const CLI = ['cli'];
const ACTION = ['action'];
/**
 * Every option of every command, once. The command line, its help, the Action's inputs, `action.yml` and the
 * README's tables are made from it. A name is written in camel case here and in kebab case outside.
 */
const TABLE = {
    allocation: {
        kind: 'string',
        value: 'FILE',
        commands: ALL,
        surfaces: BOTH,
        default: 'allocation.yaml',
        description: 'The allocation file, as a path in the repository.',
    },
    exceptions: {
        kind: 'string',
        value: 'FILE',
        commands: ALL,
        surfaces: BOTH,
        default: 'allocation.exceptions.yaml',
        description: 'The file of approved exceptions, as a path in the repository. It may be missing.',
    },
    json: {
        kind: 'boolean',
        commands: ALL,
        surfaces: CLI,
        description: 'Print one JSON document instead of text.',
    },
    now: {
        kind: 'instant',
        value: 'TIME',
        commands: ALL,
        surfaces: CLI,
        description: 'The clock, as 2026-11-23T03:00:00Z, for reproducible output. Default: now.',
    },
    agent: {
        kind: 'string',
        value: 'AGENT',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'The agent, as the allocation names it. Left out: every agent of the phase.',
    },
    phase: {
        kind: 'string',
        value: 'PHASE',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'The lifecycle phase, as the allocation names it.',
    },
    task: {
        kind: 'json',
        value: 'JSON',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'Facts about the task, as a JSON object or @FILE. Facts derived from a pull request cannot be set in one.',
    },
    critical: {
        kind: 'boolean',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'The work is critical: it may use the reserve, and zones do not take its upgrades away.',
    },
    tier: {
        kind: 'string',
        value: 'TIER',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'An override: run on this tier. It needs a reason, and is refused below the floor.',
    },
    reason: {
        kind: 'string',
        value: 'TEXT',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'Why the override or the escalation is needed.',
    },
    by: {
        kind: 'string',
        value: 'WHO',
        commands: ['resolve'],
        surfaces: CLI,
        description: 'Who decided the override. In the Action it is the actor.',
    },
    escalateFrom: {
        kind: 'string',
        value: 'TIER',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'The second attempt after a poor result on this tier: one tier up. It needs a reason.',
    },
    trigger: {
        kind: 'string',
        value: 'TEXT',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'What found the result poor, e.g. tests or review.',
    },
    provider: {
        kind: 'string',
        value: 'NAME',
        commands: ['resolve'],
        surfaces: BOTH,
        default: 'anthropic',
        description: "Which id of the tier's model to use: anthropic, or a name under the tier's providers.",
    },
    week: {
        kind: 'week',
        value: 'WEEK',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'The ISO week to decide for, as 2026-W48. Default: the current one.',
    },
    zone: {
        kind: 'zone',
        value: 'ZONE',
        commands: ['resolve'],
        surfaces: CLI,
        description: 'What if the budget were in this zone: green, yellow, orange, red or exhausted?',
    },
    unavailable: {
        kind: 'list',
        value: 'TIER',
        commands: ['resolve'],
        surfaces: CLI,
        description: 'What if the models of these tiers could not be had?',
    },
    ledger: {
        kind: 'choice',
        choices: ['none'],
        commands: ['resolve'],
        surfaces: BOTH,
        default: 'none',
        description: 'Where consumption is read from. none: nothing counts as spent.',
    },
    onDefer: {
        kind: 'choice',
        choices: ['succeed', 'fail'],
        commands: ['resolve'],
        surfaces: ACTION,
        default: 'succeed',
        description: 'What a deferral does to the step. A deferred cell under an absolute floor fails it in any case.',
    },
    maxUsd: {
        kind: 'usd',
        value: 'USD',
        commands: ['resolve'],
        surfaces: BOTH,
        description: 'The most that the run may cost, in dollars, passed on in claude-args.',
    },
    base: {
        kind: 'string',
        value: 'FILE|REVISION',
        commands: ['check'],
        surfaces: BOTH,
        description: 'What to compare with: an allocation file, or a git revision that holds one. Default: in a pull request its base, else the merge base with the default branch.',
    },
    head: {
        kind: 'string',
        value: 'FILE|REVISION',
        commands: ['check'],
        surfaces: BOTH,
        description: 'What to judge: an allocation file, or a git revision that holds one. Default: in a pull request its merge result, else HEAD.',
    },
    exceptionsBase: {
        kind: 'string',
        value: 'FILE',
        commands: ['check'],
        surfaces: BOTH,
        description: 'The exceptions file that belongs to the base, where the base is a file.',
    },
    exceptionsHead: {
        kind: 'string',
        value: 'FILE',
        commands: ['check'],
        surfaces: BOTH,
        description: 'The exceptions file that belongs to the head, where the head is a file.',
    },
    mode: {
        kind: 'choice',
        choices: ['enforce', 'warn'],
        commands: ['check'],
        surfaces: BOTH,
        default: 'enforce',
        description: 'warn: findings do not fail the check. An error still does.',
    },
    sarif: {
        kind: 'string',
        value: 'FILE',
        commands: ['check'],
        surfaces: BOTH,
        description: 'Also write the findings to this file, as SARIF 2.1.0.',
    },
    comment: {
        kind: 'choice',
        choices: ['auto', 'off'],
        commands: ['check'],
        surfaces: ACTION,
        default: 'auto',
        description: 'auto: one comment on the pull request when there is something to say, where the token may.',
    },
    githubToken: {
        kind: 'string',
        value: 'TOKEN',
        commands: ALL,
        surfaces: ACTION,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
        actionDefault: '${{ github.token }}',
        secret: true,
        description: 'Reads the files and facts of a pull request, and writes the comment if its permissions allow that.',
    },
};
function isOptionName(name) {
    return Object.hasOwn(TABLE, name);
}
/** Every option, in the table's order. */
const OPTIONS = Object.entries(TABLE).flatMap(([name, entry]) => isOptionName(name)
    ? [{ name, flag: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), entry }]
    : []);
/** The options that a command has on a surface. */
function optionsOf(command, surface) {
    return OPTIONS.filter(({ entry }) => entry.commands.includes(command) && entry.surfaces.includes(surface));
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction),
  a: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./build/commands/options.js
var options = __nccwpck_require__(9165);
;// CONCATENATED MODULE: ./build/commands/registry.js

const TABLE = {
    resolve: {
        summary: 'Decide which model an agent may use in a phase, or that it must wait.',
        exitCodes: '0 run, 3 defer, 1 refuse; a whole phase: 0',
        examples: [
            ['resolve --agent SECURITY --phase EXEC', 'the model of one cell, with the reasons'],
            ['resolve --phase PLAN --json', 'every agent of a phase, for scripts'],
            [
                'resolve --agent TESTING --phase EXEC --task \'{"security_critical": true}\'',
                'with facts about the task',
            ],
            ['resolve --agent STORIES --phase PLAN --zone red', 'what if the budget were nearly spent?'],
        ],
        load: () => Promise.all(/* import() */[__nccwpck_require__.e(161), __nccwpck_require__.e(599), __nccwpck_require__.e(506)]).then(__nccwpck_require__.bind(__nccwpck_require__, 506)),
    },
    check: {
        summary: 'Judge a change of the allocation: refuse it when it lowers a quality floor.',
        exitCodes: '0 no finding of severity error, 1 findings, 2 could not check',
        examples: [
            ['check', 'HEAD against its merge base with the default branch'],
            ['check --base main --head my-branch', 'two git revisions'],
            ['check --base old.yaml --head new.yaml --json', 'two files, for scripts'],
            ['check --sarif findings.sarif', 'also write the findings for code scanning'],
        ],
        load: () => Promise.all(/* import() */[__nccwpck_require__.e(161), __nccwpck_require__.e(891), __nccwpck_require__.e(599), __nccwpck_require__.e(848), __nccwpck_require__.e(889), __nccwpck_require__.e(108)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3108)),
    },
};
/** Every command that is built. */
const COMMANDS = options/* COMMAND_NAMES */.nZ.map((name) => ({ name, ...TABLE[name] }));

;// CONCATENATED MODULE: ./build/main.js
/**
 * The bundle's entry. Each surface is a chunk of its own: the Action does not load a command-line parser, and
 * neither loads the code of a command that was not asked for.
 */

async function runAction() {
    const surface = await __nccwpck_require__.e(/* import() */ 720).then(__nccwpck_require__.bind(__nccwpck_require__, 1720));
    await surface.runAction(COMMANDS);
}
async function runCli() {
    const surface = await Promise.all(/* import() */[__nccwpck_require__.e(179), __nccwpck_require__.e(54)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4054));
    await surface.runCli(COMMANDS);
}

var __webpack_exports__runAction = __webpack_exports__.C;
var __webpack_exports__runCli = __webpack_exports__.a;
export { __webpack_exports__runAction as runAction, __webpack_exports__runCli as runCli };
