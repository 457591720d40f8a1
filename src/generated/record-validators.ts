// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { StoredUsageRecord } from './usage-record.ts';
import type { StoredOutcomeEvent } from './outcome.ts';
import type { StoredVoidEvent } from './void.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';

export const validateUsageRecord = validate52 as unknown as ValidateFunction<StoredUsageRecord>;
const func1 = Object.prototype.hasOwnProperty;
const func2 = (text) => { let length = 0; for (const _ of text) length++; return length; };
const pattern3 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$", "u");
const pattern5 = new RegExp("^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$", "u");
const pattern6 = new RegExp("^\\P{Cs}*$", "u");
const pattern8 = new RegExp("^\\.github/workflows/[^/@\\p{Cc}\\p{Cs}]{1,200}\\.ya?ml$", "u");
const pattern12 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");
const pattern16 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$", "u");
const pattern32 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
const pattern37 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "u");

function validate52(data, instancePath=""){
/*# sourceURL="usage-record.schema.json" */;
let vErrors = null;
let errors = 0;
const _errs2 = errors;
let valid1 = true;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.measured === undefined) && (missing0 = "measured")){
vErrors = and(vErrors, {});
errors++;
}
else {
if(data.measured !== undefined){
if("none" !== data.measured){
vErrors = and(vErrors, {});
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
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tokens"});
errors++;
}
if(data.model_used === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "model_used"});
errors++;
}
if(data.model_used !== undefined){
if(typeof data.model_used !== "string"){
vErrors = and(vErrors, instancePath+"/model_used", "type", {type: "string"});
errors++;
}
}
if(data.tokens !== undefined){
let data2 = data.tokens;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
vErrors = and(vErrors, instancePath+"/tokens", "type", {type: "object"});
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
vErrors = and(vErrors, instancePath, "if", {failingKeyword: "else"});
errors++;
}
const _errs11 = errors;
let valid4 = true;
const _errs12 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.cost_basis === undefined) && (missing1 = "cost_basis")){
vErrors = and(vErrors, {});
errors++;
}
else {
if(data.cost_basis !== undefined){
let data3 = data.cost_basis;
if(!((data3 === "unpriced") || (data3 === "unmeasured"))){
vErrors = and(vErrors, {});
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
vErrors = and(vErrors, instancePath+"/cost_microusd", "type", {type: "null"});
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
vErrors = and(vErrors, instancePath, "if", {failingKeyword: "then"});
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
vErrors = and(vErrors, {});
errors++;
}
else {
if(data.cost_basis !== undefined){
let data5 = data.cost_basis;
if(!((data5 === "reported") || (data5 === "computed"))){
vErrors = and(vErrors, {});
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
vErrors = and(vErrors, instancePath, "required", {missingProperty: "cost_microusd"});
errors++;
}
if(data.cost_microusd !== undefined){
let data6 = data.cost_microusd;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
vErrors = and(vErrors, instancePath+"/cost_microusd", "type", {type: "integer"});
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
vErrors = and(vErrors, instancePath, "if", {failingKeyword: "then"});
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
vErrors = and(vErrors, instancePath, "required", {missingProperty: "schema"});
errors++;
}
if(data.at === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "at"});
errors++;
}
if(data.repository === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "repository"});
errors++;
}
if(data.run === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "run"});
errors++;
}
if(data.agent === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "agent"});
errors++;
}
if(data.phase === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "phase"});
errors++;
}
if(data.session === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "session"});
errors++;
}
if(data.parent === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "parent"});
errors++;
}
if(data.work_item === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "work_item"});
errors++;
}
if(data.attempt === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "attempt"});
errors++;
}
if(data.tier_assigned === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tier_assigned"});
errors++;
}
if(data.model_requested === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "model_requested"});
errors++;
}
if(data.model_used === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "model_used"});
errors++;
}
if(data.tier_used === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tier_used"});
errors++;
}
if(data.auxiliary === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "auxiliary"});
errors++;
}
if(data.escalated_from_model === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "escalated_from_model"});
errors++;
}
if(data.escalation_reason === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "escalation_reason"});
errors++;
}
if(data.escalation_trigger === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "escalation_trigger"});
errors++;
}
if(data.planned_upgrade === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "planned_upgrade"});
errors++;
}
if(data.override === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "override"});
errors++;
}
if(data.critical === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "critical"});
errors++;
}
if(data.trial === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "trial"});
errors++;
}
if(data.tokens === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tokens"});
errors++;
}
if(data.max_prompt_tokens === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "max_prompt_tokens"});
errors++;
}
if(data.cost_microusd === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "cost_microusd"});
errors++;
}
if(data.price_table === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "price_table"});
errors++;
}
if(data.duration_ms === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "duration_ms"});
errors++;
}
if(data.turns === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "turns"});
errors++;
}
if(data.outcome === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "outcome"});
errors++;
}
if(data.quality_score === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "quality_score"});
errors++;
}
if(data.zone === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "zone"});
errors++;
}
if(data.zone_forecast === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "zone_forecast"});
errors++;
}
if(data.task === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "task"});
errors++;
}
if(data.agent_hash === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "agent_hash"});
errors++;
}
if(data.measured === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "measured"});
errors++;
}
if(data.source === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "source"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"schema":0,"id":0,"at":0,"repository":0,"run":0,"workflow":0,"session":0,"parent":0,"work_item":0,"agent":0,"sub_agents":0,"phase":0,"attempt":0,"tier_assigned":0,"model_requested":0,"model_used":0,"model_id":0,"tier_used":0,"auxiliary":0,"escalated_from_model":0,"escalation_reason":0,"escalation_trigger":0,"planned_upgrade":0,"override":0,"exception":0,"critical":0,"trial":0,"tokens":0,"max_prompt_tokens":0,"cost_microusd":0,"cost_basis":0,"claimed":0,"price_table":0,"duration_ms":0,"turns":0,"outcome":0,"quality_score":0,"zone":0,"zone_forecast":0,"task":0,"agent_hash":0,"measured":0,"source":0}, key0))){
delete data[key0];
}
}
if(data.schema !== undefined){
if("haiku-first/usage@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/usage@1"});
errors++;
}
}
if(data.id !== undefined){
let data8 = data.id;
if(typeof data8 === "string"){
if(!pattern3.test(data8)){
vErrors = and(vErrors, instancePath+"/id", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/id", "type", {type: "string"});
errors++;
}
}
if(data.at !== undefined){
let data9 = data.at;
if(typeof data9 === "string"){
if(!pattern4.test(data9)){
vErrors = and(vErrors, instancePath+"/at", "pattern", {pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/at", "type", {type: "string"});
errors++;
}
}
if(data.repository !== undefined){
let data10 = data.repository;
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
vErrors = and(vErrors, instancePath+"/repository", "pattern", {pattern: "^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/repository", "type", {type: "string"});
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
vErrors = and(vErrors, instancePath+"/run", "required", {missingProperty: "id"});
errors++;
}
if(data11.job === undefined){
vErrors = and(vErrors, instancePath+"/run", "required", {missingProperty: "job"});
errors++;
}
if(data11.attempt === undefined){
vErrors = and(vErrors, instancePath+"/run", "required", {missingProperty: "attempt"});
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
vErrors = and(vErrors, instancePath+"/run/id", "maxLength", {limit: 64});
errors++;
}
if(func2(data12) < 1){
vErrors = and(vErrors, instancePath+"/run/id", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data12)){
vErrors = and(vErrors, instancePath+"/run/id", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/run/id", "type", {type: "string"});
errors++;
}
}
let data13 = data11.attempt;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
vErrors = and(vErrors, instancePath+"/run/attempt", "type", {type: "integer"});
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 100000 || isNaN(data13)){
vErrors = and(vErrors, instancePath+"/run/attempt", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data13 < 1 || isNaN(data13)){
vErrors = and(vErrors, instancePath+"/run/attempt", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
if(data11.job !== undefined){
let data14 = data11.job;
if(typeof data14 === "string"){
if(func2(data14) > 300){
vErrors = and(vErrors, instancePath+"/run/job", "maxLength", {limit: 300});
errors++;
}
if(func2(data14) < 1){
vErrors = and(vErrors, instancePath+"/run/job", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data14)){
vErrors = and(vErrors, instancePath+"/run/job", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/run/job", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/run", "type", {type: "object"});
errors++;
}
}
if(data.workflow !== undefined){
let data15 = data.workflow;
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
vErrors = and(vErrors, instancePath+"/workflow", "pattern", {pattern: "^\\.github/workflows/[^/@\\p{Cc}\\p{Cs}]{1,200}\\.ya?ml$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/workflow", "type", {type: "string"});
errors++;
}
}
let data16 = data.session;
if((typeof data16 !== "string") && (data16 !== null)){
vErrors = and(vErrors, instancePath+"/session", "type", {type: ["string","null"]});
errors++;
}
if(typeof data16 === "string"){
if(func2(data16) > 128){
vErrors = and(vErrors, instancePath+"/session", "maxLength", {limit: 128});
errors++;
}
if(func2(data16) < 1){
vErrors = and(vErrors, instancePath+"/session", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data16)){
vErrors = and(vErrors, instancePath+"/session", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
let data17 = data.parent;
if((typeof data17 !== "string") && (data17 !== null)){
vErrors = and(vErrors, instancePath+"/parent", "type", {type: ["string","null"]});
errors++;
}
if(typeof data17 === "string"){
if(!pattern3.test(data17)){
vErrors = and(vErrors, instancePath+"/parent", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
let data18 = data.work_item;
if((typeof data18 !== "string") && (data18 !== null)){
vErrors = and(vErrors, instancePath+"/work_item", "type", {type: ["string","null"]});
errors++;
}
if(typeof data18 === "string"){
if(func2(data18) > 200){
vErrors = and(vErrors, instancePath+"/work_item", "maxLength", {limit: 200});
errors++;
}
if(func2(data18) < 1){
vErrors = and(vErrors, instancePath+"/work_item", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data18)){
vErrors = and(vErrors, instancePath+"/work_item", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
if(data.agent !== undefined){
let data19 = data.agent;
if(typeof data19 === "string"){
if(!pattern12.test(data19)){
vErrors = and(vErrors, instancePath+"/agent", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agent", "type", {type: "string"});
errors++;
}
}
if(data.sub_agents !== undefined){
let data20 = data.sub_agents;
if(Array.isArray(data20)){
if(data20.length > 20){
vErrors = and(vErrors, instancePath+"/sub_agents", "maxItems", {limit: 20});
errors++;
}
const len0 = data20.length;
for(let i0=0; i0<len0; i0++){
let data21 = data20[i0];
if(typeof data21 === "string"){
if(func2(data21) > 200){
vErrors = and(vErrors, instancePath+"/sub_agents/" + i0, "maxLength", {limit: 200});
errors++;
}
if(func2(data21) < 1){
vErrors = and(vErrors, instancePath+"/sub_agents/" + i0, "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data21)){
vErrors = and(vErrors, instancePath+"/sub_agents/" + i0, "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/sub_agents/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/sub_agents", "type", {type: "array"});
errors++;
}
}
if(data.phase !== undefined){
let data22 = data.phase;
if(typeof data22 === "string"){
if(!pattern12.test(data22)){
vErrors = and(vErrors, instancePath+"/phase", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/phase", "type", {type: "string"});
errors++;
}
}
let data23 = data.attempt;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
vErrors = and(vErrors, instancePath+"/attempt", "type", {type: "integer"});
errors++;
}
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 > 1000 || isNaN(data23)){
vErrors = and(vErrors, instancePath+"/attempt", "maximum", {comparison: "<=", limit: 1000});
errors++;
}
if(data23 < 1 || isNaN(data23)){
vErrors = and(vErrors, instancePath+"/attempt", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
let data24 = data.tier_assigned;
if((typeof data24 !== "string") && (data24 !== null)){
vErrors = and(vErrors, instancePath+"/tier_assigned", "type", {type: ["string","null"]});
errors++;
}
if(typeof data24 === "string"){
if(!pattern12.test(data24)){
vErrors = and(vErrors, instancePath+"/tier_assigned", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
let data25 = data.model_requested;
if((typeof data25 !== "string") && (data25 !== null)){
vErrors = and(vErrors, instancePath+"/model_requested", "type", {type: ["string","null"]});
errors++;
}
if(typeof data25 === "string"){
if(!pattern16.test(data25)){
vErrors = and(vErrors, instancePath+"/model_requested", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
let data26 = data.model_used;
if((typeof data26 !== "string") && (data26 !== null)){
vErrors = and(vErrors, instancePath+"/model_used", "type", {type: ["string","null"]});
errors++;
}
if(typeof data26 === "string"){
if(!pattern16.test(data26)){
vErrors = and(vErrors, instancePath+"/model_used", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
if(data.model_id !== undefined){
let data27 = data.model_id;
if(typeof data27 === "string"){
if(!pattern16.test(data27)){
vErrors = and(vErrors, instancePath+"/model_id", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/model_id", "type", {type: "string"});
errors++;
}
}
let data28 = data.tier_used;
if((typeof data28 !== "string") && (data28 !== null)){
vErrors = and(vErrors, instancePath+"/tier_used", "type", {type: ["string","null"]});
errors++;
}
if(typeof data28 === "string"){
if(!pattern12.test(data28)){
vErrors = and(vErrors, instancePath+"/tier_used", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
if(typeof data.auxiliary !== "boolean"){
vErrors = and(vErrors, instancePath+"/auxiliary", "type", {type: "boolean"});
errors++;
}
let data30 = data.escalated_from_model;
if((typeof data30 !== "string") && (data30 !== null)){
vErrors = and(vErrors, instancePath+"/escalated_from_model", "type", {type: ["string","null"]});
errors++;
}
if(typeof data30 === "string"){
if(!pattern16.test(data30)){
vErrors = and(vErrors, instancePath+"/escalated_from_model", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
let data31 = data.escalation_reason;
if((typeof data31 !== "string") && (data31 !== null)){
vErrors = and(vErrors, instancePath+"/escalation_reason", "type", {type: ["string","null"]});
errors++;
}
if(typeof data31 === "string"){
if(func2(data31) > 2000){
vErrors = and(vErrors, instancePath+"/escalation_reason", "maxLength", {limit: 2000});
errors++;
}
if(func2(data31) < 1){
vErrors = and(vErrors, instancePath+"/escalation_reason", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data31)){
vErrors = and(vErrors, instancePath+"/escalation_reason", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
let data32 = data.escalation_trigger;
if((typeof data32 !== "string") && (data32 !== null)){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "type", {type: ["string","null"]});
errors++;
}
if(typeof data32 === "string"){
if(func2(data32) > 200){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "maxLength", {limit: 200});
errors++;
}
if(func2(data32) < 1){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data32)){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
if(typeof data.planned_upgrade !== "boolean"){
vErrors = and(vErrors, instancePath+"/planned_upgrade", "type", {type: "boolean"});
errors++;
}
let data34 = data.override;
if((!(data34 && typeof data34 == "object" && !Array.isArray(data34))) && (data34 !== null)){
vErrors = and(vErrors, instancePath+"/override", "type", {type: ["object","null"]});
errors++;
}
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.tier === undefined){
vErrors = and(vErrors, instancePath+"/override", "required", {missingProperty: "tier"});
errors++;
}
if(data34.reason === undefined){
vErrors = and(vErrors, instancePath+"/override", "required", {missingProperty: "reason"});
errors++;
}
if(data34.by === undefined){
vErrors = and(vErrors, instancePath+"/override", "required", {missingProperty: "by"});
errors++;
}
for(const key2 in data34){
if(!((((key2 === "tier") || (key2 === "reason")) || (key2 === "by")) || (key2 === "where"))){
delete data34[key2];
}
}
if(data34.tier !== undefined){
let data35 = data34.tier;
if(typeof data35 === "string"){
if(!pattern12.test(data35)){
vErrors = and(vErrors, instancePath+"/override/tier", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/override/tier", "type", {type: "string"});
errors++;
}
}
if(data34.reason !== undefined){
let data36 = data34.reason;
if(typeof data36 === "string"){
if(func2(data36) > 2000){
vErrors = and(vErrors, instancePath+"/override/reason", "maxLength", {limit: 2000});
errors++;
}
if(func2(data36) < 1){
vErrors = and(vErrors, instancePath+"/override/reason", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data36)){
vErrors = and(vErrors, instancePath+"/override/reason", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/override/reason", "type", {type: "string"});
errors++;
}
}
if(data34.by !== undefined){
let data37 = data34.by;
if(typeof data37 === "string"){
if(func2(data37) > 200){
vErrors = and(vErrors, instancePath+"/override/by", "maxLength", {limit: 200});
errors++;
}
if(func2(data37) < 1){
vErrors = and(vErrors, instancePath+"/override/by", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data37)){
vErrors = and(vErrors, instancePath+"/override/by", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/override/by", "type", {type: "string"});
errors++;
}
}
if(data34.where !== undefined){
let data38 = data34.where;
if(typeof data38 === "string"){
if(func2(data38) > 300){
vErrors = and(vErrors, instancePath+"/override/where", "maxLength", {limit: 300});
errors++;
}
if(func2(data38) < 1){
vErrors = and(vErrors, instancePath+"/override/where", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data38)){
vErrors = and(vErrors, instancePath+"/override/where", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/override/where", "type", {type: "string"});
errors++;
}
}
}
if(data.exception !== undefined){
let data39 = data.exception;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.floor === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "floor"});
errors++;
}
if(data39.tier === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "tier"});
errors++;
}
if(data39.reason === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "reason"});
errors++;
}
if(data39.approved_by === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "approved_by"});
errors++;
}
if(data39.tracking === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "tracking"});
errors++;
}
if(data39.expires === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "expires"});
errors++;
}
for(const key3 in data39){
if(!((((((key3 === "floor") || (key3 === "tier")) || (key3 === "reason")) || (key3 === "approved_by")) || (key3 === "tracking")) || (key3 === "expires"))){
delete data39[key3];
}
}
if(data39.floor !== undefined){
let data40 = data39.floor;
if(typeof data40 === "string"){
if(func2(data40) > 400){
vErrors = and(vErrors, instancePath+"/exception/floor", "maxLength", {limit: 400});
errors++;
}
if(func2(data40) < 1){
vErrors = and(vErrors, instancePath+"/exception/floor", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data40)){
vErrors = and(vErrors, instancePath+"/exception/floor", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/floor", "type", {type: "string"});
errors++;
}
}
if(data39.tier !== undefined){
let data41 = data39.tier;
if(typeof data41 === "string"){
if(!pattern12.test(data41)){
vErrors = and(vErrors, instancePath+"/exception/tier", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/tier", "type", {type: "string"});
errors++;
}
}
if(data39.reason !== undefined){
let data42 = data39.reason;
if(typeof data42 === "string"){
if(func2(data42) > 500){
vErrors = and(vErrors, instancePath+"/exception/reason", "maxLength", {limit: 500});
errors++;
}
if(func2(data42) < 1){
vErrors = and(vErrors, instancePath+"/exception/reason", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data42)){
vErrors = and(vErrors, instancePath+"/exception/reason", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/reason", "type", {type: "string"});
errors++;
}
}
if(data39.approved_by !== undefined){
let data43 = data39.approved_by;
if(typeof data43 === "string"){
if(func2(data43) > 200){
vErrors = and(vErrors, instancePath+"/exception/approved_by", "maxLength", {limit: 200});
errors++;
}
if(func2(data43) < 1){
vErrors = and(vErrors, instancePath+"/exception/approved_by", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data43)){
vErrors = and(vErrors, instancePath+"/exception/approved_by", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/approved_by", "type", {type: "string"});
errors++;
}
}
if(data39.tracking !== undefined){
let data44 = data39.tracking;
if(typeof data44 === "string"){
if(func2(data44) > 300){
vErrors = and(vErrors, instancePath+"/exception/tracking", "maxLength", {limit: 300});
errors++;
}
if(func2(data44) < 1){
vErrors = and(vErrors, instancePath+"/exception/tracking", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data44)){
vErrors = and(vErrors, instancePath+"/exception/tracking", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/tracking", "type", {type: "string"});
errors++;
}
}
if(data39.expires !== undefined){
let data45 = data39.expires;
if(typeof data45 === "string"){
if(!pattern32.test(data45)){
vErrors = and(vErrors, instancePath+"/exception/expires", "pattern", {pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/expires", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/exception", "type", {type: "object"});
errors++;
}
}
if(typeof data.critical !== "boolean"){
vErrors = and(vErrors, instancePath+"/critical", "type", {type: "boolean"});
errors++;
}
let data47 = data.trial;
if((!(data47 && typeof data47 == "object" && !Array.isArray(data47))) && (data47 !== null)){
vErrors = and(vErrors, instancePath+"/trial", "type", {type: ["object","null"]});
errors++;
}
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if(data47.propensity === undefined){
data47.propensity = 1;
}
if(data47.id === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "id"});
errors++;
}
if(data47.arm === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "arm"});
errors++;
}
if(data47.propensity === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "propensity"});
errors++;
}
for(const key4 in data47){
if(!(((key4 === "id") || (key4 === "arm")) || (key4 === "propensity"))){
delete data47[key4];
}
}
if(data47.id !== undefined){
let data48 = data47.id;
if(typeof data48 === "string"){
if(func2(data48) > 100){
vErrors = and(vErrors, instancePath+"/trial/id", "maxLength", {limit: 100});
errors++;
}
if(func2(data48) < 1){
vErrors = and(vErrors, instancePath+"/trial/id", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data48)){
vErrors = and(vErrors, instancePath+"/trial/id", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trial/id", "type", {type: "string"});
errors++;
}
}
if(data47.arm !== undefined){
let data49 = data47.arm;
if(typeof data49 === "string"){
if(func2(data49) > 100){
vErrors = and(vErrors, instancePath+"/trial/arm", "maxLength", {limit: 100});
errors++;
}
if(func2(data49) < 1){
vErrors = and(vErrors, instancePath+"/trial/arm", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data49)){
vErrors = and(vErrors, instancePath+"/trial/arm", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trial/arm", "type", {type: "string"});
errors++;
}
}
let data50 = data47.propensity;
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 1 || isNaN(data50)){
vErrors = and(vErrors, instancePath+"/trial/propensity", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data50 < 0 || isNaN(data50)){
vErrors = and(vErrors, instancePath+"/trial/propensity", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trial/propensity", "type", {type: "number"});
errors++;
}
}
let data51 = data.tokens;
if((!(data51 && typeof data51 == "object" && !Array.isArray(data51))) && (data51 !== null)){
vErrors = and(vErrors, instancePath+"/tokens", "type", {type: ["object","null"]});
errors++;
}
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
if(data51.cache_read === undefined){
data51.cache_read = 0;
}
if(data51.cache_write_5m === undefined){
data51.cache_write_5m = 0;
}
if(data51.cache_write_1h === undefined){
data51.cache_write_1h = 0;
}
if(data51.input === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "input"});
errors++;
}
if(data51.output === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "output"});
errors++;
}
if(data51.cache_read === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "cache_read"});
errors++;
}
if(data51.cache_write_5m === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "cache_write_5m"});
errors++;
}
if(data51.cache_write_1h === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "cache_write_1h"});
errors++;
}
for(const key5 in data51){
if(!(((((key5 === "input") || (key5 === "output")) || (key5 === "cache_read")) || (key5 === "cache_write_5m")) || (key5 === "cache_write_1h"))){
delete data51[key5];
}
}
if(data51.input !== undefined){
let data52 = data51.input;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
vErrors = and(vErrors, instancePath+"/tokens/input", "type", {type: "integer"});
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1000000000000 || isNaN(data52)){
vErrors = and(vErrors, instancePath+"/tokens/input", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data52 < 0 || isNaN(data52)){
vErrors = and(vErrors, instancePath+"/tokens/input", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data51.output !== undefined){
let data53 = data51.output;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
vErrors = and(vErrors, instancePath+"/tokens/output", "type", {type: "integer"});
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1000000000000 || isNaN(data53)){
vErrors = and(vErrors, instancePath+"/tokens/output", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data53 < 0 || isNaN(data53)){
vErrors = and(vErrors, instancePath+"/tokens/output", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
let data54 = data51.cache_read;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
vErrors = and(vErrors, instancePath+"/tokens/cache_read", "type", {type: "integer"});
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 1000000000000 || isNaN(data54)){
vErrors = and(vErrors, instancePath+"/tokens/cache_read", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data54 < 0 || isNaN(data54)){
vErrors = and(vErrors, instancePath+"/tokens/cache_read", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data55 = data51.cache_write_5m;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_5m", "type", {type: "integer"});
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 1000000000000 || isNaN(data55)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_5m", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data55 < 0 || isNaN(data55)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_5m", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data56 = data51.cache_write_1h;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_1h", "type", {type: "integer"});
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 1000000000000 || isNaN(data56)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_1h", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data56 < 0 || isNaN(data56)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_1h", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
let data57 = data.max_prompt_tokens;
if((!(((typeof data57 == "number") && (!(data57 % 1) && !isNaN(data57))) && (isFinite(data57)))) && (data57 !== null)){
vErrors = and(vErrors, instancePath+"/max_prompt_tokens", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data57 == "number") && (isFinite(data57))){
if(data57 > 1000000000000 || isNaN(data57)){
vErrors = and(vErrors, instancePath+"/max_prompt_tokens", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data57 < 0 || isNaN(data57)){
vErrors = and(vErrors, instancePath+"/max_prompt_tokens", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data58 = data.cost_microusd;
if((!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))) && (data58 !== null)){
vErrors = and(vErrors, instancePath+"/cost_microusd", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1000000000000 || isNaN(data58)){
vErrors = and(vErrors, instancePath+"/cost_microusd", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data58 < 0 || isNaN(data58)){
vErrors = and(vErrors, instancePath+"/cost_microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(data.cost_basis !== undefined){
let data59 = data.cost_basis;
if(!((((data59 === "reported") || (data59 === "computed")) || (data59 === "unpriced")) || (data59 === "unmeasured"))){
vErrors = and(vErrors, instancePath+"/cost_basis", "enum", {allowedValues: ["reported","computed","unpriced","unmeasured"]});
errors++;
}
}
if(data.claimed !== undefined){
let data60 = data.claimed;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key6 in data60){
if(!((key6 === "cost_microusd") || (key6 === "tier_used"))){
delete data60[key6];
}
}
if(data60.cost_microusd !== undefined){
let data61 = data60.cost_microusd;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
vErrors = and(vErrors, instancePath+"/claimed/cost_microusd", "type", {type: "integer"});
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1000000000000 || isNaN(data61)){
vErrors = and(vErrors, instancePath+"/claimed/cost_microusd", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data61 < 0 || isNaN(data61)){
vErrors = and(vErrors, instancePath+"/claimed/cost_microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data60.tier_used !== undefined){
let data62 = data60.tier_used;
if(typeof data62 === "string"){
if(!pattern12.test(data62)){
vErrors = and(vErrors, instancePath+"/claimed/tier_used", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/claimed/tier_used", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/claimed", "type", {type: "object"});
errors++;
}
}
let data63 = data.price_table;
if((typeof data63 !== "string") && (data63 !== null)){
vErrors = and(vErrors, instancePath+"/price_table", "type", {type: ["string","null"]});
errors++;
}
if(typeof data63 === "string"){
if(func2(data63) > 64){
vErrors = and(vErrors, instancePath+"/price_table", "maxLength", {limit: 64});
errors++;
}
if(func2(data63) < 1){
vErrors = and(vErrors, instancePath+"/price_table", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data63)){
vErrors = and(vErrors, instancePath+"/price_table", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
let data64 = data.duration_ms;
if((!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))) && (data64 !== null)){
vErrors = and(vErrors, instancePath+"/duration_ms", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 10000000000 || isNaN(data64)){
vErrors = and(vErrors, instancePath+"/duration_ms", "maximum", {comparison: "<=", limit: 10000000000});
errors++;
}
if(data64 < 0 || isNaN(data64)){
vErrors = and(vErrors, instancePath+"/duration_ms", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data65 = data.turns;
if((!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))) && (data65 !== null)){
vErrors = and(vErrors, instancePath+"/turns", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 10000000 || isNaN(data65)){
vErrors = and(vErrors, instancePath+"/turns", "maximum", {comparison: "<=", limit: 10000000});
errors++;
}
if(data65 < 0 || isNaN(data65)){
vErrors = and(vErrors, instancePath+"/turns", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data66 = data.outcome;
if(!(((data66 === "pass") || (data66 === "fail")) || (data66 === "unknown"))){
vErrors = and(vErrors, instancePath+"/outcome", "enum", {allowedValues: ["pass","fail","unknown"]});
errors++;
}
let data67 = data.quality_score;
if((!((typeof data67 == "number") && (isFinite(data67)))) && (data67 !== null)){
vErrors = and(vErrors, instancePath+"/quality_score", "type", {type: ["number","null"]});
errors++;
}
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 1 || isNaN(data67)){
vErrors = and(vErrors, instancePath+"/quality_score", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data67 < 0 || isNaN(data67)){
vErrors = and(vErrors, instancePath+"/quality_score", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data68 = data.zone;
if(!((((((data68 === "GREEN") || (data68 === "YELLOW")) || (data68 === "ORANGE")) || (data68 === "RED")) || (data68 === "EXHAUSTED")) || (data68 === null))){
vErrors = and(vErrors, instancePath+"/zone", "enum", {allowedValues: ["GREEN","YELLOW","ORANGE","RED","EXHAUSTED",null]});
errors++;
}
let data69 = data.zone_forecast;
if((!(data69 && typeof data69 == "object" && !Array.isArray(data69))) && (data69 !== null)){
vErrors = and(vErrors, instancePath+"/zone_forecast", "type", {type: ["object","null"]});
errors++;
}
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.zone === undefined){
vErrors = and(vErrors, instancePath+"/zone_forecast", "required", {missingProperty: "zone"});
errors++;
}
if(data69.probability === undefined){
vErrors = and(vErrors, instancePath+"/zone_forecast", "required", {missingProperty: "probability"});
errors++;
}
for(const key7 in data69){
if(!((key7 === "zone") || (key7 === "probability"))){
delete data69[key7];
}
}
if(data69.zone !== undefined){
let data70 = data69.zone;
if(!(((((data70 === "GREEN") || (data70 === "YELLOW")) || (data70 === "ORANGE")) || (data70 === "RED")) || (data70 === "EXHAUSTED"))){
vErrors = and(vErrors, instancePath+"/zone_forecast/zone", "enum", {allowedValues: ["GREEN","YELLOW","ORANGE","RED","EXHAUSTED"]});
errors++;
}
}
if(data69.probability !== undefined){
let data71 = data69.probability;
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 > 1 || isNaN(data71)){
vErrors = and(vErrors, instancePath+"/zone_forecast/probability", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data71 < 0 || isNaN(data71)){
vErrors = and(vErrors, instancePath+"/zone_forecast/probability", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/zone_forecast/probability", "type", {type: "number"});
errors++;
}
}
}
let data72 = data.task;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(Object.keys(data72).length > 100){
vErrors = and(vErrors, instancePath+"/task", "maxProperties", {limit: 100});
errors++;
}
for(const key8 in data72){
const _errs159 = errors;
if(typeof key8 === "string"){
if(!pattern37.test(key8)){
vErrors = and(vErrors, instancePath+"/task", "pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,63}$"});
errors++;
}
}
var valid20 = _errs159 === errors;
if(!valid20){
vErrors = and(vErrors, instancePath+"/task", "propertyNames", {propertyName: key8});
errors++;
}
}
for(const key9 in data72){
let data73 = data72[key9];
if((((typeof data73 !== "boolean") && (!((typeof data73 == "number") && (isFinite(data73))))) && (typeof data73 !== "string")) && (!(Array.isArray(data73)))){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "type", {type: ["boolean","number","string","array"]});
errors++;
}
if(typeof data73 === "string"){
if(func2(data73) > 1000){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "maxLength", {limit: 1000});
errors++;
}
if(!pattern6.test(data73)){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
if(Array.isArray(data73)){
if(data73.length > 200){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "maxItems", {limit: 200});
errors++;
}
const len1 = data73.length;
for(let i1=0; i1<len1; i1++){
let data74 = data73[i1];
if(typeof data74 === "string"){
if(func2(data74) > 1000){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9)+"/" + i1, "maxLength", {limit: 1000});
errors++;
}
if(!pattern6.test(data74)){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9)+"/" + i1, "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9)+"/" + i1, "type", {type: "string"});
errors++;
}
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/task", "type", {type: "object"});
errors++;
}
let data75 = data.agent_hash;
if((typeof data75 !== "string") && (data75 !== null)){
vErrors = and(vErrors, instancePath+"/agent_hash", "type", {type: ["string","null"]});
errors++;
}
if(typeof data75 === "string"){
if(!pattern3.test(data75)){
vErrors = and(vErrors, instancePath+"/agent_hash", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
let data76 = data.measured;
if(!(((data76 === "full") || (data76 === "partial")) || (data76 === "none"))){
vErrors = and(vErrors, instancePath+"/measured", "enum", {allowedValues: ["full","partial","none"]});
errors++;
}
let data77 = data.source;
if(typeof data77 === "string"){
if(!pattern12.test(data77)){
vErrors = and(vErrors, instancePath+"/source", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/source", "type", {type: "string"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}

export const validateOutcome = validate53 as unknown as ValidateFunction<StoredOutcomeEvent>;

function validate53(data, instancePath=""){
/*# sourceURL="outcome.schema.json" */;
let vErrors = null;
let errors = 0;
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
vErrors = and(vErrors, instancePath, "required", {missingProperty: "schema"});
errors++;
}
if(data.at === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "at"});
errors++;
}
if(data.repository === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "repository"});
errors++;
}
if(data.work_item === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "work_item"});
errors++;
}
if(data.outcome === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "outcome"});
errors++;
}
if(data.by === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "by"});
errors++;
}
if(data.agent === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "agent"});
errors++;
}
if(data.phase === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "phase"});
errors++;
}
if(data.record === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "record"});
errors++;
}
if(data.note === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "note"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"schema":0,"at":0,"repository":0,"work_item":0,"agent":0,"phase":0,"record":0,"outcome":0,"by":0,"note":0}, key0))){
delete data[key0];
}
}
if(data.schema !== undefined){
if("haiku-first/outcome@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/outcome@1"});
errors++;
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = and(vErrors, instancePath+"/at", "pattern", {pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/at", "type", {type: "string"});
errors++;
}
}
if(data.repository !== undefined){
let data2 = data.repository;
if(typeof data2 === "string"){
if(!pattern5.test(data2)){
vErrors = and(vErrors, instancePath+"/repository", "pattern", {pattern: "^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/repository", "type", {type: "string"});
errors++;
}
}
if(data.work_item !== undefined){
let data3 = data.work_item;
if(typeof data3 === "string"){
if(func2(data3) > 200){
vErrors = and(vErrors, instancePath+"/work_item", "maxLength", {limit: 200});
errors++;
}
if(func2(data3) < 1){
vErrors = and(vErrors, instancePath+"/work_item", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data3)){
vErrors = and(vErrors, instancePath+"/work_item", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/work_item", "type", {type: "string"});
errors++;
}
}
let data4 = data.agent;
if((typeof data4 !== "string") && (data4 !== null)){
vErrors = and(vErrors, instancePath+"/agent", "type", {type: ["string","null"]});
errors++;
}
if(typeof data4 === "string"){
if(!pattern12.test(data4)){
vErrors = and(vErrors, instancePath+"/agent", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
let data5 = data.phase;
if((typeof data5 !== "string") && (data5 !== null)){
vErrors = and(vErrors, instancePath+"/phase", "type", {type: ["string","null"]});
errors++;
}
if(typeof data5 === "string"){
if(!pattern12.test(data5)){
vErrors = and(vErrors, instancePath+"/phase", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
let data6 = data.record;
if((typeof data6 !== "string") && (data6 !== null)){
vErrors = and(vErrors, instancePath+"/record", "type", {type: ["string","null"]});
errors++;
}
if(typeof data6 === "string"){
if(!pattern3.test(data6)){
vErrors = and(vErrors, instancePath+"/record", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
if(data.outcome !== undefined){
let data7 = data.outcome;
if(!(((((((data7 === "pass") || (data7 === "fail")) || (data7 === "reworked")) || (data7 === "reverted")) || (data7 === "approved")) || (data7 === "changes-requested")) || (data7 === "security-issue-missed"))){
vErrors = and(vErrors, instancePath+"/outcome", "enum", {allowedValues: ["pass","fail","reworked","reverted","approved","changes-requested","security-issue-missed"]});
errors++;
}
}
if(data.by !== undefined){
let data8 = data.by;
if(typeof data8 === "string"){
if(func2(data8) > 200){
vErrors = and(vErrors, instancePath+"/by", "maxLength", {limit: 200});
errors++;
}
if(func2(data8) < 1){
vErrors = and(vErrors, instancePath+"/by", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data8)){
vErrors = and(vErrors, instancePath+"/by", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/by", "type", {type: "string"});
errors++;
}
}
let data9 = data.note;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = and(vErrors, instancePath+"/note", "type", {type: ["string","null"]});
errors++;
}
if(typeof data9 === "string"){
if(func2(data9) > 2000){
vErrors = and(vErrors, instancePath+"/note", "maxLength", {limit: 2000});
errors++;
}
if(func2(data9) < 1){
vErrors = and(vErrors, instancePath+"/note", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data9)){
vErrors = and(vErrors, instancePath+"/note", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

export const validateVoid = validate54 as unknown as ValidateFunction<StoredVoidEvent>;

function validate54(data, instancePath=""){
/*# sourceURL="void.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "schema"});
errors++;
}
if(data.at === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "at"});
errors++;
}
if(data.voided_at === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "voided_at"});
errors++;
}
if(data.repository === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "repository"});
errors++;
}
if(data.voids === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "voids"});
errors++;
}
if(data.because === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "because"});
errors++;
}
if(data.by === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "by"});
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "schema") || (key0 === "at")) || (key0 === "voided_at")) || (key0 === "repository")) || (key0 === "voids")) || (key0 === "because")) || (key0 === "by"))){
delete data[key0];
}
}
if(data.schema !== undefined){
if("haiku-first/void@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/void@1"});
errors++;
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = and(vErrors, instancePath+"/at", "pattern", {pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/at", "type", {type: "string"});
errors++;
}
}
if(data.voided_at !== undefined){
let data2 = data.voided_at;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
vErrors = and(vErrors, instancePath+"/voided_at", "pattern", {pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/voided_at", "type", {type: "string"});
errors++;
}
}
if(data.repository !== undefined){
let data3 = data.repository;
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
vErrors = and(vErrors, instancePath+"/repository", "pattern", {pattern: "^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/repository", "type", {type: "string"});
errors++;
}
}
if(data.voids !== undefined){
let data4 = data.voids;
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
vErrors = and(vErrors, instancePath+"/voids", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/voids", "type", {type: "string"});
errors++;
}
}
if(data.because !== undefined){
let data5 = data.because;
if(typeof data5 === "string"){
if(func2(data5) > 2000){
vErrors = and(vErrors, instancePath+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data5) < 1){
vErrors = and(vErrors, instancePath+"/because", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data5)){
vErrors = and(vErrors, instancePath+"/because", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/because", "type", {type: "string"});
errors++;
}
}
if(data.by !== undefined){
let data6 = data.by;
if(typeof data6 === "string"){
if(func2(data6) > 200){
vErrors = and(vErrors, instancePath+"/by", "maxLength", {limit: 200});
errors++;
}
if(func2(data6) < 1){
vErrors = and(vErrors, instancePath+"/by", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data6)){
vErrors = and(vErrors, instancePath+"/by", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/by", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate54.errors = vErrors;
return errors === 0;
}

function and(errors, instancePath, keyword, params){
const error = {instancePath, keyword, params};
if(errors === null) return [error];
errors.push(error);
return errors;
}
function escaped(key){
return key.replace(/~/g, "~0").replace(/\//g, "~1");
}
