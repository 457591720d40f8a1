// @ts-nocheck
// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.
import type { AllocationFile } from './allocation.ts';
import type { ExceptionsFile } from './exceptions.ts';
import type { ValidateFunction } from './validate-function.ts';
export type { SchemaError, ValidateFunction } from './validate-function.ts';
import func2Module from 'ajv/dist/runtime/ucs2length.js';

export const validateAllocation = validate52 as unknown as ValidateFunction<AllocationFile>;
const schema19 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"allocation.schema.json","title":"AllocationFile","type":"object","properties":{"version":{"const":1},"extends":{"type":"string","$comment":"form: action","pattern":"^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+@[0-9a-f]{40}$"},"tiers":{"type":"array","minItems":1,"maxItems":12,"items":{"type":"object","properties":{"name":{"$ref":"#/$defs/name"},"model":{"$ref":"#/$defs/model"},"providers":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/model"},"maxProperties":20}},"required":["name","model"],"additionalProperties":false}},"phases":{"type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}},"facts":{"type":"object","maxProperties":200,"propertyNames":{"$ref":"#/$defs/factName"},"additionalProperties":{"type":"object","properties":{"type":{"enum":["boolean","integer","number","string","list"]},"from":{"const":"pull_request"},"required":{"type":"boolean"},"description":{"type":"string","minLength":1,"maxLength":2000}},"required":["type"],"additionalProperties":false}},"agents":{"type":"object","minProperties":1,"maxProperties":5000,"propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","properties":{"default":{"$ref":"#/$defs/tier"},"maximum":{"$ref":"#/$defs/tier"},"effort":{"$ref":"#/$defs/effort"},"on_unavailable":{"$ref":"#/$defs/onUnavailable"},"rationale":{"type":"string","minLength":1,"maxLength":2000},"expected_pass_rate":{"if":{"type":"array"},"then":{"type":"array","minItems":2,"maxItems":2,"items":{"type":"number","minimum":0,"maximum":1}},"else":{"type":"number","minimum":0,"maximum":1},"tsType":"number | [number, number]"},"aliases":{"type":"array","maxItems":50,"items":{"$ref":"#/$defs/name"}},"check":{"type":"object","properties":{"schema":{"$ref":"#/$defs/path"},"command":{"if":{"type":"string"},"then":{"$ref":"#/$defs/path"},"else":{"$ref":"#/$defs/checkCommand"},"tsType":"string | CheckCommand"},"judge":{"type":"object","properties":{"tier":{"$ref":"#/$defs/tier"},"prompt":{"$ref":"#/$defs/path"},"minimum":{"type":"number","minimum":0,"maximum":1}},"required":["tier","prompt","minimum"],"additionalProperties":false},"escalations":{"type":"integer","minimum":0,"maximum":10}},"additionalProperties":false},"upgrades":{"type":"array","maxItems":50,"items":{"type":"object","properties":{"to":{"$ref":"#/$defs/tier"},"if":{"$ref":"#/$defs/condition"},"because":{"type":"string","minLength":1,"maxLength":2000},"phases":{"type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}}},"required":["to","if"],"additionalProperties":false}}},"required":["default"],"additionalProperties":false}},"matrix":{"type":"object","maxProperties":100,"propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","maxProperties":5000,"propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/cell"}}},"floors":{"type":"array","maxItems":1000,"items":{"type":"object","properties":{"id":{"$ref":"#/$defs/floorId"},"agents":{"type":"array","minItems":1,"maxItems":5000,"items":{"$ref":"#/$defs/name"}},"phases":{"type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}},"if":{"type":"string","$comment":"form: booleanFact","pattern":"^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$"},"minimum":{"$ref":"#/$defs/tier"},"effort":{"$ref":"#/$defs/effort"},"exceptions":{"enum":["never","approved"]},"because":{"type":"string","minLength":1,"maxLength":2000}},"required":["id","agents","minimum"],"additionalProperties":false}},"budget":{"type":"object","properties":{"mode":{"enum":["enforce","observe"]},"timezone":{"type":"string","minLength":1,"maxLength":64},"weekly":{"type":"object","properties":{"tokens":{"type":"integer","minimum":1,"maximum":1000000000000000},"usd":{"type":"number","exclusiveMinimum":0,"maximum":1000000000}},"additionalProperties":false,"minProperties":1},"zones":{"type":"object","properties":{"yellow":{"type":"number","exclusiveMinimum":0,"maximum":1},"orange":{"type":"number","exclusiveMinimum":0,"maximum":1},"red":{"type":"number","exclusiveMinimum":0,"maximum":1}},"required":["yellow","orange","red"],"additionalProperties":false},"critical_reserve":{"type":"number","minimum":0,"maximum":1},"tiers":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","properties":{"share":{"type":"number","minimum":0,"maximum":1},"reserve":{"type":"number","minimum":0,"maximum":1}},"required":["share"],"additionalProperties":false}},"phases":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"array","minItems":2,"maxItems":2,"items":{"type":"integer","minimum":0,"maximum":1000000000000000}}},"on_unmeasured":{"enum":["warn","defer","fail"]}},"required":["weekly"],"additionalProperties":false},"targets":{"type":"object","maxProperties":100,"propertyNames":{"$ref":"#/$defs/factName"},"additionalProperties":{"type":"object","properties":{"what":{"type":"string","minLength":1,"maxLength":2000},"below":{"type":"number"},"above":{"type":"number"},"at_most":{"type":"number"},"at_least":{"type":"number"},"between":{"type":"array","minItems":2,"maxItems":2,"items":{"type":"number"}},"trend":{"enum":["down","up","steady"]},"measured_by":{"enum":["ledger","outcomes","pull_requests","checks","forecast","nothing"]},"because":{"type":"string","minLength":1,"maxLength":2000}},"required":["what","measured_by"],"additionalProperties":false}},"models":{"type":"array","maxItems":200,"items":{"type":"object","properties":{"id":{"$ref":"#/$defs/model"},"line":{"enum":["haiku","sonnet","opus","fable","mythos"]},"lifecycle":{"enum":["active","deprecated","retired"]},"retires_at":{"$ref":"#/$defs/date"},"providers":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/model"},"maxProperties":20},"prices":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"object","properties":{"from":{"$ref":"#/$defs/date"},"to":{"$ref":"#/$defs/date"},"up_to_prompt_tokens":{"type":"integer","minimum":1,"maximum":1000000000},"input":{"type":"number","minimum":0,"maximum":100000},"output":{"type":"number","minimum":0,"maximum":100000},"cache_read":{"type":"number","minimum":0,"maximum":100000},"cache_write_5m":{"type":"number","minimum":0,"maximum":100000},"cache_write_1h":{"type":"number","minimum":0,"maximum":100000}},"required":["input","output","cache_read","cache_write_5m","cache_write_1h"],"additionalProperties":false}}},"required":["id","line"],"additionalProperties":false}},"deferred":{"type":"object","properties":{"max_days":{"type":"integer","minimum":1,"maximum":90},"workflows":{"type":"array","minItems":1,"maxItems":100,"items":{"type":"object","properties":{"workflow":{"type":"string","$comment":"form: workflowFile","pattern":"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$"},"agents":{"type":"array","minItems":1,"maxItems":5000,"items":{"$ref":"#/$defs/name"}},"phases":{"type":"array","minItems":1,"maxItems":100,"items":{"$ref":"#/$defs/name"}},"inputs":{"type":"object","minProperties":1,"maxProperties":25,"propertyNames":{"$comment":"form: workflowInput","pattern":"^[A-Za-z_][A-Za-z0-9_-]{0,99}$"},"additionalProperties":{"$ref":"#/$defs/deferredInput"}}},"required":["workflow","inputs"],"additionalProperties":false}}},"required":["workflows"],"additionalProperties":false}},"required":["version","tiers","phases","agents"],"additionalProperties":false,"$defs":{"name":{"type":"string","$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"factName":{"type":"string","$comment":"form: fact","pattern":"^[A-Za-z_][A-Za-z0-9_-]{0,63}$"},"floorId":{"type":"string","$comment":"form: floor","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"},"tier":{"type":"string","$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"model":{"type":"string","$comment":"form: model","pattern":"^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}$"},"effort":{"enum":["low","medium","high","xhigh","max"]},"week":{"type":"string","$comment":"form: week","pattern":"^[0-9]{4}-W[0-9]{2}$"},"date":{"type":"string","$comment":"form: date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"condition":{"type":"string","minLength":1,"maxLength":1000},"onUnavailable":{"enum":["defer","escalate"]},"cell":{"if":{"type":"string"},"then":{"$ref":"#/$defs/tier"},"else":{"$ref":"#/$defs/cellObject"},"tsType":"string | CellObject"},"path":{"type":"string","minLength":1,"maxLength":400},"checkCommand":{"type":"object","properties":{"file":{"$ref":"#/$defs/path"},"args":{"type":"array","maxItems":50,"items":{"type":"string","maxLength":400}}},"required":["file"],"additionalProperties":false},"cellObject":{"type":"object","properties":{"tier":{"$ref":"#/$defs/tier"},"effort":{"$ref":"#/$defs/effort"},"economy":{"$ref":"#/$defs/tier"},"on_unavailable":{"$ref":"#/$defs/onUnavailable"},"trial":{"type":"object","properties":{"id":{"$ref":"#/$defs/name"},"tier":{"$ref":"#/$defs/tier"},"share":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1}},"required":["id","tier","share"],"additionalProperties":false},"was":{"$ref":"#/$defs/tier"},"since":{"$ref":"#/$defs/week"},"because":{"type":"string","minLength":1,"maxLength":2000}},"required":["tier"],"additionalProperties":false,"dependentRequired":{"was":["since"],"since":["was"]}},"deferredInput":{"if":{"type":"string"},"then":{"enum":["agent","phase","work_item","pull_request","issue","head","claim","priority","critical","task"]},"else":{"$ref":"#/$defs/deferredConstant"},"tsType":"'agent' | 'phase' | 'work_item' | 'pull_request' | 'issue' | 'head' | 'claim' | 'priority' | 'critical' | 'task' | DeferredConstant"},"deferredConstant":{"type":"object","properties":{"value":{"type":["string","number","boolean"],"maxLength":1000}},"required":["value"],"additionalProperties":false}}};
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

const schema25 = {"enum":["defer","escalate"]};

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


function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate71.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data === "string"){
if(func2(data) > 400){
const err0 = {instancePath,schemaPath:"#/maxLength",keyword:"maxLength",params:{limit: 400}};
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
validate71.errors = vErrors;
return errors === 0;
}
validate71.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate74.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.file === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "file"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "file") || (key0 === "args"))){
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
if(data.file !== undefined){
if(!(validate71(data.file, {instancePath:instancePath+"/file",parentData:data,parentDataProperty:"file",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
if(data.args !== undefined){
let data1 = data.args;
if(Array.isArray(data1)){
if(data1.length > 50){
const err2 = {instancePath:instancePath+"/args",schemaPath:"#/properties/args/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(func2(data2) > 400){
const err3 = {instancePath:instancePath+"/args/" + i0,schemaPath:"#/properties/args/items/maxLength",keyword:"maxLength",params:{limit: 400}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/args/" + i0,schemaPath:"#/properties/args/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/args",schemaPath:"#/properties/args/type",keyword:"type",params:{type: "array"}};
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
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate74.errors = vErrors;
return errors === 0;
}
validate74.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate80(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate80.evaluated;
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
validate80.errors = vErrors;
return errors === 0;
}
validate80.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern8 = new RegExp("^[0-9]{4}-W[0-9]{2}$", "u");

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate95.evaluated;
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
validate95.errors = vErrors;
return errors === 0;
}
validate95.evaluated = {"dynamicProps":false,"dynamicItems":false};


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
if(!(validate95(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
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
validate87.errors = vErrors;
return errors === 0;
}
validate87.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate85.evaluated;
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
if(!(validate87(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
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
validate85.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate85.evaluated = {"dynamicProps":true,"dynamicItems":false};

const pattern9 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$", "u");

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate99.evaluated;
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
validate99.errors = vErrors;
return errors === 0;
}
validate99.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern11 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");

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
validate109.errors = vErrors;
return errors === 0;
}
validate109.evaluated = {"dynamicProps":false,"dynamicItems":false};

const schema34 = {"if":{"type":"string"},"then":{"enum":["agent","phase","work_item","pull_request","issue","head","claim","priority","critical","task"]},"else":{"$ref":"#/$defs/deferredConstant"},"tsType":"'agent' | 'phase' | 'work_item' | 'pull_request' | 'issue' | 'head' | 'claim' | 'priority' | 'critical' | 'task' | DeferredConstant"};
const schema35 = {"type":"object","properties":{"value":{"type":["string","number","boolean"],"maxLength":1000}},"required":["value"],"additionalProperties":false};

function validate118(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate118.evaluated;
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
const err2 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: schema35.properties.value.type}};
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
validate118.errors = vErrors;
return errors === 0;
}
validate118.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


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
if(!((((((((((data === "agent") || (data === "phase")) || (data === "work_item")) || (data === "pull_request")) || (data === "issue")) || (data === "head")) || (data === "claim")) || (data === "priority")) || (data === "critical")) || (data === "task"))){
const err1 = {instancePath,schemaPath:"#/then/enum",keyword:"enum",params:{allowedValues: schema34.then.enum}};
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
if(!(validate118(data, {instancePath,parentData,parentDataProperty,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
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
validate117.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate117.evaluated = {"dynamicProps":true,"dynamicItems":false};


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
const _errs15 = errors;
if(!(validate53(key2, {instancePath:instancePath+"/tiers/" + i0+"/providers",parentData:data6,parentDataProperty:"providers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid4 = _errs15 === errors;
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
const _errs23 = errors;
if(!(validate60(key4, {instancePath:instancePath+"/facts",parentData:data10,parentDataProperty:"facts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid8 = _errs23 === errors;
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
const _errs36 = errors;
if(!(validate53(key7, {instancePath:instancePath+"/agents",parentData:data16,parentDataProperty:"agents",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid11 = _errs36 === errors;
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
if(!(func1.call(schema19.properties.agents.additionalProperties.properties, key9))){
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
const _errs48 = errors;
let valid14 = true;
const _errs49 = errors;
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
var _valid0 = _errs49 === errors;
errors = _errs48;
if(vErrors !== null){
if(_errs48){
vErrors.length = _errs48;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs51 = errors;
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
var _valid0 = _errs51 === errors;
valid14 = _valid0;
ifClause0 = "then";
}
else {
const _errs55 = errors;
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
var _valid0 = _errs55 === errors;
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
if(data17.check !== undefined){
let data27 = data17.check;
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
for(const key10 in data27){
if(!((((key10 === "schema") || (key10 === "command")) || (key10 === "judge")) || (key10 === "escalations"))){
const err54 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check",schemaPath:"#/properties/agents/additionalProperties/properties/check/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data27.schema !== undefined){
if(!(validate71(data27.schema, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/schema",parentData:data27,parentDataProperty:"schema",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
if(data27.command !== undefined){
let data29 = data27.command;
const _errs65 = errors;
let valid20 = true;
const _errs66 = errors;
if(typeof data29 !== "string"){
const err55 = {};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
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
if(!(validate71(data29, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/command",parentData:data27,parentDataProperty:"command",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
var _valid1 = _errs68 === errors;
valid20 = _valid1;
ifClause1 = "then";
}
else {
const _errs69 = errors;
if(!(validate74(data29, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/command",parentData:data27,parentDataProperty:"command",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
var _valid1 = _errs69 === errors;
valid20 = _valid1;
ifClause1 = "else";
}
if(!valid20){
const err56 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/command",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/command/if",keyword:"if",params:{failingKeyword: ifClause1}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data27.judge !== undefined){
let data30 = data27.judge;
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.tier === undefined){
const err57 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/required",keyword:"required",params:{missingProperty: "tier"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data30.prompt === undefined){
const err58 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/required",keyword:"required",params:{missingProperty: "prompt"}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data30.minimum === undefined){
const err59 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/required",keyword:"required",params:{missingProperty: "minimum"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
for(const key11 in data30){
if(!(((key11 === "tier") || (key11 === "prompt")) || (key11 === "minimum"))){
const err60 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data30.tier !== undefined){
if(!(validate63(data30.tier, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge/tier",parentData:data30,parentDataProperty:"tier",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data30.prompt !== undefined){
if(!(validate71(data30.prompt, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge/prompt",parentData:data30,parentDataProperty:"prompt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
}
if(data30.minimum !== undefined){
let data33 = data30.minimum;
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 > 1 || isNaN(data33)){
const err61 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge/minimum",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/properties/minimum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(data33 < 0 || isNaN(data33)){
const err62 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge/minimum",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/properties/minimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge/minimum",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/properties/minimum/type",keyword:"type",params:{type: "number"}};
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
const err64 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/judge",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/judge/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data27.escalations !== undefined){
let data34 = data27.escalations;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err65 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/escalations",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/escalations/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 > 10 || isNaN(data34)){
const err66 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/escalations",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/escalations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data34 < 0 || isNaN(data34)){
const err67 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check/escalations",schemaPath:"#/properties/agents/additionalProperties/properties/check/properties/escalations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
}
else {
const err68 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/check",schemaPath:"#/properties/agents/additionalProperties/properties/check/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data17.upgrades !== undefined){
let data35 = data17.upgrades;
if(Array.isArray(data35)){
if(data35.length > 50){
const err69 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
const len4 = data35.length;
for(let i4=0; i4<len4; i4++){
let data36 = data35[i4];
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(data36.to === undefined){
const err70 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/required",keyword:"required",params:{missingProperty: "to"}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(data36.if === undefined){
const err71 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/required",keyword:"required",params:{missingProperty: "if"}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key12 in data36){
if(!((((key12 === "to") || (key12 === "if")) || (key12 === "because")) || (key12 === "phases"))){
const err72 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data36.to !== undefined){
if(!(validate63(data36.to, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/to",parentData:data36,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data36.if !== undefined){
if(!(validate80(data36.if, {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/if",parentData:data36,parentDataProperty:"if",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
errors = vErrors.length;
}
}
if(data36.because !== undefined){
let data39 = data36.because;
if(typeof data39 === "string"){
if(func2(data39) > 2000){
const err73 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/because",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if(func2(data39) < 1){
const err74 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/because",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
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
const err75 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/because",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
if(data36.phases !== undefined){
let data40 = data36.phases;
if(Array.isArray(data40)){
if(data40.length > 100){
const err76 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data40.length < 1){
const err77 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
const len5 = data40.length;
for(let i5=0; i5<len5; i5++){
if(!(validate53(data40[i5], {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases/" + i5,parentData:data40,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err78 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4+"/phases",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/properties/phases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
}
else {
const err79 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades/" + i4,schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
else {
const err80 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/upgrades",schemaPath:"#/properties/agents/additionalProperties/properties/upgrades/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/agents/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/agents/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/agents",schemaPath:"#/properties/agents/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data.matrix !== undefined){
let data42 = data.matrix;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length > 100){
const err83 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
for(const key13 in data42){
const _errs93 = errors;
if(!(validate53(key13, {instancePath:instancePath+"/matrix",parentData:data42,parentDataProperty:"matrix",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid27 = _errs93 === errors;
if(!valid27){
const err84 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/propertyNames",keyword:"propertyNames",params:{propertyName: key13}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
for(const key14 in data42){
let data43 = data42[key14];
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
if(Object.keys(data43).length > 5000){
const err85 = {instancePath:instancePath+"/matrix/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/maxProperties",keyword:"maxProperties",params:{limit: 5000}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
for(const key15 in data43){
const _errs97 = errors;
if(!(validate53(key15, {instancePath:instancePath+"/matrix/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data43,parentDataProperty:key14,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid29 = _errs97 === errors;
if(!valid29){
const err86 = {instancePath:instancePath+"/matrix/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/propertyNames",keyword:"propertyNames",params:{propertyName: key15}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
for(const key16 in data43){
if(!(validate85(data43[key16], {instancePath:instancePath+"/matrix/" + key14.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data43,parentDataProperty:key16,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
}
}
else {
const err87 = {instancePath:instancePath+"/matrix/" + key14.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/matrix/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/matrix",schemaPath:"#/properties/matrix/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data.floors !== undefined){
let data45 = data.floors;
if(Array.isArray(data45)){
if(data45.length > 1000){
const err89 = {instancePath:instancePath+"/floors",schemaPath:"#/properties/floors/maxItems",keyword:"maxItems",params:{limit: 1000}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
const len6 = data45.length;
for(let i6=0; i6<len6; i6++){
let data46 = data45[i6];
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.id === undefined){
const err90 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(data46.agents === undefined){
const err91 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/required",keyword:"required",params:{missingProperty: "agents"}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data46.minimum === undefined){
const err92 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/required",keyword:"required",params:{missingProperty: "minimum"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
for(const key17 in data46){
if(!((((((((key17 === "id") || (key17 === "agents")) || (key17 === "phases")) || (key17 === "if")) || (key17 === "minimum")) || (key17 === "effort")) || (key17 === "exceptions")) || (key17 === "because"))){
const err93 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data46.id !== undefined){
if(!(validate99(data46.id, {instancePath:instancePath+"/floors/" + i6+"/id",parentData:data46,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
errors = vErrors.length;
}
}
if(data46.agents !== undefined){
let data48 = data46.agents;
if(Array.isArray(data48)){
if(data48.length > 5000){
const err94 = {instancePath:instancePath+"/floors/" + i6+"/agents",schemaPath:"#/properties/floors/items/properties/agents/maxItems",keyword:"maxItems",params:{limit: 5000}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data48.length < 1){
const err95 = {instancePath:instancePath+"/floors/" + i6+"/agents",schemaPath:"#/properties/floors/items/properties/agents/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
const len7 = data48.length;
for(let i7=0; i7<len7; i7++){
if(!(validate53(data48[i7], {instancePath:instancePath+"/floors/" + i6+"/agents/" + i7,parentData:data48,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err96 = {instancePath:instancePath+"/floors/" + i6+"/agents",schemaPath:"#/properties/floors/items/properties/agents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data46.phases !== undefined){
let data50 = data46.phases;
if(Array.isArray(data50)){
if(data50.length > 100){
const err97 = {instancePath:instancePath+"/floors/" + i6+"/phases",schemaPath:"#/properties/floors/items/properties/phases/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
if(data50.length < 1){
const err98 = {instancePath:instancePath+"/floors/" + i6+"/phases",schemaPath:"#/properties/floors/items/properties/phases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
const len8 = data50.length;
for(let i8=0; i8<len8; i8++){
if(!(validate53(data50[i8], {instancePath:instancePath+"/floors/" + i6+"/phases/" + i8,parentData:data50,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err99 = {instancePath:instancePath+"/floors/" + i6+"/phases",schemaPath:"#/properties/floors/items/properties/phases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data46.if !== undefined){
let data52 = data46.if;
if(typeof data52 === "string"){
if(!pattern10.test(data52)){
const err100 = {instancePath:instancePath+"/floors/" + i6+"/if",schemaPath:"#/properties/floors/items/properties/if/pattern",keyword:"pattern",params:{pattern: "^\\s*task\\.[A-Za-z_][A-Za-z0-9_-]{0,63}\\s*$"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/floors/" + i6+"/if",schemaPath:"#/properties/floors/items/properties/if/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data46.minimum !== undefined){
if(!(validate63(data46.minimum, {instancePath:instancePath+"/floors/" + i6+"/minimum",parentData:data46,parentDataProperty:"minimum",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
}
if(data46.effort !== undefined){
if(!(validate66(data46.effort, {instancePath:instancePath+"/floors/" + i6+"/effort",parentData:data46,parentDataProperty:"effort",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
if(data46.exceptions !== undefined){
let data55 = data46.exceptions;
if(!((data55 === "never") || (data55 === "approved"))){
const err102 = {instancePath:instancePath+"/floors/" + i6+"/exceptions",schemaPath:"#/properties/floors/items/properties/exceptions/enum",keyword:"enum",params:{allowedValues: schema19.properties.floors.items.properties.exceptions.enum}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data46.because !== undefined){
let data56 = data46.because;
if(typeof data56 === "string"){
if(func2(data56) > 2000){
const err103 = {instancePath:instancePath+"/floors/" + i6+"/because",schemaPath:"#/properties/floors/items/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(func2(data56) < 1){
const err104 = {instancePath:instancePath+"/floors/" + i6+"/because",schemaPath:"#/properties/floors/items/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/floors/" + i6+"/because",schemaPath:"#/properties/floors/items/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
}
else {
const err106 = {instancePath:instancePath+"/floors/" + i6,schemaPath:"#/properties/floors/items/type",keyword:"type",params:{type: "object"}};
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
const err107 = {instancePath:instancePath+"/floors",schemaPath:"#/properties/floors/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data.budget !== undefined){
let data57 = data.budget;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(data57.weekly === undefined){
const err108 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/required",keyword:"required",params:{missingProperty: "weekly"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
for(const key18 in data57){
if(!((((((((key18 === "mode") || (key18 === "timezone")) || (key18 === "weekly")) || (key18 === "zones")) || (key18 === "critical_reserve")) || (key18 === "tiers")) || (key18 === "phases")) || (key18 === "on_unmeasured"))){
const err109 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data57.mode !== undefined){
let data58 = data57.mode;
if(!((data58 === "enforce") || (data58 === "observe"))){
const err110 = {instancePath:instancePath+"/budget/mode",schemaPath:"#/properties/budget/properties/mode/enum",keyword:"enum",params:{allowedValues: schema19.properties.budget.properties.mode.enum}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data57.timezone !== undefined){
let data59 = data57.timezone;
if(typeof data59 === "string"){
if(func2(data59) > 64){
const err111 = {instancePath:instancePath+"/budget/timezone",schemaPath:"#/properties/budget/properties/timezone/maxLength",keyword:"maxLength",params:{limit: 64}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
if(func2(data59) < 1){
const err112 = {instancePath:instancePath+"/budget/timezone",schemaPath:"#/properties/budget/properties/timezone/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/budget/timezone",schemaPath:"#/properties/budget/properties/timezone/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data57.weekly !== undefined){
let data60 = data57.weekly;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(Object.keys(data60).length < 1){
const err114 = {instancePath:instancePath+"/budget/weekly",schemaPath:"#/properties/budget/properties/weekly/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key19 in data60){
if(!((key19 === "tokens") || (key19 === "usd"))){
const err115 = {instancePath:instancePath+"/budget/weekly",schemaPath:"#/properties/budget/properties/weekly/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data60.tokens !== undefined){
let data61 = data60.tokens;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
const err116 = {instancePath:instancePath+"/budget/weekly/tokens",schemaPath:"#/properties/budget/properties/weekly/properties/tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 1000000000000000 || isNaN(data61)){
const err117 = {instancePath:instancePath+"/budget/weekly/tokens",schemaPath:"#/properties/budget/properties/weekly/properties/tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000000}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
if(data61 < 1 || isNaN(data61)){
const err118 = {instancePath:instancePath+"/budget/weekly/tokens",schemaPath:"#/properties/budget/properties/weekly/properties/tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
}
if(data60.usd !== undefined){
let data62 = data60.usd;
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 1000000000 || isNaN(data62)){
const err119 = {instancePath:instancePath+"/budget/weekly/usd",schemaPath:"#/properties/budget/properties/weekly/properties/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
if(data62 <= 0 || isNaN(data62)){
const err120 = {instancePath:instancePath+"/budget/weekly/usd",schemaPath:"#/properties/budget/properties/weekly/properties/usd/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/budget/weekly/usd",schemaPath:"#/properties/budget/properties/weekly/properties/usd/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/budget/weekly",schemaPath:"#/properties/budget/properties/weekly/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data57.zones !== undefined){
let data63 = data57.zones;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if(data63.yellow === undefined){
const err123 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/required",keyword:"required",params:{missingProperty: "yellow"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
if(data63.orange === undefined){
const err124 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/required",keyword:"required",params:{missingProperty: "orange"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if(data63.red === undefined){
const err125 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/required",keyword:"required",params:{missingProperty: "red"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
for(const key20 in data63){
if(!(((key20 === "yellow") || (key20 === "orange")) || (key20 === "red"))){
const err126 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data63.yellow !== undefined){
let data64 = data63.yellow;
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 1 || isNaN(data64)){
const err127 = {instancePath:instancePath+"/budget/zones/yellow",schemaPath:"#/properties/budget/properties/zones/properties/yellow/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if(data64 <= 0 || isNaN(data64)){
const err128 = {instancePath:instancePath+"/budget/zones/yellow",schemaPath:"#/properties/budget/properties/zones/properties/yellow/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/budget/zones/yellow",schemaPath:"#/properties/budget/properties/zones/properties/yellow/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data63.orange !== undefined){
let data65 = data63.orange;
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 > 1 || isNaN(data65)){
const err130 = {instancePath:instancePath+"/budget/zones/orange",schemaPath:"#/properties/budget/properties/zones/properties/orange/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(data65 <= 0 || isNaN(data65)){
const err131 = {instancePath:instancePath+"/budget/zones/orange",schemaPath:"#/properties/budget/properties/zones/properties/orange/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/budget/zones/orange",schemaPath:"#/properties/budget/properties/zones/properties/orange/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data63.red !== undefined){
let data66 = data63.red;
if((typeof data66 == "number") && (isFinite(data66))){
if(data66 > 1 || isNaN(data66)){
const err133 = {instancePath:instancePath+"/budget/zones/red",schemaPath:"#/properties/budget/properties/zones/properties/red/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if(data66 <= 0 || isNaN(data66)){
const err134 = {instancePath:instancePath+"/budget/zones/red",schemaPath:"#/properties/budget/properties/zones/properties/red/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0}};
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
const err135 = {instancePath:instancePath+"/budget/zones/red",schemaPath:"#/properties/budget/properties/zones/properties/red/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/budget/zones",schemaPath:"#/properties/budget/properties/zones/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data57.critical_reserve !== undefined){
let data67 = data57.critical_reserve;
if((typeof data67 == "number") && (isFinite(data67))){
if(data67 > 1 || isNaN(data67)){
const err137 = {instancePath:instancePath+"/budget/critical_reserve",schemaPath:"#/properties/budget/properties/critical_reserve/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data67 < 0 || isNaN(data67)){
const err138 = {instancePath:instancePath+"/budget/critical_reserve",schemaPath:"#/properties/budget/properties/critical_reserve/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err139 = {instancePath:instancePath+"/budget/critical_reserve",schemaPath:"#/properties/budget/properties/critical_reserve/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data57.tiers !== undefined){
let data68 = data57.tiers;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key21 in data68){
const _errs146 = errors;
if(!(validate53(key21, {instancePath:instancePath+"/budget/tiers",parentData:data68,parentDataProperty:"tiers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid41 = _errs146 === errors;
if(!valid41){
const err140 = {instancePath:instancePath+"/budget/tiers",schemaPath:"#/properties/budget/properties/tiers/propertyNames",keyword:"propertyNames",params:{propertyName: key21}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
for(const key22 in data68){
let data69 = data68[key22];
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if(data69.share === undefined){
const err141 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/tiers/additionalProperties/required",keyword:"required",params:{missingProperty: "share"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
for(const key23 in data69){
if(!((key23 === "share") || (key23 === "reserve"))){
const err142 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/tiers/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
if(data69.share !== undefined){
let data70 = data69.share;
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 > 1 || isNaN(data70)){
const err143 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/share",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
if(data70 < 0 || isNaN(data70)){
const err144 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/share",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/share",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/share/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data69.reserve !== undefined){
let data71 = data69.reserve;
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 > 1 || isNaN(data71)){
const err146 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserve",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/reserve/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(data71 < 0 || isNaN(data71)){
const err147 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserve",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/reserve/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1")+"/reserve",schemaPath:"#/properties/budget/properties/tiers/additionalProperties/properties/reserve/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/budget/tiers/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/tiers/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/budget/tiers",schemaPath:"#/properties/budget/properties/tiers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data57.phases !== undefined){
let data72 = data57.phases;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
for(const key24 in data72){
const _errs157 = errors;
if(!(validate53(key24, {instancePath:instancePath+"/budget/phases",parentData:data72,parentDataProperty:"phases",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid44 = _errs157 === errors;
if(!valid44){
const err151 = {instancePath:instancePath+"/budget/phases",schemaPath:"#/properties/budget/properties/phases/propertyNames",keyword:"propertyNames",params:{propertyName: key24}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
for(const key25 in data72){
let data73 = data72[key25];
if(Array.isArray(data73)){
if(data73.length > 2){
const err152 = {instancePath:instancePath+"/budget/phases/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/phases/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(data73.length < 2){
const err153 = {instancePath:instancePath+"/budget/phases/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/phases/additionalProperties/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
const len9 = data73.length;
for(let i9=0; i9<len9; i9++){
let data74 = data73[i9];
if(!(((typeof data74 == "number") && (!(data74 % 1) && !isNaN(data74))) && (isFinite(data74)))){
const err154 = {instancePath:instancePath+"/budget/phases/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i9,schemaPath:"#/properties/budget/properties/phases/additionalProperties/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if((typeof data74 == "number") && (isFinite(data74))){
if(data74 > 1000000000000000 || isNaN(data74)){
const err155 = {instancePath:instancePath+"/budget/phases/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i9,schemaPath:"#/properties/budget/properties/phases/additionalProperties/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000000000}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data74 < 0 || isNaN(data74)){
const err156 = {instancePath:instancePath+"/budget/phases/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i9,schemaPath:"#/properties/budget/properties/phases/additionalProperties/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
}
else {
const err157 = {instancePath:instancePath+"/budget/phases/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/budget/properties/phases/additionalProperties/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
}
else {
const err158 = {instancePath:instancePath+"/budget/phases",schemaPath:"#/properties/budget/properties/phases/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
if(data57.on_unmeasured !== undefined){
let data75 = data57.on_unmeasured;
if(!(((data75 === "warn") || (data75 === "defer")) || (data75 === "fail"))){
const err159 = {instancePath:instancePath+"/budget/on_unmeasured",schemaPath:"#/properties/budget/properties/on_unmeasured/enum",keyword:"enum",params:{allowedValues: schema19.properties.budget.properties.on_unmeasured.enum}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
else {
const err160 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data.targets !== undefined){
let data76 = data.targets;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(Object.keys(data76).length > 100){
const err161 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/maxProperties",keyword:"maxProperties",params:{limit: 100}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
for(const key26 in data76){
const _errs166 = errors;
if(!(validate60(key26, {instancePath:instancePath+"/targets",parentData:data76,parentDataProperty:"targets",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid48 = _errs166 === errors;
if(!valid48){
const err162 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/propertyNames",keyword:"propertyNames",params:{propertyName: key26}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
for(const key27 in data76){
let data77 = data76[key27];
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(data77.what === undefined){
const err163 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/required",keyword:"required",params:{missingProperty: "what"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(data77.measured_by === undefined){
const err164 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/required",keyword:"required",params:{missingProperty: "measured_by"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
for(const key28 in data77){
if(!(func1.call(schema19.properties.targets.additionalProperties.properties, key28))){
const err165 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data77.what !== undefined){
let data78 = data77.what;
if(typeof data78 === "string"){
if(func2(data78) > 2000){
const err166 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/what",schemaPath:"#/properties/targets/additionalProperties/properties/what/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(func2(data78) < 1){
const err167 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/what",schemaPath:"#/properties/targets/additionalProperties/properties/what/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
else {
const err168 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/what",schemaPath:"#/properties/targets/additionalProperties/properties/what/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data77.below !== undefined){
let data79 = data77.below;
if(!((typeof data79 == "number") && (isFinite(data79)))){
const err169 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/below",schemaPath:"#/properties/targets/additionalProperties/properties/below/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data77.above !== undefined){
let data80 = data77.above;
if(!((typeof data80 == "number") && (isFinite(data80)))){
const err170 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/above",schemaPath:"#/properties/targets/additionalProperties/properties/above/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data77.at_most !== undefined){
let data81 = data77.at_most;
if(!((typeof data81 == "number") && (isFinite(data81)))){
const err171 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/at_most",schemaPath:"#/properties/targets/additionalProperties/properties/at_most/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data77.at_least !== undefined){
let data82 = data77.at_least;
if(!((typeof data82 == "number") && (isFinite(data82)))){
const err172 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/at_least",schemaPath:"#/properties/targets/additionalProperties/properties/at_least/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data77.between !== undefined){
let data83 = data77.between;
if(Array.isArray(data83)){
if(data83.length > 2){
const err173 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/between",schemaPath:"#/properties/targets/additionalProperties/properties/between/maxItems",keyword:"maxItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(data83.length < 2){
const err174 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/between",schemaPath:"#/properties/targets/additionalProperties/properties/between/minItems",keyword:"minItems",params:{limit: 2}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
const len10 = data83.length;
for(let i10=0; i10<len10; i10++){
let data84 = data83[i10];
if(!((typeof data84 == "number") && (isFinite(data84)))){
const err175 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/between/" + i10,schemaPath:"#/properties/targets/additionalProperties/properties/between/items/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
}
else {
const err176 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/between",schemaPath:"#/properties/targets/additionalProperties/properties/between/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data77.trend !== undefined){
let data85 = data77.trend;
if(!(((data85 === "down") || (data85 === "up")) || (data85 === "steady"))){
const err177 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/trend",schemaPath:"#/properties/targets/additionalProperties/properties/trend/enum",keyword:"enum",params:{allowedValues: schema19.properties.targets.additionalProperties.properties.trend.enum}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data77.measured_by !== undefined){
let data86 = data77.measured_by;
if(!((((((data86 === "ledger") || (data86 === "outcomes")) || (data86 === "pull_requests")) || (data86 === "checks")) || (data86 === "forecast")) || (data86 === "nothing"))){
const err178 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/measured_by",schemaPath:"#/properties/targets/additionalProperties/properties/measured_by/enum",keyword:"enum",params:{allowedValues: schema19.properties.targets.additionalProperties.properties.measured_by.enum}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data77.because !== undefined){
let data87 = data77.because;
if(typeof data87 === "string"){
if(func2(data87) > 2000){
const err179 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/targets/additionalProperties/properties/because/maxLength",keyword:"maxLength",params:{limit: 2000}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(func2(data87) < 1){
const err180 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/targets/additionalProperties/properties/because/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1")+"/because",schemaPath:"#/properties/targets/additionalProperties/properties/because/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
}
else {
const err182 = {instancePath:instancePath+"/targets/" + key27.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/targets/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
}
else {
const err183 = {instancePath:instancePath+"/targets",schemaPath:"#/properties/targets/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data.models !== undefined){
let data88 = data.models;
if(Array.isArray(data88)){
if(data88.length > 200){
const err184 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 200}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
const len11 = data88.length;
for(let i11=0; i11<len11; i11++){
let data89 = data88[i11];
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if(data89.id === undefined){
const err185 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(data89.line === undefined){
const err186 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "line"}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
for(const key29 in data89){
if(!((((((key29 === "id") || (key29 === "line")) || (key29 === "lifecycle")) || (key29 === "retires_at")) || (key29 === "providers")) || (key29 === "prices"))){
const err187 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data89.id !== undefined){
if(!(validate55(data89.id, {instancePath:instancePath+"/models/" + i11+"/id",parentData:data89,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data89.line !== undefined){
let data91 = data89.line;
if(!(((((data91 === "haiku") || (data91 === "sonnet")) || (data91 === "opus")) || (data91 === "fable")) || (data91 === "mythos"))){
const err188 = {instancePath:instancePath+"/models/" + i11+"/line",schemaPath:"#/properties/models/items/properties/line/enum",keyword:"enum",params:{allowedValues: schema19.properties.models.items.properties.line.enum}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data89.lifecycle !== undefined){
let data92 = data89.lifecycle;
if(!(((data92 === "active") || (data92 === "deprecated")) || (data92 === "retired"))){
const err189 = {instancePath:instancePath+"/models/" + i11+"/lifecycle",schemaPath:"#/properties/models/items/properties/lifecycle/enum",keyword:"enum",params:{allowedValues: schema19.properties.models.items.properties.lifecycle.enum}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data89.retires_at !== undefined){
if(!(validate109(data89.retires_at, {instancePath:instancePath+"/models/" + i11+"/retires_at",parentData:data89,parentDataProperty:"retires_at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
if(data89.providers !== undefined){
let data94 = data89.providers;
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if(Object.keys(data94).length > 20){
const err190 = {instancePath:instancePath+"/models/" + i11+"/providers",schemaPath:"#/properties/models/items/properties/providers/maxProperties",keyword:"maxProperties",params:{limit: 20}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
for(const key30 in data94){
const _errs200 = errors;
if(!(validate53(key30, {instancePath:instancePath+"/models/" + i11+"/providers",parentData:data94,parentDataProperty:"providers",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid56 = _errs200 === errors;
if(!valid56){
const err191 = {instancePath:instancePath+"/models/" + i11+"/providers",schemaPath:"#/properties/models/items/properties/providers/propertyNames",keyword:"propertyNames",params:{propertyName: key30}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
for(const key31 in data94){
if(!(validate55(data94[key31], {instancePath:instancePath+"/models/" + i11+"/providers/" + key31.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data94,parentDataProperty:key31,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err192 = {instancePath:instancePath+"/models/" + i11+"/providers",schemaPath:"#/properties/models/items/properties/providers/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data89.prices !== undefined){
let data96 = data89.prices;
if(Array.isArray(data96)){
if(data96.length > 50){
const err193 = {instancePath:instancePath+"/models/" + i11+"/prices",schemaPath:"#/properties/models/items/properties/prices/maxItems",keyword:"maxItems",params:{limit: 50}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
if(data96.length < 1){
const err194 = {instancePath:instancePath+"/models/" + i11+"/prices",schemaPath:"#/properties/models/items/properties/prices/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
const len12 = data96.length;
for(let i12=0; i12<len12; i12++){
let data97 = data96[i12];
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
if(data97.input === undefined){
const err195 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "input"}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(data97.output === undefined){
const err196 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "output"}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(data97.cache_read === undefined){
const err197 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "cache_read"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
if(data97.cache_write_5m === undefined){
const err198 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "cache_write_5m"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
if(data97.cache_write_1h === undefined){
const err199 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/required",keyword:"required",params:{missingProperty: "cache_write_1h"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
for(const key32 in data97){
if(!((((((((key32 === "from") || (key32 === "to")) || (key32 === "up_to_prompt_tokens")) || (key32 === "input")) || (key32 === "output")) || (key32 === "cache_read")) || (key32 === "cache_write_5m")) || (key32 === "cache_write_1h"))){
const err200 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key32}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data97.from !== undefined){
if(!(validate109(data97.from, {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/from",parentData:data97,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
if(data97.to !== undefined){
if(!(validate109(data97.to, {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/to",parentData:data97,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
errors = vErrors.length;
}
}
if(data97.up_to_prompt_tokens !== undefined){
let data100 = data97.up_to_prompt_tokens;
if(!(((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100))) && (isFinite(data100)))){
const err201 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens",schemaPath:"#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 1000000000 || isNaN(data100)){
const err202 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens",schemaPath:"#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if(data100 < 1 || isNaN(data100)){
const err203 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/up_to_prompt_tokens",schemaPath:"#/properties/models/items/properties/prices/items/properties/up_to_prompt_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
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
if(data97.input !== undefined){
let data101 = data97.input;
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 > 100000 || isNaN(data101)){
const err204 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/input",schemaPath:"#/properties/models/items/properties/prices/items/properties/input/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if(data101 < 0 || isNaN(data101)){
const err205 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/input",schemaPath:"#/properties/models/items/properties/prices/items/properties/input/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
else {
const err206 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/input",schemaPath:"#/properties/models/items/properties/prices/items/properties/input/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data97.output !== undefined){
let data102 = data97.output;
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 > 100000 || isNaN(data102)){
const err207 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/output",schemaPath:"#/properties/models/items/properties/prices/items/properties/output/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(data102 < 0 || isNaN(data102)){
const err208 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/output",schemaPath:"#/properties/models/items/properties/prices/items/properties/output/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
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
const err209 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/output",schemaPath:"#/properties/models/items/properties/prices/items/properties/output/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data97.cache_read !== undefined){
let data103 = data97.cache_read;
if((typeof data103 == "number") && (isFinite(data103))){
if(data103 > 100000 || isNaN(data103)){
const err210 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_read/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if(data103 < 0 || isNaN(data103)){
const err211 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_read/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_read",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_read/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data97.cache_write_5m !== undefined){
let data104 = data97.cache_write_5m;
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 > 100000 || isNaN(data104)){
const err213 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_5m/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data104 < 0 || isNaN(data104)){
const err214 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_5m/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
else {
const err215 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_5m",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_5m/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data97.cache_write_1h !== undefined){
let data105 = data97.cache_write_1h;
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 100000 || isNaN(data105)){
const err216 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_1h/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000}};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data105 < 0 || isNaN(data105)){
const err217 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_1h/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
else {
const err218 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12+"/cache_write_1h",schemaPath:"#/properties/models/items/properties/prices/items/properties/cache_write_1h/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
}
else {
const err219 = {instancePath:instancePath+"/models/" + i11+"/prices/" + i12,schemaPath:"#/properties/models/items/properties/prices/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
}
else {
const err220 = {instancePath:instancePath+"/models/" + i11+"/prices",schemaPath:"#/properties/models/items/properties/prices/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
}
else {
const err221 = {instancePath:instancePath+"/models/" + i11,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
}
else {
const err222 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
}
if(data.deferred !== undefined){
let data106 = data.deferred;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.workflows === undefined){
const err223 = {instancePath:instancePath+"/deferred",schemaPath:"#/properties/deferred/required",keyword:"required",params:{missingProperty: "workflows"}};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
for(const key33 in data106){
if(!((key33 === "max_days") || (key33 === "workflows"))){
const err224 = {instancePath:instancePath+"/deferred",schemaPath:"#/properties/deferred/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key33}};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data106.max_days !== undefined){
let data107 = data106.max_days;
if(!(((typeof data107 == "number") && (!(data107 % 1) && !isNaN(data107))) && (isFinite(data107)))){
const err225 = {instancePath:instancePath+"/deferred/max_days",schemaPath:"#/properties/deferred/properties/max_days/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if((typeof data107 == "number") && (isFinite(data107))){
if(data107 > 90 || isNaN(data107)){
const err226 = {instancePath:instancePath+"/deferred/max_days",schemaPath:"#/properties/deferred/properties/max_days/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90}};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(data107 < 1 || isNaN(data107)){
const err227 = {instancePath:instancePath+"/deferred/max_days",schemaPath:"#/properties/deferred/properties/max_days/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
if(data106.workflows !== undefined){
let data108 = data106.workflows;
if(Array.isArray(data108)){
if(data108.length > 100){
const err228 = {instancePath:instancePath+"/deferred/workflows",schemaPath:"#/properties/deferred/properties/workflows/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data108.length < 1){
const err229 = {instancePath:instancePath+"/deferred/workflows",schemaPath:"#/properties/deferred/properties/workflows/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
const len13 = data108.length;
for(let i13=0; i13<len13; i13++){
let data109 = data108[i13];
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if(data109.workflow === undefined){
const err230 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/required",keyword:"required",params:{missingProperty: "workflow"}};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
if(data109.inputs === undefined){
const err231 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/required",keyword:"required",params:{missingProperty: "inputs"}};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
for(const key34 in data109){
if(!((((key34 === "workflow") || (key34 === "agents")) || (key34 === "phases")) || (key34 === "inputs"))){
const err232 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key34}};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
if(data109.workflow !== undefined){
let data110 = data109.workflow;
if(typeof data110 === "string"){
if(!pattern12.test(data110)){
const err233 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/workflow",schemaPath:"#/properties/deferred/properties/workflows/items/properties/workflow/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}\\.ya?ml$"}};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
else {
const err234 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/workflow",schemaPath:"#/properties/deferred/properties/workflows/items/properties/workflow/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
}
if(data109.agents !== undefined){
let data111 = data109.agents;
if(Array.isArray(data111)){
if(data111.length > 5000){
const err235 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents",schemaPath:"#/properties/deferred/properties/workflows/items/properties/agents/maxItems",keyword:"maxItems",params:{limit: 5000}};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(data111.length < 1){
const err236 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents",schemaPath:"#/properties/deferred/properties/workflows/items/properties/agents/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
const len14 = data111.length;
for(let i14=0; i14<len14; i14++){
if(!(validate53(data111[i14], {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents/" + i14,parentData:data111,parentDataProperty:i14,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err237 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/agents",schemaPath:"#/properties/deferred/properties/workflows/items/properties/agents/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
if(data109.phases !== undefined){
let data113 = data109.phases;
if(Array.isArray(data113)){
if(data113.length > 100){
const err238 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases",schemaPath:"#/properties/deferred/properties/workflows/items/properties/phases/maxItems",keyword:"maxItems",params:{limit: 100}};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
if(data113.length < 1){
const err239 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases",schemaPath:"#/properties/deferred/properties/workflows/items/properties/phases/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
const len15 = data113.length;
for(let i15=0; i15<len15; i15++){
if(!(validate53(data113[i15], {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases/" + i15,parentData:data113,parentDataProperty:i15,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err240 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/phases",schemaPath:"#/properties/deferred/properties/workflows/items/properties/phases/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data109.inputs !== undefined){
let data115 = data109.inputs;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(Object.keys(data115).length > 25){
const err241 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/maxProperties",keyword:"maxProperties",params:{limit: 25}};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(Object.keys(data115).length < 1){
const err242 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/minProperties",keyword:"minProperties",params:{limit: 1}};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
for(const key35 in data115){
const _errs243 = errors;
if(typeof key35 === "string"){
if(!pattern13.test(key35)){
const err243 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_-]{0,99}$"},propertyName:key35};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
var valid69 = _errs243 === errors;
if(!valid69){
const err244 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/propertyNames",keyword:"propertyNames",params:{propertyName: key35}};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
for(const key36 in data115){
if(!(validate117(data115[key36], {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs/" + key36.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data115,parentDataProperty:key36,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
errors = vErrors.length;
}
}
}
else {
const err245 = {instancePath:instancePath+"/deferred/workflows/" + i13+"/inputs",schemaPath:"#/properties/deferred/properties/workflows/items/properties/inputs/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
}
else {
const err246 = {instancePath:instancePath+"/deferred/workflows/" + i13,schemaPath:"#/properties/deferred/properties/workflows/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
}
else {
const err247 = {instancePath:instancePath+"/deferred/workflows",schemaPath:"#/properties/deferred/properties/workflows/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
}
else {
const err248 = {instancePath:instancePath+"/deferred",schemaPath:"#/properties/deferred/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
}
else {
const err249 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validateExceptions = validate121 as unknown as ValidateFunction<ExceptionsFile>;
const schema36 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"exceptions.schema.json","title":"ExceptionsFile","type":["array","object"],"maxItems":500,"items":{"$ref":"#/$defs/exception"},"properties":{"version":{"const":1},"exceptions":{"type":"array","maxItems":500,"items":{"$ref":"#/$defs/exception"}}},"required":["exceptions"],"additionalProperties":false,"$defs":{"name":{"type":"string","$comment":"form: name","pattern":"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"},"floorId":{"type":"string","$comment":"form: floor","pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$"},"exception":{"type":"object","properties":{"floor":{"$ref":"#/$defs/floorId"},"agent":{"$ref":"#/$defs/name"},"phase":{"$ref":"#/$defs/name"},"tier":{"$ref":"#/$defs/name"},"retire":{"const":true},"reason":{"type":"string","minLength":1,"maxLength":2000},"approved_by":{"type":"string","minLength":1,"maxLength":200},"tracking":{"type":"string","minLength":1,"maxLength":500},"expires":{"type":"string","$comment":"form: date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"renewals":{"type":"integer","minimum":0,"maximum":1000}},"required":["floor","reason","approved_by","tracking","expires"],"additionalProperties":false,"if":{"required":["retire"]},"then":{"properties":{"agent":false,"phase":false,"tier":false}},"else":{"required":["agent","phase","tier"]}}}};
const schema37 = {"type":"object","properties":{"floor":{"$ref":"#/$defs/floorId"},"agent":{"$ref":"#/$defs/name"},"phase":{"$ref":"#/$defs/name"},"tier":{"$ref":"#/$defs/name"},"retire":{"const":true},"reason":{"type":"string","minLength":1,"maxLength":2000},"approved_by":{"type":"string","minLength":1,"maxLength":200},"tracking":{"type":"string","minLength":1,"maxLength":500},"expires":{"type":"string","$comment":"form: date","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"renewals":{"type":"integer","minimum":0,"maximum":1000}},"required":["floor","reason","approved_by","tracking","expires"],"additionalProperties":false,"if":{"required":["retire"]},"then":{"properties":{"agent":false,"phase":false,"tier":false}},"else":{"required":["agent","phase","tier"]}};

function validate123(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate123.evaluated;
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
validate123.errors = vErrors;
return errors === 0;
}
validate123.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate125(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate125.evaluated;
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
validate125.errors = vErrors;
return errors === 0;
}
validate125.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate122.evaluated;
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
if(!(func1.call(schema37.properties, key0))){
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
if(!(validate123(data.floor, {instancePath:instancePath+"/floor",parentData:data,parentDataProperty:"floor",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
errors = vErrors.length;
}
}
if(data.agent !== undefined){
if(!(validate125(data.agent, {instancePath:instancePath+"/agent",parentData:data,parentDataProperty:"agent",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
}
if(data.phase !== undefined){
if(!(validate125(data.phase, {instancePath:instancePath+"/phase",parentData:data,parentDataProperty:"phase",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
errors = vErrors.length;
}
}
if(data.tier !== undefined){
if(!(validate125(data.tier, {instancePath:instancePath+"/tier",parentData:data,parentDataProperty:"tier",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
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
validate122.errors = vErrors;
return errors === 0;
}
validate122.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="exceptions.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate121.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema36.type}};
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
if(!(validate122(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
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
if(!(validate122(data2[i1], {instancePath:instancePath+"/exceptions/" + i1,parentData:data2,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
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
validate121.errors = vErrors;
return errors === 0;
}
validate121.evaluated = {"props":true,"items":true,"dynamicProps":false,"dynamicItems":false};
