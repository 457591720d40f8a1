export const id = 108;
export const ids = [108];
export const modules = {

/***/ 3108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failure: () => (/* binding */ failure),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/errors.js
var build_errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/binary.js
var binary = __webpack_require__(1154);
// EXTERNAL MODULE: ./build/git/merge-file.js
var merge_file = __webpack_require__(2314);
// EXTERNAL MODULE: ./build/allocation/exceptions.js
var exceptions = __webpack_require__(1729);
// EXTERNAL MODULE: ./build/allocation/parse.js
var parse = __webpack_require__(6164);
// EXTERNAL MODULE: ./build/allocation/source.js
var source = __webpack_require__(2262);
// EXTERNAL MODULE: ./build/policy/breaches.js
var breaches = __webpack_require__(5482);
// EXTERNAL MODULE: ./build/allocation/allocation.js
var allocation_allocation = __webpack_require__(2049);
// EXTERNAL MODULE: ./build/policy/models-of-tiers.js
var models_of_tiers = __webpack_require__(6411);
;// CONCATENATED MODULE: ./build/policy/rules.js
/**
 * Every rule of the gate. Ids are stable: a rule keeps its number for ever, a retired number is never used again.
 * HF1xx block, HF2xx warn, HF3xx inform. Each has a page under `docs/rules/`.
 */
const TABLE = [
    {
        id: 'HF101',
        name: 'floor-broken',
        severity: 'error',
        purpose: 'In some situation a cell would run below a floor of the base or of the head.',
    },
    { id: 'HF102', name: 'floor-removed', severity: 'error', purpose: 'A floor of the base is gone.' },
    {
        id: 'HF103',
        name: 'floor-lowered',
        severity: 'error',
        purpose: 'A floor asks for a lower tier or effort than on the base.',
    },
    {
        id: 'HF104',
        name: 'floor-narrowed',
        severity: 'error',
        purpose: 'A floor covers fewer agents, phases or situations than on the base.',
    },
    {
        id: 'HF105',
        name: 'floor-made-exceptable',
        severity: 'error',
        purpose: 'An absolute floor would allow exceptions.',
    },
    {
        id: 'HF106',
        name: 'floored-agent-removed',
        severity: 'error',
        purpose: 'An agent under a floor is renamed or deleted, so its floor covers nothing.',
    },
    {
        id: 'HF107',
        name: 'floored-phase-removed',
        severity: 'error',
        purpose: 'A phase that a floor covers is renamed or deleted.',
    },
    {
        id: 'HF108',
        name: 'tier-order-changed',
        severity: 'error',
        purpose: 'The ranking of the tiers changes, and with it what a floor means.',
    },
    { id: 'HF109', name: 'tier-removed', severity: 'error', purpose: 'A tier is renamed or deleted.' },
    {
        id: 'HF110',
        name: 'model-of-lesser-line',
        severity: 'error',
        purpose: "A tier's model is replaced by one of a lesser line.",
    },
    {
        id: 'HF111',
        name: 'model-line-unknown',
        severity: 'error',
        purpose: 'A tier gets a model whose line is not known from the base.',
    },
    {
        id: 'HF112',
        name: 'model-retired',
        severity: 'error',
        purpose: 'A tier gets a model that its provider has retired.',
    },
    {
        id: 'HF113',
        name: 'tiers-fall-in-line',
        severity: 'error',
        purpose: 'A higher tier has a model of a lesser line than a lower tier.',
    },
    {
        id: 'HF114',
        name: 'guarded-cell-stopped',
        severity: 'error',
        purpose: 'A guarded cell that could run before would always be deferred in some situation.',
    },
    {
        id: 'HF115',
        name: 'exception-invalid',
        severity: 'error',
        purpose: 'An exception is not allowed: its floor takes none, it runs too long, or its renewal is not counted.',
    },
    {
        id: 'HF116',
        name: 'exception-not-on-base',
        severity: 'error',
        purpose: 'A cell goes below its floor on an exception that is not on the base branch yet.',
    },
    {
        id: 'HF117',
        name: 'file-invalid',
        severity: 'error',
        purpose: 'The allocation or exceptions file of the head is not valid.',
    },
    {
        id: 'HF118',
        name: 'file-removed',
        severity: 'error',
        purpose: 'The allocation file is deleted or moved.',
    },
    {
        id: 'HF119',
        name: 'file-not-regular',
        severity: 'error',
        purpose: 'The allocation or exceptions file is a link, a submodule, executable, or too large.',
    },
    {
        id: 'HF120',
        name: 'floor-fact-changed',
        severity: 'error',
        purpose: "The fact that a floor's condition speaks of changes its type or its source.",
    },
    {
        id: 'HF121',
        name: 'alias-of-floored-agent-removed',
        severity: 'error',
        purpose: 'A name under which a floored agent reports is removed or given to another agent.',
    },
    { id: 'HF122', name: 'model-row-changed', severity: 'error', purpose: "A model's declared line changes." },
    {
        id: 'HF201',
        name: 'budget-changed',
        severity: 'warning',
        purpose: 'The budget, its zones, shares or reserves change.',
    },
    {
        id: 'HF202',
        name: 'upgrade-removed',
        severity: 'warning',
        purpose: 'An upgrade is removed or narrowed.',
    },
    {
        id: 'HF203',
        name: 'model-retires-soon',
        severity: 'warning',
        purpose: "A tier's model may retire within 60 days.",
    },
    { id: 'HF204', name: 'exception-expired', severity: 'warning', purpose: 'An exception has expired.' },
    {
        id: 'HF205',
        name: 'gate-workflow-edited',
        severity: 'warning',
        purpose: 'The workflow that runs this gate is edited.',
    },
    {
        id: 'HF206',
        name: 'model-set-by-hand',
        severity: 'warning',
        purpose: 'A workflow sets a model by hand, past the allocation.',
    },
    {
        id: 'HF207',
        name: 'lookalike-agent',
        severity: 'warning',
        purpose: "A new agent's name is close to that of an agent under an absolute floor.",
    },
    {
        id: 'HF208',
        name: 'model-row-edited',
        severity: 'warning',
        purpose: "A row of `models:` is added or edited: a claim about a model's line or price that the shipped table does not back.",
    },
    {
        id: 'HF209',
        name: 'older-model',
        severity: 'warning',
        purpose: "A tier's model is replaced by an older one of the same line.",
    },
    {
        id: 'HF301',
        name: 'exception-in-force',
        severity: 'notice',
        purpose: 'A cell may run below its floor because of an approved exception.',
    },
    {
        id: 'HF302',
        name: 'floor-retired',
        severity: 'notice',
        purpose: 'A floor is retired by an approved entry that is already on the base.',
    },
];
const RULES = TABLE;
/** The rule with this id. */
function rule(id) {
    const found = RULES.find((entry) => entry.id === id);
    if (found === undefined)
        throw new RangeError(`no rule ${id}`);
    return found;
}
/** The page of a rule, relative to the repository of haiku-first. */
function rulePage(id) {
    return `docs/rules/${id}.md`;
}

;// CONCATENATED MODULE: ./build/policy/comparison.js




/** A version of the files, with the shipped models and those that its allocation adds. */
function sideOf(allocation, exceptions, shipped) {
    return { allocation, exceptions, table: (0,models_of_tiers/* tableOf */.c_)(allocation, shipped) };
}
/** Puts two versions side by side. */
function compare(base, head, today, docs) {
    return { base, head, today, docs, usable: usableExceptions(base, head, today) };
}
function usableExceptions(base, head, today) {
    const kept = new Map(head.exceptions.entries.map((entry) => [(0,exceptions/* exceptionKey */.FS)(entry), entry]));
    const entries = base.exceptions.entries.flatMap((entry) => {
        const still = kept.get((0,exceptions/* exceptionKey */.FS)(entry));
        if (entry.kind !== 'cell' || still?.kind !== 'cell')
            return [];
        if (!(0,exceptions/* isInForce */.fx)(entry, today) || !(0,exceptions/* isInForce */.fx)(still, today))
            return [];
        const before = (0,allocation_allocation/* rankOf */.IQ)(head.allocation, entry.tier);
        const after = (0,allocation_allocation/* rankOf */.IQ)(head.allocation, still.tier);
        if (before === null || after === null)
            return [];
        return [{ ...still, tier: before > after ? entry.tier : still.tier }];
    });
    return { file: head.exceptions.file, entries };
}
/** A rank of the base as a rank of the head, by the tier's name; null when the head has no such tier. */
function rankInHead({ base, head }, rank) {
    return (0,allocation_allocation/* rankOf */.IQ)(head.allocation, (0,allocation_allocation/* tierName */.KR)(base.allocation, rank));
}
/** Builds a finding in the head's allocation file. */
function finding(comparison, id, message, position, more = {}) {
    return {
        rule: id,
        severity: rule(id).severity,
        message,
        agent: more.agent ?? null,
        phase: more.phase ?? null,
        file: more.file ?? comparison.head.allocation.file,
        line: position.line,
        column: position.column,
        docs: comparison.docs(id),
        counterexample: more.counterexample ?? null,
    };
}

;// CONCATENATED MODULE: ./build/policy/changes.js


/** Text for a value of the file; null for one that is not there. */
function shown(value) {
    if (value === undefined || value === null)
        return null;
    return typeof value === 'string' ? value : JSON.stringify(value);
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Lists whose items have a name of their own are compared by it, not by their place. */
const NAMED = { tiers: 'name', floors: 'id', models: 'id' };
function byName(value, key) {
    const name = NAMED[key];
    if (name === undefined || !Array.isArray(value))
        return value;
    return Object.fromEntries(value.map((item, index) => [isObject(item) ? String(item[name]) : String(index), item]));
}
/** Where two plain values differ, leaf by leaf. */
function differences(from, to, path) {
    if (isObject(from) && isObject(to)) {
        const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
        return keys.flatMap((key) => differences(from[key], to[key], `${path}.${key}`));
    }
    if (JSON.stringify(from) === JSON.stringify(to))
        return [];
    return [{ agent: null, phase: null, field: path, from: shown(from), to: shown(to) }];
}
/** What a cell is, field by field: what the matrix says, else what the agent says. */
function cellFields(allocation, agent, phase) {
    const entry = allocation.agents.get(agent);
    if (entry === undefined || !allocation.phases.includes(phase))
        return null;
    const cell = allocation.matrix.get(phase)?.get(agent);
    const tier = (rank) => rank == null ? null : (0,allocation_allocation/* tierName */.KR)(allocation, rank);
    return {
        tier: tier(cell?.tier ?? entry.assigned),
        effort: cell?.effort ?? entry.effort,
        economy: tier(cell?.economy),
        on_unavailable: cell?.onUnavailable ?? entry.onUnavailable,
        trial: cell?.trial == null ? null : `${cell.trial.id}: ${tier(cell.trial.tier)} for ${cell.trial.share}`,
        was: tier(cell?.former?.tier),
        since: cell?.former?.since ?? null,
    };
}
function cellChanges(base, head) {
    const agents = [...new Set([...base.agents.keys(), ...head.agents.keys()])];
    const phases = [...new Set([...base.phases, ...head.phases])];
    return agents.flatMap((agent) => phases.flatMap((phase) => {
        const from = cellFields(base, agent, phase);
        const to = cellFields(head, agent, phase);
        const fields = Object.keys(from ?? to ?? {});
        const missing = from === null || to === null;
        return fields
            .filter((field) => (from?.[field] ?? null) !== (to?.[field] ?? null) && (!missing || field === 'tier'))
            .map((field) => ({ agent, phase, field, from: from?.[field] ?? null, to: to?.[field] ?? null }));
    }));
}
/** The rest of an agent's entry: its tier, effort and availability show in its cells. */
function agentChanges(base, head) {
    const entries = (allocation) => {
        const raw = isObject(allocation.raw) ? allocation.raw.agents : {};
        return isObject(raw) ? raw : {};
    };
    const own = (entry) => {
        if (!isObject(entry))
            return {};
        const { default: _tier, effort: _effort, on_unavailable: _unavailable, ...rest } = entry;
        return rest;
    };
    const names = [...new Set([...base.agents.keys(), ...head.agents.keys()])];
    return names.flatMap((name) => {
        if (!base.agents.has(name) || !head.agents.has(name))
            return [];
        const prefix = `agents.${name}`;
        return differences(own(entries(base)[name]), own(entries(head)[name]), prefix).map((change) => ({
            ...change,
            agent: name,
            field: change.field.slice(prefix.length + 1),
        }));
    });
}
const SECTIONS = ['tiers', 'phases', 'facts', 'floors', 'budget', 'targets', 'models'];
function sectionChanges(base, head) {
    const section = (allocation, key) => isObject(allocation.raw) ? (byName(allocation.raw[key], key) ?? {}) : {};
    return SECTIONS.flatMap((key) => differences(section(base, key), section(head, key), key));
}
function exceptionChanges(base, head) {
    const entries = (side) => Object.fromEntries(side.exceptions.entries.map((entry) => {
        const { origin: _origin, ...said } = entry;
        return [(0,exceptions/* exceptionKey */.FS)(entry), said];
    }));
    return differences(entries(base), entries(head), 'exceptions');
}
/** Everything that differs between base and head in what the files say; comments and formatting do not count. */
function changesOf({ base, head }) {
    return [
        ...cellChanges(base.allocation, head.allocation),
        ...agentChanges(base.allocation, head.allocation),
        ...sectionChanges(base.allocation, head.allocation),
        ...exceptionChanges(base, head),
    ];
}

// EXTERNAL MODULE: ./build/policy/cell-policy.js
var cell_policy = __webpack_require__(4558);
// EXTERNAL MODULE: ./build/policy/decide.js
var decide = __webpack_require__(2879);
// EXTERNAL MODULE: ./build/allocation/facts.js
var allocation_facts = __webpack_require__(7492);
;// CONCATENATED MODULE: ./build/policy/situations.js


/** Whether a floor is in force under these facts. */
function inForce(floor, facts) {
    return floor.fact === null || facts.get(floor.fact) !== 'false';
}
/** Every combination of states of the facts that the floors' conditions speak of. */
function factStates(names) {
    let all = [new Map()];
    for (const name of names) {
        // Only security_critical is told apart from "not given" by anything but a floor.
        const states = name === allocation_facts/* SECURITY_CRITICAL */.pu ? ['not-given', 'true', 'false'] : ['not-given', 'false'];
        all = all.flatMap((facts) => states.map((state) => new Map([...facts, [name, state]])));
    }
    return all;
}
/** No upgrade, and one of each height: what matters of a set of upgrades is the highest that holds. */
function upgrades(policy) {
    const heights = new Map();
    for (const upgrade of policy.upgrades) {
        const to = Math.min(upgrade.to, policy.maximum);
        if (!heights.has(to))
            heights.set(to, upgrade);
    }
    return [null, ...heights.values()];
}
function choices(tiers) {
    const ranks = Array.from({ length: tiers }, (_, rank) => rank);
    return [
        null,
        ...ranks.map((tier) => ({ kind: 'override', tier, reason: 'any reason', by: 'anyone' })),
        { kind: 'override', tier: tiers - 1, reason: null, by: 'anyone' },
        ...ranks.map((from) => ({ kind: 'escalation', from, reason: 'any reason', trigger: 'any' })),
    ];
}
function levels(budget) {
    if (!budget.enforced)
        return ['GREEN'];
    return budget.hasReserve ? decide/* LEVELS */.A_ : decide/* LEVELS */.A_.filter((level) => level !== 'RESERVE');
}
const ALLOWANCES = ['open', 'critical-only', 'closed'];
/**
 * Every situation that one cell can meet, simplest first: the weeks on both sides of `since`, trial in and out,
 * upgrades off and on at each height, each override and escalation, every level of the budget, each state of the
 * tier allowances, and which tiers can be had.
 *
 * Of the availability of models, a decision only asks for the first tier, from the wanted one up, that can be had;
 * so "all tiers below a rank are unavailable", for every rank, covers all subsets.
 *
 * @param alsoFacts facts of other floors over the cell (those of the base), beside the policy's own
 * @param tiers how many tiers the file has
 */
function* situations(policy, alsoFacts, tiers, budget) {
    const own = policy.floors.flatMap((floor) => (floor.fact === null ? [] : [floor.fact]));
    const names = [...new Set([...own, ...alsoFacts])].sort();
    const allowed = ALLOWANCES.slice(0, budget.enforced && budget.hasAllowances ? 3 : 1);
    const allowances = allowed.map((allowance) => ({ allowance, of: () => allowance }));
    const availability = Array.from({ length: tiers + 1 }, (_, below) => ({
        below,
        of: (tier) => tier < below,
    }));
    const upgrade = upgrades(policy);
    const choice = choices(tiers);
    const level = levels(budget);
    for (const facts of factStates(names)) {
        const floors = policy.floors.filter((floor) => inForce(floor, facts));
        const given = facts.get(allocation_facts/* SECURITY_CRITICAL */.pu);
        const security = given === undefined ? [false, true] : [given === 'true'];
        for (const beforeSince of policy.former === null ? [false] : [false, true])
            for (const inTrial of policy.trial === null ? [false] : [false, true])
                for (const securityCritical of security)
                    for (const flagged of [false, true])
                        for (const eachChoice of choice)
                            for (const eachUpgrade of upgrade)
                                for (const eachLevel of level)
                                    for (const each of allowances)
                                        for (const available of availability) {
                                            const situation = {
                                                beforeSince,
                                                inTrial,
                                                upgrade: eachUpgrade,
                                                floors,
                                                flagged,
                                                securityCritical,
                                                choice: eachChoice,
                                                level: eachLevel,
                                                enforced: budget.enforced,
                                                allowance: each.of,
                                                unavailable: available.of,
                                            };
                                            yield {
                                                situation,
                                                facts,
                                                unavailableBelow: available.below,
                                                allowance: each.allowance,
                                            };
                                        }
    }
}
/** A situation in words: what differs from the plain one (GREEN, everything available, nothing chosen). */
function situationWords(tried, policy, tierNames) {
    const { situation, facts, unavailableBelow, allowance } = tried;
    const words = [];
    if (situation.beforeSince)
        words.push(`week before ${policy.former?.since}`);
    if (situation.inTrial)
        words.push(`a run in the trial ${policy.trial?.id}`);
    for (const [name, state] of facts)
        words.push(`task.${name} ${state === 'not-given' ? 'not given' : `is ${state}`}`);
    if (situation.securityCritical && !facts.has(allocation_facts/* SECURITY_CRITICAL */.pu))
        words.push(`task.${allocation_facts/* SECURITY_CRITICAL */.pu} is true`);
    if (situation.flagged)
        words.push('flagged as critical');
    if (situation.upgrade !== null)
        words.push(`upgrade ${situation.upgrade.condition.text}`);
    if (situation.choice?.kind === 'override')
        words.push(`override to ${tierNames[situation.choice.tier]} with a reason`);
    if (situation.choice?.kind === 'escalation')
        words.push(`escalation from ${tierNames[situation.choice.from]}`);
    words.push(`zone ${situation.level === 'RESERVE' ? 'RED, in the reserve' : situation.level}`);
    if (allowance !== 'open')
        words.push(`tier allowances ${allowance}`);
    if (unavailableBelow > 0)
        words.push(`${tierNames.slice(0, unavailableBelow).join(', ')} unavailable`);
    return words;
}

;// CONCATENATED MODULE: ./build/policy/floors-kept.js








/** More situations than this are not tried: the check ends in an error, which is no pass. */
const SITUATIONS_LIMIT = 100_000_000;
function budgetShape(allocation) {
    const { budget } = allocation;
    return {
        enforced: budget?.enforced ?? false,
        hasReserve: (budget?.criticalReserve ?? 0) > 0,
        hasAllowances: (budget?.tiers.size ?? 0) > 0,
    };
}
/** Floors of the base over the cell, in the head's ranks. One whose tier the head lacks is judged by HF109. */
function baseFloors(comparison, agent, phase) {
    const { base, usable, today } = comparison;
    return (0,cell_policy/* cellFloors */.Ik)(base.allocation, usable, today, agent, phase).flatMap((floor) => {
        if (isRetired(comparison, floor.id) && !floor.absolute)
            return [];
        const minimum = rankInHead(comparison, floor.minimum);
        return minimum === null ? [] : [{ ...floor, minimum }];
    });
}
/** True when an entry that is already on the base, and in force, allows this floor to go. */
function isRetired({ base, today }, floor) {
    return base.exceptions.entries.some((entry) => entry.kind === 'retirement' && entry.floor === floor && (0,exceptions/* isInForce */.fx)(entry, today));
}
/** Two cells with the same signature meet the same situations and are decided alike. */
function signature(policy, kept, before) {
    const facts = new Map();
    const fact = (name) => {
        if (name === null || name === 'security_critical')
            return String(name);
        if (!facts.has(name))
            facts.set(name, facts.size);
        return `f${facts.get(name)}`;
    };
    const floor = (each) => `${each.minimum},${each.effort},${each.absolute},${fact(each.fact)}`;
    const own = (each) => [
        each.assigned,
        each.former?.tier,
        each.trial?.tier,
        each.economy,
        each.maximum,
        each.effort,
        each.onUnavailable,
        [...new Set(each.upgrades.map((upgrade) => Math.min(upgrade.to, each.maximum)))],
        each.floors.map(floor).join('|'),
    ].join(';');
    return [
        own(policy),
        kept.map((each) => floor(each.floor)).join('|'),
        before === null ? '' : own(before),
    ].join('#');
}
/** The cell as the base has it, in the head's ranks, where it was guarded there; null where it was not. */
function guardedBefore(comparison, agentName, phase) {
    const { base, today } = comparison;
    const agent = base.allocation.agents.get(agentName);
    if (agent === undefined || !base.allocation.phases.includes(phase))
        return null;
    const policy = (0,cell_policy/* cellPolicy */.jw)(base.allocation, base.exceptions, today, agent, phase);
    if (!policy.floors.some((floor) => floor.absolute))
        return null;
    const assigned = rankInHead(comparison, policy.assigned);
    const maximum = rankInHead(comparison, policy.maximum);
    if (assigned === null || maximum === null)
        return null;
    const floors = policy.floors.flatMap((floor) => {
        const minimum = rankInHead(comparison, floor.minimum);
        return minimum === null ? [] : [{ ...floor, minimum }];
    });
    return { ...policy, assigned, maximum, floors, former: null, trial: null, economy: null, upgrades: [] };
}
class Checker {
    #tiers;
    #head;
    #base;
    #known = new Map();
    constructor(comparison) {
        this.#tiers = comparison.head.allocation.tiers.length;
        this.#head = budgetShape(comparison.head.allocation);
        this.#base = budgetShape(comparison.base.allocation);
    }
    try(policy, kept, before) {
        const key = signature(policy, kept, before);
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const trial = this.#try(policy, kept, before);
        this.#known.set(key, trial);
        return trial;
    }
    #try(policy, kept, before) {
        const broken = new Map();
        let stopped = null;
        let count = 0;
        const facts = kept.flatMap(({ floor }) => (floor.fact === null ? [] : [floor.fact]));
        for (const tried of situations(policy, facts, this.#tiers, this.#head)) {
            if (++count > SITUATIONS_LIMIT)
                throw new build_errors/* UserError */.yo(`One cell has more than ${SITUATIONS_LIMIT} situations.`);
            const ruling = (0,decide/* decide */.LD)(policy, tried.situation);
            if (ruling.kind === 'run') {
                kept.forEach(({ floor }, index) => {
                    if (broken.has(index) || !inForce(floor, tried.facts))
                        return;
                    const tooLow = ruling.tier < floor.minimum || (0,cell_policy/* effortRank */.tU)(ruling.effort) < (0,cell_policy/* effortRank */.tU)(floor.effort);
                    if (tooLow)
                        broken.set(index, { tried, ruling });
                });
            }
            else if (before !== null && stopped === null && this.#ranBefore(before, policy, tried)) {
                stopped = { tried, ruling };
            }
        }
        stopped ??= this.#reserveLost(policy, before);
        return { situations: count, broken, stopped };
    }
    /**
     * Whether the guarded cell ran on the base where it is deferred now. Weeks before `since` and trials differ between
     * the two files by intent. So does the tier, within the floors: "its own model cannot be had" is what is compared.
     */
    #ranBefore(before, policy, { situation, facts, unavailableBelow, allowance }) {
        if (situation.choice !== null || situation.upgrade !== null || situation.level === 'EXHAUSTED')
            return false;
        if (situation.beforeSince || situation.inTrial || allowance !== 'open')
            return false;
        if (unavailableBelow !== 0 && unavailableBelow !== policy.assigned + 1)
            return false;
        if (unavailableBelow !== 0 && policy.assigned > before.assigned)
            return false;
        const floors = before.floors.filter((floor) => inForce(floor, facts));
        if (!floors.some((floor) => floor.absolute))
            return false;
        const below = unavailableBelow === 0 ? 0 : before.assigned + 1;
        const unavailable = (tier) => tier < below;
        return (0,decide/* decide */.LD)(before, { ...situation, floors, unavailable }).kind === 'run';
    }
    /** A critical reserve that is gone leaves guarded cells nothing to run on once the week's budget is spent. */
    #reserveLost(policy, before) {
        if (before === null || !this.#base.enforced || !this.#base.hasReserve)
            return null;
        if (!this.#head.enforced || this.#head.hasReserve)
            return null;
        for (const tried of situations(policy, [], this.#tiers, this.#head)) {
            if (tried.situation.level === 'EXHAUSTED' && tried.situation.choice === null) {
                return { tried, ruling: (0,decide/* decide */.LD)(policy, tried.situation) };
            }
        }
        return null;
    }
}
/**
 * Tries every cell of the head that is under a floor of the base or of the head in every situation it can meet, and
 * finds each floor that some situation breaks. Also finds declarations below a floor that no situation reaches
 * today, and guarded cells that could run before and could not now.
 * Throws `UserError` past `SITUATIONS_LIMIT`.
 */
function floorsKept(comparison) {
    const { head, usable, today } = comparison;
    const { allocation } = head;
    const checker = new Checker(comparison);
    const findings = [];
    let count = 0;
    for (const agent of allocation.agents.values()) {
        for (const phase of allocation.phases) {
            const policy = (0,cell_policy/* cellPolicy */.jw)(allocation, usable, today, agent, phase);
            const kept = [
                ...baseFloors(comparison, agent.name, phase).map((floor) => ({ floor, from: 'base' })),
                ...policy.floors.map((floor) => ({ floor, from: 'head' })),
            ];
            if (kept.length === 0)
                continue;
            const trial = checker.try(policy, kept, guardedBefore(comparison, agent.name, phase));
            count += trial.situations;
            if (count > SITUATIONS_LIMIT)
                throw new build_errors/* UserError */.yo(`The files have more than ${SITUATIONS_LIMIT} situations.`);
            findings.push(...cellFindings(comparison, policy, kept, trial));
        }
    }
    return { findings, situations: count };
}
/** One finding for each floor of a cell that is broken, with the declaration that does it where there is one. */
function cellFindings(comparison, policy, kept, trial) {
    const { head } = comparison;
    const { agent, phase } = policy;
    const findings = [];
    const said = new Set();
    kept.forEach(({ floor, from }, index) => {
        const [breach] = (0,breaches/* cellBreaches */.YJ)(policy, [floor]);
        const shown = trial.broken.get(index);
        if ((breach === undefined && shown === undefined) || said.has(floor.id))
            return;
        said.add(floor.id);
        const counterexample = shown === undefined
            ? staticExample(comparison, policy, floor, breach)
            : example(comparison, policy, floor, shown);
        const covered = breach?.kind === 'below-floor' && coveredByNewException(comparison, policy, floor, breach.tier);
        const hint = breach === undefined ? null : (0,breaches/* expiredHint */.DG)(breach, head.exceptions, comparison.today);
        const origin = from === 'base' ? ' of the base' : '';
        const message = breach === undefined
            ? `${agent} in ${phase} could run below the floor ${floor.id}${origin}: ${counterexample.text}.`
            : (0,breaches/* breachText */.xj)(breach, head.allocation);
        const said2 = covered
            ? `${message} The exception for it is new: it counts once it is on the base branch.`
            : hint === null
                ? message
                : `${message} ${hint}`;
        const position = breach === undefined ? floorPosition(comparison, floor) : breach.origin.position;
        findings.push(finding(comparison, covered ? 'HF116' : 'HF101', said2, position, { agent, phase, counterexample }));
    });
    // A cell that is below its floor has a worse breach than being deferred at times.
    if (trial.stopped !== null && findings.length === 0) {
        const { tried } = trial.stopped;
        const spent = tried.situation.level === 'EXHAUSTED';
        const when = spent ? ' once the weekly budget is spent, for there is no critical reserve any more' : '';
        const text = `${agent} in ${phase} ran on the base and would be deferred${when}`;
        const words = situationWords(tried, policy, tierNames(head.allocation));
        const counterexample = {
            text,
            situation: words,
            from: baseTier(comparison, policy),
            to: null,
            floor: floorName(comparison, kept),
        };
        const position = head.allocation.at(['budget', 'critical_reserve']);
        const where = spent ? position : policy.origin.position;
        findings.push(finding(comparison, 'HF114', `${text}: ${words.join(', ')}.`, where, { agent, phase, counterexample }));
    }
    return findings;
}
function tierNames(allocation) {
    return allocation.tiers.map((tier) => tier.name);
}
function floorName({ head }, kept) {
    const ranks = kept.map(({ floor }) => floor.minimum);
    return ranks.length === 0 ? null : (0,allocation_allocation/* tierName */.KR)(head.allocation, Math.max(...ranks));
}
/** The tier that the cell is assigned on the base; null where it does not exist there. */
function baseTier({ base }, policy) {
    const agent = base.allocation.agents.get(policy.agent);
    if (agent === undefined || !base.allocation.phases.includes(policy.phase))
        return null;
    const cell = base.allocation.matrix.get(policy.phase)?.get(policy.agent);
    return (0,allocation_allocation/* tierName */.KR)(base.allocation, cell?.tier ?? agent.assigned);
}
/** Where a floor that is broken without a declaration below it is, or was. */
function floorPosition({ head }, floor) {
    const still = head.allocation.floors.find((each) => each.id === floor.id);
    return still === undefined ? head.allocation.at(['floors']) : still.origin.position;
}
function coveredByNewException({ head, today }, policy, floor, tier) {
    const own = (0,cell_policy/* cellFloors */.Ik)(head.allocation, head.exceptions, today, policy.agent, policy.phase);
    const lowered = own.find((each) => each.id === floor.id);
    return lowered?.excepted === true && lowered.minimum <= tier;
}
function example(comparison, policy, floor, { tried, ruling }) {
    const { allocation } = comparison.head;
    const to = (0,allocation_allocation/* tierName */.KR)(allocation, ruling.tier);
    return described(comparison, policy, floor, to, situationWords(tried, policy, tierNames(allocation)), ruling.effort);
}
function staticExample(comparison, policy, floor, breach) {
    const to = (0,allocation_allocation/* tierName */.KR)(comparison.head.allocation, breach?.kind === 'below-floor' ? breach.tier : policy.assigned);
    return described(comparison, policy, floor, to, ['as declared; no situation reaches it while the other floors stand'], policy.effort);
}
function described(comparison, policy, floor, to, situation, effort) {
    const from = baseTier(comparison, policy);
    const minimum = (0,allocation_allocation/* tierName */.KR)(comparison.head.allocation, floor.minimum);
    const efforts = floor.effort === null ? '' : `, effort ${effort ?? 'not set'} for at least ${floor.effort}`;
    const { line } = policy.origin.position;
    const text = `${policy.agent} in ${policy.phase}: ${from ?? 'new'} → ${to}, floor ${minimum}${efforts}, line ${line}`;
    return { text, situation, from, to, floor: minimum };
}

// EXTERNAL MODULE: ./build/allocation/nearest.js
var nearest = __webpack_require__(7749);
;// CONCATENATED MODULE: ./build/policy/rules-agents.js



function phasesOf(upgrade, allocation) {
    return upgrade.phases ?? allocation.phases;
}
/** True when `other` raises as high as `upgrade` does, under the same condition, in every phase that is still there. */
function keeps({ base, head }, agent, upgrade, other) {
    const name = (0,allocation_allocation/* tierName */.KR)(base.allocation, upgrade.to);
    const wanted = head.allocation.tiers.findIndex((tier) => tier.name === name);
    const reached = Math.min(other.to, agent.maximum ?? other.to);
    return (other.condition.text.trim() === upgrade.condition.text.trim() &&
        reached >= wanted &&
        phasesOf(upgrade, base.allocation).every((phase) => !head.allocation.phases.includes(phase) || phasesOf(other, head.allocation).includes(phase)));
}
/** HF202: an upgrade that is removed, narrowed, lowered or cut off by a maximum. */
function upgradeRules(comparison) {
    const { base, head } = comparison;
    return [...head.allocation.agents.values()].flatMap((agent) => {
        const before = base.allocation.agents.get(agent.name);
        return (before?.upgrades ?? [])
            .filter((upgrade) => !agent.upgrades.some((other) => keeps(comparison, agent, upgrade, other)))
            .map((upgrade) => {
            const to = (0,allocation_allocation/* tierName */.KR)(base.allocation, upgrade.to);
            const message = `${agent.name} is no longer upgraded to ${to} as before, when ${upgrade.condition.text}.`;
            const position = head.allocation.at(['agents', agent.name, 'upgrades']);
            return finding(comparison, 'HF202', message, position, { agent: agent.name });
        });
    });
}
function letters(name) {
    return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}
/** HF207: a new agent, or alias, whose name could be taken for that of an agent under an absolute floor. */
function lookalikeRules(comparison) {
    const { base, head } = comparison;
    const guarded = [
        ...new Set(head.allocation.floors.filter((floor) => floor.absolute).flatMap((floor) => floor.agents)),
    ];
    const findings = [];
    for (const agent of head.allocation.agents.values()) {
        if (guarded.includes(agent.name))
            continue;
        const before = base.allocation.agents.get(agent.name);
        const names = [
            ...(before === undefined ? [agent.name] : []),
            ...agent.aliases.filter((alias) => !before?.aliases.includes(alias)),
        ];
        for (const name of names) {
            const like = guarded.find((other) => letters(name).includes(letters(other)) || (0,nearest/* nearest */.p)(letters(name), [letters(other)]) !== null);
            if (like === undefined)
                continue;
            const message = `The new name ${name} is close to ${like}, which is under an absolute floor; ${agent.name} is not.`;
            const position = head.allocation.at(['agents', agent.name]);
            findings.push(finding(comparison, 'HF207', message, position, { agent: agent.name }));
        }
    }
    return findings;
}

// EXTERNAL MODULE: ./build/time/week.js
var week = __webpack_require__(3722);
;// CONCATENATED MODULE: ./build/policy/rules-exceptions.js




/** Why an entry is not allowed, apart from its dates; null when it is. */
function notAllowed(entry, { base, head }) {
    const floor = head.allocation.floors.find((each) => each.id === entry.floor) ??
        (entry.kind === 'retirement'
            ? base.allocation.floors.find((each) => each.id === entry.floor)
            : undefined);
    if (floor === undefined)
        return `There is no floor ${entry.floor}.`;
    if (floor.absolute)
        return `The floor ${entry.floor} takes no exceptions.`;
    if (entry.kind === 'retirement')
        return null;
    const agent = [...head.allocation.agents.keys()].find((name) => name === entry.agent);
    const phase = head.allocation.phases.find((name) => name === entry.phase);
    if (agent === undefined)
        return `There is no agent ${entry.agent}.`;
    if (phase === undefined)
        return `There is no phase ${entry.phase}.`;
    if (!(0,allocation_allocation/* floorsOf */.t9)(head.allocation, agent, phase).includes(floor))
        return `The floor ${entry.floor} does not cover ${entry.agent} in ${entry.phase}.`;
    const tier = (0,allocation_allocation/* rankOf */.IQ)(head.allocation, entry.tier);
    if (tier === null)
        return `There is no tier ${entry.tier}.`;
    if (tier >= floor.minimum)
        return `The tier ${entry.tier} is not below the floor ${entry.floor}: nothing needs an exception.`;
    return null;
}
function sameEntry(a, b) {
    const plain = (entry) => JSON.stringify({ ...entry, origin: null });
    return plain(a) === plain(b);
}
/** HF115, HF204 and HF301: the entries of the head's exceptions file. */
function exceptionRules(comparison) {
    const { base, head, today } = comparison;
    const before = new Map(base.exceptions.entries.map((entry) => [(0,exceptions/* exceptionKey */.FS)(entry), entry]));
    return head.exceptions.entries.flatMap((entry) => {
        const say = (id, message) => finding(comparison, id, message, entry.origin.position, { file: head.exceptions.file });
        const key = (0,exceptions/* exceptionKey */.FS)(entry);
        const former = before.get(key);
        const why = notAllowed(entry, comparison);
        if (why !== null)
            return [say('HF115', `The exception ${key} is not allowed. ${why}`)];
        const days = (0,week/* daysBetween */.YM)(today, entry.expires);
        if (days > exceptions/* EXCEPTION_DAYS */.cB) {
            return [
                say('HF115', `The exception ${key} runs for ${days} more days; at most ${exceptions/* EXCEPTION_DAYS */.cB} are allowed.`),
            ];
        }
        if (days < 0) {
            const unchanged = former !== undefined && sameEntry(entry, former);
            return [say(unchanged ? 'HF204' : 'HF115', `The exception ${key} expired on ${entry.expires}.`)];
        }
        if (former !== undefined && entry.renewals < former.renewals) {
            return [
                say('HF115', `The exception ${key} was renewed ${former.renewals} times; ${entry.renewals} is less.`),
            ];
        }
        if (former !== undefined && entry.expires > former.expires && entry.renewals <= former.renewals) {
            const message = `The exception ${key} is renewed to ${entry.expires} but says renewals: ${entry.renewals}; write ${former.renewals + 1}.`;
            return [say('HF115', message)];
        }
        const since = former === undefined ? ' It counts once it is on the base branch.' : '';
        const what = entry.kind === 'cell'
            ? `${entry.agent} in ${entry.phase} may go down to ${entry.tier}`
            : 'the floor may be retired';
        const message = `Until ${entry.expires} ${what}, below the floor ${entry.floor} (approved by ${entry.approvedBy}, renewed ${entry.renewals} times).${since}`;
        return [say('HF301', message)];
    });
}
/** HF204 alone, for files that nobody touches: exceptions that have expired. */
function expiredRules({ head, today, docs, }) {
    return head.exceptions.entries
        .filter((entry) => entry.expires < today)
        .map((entry) => finding({ head, docs }, 'HF204', `The exception ${(0,exceptions/* exceptionKey */.FS)(entry)} expired on ${entry.expires}.`, entry.origin.position, {
        file: head.exceptions.file,
    }));
}
/** The cell exceptions of one version that count today. */
function exceptionsInForce(side, today) {
    return side.exceptions.entries.flatMap((entry) => {
        if (entry.kind !== 'cell' || !(0,exceptions/* isInForce */.fx)(entry, today))
            return [];
        const { floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals } = entry;
        return [{ floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals }];
    });
}

;// CONCATENATED MODULE: ./build/policy/rules-floors.js




/** True when every phase that `base` covers, `head` covers too. Phases that the head dropped are judged by HF107. */
function coversPhases({ head }, base, other) {
    if (other.phases === null)
        return true;
    if (base.phases === null)
        return false;
    const { phases } = other;
    return base.phases.every((phase) => phases.includes(phase) || !head.allocation.phases.includes(phase));
}
/** True when `other`, a floor of the head, asks for no less than `base` does, wherever `base` asks for something of `agent`. */
function replaces(comparison, base, other, agent) {
    const minimum = rankInHead(comparison, base.minimum);
    return (minimum !== null &&
        other.agents.includes(agent) &&
        coversPhases(comparison, base, other) &&
        (other.fact === null || other.fact === base.fact) &&
        other.minimum >= minimum &&
        (0,cell_policy/* effortRank */.tU)(other.effort) >= (0,cell_policy/* effortRank */.tU)(base.effort) &&
        (other.absolute || !base.absolute));
}
/** HF102 to HF105: a floor of the base that the head removes, lowers, narrows or makes exceptable. */
function floorRules(comparison) {
    const { base, head } = comparison;
    return base.allocation.floors.flatMap((floor) => {
        if (isRetired(comparison, floor.id) && !floor.absolute) {
            const message = `The floor ${floor.id} may be removed, lowered or narrowed: its retirement is approved on the base.`;
            return [finding(comparison, 'HF302', message, head.allocation.at(['floors']))];
        }
        const agents = floor.agents.filter((agent) => head.allocation.agents.has(agent));
        const kept = agents.every((agent) => head.allocation.floors.some((other) => replaces(comparison, floor, other, agent)));
        if (kept)
            return [];
        const same = head.allocation.floors.find((other) => other.id === floor.id);
        if (same === undefined) {
            const message = `The floor ${floor.id} is removed, and no other floor asks for as much.`;
            return [finding(comparison, 'HF102', message, head.allocation.at(['floors']))];
        }
        return rules_floors_differences(comparison, floor, same, agents);
    });
}
/** What the head's version of a floor asks for less. */
function rules_floors_differences(comparison, floor, same, agents) {
    const { base, head } = comparison;
    const findings = [];
    const index = head.allocation.floors.indexOf(same);
    const at = (key) => head.allocation.at(['floors', index, key]);
    const minimum = rankInHead(comparison, floor.minimum);
    const tier = (rank, side) => side.allocation.tiers[rank]?.name;
    if (minimum !== null && same.minimum < minimum) {
        const message = `The floor ${floor.id} is lowered from ${tier(floor.minimum, base)} to ${tier(same.minimum, head)}.`;
        findings.push(finding(comparison, 'HF103', message, at('minimum')));
    }
    if ((0,cell_policy/* effortRank */.tU)(same.effort) < (0,cell_policy/* effortRank */.tU)(floor.effort)) {
        const message = `The floor ${floor.id} asks for effort ${same.effort ?? 'no more'} instead of ${floor.effort}.`;
        findings.push(finding(comparison, 'HF103', message, at('effort')));
    }
    const dropped = agents.filter((agent) => !same.agents.includes(agent));
    if (dropped.length > 0) {
        const message = `The floor ${floor.id} no longer covers ${dropped.join(', ')}.`;
        findings.push(finding(comparison, 'HF104', message, at('agents')));
    }
    if (!coversPhases(comparison, floor, same)) {
        const before = floor.phases?.join(', ') ?? 'every phase, also new ones';
        const message = `The floor ${floor.id} covers ${same.phases?.join(', ')} instead of ${before}.`;
        findings.push(finding(comparison, 'HF104', message, at('phases')));
    }
    if (same.fact !== null && same.fact !== floor.fact) {
        const before = floor.fact === null ? 'always' : `if task.${floor.fact}`;
        const message = `The floor ${floor.id} holds only if task.${same.fact}; on the base it holds ${before}.`;
        findings.push(finding(comparison, 'HF104', message, at('if')));
    }
    if (floor.absolute && !same.absolute) {
        const message = `The floor ${floor.id} takes no exceptions on the base and would take approved ones.`;
        findings.push(finding(comparison, 'HF105', message, at('exceptions')));
    }
    return findings;
}
/** HF106, HF107, HF120 and HF121: an agent, phase, fact or alias that gives a floor its meaning is gone or changed. */
function meaningRules(comparison) {
    const { base, head } = comparison;
    const findings = [];
    const floors = base.allocation.floors.filter((floor) => floor.absolute || !isRetired(comparison, floor.id));
    const floored = new Set(floors.flatMap((floor) => floor.agents));
    const idsOver = (agent) => floors
        .filter((floor) => floor.agents.includes(agent))
        .map((floor) => floor.id)
        .join(', ');
    for (const agent of floored) {
        if (head.allocation.agents.has(agent))
            continue;
        const message = `The agent ${agent} is renamed or deleted, but it is under ${idsOver(agent)}.`;
        findings.push(finding(comparison, 'HF106', message, head.allocation.at(['agents']), { agent }));
    }
    for (const phase of base.allocation.phases) {
        if (head.allocation.phases.includes(phase))
            continue;
        const ids = floors
            .filter((floor) => floor.phases === null || floor.phases.includes(phase))
            .map((floor) => floor.id);
        if (ids.length === 0)
            continue;
        const message = `The phase ${phase} is renamed or deleted, but ${ids.join(', ')} covers it.`;
        findings.push(finding(comparison, 'HF107', message, head.allocation.at(['phases']), { phase }));
    }
    return [...findings, ...factRules(comparison, floors), ...aliasRules(comparison, floored)];
}
function factRules({ base, head, docs }, floors) {
    const spoken = floors.flatMap((floor) => (floor.fact === null ? [] : [floor.fact]));
    const names = [...new Set([...spoken, ...(floors.length === 0 ? [] : [allocation_facts/* SECURITY_CRITICAL */.pu])])];
    return names.flatMap((name) => {
        const before = base.allocation.facts.get(name);
        const after = head.allocation.facts.get(name);
        if (before === undefined)
            return [];
        if (after !== undefined && after.type === before.type && after.derived === before.derived)
            return [];
        const what = after === undefined ? 'is no longer declared' : 'changes its type or its source';
        const why = spoken.includes(name) ? 'a floor depends on it' : 'criticality depends on it';
        const message = `The fact ${name} ${what}, but ${why}.`;
        return [
            finding({ head, docs }, 'HF120', message, after?.origin.position ?? head.allocation.at(['facts'])),
        ];
    });
}
function aliasRules(comparison, floored) {
    const { base, head } = comparison;
    return [...floored].flatMap((name) => {
        const before = base.allocation.agents.get(name);
        const after = head.allocation.agents.get(name);
        if (before === undefined || after === undefined)
            return [];
        return before.aliases
            .filter((alias) => !after.aliases.includes(alias))
            .map((alias) => {
            const message = `The alias ${alias} no longer stands for ${name}: what reports under it would leave the floor.`;
            const position = head.allocation.at(['agents', name, 'aliases']);
            return finding(comparison, 'HF121', message, position, { agent: name });
        });
    });
}

// EXTERNAL MODULE: ./build/usage/models.js
var models = __webpack_require__(4872);
;// CONCATENATED MODULE: ./build/policy/rules-tiers.js






/** How long before a possible retirement the gate begins to warn, in days. */
const RETIREMENT_NOTICE_DAYS = 60;
/** HF108 and HF109: the tiers that floors are made of keep their names and their order. */
function rankingRules(comparison) {
    const { base, head } = comparison;
    const findings = [];
    const named = new Set(base.allocation.floors.map((floor) => floor.minimum));
    for (const tier of base.allocation.tiers) {
        if (named.has(tier.rank) && (0,allocation_allocation/* rankOf */.IQ)(head.allocation, tier.name) === null) {
            const message = `The tier ${tier.name} is renamed or deleted, but a floor of the base asks for it.`;
            findings.push(finding(comparison, 'HF109', message, head.allocation.at(['tiers'])));
        }
    }
    const shared = base.allocation.tiers.filter((tier) => (0,allocation_allocation/* rankOf */.IQ)(head.allocation, tier.name) !== null);
    const after = [...shared].sort((a, b) => order(head.allocation, a) - order(head.allocation, b));
    if (shared.some((tier, index) => tier !== after[index])) {
        const names = (tiers) => tiers.map((tier) => tier.name).join(' < ');
        const message = `The ranking of the tiers changes from ${names(shared)} to ${names(after)}.`;
        findings.push(finding(comparison, 'HF108', message, head.allocation.at(['tiers'])));
    }
    return findings;
}
function order(allocation, tier) {
    return (0,allocation_allocation/* rankOf */.IQ)(allocation, tier.name) ?? -1;
}
/** The id that the base has in the same place: the same tier's model, or its id for the same provider. */
function idBefore(before, provider) {
    return provider === null ? before?.model : before?.providers.get(provider);
}
/** HF110 to HF113, HF203 and HF209: what the tiers' models are. */
function modelRules(comparison) {
    const { base, head, today } = comparison;
    const findings = [];
    for (const tier of head.allocation.tiers) {
        const before = base.allocation.tiers.find((each) => each.name === tier.name);
        for (const { id, provider } of (0,models_of_tiers/* idsOfTier */.Iv)(tier)) {
            if (id !== idBefore(before, provider))
                findings.push(...newModel(comparison, tier, before, id, provider));
            const row = (0,models/* findModel */.P6)(head.table, id);
            const day = row?.retiresAt ?? row?.retiresNotBefore ?? null;
            if (row === null || day === null || (0,models/* lifecycleOn */.av)(row, today) === 'retired')
                continue;
            if ((0,week/* daysBetween */.YM)(today, day) <= RETIREMENT_NOTICE_DAYS) {
                const when = row.retiresAt === null ? `may retire from ${day} on` : `retires on ${day}`;
                findings.push(finding(comparison, 'HF203', `The model ${id} of the tier ${tier.name} ${when}.`, place(head.allocation, tier, provider)));
            }
        }
    }
    for (const breach of (0,breaches/* tierBreaches */.qG)(head.allocation, head.table)) {
        const { line } = breach.origin.position;
        const known = findings.some((each) => each.rule === 'HF110' && each.line === line);
        const id = breach.kind === 'falling-line' ? 'HF113' : 'HF110';
        if ('message' in breach && !(known && id === 'HF110')) {
            findings.push(finding(comparison, id, breach.message, breach.origin.position));
        }
    }
    const said = new Set();
    return findings.filter((each) => {
        const key = `${each.rule} ${each.line} ${each.message}`;
        return said.has(key) ? false : said.add(key);
    });
}
function place(allocation, tier, provider) {
    return allocation.at(['tiers', tier.rank, ...(provider === null ? ['model'] : ['providers', provider])]);
}
/** A model that the tier did not have on the base, judged by what the base knows of it. */
function newModel(comparison, tier, before, id, provider) {
    const { base, head, today } = comparison;
    const position = place(head.allocation, tier, provider);
    const row = (0,models/* findModel */.P6)(base.table, id);
    if (row === null) {
        const known = (0,models/* findModel */.P6)(head.table, id) === null ? 'no table knows it' : 'only the head declares it';
        const message = `The tier ${tier.name} gets the model ${id}, whose line is not known from the base: ${known}.`;
        return [finding(comparison, 'HF111', message, position)];
    }
    const findings = [];
    const former = before === undefined ? null : (0,models/* findModel */.P6)(base.table, idBefore(before, provider) ?? before.model);
    const line = former?.line ?? (0,models_of_tiers/* promisedLine */.uQ)(tier);
    if (line !== null && (0,models_of_tiers/* isLesser */.p1)(row.line, line)) {
        const message = `The tier ${tier.name} gets the model ${id} of the line ${row.line}, which is lesser than ${line}.`;
        findings.push(finding(comparison, 'HF110', message, position));
    }
    if ((0,models/* lifecycleOn */.av)(row, today) === 'retired') {
        findings.push(finding(comparison, 'HF112', `The tier ${tier.name} gets the model ${id}, which is retired.`, position));
    }
    const generations = former === null ? null : (0,models/* compareGenerations */.f_)(row, former);
    if (former !== null && generations !== null && generations < 0) {
        const message = `The tier ${tier.name} gets the model ${id}, which is older than ${former.id}.`;
        findings.push(finding(comparison, 'HF209', message, position));
    }
    return findings;
}
/** HF122 and HF208: the rows that the allocation adds to the table of models. */
function modelRowRules(comparison) {
    const { base, head } = comparison;
    const findings = [];
    const inUse = new Set(head.allocation.tiers.flatMap((tier) => (0,models_of_tiers/* idsOfTier */.Iv)(tier).map(({ id }) => String(id))));
    for (const { row } of base.allocation.models) {
        const after = head.allocation.models.find((each) => each.row.id === row.id);
        const line = (0,models/* findModel */.P6)(head.table, row.id)?.line ?? null;
        const providers = Object.values(row.providers ?? {});
        const used = [row.id, ...providers].some((id) => inUse.has(id));
        if (line !== row.line && (after !== undefined || used)) {
            const message = `The model ${row.id} is declared to be of the line ${row.line} on the base, and ${line ?? 'of no known line'} in the head.`;
            findings.push(finding(comparison, 'HF122', message, after?.origin.position ?? head.allocation.at(['models'])));
        }
    }
    for (const { row, origin } of head.allocation.models) {
        const before = base.allocation.models.find((each) => each.row.id === row.id);
        if (JSON.stringify(before?.row ?? null) !== JSON.stringify(row)) {
            const what = before === undefined ? 'is added' : 'changes';
            const message = `The row of the model ${row.id} ${what}: it says line ${row.line}, and nothing here can check that.`;
            findings.push(finding(comparison, 'HF208', message, origin.position));
        }
        for (const [provider, id] of Object.entries(row.providers ?? {})) {
            const known = (0,models/* findModel */.P6)(base.table, id);
            if (known !== null && known.id !== row.id) {
                const message = `The id ${id} (${provider}) stands for ${known.id} on the base and would stand for ${row.id}.`;
                findings.push(finding(comparison, 'HF122', message, origin.position));
            }
        }
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/policy/judge.js







const WEIGHT = { error: 0, warning: 1, notice: 2 };
function compareText(a, b) {
    const [left, right] = [a ?? '', b ?? ''];
    return left < right ? -1 : left > right ? 1 : 0;
}
/** Errors first, then by file, line, column, rule and text; one of each. */
function ordered(findings) {
    const seen = new Set();
    return [...findings]
        .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] ||
        compareText(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.rule, b.rule) ||
        compareText(a.agent, b.agent) ||
        compareText(a.phase, b.phase) ||
        compareText(a.message, b.message))
        .filter((each) => {
        const key = JSON.stringify([each.rule, each.file, each.line, each.agent, each.phase, each.message]);
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
/** HF201: one warning for each figure of the budget that differs. */
function budgetRules(comparison, changes) {
    const { head } = comparison;
    return changes
        .filter((change) => change.field === 'budget' || change.field.startsWith('budget.'))
        .map((change) => {
        const message = `${change.field} changes from ${change.from ?? 'nothing'} to ${change.to ?? 'nothing'}.`;
        return finding(comparison, 'HF201', message, head.allocation.at(change.field.split('.')));
    });
}
/**
 * Judges what a change makes of the files: every rule, and every floor in every situation.
 * A judgement without a finding of severity error means that no situation breaks a floor of the base or of the head.
 * Throws `UserError` when there are more situations than can be tried.
 */
function judge(comparison) {
    const changes = changesOf(comparison);
    const kept = floorsKept(comparison);
    const findings = ordered([
        ...kept.findings,
        ...floorRules(comparison),
        ...meaningRules(comparison),
        ...rankingRules(comparison),
        ...modelRules(comparison),
        ...modelRowRules(comparison),
        ...exceptionRules(comparison),
        ...budgetRules(comparison, changes),
        ...upgradeRules(comparison),
        ...lookalikeRules(comparison),
    ]);
    return {
        findings,
        changes,
        situations: kept.situations,
        exceptions: exceptionsInForce(comparison.head, comparison.today),
    };
}

;// CONCATENATED MODULE: ./build/policy/gate.js









function same(a, b) {
    if (a.kind === 'file' && b.kind === 'file') {
        return a.bytes.length === b.bytes.length && a.bytes.every((byte, index) => byte === b.bytes[index]);
    }
    return a.kind === b.kind && (a.kind !== 'irregular' || (b.kind === 'irregular' && a.mode === b.mode));
}
const MODES = {
    '120000': 'a symbolic link',
    '160000': 'a submodule',
    '100755': 'executable',
    '040000': 'a directory',
};
function irregular(file, mode) {
    return `${file} is ${MODES[mode] ?? `of mode ${mode}`}; only a regular file (mode 100644) is read.`;
}
/** Reads a version that the verdict rests on: whatever is wrong with it means that nothing can be judged. */
function trustedSide({ base, baseFile, subject }, context) {
    const { allocation, exceptions } = base;
    for (const [state, file] of [
        [allocation, context.allocationFile],
        [exceptions, context.exceptionsFile],
    ]) {
        if (state.kind === 'irregular')
            throw new build_errors/* UserError */.yo(`On the base (${subject}): ${irregular(file, state.mode)}`);
    }
    if (allocation.kind !== 'file')
        return null;
    try {
        return sideOf((0,parse/* parseAllocation */.E)(baseFile ?? context.allocationFile, allocation.bytes), readExceptions(exceptions, context), context.shipped);
    }
    catch (error) {
        if (!(error instanceof build_errors/* UserError */.yo))
            throw error;
        const problems = error.problems.map((problem) => ({ ...problem, what: `On the base: ${problem.what}` }));
        throw new build_errors/* UserError */.yo(problems);
    }
}
function readExceptions(state, context) {
    if (state.kind !== 'file')
        return (0,exceptions/* noExceptions */.QP)(context.exceptionsFile);
    return (0,exceptions/* parseExceptions */.wu)(context.exceptionsFile, state.bytes);
}
function fileFinding(context, id, file, message) {
    const { severity } = rule(id);
    const docs = context.docs(id);
    return {
        rule: id,
        severity,
        message,
        agent: null,
        phase: null,
        file,
        line: 1,
        column: 1,
        docs,
        counterexample: null,
    };
}
/** The head as far as it can be read; the findings say what is wrong with it. */
function untrustedSide(version, context) {
    const findings = [];
    const { allocation, exceptions } = version;
    for (const [state, file] of [
        [allocation, context.allocationFile],
        [exceptions, context.exceptionsFile],
    ]) {
        if (state.kind === 'irregular')
            findings.push(fileFinding(context, 'HF119', file, irregular(file, state.mode)));
        else if (state.kind === 'file' && state.bytes.length > source/* LIMITS */.b1.bytes) {
            const message = `${file} has ${state.bytes.length} bytes; at most ${source/* LIMITS */.b1.bytes} are read.`;
            findings.push(fileFinding(context, 'HF119', file, message));
        }
    }
    if (allocation.kind === 'absent') {
        const message = `${context.allocationFile} is deleted or moved; without it no floor holds.`;
        findings.push(fileFinding(context, 'HF118', context.allocationFile, message));
    }
    if (findings.length > 0 || allocation.kind !== 'file')
        return { side: null, findings };
    const read = (parse) => {
        try {
            return parse();
        }
        catch (error) {
            if (!(error instanceof build_errors/* UserError */.yo))
                throw error;
            for (const problem of error.problems)
                findings.push(invalid(context, problem));
            return null;
        }
    };
    const parsed = read(() => (0,parse/* parseAllocation */.E)(context.allocationFile, allocation.bytes));
    const granted = read(() => readExceptions(exceptions, context));
    if (parsed === null || granted === null)
        return { side: null, findings };
    return { side: sideOf(parsed, granted, context.shipped), findings };
}
function invalid(context, problem) {
    const message = problem.fix === null ? problem.what : `${problem.what} ${problem.fix}`;
    const base = fileFinding(context, 'HF117', problem.file ?? context.allocationFile, message);
    return { ...base, line: problem.line ?? 1, column: problem.column ?? 1 };
}
/** A file that is new has no base to keep, but must be sound in itself. */
function judgeNew(side, context) {
    const comparison = compare(side, side, context.today, context.docs);
    const { findings, situations } = judge({ ...comparison, usable: (0,exceptions/* noExceptions */.QP)(context.exceptionsFile) });
    const bare = (0,exceptions/* noExceptions */.QP)(context.exceptionsFile);
    const standing = (0,breaches/* breachesOf */.dE)(side.allocation, bare, context.today, side.table).map((breach) => finding(comparison, breach.kind === 'falling-line' ? 'HF113' : breach.kind === 'lesser-line' ? 'HF110' : 'HF101', (0,breaches/* breachText */.xj)(breach, side.allocation), breach.origin.position));
    const known = new Set(findings.map((each) => `${each.rule}:${each.line}`));
    return {
        findings: [...findings, ...standing.filter((each) => !known.has(`${each.rule}:${each.line}`))],
        changes: [],
        situations,
        exceptions: exceptionsInForce(side, context.today),
    };
}
const NOTHING = {
    touched: false,
    findings: [],
    changes: [],
    situations: 0,
    exceptions: [],
    notices: [],
};
/** Files that nobody touches: only what time has done to them is worth a word. */
function untouched(version, context) {
    if (version.allocation.kind === 'absent') {
        return { ...NOTHING, notices: [`There is no ${context.allocationFile} yet: nothing is guarded.`] };
    }
    const { side } = untrustedSide(version, context);
    if (side === null) {
        return {
            ...NOTHING,
            notices: [`${context.allocationFile} is unchanged, but not valid: resolve refuses it.`],
        };
    }
    const findings = expiredRules({ head: side, today: context.today, docs: context.docs });
    return { ...NOTHING, findings, exceptions: exceptionsInForce(side, context.today) };
}
function judgeOne(judged, bootstrap, context) {
    const { subject, base, head } = judged;
    if (same(base.allocation, head.allocation) && same(base.exceptions, head.exceptions))
        return untouched(head, context);
    const trusted = trustedSide(judged, context);
    if (trusted === null && !bootstrap) {
        return {
            ...NOTHING,
            notices: [`The base of ${subject} has no ${context.allocationFile}; the other base decides.`],
        };
    }
    if (trusted === null && head.allocation.kind === 'absent')
        return untouched(head, context);
    const { side, findings } = untrustedSide(head, context);
    const none = { ...NOTHING, touched: true, findings };
    if (side === null)
        return none;
    if (trusted === null) {
        const notice = `${context.allocationFile} is new: it guards from the moment it is on the base branch.`;
        return { touched: true, ...judgeNew(side, context), notices: [notice] };
    }
    return { touched: true, notices: [], ...judge(compare(trusted, side, context.today, context.docs)) };
}
/**
 * The verdict on a change, from every comparison that counts: with the pull request's base, and with the
 * repository's default branch. Pure. Throws `UserError` when it cannot be judged; that is never a pass.
 *
 * A base without the file passes as the beginning of its use, but only where no other base has it.
 * @param more findings about other files, such as workflows
 */
function gate(judged, context, more) {
    const [first] = judged;
    if (first === undefined)
        throw new build_errors/* UserError */.yo('Nothing was compared.', 'Say which revisions to compare.');
    const bootstrap = judged.every(({ base }) => base.allocation.kind === 'absent');
    const parts = judged.map((each) => judgeOne(each, bootstrap, context));
    const findings = ordered([...parts.flatMap((part) => part.findings), ...more]);
    const changed = parts.find((part) => part.changes.length > 0) ?? parts.find((part) => part.touched);
    return {
        verdict: findings.some((each) => each.severity === 'error') ? 'fail' : 'pass',
        mode: context.mode,
        touched: parts.some((part) => part.touched),
        subject: judged.map((each) => each.subject).join('; '),
        situations: parts.reduce((sum, part) => sum + part.situations, 0),
        findings,
        changes: changed?.changes ?? [],
        exceptions: changed?.exceptions ?? parts[0]?.exceptions ?? [],
        notices: [...new Set(parts.flatMap((part) => part.notices))],
    };
}

;// CONCATENATED MODULE: ./build/policy/workflows.js

/** A step that runs the gate: our Action by any owner's name, with `command: check`. */
const GATE = /haiku-first(?:@|\b)[\s\S]*?\bcommand:\s*['"]?check\b|\bcommand:\s*['"]?check\b[\s\S]*?haiku-first/;
/** A model that is written out instead of taken from `resolve`. */
const BY_HAND = [
    /--model[= ]+(?!\$\{\{)["']?[A-Za-z0-9]/,
    /\bANTHROPIC_(?:[A-Z]+_)*MODEL\b\s*[:=]\s*(?!["']?\$\{\{)["']?[A-Za-z0-9]/,
    /\bCLAUDE_CODE_(?:[A-Z]+_)*MODEL(?:_FORCE)?\b\s*[:=]\s*(?!["']?\$\{\{)["']?[A-Za-z0-9]/,
];
function find(text) {
    return (text ?? '').split('\n').flatMap((line, index) => {
        if (/^\s*#/.test(line))
            return [];
        return BY_HAND.flatMap((pattern) => {
            const match = pattern.exec(line);
            return match === null ? [] : [{ line: index + 1, column: match.index + 1, text: match[0] }];
        });
    });
}
/** HF205 and HF206: changed workflows that run the gate, or set a model past it. Text is searched, never executed. */
function workflowRules(changed, docs) {
    const make = (id, file, line, column, message) => ({
        rule: id,
        severity: rule(id).severity,
        message,
        agent: null,
        phase: null,
        file,
        line,
        column,
        docs: docs(id),
        counterexample: null,
    });
    return changed.flatMap(({ path, before, after }) => {
        const findings = [];
        if ([before, after].some((text) => text !== null && GATE.test(text)) && before !== null) {
            const what = after === null ? 'deleted' : 'edited';
            findings.push(make('HF205', path, 1, 1, `The workflow ${path}, which runs this gate, is ${what}.`));
        }
        const known = new Set(find(before).map((each) => each.text));
        for (const { line, column, text } of find(after)) {
            if (!known.has(text))
                findings.push(make('HF206', path, line, column, `${path} sets a model by hand: ${text}…`));
        }
        return findings;
    });
}

;// CONCATENATED MODULE: ./build/render/gate-result.js
/** Tells a report from a failure. A report whose verdict is `error` is a failure, with its notices for problems. */
function settle(result) {
    if ('problems' in result)
        return { judged: false, failure: result };
    if (result.verdict !== 'error')
        return { judged: true, report: result };
    const { mode, subject, notices } = result;
    const problems = notices.map((what) => ({ what, file: null, line: null, column: null, fix: null }));
    return { judged: false, failure: { verdict: 'error', mode, subject, problems } };
}
/** The findings by rule, rules and findings in the report's order. */
function byRule(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const group = groups.get(finding.rule);
        if (group === undefined)
            groups.set(finding.rule, [finding]);
        else
            group.push(finding);
    }
    return [...groups.values()];
}

// EXTERNAL MODULE: ./build/render/visible.js
var visible = __webpack_require__(1175);
;// CONCATENATED MODULE: ./build/render/words.js
/** `12345` as `12,345`; whole numbers only. */
function number(value) {
    return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** `1 error`, `2 errors`. */
function count(value, one) {
    return `${number(value)} ${one}${value === 1 ? '' : 's'}`;
}
/** `SECURITY/EXEC`, or the half that is known; null when none is. */
function cellName(agent, phase) {
    if (agent === null)
        return phase;
    return phase === null ? agent : `${agent}/${phase}`;
}
/** The counterexample with its situation: `SECURITY in EXEC: opus → sonnet, floor opus (zone GREEN)`. */
function counterexampleText(example) {
    return example.situation.length === 0 ? example.text : `${example.text} (${example.situation.join(', ')})`;
}
/** How many findings have this severity. */
function tally(findings, severity) {
    return findings.filter((finding) => finding.severity === severity).length;
}
/** `1 error, 0 warnings`. */
function tallyText(findings) {
    return `${count(tally(findings, 'error'), 'error')}, ${count(tally(findings, 'warning'), 'warning')}`;
}
/** `12,345 situations tried`. */
function situationsText(situations) {
    return `${count(situations, 'situation')} tried`;
}

;// CONCATENATED MODULE: ./build/render/gate-annotations.js




const MESSAGE = 1000;
/** One annotation for each finding, in the report's order; of a failure, one for each problem. Plain text. */
function renderGateAnnotations(result) {
    const settled = settle(result);
    if (!settled.judged) {
        return settled.failure.problems.map(({ what, fix, file, line, column }) => ({
            severity: 'error',
            title: 'haiku-first gate could not judge',
            message: (0,visible/* visible */.R)(fix === null ? what : `${what} ${fix}`, MESSAGE),
            file,
            line,
            column,
        }));
    }
    return settled.report.findings.map((finding) => {
        const cell = cellName(finding.agent, finding.phase);
        const name = `${finding.rule} ${rule(finding.rule).name}`;
        const example = finding.counterexample;
        return {
            severity: finding.severity,
            title: cell === null ? name : (0,visible/* visible */.R)(`${name}: ${cell}`),
            message: [
                (0,visible/* visible */.R)(finding.message, MESSAGE),
                ...(example === null ? [] : [`Counterexample: ${(0,visible/* visible */.R)(counterexampleText(example), MESSAGE)}`]),
                (0,visible/* visible */.R)(finding.docs, MESSAGE),
            ].join('\n'),
            file: finding.file,
            line: finding.line,
            column: finding.column,
        };
    });
}

;// CONCATENATED MODULE: ./build/render/gate-json.js

/** UTF-16 units, which GitHub counts a job's outputs in: 1 MB for all of them. */
const FINDINGS_BUDGET = 900_000;
/** The `check` document, keys always in the same order. */
function gateDocument(result) {
    const settled = settle(result);
    if (!settled.judged) {
        const { mode, subject, problems } = settled.failure;
        return {
            schema: 'haiku-first/check@1',
            verdict: 'error',
            mode,
            subject,
            touched: false,
            situations: 0,
            findings: [],
            changes: [],
            exceptions: [],
            notices: [],
            error: { problems: problems.map(problemOf) },
        };
    }
    const { report } = settled;
    return {
        schema: 'haiku-first/check@1',
        verdict: report.verdict,
        mode: report.mode,
        subject: report.subject,
        touched: report.touched,
        situations: report.situations,
        findings: report.findings.map(findingOf),
        changes: report.changes.map(({ agent, phase, field, from, to }) => ({ agent, phase, field, from, to })),
        exceptions: report.exceptions.map(exceptionOf),
        notices: [...report.notices],
    };
}
/** The findings as compact JSON of at most `FINDINGS_BUDGET`; what does not fit is left out from the end and counted. */
function renderFindingsOutput(result) {
    const all = gateDocument(result).findings;
    const empty = { schema: 'haiku-first/findings@1', findings: [], left_out: all.length };
    let left = FINDINGS_BUDGET - JSON.stringify(empty).length;
    const findings = [];
    for (const finding of all) {
        left -= JSON.stringify(finding).length + 1;
        if (left < 0)
            break;
        findings.push(finding);
    }
    const document = { ...empty, findings, left_out: all.length - findings.length };
    return JSON.stringify(document);
}
function findingOf(finding) {
    const { rule, severity, message, agent, phase, file, line, column, docs, counterexample } = finding;
    return {
        rule,
        severity,
        message,
        agent,
        phase,
        file,
        line,
        column,
        docs,
        counterexample: counterexample === null ? null : counterexampleOf(counterexample),
    };
}
function counterexampleOf({ text, situation, from, to, floor }) {
    return { text, situation: [...situation], from, to, floor };
}
function exceptionOf(exception) {
    const { floor, agent, phase, tier, reason, approvedBy, tracking, expires, renewals } = exception;
    return { floor, agent, phase, tier, reason, approved_by: approvedBy, tracking, expires, renewals };
}
function problemOf({ what, file, line, column, fix }) {
    return { what, file, line, column, fix };
}

;// CONCATENATED MODULE: ./build/render/budget.js
/** A section without rows. */
function paragraph(text) {
    return { head: text, rows: [], held: 0, leftOut: () => '' };
}
/** Length in UTF-16 units, which GitHub counts a comment in. */
function units(text) {
    return text.length;
}
const encoder = new TextEncoder();
/** Length in bytes of UTF-8, which a job summary is counted in. */
function bytes(text) {
    return encoder.encode(text).length;
}
/**
 * The sections as one document of at most `budget` (in `size`'s measure), built to fit: whole rows are left out, from the end
 * of the section that no longer fits, and the section says how many. The parts that always stay must fit by themselves.
 */
function fitToBudget(sections, budget, size) {
    // What always stays is paid first, the longest possible note of left-out rows with it. Two newlines between parts.
    let left = budget;
    for (const section of sections) {
        left -= size(section.head) + 2;
        const total = section.rows.length + section.held;
        if (total > 0)
            left -= size(section.leftOut(total)) + 2;
    }
    const parts = sections.map((section) => {
        const rows = [];
        for (const row of section.rows) {
            const cost = size(row) + 1;
            if (cost > left)
                break;
            left -= cost;
            rows.push(row);
        }
        const missing = section.rows.length - rows.length + section.held;
        const body = [section.head, ...rows].join('\n');
        return missing === 0 ? body : `${body}\n\n${section.leftOut(missing)}`;
    });
    return `${parts.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./build/render/advice.js
/** What to do about a finding of each rule, as one sentence that can follow `Next:`. */
const ADVICE = {
    HF101: 'raise the cell to its floor again. To go below a floor that allows exceptions, have an exception merged first, in a pull request of its own.',
    HF102: 'put the floor back. A floor that allows exceptions can be retired by an entry in the exceptions file that is merged first.',
    HF103: "put the floor's tier and effort back.",
    HF104: 'give the floor its agents, phases and condition back. To split it, add the narrower floors and keep this one.',
    HF105: 'set `exceptions: never` on the floor again.',
    HF106: 'put the agent back under the name that its floor speaks of.',
    HF107: 'put the phase back under the name that its floor speaks of.',
    HF108: 'list the tiers in the order of the base; new tiers may be added.',
    HF109: 'put the tier back under its name.',
    HF110: "give the tier a model of the base's line or of a higher one.",
    HF111: 'name a model from the table of models, or have its row in `models:` merged first.',
    HF112: 'name a model that its provider still serves.',
    HF113: 'give the higher tier a model of at least the line of the tiers below it.',
    HF114: 'undo the change that defers the guarded cell: it must be able to run where it could before.',
    HF115: 'mend the exception: a floor that allows it, a date within 90 days, and its renewals counted.',
    HF116: 'have the exception merged first, in a pull request of its own; this one can use it once it is on the base.',
    HF117: 'mend the file; `haiku-first check` shows the same errors on your machine.',
    HF118: 'put the file back at its path.',
    HF119: 'make it a plain, non-executable file of at most 1 MB.',
    HF120: "give the fact its type and its source back, or change the floor's condition in a way that widens it.",
    HF121: "give the alias back to the floor's agent.",
    HF122: "give the model's row the line that it has on the base.",
    HF201: 'check that the budget is what you mean; nothing is blocked.',
    HF202: 'check that the work which used to be upgraded does without it; nothing is blocked.',
    HF203: "plan the move to the model's successor before its date.",
    HF204: 'delete the exception, or renew it with a reason.',
    HF205: 'have the workflow reviewed by somebody who owns the gate.',
    HF206: 'take the model from `resolve` instead of naming it in the workflow.',
    HF207: 'check that the new agent is not meant to stand in for the floored one; if it is, put it under the floor.',
    HF208: "check the row's line and prices against the provider's documents.",
    HF209: 'check that the older model is what you mean; nothing is blocked.',
    HF301: 'nothing, as long as the exception is still wanted.',
    HF302: 'nothing; delete the entry once the floor is gone.',
};

// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(6082);
;// CONCATENATED MODULE: ./build/render/gate-markdown.js







const gate_markdown_MESSAGE = 400;
const NAME = 100;
const MARKS = { error: '❌', warning: '⚠️', notice: 'ℹ️' };
function leftOut(noun, shape) {
    return (rows) => `*${count(rows, noun)} more, not shown here. ${shape.elsewhere}*`;
}
function findingRow(finding) {
    const cell = cellName(finding.agent, finding.phase);
    const example = finding.counterexample;
    const parts = [
        `${MARKS[finding.severity]} ${(0,render_escape/* markdownLink */.iQ)(finding.rule, finding.docs)} ${rule(finding.rule).name}`,
        ...(cell === null ? [] : [(0,render_escape/* inMarkdownCode */.eR)(cell, NAME)]),
        (0,render_escape/* inMarkdown */.Hi)(finding.message, gate_markdown_MESSAGE),
        ...(example === null ? [] : [(0,render_escape/* inMarkdownCode */.eR)(counterexampleText(example), gate_markdown_MESSAGE)]),
        (0,render_escape/* inMarkdownCode */.eR)(`${finding.file}:${finding.line}`, gate_markdown_MESSAGE),
    ];
    return `- ${parts.join(' · ')}`;
}
/** The findings of one severity; of each rule no more than the shape allows. */
function findingSection(report, severity, title, shape) {
    const found = report.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0)
        return [];
    const shown = byRule(found).flatMap((group) => group.slice(0, shape.perRule));
    return [
        {
            head: `#### ${title}\n`,
            rows: shown.map(findingRow),
            held: found.length - shown.length,
            leftOut: leftOut(severity, shape),
        },
    ];
}
function nextSection(report) {
    const groups = byRule(report.findings.filter((finding) => finding.severity !== 'notice'));
    if (groups.length === 0)
        return [];
    const lines = groups.map(([{ rule: id }]) => `- ${id}: ${ADVICE[id]}`);
    return [paragraph(`#### Next\n\n${lines.join('\n')}`)];
}
const code = (text) => (text === null ? '–' : (0,render_escape/* inMarkdownCode */.eR)(text, NAME) || '–');
function changeSection(report, shape) {
    if (report.changes.length === 0)
        return [];
    return [
        {
            head: '#### Changes\n\n| Cell | Field | From → to |\n|---|---|---|',
            rows: report.changes.map(({ agent, phase, field, from, to }) => `| ${code(cellName(agent, phase))} | ${code(field)} | ${code(from)} → ${code(to)} |`),
            held: 0,
            leftOut: leftOut('change', shape),
        },
    ];
}
function exceptionRow(exception) {
    const cells = [
        code(exception.floor),
        code(cellName(exception.agent, exception.phase)),
        code(exception.tier),
        (0,render_escape/* inMarkdown */.Hi)(exception.expires, NAME),
        number(exception.renewals),
        (0,render_escape/* inMarkdown */.Hi)(exception.approvedBy, NAME),
        (0,render_escape/* inMarkdown */.Hi)(exception.tracking, NAME),
        (0,render_escape/* inMarkdown */.Hi)(exception.reason),
    ];
    return `| ${cells.join(' | ')} |`;
}
function exceptionSection(report, shape) {
    if (report.exceptions.length === 0)
        return [];
    return [
        {
            head: '#### Exceptions in force\n\n| Floor | Cell | May run on | Until | Renewed | Approved by | Tracking | Reason |\n|---|---|---|---|--:|---|---|---|',
            rows: report.exceptions.map(exceptionRow),
            held: 0,
            leftOut: leftOut('exception', shape),
        },
    ];
}
function noticeSection(report, shape) {
    if (report.notices.length === 0)
        return [];
    return [
        {
            head: '#### Notes\n',
            rows: report.notices.map((notice) => `- ${(0,render_escape/* inMarkdown */.Hi)(notice, gate_markdown_MESSAGE)}`),
            held: 0,
            leftOut: leftOut('note', shape),
        },
    ];
}
function title(report) {
    if (report.verdict === 'pass') {
        return report.findings.some((finding) => finding.severity === 'warning')
            ? `✅ pass: ${tallyText(report.findings)}`
            : '✅ pass';
    }
    const soft = report.mode === 'warn' ? ' (mode: warn, nothing is blocked)' : '';
    return `❌ fail: ${tallyText(report.findings)}${soft}`;
}
function subjectLine(report) {
    const tried = report.touched ? situationsText(report.situations) : 'the allocation is as on the base';
    const subject = (0,render_escape/* inMarkdown */.Hi)(report.subject, gate_markdown_MESSAGE);
    return subject === '' ? `*${tried}*` : `${subject} · *${tried}*`;
}
function footer(options) {
    return paragraph((0,render_escape/* markdownLink */.iQ)('What each rule means', options.docs));
}
/** The whole report, verdict first. `remark` stands under the verdict. */
function reportSections(report, shape, options, remark = null) {
    return [
        paragraph(`### haiku-first gate · ${title(report)}\n\n${subjectLine(report)}`),
        ...(remark === null ? [] : [paragraph(remark)]),
        ...findingSection(report, 'error', 'Errors', shape),
        ...findingSection(report, 'warning', 'Warnings', shape),
        ...changeSection(report, shape),
        ...exceptionSection(report, shape),
        ...findingSection(report, 'notice', 'Notices', shape),
        ...noticeSection(report, shape),
        ...nextSection(report),
        footer(options),
    ];
}
/** The gate could not judge: what went wrong, and that this is no pass. */
function failureSections(failure, shape, options) {
    const subject = failure.subject === null ? '' : `\n\n${(0,render_escape/* inMarkdown */.Hi)(failure.subject, gate_markdown_MESSAGE)}`;
    return [
        paragraph(`### haiku-first gate · ⛔ error: could not be judged${subject}`),
        paragraph('Nothing was decided, so nothing is passed: the check stays red until it can judge.'),
        {
            head: '#### What went wrong\n',
            rows: failure.problems.map((problem) => {
                const where = problem.file === null ? '' : ` · ${(0,render_escape/* inMarkdownCode */.eR)((0,build_errors/* place */.ik)(problem), gate_markdown_MESSAGE)}`;
                const fix = problem.fix === null ? '' : ` ${(0,render_escape/* inMarkdown */.Hi)(problem.fix, gate_markdown_MESSAGE)}`;
                return `- ${(0,render_escape/* inMarkdown */.Hi)(problem.what, gate_markdown_MESSAGE)}${fix}${where}`;
            }),
            held: 0,
            leftOut: leftOut('problem', shape),
        },
        paragraph('Next: mend the above and run the check again.'),
        footer(options),
    ];
}

;// CONCATENATED MODULE: ./build/render/gate-summary.js



/** Bytes of UTF-8. The runner refuses a step's summary above 1 MiB, and other summaries of the step share it. */
const SUMMARY_BUDGET = 900_000;
const SHAPE = {
    perRule: Number.POSITIVE_INFINITY,
    elsewhere: '`haiku-first check --json` has them all.',
};
/** The whole report for the job summary, in GitHub's markdown, at most `SUMMARY_BUDGET` bytes. */
function renderGateSummary(result, options) {
    const settled = settle(result);
    const sections = settled.judged
        ? reportSections(settled.report, SHAPE, options)
        : failureSections(settled.failure, SHAPE, options);
    return fitToBudget(sections, SUMMARY_BUDGET, bytes);
}

;// CONCATENATED MODULE: ./build/render/gate-terminal.js






const gate_terminal_same = (text) => text;
/** No colour: for files, logs and pipes. */
const PLAIN = {
    error: gate_terminal_same,
    warning: gate_terminal_same,
    notice: gate_terminal_same,
    pass: gate_terminal_same,
    dim: gate_terminal_same,
    bold: gate_terminal_same,
};
const FILES = ['allocation.yaml', 'allocation.exceptions.yaml'];
const gate_terminal_MARKS = { error: '✗', warning: '!', notice: 'i' };
/** Findings of one rule that are printed in full; changes and exceptions that are listed. */
const PER_RULE = 3;
const PER_LIST = 20;
const CELLS = 5;
const gate_terminal_MESSAGE = 400;
/** The result for people, plain text without a trailing newline. Findings of one rule stand together, the first few in full. */
function renderGateTerminal(result, options = {}) {
    const palette = options.palette ?? PLAIN;
    const files = (options.files ?? FILES).map((file) => (0,render_escape/* inPlainLine */.qe)(file)).join(' and ');
    const settled = settle(result);
    const lines = settled.judged
        ? reportLines(settled.report, palette, files)
        : failureLines(settled.failure, palette);
    return lines.join('\n');
}
function reportLines(report, palette, files) {
    return [
        ...byRule(report.findings).flatMap((group) => groupLines(group, palette)),
        ...list('Changes:', report.changes.map(({ agent, phase, field, from, to }) => [cellName(agent, phase), `${field}: ${from ?? '–'} → ${to ?? '–'}`]
            .filter((part) => part !== null)
            .join(' '))),
        ...list('Exceptions in force:', report.exceptions.map((each) => `${cellName(each.agent, each.phase)} may run on ${each.tier} (${each.floor}) until ${each.expires}, renewals: ${each.renewals}, approved by ${each.approvedBy}, ${each.tracking}: ${each.reason}`)),
        ...report.notices.map((notice) => palette.dim(`note: ${(0,render_escape/* inPlainLine */.qe)(notice, gate_terminal_MESSAGE)}`)),
        verdictLine(report, palette, files),
    ];
}
function groupLines(group, palette) {
    const [{ rule: id, severity, docs }] = group;
    const paint = palette[severity];
    const full = group
        .slice(0, PER_RULE)
        .flatMap((finding) => [
        `${paint(`${gate_terminal_MARKS[severity]} ${id} ${rule(id).name}`)}  ${palette.bold((0,render_escape/* inPlainLine */.qe)(`${finding.file}:${finding.line}:${finding.column}`, gate_terminal_MESSAGE))}`,
        `  ${(0,render_escape/* inPlainLine */.qe)(finding.message, gate_terminal_MESSAGE)}`,
        ...(finding.counterexample === null
            ? []
            : [`  Counterexample: ${(0,render_escape/* inPlainLine */.qe)(counterexampleText(finding.counterexample), gate_terminal_MESSAGE)}`]),
    ]);
    const rest = group.slice(PER_RULE);
    const more = rest.length === 0
        ? []
        : [`  … and ${number(rest.length)} more of ${id}${cellsOf(rest)}; --json has them all`];
    return [...full, ...more, `  Next: ${ADVICE[id]}`, palette.dim(`  ${(0,render_escape/* inPlainLine */.qe)(docs)}`)];
}
/** The first few cells of findings that are not printed: `: SECURITY/LEAD, SECURITY/PLAN, …`. */
function cellsOf(findings) {
    const cells = new Set(findings.map(({ agent, phase }) => cellName(agent, phase)).filter((cell) => cell !== null));
    if (cells.size === 0)
        return '';
    const shown = [...cells].slice(0, CELLS).map((cell) => (0,render_escape/* inPlainLine */.qe)(cell, 60));
    return `: ${shown.join(', ')}${cells.size > CELLS ? ', …' : ''}`;
}
function list(title, rows) {
    if (rows.length === 0)
        return [];
    const rest = rows.length - PER_LIST;
    return [
        title,
        ...rows.slice(0, PER_LIST).map((row) => `  ${(0,render_escape/* inPlainLine */.qe)(row, gate_terminal_MESSAGE)}`),
        ...(rest > 0 ? [`  … and ${number(rest)} more; --json has them all`] : []),
    ];
}
function verdictLine(report, palette, files) {
    const unchanged = `${files} are unchanged`;
    if (!report.touched && report.findings.length === 0)
        return `${palette.pass('pass:')} ${unchanged}`;
    const verdict = report.verdict === 'pass' ? palette.pass('pass:') : palette.error('fail:');
    const soft = report.verdict === 'fail' && report.mode === 'warn' ? ' · mode: warn, nothing is blocked' : '';
    const tried = report.touched ? situationsText(report.situations) : unchanged;
    return `${verdict} ${tallyText(report.findings)} · ${tried}${soft}`;
}
function failureLines(failure, palette) {
    const subject = failure.subject === null ? '' : ` ${(0,render_escape/* inPlainLine */.qe)(failure.subject)}`;
    return [
        ...list('What went wrong:', failure.problems.map(build_errors/* describe */.q0)),
        `${palette.error('error:')} could not judge${subject}; nothing was decided, so nothing is passed`,
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/render/sarif.js







/**
 * GitHub refuses runs with more results.
 * https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const SARIF_RESULTS = 25_000;
const sarif_MESSAGE = 1000;
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/**
 * The result as a SARIF 2.1.0 log, as GitHub's code scanning takes it.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
function renderSarif(result, tool) {
    const settled = settle(result);
    const findings = settled.judged ? settled.report.findings : [];
    const shown = findings.slice(0, SARIF_RESULTS);
    const fingerprint = fingerprinter();
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'haiku-first',
                        version: tool.version,
                        semanticVersion: tool.version,
                        ...(isAddress(tool.home) ? { informationUri: tool.home } : {}),
                        rules: RULES.map((entry) => descriptor(entry, tool)),
                    },
                },
                invocations: [
                    {
                        executionSuccessful: settled.judged,
                        toolExecutionNotifications: settled.judged
                            ? leftOutNotes(findings.length - shown.length)
                            : settled.failure.problems.map((problem) => notification('error', (0,build_errors/* describe */.q0)(problem))),
                    },
                ],
                results: shown.map((finding) => resultOf(finding, fingerprint(finding))),
                columnKind: 'utf16CodeUnits',
            },
        ],
    };
}
/** SARIF takes absolute addresses only; without a repository on the web there are none. */
function isAddress(text) {
    return /^https?:\/\//.test(text);
}
function descriptor(entry, tool) {
    return {
        id: entry.id,
        name: entry.name,
        shortDescription: { text: entry.purpose },
        fullDescription: { text: `${entry.purpose} Next: ${ADVICE[entry.id]}` },
        ...(isAddress(tool.page(entry.id)) ? { helpUri: tool.page(entry.id) } : {}),
        defaultConfiguration: { level: LEVELS[entry.severity] },
    };
}
function resultOf(finding, fingerprint) {
    const example = finding.counterexample;
    const text = example === null ? finding.message : `${finding.message} (${counterexampleText(example)})`;
    return {
        ruleId: finding.rule,
        ruleIndex: RULES.findIndex((entry) => entry.id === finding.rule),
        level: LEVELS[finding.severity],
        message: { text: messageText(text) },
        locations: [locationOf(finding)],
        // GitHub tracks an alert by the first of these alone; the second is ours to keep.
        partialFingerprints: { primaryLocationLineHash: fingerprint, 'haikuFirst/v1': fingerprint },
    };
}
function locationOf(finding) {
    return {
        physicalLocation: {
            artifactLocation: artifactLocation(finding.file),
            region: { startLine: finding.line, startColumn: finding.column },
        },
    };
}
/** A path as a percent-encoded address: relative to the repository, or a file address for an absolute path. */
function artifactLocation(file) {
    const path = file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
    const encoded = path
        .split('/')
        .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
        .join('/');
    if (path.startsWith('/'))
        return { uri: `file://${encoded.replace(/^\/+/, '/')}` };
    if (/^[A-Za-z]:\//.test(path))
        return { uri: `file:///${encoded.replace('%3A', ':')}` };
    return { uri: encoded, uriBaseId: '%SRCROOT%' };
}
/** Plain text of a SARIF message: `[…](…)` would be a link there, and `{0}` a placeholder (3.11.5 and 3.11.6). */
function messageText(text) {
    const plain = (0,visible/* visible */.R)(text, sarif_MESSAGE)
        .replace(/\[([^[\]]*)\](?=\()/g, '\\[$1\\]')
        .replace(/\{(\d+)\}/g, '{{$1}}');
    return plain === '' ? '–' : plain;
}
/**
 * A finding's identity from what it says and not from where it stands, so that it stays one alert when lines move.
 * Findings that say the same are counted apart, in the report's order.
 */
function fingerprinter() {
    const seen = new Map();
    return ({ rule, file, agent, phase, message }) => {
        const said = message.replace(/\b(?:line|column) \d+/gi, '');
        const hash = (0,external_node_crypto_.createHash)('sha256')
            .update(JSON.stringify([rule, file, agent, phase, said]))
            .digest('hex');
        const key = hash.slice(0, 16);
        const times = (seen.get(key) ?? 0) + 1;
        seen.set(key, times);
        return `${key}:${times}`;
    };
}
function notification(level, text) {
    return { level, message: { text: messageText(text) } };
}
function leftOutNotes(rows) {
    if (rows === 0)
        return [];
    return [
        notification('note', `${count(rows, 'finding')} more, left out: GitHub takes ${SARIF_RESULTS} for a run.`),
    ];
}

// EXTERNAL MODULE: ./build/usage/model-table.js
var model_table = __webpack_require__(8252);
// EXTERNAL MODULE: ./build/commands/files.js
var commands_files = __webpack_require__(8976);
;// CONCATENATED MODULE: ./build/commands/judged.js



async function versionAt({ reader, paths }, commit) {
    return {
        allocation: await (0,commands_files/* stateAt */.HK)(reader, commit, paths.allocation),
        exceptions: await (0,commands_files/* stateAt */.HK)(reader, commit, paths.exceptions),
    };
}
function equal(a, b) {
    if (a.kind === 'file' && b.kind === 'file')
        return Buffer.compare(a.bytes, b.bytes) === 0;
    return a.kind === b.kind && (a.kind !== 'irregular' || (b.kind === 'irregular' && a.mode === b.mode));
}
/** What merging leaves of one file: a side that did not touch it yields to the one that did. */
async function mergedFile(path, from, ours, theirs, mergeFile) {
    if (equal(from, theirs) || equal(ours, theirs))
        return ours;
    // A side that removed the file, or made it something else, is judged as it is.
    if (equal(from, ours) || theirs.kind !== 'file' || ours.kind !== 'file')
        return theirs;
    const tooLarge = [ours, theirs].some((state) => state.bytes.length > source/* LIMITS */.b1.bytes);
    if (tooLarge)
        return theirs;
    const merged = await mergeFile(from.kind === 'file' ? from.bytes : new Uint8Array(), ours.bytes, theirs.bytes);
    if (!merged.clean) {
        throw new build_errors/* UserError */.yo(`${path} was changed on both sides, and the changes conflict: what the merge will be cannot be told.`, 'Merge the base branch into this one and settle the conflict.');
    }
    return { kind: 'file', bytes: merged.bytes };
}
/** A commit against another that it builds on: its first parent, or the base of its merge group. */
async function judgedDirectly(sources, base, head, subject) {
    return { subject, base: await versionAt(sources, base), head: await versionAt(sources, head) };
}
/**
 * What merging `head` into `tip` would make of `tip`. A branch that is merely behind changes nothing by it: only what
 * it changed since it left counts.
 */
async function judgedMerged(sources, tip, head, subject) {
    const from = await sources.reader.mergeBase(tip, head);
    if (from === tip)
        return judgedDirectly(sources, tip, head, subject);
    const base = await versionAt(sources, tip);
    const theirs = await versionAt(sources, head);
    const absent = { allocation: { kind: 'absent' }, exceptions: { kind: 'absent' } };
    const before = from === null ? absent : await versionAt(sources, from);
    const merge = (key) => mergedFile(sources.paths[key], before[key], base[key], theirs[key], sources.mergeFile);
    return {
        subject,
        base,
        head: { allocation: await merge('allocation'), exceptions: await merge('exceptions') },
    };
}
const WORKFLOWS = '.github/workflows';
/** A workflow larger than this is not searched; GitHub takes none of more than 512 kB. */
const WORKFLOW_LIMIT = 1_000_000;
/** The workflow files that differ between two commits, as text. */
async function changedWorkflows(reader, base, head) {
    const files = async (commit) => {
        const entries = await reader.folder(commit, WORKFLOWS);
        const regular = entries.filter((entry) => /\.ya?ml$/.test(entry.name) && entry.mode.startsWith('100'));
        return new Map(regular.map((entry) => [entry.name, entry.blob]));
    };
    const [before, after] = [await files(base), await files(head)];
    const names = [...new Set([...before.keys(), ...after.keys()])].sort();
    const read = async (blob) => {
        if (blob === undefined)
            return null;
        return new TextDecoder().decode(await reader.blob(blob, WORKFLOW_LIMIT));
    };
    const changed = [];
    for (const name of names) {
        if (before.get(name) === after.get(name))
            continue;
        changed.push({
            path: `${WORKFLOWS}/${name}`,
            before: await read(before.get(name)),
            after: await read(after.get(name)),
        });
    }
    return changed;
}

;// CONCATENATED MODULE: ./build/commands/check-event.js


function check_event_short(commit) {
    return commit.slice(0, 12);
}
function branch(ref) {
    return ref.replace(/^refs\/heads\//, '');
}
/**
 * The pull request's merge result against its first parent where GitHub has made one of this head and this base;
 * else what merging would make of the base.
 */
async function withBase(event, sources, reader) {
    const { base, head, mergeCommit, number } = event;
    if (mergeCommit !== null) {
        const [first, second, ...more] = await reader.parents(mergeCommit);
        const ofThisHead = second === head.sha && more.length === 0;
        // After a retarget, the merge commit may still be that of the former base.
        const current = first === base.sha || (ofThisHead && first === (await reader.branchTip(base.ref)).commit);
        if (first !== undefined && ofThisHead && current) {
            const subject = `the merge of pull request ${number} into ${base.ref} at ${check_event_short(first)}`;
            return {
                judged: [await judgedDirectly(sources, first, mergeCommit, subject)],
                span: { base: first, head: mergeCommit },
            };
        }
    }
    const subject = `pull request ${number} (${check_event_short(head.sha)}) merged into ${base.ref} at ${check_event_short(base.sha)}`;
    const from = (await reader.mergeBase(base.sha, head.sha)) ?? base.sha;
    return {
        judged: [await judgedMerged(sources, base.sha, head.sha, subject)],
        span: { base: from, head: head.sha },
    };
}
/** Against the default branch too, so that retargeting a branch frees nobody. */
async function withDefault(head, base, event, sources, reader) {
    if (base === event.defaultBranch)
        return [];
    const tip = await reader.branchTip(event.defaultBranch);
    const subject = `${check_event_short(head)} merged into the default branch ${tip.name} at ${check_event_short(tip.commit)}`;
    return [await judgedMerged(sources, tip.commit, head, subject)];
}
async function ofPullRequest(event, sources, reader) {
    const { judged, span } = await withBase(event, sources, reader);
    return {
        judged: [...judged, ...(await withDefault(event.head.sha, event.base.ref, event, sources, reader))],
        span,
    };
}
async function ofMergeGroup(event, sources, reader) {
    const { baseSha, headSha } = event;
    const base = branch(event.baseRef);
    const subject = `the merge group ${check_event_short(headSha)} on ${base} at ${check_event_short(baseSha)}`;
    const judged = [await judgedDirectly(sources, baseSha, headSha, subject)];
    const more = await withDefault(headSha, base, event, sources, reader);
    return { judged: [...judged, ...more], span: { base: baseSha, head: headSha } };
}
async function ofPush(event, sources, reader) {
    const { before, after } = event;
    const name = branch(event.ref);
    if (after === null)
        throw new build_errors/* UserError */.yo(`${name} was deleted by this push: there is nothing to check.`);
    if (before !== null) {
        const subject = `the push to ${name} from ${check_event_short(before)} to ${check_event_short(after)}`;
        const judged = [await judgedDirectly(sources, before, after, subject)];
        const more = await withDefault(after, name, event, sources, reader);
        return { judged: [...judged, ...more], span: { base: before, head: after } };
    }
    if (name === event.defaultBranch) {
        throw new build_errors/* UserError */.yo(`The default branch ${name} is new: there is nothing to compare it with.`);
    }
    const tip = await reader.branchTip(event.defaultBranch);
    const from = (await reader.mergeBase(tip.commit, after)) ?? tip.commit;
    return {
        judged: await withDefault(after, name, event, sources, reader),
        span: { base: from, head: after },
    };
}
/**
 * What there is to judge in an event. Throws `UserError` for an event without a change to judge: "nothing was
 * checked" is never a pass.
 */
async function judgedOf(event, sources, reader) {
    switch (event.kind) {
        case 'pull_request':
            return ofPullRequest(event, sources, reader);
        case 'merge_group':
            return ofMergeGroup(event, sources, reader);
        case 'push':
            return ofPush(event, sources, reader);
        case 'other':
            throw new build_errors/* UserError */.yo(`The event ${event.name} has no change to check.`, 'Run the gate on pull_request and merge_group, or give base and head.');
    }
}

// EXTERNAL MODULE: ./build/github/index.js + 8 modules
var build_github = __webpack_require__(1848);
;// CONCATENATED MODULE: ./build/render/gate-alert.js


/** The rules whose breach would let work run below a floor: those of the strategy's rule 3. */
const BREACHES = ['HF101', 'HF102', 'HF103', 'HF104', 'HF105', 'HF106', 'HF107', 'HF109', 'HF110', 'HF116'];
/** Findings named in an alert; the pull request has them all. */
const SHOWN = 10;
function line({ rule, agent, phase, message }) {
    const cell = agent === null ? '' : ` ${(0,render_escape/* inMarkdown */.Hi)(phase === null ? agent : `${agent}/${phase}`)}`;
    return `- ${rule}${cell}: ${(0,render_escape/* inMarkdown */.Hi)(message)}`;
}
/**
 * Flags a change that would break a floor, or that rests on an exception, with reason and approval.
 * Null when there is nothing to flag.
 */
function renderGateAlert(result, pullRequest) {
    const settled = settle(result);
    if (!settled.judged)
        return null;
    const { report } = settled;
    const breaches = report.findings.filter((finding) => BREACHES.includes(finding.rule));
    const used = report.touched ? report.exceptions : [];
    if (breaches.length === 0 && used.length === 0)
        return null;
    const where = pullRequest === null ? report.subject : `pull request #${pullRequest}`;
    const rest = breaches.length > SHOWN ? [`- and ${breaches.length - SHOWN} more`] : [];
    const found = breaches.length === 0
        ? []
        : [
            `**Refused** in ${where}: it would break a quality floor.`,
            '',
            ...breaches.slice(0, SHOWN).map(line),
            ...rest,
            '',
        ];
    const granted = used.map((each) => `- ${(0,render_escape/* inMarkdown */.Hi)(`${each.agent}/${each.phase}`)} down to ${(0,render_escape/* inMarkdown */.Hi)(each.tier)} until ${(0,render_escape/* inMarkdown */.Hi)(each.expires)}, renewed ${each.renewals} times. Reason: ${(0,render_escape/* inMarkdown */.Hi)(each.reason)}. Approved by ${(0,render_escape/* inMarkdown */.Hi)(each.approvedBy)}. Tracking: ${(0,render_escape/* inMarkdown */.Hi)(each.tracking)}.`);
    const exceptions = granted.length === 0 ? [] : [`Exceptions in force in ${where}:`, '', ...granted, ''];
    return {
        title: 'haiku-first: quality floors to look into',
        body: [
            ...found,
            ...exceptions,
            'For post-mortem: what led to it, and does the floor or the cell need a change?',
        ].join('\n'),
        about: `${where} ${breaches.map((finding) => finding.rule).join(',')} ${used.length}`,
    };
}

;// CONCATENATED MODULE: ./build/render/gate-comment.js



/** The first line of the gate's comment: by it, and by its author, the comment is found again. */
const GATE_MARKER = '<!-- haiku-first:gate -->';
/** UTF-16 units. GitHub refuses bodies of more than 65,536. */
const COMMENT_BUDGET = 60_000;
const gate_comment_SHAPE = { perRule: 20, elsewhere: 'The job summary has them all.' };
/**
 * The gate's sticky comment in GitHub's markdown, at most `COMMENT_BUDGET` long. Null when there is nothing to say: nothing to
 * report and no earlier comment that would go on saying something else.
 */
function renderGateComment(result, options) {
    const settled = settle(result);
    if (!settled.judged)
        return comment(failureSections(settled.failure, gate_comment_SHAPE, options));
    const { report } = settled;
    const clean = report.verdict === 'pass' && !report.findings.some(({ severity }) => severity !== 'notice');
    if (clean && options.earlier) {
        return comment(reportSections(report, gate_comment_SHAPE, options, 'Resolved: no error and no warning is left.'));
    }
    const silent = clean && (!report.touched || report.findings.length + report.changes.length === 0);
    return silent ? null : comment(reportSections(report, gate_comment_SHAPE, options));
}
function comment(sections) {
    return fitToBudget([paragraph(GATE_MARKER), ...sections], COMMENT_BUDGET, units);
}

;// CONCATENATED MODULE: ./build/commands/check-publish.js



/** The remark about something that could not be written; none when all is well. */
function remark(publication) {
    return publication.written || !publication.failed ? [] : [publication.why];
}
/**
 * Shows the result on the pull request, and flags a breach of a floor for post-mortem. Best effort: it needs a token
 * that may write, and what it cannot write comes back as a remark. It never changes the verdict.
 */
async function publish(result, event, github, options, docs) {
    const remarks = [];
    const { client, repository } = github;
    if (event.kind === 'pull_request' && options.comment === 'auto') {
        const say = renderGateComment(result, { docs, earlier: false });
        const resolved = renderGateComment(result, { docs, earlier: true });
        // The marker is put in front by what looks for it.
        const body = (say ?? resolved)?.slice(GATE_MARKER.length).trimStart() ?? null;
        const comment = { repository, issue: event.number, key: 'gate', body, onlyIfExists: say === null };
        remarks.push(...remark(await (0,build_github/* upsertComment */.lB)(client, comment)));
    }
    const alert = renderGateAlert(result, event.kind === 'pull_request' ? event.number : null);
    if (alert !== null) {
        const commit = event.kind === 'pull_request'
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
        remarks.push(...remark(await (0,build_github/* raiseAlert */.Jl)(client, about)));
    }
    return remarks;
}

// EXTERNAL MODULE: ./build/git/local-reader.js + 2 modules
var local_reader = __webpack_require__(4889);
;// CONCATENATED MODULE: ./build/commands/check-revisions.js






/** The paths to show for a head that is a file. */
function shownPaths(paths, head, exceptions) {
    if (head?.kind !== 'file')
        return paths;
    return { allocation: head.path, exceptions: exceptions ?? paths.exceptions };
}
async function exists(cwd, path) {
    try {
        await (0,promises_.access)((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(cwd, path));
        return true;
    }
    catch (error) {
        // Only whether there is something: what cannot be read says so when it is read.
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
            return false;
        throw error;
    }
}
/** A file that exists, else a revision. */
async function named(cwd, text) {
    return (await exists(cwd, text)) ? { kind: 'file', path: text } : { kind: 'revision', text };
}
async function fileState(cwd, path) {
    if (path === null)
        return { kind: 'absent' };
    const bytes = (0,commands_files/* readDiskFile */.wy)(cwd, path);
    if (bytes === null)
        throw new build_errors/* UserError */.yo(`There is no file ${path}.`);
    return { kind: 'file', bytes };
}
async function looksLikeFile(reader, text) {
    try {
        return await reader.resolveRevision(text);
    }
    catch (error) {
        if (!(error instanceof build_errors/* UserError */.yo))
            throw error;
        throw new build_errors/* UserError */.yo(`${text} is neither a file nor a git revision.`, 'Name a file that exists, or a branch, tag or commit of this clone; in CI, check out with fetch-depth: 0.');
    }
}
/**
 * Reads what `--base` and `--head` name: files, or revisions of the local repository at which the files are read.
 * By default HEAD against its merge base with the default branch.
 */
async function judgedFromOptions(options, paths, { cwd, env }) {
    const base = options.base === null ? null : await named(cwd, options.base);
    const head = options.head === null ? null : await named(cwd, options.head);
    if (base?.kind === 'file' && head?.kind === 'file') {
        const version = async (path, exceptions) => ({
            allocation: await fileState(cwd, path),
            exceptions: await fileState(cwd, exceptions),
        });
        const judged = {
            subject: `${head.path} against ${base.path}`,
            baseFile: base.path,
            base: await version(base.path, options.exceptionsBase),
            head: await version(head.path, options.exceptionsHead),
        };
        const shown = shownPaths(paths, head, options.exceptionsHead);
        return { judged: [judged], span: null, notes: [], paths: shown };
    }
    const reader = await (0,local_reader.createLocalReader)({ cwd, env });
    const revision = head?.kind === 'revision' ? head.text : 'HEAD';
    const headCommit = head?.kind === 'file' ? null : await looksLikeFile(reader, revision);
    const sources = { reader, paths, mergeFile: reader.mergeFile };
    if (base?.kind === 'file' || headCommit === null) {
        return mixed(options, paths, cwd, reader, base, head, headCommit);
    }
    const notes = await uncommitted(cwd, paths, reader, headCommit, options.head === null);
    if (base !== null) {
        const tip = await looksLikeFile(reader, base.text);
        const subject = `${revision} merged into ${base.text}`;
        const judged = await judgedMerged(sources, tip, headCommit, subject);
        return { judged: [judged], span: { reader, base: tip, head: headCommit }, notes, paths };
    }
    const ref = await reader.defaultBranch();
    if (ref === null) {
        throw new build_errors/* UserError */.yo('The default branch is not known here.', 'Say what to compare with: --base REVISION.');
    }
    const tip = await looksLikeFile(reader, ref);
    const from = await reader.mergeBase(tip, headCommit);
    if (from === null)
        throw new build_errors/* UserError */.yo(`HEAD and ${ref} have no common history.`, 'Say what to compare with: --base REVISION.');
    const name = ref.replace(/^refs\/(?:heads|remotes)\//, '');
    const subject = `HEAD against its merge base with ${name}`;
    return {
        judged: [await judgedDirectly(sources, from, headCommit, subject)],
        span: { reader, base: from, head: headCommit },
        notes,
        paths,
    };
}
/** One side is a file, the other a revision. */
async function mixed(options, paths, cwd, reader, base, head, headCommit) {
    const side = async (which, commit, exceptions) => {
        if (which?.kind === 'file') {
            return { allocation: await fileState(cwd, which.path), exceptions: await fileState(cwd, exceptions) };
        }
        const at = commit ?? (await looksLikeFile(reader, which?.text ?? (await reader.defaultBranch()) ?? 'HEAD'));
        return {
            allocation: await (0,commands_files/* stateAt */.HK)(reader, at, paths.allocation),
            exceptions: exceptions === null ? await (0,commands_files/* stateAt */.HK)(reader, at, paths.exceptions) : await fileState(cwd, exceptions),
        };
    };
    const text = (which, fallback) => which === null ? fallback : which.kind === 'file' ? which.path : which.text;
    const judged = {
        subject: `${text(head, 'HEAD')} against ${text(base, 'the default branch')}`,
        ...(base?.kind === 'file' ? { baseFile: base.path } : {}),
        base: await side(base, null, options.exceptionsBase),
        head: await side(head, headCommit, options.exceptionsHead),
    };
    const shown = shownPaths(paths, head, options.exceptionsHead);
    return { judged: [judged], span: null, notes: [], paths: shown };
}
/** A remark when the work tree holds changes that HEAD does not: they are not judged. */
async function uncommitted(cwd, paths, reader, head, isDefault) {
    if (!isDefault)
        return [];
    const notes = [];
    for (const path of [paths.allocation, paths.exceptions]) {
        const [disk, state] = [(0,commands_files/* readDiskFile */.wy)(cwd, path), await (0,commands_files/* stateAt */.HK)(reader, head, path)];
        if (disk === null || (state.kind === 'file' && Buffer.compare(disk, state.bytes) === 0))
            continue;
        notes.push(`${path} has changes that are not committed: they are not judged. Name the file to judge it: --head ${path}.`);
    }
    return notes;
}

// EXTERNAL MODULE: ./build/commands/event.js
var commands_event = __webpack_require__(7243);
// EXTERNAL MODULE: ./build/commands/repository.js
var repository = __webpack_require__(6399);
// EXTERNAL MODULE: ./build/commands/version.js
var version = __webpack_require__(5975);
;// CONCATENATED MODULE: ./build/commands/check.js























/** What could not be judged, as a result: everything that shows a verdict shows this, too. */
function failed(problems, mode) {
    return { verdict: 'error', mode, subject: null, problems };
}
function contextOf(options, paths, surroundings) {
    const docs = (0,version/* docsAddress */.y)(surroundings.env);
    return {
        today: (0,week/* dateOf */.Q$)(options.now ?? surroundings.now),
        shipped: (0,model_table/* shippedModels */.a)(),
        allocationFile: paths.allocation,
        exceptionsFile: paths.exceptions,
        docs: (id) => `${docs}${rulePage(id)}`,
        mode: options.mode,
    };
}
/** Judges what the options or the event name. */
async function evaluate(options, surroundings) {
    const notes = [];
    let github = null;
    let event = null;
    const files = options.base !== null || options.head !== null;
    try {
        if (surroundings.surface === 'action') {
            event = (0,commands_event/* readEvent */.j)(surroundings);
            if (event !== null)
                github = await (0,repository/* connect */.Ng)(event, surroundings, options.githubToken, (line) => notes.push(line));
        }
        const paths = {
            allocation: (0,commands_files/* repositoryPath */.SH)(options.allocation),
            exceptions: (0,commands_files/* repositoryPath */.SH)(options.exceptions),
        };
        const context = contextOf(options, paths, surroundings);
        if (event !== null && github !== null && !files) {
            const { reader } = github;
            const sources = { reader, paths, mergeFile: merger(surroundings) };
            const { judged, span } = await judgedOf(event, sources, reader);
            const more = workflowRules(await changedWorkflows(reader, span.base, span.head), context.docs);
            return { result: gate(judged, context, more), notes, event, github };
        }
        const named = await judgedFromOptions(options, paths, surroundings);
        notes.push(...named.notes);
        const { span } = named;
        let more = [];
        if (span !== null) {
            const from = (await span.reader.mergeBase(span.base, span.head)) ?? span.base;
            more = workflowRules(await changedWorkflows(span.reader, from, span.head), context.docs);
        }
        return {
            result: gate(named.judged, contextOf(options, named.paths, surroundings), more),
            notes,
            event,
            github,
        };
    }
    catch (error) {
        if (!(error instanceof build_errors/* UserError */.yo))
            throw error;
        return { result: failed(error.problems, options.mode), notes, event, github };
    }
}
function merger({ env }) {
    return (base, ours, theirs) => (0,merge_file/* mergeFile */.n)((0,binary/* findGit */.Ct)(env), (0,binary/* gitEnvironment */._K)(env), base, ours, theirs);
}
function exitCode(result) {
    if (result.verdict === 'error')
        return 2;
    if (result.verdict === 'pass' || result.mode === 'warn')
        return 0;
    return 1;
}
function failureText(result) {
    if ('problems' in result)
        return `The gate could not judge: ${result.problems.map(build_errors/* describe */.q0).join(' ')}`;
    const errors = result.findings.filter((finding) => finding.severity === 'error').length;
    if (exitCode(result) === 0)
        return null;
    return `The gate refuses this change: ${errors} finding${errors === 1 ? '' : 's'} of severity error.`;
}
async function writeSarif(result, path, { cwd, env }) {
    const docs = (0,version/* docsAddress */.y)(env);
    const page = (id) => `${docs}${rulePage(id)}`;
    const log = renderSarif(result, { version: version/* VERSION */.x, home: docs, page });
    await (0,promises_.writeFile)((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(cwd, path), `${JSON.stringify(log, null, 2)}\n`);
}
/** Writes the whole document where later steps find it; empty where there is no such place. */
async function writeReport(result, { surface, env }) {
    const folder = env.RUNNER_TEMP;
    if (surface !== 'action' || folder === undefined || folder === '')
        return '';
    const path = (0,external_node_path_.join)(folder, 'haiku-first-check.json');
    await (0,promises_.writeFile)(path, `${JSON.stringify(gateDocument(result), null, 2)}\n`);
    return path;
}
/** The check document of a failure that `run` did not see coming. */
function failure(problems) {
    return gateDocument(failed(problems, 'enforce'));
}
/** `check`: the gate. */
async function run(options, surroundings) {
    const { result, notes, event, github } = await evaluate(options, surroundings);
    const docs = (0,version/* docsAddress */.y)(surroundings.env);
    if (options.sarif !== null)
        await writeSarif(result, options.sarif, surroundings);
    const reportPath = await writeReport(result, surroundings);
    const published = event === null || github === null
        ? []
        : await publish(result, event, github, options, `${docs}docs/rules/README.md`);
    return {
        exitCode: exitCode(result),
        json: gateDocument(result),
        text: renderGateTerminal(result, { files: [options.allocation, options.exceptions] }),
        notes: [...notes, ...published],
        outputs: { verdict: result.verdict, findings: renderFindingsOutput(result), 'report-path': reportPath },
        annotations: renderGateAnnotations(result),
        summary: renderGateSummary(result, { docs: `${docs}docs/rules/README.md` }),
        failure: failureText(result),
    };
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


/***/ })

};
