// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { StoredForecast } from './forecast.ts';
import type { StoredWhatIf } from './what-if.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';

export const validateForecast = validate52 as unknown as ValidateFunction<StoredForecast>;
const func1 = Object.prototype.hasOwnProperty;
const pattern3 = new RegExp("^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$", "u");
const pattern4 = new RegExp("^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$", "u");
const pattern5 = new RegExp("^[0-9]{4}-W[0-9]{2}$", "u");

function validate52(data, instancePath=""){
/*# sourceURL="forecast.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.interval === undefined){
data.interval = null;
}
if(data.probabilities === undefined){
data.probabilities = null;
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
if(data.week === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "week"});
errors++;
}
if(data.measure === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "measure"});
errors++;
}
if(data.limit === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "limit"});
errors++;
}
if(data.spent === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "spent"});
errors++;
}
if(data.point === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "point"});
errors++;
}
if(data.weeks === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "weeks"});
errors++;
}
if(data.interval === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "interval"});
errors++;
}
if(data.probabilities === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "probabilities"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"schema":0,"at":0,"repository":0,"week":0,"measure":0,"limit":0,"spent":0,"point":0,"interval":0,"probabilities":0,"weeks":0,"history":0}, key0))){
delete data[key0];
}
}
if(data.schema !== undefined){
if("haiku-first/forecast@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/forecast@1"});
errors++;
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
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
if(!pattern4.test(data2)){
vErrors = and(vErrors, instancePath+"/repository", "pattern", {pattern: "^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/repository", "type", {type: "string"});
errors++;
}
}
if(data.week !== undefined){
let data3 = data.week;
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
vErrors = and(vErrors, instancePath+"/week", "pattern", {pattern: "^[0-9]{4}-W[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/week", "type", {type: "string"});
errors++;
}
}
if(data.measure !== undefined){
let data4 = data.measure;
if(!((data4 === "tokens") || (data4 === "usd"))){
vErrors = and(vErrors, instancePath+"/measure", "enum", {allowedValues: ["tokens","usd"]});
errors++;
}
}
if(data.limit !== undefined){
let data5 = data.limit;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
vErrors = and(vErrors, instancePath+"/limit", "type", {type: "integer"});
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 9007199254740991 || isNaN(data5)){
vErrors = and(vErrors, instancePath+"/limit", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data5 < 1 || isNaN(data5)){
vErrors = and(vErrors, instancePath+"/limit", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.spent !== undefined){
let data6 = data.spent;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
vErrors = and(vErrors, instancePath+"/spent", "type", {type: "integer"});
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
vErrors = and(vErrors, instancePath+"/spent", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data6 < 0 || isNaN(data6)){
vErrors = and(vErrors, instancePath+"/spent", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.point !== undefined){
let data7 = data.point;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
vErrors = and(vErrors, instancePath+"/point", "type", {type: "integer"});
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 9007199254740991 || isNaN(data7)){
vErrors = and(vErrors, instancePath+"/point", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data7 < 0 || isNaN(data7)){
vErrors = and(vErrors, instancePath+"/point", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
let data8 = data.interval;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
vErrors = and(vErrors, instancePath+"/interval", "type", {type: ["object","null"]});
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
if(data8.low === undefined){
vErrors = and(vErrors, instancePath+"/interval", "required", {missingProperty: "low"});
errors++;
}
if(data8.high === undefined){
vErrors = and(vErrors, instancePath+"/interval", "required", {missingProperty: "high"});
errors++;
}
for(const key1 in data8){
if(!((key1 === "low") || (key1 === "high"))){
delete data8[key1];
}
}
if(data8.low !== undefined){
let data9 = data8.low;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
vErrors = and(vErrors, instancePath+"/interval/low", "type", {type: "integer"});
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9007199254740991 || isNaN(data9)){
vErrors = and(vErrors, instancePath+"/interval/low", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data9 < 0 || isNaN(data9)){
vErrors = and(vErrors, instancePath+"/interval/low", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data8.high !== undefined){
let data10 = data8.high;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = and(vErrors, instancePath+"/interval/high", "type", {type: "integer"});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
vErrors = and(vErrors, instancePath+"/interval/high", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data10 < 0 || isNaN(data10)){
vErrors = and(vErrors, instancePath+"/interval/high", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
let data11 = data.probabilities;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
vErrors = and(vErrors, instancePath+"/probabilities", "type", {type: ["object","null"]});
errors++;
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.GREEN === undefined){
vErrors = and(vErrors, instancePath+"/probabilities", "required", {missingProperty: "GREEN"});
errors++;
}
if(data11.YELLOW === undefined){
vErrors = and(vErrors, instancePath+"/probabilities", "required", {missingProperty: "YELLOW"});
errors++;
}
if(data11.ORANGE === undefined){
vErrors = and(vErrors, instancePath+"/probabilities", "required", {missingProperty: "ORANGE"});
errors++;
}
if(data11.RED === undefined){
vErrors = and(vErrors, instancePath+"/probabilities", "required", {missingProperty: "RED"});
errors++;
}
if(data11.EXHAUSTED === undefined){
vErrors = and(vErrors, instancePath+"/probabilities", "required", {missingProperty: "EXHAUSTED"});
errors++;
}
for(const key2 in data11){
if(!(((((key2 === "GREEN") || (key2 === "YELLOW")) || (key2 === "ORANGE")) || (key2 === "RED")) || (key2 === "EXHAUSTED"))){
delete data11[key2];
}
}
if(data11.GREEN !== undefined){
let data12 = data11.GREEN;
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 1 || isNaN(data12)){
vErrors = and(vErrors, instancePath+"/probabilities/GREEN", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data12 < 0 || isNaN(data12)){
vErrors = and(vErrors, instancePath+"/probabilities/GREEN", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/probabilities/GREEN", "type", {type: "number"});
errors++;
}
}
if(data11.YELLOW !== undefined){
let data13 = data11.YELLOW;
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1 || isNaN(data13)){
vErrors = and(vErrors, instancePath+"/probabilities/YELLOW", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data13 < 0 || isNaN(data13)){
vErrors = and(vErrors, instancePath+"/probabilities/YELLOW", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/probabilities/YELLOW", "type", {type: "number"});
errors++;
}
}
if(data11.ORANGE !== undefined){
let data14 = data11.ORANGE;
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 1 || isNaN(data14)){
vErrors = and(vErrors, instancePath+"/probabilities/ORANGE", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data14 < 0 || isNaN(data14)){
vErrors = and(vErrors, instancePath+"/probabilities/ORANGE", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/probabilities/ORANGE", "type", {type: "number"});
errors++;
}
}
if(data11.RED !== undefined){
let data15 = data11.RED;
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1 || isNaN(data15)){
vErrors = and(vErrors, instancePath+"/probabilities/RED", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data15 < 0 || isNaN(data15)){
vErrors = and(vErrors, instancePath+"/probabilities/RED", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/probabilities/RED", "type", {type: "number"});
errors++;
}
}
if(data11.EXHAUSTED !== undefined){
let data16 = data11.EXHAUSTED;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 1 || isNaN(data16)){
vErrors = and(vErrors, instancePath+"/probabilities/EXHAUSTED", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data16 < 0 || isNaN(data16)){
vErrors = and(vErrors, instancePath+"/probabilities/EXHAUSTED", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/probabilities/EXHAUSTED", "type", {type: "number"});
errors++;
}
}
}
if(data.weeks !== undefined){
let data17 = data.weeks;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
vErrors = and(vErrors, instancePath+"/weeks", "type", {type: "integer"});
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 8 || isNaN(data17)){
vErrors = and(vErrors, instancePath+"/weeks", "maximum", {comparison: "<=", limit: 8});
errors++;
}
if(data17 < 0 || isNaN(data17)){
vErrors = and(vErrors, instancePath+"/weeks", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.history !== undefined){
let data18 = data.history;
if(Array.isArray(data18)){
if(data18.length > 8){
vErrors = and(vErrors, instancePath+"/history", "maxItems", {limit: 8});
errors++;
}
const len0 = data18.length;
for(let i0=0; i0<len0; i0++){
let data19 = data18[i0];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.week === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0, "required", {missingProperty: "week"});
errors++;
}
if(data19.tokens === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0, "required", {missingProperty: "tokens"});
errors++;
}
if(data19.microusd === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0, "required", {missingProperty: "microusd"});
errors++;
}
if(data19.told === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0, "required", {missingProperty: "told"});
errors++;
}
for(const key3 in data19){
if(!((((key3 === "week") || (key3 === "tokens")) || (key3 === "microusd")) || (key3 === "told"))){
delete data19[key3];
}
}
if(data19.week !== undefined){
let data20 = data19.week;
if(typeof data20 === "string"){
if(!pattern5.test(data20)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/week", "pattern", {pattern: "^[0-9]{4}-W[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/week", "type", {type: "string"});
errors++;
}
}
if(data19.tokens !== undefined){
let data21 = data19.tokens;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.total === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens", "required", {missingProperty: "total"});
errors++;
}
if(data21.shares === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens", "required", {missingProperty: "shares"});
errors++;
}
for(const key4 in data21){
if(!((key4 === "total") || (key4 === "shares"))){
delete data21[key4];
}
}
if(data21.total !== undefined){
let data22 = data21.total;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/total", "type", {type: "integer"});
errors++;
}
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 > 9007199254740991 || isNaN(data22)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/total", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data22 < 0 || isNaN(data22)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/total", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data21.shares !== undefined){
let data23 = data21.shares;
if(Array.isArray(data23)){
if(data23.length > 168){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/shares", "maxItems", {limit: 168});
errors++;
}
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
let data24 = data23[i1];
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/shares/" + i1, "type", {type: "integer"});
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 > 1000 || isNaN(data24)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/shares/" + i1, "maximum", {comparison: "<=", limit: 1000});
errors++;
}
if(data24 < 0 || isNaN(data24)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/shares/" + i1, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens/shares", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/tokens", "type", {type: "object"});
errors++;
}
}
if(data19.microusd !== undefined){
let data25 = data19.microusd;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.total === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd", "required", {missingProperty: "total"});
errors++;
}
if(data25.shares === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd", "required", {missingProperty: "shares"});
errors++;
}
for(const key5 in data25){
if(!((key5 === "total") || (key5 === "shares"))){
delete data25[key5];
}
}
if(data25.total !== undefined){
let data26 = data25.total;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/total", "type", {type: "integer"});
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 > 9007199254740991 || isNaN(data26)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/total", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data26 < 0 || isNaN(data26)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/total", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data25.shares !== undefined){
let data27 = data25.shares;
if(Array.isArray(data27)){
if(data27.length > 168){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/shares", "maxItems", {limit: 168});
errors++;
}
const len2 = data27.length;
for(let i2=0; i2<len2; i2++){
let data28 = data27[i2];
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/shares/" + i2, "type", {type: "integer"});
errors++;
}
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 1000 || isNaN(data28)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/shares/" + i2, "maximum", {comparison: "<=", limit: 1000});
errors++;
}
if(data28 < 0 || isNaN(data28)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/shares/" + i2, "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd/shares", "type", {type: "array"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/microusd", "type", {type: "object"});
errors++;
}
}
if(data19.told !== undefined){
let data29 = data19.told;
if((!(data29 && typeof data29 == "object" && !Array.isArray(data29))) && (data29 !== null)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told", "type", {type: ["object","null"]});
errors++;
}
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.at === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told", "required", {missingProperty: "at"});
errors++;
}
if(data29.measure === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told", "required", {missingProperty: "measure"});
errors++;
}
if(data29.limit === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told", "required", {missingProperty: "limit"});
errors++;
}
if(data29.point === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told", "required", {missingProperty: "point"});
errors++;
}
if(data29.interval === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told", "required", {missingProperty: "interval"});
errors++;
}
if(data29.probabilities === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told", "required", {missingProperty: "probabilities"});
errors++;
}
for(const key6 in data29){
if(!((((((key6 === "at") || (key6 === "measure")) || (key6 === "limit")) || (key6 === "point")) || (key6 === "interval")) || (key6 === "probabilities"))){
delete data29[key6];
}
}
if(data29.at !== undefined){
let data30 = data29.at;
if(typeof data30 === "string"){
if(!pattern3.test(data30)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/at", "pattern", {pattern: "^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/at", "type", {type: "string"});
errors++;
}
}
if(data29.measure !== undefined){
let data31 = data29.measure;
if(!((data31 === "tokens") || (data31 === "usd"))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/measure", "enum", {allowedValues: ["tokens","usd"]});
errors++;
}
}
if(data29.limit !== undefined){
let data32 = data29.limit;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/limit", "type", {type: "integer"});
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 9007199254740991 || isNaN(data32)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/limit", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data32 < 1 || isNaN(data32)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/limit", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data29.point !== undefined){
let data33 = data29.point;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/point", "type", {type: "integer"});
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 9007199254740991 || isNaN(data33)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/point", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data33 < 0 || isNaN(data33)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/point", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data29.interval !== undefined){
let data34 = data29.interval;
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.low === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval", "required", {missingProperty: "low"});
errors++;
}
if(data34.high === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval", "required", {missingProperty: "high"});
errors++;
}
for(const key7 in data34){
if(!((key7 === "low") || (key7 === "high"))){
delete data34[key7];
}
}
if(data34.low !== undefined){
let data35 = data34.low;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval/low", "type", {type: "integer"});
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 > 9007199254740991 || isNaN(data35)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval/low", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data35 < 0 || isNaN(data35)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval/low", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data34.high !== undefined){
let data36 = data34.high;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval/high", "type", {type: "integer"});
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 > 9007199254740991 || isNaN(data36)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval/high", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data36 < 0 || isNaN(data36)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval/high", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/interval", "type", {type: "object"});
errors++;
}
}
if(data29.probabilities !== undefined){
let data37 = data29.probabilities;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if(data37.GREEN === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities", "required", {missingProperty: "GREEN"});
errors++;
}
if(data37.YELLOW === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities", "required", {missingProperty: "YELLOW"});
errors++;
}
if(data37.ORANGE === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities", "required", {missingProperty: "ORANGE"});
errors++;
}
if(data37.RED === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities", "required", {missingProperty: "RED"});
errors++;
}
if(data37.EXHAUSTED === undefined){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities", "required", {missingProperty: "EXHAUSTED"});
errors++;
}
for(const key8 in data37){
if(!(((((key8 === "GREEN") || (key8 === "YELLOW")) || (key8 === "ORANGE")) || (key8 === "RED")) || (key8 === "EXHAUSTED"))){
delete data37[key8];
}
}
if(data37.GREEN !== undefined){
let data38 = data37.GREEN;
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 1 || isNaN(data38)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/GREEN", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data38 < 0 || isNaN(data38)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/GREEN", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/GREEN", "type", {type: "number"});
errors++;
}
}
if(data37.YELLOW !== undefined){
let data39 = data37.YELLOW;
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 > 1 || isNaN(data39)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/YELLOW", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data39 < 0 || isNaN(data39)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/YELLOW", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/YELLOW", "type", {type: "number"});
errors++;
}
}
if(data37.ORANGE !== undefined){
let data40 = data37.ORANGE;
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 > 1 || isNaN(data40)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/ORANGE", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data40 < 0 || isNaN(data40)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/ORANGE", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/ORANGE", "type", {type: "number"});
errors++;
}
}
if(data37.RED !== undefined){
let data41 = data37.RED;
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 1 || isNaN(data41)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/RED", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data41 < 0 || isNaN(data41)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/RED", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/RED", "type", {type: "number"});
errors++;
}
}
if(data37.EXHAUSTED !== undefined){
let data42 = data37.EXHAUSTED;
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 > 1 || isNaN(data42)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/EXHAUSTED", "maximum", {comparison: "<=", limit: 1});
errors++;
}
if(data42 < 0 || isNaN(data42)){
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/EXHAUSTED", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities/EXHAUSTED", "type", {type: "number"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0+"/told/probabilities", "type", {type: "object"});
errors++;
}
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/history", "type", {type: "array"});
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

export const validateWhatIf = validate53 as unknown as ValidateFunction<StoredWhatIf>;
const pattern11 = new RegExp("^[A-Za-z][A-Za-z0-9_.-]{0,63}$", "u");

function validate53(data, instancePath=""){
/*# sourceURL="what-if.schema.json" */;
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
if(data.repository === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "repository"});
errors++;
}
if(data.since === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "since"});
errors++;
}
if(data.cells === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "cells"});
errors++;
}
if(data.weeks === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "weeks"});
errors++;
}
if(data.microusd === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "microusd"});
errors++;
}
if(data.interval === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "interval"});
errors++;
}
if(data.basis === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "basis"});
errors++;
}
if(data.pairs === undefined){
vErrors = and(vErrors, instancePath, "required", {missingProperty: "pairs"});
errors++;
}
for(const key0 in data){
if(!(func1.call({"schema":0,"at":0,"repository":0,"since":0,"cells":0,"weeks":0,"microusd":0,"interval":0,"basis":0,"pairs":0}, key0))){
delete data[key0];
}
}
if(data.schema !== undefined){
if("haiku-first/what-if@1" !== data.schema){
vErrors = and(vErrors, instancePath+"/schema", "const", {allowedValue: "haiku-first/what-if@1"});
errors++;
}
}
if(data.at !== undefined){
let data1 = data.at;
if(typeof data1 === "string"){
if(!pattern3.test(data1)){
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
if(!pattern4.test(data2)){
vErrors = and(vErrors, instancePath+"/repository", "pattern", {pattern: "^[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/repository", "type", {type: "string"});
errors++;
}
}
if(data.since !== undefined){
let data3 = data.since;
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
vErrors = and(vErrors, instancePath+"/since", "pattern", {pattern: "^[0-9]{4}-W[0-9]{2}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/since", "type", {type: "string"});
errors++;
}
}
if(data.cells !== undefined){
let data4 = data.cells;
if(Array.isArray(data4)){
if(data4.length > 50){
vErrors = and(vErrors, instancePath+"/cells", "maxItems", {limit: 50});
errors++;
}
if(data4.length < 1){
vErrors = and(vErrors, instancePath+"/cells", "minItems", {limit: 1});
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.agent === undefined){
vErrors = and(vErrors, instancePath+"/cells/" + i0, "required", {missingProperty: "agent"});
errors++;
}
if(data5.phase === undefined){
vErrors = and(vErrors, instancePath+"/cells/" + i0, "required", {missingProperty: "phase"});
errors++;
}
if(data5.from === undefined){
vErrors = and(vErrors, instancePath+"/cells/" + i0, "required", {missingProperty: "from"});
errors++;
}
if(data5.to === undefined){
vErrors = and(vErrors, instancePath+"/cells/" + i0, "required", {missingProperty: "to"});
errors++;
}
if(data5.runs === undefined){
vErrors = and(vErrors, instancePath+"/cells/" + i0, "required", {missingProperty: "runs"});
errors++;
}
for(const key1 in data5){
if(!(((((key1 === "agent") || (key1 === "phase")) || (key1 === "from")) || (key1 === "to")) || (key1 === "runs"))){
delete data5[key1];
}
}
if(data5.agent !== undefined){
let data6 = data5.agent;
if(typeof data6 === "string"){
if(!pattern11.test(data6)){
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/agent", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/agent", "type", {type: "string"});
errors++;
}
}
if(data5.phase !== undefined){
let data7 = data5.phase;
if(typeof data7 === "string"){
if(!pattern11.test(data7)){
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/phase", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/phase", "type", {type: "string"});
errors++;
}
}
if(data5.from !== undefined){
let data8 = data5.from;
if(typeof data8 === "string"){
if(!pattern11.test(data8)){
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/from", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/from", "type", {type: "string"});
errors++;
}
}
if(data5.to !== undefined){
let data9 = data5.to;
if(typeof data9 === "string"){
if(!pattern11.test(data9)){
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/to", "pattern", {pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"});
errors++;
}
}
else {
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/to", "type", {type: "string"});
errors++;
}
}
if(data5.runs !== undefined){
let data10 = data5.runs;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/runs", "type", {type: "integer"});
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/runs", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data10 < 1 || isNaN(data10)){
vErrors = and(vErrors, instancePath+"/cells/" + i0+"/runs", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/cells/" + i0, "type", {type: "object"});
errors++;
}
}
}
else {
vErrors = and(vErrors, instancePath+"/cells", "type", {type: "array"});
errors++;
}
}
if(data.weeks !== undefined){
let data11 = data.weeks;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
vErrors = and(vErrors, instancePath+"/weeks", "type", {type: "integer"});
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 520 || isNaN(data11)){
vErrors = and(vErrors, instancePath+"/weeks", "maximum", {comparison: "<=", limit: 520});
errors++;
}
if(data11 < 1 || isNaN(data11)){
vErrors = and(vErrors, instancePath+"/weeks", "minimum", {comparison: ">=", limit: 1});
errors++;
}
}
}
if(data.microusd !== undefined){
let data12 = data.microusd;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
vErrors = and(vErrors, instancePath+"/microusd", "type", {type: "integer"});
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
vErrors = and(vErrors, instancePath+"/microusd", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data12 < 0 || isNaN(data12)){
vErrors = and(vErrors, instancePath+"/microusd", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data.interval !== undefined){
let data13 = data.interval;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.low === undefined){
vErrors = and(vErrors, instancePath+"/interval", "required", {missingProperty: "low"});
errors++;
}
if(data13.high === undefined){
vErrors = and(vErrors, instancePath+"/interval", "required", {missingProperty: "high"});
errors++;
}
for(const key2 in data13){
if(!((key2 === "low") || (key2 === "high"))){
delete data13[key2];
}
}
if(data13.low !== undefined){
let data14 = data13.low;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
vErrors = and(vErrors, instancePath+"/interval/low", "type", {type: "integer"});
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 9007199254740991 || isNaN(data14)){
vErrors = and(vErrors, instancePath+"/interval/low", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data14 < 0 || isNaN(data14)){
vErrors = and(vErrors, instancePath+"/interval/low", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
if(data13.high !== undefined){
let data15 = data13.high;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
vErrors = and(vErrors, instancePath+"/interval/high", "type", {type: "integer"});
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 9007199254740991 || isNaN(data15)){
vErrors = and(vErrors, instancePath+"/interval/high", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data15 < 0 || isNaN(data15)){
vErrors = and(vErrors, instancePath+"/interval/high", "minimum", {comparison: ">=", limit: 0});
errors++;
}
}
}
}
else {
vErrors = and(vErrors, instancePath+"/interval", "type", {type: "object"});
errors++;
}
}
if(data.basis !== undefined){
let data16 = data.basis;
if(!(((((data16 === "measured") || (data16 === "partly-measured")) || (data16 === "list-prices")) || (data16 === "effort-index")) || (data16 === "recorded"))){
vErrors = and(vErrors, instancePath+"/basis", "enum", {allowedValues: ["measured","partly-measured","list-prices","effort-index","recorded"]});
errors++;
}
}
if(data.pairs !== undefined){
let data17 = data.pairs;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
vErrors = and(vErrors, instancePath+"/pairs", "type", {type: "integer"});
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 9007199254740991 || isNaN(data17)){
vErrors = and(vErrors, instancePath+"/pairs", "maximum", {comparison: "<=", limit: 9007199254740991});
errors++;
}
if(data17 < 0 || isNaN(data17)){
vErrors = and(vErrors, instancePath+"/pairs", "minimum", {comparison: ">=", limit: 0});
errors++;
}
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
