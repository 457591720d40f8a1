// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

export const SCHEMA_KEYS = {
  allocation: new Map<string, readonly string[]>([
    ["#",["version","extends","tiers","phases","facts","agents","matrix","floors","budget","targets","models"]],
    ["#/properties/tiers/items",["name","model","providers"]],
    ["#/properties/facts/additionalProperties",["type","from","required","description"]],
    ["#/properties/agents/additionalProperties",["default","maximum","effort","on_unavailable","rationale","expected_pass_rate","aliases","upgrades"]],
    ["#/properties/agents/additionalProperties/properties/upgrades/items",["to","if","because","phases"]],
    ["#/properties/floors/items",["id","agents","phases","if","minimum","effort","exceptions","because"]],
    ["#/properties/budget",["mode","timezone","weekly","zones","critical_reserve","tiers","phases","on_unmeasured"]],
    ["#/properties/budget/properties/weekly",["tokens","usd"]],
    ["#/properties/budget/properties/zones",["yellow","orange","red"]],
    ["#/properties/budget/properties/tiers/additionalProperties",["share","reserve"]],
    ["#/properties/targets/additionalProperties",["what","below","above","at_most","at_least","between","trend","measured_by","because"]],
    ["#/properties/models/items",["id","line","lifecycle","retires_at","providers","prices"]],
    ["#/properties/models/items/properties/prices/items",["from","to","up_to_prompt_tokens","input","output","cache_read","cache_write_5m","cache_write_1h"]],
    ["#/$defs/cellObject",["tier","effort","economy","on_unavailable","trial","was","since","because"]],
    ["#/$defs/cellObject/properties/trial",["id","tier","share"]],
  ]),
  exceptions: new Map<string, readonly string[]>([
    ["#",["version","exceptions"]],
    ["#/$defs/exception",["floor","agent","phase","tier","retire","reason","approved_by","tracking","expires","renewals"]],
  ]),
};
