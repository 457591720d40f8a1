export const id = 54;
export const ids = [54];
export const modules = {

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

/***/ 4054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/commands/options.js
var options = __webpack_require__(9165);
// EXTERNAL MODULE: ./build/commands/version.js
var version = __webpack_require__(5975);
;// CONCATENATED MODULE: ./build/commands/cli-program.js




/** How the help words the value of an option. */
function placeholder({ entry }) {
    if (entry.kind === 'boolean')
        return '';
    if (entry.kind === 'choice')
        return ` <${entry.choices.join('|')}>`;
    return ` <${entry.value}${entry.kind === 'list' ? '[,…]' : ''}>`;
}
function describeOption({ entry }) {
    return 'default' in entry && entry.default !== undefined
        ? `${entry.description} (default: ${entry.default})`
        : entry.description;
}
function examples(command) {
    const lines = command.examples.map(([line, does]) => `  # ${does}\n  haiku-first ${line}`);
    return `\nExamples:\n${lines.join('\n')}`;
}
/** `error: unknown option '--wek'\n(Did you mean --week?)` as a sentence and what to do about it. */
function usageError(error, help) {
    const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
    const what = `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.?$/, '.')}`;
    const hint = rest.join(' ').replace(/^\(|\)$/g, '');
    return new errors/* UserError */.yo(what, hint === '' ? `See ${help}.` : hint);
}
/**
 * Reads a command line (without the program's name). Values stay text: `parseOptions` reads those of every surface.
 * Throws `UserError` for wrong usage.
 */
function readCommandLine(argv, commands) {
    let out = '';
    let line = null;
    const program = new esm/* Command */.uB('haiku-first')
        .description('Use the simplest Claude model that does the job, and never a lesser one where quality is at stake.')
        .version(version/* VERSION */.x, '--version', 'Print the version.')
        .helpOption('--help', 'Print this help.')
        .helpCommand('help [command]', 'Print the help of a command.')
        .exitOverride()
        .configureOutput({ writeOut: (text) => (out += text), writeErr: () => { } });
    for (const command of commands) {
        const own = program
            .command(command.name)
            .description(command.summary)
            .helpOption('--help', 'Print this help.')
            .addHelpText('after', examples(command))
            .addHelpText('after', `\nExit codes: ${command.exitCodes}; everywhere 2 for wrong usage or an invalid file.`);
        const given = new Map();
        for (const option of (0,options/* optionsOf */.cz)(command.name, 'cli')) {
            const spec = new esm/* Option */.c$(`--${option.flag}${placeholder(option)}`, describeOption(option));
            own.addOption(spec);
            own.on(`option:${option.flag}`, (text) => {
                given.set(option.name, [...(given.get(option.name) ?? []), text ?? 'true']);
            });
        }
        own.action(() => {
            line = { kind: 'run', command: command.name, given };
        });
    }
    try {
        program.parse([...argv], { from: 'user' });
    }
    catch (error) {
        if (!(error instanceof esm/* CommanderError */.b7))
            throw error;
        if (error.exitCode === 0)
            return { kind: 'print', text: out };
        const named = commands.find((command) => command.name === argv[0]);
        const help = named === undefined ? 'haiku-first --help' : `haiku-first ${named.name} --help`;
        if (error.code === 'commander.help')
            throw new errors/* UserError */.yo('No command was given.', `See ${help}.`);
        throw usageError(error, help);
    }
    if (line === null)
        throw new errors/* UserError */.yo('No command was given.', 'See haiku-first --help.');
    return line;
}

// EXTERNAL MODULE: ./build/commands/command.js
var commands_command = __webpack_require__(2950);
// EXTERNAL MODULE: ./build/commands/failure.js
var commands_failure = __webpack_require__(3977);
// EXTERNAL MODULE: ./build/commands/masking.js
var masking = __webpack_require__(2483);
// EXTERNAL MODULE: ./build/commands/option-values.js
var option_values = __webpack_require__(3641);
// EXTERNAL MODULE: ./build/commands/printable.js
var printable = __webpack_require__(268);
// EXTERNAL MODULE: ./build/commands/text-file.js
var text_file = __webpack_require__(507);
;// CONCATENATED MODULE: ./build/commands/cli-execute.js







function documentText(document, secrets) {
    return `${JSON.stringify((0,masking/* maskJson */.Te)(document, secrets), null, 2)}\n`;
}
/** The command's own answer for a failure, where it has one: `check` owes a verdict. */
async function failureDocument(failure, command) {
    try {
        const module = await command?.load();
        if (module?.failure !== undefined)
            return module.failure(failure.problems);
    }
    catch {
        // What is being reported matters more than that the command's own wording of it cannot be had.
    }
    return (0,commands_failure/* errorDocument */.Uh)(failure);
}
/** A failure as a result, with nothing for standard output. */
function failedLine(error, env) {
    const secrets = (0,masking/* secretsOf */.Fj)(env);
    const stderr = (0,commands_failure/* failureLines */.w7)((0,commands_failure/* failureOf */.g5)(error), env).map((line) => (0,printable/* printable */.g)((0,masking/* maskText */.gC)(line, secrets)));
    return { exitCode: 2, stdout: '', stderr, errors: stderr.length };
}
/** Runs a command line to the end and says what came of it. Never throws: a failure is a result, too. */
async function execute(argv, world) {
    const secrets = (0,masking/* secretsOf */.Fj)(world.env);
    const clean = (text) => (0,printable/* printable */.g)((0,masking/* maskText */.gC)(text, secrets));
    try {
        const line = readCommandLine(argv, world.commands);
        if (line.kind === 'print')
            return { exitCode: 0, stdout: line.text, stderr: [], errors: 0 };
        const options = await (0,option_values/* parseOptions */.A)(line.command, line.given, {
            label: ({ flag }) => `--${flag}`,
            readText: (path) => (0,text_file/* readTextFile */.G)(world.cwd, path),
        });
        const command = (0,commands_command/* findCommand */.Z)(world.commands, line.command);
        if (command === undefined)
            throw new RangeError(`no command ${line.command}`);
        const { run } = await command.load();
        const outcome = await run(options, {
            surface: 'cli',
            env: world.env,
            cwd: world.cwd,
            now: options.now ?? world.clock(),
        });
        return {
            exitCode: outcome.exitCode,
            stdout: options.json ? documentText(outcome.json, secrets) : `${clean(outcome.text)}\n`,
            stderr: outcome.notes.map(clean),
            errors: 0,
        };
    }
    catch (error) {
        const failed = failedLine(error, world.env);
        if (!argv.includes('--json'))
            return failed;
        const command = (0,commands_command/* findCommand */.Z)(world.commands, argv[0] ?? '');
        return { ...failed, stdout: documentText(await failureDocument((0,commands_failure/* failureOf */.g5)(error), command), secrets) };
    }
}

;// CONCATENATED MODULE: ./build/cli.js


/** A reader that went away (`| head`) is no failure of ours; anything else about a stream is. */
function tolerateClosedPipe(stream) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
}
/** Colour only where a person looks: `hasColors` knows NO_COLOR, TERM=dumb and the like. */
function errorLabel(stream) {
    const label = 'error:';
    return stream.isTTY && stream.hasColors() ? (0,external_node_util_.styleText)(['bold', 'red'], label) : label;
}
function print(result) {
    result.stderr.forEach((line, index) => {
        process.stderr.write(index < result.errors ? `${errorLabel(process.stderr)} ${line}\n` : `${line}\n`);
    });
    process.stdout.write(result.stdout);
}
/** The command line: runs it, prints, and sets the exit code once. Until then the exit code is 2. */
async function runCli(commands) {
    process.exitCode = 2;
    tolerateClosedPipe(process.stdout);
    tolerateClosedPipe(process.stderr);
    // Node would end with 1 and a stack for what fails beside the awaited work; 1 means findings.
    for (const event of ['uncaughtException', 'unhandledRejection']) {
        process.on(event, (error) => {
            print(failedLine(error, process.env));
            process.exit(2);
        });
    }
    const result = await execute(process.argv.slice(2), {
        env: process.env,
        cwd: process.cwd(),
        clock: () => new Date(),
        commands,
    });
    print(result);
    process.exitCode = result.exitCode;
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

/***/ 5975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION),
/* harmony export */   y: () => (/* binding */ docsAddress)
/* harmony export */ });
/** The version of haiku-first; the same as in package.json, which a test holds. */
const VERSION = '0.1.0';
/**
 * The address that pages under `docs/` are relative to: at the version of the Action that runs, where the runner says
 * which; else the paths of this repository.
 */
function docsAddress(env) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref, GITHUB_SERVER_URL: server } = env;
    if (!repository || !ref || !server)
        return '';
    return `${server}/${repository}/blob/${ref}/`;
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
