// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { AllocationFile } from './allocation.ts';
import type { ExceptionsFile } from './exceptions.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';
import func0Module from 'ajv/dist/runtime/equal.js';

export const validateAllocation = validate52 as unknown as ValidateFunction<AllocationFile>;
const func1 = Object.prototype.hasOwnProperty;
const func2 = (text) => { let length = 0; for (const _ of text) length++; return length; };
const func0 = func0Module.default ?? func0Module;
const pattern3 = new RegExp("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$", "u");
const pattern8 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}(?::[A-Za-z][A-Za-z0-9_.-]{0,63}){0,2}$", "u");
const pattern11 = new RegExp("^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$", "u");
const pattern13 = new RegExp("^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$", "u");
const pattern14 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,99}$", "u");
const pattern4 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");

function validate53(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern4.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

const pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$", "u");

function validate55(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern5.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}

const pattern6 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "u");

function validate60(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern6.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}


function validate63(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern4.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate63.errors = vErrors;
return errors === 0;
}


function validate66(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(!(((((data === "low") || (data === "medium")) || (data === "high")) || (data === "xhigh")) || (data === "max"))){
vErrors = and(vErrors, instancePath, "enum", {allowedValues: ["low","medium","high","xhigh","max"]});
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}


function validate68(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(!((data === "defer") || (data === "escalate"))){
vErrors = and(vErrors, instancePath, "enum", {allowedValues: ["defer","escalate"]});
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}


function validate72(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func2(data) > 400){
vErrors = and(vErrors, instancePath, "maxLength", {limit: 400});
errors++;
}
if(func2(data) < 1){
vErrors = and(vErrors, instancePath, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}


function validate75(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.file === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "file"});
errors++;
}
for(const key0 in data){
if(!((key0 === "file") || (key0 === "args"))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.file !== undefined){
if(!(validate72(data.file, instancePath+"/file"))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
if(data1.length > 50){
vErrors = and(vErrors, instancePath+"/args", "maxItems", {limit: 50});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(func2(data2) > 400){
vErrors = and(vErrors, instancePath+"/args/" + i0, "maxLength", {limit: 400});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/args/" + i0, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/args", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}


function validate81(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(func2(data) > 1000){
vErrors = and(vErrors, instancePath, "maxLength", {limit: 1000});
errors++;
}
if(func2(data) < 1){
vErrors = and(vErrors, instancePath, "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate81.errors = vErrors;
return errors === 0;
}

const pattern9 = new RegExp("^[0-9]{4}-W[0-9]{2}$", "u");

function validate95(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern9.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[0-9]{4}-W[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate95.errors = vErrors;
return errors === 0;
}


function validate88(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.tier === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tier"});
errors++;
}
for(const key0 in data){
if(!((((((((key0 === "tier") || (key0 === "effort")) || (key0 === "economy")) || (key0 === "on_unavailable")) || (key0 === "trial")) || (key0 === "was")) || (key0 === "since")) || (key0 === "because"))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.tier !== undefined){
if(!(validate63(data.tier, instancePath+"/tier"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.effort !== undefined){
if(!(validate66(data.effort, instancePath+"/effort"))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data.economy !== undefined){
if(!(validate63(data.economy, instancePath+"/economy"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.on_unavailable !== undefined){
if(!(validate68(data.on_unavailable, instancePath+"/on_unavailable"))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data.trial !== undefined){
let data4 = data.trial;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.id === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "id"});
errors++;
}
if(data4.tier === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "tier"});
errors++;
}
if(data4.share === undefined){
vErrors = and(vErrors, instancePath+"/trial", "required", {missingProperty: "share"});
errors++;
}
for(const key1 in data4){
if(!((((key1 === "id") || (key1 === "tier")) || (key1 === "share")) || (key1 === "until"))){
vErrors = and(vErrors, instancePath+"/trial", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data4.id !== undefined){
if(!(validate53(data4.id, instancePath+"/trial/id"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data4.tier !== undefined){
if(!(validate63(data4.tier, instancePath+"/trial/tier"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data4.share !== undefined){
let data7 = data4.share;
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 >= 1 || isNaN(data7)){
vErrors = and(vErrors, instancePath+"/trial/share", "exclusiveMaximum", {comparison: "<", limit: 1});
errors++;
}
if(data7 <= 0 || isNaN(data7)){
vErrors = and(vErrors, instancePath+"/trial/share", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trial/share", "type", {type: "number"});
errors++;
}
}
if(data4.until !== undefined){
if(!(validate95(data4.until, instancePath+"/trial/until"))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/trial", "type", {type: "object"});
errors++;
}
}
if(data.was !== undefined){
if(!(validate63(data.was, instancePath+"/was"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data.since !== undefined){
if(!(validate95(data.since, instancePath+"/since"))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
}
if(data.because !== undefined){
let data11 = data.because;
if(typeof data11 === "string"){
if(func2(data11) > 2000){
vErrors = and(vErrors, instancePath+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data11) < 1){
vErrors = and(vErrors, instancePath+"/because", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/because", "type", {type: "string"});
errors++;
}
}
if(data.was !== undefined){
if(data.since === undefined){
vErrors = and(vErrors, instancePath, "dependentRequired", {property: "was",
    missingProperty: "since",
    depsCount: 1,
    deps: "since"});
errors++;
}
}
if(data.since !== undefined){
if(data.was === undefined){
vErrors = and(vErrors, instancePath, "dependentRequired", {property: "since",
    missingProperty: "was",
    depsCount: 1,
    deps: "was"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate88.errors = vErrors;
return errors === 0;
}


function validate86(data, instancePath=""){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(typeof data !== "string"){
vErrors = and(vErrors, {});
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
if(!(validate63(data, instancePath))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(!(validate88(data, instancePath))){
vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
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
vErrors = and(vErrors, instancePath, "if", {failingKeyword: ifClause0});
errors++;
}
validate86.errors = vErrors;
return errors === 0;
}

const pattern10 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$", "u");

function validate101(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern10.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate101.errors = vErrors;
return errors === 0;
}

const pattern12 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");

function validate111(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern12.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate111.errors = vErrors;
return errors === 0;
}


function validate121(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.value === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "value"});
errors++;
}
for(const key0 in data){
if(!(key0 === "value")){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.value !== undefined){
let data0 = data.value;
if(((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")){
vErrors = and(vErrors, instancePath+"/value", "type", {type: ["string","number","boolean"]});
errors++;
}
if(typeof data0 === "string"){
if(func2(data0) > 1000){
vErrors = and(vErrors, instancePath+"/value", "maxLength", {limit: 1000});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate121.errors = vErrors;
return errors === 0;
}


function validate120(data, instancePath=""){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(typeof data !== "string"){
vErrors = and(vErrors, {});
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
if(!(((((((((((data === "agent") || (data === "phase")) || (data === "work_item")) || (data === "pull_request")) || (data === "issue")) || (data === "head")) || (data === "claim")) || (data === "priority")) || (data === "critical")) || (data === "task")) || (data === "escalate_from"))){
vErrors = and(vErrors, instancePath, "enum", {allowedValues: ["agent","phase","work_item","pull_request","issue","head","claim","priority","critical","task","escalate_from"]});
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs4 = errors;
if(!(validate121(data, instancePath))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
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
vErrors = and(vErrors, instancePath, "if", {failingKeyword: ifClause0});
errors++;
}
validate120.errors = vErrors;
return errors === 0;
}


function validate52(data, instancePath=""){
/*# sourceURL="allocation.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.version === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "version"});
errors++;
}
if(data.tiers === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tiers"});
errors++;
}
if(data.phases === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "phases"});
errors++;
}
if(data.agents === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "agents"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"version":0,"extends":0,"tiers":0,"phases":0,"facts":0,"agents":0,"matrix":0,"floors":0,"budget":0,"targets":0,"models":0,"deny":0,"calibration":0,"deferred":0}, key0))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
vErrors = and(vErrors, instancePath+"/version", "const", {allowedValue: 1});
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
vErrors = and(vErrors, instancePath+"/extends", "pattern", {pattern: "^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/extends", "type", {type: "string"});
errors++;
}
}
if(data.tiers !== undefined){
let data2 = data.tiers;
if(Array.isArray(data2)){
if(data2.length > 12){
vErrors = and(vErrors, instancePath+"/tiers", "maxItems", {limit: 12});
errors++;
}
if(data2.length < 1){
vErrors = and(vErrors, instancePath+"/tiers", "minItems", {limit: 1});
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
vErrors = and(vErrors, instancePath+"/tiers/" + i0, "required", {missingProperty: "name"});
errors++;
}
if(data3.model === undefined){
vErrors = and(vErrors, instancePath+"/tiers/" + i0, "required", {missingProperty: "model"});
errors++;
}
for(const key1 in data3){
if(!(((key1 === "name") || (key1 === "model")) || (key1 === "providers"))){
vErrors = and(vErrors, instancePath+"/tiers/" + i0, "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data3.name !== undefined){
if(!(validate53(data3.name, instancePath+"/tiers/" + i0+"/name"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data3.model !== undefined){
if(!(validate55(data3.model, instancePath+"/tiers/" + i0+"/model"))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data3.providers !== undefined){
let data6 = data3.providers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length > 20){
vErrors = and(vErrors, instancePath+"/tiers/" + i0+"/providers", "maxProperties", {limit: 20});
errors++;
}
for(const key2 in data6){
const _errs14 = errors;
if(!(validate53(key2, instancePath+"/tiers/" + i0+"/providers"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid4 = _errs14 === errors;
if(!valid4){
vErrors = and(vErrors, instancePath+"/tiers/" + i0+"/providers", "propertyNames", {propertyName: key2});
errors++;
}
}
for(const key3 in data6){
if(!(validate55(data6[key3], instancePath+"/tiers/" + i0+"/providers/" + escaped(key3)))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/tiers/" + i0+"/providers", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/tiers/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/tiers", "type", {type: "array"});
errors++;
}
}
if(data.phases !== undefined){
let data8 = data.phases;
if(Array.isArray(data8)){
if(data8.length > 100){
vErrors = and(vErrors, instancePath+"/phases", "maxItems", {limit: 100});
errors++;
}
if(data8.length < 1){
vErrors = and(vErrors, instancePath+"/phases", "minItems", {limit: 1});
errors++;
}
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
if(!(validate53(data8[i1], instancePath+"/phases/" + i1))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/phases", "type", {type: "array"});
errors++;
}
}
if(data.facts !== undefined){
let data10 = data.facts;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(Object.keys(data10).length > 200){
vErrors = and(vErrors, instancePath+"/facts", "maxProperties", {limit: 200});
errors++;
}
for(const key4 in data10){
const _errs22 = errors;
if(!(validate60(key4, instancePath+"/facts"))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid8 = _errs22 === errors;
if(!valid8){
vErrors = and(vErrors, instancePath+"/facts", "propertyNames", {propertyName: key4});
errors++;
}
}
for(const key5 in data10){
let data11 = data10[key5];
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.type === undefined){
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5), "required", {missingProperty: "type"});
errors++;
}
for(const key6 in data11){
if(!((((key6 === "type") || (key6 === "from")) || (key6 === "required")) || (key6 === "description"))){
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5), "additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data11.type !== undefined){
let data12 = data11.type;
if(!(((((data12 === "boolean") || (data12 === "integer")) || (data12 === "number")) || (data12 === "string")) || (data12 === "list"))){
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5)+"/type", "enum", {allowedValues: ["boolean","integer","number","string","list"]});
errors++;
}
}
if(data11.from !== undefined){
if("pull_request" !== data11.from){
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5)+"/from", "const", {allowedValue: "pull_request"});
errors++;
}
}
if(data11.required !== undefined){
if(typeof data11.required !== "boolean"){
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5)+"/required", "type", {type: "boolean"});
errors++;
}
}
if(data11.description !== undefined){
let data15 = data11.description;
if(typeof data15 === "string"){
if(func2(data15) > 2000){
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5)+"/description", "maxLength", {limit: 2000});
errors++;
}
if(func2(data15) < 1){
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5)+"/description", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5)+"/description", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/facts/" + escaped(key5), "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/facts", "type", {type: "object"});
errors++;
}
}
if(data.agents !== undefined){
let data16 = data.agents;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(Object.keys(data16).length > 5000){
vErrors = and(vErrors, instancePath+"/agents", "maxProperties", {limit: 5000});
errors++;
}
if(Object.keys(data16).length < 1){
vErrors = and(vErrors, instancePath+"/agents", "minProperties", {limit: 1});
errors++;
}
for(const key7 in data16){
const _errs35 = errors;
if(!(validate53(key7, instancePath+"/agents"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid11 = _errs35 === errors;
if(!valid11){
vErrors = and(vErrors, instancePath+"/agents", "propertyNames", {propertyName: key7});
errors++;
}
}
for(const key8 in data16){
let data17 = data16[key8];
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.default === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8), "required", {missingProperty: "default"});
errors++;
}
for(const key9 in data17){
if(!(func1.call({"default":0,"maximum":0,"effort":0,"on_unavailable":0,"rationale":0,"expected_pass_rate":0,"aliases":0,"renamed_from":0,"check":0,"upgrades":0}, key9))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8), "additionalProperties", {additionalProperty: key9});
errors++;
}
}
if(data17.default !== undefined){
if(!(validate63(data17.default, instancePath+"/agents/" + escaped(key8)+"/default"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data17.maximum !== undefined){
if(!(validate63(data17.maximum, instancePath+"/agents/" + escaped(key8)+"/maximum"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data17.effort !== undefined){
if(!(validate66(data17.effort, instancePath+"/agents/" + escaped(key8)+"/effort"))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data17.on_unavailable !== undefined){
if(!(validate68(data17.on_unavailable, instancePath+"/agents/" + escaped(key8)+"/on_unavailable"))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data17.rationale !== undefined){
let data22 = data17.rationale;
if(typeof data22 === "string"){
if(func2(data22) > 2000){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/rationale", "maxLength", {limit: 2000});
errors++;
}
if(func2(data22) < 1){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/rationale", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/rationale", "type", {type: "string"});
errors++;
}
}
if(data17.expected_pass_rate !== undefined){
let data23 = data17.expected_pass_rate;
const _errs47 = errors;
let valid14 = true;
const _errs48 = errors;
if(!(Array.isArray(data23))){
vErrors = and(vErrors, {});
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
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate", "maxItems", {limit: 2});
errors++;
}
if(data23.length < 2){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate", "minItems", {limit: 2});
errors++;
}
const len2 = data23.length;
for(let i2=0; i2<len2; i2++){
let data24 = data23[i2];
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 1 || isNaN(data24)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate/" + i2, "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data24 < 0 || isNaN(data24)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate/" + i2, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate/" + i2, "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate", "type", {type: "array"});
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
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data23 < 0 || isNaN(data23)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate", "type", {type: "number"});
errors++;
}
var _valid0 = _errs54 === errors;
valid14 = _valid0;
ifClause0 = "else";
}
if(!valid14){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/expected_pass_rate", "if", {failingKeyword: ifClause0});
errors++;
}
}
if(data17.aliases !== undefined){
let data25 = data17.aliases;
if(Array.isArray(data25)){
if(data25.length > 50){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/aliases", "maxItems", {limit: 50});
errors++;
}
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
let data26 = data25[i3];
if(typeof data26 === "string"){
if(!pattern8.test(data26)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/aliases/" + i3, "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}(?::[A-Za-z][A-Za-z0-9_.-]{0,63}){0,2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/aliases/" + i3, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/aliases", "type", {type: "array"});
errors++;
}
}
if(data17.renamed_from !== undefined){
let data27 = data17.renamed_from;
const _errs61 = errors;
let valid19 = true;
const _errs62 = errors;
if(!(Array.isArray(data27))){
vErrors = and(vErrors, {});
errors++;
}
var _valid1 = _errs62 === errors;
errors = _errs61;
if(vErrors !== null){
if(_errs61){
vErrors.length = _errs61;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs64 = errors;
if(Array.isArray(data27)){
if(data27.length > 20){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/renamed_from", "maxItems", {limit: 20});
errors++;
}
if(data27.length < 1){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/renamed_from", "minItems", {limit: 1});
errors++;
}
const len4 = data27.length;
for(let i4=0; i4<len4; i4++){
if(!(validate53(data27[i4], instancePath+"/agents/" + escaped(key8)+"/renamed_from/" + i4))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
let i5 = data27.length;
let j0;
if(i5 > 1){
outer0:
for(;i5--;){
for(j0 = i5; j0--;){
if(func0(data27[i5], data27[j0])){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/renamed_from", "uniqueItems", {i: i5, j: j0});
errors++;
break outer0;
}
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/renamed_from", "type", {type: "array"});
errors++;
}
var _valid1 = _errs64 === errors;
valid19 = _valid1;
ifClause1 = "then";
}
else {
const _errs67 = errors;
if(!(validate53(data27, instancePath+"/agents/" + escaped(key8)+"/renamed_from"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var _valid1 = _errs67 === errors;
valid19 = _valid1;
ifClause1 = "else";
}
if(!valid19){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/renamed_from", "if", {failingKeyword: ifClause1});
errors++;
}
}
if(data17.check !== undefined){
let data29 = data17.check;
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
for(const key10 in data29){
if(!((((key10 === "schema") || (key10 === "command")) || (key10 === "judge")) || (key10 === "escalations"))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check", "additionalProperties", {additionalProperty: key10});
errors++;
}
}
if(data29.schema !== undefined){
if(!(validate72(data29.schema, instancePath+"/agents/" + escaped(key8)+"/check/schema"))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
if(data29.command !== undefined){
let data31 = data29.command;
const _errs73 = errors;
let valid24 = true;
const _errs74 = errors;
if(typeof data31 !== "string"){
vErrors = and(vErrors, {});
errors++;
}
var _valid2 = _errs74 === errors;
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs76 = errors;
if(!(validate72(data31, instancePath+"/agents/" + escaped(key8)+"/check/command"))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
var _valid2 = _errs76 === errors;
valid24 = _valid2;
ifClause2 = "then";
}
else {
const _errs77 = errors;
if(!(validate75(data31, instancePath+"/agents/" + escaped(key8)+"/check/command"))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
var _valid2 = _errs77 === errors;
valid24 = _valid2;
ifClause2 = "else";
}
if(!valid24){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/command", "if", {failingKeyword: ifClause2});
errors++;
}
}
if(data29.judge !== undefined){
let data32 = data29.judge;
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.tier === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "required", {missingProperty: "tier"});
errors++;
}
if(data32.prompt === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "required", {missingProperty: "prompt"});
errors++;
}
if(data32.minimum === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "required", {missingProperty: "minimum"});
errors++;
}
for(const key11 in data32){
if(!(((key11 === "tier") || (key11 === "prompt")) || (key11 === "minimum"))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "additionalProperties", {additionalProperty: key11});
errors++;
}
}
if(data32.tier !== undefined){
if(!(validate63(data32.tier, instancePath+"/agents/" + escaped(key8)+"/check/judge/tier"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data32.prompt !== undefined){
if(!(validate72(data32.prompt, instancePath+"/agents/" + escaped(key8)+"/check/judge/prompt"))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
if(data32.minimum !== undefined){
let data35 = data32.minimum;
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 1 || isNaN(data35)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge/minimum", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data35 < 0 || isNaN(data35)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge/minimum", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge/minimum", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "type", {type: "object"});
errors++;
}
}
if(data29.escalations !== undefined){
let data36 = data29.escalations;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/escalations", "type", {type: "integer"});
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 10 || isNaN(data36)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/escalations", "maximum", {comparison: "<=", limit: 10});
errors++;
}
if(data36 < 0 || isNaN(data36)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/escalations", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check", "type", {type: "object"});
errors++;
}
}
if(data17.upgrades !== undefined){
let data37 = data17.upgrades;
if(Array.isArray(data37)){
if(data37.length > 50){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades", "maxItems", {limit: 50});
errors++;
}
const len5 = data37.length;
for(let i6=0; i6<len5; i6++){
let data38 = data37[i6];
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.to === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6, "required", {missingProperty: "to"});
errors++;
}
if(data38.if === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6, "required", {missingProperty: "if"});
errors++;
}
for(const key12 in data38){
if(!((((key12 === "to") || (key12 === "if")) || (key12 === "because")) || (key12 === "phases"))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6, "additionalProperties", {additionalProperty: key12});
errors++;
}
}
if(data38.to !== undefined){
if(!(validate63(data38.to, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/to"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data38.if !== undefined){
if(!(validate81(data38.if, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/if"))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
}
if(data38.because !== undefined){
let data41 = data38.because;
if(typeof data41 === "string"){
if(func2(data41) > 2000){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data41) < 1){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/because", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/because", "type", {type: "string"});
errors++;
}
}
if(data38.phases !== undefined){
let data42 = data38.phases;
if(Array.isArray(data42)){
if(data42.length > 100){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/phases", "maxItems", {limit: 100});
errors++;
}
if(data42.length < 1){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/phases", "minItems", {limit: 1});
errors++;
}
const len6 = data42.length;
for(let i7=0; i7<len6; i7++){
if(!(validate53(data42[i7], instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/phases/" + i7))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6+"/phases", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i6, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8), "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents", "type", {type: "object"});
errors++;
}
}
if(data.matrix !== undefined){
let data44 = data.matrix;
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length > 100){
vErrors = and(vErrors, instancePath+"/matrix", "maxProperties", {limit: 100});
errors++;
}
for(const key13 in data44){
const _errs101 = errors;
if(!(validate53(key13, instancePath+"/matrix"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid31 = _errs101 === errors;
if(!valid31){
vErrors = and(vErrors, instancePath+"/matrix", "propertyNames", {propertyName: key13});
errors++;
}
}
for(const key14 in data44){
let data45 = data44[key14];
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(Object.keys(data45).length > 5000){
vErrors = and(vErrors, instancePath+"/matrix/" + escaped(key14), "maxProperties", {limit: 5000});
errors++;
}
for(const key15 in data45){
const _errs105 = errors;
if(!(validate53(key15, instancePath+"/matrix/" + escaped(key14)))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid33 = _errs105 === errors;
if(!valid33){
vErrors = and(vErrors, instancePath+"/matrix/" + escaped(key14), "propertyNames", {propertyName: key15});
errors++;
}
}
for(const key16 in data45){
if(!(validate86(data45[key16], instancePath+"/matrix/" + escaped(key14)+"/" + escaped(key16)))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/matrix/" + escaped(key14), "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/matrix", "type", {type: "object"});
errors++;
}
}
if(data.floors !== undefined){
let data47 = data.floors;
if(Array.isArray(data47)){
if(data47.length > 1000){
vErrors = and(vErrors, instancePath+"/floors", "maxItems", {limit: 1000});
errors++;
}
const len7 = data47.length;
for(let i8=0; i8<len7; i8++){
let data48 = data47[i8];
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.id === undefined){
vErrors = and(vErrors, instancePath+"/floors/" + i8, "required", {missingProperty: "id"});
errors++;
}
if(data48.agents === undefined){
vErrors = and(vErrors, instancePath+"/floors/" + i8, "required", {missingProperty: "agents"});
errors++;
}
if(data48.minimum === undefined){
vErrors = and(vErrors, instancePath+"/floors/" + i8, "required", {missingProperty: "minimum"});
errors++;
}
for(const key17 in data48){
if(!(func1.call({"id":0,"agents":0,"phases":0,"if":0,"minimum":0,"effort":0,"exceptions":0,"on_defer":0,"because":0}, key17))){
vErrors = and(vErrors, instancePath+"/floors/" + i8, "additionalProperties", {additionalProperty: key17});
errors++;
}
}
if(data48.id !== undefined){
if(!(validate101(data48.id, instancePath+"/floors/" + i8+"/id"))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
}
if(data48.agents !== undefined){
let data50 = data48.agents;
if(Array.isArray(data50)){
if(data50.length > 5000){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/agents", "maxItems", {limit: 5000});
errors++;
}
if(data50.length < 1){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/agents", "minItems", {limit: 1});
errors++;
}
const len8 = data50.length;
for(let i9=0; i9<len8; i9++){
if(!(validate53(data50[i9], instancePath+"/floors/" + i8+"/agents/" + i9))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/agents", "type", {type: "array"});
errors++;
}
}
if(data48.phases !== undefined){
let data52 = data48.phases;
if(Array.isArray(data52)){
if(data52.length > 100){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/phases", "maxItems", {limit: 100});
errors++;
}
if(data52.length < 1){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/phases", "minItems", {limit: 1});
errors++;
}
const len9 = data52.length;
for(let i10=0; i10<len9; i10++){
if(!(validate53(data52[i10], instancePath+"/floors/" + i8+"/phases/" + i10))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/phases", "type", {type: "array"});
errors++;
}
}
if(data48.if !== undefined){
let data54 = data48.if;
if(typeof data54 === "string"){
if(!pattern11.test(data54)){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/if", "pattern", {pattern: "^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/if", "type", {type: "string"});
errors++;
}
}
if(data48.minimum !== undefined){
if(!(validate63(data48.minimum, instancePath+"/floors/" + i8+"/minimum"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data48.effort !== undefined){
if(!(validate66(data48.effort, instancePath+"/floors/" + i8+"/effort"))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data48.exceptions !== undefined){
let data57 = data48.exceptions;
if(!((data57 === "never") || (data57 === "approved"))){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/exceptions", "enum", {allowedValues: ["never","approved"]});
errors++;
}
}
if(data48.on_defer !== undefined){
let data58 = data48.on_defer;
if(!((data58 === "fail") || (data58 === "succeed"))){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/on_defer", "enum", {allowedValues: ["fail","succeed"]});
errors++;
}
}
if(data48.because !== undefined){
let data59 = data48.because;
if(typeof data59 === "string"){
if(func2(data59) > 2000){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data59) < 1){
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/because", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i8+"/because", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i8, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/floors", "type", {type: "array"});
errors++;
}
}
if(data.budget !== undefined){
let data60 = data.budget;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.weekly === undefined){
vErrors = and(vErrors, instancePath+"/budget", "required", {missingProperty: "weekly"});
errors++;
}
for(const key18 in data60){
if(!((((((((key18 === "mode") || (key18 === "timezone")) || (key18 === "weekly")) || (key18 === "zones")) || (key18 === "critical_reserve")) || (key18 === "tiers")) || (key18 === "phases")) || (key18 === "on_unmeasured"))){
vErrors = and(vErrors, instancePath+"/budget", "additionalProperties", {additionalProperty: key18});
errors++;
}
}
if(data60.mode !== undefined){
let data61 = data60.mode;
if(!((data61 === "enforce") || (data61 === "observe"))){
vErrors = and(vErrors, instancePath+"/budget/mode", "enum", {allowedValues: ["enforce","observe"]});
errors++;
}
}
if(data60.timezone !== undefined){
let data62 = data60.timezone;
if(typeof data62 === "string"){
if(func2(data62) > 64){
vErrors = and(vErrors, instancePath+"/budget/timezone", "maxLength", {limit: 64});
errors++;
}
if(func2(data62) < 1){
vErrors = and(vErrors, instancePath+"/budget/timezone", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/timezone", "type", {type: "string"});
errors++;
}
}
if(data60.weekly !== undefined){
let data63 = data60.weekly;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if(Object.keys(data63).length < 1){
vErrors = and(vErrors, instancePath+"/budget/weekly", "minProperties", {limit: 1});
errors++;
}
for(const key19 in data63){
if(!((key19 === "tokens") || (key19 === "usd"))){
vErrors = and(vErrors, instancePath+"/budget/weekly", "additionalProperties", {additionalProperty: key19});
errors++;
}
}
if(data63.tokens !== undefined){
let data64 = data63.tokens;
if(!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))){
vErrors = and(vErrors, instancePath+"/budget/weekly/tokens", "type", {type: "integer"});
errors++;
}
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 1000000000000000 || isNaN(data64)){
vErrors = and(vErrors, instancePath+"/budget/weekly/tokens", "maximum", {comparison: "<=", limit: 1000000000000000});
errors++;
}
if(data64 < 1 || isNaN(data64)){
vErrors = and(vErrors, instancePath+"/budget/weekly/tokens", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data63.usd !== undefined){
let data65 = data63.usd;
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 1000000000 || isNaN(data65)){
vErrors = and(vErrors, instancePath+"/budget/weekly/usd", "maximum", {comparison: "<=", limit: 1000000000});
errors++;
}
if(data65 <= 0 || isNaN(data65)){
vErrors = and(vErrors, instancePath+"/budget/weekly/usd", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/weekly/usd", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/weekly", "type", {type: "object"});
errors++;
}
}
if(data60.zones !== undefined){
let data66 = data60.zones;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
if(data66.yellow === undefined){
vErrors = and(vErrors, instancePath+"/budget/zones", "required", {missingProperty: "yellow"});
errors++;
}
if(data66.orange === undefined){
vErrors = and(vErrors, instancePath+"/budget/zones", "required", {missingProperty: "orange"});
errors++;
}
if(data66.red === undefined){
vErrors = and(vErrors, instancePath+"/budget/zones", "required", {missingProperty: "red"});
errors++;
}
for(const key20 in data66){
if(!(((key20 === "yellow") || (key20 === "orange")) || (key20 === "red"))){
vErrors = and(vErrors, instancePath+"/budget/zones", "additionalProperties", {additionalProperty: key20});
errors++;
}
}
if(data66.yellow !== undefined){
let data67 = data66.yellow;
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 1 || isNaN(data67)){
vErrors = and(vErrors, instancePath+"/budget/zones/yellow", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data67 <= 0 || isNaN(data67)){
vErrors = and(vErrors, instancePath+"/budget/zones/yellow", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/zones/yellow", "type", {type: "number"});
errors++;
}
}
if(data66.orange !== undefined){
let data68 = data66.orange;
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 1 || isNaN(data68)){
vErrors = and(vErrors, instancePath+"/budget/zones/orange", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data68 <= 0 || isNaN(data68)){
vErrors = and(vErrors, instancePath+"/budget/zones/orange", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/zones/orange", "type", {type: "number"});
errors++;
}
}
if(data66.red !== undefined){
let data69 = data66.red;
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 > 1 || isNaN(data69)){
vErrors = and(vErrors, instancePath+"/budget/zones/red", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data69 <= 0 || isNaN(data69)){
vErrors = and(vErrors, instancePath+"/budget/zones/red", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/zones/red", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/zones", "type", {type: "object"});
errors++;
}
}
if(data60.critical_reserve !== undefined){
let data70 = data60.critical_reserve;
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 1 || isNaN(data70)){
vErrors = and(vErrors, instancePath+"/budget/critical_reserve", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data70 < 0 || isNaN(data70)){
vErrors = and(vErrors, instancePath+"/budget/critical_reserve", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/critical_reserve", "type", {type: "number"});
errors++;
}
}
if(data60.tiers !== undefined){
let data71 = data60.tiers;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
for(const key21 in data71){
const _errs154 = errors;
if(!(validate53(key21, instancePath+"/budget/tiers"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid45 = _errs154 === errors;
if(!valid45){
vErrors = and(vErrors, instancePath+"/budget/tiers", "propertyNames", {propertyName: key21});
errors++;
}
}
for(const key22 in data71){
let data72 = data71[key22];
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if(data72.share === undefined){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22), "required", {missingProperty: "share"});
errors++;
}
for(const key23 in data72){
if(!((key23 === "share") || (key23 === "reserve"))){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22), "additionalProperties", {additionalProperty: key23});
errors++;
}
}
if(data72.share !== undefined){
let data73 = data72.share;
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 > 1 || isNaN(data73)){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/share", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data73 < 0 || isNaN(data73)){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/share", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/share", "type", {type: "number"});
errors++;
}
}
if(data72.reserve !== undefined){
let data74 = data72.reserve;
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 > 1 || isNaN(data74)){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/reserve", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data74 < 0 || isNaN(data74)){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/reserve", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/reserve", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22), "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/tiers", "type", {type: "object"});
errors++;
}
}
if(data60.phases !== undefined){
let data75 = data60.phases;
if(data75 && typeof data75 == "object" && !Array.isArray(data75)){
for(const key24 in data75){
const _errs165 = errors;
if(!(validate53(key24, instancePath+"/budget/phases"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid48 = _errs165 === errors;
if(!valid48){
vErrors = and(vErrors, instancePath+"/budget/phases", "propertyNames", {propertyName: key24});
errors++;
}
}
for(const key25 in data75){
let data76 = data75[key25];
if(Array.isArray(data76)){
if(data76.length > 2){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25), "maxItems", {limit: 2});
errors++;
}
if(data76.length < 2){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25), "minItems", {limit: 2});
errors++;
}
const len10 = data76.length;
for(let i11=0; i11<len10; i11++){
let data77 = data76[i11];
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25)+"/" + i11, "type", {type: "integer"});
errors++;
}
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 > 1000000000000000 || isNaN(data77)){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25)+"/" + i11, "maximum", {comparison: "<=", limit: 1000000000000000});
errors++;
}
if(data77 < 0 || isNaN(data77)){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25)+"/" + i11, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25), "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/phases", "type", {type: "object"});
errors++;
}
}
if(data60.on_unmeasured !== undefined){
let data78 = data60.on_unmeasured;
if(!(((data78 === "warn") || (data78 === "defer")) || (data78 === "fail"))){
vErrors = and(vErrors, instancePath+"/budget/on_unmeasured", "enum", {allowedValues: ["warn","defer","fail"]});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/budget", "type", {type: "object"});
errors++;
}
}
if(data.targets !== undefined){
let data79 = data.targets;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(Object.keys(data79).length > 100){
vErrors = and(vErrors, instancePath+"/targets", "maxProperties", {limit: 100});
errors++;
}
for(const key26 in data79){
const _errs174 = errors;
if(!(validate60(key26, instancePath+"/targets"))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid52 = _errs174 === errors;
if(!valid52){
vErrors = and(vErrors, instancePath+"/targets", "propertyNames", {propertyName: key26});
errors++;
}
}
for(const key27 in data79){
let data80 = data79[key27];
if(data80 && typeof data80 == "object" && !Array.isArray(data80)){
if(data80.what === undefined){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27), "required", {missingProperty: "what"});
errors++;
}
if(data80.measured_by === undefined){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27), "required", {missingProperty: "measured_by"});
errors++;
}
for(const key28 in data80){
if(!(func1.call({"what":0,"below":0,"above":0,"at_most":0,"at_least":0,"between":0,"trend":0,"measured_by":0,"because":0}, key28))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27), "additionalProperties", {additionalProperty: key28});
errors++;
}
}
if(data80.what !== undefined){
let data81 = data80.what;
if(typeof data81 === "string"){
if(func2(data81) > 2000){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/what", "maxLength", {limit: 2000});
errors++;
}
if(func2(data81) < 1){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/what", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/what", "type", {type: "string"});
errors++;
}
}
if(data80.below !== undefined){
let data82 = data80.below;
if(!((typeof data82 == "number") && (isFinite(data82)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/below", "type", {type: "number"});
errors++;
}
}
if(data80.above !== undefined){
let data83 = data80.above;
if(!((typeof data83 == "number") && (isFinite(data83)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/above", "type", {type: "number"});
errors++;
}
}
if(data80.at_most !== undefined){
let data84 = data80.at_most;
if(!((typeof data84 == "number") && (isFinite(data84)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/at_most", "type", {type: "number"});
errors++;
}
}
if(data80.at_least !== undefined){
let data85 = data80.at_least;
if(!((typeof data85 == "number") && (isFinite(data85)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/at_least", "type", {type: "number"});
errors++;
}
}
if(data80.between !== undefined){
let data86 = data80.between;
if(Array.isArray(data86)){
if(data86.length > 2){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between", "maxItems", {limit: 2});
errors++;
}
if(data86.length < 2){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between", "minItems", {limit: 2});
errors++;
}
const len11 = data86.length;
for(let i12=0; i12<len11; i12++){
let data87 = data86[i12];
if(!((typeof data87 == "number") && (isFinite(data87)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between/" + i12, "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between", "type", {type: "array"});
errors++;
}
}
if(data80.trend !== undefined){
let data88 = data80.trend;
if(!(((data88 === "down") || (data88 === "up")) || (data88 === "steady"))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/trend", "enum", {allowedValues: ["down","up","steady"]});
errors++;
}
}
if(data80.measured_by !== undefined){
let data89 = data80.measured_by;
if(!((((((data89 === "ledger") || (data89 === "outcomes")) || (data89 === "pull_requests")) || (data89 === "checks")) || (data89 === "forecast")) || (data89 === "nothing"))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/measured_by", "enum", {allowedValues: ["ledger","outcomes","pull_requests","checks","forecast","nothing"]});
errors++;
}
}
if(data80.because !== undefined){
let data90 = data80.because;
if(typeof data90 === "string"){
if(func2(data90) > 2000){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data90) < 1){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/because", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/because", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27), "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/targets", "type", {type: "object"});
errors++;
}
}
if(data.models !== undefined){
let data91 = data.models;
if(Array.isArray(data91)){
if(data91.length > 200){
vErrors = and(vErrors, instancePath+"/models", "maxItems", {limit: 200});
errors++;
}
const len12 = data91.length;
for(let i13=0; i13<len12; i13++){
let data92 = data91[i13];
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
if(data92.id === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i13, "required", {missingProperty: "id"});
errors++;
}
if(data92.line === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i13, "required", {missingProperty: "line"});
errors++;
}
for(const key29 in data92){
if(!((((((key29 === "id") || (key29 === "line")) || (key29 === "lifecycle")) || (key29 === "retires_at")) || (key29 === "providers")) || (key29 === "prices"))){
vErrors = and(vErrors, instancePath+"/models/" + i13, "additionalProperties", {additionalProperty: key29});
errors++;
}
}
if(data92.id !== undefined){
if(!(validate55(data92.id, instancePath+"/models/" + i13+"/id"))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data92.line !== undefined){
let data94 = data92.line;
if(!(((((data94 === "haiku") || (data94 === "sonnet")) || (data94 === "opus")) || (data94 === "fable")) || (data94 === "mythos"))){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/line", "enum", {allowedValues: ["haiku","sonnet","opus","fable","mythos"]});
errors++;
}
}
if(data92.lifecycle !== undefined){
let data95 = data92.lifecycle;
if(!(((data95 === "active") || (data95 === "deprecated")) || (data95 === "retired"))){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/lifecycle", "enum", {allowedValues: ["active","deprecated","retired"]});
errors++;
}
}
if(data92.retires_at !== undefined){
if(!(validate111(data92.retires_at, instancePath+"/models/" + i13+"/retires_at"))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data92.providers !== undefined){
let data97 = data92.providers;
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(Object.keys(data97).length > 20){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/providers", "maxProperties", {limit: 20});
errors++;
}
for(const key30 in data97){
const _errs208 = errors;
if(!(validate53(key30, instancePath+"/models/" + i13+"/providers"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid60 = _errs208 === errors;
if(!valid60){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/providers", "propertyNames", {propertyName: key30});
errors++;
}
}
for(const key31 in data97){
if(!(validate55(data97[key31], instancePath+"/models/" + i13+"/providers/" + escaped(key31)))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/providers", "type", {type: "object"});
errors++;
}
}
if(data92.prices !== undefined){
let data99 = data92.prices;
if(Array.isArray(data99)){
if(data99.length > 50){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices", "maxItems", {limit: 50});
errors++;
}
if(data99.length < 1){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices", "minItems", {limit: 1});
errors++;
}
const len13 = data99.length;
for(let i14=0; i14<len13; i14++){
let data100 = data99[i14];
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if(data100.input === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14, "required", {missingProperty: "input"});
errors++;
}
if(data100.output === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14, "required", {missingProperty: "output"});
errors++;
}
if(data100.cache_read === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14, "required", {missingProperty: "cache_read"});
errors++;
}
if(data100.cache_write_5m === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14, "required", {missingProperty: "cache_write_5m"});
errors++;
}
if(data100.cache_write_1h === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14, "required", {missingProperty: "cache_write_1h"});
errors++;
}
for(const key32 in data100){
if(!((((((((key32 === "from") || (key32 === "to")) || (key32 === "up_to_prompt_tokens")) || (key32 === "input")) || (key32 === "output")) || (key32 === "cache_read")) || (key32 === "cache_write_5m")) || (key32 === "cache_write_1h"))){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14, "additionalProperties", {additionalProperty: key32});
errors++;
}
}
if(data100.from !== undefined){
if(!(validate111(data100.from, instancePath+"/models/" + i13+"/prices/" + i14+"/from"))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data100.to !== undefined){
if(!(validate111(data100.to, instancePath+"/models/" + i13+"/prices/" + i14+"/to"))){
vErrors = vErrors === null ? validate111.errors : vErrors.concat(validate111.errors);
errors = vErrors.length;
}
}
if(data100.up_to_prompt_tokens !== undefined){
let data103 = data100.up_to_prompt_tokens;
if(!(((typeof data103 == "number") && (!(data103 % 1) && !isNaN(data103))) && (isFinite(data103)))){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/up_to_prompt_tokens", "type", {type: "integer"});
errors++;
}
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 > 1000000000 || isNaN(data103)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/up_to_prompt_tokens", "maximum", {comparison: "<=", limit: 1000000000});
errors++;
}
if(data103 < 1 || isNaN(data103)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/up_to_prompt_tokens", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data100.input !== undefined){
let data104 = data100.input;
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 > 100000 || isNaN(data104)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/input", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data104 < 0 || isNaN(data104)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/input", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/input", "type", {type: "number"});
errors++;
}
}
if(data100.output !== undefined){
let data105 = data100.output;
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 100000 || isNaN(data105)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/output", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data105 < 0 || isNaN(data105)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/output", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/output", "type", {type: "number"});
errors++;
}
}
if(data100.cache_read !== undefined){
let data106 = data100.cache_read;
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 100000 || isNaN(data106)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_read", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data106 < 0 || isNaN(data106)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_read", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_read", "type", {type: "number"});
errors++;
}
}
if(data100.cache_write_5m !== undefined){
let data107 = data100.cache_write_5m;
if((typeof data107 == "number") && (isFinite(data107))){
if(data107 > 100000 || isNaN(data107)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_write_5m", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data107 < 0 || isNaN(data107)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_write_5m", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_write_5m", "type", {type: "number"});
errors++;
}
}
if(data100.cache_write_1h !== undefined){
let data108 = data100.cache_write_1h;
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 > 100000 || isNaN(data108)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_write_1h", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data108 < 0 || isNaN(data108)){
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_write_1h", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14+"/cache_write_1h", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices/" + i14, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13+"/prices", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i13, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models", "type", {type: "array"});
errors++;
}
}
if(data.deny !== undefined){
let data109 = data.deny;
if(Array.isArray(data109)){
if(data109.length > 200){
vErrors = and(vErrors, instancePath+"/deny", "maxItems", {limit: 200});
errors++;
}
if(data109.length < 1){
vErrors = and(vErrors, instancePath+"/deny", "minItems", {limit: 1});
errors++;
}
const len14 = data109.length;
for(let i15=0; i15<len14; i15++){
if(!(validate55(data109[i15], instancePath+"/deny/" + i15))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
let i16 = data109.length;
let j1;
if(i16 > 1){
outer1:
for(;i16--;){
for(j1 = i16; j1--;){
if(func0(data109[i16], data109[j1])){
vErrors = and(vErrors, instancePath+"/deny", "uniqueItems", {i: i16, j: j1});
errors++;
break outer1;
}
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deny", "type", {type: "array"});
errors++;
}
}
if(data.calibration !== undefined){
let data111 = data.calibration;
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(Object.keys(data111).length < 1){
vErrors = and(vErrors, instancePath+"/calibration", "minProperties", {limit: 1});
errors++;
}
for(const key33 in data111){
if(!(((key33 === "false_proposals_per_year") || (key33 === "rework_allowed")) || (key33 === "rework_cost_usd"))){
vErrors = and(vErrors, instancePath+"/calibration", "additionalProperties", {additionalProperty: key33});
errors++;
}
}
if(data111.false_proposals_per_year !== undefined){
let data112 = data111.false_proposals_per_year;
if((typeof data112 == "number") && (isFinite(data112))){
if(data112 > 52 || isNaN(data112)){
vErrors = and(vErrors, instancePath+"/calibration/false_proposals_per_year", "maximum", {comparison: "<=", limit: 52});
errors++;
}
if(data112 < 0.1 || isNaN(data112)){
vErrors = and(vErrors, instancePath+"/calibration/false_proposals_per_year", "minimum", {comparison: ">=", limit: 0.1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/calibration/false_proposals_per_year", "type", {type: "number"});
errors++;
}
}
if(data111.rework_allowed !== undefined){
let data113 = data111.rework_allowed;
if((typeof data113 == "number") && (isFinite(data113))){
if(data113 > 0.5 || isNaN(data113)){
vErrors = and(vErrors, instancePath+"/calibration/rework_allowed", "maximum", {comparison: "<=", limit: 0.5});
errors++;
}
if(data113 < 0.01 || isNaN(data113)){
vErrors = and(vErrors, instancePath+"/calibration/rework_allowed", "minimum", {comparison: ">=", limit: 0.01});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/calibration/rework_allowed", "type", {type: "number"});
errors++;
}
}
if(data111.rework_cost_usd !== undefined){
let data114 = data111.rework_cost_usd;
if((typeof data114 == "number") && (isFinite(data114))){
if(data114 > 100000 || isNaN(data114)){
vErrors = and(vErrors, instancePath+"/calibration/rework_cost_usd", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data114 < 0 || isNaN(data114)){
vErrors = and(vErrors, instancePath+"/calibration/rework_cost_usd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/calibration/rework_cost_usd", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/calibration", "type", {type: "object"});
errors++;
}
}
if(data.deferred !== undefined){
let data115 = data.deferred;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.workflows === undefined){
vErrors = and(vErrors, instancePath+"/deferred", "required", {missingProperty: "workflows"});
errors++;
}
for(const key34 in data115){
if(!((key34 === "max_days") || (key34 === "workflows"))){
vErrors = and(vErrors, instancePath+"/deferred", "additionalProperties", {additionalProperty: key34});
errors++;
}
}
if(data115.max_days !== undefined){
let data116 = data115.max_days;
if(!(((typeof data116 == "number") && (!(data116 % 1) && !isNaN(data116))) && (isFinite(data116)))){
vErrors = and(vErrors, instancePath+"/deferred/max_days", "type", {type: "integer"});
errors++;
}
if((typeof data116 == "number") && (isFinite(data116))){
if(data116 > 90 || isNaN(data116)){
vErrors = and(vErrors, instancePath+"/deferred/max_days", "maximum", {comparison: "<=", limit: 90});
errors++;
}
if(data116 < 1 || isNaN(data116)){
vErrors = and(vErrors, instancePath+"/deferred/max_days", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data115.workflows !== undefined){
let data117 = data115.workflows;
if(Array.isArray(data117)){
if(data117.length > 100){
vErrors = and(vErrors, instancePath+"/deferred/workflows", "maxItems", {limit: 100});
errors++;
}
if(data117.length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows", "minItems", {limit: 1});
errors++;
}
const len15 = data117.length;
for(let i17=0; i17<len15; i17++){
let data118 = data117[i17];
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
if(data118.workflow === undefined){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17, "required", {missingProperty: "workflow"});
errors++;
}
if(data118.inputs === undefined){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17, "required", {missingProperty: "inputs"});
errors++;
}
for(const key35 in data118){
if(!((((key35 === "workflow") || (key35 === "agents")) || (key35 === "phases")) || (key35 === "inputs"))){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17, "additionalProperties", {additionalProperty: key35});
errors++;
}
}
if(data118.workflow !== undefined){
let data119 = data118.workflow;
if(typeof data119 === "string"){
if(!pattern13.test(data119)){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/workflow", "pattern", {pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/workflow", "type", {type: "string"});
errors++;
}
}
if(data118.agents !== undefined){
let data120 = data118.agents;
if(Array.isArray(data120)){
if(data120.length > 5000){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/agents", "maxItems", {limit: 5000});
errors++;
}
if(data120.length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/agents", "minItems", {limit: 1});
errors++;
}
const len16 = data120.length;
for(let i18=0; i18<len16; i18++){
if(!(validate53(data120[i18], instancePath+"/deferred/workflows/" + i17+"/agents/" + i18))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/agents", "type", {type: "array"});
errors++;
}
}
if(data118.phases !== undefined){
let data122 = data118.phases;
if(Array.isArray(data122)){
if(data122.length > 100){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/phases", "maxItems", {limit: 100});
errors++;
}
if(data122.length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/phases", "minItems", {limit: 1});
errors++;
}
const len17 = data122.length;
for(let i19=0; i19<len17; i19++){
if(!(validate53(data122[i19], instancePath+"/deferred/workflows/" + i17+"/phases/" + i19))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/phases", "type", {type: "array"});
errors++;
}
}
if(data118.inputs !== undefined){
let data124 = data118.inputs;
if(data124 && typeof data124 == "object" && !Array.isArray(data124)){
if(Object.keys(data124).length > 25){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/inputs", "maxProperties", {limit: 25});
errors++;
}
if(Object.keys(data124).length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/inputs", "minProperties", {limit: 1});
errors++;
}
for(const key36 in data124){
const _errs262 = errors;
if(typeof key36 === "string"){
if(!pattern14.test(key36)){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/inputs", "pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$"});
errors++;
}
}
var valid77 = _errs262 === errors;
if(!valid77){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/inputs", "propertyNames", {propertyName: key36});
errors++;
}
}
for(const key37 in data124){
if(!(validate120(data124[key37], instancePath+"/deferred/workflows/" + i17+"/inputs/" + escaped(key37)))){
vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17+"/inputs", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i17, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}

export const validateExceptions = validate124 as unknown as ValidateFunction<ExceptionsFile>;

function validate126(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern10.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate126.errors = vErrors;
return errors === 0;
}


function validate128(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!pattern4.test(data)){
vErrors = and(vErrors, instancePath, "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "string"});
errors++;
}
validate128.errors = vErrors;
return errors === 0;
}


function validate125(data, instancePath=""){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = true;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.retire === undefined) && (missing0 = "retire")){
vErrors = and(vErrors, {});
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
vErrors = and(vErrors, instancePath+"/agent", "false schema", {});
errors++;
}
if(data.phase !== undefined){
vErrors = and(vErrors, instancePath+"/phase", "false schema", {});
errors++;
}
if(data.tier !== undefined){
vErrors = and(vErrors, instancePath+"/tier", "false schema", {});
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
vErrors = and(vErrors, instancePath, "required", {missingProperty: "agent"});
errors++;
}
if(data.phase === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "phase"});
errors++;
}
if(data.tier === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tier"});
errors++;
}
}
var _valid0 = _errs4 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
vErrors = and(vErrors, instancePath, "if", {failingKeyword: ifClause0});
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.floor === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "floor"});
errors++;
}
if(data.reason === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "reason"});
errors++;
}
if(data.approved_by === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "approved_by"});
errors++;
}
if(data.tracking === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tracking"});
errors++;
}
if(data.expires === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "expires"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"floor":0,"agent":0,"phase":0,"tier":0,"retire":0,"reason":0,"approved_by":0,"tracking":0,"expires":0,"renewals":0}, key0))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.floor !== undefined){
if(!(validate126(data.floor, instancePath+"/floor"))){
vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
errors = vErrors.length;
}
}
if(data.agent !== undefined){
if(!(validate128(data.agent, instancePath+"/agent"))){
vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
errors = vErrors.length;
}
}
if(data.phase !== undefined){
if(!(validate128(data.phase, instancePath+"/phase"))){
vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
errors = vErrors.length;
}
}
if(data.tier !== undefined){
if(!(validate128(data.tier, instancePath+"/tier"))){
vErrors = vErrors === null ? validate128.errors : vErrors.concat(validate128.errors);
errors = vErrors.length;
}
}
if(data.retire !== undefined){
if(true !== data.retire){
vErrors = and(vErrors, instancePath+"/retire", "const", {allowedValue: true});
errors++;
}
}
if(data.reason !== undefined){
let data8 = data.reason;
if(typeof data8 === "string"){
if(func2(data8) > 2000){
vErrors = and(vErrors, instancePath+"/reason", "maxLength", {limit: 2000});
errors++;
}
if(func2(data8) < 1){
vErrors = and(vErrors, instancePath+"/reason", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/reason", "type", {type: "string"});
errors++;
}
}
if(data.approved_by !== undefined){
let data9 = data.approved_by;
if(typeof data9 === "string"){
if(func2(data9) > 200){
vErrors = and(vErrors, instancePath+"/approved_by", "maxLength", {limit: 200});
errors++;
}
if(func2(data9) < 1){
vErrors = and(vErrors, instancePath+"/approved_by", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/approved_by", "type", {type: "string"});
errors++;
}
}
if(data.tracking !== undefined){
let data10 = data.tracking;
if(typeof data10 === "string"){
if(func2(data10) > 500){
vErrors = and(vErrors, instancePath+"/tracking", "maxLength", {limit: 500});
errors++;
}
if(func2(data10) < 1){
vErrors = and(vErrors, instancePath+"/tracking", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/tracking", "type", {type: "string"});
errors++;
}
}
if(data.expires !== undefined){
let data11 = data.expires;
if(typeof data11 === "string"){
if(!pattern12.test(data11)){
vErrors = and(vErrors, instancePath+"/expires", "pattern", {pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/expires", "type", {type: "string"});
errors++;
}
}
if(data.renewals !== undefined){
let data12 = data.renewals;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
vErrors = and(vErrors, instancePath+"/renewals", "type", {type: "integer"});
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1000 || isNaN(data12)){
vErrors = and(vErrors, instancePath+"/renewals", "maximum", {comparison: "<=", limit: 1000});
errors++;
}
if(data12 < 0 || isNaN(data12)){
vErrors = and(vErrors, instancePath+"/renewals", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath, "type", {type: "object"});
errors++;
}
validate125.errors = vErrors;
return errors === 0;
}


function validate124(data, instancePath=""){
/*# sourceURL="exceptions.schema.json" */;
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
vErrors = and(vErrors, instancePath, "type", {type: ["array","object"]});
errors++;
}
if(Array.isArray(data)){
if(data.length > 500){
vErrors = and(vErrors, instancePath, "maxItems", {limit: 500});
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate125(data[i0], instancePath+"/" + i0))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.exceptions === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "exceptions"});
errors++;
}
for(const key0 in data){
if(!((key0 === "version") || (key0 === "exceptions"))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.version !== undefined){
if(1 !== data.version){
vErrors = and(vErrors, instancePath+"/version", "const", {allowedValue: 1});
errors++;
}
}
if(data.exceptions !== undefined){
let data2 = data.exceptions;
if(Array.isArray(data2)){
if(data2.length > 500){
vErrors = and(vErrors, instancePath+"/exceptions", "maxItems", {limit: 500});
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
if(!(validate125(data2[i1], instancePath+"/exceptions/" + i1))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/exceptions", "type", {type: "array"});
errors++;
}
}
}
validate124.errors = vErrors;
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
