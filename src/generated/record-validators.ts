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
const pattern15 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$", "u");
const pattern30 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
const pattern35 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "u");

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
if(!(func1.call({"schema":0,"id":0,"at":0,"repository":0,"run":0,"workflow":0,"session":0,"parent":0,"work_item":0,"agent":0,"phase":0,"attempt":0,"tier_assigned":0,"model_requested":0,"model_used":0,"tier_used":0,"auxiliary":0,"escalated_from_model":0,"escalation_reason":0,"escalation_trigger":0,"planned_upgrade":0,"override":0,"exception":0,"critical":0,"trial":0,"tokens":0,"max_prompt_tokens":0,"cost_microusd":0,"cost_basis":0,"claimed":0,"price_table":0,"duration_ms":0,"turns":0,"outcome":0,"quality_score":0,"zone":0,"zone_forecast":0,"task":0,"agent_hash":0,"measured":0,"source":0}, key0))){
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
if(data.phase !== undefined){
let data20 = data.phase;
if(typeof data20 === "string"){
if(!pattern12.test(data20)){
vErrors = and(vErrors, instancePath+"/phase", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/phase", "type", {type: "string"});
errors++;
}
}
let data21 = data.attempt;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
vErrors = and(vErrors, instancePath+"/attempt", "type", {type: "integer"});
errors++;
}
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1000 || isNaN(data21)){
vErrors = and(vErrors, instancePath+"/attempt", "maximum", {comparison: "<=", limit: 1000});
errors++;
}
if(data21 < 1 || isNaN(data21)){
vErrors = and(vErrors, instancePath+"/attempt", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
let data22 = data.tier_assigned;
if((typeof data22 !== "string") && (data22 !== null)){
vErrors = and(vErrors, instancePath+"/tier_assigned", "type", {type: ["string","null"]});
errors++;
}
if(typeof data22 === "string"){
if(!pattern12.test(data22)){
vErrors = and(vErrors, instancePath+"/tier_assigned", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
let data23 = data.model_requested;
if((typeof data23 !== "string") && (data23 !== null)){
vErrors = and(vErrors, instancePath+"/model_requested", "type", {type: ["string","null"]});
errors++;
}
if(typeof data23 === "string"){
if(!pattern15.test(data23)){
vErrors = and(vErrors, instancePath+"/model_requested", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
let data24 = data.model_used;
if((typeof data24 !== "string") && (data24 !== null)){
vErrors = and(vErrors, instancePath+"/model_used", "type", {type: ["string","null"]});
errors++;
}
if(typeof data24 === "string"){
if(!pattern15.test(data24)){
vErrors = and(vErrors, instancePath+"/model_used", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
let data25 = data.tier_used;
if((typeof data25 !== "string") && (data25 !== null)){
vErrors = and(vErrors, instancePath+"/tier_used", "type", {type: ["string","null"]});
errors++;
}
if(typeof data25 === "string"){
if(!pattern12.test(data25)){
vErrors = and(vErrors, instancePath+"/tier_used", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
if(typeof data.auxiliary !== "boolean"){
vErrors = and(vErrors, instancePath+"/auxiliary", "type", {type: "boolean"});
errors++;
}
let data27 = data.escalated_from_model;
if((typeof data27 !== "string") && (data27 !== null)){
vErrors = and(vErrors, instancePath+"/escalated_from_model", "type", {type: ["string","null"]});
errors++;
}
if(typeof data27 === "string"){
if(!pattern15.test(data27)){
vErrors = and(vErrors, instancePath+"/escalated_from_model", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
let data28 = data.escalation_reason;
if((typeof data28 !== "string") && (data28 !== null)){
vErrors = and(vErrors, instancePath+"/escalation_reason", "type", {type: ["string","null"]});
errors++;
}
if(typeof data28 === "string"){
if(func2(data28) > 2000){
vErrors = and(vErrors, instancePath+"/escalation_reason", "maxLength", {limit: 2000});
errors++;
}
if(func2(data28) < 1){
vErrors = and(vErrors, instancePath+"/escalation_reason", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data28)){
vErrors = and(vErrors, instancePath+"/escalation_reason", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
let data29 = data.escalation_trigger;
if((typeof data29 !== "string") && (data29 !== null)){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "type", {type: ["string","null"]});
errors++;
}
if(typeof data29 === "string"){
if(func2(data29) > 200){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "maxLength", {limit: 200});
errors++;
}
if(func2(data29) < 1){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data29)){
vErrors = and(vErrors, instancePath+"/escalation_trigger", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
if(typeof data.planned_upgrade !== "boolean"){
vErrors = and(vErrors, instancePath+"/planned_upgrade", "type", {type: "boolean"});
errors++;
}
let data31 = data.override;
if((!(data31 && typeof data31 == "object" && !Array.isArray(data31))) && (data31 !== null)){
vErrors = and(vErrors, instancePath+"/override", "type", {type: ["object","null"]});
errors++;
}
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.tier === undefined){
vErrors = and(vErrors, instancePath+"/override", "required", {missingProperty: "tier"});
errors++;
}
if(data31.reason === undefined){
vErrors = and(vErrors, instancePath+"/override", "required", {missingProperty: "reason"});
errors++;
}
if(data31.by === undefined){
vErrors = and(vErrors, instancePath+"/override", "required", {missingProperty: "by"});
errors++;
}
for(const key2 in data31){
if(!((((key2 === "tier") || (key2 === "reason")) || (key2 === "by")) || (key2 === "where"))){
delete data31[key2];
}
}
if(data31.tier !== undefined){
let data32 = data31.tier;
if(typeof data32 === "string"){
if(!pattern12.test(data32)){
vErrors = and(vErrors, instancePath+"/override/tier", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/override/tier", "type", {type: "string"});
errors++;
}
}
if(data31.reason !== undefined){
let data33 = data31.reason;
if(typeof data33 === "string"){
if(func2(data33) > 2000){
vErrors = and(vErrors, instancePath+"/override/reason", "maxLength", {limit: 2000});
errors++;
}
if(func2(data33) < 1){
vErrors = and(vErrors, instancePath+"/override/reason", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data33)){
vErrors = and(vErrors, instancePath+"/override/reason", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/override/reason", "type", {type: "string"});
errors++;
}
}
if(data31.by !== undefined){
let data34 = data31.by;
if(typeof data34 === "string"){
if(func2(data34) > 200){
vErrors = and(vErrors, instancePath+"/override/by", "maxLength", {limit: 200});
errors++;
}
if(func2(data34) < 1){
vErrors = and(vErrors, instancePath+"/override/by", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data34)){
vErrors = and(vErrors, instancePath+"/override/by", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/override/by", "type", {type: "string"});
errors++;
}
}
if(data31.where !== undefined){
let data35 = data31.where;
if(typeof data35 === "string"){
if(func2(data35) > 300){
vErrors = and(vErrors, instancePath+"/override/where", "maxLength", {limit: 300});
errors++;
}
if(func2(data35) < 1){
vErrors = and(vErrors, instancePath+"/override/where", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data35)){
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
let data36 = data.exception;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.floor === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "floor"});
errors++;
}
if(data36.tier === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "tier"});
errors++;
}
if(data36.reason === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "reason"});
errors++;
}
if(data36.approved_by === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "approved_by"});
errors++;
}
if(data36.tracking === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "tracking"});
errors++;
}
if(data36.expires === undefined){
vErrors = and(vErrors, instancePath+"/exception", "required", {missingProperty: "expires"});
errors++;
}
for(const key3 in data36){
if(!((((((key3 === "floor") || (key3 === "tier")) || (key3 === "reason")) || (key3 === "approved_by")) || (key3 === "tracking")) || (key3 === "expires"))){
delete data36[key3];
}
}
if(data36.floor !== undefined){
let data37 = data36.floor;
if(typeof data37 === "string"){
if(func2(data37) > 400){
vErrors = and(vErrors, instancePath+"/exception/floor", "maxLength", {limit: 400});
errors++;
}
if(func2(data37) < 1){
vErrors = and(vErrors, instancePath+"/exception/floor", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data37)){
vErrors = and(vErrors, instancePath+"/exception/floor", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/floor", "type", {type: "string"});
errors++;
}
}
if(data36.tier !== undefined){
let data38 = data36.tier;
if(typeof data38 === "string"){
if(!pattern12.test(data38)){
vErrors = and(vErrors, instancePath+"/exception/tier", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/tier", "type", {type: "string"});
errors++;
}
}
if(data36.reason !== undefined){
let data39 = data36.reason;
if(typeof data39 === "string"){
if(func2(data39) > 500){
vErrors = and(vErrors, instancePath+"/exception/reason", "maxLength", {limit: 500});
errors++;
}
if(func2(data39) < 1){
vErrors = and(vErrors, instancePath+"/exception/reason", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data39)){
vErrors = and(vErrors, instancePath+"/exception/reason", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/reason", "type", {type: "string"});
errors++;
}
}
if(data36.approved_by !== undefined){
let data40 = data36.approved_by;
if(typeof data40 === "string"){
if(func2(data40) > 200){
vErrors = and(vErrors, instancePath+"/exception/approved_by", "maxLength", {limit: 200});
errors++;
}
if(func2(data40) < 1){
vErrors = and(vErrors, instancePath+"/exception/approved_by", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data40)){
vErrors = and(vErrors, instancePath+"/exception/approved_by", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/approved_by", "type", {type: "string"});
errors++;
}
}
if(data36.tracking !== undefined){
let data41 = data36.tracking;
if(typeof data41 === "string"){
if(func2(data41) > 300){
vErrors = and(vErrors, instancePath+"/exception/tracking", "maxLength", {limit: 300});
errors++;
}
if(func2(data41) < 1){
vErrors = and(vErrors, instancePath+"/exception/tracking", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data41)){
vErrors = and(vErrors, instancePath+"/exception/tracking", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/exception/tracking", "type", {type: "string"});
errors++;
}
}
if(data36.expires !== undefined){
let data42 = data36.expires;
if(typeof data42 === "string"){
if(!pattern30.test(data42)){
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
let data44 = data.trial;
if((!(data44 && typeof data44 == "object" && !Array.isArray(data44))) && (data44 !== null)){
vErrors = and(vErrors, instancePath+"/trial", "type", {type: ["object","null"]});
errors++;
}
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(data44.propensity === undefined){
data44.propensity = 1;
}
if(data44.id === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "id"});
errors++;
}
if(data44.arm === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "arm"});
errors++;
}
if(data44.propensity === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "propensity"});
errors++;
}
for(const key4 in data44){
if(!(((key4 === "id") || (key4 === "arm")) || (key4 === "propensity"))){
delete data44[key4];
}
}
if(data44.id !== undefined){
let data45 = data44.id;
if(typeof data45 === "string"){
if(func2(data45) > 100){
vErrors = and(vErrors, instancePath+"/trial/id", "maxLength", {limit: 100});
errors++;
}
if(func2(data45) < 1){
vErrors = and(vErrors, instancePath+"/trial/id", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data45)){
vErrors = and(vErrors, instancePath+"/trial/id", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trial/id", "type", {type: "string"});
errors++;
}
}
if(data44.arm !== undefined){
let data46 = data44.arm;
if(typeof data46 === "string"){
if(func2(data46) > 100){
vErrors = and(vErrors, instancePath+"/trial/arm", "maxLength", {limit: 100});
errors++;
}
if(func2(data46) < 1){
vErrors = and(vErrors, instancePath+"/trial/arm", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data46)){
vErrors = and(vErrors, instancePath+"/trial/arm", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trial/arm", "type", {type: "string"});
errors++;
}
}
let data47 = data44.propensity;
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 1 || isNaN(data47)){
vErrors = and(vErrors, instancePath+"/trial/propensity", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data47 < 0 || isNaN(data47)){
vErrors = and(vErrors, instancePath+"/trial/propensity", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trial/propensity", "type", {type: "number"});
errors++;
}
}
let data48 = data.tokens;
if((!(data48 && typeof data48 == "object" && !Array.isArray(data48))) && (data48 !== null)){
vErrors = and(vErrors, instancePath+"/tokens", "type", {type: ["object","null"]});
errors++;
}
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.cache_read === undefined){
data48.cache_read = 0;
}
if(data48.cache_write_5m === undefined){
data48.cache_write_5m = 0;
}
if(data48.cache_write_1h === undefined){
data48.cache_write_1h = 0;
}
if(data48.input === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "input"});
errors++;
}
if(data48.output === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "output"});
errors++;
}
if(data48.cache_read === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "cache_read"});
errors++;
}
if(data48.cache_write_5m === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "cache_write_5m"});
errors++;
}
if(data48.cache_write_1h === undefined){
vErrors = and(vErrors, instancePath+"/tokens", "required", {missingProperty: "cache_write_1h"});
errors++;
}
for(const key5 in data48){
if(!(((((key5 === "input") || (key5 === "output")) || (key5 === "cache_read")) || (key5 === "cache_write_5m")) || (key5 === "cache_write_1h"))){
delete data48[key5];
}
}
if(data48.input !== undefined){
let data49 = data48.input;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
vErrors = and(vErrors, instancePath+"/tokens/input", "type", {type: "integer"});
errors++;
}
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 > 1000000000000 || isNaN(data49)){
vErrors = and(vErrors, instancePath+"/tokens/input", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data49 < 0 || isNaN(data49)){
vErrors = and(vErrors, instancePath+"/tokens/input", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data48.output !== undefined){
let data50 = data48.output;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
vErrors = and(vErrors, instancePath+"/tokens/output", "type", {type: "integer"});
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 > 1000000000000 || isNaN(data50)){
vErrors = and(vErrors, instancePath+"/tokens/output", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data50 < 0 || isNaN(data50)){
vErrors = and(vErrors, instancePath+"/tokens/output", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
let data51 = data48.cache_read;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
vErrors = and(vErrors, instancePath+"/tokens/cache_read", "type", {type: "integer"});
errors++;
}
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 1000000000000 || isNaN(data51)){
vErrors = and(vErrors, instancePath+"/tokens/cache_read", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data51 < 0 || isNaN(data51)){
vErrors = and(vErrors, instancePath+"/tokens/cache_read", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data52 = data48.cache_write_5m;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_5m", "type", {type: "integer"});
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 1000000000000 || isNaN(data52)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_5m", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data52 < 0 || isNaN(data52)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_5m", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data53 = data48.cache_write_1h;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_1h", "type", {type: "integer"});
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 1000000000000 || isNaN(data53)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_1h", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data53 < 0 || isNaN(data53)){
vErrors = and(vErrors, instancePath+"/tokens/cache_write_1h", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
let data54 = data.max_prompt_tokens;
if((!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))) && (data54 !== null)){
vErrors = and(vErrors, instancePath+"/max_prompt_tokens", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 > 1000000000000 || isNaN(data54)){
vErrors = and(vErrors, instancePath+"/max_prompt_tokens", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data54 < 0 || isNaN(data54)){
vErrors = and(vErrors, instancePath+"/max_prompt_tokens", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data55 = data.cost_microusd;
if((!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))) && (data55 !== null)){
vErrors = and(vErrors, instancePath+"/cost_microusd", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 1000000000000 || isNaN(data55)){
vErrors = and(vErrors, instancePath+"/cost_microusd", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data55 < 0 || isNaN(data55)){
vErrors = and(vErrors, instancePath+"/cost_microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
if(data.cost_basis !== undefined){
let data56 = data.cost_basis;
if(!((((data56 === "reported") || (data56 === "computed")) || (data56 === "unpriced")) || (data56 === "unmeasured"))){
vErrors = and(vErrors, instancePath+"/cost_basis", "enum", {allowedValues: ["reported","computed","unpriced","unmeasured"]});
errors++;
}
}
if(data.claimed !== undefined){
let data57 = data.claimed;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key6 in data57){
if(!((key6 === "cost_microusd") || (key6 === "tier_used"))){
delete data57[key6];
}
}
if(data57.cost_microusd !== undefined){
let data58 = data57.cost_microusd;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
vErrors = and(vErrors, instancePath+"/claimed/cost_microusd", "type", {type: "integer"});
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 > 1000000000000 || isNaN(data58)){
vErrors = and(vErrors, instancePath+"/claimed/cost_microusd", "maximum", {comparison: "<=", limit: 1000000000000});
errors++;
}
if(data58 < 0 || isNaN(data58)){
vErrors = and(vErrors, instancePath+"/claimed/cost_microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data57.tier_used !== undefined){
let data59 = data57.tier_used;
if(typeof data59 === "string"){
if(!pattern12.test(data59)){
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
let data60 = data.price_table;
if((typeof data60 !== "string") && (data60 !== null)){
vErrors = and(vErrors, instancePath+"/price_table", "type", {type: ["string","null"]});
errors++;
}
if(typeof data60 === "string"){
if(func2(data60) > 64){
vErrors = and(vErrors, instancePath+"/price_table", "maxLength", {limit: 64});
errors++;
}
if(func2(data60) < 1){
vErrors = and(vErrors, instancePath+"/price_table", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data60)){
vErrors = and(vErrors, instancePath+"/price_table", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
let data61 = data.duration_ms;
if((!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))) && (data61 !== null)){
vErrors = and(vErrors, instancePath+"/duration_ms", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 10000000000 || isNaN(data61)){
vErrors = and(vErrors, instancePath+"/duration_ms", "maximum", {comparison: "<=", limit: 10000000000});
errors++;
}
if(data61 < 0 || isNaN(data61)){
vErrors = and(vErrors, instancePath+"/duration_ms", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data62 = data.turns;
if((!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))) && (data62 !== null)){
vErrors = and(vErrors, instancePath+"/turns", "type", {type: ["integer","null"]});
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 10000000 || isNaN(data62)){
vErrors = and(vErrors, instancePath+"/turns", "maximum", {comparison: "<=", limit: 10000000});
errors++;
}
if(data62 < 0 || isNaN(data62)){
vErrors = and(vErrors, instancePath+"/turns", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data63 = data.outcome;
if(!(((data63 === "pass") || (data63 === "fail")) || (data63 === "unknown"))){
vErrors = and(vErrors, instancePath+"/outcome", "enum", {allowedValues: ["pass","fail","unknown"]});
errors++;
}
let data64 = data.quality_score;
if((!((typeof data64 == "number") && (isFinite(data64)))) && (data64 !== null)){
vErrors = and(vErrors, instancePath+"/quality_score", "type", {type: ["number","null"]});
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 1 || isNaN(data64)){
vErrors = and(vErrors, instancePath+"/quality_score", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data64 < 0 || isNaN(data64)){
vErrors = and(vErrors, instancePath+"/quality_score", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
let data65 = data.zone;
if(!((((((data65 === "GREEN") || (data65 === "YELLOW")) || (data65 === "ORANGE")) || (data65 === "RED")) || (data65 === "EXHAUSTED")) || (data65 === null))){
vErrors = and(vErrors, instancePath+"/zone", "enum", {allowedValues: ["GREEN","YELLOW","ORANGE","RED","EXHAUSTED",null]});
errors++;
}
let data66 = data.zone_forecast;
if((!(data66 && typeof data66 == "object" && !Array.isArray(data66))) && (data66 !== null)){
vErrors = and(vErrors, instancePath+"/zone_forecast", "type", {type: ["object","null"]});
errors++;
}
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.zone === undefined){
vErrors = and(vErrors, instancePath+"/zone_forecast", "required", {missingProperty: "zone"});
errors++;
}
if(data66.probability === undefined){
vErrors = and(vErrors, instancePath+"/zone_forecast", "required", {missingProperty: "probability"});
errors++;
}
for(const key7 in data66){
if(!((key7 === "zone") || (key7 === "probability"))){
delete data66[key7];
}
}
if(data66.zone !== undefined){
let data67 = data66.zone;
if(!(((((data67 === "GREEN") || (data67 === "YELLOW")) || (data67 === "ORANGE")) || (data67 === "RED")) || (data67 === "EXHAUSTED"))){
vErrors = and(vErrors, instancePath+"/zone_forecast/zone", "enum", {allowedValues: ["GREEN","YELLOW","ORANGE","RED","EXHAUSTED"]});
errors++;
}
}
if(data66.probability !== undefined){
let data68 = data66.probability;
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 1 || isNaN(data68)){
vErrors = and(vErrors, instancePath+"/zone_forecast/probability", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data68 < 0 || isNaN(data68)){
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
let data69 = data.task;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(Object.keys(data69).length > 100){
vErrors = and(vErrors, instancePath+"/task", "maxProperties", {limit: 100});
errors++;
}
for(const key8 in data69){
const _errs153 = errors;
if(typeof key8 === "string"){
if(!pattern35.test(key8)){
vErrors = and(vErrors, instancePath+"/task", "pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,63}$"});
errors++;
}
}
var valid18 = _errs153 === errors;
if(!valid18){
vErrors = and(vErrors, instancePath+"/task", "propertyNames", {propertyName: key8});
errors++;
}
}
for(const key9 in data69){
let data70 = data69[key9];
if((((typeof data70 !== "boolean") && (!((typeof data70 == "number") && (isFinite(data70))))) && (typeof data70 !== "string")) && (!(Array.isArray(data70)))){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "type", {type: ["boolean","number","string","array"]});
errors++;
}
if(typeof data70 === "string"){
if(func2(data70) > 1000){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "maxLength", {limit: 1000});
errors++;
}
if(!pattern6.test(data70)){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
if(Array.isArray(data70)){
if(data70.length > 200){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9), "maxItems", {limit: 200});
errors++;
}
const len0 = data70.length;
for(let i0=0; i0<len0; i0++){
let data71 = data70[i0];
if(typeof data71 === "string"){
if(func2(data71) > 1000){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9)+"/" + i0, "maxLength", {limit: 1000});
errors++;
}
if(!pattern6.test(data71)){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9)+"/" + i0, "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/task/" + escaped(key9)+"/" + i0, "type", {type: "string"});
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
let data72 = data.agent_hash;
if((typeof data72 !== "string") && (data72 !== null)){
vErrors = and(vErrors, instancePath+"/agent_hash", "type", {type: ["string","null"]});
errors++;
}
if(typeof data72 === "string"){
if(!pattern3.test(data72)){
vErrors = and(vErrors, instancePath+"/agent_hash", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
let data73 = data.measured;
if(!(((data73 === "full") || (data73 === "partial")) || (data73 === "none"))){
vErrors = and(vErrors, instancePath+"/measured", "enum", {allowedValues: ["full","partial","none"]});
errors++;
}
let data74 = data.source;
if(typeof data74 === "string"){
if(!pattern12.test(data74)){
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
