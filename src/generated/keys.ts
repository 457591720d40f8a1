// Written by scripts/generate.ts from schema/. Do not edit: run `npm run generate`.

export const SCHEMA_KEYS = {
  allocation: [
    ["",["version","extends","tiers","phases","facts","agents","matrix","floors","budget","targets","models","deny","repositories","calibration","deferred"]],
    ["/tiers/*",["name","model","providers"]],
    ["/facts/*",["type","from","required","description"]],
    ["/agents/*",["default","maximum","effort","on_unavailable","rationale","expected_pass_rate","aliases","renamed_from","check","upgrades"]],
    ["/agents/*/check",["schema","command","judge","escalations"]],
    ["/agents/*/check/command",["file","args"]],
    ["/agents/*/check/judge",["tier","prompt","minimum"]],
    ["/agents/*/upgrades/*",["to","if","because","phases"]],
    ["/matrix/*/*",["tier","effort","economy","on_unavailable","trial","was","since","because"]],
    ["/matrix/*/*/trial",["id","tier","share","until"]],
    ["/floors/*",["id","agents","phases","if","minimum","effort","exceptions","on_defer","because"]],
    ["/budget",["mode","timezone","weekly","zones","critical_reserve","tiers","phases","on_unmeasured"]],
    ["/budget/weekly",["tokens","usd"]],
    ["/budget/zones",["yellow","orange","red"]],
    ["/budget/tiers/*",["share","reserve"]],
    ["/targets/*",["what","below","above","at_most","at_least","between","trend","measured_by","because"]],
    ["/models/*",["id","line","lifecycle","retires_at","providers","prices"]],
    ["/models/*/prices/*",["from","to","up_to_prompt_tokens","input","output","cache_read","cache_write_5m","cache_write_1h"]],
    ["/calibration",["false_proposals_per_year","rework_allowed","rework_cost_usd"]],
    ["/deferred",["max_days","workflows"]],
    ["/deferred/workflows/*",["workflow","agents","phases","inputs"]],
    ["/deferred/workflows/*/inputs/*",["value"]],
  ],
  exceptions: [
    ["",["version","exceptions"]],
    ["/exceptions/*",["floor","agent","phase","tier","retire","reason","approved_by","tracking","expires","renewals"]],
    ["/*",["floor","agent","phase","tier","retire","reason","approved_by","tracking","expires","renewals"]],
  ],
} satisfies Readonly<Record<string, readonly (readonly [place: string, keys: readonly string[]])[]>>;
