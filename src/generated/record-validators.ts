// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { StoredUsageRecord } from './usage-record.ts';
import type { StoredOutcomeEvent } from './outcome.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';
import func2Module from 'ajv/dist/runtime/ucs2length.js';

export const validateUsageRecord = validate52 as unknown as ValidateFunction<StoredUsageRecord>;
const schema19 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"usage-record.schema.json","title":"StoredUsageRecord","type":"object","properties":{"schema":{"const":"haiku-first/usage@1"},"id":{"type":"string","$comment":"form: hash","pattern":"^[0-9a-f]{64}$"},"at":{"type":"string","$comment":"form: instant","pattern":"^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"},"repository":{"type":"string","$comment":"form: repository","pattern":"^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"},"run":{"type":"object","properties":{"id":{"type":"string","minLength":1,"maxLength":64,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"attempt":{"type":"integer","minimum":1,"maximum":100000,"default":1},"job":{"type":"string","minLength":1,"maxLength":300,"$comment":"form: text","pattern":"^\\P{Cs}*$"}},"required":["id","job","attempt"],"additionalProperties":false},"workflow":{"type":"string","$comment":"form: workflow","pattern":"^\\.github/workflows/[^/@\\p{Cc}\\p{Cs}]{1,200}\\.ya?ml$"},"session":{"type":["string","null"],"minLength":1,"maxLength":128,"default":null,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"parent":{"type":["string","null"],"$comment":"form: hash","pattern":"^[0-9a-f]{64}$","default":null},"work_item":{"type":["string","null"],"minLength":1,"maxLength":200,"default":null,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"agent":{"type":"string","$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"phase":{"type":"string","$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"attempt":{"type":"integer","minimum":1,"maximum":1000,"default":1},"tier_assigned":{"type":["string","null"],"$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$","default":null},"model_requested":{"type":["string","null"],"$comment":"form: model","pattern":"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$","default":null},"model_used":{"type":["string","null"],"$comment":"form: model","pattern":"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$","default":null},"tier_used":{"type":["string","null"],"$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$","default":null},"auxiliary":{"type":"boolean","default":false},"escalated_from_model":{"type":["string","null"],"$comment":"form: model","pattern":"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$","default":null},"escalation_reason":{"type":["string","null"],"minLength":1,"maxLength":2000,"default":null,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"escalation_trigger":{"type":["string","null"],"minLength":1,"maxLength":200,"default":null,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"planned_upgrade":{"type":"boolean","default":false},"override":{"type":["object","null"],"properties":{"tier":{"type":"string","$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"reason":{"type":"string","minLength":1,"maxLength":2000,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"by":{"type":"string","minLength":1,"maxLength":200,"$comment":"form: text","pattern":"^\\P{Cs}*$"}},"required":["tier","reason","by"],"default":null,"additionalProperties":false},"critical":{"type":"boolean","default":false},"trial":{"type":["object","null"],"properties":{"id":{"type":"string","minLength":1,"maxLength":100,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"arm":{"type":"string","minLength":1,"maxLength":100,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"propensity":{"type":"number","minimum":0,"maximum":1,"default":1}},"required":["id","arm","propensity"],"default":null,"additionalProperties":false},"tokens":{"type":["object","null"],"properties":{"input":{"type":"integer","minimum":0,"maximum":1000000000000},"output":{"type":"integer","minimum":0,"maximum":1000000000000},"cache_read":{"type":"integer","minimum":0,"maximum":1000000000000,"default":0},"cache_write_5m":{"type":"integer","minimum":0,"maximum":1000000000000,"default":0},"cache_write_1h":{"type":"integer","minimum":0,"maximum":1000000000000,"default":0}},"required":["input","output","cache_read","cache_write_5m","cache_write_1h"],"default":null,"additionalProperties":false},"max_prompt_tokens":{"type":["integer","null"],"minimum":0,"maximum":1000000000000,"default":null},"cost_microusd":{"type":["integer","null"],"minimum":0,"maximum":1000000000000,"default":null},"cost_basis":{"enum":["reported","computed","unpriced","unmeasured"]},"price_table":{"type":["string","null"],"minLength":1,"maxLength":64,"default":null,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"duration_ms":{"type":["integer","null"],"minimum":0,"maximum":10000000000,"default":null},"turns":{"type":["integer","null"],"minimum":0,"maximum":10000000,"default":null},"outcome":{"enum":["pass","fail","unknown"],"default":"unknown"},"quality_score":{"type":["number","null"],"minimum":0,"maximum":1,"default":null},"zone":{"enum":["GREEN","YELLOW","ORANGE","RED","EXHAUSTED",null],"default":null},"zone_forecast":{"type":["object","null"],"properties":{"zone":{"enum":["GREEN","YELLOW","ORANGE","RED","EXHAUSTED"]},"probability":{"type":"number","minimum":0,"maximum":1}},"required":["zone","probability"],"default":null,"additionalProperties":false},"task":{"type":"object","maxProperties":100,"propertyNames":{"$comment":"form: fact","pattern":"^[A-Za-z_][A-Za-z0-9_-]{0,63}$"},"additionalProperties":{"type":["boolean","number","string","array"],"maxLength":1000,"$comment":"form: text","pattern":"^\\P{Cs}*$","maxItems":200,"items":{"type":"string","maxLength":1000,"$comment":"form: text","pattern":"^\\P{Cs}*$"}},"default":{}},"agent_hash":{"type":["string","null"],"$comment":"form: hash","pattern":"^[0-9a-f]{64}$","default":null},"measured":{"enum":["full","partial","none"],"default":"full"},"source":{"type":"string","$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$","default":"import"}},"required":["schema","at","repository","run","agent","phase","session","parent","work_item","attempt","tier_assigned","model_requested","model_used","tier_used","auxiliary","escalated_from_model","escalation_reason","escalation_trigger","planned_upgrade","override","critical","trial","tokens","max_prompt_tokens","cost_microusd","price_table","duration_ms","turns","outcome","quality_score","zone","zone_forecast","task","agent_hash","measured","source"],"allOf":[{"if":{"properties":{"measured":{"const":"none"}},"required":["measured"]},"else":{"required":["tokens","model_used"],"properties":{"model_used":{"type":"string"},"tokens":{"type":"object"}}}},{"if":{"properties":{"cost_basis":{"enum":["unpriced","unmeasured"]}},"required":["cost_basis"]},"then":{"properties":{"cost_microusd":{"type":"null"}}}},{"if":{"properties":{"cost_basis":{"enum":["reported","computed"]}},"required":["cost_basis"]},"then":{"required":["cost_microusd"],"properties":{"cost_microusd":{"type":"integer"}}}}],"additionalProperties":false};
const func1 = Object.prototype.hasOwnProperty;
const func2 = func2Module.default ?? func2Module;
const pattern3 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$", "u");
const pattern5 = new RegExp("^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$", "u");
const pattern6 = new RegExp("^\\P{Cs}*$", "u");
const pattern8 = new RegExp("^\\.github/workflows/[^/@\\p{Cc}\\p{Cs}]{1,200}\\.ya?ml$", "u");
const pattern12 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");
const pattern15 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$", "u");
const pattern27 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "u");

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="usage-record.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.measured === undefined) && (missing0 = "measured")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.measured !== undefined){
if("none" !== data.measured){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs3 === errors;
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
if(!_valid0){
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tokens === undefined){
const err2 = {instancePath,schemaPath:"#/allOf/0/else/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.model_used === undefined){
const err3 = {instancePath,schemaPath:"#/allOf/0/else/required",keyword:"required",params:{missingProperty: "model_used"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.model_used !== undefined){
if(typeof data.model_used !== "string"){
const err4 = {instancePath:instancePath+"/model_used",schemaPath:"#/allOf/0/else/properties/model_used/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.tokens !== undefined){
let data2 = data.tokens;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err5 = {instancePath:instancePath+"/tokens",schemaPath:"#/allOf/0/else/properties/tokens/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid0 = _errs5 === errors;
valid1 = _valid0;
if(valid1){
var props0 = {};
props0.model_used = true;
props0.tokens = true;
props0.measured = true;
}
}
if(!valid1){
const err6 = {instancePath,schemaPath:"#/allOf/0/if",keyword:"if",params:{failingKeyword: "else"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const _errs11 = errors;
let valid4 = true;
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.cost_basis === undefined) && (missing1 = "cost_basis")){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
if(data.cost_basis !== undefined){
let data3 = data.cost_basis;
if(!((data3 === "unpriced") || (data3 === "unmeasured"))){
const err8 = {};
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
}
var _valid1 = _errs12 === errors;
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cost_microusd !== undefined){
if(data.cost_microusd !== null){
const err9 = {instancePath:instancePath+"/cost_microusd",schemaPath:"#/allOf/1/then/properties/cost_microusd/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
var _valid1 = _errs14 === errors;
valid4 = _valid1;
if(valid4){
var props1 = {};
props1.cost_microusd = true;
props1.cost_basis = true;
}
}
if(!valid4){
const err10 = {instancePath,schemaPath:"#/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
const _errs18 = errors;
let valid7 = true;
const _errs19 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.cost_basis === undefined) && (missing2 = "cost_basis")){
const err11 = {};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
if(data.cost_basis !== undefined){
let data5 = data.cost_basis;
if(!((data5 === "reported") || (data5 === "computed"))){
const err12 = {};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
var _valid2 = _errs19 === errors;
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs21 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cost_microusd === undefined){
const err13 = {instancePath,schemaPath:"#/allOf/2/then/required",keyword:"required",params:{missingProperty: "cost_microusd"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data.cost_microusd !== undefined){
let data6 = data.cost_microusd;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err14 = {instancePath:instancePath+"/cost_microusd",schemaPath:"#/allOf/2/then/properties/cost_microusd/type",keyword:"type",params:{type: "integer"}};
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
var _valid2 = _errs21 === errors;
valid7 = _valid2;
if(valid7){
var props2 = {};
props2.cost_microusd = true;
props2.cost_basis = true;
}
}
if(!valid7){
const err15 = {instancePath,schemaPath:"#/allOf/2/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(props0 !== true && props2 !== undefined){
if(props2 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props2);
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.session === undefined){
data.session = null;
}
if(data.parent === undefined){
data.parent = null;
}
if(data.work_item === undefined){
data.work_item = null;
}
if(data.attempt === undefined){
data.attempt = 1;
}
if(data.tier_assigned === undefined){
data.tier_assigned = null;
}
if(data.model_requested === undefined){
data.model_requested = null;
}
if(data.model_used === undefined){
data.model_used = null;
}
if(data.tier_used === undefined){
data.tier_used = null;
}
if(data.auxiliary === undefined){
data.auxiliary = false;
}
if(data.escalated_from_model === undefined){
data.escalated_from_model = null;
}
if(data.escalation_reason === undefined){
data.escalation_reason = null;
}
if(data.escalation_trigger === undefined){
data.escalation_trigger = null;
}
if(data.planned_upgrade === undefined){
data.planned_upgrade = false;
}
if(data.override === undefined){
data.override = null;
}
if(data.critical === undefined){
data.critical = false;
}
if(data.trial === undefined){
data.trial = null;
}
if(data.tokens === undefined){
data.tokens = null;
}
if(data.max_prompt_tokens === undefined){
data.max_prompt_tokens = null;
}
if(data.cost_microusd === undefined){
data.cost_microusd = null;
}
if(data.price_table === undefined){
data.price_table = null;
}
if(data.duration_ms === undefined){
data.duration_ms = null;
}
if(data.turns === undefined){
data.turns = null;
}
if(data.outcome === undefined){
data.outcome = "unknown";
}
if(data.quality_score === undefined){
data.quality_score = null;
}
if(data.zone === undefined){
data.zone = null;
}
if(data.zone_forecast === undefined){
data.zone_forecast = null;
}
if(data.task === undefined){
data.task = {};
}
if(data.agent_hash === undefined){
data.agent_hash = null;
}
if(data.measured === undefined){
data.measured = "full";
}
if(data.source === undefined){
data.source = "import";
}
if(data.schema === undefined){
const err16 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data.at === undefined){
const err17 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "at"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data.repository === undefined){
const err18 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repository"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data.run === undefined){
const err19 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "run"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data.agent === undefined){
const err20 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agent"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data.phase === undefined){
const err21 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data.session === undefined){
const err22 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "session"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data.parent === undefined){
const err23 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "parent"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data.work_item === undefined){
const err24 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "work_item"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data.attempt === undefined){
const err25 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "attempt"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data.tier_assigned === undefined){
const err26 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tier_assigned"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data.model_requested === undefined){
const err27 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model_requested"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data.model_used === undefined){
const err28 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "model_used"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data.tier_used === undefined){
const err29 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tier_used"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data.auxiliary === undefined){
const err30 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "auxiliary"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data.escalated_from_model === undefined){
const err31 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "escalated_from_model"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data.escalation_reason === undefined){
const err32 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "escalation_reason"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data.escalation_trigger === undefined){
const err33 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "escalation_trigger"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data.planned_upgrade === undefined){
const err34 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "planned_upgrade"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data.override === undefined){
const err35 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "override"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data.critical === undefined){
const err36 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "critical"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(data.trial === undefined){
const err37 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trial"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data.tokens === undefined){
const err38 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "tokens"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data.max_prompt_tokens === undefined){
const err39 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "max_prompt_tokens"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data.cost_microusd === undefined){
const err40 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cost_microusd"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(data.price_table === undefined){
const err41 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "price_table"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data.duration_ms === undefined){
const err42 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "duration_ms"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data.turns === undefined){
const err43 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "turns"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data.outcome === undefined){
const err44 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data.quality_score === undefined){
const err45 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "quality_score"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(data.zone === undefined){
const err46 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data.zone_forecast === undefined){
const err47 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "zone_forecast"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(data.task === undefined){
const err48 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "task"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(data.agent_hash === undefined){
const err49 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agent_hash"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(data.measured === undefined){
const err50 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "measured"}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data.source === undefined){
const err51 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "source"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema19.properties, key0))){
delete data[key0];
}
}
if(data.schema !== undefined){
if("haiku-first/usage@1" !== data.schema){
const err52 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "haiku-first/usage@1"}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.id !== undefined){
let data8 = data.id;
if(typeof data8 === "string"){
if(!pattern3.test(data8)){
const err53 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
else {
const err54 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data.at !== undefined){
let data9 = data.at;
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
const err55 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
else {
const err56 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data.repository !== undefined){
let data10 = data.repository;
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
const err57 = {instancePath:instancePath+"/repository",schemaPath:"#/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/repository",schemaPath:"#/properties/repository/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.run !== undefined){
let data11 = data.run;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.attempt === undefined){
data11.attempt = 1;
}
if(data11.id === undefined){
const err59 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data11.job === undefined){
const err60 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/required",keyword:"required",params:{missingProperty: "job"}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data11.attempt === undefined){
const err61 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/required",keyword:"required",params:{missingProperty: "attempt"}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
for(const key1 in data11){
if(!(((key1 === "id") || (key1 === "attempt")) || (key1 === "job"))){
delete data11[key1];
}
}
if(data11.id !== undefined){
let data12 = data11.id;
if(typeof data12 === "string"){
if(func2(data12) > 64){
const err62 = {instancePath:instancePath+"/run/id",schemaPath:"#/properties/run/properties/id/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(func2(data12) < 1){
const err63 = {instancePath:instancePath+"/run/id",schemaPath:"#/properties/run/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(!pattern6.test(data12)){
const err64 = {instancePath:instancePath+"/run/id",schemaPath:"#/properties/run/properties/id/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/run/id",schemaPath:"#/properties/run/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
let data13 = data11.attempt;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err66 = {instancePath:instancePath+"/run/attempt",schemaPath:"#/properties/run/properties/attempt/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 100000 || isNaN(data13)){
const err67 = {instancePath:instancePath+"/run/attempt",schemaPath:"#/properties/run/properties/attempt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err68 = {instancePath:instancePath+"/run/attempt",schemaPath:"#/properties/run/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data11.job !== undefined){
let data14 = data11.job;
if(typeof data14 === "string"){
if(func2(data14) > 300){
const err69 = {instancePath:instancePath+"/run/job",schemaPath:"#/properties/run/properties/job/maxLength",keyword:"maxLength",params:{limit: 300}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(func2(data14) < 1){
const err70 = {instancePath:instancePath+"/run/job",schemaPath:"#/properties/run/properties/job/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!pattern6.test(data14)){
const err71 = {instancePath:instancePath+"/run/job",schemaPath:"#/properties/run/properties/job/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/run/job",schemaPath:"#/properties/run/properties/job/type",keyword:"type",params:{type: "string"}};
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
const err73 = {instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data.workflow !== undefined){
let data15 = data.workflow;
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
const err74 = {instancePath:instancePath+"/workflow",schemaPath:"#/properties/workflow/pattern",keyword:"pattern",params:{pattern: "^\\.github/workflows/[^/@\\p{Cc}\\p{Cs}]{1,200}\\.ya?ml$"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/workflow",schemaPath:"#/properties/workflow/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
let data16 = data.session;
if((typeof data16 !== "string") && (data16 !== null)){
const err76 = {instancePath:instancePath+"/session",schemaPath:"#/properties/session/type",keyword:"type",params:{type: schema19.properties.session.type}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(typeof data16 === "string"){
if(func2(data16) > 128){
const err77 = {instancePath:instancePath+"/session",schemaPath:"#/properties/session/maxLength",keyword:"maxLength",params:{limit: 128}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if(func2(data16) < 1){
const err78 = {instancePath:instancePath+"/session",schemaPath:"#/properties/session/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(!pattern6.test(data16)){
const err79 = {instancePath:instancePath+"/session",schemaPath:"#/properties/session/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
let data17 = data.parent;
if((typeof data17 !== "string") && (data17 !== null)){
const err80 = {instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/type",keyword:"type",params:{type: schema19.properties.parent.type}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(typeof data17 === "string"){
if(!pattern3.test(data17)){
const err81 = {instancePath:instancePath+"/parent",schemaPath:"#/properties/parent/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
let data18 = data.work_item;
if((typeof data18 !== "string") && (data18 !== null)){
const err82 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/type",keyword:"type",params:{type: schema19.properties.work_item.type}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if(typeof data18 === "string"){
if(func2(data18) > 200){
const err83 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(func2(data18) < 1){
const err84 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
if(!pattern6.test(data18)){
const err85 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data.agent !== undefined){
let data19 = data.agent;
if(typeof data19 === "string"){
if(!pattern12.test(data19)){
const err86 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data.phase !== undefined){
let data20 = data.phase;
if(typeof data20 === "string"){
if(!pattern12.test(data20)){
const err88 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
let data21 = data.attempt;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
const err90 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
const err91 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err92 = {instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
let data22 = data.tier_assigned;
if((typeof data22 !== "string") && (data22 !== null)){
const err93 = {instancePath:instancePath+"/tier_assigned",schemaPath:"#/properties/tier_assigned/type",keyword:"type",params:{type: schema19.properties.tier_assigned.type}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(typeof data22 === "string"){
if(!pattern12.test(data22)){
const err94 = {instancePath:instancePath+"/tier_assigned",schemaPath:"#/properties/tier_assigned/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
let data23 = data.model_requested;
if((typeof data23 !== "string") && (data23 !== null)){
const err95 = {instancePath:instancePath+"/model_requested",schemaPath:"#/properties/model_requested/type",keyword:"type",params:{type: schema19.properties.model_requested.type}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
if(typeof data23 === "string"){
if(!pattern15.test(data23)){
const err96 = {instancePath:instancePath+"/model_requested",schemaPath:"#/properties/model_requested/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
let data24 = data.model_used;
if((typeof data24 !== "string") && (data24 !== null)){
const err97 = {instancePath:instancePath+"/model_used",schemaPath:"#/properties/model_used/type",keyword:"type",params:{type: schema19.properties.model_used.type}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(typeof data24 === "string"){
if(!pattern15.test(data24)){
const err98 = {instancePath:instancePath+"/model_used",schemaPath:"#/properties/model_used/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
let data25 = data.tier_used;
if((typeof data25 !== "string") && (data25 !== null)){
const err99 = {instancePath:instancePath+"/tier_used",schemaPath:"#/properties/tier_used/type",keyword:"type",params:{type: schema19.properties.tier_used.type}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if(typeof data25 === "string"){
if(!pattern12.test(data25)){
const err100 = {instancePath:instancePath+"/tier_used",schemaPath:"#/properties/tier_used/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(typeof data.auxiliary !== "boolean"){
const err101 = {instancePath:instancePath+"/auxiliary",schemaPath:"#/properties/auxiliary/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
let data27 = data.escalated_from_model;
if((typeof data27 !== "string") && (data27 !== null)){
const err102 = {instancePath:instancePath+"/escalated_from_model",schemaPath:"#/properties/escalated_from_model/type",keyword:"type",params:{type: schema19.properties.escalated_from_model.type}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if(typeof data27 === "string"){
if(!pattern15.test(data27)){
const err103 = {instancePath:instancePath+"/escalated_from_model",schemaPath:"#/properties/escalated_from_model/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
let data28 = data.escalation_reason;
if((typeof data28 !== "string") && (data28 !== null)){
const err104 = {instancePath:instancePath+"/escalation_reason",schemaPath:"#/properties/escalation_reason/type",keyword:"type",params:{type: schema19.properties.escalation_reason.type}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
if(typeof data28 === "string"){
if(func2(data28) > 2000){
const err105 = {instancePath:instancePath+"/escalation_reason",schemaPath:"#/properties/escalation_reason/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if(func2(data28) < 1){
const err106 = {instancePath:instancePath+"/escalation_reason",schemaPath:"#/properties/escalation_reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!pattern6.test(data28)){
const err107 = {instancePath:instancePath+"/escalation_reason",schemaPath:"#/properties/escalation_reason/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
let data29 = data.escalation_trigger;
if((typeof data29 !== "string") && (data29 !== null)){
const err108 = {instancePath:instancePath+"/escalation_trigger",schemaPath:"#/properties/escalation_trigger/type",keyword:"type",params:{type: schema19.properties.escalation_trigger.type}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if(typeof data29 === "string"){
if(func2(data29) > 200){
const err109 = {instancePath:instancePath+"/escalation_trigger",schemaPath:"#/properties/escalation_trigger/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(func2(data29) < 1){
const err110 = {instancePath:instancePath+"/escalation_trigger",schemaPath:"#/properties/escalation_trigger/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if(!pattern6.test(data29)){
const err111 = {instancePath:instancePath+"/escalation_trigger",schemaPath:"#/properties/escalation_trigger/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(typeof data.planned_upgrade !== "boolean"){
const err112 = {instancePath:instancePath+"/planned_upgrade",schemaPath:"#/properties/planned_upgrade/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
let data31 = data.override;
if((!(data31 && typeof data31 == "object" && !Array.isArray(data31))) && (data31 !== null)){
const err113 = {instancePath:instancePath+"/override",schemaPath:"#/properties/override/type",keyword:"type",params:{type: schema19.properties.override.type}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.tier === undefined){
const err114 = {instancePath:instancePath+"/override",schemaPath:"#/properties/override/required",keyword:"required",params:{missingProperty: "tier"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
if(data31.reason === undefined){
const err115 = {instancePath:instancePath+"/override",schemaPath:"#/properties/override/required",keyword:"required",params:{missingProperty: "reason"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(data31.by === undefined){
const err116 = {instancePath:instancePath+"/override",schemaPath:"#/properties/override/required",keyword:"required",params:{missingProperty: "by"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
for(const key2 in data31){
if(!(((key2 === "tier") || (key2 === "reason")) || (key2 === "by"))){
delete data31[key2];
}
}
if(data31.tier !== undefined){
let data32 = data31.tier;
if(typeof data32 === "string"){
if(!pattern12.test(data32)){
const err117 = {instancePath:instancePath+"/override/tier",schemaPath:"#/properties/override/properties/tier/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
else {
const err118 = {instancePath:instancePath+"/override/tier",schemaPath:"#/properties/override/properties/tier/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data31.reason !== undefined){
let data33 = data31.reason;
if(typeof data33 === "string"){
if(func2(data33) > 2000){
const err119 = {instancePath:instancePath+"/override/reason",schemaPath:"#/properties/override/properties/reason/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(func2(data33) < 1){
const err120 = {instancePath:instancePath+"/override/reason",schemaPath:"#/properties/override/properties/reason/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
if(!pattern6.test(data33)){
const err121 = {instancePath:instancePath+"/override/reason",schemaPath:"#/properties/override/properties/reason/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/override/reason",schemaPath:"#/properties/override/properties/reason/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data31.by !== undefined){
let data34 = data31.by;
if(typeof data34 === "string"){
if(func2(data34) > 200){
const err123 = {instancePath:instancePath+"/override/by",schemaPath:"#/properties/override/properties/by/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(func2(data34) < 1){
const err124 = {instancePath:instancePath+"/override/by",schemaPath:"#/properties/override/properties/by/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(!pattern6.test(data34)){
const err125 = {instancePath:instancePath+"/override/by",schemaPath:"#/properties/override/properties/by/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/override/by",schemaPath:"#/properties/override/properties/by/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
}
if(typeof data.critical !== "boolean"){
const err127 = {instancePath:instancePath+"/critical",schemaPath:"#/properties/critical/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
let data36 = data.trial;
if((!(data36 && typeof data36 == "object" && !Array.isArray(data36))) && (data36 !== null)){
const err128 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/type",keyword:"type",params:{type: schema19.properties.trial.type}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.propensity === undefined){
data36.propensity = 1;
}
if(data36.id === undefined){
const err129 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
if(data36.arm === undefined){
const err130 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/required",keyword:"required",params:{missingProperty: "arm"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data36.propensity === undefined){
const err131 = {instancePath:instancePath+"/trial",schemaPath:"#/properties/trial/required",keyword:"required",params:{missingProperty: "propensity"}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
for(const key3 in data36){
if(!(((key3 === "id") || (key3 === "arm")) || (key3 === "propensity"))){
delete data36[key3];
}
}
if(data36.id !== undefined){
let data37 = data36.id;
if(typeof data37 === "string"){
if(func2(data37) > 100){
const err132 = {instancePath:instancePath+"/trial/id",schemaPath:"#/properties/trial/properties/id/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(func2(data37) < 1){
const err133 = {instancePath:instancePath+"/trial/id",schemaPath:"#/properties/trial/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(!pattern6.test(data37)){
const err134 = {instancePath:instancePath+"/trial/id",schemaPath:"#/properties/trial/properties/id/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/trial/id",schemaPath:"#/properties/trial/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data36.arm !== undefined){
let data38 = data36.arm;
if(typeof data38 === "string"){
if(func2(data38) > 100){
const err136 = {instancePath:instancePath+"/trial/arm",schemaPath:"#/properties/trial/properties/arm/maxLength",keyword:"maxLength",params:{limit: 100}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(func2(data38) < 1){
const err137 = {instancePath:instancePath+"/trial/arm",schemaPath:"#/properties/trial/properties/arm/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(!pattern6.test(data38)){
const err138 = {instancePath:instancePath+"/trial/arm",schemaPath:"#/properties/trial/properties/arm/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/trial/arm",schemaPath:"#/properties/trial/properties/arm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
let data39 = data36.propensity;
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 1 || isNaN(data39)){
const err140 = {instancePath:instancePath+"/trial/propensity",schemaPath:"#/properties/trial/properties/propensity/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
if(data39 < 0 || isNaN(data39)){
const err141 = {instancePath:instancePath+"/trial/propensity",schemaPath:"#/properties/trial/properties/propensity/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
else {
const err142 = {instancePath:instancePath+"/trial/propensity",schemaPath:"#/properties/trial/properties/propensity/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
let data40 = data.tokens;
if((!(data40 && typeof data40 == "object" && !Array.isArray(data40))) && (data40 !== null)){
const err143 = {instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/type",keyword:"type",params:{type: schema19.properties.tokens.type}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if(data40.cache_read === undefined){
data40.cache_read = 0;
}
if(data40.cache_write_5m === undefined){
data40.cache_write_5m = 0;
}
if(data40.cache_write_1h === undefined){
data40.cache_write_1h = 0;
}
if(data40.input === undefined){
const err144 = {instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/required",keyword:"required",params:{missingProperty: "input"}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if(data40.output === undefined){
const err145 = {instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/required",keyword:"required",params:{missingProperty: "output"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
if(data40.cache_read === undefined){
const err146 = {instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/required",keyword:"required",params:{missingProperty: "cache_read"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data40.cache_write_5m === undefined){
const err147 = {instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/required",keyword:"required",params:{missingProperty: "cache_write_5m"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
if(data40.cache_write_1h === undefined){
const err148 = {instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/required",keyword:"required",params:{missingProperty: "cache_write_1h"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
for(const key4 in data40){
if(!(((((key4 === "input") || (key4 === "output")) || (key4 === "cache_read")) || (key4 === "cache_write_5m")) || (key4 === "cache_write_1h"))){
delete data40[key4];
}
}
if(data40.input !== undefined){
let data41 = data40.input;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err149 = {instancePath:instancePath+"/tokens/input",schemaPath:"#/properties/tokens/properties/input/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 1000000000000 || isNaN(data41)){
const err150 = {instancePath:instancePath+"/tokens/input",schemaPath:"#/properties/tokens/properties/input/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(data41 < 0 || isNaN(data41)){
const err151 = {instancePath:instancePath+"/tokens/input",schemaPath:"#/properties/tokens/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
}
if(data40.output !== undefined){
let data42 = data40.output;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err152 = {instancePath:instancePath+"/tokens/output",schemaPath:"#/properties/tokens/properties/output/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 1000000000000 || isNaN(data42)){
const err153 = {instancePath:instancePath+"/tokens/output",schemaPath:"#/properties/tokens/properties/output/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
if(data42 < 0 || isNaN(data42)){
const err154 = {instancePath:instancePath+"/tokens/output",schemaPath:"#/properties/tokens/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
}
let data43 = data40.cache_read;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err155 = {instancePath:instancePath+"/tokens/cache_read",schemaPath:"#/properties/tokens/properties/cache_read/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 > 1000000000000 || isNaN(data43)){
const err156 = {instancePath:instancePath+"/tokens/cache_read",schemaPath:"#/properties/tokens/properties/cache_read/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if(data43 < 0 || isNaN(data43)){
const err157 = {instancePath:instancePath+"/tokens/cache_read",schemaPath:"#/properties/tokens/properties/cache_read/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
let data44 = data40.cache_write_5m;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err158 = {instancePath:instancePath+"/tokens/cache_write_5m",schemaPath:"#/properties/tokens/properties/cache_write_5m/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 1000000000000 || isNaN(data44)){
const err159 = {instancePath:instancePath+"/tokens/cache_write_5m",schemaPath:"#/properties/tokens/properties/cache_write_5m/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data44 < 0 || isNaN(data44)){
const err160 = {instancePath:instancePath+"/tokens/cache_write_5m",schemaPath:"#/properties/tokens/properties/cache_write_5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
let data45 = data40.cache_write_1h;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
const err161 = {instancePath:instancePath+"/tokens/cache_write_1h",schemaPath:"#/properties/tokens/properties/cache_write_1h/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 1000000000000 || isNaN(data45)){
const err162 = {instancePath:instancePath+"/tokens/cache_write_1h",schemaPath:"#/properties/tokens/properties/cache_write_1h/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
if(data45 < 0 || isNaN(data45)){
const err163 = {instancePath:instancePath+"/tokens/cache_write_1h",schemaPath:"#/properties/tokens/properties/cache_write_1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
}
let data46 = data.max_prompt_tokens;
if((!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))) && (data46 !== null)){
const err164 = {instancePath:instancePath+"/max_prompt_tokens",schemaPath:"#/properties/max_prompt_tokens/type",keyword:"type",params:{type: schema19.properties.max_prompt_tokens.type}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 > 1000000000000 || isNaN(data46)){
const err165 = {instancePath:instancePath+"/max_prompt_tokens",schemaPath:"#/properties/max_prompt_tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
if(data46 < 0 || isNaN(data46)){
const err166 = {instancePath:instancePath+"/max_prompt_tokens",schemaPath:"#/properties/max_prompt_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
let data47 = data.cost_microusd;
if((!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))) && (data47 !== null)){
const err167 = {instancePath:instancePath+"/cost_microusd",schemaPath:"#/properties/cost_microusd/type",keyword:"type",params:{type: schema19.properties.cost_microusd.type}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 1000000000000 || isNaN(data47)){
const err168 = {instancePath:instancePath+"/cost_microusd",schemaPath:"#/properties/cost_microusd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(data47 < 0 || isNaN(data47)){
const err169 = {instancePath:instancePath+"/cost_microusd",schemaPath:"#/properties/cost_microusd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data.cost_basis !== undefined){
let data48 = data.cost_basis;
if(!((((data48 === "reported") || (data48 === "computed")) || (data48 === "unpriced")) || (data48 === "unmeasured"))){
const err170 = {instancePath:instancePath+"/cost_basis",schemaPath:"#/properties/cost_basis/enum",keyword:"enum",params:{allowedValues: schema19.properties.cost_basis.enum}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
let data49 = data.price_table;
if((typeof data49 !== "string") && (data49 !== null)){
const err171 = {instancePath:instancePath+"/price_table",schemaPath:"#/properties/price_table/type",keyword:"type",params:{type: schema19.properties.price_table.type}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(typeof data49 === "string"){
if(func2(data49) > 64){
const err172 = {instancePath:instancePath+"/price_table",schemaPath:"#/properties/price_table/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if(func2(data49) < 1){
const err173 = {instancePath:instancePath+"/price_table",schemaPath:"#/properties/price_table/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(!pattern6.test(data49)){
const err174 = {instancePath:instancePath+"/price_table",schemaPath:"#/properties/price_table/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
let data50 = data.duration_ms;
if((!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))) && (data50 !== null)){
const err175 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/type",keyword:"type",params:{type: schema19.properties.duration_ms.type}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 10000000000 || isNaN(data50)){
const err176 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000000}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
if(data50 < 0 || isNaN(data50)){
const err177 = {instancePath:instancePath+"/duration_ms",schemaPath:"#/properties/duration_ms/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
let data51 = data.turns;
if((!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))) && (data51 !== null)){
const err178 = {instancePath:instancePath+"/turns",schemaPath:"#/properties/turns/type",keyword:"type",params:{type: schema19.properties.turns.type}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 10000000 || isNaN(data51)){
const err179 = {instancePath:instancePath+"/turns",schemaPath:"#/properties/turns/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000000}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(data51 < 0 || isNaN(data51)){
const err180 = {instancePath:instancePath+"/turns",schemaPath:"#/properties/turns/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
let data52 = data.outcome;
if(!(((data52 === "pass") || (data52 === "fail")) || (data52 === "unknown"))){
const err181 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema19.properties.outcome.enum}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
let data53 = data.quality_score;
if((!((typeof data53 == "number") && (isFinite(data53)))) && (data53 !== null)){
const err182 = {instancePath:instancePath+"/quality_score",schemaPath:"#/properties/quality_score/type",keyword:"type",params:{type: schema19.properties.quality_score.type}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1 || isNaN(data53)){
const err183 = {instancePath:instancePath+"/quality_score",schemaPath:"#/properties/quality_score/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(data53 < 0 || isNaN(data53)){
const err184 = {instancePath:instancePath+"/quality_score",schemaPath:"#/properties/quality_score/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
let data54 = data.zone;
if(!((((((data54 === "GREEN") || (data54 === "YELLOW")) || (data54 === "ORANGE")) || (data54 === "RED")) || (data54 === "EXHAUSTED")) || (data54 === null))){
const err185 = {instancePath:instancePath+"/zone",schemaPath:"#/properties/zone/enum",keyword:"enum",params:{allowedValues: schema19.properties.zone.enum}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
let data55 = data.zone_forecast;
if((!(data55 && typeof data55 == "object" && !Array.isArray(data55))) && (data55 !== null)){
const err186 = {instancePath:instancePath+"/zone_forecast",schemaPath:"#/properties/zone_forecast/type",keyword:"type",params:{type: schema19.properties.zone_forecast.type}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
if(data55.zone === undefined){
const err187 = {instancePath:instancePath+"/zone_forecast",schemaPath:"#/properties/zone_forecast/required",keyword:"required",params:{missingProperty: "zone"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data55.probability === undefined){
const err188 = {instancePath:instancePath+"/zone_forecast",schemaPath:"#/properties/zone_forecast/required",keyword:"required",params:{missingProperty: "probability"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
for(const key5 in data55){
if(!((key5 === "zone") || (key5 === "probability"))){
delete data55[key5];
}
}
if(data55.zone !== undefined){
let data56 = data55.zone;
if(!(((((data56 === "GREEN") || (data56 === "YELLOW")) || (data56 === "ORANGE")) || (data56 === "RED")) || (data56 === "EXHAUSTED"))){
const err189 = {instancePath:instancePath+"/zone_forecast/zone",schemaPath:"#/properties/zone_forecast/properties/zone/enum",keyword:"enum",params:{allowedValues: schema19.properties.zone_forecast.properties.zone.enum}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data55.probability !== undefined){
let data57 = data55.probability;
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1 || isNaN(data57)){
const err190 = {instancePath:instancePath+"/zone_forecast/probability",schemaPath:"#/properties/zone_forecast/properties/probability/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if(data57 < 0 || isNaN(data57)){
const err191 = {instancePath:instancePath+"/zone_forecast/probability",schemaPath:"#/properties/zone_forecast/properties/probability/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/zone_forecast/probability",schemaPath:"#/properties/zone_forecast/properties/probability/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
}
let data58 = data.task;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(Object.keys(data58).length > 100){
const err193 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
for(const key6 in data58){
const _errs153 = errors;
if(typeof key6 === "string"){
if(!pattern27.test(key6)){
const err194 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,63}$"},propertyName:key6};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
var valid16 = _errs153 === errors;
if(!valid16){
const err195 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/propertyNames",keyword:"propertyNames",params:{propertyName: key6}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
for(const key7 in data58){
let data59 = data58[key7];
if((((typeof data59 !== "boolean") && (!((typeof data59 == "number") && (isFinite(data59))))) && (typeof data59 !== "string")) && (!(Array.isArray(data59)))){
const err196 = {instancePath:instancePath+"/task/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/task/additionalProperties/type",keyword:"type",params:{type: schema19.properties.task.additionalProperties.type}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(typeof data59 === "string"){
if(func2(data59) > 1000){
const err197 = {instancePath:instancePath+"/task/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/task/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(!pattern6.test(data59)){
const err198 = {instancePath:instancePath+"/task/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/task/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(Array.isArray(data59)){
if(data59.length > 200){
const err199 = {instancePath:instancePath+"/task/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/task/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
const len0 = data59.length;
for(let i0=0; i0<len0; i0++){
let data60 = data59[i0];
if(typeof data60 === "string"){
if(func2(data60) > 1000){
const err200 = {instancePath:instancePath+"/task/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/task/additionalProperties/items/maxLength",keyword:"maxLength",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(!pattern6.test(data60)){
const err201 = {instancePath:instancePath+"/task/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/task/additionalProperties/items/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
else {
const err202 = {instancePath:instancePath+"/task/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/task/additionalProperties/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
}
}
}
else {
const err203 = {instancePath:instancePath+"/task",schemaPath:"#/properties/task/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
let data61 = data.agent_hash;
if((typeof data61 !== "string") && (data61 !== null)){
const err204 = {instancePath:instancePath+"/agent_hash",schemaPath:"#/properties/agent_hash/type",keyword:"type",params:{type: schema19.properties.agent_hash.type}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(typeof data61 === "string"){
if(!pattern3.test(data61)){
const err205 = {instancePath:instancePath+"/agent_hash",schemaPath:"#/properties/agent_hash/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
let data62 = data.measured;
if(!(((data62 === "full") || (data62 === "partial")) || (data62 === "none"))){
const err206 = {instancePath:instancePath+"/measured",schemaPath:"#/properties/measured/enum",keyword:"enum",params:{allowedValues: schema19.properties.measured.enum}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
let data63 = data.source;
if(typeof data63 === "string"){
if(!pattern12.test(data63)){
const err207 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
else {
const err208 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
else {
const err209 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateOutcome = validate53 as unknown as ValidateFunction<StoredOutcomeEvent>;
const schema20 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"outcome.schema.json","title":"StoredOutcomeEvent","type":"object","properties":{"schema":{"const":"haiku-first/outcome@1"},"at":{"type":"string","$comment":"form: instant","pattern":"^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"},"repository":{"type":"string","$comment":"form: repository","pattern":"^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"},"work_item":{"type":"string","minLength":1,"maxLength":200,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"agent":{"type":["string","null"],"$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$","default":null},"phase":{"type":["string","null"],"$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$","default":null},"record":{"type":["string","null"],"$comment":"form: hash","pattern":"^[0-9a-f]{64}$","default":null},"outcome":{"enum":["pass","fail","reworked","reverted","approved","changes-requested","security-issue-missed"]},"by":{"type":"string","minLength":1,"maxLength":200,"$comment":"form: text","pattern":"^\\P{Cs}*$"},"note":{"type":["string","null"],"minLength":1,"maxLength":2000,"default":null,"$comment":"form: text","pattern":"^\\P{Cs}*$"}},"required":["schema","at","repository","work_item","outcome","by","agent","phase","record","note"],"additionalProperties":false};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="outcome.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate53.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.agent === undefined){
data.agent = null;
}
if(data.phase === undefined){
data.phase = null;
}
if(data.record === undefined){
data.record = null;
}
if(data.note === undefined){
data.note = null;
}
if(data.schema === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "schema"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.at === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "at"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.repository === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "repository"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.work_item === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "work_item"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.outcome === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "outcome"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.by === undefined){
const err5 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "by"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.agent === undefined){
const err6 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "agent"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.phase === undefined){
const err7 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "phase"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.record === undefined){
const err8 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "record"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data.note === undefined){
const err9 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "note"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema20.properties, key0))){
delete data[key0];
}
}
if(data.schema !== undefined){
if("haiku-first/outcome@1" !== data.schema){
const err10 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/const",keyword:"const",params:{allowedValue: "haiku-first/outcome@1"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err11 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"}};
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
const err12 = {instancePath:instancePath+"/at",schemaPath:"#/properties/at/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.repository !== undefined){
let data2 = data.repository;
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
const err13 = {instancePath:instancePath+"/repository",schemaPath:"#/properties/repository/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/repository",schemaPath:"#/properties/repository/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.work_item !== undefined){
let data3 = data.work_item;
if(typeof data3 === "string"){
if(func2(data3) > 200){
const err15 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func2(data3) < 1){
const err16 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern6.test(data3)){
const err17 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/work_item",schemaPath:"#/properties/work_item/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
let data4 = data.agent;
if((typeof data4 !== "string") && (data4 !== null)){
const err19 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: schema20.properties.agent.type}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(typeof data4 === "string"){
if(!pattern12.test(data4)){
const err20 = {instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
let data5 = data.phase;
if((typeof data5 !== "string") && (data5 !== null)){
const err21 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: schema20.properties.phase.type}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data5 === "string"){
if(!pattern12.test(data5)){
const err22 = {instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
let data6 = data.record;
if((typeof data6 !== "string") && (data6 !== null)){
const err23 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/type",keyword:"type",params:{type: schema20.properties.record.type}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
const err24 = {instancePath:instancePath+"/record",schemaPath:"#/properties/record/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.outcome !== undefined){
let data7 = data.outcome;
if(!(((((((data7 === "pass") || (data7 === "fail")) || (data7 === "reworked")) || (data7 === "reverted")) || (data7 === "approved")) || (data7 === "changes-requested")) || (data7 === "security-issue-missed"))){
const err25 = {instancePath:instancePath+"/outcome",schemaPath:"#/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema20.properties.outcome.enum}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.by !== undefined){
let data8 = data.by;
if(typeof data8 === "string"){
if(func2(data8) > 200){
const err26 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/maxLength",keyword:"maxLength",params:{limit: 200}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(func2(data8) < 1){
const err27 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(!pattern6.test(data8)){
const err28 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
let data9 = data.note;
if((typeof data9 !== "string") && (data9 !== null)){
const err30 = {instancePath:instancePath+"/note",schemaPath:"#/properties/note/type",keyword:"type",params:{type: schema20.properties.note.type}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(typeof data9 === "string"){
if(func2(data9) > 2000){
const err31 = {instancePath:instancePath+"/note",schemaPath:"#/properties/note/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(func2(data9) < 1){
const err32 = {instancePath:instancePath+"/note",schemaPath:"#/properties/note/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(!pattern6.test(data9)){
const err33 = {instancePath:instancePath+"/note",schemaPath:"#/properties/note/pattern",keyword:"pattern",params:{pattern: "^\\P{Cs}*$"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}
validate53.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};
