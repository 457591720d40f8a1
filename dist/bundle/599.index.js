export const id = 599;
export const ids = [599];
export const modules = {

/***/ 2049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IQ: () => (/* binding */ rankOf),
/* harmony export */   KR: () => (/* binding */ tierName),
/* harmony export */   dp: () => (/* binding */ findAgent),
/* harmony export */   eK: () => (/* binding */ tierAt),
/* harmony export */   t9: () => (/* binding */ floorsOf)
/* harmony export */ });
/** The name of the tier at `rank`. Throws `RangeError` for a rank that the allocation does not have. */
function tierName(allocation, rank) {
    return tierAt(allocation, rank).name;
}
/** The tier at `rank`. Throws `RangeError` for a rank that the allocation does not have. */
function tierAt(allocation, rank) {
    const tier = allocation.tiers[rank];
    if (tier === undefined)
        throw new RangeError(`no tier of rank ${rank}`);
    return tier;
}
/** The rank of the tier with this name; null when there is none. */
function rankOf(allocation, name) {
    const rank = allocation.tiers.findIndex((tier) => tier.name === name);
    return rank === -1 ? null : rank;
}
/** The floors that cover the cell, whatever their conditions say, in the order of the file. */
function floorsOf(allocation, agent, phase) {
    const floors = allocation.floorsOver.get(agent) ?? [];
    return floors.filter((floor) => floor.phases === null || floor.phases.includes(phase));
}
/** The agent with this name or alias; null when there is none. */
function findAgent(allocation, name) {
    for (const agent of allocation.agents.values()) {
        if (agent.name === name || agent.aliases.some((alias) => alias === name))
            return agent;
    }
    return null;
}


/***/ }),

/***/ 8726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ evaluate),
/* harmony export */   z: () => (/* binding */ parseCondition)
/* harmony export */ });
/* harmony import */ var _actions_expressions__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4662);
/* harmony import */ var _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4430);
/* harmony import */ var _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2830);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7063);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7749);





const FUNCTIONS = ['contains', 'startsWith', 'endsWith'];
class Mistake extends Error {
    offset;
    fix;
    constructor(what, offset, fix = null) {
        super(what);
        this.offset = offset;
        this.fix = fix;
    }
}
function offsetOf(token) {
    return token.range.start.column;
}
/** The first token of an expression, to point at. */
function start(expression) {
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Literal */ .uS)
        return offsetOf(expression.token);
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Unary */ ._c)
        return offsetOf(expression.operator);
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .FunctionCall */ .R6)
        return offsetOf(expression.functionName);
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Binary */ .yI)
        return start(expression.left);
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Logical */ .oD)
        return expression.args[0] === undefined ? 0 : start(expression.args[0]);
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Grouping */ .aU)
        return start(expression.group);
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .ContextAccess */ .QC)
        return offsetOf(expression.name);
    if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .IndexAccess */ .p_)
        return start(expression.expr);
    return 0;
}
/**
 * Works out the type of an expression. GitHub's evaluator turns a misspelt name into null and a comparison
 * of a word with a number into false without a word; here both are mistakes.
 */
class Checker {
    #types;
    facts = new Set();
    constructor(types) {
        this.#types = types;
    }
    check(expression) {
        if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Grouping */ .aU)
            return this.check(expression.group);
        if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Literal */ .uS)
            return this.#literal(expression);
        if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Unary */ ._c) {
            this.#expect(expression.expr, 'boolean', '`!`');
            return 'boolean';
        }
        if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Logical */ .oD) {
            for (const part of expression.args)
                this.#expect(part, 'boolean', `\`${expression.operator.lexeme}\``);
            return 'boolean';
        }
        if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Binary */ .yI)
            return this.#binary(expression);
        if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .FunctionCall */ .R6)
            return this.#call(expression);
        if (expression instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .IndexAccess */ .p_)
            return this.#fact(expression);
        throw new Mistake('A condition speaks of facts only: task.NAME.', start(expression));
    }
    #expect(expression, wanted, by) {
        const found = this.check(expression);
        if (found !== wanted) {
            throw new Mistake(`${by} needs a ${wanted}, but this is a ${found}.`, start(expression));
        }
    }
    #literal(expression) {
        const { literal } = expression;
        if (literal instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo)
            return 'boolean';
        if (literal instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.NumberData */ .p.Q9) {
            if (Number.isNaN(literal.value))
                throw new Mistake('NaN equals nothing.', start(expression));
            return 'number';
        }
        if (literal instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ)
            return 'string';
        throw new Mistake('null is not a value of any fact.', start(expression), 'A fact that is not given makes the whole condition false.');
    }
    #binary(expression) {
        const left = this.check(expression.left);
        const right = this.check(expression.right);
        const operator = expression.operator.lexeme;
        const at = start(expression.left);
        if (left === 'list' || right === 'list') {
            throw new Mistake(`\`${operator}\` cannot compare a list.`, at, "Use contains(task.NAME, 'word').");
        }
        if (left !== right) {
            throw new Mistake(`\`${operator}\` compares a ${left} with a ${right}: that is always false.`, at);
        }
        if (operator !== '==' && operator !== '!=' && left !== 'number') {
            throw new Mistake(`\`${operator}\` compares numbers, but these are ${left}s.`, at);
        }
        return 'boolean';
    }
    #call(expression) {
        const name = expression.functionName.lexeme;
        const known = FUNCTIONS.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
        if (known === undefined) {
            throw new Mistake(`The function ${name} is not allowed.`, start(expression), (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(name, FUNCTIONS));
        }
        const [subject, word] = expression.args;
        if (subject === undefined || word === undefined) {
            throw new Mistake(`${known} needs two arguments.`, start(expression));
        }
        const type = this.check(subject);
        if (type !== 'string' && !(known === 'contains' && type === 'list')) {
            throw new Mistake(`${known} cannot search a ${type}.`, start(subject));
        }
        this.#expect(word, 'string', known);
        return 'boolean';
    }
    #fact(expression) {
        const { expr, index } = expression;
        if (!(expr instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .ContextAccess */ .QC) ||
            !(index instanceof _actions_expressions_ast__WEBPACK_IMPORTED_MODULE_1__/* .Literal */ .uS) ||
            !(index.literal instanceof _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ)) {
            throw new Mistake('A condition speaks of facts only: task.NAME.', start(expression));
        }
        const name = index.literal.value;
        const type = (0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isFactName */ .Ah)(name) ? this.#types.get(name) : undefined;
        if (type === undefined || !(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isFactName */ .Ah)(name)) {
            throw new Mistake(`The fact ${name} is not declared.`, offsetOf(index.token), (0,_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestion */ .h)(name, [...this.#types.keys()]));
        }
        this.facts.add(name);
        return type === 'integer' ? 'number' : type;
    }
}
/**
 * Parses and checks an `if:`: GitHub's expression language over `task.*`, without `${{ }}`.
 * Returns the condition, or the first mistake in it.
 */
function parseCondition(text, types) {
    try {
        const { tokens } = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG(text).lex();
        const expression = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX(tokens, ['task'], []).parse();
        const checker = new Checker(types);
        const type = checker.check(expression);
        if (type !== 'boolean')
            throw new Mistake(`A condition is true or false, but this is a ${type}.`, start(expression));
        return { text, facts: [...checker.facts], expression };
    }
    catch (error) {
        if (error instanceof Mistake)
            return { offset: error.offset, what: error.message, fix: error.fix };
        if (error instanceof _actions_expressions_errors__WEBPACK_IMPORTED_MODULE_2__/* .ExpressionError */ .tj) {
            return {
                offset: error.pos.column,
                what: error.message,
                fix: 'See docs/allocation.md for what a condition may say.',
            };
        }
        // The library's lexer throws plain errors for words it cannot read.
        if (error instanceof Error && error.name === 'Error')
            return { offset: 0, what: error.message, fix: null };
        throw error;
    }
}
function toData(value) {
    if (typeof value === 'boolean')
        return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.BooleanData */ .p.bo(value);
    if (typeof value === 'number')
        return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.NumberData */ .p.Q9(value);
    if (typeof value === 'string')
        return new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ(value);
    const list = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Array */ .p.O3();
    for (const item of value)
        list.add(new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.StringData */ .p.uQ(item));
    return list;
}
/** Whether the condition holds. One fact that is not given makes it false as a whole. */
function evaluate(condition, facts) {
    const unknown = condition.facts.filter((name) => !facts.has(name));
    if (unknown.length > 0)
        return { holds: false, unknown };
    const task = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Dictionary */ .p.bT();
    for (const name of condition.facts) {
        const value = facts.get(name);
        if (value !== undefined)
            task.add(name, toData(value));
    }
    const context = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Dictionary */ .p.bT({ key: 'task', value: task });
    const result = new _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .Evaluator */ .oi(condition.expression, context).evaluate();
    return { holds: result.kind === _actions_expressions__WEBPACK_IMPORTED_MODULE_0__/* .data.Kind */ .p.b8.Boolean && result.coerceString() === 'true', unknown: [] };
}


/***/ }),

/***/ 1729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FS: () => (/* binding */ exceptionKey),
/* harmony export */   QP: () => (/* binding */ noExceptions),
/* harmony export */   cB: () => (/* binding */ EXCEPTION_DAYS),
/* harmony export */   fx: () => (/* binding */ isInForce),
/* harmony export */   wu: () => (/* binding */ parseExceptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _generated_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5708);
/* harmony import */ var _generated_validators_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9071);
/* harmony import */ var _time_week_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3722);
/* harmony import */ var _schema_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1326);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2262);






/** How far ahead an exception may expire, in days. */
const EXCEPTION_DAYS = 90;
/** What a repository without an exceptions file has. */
function noExceptions(file) {
    return { file, entries: [] };
}
/**
 * Reads an exceptions file: a mapping with the key `exceptions`, or the list alone.
 * Throws `UserError` with every mistake, each with line and column. Whether the names in it exist is judged
 * against an allocation, by `checkExceptions`.
 */
function parseExceptions(file, bytes) {
    const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .readSource */ .o$)(file, bytes);
    if (source.value === null)
        return noExceptions(file);
    const bare = Array.isArray(source.value);
    const value = bare ? { exceptions: source.value } : source.value;
    // In a bare list, the schema's paths have one step more than the file's.
    const shifted = bare
        ? {
            ...source,
            value,
            at: (path) => source.at(path.slice(1)),
            keyAt: (path) => source.keyAt(path.slice(1)),
        }
        : source;
    if (!isExceptionsFile(value)) {
        const known = (schemaPath) => _generated_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_KEYS */ .l.exceptions.get(schemaPath.replace(/\/additionalProperties$/, '')) ?? [];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo((0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .capped */ .uo)((0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaProblems */ .Ic)(shifted, _generated_validators_js__WEBPACK_IMPORTED_MODULE_2__/* .validateExceptions */ .H.errors ?? [], (error) => known(error.schemaPath))));
    }
    const problems = [];
    const entries = value.exceptions.flatMap((entry, index) => {
        const position = shifted.at(['exceptions', index]);
        const expires = (0,_time_week_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDate */ ._U)(entry.expires);
        if (expires === null) {
            const what = `${entry.expires} is no date of the calendar.`;
            problems.push({ what, file, ...shifted.at(['exceptions', index, 'expires']), fix: null });
            return [];
        }
        const read = exceptionOf(entry, expires, { path: `exceptions[${index}]`, position });
        return read === null ? [] : [read];
    });
    const seen = new Set();
    for (const entry of entries) {
        const key = exceptionKey(entry);
        if (seen.has(key))
            problems.push({
                what: `The exception ${key} is given twice.`,
                file,
                ...entry.origin.position,
                fix: 'Keep one.',
            });
        seen.add(key);
    }
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo((0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .capped */ .uo)(problems));
    return { file, entries };
}
function isExceptionsFile(value) {
    return (0,_generated_validators_js__WEBPACK_IMPORTED_MODULE_2__/* .validateExceptions */ .H)(value);
}
function exceptionOf(entry, expires, origin) {
    const approval = {
        floor: entry.floor,
        reason: entry.reason,
        approvedBy: entry.approved_by,
        tracking: entry.tracking,
        expires,
        renewals: entry.renewals ?? 0,
        origin,
    };
    if (entry.retire === true)
        return { kind: 'retirement', ...approval };
    const { agent, phase, tier } = entry;
    if (agent === undefined || phase === undefined || tier === undefined)
        return null;
    return { kind: 'cell', agent, phase, tier, ...approval };
}
/** What makes two entries the same permission: floor, agent and phase, or the floor that is retired. */
function exceptionKey(entry) {
    return entry.kind === 'cell' ? `${entry.floor} ${entry.agent}/${entry.phase}` : `${entry.floor} retire`;
}
/** True when the entry counts on `today`: not expired, and not granted for longer than the limit. */
function isInForce(entry, today) {
    const left = (0,_time_week_js__WEBPACK_IMPORTED_MODULE_5__/* .daysBetween */ .YM)(today, entry.expires);
    return left >= 0 && left <= EXCEPTION_DAYS;
}


/***/ }),

/***/ 7492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ readFacts),
/* harmony export */   VL: () => (/* binding */ BEYOND_ANY_LIMIT),
/* harmony export */   pu: () => (/* binding */ SECURITY_CRITICAL),
/* harmony export */   rS: () => (/* binding */ wantedDerived),
/* harmony export */   w: () => (/* binding */ DERIVED_FACTS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7063);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7749);



/** What can be derived from a pull request, and its type. */
const DERIVED_FACTS = new Map([
    ['lines_changed', 'integer'],
    ['lines_added', 'integer'],
    ['lines_deleted', 'integer'],
    ['files_changed', 'integer'],
    ['labels', 'list'],
    ['draft', 'boolean'],
    ['fork', 'boolean'],
    ['base_branch', 'string'],
    ['head_branch', 'string'],
]);
/** A count that is larger than any limit: what a diff that was cut off counts as. */
const BEYOND_ANY_LIMIT = Number.MAX_SAFE_INTEGER;
/** The fact that makes work security-critical. */
const SECURITY_CRITICAL = 'security_critical';
const NAMES = {
    boolean: 'true or false',
    integer: 'a whole number',
    number: 'a number',
    string: 'a text',
    list: 'a list of texts',
};
function read(value, type) {
    switch (type) {
        case 'boolean':
            return typeof value === 'boolean' ? value : null;
        case 'integer':
            return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
        case 'number':
            return typeof value === 'number' && Number.isFinite(value) ? value : null;
        case 'string':
            return typeof value === 'string' ? value : null;
        case 'list': {
            if (!Array.isArray(value))
                return null;
            const words = value.filter((item) => typeof item === 'string');
            return words.length === value.length ? words : null;
        }
    }
}
/** The derived facts that the allocation's conditions can ask for: declared `from: pull_request`. */
function wantedDerived(allocation) {
    return [...allocation.facts.values()].filter((fact) => fact.derived).map((fact) => fact.name);
}
/**
 * The facts of one task: those `given` (the `task` option, as parsed JSON), checked against their declarations, and
 * those `derived` from a pull request, null where there is none. On a pull request a derived fact cannot be given.
 * A declared fact that nothing gives is left out.
 * Throws `UserError` with every unknown name, wrong type, forged derived fact and missing required fact.
 */
function readFacts(allocation, given, derived) {
    const problems = [];
    const say = (what, fix = null) => {
        problems.push({ what, file: 'task', line: null, column: null, fix });
    };
    const facts = new Map();
    if (given !== null && (typeof given !== 'object' || Array.isArray(given))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([
            {
                what: 'The task facts are not a JSON object.',
                file: 'task',
                line: null,
                column: null,
                fix: 'Write {"lines_changed": 12}.',
            },
        ]);
    }
    for (const [name, value] of Object.entries(given ?? {})) {
        const declaration = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isFactName */ .Ah)(name) ? allocation.facts.get(name) : undefined;
        if (declaration === undefined) {
            say(`The fact ${name} is not declared.`, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .suggestion */ .h)(name, [...allocation.facts.keys()]));
        }
        else if (declaration.derived && derived !== null) {
            say(`The fact ${name} is derived from the pull request and cannot be set.`, 'Leave it out.');
        }
        else {
            const typed = read(value, declaration.type);
            if (typed === null)
                say(`The fact ${name} must be ${NAMES[declaration.type]}.`);
            else
                facts.set(declaration.name, typed);
        }
    }
    for (const declaration of allocation.facts.values()) {
        const value = declaration.derived ? derived?.get(declaration.name) : undefined;
        if (value !== undefined)
            facts.set(declaration.name, value);
        if (declaration.required && !facts.has(declaration.name))
            say(missing(declaration));
    }
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems);
    return facts;
}
function missing(declaration) {
    return `The fact ${declaration.name} is required and was not given.`;
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

/***/ 6164:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseAllocation)
/* harmony export */ });
/* unused harmony export FLOOR_FACTS_LIMIT */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _generated_keys_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5708);
/* harmony import */ var _generated_validators_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9071);
/* harmony import */ var _time_week_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3722);
/* harmony import */ var _usage_model_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8252);
/* harmony import */ var _usage_models_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4872);
/* harmony import */ var _condition_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8726);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7492);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7749);
/* harmony import */ var _schema_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1326);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2262);











/** The most facts that the conditions of the floors over one cell may speak of: the gate tries all their values. */
const FLOOR_FACTS_LIMIT = 6;
/**
 * Reads an allocation file. Throws `UserError` with every mistake at once, each with line, column, what was
 * expected and the nearest valid name. What a floor forbids is not judged here but by `breaches`
 * (policy/breaches.ts), because that takes the exceptions into account.
 */
function parseAllocation(file, bytes) {
    const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_8__/* .readSource */ .o$)(file, bytes);
    if (source.value === null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([
            {
                what: 'The file is empty.',
                file,
                line: 1,
                column: 1,
                fix: 'See docs/allocation.md for an annotated example.',
            },
        ]);
    }
    if (!isAllocationFile(source.value)) {
        const known = (schemaPath) => _generated_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEMA_KEYS */ .l.allocation.get(schemaPath.replace(/\/additionalProperties$/, '')) ?? [];
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo((0,_source_js__WEBPACK_IMPORTED_MODULE_8__/* .capped */ .uo)((0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .schemaProblems */ .Ic)(source, _generated_validators_js__WEBPACK_IMPORTED_MODULE_2__/* .validateAllocation */ .$.errors ?? [], (error) => known(error.schemaPath))));
    }
    const builder = new Builder(source, source.value);
    const allocation = builder.build();
    if (builder.problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo((0,_source_js__WEBPACK_IMPORTED_MODULE_8__/* .capped */ .uo)(builder.problems));
    return allocation;
}
function isAllocationFile(value) {
    return (0,_generated_validators_js__WEBPACK_IMPORTED_MODULE_2__/* .validateAllocation */ .$)(value);
}
function byAgent(floors) {
    const over = new Map();
    for (const floor of floors) {
        for (const agent of new Set(floor.agents))
            over.set(agent, [...(over.get(agent) ?? []), floor]);
    }
    return over;
}
/** Turns the file's plain values into typed ones and collects what is wrong with them. */
class Builder {
    problems = [];
    #source;
    #file;
    #ranks;
    #phases;
    #facts;
    constructor(source, file) {
        this.#source = source;
        this.#file = file;
        this.#ranks = new Map(file.tiers.map((tier, rank) => [tier.name, rank]));
        this.#phases = new Set(file.phases);
        this.#facts = new Map();
    }
    build() {
        const file = this.#file;
        if (file.extends !== undefined) {
            this.#say('extends is not supported by this version.', ['extends'], 'Copy the floors of that file into this one.');
        }
        this.#unique(file.tiers.map((tier, index) => [tier.name, ['tiers', index, 'name']]), 'tier');
        this.#unique(file.phases.map((phase, index) => [phase, ['phases', index]]), 'phase');
        const facts = this.#readFacts();
        const agents = new Map();
        for (const name of Object.keys(file.agents)) {
            const agent = this.#agent(name);
            agents.set(agent.name, agent);
        }
        this.#agentNames(agents);
        const matrix = this.#matrix(agents);
        const floors = this.#floors(agents);
        this.#upgradesRaise(agents, matrix);
        return {
            file: this.#source.file,
            tiers: this.#tiers(),
            phases: file.phases.map((phase) => phase),
            facts,
            agents,
            matrix,
            floors,
            floorsOver: byAgent(floors),
            budget: this.#budget(),
            targets: this.#targets(),
            models: this.#models(),
            raw: file,
            at: this.#source.at,
        };
    }
    #say(what, path, fix = null) {
        this.problems.push({ what, file: this.#source.file, ...this.#source.at(path), fix });
    }
    #sayAtKey(what, path, fix = null) {
        this.problems.push({ what, file: this.#source.file, ...this.#source.keyAt(path), fix });
    }
    #origin(path) {
        return { path: (0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)(path), position: this.#source.at(path) };
    }
    #originAtKey(path) {
        return { path: (0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)(path), position: this.#source.keyAt(path) };
    }
    /** Names must differ by more than case: two that look alike would be told apart by nobody. */
    #unique(names, kind) {
        const seen = new Map();
        for (const [name, path] of names) {
            const earlier = seen.get(name.toLowerCase());
            if (earlier !== undefined) {
                const how = earlier === name ? 'is given twice' : `differs from ${earlier} only in case`;
                this.#say(`The ${kind} ${name} ${how}.`, path);
            }
            seen.set(name.toLowerCase(), name);
        }
    }
    #rank(name, path) {
        const rank = this.#ranks.get(name);
        if (rank !== undefined)
            return rank;
        this.#say(`The tier ${name} is not declared.`, path, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(name, [...this.#ranks.keys()]));
        return 0;
    }
    #optionalRank(name, path) {
        return name === undefined ? null : this.#rank(name, path);
    }
    #knownPhases(names, path) {
        if (names === undefined)
            return null;
        names.forEach((name, index) => {
            if (!this.#phases.has(name)) {
                this.#say(`The phase ${name} is not declared.`, [...path, index], (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(name, this.#file.phases));
            }
        });
        return names.map((name) => name);
    }
    #tiers() {
        return this.#file.tiers.map((tier, rank) => ({
            name: tier.name,
            rank,
            model: tier.model,
            providers: new Map(Object.entries(tier.providers ?? {}).map(([provider, id]) => [provider, id])),
            origin: this.#origin(['tiers', rank, 'model']),
        }));
    }
    #readFacts() {
        const declared = Object.entries(this.#file.facts ?? {});
        this.#unique(declared.map(([name]) => [name, ['facts', name]]), 'fact');
        for (const [name, fact] of declared) {
            const derived = fact.from === 'pull_request';
            const type = derived ? _facts_js__WEBPACK_IMPORTED_MODULE_6__/* .DERIVED_FACTS */ .w.get(name) : undefined;
            if (derived && type === undefined) {
                this.#sayAtKey(`Nothing derives ${name} from a pull request.`, ['facts', name], (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(name, [..._facts_js__WEBPACK_IMPORTED_MODULE_6__/* .DERIVED_FACTS */ .w.keys()]));
            }
            else if (type !== undefined && type !== fact.type) {
                this.#say(`The derived fact ${name} is of type ${type}, not ${fact.type}.`, ['facts', name, 'type']);
            }
            this.#facts.set(name, {
                name: name,
                type: fact.type,
                derived,
                required: fact.required ?? false,
                origin: this.#originAtKey(['facts', name]),
            });
        }
        return this.#facts;
    }
    #agent(name) {
        const entry = this.#file.agents[name];
        const path = ['agents', name];
        if (entry === undefined)
            throw new RangeError(`no agent ${name}`);
        const assigned = this.#rank(entry.default, [...path, 'default']);
        const maximum = this.#optionalRank(entry.maximum, [...path, 'maximum']);
        if (maximum !== null && assigned > maximum) {
            this.#say(`The default of ${name}, ${entry.default}, is above its maximum, ${entry.maximum}.`, [
                ...path,
                'default',
            ]);
        }
        const rate = entry.expected_pass_rate;
        const range = rate === undefined ? null : typeof rate === 'number' ? [rate, rate] : rate;
        if (range !== null && range[0] > range[1])
            this.#say(`${(0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)([...path, 'expected_pass_rate'])} must be [low, high].`, [
                ...path,
                'expected_pass_rate',
            ]);
        return {
            name,
            assigned,
            maximum,
            effort: entry.effort ?? null,
            onUnavailable: entry.on_unavailable ?? 'defer',
            rationale: entry.rationale ?? null,
            expectedPassRate: range,
            aliases: (entry.aliases ?? []).map((alias) => alias),
            upgrades: (entry.upgrades ?? []).flatMap((upgrade, index) => this.#upgrade(upgrade, [...path, 'upgrades', index])),
            origin: this.#origin([...path, 'default']),
        };
    }
    #upgrade(entry, path) {
        const to = this.#rank(entry.to, [...path, 'to']);
        const phases = this.#knownPhases(entry.phases, [...path, 'phases']);
        const types = new Map([...this.#facts].map(([name, fact]) => [name, fact.type]));
        const condition = (0,_condition_js__WEBPACK_IMPORTED_MODULE_5__/* .parseCondition */ .z)(entry.if, types);
        if ('what' in condition) {
            const { line, column } = this.#source.at([...path, 'if']);
            const what = `${(0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)([...path, 'if'])}: ${condition.what}`;
            this.problems.push({
                what,
                file: this.#source.file,
                line,
                column: column + condition.offset,
                fix: condition.fix,
            });
            return [];
        }
        return [{ to, condition, phases, because: entry.because ?? null, origin: this.#origin(path) }];
    }
    #agentNames(agents) {
        const names = [];
        for (const agent of agents.values()) {
            names.push([agent.name, ['agents', agent.name]]);
            agent.aliases.forEach((alias, index) => {
                names.push([alias, ['agents', agent.name, 'aliases', index]]);
            });
        }
        this.#unique(names, 'agent name or alias');
    }
    #knownAgent(name, agents, path, key) {
        const agent = agents.get(name);
        if (agent !== undefined)
            return agent;
        const what = `The agent ${name} is not declared.`;
        const fix = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(name, [...agents.keys()]);
        if (key)
            this.#sayAtKey(what, path, fix);
        else
            this.#say(what, path, fix);
        return null;
    }
    #matrix(agents) {
        const matrix = new Map();
        for (const [phase, row] of Object.entries(this.#file.matrix ?? {})) {
            if (!this.#phases.has(phase)) {
                this.#sayAtKey(`The phase ${phase} is not declared.`, ['matrix', phase], (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(phase, this.#file.phases));
            }
            const cells = new Map();
            for (const [name, entry] of Object.entries(row)) {
                const path = ['matrix', phase, name];
                const agent = this.#knownAgent(name, agents, path, true);
                if (agent !== null)
                    cells.set(agent.name, this.#cell(entry, agent, path));
            }
            matrix.set(phase, cells);
        }
        return matrix;
    }
    #cell(entry, agent, path) {
        const cell = typeof entry === 'string' ? { tier: entry } : entry;
        const at = (key) => (typeof entry === 'string' ? path : [...path, key]);
        const tier = this.#rank(cell.tier, at('tier'));
        if (agent.maximum !== null && tier > agent.maximum) {
            this.#say(`${(0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)(path)} is above the maximum of ${agent.name}, ${this.#file.tiers[agent.maximum]?.name}.`, at('tier'));
        }
        const economy = this.#optionalRank(cell.economy, at('economy'));
        if (economy !== null && economy >= tier) {
            this.#say(`The economy of ${(0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)(path)} must be a cheaper tier than ${cell.tier}.`, at('economy'));
        }
        const week = cell.since === undefined ? null : (0,_time_week_js__WEBPACK_IMPORTED_MODULE_10__/* .parseWeek */ .KY)(cell.since);
        if (cell.since !== undefined && week === null) {
            this.#say(`${cell.since} is no ISO week.`, at('since'), 'A year has 52 or 53 weeks: 2026-W50.');
        }
        const was = this.#optionalRank(cell.was, at('was'));
        const { trial } = cell;
        return {
            tier,
            effort: cell.effort ?? null,
            economy,
            onUnavailable: cell.on_unavailable ?? null,
            trial: trial === undefined
                ? null
                : { id: trial.id, tier: this.#rank(trial.tier, [...path, 'trial', 'tier']), share: trial.share },
            former: was === null || week === null ? null : { tier: was, since: week },
            because: cell.because ?? null,
            origin: this.#origin(at('tier')),
        };
    }
    #floors(agents) {
        const declared = this.#file.floors ?? [];
        this.#unique(declared.map((floor, index) => [floor.id, ['floors', index, 'id']]), 'floor');
        const floors = declared.map((entry, index) => {
            const path = ['floors', index];
            const minimum = this.#rank(entry.minimum, [...path, 'minimum']);
            entry.agents.forEach((name, place) => {
                const agent = this.#knownAgent(name, agents, [...path, 'agents', place], false);
                if (agent?.maximum != null && agent.maximum < minimum) {
                    this.#say(`The floor ${entry.id} is above the maximum of ${name}.`, [...path, 'minimum'], `Raise agents.${name}.maximum.`);
                }
            });
            return {
                id: entry.id,
                agents: entry.agents.map((name) => name),
                phases: this.#knownPhases(entry.phases, [...path, 'phases']),
                fact: entry.if === undefined ? null : this.#floorFact(entry.if, [...path, 'if']),
                minimum,
                effort: entry.effort ?? null,
                absolute: entry.exceptions !== 'approved',
                origin: this.#origin([...path, 'minimum']),
            };
        });
        this.#floorFacts(floors);
        return floors;
    }
    #floorFact(text, path) {
        const name = text.trim().slice('task.'.length);
        const fact = this.#facts.get(name);
        if (fact === undefined) {
            this.#say(`The fact ${name} is not declared.`, path, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(name, [...this.#facts.keys()]));
        }
        else if (fact.type !== 'boolean') {
            this.#say(`A floor's condition is one boolean fact, but ${name} is of type ${fact.type}.`, path);
        }
        return name;
    }
    #floorFacts(floors) {
        const facts = new Map();
        floors.forEach((floor, index) => {
            if (floor.fact === null)
                return;
            for (const agent of floor.agents) {
                const set = facts.get(agent) ?? new Set();
                set.add(floor.fact);
                facts.set(agent, set);
                if (set.size === FLOOR_FACTS_LIMIT + 1) {
                    this.#say(`The floors over ${agent} speak of more than ${FLOOR_FACTS_LIMIT} facts.`, [
                        'floors',
                        index,
                        'if',
                    ]);
                }
            }
        });
    }
    /** An upgrade that raises no cell says something other than what happens. */
    #upgradesRaise(agents, matrix) {
        for (const agent of agents.values()) {
            for (const upgrade of agent.upgrades) {
                const phases = upgrade.phases ?? this.#file.phases.map((phase) => phase);
                const lowest = Math.min(...phases.map((phase) => {
                    const cell = matrix.get(phase)?.get(agent.name);
                    return Math.min(cell?.tier ?? agent.assigned, cell?.former?.tier ?? Number.POSITIVE_INFINITY, cell?.trial?.tier ?? Number.POSITIVE_INFINITY);
                }));
                if (upgrade.to <= lowest) {
                    const { path, position } = upgrade.origin;
                    const what = `${path} upgrades ${agent.name} to ${this.#file.tiers[upgrade.to]?.name}, which is no higher than its tier in any phase it names.`;
                    this.problems.push({
                        what,
                        file: this.#source.file,
                        ...position,
                        fix: 'Name a higher tier, or remove it.',
                    });
                }
            }
        }
    }
    #budget() {
        const budget = this.#file.budget;
        if (budget === undefined)
            return null;
        const zones = budget.zones ?? { yellow: 0.7, orange: 0.85, red: 0.95 };
        if (!(zones.yellow < zones.orange && zones.orange < zones.red)) {
            this.#say('The zones must rise: yellow below orange below red.', ['budget', 'zones']);
        }
        const timezone = budget.timezone ?? 'UTC';
        if (!(0,_time_week_js__WEBPACK_IMPORTED_MODULE_10__/* .isTimezone */ .KJ)(timezone)) {
            this.#say(`The time zone ${timezone} is not known.`, ['budget', 'timezone'], 'Use an IANA name such as Europe/Berlin.');
        }
        const tiers = new Map();
        for (const [name, allowance] of Object.entries(budget.tiers ?? {})) {
            if (this.#ranks.has(name))
                tiers.set(this.#rank(name, []), { share: allowance.share, reserve: allowance.reserve ?? 0 });
            else
                this.#sayAtKey(`The tier ${name} is not declared.`, ['budget', 'tiers', name], (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(name, [...this.#ranks.keys()]));
        }
        const phases = new Map();
        for (const [name, [low, high]] of Object.entries(budget.phases ?? {})) {
            const path = ['budget', 'phases', name];
            if (!this.#phases.has(name))
                this.#sayAtKey(`The phase ${name} is not declared.`, path, (0,_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .suggestion */ .h)(name, this.#file.phases));
            if (low === undefined || high === undefined || low > high)
                this.#say(`${(0,_schema_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .written */ .Mp)(path)} must be [low, high].`, path);
            else
                phases.set(name, [low, high]);
        }
        return {
            enforced: budget.mode === 'enforce',
            timezone,
            tokens: budget.weekly.tokens ?? null,
            usd: budget.weekly.usd ?? null,
            zones,
            criticalReserve: budget.critical_reserve ?? 0,
            tiers,
            phases,
            onUnmeasured: budget.on_unmeasured ?? 'warn',
        };
    }
    #targets() {
        return Object.entries(this.#file.targets ?? {}).flatMap(([id, target]) => {
            const bounds = [];
            for (const kind of ['below', 'above', 'at_most', 'at_least']) {
                const value = target[kind];
                if (value !== undefined)
                    bounds.push({ kind, value });
            }
            const [low, high] = target.between ?? [];
            if (low !== undefined && high !== undefined)
                bounds.push({ kind: 'between', low, high });
            if (target.trend !== undefined)
                bounds.push({ kind: 'trend', direction: target.trend });
            const [bound] = bounds;
            if (bound === undefined || bounds.length > 1) {
                this.#sayAtKey(`The target ${id} needs exactly one of below, above, at_most, at_least, between, trend.`, ['targets', id]);
                return [];
            }
            return [
                { id, what: target.what, bound, measuredBy: target.measured_by, because: target.because ?? null },
            ];
        });
    }
    #models() {
        const rows = this.#file.models ?? [];
        if (rows.length === 0)
            return [];
        for (const { index, what, fix } of (0,_usage_models_js__WEBPACK_IMPORTED_MODULE_4__/* .checkAddedModels */ .JK)((0,_usage_model_table_js__WEBPACK_IMPORTED_MODULE_3__/* .shippedModels */ .a)(), rows))
            this.#say(what, ['models', index], fix);
        rows.forEach((row, index) => {
            const dates = [[row.retires_at, ['models', index, 'retires_at']]];
            row.prices?.forEach((price, place) => {
                dates.push([price.from, ['models', index, 'prices', place, 'from']], [price.to, ['models', index, 'prices', place, 'to']]);
            });
            for (const [date, path] of dates) {
                if (date !== undefined && (0,_time_week_js__WEBPACK_IMPORTED_MODULE_10__/* .parseDate */ ._U)(date) === null)
                    this.#say(`${date} is no date of the calendar.`, path);
            }
        });
        return rows.map((row, index) => ({ row, origin: this.#origin(['models', index]) }));
    }
}


/***/ }),

/***/ 1326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ schemaProblems),
/* harmony export */   Mp: () => (/* binding */ written)
/* harmony export */ });
/* unused harmony export pathOf */
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7749);

/** What each pattern of the schemas wants, in words. */
const PATTERNS = [
    ['^[0-9]{4}-W[0-9]{2}$', 'an ISO week such as 2026-W50'],
    ['^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'a date such as 2026-11-30'],
    ['^\\s*task', 'one boolean fact, written task.NAME'],
    ['^[A-Za-z][A-Za-z0-9_.-]{0,63}$', 'a name: a letter, then letters, digits, _ . or -, at most 64 in all'],
    ['^[A-Za-z_][A-Za-z0-9_-]{0,63}$', 'a fact name: a letter or _, then letters, digits, _ or -'],
    ['^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$', 'an id: letters, digits, _ . or -'],
    ['^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$', 'a model id: letters, digits and . _ : @ / - only'],
    ['^[A-Za-z0-9_.-]+/', 'OWNER/REPO/path@SHA with a full commit id'],
];
/** The parts of a JSON pointer; a part that is an index of a list becomes a number. */
function pathOf(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
        .map((part) => (/^(?:0|[1-9][0-9]*)$/.test(part) ? Number(part) : part));
}
/** A path in the file's words: `agents.TESTING.upgrades[0]`. */
function written(path) {
    let text = '';
    for (const step of path) {
        if (typeof step === 'number')
            text += `[${step}]`;
        else
            text += text === '' ? step : `.${step}`;
    }
    return text === '' ? 'the file' : text;
}
function short(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
function valueAt(value, path) {
    let current = value;
    for (const step of path) {
        if (typeof current !== 'object' || current === null)
            return undefined;
        current = Object.entries(current).find(([key]) => key === String(step))?.[1];
    }
    return current;
}
const TYPES = {
    object: 'a mapping',
    array: 'a list',
    string: 'a text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
};
function words(list) {
    return Array.isArray(list) ? list.map(String) : [];
}
function explain(error, source, knownKeys) {
    const path = pathOf(error.instancePath);
    const name = written(path);
    const value = valueAt(source.value, path);
    const { params } = error;
    const say = (what, fix = null) => ({ what, fix, key: false, path });
    switch (error.keyword) {
        case 'additionalProperties': {
            const key = String(params.additionalProperty);
            return {
                what: `The key ${key} is not known in ${name}.`,
                fix: (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(key, knownKeys(error)),
                key: true,
                path: [...path, key],
            };
        }
        case 'required':
            return {
                what: `${name} lacks the key ${String(params.missingProperty)}.`,
                fix: null,
                key: path.length > 0,
                path,
            };
        case 'dependentRequired':
            return say(`${name} has ${String(params.property)} but lacks ${String(params.missingProperty)}: the two go together.`);
        case 'type': {
            const wanted = words([params.type].flat()).map((type) => TYPES[type] ?? type);
            return say(`${name} must be ${wanted.join(' or ')}, but is ${short(value)}.`);
        }
        case 'enum': {
            const allowed = words(params.allowedValues);
            return say(`${name} must be one of ${allowed.join(', ')}, but is ${short(value)}.`, typeof value === 'string' ? (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(value, allowed) : null);
        }
        case 'const':
            return say(`${name} must be ${short(params.allowedValue)}, but is ${short(value)}.`);
        case 'pattern': {
            const pattern = String(params.pattern);
            const wanted = PATTERNS.find(([start]) => pattern.startsWith(start))?.[1] ?? `text that matches ${pattern}`;
            return say(`${name} must be ${wanted}, but is ${short(value)}.`);
        }
        case 'propertyNames':
            return {
                what: `${short(params.propertyName)} cannot be a name in ${name}.`,
                fix: 'Use a letter, then letters, digits, _ or -, at most 64 in all.',
                key: true,
                path: [...path, String(params.propertyName)],
            };
        case 'minProperties':
        case 'minItems':
        case 'minLength':
            return say(`${name} must not be empty.`);
        case 'maxItems':
        case 'maxProperties':
        case 'maxLength':
            return say(`${name} is too long: at most ${String(params.limit)}.`);
        case 'false schema':
            return say(`${name} must not be given here.`);
        default:
            return say(`${name} ${error.message ?? 'is not valid'}, but is ${short(value)}.`);
    }
}
/**
 * What a schema found, as problems with line, column, what was expected and the nearest valid name.
 * Errors that only repeat what another says (the branches of if/then/else, a name's pattern) are left out.
 */
function schemaProblems(source, errors, knownKeys) {
    const nameErrors = new Set(errors.filter((error) => error.keyword === 'propertyNames').map((error) => error.instancePath));
    const problems = new Map();
    for (const error of errors) {
        if (error.keyword === 'if')
            continue;
        if (error.keyword === 'pattern' &&
            nameErrors.has(error.instancePath) &&
            typeof valueAt(source.value, pathOf(error.instancePath)) === 'object')
            continue;
        const { what, fix, key, path } = explain(error, source, knownKeys);
        const { line, column } = key ? source.keyAt(path) : source.at(path);
        problems.set(`${line}:${column}:${what}`, { what, file: source.file, line, column, fix });
    }
    return [...problems.values()];
}


/***/ }),

/***/ 2262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b1: () => (/* binding */ LIMITS),
/* harmony export */   o$: () => (/* binding */ readSource),
/* harmony export */   uo: () => (/* binding */ capped)
/* harmony export */ });
/* unused harmony export decode */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);


/** What one file may hold. A file past a limit is refused before it costs more than a second. */
const LIMITS = {
    bytes: 1_000_000,
    /** Lexical tokens: words, indicators, spaces, line ends. */
    tokens: 400_000,
    flowDepth: 24,
    indent: 200,
    indicatorsInLine: 12,
    aliases: 100,
    /** Problems that are reported; the rest are counted. */
    problems: 50,
};
function problem(file, what, position, fix = null) {
    return { what, file, line: position?.line ?? null, column: position?.column ?? null, fix };
}
/** The text of a file's bytes. Throws `UserError` for a file that is too large, binary or not UTF-8. */
function decode(file, bytes) {
    if (bytes.byteLength > LIMITS.bytes) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo([
            problem(file, `The file has ${bytes.byteLength} bytes; at most ${LIMITS.bytes} are read.`, null),
        ]);
    }
    if (bytes.includes(0)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo([
            problem(file, 'The file is binary: it holds a zero byte.', null, 'Write it as YAML text in UTF-8.'),
        ]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo([problem(file, 'The file is not valid UTF-8.', null, 'Save it as UTF-8.')]);
    }
}
/**
 * Hands the text's tokens on to the parser, and refuses what would be slow or deep before it gets there: YAML's
 * own parser takes seconds for a megabyte of open brackets.
 */
function* limited(file, text, parser) {
    let tokens = 0;
    let line = 1;
    let flow = 0;
    let indicators = 0;
    let aliases = 0;
    let documents = 0;
    let atLineStart = true;
    const refuse = (what, fix = null) => {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo([problem(file, what, { line, column: 1 }, fix)]);
    };
    for (const token of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(text)) {
        if (++tokens > LIMITS.tokens)
            refuse(`The file has more than ${LIMITS.tokens} tokens.`);
        switch (yaml__WEBPACK_IMPORTED_MODULE_0__/* .CST */ .DB.tokenType(token)) {
            case 'flow-map-start':
            case 'flow-seq-start':
                if (++flow > LIMITS.flowDepth)
                    refuse(`Brackets are nested more than ${LIMITS.flowDepth} deep.`);
                break;
            case 'flow-map-end':
            case 'flow-seq-end':
                flow--;
                break;
            case 'seq-item-ind':
            case 'explicit-key-ind':
                if (++indicators > LIMITS.indicatorsInLine) {
                    refuse(`More than ${LIMITS.indicatorsInLine} lists or keys begin in one line.`);
                }
                break;
            case 'space':
                if (atLineStart && token.length > LIMITS.indent) {
                    refuse(`The line is indented by more than ${LIMITS.indent} spaces.`);
                }
                break;
            case 'anchor':
            case 'alias':
                if (++aliases > LIMITS.aliases)
                    refuse(`The file has more than ${LIMITS.aliases} anchors and aliases.`);
                break;
            case 'doc-start':
                if (++documents > 1)
                    refuse('The file has more than one YAML document.', 'Keep one.');
                break;
            case 'directive-line':
                refuse('YAML directives (%) are not allowed.', 'Remove the line.');
                break;
        }
        let end = token.indexOf('\n');
        if (end !== -1)
            indicators = 0;
        for (; end !== -1; end = token.indexOf('\n', end + 1))
            line++;
        atLineStart = token.endsWith('\n');
        yield* parser.next(token);
    }
    yield* parser.end();
}
/** Problems that the composed document still has: custom tags, and keys given twice. */
function checkNodes(file, root, where) {
    const problems = [];
    const visit = (node) => {
        const offset = node.range?.[0] ?? 0;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) && node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
            problems.push(problem(file, `The tag ${node.tag} is not allowed.`, where(offset), 'Remove it.'));
        }
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            for (const item of node.items)
                if (isNode(item))
                    visit(item);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            return;
        const seen = new Set();
        for (const { key, value } of node.items) {
            if (isNode(key))
                visit(key);
            if (isNode(value))
                visit(value);
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) || typeof key.value !== 'string')
                continue;
            if (seen.has(key.value)) {
                const position = where(key.range?.[0] ?? offset);
                problems.push(problem(file, `The key ${key.value} is given twice.`, position, 'Keep one of them.'));
            }
            seen.add(key.value);
        }
    };
    if (root !== null)
        visit(root);
    return problems;
}
function plain(document, file) {
    try {
        return document.toJS({ maxAliasCount: LIMITS.aliases });
    }
    catch (error) {
        if (error instanceof ReferenceError) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo([problem(file, 'The aliases expand to too much.', null, 'Write the values out.')]);
        }
        throw error;
    }
}
/** The pairs of a mapping by their keys, indexed once: files with thousands of cells ask thousands of times. */
function pairsOf(map, index) {
    const known = index.get(map);
    if (known !== undefined)
        return known;
    const pairs = new Map();
    for (const { key, value } of map.items) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
            pairs.set(String(key.value), { key, value: isNode(value) ? value : key });
    }
    index.set(map, pairs);
    return pairs;
}
/** Follows `path` as far as it exists; the last pair's key and the last value that were met. */
function follow(document, path, index) {
    let value = document.contents;
    let key = null;
    for (const step of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value))
            value = value.resolve(document) ?? null;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value)) {
            const pair = pairsOf(value, index).get(String(step));
            if (pair === undefined)
                break;
            key = pair.key;
            value = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) && typeof step === 'number') {
            const item = value.items[step];
            if (!isNode(item))
                break;
            key = item;
            value = item;
        }
        else
            break;
    }
    return { key, value };
}
function isNode(value) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value);
}
/**
 * Reads one YAML 1.2 document strictly: unique string keys, no custom tags, no directives, limits on size, depth
 * and aliases. Throws `UserError` with every problem found, each with line and column.
 * An empty file has the value null.
 */
function readSource(file, bytes) {
    const text = decode(file, bytes);
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    // The parser tells of line ends only by itself when it is given a whole text.
    for (let end = -1; end !== text.length;) {
        lines.addNewLine(end + 1);
        end = text.indexOf('\n', end + 1);
        if (end === -1)
            end = text.length;
    }
    const tokens = limited(file, text, new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX());
    const composer = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({
        version: '1.2',
        schema: 'core',
        merge: false,
        uniqueKeys: false,
        stringKeys: true,
        strict: true,
    });
    const documents = [...composer.compose(tokens, true, text.length)];
    const where = (offset) => {
        const { line, col } = lines.linePos(Math.min(offset, text.length));
        return { line: Math.max(1, line), column: Math.max(1, col) };
    };
    const problems = [];
    for (const document of documents) {
        for (const issue of [...document.errors, ...document.warnings]) {
            problems.push(problem(file, `This is not valid YAML: ${issue.message.split('\n')[0]}`, where(issue.pos[0])));
        }
    }
    if (documents.length > 1)
        problems.push(problem(file, 'The file has more than one YAML document.', null, 'Keep one.'));
    const document = documents[0];
    if (document !== undefined && problems.length === 0)
        problems.push(...checkNodes(file, document.contents, where));
    if (problems.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(capped(problems));
    if (document === undefined) {
        const start = { line: 1, column: 1 };
        return { file, value: null, at: () => start, keyAt: () => start };
    }
    const index = new WeakMap();
    const locate = (node) => where(node?.range?.[0] ?? 0);
    return {
        file,
        value: plain(document, file),
        at: (path) => locate(follow(document, path, index).value),
        keyAt: (path) => locate(follow(document, path, index).key ?? document.contents),
    };
}
/** The first problems, and a last one that counts those left out. */
function capped(problems) {
    if (problems.length <= LIMITS.problems)
        return problems;
    const rest = problems.length - LIMITS.problems;
    return [
        ...problems.slice(0, LIMITS.problems),
        {
            what: `… and ${rest} more problems.`,
            file: problems[0]?.file ?? null,
            line: null,
            column: null,
            fix: null,
        },
    ];
}


/***/ }),

/***/ 7243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7702);



/** GitHub itself sends no payload of more than 25 MB. */
const PAYLOAD_LIMIT = 25 * 1024 * 1024;
/**
 * The event that started the workflow; null outside GitHub Actions.
 * Throws `UserError` when it is there but cannot be read: an event that nobody understands is no reason to pass.
 */
function readEvent({ env }) {
    if (env.GITHUB_ACTIONS !== 'true')
        return null;
    const name = env.GITHUB_EVENT_NAME;
    const path = env.GITHUB_EVENT_PATH;
    if (name === undefined || name === '' || path === undefined || path === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('GITHUB_ACTIONS is set, but GITHUB_EVENT_NAME or GITHUB_EVENT_PATH is not.');
    }
    let text;
    try {
        text = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The event's payload cannot be read: ${error instanceof Error ? error.message : 'unknown'}.`);
    }
    if (text.length > PAYLOAD_LIMIT)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The event's payload has more than ${PAYLOAD_LIMIT} bytes.`);
    let payload;
    try {
        payload = JSON.parse(text);
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The payload of the event ${name} is not JSON.`);
    }
    return (0,_github_event_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEvent */ .w)(name, payload, env);
}


/***/ }),

/***/ 8976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HK: () => (/* binding */ stateAt),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   wy: () => (/* binding */ readDiskFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _allocation_source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2262);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9473);
/* harmony import */ var _git_commit_reader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7252);





/** One byte more than is read of either file, so that a file that is too large is seen to be. */
const ENOUGH = _allocation_source_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b1.bytes + 1;
function code(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
/**
 * A file on disk; null when there is none. Reads no more than one byte past the size limit.
 * Throws `UserError` for a directory, or what cannot be read. Synchronous: `fs/promises` costs more to load than this reads.
 */
function readDiskFile(cwd, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cwd, path);
    try {
        // Not blocking: a pipe nobody writes to is no file, and must not hold the run.
        const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(full, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle);
            if (!stat.isFile())
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} is not a file.`, 'Name an allocation file.');
            const buffer = new Uint8Array(Math.min(stat.size, ENOUGH));
            let length = 0;
            while (length < buffer.length) {
                const bytesRead = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(handle, buffer, length, buffer.length - length, null);
                if (bytesRead === 0)
                    break;
                length += bytesRead;
            }
            return buffer.subarray(0, length);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
        }
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo)
            throw error;
        switch (code(error)) {
            case 'ENOENT':
            case 'ENOTDIR':
                return null;
            case 'EISDIR':
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} is a directory.`, 'Name an allocation file.');
            case 'EACCES':
            case 'EPERM':
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} cannot be read: no permission.`);
            default:
                throw error;
        }
    }
}
/**
 * A path in the repository as git has it: relative, with forward slashes.
 * Throws `UserError` for a path that leaves the repository.
 */
function repositoryPath(path) {
    const normal = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path.replaceAll('\\', '/'));
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ||
        normal.startsWith('../') ||
        normal === '..' ||
        normal === '.' ||
        normal.endsWith('/')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${path} is not a file's path in the repository.`, 'Write it relative to the root, such as allocation.yaml.');
    }
    return normal;
}
/** What stands at a path of a commit. A file that is too large keeps one byte past the limit, so that it is refused. */
async function stateAt(reader, commit, path) {
    const found = await reader.file(commit, path);
    if (found.kind !== 'file')
        return found;
    try {
        return { kind: 'file', bytes: await reader.blob(found.blob, _allocation_source_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b1.bytes) };
    }
    catch (error) {
        if (error instanceof _git_commit_reader_js__WEBPACK_IMPORTED_MODULE_4__/* .BlobTooLarge */ .z)
            return { kind: 'file', bytes: new Uint8Array(ENOUGH) };
        throw error;
    }
}


/***/ }),

/***/ 6399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hu: () => (/* binding */ localReaderWith),
/* harmony export */   Ng: () => (/* binding */ connect)
/* harmony export */ });
/* unused harmony export repositoryOf */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7702);


/** The repository of the event, else the one that the runner names. */
function repositoryOf(event, { env }) {
    return event.kind === 'other' ? (0,_github_event_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .a)(env.GITHUB_REPOSITORY ?? '') : event.repository;
}
/**
 * Connects to GitHub. Loads the network's code, so it is called only where there is no other way.
 * @param log told of every wait
 */
async function connect(event, surroundings, givenToken, log) {
    const { env } = surroundings;
    const { createClient, createGithubReader } = await Promise.all(/* import() */[__webpack_require__.e(891), __webpack_require__.e(848)]).then(__webpack_require__.bind(__webpack_require__, 1848));
    const repository = repositoryOf(event, surroundings);
    const token = givenToken ?? env.GITHUB_TOKEN ?? env.GH_TOKEN ?? null;
    const client = await createClient({
        token: token === '' ? null : token,
        userAgent: 'haiku-first',
        env,
        log,
    });
    return { client, repository, reader: createGithubReader(client, repository) };
}
/** The local clone, if it holds the commit; null where there is no clone, or the commit is not in it. */
async function localReaderWith(commit, { cwd, env }) {
    const { createLocalReader } = await Promise.all(/* import() */[__webpack_require__.e(889), __webpack_require__.e(651)]).then(__webpack_require__.bind(__webpack_require__, 4889));
    try {
        const reader = await createLocalReader({ cwd, env });
        return (await reader.has(commit)) ? reader : null;
    }
    catch (error) {
        // No git, or no clone: the API is asked instead, and says so if it cannot help either.
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return null;
        throw error;
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

/***/ 5708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ SCHEMA_KEYS)
/* harmony export */ });
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
const SCHEMA_KEYS = {
    allocation: new Map([
        ["#", ["version", "extends", "tiers", "phases", "facts", "agents", "matrix", "floors", "budget", "targets", "models"]],
        ["#/properties/tiers/items", ["name", "model", "providers"]],
        ["#/properties/facts/additionalProperties", ["type", "from", "required", "description"]],
        ["#/properties/agents/additionalProperties", ["default", "maximum", "effort", "on_unavailable", "rationale", "expected_pass_rate", "aliases", "upgrades"]],
        ["#/properties/agents/additionalProperties/properties/upgrades/items", ["to", "if", "because", "phases"]],
        ["#/properties/floors/items", ["id", "agents", "phases", "if", "minimum", "effort", "exceptions", "because"]],
        ["#/properties/budget", ["mode", "timezone", "weekly", "zones", "critical_reserve", "tiers", "phases", "on_unmeasured"]],
        ["#/properties/budget/properties/weekly", ["tokens", "usd"]],
        ["#/properties/budget/properties/zones", ["yellow", "orange", "red"]],
        ["#/properties/budget/properties/tiers/additionalProperties", ["share", "reserve"]],
        ["#/properties/targets/additionalProperties", ["what", "below", "above", "at_most", "at_least", "between", "trend", "measured_by", "because"]],
        ["#/properties/models/items", ["id", "line", "lifecycle", "retires_at", "providers", "prices"]],
        ["#/properties/models/items/properties/prices/items", ["from", "to", "up_to_prompt_tokens", "input", "output", "cache_read", "cache_write_5m", "cache_write_1h"]],
        ["#/$defs/cellObject", ["tier", "effort", "economy", "on_unavailable", "trial", "was", "since", "because"]],
        ["#/$defs/cellObject/properties/trial", ["id", "tier", "share"]],
    ]),
    exceptions: new Map([
        ["#", ["version", "exceptions"]],
        ["#/$defs/exception", ["floor", "agent", "phase", "tier", "retire", "reason", "approved_by", "tracking", "expires", "renewals"]],
    ]),
};


/***/ }),

/***/ 9071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ validateAllocation),
/* harmony export */   H: () => (/* binding */ validateExceptions)
/* harmony export */ });
/* harmony import */ var ajv_dist_runtime_ucs2length_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6214);

const validateAllocation = validate52;
const schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "allocation.schema.json", "title": "AllocationFile", "description": "Which Claude model tier each agent may use in each phase, and the floors below which none may go. See docs/allocation.md.", "type": "object", "properties": { "version": { "description": "Version of this format.", "const": 1 }, "extends": { "description": "An organisation's file, OWNER/REPO/path@SHA. Reserved: this version refuses a file that uses it rather than ignore its floors.", "type": "string", "pattern": "^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$" }, "tiers": { "description": "Tiers, cheapest first: this order is the ranking.", "type": "array", "minItems": 1, "maxItems": 12, "items": { "type": "object", "properties": { "name": { "description": "Name of the tier.", "$ref": "#/$defs/name" }, "model": { "description": "Exact model id of the Claude API.", "$ref": "#/$defs/model" }, "providers": { "description": "Other ids of the same model, chosen with the `provider` input.", "type": "object", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "$ref": "#/$defs/model" }, "maxProperties": 20 } }, "required": ["name", "model"], "additionalProperties": false } }, "phases": { "description": "Lifecycle phases.", "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/$defs/name" } }, "facts": { "description": "Typed statements about the task: what an `if` may speak of.", "type": "object", "maxProperties": 200, "propertyNames": { "$ref": "#/$defs/factName" }, "additionalProperties": { "type": "object", "properties": { "type": { "description": "Type of the value. A list is a list of strings.", "enum": ["boolean", "integer", "number", "string", "list"] }, "from": { "description": "`pull_request`: derived from the pull request; an input cannot set it there.", "const": "pull_request" }, "required": { "description": "A run that does not give it is an error. Default: false.", "type": "boolean" }, "description": { "description": "What it says.", "type": "string", "minLength": 1, "maxLength": 2000 } }, "required": ["type"], "additionalProperties": false } }, "agents": { "description": "Agents by name.", "type": "object", "minProperties": 1, "maxProperties": 5000, "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "object", "properties": { "default": { "description": "Tier in every phase that the matrix does not name.", "$ref": "#/$defs/tier" }, "maximum": { "description": "The highest tier that upgrades may reach. An override by a person may go above it.", "$ref": "#/$defs/tier" }, "effort": { "description": "Effort in every phase whose cell does not say its own.", "$ref": "#/$defs/effort" }, "on_unavailable": { "$ref": "#/$defs/onUnavailable" }, "rationale": { "description": "Why this tier does the job.", "type": "string", "minLength": 1, "maxLength": 2000 }, "expected_pass_rate": { "description": "Share of runs expected to pass: a number, or [low, high].", "if": { "type": "array" }, "then": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number", "minimum": 0, "maximum": 1 } }, "else": { "type": "number", "minimum": 0, "maximum": 1 }, "tsType": "number | [number, number]" }, "aliases": { "description": "Other names of the agent, for example those under which sub-agents report.", "type": "array", "maxItems": 50, "items": { "$ref": "#/$defs/name" } }, "upgrades": { "description": "Declared conditions that raise the tier.", "type": "array", "maxItems": 50, "items": { "type": "object", "properties": { "to": { "description": "The tier that the work is raised to.", "$ref": "#/$defs/tier" }, "if": { "description": "Condition over task facts.", "$ref": "#/$defs/condition" }, "because": { "description": "Why.", "type": "string", "minLength": 1, "maxLength": 2000 }, "phases": { "description": "Phases in which it holds. Left out: all.", "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/$defs/name" } } }, "required": ["to", "if"], "additionalProperties": false } } }, "required": ["default"], "additionalProperties": false } }, "matrix": { "description": "Cells that differ from their agent's default: phase, then agent.", "type": "object", "maxProperties": 100, "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "object", "maxProperties": 5000, "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "$ref": "#/$defs/cell" } } }, "floors": { "description": "The lowest tier allowed.", "type": "array", "maxItems": 1000, "items": { "type": "object", "properties": { "id": { "description": "Stable name of the floor; exceptions refer to it.", "$ref": "#/$defs/floorId" }, "agents": { "description": "Agents it covers.", "type": "array", "minItems": 1, "maxItems": 5000, "items": { "$ref": "#/$defs/name" } }, "phases": { "description": "Phases it covers. Left out: all, also those that are added later.", "type": "array", "minItems": 1, "maxItems": 100, "items": { "$ref": "#/$defs/name" } }, "if": { "description": "One boolean fact, `task.NAME`. When the fact is not given, the floor holds.", "type": "string", "pattern": "^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$" }, "minimum": { "description": "The lowest tier allowed.", "$ref": "#/$defs/tier" }, "effort": { "description": "The least effort, too.", "$ref": "#/$defs/effort" }, "exceptions": { "description": "`never`: an absolute floor. `approved`: an entry of allocation.exceptions.yaml may go below it. Default: never.", "enum": ["never", "approved"] }, "because": { "description": "Why the floor stands.", "type": "string", "minLength": 1, "maxLength": 2000 } }, "required": ["id", "agents", "minimum"], "additionalProperties": false } }, "budget": { "type": "object", "description": "What may be spent in a week.", "properties": { "mode": { "description": "`observe`: zones are computed and shown, nothing is deferred. Default: observe.", "enum": ["enforce", "observe"] }, "timezone": { "description": "IANA time zone; the budget's week is the ISO week there. Default: UTC.", "type": "string", "minLength": 1, "maxLength": 64 }, "weekly": { "type": "object", "description": "The weekly budget. With both, the measure that is consumed furthest sets the zone.", "properties": { "tokens": { "description": "Input, cache writes and output; cache reads do not count.", "type": "integer", "minimum": 1, "maximum": 1000000000000000 }, "usd": { "description": "US dollars at list price.", "type": "number", "exclusiveMinimum": 0, "maximum": 1000000000 } }, "additionalProperties": false, "minProperties": 1 }, "zones": { "type": "object", "description": "Where the zones begin. Default: 0.70, 0.85, 0.95.", "properties": { "yellow": { "description": "Share of the weekly budget at which YELLOW begins.", "type": "number", "exclusiveMinimum": 0, "maximum": 1 }, "orange": { "description": "Share of the weekly budget at which ORANGE begins.", "type": "number", "exclusiveMinimum": 0, "maximum": 1 }, "red": { "description": "Share of the weekly budget at which RED begins.", "type": "number", "exclusiveMinimum": 0, "maximum": 1 } }, "required": ["yellow", "orange", "red"], "additionalProperties": false }, "critical_reserve": { "description": "Share on top of the weekly budget, for security-critical work alone. Default: 0.", "type": "number", "minimum": 0, "maximum": 1 }, "tiers": { "description": "Allowance of a tier.", "type": "object", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "object", "properties": { "share": { "description": "Share of the weekly budget that the tier may use.", "type": "number", "minimum": 0, "maximum": 1 }, "reserve": { "description": "Part of that share kept for critical work. Default: 0.", "type": "number", "minimum": 0, "maximum": 1 } }, "required": ["share"], "additionalProperties": false } }, "phases": { "description": "Expected tokens a week, [low, high], by phase. A phase above its band is an alert.", "type": "object", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "integer", "minimum": 0, "maximum": 1000000000000000 } } }, "on_unmeasured": { "description": "What an unreadable ledger or an unpriced model does. Default: warn.", "enum": ["warn", "defer", "fail"] } }, "required": ["weekly"], "additionalProperties": false }, "targets": { "description": "What success is, by metric.", "type": "object", "maxProperties": 100, "propertyNames": { "$ref": "#/$defs/factName" }, "additionalProperties": { "type": "object", "properties": { "what": { "description": "What is measured.", "type": "string", "minLength": 1, "maxLength": 2000 }, "below": { "type": "number" }, "above": { "type": "number" }, "at_most": { "type": "number" }, "at_least": { "type": "number" }, "between": { "type": "array", "minItems": 2, "maxItems": 2, "items": { "type": "number" } }, "trend": { "description": "Against the weeks before.", "enum": ["down", "up", "steady"] }, "measured_by": { "description": "Where the figure comes from; `nothing` says that nobody measures it yet.", "enum": ["ledger", "outcomes", "pull_requests", "checks", "forecast", "nothing"] }, "because": { "description": "Why, or why it is not measured.", "type": "string", "minLength": 1, "maxLength": 2000 } }, "required": ["what", "measured_by"], "additionalProperties": false } }, "models": { "description": "Models that the shipped table does not have, or other prices for those it has. The gate watches these rows.", "type": "array", "maxItems": 200, "items": { "type": "object", "properties": { "id": { "description": "Exact model id.", "$ref": "#/$defs/model" }, "line": { "description": "The family it belongs to. For a model of the shipped table it must be the shipped one.", "enum": ["haiku", "sonnet", "opus", "fable", "mythos"] }, "lifecycle": { "description": "Default: active.", "enum": ["active", "deprecated", "retired"] }, "retires_at": { "description": "Day of retirement.", "$ref": "#/$defs/date" }, "providers": { "description": "Ids of the same model at other providers.", "type": "object", "propertyNames": { "$ref": "#/$defs/name" }, "additionalProperties": { "$ref": "#/$defs/model" }, "maxProperties": 20 }, "prices": { "type": "array", "minItems": 1, "maxItems": 50, "items": { "type": "object", "properties": { "from": { "description": "First day (UTC) of these prices.", "$ref": "#/$defs/date" }, "to": { "description": "Last day (UTC) of these prices.", "$ref": "#/$defs/date" }, "up_to_prompt_tokens": { "description": "These prices hold for requests whose prompt (input, cache writes and cache reads) has at most so many tokens.", "type": "integer", "minimum": 1, "maximum": 1000000000 }, "input": { "description": "Input, in US dollars per million tokens.", "type": "number", "minimum": 0, "maximum": 100000 }, "output": { "description": "Output, in US dollars per million tokens.", "type": "number", "minimum": 0, "maximum": 100000 }, "cache_read": { "description": "Cache reads, in US dollars per million tokens.", "type": "number", "minimum": 0, "maximum": 100000 }, "cache_write_5m": { "description": "Cache writes that live 5 minutes, in US dollars per million tokens.", "type": "number", "minimum": 0, "maximum": 100000 }, "cache_write_1h": { "description": "Cache writes that live 1 hour, in US dollars per million tokens.", "type": "number", "minimum": 0, "maximum": 100000 } }, "required": ["input", "output", "cache_read", "cache_write_5m", "cache_write_1h"], "additionalProperties": false } } }, "required": ["id", "line"], "additionalProperties": false } } }, "required": ["version", "tiers", "phases", "agents"], "additionalProperties": false, "$defs": { "name": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_.-]{0,63}$" }, "factName": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_-]{0,63}$" }, "floorId": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$" }, "tier": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_.-]{0,63}$" }, "model": { "description": "Letters, digits and . _ : @ / - only: the id is put into command lines.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$" }, "effort": { "enum": ["low", "medium", "high", "xhigh", "max"] }, "week": { "description": "ISO week, 2026-W50.", "type": "string", "pattern": "^[0-9]{4}-W[0-9]{2}$" }, "date": { "description": "Calendar date, 2026-11-30.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "condition": { "description": "GitHub Actions expression over task.*, without ${{ }}: task.lines_changed > 50", "type": "string", "minLength": 1, "maxLength": 1000 }, "onUnavailable": { "description": "When the model cannot be had: `defer`, or `escalate` to the next higher tier that can. Never a lesser one. Default: defer.", "enum": ["defer", "escalate"] }, "cell": { "description": "A tier, or a tier with more to say.", "if": { "type": "string" }, "then": { "$ref": "#/$defs/tier" }, "else": { "$ref": "#/$defs/cellObject" }, "tsType": "string | CellObject" }, "cellObject": { "type": "object", "properties": { "tier": { "description": "The assigned tier.", "$ref": "#/$defs/tier" }, "effort": { "description": "How hard the model thinks. Left out: the client's own default, or the least that a floor asks for.", "$ref": "#/$defs/effort" }, "economy": { "description": "A cheaper tier, never under the floor, that non-critical work uses from YELLOW on.", "$ref": "#/$defs/tier" }, "on_unavailable": { "$ref": "#/$defs/onUnavailable" }, "trial": { "type": "object", "description": "A share of this cell's runs that uses another tier, picked by a hash of the run's key.", "properties": { "id": { "description": "Name of the trial; part of the hash that picks the runs.", "$ref": "#/$defs/name" }, "tier": { "description": "The tier that is tried.", "$ref": "#/$defs/tier" }, "share": { "description": "Share of the cell's runs that use it, above 0 and below 1.", "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 } }, "required": ["id", "tier", "share"], "additionalProperties": false }, "was": { "description": "The tier before `since`.", "$ref": "#/$defs/tier" }, "since": { "description": "First ISO week of `tier`; before it, `was` holds.", "$ref": "#/$defs/week" }, "because": { "description": "Why it was changed.", "type": "string", "minLength": 1, "maxLength": 2000 } }, "required": ["tier"], "additionalProperties": false, "dependentRequired": { "was": ["since"], "since": ["was"] } } } };
const func1 = Object.prototype.hasOwnProperty;
const func2 = ajv_dist_runtime_ucs2length_js__WEBPACK_IMPORTED_MODULE_0__["default"] ?? ajv_dist_runtime_ucs2length_js__WEBPACK_IMPORTED_MODULE_0__;
const pattern3 = new RegExp("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$", "u");
const pattern10 = new RegExp("^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$", "u");
const pattern4 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate53.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern4.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate53.errors = vErrors;
    return errors === 0;
}
validate53.evaluated = { "dynamicProps": false, "dynamicItems": false };
const pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate55.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern5.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate55.errors = vErrors;
    return errors === 0;
}
validate55.evaluated = { "dynamicProps": false, "dynamicItems": false };
const pattern6 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "u");
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate60.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern6.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,63}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate60.errors = vErrors;
    return errors === 0;
}
validate60.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate63.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern4.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate63.errors = vErrors;
    return errors === 0;
}
validate63.evaluated = { "dynamicProps": false, "dynamicItems": false };
const schema24 = { "enum": ["low", "medium", "high", "xhigh", "max"] };
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate66.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (!(((((data === "low") || (data === "medium")) || (data === "high")) || (data === "xhigh")) || (data === "max"))) {
        const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema24.enum } };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    validate66.errors = vErrors;
    return errors === 0;
}
validate66.evaluated = { "dynamicProps": false, "dynamicItems": false };
const schema25 = { "description": "When the model cannot be had: `defer`, or `escalate` to the next higher tier that can. Never a lesser one. Default: defer.", "enum": ["defer", "escalate"] };
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate68.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (!((data === "defer") || (data === "escalate"))) {
        const err0 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema25.enum } };
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    validate68.errors = vErrors;
    return errors === 0;
}
validate68.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate72.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (func2(data) > 1000) {
            const err0 = { instancePath, schemaPath: "#/maxLength", keyword: "maxLength", params: { limit: 1000 } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (func2(data) < 1) {
            const err1 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 } };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
    }
    else {
        const err2 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err2];
        }
        else {
            vErrors.push(err2);
        }
        errors++;
    }
    validate72.errors = vErrors;
    return errors === 0;
}
validate72.evaluated = { "dynamicProps": false, "dynamicItems": false };
const pattern8 = new RegExp("^[0-9]{4}-W[0-9]{2}$", "u");
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate87.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern8.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-W[0-9]{2}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate87.errors = vErrors;
    return errors === 0;
}
validate87.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate79(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate79.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.tier === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tier" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((((((((key0 === "tier") || (key0 === "effort")) || (key0 === "economy")) || (key0 === "on_unavailable")) || (key0 === "trial")) || (key0 === "was")) || (key0 === "since")) || (key0 === "because"))) {
                const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
                if (vErrors === null) {
                    vErrors = [err1];
                }
                else {
                    vErrors.push(err1);
                }
                errors++;
            }
        }
        if (data.tier !== undefined) {
            if (!(validate63(data.tier, { instancePath: instancePath + "/tier", parentData: data, parentDataProperty: "tier", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                errors = vErrors.length;
            }
        }
        if (data.effort !== undefined) {
            if (!(validate66(data.effort, { instancePath: instancePath + "/effort", parentData: data, parentDataProperty: "effort", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
            }
        }
        if (data.economy !== undefined) {
            if (!(validate63(data.economy, { instancePath: instancePath + "/economy", parentData: data, parentDataProperty: "economy", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                errors = vErrors.length;
            }
        }
        if (data.on_unavailable !== undefined) {
            if (!(validate68(data.on_unavailable, { instancePath: instancePath + "/on_unavailable", parentData: data, parentDataProperty: "on_unavailable", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
                errors = vErrors.length;
            }
        }
        if (data.trial !== undefined) {
            let data4 = data.trial;
            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                if (data4.id === undefined) {
                    const err2 = { instancePath: instancePath + "/trial", schemaPath: "#/properties/trial/required", keyword: "required", params: { missingProperty: "id" } };
                    if (vErrors === null) {
                        vErrors = [err2];
                    }
                    else {
                        vErrors.push(err2);
                    }
                    errors++;
                }
                if (data4.tier === undefined) {
                    const err3 = { instancePath: instancePath + "/trial", schemaPath: "#/properties/trial/required", keyword: "required", params: { missingProperty: "tier" } };
                    if (vErrors === null) {
                        vErrors = [err3];
                    }
                    else {
                        vErrors.push(err3);
                    }
                    errors++;
                }
                if (data4.share === undefined) {
                    const err4 = { instancePath: instancePath + "/trial", schemaPath: "#/properties/trial/required", keyword: "required", params: { missingProperty: "share" } };
                    if (vErrors === null) {
                        vErrors = [err4];
                    }
                    else {
                        vErrors.push(err4);
                    }
                    errors++;
                }
                for (const key1 in data4) {
                    if (!(((key1 === "id") || (key1 === "tier")) || (key1 === "share"))) {
                        const err5 = { instancePath: instancePath + "/trial", schemaPath: "#/properties/trial/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
                        if (vErrors === null) {
                            vErrors = [err5];
                        }
                        else {
                            vErrors.push(err5);
                        }
                        errors++;
                    }
                }
                if (data4.id !== undefined) {
                    if (!(validate53(data4.id, { instancePath: instancePath + "/trial/id", parentData: data4, parentDataProperty: "id", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                        errors = vErrors.length;
                    }
                }
                if (data4.tier !== undefined) {
                    if (!(validate63(data4.tier, { instancePath: instancePath + "/trial/tier", parentData: data4, parentDataProperty: "tier", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                        errors = vErrors.length;
                    }
                }
                if (data4.share !== undefined) {
                    let data7 = data4.share;
                    if ((typeof data7 == "number") && (isFinite(data7))) {
                        if (data7 >= 1 || isNaN(data7)) {
                            const err6 = { instancePath: instancePath + "/trial/share", schemaPath: "#/properties/trial/properties/share/exclusiveMaximum", keyword: "exclusiveMaximum", params: { comparison: "<", limit: 1 } };
                            if (vErrors === null) {
                                vErrors = [err6];
                            }
                            else {
                                vErrors.push(err6);
                            }
                            errors++;
                        }
                        if (data7 <= 0 || isNaN(data7)) {
                            const err7 = { instancePath: instancePath + "/trial/share", schemaPath: "#/properties/trial/properties/share/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
                            if (vErrors === null) {
                                vErrors = [err7];
                            }
                            else {
                                vErrors.push(err7);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err8 = { instancePath: instancePath + "/trial/share", schemaPath: "#/properties/trial/properties/share/type", keyword: "type", params: { type: "number" } };
                        if (vErrors === null) {
                            vErrors = [err8];
                        }
                        else {
                            vErrors.push(err8);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err9 = { instancePath: instancePath + "/trial", schemaPath: "#/properties/trial/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                    vErrors = [err9];
                }
                else {
                    vErrors.push(err9);
                }
                errors++;
            }
        }
        if (data.was !== undefined) {
            if (!(validate63(data.was, { instancePath: instancePath + "/was", parentData: data, parentDataProperty: "was", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                errors = vErrors.length;
            }
        }
        if (data.since !== undefined) {
            if (!(validate87(data.since, { instancePath: instancePath + "/since", parentData: data, parentDataProperty: "since", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
                errors = vErrors.length;
            }
        }
        if (data.because !== undefined) {
            let data10 = data.because;
            if (typeof data10 === "string") {
                if (func2(data10) > 2000) {
                    const err10 = { instancePath: instancePath + "/because", schemaPath: "#/properties/because/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                    if (vErrors === null) {
                        vErrors = [err10];
                    }
                    else {
                        vErrors.push(err10);
                    }
                    errors++;
                }
                if (func2(data10) < 1) {
                    const err11 = { instancePath: instancePath + "/because", schemaPath: "#/properties/because/minLength", keyword: "minLength", params: { limit: 1 } };
                    if (vErrors === null) {
                        vErrors = [err11];
                    }
                    else {
                        vErrors.push(err11);
                    }
                    errors++;
                }
            }
            else {
                const err12 = { instancePath: instancePath + "/because", schemaPath: "#/properties/because/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                    vErrors = [err12];
                }
                else {
                    vErrors.push(err12);
                }
                errors++;
            }
        }
        if (data.was !== undefined) {
            if (data.since === undefined) {
                const err13 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: { property: "was",
                        missingProperty: "since",
                        depsCount: 1,
                        deps: "since" } };
                if (vErrors === null) {
                    vErrors = [err13];
                }
                else {
                    vErrors.push(err13);
                }
                errors++;
            }
        }
        if (data.since !== undefined) {
            if (data.was === undefined) {
                const err14 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: { property: "since",
                        missingProperty: "was",
                        depsCount: 1,
                        deps: "was" } };
                if (vErrors === null) {
                    vErrors = [err14];
                }
                else {
                    vErrors.push(err14);
                }
                errors++;
            }
        }
    }
    else {
        const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
            vErrors = [err15];
        }
        else {
            vErrors.push(err15);
        }
        errors++;
    }
    validate79.errors = vErrors;
    return errors === 0;
}
validate79.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate77.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    const _errs0 = errors;
    let valid0 = true;
    const _errs1 = errors;
    if (typeof data !== "string") {
        const err0 = {};
        if (vErrors === null) {
            vErrors = [err0];
        }
        else {
            vErrors.push(err0);
        }
        errors++;
    }
    var _valid0 = _errs1 === errors;
    errors = _errs0;
    if (vErrors !== null) {
        if (_errs0) {
            vErrors.length = _errs0;
        }
        else {
            vErrors = null;
        }
    }
    let ifClause0;
    if (_valid0) {
        const _errs3 = errors;
        if (!(validate63(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }))) {
            vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
            errors = vErrors.length;
        }
        var _valid0 = _errs3 === errors;
        valid0 = _valid0;
        ifClause0 = "then";
    }
    else {
        const _errs4 = errors;
        if (!(validate79(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors }))) {
            vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
            errors = vErrors.length;
        }
        var _valid0 = _errs4 === errors;
        valid0 = _valid0;
        if (valid0) {
            var props0 = true;
        }
        ifClause0 = "else";
    }
    if (!valid0) {
        const err1 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate77.errors = vErrors;
    evaluated0.props = props0;
    return errors === 0;
}
validate77.evaluated = { "dynamicProps": true, "dynamicItems": false };
const pattern9 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$", "u");
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate91.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern9.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate91.errors = vErrors;
    return errors === 0;
}
validate91.evaluated = { "dynamicProps": false, "dynamicItems": false };
const pattern11 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate101.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern11.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate101.errors = vErrors;
    return errors === 0;
}
validate101.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    /*# sourceURL="allocation.schema.json" */ ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate52.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.version === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        if (data.tiers === undefined) {
            const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tiers" } };
            if (vErrors === null) {
                vErrors = [err1];
            }
            else {
                vErrors.push(err1);
            }
            errors++;
        }
        if (data.phases === undefined) {
            const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "phases" } };
            if (vErrors === null) {
                vErrors = [err2];
            }
            else {
                vErrors.push(err2);
            }
            errors++;
        }
        if (data.agents === undefined) {
            const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "agents" } };
            if (vErrors === null) {
                vErrors = [err3];
            }
            else {
                vErrors.push(err3);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!(func1.call(schema19.properties, key0))) {
                const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
        if (data.version !== undefined) {
            if (1 !== data.version) {
                const err5 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 } };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
        }
        if (data.extends !== undefined) {
            let data1 = data.extends;
            if (typeof data1 === "string") {
                if (!pattern3.test(data1)) {
                    const err6 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$" } };
                    if (vErrors === null) {
                        vErrors = [err6];
                    }
                    else {
                        vErrors.push(err6);
                    }
                    errors++;
                }
            }
            else {
                const err7 = { instancePath: instancePath + "/extends", schemaPath: "#/properties/extends/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                    vErrors = [err7];
                }
                else {
                    vErrors.push(err7);
                }
                errors++;
            }
        }
        if (data.tiers !== undefined) {
            let data2 = data.tiers;
            if (Array.isArray(data2)) {
                if (data2.length > 12) {
                    const err8 = { instancePath: instancePath + "/tiers", schemaPath: "#/properties/tiers/maxItems", keyword: "maxItems", params: { limit: 12 } };
                    if (vErrors === null) {
                        vErrors = [err8];
                    }
                    else {
                        vErrors.push(err8);
                    }
                    errors++;
                }
                if (data2.length < 1) {
                    const err9 = { instancePath: instancePath + "/tiers", schemaPath: "#/properties/tiers/minItems", keyword: "minItems", params: { limit: 1 } };
                    if (vErrors === null) {
                        vErrors = [err9];
                    }
                    else {
                        vErrors.push(err9);
                    }
                    errors++;
                }
                const len0 = data2.length;
                for (let i0 = 0; i0 < len0; i0++) {
                    let data3 = data2[i0];
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                        if (data3.name === undefined) {
                            const err10 = { instancePath: instancePath + "/tiers/" + i0, schemaPath: "#/properties/tiers/items/required", keyword: "required", params: { missingProperty: "name" } };
                            if (vErrors === null) {
                                vErrors = [err10];
                            }
                            else {
                                vErrors.push(err10);
                            }
                            errors++;
                        }
                        if (data3.model === undefined) {
                            const err11 = { instancePath: instancePath + "/tiers/" + i0, schemaPath: "#/properties/tiers/items/required", keyword: "required", params: { missingProperty: "model" } };
                            if (vErrors === null) {
                                vErrors = [err11];
                            }
                            else {
                                vErrors.push(err11);
                            }
                            errors++;
                        }
                        for (const key1 in data3) {
                            if (!(((key1 === "name") || (key1 === "model")) || (key1 === "providers"))) {
                                const err12 = { instancePath: instancePath + "/tiers/" + i0, schemaPath: "#/properties/tiers/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
                                if (vErrors === null) {
                                    vErrors = [err12];
                                }
                                else {
                                    vErrors.push(err12);
                                }
                                errors++;
                            }
                        }
                        if (data3.name !== undefined) {
                            if (!(validate53(data3.name, { instancePath: instancePath + "/tiers/" + i0 + "/name", parentData: data3, parentDataProperty: "name", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data3.model !== undefined) {
                            if (!(validate55(data3.model, { instancePath: instancePath + "/tiers/" + i0 + "/model", parentData: data3, parentDataProperty: "model", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data3.providers !== undefined) {
                            let data6 = data3.providers;
                            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                                if (Object.keys(data6).length > 20) {
                                    const err13 = { instancePath: instancePath + "/tiers/" + i0 + "/providers", schemaPath: "#/properties/tiers/items/properties/providers/maxProperties", keyword: "maxProperties", params: { limit: 20 } };
                                    if (vErrors === null) {
                                        vErrors = [err13];
                                    }
                                    else {
                                        vErrors.push(err13);
                                    }
                                    errors++;
                                }
                                for (const key2 in data6) {
                                    const _errs14 = errors;
                                    if (!(validate53(key2, { instancePath: instancePath + "/tiers/" + i0 + "/providers", parentData: data6, parentDataProperty: "providers", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                        errors = vErrors.length;
                                    }
                                    var valid4 = _errs14 === errors;
                                    if (!valid4) {
                                        const err14 = { instancePath: instancePath + "/tiers/" + i0 + "/providers", schemaPath: "#/properties/tiers/items/properties/providers/propertyNames", keyword: "propertyNames", params: { propertyName: key2 } };
                                        if (vErrors === null) {
                                            vErrors = [err14];
                                        }
                                        else {
                                            vErrors.push(err14);
                                        }
                                        errors++;
                                    }
                                }
                                for (const key3 in data6) {
                                    if (!(validate55(data6[key3], { instancePath: instancePath + "/tiers/" + i0 + "/providers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data6, parentDataProperty: key3, rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                                        errors = vErrors.length;
                                    }
                                }
                            }
                            else {
                                const err15 = { instancePath: instancePath + "/tiers/" + i0 + "/providers", schemaPath: "#/properties/tiers/items/properties/providers/type", keyword: "type", params: { type: "object" } };
                                if (vErrors === null) {
                                    vErrors = [err15];
                                }
                                else {
                                    vErrors.push(err15);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err16 = { instancePath: instancePath + "/tiers/" + i0, schemaPath: "#/properties/tiers/items/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err16];
                        }
                        else {
                            vErrors.push(err16);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err17 = { instancePath: instancePath + "/tiers", schemaPath: "#/properties/tiers/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.phases !== undefined) {
            let data8 = data.phases;
            if (Array.isArray(data8)) {
                if (data8.length > 100) {
                    const err18 = { instancePath: instancePath + "/phases", schemaPath: "#/properties/phases/maxItems", keyword: "maxItems", params: { limit: 100 } };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
                if (data8.length < 1) {
                    const err19 = { instancePath: instancePath + "/phases", schemaPath: "#/properties/phases/minItems", keyword: "minItems", params: { limit: 1 } };
                    if (vErrors === null) {
                        vErrors = [err19];
                    }
                    else {
                        vErrors.push(err19);
                    }
                    errors++;
                }
                const len1 = data8.length;
                for (let i1 = 0; i1 < len1; i1++) {
                    if (!(validate53(data8[i1], { instancePath: instancePath + "/phases/" + i1, parentData: data8, parentDataProperty: i1, rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                        errors = vErrors.length;
                    }
                }
            }
            else {
                const err20 = { instancePath: instancePath + "/phases", schemaPath: "#/properties/phases/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                    vErrors = [err20];
                }
                else {
                    vErrors.push(err20);
                }
                errors++;
            }
        }
        if (data.facts !== undefined) {
            let data10 = data.facts;
            if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                if (Object.keys(data10).length > 200) {
                    const err21 = { instancePath: instancePath + "/facts", schemaPath: "#/properties/facts/maxProperties", keyword: "maxProperties", params: { limit: 200 } };
                    if (vErrors === null) {
                        vErrors = [err21];
                    }
                    else {
                        vErrors.push(err21);
                    }
                    errors++;
                }
                for (const key4 in data10) {
                    const _errs22 = errors;
                    if (!(validate60(key4, { instancePath: instancePath + "/facts", parentData: data10, parentDataProperty: "facts", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
                        errors = vErrors.length;
                    }
                    var valid8 = _errs22 === errors;
                    if (!valid8) {
                        const err22 = { instancePath: instancePath + "/facts", schemaPath: "#/properties/facts/propertyNames", keyword: "propertyNames", params: { propertyName: key4 } };
                        if (vErrors === null) {
                            vErrors = [err22];
                        }
                        else {
                            vErrors.push(err22);
                        }
                        errors++;
                    }
                }
                for (const key5 in data10) {
                    let data11 = data10[key5];
                    if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                        if (data11.type === undefined) {
                            const err23 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/facts/additionalProperties/required", keyword: "required", params: { missingProperty: "type" } };
                            if (vErrors === null) {
                                vErrors = [err23];
                            }
                            else {
                                vErrors.push(err23);
                            }
                            errors++;
                        }
                        for (const key6 in data11) {
                            if (!((((key6 === "type") || (key6 === "from")) || (key6 === "required")) || (key6 === "description"))) {
                                const err24 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/facts/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                                if (vErrors === null) {
                                    vErrors = [err24];
                                }
                                else {
                                    vErrors.push(err24);
                                }
                                errors++;
                            }
                        }
                        if (data11.type !== undefined) {
                            let data12 = data11.type;
                            if (!(((((data12 === "boolean") || (data12 === "integer")) || (data12 === "number")) || (data12 === "string")) || (data12 === "list"))) {
                                const err25 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/type", schemaPath: "#/properties/facts/additionalProperties/properties/type/enum", keyword: "enum", params: { allowedValues: schema19.properties.facts.additionalProperties.properties.type.enum } };
                                if (vErrors === null) {
                                    vErrors = [err25];
                                }
                                else {
                                    vErrors.push(err25);
                                }
                                errors++;
                            }
                        }
                        if (data11.from !== undefined) {
                            if ("pull_request" !== data11.from) {
                                const err26 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/from", schemaPath: "#/properties/facts/additionalProperties/properties/from/const", keyword: "const", params: { allowedValue: "pull_request" } };
                                if (vErrors === null) {
                                    vErrors = [err26];
                                }
                                else {
                                    vErrors.push(err26);
                                }
                                errors++;
                            }
                        }
                        if (data11.required !== undefined) {
                            if (typeof data11.required !== "boolean") {
                                const err27 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/required", schemaPath: "#/properties/facts/additionalProperties/properties/required/type", keyword: "type", params: { type: "boolean" } };
                                if (vErrors === null) {
                                    vErrors = [err27];
                                }
                                else {
                                    vErrors.push(err27);
                                }
                                errors++;
                            }
                        }
                        if (data11.description !== undefined) {
                            let data15 = data11.description;
                            if (typeof data15 === "string") {
                                if (func2(data15) > 2000) {
                                    const err28 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/facts/additionalProperties/properties/description/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                                    if (vErrors === null) {
                                        vErrors = [err28];
                                    }
                                    else {
                                        vErrors.push(err28);
                                    }
                                    errors++;
                                }
                                if (func2(data15) < 1) {
                                    const err29 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/facts/additionalProperties/properties/description/minLength", keyword: "minLength", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err29];
                                    }
                                    else {
                                        vErrors.push(err29);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err30 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1") + "/description", schemaPath: "#/properties/facts/additionalProperties/properties/description/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                    vErrors = [err30];
                                }
                                else {
                                    vErrors.push(err30);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err31 = { instancePath: instancePath + "/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/facts/additionalProperties/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err31];
                        }
                        else {
                            vErrors.push(err31);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err32 = { instancePath: instancePath + "/facts", schemaPath: "#/properties/facts/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                    vErrors = [err32];
                }
                else {
                    vErrors.push(err32);
                }
                errors++;
            }
        }
        if (data.agents !== undefined) {
            let data16 = data.agents;
            if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                if (Object.keys(data16).length > 5000) {
                    const err33 = { instancePath: instancePath + "/agents", schemaPath: "#/properties/agents/maxProperties", keyword: "maxProperties", params: { limit: 5000 } };
                    if (vErrors === null) {
                        vErrors = [err33];
                    }
                    else {
                        vErrors.push(err33);
                    }
                    errors++;
                }
                if (Object.keys(data16).length < 1) {
                    const err34 = { instancePath: instancePath + "/agents", schemaPath: "#/properties/agents/minProperties", keyword: "minProperties", params: { limit: 1 } };
                    if (vErrors === null) {
                        vErrors = [err34];
                    }
                    else {
                        vErrors.push(err34);
                    }
                    errors++;
                }
                for (const key7 in data16) {
                    const _errs35 = errors;
                    if (!(validate53(key7, { instancePath: instancePath + "/agents", parentData: data16, parentDataProperty: "agents", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                        errors = vErrors.length;
                    }
                    var valid11 = _errs35 === errors;
                    if (!valid11) {
                        const err35 = { instancePath: instancePath + "/agents", schemaPath: "#/properties/agents/propertyNames", keyword: "propertyNames", params: { propertyName: key7 } };
                        if (vErrors === null) {
                            vErrors = [err35];
                        }
                        else {
                            vErrors.push(err35);
                        }
                        errors++;
                    }
                }
                for (const key8 in data16) {
                    let data17 = data16[key8];
                    if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                        if (data17.default === undefined) {
                            const err36 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/agents/additionalProperties/required", keyword: "required", params: { missingProperty: "default" } };
                            if (vErrors === null) {
                                vErrors = [err36];
                            }
                            else {
                                vErrors.push(err36);
                            }
                            errors++;
                        }
                        for (const key9 in data17) {
                            if (!((((((((key9 === "default") || (key9 === "maximum")) || (key9 === "effort")) || (key9 === "on_unavailable")) || (key9 === "rationale")) || (key9 === "expected_pass_rate")) || (key9 === "aliases")) || (key9 === "upgrades"))) {
                                const err37 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/agents/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                                if (vErrors === null) {
                                    vErrors = [err37];
                                }
                                else {
                                    vErrors.push(err37);
                                }
                                errors++;
                            }
                        }
                        if (data17.default !== undefined) {
                            if (!(validate63(data17.default, { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/default", parentData: data17, parentDataProperty: "default", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data17.maximum !== undefined) {
                            if (!(validate63(data17.maximum, { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/maximum", parentData: data17, parentDataProperty: "maximum", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data17.effort !== undefined) {
                            if (!(validate66(data17.effort, { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/effort", parentData: data17, parentDataProperty: "effort", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data17.on_unavailable !== undefined) {
                            if (!(validate68(data17.on_unavailable, { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_unavailable", parentData: data17, parentDataProperty: "on_unavailable", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data17.rationale !== undefined) {
                            let data22 = data17.rationale;
                            if (typeof data22 === "string") {
                                if (func2(data22) > 2000) {
                                    const err38 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/rationale", schemaPath: "#/properties/agents/additionalProperties/properties/rationale/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                                    if (vErrors === null) {
                                        vErrors = [err38];
                                    }
                                    else {
                                        vErrors.push(err38);
                                    }
                                    errors++;
                                }
                                if (func2(data22) < 1) {
                                    const err39 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/rationale", schemaPath: "#/properties/agents/additionalProperties/properties/rationale/minLength", keyword: "minLength", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err39];
                                    }
                                    else {
                                        vErrors.push(err39);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err40 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/rationale", schemaPath: "#/properties/agents/additionalProperties/properties/rationale/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                    vErrors = [err40];
                                }
                                else {
                                    vErrors.push(err40);
                                }
                                errors++;
                            }
                        }
                        if (data17.expected_pass_rate !== undefined) {
                            let data23 = data17.expected_pass_rate;
                            const _errs47 = errors;
                            let valid14 = true;
                            const _errs48 = errors;
                            if (!(Array.isArray(data23))) {
                                const err41 = {};
                                if (vErrors === null) {
                                    vErrors = [err41];
                                }
                                else {
                                    vErrors.push(err41);
                                }
                                errors++;
                            }
                            var _valid0 = _errs48 === errors;
                            errors = _errs47;
                            if (vErrors !== null) {
                                if (_errs47) {
                                    vErrors.length = _errs47;
                                }
                                else {
                                    vErrors = null;
                                }
                            }
                            let ifClause0;
                            if (_valid0) {
                                const _errs50 = errors;
                                if (Array.isArray(data23)) {
                                    if (data23.length > 2) {
                                        const err42 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate", schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/then/maxItems", keyword: "maxItems", params: { limit: 2 } };
                                        if (vErrors === null) {
                                            vErrors = [err42];
                                        }
                                        else {
                                            vErrors.push(err42);
                                        }
                                        errors++;
                                    }
                                    if (data23.length < 2) {
                                        const err43 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate", schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/then/minItems", keyword: "minItems", params: { limit: 2 } };
                                        if (vErrors === null) {
                                            vErrors = [err43];
                                        }
                                        else {
                                            vErrors.push(err43);
                                        }
                                        errors++;
                                    }
                                    const len2 = data23.length;
                                    for (let i2 = 0; i2 < len2; i2++) {
                                        let data24 = data23[i2];
                                        if ((typeof data24 == "number") && (isFinite(data24))) {
                                            if (data24 > 1 || isNaN(data24)) {
                                                const err44 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate/" + i2, schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/then/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                                                if (vErrors === null) {
                                                    vErrors = [err44];
                                                }
                                                else {
                                                    vErrors.push(err44);
                                                }
                                                errors++;
                                            }
                                            if (data24 < 0 || isNaN(data24)) {
                                                const err45 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate/" + i2, schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/then/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                                if (vErrors === null) {
                                                    vErrors = [err45];
                                                }
                                                else {
                                                    vErrors.push(err45);
                                                }
                                                errors++;
                                            }
                                        }
                                        else {
                                            const err46 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate/" + i2, schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/then/items/type", keyword: "type", params: { type: "number" } };
                                            if (vErrors === null) {
                                                vErrors = [err46];
                                            }
                                            else {
                                                vErrors.push(err46);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                                else {
                                    const err47 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate", schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/then/type", keyword: "type", params: { type: "array" } };
                                    if (vErrors === null) {
                                        vErrors = [err47];
                                    }
                                    else {
                                        vErrors.push(err47);
                                    }
                                    errors++;
                                }
                                var _valid0 = _errs50 === errors;
                                valid14 = _valid0;
                                ifClause0 = "then";
                            }
                            else {
                                const _errs54 = errors;
                                if ((typeof data23 == "number") && (isFinite(data23))) {
                                    if (data23 > 1 || isNaN(data23)) {
                                        const err48 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate", schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/else/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                                        if (vErrors === null) {
                                            vErrors = [err48];
                                        }
                                        else {
                                            vErrors.push(err48);
                                        }
                                        errors++;
                                    }
                                    if (data23 < 0 || isNaN(data23)) {
                                        const err49 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate", schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/else/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                        if (vErrors === null) {
                                            vErrors = [err49];
                                        }
                                        else {
                                            vErrors.push(err49);
                                        }
                                        errors++;
                                    }
                                }
                                else {
                                    const err50 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate", schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/else/type", keyword: "type", params: { type: "number" } };
                                    if (vErrors === null) {
                                        vErrors = [err50];
                                    }
                                    else {
                                        vErrors.push(err50);
                                    }
                                    errors++;
                                }
                                var _valid0 = _errs54 === errors;
                                valid14 = _valid0;
                                ifClause0 = "else";
                            }
                            if (!valid14) {
                                const err51 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/expected_pass_rate", schemaPath: "#/properties/agents/additionalProperties/properties/expected_pass_rate/if", keyword: "if", params: { failingKeyword: ifClause0 } };
                                if (vErrors === null) {
                                    vErrors = [err51];
                                }
                                else {
                                    vErrors.push(err51);
                                }
                                errors++;
                            }
                        }
                        if (data17.aliases !== undefined) {
                            let data25 = data17.aliases;
                            if (Array.isArray(data25)) {
                                if (data25.length > 50) {
                                    const err52 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/aliases", schemaPath: "#/properties/agents/additionalProperties/properties/aliases/maxItems", keyword: "maxItems", params: { limit: 50 } };
                                    if (vErrors === null) {
                                        vErrors = [err52];
                                    }
                                    else {
                                        vErrors.push(err52);
                                    }
                                    errors++;
                                }
                                const len3 = data25.length;
                                for (let i3 = 0; i3 < len3; i3++) {
                                    if (!(validate53(data25[i3], { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/aliases/" + i3, parentData: data25, parentDataProperty: i3, rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                        errors = vErrors.length;
                                    }
                                }
                            }
                            else {
                                const err53 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/aliases", schemaPath: "#/properties/agents/additionalProperties/properties/aliases/type", keyword: "type", params: { type: "array" } };
                                if (vErrors === null) {
                                    vErrors = [err53];
                                }
                                else {
                                    vErrors.push(err53);
                                }
                                errors++;
                            }
                        }
                        if (data17.upgrades !== undefined) {
                            let data27 = data17.upgrades;
                            if (Array.isArray(data27)) {
                                if (data27.length > 50) {
                                    const err54 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/maxItems", keyword: "maxItems", params: { limit: 50 } };
                                    if (vErrors === null) {
                                        vErrors = [err54];
                                    }
                                    else {
                                        vErrors.push(err54);
                                    }
                                    errors++;
                                }
                                const len4 = data27.length;
                                for (let i4 = 0; i4 < len4; i4++) {
                                    let data28 = data27[i4];
                                    if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                                        if (data28.to === undefined) {
                                            const err55 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4, schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/required", keyword: "required", params: { missingProperty: "to" } };
                                            if (vErrors === null) {
                                                vErrors = [err55];
                                            }
                                            else {
                                                vErrors.push(err55);
                                            }
                                            errors++;
                                        }
                                        if (data28.if === undefined) {
                                            const err56 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4, schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/required", keyword: "required", params: { missingProperty: "if" } };
                                            if (vErrors === null) {
                                                vErrors = [err56];
                                            }
                                            else {
                                                vErrors.push(err56);
                                            }
                                            errors++;
                                        }
                                        for (const key10 in data28) {
                                            if (!((((key10 === "to") || (key10 === "if")) || (key10 === "because")) || (key10 === "phases"))) {
                                                const err57 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4, schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                                                if (vErrors === null) {
                                                    vErrors = [err57];
                                                }
                                                else {
                                                    vErrors.push(err57);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data28.to !== undefined) {
                                            if (!(validate63(data28.to, { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/to", parentData: data28, parentDataProperty: "to", rootData, dynamicAnchors }))) {
                                                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                                errors = vErrors.length;
                                            }
                                        }
                                        if (data28.if !== undefined) {
                                            if (!(validate72(data28.if, { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/if", parentData: data28, parentDataProperty: "if", rootData, dynamicAnchors }))) {
                                                vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                                errors = vErrors.length;
                                            }
                                        }
                                        if (data28.because !== undefined) {
                                            let data31 = data28.because;
                                            if (typeof data31 === "string") {
                                                if (func2(data31) > 2000) {
                                                    const err58 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/because", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err58];
                                                    }
                                                    else {
                                                        vErrors.push(err58);
                                                    }
                                                    errors++;
                                                }
                                                if (func2(data31) < 1) {
                                                    const err59 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/because", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/minLength", keyword: "minLength", params: { limit: 1 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err59];
                                                    }
                                                    else {
                                                        vErrors.push(err59);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err60 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/because", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/type", keyword: "type", params: { type: "string" } };
                                                if (vErrors === null) {
                                                    vErrors = [err60];
                                                }
                                                else {
                                                    vErrors.push(err60);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data28.phases !== undefined) {
                                            let data32 = data28.phases;
                                            if (Array.isArray(data32)) {
                                                if (data32.length > 100) {
                                                    const err61 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/phases", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/maxItems", keyword: "maxItems", params: { limit: 100 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err61];
                                                    }
                                                    else {
                                                        vErrors.push(err61);
                                                    }
                                                    errors++;
                                                }
                                                if (data32.length < 1) {
                                                    const err62 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/phases", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/minItems", keyword: "minItems", params: { limit: 1 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err62];
                                                    }
                                                    else {
                                                        vErrors.push(err62);
                                                    }
                                                    errors++;
                                                }
                                                const len5 = data32.length;
                                                for (let i5 = 0; i5 < len5; i5++) {
                                                    if (!(validate53(data32[i5], { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/phases/" + i5, parentData: data32, parentDataProperty: i5, rootData, dynamicAnchors }))) {
                                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                                        errors = vErrors.length;
                                                    }
                                                }
                                            }
                                            else {
                                                const err63 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4 + "/phases", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/type", keyword: "type", params: { type: "array" } };
                                                if (vErrors === null) {
                                                    vErrors = [err63];
                                                }
                                                else {
                                                    vErrors.push(err63);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err64 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades/" + i4, schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/items/type", keyword: "type", params: { type: "object" } };
                                        if (vErrors === null) {
                                            vErrors = [err64];
                                        }
                                        else {
                                            vErrors.push(err64);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err65 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1") + "/upgrades", schemaPath: "#/properties/agents/additionalProperties/properties/upgrades/type", keyword: "type", params: { type: "array" } };
                                if (vErrors === null) {
                                    vErrors = [err65];
                                }
                                else {
                                    vErrors.push(err65);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err66 = { instancePath: instancePath + "/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/agents/additionalProperties/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err66];
                        }
                        else {
                            vErrors.push(err66);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err67 = { instancePath: instancePath + "/agents", schemaPath: "#/properties/agents/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                    vErrors = [err67];
                }
                else {
                    vErrors.push(err67);
                }
                errors++;
            }
        }
        if (data.matrix !== undefined) {
            let data34 = data.matrix;
            if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                if (Object.keys(data34).length > 100) {
                    const err68 = { instancePath: instancePath + "/matrix", schemaPath: "#/properties/matrix/maxProperties", keyword: "maxProperties", params: { limit: 100 } };
                    if (vErrors === null) {
                        vErrors = [err68];
                    }
                    else {
                        vErrors.push(err68);
                    }
                    errors++;
                }
                for (const key11 in data34) {
                    const _errs73 = errors;
                    if (!(validate53(key11, { instancePath: instancePath + "/matrix", parentData: data34, parentDataProperty: "matrix", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                        errors = vErrors.length;
                    }
                    var valid24 = _errs73 === errors;
                    if (!valid24) {
                        const err69 = { instancePath: instancePath + "/matrix", schemaPath: "#/properties/matrix/propertyNames", keyword: "propertyNames", params: { propertyName: key11 } };
                        if (vErrors === null) {
                            vErrors = [err69];
                        }
                        else {
                            vErrors.push(err69);
                        }
                        errors++;
                    }
                }
                for (const key12 in data34) {
                    let data35 = data34[key12];
                    if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                        if (Object.keys(data35).length > 5000) {
                            const err70 = { instancePath: instancePath + "/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/matrix/additionalProperties/maxProperties", keyword: "maxProperties", params: { limit: 5000 } };
                            if (vErrors === null) {
                                vErrors = [err70];
                            }
                            else {
                                vErrors.push(err70);
                            }
                            errors++;
                        }
                        for (const key13 in data35) {
                            const _errs77 = errors;
                            if (!(validate53(key13, { instancePath: instancePath + "/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data35, parentDataProperty: key12, rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                errors = vErrors.length;
                            }
                            var valid26 = _errs77 === errors;
                            if (!valid26) {
                                const err71 = { instancePath: instancePath + "/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/matrix/additionalProperties/propertyNames", keyword: "propertyNames", params: { propertyName: key13 } };
                                if (vErrors === null) {
                                    vErrors = [err71];
                                }
                                else {
                                    vErrors.push(err71);
                                }
                                errors++;
                            }
                        }
                        for (const key14 in data35) {
                            if (!(validate77(data35[key14], { instancePath: instancePath + "/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data35, parentDataProperty: key14, rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
                                errors = vErrors.length;
                            }
                        }
                    }
                    else {
                        const err72 = { instancePath: instancePath + "/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/matrix/additionalProperties/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err72];
                        }
                        else {
                            vErrors.push(err72);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err73 = { instancePath: instancePath + "/matrix", schemaPath: "#/properties/matrix/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                    vErrors = [err73];
                }
                else {
                    vErrors.push(err73);
                }
                errors++;
            }
        }
        if (data.floors !== undefined) {
            let data37 = data.floors;
            if (Array.isArray(data37)) {
                if (data37.length > 1000) {
                    const err74 = { instancePath: instancePath + "/floors", schemaPath: "#/properties/floors/maxItems", keyword: "maxItems", params: { limit: 1000 } };
                    if (vErrors === null) {
                        vErrors = [err74];
                    }
                    else {
                        vErrors.push(err74);
                    }
                    errors++;
                }
                const len6 = data37.length;
                for (let i6 = 0; i6 < len6; i6++) {
                    let data38 = data37[i6];
                    if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                        if (data38.id === undefined) {
                            const err75 = { instancePath: instancePath + "/floors/" + i6, schemaPath: "#/properties/floors/items/required", keyword: "required", params: { missingProperty: "id" } };
                            if (vErrors === null) {
                                vErrors = [err75];
                            }
                            else {
                                vErrors.push(err75);
                            }
                            errors++;
                        }
                        if (data38.agents === undefined) {
                            const err76 = { instancePath: instancePath + "/floors/" + i6, schemaPath: "#/properties/floors/items/required", keyword: "required", params: { missingProperty: "agents" } };
                            if (vErrors === null) {
                                vErrors = [err76];
                            }
                            else {
                                vErrors.push(err76);
                            }
                            errors++;
                        }
                        if (data38.minimum === undefined) {
                            const err77 = { instancePath: instancePath + "/floors/" + i6, schemaPath: "#/properties/floors/items/required", keyword: "required", params: { missingProperty: "minimum" } };
                            if (vErrors === null) {
                                vErrors = [err77];
                            }
                            else {
                                vErrors.push(err77);
                            }
                            errors++;
                        }
                        for (const key15 in data38) {
                            if (!((((((((key15 === "id") || (key15 === "agents")) || (key15 === "phases")) || (key15 === "if")) || (key15 === "minimum")) || (key15 === "effort")) || (key15 === "exceptions")) || (key15 === "because"))) {
                                const err78 = { instancePath: instancePath + "/floors/" + i6, schemaPath: "#/properties/floors/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 } };
                                if (vErrors === null) {
                                    vErrors = [err78];
                                }
                                else {
                                    vErrors.push(err78);
                                }
                                errors++;
                            }
                        }
                        if (data38.id !== undefined) {
                            if (!(validate91(data38.id, { instancePath: instancePath + "/floors/" + i6 + "/id", parentData: data38, parentDataProperty: "id", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data38.agents !== undefined) {
                            let data40 = data38.agents;
                            if (Array.isArray(data40)) {
                                if (data40.length > 5000) {
                                    const err79 = { instancePath: instancePath + "/floors/" + i6 + "/agents", schemaPath: "#/properties/floors/items/properties/agents/maxItems", keyword: "maxItems", params: { limit: 5000 } };
                                    if (vErrors === null) {
                                        vErrors = [err79];
                                    }
                                    else {
                                        vErrors.push(err79);
                                    }
                                    errors++;
                                }
                                if (data40.length < 1) {
                                    const err80 = { instancePath: instancePath + "/floors/" + i6 + "/agents", schemaPath: "#/properties/floors/items/properties/agents/minItems", keyword: "minItems", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err80];
                                    }
                                    else {
                                        vErrors.push(err80);
                                    }
                                    errors++;
                                }
                                const len7 = data40.length;
                                for (let i7 = 0; i7 < len7; i7++) {
                                    if (!(validate53(data40[i7], { instancePath: instancePath + "/floors/" + i6 + "/agents/" + i7, parentData: data40, parentDataProperty: i7, rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                        errors = vErrors.length;
                                    }
                                }
                            }
                            else {
                                const err81 = { instancePath: instancePath + "/floors/" + i6 + "/agents", schemaPath: "#/properties/floors/items/properties/agents/type", keyword: "type", params: { type: "array" } };
                                if (vErrors === null) {
                                    vErrors = [err81];
                                }
                                else {
                                    vErrors.push(err81);
                                }
                                errors++;
                            }
                        }
                        if (data38.phases !== undefined) {
                            let data42 = data38.phases;
                            if (Array.isArray(data42)) {
                                if (data42.length > 100) {
                                    const err82 = { instancePath: instancePath + "/floors/" + i6 + "/phases", schemaPath: "#/properties/floors/items/properties/phases/maxItems", keyword: "maxItems", params: { limit: 100 } };
                                    if (vErrors === null) {
                                        vErrors = [err82];
                                    }
                                    else {
                                        vErrors.push(err82);
                                    }
                                    errors++;
                                }
                                if (data42.length < 1) {
                                    const err83 = { instancePath: instancePath + "/floors/" + i6 + "/phases", schemaPath: "#/properties/floors/items/properties/phases/minItems", keyword: "minItems", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err83];
                                    }
                                    else {
                                        vErrors.push(err83);
                                    }
                                    errors++;
                                }
                                const len8 = data42.length;
                                for (let i8 = 0; i8 < len8; i8++) {
                                    if (!(validate53(data42[i8], { instancePath: instancePath + "/floors/" + i6 + "/phases/" + i8, parentData: data42, parentDataProperty: i8, rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                        errors = vErrors.length;
                                    }
                                }
                            }
                            else {
                                const err84 = { instancePath: instancePath + "/floors/" + i6 + "/phases", schemaPath: "#/properties/floors/items/properties/phases/type", keyword: "type", params: { type: "array" } };
                                if (vErrors === null) {
                                    vErrors = [err84];
                                }
                                else {
                                    vErrors.push(err84);
                                }
                                errors++;
                            }
                        }
                        if (data38.if !== undefined) {
                            let data44 = data38.if;
                            if (typeof data44 === "string") {
                                if (!pattern10.test(data44)) {
                                    const err85 = { instancePath: instancePath + "/floors/" + i6 + "/if", schemaPath: "#/properties/floors/items/properties/if/pattern", keyword: "pattern", params: { pattern: "^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$" } };
                                    if (vErrors === null) {
                                        vErrors = [err85];
                                    }
                                    else {
                                        vErrors.push(err85);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err86 = { instancePath: instancePath + "/floors/" + i6 + "/if", schemaPath: "#/properties/floors/items/properties/if/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                    vErrors = [err86];
                                }
                                else {
                                    vErrors.push(err86);
                                }
                                errors++;
                            }
                        }
                        if (data38.minimum !== undefined) {
                            if (!(validate63(data38.minimum, { instancePath: instancePath + "/floors/" + i6 + "/minimum", parentData: data38, parentDataProperty: "minimum", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data38.effort !== undefined) {
                            if (!(validate66(data38.effort, { instancePath: instancePath + "/floors/" + i6 + "/effort", parentData: data38, parentDataProperty: "effort", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data38.exceptions !== undefined) {
                            let data47 = data38.exceptions;
                            if (!((data47 === "never") || (data47 === "approved"))) {
                                const err87 = { instancePath: instancePath + "/floors/" + i6 + "/exceptions", schemaPath: "#/properties/floors/items/properties/exceptions/enum", keyword: "enum", params: { allowedValues: schema19.properties.floors.items.properties.exceptions.enum } };
                                if (vErrors === null) {
                                    vErrors = [err87];
                                }
                                else {
                                    vErrors.push(err87);
                                }
                                errors++;
                            }
                        }
                        if (data38.because !== undefined) {
                            let data48 = data38.because;
                            if (typeof data48 === "string") {
                                if (func2(data48) > 2000) {
                                    const err88 = { instancePath: instancePath + "/floors/" + i6 + "/because", schemaPath: "#/properties/floors/items/properties/because/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                                    if (vErrors === null) {
                                        vErrors = [err88];
                                    }
                                    else {
                                        vErrors.push(err88);
                                    }
                                    errors++;
                                }
                                if (func2(data48) < 1) {
                                    const err89 = { instancePath: instancePath + "/floors/" + i6 + "/because", schemaPath: "#/properties/floors/items/properties/because/minLength", keyword: "minLength", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err89];
                                    }
                                    else {
                                        vErrors.push(err89);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err90 = { instancePath: instancePath + "/floors/" + i6 + "/because", schemaPath: "#/properties/floors/items/properties/because/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                    vErrors = [err90];
                                }
                                else {
                                    vErrors.push(err90);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err91 = { instancePath: instancePath + "/floors/" + i6, schemaPath: "#/properties/floors/items/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err91];
                        }
                        else {
                            vErrors.push(err91);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err92 = { instancePath: instancePath + "/floors", schemaPath: "#/properties/floors/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                    vErrors = [err92];
                }
                else {
                    vErrors.push(err92);
                }
                errors++;
            }
        }
        if (data.budget !== undefined) {
            let data49 = data.budget;
            if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
                if (data49.weekly === undefined) {
                    const err93 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/required", keyword: "required", params: { missingProperty: "weekly" } };
                    if (vErrors === null) {
                        vErrors = [err93];
                    }
                    else {
                        vErrors.push(err93);
                    }
                    errors++;
                }
                for (const key16 in data49) {
                    if (!((((((((key16 === "mode") || (key16 === "timezone")) || (key16 === "weekly")) || (key16 === "zones")) || (key16 === "critical_reserve")) || (key16 === "tiers")) || (key16 === "phases")) || (key16 === "on_unmeasured"))) {
                        const err94 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } };
                        if (vErrors === null) {
                            vErrors = [err94];
                        }
                        else {
                            vErrors.push(err94);
                        }
                        errors++;
                    }
                }
                if (data49.mode !== undefined) {
                    let data50 = data49.mode;
                    if (!((data50 === "enforce") || (data50 === "observe"))) {
                        const err95 = { instancePath: instancePath + "/budget/mode", schemaPath: "#/properties/budget/properties/mode/enum", keyword: "enum", params: { allowedValues: schema19.properties.budget.properties.mode.enum } };
                        if (vErrors === null) {
                            vErrors = [err95];
                        }
                        else {
                            vErrors.push(err95);
                        }
                        errors++;
                    }
                }
                if (data49.timezone !== undefined) {
                    let data51 = data49.timezone;
                    if (typeof data51 === "string") {
                        if (func2(data51) > 64) {
                            const err96 = { instancePath: instancePath + "/budget/timezone", schemaPath: "#/properties/budget/properties/timezone/maxLength", keyword: "maxLength", params: { limit: 64 } };
                            if (vErrors === null) {
                                vErrors = [err96];
                            }
                            else {
                                vErrors.push(err96);
                            }
                            errors++;
                        }
                        if (func2(data51) < 1) {
                            const err97 = { instancePath: instancePath + "/budget/timezone", schemaPath: "#/properties/budget/properties/timezone/minLength", keyword: "minLength", params: { limit: 1 } };
                            if (vErrors === null) {
                                vErrors = [err97];
                            }
                            else {
                                vErrors.push(err97);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err98 = { instancePath: instancePath + "/budget/timezone", schemaPath: "#/properties/budget/properties/timezone/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                            vErrors = [err98];
                        }
                        else {
                            vErrors.push(err98);
                        }
                        errors++;
                    }
                }
                if (data49.weekly !== undefined) {
                    let data52 = data49.weekly;
                    if (data52 && typeof data52 == "object" && !Array.isArray(data52)) {
                        if (Object.keys(data52).length < 1) {
                            const err99 = { instancePath: instancePath + "/budget/weekly", schemaPath: "#/properties/budget/properties/weekly/minProperties", keyword: "minProperties", params: { limit: 1 } };
                            if (vErrors === null) {
                                vErrors = [err99];
                            }
                            else {
                                vErrors.push(err99);
                            }
                            errors++;
                        }
                        for (const key17 in data52) {
                            if (!((key17 === "tokens") || (key17 === "usd"))) {
                                const err100 = { instancePath: instancePath + "/budget/weekly", schemaPath: "#/properties/budget/properties/weekly/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 } };
                                if (vErrors === null) {
                                    vErrors = [err100];
                                }
                                else {
                                    vErrors.push(err100);
                                }
                                errors++;
                            }
                        }
                        if (data52.tokens !== undefined) {
                            let data53 = data52.tokens;
                            if (!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))) {
                                const err101 = { instancePath: instancePath + "/budget/weekly/tokens", schemaPath: "#/properties/budget/properties/weekly/properties/tokens/type", keyword: "type", params: { type: "integer" } };
                                if (vErrors === null) {
                                    vErrors = [err101];
                                }
                                else {
                                    vErrors.push(err101);
                                }
                                errors++;
                            }
                            if ((typeof data53 == "number") && (isFinite(data53))) {
                                if (data53 > 1000000000000000 || isNaN(data53)) {
                                    const err102 = { instancePath: instancePath + "/budget/weekly/tokens", schemaPath: "#/properties/budget/properties/weekly/properties/tokens/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000000000000000 } };
                                    if (vErrors === null) {
                                        vErrors = [err102];
                                    }
                                    else {
                                        vErrors.push(err102);
                                    }
                                    errors++;
                                }
                                if (data53 < 1 || isNaN(data53)) {
                                    const err103 = { instancePath: instancePath + "/budget/weekly/tokens", schemaPath: "#/properties/budget/properties/weekly/properties/tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err103];
                                    }
                                    else {
                                        vErrors.push(err103);
                                    }
                                    errors++;
                                }
                            }
                        }
                        if (data52.usd !== undefined) {
                            let data54 = data52.usd;
                            if ((typeof data54 == "number") && (isFinite(data54))) {
                                if (data54 > 1000000000 || isNaN(data54)) {
                                    const err104 = { instancePath: instancePath + "/budget/weekly/usd", schemaPath: "#/properties/budget/properties/weekly/properties/usd/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000000000 } };
                                    if (vErrors === null) {
                                        vErrors = [err104];
                                    }
                                    else {
                                        vErrors.push(err104);
                                    }
                                    errors++;
                                }
                                if (data54 <= 0 || isNaN(data54)) {
                                    const err105 = { instancePath: instancePath + "/budget/weekly/usd", schemaPath: "#/properties/budget/properties/weekly/properties/usd/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
                                    if (vErrors === null) {
                                        vErrors = [err105];
                                    }
                                    else {
                                        vErrors.push(err105);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err106 = { instancePath: instancePath + "/budget/weekly/usd", schemaPath: "#/properties/budget/properties/weekly/properties/usd/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err106];
                                }
                                else {
                                    vErrors.push(err106);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err107 = { instancePath: instancePath + "/budget/weekly", schemaPath: "#/properties/budget/properties/weekly/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err107];
                        }
                        else {
                            vErrors.push(err107);
                        }
                        errors++;
                    }
                }
                if (data49.zones !== undefined) {
                    let data55 = data49.zones;
                    if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
                        if (data55.yellow === undefined) {
                            const err108 = { instancePath: instancePath + "/budget/zones", schemaPath: "#/properties/budget/properties/zones/required", keyword: "required", params: { missingProperty: "yellow" } };
                            if (vErrors === null) {
                                vErrors = [err108];
                            }
                            else {
                                vErrors.push(err108);
                            }
                            errors++;
                        }
                        if (data55.orange === undefined) {
                            const err109 = { instancePath: instancePath + "/budget/zones", schemaPath: "#/properties/budget/properties/zones/required", keyword: "required", params: { missingProperty: "orange" } };
                            if (vErrors === null) {
                                vErrors = [err109];
                            }
                            else {
                                vErrors.push(err109);
                            }
                            errors++;
                        }
                        if (data55.red === undefined) {
                            const err110 = { instancePath: instancePath + "/budget/zones", schemaPath: "#/properties/budget/properties/zones/required", keyword: "required", params: { missingProperty: "red" } };
                            if (vErrors === null) {
                                vErrors = [err110];
                            }
                            else {
                                vErrors.push(err110);
                            }
                            errors++;
                        }
                        for (const key18 in data55) {
                            if (!(((key18 === "yellow") || (key18 === "orange")) || (key18 === "red"))) {
                                const err111 = { instancePath: instancePath + "/budget/zones", schemaPath: "#/properties/budget/properties/zones/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 } };
                                if (vErrors === null) {
                                    vErrors = [err111];
                                }
                                else {
                                    vErrors.push(err111);
                                }
                                errors++;
                            }
                        }
                        if (data55.yellow !== undefined) {
                            let data56 = data55.yellow;
                            if ((typeof data56 == "number") && (isFinite(data56))) {
                                if (data56 > 1 || isNaN(data56)) {
                                    const err112 = { instancePath: instancePath + "/budget/zones/yellow", schemaPath: "#/properties/budget/properties/zones/properties/yellow/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err112];
                                    }
                                    else {
                                        vErrors.push(err112);
                                    }
                                    errors++;
                                }
                                if (data56 <= 0 || isNaN(data56)) {
                                    const err113 = { instancePath: instancePath + "/budget/zones/yellow", schemaPath: "#/properties/budget/properties/zones/properties/yellow/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
                                    if (vErrors === null) {
                                        vErrors = [err113];
                                    }
                                    else {
                                        vErrors.push(err113);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err114 = { instancePath: instancePath + "/budget/zones/yellow", schemaPath: "#/properties/budget/properties/zones/properties/yellow/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err114];
                                }
                                else {
                                    vErrors.push(err114);
                                }
                                errors++;
                            }
                        }
                        if (data55.orange !== undefined) {
                            let data57 = data55.orange;
                            if ((typeof data57 == "number") && (isFinite(data57))) {
                                if (data57 > 1 || isNaN(data57)) {
                                    const err115 = { instancePath: instancePath + "/budget/zones/orange", schemaPath: "#/properties/budget/properties/zones/properties/orange/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err115];
                                    }
                                    else {
                                        vErrors.push(err115);
                                    }
                                    errors++;
                                }
                                if (data57 <= 0 || isNaN(data57)) {
                                    const err116 = { instancePath: instancePath + "/budget/zones/orange", schemaPath: "#/properties/budget/properties/zones/properties/orange/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
                                    if (vErrors === null) {
                                        vErrors = [err116];
                                    }
                                    else {
                                        vErrors.push(err116);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err117 = { instancePath: instancePath + "/budget/zones/orange", schemaPath: "#/properties/budget/properties/zones/properties/orange/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err117];
                                }
                                else {
                                    vErrors.push(err117);
                                }
                                errors++;
                            }
                        }
                        if (data55.red !== undefined) {
                            let data58 = data55.red;
                            if ((typeof data58 == "number") && (isFinite(data58))) {
                                if (data58 > 1 || isNaN(data58)) {
                                    const err118 = { instancePath: instancePath + "/budget/zones/red", schemaPath: "#/properties/budget/properties/zones/properties/red/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err118];
                                    }
                                    else {
                                        vErrors.push(err118);
                                    }
                                    errors++;
                                }
                                if (data58 <= 0 || isNaN(data58)) {
                                    const err119 = { instancePath: instancePath + "/budget/zones/red", schemaPath: "#/properties/budget/properties/zones/properties/red/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
                                    if (vErrors === null) {
                                        vErrors = [err119];
                                    }
                                    else {
                                        vErrors.push(err119);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err120 = { instancePath: instancePath + "/budget/zones/red", schemaPath: "#/properties/budget/properties/zones/properties/red/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err120];
                                }
                                else {
                                    vErrors.push(err120);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err121 = { instancePath: instancePath + "/budget/zones", schemaPath: "#/properties/budget/properties/zones/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err121];
                        }
                        else {
                            vErrors.push(err121);
                        }
                        errors++;
                    }
                }
                if (data49.critical_reserve !== undefined) {
                    let data59 = data49.critical_reserve;
                    if ((typeof data59 == "number") && (isFinite(data59))) {
                        if (data59 > 1 || isNaN(data59)) {
                            const err122 = { instancePath: instancePath + "/budget/critical_reserve", schemaPath: "#/properties/budget/properties/critical_reserve/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                            if (vErrors === null) {
                                vErrors = [err122];
                            }
                            else {
                                vErrors.push(err122);
                            }
                            errors++;
                        }
                        if (data59 < 0 || isNaN(data59)) {
                            const err123 = { instancePath: instancePath + "/budget/critical_reserve", schemaPath: "#/properties/budget/properties/critical_reserve/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                            if (vErrors === null) {
                                vErrors = [err123];
                            }
                            else {
                                vErrors.push(err123);
                            }
                            errors++;
                        }
                    }
                    else {
                        const err124 = { instancePath: instancePath + "/budget/critical_reserve", schemaPath: "#/properties/budget/properties/critical_reserve/type", keyword: "type", params: { type: "number" } };
                        if (vErrors === null) {
                            vErrors = [err124];
                        }
                        else {
                            vErrors.push(err124);
                        }
                        errors++;
                    }
                }
                if (data49.tiers !== undefined) {
                    let data60 = data49.tiers;
                    if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
                        for (const key19 in data60) {
                            const _errs125 = errors;
                            if (!(validate53(key19, { instancePath: instancePath + "/budget/tiers", parentData: data60, parentDataProperty: "tiers", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                errors = vErrors.length;
                            }
                            var valid38 = _errs125 === errors;
                            if (!valid38) {
                                const err125 = { instancePath: instancePath + "/budget/tiers", schemaPath: "#/properties/budget/properties/tiers/propertyNames", keyword: "propertyNames", params: { propertyName: key19 } };
                                if (vErrors === null) {
                                    vErrors = [err125];
                                }
                                else {
                                    vErrors.push(err125);
                                }
                                errors++;
                            }
                        }
                        for (const key20 in data60) {
                            let data61 = data60[key20];
                            if (data61 && typeof data61 == "object" && !Array.isArray(data61)) {
                                if (data61.share === undefined) {
                                    const err126 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/budget/properties/tiers/additionalProperties/required", keyword: "required", params: { missingProperty: "share" } };
                                    if (vErrors === null) {
                                        vErrors = [err126];
                                    }
                                    else {
                                        vErrors.push(err126);
                                    }
                                    errors++;
                                }
                                for (const key21 in data61) {
                                    if (!((key21 === "share") || (key21 === "reserve"))) {
                                        const err127 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/budget/properties/tiers/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 } };
                                        if (vErrors === null) {
                                            vErrors = [err127];
                                        }
                                        else {
                                            vErrors.push(err127);
                                        }
                                        errors++;
                                    }
                                }
                                if (data61.share !== undefined) {
                                    let data62 = data61.share;
                                    if ((typeof data62 == "number") && (isFinite(data62))) {
                                        if (data62 > 1 || isNaN(data62)) {
                                            const err128 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/share", schemaPath: "#/properties/budget/properties/tiers/additionalProperties/properties/share/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                                            if (vErrors === null) {
                                                vErrors = [err128];
                                            }
                                            else {
                                                vErrors.push(err128);
                                            }
                                            errors++;
                                        }
                                        if (data62 < 0 || isNaN(data62)) {
                                            const err129 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/share", schemaPath: "#/properties/budget/properties/tiers/additionalProperties/properties/share/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                            if (vErrors === null) {
                                                vErrors = [err129];
                                            }
                                            else {
                                                vErrors.push(err129);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err130 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/share", schemaPath: "#/properties/budget/properties/tiers/additionalProperties/properties/share/type", keyword: "type", params: { type: "number" } };
                                        if (vErrors === null) {
                                            vErrors = [err130];
                                        }
                                        else {
                                            vErrors.push(err130);
                                        }
                                        errors++;
                                    }
                                }
                                if (data61.reserve !== undefined) {
                                    let data63 = data61.reserve;
                                    if ((typeof data63 == "number") && (isFinite(data63))) {
                                        if (data63 > 1 || isNaN(data63)) {
                                            const err131 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/reserve", schemaPath: "#/properties/budget/properties/tiers/additionalProperties/properties/reserve/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 } };
                                            if (vErrors === null) {
                                                vErrors = [err131];
                                            }
                                            else {
                                                vErrors.push(err131);
                                            }
                                            errors++;
                                        }
                                        if (data63 < 0 || isNaN(data63)) {
                                            const err132 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/reserve", schemaPath: "#/properties/budget/properties/tiers/additionalProperties/properties/reserve/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                            if (vErrors === null) {
                                                vErrors = [err132];
                                            }
                                            else {
                                                vErrors.push(err132);
                                            }
                                            errors++;
                                        }
                                    }
                                    else {
                                        const err133 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1") + "/reserve", schemaPath: "#/properties/budget/properties/tiers/additionalProperties/properties/reserve/type", keyword: "type", params: { type: "number" } };
                                        if (vErrors === null) {
                                            vErrors = [err133];
                                        }
                                        else {
                                            vErrors.push(err133);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err134 = { instancePath: instancePath + "/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/budget/properties/tiers/additionalProperties/type", keyword: "type", params: { type: "object" } };
                                if (vErrors === null) {
                                    vErrors = [err134];
                                }
                                else {
                                    vErrors.push(err134);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err135 = { instancePath: instancePath + "/budget/tiers", schemaPath: "#/properties/budget/properties/tiers/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err135];
                        }
                        else {
                            vErrors.push(err135);
                        }
                        errors++;
                    }
                }
                if (data49.phases !== undefined) {
                    let data64 = data49.phases;
                    if (data64 && typeof data64 == "object" && !Array.isArray(data64)) {
                        for (const key22 in data64) {
                            const _errs136 = errors;
                            if (!(validate53(key22, { instancePath: instancePath + "/budget/phases", parentData: data64, parentDataProperty: "phases", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                errors = vErrors.length;
                            }
                            var valid41 = _errs136 === errors;
                            if (!valid41) {
                                const err136 = { instancePath: instancePath + "/budget/phases", schemaPath: "#/properties/budget/properties/phases/propertyNames", keyword: "propertyNames", params: { propertyName: key22 } };
                                if (vErrors === null) {
                                    vErrors = [err136];
                                }
                                else {
                                    vErrors.push(err136);
                                }
                                errors++;
                            }
                        }
                        for (const key23 in data64) {
                            let data65 = data64[key23];
                            if (Array.isArray(data65)) {
                                if (data65.length > 2) {
                                    const err137 = { instancePath: instancePath + "/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/budget/properties/phases/additionalProperties/maxItems", keyword: "maxItems", params: { limit: 2 } };
                                    if (vErrors === null) {
                                        vErrors = [err137];
                                    }
                                    else {
                                        vErrors.push(err137);
                                    }
                                    errors++;
                                }
                                if (data65.length < 2) {
                                    const err138 = { instancePath: instancePath + "/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/budget/properties/phases/additionalProperties/minItems", keyword: "minItems", params: { limit: 2 } };
                                    if (vErrors === null) {
                                        vErrors = [err138];
                                    }
                                    else {
                                        vErrors.push(err138);
                                    }
                                    errors++;
                                }
                                const len9 = data65.length;
                                for (let i9 = 0; i9 < len9; i9++) {
                                    let data66 = data65[i9];
                                    if (!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))) {
                                        const err139 = { instancePath: instancePath + "/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i9, schemaPath: "#/properties/budget/properties/phases/additionalProperties/items/type", keyword: "type", params: { type: "integer" } };
                                        if (vErrors === null) {
                                            vErrors = [err139];
                                        }
                                        else {
                                            vErrors.push(err139);
                                        }
                                        errors++;
                                    }
                                    if ((typeof data66 == "number") && (isFinite(data66))) {
                                        if (data66 > 1000000000000000 || isNaN(data66)) {
                                            const err140 = { instancePath: instancePath + "/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i9, schemaPath: "#/properties/budget/properties/phases/additionalProperties/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000000000000000 } };
                                            if (vErrors === null) {
                                                vErrors = [err140];
                                            }
                                            else {
                                                vErrors.push(err140);
                                            }
                                            errors++;
                                        }
                                        if (data66 < 0 || isNaN(data66)) {
                                            const err141 = { instancePath: instancePath + "/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i9, schemaPath: "#/properties/budget/properties/phases/additionalProperties/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                            if (vErrors === null) {
                                                vErrors = [err141];
                                            }
                                            else {
                                                vErrors.push(err141);
                                            }
                                            errors++;
                                        }
                                    }
                                }
                            }
                            else {
                                const err142 = { instancePath: instancePath + "/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/budget/properties/phases/additionalProperties/type", keyword: "type", params: { type: "array" } };
                                if (vErrors === null) {
                                    vErrors = [err142];
                                }
                                else {
                                    vErrors.push(err142);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err143 = { instancePath: instancePath + "/budget/phases", schemaPath: "#/properties/budget/properties/phases/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err143];
                        }
                        else {
                            vErrors.push(err143);
                        }
                        errors++;
                    }
                }
                if (data49.on_unmeasured !== undefined) {
                    let data67 = data49.on_unmeasured;
                    if (!(((data67 === "warn") || (data67 === "defer")) || (data67 === "fail"))) {
                        const err144 = { instancePath: instancePath + "/budget/on_unmeasured", schemaPath: "#/properties/budget/properties/on_unmeasured/enum", keyword: "enum", params: { allowedValues: schema19.properties.budget.properties.on_unmeasured.enum } };
                        if (vErrors === null) {
                            vErrors = [err144];
                        }
                        else {
                            vErrors.push(err144);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err145 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                    vErrors = [err145];
                }
                else {
                    vErrors.push(err145);
                }
                errors++;
            }
        }
        if (data.targets !== undefined) {
            let data68 = data.targets;
            if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
                if (Object.keys(data68).length > 100) {
                    const err146 = { instancePath: instancePath + "/targets", schemaPath: "#/properties/targets/maxProperties", keyword: "maxProperties", params: { limit: 100 } };
                    if (vErrors === null) {
                        vErrors = [err146];
                    }
                    else {
                        vErrors.push(err146);
                    }
                    errors++;
                }
                for (const key24 in data68) {
                    const _errs145 = errors;
                    if (!(validate60(key24, { instancePath: instancePath + "/targets", parentData: data68, parentDataProperty: "targets", rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
                        errors = vErrors.length;
                    }
                    var valid45 = _errs145 === errors;
                    if (!valid45) {
                        const err147 = { instancePath: instancePath + "/targets", schemaPath: "#/properties/targets/propertyNames", keyword: "propertyNames", params: { propertyName: key24 } };
                        if (vErrors === null) {
                            vErrors = [err147];
                        }
                        else {
                            vErrors.push(err147);
                        }
                        errors++;
                    }
                }
                for (const key25 in data68) {
                    let data69 = data68[key25];
                    if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
                        if (data69.what === undefined) {
                            const err148 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/targets/additionalProperties/required", keyword: "required", params: { missingProperty: "what" } };
                            if (vErrors === null) {
                                vErrors = [err148];
                            }
                            else {
                                vErrors.push(err148);
                            }
                            errors++;
                        }
                        if (data69.measured_by === undefined) {
                            const err149 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/targets/additionalProperties/required", keyword: "required", params: { missingProperty: "measured_by" } };
                            if (vErrors === null) {
                                vErrors = [err149];
                            }
                            else {
                                vErrors.push(err149);
                            }
                            errors++;
                        }
                        for (const key26 in data69) {
                            if (!(func1.call(schema19.properties.targets.additionalProperties.properties, key26))) {
                                const err150 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/targets/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key26 } };
                                if (vErrors === null) {
                                    vErrors = [err150];
                                }
                                else {
                                    vErrors.push(err150);
                                }
                                errors++;
                            }
                        }
                        if (data69.what !== undefined) {
                            let data70 = data69.what;
                            if (typeof data70 === "string") {
                                if (func2(data70) > 2000) {
                                    const err151 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/what", schemaPath: "#/properties/targets/additionalProperties/properties/what/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                                    if (vErrors === null) {
                                        vErrors = [err151];
                                    }
                                    else {
                                        vErrors.push(err151);
                                    }
                                    errors++;
                                }
                                if (func2(data70) < 1) {
                                    const err152 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/what", schemaPath: "#/properties/targets/additionalProperties/properties/what/minLength", keyword: "minLength", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err152];
                                    }
                                    else {
                                        vErrors.push(err152);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err153 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/what", schemaPath: "#/properties/targets/additionalProperties/properties/what/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                    vErrors = [err153];
                                }
                                else {
                                    vErrors.push(err153);
                                }
                                errors++;
                            }
                        }
                        if (data69.below !== undefined) {
                            let data71 = data69.below;
                            if (!((typeof data71 == "number") && (isFinite(data71)))) {
                                const err154 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/below", schemaPath: "#/properties/targets/additionalProperties/properties/below/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err154];
                                }
                                else {
                                    vErrors.push(err154);
                                }
                                errors++;
                            }
                        }
                        if (data69.above !== undefined) {
                            let data72 = data69.above;
                            if (!((typeof data72 == "number") && (isFinite(data72)))) {
                                const err155 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/above", schemaPath: "#/properties/targets/additionalProperties/properties/above/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err155];
                                }
                                else {
                                    vErrors.push(err155);
                                }
                                errors++;
                            }
                        }
                        if (data69.at_most !== undefined) {
                            let data73 = data69.at_most;
                            if (!((typeof data73 == "number") && (isFinite(data73)))) {
                                const err156 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/at_most", schemaPath: "#/properties/targets/additionalProperties/properties/at_most/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err156];
                                }
                                else {
                                    vErrors.push(err156);
                                }
                                errors++;
                            }
                        }
                        if (data69.at_least !== undefined) {
                            let data74 = data69.at_least;
                            if (!((typeof data74 == "number") && (isFinite(data74)))) {
                                const err157 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/at_least", schemaPath: "#/properties/targets/additionalProperties/properties/at_least/type", keyword: "type", params: { type: "number" } };
                                if (vErrors === null) {
                                    vErrors = [err157];
                                }
                                else {
                                    vErrors.push(err157);
                                }
                                errors++;
                            }
                        }
                        if (data69.between !== undefined) {
                            let data75 = data69.between;
                            if (Array.isArray(data75)) {
                                if (data75.length > 2) {
                                    const err158 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/between", schemaPath: "#/properties/targets/additionalProperties/properties/between/maxItems", keyword: "maxItems", params: { limit: 2 } };
                                    if (vErrors === null) {
                                        vErrors = [err158];
                                    }
                                    else {
                                        vErrors.push(err158);
                                    }
                                    errors++;
                                }
                                if (data75.length < 2) {
                                    const err159 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/between", schemaPath: "#/properties/targets/additionalProperties/properties/between/minItems", keyword: "minItems", params: { limit: 2 } };
                                    if (vErrors === null) {
                                        vErrors = [err159];
                                    }
                                    else {
                                        vErrors.push(err159);
                                    }
                                    errors++;
                                }
                                const len10 = data75.length;
                                for (let i10 = 0; i10 < len10; i10++) {
                                    let data76 = data75[i10];
                                    if (!((typeof data76 == "number") && (isFinite(data76)))) {
                                        const err160 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/between/" + i10, schemaPath: "#/properties/targets/additionalProperties/properties/between/items/type", keyword: "type", params: { type: "number" } };
                                        if (vErrors === null) {
                                            vErrors = [err160];
                                        }
                                        else {
                                            vErrors.push(err160);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err161 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/between", schemaPath: "#/properties/targets/additionalProperties/properties/between/type", keyword: "type", params: { type: "array" } };
                                if (vErrors === null) {
                                    vErrors = [err161];
                                }
                                else {
                                    vErrors.push(err161);
                                }
                                errors++;
                            }
                        }
                        if (data69.trend !== undefined) {
                            let data77 = data69.trend;
                            if (!(((data77 === "down") || (data77 === "up")) || (data77 === "steady"))) {
                                const err162 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/trend", schemaPath: "#/properties/targets/additionalProperties/properties/trend/enum", keyword: "enum", params: { allowedValues: schema19.properties.targets.additionalProperties.properties.trend.enum } };
                                if (vErrors === null) {
                                    vErrors = [err162];
                                }
                                else {
                                    vErrors.push(err162);
                                }
                                errors++;
                            }
                        }
                        if (data69.measured_by !== undefined) {
                            let data78 = data69.measured_by;
                            if (!((((((data78 === "ledger") || (data78 === "outcomes")) || (data78 === "pull_requests")) || (data78 === "checks")) || (data78 === "forecast")) || (data78 === "nothing"))) {
                                const err163 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/measured_by", schemaPath: "#/properties/targets/additionalProperties/properties/measured_by/enum", keyword: "enum", params: { allowedValues: schema19.properties.targets.additionalProperties.properties.measured_by.enum } };
                                if (vErrors === null) {
                                    vErrors = [err163];
                                }
                                else {
                                    vErrors.push(err163);
                                }
                                errors++;
                            }
                        }
                        if (data69.because !== undefined) {
                            let data79 = data69.because;
                            if (typeof data79 === "string") {
                                if (func2(data79) > 2000) {
                                    const err164 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/because", schemaPath: "#/properties/targets/additionalProperties/properties/because/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                                    if (vErrors === null) {
                                        vErrors = [err164];
                                    }
                                    else {
                                        vErrors.push(err164);
                                    }
                                    errors++;
                                }
                                if (func2(data79) < 1) {
                                    const err165 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/because", schemaPath: "#/properties/targets/additionalProperties/properties/because/minLength", keyword: "minLength", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err165];
                                    }
                                    else {
                                        vErrors.push(err165);
                                    }
                                    errors++;
                                }
                            }
                            else {
                                const err166 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1") + "/because", schemaPath: "#/properties/targets/additionalProperties/properties/because/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                    vErrors = [err166];
                                }
                                else {
                                    vErrors.push(err166);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err167 = { instancePath: instancePath + "/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/targets/additionalProperties/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err167];
                        }
                        else {
                            vErrors.push(err167);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err168 = { instancePath: instancePath + "/targets", schemaPath: "#/properties/targets/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                    vErrors = [err168];
                }
                else {
                    vErrors.push(err168);
                }
                errors++;
            }
        }
        if (data.models !== undefined) {
            let data80 = data.models;
            if (Array.isArray(data80)) {
                if (data80.length > 200) {
                    const err169 = { instancePath: instancePath + "/models", schemaPath: "#/properties/models/maxItems", keyword: "maxItems", params: { limit: 200 } };
                    if (vErrors === null) {
                        vErrors = [err169];
                    }
                    else {
                        vErrors.push(err169);
                    }
                    errors++;
                }
                const len11 = data80.length;
                for (let i11 = 0; i11 < len11; i11++) {
                    let data81 = data80[i11];
                    if (data81 && typeof data81 == "object" && !Array.isArray(data81)) {
                        if (data81.id === undefined) {
                            const err170 = { instancePath: instancePath + "/models/" + i11, schemaPath: "#/properties/models/items/required", keyword: "required", params: { missingProperty: "id" } };
                            if (vErrors === null) {
                                vErrors = [err170];
                            }
                            else {
                                vErrors.push(err170);
                            }
                            errors++;
                        }
                        if (data81.line === undefined) {
                            const err171 = { instancePath: instancePath + "/models/" + i11, schemaPath: "#/properties/models/items/required", keyword: "required", params: { missingProperty: "line" } };
                            if (vErrors === null) {
                                vErrors = [err171];
                            }
                            else {
                                vErrors.push(err171);
                            }
                            errors++;
                        }
                        for (const key27 in data81) {
                            if (!((((((key27 === "id") || (key27 === "line")) || (key27 === "lifecycle")) || (key27 === "retires_at")) || (key27 === "providers")) || (key27 === "prices"))) {
                                const err172 = { instancePath: instancePath + "/models/" + i11, schemaPath: "#/properties/models/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key27 } };
                                if (vErrors === null) {
                                    vErrors = [err172];
                                }
                                else {
                                    vErrors.push(err172);
                                }
                                errors++;
                            }
                        }
                        if (data81.id !== undefined) {
                            if (!(validate55(data81.id, { instancePath: instancePath + "/models/" + i11 + "/id", parentData: data81, parentDataProperty: "id", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data81.line !== undefined) {
                            let data83 = data81.line;
                            if (!(((((data83 === "haiku") || (data83 === "sonnet")) || (data83 === "opus")) || (data83 === "fable")) || (data83 === "mythos"))) {
                                const err173 = { instancePath: instancePath + "/models/" + i11 + "/line", schemaPath: "#/properties/models/items/properties/line/enum", keyword: "enum", params: { allowedValues: schema19.properties.models.items.properties.line.enum } };
                                if (vErrors === null) {
                                    vErrors = [err173];
                                }
                                else {
                                    vErrors.push(err173);
                                }
                                errors++;
                            }
                        }
                        if (data81.lifecycle !== undefined) {
                            let data84 = data81.lifecycle;
                            if (!(((data84 === "active") || (data84 === "deprecated")) || (data84 === "retired"))) {
                                const err174 = { instancePath: instancePath + "/models/" + i11 + "/lifecycle", schemaPath: "#/properties/models/items/properties/lifecycle/enum", keyword: "enum", params: { allowedValues: schema19.properties.models.items.properties.lifecycle.enum } };
                                if (vErrors === null) {
                                    vErrors = [err174];
                                }
                                else {
                                    vErrors.push(err174);
                                }
                                errors++;
                            }
                        }
                        if (data81.retires_at !== undefined) {
                            if (!(validate101(data81.retires_at, { instancePath: instancePath + "/models/" + i11 + "/retires_at", parentData: data81, parentDataProperty: "retires_at", rootData, dynamicAnchors }))) {
                                vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
                                errors = vErrors.length;
                            }
                        }
                        if (data81.providers !== undefined) {
                            let data86 = data81.providers;
                            if (data86 && typeof data86 == "object" && !Array.isArray(data86)) {
                                if (Object.keys(data86).length > 20) {
                                    const err175 = { instancePath: instancePath + "/models/" + i11 + "/providers", schemaPath: "#/properties/models/items/properties/providers/maxProperties", keyword: "maxProperties", params: { limit: 20 } };
                                    if (vErrors === null) {
                                        vErrors = [err175];
                                    }
                                    else {
                                        vErrors.push(err175);
                                    }
                                    errors++;
                                }
                                for (const key28 in data86) {
                                    const _errs179 = errors;
                                    if (!(validate53(key28, { instancePath: instancePath + "/models/" + i11 + "/providers", parentData: data86, parentDataProperty: "providers", rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                        errors = vErrors.length;
                                    }
                                    var valid53 = _errs179 === errors;
                                    if (!valid53) {
                                        const err176 = { instancePath: instancePath + "/models/" + i11 + "/providers", schemaPath: "#/properties/models/items/properties/providers/propertyNames", keyword: "propertyNames", params: { propertyName: key28 } };
                                        if (vErrors === null) {
                                            vErrors = [err176];
                                        }
                                        else {
                                            vErrors.push(err176);
                                        }
                                        errors++;
                                    }
                                }
                                for (const key29 in data86) {
                                    if (!(validate55(data86[key29], { instancePath: instancePath + "/models/" + i11 + "/providers/" + key29.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data86, parentDataProperty: key29, rootData, dynamicAnchors }))) {
                                        vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                                        errors = vErrors.length;
                                    }
                                }
                            }
                            else {
                                const err177 = { instancePath: instancePath + "/models/" + i11 + "/providers", schemaPath: "#/properties/models/items/properties/providers/type", keyword: "type", params: { type: "object" } };
                                if (vErrors === null) {
                                    vErrors = [err177];
                                }
                                else {
                                    vErrors.push(err177);
                                }
                                errors++;
                            }
                        }
                        if (data81.prices !== undefined) {
                            let data88 = data81.prices;
                            if (Array.isArray(data88)) {
                                if (data88.length > 50) {
                                    const err178 = { instancePath: instancePath + "/models/" + i11 + "/prices", schemaPath: "#/properties/models/items/properties/prices/maxItems", keyword: "maxItems", params: { limit: 50 } };
                                    if (vErrors === null) {
                                        vErrors = [err178];
                                    }
                                    else {
                                        vErrors.push(err178);
                                    }
                                    errors++;
                                }
                                if (data88.length < 1) {
                                    const err179 = { instancePath: instancePath + "/models/" + i11 + "/prices", schemaPath: "#/properties/models/items/properties/prices/minItems", keyword: "minItems", params: { limit: 1 } };
                                    if (vErrors === null) {
                                        vErrors = [err179];
                                    }
                                    else {
                                        vErrors.push(err179);
                                    }
                                    errors++;
                                }
                                const len12 = data88.length;
                                for (let i12 = 0; i12 < len12; i12++) {
                                    let data89 = data88[i12];
                                    if (data89 && typeof data89 == "object" && !Array.isArray(data89)) {
                                        if (data89.input === undefined) {
                                            const err180 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12, schemaPath: "#/properties/models/items/properties/prices/items/required", keyword: "required", params: { missingProperty: "input" } };
                                            if (vErrors === null) {
                                                vErrors = [err180];
                                            }
                                            else {
                                                vErrors.push(err180);
                                            }
                                            errors++;
                                        }
                                        if (data89.output === undefined) {
                                            const err181 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12, schemaPath: "#/properties/models/items/properties/prices/items/required", keyword: "required", params: { missingProperty: "output" } };
                                            if (vErrors === null) {
                                                vErrors = [err181];
                                            }
                                            else {
                                                vErrors.push(err181);
                                            }
                                            errors++;
                                        }
                                        if (data89.cache_read === undefined) {
                                            const err182 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12, schemaPath: "#/properties/models/items/properties/prices/items/required", keyword: "required", params: { missingProperty: "cache_read" } };
                                            if (vErrors === null) {
                                                vErrors = [err182];
                                            }
                                            else {
                                                vErrors.push(err182);
                                            }
                                            errors++;
                                        }
                                        if (data89.cache_write_5m === undefined) {
                                            const err183 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12, schemaPath: "#/properties/models/items/properties/prices/items/required", keyword: "required", params: { missingProperty: "cache_write_5m" } };
                                            if (vErrors === null) {
                                                vErrors = [err183];
                                            }
                                            else {
                                                vErrors.push(err183);
                                            }
                                            errors++;
                                        }
                                        if (data89.cache_write_1h === undefined) {
                                            const err184 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12, schemaPath: "#/properties/models/items/properties/prices/items/required", keyword: "required", params: { missingProperty: "cache_write_1h" } };
                                            if (vErrors === null) {
                                                vErrors = [err184];
                                            }
                                            else {
                                                vErrors.push(err184);
                                            }
                                            errors++;
                                        }
                                        for (const key30 in data89) {
                                            if (!((((((((key30 === "from") || (key30 === "to")) || (key30 === "up_to_prompt_tokens")) || (key30 === "input")) || (key30 === "output")) || (key30 === "cache_read")) || (key30 === "cache_write_5m")) || (key30 === "cache_write_1h"))) {
                                                const err185 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12, schemaPath: "#/properties/models/items/properties/prices/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key30 } };
                                                if (vErrors === null) {
                                                    vErrors = [err185];
                                                }
                                                else {
                                                    vErrors.push(err185);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data89.from !== undefined) {
                                            if (!(validate101(data89.from, { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/from", parentData: data89, parentDataProperty: "from", rootData, dynamicAnchors }))) {
                                                vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
                                                errors = vErrors.length;
                                            }
                                        }
                                        if (data89.to !== undefined) {
                                            if (!(validate101(data89.to, { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/to", parentData: data89, parentDataProperty: "to", rootData, dynamicAnchors }))) {
                                                vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
                                                errors = vErrors.length;
                                            }
                                        }
                                        if (data89.up_to_prompt_tokens !== undefined) {
                                            let data92 = data89.up_to_prompt_tokens;
                                            if (!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))) {
                                                const err186 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/up_to_prompt_tokens", schemaPath: "#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/type", keyword: "type", params: { type: "integer" } };
                                                if (vErrors === null) {
                                                    vErrors = [err186];
                                                }
                                                else {
                                                    vErrors.push(err186);
                                                }
                                                errors++;
                                            }
                                            if ((typeof data92 == "number") && (isFinite(data92))) {
                                                if (data92 > 1000000000 || isNaN(data92)) {
                                                    const err187 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/up_to_prompt_tokens", schemaPath: "#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000000000 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err187];
                                                    }
                                                    else {
                                                        vErrors.push(err187);
                                                    }
                                                    errors++;
                                                }
                                                if (data92 < 1 || isNaN(data92)) {
                                                    const err188 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/up_to_prompt_tokens", schemaPath: "#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err188];
                                                    }
                                                    else {
                                                        vErrors.push(err188);
                                                    }
                                                    errors++;
                                                }
                                            }
                                        }
                                        if (data89.input !== undefined) {
                                            let data93 = data89.input;
                                            if ((typeof data93 == "number") && (isFinite(data93))) {
                                                if (data93 > 100000 || isNaN(data93)) {
                                                    const err189 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/input", schemaPath: "#/properties/models/items/properties/prices/items/properties/input/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err189];
                                                    }
                                                    else {
                                                        vErrors.push(err189);
                                                    }
                                                    errors++;
                                                }
                                                if (data93 < 0 || isNaN(data93)) {
                                                    const err190 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/input", schemaPath: "#/properties/models/items/properties/prices/items/properties/input/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err190];
                                                    }
                                                    else {
                                                        vErrors.push(err190);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err191 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/input", schemaPath: "#/properties/models/items/properties/prices/items/properties/input/type", keyword: "type", params: { type: "number" } };
                                                if (vErrors === null) {
                                                    vErrors = [err191];
                                                }
                                                else {
                                                    vErrors.push(err191);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data89.output !== undefined) {
                                            let data94 = data89.output;
                                            if ((typeof data94 == "number") && (isFinite(data94))) {
                                                if (data94 > 100000 || isNaN(data94)) {
                                                    const err192 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/output", schemaPath: "#/properties/models/items/properties/prices/items/properties/output/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err192];
                                                    }
                                                    else {
                                                        vErrors.push(err192);
                                                    }
                                                    errors++;
                                                }
                                                if (data94 < 0 || isNaN(data94)) {
                                                    const err193 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/output", schemaPath: "#/properties/models/items/properties/prices/items/properties/output/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err193];
                                                    }
                                                    else {
                                                        vErrors.push(err193);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err194 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/output", schemaPath: "#/properties/models/items/properties/prices/items/properties/output/type", keyword: "type", params: { type: "number" } };
                                                if (vErrors === null) {
                                                    vErrors = [err194];
                                                }
                                                else {
                                                    vErrors.push(err194);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data89.cache_read !== undefined) {
                                            let data95 = data89.cache_read;
                                            if ((typeof data95 == "number") && (isFinite(data95))) {
                                                if (data95 > 100000 || isNaN(data95)) {
                                                    const err195 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_read", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_read/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err195];
                                                    }
                                                    else {
                                                        vErrors.push(err195);
                                                    }
                                                    errors++;
                                                }
                                                if (data95 < 0 || isNaN(data95)) {
                                                    const err196 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_read", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_read/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err196];
                                                    }
                                                    else {
                                                        vErrors.push(err196);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err197 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_read", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_read/type", keyword: "type", params: { type: "number" } };
                                                if (vErrors === null) {
                                                    vErrors = [err197];
                                                }
                                                else {
                                                    vErrors.push(err197);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data89.cache_write_5m !== undefined) {
                                            let data96 = data89.cache_write_5m;
                                            if ((typeof data96 == "number") && (isFinite(data96))) {
                                                if (data96 > 100000 || isNaN(data96)) {
                                                    const err198 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_write_5m", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_write_5m/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err198];
                                                    }
                                                    else {
                                                        vErrors.push(err198);
                                                    }
                                                    errors++;
                                                }
                                                if (data96 < 0 || isNaN(data96)) {
                                                    const err199 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_write_5m", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_write_5m/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err199];
                                                    }
                                                    else {
                                                        vErrors.push(err199);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err200 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_write_5m", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_write_5m/type", keyword: "type", params: { type: "number" } };
                                                if (vErrors === null) {
                                                    vErrors = [err200];
                                                }
                                                else {
                                                    vErrors.push(err200);
                                                }
                                                errors++;
                                            }
                                        }
                                        if (data89.cache_write_1h !== undefined) {
                                            let data97 = data89.cache_write_1h;
                                            if ((typeof data97 == "number") && (isFinite(data97))) {
                                                if (data97 > 100000 || isNaN(data97)) {
                                                    const err201 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_write_1h", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_write_1h/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100000 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err201];
                                                    }
                                                    else {
                                                        vErrors.push(err201);
                                                    }
                                                    errors++;
                                                }
                                                if (data97 < 0 || isNaN(data97)) {
                                                    const err202 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_write_1h", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_write_1h/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                                    if (vErrors === null) {
                                                        vErrors = [err202];
                                                    }
                                                    else {
                                                        vErrors.push(err202);
                                                    }
                                                    errors++;
                                                }
                                            }
                                            else {
                                                const err203 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12 + "/cache_write_1h", schemaPath: "#/properties/models/items/properties/prices/items/properties/cache_write_1h/type", keyword: "type", params: { type: "number" } };
                                                if (vErrors === null) {
                                                    vErrors = [err203];
                                                }
                                                else {
                                                    vErrors.push(err203);
                                                }
                                                errors++;
                                            }
                                        }
                                    }
                                    else {
                                        const err204 = { instancePath: instancePath + "/models/" + i11 + "/prices/" + i12, schemaPath: "#/properties/models/items/properties/prices/items/type", keyword: "type", params: { type: "object" } };
                                        if (vErrors === null) {
                                            vErrors = [err204];
                                        }
                                        else {
                                            vErrors.push(err204);
                                        }
                                        errors++;
                                    }
                                }
                            }
                            else {
                                const err205 = { instancePath: instancePath + "/models/" + i11 + "/prices", schemaPath: "#/properties/models/items/properties/prices/type", keyword: "type", params: { type: "array" } };
                                if (vErrors === null) {
                                    vErrors = [err205];
                                }
                                else {
                                    vErrors.push(err205);
                                }
                                errors++;
                            }
                        }
                    }
                    else {
                        const err206 = { instancePath: instancePath + "/models/" + i11, schemaPath: "#/properties/models/items/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                            vErrors = [err206];
                        }
                        else {
                            vErrors.push(err206);
                        }
                        errors++;
                    }
                }
            }
            else {
                const err207 = { instancePath: instancePath + "/models", schemaPath: "#/properties/models/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                    vErrors = [err207];
                }
                else {
                    vErrors.push(err207);
                }
                errors++;
            }
        }
    }
    else {
        const err208 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
            vErrors = [err208];
        }
        else {
            vErrors.push(err208);
        }
        errors++;
    }
    validate52.errors = vErrors;
    return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
const validateExceptions = validate107;
const schema33 = { "type": "object", "properties": { "floor": { "description": "The floor that is gone below. It must be declared with `exceptions: approved`.", "$ref": "#/$defs/floorId" }, "agent": { "description": "The agent of the cell.", "$ref": "#/$defs/name" }, "phase": { "description": "The phase of the cell.", "$ref": "#/$defs/name" }, "tier": { "description": "The tier that the cell may go down to, and no lower.", "$ref": "#/$defs/name" }, "retire": { "description": "Instead of agent, phase and tier: the floor itself may be removed, lowered or narrowed.", "const": true }, "reason": { "description": "Why.", "type": "string", "minLength": 1, "maxLength": 2000 }, "approved_by": { "description": "Who approved it.", "type": "string", "minLength": 1, "maxLength": 200 }, "tracking": { "description": "Where it is followed up: an issue's address or number.", "type": "string", "minLength": 1, "maxLength": 500 }, "expires": { "description": "Last day (UTC) on which it counts; at most 90 days away.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, "renewals": { "description": "How often it was renewed. The gate asks for one more at each renewal. Default: 0.", "type": "integer", "minimum": 0, "maximum": 1000 } }, "required": ["floor", "reason", "approved_by", "tracking", "expires"], "additionalProperties": false, "if": { "required": ["retire"] }, "then": { "properties": { "agent": false, "phase": false, "tier": false } }, "else": { "required": ["agent", "phase", "tier"] } };
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate109.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern9.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate109.errors = vErrors;
    return errors === 0;
}
validate109.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate111(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate111.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (typeof data === "string") {
        if (!pattern4.test(data)) {
            const err0 = { instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    else {
        const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } };
        if (vErrors === null) {
            vErrors = [err1];
        }
        else {
            vErrors.push(err1);
        }
        errors++;
    }
    validate111.errors = vErrors;
    return errors === 0;
}
validate111.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate108.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    const _errs1 = errors;
    let valid0 = true;
    const _errs2 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing0;
        if ((data.retire === undefined) && (missing0 = "retire")) {
            const err0 = {};
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
    }
    var _valid0 = _errs2 === errors;
    errors = _errs1;
    if (vErrors !== null) {
        if (_errs1) {
            vErrors.length = _errs1;
        }
        else {
            vErrors = null;
        }
    }
    let ifClause0;
    if (_valid0) {
        const _errs3 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.agent !== undefined) {
                const err1 = { instancePath: instancePath + "/agent", schemaPath: "#/then/properties/agent/false schema", keyword: "false schema", params: {} };
                if (vErrors === null) {
                    vErrors = [err1];
                }
                else {
                    vErrors.push(err1);
                }
                errors++;
            }
            if (data.phase !== undefined) {
                const err2 = { instancePath: instancePath + "/phase", schemaPath: "#/then/properties/phase/false schema", keyword: "false schema", params: {} };
                if (vErrors === null) {
                    vErrors = [err2];
                }
                else {
                    vErrors.push(err2);
                }
                errors++;
            }
            if (data.tier !== undefined) {
                const err3 = { instancePath: instancePath + "/tier", schemaPath: "#/then/properties/tier/false schema", keyword: "false schema", params: {} };
                if (vErrors === null) {
                    vErrors = [err3];
                }
                else {
                    vErrors.push(err3);
                }
                errors++;
            }
        }
        var _valid0 = _errs3 === errors;
        valid0 = _valid0;
        if (valid0) {
            var props0 = {};
            props0.agent = true;
            props0.phase = true;
            props0.tier = true;
        }
        ifClause0 = "then";
    }
    else {
        const _errs4 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.agent === undefined) {
                const err4 = { instancePath, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "agent" } };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
            if (data.phase === undefined) {
                const err5 = { instancePath, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "phase" } };
                if (vErrors === null) {
                    vErrors = [err5];
                }
                else {
                    vErrors.push(err5);
                }
                errors++;
            }
            if (data.tier === undefined) {
                const err6 = { instancePath, schemaPath: "#/else/required", keyword: "required", params: { missingProperty: "tier" } };
                if (vErrors === null) {
                    vErrors = [err6];
                }
                else {
                    vErrors.push(err6);
                }
                errors++;
            }
        }
        var _valid0 = _errs4 === errors;
        valid0 = _valid0;
        ifClause0 = "else";
    }
    if (!valid0) {
        const err7 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 } };
        if (vErrors === null) {
            vErrors = [err7];
        }
        else {
            vErrors.push(err7);
        }
        errors++;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.floor === undefined) {
            const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "floor" } };
            if (vErrors === null) {
                vErrors = [err8];
            }
            else {
                vErrors.push(err8);
            }
            errors++;
        }
        if (data.reason === undefined) {
            const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" } };
            if (vErrors === null) {
                vErrors = [err9];
            }
            else {
                vErrors.push(err9);
            }
            errors++;
        }
        if (data.approved_by === undefined) {
            const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approved_by" } };
            if (vErrors === null) {
                vErrors = [err10];
            }
            else {
                vErrors.push(err10);
            }
            errors++;
        }
        if (data.tracking === undefined) {
            const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tracking" } };
            if (vErrors === null) {
                vErrors = [err11];
            }
            else {
                vErrors.push(err11);
            }
            errors++;
        }
        if (data.expires === undefined) {
            const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" } };
            if (vErrors === null) {
                vErrors = [err12];
            }
            else {
                vErrors.push(err12);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!(func1.call(schema33.properties, key0))) {
                const err13 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
                if (vErrors === null) {
                    vErrors = [err13];
                }
                else {
                    vErrors.push(err13);
                }
                errors++;
            }
        }
        if (data.floor !== undefined) {
            if (!(validate109(data.floor, { instancePath: instancePath + "/floor", parentData: data, parentDataProperty: "floor", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
                errors = vErrors.length;
            }
        }
        if (data.agent !== undefined) {
            if (!(validate111(data.agent, { instancePath: instancePath + "/agent", parentData: data, parentDataProperty: "agent", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
                errors = vErrors.length;
            }
        }
        if (data.phase !== undefined) {
            if (!(validate111(data.phase, { instancePath: instancePath + "/phase", parentData: data, parentDataProperty: "phase", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
                errors = vErrors.length;
            }
        }
        if (data.tier !== undefined) {
            if (!(validate111(data.tier, { instancePath: instancePath + "/tier", parentData: data, parentDataProperty: "tier", rootData, dynamicAnchors }))) {
                vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
                errors = vErrors.length;
            }
        }
        if (data.retire !== undefined) {
            if (true !== data.retire) {
                const err14 = { instancePath: instancePath + "/retire", schemaPath: "#/properties/retire/const", keyword: "const", params: { allowedValue: true } };
                if (vErrors === null) {
                    vErrors = [err14];
                }
                else {
                    vErrors.push(err14);
                }
                errors++;
            }
        }
        if (data.reason !== undefined) {
            let data8 = data.reason;
            if (typeof data8 === "string") {
                if (func2(data8) > 2000) {
                    const err15 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 2000 } };
                    if (vErrors === null) {
                        vErrors = [err15];
                    }
                    else {
                        vErrors.push(err15);
                    }
                    errors++;
                }
                if (func2(data8) < 1) {
                    const err16 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 } };
                    if (vErrors === null) {
                        vErrors = [err16];
                    }
                    else {
                        vErrors.push(err16);
                    }
                    errors++;
                }
            }
            else {
                const err17 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                    vErrors = [err17];
                }
                else {
                    vErrors.push(err17);
                }
                errors++;
            }
        }
        if (data.approved_by !== undefined) {
            let data9 = data.approved_by;
            if (typeof data9 === "string") {
                if (func2(data9) > 200) {
                    const err18 = { instancePath: instancePath + "/approved_by", schemaPath: "#/properties/approved_by/maxLength", keyword: "maxLength", params: { limit: 200 } };
                    if (vErrors === null) {
                        vErrors = [err18];
                    }
                    else {
                        vErrors.push(err18);
                    }
                    errors++;
                }
                if (func2(data9) < 1) {
                    const err19 = { instancePath: instancePath + "/approved_by", schemaPath: "#/properties/approved_by/minLength", keyword: "minLength", params: { limit: 1 } };
                    if (vErrors === null) {
                        vErrors = [err19];
                    }
                    else {
                        vErrors.push(err19);
                    }
                    errors++;
                }
            }
            else {
                const err20 = { instancePath: instancePath + "/approved_by", schemaPath: "#/properties/approved_by/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                    vErrors = [err20];
                }
                else {
                    vErrors.push(err20);
                }
                errors++;
            }
        }
        if (data.tracking !== undefined) {
            let data10 = data.tracking;
            if (typeof data10 === "string") {
                if (func2(data10) > 500) {
                    const err21 = { instancePath: instancePath + "/tracking", schemaPath: "#/properties/tracking/maxLength", keyword: "maxLength", params: { limit: 500 } };
                    if (vErrors === null) {
                        vErrors = [err21];
                    }
                    else {
                        vErrors.push(err21);
                    }
                    errors++;
                }
                if (func2(data10) < 1) {
                    const err22 = { instancePath: instancePath + "/tracking", schemaPath: "#/properties/tracking/minLength", keyword: "minLength", params: { limit: 1 } };
                    if (vErrors === null) {
                        vErrors = [err22];
                    }
                    else {
                        vErrors.push(err22);
                    }
                    errors++;
                }
            }
            else {
                const err23 = { instancePath: instancePath + "/tracking", schemaPath: "#/properties/tracking/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                    vErrors = [err23];
                }
                else {
                    vErrors.push(err23);
                }
                errors++;
            }
        }
        if (data.expires !== undefined) {
            let data11 = data.expires;
            if (typeof data11 === "string") {
                if (!pattern11.test(data11)) {
                    const err24 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } };
                    if (vErrors === null) {
                        vErrors = [err24];
                    }
                    else {
                        vErrors.push(err24);
                    }
                    errors++;
                }
            }
            else {
                const err25 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                    vErrors = [err25];
                }
                else {
                    vErrors.push(err25);
                }
                errors++;
            }
        }
        if (data.renewals !== undefined) {
            let data12 = data.renewals;
            if (!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))) {
                const err26 = { instancePath: instancePath + "/renewals", schemaPath: "#/properties/renewals/type", keyword: "type", params: { type: "integer" } };
                if (vErrors === null) {
                    vErrors = [err26];
                }
                else {
                    vErrors.push(err26);
                }
                errors++;
            }
            if ((typeof data12 == "number") && (isFinite(data12))) {
                if (data12 > 1000 || isNaN(data12)) {
                    const err27 = { instancePath: instancePath + "/renewals", schemaPath: "#/properties/renewals/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1000 } };
                    if (vErrors === null) {
                        vErrors = [err27];
                    }
                    else {
                        vErrors.push(err27);
                    }
                    errors++;
                }
                if (data12 < 0 || isNaN(data12)) {
                    const err28 = { instancePath: instancePath + "/renewals", schemaPath: "#/properties/renewals/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                    if (vErrors === null) {
                        vErrors = [err28];
                    }
                    else {
                        vErrors.push(err28);
                    }
                    errors++;
                }
            }
        }
    }
    else {
        const err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
            vErrors = [err29];
        }
        else {
            vErrors.push(err29);
        }
        errors++;
    }
    validate108.errors = vErrors;
    return errors === 0;
}
validate108.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
    /*# sourceURL="exceptions.schema.json" */ ;
    let vErrors = null;
    let errors = 0;
    const evaluated0 = validate107.evaluated;
    if (evaluated0.dynamicProps) {
        evaluated0.props = undefined;
    }
    if (evaluated0.dynamicItems) {
        evaluated0.items = undefined;
    }
    if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.exceptions === undefined) {
            const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "exceptions" } };
            if (vErrors === null) {
                vErrors = [err0];
            }
            else {
                vErrors.push(err0);
            }
            errors++;
        }
        for (const key0 in data) {
            if (!((key0 === "version") || (key0 === "exceptions"))) {
                const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
                if (vErrors === null) {
                    vErrors = [err1];
                }
                else {
                    vErrors.push(err1);
                }
                errors++;
            }
        }
        if (data.version !== undefined) {
            if (1 !== data.version) {
                const err2 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 } };
                if (vErrors === null) {
                    vErrors = [err2];
                }
                else {
                    vErrors.push(err2);
                }
                errors++;
            }
        }
        if (data.exceptions !== undefined) {
            let data1 = data.exceptions;
            if (Array.isArray(data1)) {
                if (data1.length > 500) {
                    const err3 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/maxItems", keyword: "maxItems", params: { limit: 500 } };
                    if (vErrors === null) {
                        vErrors = [err3];
                    }
                    else {
                        vErrors.push(err3);
                    }
                    errors++;
                }
                const len0 = data1.length;
                for (let i0 = 0; i0 < len0; i0++) {
                    if (!(validate108(data1[i0], { instancePath: instancePath + "/exceptions/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors }))) {
                        vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
                        errors = vErrors.length;
                    }
                }
            }
            else {
                const err4 = { instancePath: instancePath + "/exceptions", schemaPath: "#/properties/exceptions/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                    vErrors = [err4];
                }
                else {
                    vErrors.push(err4);
                }
                errors++;
            }
        }
    }
    else {
        const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
            vErrors = [err5];
        }
        else {
            vErrors.push(err5);
        }
        errors++;
    }
    validate107.errors = vErrors;
    return errors === 0;
}
validate107.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };


/***/ }),

/***/ 7252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ isCommitId),
/* harmony export */   z: () => (/* binding */ BlobTooLarge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);

/** A blob that has more bytes than the caller wants to read. */
class BlobTooLarge extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    constructor(blob, size, limit) {
        super(`The object ${blob} has ${size} bytes; at most ${limit} are read.`);
        this.name = 'BlobTooLarge';
    }
}
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** True for a full commit id that is not the all-zero id, which git uses for "no commit". */
function isCommitId(text) {
    return typeof text === 'string' && COMMIT.test(text) && !/^0+$/.test(text);
}


/***/ }),

/***/ 7702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ parseEvent),
  a: () => (/* binding */ repositoryName)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/commit-reader.js
var commit_reader = __webpack_require__(7252);
;// CONCATENATED MODULE: ./build/github/event-fields.js

/** The value at a dotted path; undefined when a step of it is missing or null. */
function at(payload, path) {
    let value = payload;
    for (const step of path.split('.')) {
        if (!isRecord(value) || !Object.hasOwn(value, step))
            return undefined;
        value = value[step];
    }
    return value ?? undefined;
}
/** The value at a path that the event must have. Throws `UserError` naming the path. */
function required(event, payload, path, is) {
    const value = at(payload, path);
    if (is(value))
        return value;
    throw new errors/* UserError */.yo(value === undefined
        ? `The payload of the ${event} event has no ${path}.`
        : `The payload of the ${event} event has a ${path} of an unexpected form.`, 'GITHUB_EVENT_PATH must name the file that GitHub wrote for this event.');
}
/** The value at a path, or null when it is missing. Throws `UserError` when it is there in another form. */
function optional(event, payload, path, is) {
    return at(payload, path) === undefined ? null : required(event, payload, path, is);
}
/** True only for a `true` at the path. */
function flag(payload, path) {
    return at(payload, path) === true;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}

;// CONCATENATED MODULE: ./build/github/event.js



const PULL_REQUEST_EVENTS = [
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
];
/**
 * Reads the payload of the event that started a workflow. Pure: `env` gives `GITHUB_SHA` and `GITHUB_REF`.
 * Throws `UserError` naming the field when one that the event must have is missing or of another type.
 * Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
function parseEvent(name, payload, env) {
    if (PULL_REQUEST_EVENTS.includes(name))
        return pullRequest(name, payload, env);
    if (name === 'merge_group')
        return mergeGroup(payload);
    if (name === 'push')
        return push(payload);
    const onPullRequest = name === 'issue_comment' && at(payload, 'issue.pull_request') !== undefined;
    return { kind: 'other', name, pullRequest: onPullRequest ? count(name, payload, 'issue.number') : null };
}
function pullRequest(name, payload, env) {
    const number = count(name, payload, 'pull_request.number');
    const baseRepository = required(name, payload, 'pull_request.base.repo.full_name', isText);
    const headRepository = optional(name, payload, 'pull_request.head.repo.full_name', isText);
    return {
        kind: 'pull_request',
        name,
        ...common(name, payload),
        number,
        base: {
            ref: required(name, payload, 'pull_request.base.ref', isText),
            sha: required(name, payload, 'pull_request.base.sha', commit_reader/* isCommitId */.j),
        },
        head: {
            ref: required(name, payload, 'pull_request.head.ref', isText),
            sha: required(name, payload, 'pull_request.head.sha', commit_reader/* isCommitId */.j),
            repository: headRepository,
            fork: headRepository?.toLowerCase() !== baseRepository.toLowerCase(),
        },
        mergeCommit: mergeCommit(name, payload, number, env),
        author: optional(name, payload, 'pull_request.user.login', isText),
        draft: flag(payload, 'pull_request.draft'),
        labels: labels(name, payload),
        additions: optional(name, payload, 'pull_request.additions', isCount),
        deletions: optional(name, payload, 'pull_request.deletions', isCount),
        changedFiles: optional(name, payload, 'pull_request.changed_files', isCount),
    };
}
/**
 * `GITHUB_SHA` is the merge commit where the workflow runs on `refs/pull/N/merge`. Under `pull_request_target` it is
 * the base branch's tip; there only the payload knows the merge commit.
 */
function mergeCommit(name, payload, number, env) {
    if (env.GITHUB_REF === `refs/pull/${number}/merge` && (0,commit_reader/* isCommitId */.j)(env.GITHUB_SHA))
        return env.GITHUB_SHA;
    return optional(name, payload, 'pull_request.merge_commit_sha', commit_reader/* isCommitId */.j);
}
function labels(name, payload) {
    const list = required(name, payload, 'pull_request.labels', Array.isArray);
    return list.map((_, index) => required(name, payload, `pull_request.labels.${index}.name`, isText)).sort();
}
function mergeGroup(payload) {
    const name = 'merge_group';
    return {
        kind: name,
        ...common(name, payload),
        baseSha: required(name, payload, 'merge_group.base_sha', commit_reader/* isCommitId */.j),
        headSha: required(name, payload, 'merge_group.head_sha', commit_reader/* isCommitId */.j),
        baseRef: required(name, payload, 'merge_group.base_ref', isText),
    };
}
function push(payload) {
    const name = 'push';
    const commitOrNone = (path) => {
        const text = required(name, payload, path, isText);
        return /^0+$/.test(text) ? null : required(name, payload, path, commit_reader/* isCommitId */.j);
    };
    return {
        kind: name,
        ...common(name, payload),
        ref: required(name, payload, 'ref', isText),
        before: commitOrNone('before'),
        after: commitOrNone('after'),
        created: flag(payload, 'created'),
        deleted: flag(payload, 'deleted'),
        forced: flag(payload, 'forced'),
    };
}
function common(name, payload) {
    return {
        repository: repositoryName(required(name, payload, 'repository.full_name', isText)),
        defaultBranch: required(name, payload, 'repository.default_branch', isText),
        sender: optional(name, payload, 'sender.login', isText),
        action: optional(name, payload, 'action', isText),
    };
}
/** Takes `owner/name` apart. Throws `UserError` for anything else. */
function repositoryName(text) {
    const match = /^([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+)$/.exec(text);
    const [, owner, name] = match ?? [];
    if (owner === undefined || name === undefined || [owner, name].some((part) => /^\.+$/.test(part))) {
        throw new errors/* UserError */.yo(`${JSON.stringify(text)} is not a repository.`, 'Write it as OWNER/NAME.');
    }
    return { owner, name };
}
function count(name, payload, path) {
    return required(name, payload, path, isCount);
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}
function isCount(value) {
    return Number.isSafeInteger(value) && typeof value === 'number' && value >= 0;
}


/***/ }),

/***/ 5482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ expiredHint),
/* harmony export */   YJ: () => (/* binding */ cellBreaches),
/* harmony export */   bi: () => (/* binding */ requireSound),
/* harmony export */   dE: () => (/* binding */ breachesOf),
/* harmony export */   qG: () => (/* binding */ tierBreaches),
/* harmony export */   xj: () => (/* binding */ breachText)
/* harmony export */ });
/* unused harmony export declaredTiers */
/* harmony import */ var _allocation_allocation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2049);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);
/* harmony import */ var _usage_models_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4872);
/* harmony import */ var _cell_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4558);
/* harmony import */ var _models_of_tiers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6411);





/** The tiers that a cell's declarations name, each with the word for it. Upgrades only raise. */
function declaredTiers(policy) {
    return [
        { declared: 'tier', tier: policy.assigned },
        ...(policy.former === null ? [] : [{ declared: 'was', tier: policy.former.tier }]),
        ...(policy.trial === null ? [] : [{ declared: 'trial', tier: policy.trial.tier }]),
        ...(policy.economy === null ? [] : [{ declared: 'economy', tier: policy.economy }]),
    ];
}
/** The declarations of one cell that are under one of `floors` that always holds. */
function cellBreaches(policy, floors) {
    const { agent, phase, origin } = policy;
    const breaches = [];
    for (const floor of floors) {
        if (floor.fact !== null)
            continue;
        for (const { declared, tier } of declaredTiers(policy)) {
            if (tier < floor.minimum)
                breaches.push({ kind: 'below-floor', agent, phase, declared, tier, floor, origin });
        }
        if (policy.effort !== null && (0,_cell_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .effortRank */ .tU)(policy.effort) < (0,_cell_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .effortRank */ .tU)(floor.effort)) {
            breaches.push({ kind: 'effort-below-floor', agent, phase, effort: policy.effort, floor, origin });
        }
    }
    return breaches;
}
/** What the tiers' models break: a tier named after a line with a lesser model, and lines that fall. */
function tierBreaches(allocation, table) {
    const breaches = [];
    let highest = null;
    for (const tier of allocation.tiers) {
        const promised = (0,_models_of_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .promisedLine */ .uQ)(tier);
        const main = (0,_models_of_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .rowOfTier */ .kS)(tier, table);
        for (const { id, provider } of (0,_models_of_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .idsOfTier */ .Iv)(tier)) {
            const row = (0,_usage_models_js__WEBPACK_IMPORTED_MODULE_1__/* .findModel */ .P6)(table, id);
            if (row === null)
                continue;
            const wanted = promised ?? main?.line ?? null;
            if (wanted !== null && (0,_models_of_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .isLesser */ .p1)(row.line, wanted)) {
                const of = provider === null ? '' : ` for ${provider}`;
                const message = `The tier ${tier.name} has the model ${id}${of}, which is of the lesser line ${row.line}.`;
                breaches.push({ kind: 'lesser-line', message, origin: tier.origin });
            }
        }
        if (main === null)
            continue;
        if (highest !== null && (0,_models_of_tiers_js__WEBPACK_IMPORTED_MODULE_3__/* .isLesser */ .p1)(main.line, highest.line)) {
            const message = `The tier ${tier.name} ranks above ${highest.name}, but its model ${tier.model} is of a lesser line (${main.line} under ${highest.line}).`;
            breaches.push({ kind: 'falling-line', message, origin: tier.origin });
        }
        else
            highest = { name: tier.name, line: main.line };
    }
    return breaches;
}
/** Everything in a file that breaks what the file itself promises. */
function breachesOf(allocation, exceptions, today, table) {
    const breaches = [...tierBreaches(allocation, table)];
    for (const agent of allocation.agents.values()) {
        for (const phase of allocation.phases) {
            const policy = (0,_cell_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .cellPolicy */ .jw)(allocation, exceptions, today, agent, phase);
            breaches.push(...cellBreaches(policy, policy.floors));
        }
    }
    return breaches;
}
/** A breach in one sentence. */
function breachText(breach, allocation) {
    switch (breach.kind) {
        case 'below-floor': {
            const tier = (0,_allocation_allocation_js__WEBPACK_IMPORTED_MODULE_4__/* .tierName */ .KR)(allocation, breach.tier);
            const floor = `the floor ${breach.floor.id} asks for ${(0,_allocation_allocation_js__WEBPACK_IMPORTED_MODULE_4__/* .tierName */ .KR)(allocation, breach.floor.minimum)}`;
            const cell = `${breach.agent} in ${breach.phase}`;
            switch (breach.declared) {
                case 'tier':
                    return `${cell} is assigned ${tier}, but ${floor}.`;
                case 'was':
                    return `${cell} has was: ${tier}, but ${floor} in every week.`;
                case 'trial':
                    return `${cell} has a trial on ${tier}, but ${floor}.`;
                case 'economy':
                    return `${cell} has economy: ${tier}, but ${floor} in every zone.`;
            }
            break;
        }
        case 'effort-below-floor':
            return `${breach.agent} in ${breach.phase} has effort ${breach.effort}, but the floor ${breach.floor.id} asks for ${breach.floor.effort}.`;
        case 'lesser-line':
        case 'falling-line':
            return breach.message;
    }
}
/** Refuses a file that breaks its own floors: an assignment under its floor is never silently clamped. */
function requireSound(allocation, exceptions, today, table) {
    const breaches = breachesOf(allocation, exceptions, today, table);
    if (breaches.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(breaches.map((breach) => ({
        what: breachText(breach, allocation),
        file: allocation.file,
        ...breach.origin.position,
        fix: expiredHint(breach, exceptions, today),
    })));
}
/** Says so when an exception would have covered the breach but does not count any more. */
function expiredHint(breach, exceptions, today) {
    if (breach.kind !== 'below-floor')
        return null;
    const entry = exceptions.entries.find((each) => each.kind === 'cell' &&
        each.floor === breach.floor.id &&
        each.agent === breach.agent &&
        each.phase === breach.phase);
    if (entry === undefined)
        return null;
    if (entry.expires < today)
        return `The exception for it expired on ${entry.expires}: raise the cell, or have it renewed.`;
    return `The exception for it is no help: it does not go so low, or expires more than 90 days from now (${entry.expires}).`;
}


/***/ }),

/***/ 4558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ cellFloors),
/* harmony export */   jw: () => (/* binding */ cellPolicy),
/* harmony export */   tU: () => (/* binding */ effortRank)
/* harmony export */ });
/* harmony import */ var _allocation_allocation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2049);
/* harmony import */ var _allocation_exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1729);
/* harmony import */ var _allocation_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7063);



/** How hard: 0 is `low`, -1 is not said. */
function effortRank(effort) {
    return effort === null ? -1 : _allocation_names_js__WEBPACK_IMPORTED_MODULE_1__/* .EFFORTS */ .ig.indexOf(effort);
}
/** The floors of `allocation` that cover the cell, whatever their conditions say, less the exceptions in force. */
function cellFloors(allocation, exceptions, today, agent, phase) {
    return (0,_allocation_allocation_js__WEBPACK_IMPORTED_MODULE_2__/* .floorsOf */ .t9)(allocation, agent, phase).map((floor) => {
        const lowered = floor.absolute
            ? null
            : exceptedRank(allocation, exceptions, today, floor.id, agent, phase);
        const excepted = lowered !== null && lowered < floor.minimum;
        return {
            id: floor.id,
            minimum: excepted ? lowered : floor.minimum,
            effort: floor.effort,
            absolute: floor.absolute,
            fact: floor.fact,
            excepted,
            origin: floor.origin,
        };
    });
}
function exceptedRank(allocation, exceptions, today, floor, agent, phase) {
    for (const entry of exceptions.entries) {
        if (entry.kind !== 'cell' || entry.floor !== floor || entry.agent !== agent || entry.phase !== phase)
            continue;
        if ((0,_allocation_exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .isInForce */ .fx)(entry, today))
            return (0,_allocation_allocation_js__WEBPACK_IMPORTED_MODULE_2__/* .rankOf */ .IQ)(allocation, entry.tier);
    }
    return null;
}
/** What the files say about one cell. The agent and the phase must be declared in the allocation. */
function cellPolicy(allocation, exceptions, today, agent, phase) {
    const cell = allocation.matrix.get(phase)?.get(agent.name);
    return {
        agent: agent.name,
        phase,
        assigned: cell?.tier ?? agent.assigned,
        origin: cell?.origin ?? agent.origin,
        former: cell?.former ?? null,
        trial: cell?.trial ?? null,
        economy: cell?.economy ?? null,
        maximum: agent.maximum ?? allocation.tiers.length - 1,
        effort: cell?.effort ?? agent.effort,
        onUnavailable: cell?.onUnavailable ?? agent.onUnavailable,
        upgrades: agent.upgrades
            .filter((upgrade) => upgrade.phases === null || upgrade.phases.includes(phase))
            .map(({ to, condition, origin }) => ({ to, condition, origin })),
        floors: cellFloors(allocation, exceptions, today, agent.name, phase),
    };
}


/***/ }),

/***/ 2879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ LEVELS),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   kE: () => (/* binding */ zoneOf)
/* harmony export */ });
/* harmony import */ var _cell_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4558);

/**
 * How much of the weekly budget is consumed, as far as decisions can tell. `RESERVE` is the part of RED from
 * 100 % on, where only security-critical work runs, out of the critical reserve.
 */
const LEVELS = ['GREEN', 'YELLOW', 'ORANGE', 'RED', 'RESERVE', 'EXHAUSTED'];
/** The zone that people see. */
function zoneOf(level) {
    return level === 'RESERVE' ? 'RED' : level;
}
/** The strictest of the floors. */
function strictest(floors) {
    let found = null;
    for (const floor of floors)
        if (found === null || floor.minimum > found.minimum)
            found = floor;
    return found;
}
/** Whether work may run at a level of the budget (section 4 of the strategy; zones defer, they never downgrade). */
function zoneAllows(level, tier, critical, securityCritical) {
    switch (level) {
        case 'GREEN':
        case 'YELLOW':
            return true;
        case 'ORANGE':
            return critical || tier === 0;
        case 'RED':
            return securityCritical || tier === 0;
        case 'RESERVE':
            return securityCritical;
        case 'EXHAUSTED':
            return false;
    }
}
function refusal(level) {
    if (level === 'EXHAUSTED')
        return 'exhausted';
    return level === 'ORANGE' ? 'above-cheapest' : 'not-security';
}
/**
 * Rules on one cell in one situation. Pure: this is the whole decision, and the gate tries it in every situation.
 *
 * A conditional floor raises the tier. A floor that always holds does not: an assignment below it makes the file
 * invalid (`breaches`), and is never silently clamped here.
 */
function decide(policy, situation) {
    const steps = [];
    const { choice, enforced } = situation;
    const level = enforced ? situation.level : 'GREEN';
    // 1. The assigned tier.
    let assigned = policy.assigned;
    let by = 'cell';
    if (situation.beforeSince && policy.former !== null) {
        assigned = policy.former.tier;
        by = 'former';
    }
    else if (situation.inTrial && policy.trial !== null) {
        assigned = policy.trial.tier;
        by = 'trial';
    }
    steps.push({ step: 'assigned', tier: assigned, by });
    // 2. The floor, and what conditional floors raise the tier to.
    const strict = strictest(situation.floors);
    const conditional = strictest(situation.floors.filter((floor) => floor.fact !== null));
    const guarded = situation.floors.some((floor) => floor.absolute);
    const securityCritical = situation.securityCritical || guarded;
    const critical = situation.flagged || securityCritical;
    const floor = strict?.minimum ?? null;
    let effort = policy.effort;
    for (const each of situation.floors)
        if ((0,_cell_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .effortRank */ .tU)(each.effort) > (0,_cell_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .effortRank */ .tU)(effort))
            effort = each.effort;
    const rule = (kind, tier) => ({
        kind,
        tier,
        effort,
        assigned,
        floor,
        critical,
        guarded,
        steps,
    });
    // 3. The wanted tier.
    const tight = level !== 'GREEN' && !critical;
    let wanted = assigned;
    if (choice?.kind === 'override') {
        if (strict !== null)
            steps.push({ step: 'floor', floor: strict, raisedTo: null });
        steps.push({ step: 'override', choice });
        wanted = choice.tier;
        if (choice.reason === null) {
            steps.push({ step: 'refused', why: 'no-reason' });
            return rule('refuse', wanted);
        }
        if (floor !== null && wanted < floor) {
            steps.push({ step: 'refused', why: 'below-floor' });
            return rule('refuse', wanted);
        }
    }
    else {
        if (tight && policy.economy !== null && policy.economy < wanted) {
            wanted = policy.economy;
            steps.push({ step: 'economy', tier: wanted });
        }
        if (situation.upgrade !== null) {
            const to = Math.min(situation.upgrade.to, policy.maximum);
            if (to > assigned) {
                steps.push({ step: 'upgrade', upgrade: situation.upgrade, to, dropped: tight });
                if (!tight)
                    wanted = Math.max(wanted, to);
            }
        }
        const raises = conditional !== null && conditional.minimum > wanted;
        if (strict !== null)
            steps.push({
                step: 'floor',
                floor: raises ? conditional : strict,
                raisedTo: raises ? conditional.minimum : null,
            });
        if (raises)
            wanted = conditional.minimum;
        if (choice?.kind === 'escalation') {
            const to = choice.from + 1;
            steps.push({ step: 'escalation', choice, to });
            if (to > policy.maximum) {
                steps.push({ step: 'refused', why: 'no-higher-tier' });
                return rule('refuse', wanted);
            }
            wanted = Math.max(wanted, to);
            if (tight) {
                steps.push({ step: 'zone', why: 'no-upgrade' });
                return rule('defer', wanted);
            }
        }
    }
    // 5. The zone.
    if (!enforced && situation.level !== 'GREEN')
        steps.push({ step: 'zone', why: 'observed' });
    if (!zoneAllows(level, wanted, critical, securityCritical)) {
        steps.push({ step: 'zone', why: refusal(level) });
        return rule('defer', wanted);
    }
    if (level !== 'GREEN' && critical)
        steps.push({ step: 'zone', why: 'kept' });
    // 6. and 7. The tier's allowance, and whether its model can be had: upward only where the cell says so.
    const ceiling = choice?.kind === 'override' ? wanted : policy.maximum;
    for (let tier = wanted;; tier++) {
        if (!situation.unavailable(tier)) {
            const allowance = enforced && !guarded ? situation.allowance(tier) : 'open';
            if (!zoneAllows(level, tier, critical, securityCritical)) {
                steps.push({ step: 'zone', why: refusal(level) });
                return rule('defer', wanted);
            }
            if (allowance === 'closed' || (allowance === 'critical-only' && !critical)) {
                steps.push({ step: 'allowance', tier, allowance });
                return rule('defer', tier);
            }
            return rule('run', tier);
        }
        const mayClimb = policy.onUnavailable === 'escalate' && tier < ceiling;
        steps.push({ step: 'unavailable', tier, next: mayClimb ? tier + 1 : null });
        if (!mayClimb)
            return rule('defer', wanted);
    }
}


/***/ }),

/***/ 6411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iv: () => (/* binding */ idsOfTier),
/* harmony export */   c_: () => (/* binding */ tableOf),
/* harmony export */   kS: () => (/* binding */ rowOfTier),
/* harmony export */   p1: () => (/* binding */ isLesser),
/* harmony export */   uQ: () => (/* binding */ promisedLine)
/* harmony export */ });
/* harmony import */ var _allocation_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7063);
/* harmony import */ var _usage_models_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4872);


/** The shipped table with the rows that the allocation adds. */
function tableOf(allocation, shipped) {
    return (0,_usage_models_js__WEBPACK_IMPORTED_MODULE_0__/* .extendTable */ .ZH)(shipped, allocation.models.map((model) => model.row));
}
/** Every id under which a tier's model is called, the Claude API's first. */
function idsOfTier(tier) {
    const others = [...tier.providers].map(([provider, id]) => ({ id, provider }));
    return [{ id: tier.model, provider: null }, ...others];
}
/** The line that a tier's name promises: `opus` is a line's name, `premium` is not. */
function promisedLine(tier) {
    return _allocation_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LINES */ .Qx.find((line) => line === tier.name) ?? null;
}
/** The row of a tier's model; null when the table does not know it. */
function rowOfTier(tier, table) {
    return (0,_usage_models_js__WEBPACK_IMPORTED_MODULE_0__/* .findModel */ .P6)(table, tier.model);
}
/** True when `a` is of a lesser line than `b`. */
function isLesser(a, b) {
    return (0,_usage_models_js__WEBPACK_IMPORTED_MODULE_0__/* .lineRank */ .v3)(a) < (0,_usage_models_js__WEBPACK_IMPORTED_MODULE_0__/* .lineRank */ .v3)(b);
}


/***/ }),

/***/ 6082:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ inMarkdown),
/* harmony export */   eR: () => (/* binding */ inMarkdownCode),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   qe: () => (/* binding */ inPlainLine)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1175);

/*
 * One function for each kind of place where text of a judged file lands. Such text is hostile: it may try to link,
 * mention, style, break a table, forge our hidden marker or command the runner.
 */
// `visible` leaves none in the text, so the only ones there are ours.
const BREAK = '\u200B';
// GitHub looks for these in the text that markdown leaves over: neither a backslash nor a character reference stops it,
// a zero-width space inside does. https://docs.github.com/get-started/writing-on-github (autolinked references)
const REFERENCES = [
    // @user, @org/team, name@host, #12, owner/repository#12
    [/[@#]/g, `$&${BREAK}`],
    // https://…, ::command::, :emoji:
    [/:(?=\/\/|:|[\w+-]+:)/g, `$&${BREAK}`],
    [/www(?=\.)/gi, `$&${BREAK}`],
    [/(?<![a-z0-9])(?:GH|GHSA|CVE)(?=-\w)/gi, `$&${BREAK}`],
    // commit ids: seven digits or more
    [/[0-9a-f]{4}(?=[0-9a-f]{3})/gi, `$&${BREAK}`],
];
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    // `\|` is read differently in and out of tables, and `\$` by GitHub's formulas.
    '|': '&#124;',
    $: '&#36;',
    [BREAK]: '&#8203;',
};
/** Escapes a line that `visible` has made. */
function escapeLine(line) {
    return REFERENCES.reduce((text, [pattern, broken]) => text.replace(pattern, broken), line)
        .replace(/[\\`*_~[\]]/g, '\\$&')
        .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
        .replace(/[&<>|$\u200B]/g, (character) => ENTITIES[character] ?? character);
}
/**
 * Inline text in GitHub's markdown, in a table too. It reads as `visible` shows it, but for zero-width spaces that keep
 * GitHub from seeing a mention, a reference or an address in it.
 */
function inMarkdown(text, length = _visible_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_LENGTH */ .L) {
    return escapeLine((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text, length));
}
/** A code span in GitHub's markdown, in a table too; nothing for nothing. */
function inMarkdownCode(text, length = _visible_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_LENGTH */ .L) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text, length);
    if (line === '')
        return '';
    // No number of backticks carries a pipe through a table unchanged, nor keeps a marker from whoever looks for one.
    if (line.includes('|') || line.includes('<!--'))
        return `<code>${escapeLine(line)}</code>`;
    const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${space}${line}${space}${fence}`;
}
/**
 * A link in GitHub's markdown. An address that is not plainly a web address or a relative path gives its label alone.
 */
function markdownLink(label, address) {
    const safe = /^(?:https?:\/\/[\w.-]+(?::\d+)?\/|(?![/.]*\/\/)[\w.-]+\/)[\w./~%#?=&+-]*$/.test(address);
    return safe ? `[${inMarkdown(label)}](${address})` : inMarkdown(label);
}
/**
 * A line, or part of one, for a terminal or the log of a job. The runner takes `::name::` at the start of a line and
 * `##[name]` anywhere for a command: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function inPlainLine(text, length = _visible_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_LENGTH */ .L) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(text, length)
        .replace(/^::/, ': :')
        .replace(/##(?=\[)/g, '## ');
}


/***/ }),

/***/ 1175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ DEFAULT_LENGTH),
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
/** How much of one text is shown, in code points, unless a place says otherwise. */
const DEFAULT_LENGTH = 200;
// ECMA-48 control sequences (CSI …), operating system commands (OSC … BEL or ST) and two-character escapes.
const TERMINAL_SEQUENCE = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
/(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\u009d]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g;
// Characters that a reader cannot see or that turn text around: controls, bidi marks, zero-width characters, tags,
// Hangul fillers, lone surrogates. The two variation selectors that pick an emoji's look stay.
const UNSEEN = /(?![\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
function named(character) {
    const code = character.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
/**
 * Text as one line in which everything can be seen: white space folds to single spaces, whole terminal sequences go,
 * and any other character that is unseen or reorders text shows as its code point, `[U+202E]`. At most `length` code points; what is longer ends in `…`.
 */
function visible(text, length = DEFAULT_LENGTH) {
    const line = text.replace(TERMINAL_SEQUENCE, '').replace(/\s+/gu, ' ').trim().replace(UNSEEN, named);
    return shorten(line, length);
}
/** The first `length` code points of `text`, the last of them `…` when something is left out. */
function shorten(text, length) {
    if (text.length <= length)
        return text;
    let count = 0;
    let end = 0;
    let cut = 0;
    for (const character of text) {
        count += 1;
        if (count > length)
            return `${text.slice(0, cut)}…`;
        if (count === length)
            cut = end;
        end += character.length;
    }
    return text;
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


/***/ }),

/***/ 8252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ shippedModels)
/* harmony export */ });
/* unused harmony export modelTableVersion */
/* harmony import */ var _models_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4872);

/** The day on which the shipped table was gathered. */
const modelTableVersion = '2026-11-23';
const OVERVIEW = 'platform.claude.com models overview, read October to November 2026';
const PRICING = 'platform.claude.com pricing page, read 2026-08-22';
function rates([input, output, write5m, write1h, read]) {
    return {
        input: (0,_models_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOf */ .xx)(input),
        output: (0,_models_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOf */ .xx)(output),
        cacheRead: (0,_models_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOf */ .xx)(read),
        cacheWrite5m: (0,_models_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOf */ .xx)(write5m),
        cacheWrite1h: (0,_models_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOf */ .xx)(write1h),
    };
}
/** One price for prompts of any length. */
function flat(dollars, source, from, to) {
    return {
        from: date(from),
        to: date(to),
        bands: [{ upToPromptTokens: null, rates: rates(dollars) }],
        source,
    };
}
/** Fast mode doubles the price of input and output; the multipliers of the cache apply on top of it. */
function doubled(dollars, to) {
    const double = (price) => (price * 2);
    const base = rates(dollars);
    return {
        from: null,
        to: date(to),
        rates: {
            input: double(base.input),
            output: double(base.output),
            cacheRead: double(base.cacheRead),
            cacheWrite5m: double(base.cacheWrite5m),
            cacheWrite1h: double(base.cacheWrite1h),
        },
    };
}
function date(text) {
    return text === undefined ? null : text;
}
function row(line, id, entry) {
    const providers = {};
    if (entry.bedrock !== undefined)
        providers.bedrock = [entry.bedrock, `global.${entry.bedrock}`];
    if (entry.vertex !== undefined)
        providers.vertex = [entry.vertex];
    return {
        id,
        aliases: entry.aliases ?? [],
        line,
        generation: entry.generation,
        released: date(entry.released),
        lifecycle: entry.lifecycle ?? 'active',
        deprecatedAt: date(entry.deprecatedAt),
        retiresAt: date(entry.retiresAt),
        retiresNotBefore: date(entry.retiresNotBefore),
        providers,
        prices: entry.prices ?? [],
        fast: entry.fast ?? [],
        geoPercent: entry.geo === false ? {} : { us: 110 },
    };
}
const HAIKU_5_5 = {
    from: null,
    to: null,
    bands: [
        { upToPromptTokens: 100_000, rates: rates([0.1, 0.5, 0.125, 0.2, 0.01]) },
        { upToPromptTokens: null, rates: rates([0.5, 2.5, 0.625, 1, 0.05]) },
    ],
    source: OVERVIEW,
};
const HAIKU_4_5 = [1, 5, 1.25, 2, 0.1];
const SONNET_4 = [3, 15, 3.75, 6, 0.3];
const SONNET_5 = [2, 10, 2.5, 4, 0.2];
const OPUS_5 = [5, 25, 6.25, 10, 0.5];
const OPUS_5_5 = [4, 20, 5, 8, 0.2];
const FABLE_5_2 = [8, 40, 10, 16, 0.2];
/**
 * The models by exact id. Ids: the Anthropic SDK 1.12.0 and the deprecations page. Provider ids: the official page
 * "Model IDs and versioning" (Bedrock: `anthropic.` in front, a `-v1` up to Opus 4.6; Vertex: the same id from 4.6
 * on, `@` before the date earlier), only where a model is documented there; `global.` is Bedrock's world-wide profile.
 */
function rows() {
    return [
        row('haiku', 'claude-haiku-5-5', {
            generation: [5, 5],
            released: '2026-10-07',
            retiresNotBefore: '2027-10-07',
            bedrock: 'anthropic.claude-haiku-5-5',
            vertex: 'claude-haiku-5-5',
            prices: [HAIKU_5_5],
        }),
        row('haiku', 'claude-haiku-4-5', {
            generation: [4, 5],
            released: '2025-10-15',
            aliases: ['claude-haiku-4-5-20251001'],
            retiresNotBefore: '2026-10-15',
            bedrock: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            vertex: 'claude-haiku-4-5@20251001',
            prices: [flat(HAIKU_4_5, PRICING)],
            geo: false,
        }),
        row('sonnet', 'claude-sonnet-5-5', {
            generation: [5, 5],
            released: '2026-09-28',
            retiresNotBefore: '2027-09-28',
            bedrock: 'anthropic.claude-sonnet-5-5',
            vertex: 'claude-sonnet-5-5',
            prices: [
                flat([2, 10, 2.5, 4, 0.2], OVERVIEW, undefined, '2026-10-06'),
                flat([2, 10, 2.5, 4, 0.1], `${OVERVIEW}; cache reads halved on 2026-10-07`, '2026-10-07'),
            ],
        }),
        row('sonnet', 'claude-sonnet-5', {
            generation: [5],
            released: '2026-06-30',
            retiresNotBefore: '2027-06-30',
            bedrock: 'anthropic.claude-sonnet-5',
            vertex: 'claude-sonnet-5',
            prices: [flat(SONNET_5, PRICING)],
        }),
        row('sonnet', 'claude-sonnet-4-6', {
            generation: [4, 6],
            released: '2026-02-17',
            retiresNotBefore: '2027-02-17',
            bedrock: 'anthropic.claude-sonnet-4-6',
            vertex: 'claude-sonnet-4-6',
            prices: [flat(SONNET_4, PRICING)],
        }),
        row('sonnet', 'claude-sonnet-4-5', {
            generation: [4, 5],
            released: '2025-09-29',
            aliases: ['claude-sonnet-4-5-20250929'],
            lifecycle: 'deprecated',
            deprecatedAt: '2026-09-30',
            retiresAt: '2026-11-30',
            bedrock: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
            vertex: 'claude-sonnet-4-5@20250929',
            prices: [flat(SONNET_4, PRICING)],
            geo: false,
        }),
        row('sonnet', 'claude-sonnet-4-20250514', {
            generation: [4],
            aliases: ['claude-sonnet-4-0'],
            lifecycle: 'retired',
            retiresAt: '2026-06-15',
            geo: false,
        }),
        row('opus', 'claude-opus-5-5', {
            generation: [5, 5],
            released: '2026-09-22',
            retiresNotBefore: '2027-09-22',
            bedrock: 'anthropic.claude-opus-5-5',
            vertex: 'claude-opus-5-5',
            prices: [flat(OPUS_5_5, OVERVIEW)],
            fast: [doubled(OPUS_5_5)],
        }),
        row('opus', 'claude-opus-5', {
            generation: [5],
            released: '2026-07-24',
            retiresNotBefore: '2027-07-24',
            bedrock: 'anthropic.claude-opus-5',
            vertex: 'claude-opus-5',
            prices: [flat(OPUS_5, PRICING)],
            fast: [doubled(OPUS_5)],
        }),
        row('opus', 'claude-opus-4-8', {
            generation: [4, 8],
            released: '2026-05-28',
            retiresNotBefore: '2027-05-28',
            bedrock: 'anthropic.claude-opus-4-8',
            vertex: 'claude-opus-4-8',
            prices: [flat(OPUS_5, PRICING)],
            fast: [doubled(OPUS_5, '2026-11-29')],
        }),
        row('opus', 'claude-opus-4-7', {
            generation: [4, 7],
            released: '2026-04-16',
            retiresNotBefore: '2027-04-16',
            bedrock: 'anthropic.claude-opus-4-7',
            vertex: 'claude-opus-4-7',
            prices: [flat(OPUS_5, PRICING)],
        }),
        row('opus', 'claude-opus-4-6', {
            generation: [4, 6],
            released: '2026-02-05',
            retiresNotBefore: '2027-02-05',
            bedrock: 'anthropic.claude-opus-4-6-v1',
            vertex: 'claude-opus-4-6',
            prices: [flat(OPUS_5, PRICING)],
        }),
        row('opus', 'claude-opus-4-5', {
            generation: [4, 5],
            released: '2025-11-24',
            aliases: ['claude-opus-4-5-20251101'],
            retiresNotBefore: '2026-11-24',
            bedrock: 'anthropic.claude-opus-4-5-20251101-v1:0',
            vertex: 'claude-opus-4-5@20251101',
            prices: [flat(OPUS_5, PRICING)],
            geo: false,
        }),
        row('opus', 'claude-opus-4-1', {
            generation: [4, 1],
            aliases: ['claude-opus-4-1-20250805'],
            lifecycle: 'retired',
            retiresAt: '2026-08-05',
            geo: false,
        }),
        row('opus', 'claude-opus-4-20250514', {
            generation: [4],
            aliases: ['claude-opus-4-0'],
            lifecycle: 'retired',
            retiresAt: '2026-06-15',
            geo: false,
        }),
        row('fable', 'claude-fable-5-2', {
            generation: [5, 2],
            retiresNotBefore: '2027-11-09',
            prices: [flat(FABLE_5_2, `${OVERVIEW} (input, output); third-party lists of 2026-11-12 (cache)`)],
            fast: [doubled(FABLE_5_2)],
        }),
        row('fable', 'claude-fable-5-1', {
            generation: [5, 1],
            released: '2026-09-01',
            retiresNotBefore: '2027-09-01',
            bedrock: 'anthropic.claude-fable-5-1',
            prices: [flat([10, 50, 12.5, 20, 0.25], 'platform.claude.com, read September to October 2026')],
        }),
        row('fable', 'claude-fable-5', {
            generation: [5],
            released: '2026-06-09',
            retiresNotBefore: '2027-06-09',
            prices: [flat([10, 50, 12.5, 20, 1], PRICING)],
        }),
        row('mythos', 'claude-mythos-5-2', { generation: [5, 2] }),
        row('mythos', 'claude-mythos-5-1', { generation: [5, 1] }),
        row('mythos', 'claude-mythos-5', { generation: [5] }),
        row('mythos', 'claude-mythos-preview', { generation: [0] }),
    ];
}
/** The models and list prices that ship with this version. */
function shippedModels() {
    return (0,_models_js__WEBPACK_IMPORTED_MODULE_0__/* .makeTable */ .d)({
        version: modelTableVersion,
        rows: rows(),
        batchPercent: 50,
        webSearch: 10_000,
    });
}


/***/ }),

/***/ 4872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JK: () => (/* binding */ checkAddedModels),
/* harmony export */   P6: () => (/* binding */ findModel),
/* harmony export */   ZH: () => (/* binding */ extendTable),
/* harmony export */   av: () => (/* binding */ lifecycleOn),
/* harmony export */   d: () => (/* binding */ makeTable),
/* harmony export */   f_: () => (/* binding */ compareGenerations),
/* harmony export */   v3: () => (/* binding */ lineRank),
/* harmony export */   xx: () => (/* binding */ priceOf)
/* harmony export */ });
/* unused harmony exports LIFECYCLES, idsOf */
/* harmony import */ var _allocation_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7063);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9473);


const LIFECYCLES = ['active', 'deprecated', 'retired'];
/** The model with this exact id, dated alias or provider id; null when the table does not know it. */
function findModel(table, id) {
    return table.index.get(id) ?? null;
}
/** The place of a line among the lines, least capable first. */
function lineRank(line) {
    return _allocation_names_js__WEBPACK_IMPORTED_MODULE_1__/* .LINES */ .Qx.indexOf(line);
}
/**
 * Negative, zero or positive as `a` is older than, the same as, or newer than `b`.
 * Null when they are of different lines or one's generation is not known.
 */
function compareGenerations(a, b) {
    if (a.id === b.id)
        return 0;
    if (a.line !== b.line || a.generation === null || b.generation === null)
        return null;
    const length = Math.max(a.generation.length, b.generation.length);
    for (let place = 0; place < length; place++) {
        const difference = (a.generation[place] ?? 0) - (b.generation[place] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** The lifecycle on a day: a firm retirement date that has passed makes a model retired, whatever its row said. */
function lifecycleOn(row, day) {
    return row.retiresAt !== null && day > row.retiresAt ? 'retired' : row.lifecycle;
}
/** Indexes rows. Expects every id to be used once, as the tests hold the shipped rows to and `checkAddedModels` the rest. */
function makeTable(base) {
    const index = new Map();
    for (const row of base.rows)
        for (const id of idsOf(row))
            index.set(id, row);
    return { ...base, index };
}
/** Every name under which a row is found. */
function idsOf(row) {
    return [...new Set([row.id, ...row.aliases, ...Object.values(row.providers).flat()])];
}
/**
 * What keeps added rows from joining a table. A shipped model keeps its line and never becomes younger in its
 * lifecycle, and no row takes over an id of another: else a row could make a lesser model pass for a greater one.
 */
function checkAddedModels(table, added) {
    const problems = [];
    const taken = new Map();
    added.forEach((model, index) => {
        const known = table.index.get(model.id);
        const report = (what, fix) => {
            problems.push({ index, what, fix });
        };
        if (known !== undefined && known.id !== model.id) {
            report(`${model.id} is another id of ${known.id}.`, `Write the row for ${known.id}.`);
        }
        if (known !== undefined && known.line !== model.line) {
            report(`${model.id} is of line ${known.line}, not ${model.line}.`, `Set line: ${known.line}.`);
        }
        const lifecycle = model.lifecycle;
        if (known !== undefined && lifecycle !== undefined && age(lifecycle) < age(known.lifecycle)) {
            report(`${model.id} is ${known.lifecycle}, not ${lifecycle}.`, 'Leave lifecycle out.');
        }
        for (const id of new Set([model.id, ...Object.values(model.providers ?? {})])) {
            const owner = table.index.get(id)?.id ?? taken.get(id);
            if (owner !== undefined && (owner !== model.id || taken.has(id))) {
                report(`The id ${id} already belongs to ${owner}.`, 'Give each id to one model.');
            }
            taken.set(id, model.id);
        }
        if (bandsOverlap(model.prices ?? [])) {
            report(`Two prices of ${model.id} hold at the same time for the same prompt length.`, 'Set from and to (each included), or up_to_prompt_tokens, so that one price holds at a time.');
        }
    });
    return problems;
}
/**
 * The table with an allocation's rows. A row for a shipped id replaces its prices and adds provider ids; what it
 * leaves out stays. Throws `UserError` with everything that `checkAddedModels` found.
 */
function extendTable(table, added) {
    if (added.length === 0)
        return table;
    const problems = checkAddedModels(table, added);
    if (problems.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(problems.map(({ what, fix }) => ({ what, file: null, line: null, column: null, fix })));
    }
    const rows = new Map(table.rows.map((row) => [row.id, row]));
    for (const model of added)
        rows.set(model.id, joined(rows.get(model.id) ?? null, model));
    return makeTable({ ...table, rows: [...rows.values()] });
}
function age(lifecycle) {
    return LIFECYCLES.indexOf(lifecycle);
}
function joined(known, model) {
    const providers = { ...known?.providers };
    for (const [provider, id] of Object.entries(model.providers ?? {})) {
        providers[provider] = [...new Set([id, ...(providers[provider] ?? [])])];
    }
    return {
        id: model.id,
        aliases: known?.aliases ?? [],
        line: model.line,
        generation: known?.generation ?? null,
        released: known?.released ?? null,
        lifecycle: model.lifecycle ?? known?.lifecycle ?? 'active',
        deprecatedAt: known?.deprecatedAt ?? null,
        retiresAt: day(model.retires_at) ?? known?.retiresAt ?? null,
        retiresNotBefore: known?.retiresNotBefore ?? null,
        providers,
        prices: model.prices === undefined ? (known?.prices ?? []) : periods(model.prices),
        fast: known?.fast ?? [],
        geoPercent: known?.geoPercent ?? {},
    };
}
/** Dates were checked by the allocation's schema; here they only change their type. */
function day(text) {
    return text === undefined ? null : text;
}
function periods(prices) {
    const groups = new Map();
    for (const price of prices) {
        const key = `${price.from ?? ''}/${price.to ?? ''}`;
        groups.set(key, [...(groups.get(key) ?? []), price]);
    }
    return [...groups.values()].map((group) => ({
        from: day(group[0]?.from),
        to: day(group[0]?.to),
        bands: group
            .map((price) => ({ upToPromptTokens: price.up_to_prompt_tokens ?? null, rates: ratesOf(price) }))
            .sort((a, b) => (a.upToPromptTokens ?? Infinity) - (b.upToPromptTokens ?? Infinity)),
        source: 'models: of the allocation',
    }));
}
function bandsOverlap(prices) {
    return prices.some((a, place) => prices.slice(place + 1).some((b) => {
        const together = (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999');
        const samePeriod = a.from === b.from && a.to === b.to;
        return together && (!samePeriod || a.up_to_prompt_tokens === b.up_to_prompt_tokens);
    }));
}
function ratesOf(price) {
    return {
        input: priceOf(price.input),
        output: priceOf(price.output),
        cacheRead: priceOf(price.cache_read),
        cacheWrite5m: priceOf(price.cache_write_5m),
        cacheWrite1h: priceOf(price.cache_write_1h),
    };
}
/** US dollars per million tokens, to whole micro-dollars. */
function priceOf(usdPerMillion) {
    return Math.round(usdPerMillion * 1_000_000);
}


/***/ })

};
