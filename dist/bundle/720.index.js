export const id = 720;
export const ids = [720];
export const modules = {

/***/ 1720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: ./build/commands/command.js
var commands_command = __webpack_require__(2950);
// EXTERNAL MODULE: ./build/commands/failure.js
var commands_failure = __webpack_require__(3977);
// EXTERNAL MODULE: ./build/commands/option-values.js
var option_values = __webpack_require__(3641);
// EXTERNAL MODULE: ./build/commands/printable.js
var printable = __webpack_require__(268);
// EXTERNAL MODULE: ./build/commands/text-file.js
var text_file = __webpack_require__(507);
// EXTERNAL MODULE: ./build/allocation/nearest.js
var nearest = __webpack_require__(7749);
// EXTERNAL MODULE: ./build/commands/options.js
var options = __webpack_require__(9165);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
;// CONCATENATED MODULE: ./build/actions/inputs.js



/** An input as the runner passes it; white space around it does not count, and empty is not given. */
function input(env, name) {
    return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}
function isCommandName(text) {
    return options/* COMMAND_NAMES */.nZ.some((name) => name === text);
}
/** The input `command`. Throws `UserError` when it names none. */
function commandInput(env) {
    const text = input(env, 'command');
    if (isCommandName(text))
        return text;
    const what = text === '' ? 'The input command is missing.' : `There is no command ${JSON.stringify(text)}.`;
    throw new errors/* UserError */.yo(what, text === '' ? `Known: ${options/* COMMAND_NAMES */.nZ.join(', ')}.` : (0,nearest/* suggestion */.h)(text, options/* COMMAND_NAMES */.nZ));
}
/**
 * The inputs that were given, as text. An input that belongs to another command and has its default is not given:
 * the runner passes every default to every command.
 */
function givenInputs(env, command) {
    const given = new Map();
    for (const { name, flag, entry } of options/* OPTIONS */.lw) {
        const text = input(env, flag);
        if (text === '' || !entry.surfaces.some((surface) => surface === 'action'))
            continue;
        const mine = entry.commands.some((owner) => owner === command);
        if (mine || !('default' in entry) || text !== entry.default)
            given.set(name, [text]);
    }
    return given;
}
/** The inputs that hold a secret. */
function secretInputs(env) {
    return options/* OPTIONS */.lw.flatMap(({ flag, entry }) => {
        const text = input(env, flag);
        return entry.secret === true && text !== '' ? [text] : [];
    });
}

;// CONCATENATED MODULE: ./build/actions/summary.js
/** GitHub takes 1 MiB of job summary from a step, and of a larger one nothing. */
const SUMMARY_BYTES = 1_048_576;
const CUT = '\n\n_The rest does not fit into a job summary._\n';
/** The markdown, cut after the last whole line that fits. Commands keep within the limit: this is the last resort. */
function withinSummary(markdown) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= SUMMARY_BYTES)
        return markdown;
    const room = bytes.subarray(0, SUMMARY_BYTES - Buffer.byteLength(CUT));
    const end = room.lastIndexOf('\n');
    return `${room.subarray(0, Math.max(end, 0)).toString('utf8')}${CUT}`;
}
/** Lines of plain text as markdown in which nothing is markup: an indented block has no end that text could write. */
function asBlock(lines) {
    return lines
        .flatMap((line) => line.split('\n'))
        .map((line) => `    ${line}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./build/actions/evaluate.js







/** A failure as an outcome, so that it is published like any other. */
function failed(error, env) {
    const failure = (0,commands_failure/* failureOf */.g5)(error);
    const lines = (0,commands_failure/* failureLines */.w7)(failure, env);
    const [first = 'It failed without a reason.', ...others] = lines;
    const annotations = failure.problems.slice(1).map((problem) => ({
        severity: 'error',
        title: 'haiku-first',
        message: problem.fix === null ? problem.what : `${problem.what} ${problem.fix}`,
        file: problem.file,
        line: problem.line,
        column: problem.column,
    }));
    return {
        exitCode: 2,
        json: (0,commands_failure/* errorDocument */.Uh)(failure),
        text: lines.join('\n'),
        notes: [],
        outputs: {},
        annotations,
        summary: `### haiku-first could not do it\n\n${asBlock([first, ...others].map(printable/* printable */.g))}`,
        failure: first,
    };
}
/** A command that did not succeed fails the step, also where it forgot to say why. Exit code 3 is the command's call. */
function failClosed(outcome) {
    const bad = outcome.exitCode === 1 || outcome.exitCode === 2;
    return bad && outcome.failure === null
        ? { ...outcome, failure: `haiku-first ended with exit code ${outcome.exitCode}.` }
        : outcome;
}
/** Runs the command that the inputs name. Never throws: a failure is an outcome, too. */
async function evaluate(env, commands) {
    try {
        const name = commandInput(env);
        const options = await (0,option_values/* parseOptions */.A)(name, givenInputs(env, name), {
            label: ({ flag }) => `The input ${flag}`,
            readText: (path) => (0,text_file/* readTextFile */.G)(process.cwd(), path),
        });
        const command = (0,commands_command/* findCommand */.Z)(commands, name);
        if (command === undefined)
            throw new RangeError(`no command ${name}`);
        const { run } = await command.load();
        return failClosed(await run(options, { surface: 'action', env, cwd: process.cwd(), now: new Date() }));
    }
    catch (error) {
        return failed(error, env);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/actions/annotations.js
/** GitHub shows ten annotations of each kind for a step and drops the rest without a word. */
const ANNOTATION_CAP = 10;
const SEVERITIES = ['error', 'warning', 'notice'];
/**
 * The annotations that GitHub will show: the first ones of each kind. What does not fit is counted in a notice,
 * which takes one of the ten places of notices.
 */
function withinCaps(all) {
    const groups = SEVERITIES.map((severity) => ({
        severity,
        entries: all.filter((entry) => entry.severity === severity),
    }));
    if (groups.every(({ entries }) => entries.length <= ANNOTATION_CAP))
        return all;
    const shown = groups.map(({ severity, entries }) => {
        const kept = entries.slice(0, severity === 'notice' ? ANNOTATION_CAP - 1 : ANNOTATION_CAP);
        return { severity, kept, left: entries.length - kept.length };
    });
    const left = shown
        .filter((group) => group.left > 0)
        .map((group) => `${group.left} ${group.severity}${group.left === 1 ? '' : 's'}`);
    return [
        ...shown.flatMap((group) => group.kept),
        {
            severity: 'notice',
            title: 'More than GitHub shows',
            message: `Not shown as annotations: ${left.join(', ')}. The job summary has them all.`,
            file: null,
            line: null,
            column: null,
        },
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/actions/log.js


/**
 * Text for the log of a step, in which nothing is a command. Every line of a step's output that begins with `::` is
 * one to the runner, so the runner is told to stop reading them until it meets a token that the text cannot know.
 * `##[` is the older form, which also colours lines; it is taken apart.
 */
function asLog(text, token = (0,external_node_crypto_.randomUUID)()) {
    if (text === '')
        return '';
    const safe = (0,printable/* printable */.g)(text).replaceAll('##[', '## [');
    return `::stop-commands::${token}\n${safe}\n::${token}::\n`;
}

;// CONCATENATED MODULE: ./build/actions/outputs.js

const BY_COMMAND = {
    resolve: {
        decision: 'run, defer or refuse.',
        tier: 'The tier to run on; empty unless the decision is run.',
        model: 'The exact model id; empty unless the decision is run.',
        effort: 'How hard the model is to think; empty for its own default.',
        floor: 'The lowest tier allowed for the cell; empty where there is no floor.',
        zone: 'The zone of the budget: GREEN, YELLOW, ORANGE, RED or EXHAUSTED.',
        reason: 'Why, in words: one step of the decision after the other.',
        'claude-args': 'For the claude_args input of claude-code-action.',
        settings: 'For the settings input of claude-code-action: the session and its sub-agents use no other model than the cell allows.',
        'fallback-model': 'Models at or above the tier to fall back on, separated by commas.',
        matrix: 'Without an agent: the cells of the phase that run, for strategy.matrix.',
        'has-work': 'true when the matrix has a cell. GitHub takes an empty matrix for an error.',
        'haiku-model': 'The model id of the tier haiku.',
        'sonnet-model': 'The model id of the tier sonnet.',
        'opus-model': 'The model id of the tier opus.',
    },
    check: {
        verdict: 'pass, fail or error. Only pass is a pass.',
        findings: 'The findings as JSON, described by schema/findings.schema.json.',
        'report-path': 'A file with the whole report, as markdown.',
    },
};
/** Every output of the Action. An output that the command does not set is empty. */
const OUTPUTS = options/* COMMAND_NAMES */.nZ.flatMap((command) => Object.entries(BY_COMMAND[command]).map(([name, description]) => ({ name, command, description })));

// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __webpack_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./build/actions/toolkit.js
/**
 * The light half of `@actions/core`. Its entry also loads an HTTP client (40 ms, more than a whole `resolve` of
 * ours), so the files are taken by path: they hold the escaping and the file commands, which are the toolkit's to
 * define. The bundle resolves the paths when it is built; a new layout of the toolkit would fail the build.
 */



;// CONCATENATED MODULE: ./build/actions/publish.js








/** Hands the outputs to the runner. Throws when one cannot be handed over: a job must not go on without its answer. */
function publishOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs)) {
        if (!OUTPUTS.some((output) => output.name === name))
            throw new errors/* InternalError */.Gd(`no output ${name}`);
        issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
}
function annotate({ severity, title, message, file, line, column }) {
    const properties = {
        ...(title === '' ? {} : { title: (0,printable/* printable */.g)(title) }),
        ...(file === null ? {} : { file }),
        ...(line === null ? {} : { line: String(line) }),
        ...(column === null ? {} : { col: String(column) }),
    };
    issueCommand(severity, properties, (0,printable/* printable */.g)(message));
}
/** Appends to the job summary. That a report cannot be shown does not change what it says: a remark, no failure. */
function publishSummary(summary, path) {
    if (path === undefined || path === '')
        return ['There is no job summary here: GITHUB_STEP_SUMMARY is not set.'];
    try {
        (0,external_node_fs_.appendFileSync)(path, withinSummary(`${summary}\n`));
        return [];
    }
    catch (error) {
        return [
            `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`,
        ];
    }
}
/** Shows an outcome: outputs first, since jobs depend on them, then what people read. */
function publish(outcome, env) {
    publishOutputs(outcome.outputs);
    const remarks = outcome.summary === null ? [] : publishSummary(outcome.summary, env.GITHUB_STEP_SUMMARY);
    process.stdout.write(asLog([outcome.text, ...outcome.notes, ...remarks].filter((text) => text !== '').join('\n')));
    const failure = outcome.failure === null
        ? []
        : [
            {
                severity: 'error',
                title: 'haiku-first',
                message: outcome.failure,
                file: null,
                line: null,
                column: null,
            },
        ];
    for (const annotation of withinCaps([...failure, ...outcome.annotations]))
        annotate(annotation);
}

// EXTERNAL MODULE: ./build/commands/masking.js
var masking = __webpack_require__(2483);
;// CONCATENATED MODULE: ./build/action.js





/** The Action: evaluates, publishes, and sets the exit code once. Until then the step has failed. */
async function runAction(commands) {
    process.exitCode = 1;
    const given = secretInputs(process.env);
    for (const secret of given)
        issueCommand('add-mask', {}, secret);
    const secrets = [...(0,masking/* secretsOf */.Fj)(process.env), ...given];
    const show = (outcome) => publish((0,masking/* maskOutcome */.$e)(outcome, secrets), process.env);
    // Something that fails beside the awaited work ends the step at once, before it can be taken for a success.
    for (const event of ['uncaughtException', 'unhandledRejection']) {
        process.on(event, (error) => {
            show(failed(error, process.env));
            process.exit(1);
        });
    }
    const outcome = await evaluate(process.env, commands);
    try {
        show(outcome);
    }
    catch (error) {
        show(failed(error, process.env));
        return;
    }
    process.exitCode = outcome.failure === null ? 0 : 1;
}


/***/ }),

/***/ 7063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ isFactName),
/* harmony export */   Qx: () => (/* binding */ LINES),
/* harmony export */   ig: () => (/* binding */ EFFORTS),
/* harmony export */   k3: () => (/* binding */ ZONES)
/* harmony export */ });
/* unused harmony exports isAgentName, isPhase, isTier */
/** How hard a model thinks, least first. Source: `output_config.effort` of the Messages API. */
const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'];
/** Families of models, least capable first. Source: `ModelInfo.line` of the Models API. */
const LINES = ['haiku', 'sonnet', 'opus', 'fable', 'mythos'];
const ZONES = ['GREEN', 'YELLOW', 'ORANGE', 'RED', 'EXHAUSTED'];
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const FACT = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;
/** True for text that can be an agent's name. The schema uses the same pattern. */
function isAgentName(text) {
    return NAME.test(text);
}
/** True for text that can be a phase's name. */
function isPhase(text) {
    return NAME.test(text);
}
/** True for text that can be a tier's name. */
function isTier(text) {
    return NAME.test(text);
}
/** True for text that can be a fact's name. */
function isFactName(text) {
    return FACT.test(text);
}


/***/ }),

/***/ 7749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Levenshtein distance, at most `limit + 1`: longer distances are not worked out. */
function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit)
        return limit + 1;
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[b.length] ?? limit + 1;
}
/** The valid name that `word` was most likely meant to be, ignoring case; null when none is near. */
function nearest(word, valid) {
    const typed = word.slice(0, 64).toLowerCase();
    const limit = Math.max(1, Math.floor(typed.length / 3));
    let best = null;
    let least = limit + 1;
    for (const candidate of valid) {
        const away = distance(typed, candidate.toLowerCase(), limit);
        if (away < least) {
            least = away;
            best = candidate;
        }
    }
    return best;
}
/** `Did you mean SECURITY?` or `Known: LEAD, PLAN, EXEC.`; empty when there is nothing to say. */
function suggestion(word, valid) {
    const near = nearest(word, valid);
    if (near !== null)
        return `Did you mean ${near}?`;
    if (valid.length === 0)
        return 'None is declared.';
    const shown = valid.slice(0, 20);
    const more = valid.length > shown.length ? `, and ${valid.length - shown.length} more` : '';
    return `Known: ${shown.join(', ')}${more}.`;
}


/***/ }),

/***/ 2950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ findCommand)
/* harmony export */ });
/** The command with this name; undefined when there is none. */
function findCommand(commands, name) {
    return commands.find((command) => command.name === name);
}


/***/ }),

/***/ 3977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uh: () => (/* binding */ errorDocument),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   w7: () => (/* binding */ failureLines)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** Sorts what was thrown: a `UserError` is the user's to mend, everything else is ours. */
function failureOf(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return { problems: error.problems, stack: null };
    const message = error instanceof Error ? error.message : String(error);
    const problem = {
        what: `This is a mistake in haiku-first, please report it: ${message.replace(/[.!?]?$/, '.')}`,
        file: null,
        line: null,
        column: null,
        fix: 'With HAIKU_FIRST_DEBUG=1 in the environment it also says where in the code.',
    };
    return { problems: [problem], stack: error instanceof Error ? (error.stack ?? null) : null };
}
function errorDocument(failure) {
    return { schema: 'haiku-first/error@1', problems: failure.problems };
}
/** The failure as lines of plain text, with the stack where the environment asks for it. */
function failureLines(failure, env) {
    const stack = failure.stack !== null && env.HAIKU_FIRST_DEBUG === '1' ? [failure.stack] : [];
    return [...failure.problems.map(_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0), ...stack];
}


/***/ }),

/***/ 2483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ maskOutcome),
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Te: () => (/* binding */ maskJson),
/* harmony export */   gC: () => (/* binding */ maskText)
/* harmony export */ });
/** Secrets by name: always masked. The toolkit's inputs keep their dashes in the environment. */
const KNOWN = new Set([
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'ANTHROPIC_API_KEY',
    'INPUT_GITHUB-TOKEN',
    'INPUT_ANTHROPIC-API-KEY',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
]);
const LIKELY = /(?:_TOKEN|_KEY|_SECRET)$/i;
/** A shorter text is masked under a known name only: `DEPLOY_KEY=no` must not blank out every "no". */
const LIKELY_LENGTH = 16;
const KNOWN_LENGTH = 4;
/** The secrets that the environment holds, longest first, so that one within another leaves nothing behind. */
function secretsOf(env) {
    const found = new Set();
    for (const [name, value] of Object.entries(env)) {
        const known = KNOWN.has(name.toUpperCase());
        if (value === undefined || !(known || LIKELY.test(name)))
            continue;
        for (const line of value.split(/\r?\n/)) {
            const text = line.trim();
            if (text.length >= (known ? KNOWN_LENGTH : LIKELY_LENGTH))
                found.add(text);
        }
    }
    return [...found].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
/** Replaces every secret in a text by `***`. */
function maskText(text, secrets) {
    return secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
}
/** Replaces every secret in the texts of a document, so that it stays a document. */
function maskJson(value, secrets) {
    const document = JSON.parse(JSON.stringify(value));
    return secrets.length === 0 ? document : walk(document, secrets);
}
function walk(value, secrets) {
    if (typeof value === 'string')
        return maskText(value, secrets);
    if (typeof value !== 'object' || value === null)
        return value;
    if (isList(value))
        return value.map((entry) => walk(entry, secrets));
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [maskText(key, secrets), walk(entry, secrets)]));
}
function isList(value) {
    return Array.isArray(value);
}
/** An outcome with nothing secret left in it. */
function maskOutcome(outcome, secrets) {
    const mask = (text) => maskText(text, secrets);
    return {
        ...outcome,
        text: mask(outcome.text),
        notes: outcome.notes.map(mask),
        outputs: Object.fromEntries(Object.entries(outcome.outputs).map(([name, value]) => [name, mask(value)])),
        annotations: outcome.annotations.map((annotation) => ({
            ...annotation,
            title: mask(annotation.title),
            message: mask(annotation.message),
            file: annotation.file === null ? null : mask(annotation.file),
        })),
        summary: outcome.summary === null ? null : mask(outcome.summary),
        failure: outcome.failure === null ? null : mask(outcome.failure),
    };
}


/***/ }),

/***/ 3641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseOptions)
/* harmony export */ });
/* harmony import */ var _allocation_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7063);
/* harmony import */ var _allocation_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7749);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _time_week_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3722);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9165);





/** A wrong value: what it is, after the name and the text of the option, and what to write instead. */
class Wrong extends Error {
    fix;
    constructor(what, fix) {
        super(what);
        this.fix = fix;
    }
}
/** `2026-11-23T03:00:00Z`: a full time with its zone, so that it means the same everywhere. */
function instant(text) {
    const parsed = new Date(text);
    const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
    if (!complete || Number.isNaN(parsed.getTime())) {
        throw new Wrong('is not a time', 'Write it as 2026-11-23T03:00:00Z.');
    }
    return parsed;
}
/** Dollars as whole micro-dollars. Digits are read as written: no floating point comes near money. */
function usd(text) {
    const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text);
    if (match === null)
        throw new Wrong('is not an amount in dollars', 'Write it as 2.50.');
    const micro = Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
    if (micro === 0)
        throw new Wrong('is no amount to work with', 'Give more than 0.');
    return micro;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonObject(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw new Wrong(`is not JSON: ${error.message}`, 'Write it as {"lines_changed": 40}, or as @FILE.');
    }
    if (!isObject(value))
        throw new Wrong('is not a JSON object', 'Write it as {"lines_changed": 40}.');
    return value;
}
function flag(text) {
    if (/^true$/i.test(text))
        return true;
    if (/^false$/i.test(text))
        return false;
    throw new Wrong('is neither true nor false', 'Write true or false.');
}
function choice(text, choices) {
    const found = choices.find((entry) => entry === text.toLowerCase());
    if (found === undefined)
        throw new Wrong('is not one of its values', (0,_allocation_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(text, choices));
    return found;
}
async function parse(texts, { entry }, source) {
    if (entry.kind === 'list') {
        return texts
            .flatMap((text) => text.split(/[,\n]/))
            .map((text) => text.trim())
            .filter((text) => text !== '');
    }
    const text = texts.at(-1) ?? '';
    switch (entry.kind) {
        case 'boolean':
            return flag(text);
        case 'choice':
            return choice(text, entry.choices);
        case 'zone':
            return choice(text, _allocation_names_js__WEBPACK_IMPORTED_MODULE_3__/* .ZONES */ .k3.map((zone) => zone.toLowerCase())).toUpperCase();
        case 'json':
            return jsonObject(text.startsWith('@') ? await source.readText(text.slice(1)) : text);
        case 'instant':
            return instant(text);
        case 'usd':
            return usd(text);
        case 'week': {
            const week = (0,_time_week_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWeek */ .KY)(text);
            if (week === null)
                throw new Wrong('is not an ISO week', 'Write it as 2026-W48.');
            return week;
        }
        case 'string':
            if (text.trim() === '')
                throw new Wrong('is empty', 'Give a value, or leave it out.');
            return text;
    }
}
function absent({ entry }) {
    if (entry.kind === 'boolean')
        return false;
    if (entry.kind === 'list')
        return [];
    return null;
}
function shown(option, texts) {
    const text = texts.at(-1) ?? '';
    if (option.entry.secret === true || text === '')
        return '';
    return ` ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`;
}
/**
 * The values of a command's options, parsed once: inside, nobody looks at their text again. An option that was given
 * but belongs to another command is a mistake. Throws `UserError` with every wrong value.
 */
async function parseOptions(command, given, source) {
    const problems = [];
    const wrong = (what, fix) => {
        problems.push({ what, file: null, line: null, column: null, fix });
    };
    const parsed = {};
    for (const option of _options_js__WEBPACK_IMPORTED_MODULE_1__/* .OPTIONS */ .lw) {
        const { name, entry } = option;
        const mine = entry.commands.some((owner) => owner === command);
        const texts = given.get(name);
        if (texts !== undefined && !mine) {
            wrong(`${source.label(option)} is no option of ${command}.`, `It belongs to ${entry.commands.join(' and ')}: leave it out.`);
        }
        const byDefault = 'default' in entry && entry.default !== undefined ? [entry.default] : null;
        const effective = (mine ? texts : undefined) ?? byDefault;
        if (effective === null) {
            parsed[name] = absent(option);
            continue;
        }
        try {
            parsed[name] = await parse(effective, option, source);
        }
        catch (error) {
            if (!(error instanceof Wrong))
                throw error;
            wrong(`${source.label(option)}${shown(option, effective)} ${error.message}.`, error.fix);
        }
    }
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems);
    // Every name has got the value of its kind: the loop's type cannot say so.
    return parsed;
}


/***/ }),

/***/ 268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
// Control characters move a terminal's cursor and hide text, and direction marks reorder it. A file that is judged
// may hold both: they are shown as what they are. Line feed and tab stay.
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
/** The text with nothing in it that a terminal or a log would obey. */
function printable(text) {
    return text
        .replace(/\r\n/g, '\n')
        .replace(UNPRINTABLE, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}


/***/ }),

/***/ 507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readTextFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9473);



/** A value given as `@FILE` is small. */
const LIMIT = 1_000_000;
/** The text of a file that an option names. Throws `UserError` when it is no readable, regular file of modest size. */
async function readTextFile(cwd, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
    try {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(full);
        if (!found.isFile())
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${path} is not a file.`);
        if (found.size > LIMIT)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${path} is larger than ${LIMIT / 1_000_000} MB.`);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(full, 'utf8');
    }
    catch (error) {
        if (!(error instanceof Error) || !('code' in error))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${path} cannot be read (${String(error.code)}).`, 'Check the path.');
    }
}


/***/ }),

/***/ 9473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gd: () => (/* binding */ InternalError),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** `file:line:column`, as far as it is known; empty when nothing is. */
function place(problem) {
    if (problem.file === null)
        return '';
    const parts = [problem.file];
    if (problem.line !== null) {
        parts.push(problem.line);
        if (problem.column !== null)
            parts.push(problem.column);
    }
    return parts.join(':');
}
/** A problem as one line of plain text. */
function describe(problem) {
    const where = place(problem);
    const fix = problem.fix === null ? '' : ` ${problem.fix}`;
    return `${where === '' ? '' : `${where}: `}${problem.what}${fix}`;
}
/**
 * The user's mistake: wrong usage, an invalid file, or a place that cannot be read.
 * Leads to exit code 2 and to text that says what, where and what to do; never to a stack trace.
 */
class UserError extends Error {
    problems;
    constructor(problems, fix = null) {
        const list = typeof problems === 'string'
            ? [{ what: problems, file: null, line: null, column: null, fix }]
            : problems;
        super(list.map(describe).join('\n'));
        this.name = 'UserError';
        this.problems = list;
    }
}
/** Our mistake: a state that the code holds to be impossible. Leads to exit code 2 and a request to report it. */
class InternalError extends Error {
    constructor(message) {
        super(message);
        this.name = 'InternalError';
    }
}


/***/ }),

/***/ 3722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KJ: () => (/* binding */ isTimezone),
/* harmony export */   KY: () => (/* binding */ parseWeek),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   YM: () => (/* binding */ daysBetween),
/* harmony export */   _U: () => (/* binding */ parseDate),
/* harmony export */   gx: () => (/* binding */ weekOf),
/* harmony export */   hI: () => (/* binding */ compareWeeks)
/* harmony export */ });
/* unused harmony export weeksInYear */
const FORM = /^(\d{4})-W(\d{2})$/;
const DAY = 86_400_000;
/** Monday of the ISO week that holds 4 January is week 1 (ISO 8601). Returns days since 1970-01-01. */
function mondayOfWeekOne(year) {
    const fourth = Math.floor(Date.UTC(year, 0, 4) / DAY);
    return fourth - ((fourth + 3) % 7);
}
/** The number of weeks of an ISO year: 52 or 53. */
function weeksInYear(year) {
    return (mondayOfWeekOne(year + 1) - mondayOfWeekOne(year)) / 7;
}
/** The week, if `text` is one that exists: `2026-W53` does, `2025-W53` does not. */
function parseWeek(text) {
    const match = FORM.exec(text);
    if (match === null)
        return null;
    const year = Number(match[1]);
    const week = Number(match[2]);
    if (year < 1970 || week < 1 || week > weeksInYear(year))
        return null;
    return text;
}
/** Negative, zero or positive as `a` is before, the same as, or after `b`. */
function compareWeeks(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** The calendar day (days since 1970-01-01) that `instant` falls on in `timezone` (an IANA name). */
function localDay(instant, timezone) {
    // The common case without Intl, whose first use costs more than everything else that resolve does.
    if (timezone === 'UTC')
        return Math.floor(instant.getTime() / DAY);
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: timezone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
    }).formatToParts(instant);
    const number = (type) => Number(parts.find((part) => part.type === type)?.value);
    return Math.floor(Date.UTC(number('year'), number('month') - 1, number('day')) / DAY);
}
/** The ISO week that `instant` falls in, in `timezone`. Throws `RangeError` for an unknown time zone. */
function weekOf(instant, timezone) {
    const day = localDay(instant, timezone);
    const thursday = day - ((day + 3) % 7) + 3;
    const year = new Date(thursday * DAY).getUTCFullYear();
    const week = Math.floor((thursday - mondayOfWeekOne(year)) / 7) + 1;
    return `${year}-W${String(week).padStart(2, '0')}`;
}
/** True when `timezone` is a name that the runtime knows. */
function isTimezone(timezone) {
    if (timezone === 'UTC')
        return true;
    try {
        new Intl.DateTimeFormat('en-US', { timeZone: timezone });
        return true;
    }
    catch (error) {
        if (error instanceof RangeError)
            return false;
        throw error;
    }
}
/** The date, if `text` is one that exists. */
function parseDate(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return null;
    const instant = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(text))
        return null;
    return text;
}
/** The date of `instant` in UTC. */
function dateOf(instant) {
    return instant.toISOString().slice(0, 10);
}
/** Whole days from `a` to `b`; negative when `b` is earlier. */
function daysBetween(a, b) {
    return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY);
}


/***/ })

};
