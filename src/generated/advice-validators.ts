// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { EscalationModel } from './escalation-model.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';

export const validateEscalationModel = validate52 as unknown as ValidateFunction<EscalationModel>;
const func1 = Object.prototype.hasOwnProperty;
const func2 = (text) => { let length = 0; for (const _ of text) length++; return length; };
const pattern3 = new RegExp("^[0-9]{4}-W[0-9]{2}$", "u");
const pattern4 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");
const pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$", "u");
const pattern6 = new RegExp("^[0-9a-f]{64}$", "u");

function validate52(data, instancePath=""){
/*# sourceURL="escalation-model.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.schema === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "schema"});
errors++;
}
if(data.kind === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "kind"});
errors++;
}
if(data.week === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "week"});
errors++;
}
if(data.tier === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "tier"});
errors++;
}
if(data.model === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "model"});
errors++;
}
if(data.trained_on === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "trained_on"});
errors++;
}
if(data.lambda === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "lambda"});
errors++;
}
if(data.intercept === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "intercept"});
errors++;
}
if(data.features === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "features"});
errors++;
}
if(data.table === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "table"});
errors++;
}
if(data.metrics === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "metrics"});
errors++;
}
if(data.gate === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "gate"});
errors++;
}
if(data.next === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "next"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"schema":0,"kind":0,"week":0,"tier":0,"model":0,"trained_on":0,"lambda":0,"intercept":0,"features":0,"table":0,"metrics":0,"gate":0,"next":0}, key0))){
vErrors = and(vErrors, instancePath, "additionalProperties", {additionalProperty: key0});
errors++;
}
}
if(data.schema !== undefined){
if("haiku-first/escalation-model@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/escalation-model@1"});
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(!((data1 === "l2-logit") || (data1 === "eb-table"))){
vErrors = and(vErrors, instancePath+"/kind", "enum", {allowedValues: ["l2-logit","eb-table"]});
errors++;
}
}
if(data.week !== undefined){
let data2 = data.week;
if(typeof data2 === "string"){
if(!pattern3.test(data2)){
vErrors = and(vErrors, instancePath+"/week", "pattern", {pattern: "^[0-9]{4}-W[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/week", "type", {type: "string"});
errors++;
}
}
if(data.tier !== undefined){
let data3 = data.tier;
if(typeof data3 === "string"){
if(!pattern4.test(data3)){
vErrors = and(vErrors, instancePath+"/tier", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/tier", "type", {type: "string"});
errors++;
}
}
if(data.model !== undefined){
let data4 = data.model;
if(typeof data4 === "string"){
if(!pattern5.test(data4)){
vErrors = and(vErrors, instancePath+"/model", "pattern", {pattern: "^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/model", "type", {type: "string"});
errors++;
}
}
if(data.trained_on !== undefined){
let data5 = data.trained_on;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.sha256 === undefined){
vErrors = and(vErrors, instancePath+"/trained_on", "required", {missingProperty: "sha256"});
errors++;
}
if(data5.from === undefined){
vErrors = and(vErrors, instancePath+"/trained_on", "required", {missingProperty: "from"});
errors++;
}
if(data5.to === undefined){
vErrors = and(vErrors, instancePath+"/trained_on", "required", {missingProperty: "to"});
errors++;
}
if(data5.n === undefined){
vErrors = and(vErrors, instancePath+"/trained_on", "required", {missingProperty: "n"});
errors++;
}
if(data5.events === undefined){
vErrors = and(vErrors, instancePath+"/trained_on", "required", {missingProperty: "events"});
errors++;
}
for(const key1 in data5){
if(!(((((key1 === "sha256") || (key1 === "from")) || (key1 === "to")) || (key1 === "n")) || (key1 === "events"))){
vErrors = and(vErrors, instancePath+"/trained_on", "additionalProperties", {additionalProperty: key1});
errors++;
}
}
if(data5.sha256 !== undefined){
let data6 = data5.sha256;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
vErrors = and(vErrors, instancePath+"/trained_on/sha256", "pattern", {pattern: "^[0-9a-f]{64}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/trained_on/sha256", "type", {type: "string"});
errors++;
}
}
if(data5.from !== undefined){
let data7 = data5.from;
if((typeof data7 !== "string") && (data7 !== null)){
vErrors = and(vErrors, instancePath+"/trained_on/from", "type", {type: ["string","null"]});
errors++;
}
if(typeof data7 === "string"){
if(!pattern3.test(data7)){
vErrors = and(vErrors, instancePath+"/trained_on/from", "pattern", {pattern: "^[0-9]{4}-W[0-9]{2}$"});
errors++;
}
}
}
if(data5.to !== undefined){
let data8 = data5.to;
if((typeof data8 !== "string") && (data8 !== null)){
vErrors = and(vErrors, instancePath+"/trained_on/to", "type", {type: ["string","null"]});
errors++;
}
if(typeof data8 === "string"){
if(!pattern3.test(data8)){
vErrors = and(vErrors, instancePath+"/trained_on/to", "pattern", {pattern: "^[0-9]{4}-W[0-9]{2}$"});
errors++;
}
}
}
if(data5.n !== undefined){
let data9 = data5.n;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = and(vErrors, instancePath+"/trained_on/n", "type", {type: "integer"});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
vErrors = and(vErrors, instancePath+"/trained_on/n", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data5.events !== undefined){
let data10 = data5.events;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = and(vErrors, instancePath+"/trained_on/events", "type", {type: "integer"});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
vErrors = and(vErrors, instancePath+"/trained_on/events", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/trained_on", "type", {type: "object"});
errors++;
}
}
if(data.lambda !== undefined){
let data11 = data.lambda;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 <= 0 || isNaN(data11)){
vErrors = and(vErrors, instancePath+"/lambda", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/lambda", "type", {type: "number"});
errors++;
}
}
if(data.intercept !== undefined){
let data12 = data.intercept;
if((!((typeof data12 == "number") && (isFinite(data12)))) && (data12 !== null)){
vErrors = and(vErrors, instancePath+"/intercept", "type", {type: ["number","null"]});
errors++;
}
}
if(data.features !== undefined){
let data13 = data.features;
if(Array.isArray(data13)){
if(data13.length > 500){
vErrors = and(vErrors, instancePath+"/features", "maxItems", {limit: 500});
errors++;
}
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
if(data14.name === undefined){
vErrors = and(vErrors, instancePath+"/features/" + i0, "required", {missingProperty: "name"});
errors++;
}
if(data14.level === undefined){
vErrors = and(vErrors, instancePath+"/features/" + i0, "required", {missingProperty: "level"});
errors++;
}
if(data14.mean === undefined){
vErrors = and(vErrors, instancePath+"/features/" + i0, "required", {missingProperty: "mean"});
errors++;
}
if(data14.sd === undefined){
vErrors = and(vErrors, instancePath+"/features/" + i0, "required", {missingProperty: "sd"});
errors++;
}
if(data14.coef === undefined){
vErrors = and(vErrors, instancePath+"/features/" + i0, "required", {missingProperty: "coef"});
errors++;
}
for(const key2 in data14){
if(!(((((key2 === "name") || (key2 === "level")) || (key2 === "mean")) || (key2 === "sd")) || (key2 === "coef"))){
vErrors = and(vErrors, instancePath+"/features/" + i0, "additionalProperties", {additionalProperty: key2});
errors++;
}
}
if(data14.name !== undefined){
let data15 = data14.name;
if(!(((((((data15 === "agent") || (data15 === "phase")) || (data15 === "complexity")) || (data15 === "task_type")) || (data15 === "critical")) || (data15 === "log_lines")) || (data15 === "log_files"))){
vErrors = and(vErrors, instancePath+"/features/" + i0+"/name", "enum", {allowedValues: ["agent","phase","complexity","task_type","critical","log_lines","log_files"]});
errors++;
}
}
if(data14.level !== undefined){
let data16 = data14.level;
if((typeof data16 !== "string") && (data16 !== null)){
vErrors = and(vErrors, instancePath+"/features/" + i0+"/level", "type", {type: ["string","null"]});
errors++;
}
if(typeof data16 === "string"){
if(func2(data16) > 1000){
vErrors = and(vErrors, instancePath+"/features/" + i0+"/level", "maxLength", {limit: 1000});
errors++;
}
}
}
if(data14.mean !== undefined){
let data17 = data14.mean;
if(!((typeof data17 == "number") && (isFinite(data17)))){
vErrors = and(vErrors, instancePath+"/features/" + i0+"/mean", "type", {type: "number"});
errors++;
}
}
if(data14.sd !== undefined){
let data18 = data14.sd;
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 <= 0 || isNaN(data18)){
vErrors = and(vErrors, instancePath+"/features/" + i0+"/sd", "exclusiveMinimum", {comparison: ">", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/features/" + i0+"/sd", "type", {type: "number"});
errors++;
}
}
if(data14.coef !== undefined){
let data19 = data14.coef;
if(!((typeof data19 == "number") && (isFinite(data19)))){
vErrors = and(vErrors, instancePath+"/features/" + i0+"/coef", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/features/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/features", "type", {type: "array"});
errors++;
}
}
if(data.table !== undefined){
let data20 = data.table;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(data20.mean === undefined){
vErrors = and(vErrors, instancePath+"/table", "required", {missingProperty: "mean"});
errors++;
}
if(data20.strength === undefined){
vErrors = and(vErrors, instancePath+"/table", "required", {missingProperty: "strength"});
errors++;
}
if(data20.rows === undefined){
vErrors = and(vErrors, instancePath+"/table", "required", {missingProperty: "rows"});
errors++;
}
for(const key3 in data20){
if(!(((key3 === "mean") || (key3 === "strength")) || (key3 === "rows"))){
vErrors = and(vErrors, instancePath+"/table", "additionalProperties", {additionalProperty: key3});
errors++;
}
}
if(data20.mean !== undefined){
let data21 = data20.mean;
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 1 || isNaN(data21)){
vErrors = and(vErrors, instancePath+"/table/mean", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data21 < 0 || isNaN(data21)){
vErrors = and(vErrors, instancePath+"/table/mean", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/table/mean", "type", {type: "number"});
errors++;
}
}
if(data20.strength !== undefined){
let data22 = data20.strength;
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
vErrors = and(vErrors, instancePath+"/table/strength", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/table/strength", "type", {type: "number"});
errors++;
}
}
if(data20.rows !== undefined){
let data23 = data20.rows;
if(Array.isArray(data23)){
if(data23.length > 5000){
vErrors = and(vErrors, instancePath+"/table/rows", "maxItems", {limit: 5000});
errors++;
}
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
let data24 = data23[i1];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(data24.agent === undefined){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1, "required", {missingProperty: "agent"});
errors++;
}
if(data24.complexity === undefined){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1, "required", {missingProperty: "complexity"});
errors++;
}
if(data24.n === undefined){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1, "required", {missingProperty: "n"});
errors++;
}
if(data24.events === undefined){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1, "required", {missingProperty: "events"});
errors++;
}
if(data24.p === undefined){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1, "required", {missingProperty: "p"});
errors++;
}
for(const key4 in data24){
if(!(((((key4 === "agent") || (key4 === "complexity")) || (key4 === "n")) || (key4 === "events")) || (key4 === "p"))){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1, "additionalProperties", {additionalProperty: key4});
errors++;
}
}
if(data24.agent !== undefined){
let data25 = data24.agent;
if(typeof data25 === "string"){
if(!pattern4.test(data25)){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/agent", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/agent", "type", {type: "string"});
errors++;
}
}
if(data24.complexity !== undefined){
let data26 = data24.complexity;
if(!((((data26 === "S") || (data26 === "M")) || (data26 === "L")) || (data26 === null))){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/complexity", "enum", {allowedValues: ["S","M","L",null]});
errors++;
}
}
if(data24.n !== undefined){
let data27 = data24.n;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/n", "type", {type: "integer"});
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 0 || isNaN(data27)){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/n", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data24.events !== undefined){
let data28 = data24.events;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/events", "type", {type: "integer"});
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/events", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data24.p !== undefined){
let data29 = data24.p;
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 1 || isNaN(data29)){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/p", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data29 < 0 || isNaN(data29)){
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/p", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/table/rows/" + i1+"/p", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/table/rows/" + i1, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/table/rows", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/table", "type", {type: "object"});
errors++;
}
}
if(data.metrics !== undefined){
let data30 = data.metrics;
if((!(data30 && typeof data30 == "object" && !Array.isArray(data30))) && (data30 !== null)){
vErrors = and(vErrors, instancePath+"/metrics", "type", {type: ["object","null"]});
errors++;
}
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.n === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "n"});
errors++;
}
if(data30.events === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "events"});
errors++;
}
if(data30.trained_events === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "trained_events"});
errors++;
}
if(data30.auc === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "auc"});
errors++;
}
if(data30.brier === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "brier"});
errors++;
}
if(data30.brier_of_table === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "brier_of_table"});
errors++;
}
if(data30.brier_skill === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "brier_skill"});
errors++;
}
if(data30.brier_skill_low === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "brier_skill_low"});
errors++;
}
if(data30.slope === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "slope"});
errors++;
}
if(data30.intercept === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "intercept"});
errors++;
}
if(data30.reliability === undefined){
vErrors = and(vErrors, instancePath+"/metrics", "required", {missingProperty: "reliability"});
errors++;
}
for(const key5 in data30){
if(!(func1.call({"n":0,"events":0,"trained_events":0,"auc":0,"brier":0,"brier_of_table":0,"brier_skill":0,"brier_skill_low":0,"slope":0,"intercept":0,"reliability":0}, key5))){
vErrors = and(vErrors, instancePath+"/metrics", "additionalProperties", {additionalProperty: key5});
errors++;
}
}
if(data30.n !== undefined){
let data31 = data30.n;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
vErrors = and(vErrors, instancePath+"/metrics/n", "type", {type: "integer"});
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
vErrors = and(vErrors, instancePath+"/metrics/n", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data30.events !== undefined){
let data32 = data30.events;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
vErrors = and(vErrors, instancePath+"/metrics/events", "type", {type: "integer"});
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
vErrors = and(vErrors, instancePath+"/metrics/events", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data30.trained_events !== undefined){
let data33 = data30.trained_events;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
vErrors = and(vErrors, instancePath+"/metrics/trained_events", "type", {type: "integer"});
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 0 || isNaN(data33)){
vErrors = and(vErrors, instancePath+"/metrics/trained_events", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data30.auc !== undefined){
let data34 = data30.auc;
if((!((typeof data34 == "number") && (isFinite(data34)))) && (data34 !== null)){
vErrors = and(vErrors, instancePath+"/metrics/auc", "type", {type: ["number","null"]});
errors++;
}
}
if(data30.brier !== undefined){
let data35 = data30.brier;
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
vErrors = and(vErrors, instancePath+"/metrics/brier", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/metrics/brier", "type", {type: "number"});
errors++;
}
}
if(data30.brier_of_table !== undefined){
let data36 = data30.brier_of_table;
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
vErrors = and(vErrors, instancePath+"/metrics/brier_of_table", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/metrics/brier_of_table", "type", {type: "number"});
errors++;
}
}
if(data30.brier_skill !== undefined){
let data37 = data30.brier_skill;
if((!((typeof data37 == "number") && (isFinite(data37)))) && (data37 !== null)){
vErrors = and(vErrors, instancePath+"/metrics/brier_skill", "type", {type: ["number","null"]});
errors++;
}
}
if(data30.brier_skill_low !== undefined){
let data38 = data30.brier_skill_low;
if((!((typeof data38 == "number") && (isFinite(data38)))) && (data38 !== null)){
vErrors = and(vErrors, instancePath+"/metrics/brier_skill_low", "type", {type: ["number","null"]});
errors++;
}
}
if(data30.slope !== undefined){
let data39 = data30.slope;
if((!((typeof data39 == "number") && (isFinite(data39)))) && (data39 !== null)){
vErrors = and(vErrors, instancePath+"/metrics/slope", "type", {type: ["number","null"]});
errors++;
}
}
if(data30.intercept !== undefined){
let data40 = data30.intercept;
if((!((typeof data40 == "number") && (isFinite(data40)))) && (data40 !== null)){
vErrors = and(vErrors, instancePath+"/metrics/intercept", "type", {type: ["number","null"]});
errors++;
}
}
if(data30.reliability !== undefined){
let data41 = data30.reliability;
if(Array.isArray(data41)){
if(data41.length > 5){
vErrors = and(vErrors, instancePath+"/metrics/reliability", "maxItems", {limit: 5});
errors++;
}
const len2 = data41.length;
for(let i2=0; i2<len2; i2++){
let data42 = data41[i2];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(data42.n === undefined){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2, "required", {missingProperty: "n"});
errors++;
}
if(data42.predicted === undefined){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2, "required", {missingProperty: "predicted"});
errors++;
}
if(data42.observed === undefined){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2, "required", {missingProperty: "observed"});
errors++;
}
for(const key6 in data42){
if(!(((key6 === "n") || (key6 === "predicted")) || (key6 === "observed"))){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2, "additionalProperties", {additionalProperty: key6});
errors++;
}
}
if(data42.n !== undefined){
let data43 = data42.n;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/n", "type", {type: "integer"});
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 0 || isNaN(data43)){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/n", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data42.predicted !== undefined){
let data44 = data42.predicted;
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 > 1 || isNaN(data44)){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/predicted", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data44 < 0 || isNaN(data44)){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/predicted", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/predicted", "type", {type: "number"});
errors++;
}
}
if(data42.observed !== undefined){
let data45 = data42.observed;
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 > 1 || isNaN(data45)){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/observed", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data45 < 0 || isNaN(data45)){
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/observed", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2+"/observed", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/metrics/reliability/" + i2, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/metrics/reliability", "type", {type: "array"});
errors++;
}
}
}
}
if(data.gate !== undefined){
let data46 = data.gate;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.pass === undefined){
vErrors = and(vErrors, instancePath+"/gate", "required", {missingProperty: "pass"});
errors++;
}
if(data46.reasons === undefined){
vErrors = and(vErrors, instancePath+"/gate", "required", {missingProperty: "reasons"});
errors++;
}
for(const key7 in data46){
if(!((key7 === "pass") || (key7 === "reasons"))){
vErrors = and(vErrors, instancePath+"/gate", "additionalProperties", {additionalProperty: key7});
errors++;
}
}
if(data46.pass !== undefined){
if(typeof data46.pass !== "boolean"){
vErrors = and(vErrors, instancePath+"/gate/pass", "type", {type: "boolean"});
errors++;
}
}
if(data46.reasons !== undefined){
let data48 = data46.reasons;
if(Array.isArray(data48)){
const len3 = data48.length;
for(let i3=0; i3<len3; i3++){
if(typeof data48[i3] !== "string"){
vErrors = and(vErrors, instancePath+"/gate/reasons/" + i3, "type", {type: "string"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/gate/reasons", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/gate", "type", {type: "object"});
errors++;
}
}
if(data.next !== undefined){
let data50 = data.next;
if((!(data50 && typeof data50 == "object" && !Array.isArray(data50))) && (data50 !== null)){
vErrors = and(vErrors, instancePath+"/next", "type", {type: ["object","null"]});
errors++;
}
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if(data50.tier === undefined){
vErrors = and(vErrors, instancePath+"/next", "required", {missingProperty: "tier"});
errors++;
}
if(data50.failed === undefined){
vErrors = and(vErrors, instancePath+"/next", "required", {missingProperty: "failed"});
errors++;
}
if(data50.rescued === undefined){
vErrors = and(vErrors, instancePath+"/next", "required", {missingProperty: "rescued"});
errors++;
}
if(data50.microusd === undefined){
vErrors = and(vErrors, instancePath+"/next", "required", {missingProperty: "microusd"});
errors++;
}
if(data50.next_microusd === undefined){
vErrors = and(vErrors, instancePath+"/next", "required", {missingProperty: "next_microusd"});
errors++;
}
if(data50.rework_microusd === undefined){
vErrors = and(vErrors, instancePath+"/next", "required", {missingProperty: "rework_microusd"});
errors++;
}
for(const key8 in data50){
if(!((((((key8 === "tier") || (key8 === "failed")) || (key8 === "rescued")) || (key8 === "microusd")) || (key8 === "next_microusd")) || (key8 === "rework_microusd"))){
vErrors = and(vErrors, instancePath+"/next", "additionalProperties", {additionalProperty: key8});
errors++;
}
}
if(data50.tier !== undefined){
let data51 = data50.tier;
if(typeof data51 === "string"){
if(!pattern4.test(data51)){
vErrors = and(vErrors, instancePath+"/next/tier", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/next/tier", "type", {type: "string"});
errors++;
}
}
if(data50.failed !== undefined){
let data52 = data50.failed;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
vErrors = and(vErrors, instancePath+"/next/failed", "type", {type: "integer"});
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 < 0 || isNaN(data52)){
vErrors = and(vErrors, instancePath+"/next/failed", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data50.rescued !== undefined){
let data53 = data50.rescued;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
vErrors = and(vErrors, instancePath+"/next/rescued", "type", {type: "integer"});
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 < 0 || isNaN(data53)){
vErrors = and(vErrors, instancePath+"/next/rescued", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data50.microusd !== undefined){
let data54 = data50.microusd;
if((!((typeof data54 == "number") && (isFinite(data54)))) && (data54 !== null)){
vErrors = and(vErrors, instancePath+"/next/microusd", "type", {type: ["number","null"]});
errors++;
}
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 < 0 || isNaN(data54)){
vErrors = and(vErrors, instancePath+"/next/microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data50.next_microusd !== undefined){
let data55 = data50.next_microusd;
if((!((typeof data55 == "number") && (isFinite(data55)))) && (data55 !== null)){
vErrors = and(vErrors, instancePath+"/next/next_microusd", "type", {type: ["number","null"]});
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 < 0 || isNaN(data55)){
vErrors = and(vErrors, instancePath+"/next/next_microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data50.rework_microusd !== undefined){
let data56 = data50.rework_microusd;
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 < 0 || isNaN(data56)){
vErrors = and(vErrors, instancePath+"/next/rework_microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/next/rework_microusd", "type", {type: "number"});
errors++;
}
}
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

function and(errors, instancePath, keyword, params){
const error = {instancePath, keyword, params};
if(errors === null) return [error];
errors.push(error);
return errors;
}
function escaped(key){
return key.replace(/~/g, "~0").replace(/\//g, "~1");
}
