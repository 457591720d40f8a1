// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';
import func2Module from 'ajv/dist/runtime/ucs2length.js';

export const validateAllocation = validate52 as unknown as ValidateFunction;
const schema19 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"allocation.schema.json","title":"AllocationFile","description":"Which Claude model tier each agent may use in each phase, and the floors below which none may go. See docs/allocation.md.","type":"object","properties":{"version":{"description":"Version of this format.","const":1},"extends":{"description":"An organisation's file, OWNER/REPO/path@SHA. Reserved: this version refuses a file that uses it rather than ignore its floors.","type":"string","pattern":"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$"},"tiers":{"description":"Tiers, cheapest first: this order is the ranking.","type":"array","minItems":1,"maxItems":12,"items":{"type":"object","properties":{"name":{"description":"Name of the tier.","$ref":"#/$defs/name"},"model":{"description":"Exact model id of the Claude API.","$ref":"#/$defs/model"},"providers":{"description":"Other ids of the same model, chosen with the `provider` input.","type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/model"},"maxProperties":20}},"required":["name","model"],"additionalProperties":false}},"phases":{"description":"Lifecycle phases.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}},"facts":{"description":"Typed statements about the task: what an `if` may speak of.","type":"object","maxProperties":200,"propertyNames":{"$ref":"#/$defs/factName"},"additionalProperties":{"type":"object","properties":{"type":{"description":"Type of the value. A list is a list of strings.","enum":["boolean","integer","number","string","list"]},"from":{"description":"`pull_request`: derived from the pull request; an input cannot set it there.","const":"pull_request"},"required":{"description":"A run that does not give it is an error. Default: false.","type":"boolean"},"description":{"description":"What it says.","type":"string","minLength":1,"maxLength":2000}},"required":["type"],"additionalProperties":false}},"agents":{"description":"Agents by name.","type":"object","minProperties":1,"maxProperties":5000,"propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","properties":{"default":{"description":"Tier in every phase that the matrix does not name.","$ref":"#/$defs/tier"},"maximum":{"description":"The highest tier that upgrades may reach. An override by a person may go above it.","$ref":"#/$defs/tier"},"effort":{"description":"Effort in every phase whose cell does not say its own.","$ref":"#/$defs/effort"},"on_unavailable":{"$ref":"#/$defs/onUnavailable"},"rationale":{"description":"Why this tier does the job.","type":"string","minLength":1,"maxLength":2000},"expected_pass_rate":{"description":"Share of runs expected to pass: a number, or [low, high].","if":{"type":"array"},"then":{"type":"array","minItems":2,"maxItems":2,"items":{"type":"number","minimum":0,"maximum":1}},"else":{"type":"number","minimum":0,"maximum":1},"tsType":"number | [number, number]"},"aliases":{"description":"Other names of the agent, for example those under which sub-agents report.","type":"array","maxItems":50,"items":{"$ref":"#/$defs/name"}},"upgrades":{"description":"Declared conditions that raise the tier.","type":"array","maxItems":50,"items":{"type":"object","properties":{"to":{"description":"The tier that the work is raised to.","$ref":"#/$defs/tier"},"if":{"description":"Condition over task facts.","$ref":"#/$defs/condition"},"because":{"description":"Why.","type":"string","minLength":1,"maxLength":2000},"phases":{"description":"Phases in which it holds. Left out: all.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}}},"required":["to","if"],"additionalProperties":false}}},"required":["default"],"additionalProperties":false}},"matrix":{"description":"Cells that differ from their agent's default: phase, then agent.","type":"object","maxProperties":100,"propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","maxProperties":5000,"propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/cell"}}},"floors":{"description":"The lowest tier allowed.","type":"array","maxItems":1000,"items":{"type":"object","properties":{"id":{"description":"Stable name of the floor; exceptions refer to it.","$ref":"#/$defs/floorId"},"agents":{"description":"Agents it covers.","type":"array","minItems":1,"maxItems":5000,"items":{"$ref":"#/$defs/name"}},"phases":{"description":"Phases it covers. Left out: all, also those that are added later.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}},"if":{"description":"One boolean fact, `task.NAME`. When the fact is not given, the floor holds.","type":"string","pattern":"^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$"},"minimum":{"description":"The lowest tier allowed.","$ref":"#/$defs/tier"},"effort":{"description":"The least effort, too.","$ref":"#/$defs/effort"},"exceptions":{"description":"`never`: an absolute floor. `approved`: an entry of allocation.exceptions.yaml may go below it. Default: never.","enum":["never","approved"]},"because":{"description":"Why the floor stands.","type":"string","minLength":1,"maxLength":2000}},"required":["id","agents","minimum"],"additionalProperties":false}},"budget":{"type":"object","description":"What may be spent in a week.","properties":{"mode":{"description":"`observe`: zones are computed and shown, nothing is deferred. Default: observe.","enum":["enforce","observe"]},"timezone":{"description":"IANA time zone; the budget's week is the ISO week there. Default: UTC.","type":"string","minLength":1,"maxLength":64},"weekly":{"type":"object","description":"The weekly budget. With both, the measure that is consumed furthest sets the zone.","properties":{"tokens":{"description":"Input, cache writes and output; cache reads do not count.","type":"integer","minimum":1,"maximum":1000000000000000},"usd":{"description":"US dollars at list price.","type":"number","exclusiveMinimum":0,"maximum":1000000000}},"additionalProperties":false,"minProperties":1},"zones":{"type":"object","description":"Where the zones begin. Default: 0.70, 0.85, 0.95.","properties":{"yellow":{"description":"Share of the weekly budget at which YELLOW begins.","type":"number","exclusiveMinimum":0,"maximum":1},"orange":{"description":"Share of the weekly budget at which ORANGE begins.","type":"number","exclusiveMinimum":0,"maximum":1},"red":{"description":"Share of the weekly budget at which RED begins.","type":"number","exclusiveMinimum":0,"maximum":1}},"required":["yellow","orange","red"],"additionalProperties":false},"critical_reserve":{"description":"Share on top of the weekly budget, for security-critical work alone. Default: 0.","type":"number","minimum":0,"maximum":1},"tiers":{"description":"Allowance of a tier.","type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","properties":{"share":{"description":"Share of the weekly budget that the tier may use.","type":"number","minimum":0,"maximum":1},"reserve":{"description":"Part of that share kept for critical work. Default: 0.","type":"number","minimum":0,"maximum":1}},"required":["share"],"additionalProperties":false}},"phases":{"description":"Expected tokens a week, [low, high], by phase. A phase above its band is an alert.","type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"array","minItems":2,"maxItems":2,"items":{"type":"integer","minimum":0,"maximum":1000000000000000}}},"on_unmeasured":{"description":"What an unreadable ledger or an unpriced model does. Default: warn.","enum":["warn","defer","fail"]}},"required":["weekly"],"additionalProperties":false},"targets":{"description":"What success is, by metric.","type":"object","maxProperties":100,"propertyNames":{"$ref":"#/$defs/factName"},"additionalProperties":{"type":"object","properties":{"what":{"description":"What is measured.","type":"string","minLength":1,"maxLength":2000},"below":{"description":"Met when the figure is below this. One bound for each target.","type":"number"},"above":{"description":"Met when the figure is above this. One bound for each target.","type":"number"},"at_most":{"description":"Met when the figure is this or less. One bound for each target.","type":"number"},"at_least":{"description":"Met when the figure is this or more. One bound for each target.","type":"number"},"between":{"description":"Met when the figure is in [low, high], both included.","type":"array","minItems":2,"maxItems":2,"items":{"type":"number"}},"trend":{"description":"Against the weeks before.","enum":["down","up","steady"]},"measured_by":{"description":"Where the figure comes from; `nothing` says that nobody measures it yet.","enum":["ledger","outcomes","pull_requests","checks","forecast","nothing"]},"because":{"description":"Why, or why it is not measured.","type":"string","minLength":1,"maxLength":2000}},"required":["what","measured_by"],"additionalProperties":false}},"models":{"description":"Models that the shipped table does not have, or other prices for those it has. The gate watches these rows.","type":"array","maxItems":200,"items":{"type":"object","properties":{"id":{"description":"Exact model id.","$ref":"#/$defs/model"},"line":{"description":"The family it belongs to. For a model of the shipped table it must be the shipped one.","enum":["haiku","sonnet","opus","fable","mythos"]},"lifecycle":{"description":"Default: active.","enum":["active","deprecated","retired"]},"retires_at":{"description":"Day of retirement.","$ref":"#/$defs/date"},"providers":{"description":"Ids of the same model at other providers.","type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/model"},"maxProperties":20},"prices":{"description":"Prices in US dollars per million tokens, by day and length of the prompt. Without prices a new model is unpriced.","type":"array","minItems":1,"maxItems":50,"items":{"type":"object","properties":{"from":{"description":"First day (UTC) of these prices.","$ref":"#/$defs/date"},"to":{"description":"Last day (UTC) of these prices.","$ref":"#/$defs/date"},"up_to_prompt_tokens":{"description":"These prices hold for requests whose prompt (input, cache writes and cache reads) has at most so many tokens.","type":"integer","minimum":1,"maximum":1000000000},"input":{"description":"Input, in US dollars per million tokens.","type":"number","minimum":0,"maximum":100000},"output":{"description":"Output, in US dollars per million tokens.","type":"number","minimum":0,"maximum":100000},"cache_read":{"description":"Cache reads, in US dollars per million tokens.","type":"number","minimum":0,"maximum":100000},"cache_write_5m":{"description":"Cache writes that live 5 minutes, in US dollars per million tokens.","type":"number","minimum":0,"maximum":100000},"cache_write_1h":{"description":"Cache writes that live 1 hour, in US dollars per million tokens.","type":"number","minimum":0,"maximum":100000}},"required":["input","output","cache_read","cache_write_5m","cache_write_1h"],"additionalProperties":false}}},"required":["id","line"],"additionalProperties":false}},"deferred":{"description":"How work that was put off is started again. Nothing else can be started, and without this nothing is.","type":"object","properties":{"max_days":{"description":"Work that is put off for longer is told as an alert. Default: 7.","type":"integer","minimum":1,"maximum":90},"workflows":{"description":"The workflows that may be started; the first that fits the cell is. A cell that fits none is not started again.","type":"array","minItems":1,"maxItems":100,"items":{"type":"object","properties":{"workflow":{"description":"A file name under .github/workflows. It is run at the default branch.","type":"string","pattern":"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$"},"agents":{"description":"Agents it is for. Left out: all.","type":"array","minItems":1,"maxItems":5000,"items":{"$ref":"#/$defs/name"}},"phases":{"description":"Phases it is for. Left out: all.","type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}},"inputs":{"description":"The workflow's inputs by name: what each takes from the deferral, or a constant. One of them takes the claim.","type":"object","minProperties":1,"maxProperties":25,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_-]{0,99}$"},"additionalProperties":{"$ref":"#/$defs/deferredInput"}}},"required":["workflow","inputs"],"additionalProperties":false}}},"required":["workflows"],"additionalProperties":false}},"required":["version","tiers","phases","agents"],"additionalProperties":false,"$defs":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"factName":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_-]{0,63}$"},"floorId":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"},"tier":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"model":{"description":"Letters, digits and . _ : @ / - only: the id is put into command lines.","type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"},"effort":{"enum":["low","medium","high","xhigh","max"]},"week":{"description":"ISO week, 2026-W50.","type":"string","pattern":"^[0-9]{4}-W[0-9]{2}$"},"date":{"description":"Calendar date, 2026-11-30.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"condition":{"description":"GitHub Actions expression over task.*, without ${{ }}: task.lines_changed > 50","type":"string","minLength":1,"maxLength":1000},"onUnavailable":{"description":"When the model cannot be had: `defer`, or `escalate` to the next higher tier that can. Never a lesser one. Default: defer.","enum":["defer","escalate"]},"cell":{"description":"A tier, or a tier with more to say.","if":{"type":"string"},"then":{"$ref":"#/$defs/tier"},"else":{"$ref":"#/$defs/cellObject"},"tsType":"string | CellObject"},"cellObject":{"type":"object","properties":{"tier":{"description":"The assigned tier.","$ref":"#/$defs/tier"},"effort":{"description":"How hard the model thinks. Left out: the client's own default, or the least that a floor asks for.","$ref":"#/$defs/effort"},"economy":{"description":"A cheaper tier, never under the floor, that non-critical work uses from YELLOW on.","$ref":"#/$defs/tier"},"on_unavailable":{"$ref":"#/$defs/onUnavailable"},"trial":{"type":"object","description":"A share of this cell's runs that uses another tier, picked by a hash of the run's key.","properties":{"id":{"description":"Name of the trial; part of the hash that picks the runs.","$ref":"#/$defs/name"},"tier":{"description":"The tier that is tried.","$ref":"#/$defs/tier"},"share":{"description":"Share of the cell's runs that use it, above 0 and below 1.","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1}},"required":["id","tier","share"],"additionalProperties":false},"was":{"description":"The tier before `since`.","$ref":"#/$defs/tier"},"since":{"description":"First ISO week of `tier`; before it, `was` holds.","$ref":"#/$defs/week"},"because":{"description":"Why it was changed.","type":"string","minLength":1,"maxLength":2000}},"required":["tier"],"additionalProperties":false,"dependentRequired":{"was":["since"],"since":["was"]}},"deferredInput":{"description":"What an input takes: something of the deferral, or a constant. claim: the token by which the run is found again.","if":{"type":"string"},"then":{"enum":["agent","phase","work_item","pull_request","issue","head","claim","priority"]},"else":{"$ref":"#/$defs/deferredConstant"},"tsType":"'agent' | 'phase' | 'work_item' | 'pull_request' | 'issue' | 'head' | 'claim' | 'priority' | DeferredConstant"},"deferredConstant":{"type":"object","description":"Always the same.","properties":{"value":{"description":"The value.","type":["string","number","boolean"],"maxLength":1000}},"required":["value"],"additionalProperties":false}}};
const func1 = Object.prototype.hasOwnProperty;
const func2 = func2Module.default ?? func2Module;
const pattern3 = new RegExp("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$", "u");
const pattern10 = new RegExp("^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$", "u");
const pattern12 = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$", "u");
const pattern13 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,99}$", "u");
const pattern4 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern4.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate53.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern5.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate55.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern6 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "u");

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern6.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,63}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate60.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate63.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern4.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate63.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema24 = {"enum":["low","medium","high","xhigh","max"]};

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate66.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((((data === "low") || (data === "medium")) || (data === "high")) || (data === "xhigh")) || (data === "max"))){
const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema24.enum}};
if(vErrors === null){
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
validate66.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema25 = {"description":"When the model cannot be had: `defer`, or `escalate` to the next higher tier that can. Never a lesser one. Default: defer.","enum":["defer","escalate"]};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate68.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!((data === "defer") || (data === "escalate"))){
const err0 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema25.enum}};
if(vErrors === null){
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
validate68.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate72.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(func2(data) > 1000){
const err0 = {instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(func2(data) < 1){
const err1 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate72.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern8 = new RegExp("^[0-9]{4}-W[0-9]{2}$", "u");

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate87.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern8.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-W[0-9]{2}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate87.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate79.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tier === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tier"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "tier") || (key0 === "effort")) || (key0 === "economy")) || (key0 === "on_unavailable")) || (key0 === "trial")) || (key0 === "was")) || (key0 === "since")) || (key0 === "because"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.tier !== undefined){
if(!(validate63(data.tier, {instancePath:instancePath+"/tier",parentData:data,parentDataProperty:"tier",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.effort !== undefined){
if(!(validate66(data.effort, {instancePath:instancePath+"/effort",parentData:data,parentDataProperty:"effort",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.economy !== undefined){
if(!(validate63(data.economy, {instancePath:instancePath+"/economy",parentData:data,parentDataProperty:"economy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.on_unavailable !== undefined){
if(!(validate68(data.on_unavailable, {instancePath:instancePath+"/on_unavailable",parentData:data,parentDataProperty:"on_unavailable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data.trial !== undefined){
let data4 = data.trial;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.id === undefined){
const err2 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data4.tier === undefined){
const err3 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/required",keyword:"required",params:{missingProperty: "tier"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data4.share === undefined){
const err4 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/required",keyword:"required",params:{missingProperty: "share"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data4){
if(!(((key1 === "id") || (key1 === "tier")) || (key1 === "share"))){
const err5 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data4.id !== undefined){
if(!(validate53(data4.id, {instancePath:instancePath+"/trial/id",parentData:data4,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data4.tier !== undefined){
if(!(validate63(data4.tier, {instancePath:instancePath+"/trial/tier",parentData:data4,parentDataProperty:"tier",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data4.share !== undefined){
let data7 = data4.share;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 >= 1 || isNaN(data7)){
const err6 = {instancePath:instancePath+"/trial/share",schemaPath:"#/properties/trial/properties/share/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data7 <= 0 || isNaN(data7)){
const err7 = {instancePath:instancePath+"/trial/share",schemaPath:"#/properties/trial/properties/share/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/trial/share",schemaPath:"#/properties/trial/properties/share/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
const err9 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.was !== undefined){
if(!(validate63(data.was, {instancePath:instancePath+"/was",parentData:data,parentDataProperty:"was",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.since !== undefined){
if(!(validate87(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
}
if(data.because !== undefined){
let data10 = data.because;
if(typeof data10 === "string"){
if(func2(data10) > 2000){
const err10 = {instancePath:instancePath+"/because",schemaPath:"#/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(func2(data10) < 1){
const err11 = {instancePath:instancePath+"/because",schemaPath:"#/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/because",schemaPath:"#/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.was !== undefined){
if(data.since === undefined){
const err13 = {instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "was",
    missingProperty: "since",
    depsCount: 1,
    deps: "since"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.since !== undefined){
if(data.was === undefined){
const err14 = {instancePath,schemaPath:"#/dependentRequired",keyword:"dependentRequired",params:{property: "since",
    missingProperty: "was",
    depsCount: 1,
    deps: "was"}};
if(vErrors === null){
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
const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
validate79.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate77.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!(validate63(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(!(validate79(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
if(valid0){
var props0 = true;
}
ifClause0 = "else";
}
if(!valid0){
const err1 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
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
validate77.evaluated = {"dynamicProps":true,"dynamicItems":false};

const pattern9 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$", "u");

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate91.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern9.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate91.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern11 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");

function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate101.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern11.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
validate101.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema32 = {"description":"What an input takes: something of the deferral, or a constant. claim: the token by which the run is found again.","if":{"type":"string"},"then":{"enum":["agent","phase","work_item","pull_request","issue","head","claim","priority"]},"else":{"$ref":"#/$defs/deferredConstant"},"tsType":"'agent' | 'phase' | 'work_item' | 'pull_request' | 'issue' | 'head' | 'claim' | 'priority' | DeferredConstant"};
const schema33 = {"type":"object","description":"Always the same.","properties":{"value":{"description":"The value.","type":["string","number","boolean"],"maxLength":1000}},"required":["value"],"additionalProperties":false};

function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate110.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.value === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "value"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "value")){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.value !== undefined){
let data0 = data.value;
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
const err2 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema33.properties.value.type}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data0 === "string"){
if(func2(data0) > 1000){
const err3 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate110.errors = vErrors;
return errors === 0;
}
validate110.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate109(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate109.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(typeof data !== "string"){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(!((((((((data === "agent") || (data === "phase")) || (data === "work_item")) || (data === "pull_request")) || (data === "issue")) || (data === "head")) || (data === "claim")) || (data === "priority"))){
const err1 = {instancePath,schemaPath:"#/then/enum",keyword:"enum",params:{allowedValues: schema32.then.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(!(validate110(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
if(valid0){
var props0 = true;
}
ifClause0 = "else";
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate109.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate109.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="allocation.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.tiers === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tiers"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.phases === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phases"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.agents === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agents"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema19.properties, key0))){
const err4 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err5 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
const err6 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.tiers !== undefined){
let data2 = data.tiers;
if(Array.isArray(data2)){
if(data2.length > 12){
const err8 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/maxItems",keyword:"maxItems",params:{limit: 12}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2.length < 1){
const err9 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err10 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.model === undefined){
const err11 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/required",keyword:"required",params:{missingProperty: "model"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key1 in data3){
if(!(((key1 === "name") || (key1 === "model")) || (key1 === "providers"))){
const err12 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data3.name !== undefined){
if(!(validate53(data3.name, {instancePath:instancePath+"/tiers/" + i0+"/name",parentData:data3,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data3.model !== undefined){
if(!(validate55(data3.model, {instancePath:instancePath+"/tiers/" + i0+"/model",parentData:data3,parentDataProperty:"model",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data3.providers !== undefined){
let data6 = data3.providers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 20){
const err13 = {instancePath:instancePath+"/tiers/" + i0+"/providers",schemaPath:"#/properties/tiers/items/properties/providers/maxProperties",keyword:"maxProperties",params:{limit: 20}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
for(const key2 in data6){
const _errs14 = errors;
if(!(validate53(key2, {instancePath:instancePath+"/tiers/" + i0+"/providers",parentData:data6,parentDataProperty:"providers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid4 = _errs14 === errors;
if(!valid4){
const err14 = {instancePath:instancePath+"/tiers/" + i0+"/providers",schemaPath:"#/properties/tiers/items/properties/providers/propertyNames",keyword:"propertyNames",params:{propertyName: key2}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
for(const key3 in data6){
if(!(validate55(data6[key3], {instancePath:instancePath+"/tiers/" + i0+"/providers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data6,parentDataProperty:key3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/tiers/" + i0+"/providers",schemaPath:"#/properties/tiers/items/properties/providers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err16 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err17 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.phases !== undefined){
let data8 = data.phases;
if(Array.isArray(data8)){
if(data8.length > 100){
const err18 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data8.length < 1){
const err19 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate53(data8[i1], {instancePath:instancePath+"/phases/" + i1,parentData:data8,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/phases",schemaPath:"#/properties/phases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.facts !== undefined){
let data10 = data.facts;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length > 200){
const err21 = {instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/maxProperties",keyword:"maxProperties",params:{limit: 200}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key4 in data10){
const _errs22 = errors;
if(!(validate60(key4, {instancePath:instancePath+"/facts",parentData:data10,parentDataProperty:"facts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid8 = _errs22 === errors;
if(!valid8){
const err22 = {instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/propertyNames",keyword:"propertyNames",params:{propertyName: key4}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
for(const key5 in data10){
let data11 = data10[key5];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.type === undefined){
const err23 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/facts/additionalProperties/required",keyword:"required",params:{missingProperty: "type"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key6 in data11){
if(!((((key6 === "type") || (key6 === "from")) || (key6 === "required")) || (key6 === "description"))){
const err24 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/facts/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data11.type !== undefined){
let data12 = data11.type;
if(!(((((data12 === "boolean") || (data12 === "integer")) || (data12 === "number")) || (data12 === "string")) || (data12 === "list"))){
const err25 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/facts/additionalProperties/properties/type/enum",keyword:"enum",params:{allowedValues: schema19.properties.facts.additionalProperties.properties.type.enum}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data11.from !== undefined){
if("pull_request" !== data11.from){
const err26 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/from",schemaPath:"#/properties/facts/additionalProperties/properties/from/const",keyword:"const",params:{allowedValue: "pull_request"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data11.required !== undefined){
if(typeof data11.required !== "boolean"){
const err27 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/required",schemaPath:"#/properties/facts/additionalProperties/properties/required/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.description !== undefined){
let data15 = data11.description;
if(typeof data15 === "string"){
if(func2(data15) > 2000){
const err28 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/facts/additionalProperties/properties/description/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(func2(data15) < 1){
const err29 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/facts/additionalProperties/properties/description/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1")+"/description",schemaPath:"#/properties/facts/additionalProperties/properties/description/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
const err31 = {instancePath:instancePath+"/facts/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/facts/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err32 = {instancePath:instancePath+"/facts",schemaPath:"#/properties/facts/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.agents !== undefined){
let data16 = data.agents;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length > 5000){
const err33 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/maxProperties",keyword:"maxProperties",params:{limit: 5000}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(Object.keys(data16).length < 1){
const err34 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key7 in data16){
const _errs35 = errors;
if(!(validate53(key7, {instancePath:instancePath+"/agents",parentData:data16,parentDataProperty:"agents",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid11 = _errs35 === errors;
if(!valid11){
const err35 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/propertyNames",keyword:"propertyNames",params:{propertyName: key7}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
for(const key8 in data16){
let data17 = data16[key8];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.default === undefined){
const err36 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/agents/additionalProperties/required",keyword:"required",params:{missingProperty: "default"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key9 in data17){
if(!((((((((key9 === "default") || (key9 === "maximum")) || (key9 === "effort")) || (key9 === "on_unavailable")) || (key9 === "rationale")) || (key9 === "expected_pass_rate")) || (key9 === "aliases")) || (key9 === "upgrades"))){
const err37 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/agents/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data17.default !== undefined){
if(!(validate63(data17.default, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/default",parentData:data17,parentDataProperty:"default",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data17.maximum !== undefined){
if(!(validate63(data17.maximum, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/maximum",parentData:data17,parentDataProperty:"maximum",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data17.effort !== undefined){
if(!(validate66(data17.effort, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/effort",parentData:data17,parentDataProperty:"effort",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data17.on_unavailable !== undefined){
if(!(validate68(data17.on_unavailable, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/on_unavailable",parentData:data17,parentDataProperty:"on_unavailable",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data17.rationale !== undefined){
let data22 = data17.rationale;
if(typeof data22 === "string"){
if(func2(data22) > 2000){
const err38 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/rationale",schemaPath:"#/properties/agents/additionalProperties/properties/rationale/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(func2(data22) < 1){
const err39 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/rationale",schemaPath:"#/properties/agents/additionalProperties/properties/rationale/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/rationale",schemaPath:"#/properties/agents/additionalProperties/properties/rationale/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data17.expected_pass_rate !== undefined){
let data23 = data17.expected_pass_rate;
const _errs47 = errors;
let valid14 = true;
const _errs48 = errors;
if(!(Array.isArray(data23))){
const err41 = {};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var _valid0 = _errs48 === errors;
errors = _errs47;
if(vErrors !== null){
if(_errs47){
vErrors.length = _errs47;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs50 = errors;
if(Array.isArray(data23)){
if(data23.length > 2){
const err42 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate",schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/then/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data23.length < 2){
const err43 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate",schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/then/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
let data24 = data23[i2];
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 1 || isNaN(data24)){
const err44 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate/" + i2,schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/then/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data24 < 0 || isNaN(data24)){
const err45 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate/" + i2,schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/then/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate/" + i2,schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/then/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
const err47 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate",schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/then/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
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
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 1 || isNaN(data23)){
const err48 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate",schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/else/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data23 < 0 || isNaN(data23)){
const err49 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate",schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/else/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate",schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/else/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
if(!valid14){
const err51 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/expected_pass_rate",schemaPath:"#/properties/agents/additionalProperties/properties/expected_pass_rate/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data17.aliases !== undefined){
let data25 = data17.aliases;
if(Array.isArray(data25)){
if(data25.length > 50){
const err52 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/aliases",schemaPath:"#/properties/agents/additionalProperties/properties/aliases/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
if(!(validate53(data25[i3], {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/aliases/" + i3,parentData:data25,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err53 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/aliases",schemaPath:"#/properties/agents/additionalProperties/properties/aliases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data17.upgrades !== undefined){
let data27 = data17.upgrades;
if(Array.isArray(data27)){
if(data27.length > 50){
const err54 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
let data28 = data27[i4];
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(data28.to === undefined){
const err55 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/required",keyword:"required",params:{missingProperty: "to"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(data28.if === undefined){
const err56 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/required",keyword:"required",params:{missingProperty: "if"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
for(const key10 in data28){
if(!((((key10 === "to") || (key10 === "if")) || (key10 === "because")) || (key10 === "phases"))){
const err57 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data28.to !== undefined){
if(!(validate63(data28.to, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/to",parentData:data28,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data28.if !== undefined){
if(!(validate72(data28.if, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/if",parentData:data28,parentDataProperty:"if",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
if(data28.because !== undefined){
let data31 = data28.because;
if(typeof data31 === "string"){
if(func2(data31) > 2000){
const err58 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/because",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(func2(data31) < 1){
const err59 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/because",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/because",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data28.phases !== undefined){
let data32 = data28.phases;
if(Array.isArray(data32)){
if(data32.length > 100){
const err61 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data32.length < 1){
const err62 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
const len5 = data32.length;
for(let i5=0; i5<len5; i5++){
if(!(validate53(data32[i5], {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases/" + i5,parentData:data32,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err63 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
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
const err64 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err65 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
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
const err66 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/agents/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err67 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.matrix !== undefined){
let data34 = data.matrix;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(Object.keys(data34).length > 100){
const err68 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
for(const key11 in data34){
const _errs73 = errors;
if(!(validate53(key11, {instancePath:instancePath+"/matrix",parentData:data34,parentDataProperty:"matrix",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid24 = _errs73 === errors;
if(!valid24){
const err69 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/propertyNames",keyword:"propertyNames",params:{propertyName: key11}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
for(const key12 in data34){
let data35 = data34[key12];
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(Object.keys(data35).length > 5000){
const err70 = {instancePath:instancePath+"/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/maxProperties",keyword:"maxProperties",params:{limit: 5000}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key13 in data35){
const _errs77 = errors;
if(!(validate53(key13, {instancePath:instancePath+"/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data35,parentDataProperty:key12,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid26 = _errs77 === errors;
if(!valid26){
const err71 = {instancePath:instancePath+"/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/propertyNames",keyword:"propertyNames",params:{propertyName: key13}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
for(const key14 in data35){
if(!(validate77(data35[key14], {instancePath:instancePath+"/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data35,parentDataProperty:key14,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
}
else {
const err72 = {instancePath:instancePath+"/matrix/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err73 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data.floors !== undefined){
let data37 = data.floors;
if(Array.isArray(data37)){
if(data37.length > 1000){
const err74 = {instancePath:instancePath+"/floors",schemaPath:"#/properties/floors/maxItems",keyword:"maxItems",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
const len6 = data37.length;
for(let i6=0; i6<len6; i6++){
let data38 = data37[i6];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.id === undefined){
const err75 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
if(data38.agents === undefined){
const err76 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/required",keyword:"required",params:{missingProperty: "agents"}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data38.minimum === undefined){
const err77 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/required",keyword:"required",params:{missingProperty: "minimum"}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
for(const key15 in data38){
if(!((((((((key15 === "id") || (key15 === "agents")) || (key15 === "phases")) || (key15 === "if")) || (key15 === "minimum")) || (key15 === "effort")) || (key15 === "exceptions")) || (key15 === "because"))){
const err78 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data38.id !== undefined){
if(!(validate91(data38.id, {instancePath:instancePath+"/floors/" + i6+"/id",parentData:data38,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
errors = vErrors.length;
}
}
if(data38.agents !== undefined){
let data40 = data38.agents;
if(Array.isArray(data40)){
if(data40.length > 5000){
const err79 = {instancePath:instancePath+"/floors/" + i6+"/agents",schemaPath:"#/properties/floors/items/properties/agents/maxItems",keyword:"maxItems",params:{limit: 5000}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
if(data40.length < 1){
const err80 = {instancePath:instancePath+"/floors/" + i6+"/agents",schemaPath:"#/properties/floors/items/properties/agents/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
const len7 = data40.length;
for(let i7=0; i7<len7; i7++){
if(!(validate53(data40[i7], {instancePath:instancePath+"/floors/" + i6+"/agents/" + i7,parentData:data40,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err81 = {instancePath:instancePath+"/floors/" + i6+"/agents",schemaPath:"#/properties/floors/items/properties/agents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data38.phases !== undefined){
let data42 = data38.phases;
if(Array.isArray(data42)){
if(data42.length > 100){
const err82 = {instancePath:instancePath+"/floors/" + i6+"/phases",schemaPath:"#/properties/floors/items/properties/phases/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(data42.length < 1){
const err83 = {instancePath:instancePath+"/floors/" + i6+"/phases",schemaPath:"#/properties/floors/items/properties/phases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
const len8 = data42.length;
for(let i8=0; i8<len8; i8++){
if(!(validate53(data42[i8], {instancePath:instancePath+"/floors/" + i6+"/phases/" + i8,parentData:data42,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err84 = {instancePath:instancePath+"/floors/" + i6+"/phases",schemaPath:"#/properties/floors/items/properties/phases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data38.if !== undefined){
let data44 = data38.if;
if(typeof data44 === "string"){
if(!pattern10.test(data44)){
const err85 = {instancePath:instancePath+"/floors/" + i6+"/if",schemaPath:"#/properties/floors/items/properties/if/pattern",keyword:"pattern",params:{pattern: "^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/floors/" + i6+"/if",schemaPath:"#/properties/floors/items/properties/if/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data38.minimum !== undefined){
if(!(validate63(data38.minimum, {instancePath:instancePath+"/floors/" + i6+"/minimum",parentData:data38,parentDataProperty:"minimum",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data38.effort !== undefined){
if(!(validate66(data38.effort, {instancePath:instancePath+"/floors/" + i6+"/effort",parentData:data38,parentDataProperty:"effort",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data38.exceptions !== undefined){
let data47 = data38.exceptions;
if(!((data47 === "never") || (data47 === "approved"))){
const err87 = {instancePath:instancePath+"/floors/" + i6+"/exceptions",schemaPath:"#/properties/floors/items/properties/exceptions/enum",keyword:"enum",params:{allowedValues: schema19.properties.floors.items.properties.exceptions.enum}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data38.because !== undefined){
let data48 = data38.because;
if(typeof data48 === "string"){
if(func2(data48) > 2000){
const err88 = {instancePath:instancePath+"/floors/" + i6+"/because",schemaPath:"#/properties/floors/items/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(func2(data48) < 1){
const err89 = {instancePath:instancePath+"/floors/" + i6+"/because",schemaPath:"#/properties/floors/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
else {
const err90 = {instancePath:instancePath+"/floors/" + i6+"/because",schemaPath:"#/properties/floors/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
const err91 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err92 = {instancePath:instancePath+"/floors",schemaPath:"#/properties/floors/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data.budget !== undefined){
let data49 = data.budget;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
if(data49.weekly === undefined){
const err93 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/required",keyword:"required",params:{missingProperty: "weekly"}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
for(const key16 in data49){
if(!((((((((key16 === "mode") || (key16 === "timezone")) || (key16 === "weekly")) || (key16 === "zones")) || (key16 === "critical_reserve")) || (key16 === "tiers")) || (key16 === "phases")) || (key16 === "on_unmeasured"))){
const err94 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data49.mode !== undefined){
let data50 = data49.mode;
if(!((data50 === "enforce") || (data50 === "observe"))){
const err95 = {instancePath:instancePath+"/budget/mode",schemaPath:"#/properties/budget/properties/mode/enum",keyword:"enum",params:{allowedValues: schema19.properties.budget.properties.mode.enum}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data49.timezone !== undefined){
let data51 = data49.timezone;
if(typeof data51 === "string"){
if(func2(data51) > 64){
const err96 = {instancePath:instancePath+"/budget/timezone",schemaPath:"#/properties/budget/properties/timezone/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
if(func2(data51) < 1){
const err97 = {instancePath:instancePath+"/budget/timezone",schemaPath:"#/properties/budget/properties/timezone/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/budget/timezone",schemaPath:"#/properties/budget/properties/timezone/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data49.weekly !== undefined){
let data52 = data49.weekly;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
if(Object.keys(data52).length < 1){
const err99 = {instancePath:instancePath+"/budget/weekly",schemaPath:"#/properties/budget/properties/weekly/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
for(const key17 in data52){
if(!((key17 === "tokens") || (key17 === "usd"))){
const err100 = {instancePath:instancePath+"/budget/weekly",schemaPath:"#/properties/budget/properties/weekly/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data52.tokens !== undefined){
let data53 = data52.tokens;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
const err101 = {instancePath:instancePath+"/budget/weekly/tokens",schemaPath:"#/properties/budget/properties/weekly/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1000000000000000 || isNaN(data53)){
const err102 = {instancePath:instancePath+"/budget/weekly/tokens",schemaPath:"#/properties/budget/properties/weekly/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000000}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(data53 < 1 || isNaN(data53)){
const err103 = {instancePath:instancePath+"/budget/weekly/tokens",schemaPath:"#/properties/budget/properties/weekly/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
if(data52.usd !== undefined){
let data54 = data52.usd;
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 1000000000 || isNaN(data54)){
const err104 = {instancePath:instancePath+"/budget/weekly/usd",schemaPath:"#/properties/budget/properties/weekly/properties/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(data54 <= 0 || isNaN(data54)){
const err105 = {instancePath:instancePath+"/budget/weekly/usd",schemaPath:"#/properties/budget/properties/weekly/properties/usd/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
else {
const err106 = {instancePath:instancePath+"/budget/weekly/usd",schemaPath:"#/properties/budget/properties/weekly/properties/usd/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
const err107 = {instancePath:instancePath+"/budget/weekly",schemaPath:"#/properties/budget/properties/weekly/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data49.zones !== undefined){
let data55 = data49.zones;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.yellow === undefined){
const err108 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/required",keyword:"required",params:{missingProperty: "yellow"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(data55.orange === undefined){
const err109 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/required",keyword:"required",params:{missingProperty: "orange"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(data55.red === undefined){
const err110 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/required",keyword:"required",params:{missingProperty: "red"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
for(const key18 in data55){
if(!(((key18 === "yellow") || (key18 === "orange")) || (key18 === "red"))){
const err111 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data55.yellow !== undefined){
let data56 = data55.yellow;
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 1 || isNaN(data56)){
const err112 = {instancePath:instancePath+"/budget/zones/yellow",schemaPath:"#/properties/budget/properties/zones/properties/yellow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data56 <= 0 || isNaN(data56)){
const err113 = {instancePath:instancePath+"/budget/zones/yellow",schemaPath:"#/properties/budget/properties/zones/properties/yellow/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
else {
const err114 = {instancePath:instancePath+"/budget/zones/yellow",schemaPath:"#/properties/budget/properties/zones/properties/yellow/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data55.orange !== undefined){
let data57 = data55.orange;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1 || isNaN(data57)){
const err115 = {instancePath:instancePath+"/budget/zones/orange",schemaPath:"#/properties/budget/properties/zones/properties/orange/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data57 <= 0 || isNaN(data57)){
const err116 = {instancePath:instancePath+"/budget/zones/orange",schemaPath:"#/properties/budget/properties/zones/properties/orange/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/budget/zones/orange",schemaPath:"#/properties/budget/properties/zones/properties/orange/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data55.red !== undefined){
let data58 = data55.red;
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1 || isNaN(data58)){
const err118 = {instancePath:instancePath+"/budget/zones/red",schemaPath:"#/properties/budget/properties/zones/properties/red/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data58 <= 0 || isNaN(data58)){
const err119 = {instancePath:instancePath+"/budget/zones/red",schemaPath:"#/properties/budget/properties/zones/properties/red/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
else {
const err120 = {instancePath:instancePath+"/budget/zones/red",schemaPath:"#/properties/budget/properties/zones/properties/red/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
const err121 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data49.critical_reserve !== undefined){
let data59 = data49.critical_reserve;
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 > 1 || isNaN(data59)){
const err122 = {instancePath:instancePath+"/budget/critical_reserve",schemaPath:"#/properties/budget/properties/critical_reserve/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(data59 < 0 || isNaN(data59)){
const err123 = {instancePath:instancePath+"/budget/critical_reserve",schemaPath:"#/properties/budget/properties/critical_reserve/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/budget/critical_reserve",schemaPath:"#/properties/budget/properties/critical_reserve/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data49.tiers !== undefined){
let data60 = data49.tiers;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key19 in data60){
const _errs125 = errors;
if(!(validate53(key19, {instancePath:instancePath+"/budget/tiers",parentData:data60,parentDataProperty:"tiers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid38 = _errs125 === errors;
if(!valid38){
const err125 = {instancePath:instancePath+"/budget/tiers",schemaPath:"#/properties/budget/properties/tiers/propertyNames",keyword:"propertyNames",params:{propertyName: key19}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
for(const key20 in data60){
let data61 = data60[key20];
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(data61.share === undefined){
const err126 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/tiers/additionalProperties/required",keyword:"required",params:{missingProperty: "share"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
for(const key21 in data61){
if(!((key21 === "share") || (key21 === "reserve"))){
const err127 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/tiers/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data61.share !== undefined){
let data62 = data61.share;
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 1 || isNaN(data62)){
const err128 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/share",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data62 < 0 || isNaN(data62)){
const err129 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/share",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
else {
const err130 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/share",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/share/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data61.reserve !== undefined){
let data63 = data61.reserve;
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 1 || isNaN(data63)){
const err131 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserve",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/reserve/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(data63 < 0 || isNaN(data63)){
const err132 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserve",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/reserve/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserve",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/reserve/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
const err134 = {instancePath:instancePath+"/budget/tiers/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/tiers/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err135 = {instancePath:instancePath+"/budget/tiers",schemaPath:"#/properties/budget/properties/tiers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data49.phases !== undefined){
let data64 = data49.phases;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
for(const key22 in data64){
const _errs136 = errors;
if(!(validate53(key22, {instancePath:instancePath+"/budget/phases",parentData:data64,parentDataProperty:"phases",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid41 = _errs136 === errors;
if(!valid41){
const err136 = {instancePath:instancePath+"/budget/phases",schemaPath:"#/properties/budget/properties/phases/propertyNames",keyword:"propertyNames",params:{propertyName: key22}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
for(const key23 in data64){
let data65 = data64[key23];
if(Array.isArray(data65)){
if(data65.length > 2){
const err137 = {instancePath:instancePath+"/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/phases/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data65.length < 2){
const err138 = {instancePath:instancePath+"/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/phases/additionalProperties/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
const len9 = data65.length;
for(let i9=0; i9<len9; i9++){
let data66 = data65[i9];
if(!(((typeof data66 == "number") && (!(data66 % 1) && !isNaN(data66))) && (isFinite(data66)))){
const err139 = {instancePath:instancePath+"/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i9,schemaPath:"#/properties/budget/properties/phases/additionalProperties/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 > 1000000000000000 || isNaN(data66)){
const err140 = {instancePath:instancePath+"/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i9,schemaPath:"#/properties/budget/properties/phases/additionalProperties/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000000}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data66 < 0 || isNaN(data66)){
const err141 = {instancePath:instancePath+"/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i9,schemaPath:"#/properties/budget/properties/phases/additionalProperties/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
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
const err142 = {instancePath:instancePath+"/budget/phases/" + key23.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/phases/additionalProperties/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
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
const err143 = {instancePath:instancePath+"/budget/phases",schemaPath:"#/properties/budget/properties/phases/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data49.on_unmeasured !== undefined){
let data67 = data49.on_unmeasured;
if(!(((data67 === "warn") || (data67 === "defer")) || (data67 === "fail"))){
const err144 = {instancePath:instancePath+"/budget/on_unmeasured",schemaPath:"#/properties/budget/properties/on_unmeasured/enum",keyword:"enum",params:{allowedValues: schema19.properties.budget.properties.on_unmeasured.enum}};
if(vErrors === null){
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
const err145 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data.targets !== undefined){
let data68 = data.targets;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
if(Object.keys(data68).length > 100){
const err146 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
for(const key24 in data68){
const _errs145 = errors;
if(!(validate60(key24, {instancePath:instancePath+"/targets",parentData:data68,parentDataProperty:"targets",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid45 = _errs145 === errors;
if(!valid45){
const err147 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/propertyNames",keyword:"propertyNames",params:{propertyName: key24}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
for(const key25 in data68){
let data69 = data68[key25];
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.what === undefined){
const err148 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/required",keyword:"required",params:{missingProperty: "what"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
if(data69.measured_by === undefined){
const err149 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/required",keyword:"required",params:{missingProperty: "measured_by"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
for(const key26 in data69){
if(!(func1.call(schema19.properties.targets.additionalProperties.properties, key26))){
const err150 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data69.what !== undefined){
let data70 = data69.what;
if(typeof data70 === "string"){
if(func2(data70) > 2000){
const err151 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/what",schemaPath:"#/properties/targets/additionalProperties/properties/what/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(func2(data70) < 1){
const err152 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/what",schemaPath:"#/properties/targets/additionalProperties/properties/what/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
else {
const err153 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/what",schemaPath:"#/properties/targets/additionalProperties/properties/what/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data69.below !== undefined){
let data71 = data69.below;
if(!((typeof data71 == "number") && (isFinite(data71)))){
const err154 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/below",schemaPath:"#/properties/targets/additionalProperties/properties/below/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data69.above !== undefined){
let data72 = data69.above;
if(!((typeof data72 == "number") && (isFinite(data72)))){
const err155 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/above",schemaPath:"#/properties/targets/additionalProperties/properties/above/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data69.at_most !== undefined){
let data73 = data69.at_most;
if(!((typeof data73 == "number") && (isFinite(data73)))){
const err156 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/at_most",schemaPath:"#/properties/targets/additionalProperties/properties/at_most/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
if(data69.at_least !== undefined){
let data74 = data69.at_least;
if(!((typeof data74 == "number") && (isFinite(data74)))){
const err157 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/at_least",schemaPath:"#/properties/targets/additionalProperties/properties/at_least/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data69.between !== undefined){
let data75 = data69.between;
if(Array.isArray(data75)){
if(data75.length > 2){
const err158 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/between",schemaPath:"#/properties/targets/additionalProperties/properties/between/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if(data75.length < 2){
const err159 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/between",schemaPath:"#/properties/targets/additionalProperties/properties/between/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
const len10 = data75.length;
for(let i10=0; i10<len10; i10++){
let data76 = data75[i10];
if(!((typeof data76 == "number") && (isFinite(data76)))){
const err160 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/between/" + i10,schemaPath:"#/properties/targets/additionalProperties/properties/between/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
const err161 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/between",schemaPath:"#/properties/targets/additionalProperties/properties/between/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data69.trend !== undefined){
let data77 = data69.trend;
if(!(((data77 === "down") || (data77 === "up")) || (data77 === "steady"))){
const err162 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/trend",schemaPath:"#/properties/targets/additionalProperties/properties/trend/enum",keyword:"enum",params:{allowedValues: schema19.properties.targets.additionalProperties.properties.trend.enum}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data69.measured_by !== undefined){
let data78 = data69.measured_by;
if(!((((((data78 === "ledger") || (data78 === "outcomes")) || (data78 === "pull_requests")) || (data78 === "checks")) || (data78 === "forecast")) || (data78 === "nothing"))){
const err163 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/measured_by",schemaPath:"#/properties/targets/additionalProperties/properties/measured_by/enum",keyword:"enum",params:{allowedValues: schema19.properties.targets.additionalProperties.properties.measured_by.enum}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data69.because !== undefined){
let data79 = data69.because;
if(typeof data79 === "string"){
if(func2(data79) > 2000){
const err164 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/targets/additionalProperties/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if(func2(data79) < 1){
const err165 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/targets/additionalProperties/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
else {
const err166 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/targets/additionalProperties/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
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
const err167 = {instancePath:instancePath+"/targets/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err168 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data.models !== undefined){
let data80 = data.models;
if(Array.isArray(data80)){
if(data80.length > 200){
const err169 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
const len11 = data80.length;
for(let i11=0; i11<len11; i11++){
let data81 = data80[i11];
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
if(data81.id === undefined){
const err170 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
if(data81.line === undefined){
const err171 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "line"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
for(const key27 in data81){
if(!((((((key27 === "id") || (key27 === "line")) || (key27 === "lifecycle")) || (key27 === "retires_at")) || (key27 === "providers")) || (key27 === "prices"))){
const err172 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data81.id !== undefined){
if(!(validate55(data81.id, {instancePath:instancePath+"/models/" + i11+"/id",parentData:data81,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data81.line !== undefined){
let data83 = data81.line;
if(!(((((data83 === "haiku") || (data83 === "sonnet")) || (data83 === "opus")) || (data83 === "fable")) || (data83 === "mythos"))){
const err173 = {instancePath:instancePath+"/models/" + i11+"/line",schemaPath:"#/properties/models/items/properties/line/enum",keyword:"enum",params:{allowedValues: schema19.properties.models.items.properties.line.enum}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data81.lifecycle !== undefined){
let data84 = data81.lifecycle;
if(!(((data84 === "active") || (data84 === "deprecated")) || (data84 === "retired"))){
const err174 = {instancePath:instancePath+"/models/" + i11+"/lifecycle",schemaPath:"#/properties/models/items/properties/lifecycle/enum",keyword:"enum",params:{allowedValues: schema19.properties.models.items.properties.lifecycle.enum}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data81.retires_at !== undefined){
if(!(validate101(data81.retires_at, {instancePath:instancePath+"/models/" + i11+"/retires_at",parentData:data81,parentDataProperty:"retires_at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data81.providers !== undefined){
let data86 = data81.providers;
if(data86 && typeof data86 == "object" && !Array.isArray(data86)){
if(Object.keys(data86).length > 20){
const err175 = {instancePath:instancePath+"/models/" + i11+"/providers",schemaPath:"#/properties/models/items/properties/providers/maxProperties",keyword:"maxProperties",params:{limit: 20}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
for(const key28 in data86){
const _errs179 = errors;
if(!(validate53(key28, {instancePath:instancePath+"/models/" + i11+"/providers",parentData:data86,parentDataProperty:"providers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid53 = _errs179 === errors;
if(!valid53){
const err176 = {instancePath:instancePath+"/models/" + i11+"/providers",schemaPath:"#/properties/models/items/properties/providers/propertyNames",keyword:"propertyNames",params:{propertyName: key28}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
for(const key29 in data86){
if(!(validate55(data86[key29], {instancePath:instancePath+"/models/" + i11+"/providers/" + key29.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data86,parentDataProperty:key29,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err177 = {instancePath:instancePath+"/models/" + i11+"/providers",schemaPath:"#/properties/models/items/properties/providers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data81.prices !== undefined){
let data88 = data81.prices;
if(Array.isArray(data88)){
if(data88.length > 50){
const err178 = {instancePath:instancePath+"/models/" + i11+"/prices",schemaPath:"#/properties/models/items/properties/prices/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(data88.length < 1){
const err179 = {instancePath:instancePath+"/models/" + i11+"/prices",schemaPath:"#/properties/models/items/properties/prices/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
const len12 = data88.length;
for(let i12=0; i12<len12; i12++){
let data89 = data88[i12];
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.input === undefined){
const err180 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "input"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
if(data89.output === undefined){
const err181 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "output"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
if(data89.cache_read === undefined){
const err182 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "cache_read"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if(data89.cache_write_5m === undefined){
const err183 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "cache_write_5m"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(data89.cache_write_1h === undefined){
const err184 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "cache_write_1h"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
for(const key30 in data89){
if(!((((((((key30 === "from") || (key30 === "to")) || (key30 === "up_to_prompt_tokens")) || (key30 === "input")) || (key30 === "output")) || (key30 === "cache_read")) || (key30 === "cache_write_5m")) || (key30 === "cache_write_1h"))){
const err185 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
}
if(data89.from !== undefined){
if(!(validate101(data89.from, {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/from",parentData:data89,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data89.to !== undefined){
if(!(validate101(data89.to, {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/to",parentData:data89,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data89.up_to_prompt_tokens !== undefined){
let data92 = data89.up_to_prompt_tokens;
if(!(((typeof data92 == "number") && (!(data92 % 1) && !isNaN(data92))) && (isFinite(data92)))){
const err186 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens",schemaPath:"#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if((typeof data92 == "number") && (isFinite(data92))){
if(data92 > 1000000000 || isNaN(data92)){
const err187 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens",schemaPath:"#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data92 < 1 || isNaN(data92)){
const err188 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens",schemaPath:"#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
}
if(data89.input !== undefined){
let data93 = data89.input;
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 > 100000 || isNaN(data93)){
const err189 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/input",schemaPath:"#/properties/models/items/properties/prices/items/properties/input/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(data93 < 0 || isNaN(data93)){
const err190 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/input",schemaPath:"#/properties/models/items/properties/prices/items/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
else {
const err191 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/input",schemaPath:"#/properties/models/items/properties/prices/items/properties/input/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
if(data89.output !== undefined){
let data94 = data89.output;
if((typeof data94 == "number") && (isFinite(data94))){
if(data94 > 100000 || isNaN(data94)){
const err192 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/output",schemaPath:"#/properties/models/items/properties/prices/items/properties/output/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if(data94 < 0 || isNaN(data94)){
const err193 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/output",schemaPath:"#/properties/models/items/properties/prices/items/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
else {
const err194 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/output",schemaPath:"#/properties/models/items/properties/prices/items/properties/output/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data89.cache_read !== undefined){
let data95 = data89.cache_read;
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 > 100000 || isNaN(data95)){
const err195 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_read/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(data95 < 0 || isNaN(data95)){
const err196 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_read/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
else {
const err197 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_read/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
if(data89.cache_write_5m !== undefined){
let data96 = data89.cache_write_5m;
if((typeof data96 == "number") && (isFinite(data96))){
if(data96 > 100000 || isNaN(data96)){
const err198 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_5m/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data96 < 0 || isNaN(data96)){
const err199 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
else {
const err200 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_5m/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data89.cache_write_1h !== undefined){
let data97 = data89.cache_write_1h;
if((typeof data97 == "number") && (isFinite(data97))){
if(data97 > 100000 || isNaN(data97)){
const err201 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_1h/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if(data97 < 0 || isNaN(data97)){
const err202 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
else {
const err203 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_1h/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
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
const err204 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err205 = {instancePath:instancePath+"/models/" + i11+"/prices",schemaPath:"#/properties/models/items/properties/prices/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
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
const err206 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
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
const err207 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
if(data.deferred !== undefined){
let data98 = data.deferred;
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.workflows === undefined){
const err208 = {instancePath:instancePath+"/deferred",schemaPath:"#/properties/deferred/required",keyword:"required",params:{missingProperty: "workflows"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
for(const key31 in data98){
if(!((key31 === "max_days") || (key31 === "workflows"))){
const err209 = {instancePath:instancePath+"/deferred",schemaPath:"#/properties/deferred/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key31}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data98.max_days !== undefined){
let data99 = data98.max_days;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
const err210 = {instancePath:instancePath+"/deferred/max_days",schemaPath:"#/properties/deferred/properties/max_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 > 90 || isNaN(data99)){
const err211 = {instancePath:instancePath+"/deferred/max_days",schemaPath:"#/properties/deferred/properties/max_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(data99 < 1 || isNaN(data99)){
const err212 = {instancePath:instancePath+"/deferred/max_days",schemaPath:"#/properties/deferred/properties/max_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
if(data98.workflows !== undefined){
let data100 = data98.workflows;
if(Array.isArray(data100)){
if(data100.length > 100){
const err213 = {instancePath:instancePath+"/deferred/workflows",schemaPath:"#/properties/deferred/properties/workflows/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data100.length < 1){
const err214 = {instancePath:instancePath+"/deferred/workflows",schemaPath:"#/properties/deferred/properties/workflows/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
const len13 = data100.length;
for(let i13=0; i13<len13; i13++){
let data101 = data100[i13];
if(data101 && typeof data101 == "object" && !Array.isArray(data101)){
if(data101.workflow === undefined){
const err215 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/required",keyword:"required",params:{missingProperty: "workflow"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
if(data101.inputs === undefined){
const err216 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/required",keyword:"required",params:{missingProperty: "inputs"}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
for(const key32 in data101){
if(!((((key32 === "workflow") || (key32 === "agents")) || (key32 === "phases")) || (key32 === "inputs"))){
const err217 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
if(data101.workflow !== undefined){
let data102 = data101.workflow;
if(typeof data102 === "string"){
if(!pattern12.test(data102)){
const err218 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/workflow",schemaPath:"#/properties/deferred/properties/workflows/items/properties/workflow/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
else {
const err219 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/workflow",schemaPath:"#/properties/deferred/properties/workflows/items/properties/workflow/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data101.agents !== undefined){
let data103 = data101.agents;
if(Array.isArray(data103)){
if(data103.length > 5000){
const err220 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents",schemaPath:"#/properties/deferred/properties/workflows/items/properties/agents/maxItems",keyword:"maxItems",params:{limit: 5000}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if(data103.length < 1){
const err221 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents",schemaPath:"#/properties/deferred/properties/workflows/items/properties/agents/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
const len14 = data103.length;
for(let i14=0; i14<len14; i14++){
if(!(validate53(data103[i14], {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents/" + i14,parentData:data103,parentDataProperty:i14,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err222 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents",schemaPath:"#/properties/deferred/properties/workflows/items/properties/agents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data101.phases !== undefined){
let data105 = data101.phases;
if(Array.isArray(data105)){
if(data105.length > 100){
const err223 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases",schemaPath:"#/properties/deferred/properties/workflows/items/properties/phases/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data105.length < 1){
const err224 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases",schemaPath:"#/properties/deferred/properties/workflows/items/properties/phases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
const len15 = data105.length;
for(let i15=0; i15<len15; i15++){
if(!(validate53(data105[i15], {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases/" + i15,parentData:data105,parentDataProperty:i15,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err225 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases",schemaPath:"#/properties/deferred/properties/workflows/items/properties/phases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
}
if(data101.inputs !== undefined){
let data107 = data101.inputs;
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
if(Object.keys(data107).length > 25){
const err226 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/maxProperties",keyword:"maxProperties",params:{limit: 25}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(Object.keys(data107).length < 1){
const err227 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
for(const key33 in data107){
const _errs221 = errors;
if(typeof key33 === "string"){
if(!pattern13.test(key33)){
const err228 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$"},propertyName:key33};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
}
var valid66 = _errs221 === errors;
if(!valid66){
const err229 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/propertyNames",keyword:"propertyNames",params:{propertyName: key33}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
for(const key34 in data107){
if(!(validate109(data107[key34], {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs/" + key34.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data107,parentDataProperty:key34,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
}
else {
const err230 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
else {
const err231 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
}
else {
const err232 = {instancePath:instancePath+"/deferred/workflows",schemaPath:"#/properties/deferred/properties/workflows/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
}
else {
const err233 = {instancePath:instancePath+"/deferred",schemaPath:"#/properties/deferred/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
}
else {
const err234 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateExceptions = validate113 as unknown as ValidateFunction;
const schema34 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"exceptions.schema.json","title":"ExceptionsFile","description":"Approved, expiring permissions to go below a floor: a list, or a mapping that holds it. See docs/allocation.md.","type":["array","object"],"maxItems":500,"items":{"$ref":"#/$defs/exception"},"properties":{"version":{"description":"Version of this format. May be left out.","const":1},"exceptions":{"description":"The permissions. One counts only once it is on the base branch: the pull request that adds it cannot use it.","type":"array","maxItems":500,"items":{"$ref":"#/$defs/exception"}}},"required":["exceptions"],"additionalProperties":false,"$defs":{"name":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"floorId":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"},"exception":{"description":"One permission: for a cell to go below a floor (agent, phase, tier), or for the floor itself to change (retire).","type":"object","properties":{"floor":{"description":"The floor that is gone below. It must be declared with `exceptions: approved`.","$ref":"#/$defs/floorId"},"agent":{"description":"The agent of the cell.","$ref":"#/$defs/name"},"phase":{"description":"The phase of the cell.","$ref":"#/$defs/name"},"tier":{"description":"The tier that the cell may go down to, and no lower.","$ref":"#/$defs/name"},"retire":{"description":"Instead of agent, phase and tier: the floor itself may be removed, lowered or narrowed.","const":true},"reason":{"description":"Why the permission is needed.","type":"string","minLength":1,"maxLength":2000},"approved_by":{"description":"Who approved it.","type":"string","minLength":1,"maxLength":200},"tracking":{"description":"Where it is followed up: an issue's address or number.","type":"string","minLength":1,"maxLength":500},"expires":{"description":"Last day (UTC) on which it counts, as 2026-11-30; at most 90 days away.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"renewals":{"description":"How often it was renewed. The gate asks for one more at each renewal. Default: 0.","type":"integer","minimum":0,"maximum":1000}},"required":["floor","reason","approved_by","tracking","expires"],"additionalProperties":false,"if":{"required":["retire"]},"then":{"properties":{"agent":false,"phase":false,"tier":false}},"else":{"required":["agent","phase","tier"]}}}};
const schema35 = {"description":"One permission: for a cell to go below a floor (agent, phase, tier), or for the floor itself to change (retire).","type":"object","properties":{"floor":{"description":"The floor that is gone below. It must be declared with `exceptions: approved`.","$ref":"#/$defs/floorId"},"agent":{"description":"The agent of the cell.","$ref":"#/$defs/name"},"phase":{"description":"The phase of the cell.","$ref":"#/$defs/name"},"tier":{"description":"The tier that the cell may go down to, and no lower.","$ref":"#/$defs/name"},"retire":{"description":"Instead of agent, phase and tier: the floor itself may be removed, lowered or narrowed.","const":true},"reason":{"description":"Why the permission is needed.","type":"string","minLength":1,"maxLength":2000},"approved_by":{"description":"Who approved it.","type":"string","minLength":1,"maxLength":200},"tracking":{"description":"Where it is followed up: an issue's address or number.","type":"string","minLength":1,"maxLength":500},"expires":{"description":"Last day (UTC) on which it counts, as 2026-11-30; at most 90 days away.","type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"renewals":{"description":"How often it was renewed. The gate asks for one more at each renewal. Default: 0.","type":"integer","minimum":0,"maximum":1000}},"required":["floor","reason","approved_by","tracking","expires"],"additionalProperties":false,"if":{"required":["retire"]},"then":{"properties":{"agent":false,"phase":false,"tier":false}},"else":{"required":["agent","phase","tier"]}};

function validate115(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate115.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern9.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate115.errors = vErrors;
return errors === 0;
}
validate115.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate117(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate117.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(!pattern4.test(data)){
const err0 = {instancePath,schemaPath:"#/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate117.errors = vErrors;
return errors === 0;
}
validate117.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate114.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.retire === undefined) && (missing0 = "retire")){
const err0 = {};
if(vErrors === null){
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
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.agent !== undefined){
const err1 = {instancePath:instancePath+"/agent",schemaPath:"#/then/properties/agent/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.phase !== undefined){
const err2 = {instancePath:instancePath+"/phase",schemaPath:"#/then/properties/phase/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.tier !== undefined){
const err3 = {instancePath:instancePath+"/tier",schemaPath:"#/then/properties/tier/false schema",keyword:"false schema",params:{}};
if(vErrors === null){
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
if(valid0){
var props0 = {};
props0.agent = true;
props0.phase = true;
props0.tier = true;
}
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.agent === undefined){
const err4 = {instancePath,schemaPath:"#/else/required",keyword:"required",params:{missingProperty: "agent"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.phase === undefined){
const err5 = {instancePath,schemaPath:"#/else/required",keyword:"required",params:{missingProperty: "phase"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.tier === undefined){
const err6 = {instancePath,schemaPath:"#/else/required",keyword:"required",params:{missingProperty: "tier"}};
if(vErrors === null){
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
if(!valid0){
const err7 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.floor === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "floor"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.reason === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data.approved_by === undefined){
const err10 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "approved_by"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data.tracking === undefined){
const err11 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tracking"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data.expires === undefined){
const err12 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema35.properties, key0))){
const err13 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.floor !== undefined){
if(!(validate115(data.floor, {instancePath:instancePath+"/floor",parentData:data,parentDataProperty:"floor",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate115.errors : vErrors.concat(validate115.errors);
errors = vErrors.length;
}
}
if(data.agent !== undefined){
if(!(validate117(data.agent, {instancePath:instancePath+"/agent",parentData:data,parentDataProperty:"agent",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data.phase !== undefined){
if(!(validate117(data.phase, {instancePath:instancePath+"/phase",parentData:data,parentDataProperty:"phase",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data.tier !== undefined){
if(!(validate117(data.tier, {instancePath:instancePath+"/tier",parentData:data,parentDataProperty:"tier",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
if(data.retire !== undefined){
if(true !== data.retire){
const err14 = {instancePath:instancePath+"/retire",schemaPath:"#/properties/retire/const",keyword:"const",params:{allowedValue: true}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.reason !== undefined){
let data8 = data.reason;
if(typeof data8 === "string"){
if(func2(data8) > 2000){
const err15 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func2(data8) < 1){
const err16 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.approved_by !== undefined){
let data9 = data.approved_by;
if(typeof data9 === "string"){
if(func2(data9) > 200){
const err18 = {instancePath:instancePath+"/approved_by",schemaPath:"#/properties/approved_by/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(func2(data9) < 1){
const err19 = {instancePath:instancePath+"/approved_by",schemaPath:"#/properties/approved_by/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/approved_by",schemaPath:"#/properties/approved_by/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.tracking !== undefined){
let data10 = data.tracking;
if(typeof data10 === "string"){
if(func2(data10) > 500){
const err21 = {instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/maxLength",keyword:"maxLength",params:{limit: 500}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(func2(data10) < 1){
const err22 = {instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/tracking",schemaPath:"#/properties/tracking/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.expires !== undefined){
let data11 = data.expires;
if(typeof data11 === "string"){
if(!pattern11.test(data11)){
const err24 = {instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.renewals !== undefined){
let data12 = data.renewals;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err26 = {instancePath:instancePath+"/renewals",schemaPath:"#/properties/renewals/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1000 || isNaN(data12)){
const err27 = {instancePath:instancePath+"/renewals",schemaPath:"#/properties/renewals/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data12 < 0 || isNaN(data12)){
const err28 = {instancePath:instancePath+"/renewals",schemaPath:"#/properties/renewals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
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
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate114.errors = vErrors;
return errors === 0;
}
validate114.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="exceptions.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate113.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema34.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
if(data.length > 500){
const err1 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 500}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate114(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
errors = vErrors.length;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exceptions === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "exceptions"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "exceptions"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
const err4 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.exceptions !== undefined){
let data2 = data.exceptions;
if(Array.isArray(data2)){
if(data2.length > 500){
const err5 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/maxItems",keyword:"maxItems",params:{limit: 500}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate114(data2[i1], {instancePath:instancePath+"/exceptions/" + i1,parentData:data2,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/exceptions",schemaPath:"#/properties/exceptions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
validate113.errors = vErrors;
return errors === 0;
}
validate113.evaluated = {"props":true,"items":true,"dynamicProps":false,"dynamicItems":false};
