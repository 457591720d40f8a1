// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { AllocationFile } from './allocation.ts';
import type { ExceptionsFile } from './exceptions.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';

export const validateAllocation = validate52 as unknown as ValidateFunction<AllocationFile>;
const func1 = Object.prototype.hasOwnProperty;
const func2 = (text) => { let length = 0; for (const _ of text) length++; return length; };
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


function validate70(data, instancePath=""){
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
validate70.errors = vErrors;
return errors === 0;
}


function validate73(data, instancePath=""){
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
if(!(validate70(data.file, instancePath+"/file"))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
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
validate73.errors = vErrors;
return errors === 0;
}


function validate79(data, instancePath=""){
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
validate79.errors = vErrors;
return errors === 0;
}

const pattern9 = new RegExp("^[0-9]{4}-W[0-9]{2}$", "u");

function validate94(data, instancePath=""){
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
validate94.errors = vErrors;
return errors === 0;
}


function validate86(data, instancePath=""){
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
if(!(((key1 === "id") || (key1 === "tier")) || (key1 === "share"))){
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
if(!(validate94(data.since, instancePath+"/since"))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
}
if(data.because !== undefined){
let data10 = data.because;
if(typeof data10 === "string"){
if(func2(data10) > 2000){
vErrors = and(vErrors, instancePath+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data10) < 1){
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
validate86.errors = vErrors;
return errors === 0;
}


function validate84(data, instancePath=""){
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
if(!(validate86(data, instancePath))){
vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
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
validate84.errors = vErrors;
return errors === 0;
}

const pattern10 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$", "u");

function validate98(data, instancePath=""){
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
validate98.errors = vErrors;
return errors === 0;
}

const pattern12 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");

function validate108(data, instancePath=""){
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
validate108.errors = vErrors;
return errors === 0;
}


function validate117(data, instancePath=""){
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
validate117.errors = vErrors;
return errors === 0;
}


function validate116(data, instancePath=""){
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
if(!(validate117(data, instancePath))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
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
validate116.errors = vErrors;
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
if(!(func1.call({"version":0,"extends":0,"tiers":0,"phases":0,"facts":0,"agents":0,"matrix":0,"floors":0,"budget":0,"targets":0,"models":0,"deferred":0}, key0))){
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
if(!(func1.call({"default":0,"maximum":0,"effort":0,"on_unavailable":0,"rationale":0,"expected_pass_rate":0,"aliases":0,"check":0,"upgrades":0}, key9))){
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
if(data17.check !== undefined){
let data27 = data17.check;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key10 in data27){
if(!((((key10 === "schema") || (key10 === "command")) || (key10 === "judge")) || (key10 === "escalations"))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check", "additionalProperties", {additionalProperty: key10});
errors++;
}
}
if(data27.schema !== undefined){
if(!(validate70(data27.schema, instancePath+"/agents/" + escaped(key8)+"/check/schema"))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data27.command !== undefined){
let data29 = data27.command;
const _errs65 = errors;
let valid20 = true;
const _errs66 = errors;
if(typeof data29 !== "string"){
vErrors = and(vErrors, {});
errors++;
}
var _valid1 = _errs66 === errors;
errors = _errs65;
if(vErrors !== null){
if(_errs65){
vErrors.length = _errs65;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs68 = errors;
if(!(validate70(data29, instancePath+"/agents/" + escaped(key8)+"/check/command"))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
var _valid1 = _errs68 === errors;
valid20 = _valid1;
ifClause1 = "then";
}
else {
const _errs69 = errors;
if(!(validate73(data29, instancePath+"/agents/" + escaped(key8)+"/check/command"))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var _valid1 = _errs69 === errors;
valid20 = _valid1;
ifClause1 = "else";
}
if(!valid20){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/command", "if", {failingKeyword: ifClause1});
errors++;
}
}
if(data27.judge !== undefined){
let data30 = data27.judge;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.tier === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "required", {missingProperty: "tier"});
errors++;
}
if(data30.prompt === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "required", {missingProperty: "prompt"});
errors++;
}
if(data30.minimum === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "required", {missingProperty: "minimum"});
errors++;
}
for(const key11 in data30){
if(!(((key11 === "tier") || (key11 === "prompt")) || (key11 === "minimum"))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge", "additionalProperties", {additionalProperty: key11});
errors++;
}
}
if(data30.tier !== undefined){
if(!(validate63(data30.tier, instancePath+"/agents/" + escaped(key8)+"/check/judge/tier"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data30.prompt !== undefined){
if(!(validate70(data30.prompt, instancePath+"/agents/" + escaped(key8)+"/check/judge/prompt"))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
if(data30.minimum !== undefined){
let data33 = data30.minimum;
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 1 || isNaN(data33)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/judge/minimum", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data33 < 0 || isNaN(data33)){
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
if(data27.escalations !== undefined){
let data34 = data27.escalations;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/escalations", "type", {type: "integer"});
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 10 || isNaN(data34)){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/check/escalations", "maximum", {comparison: "<=", limit: 10});
errors++;
}
if(data34 < 0 || isNaN(data34)){
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
let data35 = data17.upgrades;
if(Array.isArray(data35)){
if(data35.length > 50){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades", "maxItems", {limit: 50});
errors++;
}
const len4 = data35.length;
for(let i4=0; i4<len4; i4++){
let data36 = data35[i4];
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.to === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4, "required", {missingProperty: "to"});
errors++;
}
if(data36.if === undefined){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4, "required", {missingProperty: "if"});
errors++;
}
for(const key12 in data36){
if(!((((key12 === "to") || (key12 === "if")) || (key12 === "because")) || (key12 === "phases"))){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4, "additionalProperties", {additionalProperty: key12});
errors++;
}
}
if(data36.to !== undefined){
if(!(validate63(data36.to, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/to"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data36.if !== undefined){
if(!(validate79(data36.if, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/if"))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
if(data36.because !== undefined){
let data39 = data36.because;
if(typeof data39 === "string"){
if(func2(data39) > 2000){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data39) < 1){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/because", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/because", "type", {type: "string"});
errors++;
}
}
if(data36.phases !== undefined){
let data40 = data36.phases;
if(Array.isArray(data40)){
if(data40.length > 100){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/phases", "maxItems", {limit: 100});
errors++;
}
if(data40.length < 1){
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/phases", "minItems", {limit: 1});
errors++;
}
const len5 = data40.length;
for(let i5=0; i5<len5; i5++){
if(!(validate53(data40[i5], instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/phases/" + i5))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4+"/phases", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/agents/" + escaped(key8)+"/upgrades/" + i4, "type", {type: "object"});
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
let data42 = data.matrix;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length > 100){
vErrors = and(vErrors, instancePath+"/matrix", "maxProperties", {limit: 100});
errors++;
}
for(const key13 in data42){
const _errs93 = errors;
if(!(validate53(key13, instancePath+"/matrix"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid27 = _errs93 === errors;
if(!valid27){
vErrors = and(vErrors, instancePath+"/matrix", "propertyNames", {propertyName: key13});
errors++;
}
}
for(const key14 in data42){
let data43 = data42[key14];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(Object.keys(data43).length > 5000){
vErrors = and(vErrors, instancePath+"/matrix/" + escaped(key14), "maxProperties", {limit: 5000});
errors++;
}
for(const key15 in data43){
const _errs97 = errors;
if(!(validate53(key15, instancePath+"/matrix/" + escaped(key14)))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid29 = _errs97 === errors;
if(!valid29){
vErrors = and(vErrors, instancePath+"/matrix/" + escaped(key14), "propertyNames", {propertyName: key15});
errors++;
}
}
for(const key16 in data43){
if(!(validate84(data43[key16], instancePath+"/matrix/" + escaped(key14)+"/" + escaped(key16)))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
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
let data45 = data.floors;
if(Array.isArray(data45)){
if(data45.length > 1000){
vErrors = and(vErrors, instancePath+"/floors", "maxItems", {limit: 1000});
errors++;
}
const len6 = data45.length;
for(let i6=0; i6<len6; i6++){
let data46 = data45[i6];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.id === undefined){
vErrors = and(vErrors, instancePath+"/floors/" + i6, "required", {missingProperty: "id"});
errors++;
}
if(data46.agents === undefined){
vErrors = and(vErrors, instancePath+"/floors/" + i6, "required", {missingProperty: "agents"});
errors++;
}
if(data46.minimum === undefined){
vErrors = and(vErrors, instancePath+"/floors/" + i6, "required", {missingProperty: "minimum"});
errors++;
}
for(const key17 in data46){
if(!(func1.call({"id":0,"agents":0,"phases":0,"if":0,"minimum":0,"effort":0,"exceptions":0,"on_defer":0,"because":0}, key17))){
vErrors = and(vErrors, instancePath+"/floors/" + i6, "additionalProperties", {additionalProperty: key17});
errors++;
}
}
if(data46.id !== undefined){
if(!(validate98(data46.id, instancePath+"/floors/" + i6+"/id"))){
vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
errors = vErrors.length;
}
}
if(data46.agents !== undefined){
let data48 = data46.agents;
if(Array.isArray(data48)){
if(data48.length > 5000){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/agents", "maxItems", {limit: 5000});
errors++;
}
if(data48.length < 1){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/agents", "minItems", {limit: 1});
errors++;
}
const len7 = data48.length;
for(let i7=0; i7<len7; i7++){
if(!(validate53(data48[i7], instancePath+"/floors/" + i6+"/agents/" + i7))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/agents", "type", {type: "array"});
errors++;
}
}
if(data46.phases !== undefined){
let data50 = data46.phases;
if(Array.isArray(data50)){
if(data50.length > 100){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/phases", "maxItems", {limit: 100});
errors++;
}
if(data50.length < 1){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/phases", "minItems", {limit: 1});
errors++;
}
const len8 = data50.length;
for(let i8=0; i8<len8; i8++){
if(!(validate53(data50[i8], instancePath+"/floors/" + i6+"/phases/" + i8))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/phases", "type", {type: "array"});
errors++;
}
}
if(data46.if !== undefined){
let data52 = data46.if;
if(typeof data52 === "string"){
if(!pattern11.test(data52)){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/if", "pattern", {pattern: "^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/if", "type", {type: "string"});
errors++;
}
}
if(data46.minimum !== undefined){
if(!(validate63(data46.minimum, instancePath+"/floors/" + i6+"/minimum"))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data46.effort !== undefined){
if(!(validate66(data46.effort, instancePath+"/floors/" + i6+"/effort"))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data46.exceptions !== undefined){
let data55 = data46.exceptions;
if(!((data55 === "never") || (data55 === "approved"))){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/exceptions", "enum", {allowedValues: ["never","approved"]});
errors++;
}
}
if(data46.on_defer !== undefined){
let data56 = data46.on_defer;
if(!((data56 === "fail") || (data56 === "succeed"))){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/on_defer", "enum", {allowedValues: ["fail","succeed"]});
errors++;
}
}
if(data46.because !== undefined){
let data57 = data46.because;
if(typeof data57 === "string"){
if(func2(data57) > 2000){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data57) < 1){
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/because", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i6+"/because", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/floors/" + i6, "type", {type: "object"});
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
let data58 = data.budget;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.weekly === undefined){
vErrors = and(vErrors, instancePath+"/budget", "required", {missingProperty: "weekly"});
errors++;
}
for(const key18 in data58){
if(!((((((((key18 === "mode") || (key18 === "timezone")) || (key18 === "weekly")) || (key18 === "zones")) || (key18 === "critical_reserve")) || (key18 === "tiers")) || (key18 === "phases")) || (key18 === "on_unmeasured"))){
vErrors = and(vErrors, instancePath+"/budget", "additionalProperties", {additionalProperty: key18});
errors++;
}
}
if(data58.mode !== undefined){
let data59 = data58.mode;
if(!((data59 === "enforce") || (data59 === "observe"))){
vErrors = and(vErrors, instancePath+"/budget/mode", "enum", {allowedValues: ["enforce","observe"]});
errors++;
}
}
if(data58.timezone !== undefined){
let data60 = data58.timezone;
if(typeof data60 === "string"){
if(func2(data60) > 64){
vErrors = and(vErrors, instancePath+"/budget/timezone", "maxLength", {limit: 64});
errors++;
}
if(func2(data60) < 1){
vErrors = and(vErrors, instancePath+"/budget/timezone", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/timezone", "type", {type: "string"});
errors++;
}
}
if(data58.weekly !== undefined){
let data61 = data58.weekly;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
if(Object.keys(data61).length < 1){
vErrors = and(vErrors, instancePath+"/budget/weekly", "minProperties", {limit: 1});
errors++;
}
for(const key19 in data61){
if(!((key19 === "tokens") || (key19 === "usd"))){
vErrors = and(vErrors, instancePath+"/budget/weekly", "additionalProperties", {additionalProperty: key19});
errors++;
}
}
if(data61.tokens !== undefined){
let data62 = data61.tokens;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
vErrors = and(vErrors, instancePath+"/budget/weekly/tokens", "type", {type: "integer"});
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 1000000000000000 || isNaN(data62)){
vErrors = and(vErrors, instancePath+"/budget/weekly/tokens", "maximum", {comparison: "<=", limit: 1000000000000000});
errors++;
}
if(data62 < 1 || isNaN(data62)){
vErrors = and(vErrors, instancePath+"/budget/weekly/tokens", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data61.usd !== undefined){
let data63 = data61.usd;
if((typeof data63 == "number") && (isFinite(data63))){
if(data63 > 1000000000 || isNaN(data63)){
vErrors = and(vErrors, instancePath+"/budget/weekly/usd", "maximum", {comparison: "<=", limit: 1000000000});
errors++;
}
if(data63 <= 0 || isNaN(data63)){
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
if(data58.zones !== undefined){
let data64 = data58.zones;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.yellow === undefined){
vErrors = and(vErrors, instancePath+"/budget/zones", "required", {missingProperty: "yellow"});
errors++;
}
if(data64.orange === undefined){
vErrors = and(vErrors, instancePath+"/budget/zones", "required", {missingProperty: "orange"});
errors++;
}
if(data64.red === undefined){
vErrors = and(vErrors, instancePath+"/budget/zones", "required", {missingProperty: "red"});
errors++;
}
for(const key20 in data64){
if(!(((key20 === "yellow") || (key20 === "orange")) || (key20 === "red"))){
vErrors = and(vErrors, instancePath+"/budget/zones", "additionalProperties", {additionalProperty: key20});
errors++;
}
}
if(data64.yellow !== undefined){
let data65 = data64.yellow;
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 1 || isNaN(data65)){
vErrors = and(vErrors, instancePath+"/budget/zones/yellow", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data65 <= 0 || isNaN(data65)){
vErrors = and(vErrors, instancePath+"/budget/zones/yellow", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/zones/yellow", "type", {type: "number"});
errors++;
}
}
if(data64.orange !== undefined){
let data66 = data64.orange;
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 > 1 || isNaN(data66)){
vErrors = and(vErrors, instancePath+"/budget/zones/orange", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data66 <= 0 || isNaN(data66)){
vErrors = and(vErrors, instancePath+"/budget/zones/orange", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/zones/orange", "type", {type: "number"});
errors++;
}
}
if(data64.red !== undefined){
let data67 = data64.red;
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 1 || isNaN(data67)){
vErrors = and(vErrors, instancePath+"/budget/zones/red", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data67 <= 0 || isNaN(data67)){
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
if(data58.critical_reserve !== undefined){
let data68 = data58.critical_reserve;
if((typeof data68 == "number") && (isFinite(data68))){
if(data68 > 1 || isNaN(data68)){
vErrors = and(vErrors, instancePath+"/budget/critical_reserve", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data68 < 0 || isNaN(data68)){
vErrors = and(vErrors, instancePath+"/budget/critical_reserve", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/critical_reserve", "type", {type: "number"});
errors++;
}
}
if(data58.tiers !== undefined){
let data69 = data58.tiers;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
for(const key21 in data69){
const _errs146 = errors;
if(!(validate53(key21, instancePath+"/budget/tiers"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid41 = _errs146 === errors;
if(!valid41){
vErrors = and(vErrors, instancePath+"/budget/tiers", "propertyNames", {propertyName: key21});
errors++;
}
}
for(const key22 in data69){
let data70 = data69[key22];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
if(data70.share === undefined){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22), "required", {missingProperty: "share"});
errors++;
}
for(const key23 in data70){
if(!((key23 === "share") || (key23 === "reserve"))){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22), "additionalProperties", {additionalProperty: key23});
errors++;
}
}
if(data70.share !== undefined){
let data71 = data70.share;
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 > 1 || isNaN(data71)){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/share", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data71 < 0 || isNaN(data71)){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/share", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/share", "type", {type: "number"});
errors++;
}
}
if(data70.reserve !== undefined){
let data72 = data70.reserve;
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 > 1 || isNaN(data72)){
vErrors = and(vErrors, instancePath+"/budget/tiers/" + escaped(key22)+"/reserve", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data72 < 0 || isNaN(data72)){
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
if(data58.phases !== undefined){
let data73 = data58.phases;
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
for(const key24 in data73){
const _errs157 = errors;
if(!(validate53(key24, instancePath+"/budget/phases"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid44 = _errs157 === errors;
if(!valid44){
vErrors = and(vErrors, instancePath+"/budget/phases", "propertyNames", {propertyName: key24});
errors++;
}
}
for(const key25 in data73){
let data74 = data73[key25];
if(Array.isArray(data74)){
if(data74.length > 2){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25), "maxItems", {limit: 2});
errors++;
}
if(data74.length < 2){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25), "minItems", {limit: 2});
errors++;
}
const len9 = data74.length;
for(let i9=0; i9<len9; i9++){
let data75 = data74[i9];
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25)+"/" + i9, "type", {type: "integer"});
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 > 1000000000000000 || isNaN(data75)){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25)+"/" + i9, "maximum", {comparison: "<=", limit: 1000000000000000});
errors++;
}
if(data75 < 0 || isNaN(data75)){
vErrors = and(vErrors, instancePath+"/budget/phases/" + escaped(key25)+"/" + i9, "minimum", {comparison: ">=", limit: 0});
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
if(data58.on_unmeasured !== undefined){
let data76 = data58.on_unmeasured;
if(!(((data76 === "warn") || (data76 === "defer")) || (data76 === "fail"))){
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
let data77 = data.targets;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(Object.keys(data77).length > 100){
vErrors = and(vErrors, instancePath+"/targets", "maxProperties", {limit: 100});
errors++;
}
for(const key26 in data77){
const _errs166 = errors;
if(!(validate60(key26, instancePath+"/targets"))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid48 = _errs166 === errors;
if(!valid48){
vErrors = and(vErrors, instancePath+"/targets", "propertyNames", {propertyName: key26});
errors++;
}
}
for(const key27 in data77){
let data78 = data77[key27];
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if(data78.what === undefined){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27), "required", {missingProperty: "what"});
errors++;
}
if(data78.measured_by === undefined){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27), "required", {missingProperty: "measured_by"});
errors++;
}
for(const key28 in data78){
if(!(func1.call({"what":0,"below":0,"above":0,"at_most":0,"at_least":0,"between":0,"trend":0,"measured_by":0,"because":0}, key28))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27), "additionalProperties", {additionalProperty: key28});
errors++;
}
}
if(data78.what !== undefined){
let data79 = data78.what;
if(typeof data79 === "string"){
if(func2(data79) > 2000){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/what", "maxLength", {limit: 2000});
errors++;
}
if(func2(data79) < 1){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/what", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/what", "type", {type: "string"});
errors++;
}
}
if(data78.below !== undefined){
let data80 = data78.below;
if(!((typeof data80 == "number") && (isFinite(data80)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/below", "type", {type: "number"});
errors++;
}
}
if(data78.above !== undefined){
let data81 = data78.above;
if(!((typeof data81 == "number") && (isFinite(data81)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/above", "type", {type: "number"});
errors++;
}
}
if(data78.at_most !== undefined){
let data82 = data78.at_most;
if(!((typeof data82 == "number") && (isFinite(data82)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/at_most", "type", {type: "number"});
errors++;
}
}
if(data78.at_least !== undefined){
let data83 = data78.at_least;
if(!((typeof data83 == "number") && (isFinite(data83)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/at_least", "type", {type: "number"});
errors++;
}
}
if(data78.between !== undefined){
let data84 = data78.between;
if(Array.isArray(data84)){
if(data84.length > 2){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between", "maxItems", {limit: 2});
errors++;
}
if(data84.length < 2){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between", "minItems", {limit: 2});
errors++;
}
const len10 = data84.length;
for(let i10=0; i10<len10; i10++){
let data85 = data84[i10];
if(!((typeof data85 == "number") && (isFinite(data85)))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between/" + i10, "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/between", "type", {type: "array"});
errors++;
}
}
if(data78.trend !== undefined){
let data86 = data78.trend;
if(!(((data86 === "down") || (data86 === "up")) || (data86 === "steady"))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/trend", "enum", {allowedValues: ["down","up","steady"]});
errors++;
}
}
if(data78.measured_by !== undefined){
let data87 = data78.measured_by;
if(!((((((data87 === "ledger") || (data87 === "outcomes")) || (data87 === "pull_requests")) || (data87 === "checks")) || (data87 === "forecast")) || (data87 === "nothing"))){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/measured_by", "enum", {allowedValues: ["ledger","outcomes","pull_requests","checks","forecast","nothing"]});
errors++;
}
}
if(data78.because !== undefined){
let data88 = data78.because;
if(typeof data88 === "string"){
if(func2(data88) > 2000){
vErrors = and(vErrors, instancePath+"/targets/" + escaped(key27)+"/because", "maxLength", {limit: 2000});
errors++;
}
if(func2(data88) < 1){
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
let data89 = data.models;
if(Array.isArray(data89)){
if(data89.length > 200){
vErrors = and(vErrors, instancePath+"/models", "maxItems", {limit: 200});
errors++;
}
const len11 = data89.length;
for(let i11=0; i11<len11; i11++){
let data90 = data89[i11];
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
if(data90.id === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i11, "required", {missingProperty: "id"});
errors++;
}
if(data90.line === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i11, "required", {missingProperty: "line"});
errors++;
}
for(const key29 in data90){
if(!((((((key29 === "id") || (key29 === "line")) || (key29 === "lifecycle")) || (key29 === "retires_at")) || (key29 === "providers")) || (key29 === "prices"))){
vErrors = and(vErrors, instancePath+"/models/" + i11, "additionalProperties", {additionalProperty: key29});
errors++;
}
}
if(data90.id !== undefined){
if(!(validate55(data90.id, instancePath+"/models/" + i11+"/id"))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data90.line !== undefined){
let data92 = data90.line;
if(!(((((data92 === "haiku") || (data92 === "sonnet")) || (data92 === "opus")) || (data92 === "fable")) || (data92 === "mythos"))){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/line", "enum", {allowedValues: ["haiku","sonnet","opus","fable","mythos"]});
errors++;
}
}
if(data90.lifecycle !== undefined){
let data93 = data90.lifecycle;
if(!(((data93 === "active") || (data93 === "deprecated")) || (data93 === "retired"))){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/lifecycle", "enum", {allowedValues: ["active","deprecated","retired"]});
errors++;
}
}
if(data90.retires_at !== undefined){
if(!(validate108(data90.retires_at, instancePath+"/models/" + i11+"/retires_at"))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
if(data90.providers !== undefined){
let data95 = data90.providers;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(Object.keys(data95).length > 20){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/providers", "maxProperties", {limit: 20});
errors++;
}
for(const key30 in data95){
const _errs200 = errors;
if(!(validate53(key30, instancePath+"/models/" + i11+"/providers"))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid56 = _errs200 === errors;
if(!valid56){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/providers", "propertyNames", {propertyName: key30});
errors++;
}
}
for(const key31 in data95){
if(!(validate55(data95[key31], instancePath+"/models/" + i11+"/providers/" + escaped(key31)))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/providers", "type", {type: "object"});
errors++;
}
}
if(data90.prices !== undefined){
let data97 = data90.prices;
if(Array.isArray(data97)){
if(data97.length > 50){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices", "maxItems", {limit: 50});
errors++;
}
if(data97.length < 1){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices", "minItems", {limit: 1});
errors++;
}
const len12 = data97.length;
for(let i12=0; i12<len12; i12++){
let data98 = data97[i12];
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
if(data98.input === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12, "required", {missingProperty: "input"});
errors++;
}
if(data98.output === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12, "required", {missingProperty: "output"});
errors++;
}
if(data98.cache_read === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12, "required", {missingProperty: "cache_read"});
errors++;
}
if(data98.cache_write_5m === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12, "required", {missingProperty: "cache_write_5m"});
errors++;
}
if(data98.cache_write_1h === undefined){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12, "required", {missingProperty: "cache_write_1h"});
errors++;
}
for(const key32 in data98){
if(!((((((((key32 === "from") || (key32 === "to")) || (key32 === "up_to_prompt_tokens")) || (key32 === "input")) || (key32 === "output")) || (key32 === "cache_read")) || (key32 === "cache_write_5m")) || (key32 === "cache_write_1h"))){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12, "additionalProperties", {additionalProperty: key32});
errors++;
}
}
if(data98.from !== undefined){
if(!(validate108(data98.from, instancePath+"/models/" + i11+"/prices/" + i12+"/from"))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
if(data98.to !== undefined){
if(!(validate108(data98.to, instancePath+"/models/" + i11+"/prices/" + i12+"/to"))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
}
if(data98.up_to_prompt_tokens !== undefined){
let data101 = data98.up_to_prompt_tokens;
if(!(((typeof data101 == "number") && (!(data101 % 1) && !isNaN(data101))) && (isFinite(data101)))){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens", "type", {type: "integer"});
errors++;
}
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 > 1000000000 || isNaN(data101)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens", "maximum", {comparison: "<=", limit: 1000000000});
errors++;
}
if(data101 < 1 || isNaN(data101)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data98.input !== undefined){
let data102 = data98.input;
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 > 100000 || isNaN(data102)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/input", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data102 < 0 || isNaN(data102)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/input", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/input", "type", {type: "number"});
errors++;
}
}
if(data98.output !== undefined){
let data103 = data98.output;
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 > 100000 || isNaN(data103)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/output", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data103 < 0 || isNaN(data103)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/output", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/output", "type", {type: "number"});
errors++;
}
}
if(data98.cache_read !== undefined){
let data104 = data98.cache_read;
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 > 100000 || isNaN(data104)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data104 < 0 || isNaN(data104)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read", "type", {type: "number"});
errors++;
}
}
if(data98.cache_write_5m !== undefined){
let data105 = data98.cache_write_5m;
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 100000 || isNaN(data105)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data105 < 0 || isNaN(data105)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m", "type", {type: "number"});
errors++;
}
}
if(data98.cache_write_1h !== undefined){
let data106 = data98.cache_write_1h;
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 100000 || isNaN(data106)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data106 < 0 || isNaN(data106)){
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices/" + i12, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11+"/prices", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models/" + i11, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/models", "type", {type: "array"});
errors++;
}
}
if(data.deferred !== undefined){
let data107 = data.deferred;
if(data107 && typeof data107 == "object" && !Array.isArray(data107)){
if(data107.workflows === undefined){
vErrors = and(vErrors, instancePath+"/deferred", "required", {missingProperty: "workflows"});
errors++;
}
for(const key33 in data107){
if(!((key33 === "max_days") || (key33 === "workflows"))){
vErrors = and(vErrors, instancePath+"/deferred", "additionalProperties", {additionalProperty: key33});
errors++;
}
}
if(data107.max_days !== undefined){
let data108 = data107.max_days;
if(!(((typeof data108 == "number") && (!(data108 % 1) && !isNaN(data108))) && (isFinite(data108)))){
vErrors = and(vErrors, instancePath+"/deferred/max_days", "type", {type: "integer"});
errors++;
}
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 > 90 || isNaN(data108)){
vErrors = and(vErrors, instancePath+"/deferred/max_days", "maximum", {comparison: "<=", limit: 90});
errors++;
}
if(data108 < 1 || isNaN(data108)){
vErrors = and(vErrors, instancePath+"/deferred/max_days", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data107.workflows !== undefined){
let data109 = data107.workflows;
if(Array.isArray(data109)){
if(data109.length > 100){
vErrors = and(vErrors, instancePath+"/deferred/workflows", "maxItems", {limit: 100});
errors++;
}
if(data109.length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows", "minItems", {limit: 1});
errors++;
}
const len13 = data109.length;
for(let i13=0; i13<len13; i13++){
let data110 = data109[i13];
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.workflow === undefined){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13, "required", {missingProperty: "workflow"});
errors++;
}
if(data110.inputs === undefined){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13, "required", {missingProperty: "inputs"});
errors++;
}
for(const key34 in data110){
if(!((((key34 === "workflow") || (key34 === "agents")) || (key34 === "phases")) || (key34 === "inputs"))){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13, "additionalProperties", {additionalProperty: key34});
errors++;
}
}
if(data110.workflow !== undefined){
let data111 = data110.workflow;
if(typeof data111 === "string"){
if(!pattern13.test(data111)){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/workflow", "pattern", {pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/workflow", "type", {type: "string"});
errors++;
}
}
if(data110.agents !== undefined){
let data112 = data110.agents;
if(Array.isArray(data112)){
if(data112.length > 5000){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/agents", "maxItems", {limit: 5000});
errors++;
}
if(data112.length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/agents", "minItems", {limit: 1});
errors++;
}
const len14 = data112.length;
for(let i14=0; i14<len14; i14++){
if(!(validate53(data112[i14], instancePath+"/deferred/workflows/" + i13+"/agents/" + i14))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/agents", "type", {type: "array"});
errors++;
}
}
if(data110.phases !== undefined){
let data114 = data110.phases;
if(Array.isArray(data114)){
if(data114.length > 100){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/phases", "maxItems", {limit: 100});
errors++;
}
if(data114.length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/phases", "minItems", {limit: 1});
errors++;
}
const len15 = data114.length;
for(let i15=0; i15<len15; i15++){
if(!(validate53(data114[i15], instancePath+"/deferred/workflows/" + i13+"/phases/" + i15))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/phases", "type", {type: "array"});
errors++;
}
}
if(data110.inputs !== undefined){
let data116 = data110.inputs;
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
if(Object.keys(data116).length > 25){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/inputs", "maxProperties", {limit: 25});
errors++;
}
if(Object.keys(data116).length < 1){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/inputs", "minProperties", {limit: 1});
errors++;
}
for(const key35 in data116){
const _errs242 = errors;
if(typeof key35 === "string"){
if(!pattern14.test(key35)){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/inputs", "pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$"});
errors++;
}
}
var valid69 = _errs242 === errors;
if(!valid69){
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/inputs", "propertyNames", {propertyName: key35});
errors++;
}
}
for(const key36 in data116){
if(!(validate116(data116[key36], instancePath+"/deferred/workflows/" + i13+"/inputs/" + escaped(key36)))){
vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13+"/inputs", "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/deferred/workflows/" + i13, "type", {type: "object"});
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

export const validateExceptions = validate120 as unknown as ValidateFunction<ExceptionsFile>;

function validate122(data, instancePath=""){
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
validate122.errors = vErrors;
return errors === 0;
}


function validate124(data, instancePath=""){
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
validate124.errors = vErrors;
return errors === 0;
}


function validate121(data, instancePath=""){
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
if(!(validate122(data.floor, instancePath+"/floor"))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
}
if(data.agent !== undefined){
if(!(validate124(data.agent, instancePath+"/agent"))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
}
if(data.phase !== undefined){
if(!(validate124(data.phase, instancePath+"/phase"))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
errors = vErrors.length;
}
}
if(data.tier !== undefined){
if(!(validate124(data.tier, instancePath+"/tier"))){
vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
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
validate121.errors = vErrors;
return errors === 0;
}


function validate120(data, instancePath=""){
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
if(!(validate121(data[i0], instancePath+"/" + i0))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
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
if(!(validate121(data2[i1], instancePath+"/exceptions/" + i1))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
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
validate120.errors = vErrors;
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
