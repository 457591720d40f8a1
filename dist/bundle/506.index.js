export const id = 506;
export const ids = [506];
export const modules = {

/***/ 506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./build/allocation/allocation.js
var allocation_allocation = __webpack_require__(2049);
// EXTERNAL MODULE: ./build/allocation/exceptions.js
var allocation_exceptions = __webpack_require__(1729);
// EXTERNAL MODULE: ./build/allocation/facts.js
var allocation_facts = __webpack_require__(7492);
// EXTERNAL MODULE: ./build/allocation/nearest.js
var nearest = __webpack_require__(7749);
// EXTERNAL MODULE: ./build/allocation/parse.js
var parse = __webpack_require__(6164);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/git/commit-reader.js
var commit_reader = __webpack_require__(7252);
// EXTERNAL MODULE: ./build/policy/breaches.js
var breaches = __webpack_require__(5482);
;// CONCATENATED MODULE: ./build/policy/claude-code.js

/** Nothing that a shell-like splitter could read as anything but one word. */
const SAFE = /^[A-Za-z0-9][A-Za-z0-9._:@/-]*$/;
/**
 * What claude-code-action takes as `claude_args`, on one line. Throws `InternalError` for a model id that could be
 * read as more than one word; the allocation's schema lets none through.
 * @param fallback models at or above the tier, best first; empty for none
 * @param maxUsd budget of the session in US dollars; null for none
 */
function claudeArgs(model, effort, fallback, maxUsd) {
    for (const id of [model, ...fallback]) {
        if (!SAFE.test(id))
            throw new errors/* InternalError */.Gd(`the model id ${JSON.stringify(id)} cannot go into a command line`);
    }
    const words = ['--model', model];
    if (effort !== null)
        words.push('--effort', effort);
    if (maxUsd !== null)
        words.push('--max-budget-usd', String(maxUsd));
    if (fallback.length > 0)
        words.push('--fallback-model', fallback.join(','));
    return words.join(' ');
}
/**
 * What claude-code-action takes as `settings`: the session and its sub-agents may use these models and no others.
 * Without it a sub-agent's own `model:` would leave the cell.
 */
function claudeSettings(models) {
    return JSON.stringify({
        availableModels: models,
        availableModelsMatch: 'exact',
        enforceAvailableModels: true,
    });
}

// EXTERNAL MODULE: ./build/policy/models-of-tiers.js
var models_of_tiers = __webpack_require__(6411);
// EXTERNAL MODULE: ./build/allocation/condition.js
var allocation_condition = __webpack_require__(8726);
// EXTERNAL MODULE: ./build/time/week.js
var time_week = __webpack_require__(3722);
// EXTERNAL MODULE: ./build/policy/cell-policy.js
var cell_policy = __webpack_require__(4558);
// EXTERNAL MODULE: ./build/policy/decide.js
var decide = __webpack_require__(2879);
;// CONCATENATED MODULE: ./build/policy/trace.js



/** Why the work counts as critical. */
function whyCritical({ situation, ruling }) {
    if (ruling.guarded)
        return 'the cell is guarded';
    if (situation.securityCritical)
        return `task.${allocation_facts/* SECURITY_CRITICAL */.pu}`;
    return 'the work is critical';
}
/** The decision's steps in words, in the order in which they were taken. */
function trace(context) {
    const lines = context.ruling.steps.map((step) => line(step, context));
    const notGiven = context.notGiven.map(({ to, facts, source }) => ({
        step: 'not-given',
        text: `no upgrade to ${(0,allocation_allocation/* tierName */.KR)(context.allocation, to)}: ${facts.map((fact) => `task.${fact}`).join(', ')} not given (${source})`,
        source,
    }));
    return [...lines.slice(0, 1), ...notGiven, ...lines.slice(1)];
}
function line(step, context) {
    const { allocation, policy, situation } = context;
    const tier = (rank) => (0,allocation_allocation/* tierName */.KR)(allocation, rank);
    const zone = (0,decide/* zoneOf */.kE)(situation.level);
    const say = (text, source) => ({
        step: step.step,
        text: source === null ? text : `${text} (${source})`,
        source,
    });
    switch (step.step) {
        case 'assigned': {
            const { path } = policy.origin;
            const cell = path.replace(/\.tier$/, '');
            if (step.by === 'former')
                return say(`assigned ${tier(step.tier)} until ${policy.former?.since} begins`, `${cell}.was`);
            if (step.by === 'trial')
                return say(`trial ${policy.trial?.id} on ${tier(step.tier)}`, `${cell}.trial`);
            return say(`assigned ${tier(step.tier)}`, cell);
        }
        case 'floor': {
            const { floor } = step;
            const condition = floor.fact === null
                ? ''
                : context.facts.has(floor.fact)
                    ? `: task.${floor.fact}`
                    : `: task.${floor.fact} is not given, so it holds`;
            const excepted = floor.excepted ? ', lowered by an exception' : '';
            const text = step.raisedTo === null
                ? `floor ${tier(floor.minimum)}`
                : `raised to its floor ${tier(step.raisedTo)}`;
            return say(`${text}${excepted}${condition}`, `floors.${floor.id}`);
        }
        case 'upgrade': {
            const { condition, origin } = step.upgrade;
            const limited = step.to < step.upgrade.to ? `, limited by agents.${policy.agent}.maximum` : '';
            if (step.dropped)
                return say(`no upgrade to ${tier(step.to)} in ${zone}: the work is not critical`, origin.path);
            return say(`upgrade to ${tier(step.to)}: ${condition.text}${limited}`, origin.path);
        }
        case 'override':
            return say(`override to ${tier(step.choice.tier)} by ${step.choice.by}: ${step.choice.reason ?? 'no reason'}`, null);
        case 'escalation': {
            const to = tier(Math.min(step.to, allocation.tiers.length - 1));
            return say(`escalation from ${tier(step.choice.from)} to ${to}: ${step.choice.reason} (${step.choice.trigger})`, null);
        }
        case 'economy':
            return say(`economy ${tier(step.tier)} in ${zone}: the work is not critical`, `${policy.origin.path.replace(/\.tier$/, '')}.economy`);
        case 'zone':
            return say(zoneText(step.why, zone, context), step.why === 'observed' ? 'budget.mode' : null);
        case 'allowance': {
            const what = step.allowance === 'closed' ? 'is used up' : 'is kept for critical work';
            return say(`deferred: the share of ${tier(step.tier)} in the weekly budget ${what}`, `budget.tiers.${tier(step.tier)}`);
        }
        case 'unavailable': {
            const why = context.unavailable.get(step.tier) ?? 'it cannot be had';
            const what = step.next === null
                ? 'deferred, rather than run on a lesser model'
                : `escalated to ${tier(step.next)}`;
            return say(`${tier(step.tier)} is unavailable (${why}): ${what}`, null);
        }
        case 'refused':
            return say(refusedText(step.why, context), null);
    }
}
function zoneText(why, zone, context) {
    switch (why) {
        case 'kept':
            return `zone ${zone} keeps it: ${whyCritical(context)}`;
        case 'observed':
            return `zone ${zone} is only observed`;
        case 'above-cheapest':
            return `deferred: in ${zone} work above the cheapest tier must be critical`;
        case 'not-security':
            return context.situation.level === 'RESERVE'
                ? `deferred: from 100 % of the budget on only security-critical work runs`
                : `deferred: in ${zone} only the cheapest tier and security-critical work run`;
        case 'exhausted':
            return 'deferred: the budget and its critical reserve are spent, and nothing runs on a lesser model instead';
        case 'no-upgrade':
            return `deferred: in ${zone} only critical work is escalated`;
    }
}
function refusedText(why, { allocation, policy, ruling }) {
    switch (why) {
        case 'below-floor':
            return `refused: the floor is ${ruling.floor === null ? 'none' : (0,allocation_allocation/* tierName */.KR)(allocation, ruling.floor)}`;
        case 'no-reason':
            return 'refused: an override needs a reason';
        case 'no-higher-tier':
            return `refused: ${policy.agent} goes no higher than ${(0,allocation_allocation/* tierName */.KR)(allocation, policy.maximum)}`;
    }
}

;// CONCATENATED MODULE: ./build/policy/resolve.js









/** The id of a tier's model at a provider. Throws `UserError` when the allocation names none. */
function modelAt(allocation, rank, provider) {
    const tier = (0,allocation_allocation/* tierAt */.eK)(allocation, rank);
    if (provider === 'anthropic')
        return tier.model;
    const id = tier.providers.get(provider);
    if (id !== undefined)
        return id;
    const known = ['anthropic', ...new Set(allocation.tiers.flatMap((each) => [...each.providers.keys()]))];
    throw new errors/* UserError */.yo([
        {
            what: `The tier ${tier.name} has no model id for the provider ${provider}.`,
            file: allocation.file,
            ...tier.origin.position,
            fix: `Add providers.${provider} to the tier. ${(0,nearest/* suggestion */.h)(provider, known)}`,
        },
    ]);
}
/** The highest upgrade that holds; the first of the file among equals. */
function highest(policy, facts) {
    let found = null;
    for (const upgrade of policy.upgrades) {
        if ((0,allocation_condition/* evaluate */._)(upgrade.condition, facts).holds && (found === null || upgrade.to > found.to))
            found = upgrade;
    }
    return found;
}
/**
 * Decides one cell. Pure: the same allocation, exceptions, request and state give the same decision, to the byte.
 * The allocation must be sound (`requireSound`). Throws `UserError` when a provider has no id for the tier.
 */
function resolve(allocation, exceptions, request, state) {
    const { agent, phase, facts, today } = request;
    const policy = (0,cell_policy/* cellPolicy */.jw)(allocation, exceptions, today, agent, phase);
    const situation = {
        beforeSince: policy.former !== null && (0,time_week/* compareWeeks */.hI)(request.week, policy.former.since) < 0,
        inTrial: policy.trial !== null && request.draw !== null && request.draw(policy.trial.id) < policy.trial.share,
        upgrade: highest(policy, facts),
        floors: policy.floors.filter((floor) => floor.fact === null || facts.get(floor.fact) !== false),
        flagged: request.critical,
        securityCritical: facts.get(allocation_facts/* SECURITY_CRITICAL */.pu) === true,
        choice: request.choice,
        level: state.level,
        enforced: allocation.budget?.enforced ?? false,
        allowance: (tier) => state.allowances.get(tier) ?? 'open',
        unavailable: (tier) => state.unavailable.has(tier),
    };
    const ruling = (0,decide/* decide */.LD)(policy, situation);
    const runs = ruling.kind === 'run';
    const notGiven = policy.upgrades.flatMap(({ to, condition, origin }) => {
        const missing = (0,allocation_condition/* evaluate */._)(condition, facts).unknown;
        return to > ruling.tier && missing.length > 0 ? [{ to, facts: missing, source: origin.path }] : [];
    });
    const id = (rank) => modelAt(allocation, rank, request.provider);
    const fallback = runs ? climbs(policy, situation, ruling).map(id) : [];
    return {
        decision: ruling.kind,
        agent: agent.name,
        phase,
        week: request.week,
        assigned: (0,allocation_allocation/* tierName */.KR)(allocation, ruling.assigned),
        tier: runs ? (0,allocation_allocation/* tierName */.KR)(allocation, ruling.tier) : null,
        model: runs ? id(ruling.tier) : null,
        effort: ruling.effort,
        floor: ruling.floor === null ? null : (0,allocation_allocation/* tierName */.KR)(allocation, ruling.floor),
        zone: (0,decide/* zoneOf */.kE)(state.level),
        critical: ruling.critical,
        guarded: ruling.guarded,
        trace: trace({ allocation, policy, situation, ruling, facts, notGiven, unavailable: state.unavailable }),
        fallback,
        available: runs ? [...between(ruling.floor ?? 0, ruling.tier).map(id), ...fallback] : [],
        choice: request.choice,
    };
}
/** Ranks from `low` to `high`, both included, highest first. */
function between(low, high) {
    return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => high - index);
}
/** Tiers above the one that runs to which an overloaded session may move: where the same decision would climb to them. */
function climbs(policy, situation, ruling) {
    const above = between(ruling.tier + 1, policy.maximum).reverse();
    return above.filter((tier) => {
        const unavailable = (rank) => rank < tier || situation.unavailable(rank);
        const climbed = (0,decide/* decide */.LD)(policy, { ...situation, unavailable });
        return climbed.kind === 'run' && climbed.tier === tier;
    });
}

// EXTERNAL MODULE: ./build/render/escape.js
var render_escape = __webpack_require__(6082);
;// CONCATENATED MODULE: ./build/render/decision.js

/** One decision for machines, keys always in the same order. */
function decisionDocument(decision, claudeArgs) {
    return {
        schema: 'haiku-first/resolve@1',
        decision: decision.decision,
        agent: decision.agent,
        phase: decision.phase,
        week: decision.week,
        assigned: decision.assigned,
        tier: decision.tier,
        model: decision.model,
        effort: decision.effort,
        floor: decision.floor,
        zone: decision.zone,
        critical: decision.critical,
        guarded: decision.guarded,
        claudeArgs,
        trace: decision.trace.map(({ step, text, source }) => ({ step, text, source })),
    };
}
/** The whole trace on one line: what the output `reason` holds. */
function reasonOf(decision) {
    return decision.trace.map((line) => (0,render_escape/* inPlainLine */.qe)(line.text)).join(' · ');
}
function verb(decision) {
    const cell = `${decision.agent} in ${decision.phase}`;
    switch (decision.decision) {
        case 'run':
            return `run: ${cell} on ${decision.tier} (${decision.model})`;
        case 'defer':
            return `defer: ${cell} is not started now`;
        case 'refuse':
            return `refuse: ${cell} may not run like this`;
    }
}
/** One decision for people: what, then each step that led there. */
function renderDecision(decision) {
    const effort = decision.effort === null ? '' : ` · effort ${decision.effort}`;
    const critical = decision.critical ? ' · critical' : '';
    const floor = decision.floor === null ? '' : ` · floor ${decision.floor}`;
    return [
        verb(decision),
        ...decision.trace.map((line) => `  ${(0,render_escape/* inPlainLine */.qe)(line.text, 400)}`),
        `  week ${decision.week} · zone ${decision.zone}${floor}${effort}${critical}`,
    ].join('\n');
}
/** A whole phase for people: one line a cell. */
function renderPhase(phase, decisions) {
    const width = Math.max(...decisions.map((decision) => decision.agent.length), 5);
    const rows = decisions.map((decision) => {
        const what = decision.decision === 'run' ? `${decision.tier} (${decision.model})` : decision.decision;
        const [last] = decision.decision === 'run' ? [] : decision.trace.slice(-1);
        const why = last === undefined ? '' : ` · ${(0,render_escape/* inPlainLine */.qe)(last.text)}`;
        return `  ${decision.agent.padEnd(width)}  ${what}${why}`;
    });
    const count = (kind) => decisions.filter((each) => each.decision === kind).length;
    return [`${phase}: ${count('run')} run, ${count('defer')} deferred`, ...rows].join('\n');
}
/** Decisions as a table for the job summary. */
function renderDecisionSummary(decisions) {
    const rows = decisions.map((decision) => {
        const cell = `${(0,render_escape/* inMarkdown */.Hi)(decision.agent)}/${(0,render_escape/* inMarkdown */.Hi)(decision.phase)}`;
        const model = decision.model === null ? '–' : (0,render_escape/* inMarkdownCode */.eR)(decision.model);
        const why = decision.trace.map((line) => (0,render_escape/* inMarkdown */.Hi)(line.text)).join(' · ');
        return `| ${cell} | ${decision.decision} | ${decision.tier ?? '–'} | ${model} | ${decision.zone} | ${why} |`;
    });
    const head = ['| agent/phase | decision | tier | model | zone | why |', '|---|---|---|---|---|---|'];
    return ['### haiku-first · model', '', ...head, ...rows, ''].join('\n');
}

// EXTERNAL MODULE: ./build/usage/model-table.js
var model_table = __webpack_require__(8252);
// EXTERNAL MODULE: ./build/usage/models.js
var models = __webpack_require__(4872);
;// CONCATENATED MODULE: ./build/commands/derived-facts.js

/** A change whose size nobody can tell counts as larger than any limit. */
const UNKNOWN = { additions: allocation_facts/* BEYOND_ANY_LIMIT */.VL, deletions: allocation_facts/* BEYOND_ANY_LIMIT */.VL, files: allocation_facts/* BEYOND_ANY_LIMIT */.VL };
function sizeFacts({ additions, deletions, files }) {
    const lines = Math.min(additions + deletions, allocation_facts/* BEYOND_ANY_LIMIT */.VL);
    return [
        ['lines_changed', lines],
        ['lines_added', additions],
        ['lines_deleted', deletions],
        ['files_changed', files],
    ];
}
function branch(ref) {
    return ref.replace(/^refs\/heads\//, '');
}
async function ofPullRequest(event, connect) {
    const { additions, deletions, changedFiles } = event;
    let size;
    if (additions !== null && deletions !== null && changedFiles !== null) {
        size = { additions, deletions, files: changedFiles };
    }
    else {
        const numbers = await (await connect()).reader.pullRequestNumbers(event.number);
        size = { additions: numbers.additions, deletions: numbers.deletions, files: numbers.changedFiles };
    }
    return [
        ...sizeFacts(size),
        ['labels', event.labels],
        ['draft', event.draft],
        ['fork', event.head.fork],
        ['base_branch', event.base.ref],
        ['head_branch', event.head.ref],
    ];
}
async function ofMergeGroup(event, connect) {
    const stat = await (await connect()).reader.compareStat(event.baseSha, event.headSha);
    const size = stat.truncated
        ? UNKNOWN
        : { additions: stat.additions, deletions: stat.deletions, files: stat.files };
    return [...sizeFacts(size), ['base_branch', branch(event.baseRef)], ['fork', false], ['draft', false]];
}
/**
 * The facts that follow from the pull request or merge group of the event; null where there is none, and every fact
 * may be given. Asks GitHub only for what the allocation declares and the event does not say.
 */
async function derivedFacts(event, allocation, connect) {
    if (event === null || event.kind === 'push')
        return null;
    if (event.kind === 'other' && event.pullRequest === null)
        return null;
    if ((0,allocation_facts/* wantedDerived */.rS)(allocation).length === 0)
        return new Map();
    if (event.kind === 'pull_request')
        return new Map(await ofPullRequest(event, connect));
    if (event.kind === 'merge_group')
        return new Map(await ofMergeGroup(event, connect));
    if (event.pullRequest === null)
        return null;
    const numbers = await (await connect()).reader.pullRequestNumbers(event.pullRequest);
    return new Map([
        ...sizeFacts({ additions: numbers.additions, deletions: numbers.deletions, files: numbers.changedFiles }),
        ['labels', numbers.labels],
        ['draft', numbers.draft],
        ['base_branch', numbers.base.ref],
        ['head_branch', numbers.head.ref],
    ]);
}

// EXTERNAL MODULE: ./build/commands/event.js
var commands_event = __webpack_require__(7243);
// EXTERNAL MODULE: ./build/commands/files.js
var files = __webpack_require__(8976);
// EXTERNAL MODULE: ./build/commands/repository.js
var repository = __webpack_require__(6399);
;// CONCATENATED MODULE: ./build/commands/resolve.js




















/**
 * The commit whose files count. On a pull request or in a merge queue it is the base, so that a pull request cannot
 * choose the model of the jobs that review it; in other runs of the Action the commit that runs, whatever earlier
 * steps did to the work tree. Null on a laptop: there it is the work tree.
 */
function commitOf(event, { surface, env }) {
    if (event?.kind === 'pull_request')
        return event.base.sha;
    if (event?.kind === 'merge_group')
        return event.baseSha;
    if (event === null || surface === 'cli')
        return null;
    if ((0,commit_reader/* isCommitId */.j)(env.GITHUB_SHA))
        return env.GITHUB_SHA;
    throw new errors/* UserError */.yo('GITHUB_SHA does not name a commit.');
}
function bytesOf(state, path, where) {
    if (state.kind === 'irregular')
        throw new errors/* UserError */.yo(`${path} at ${where} is not a regular file (mode ${state.mode}).`);
    return state.kind === 'file' ? state.bytes : null;
}
async function readFiles(options, surroundings, event, github) {
    const commit = commitOf(event, surroundings);
    if (commit === null) {
        const { cwd } = surroundings;
        return {
            allocation: (0,files/* readDiskFile */.wy)(cwd, options.allocation),
            exceptions: (0,files/* readDiskFile */.wy)(cwd, options.exceptions),
            where: 'the work tree',
        };
    }
    const reader = (await (0,repository/* localReaderWith */.Hu)(commit, surroundings)) ?? (await github()).reader;
    const base = event?.kind === 'pull_request' || event?.kind === 'merge_group' ? 'the base commit' : 'commit';
    const where = `${base} ${commit.slice(0, 12)}`;
    const read = async (path) => bytesOf(await (0,files/* stateAt */.HK)(reader, commit, (0,files/* repositoryPath */.SH)(path)), path, where);
    return { allocation: await read(options.allocation), exceptions: await read(options.exceptions), where };
}
function load(options, files, today) {
    if (files.allocation === null) {
        throw new errors/* UserError */.yo(`There is no ${options.allocation} at ${files.where}.`, files.where.startsWith('the base')
            ? 'The allocation of a pull request is that of its base branch: merge the file there first.'
            : 'Name the file with --allocation, or write one: docs/allocation.md.');
    }
    const allocation = (0,parse/* parseAllocation */.E)(options.allocation, files.allocation);
    const exceptions = files.exceptions === null
        ? (0,allocation_exceptions/* noExceptions */.QP)(options.exceptions)
        : (0,allocation_exceptions/* parseExceptions */.wu)(options.exceptions, files.exceptions);
    const table = (0,models_of_tiers/* tableOf */.c_)(allocation, (0,model_table/* shippedModels */.a)());
    (0,breaches/* requireSound */.bi)(allocation, exceptions, today, table);
    return { allocation, exceptions, table };
}
function agentOf(allocation, name) {
    const agent = (0,allocation_allocation/* findAgent */.dp)(allocation, name);
    if (agent !== null)
        return agent;
    const known = [...allocation.agents.values()].flatMap((each) => [each.name, ...each.aliases]);
    throw new errors/* UserError */.yo(`The agent ${name} is not in ${allocation.file}.`, (0,nearest/* suggestion */.h)(name, known));
}
function phaseOf(allocation, name) {
    const phase = allocation.phases.find((each) => each === name);
    if (phase === undefined) {
        throw new errors/* UserError */.yo(`The phase ${name} is not in ${allocation.file}.`, (0,nearest/* suggestion */.h)(name, allocation.phases));
    }
    return phase;
}
function rank(allocation, name) {
    const found = (0,allocation_allocation/* rankOf */.IQ)(allocation, name);
    if (found !== null)
        return found;
    throw new errors/* UserError */.yo(`The tier ${name} is not in ${allocation.file}.`, (0,nearest/* suggestion */.h)(name, allocation.tiers.map((tier) => tier.name)));
}
/** Who picks the tier. In Actions it is whom GitHub names, whatever else is said. */
function deciderOf(options, { env }) {
    if (env.GITHUB_ACTIONS === 'true')
        return env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR ?? 'unknown';
    return options.by ?? (0,external_node_os_.userInfo)().username;
}
function choiceOf(options, allocation, surroundings) {
    const { tier, escalateFrom, reason, trigger } = options;
    const given = reason?.trim() === '' ? null : reason;
    if (tier !== null && escalateFrom !== null) {
        throw new errors/* UserError */.yo('An override (tier) and an escalation (escalate-from) exclude each other.', 'Give one of them.');
    }
    if (tier !== null) {
        return {
            kind: 'override',
            tier: rank(allocation, tier),
            reason: given,
            by: deciderOf(options, surroundings),
        };
    }
    if (escalateFrom === null)
        return null;
    if (given === null)
        throw new errors/* UserError */.yo('An escalation needs a reason.', 'Say what was poor with reason.');
    return {
        kind: 'escalation',
        from: rank(allocation, escalateFrom),
        reason: given,
        trigger: trigger ?? 'not given',
    };
}
/** What `--zone` and the lifecycle of the models say; nothing counts as spent. */
function stateOf(options, { allocation, table }, today) {
    const level = options.zone ?? 'GREEN';
    const unavailable = new Map();
    for (const tier of allocation.tiers) {
        const row = (0,models/* findModel */.P6)(table, tier.model);
        if (row !== null && (0,models/* lifecycleOn */.av)(row, today) === 'retired')
            unavailable.set(tier.rank, `${row.id} is retired`);
    }
    for (const name of options.unavailable)
        unavailable.set(rank(allocation, name), 'as asked by --unavailable');
    return { level, allowances: new Map(), unavailable };
}
function argsOf(decision, options) {
    if (decision.model === null)
        return '';
    const usd = options.maxUsd === null ? null : options.maxUsd / 1_000_000;
    return claudeArgs(decision.model, decision.effort, decision.fallback, usd);
}
/** What a whole phase's jobs need, for `strategy.matrix`: the cells that run. */
function matrixOf(decisions, options) {
    const include = decisions
        .filter((decision) => decision.decision === 'run')
        .map((decision) => ({
        agent: decision.agent,
        phase: decision.phase,
        tier: decision.tier,
        model: decision.model,
        effort: decision.effort ?? '',
        'claude-args': argsOf(decision, options),
        settings: claudeSettings(decision.available),
        'fallback-model': decision.fallback.join(','),
    }));
    return JSON.stringify({ include });
}
/** The id of the tier with this name at the provider; empty where there is none. */
function modelNamed(allocation, name, provider) {
    const tier = (0,allocation_allocation/* rankOf */.IQ)(allocation, name);
    if (tier === null)
        return '';
    const named = allocation.tiers[tier]?.providers.has(provider);
    return provider === 'anthropic' || named === true ? modelAt(allocation, tier, provider) : '';
}
function outputsOf(decisions, one, options, allocation) {
    const { provider } = options;
    const running = decisions.some((decision) => decision.decision === 'run');
    return {
        decision: one?.decision ?? '',
        tier: one?.tier ?? '',
        model: one?.model ?? '',
        effort: one?.effort ?? '',
        floor: one?.floor ?? '',
        zone: decisions[0]?.zone ?? '',
        reason: one === null ? '' : reasonOf(one),
        'claude-args': one === null ? '' : argsOf(one, options),
        settings: one?.decision === 'run' ? claudeSettings(one.available) : '',
        'fallback-model': one?.fallback.join(',') ?? '',
        matrix: matrixOf(decisions, options),
        'has-work': String(running),
        'haiku-model': modelNamed(allocation, 'haiku', provider),
        'sonnet-model': modelNamed(allocation, 'sonnet', provider),
        'opus-model': modelNamed(allocation, 'opus', provider),
    };
}
/** Why the Action's step fails; null when it does not. A deferred guarded cell must not let anything merge unreviewed. */
function failureOf(decisions, options) {
    for (const decision of decisions) {
        const cell = `${decision.agent} in ${decision.phase}`;
        if (decision.decision === 'refuse')
            return `${cell} is refused: ${reasonOf(decision)}`;
        if (decision.decision !== 'defer')
            continue;
        if (decision.guarded)
            return `${cell} is deferred, and it is under an absolute floor: ${reasonOf(decision)}`;
        if (options.onDefer === 'fail')
            return `${cell} is deferred: ${reasonOf(decision)}`;
    }
    return null;
}
function annotationsOf(decisions) {
    return decisions
        .filter((decision) => decision.decision === 'defer')
        .map((decision) => ({
        severity: decision.guarded ? 'error' : 'warning',
        title: `${decision.agent}/${decision.phase} is deferred`,
        message: reasonOf(decision),
        file: null,
        line: null,
        column: null,
    }));
}
/** How this run draws its number in a trial; null outside a workflow, and where there is no trial. */
async function drawOf(allocation, key) {
    const cells = [...allocation.matrix.values()].flatMap((row) => [...row.values()]);
    if (key === null || cells.every((cell) => cell.trial === null))
        return null;
    const { trialDraw } = await __webpack_require__.e(/* import() */ 722).then(__webpack_require__.bind(__webpack_require__, 8722));
    return (trial) => trialDraw(key, trial);
}
/** `resolve`: the model that an agent may use in a phase, or of a whole phase. */
async function run(options, surroundings) {
    const { phase: phaseName } = options;
    if (phaseName === null)
        throw new errors/* UserError */.yo('resolve needs a phase.', 'Give --phase, for example --phase EXEC.');
    const now = options.now ?? surroundings.now;
    const today = (0,time_week/* dateOf */.Q$)(now);
    const event = (0,commands_event/* readEvent */.j)(surroundings);
    const notes = [];
    let connected = null;
    const github = () => {
        if (event === null)
            throw new errors/* UserError */.yo('GitHub can be asked only in a workflow.');
        connected ??= (0,repository/* connect */.Ng)(event, surroundings, options.githubToken, (line) => notes.push(line));
        return connected;
    };
    const loaded = load(options, await readFiles(options, surroundings, event, github), today);
    const { allocation, exceptions } = loaded;
    const phase = phaseOf(allocation, phaseName);
    const agents = options.agent === null ? [...allocation.agents.values()] : [agentOf(allocation, options.agent)];
    const choice = choiceOf(options, allocation, surroundings);
    if (choice !== null && options.agent === null) {
        throw new errors/* UserError */.yo('An override or an escalation is for one cell.', 'Give --agent, too.');
    }
    const facts = (0,allocation_facts/* readFacts */.MH)(allocation, options.task, await derivedFacts(event, allocation, github));
    const state = stateOf(options, loaded, today);
    const week = options.week ?? (0,time_week/* weekOf */.gx)(now, allocation.budget?.timezone ?? 'UTC');
    const draw = await drawOf(allocation, surroundings.env.GITHUB_RUN_ID ?? null);
    const decisions = agents.map((agent) => resolve(allocation, exceptions, {
        agent,
        phase,
        week,
        today,
        draw,
        facts,
        critical: options.critical,
        choice,
        provider: options.provider,
    }, state));
    const documents = decisions.map((decision) => decisionDocument(decision, argsOf(decision, options)));
    const [decision] = decisions;
    const [document] = documents;
    if (decision === undefined || document === undefined)
        throw new errors/* UserError */.yo('The allocation has no agents.');
    const one = options.agent === null ? null : decision;
    const whole = { schema: 'haiku-first/phase@1', phase, cells: documents };
    const json = one === null ? whole : document;
    const exits = { run: 0, defer: 3, refuse: 1 };
    const failure = failureOf(decisions, options);
    return {
        exitCode: one === null ? 0 : exits[one.decision],
        json,
        text: one === null ? renderPhase(phase, decisions) : renderDecision(one),
        notes,
        outputs: outputsOf(decisions, one, options, allocation),
        annotations: annotationsOf(decisions),
        summary: renderDecisionSummary(decisions),
        failure,
    };
}


/***/ })

};
