// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { StoredDeferral } from './deferral.ts';
import type { StoredDrainEvent } from './drain.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';

export const validateDeferral = validate52 as unknown as ValidateFunction<StoredDeferral>;
const func1 = Object.prototype.hasOwnProperty;
const func2 = (text) => { let length = 0; for (const _ of text) length++; return length; };
const pattern3 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern4 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$", "u");
const pattern5 = new RegExp("^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$", "u");
const pattern6 = new RegExp("^\\P{Cs}*$", "u");
const pattern9 = new RegExp("^[0-9a-f]{40}$", "u");
const pattern10 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");
const pattern15 = new RegExp("^[A-Za-z_][A-Za-z0-9_-]{0,63}$", "u");

function validate52(data, instancePath=""){
/*# sourceURL="deferral.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.work_item === undefined){
data.work_item = null;
}
if(data.head === undefined){
data.head = null;
}
if(data.critical === undefined){
data.critical = false;
}
if(data.task === undefined){
data.task = {};
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
if(data.tier === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tier"});
errors++;
}
if(data.priority === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "priority"});
errors++;
}
if(data.reason === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "reason"});
errors++;
}
if(data.not_before === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "not_before"});
errors++;
}
if(data.work_item === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "work_item"});
errors++;
}
if(data.head === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "head"});
errors++;
}
if(data.critical === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "critical"});
errors++;
}
if(data.task === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "task"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"schema":0,"id":0,"at":0,"repository":0,"run":0,"work_item":0,"head":0,"agent":0,"phase":0,"tier":0,"priority":0,"critical":0,"reason":0,"not_before":0,"task":0,"escalation":0}, key0))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.schema !== undefined){
if("haiku-first/deferral@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/deferral@1"});
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
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
let data2 = data.at;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
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
if(data.run !== undefined){
let data4 = data.run;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.id === undefined){
vErrors = and(vErrors, instancePath+"/run", "required", {missingProperty: "id"});
errors++;
}
if(data4.attempt === undefined){
vErrors = and(vErrors, instancePath+"/run", "required", {missingProperty: "attempt"});
errors++;
}
if(data4.job === undefined){
vErrors = and(vErrors, instancePath+"/run", "required", {missingProperty: "job"});
errors++;
}
for(const key1 in data4){
if(!(((key1 === "id") || (key1 === "attempt")) || (key1 === "job"))){
vErrors = and(vErrors, instancePath+"/run", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data4.id !== undefined){
let data5 = data4.id;
if(typeof data5 === "string"){
if(func2(data5) > 64){
vErrors = and(vErrors, instancePath+"/run/id", "maxLength", {limit: 64});
errors++;
}
if(func2(data5) < 1){
vErrors = and(vErrors, instancePath+"/run/id", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data5)){
vErrors = and(vErrors, instancePath+"/run/id", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/run/id", "type", {type: "string"});
errors++;
}
}
if(data4.attempt !== undefined){
let data6 = data4.attempt;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
vErrors = and(vErrors, instancePath+"/run/attempt", "type", {type: "integer"});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 100000 || isNaN(data6)){
vErrors = and(vErrors, instancePath+"/run/attempt", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data6 < 1 || isNaN(data6)){
vErrors = and(vErrors, instancePath+"/run/attempt", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data4.job !== undefined){
let data7 = data4.job;
if(typeof data7 === "string"){
if(func2(data7) > 300){
vErrors = and(vErrors, instancePath+"/run/job", "maxLength", {limit: 300});
errors++;
}
if(func2(data7) < 1){
vErrors = and(vErrors, instancePath+"/run/job", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data7)){
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
let data8 = data.work_item;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = and(vErrors, instancePath+"/work_item", "type", {type: ["string","null"]});
errors++;
}
if(typeof data8 === "string"){
if(func2(data8) > 200){
vErrors = and(vErrors, instancePath+"/work_item", "maxLength", {limit: 200});
errors++;
}
if(func2(data8) < 1){
vErrors = and(vErrors, instancePath+"/work_item", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data8)){
vErrors = and(vErrors, instancePath+"/work_item", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
let data9 = data.head;
if((typeof data9 !== "string") && (data9 !== null)){
vErrors = and(vErrors, instancePath+"/head", "type", {type: ["string","null"]});
errors++;
}
if(typeof data9 === "string"){
if(!pattern9.test(data9)){
vErrors = and(vErrors, instancePath+"/head", "pattern", {pattern: "^[0-9a-f]{40}$"});
errors++;
}
}
if(data.agent !== undefined){
let data10 = data.agent;
if(typeof data10 === "string"){
if(!pattern10.test(data10)){
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
let data11 = data.phase;
if(typeof data11 === "string"){
if(!pattern10.test(data11)){
vErrors = and(vErrors, instancePath+"/phase", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/phase", "type", {type: "string"});
errors++;
}
}
if(data.tier !== undefined){
let data12 = data.tier;
if(typeof data12 === "string"){
if(!pattern10.test(data12)){
vErrors = and(vErrors, instancePath+"/tier", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/tier", "type", {type: "string"});
errors++;
}
}
if(data.priority !== undefined){
let data13 = data.priority;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
vErrors = and(vErrors, instancePath+"/priority", "type", {type: "integer"});
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 100 || isNaN(data13)){
vErrors = and(vErrors, instancePath+"/priority", "maximum", {comparison: "<=", limit: 100});
errors++;
}
if(data13 < 0 || isNaN(data13)){
vErrors = and(vErrors, instancePath+"/priority", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(typeof data.critical !== "boolean"){
vErrors = and(vErrors, instancePath+"/critical", "type", {type: "boolean"});
errors++;
}
if(data.reason !== undefined){
let data15 = data.reason;
if(typeof data15 === "string"){
if(func2(data15) > 300){
vErrors = and(vErrors, instancePath+"/reason", "maxLength", {limit: 300});
errors++;
}
if(func2(data15) < 1){
vErrors = and(vErrors, instancePath+"/reason", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data15)){
vErrors = and(vErrors, instancePath+"/reason", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/reason", "type", {type: "string"});
errors++;
}
}
if(data.not_before !== undefined){
let data16 = data.not_before;
if(typeof data16 === "string"){
if(!pattern4.test(data16)){
vErrors = and(vErrors, instancePath+"/not_before", "pattern", {pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/not_before", "type", {type: "string"});
errors++;
}
}
let data17 = data.task;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length > 100){
vErrors = and(vErrors, instancePath+"/task", "maxProperties", {limit: 100});
errors++;
}
for(const key2 in data17){
const _errs38 = errors;
if(typeof key2 === "string"){
if(!pattern15.test(key2)){
vErrors = and(vErrors, instancePath+"/task", "pattern", {pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,63}$"});
errors++;
}
}
var valid2 = _errs38 === errors;
if(!valid2){
vErrors = and(vErrors, instancePath+"/task", "propertyNames", {propertyName: key2});
errors++;
}
}
for(const key3 in data17){
let data18 = data17[key3];
if((((typeof data18 !== "boolean") && (!((typeof data18 == "number") && (isFinite(data18))))) && (typeof data18 !== "string")) && (!(Array.isArray(data18)))){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key3), "type", {type: ["boolean","number","string","array"]});
errors++;
}
if(typeof data18 === "string"){
if(func2(data18) > 1000){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key3), "maxLength", {limit: 1000});
errors++;
}
if(!pattern6.test(data18)){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key3), "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
if(Array.isArray(data18)){
if(data18.length > 200){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key3), "maxItems", {limit: 200});
errors++;
}
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
if(typeof data19 === "string"){
if(func2(data19) > 1000){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key3)+"/" + i0, "maxLength", {limit: 1000});
errors++;
}
if(!pattern6.test(data19)){
vErrors = and(vErrors, instancePath+"/task/" + escaped(key3)+"/" + i0, "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/task/" + escaped(key3)+"/" + i0, "type", {type: "string"});
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
if(data.escalation !== undefined){
let data20 = data.escalation;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.from === undefined){
vErrors = and(vErrors, instancePath+"/escalation", "required", {missingProperty: "from"});
errors++;
}
if(data20.reason === undefined){
vErrors = and(vErrors, instancePath+"/escalation", "required", {missingProperty: "reason"});
errors++;
}
if(data20.trigger === undefined){
vErrors = and(vErrors, instancePath+"/escalation", "required", {missingProperty: "trigger"});
errors++;
}
for(const key4 in data20){
if(!(((key4 === "from") || (key4 === "reason")) || (key4 === "trigger"))){
vErrors = and(vErrors, instancePath+"/escalation", "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data20.from !== undefined){
if(typeof data20.from !== "string"){
vErrors = and(vErrors, instancePath+"/escalation/from", "type", {type: "string"});
errors++;
}
}
if(data20.reason !== undefined){
let data22 = data20.reason;
if(typeof data22 === "string"){
if(func2(data22) > 300){
vErrors = and(vErrors, instancePath+"/escalation/reason", "maxLength", {limit: 300});
errors++;
}
if(func2(data22) < 1){
vErrors = and(vErrors, instancePath+"/escalation/reason", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/escalation/reason", "type", {type: "string"});
errors++;
}
}
if(data20.trigger !== undefined){
let data23 = data20.trigger;
if(typeof data23 === "string"){
if(func2(data23) > 200){
vErrors = and(vErrors, instancePath+"/escalation/trigger", "maxLength", {limit: 200});
errors++;
}
if(func2(data23) < 1){
vErrors = and(vErrors, instancePath+"/escalation/trigger", "minLength", {limit: 1});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/escalation/trigger", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/escalation", "type", {type: "object"});
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

export const validateDrain = validate53 as unknown as ValidateFunction<StoredDrainEvent>;
const pattern23 = new RegExp("^[0-9a-f]{16,64}$", "u");
const pattern24 = new RegExp("^hf-[0-9a-f]{32}$", "u");
const pattern25 = new RegExp("^[1-9]\\d{0,19}$", "u");

function validate53(data, instancePath=""){
/*# sourceURL="drain.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.claim === undefined){
data.claim = null;
}
if(data.run_id === undefined){
data.run_id = null;
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
if(data.deferral === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "deferral"});
errors++;
}
if(data.event === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "event"});
errors++;
}
if(data.drain === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "drain"});
errors++;
}
if(data.claim === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "claim"});
errors++;
}
if(data.run_id === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "run_id"});
errors++;
}
if(data.note === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "note"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"schema":0,"id":0,"at":0,"repository":0,"deferral":0,"event":0,"drain":0,"claim":0,"run_id":0,"note":0}, key0))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.schema !== undefined){
if("haiku-first/drain@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/drain@1"});
errors++;
}
}
if(data.id !== undefined){
let data1 = data.id;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
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
let data2 = data.at;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
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
if(data.deferral !== undefined){
let data4 = data.deferral;
if(typeof data4 === "string"){
if(!pattern3.test(data4)){
vErrors = and(vErrors, instancePath+"/deferral", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/deferral", "type", {type: "string"});
errors++;
}
}
if(data.event !== undefined){
let data5 = data.event;
if(!((((data5 === "claimed") || (data5 === "started")) || (data5 === "released")) || (data5 === "dropped"))){
vErrors = and(vErrors, instancePath+"/event", "enum", {allowedValues: ["claimed","started","released","dropped"]});
errors++;
}
}
if(data.drain !== undefined){
let data6 = data.drain;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.run === undefined){
vErrors = and(vErrors, instancePath+"/drain", "required", {missingProperty: "run"});
errors++;
}
if(data6.attempt === undefined){
vErrors = and(vErrors, instancePath+"/drain", "required", {missingProperty: "attempt"});
errors++;
}
if(data6.nonce === undefined){
vErrors = and(vErrors, instancePath+"/drain", "required", {missingProperty: "nonce"});
errors++;
}
for(const key1 in data6){
if(!(((key1 === "run") || (key1 === "attempt")) || (key1 === "nonce"))){
vErrors = and(vErrors, instancePath+"/drain", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data6.run !== undefined){
let data7 = data6.run;
if(typeof data7 === "string"){
if(func2(data7) > 64){
vErrors = and(vErrors, instancePath+"/drain/run", "maxLength", {limit: 64});
errors++;
}
if(func2(data7) < 1){
vErrors = and(vErrors, instancePath+"/drain/run", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data7)){
vErrors = and(vErrors, instancePath+"/drain/run", "pattern", {pattern: "^\\P{Cs}*$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/drain/run", "type", {type: "string"});
errors++;
}
}
if(data6.attempt !== undefined){
let data8 = data6.attempt;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
vErrors = and(vErrors, instancePath+"/drain/attempt", "type", {type: "integer"});
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 100000 || isNaN(data8)){
vErrors = and(vErrors, instancePath+"/drain/attempt", "maximum", {comparison: "<=", limit: 100000});
errors++;
}
if(data8 < 1 || isNaN(data8)){
vErrors = and(vErrors, instancePath+"/drain/attempt", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data6.nonce !== undefined){
let data9 = data6.nonce;
if(typeof data9 === "string"){
if(!pattern23.test(data9)){
vErrors = and(vErrors, instancePath+"/drain/nonce", "pattern", {pattern: "^[0-9a-f]{16,64}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/drain/nonce", "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/drain", "type", {type: "object"});
errors++;
}
}
let data10 = data.claim;
if((typeof data10 !== "string") && (data10 !== null)){
vErrors = and(vErrors, instancePath+"/claim", "type", {type: ["string","null"]});
errors++;
}
if(typeof data10 === "string"){
if(!pattern24.test(data10)){
vErrors = and(vErrors, instancePath+"/claim", "pattern", {pattern: "^hf-[0-9a-f]{32}$"});
errors++;
}
}
let data11 = data.run_id;
if((typeof data11 !== "string") && (data11 !== null)){
vErrors = and(vErrors, instancePath+"/run_id", "type", {type: ["string","null"]});
errors++;
}
if(typeof data11 === "string"){
if(!pattern25.test(data11)){
vErrors = and(vErrors, instancePath+"/run_id", "pattern", {pattern: "^[1-9]\\d{0,19}$"});
errors++;
}
}
let data12 = data.note;
if((typeof data12 !== "string") && (data12 !== null)){
vErrors = and(vErrors, instancePath+"/note", "type", {type: ["string","null"]});
errors++;
}
if(typeof data12 === "string"){
if(func2(data12) > 300){
vErrors = and(vErrors, instancePath+"/note", "maxLength", {limit: 300});
errors++;
}
if(func2(data12) < 1){
vErrors = and(vErrors, instancePath+"/note", "minLength", {limit: 1});
errors++;
}
if(!pattern6.test(data12)){
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

function and(errors, instancePath, keyword, params){
const error = {instancePath, keyword, params};
if(errors === null) return [error];
errors.push(error);
return errors;
}
function escaped(key){
return key.replace(/~/g, "~0").replace(/\//g, "~1");
}
