
const e=require("./start.js"),t=require("./edit.js"),n=require("./agents.js"),r=require("./local.js"),i=require("./gate.js");let a=require("node:fs"),o=require("node:path"),s=require("node:url");const c=[`/allocation.yaml`,`/allocation.exceptions.yaml`,`/.github/workflows/allocation-gate.yml`];function l(e,t){let n=e??``,r=new Set(n.split(/\r?\n/).map(e=>e.replace(/^#\s*/,``).split(/\s/)[0])),i=c.filter(e=>!r.has(e));if(i.length===0)return null;let a=/\r?\n/.exec(n)?.[0]??`
`,o=Math.max(...i.map(e=>e.length)),s=t===null?`# `:``,l=[...t===null?[`# haiku-first: who reviews which model an agent may use. Write the owners, and take the # away.`]:[`# haiku-first: who reviews which model an agent may use. @${t} is the account of the remote: an organisation`,`# is no owner, so name a team of it there, as @${t}/TEAM.`],...i.map(e=>`${s}${e.padEnd(o)} @${t??`OWNER`}`)];return{text:`${n}${n===``?``:/\n$/.test(n)?a:`${a}${a}`}${l.join(a)}${a}`,lines:i.length}}const u={create:`+`,change:`~`,same:`=`};function d(t){let n=[0,1,2].map(e=>Math.max(...t.map(t=>[...t[e]??``].length)));return t.flatMap(t=>{let r=t.slice(0,-1).map((e,t)=>`${e}${` `.repeat((n[t]??0)-[...e].length)}   `).join(``);return e.C(t.at(-1)??``,`  ${r}`)})}function f({floor:e,why:t,sub_agents:n}){return e===null?`none`:n.length===0?`${e}, never lower`:`${e}, never lower: ${t??``}`}function p({agents:t},n){if(t.length===0)return[];let r=({agent:t,sub_agents:n})=>e.V([...new Set(n.map(({name:e})=>e))].join(`, `)||t,64),i=({tier:e,staged:t})=>t?`${e}, later`:e,a=n?`Agent (an example)`:`Sub-agent`,o=t.map(t=>[r(t),e.V(t.says??`–`,30),i(t),f(t)]);return[``,...d([[a,`In its file`,`Proposed`,`Floor`],...o])]}function m({files:t,by_hand:n,left:r}){let i=[...t.map(({action:e,path:t,what:n})=>[u[e],t,n]),...n.map(({file:e,line:t,says:n})=>[`!`,`${e}:${t}`,`says ${n}; left as it is`]),...r.map(({file:e,why:t})=>[`!`,e,t])].map(([t,n,r])=>[t,e.V(n),e.V(r,400)]),a=Math.min(40,Math.max(...i.map(([,e])=>[...e].length)));return i.flatMap(([t,n,r])=>{let i=[...n].length,o=` `.repeat(a+6);return i>a?[`  ${t} ${n}`,...e.C(r,o)]:e.C(r,`  ${t} ${n}${` `.repeat(a-i)}  `,o)})}function h({files:t}){let[n,r]=[`create`,`change`].map(e=>t.filter(t=>t.action===e).length);return n?`Write ${e.k(n,`file`)}${r?` and change ${r}`:``}`:`Change ${e.k(r??0,`file`)}`}function g(t){let{answer:n,name:r,subAgents:i,workflows:a,isExample:o,remarks:s}=t,c=n.by_hand.filter(({file:e})=>e.startsWith(`.github/`)),l=new Set(c.map(({file:e})=>e)).size,u=l===0?``:`, ${l} of them ${l===1?`names`:`name`} a model by hand`,d=(t,n)=>t===0?`no ${n}s`:e.k(t,n);return[`${e.V(r)}: ${d(i,`sub-agent`)}, ${d(a,`workflow`)}${u}`,...p(n,o),``,...m(n),...s.length===0?[]:[``,...s.flatMap(t=>e.C(t,``,``))]].join(`
`)}function _({files:e}){return e.filter(({action:e})=>e!==`same`).map(({path:e,text:t})=>`── ${e}\n${t.trimEnd()}`).join(`

`)}function v(t,n){return n.startsWith(`git `)?[`  ${t}. ${n}`]:e.C(n,`  ${t}. `)}function ee({next:t},n){return[`Next:`,...t.flatMap((e,t)=>v(t+1,e)),...n.flatMap(t=>e.C(t))].join(`
`)}function y(e){return`its name says "${e}"`}const b={"allocation-gate.yml":`# Refuses a pull request that would lower a quality floor. It needs no checkout and no secret, and works for forks and Dependabot.
name: Allocation gate
on:
  pull_request:
    # \`edited\` is sent when a pull request is aimed at another branch.
    types: [opened, synchronize, reopened, edited, ready_for_review]
  merge_group:
permissions: {}
jobs:
  gate:
    name: Allocation gate
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read # Reads both files, by commit.
      issues: write # Opens one issue for the post-mortem when a floor is broken.
      pull-requests: write # Writes the one comment.
    steps:
      - uses: OWNER/haiku-first@v1
        with:
          command: check
`,"by-hand.yml":`# One agent, started by a person: on the model of the allocation, or on the tier that the person asks for. An override is
# never below the floor; who asked and why stand in the record of the work, and in the report.
name: Agent by hand
run-name: \${{ inputs.agent }} in \${{ inputs.phase }}, by \${{ github.actor }}
on:
  workflow_dispatch:
    inputs:
      agent: { required: true, type: string }
      phase: { required: true, type: string }
      prompt: { required: true, type: string }
      work-item: { required: false, type: string }
      tier: { required: false, type: string, description: An override. It needs a reason. }
      escalate-from:
        { required: false, type: string, description: The tier whose result was poor. It needs a reason. }
      reason: { required: false, type: string }
      trigger: { required: false, type: string, description: "What found the poor result: tests, review" }
permissions: {}
jobs:
  agent:
    permissions:
      actions: read # Counts the runs in flight.
      contents: read # Checks out; reads the allocation and the ledger.
      id-token: write # claude-code-action asks for its own token.
      issues: write # A refused override opens an issue.
      pull-requests: write # The agent comments.
    uses: OWNER/haiku-first/.github/workflows/agent.yml@v1
    with:
      agent: \${{ inputs.agent }}
      phase: \${{ inputs.phase }}
      prompt: \${{ inputs.prompt }}
      work-item: \${{ inputs.work-item }}
      tier: \${{ inputs.tier }}
      escalate-from: \${{ inputs.escalate-from }}
      reason: \${{ inputs.reason }}
      trigger: \${{ inputs.trigger }}
    secrets:
      anthropic-api-key: \${{ secrets.ANTHROPIC_API_KEY }}
`,"collect-usage.yml":`# Puts what the agents used into the ledger, when a workflow of agents has ended. It runs nothing of a pull request.
name: Collect usage
on:
  workflow_run:
    workflows: [Security review, Plan, Deferred agent]
    types: [completed]
permissions: {}
jobs:
  collect:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      actions: read # Reads the run, its jobs and its artifacts.
      contents: write # Pushes the records to the branch haiku-first-ledger.
      issues: write # Opens an issue when work was done below its floor.
      pull-requests: write # Updates the comment.
    steps:
      - uses: OWNER/haiku-first@v1
        with:
          command: collect
`,"weekly-calibration.yml":`# One pull request with what the ledger calls to change in the allocation, at most one a week.
name: Weekly calibration
on:
  schedule:
    # Daily: the first run of a week does its work, the others find it done, so that a run that GitHub drops is made up for.
    # Not at the top of an hour, when all want to start.
    - cron: "23 5 * * *"
  workflow_dispatch:
    inputs:
      propose:
        description: "What you would have a cell run on, as TESTING@EXEC=opus"
        type: string
      because:
        description: "Why"
        type: string
permissions: {}
concurrency:
  group: haiku-first-calibration
  cancel-in-progress: false
jobs:
  calibrate:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: write # Reads allocation and ledger; commits to the branch of the proposal, and logs its what-if in the ledger.
      issues: write # Creates the label once.
      pull-requests: write # Opens the pull request, and keeps it up to date.
    steps:
      - uses: OWNER/haiku-first@v1
        with:
          command: calibrate
          propose: \${{ inputs.propose }}
          because: \${{ inputs.because }}
          # The token of an App instead of the workflow's own lets the checks start by themselves: docs/calibrate.md.
          # github-token: \${{ steps.app.outputs.token }}
`,"weekly-report.yml":`# One issue a week on what the agents used: written when the week has ended, and brought up to date while its outcomes become known.
name: Weekly report
on:
  schedule:
    # Not at the top of an hour: GitHub drops scheduled runs when all want to start.
    - cron: "37 4 * * *"
  workflow_dispatch:
    inputs:
      week:
        description: "The week, as 2026-W48. Default: the one before the present one."
        type: string
permissions: {}
concurrency:
  group: haiku-first-week
  cancel-in-progress: false
jobs:
  report:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      checks: read # Reads end-to-end checks of merged pull requests, for their target.
      contents: write # Checks out the allocation; reads the ledger, and keeps the two charts of the issue on its branch. With read the issue has none.
      issues: write # Keeps the issue of the week, and reads which issues were closed.
      pull-requests: read # Reads reviews and merges, for their targets.
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - uses: OWNER/haiku-first@v1
        with:
          command: report
          issue: auto
          week: \${{ inputs.week }}
          # Where the dashboard is published: docs/dashboard.md.
          # dashboard-url: https://OWNER.github.io/REPOSITORY/
`},te=/^name: (.*)$/m.exec(b[`by-hand.yml`])?.[1]??``,x=/\bhaiku-first\b/,S=e=>RegExp(`\\bcommand:\\s*['"]?${e}\\b`);function C(e,{repository:t,ref:n,version:r}){let i=r===null?``:` # v${r}`;return e.replace(/OWNER\/haiku-first((?:\/[\w./-]+)?)@v1$/gm,(e,r)=>`${t}${r}@${n}${i}`)}function w(e,n){let r=[...new Set([te,...n])].map(e=>t.r(e,`plain`)),i=t=>C(b[t],e).replace(/^( +workflows: )\[.*\]$/m,(e,t)=>`${t}[${r.join(`, `)}]`);return[{path:`.github/workflows/allocation-gate.yml`,what:`refuses a change that breaks a floor`,text:i(`allocation-gate.yml`),marks:[x,S(`check`)]},{path:`.github/workflows/agent-by-hand.yml`,what:`starts one agent on its tier`,text:i(`by-hand.yml`),marks:[x,/\bagent\.yml@/,/\bworkflow_dispatch\b/,/\btier:/]},{path:`.github/workflows/collect-usage.yml`,what:`puts usage into the ledger`,text:i(`collect-usage.yml`),marks:[x,S(`collect`)]},{path:`.github/workflows/weekly-report.yml`,what:`one issue a week`,text:i(`weekly-report.yml`),marks:[x,S(`report`),/\bissue:\s*['"]?auto\b/]},{path:`.github/workflows/weekly-calibration.yml`,what:`one proposal a week`,text:i(`weekly-calibration.yml`),marks:[x,S(`calibrate`)]}]}const T=`.claude/settings.json`,E={files:500,bytes:1048576},ne=/\banthropics\/claude-code-(?:base-)?action@|\bclaude\b[^\n#]*\s(?:-p|--print)\b/;function D(t,n){let r=n.split(`/`);for(let e=1;e<=r.length;e++){let n=r.slice(0,e).join(`/`),i=(0,a.lstatSync)((0,o.join)(t,n),{throwIfNoEntry:!1});if(i===void 0)return{kind:`absent`};if(i.isSymbolicLink())return{kind:`other`,why:`${n} is a symbolic link`};let s=e===r.length;if(s?!i.isFile():!i.isDirectory())return{kind:`other`,why:`${n} is no ${s?`regular file`:`folder`}`}}let i=e.mn((0,o.join)(t,n),E.bytes,`refused`);return i.kind===`file`?i:{kind:`other`,why:`it ${i.problem.replace(/\.$/,``)}`}}function O(e,t){let n=D(e,t);return n.kind===`file`?new TextDecoder().decode(n.bytes):null}function k(e,t,n){return(0,a.lstatSync)((0,o.join)(e,t),{throwIfNoEntry:!1})?.isDirectory()===!0?(0,a.readdirSync)((0,o.join)(e,t)).filter(e=>n.test(e)).sort().slice(0,E.files).map(e=>`${t}/${e}`):[]}function A(t){return k(t,`.github/workflows`,/\.ya?ml$/).flatMap(n=>{let r=O(t,n);if(r===null)return[];let i=e.Vr(r),a=i.read&&e.vt(i.value)?i.value.name:null;return[{path:n,text:r,name:typeof a==`string`&&a!==``?a:n,startsClaude:ne.test(r.replace(/^\s*#.*$/gm,``))}]})}const j=/"(model|(?:ANTHROPIC|CLAUDE_CODE)_(?:[A-Z]+_)*MODEL)"\s*:\s*"([^"]{1,100})"/;function re(t){let n=O(t,T);if(n===null)return{model:null,plugins:[],byHand:[],remarks:[]};let r=n.split(`
`).flatMap((e,t)=>{let[,n,r]=j.exec(e)??[];return n===void 0?[]:[{file:T,line:t+1,says:`${n}: ${r}`}]});try{let t=JSON.parse(n),{model:i,enabledPlugins:a}=e.vt(t)?t:{},o=e.vt(a)?Object.entries(a).flatMap(([e,t])=>t===!0?[e]:[]):[];return{model:typeof i==`string`&&i!==``?i:null,plugins:o,byHand:r,remarks:[]}}catch{return{model:null,plugins:[],byHand:r,remarks:[`${T} is no JSON, and was not read.`]}}}function ie(e,t){try{return JSON.parse(O(e,t)??`null`)}catch{return null}}function ae(t,n){let r=ie(t,`.claude-plugin/marketplace.json`);return!e.vt(r)||!Array.isArray(r.plugins)?[]:r.plugins.filter(e.vt).flatMap(({name:e,source:i})=>!(typeof e==`string`&&n.includes(`${e}@${r.name}`))||typeof i!=`string`||!/^\.\/(?!.*\.\.)[\w./-]+$/.test(i)?[]:k(t,`${i.slice(2).replace(/\/$/,``)}/agents`,/\.md$/).flatMap(n=>{let r=M(n,O(t,n)??``);return r===null?[]:[{...r,name:`${e}:${r.name}`}]}))}function M(t,r){let i=e._t(t,r);return i.kind===`none`?null:{name:i.kind===`definition`?i.definition.name:i.name,file:t,model:n.p(r)?.model??null}}async function oe(t){let{files:n,unread:r}=await e.ct(t),a=A(t),o=re(t),s=a.flatMap(({path:e,text:t})=>i.d(t).map(({at:t,text:n})=>({file:e,line:t.line,says:n}))),c=n.flatMap(({path:e,content:t})=>M(e,t)??[]),l=ae(t,o.plugins),u=new Set(l.map(({name:e})=>e.split(`:`)[0]));return{subAgents:[...c,...l],workflows:a,sessionModel:o.model,plugins:o.plugins.map(e=>e.split(`@`)[0]??e).filter(e=>!u.has(e)),byHand:[...s,...o.byHand],remarks:[...o.remarks,...r.map(({path:e,why:t})=>`${e} ${t}: which sub-agent it defines cannot be told.`)]}}const N=`allocation.yaml`,P=[`.github/CODEOWNERS`,`CODEOWNERS`,`docs/CODEOWNERS`];var se=class{files=[];wanted=[];left=[];#e;constructor(e){this.#e=e}leave(e,t){this.left.push({file:e,why:t})}create(e,t,n,r){let i=D(this.#e,e);i.kind===`other`?this.leave(e,`${i.why}: left as it is`):i.kind===`absent`?(this.files.push({path:e,action:`create`,what:t,text:n}),this.wanted.push({path:e,text:n,before:null})):Buffer.from(i.bytes).equals(Buffer.from(n))?this.files.push({path:e,action:`same`,what:`is there already`,text:n}):this.leave(e,r)}change(e,t,n,r){this.files.push({path:e,action:`change`,what:t,text:n}),this.wanted.push({path:e,text:n,before:r})}};function ce(t,n,r){let i=n.agents.filter(({later:e})=>!e).length,a=n.agents.length-i,o=a===0?``:`, ${a} more as a comment`;t.create(N,`${e.k(i,`agent`)}${o}, ${e.k(r.length,`phase`)}, budget: observe`,n.text,`is there already, and left as it is; haiku-first agents --check compares it with the sub-agents`);for(let{name:r,file:i,floor:a}of n.unnamed){let n=a===null?``:`, and no floor covers it though its name says "${a}"`;t.leave(i,`its name ${JSON.stringify(r)} cannot stand in an allocation${n}: rename it, as ${e.Ui.name.words.replace(/^a name: /,``)}`)}}function le(t,n,r){let{path:i,now:a}=P.map(e=>({path:e,now:D(n,e)})).find(e=>e.now.kind!==`absent`)??{path:P[0]??``,now:{kind:`absent`}};if(a.kind===`other`){t.leave(i,`${a.why}: left as it is`);return}let o=a.kind===`file`?a.bytes:null,s=o===null?null:ue(o);if(o!==null&&s===null){t.leave(i,`is no text in UTF-8: left as it is`);return}let c=l(s,r);if(c===null){t.files.push({path:i,action:`same`,what:`names the files already`,text:s??``});return}let u=r===null?`as comments, for want of a remote`:`who reviews them: @${r}`,d=`${e.k(c.lines,`line`)}: ${u}`;o===null?t.create(i,d,c.text,``):t.change(i,d,c.text,o)}function ue(e){try{return new TextDecoder(`utf-8`,{fatal:!0,ignoreBOM:!0}).decode(e)}catch{return null}}function de(e,{workflows:t},n){let r=w(n,[]).map(({path:e})=>e),i=t.filter(({path:e,startsClaude:t,name:n})=>t&&!r.includes(e)&&!n.includes("${{")).map(({name:e})=>e);for(let{path:a,what:s,text:c,marks:l}of w(n,i)){let n=t.find(e=>!r.includes(e.path)&&l.every(t=>t.test(e.text)));n===void 0?e.create(a,s,c,`is there already, with other text: left as it is`):e.leave(n.path,`does what ${(0,o.basename)(a)} would do: that is not added`)}}const fe=/^(?:secur|threat|crypto|vuln|pentest|exploit|devsecops|appsec|infosec|secops)/,F=new Set(`auth authn authz oauth authentication authenticator authorization authorisation cve rls redteam secret secrets credential credentials`.split(` `));function I(e){return e.replace(/([a-z0-9])([A-Z])/g,`$1 $2`).toLowerCase().split(/[^a-z]+/).find(e=>fe.test(e)||F.has(e))??null}const L=`sonnet`,R={best:`opus`,opusplan:`opus`,default:L};function z(t){return e.Ii.some(e=>e===t)}function B(t,n,r){if(t===null||t===`inherit`)return{line:L,says:t??`none`,remark:`${L} until you choose`};let i=t.replace(/\[1m\]$/,``);if(z(i))return{line:i,says:t,remark:null};let a=Object.hasOwn(R,i)?R[i]:void 0;if(a!==void 0)return{line:a,says:t,remark:`it may mean ${a}`};let o=e.Cr(n,i);if(o===null)return{line:L,says:t,remark:`not known, so ${L} until you choose`};let s=V(o.line,n,r);return{line:o.line,says:t,remark:o.id===s?null:`now the newest ${o.line}`}}function V(t,n,r){return n.rows.filter(n=>n.line===t&&e.Tr(n,r)===`active`).reduce((t,n)=>t===null||(e.xr(n,t)??0)>0?n:t,null)?.id??null}const H=`opus`,U=t=>e.Ii.indexOf(t);function pe(t,n){let r=t.replaceAll(`:`,`.`).slice(0,64);if(e.Ri(r)&&!(t.includes(`:`)&&n.has(r)))return r;for(let e=2;;e++){let t=`${r.slice(0,58)}-${e}`;if(!n.has(t))return t}}function me(t,{table:n,today:r,staged:i}){let a=new Map,o=[];for(let n of t){let t=e.ii(n.name),r=a.get(t)??[];e.zi(n.name)&&r.length<50?a.set(t,[...r,n]):o.push({name:n.name,file:n.file,floor:I(n.name)})}let s=[...a.values()].flatMap(e=>{let[t]=e.map(({name:e})=>e.toUpperCase()).sort();return t===void 0?[]:[[t,e]]}),c=new Set(s.map(([e])=>e)),l=new Set;return{agents:s.sort(he).map(([e,t])=>{let i=pe(e,new Set([...c,...l]));return l.add(i),{...ge(t,n,r),name:i}}).map(e=>({...e,later:i&&e.tier!==`haiku`&&e.floor===null})),unnamed:o}}function he([e],[t]){return e<t?-1:1}function ge(e,t,n){let r=e.map(({model:e})=>B(e,t,n)),[i]=r.toSorted((e,t)=>U(t.line)-U(e.line)),{line:a=`sonnet`,says:o=`none`,remark:s=null}=i??{},c=[...new Set(e.map(({name:e})=>e))],l=c.map(I).find(e=>e!==null)??null,u=l!==null&&U(a)<U(`opus`),d=u?H:a,f=({model:e})=>e===null||e===`inherit`,p=e.filter((e,t)=>f(e)||r[t]?.line!==d);return{subAgents:e,aliases:c,says:o,tier:d,why:u?null:s,floor:l,differing:p.map(({file:e})=>e),later:!1}}function _e(e,t,n){let{line:r,says:i,remark:a}=B(e,t,n);return{name:`MAIN`,subAgents:[],aliases:[],says:i,tier:r,why:a??`what a session uses outside of its sub-agents`,floor:null,differing:[],later:!1}}function W(e,t,n,r){return{name:e,subAgents:[],aliases:[],says:null,tier:t,why:n,floor:I(e),differing:[],later:r}}function ve(e){return[...e?[W(`GITHUB`,`haiku`,`Pull request operations and status checks are deterministic`,!1),W(`DOCMON`,`haiku`,`Documentation from templates, compliance checks`,!1),W(`RETRO`,`haiku`,`Patterns and lessons of what was done`,!1)]:[W(`DOCS`,`haiku`,`Documentation from what is there`,!1)],W(`TESTING`,`sonnet`,`Edge cases need reasoning`,e),W(`SECURITY`,H,`Threat analysis, rights, secrets`,e)]}const G=e=>t.r(e,`plain`),K=e=>`[${e.map(G).join(`, `)}]`,q=(e,t)=>e.map(e=>`${e.slice(0,t)}# ${e.slice(t)}`);function ye({subAgents:e,says:t,why:n,floor:r}){if(r!==null&&e.length>0)return`Its name says ${r}`;if(t===null)return n??``;let[i]=e,a=/^[\w.[\]-]{1,60}$/.test(t)?t:`something else`,o=i===void 0?`.claude/settings.json`:`Its file`,s=t===`none`?`names no model`:`says ${a}`;return n===null?`${o} ${s}`:`${o} ${s}: ${n}`}function J(e){let{name:t,tier:n,aliases:r}=e,i=[`  ${G(t)}:`,`    default: ${n}`,...r.filter(e=>e!==t).length===0?[]:[`    aliases: ${K(r.filter(e=>e!==t))}`],`    rationale: ${G(ye(e))}`];return e.later?q(i,2):i}function be(e,t){let n=e.filter(({floor:e})=>e!==null);if(n.length===0)return[`# No name speaks of security, so no floor is proposed. One looks like this:`,`# floors:`,`#   - { id: security-always-opus, agents: [SECURITY], minimum: opus, exceptions: never }`];let r=[...new Set(n.flatMap(({floor:e})=>e===null?[]:[e]))],i=t?`a missed threat costs more than any review`:`their names say ${r.slice(0,10).join(`, `)}, and a missed threat costs more than any review`,a=[`floors:`,`  - id: security-always-opus`,`    agents: ${K(n.map(({name:e})=>e))}`,`    minimum: ${H}`,`    exceptions: never # it is kept in every zone; where opus cannot be had, the work waits`,`    because: ${G(i)}`];return[`# A proposal, by name. Agents under a floor without exceptions are meant to stay: they can be renamed,`,`# and not deleted. Take out what does not belong here before the first commit.`,...n.every(({later:e})=>e)?q(a,0):a]}function xe({phases:e,staged:t,extends:n,home:r},{agents:i,models:a,isExample:o}){let[s,c]=[i.filter(e=>!e.later),i.filter(e=>e.later)],l=25e5*s.length,u=o?`an example: put your own agents in`:`from the files in .claude/agents`;return[`# yaml-language-server: $schema=${r.raw}/schema/allocation.schema.json`,`# Which Claude model each agent may use. Every key is explained in`,`# ${r.pages}/docs/allocation.md`,`version: 1`,...n===null?[]:[`extends: ${n} # the organisation's file: this one may only be stricter`],``,`# Cheapest first: this order is the ranking. The ids are exact, since an alias means another model elsewhere.`,`tiers:`,...a.map(({line:e,model:t})=>`  - { name: ${e}, model: ${t} }`),``,e.length===1&&e[0]===`RUN`?`phases: [RUN] # more, if your agents work in phases, such as [PLAN, EXEC]`:`phases: ${K(e)}`,``,`# Drafted by haiku-first init, ${u}. The aliases are the names by which Claude Code`,"# starts them. `default` is the tier; a `matrix` may name another one for a phase.",`agents:`,...s.flatMap(J),...c.length===0?[]:[...t?[`  # The second stage. Until these are in the file, they run as they do today.`]:[],...c.flatMap(J)],``,...be(i,o),``,`# Observed only: the zones of the week are shown, and nothing is deferred. A drafted figure is a guess: one session`,`# of 500,000 tokens on each of 5 days for each agent. After two weeks, haiku-first init --budget proposes`,`# one from what was used.`,`budget:`,`  mode: observe`,`  weekly: { tokens: ${l} }`,``].join(`
`)}function Se(t){let{table:n,today:r,staged:i,sessionModel:a}=t,{agents:o,unnamed:s}=me(t.subAgents,t),c=o.length===0,l=a===null?null:_e(a,n,r),u=l!==null&&!o.some(({name:e})=>e===l.name)?[{...l,later:i&&l.tier!==`haiku`}]:[],d=[...c?ve(i):o,...u];if(i&&!d.some(({later:e,floor:t})=>!e&&t===null))throw new e.ra(`A staged start begins with the sub-agents that run on haiku, and none of them does.`,`Write model: haiku into the files of those that are of low risk, or leave --staged out.`);let f=new Set(d.map(({tier:e})=>e));return{text:xe(t,{agents:d,models:[`haiku`,`sonnet`,`opus`,`fable`,`mythos`].flatMap(e=>{let t=V(e,n,r);return t!==null&&(e===`haiku`||e===`sonnet`||e===`opus`||f.has(e))?[{line:e,model:t}]:[]}),isExample:c}),agents:d,unnamed:s,isExample:c}}const Y=`https://github.com`,Ce=/^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[\w.-]+@)([\w.-]+)(?::\d+(?=\/))?[:/]([\w.-]{1,100})\/([\w.-]{1,100}?)(?:\.git)?\/?$/;async function X(e,t){let{exitCode:n,stdout:r}=await e({args:[`remote`,`get-url`,`origin`],cwd:t}),[,i,a,o]=n===0?Ce.exec(r.toString(`utf8`).trim())??[]:[];return i===void 0||a===void 0||o===void 0?null:{server:`https://${i}`,owner:a,name:o}}function we(){let e=(0,o.dirname)((0,s.fileURLToPath)(require("url").pathToFileURL(__filename).href));for(;!(0,a.existsSync)((0,o.join)(e,`action.yml`));){let t=(0,o.dirname)(e);if(t===e)return null;e=t}return(0,a.existsSync)((0,o.join)(e,`.git`))?e:null}const Te={repository:`OWNER/haiku-first`,ref:`v1`,version:null,known:!1,server:Y};async function Ee(t,n){let[r,i,a]=await Promise.all([X(t,n),t({args:[`rev-parse`,`--verify`,`--quiet`,`HEAD`],cwd:n}),t({args:[`branch`,`--remotes`,`--contains`,`HEAD`],cwd:n})]),o=i.stdout.toString(`utf8`).trim();if(r===null||!e.Ui.commit.pattern.test(o))return null;let{server:s,owner:c,name:l}=r;return{reference:{repository:`${c}/${l}`,ref:o,version:e.di,known:!0,server:s},published:a.stdout.toString(`utf8`).trim()!==``}}async function Z({env:t,options:n},i){if(n.action!==null){if(!e.Ui.actionReference.pattern.test(n.action))throw new e.ra(`--action ${n.action} must be ${e.Ui.actionReference.words}.`);let[t=``,r=``]=n.action.split(`@`);return{repository:t,ref:r,version:null,known:!0,server:Y}}let a=we(),o=a===null?null:await Ee(r.l(t),a);if(o===null)return Te;let{reference:s,published:c}=o;return c||i.push(`The commit ${s.ref.slice(0,12)} of haiku-first is on no branch of ${s.repository} that this clone knows of: push it before the workflows run, or name another one with --action.`),s}function De(e){return{agent:e.name,sub_agents:e.subAgents.map(({name:e,file:t})=>({name:e,file:t})),says:e.says,tier:e.tier,floor:e.floor===null?null:H,staged:e.later,why:e.floor===null?e.why:y(e.floor)}}const Oe=new Intl.ListFormat(`en`,{type:`conjunction`});function Q({files:e},t){let n=e.find(({path:e,action:t})=>e.endsWith(`CODEOWNERS`)&&t!==`same`);return n===void 0||t!==null?``:`, and name the owners in ${n.path}`}function ke(e,t,{known:n,repository:r,ref:i},a){let s=[...new Set(e.wanted.map(({path:e})=>e.replace(/^\.github\/.*/,`.github`)))],c=n?[]:[`In the workflows, write the account of haiku-first for OWNER in ${r}@${i}, and a full commit id for ${i} while there is no release.`],l=t.byHand.flatMap(({file:e})=>e.startsWith(`.github/`)?[e]:[]),u=t.workflows.flatMap(({startsClaude:e,text:t,path:n})=>e&&!/\bcommand:\s*['"]?resolve\b/.test(t)?[n]:[]),d=[...new Set([...l,...u])].map(e=>(0,o.basename)(e)),f=[...d.slice(0,3),...d.length>3?[`${d.length-3} more`]:[]];return[...c,`git add ${s.join(` `)} && git commit -m "Add haiku-first" && git push`,`In the branch's ruleset, make the check "Allocation gate" required${Q(e,a)}.`,d.length===0?`Start an agent: Actions, "Agent by hand". It needs the secret ANTHROPIC_API_KEY.`:`In ${Oe.format(f)}, take the model from \`resolve\` (docs/agents.md has the step).`]}function Ae({agents:t}){let n=t.flatMap(({later:e,differing:t})=>e?[]:t).length,r=`the model of ${e.k(n,`file`)} in .claude/agents`;return n===0?[]:[`Where you agree with the tiers, \`haiku-first agents --write\` sets ${r}, and writes the floors into CLAUDE.md.`]}function je({files:e,wanted:t},{plugins:n},{known:r,repository:i,ref:a},o){let s=[];if(n.length>0&&s.push(`Plugins bring sub-agents of their own (${n.join(`, `)}), which report as PLUGIN:AGENT: put such a name under the aliases of the agent that it is.`),t.length===0)return s;r||s.push(`It is not known where this haiku-first comes from, so the workflows say ${i}@${a}: name it with --action OWNER/REPO@SHA, or write it into the files.`);let c=e.find(({path:e,action:t})=>e.endsWith(`CODEOWNERS`)&&t!==`same`);return c!==void 0&&o!==null&&s.push(`${c.path} names @${o.owner}, the account of the remote. If that is an organisation, write a team of it there, as @${o.owner}/TEAM.`),s.push(`Nothing is deferred while the budget only observes, and nothing leaves GitHub. No secret is needed, but for the key of the agents themselves. To take it away again, delete these files.`),s}function Me(t){let n=t.length===0?[`RUN`]:t,r=new Set;return n.map(t=>{if(r.has(t.toLowerCase()))throw new e.ra(`The phase ${t} is given twice.`);if(r.add(t.toLowerCase()),e.Vi(t))return t;throw new e.ra(`The phase ${JSON.stringify(t)} must be ${e.Ui.name.words}.`)})}async function Ne(t,n){let{options:i,env:a,now:o}=t,s=Me(i.phases),c=i.extends;if(c!==null&&!e.Ui.action.pattern.test(c))throw new e.ra(`--extends ${c} must be ${e.Ui.action.words}.`);let l=[],u=r.l(a),[d,f,p]=await Promise.all([oe(n),Z(t,l),X(u,n)]),m=Se({subAgents:d.subAgents,sessionModel:d.sessionModel,phases:s,table:e.Pn(),today:e.wi(o),staged:i.staged,extends:c,home:Pe(f)}),h=new se(n);ce(h,m,s),de(h,d,f),le(h,n,p?.owner??null);let _=h.wanted.some(({path:e})=>e===N),v={schema:`haiku-first/init@1`,repository:p===null?null:`${p.owner}/${p.name}`,written:!1,action:{uses:`${f.repository}@${f.ref}`,known:f.known},files:h.files,agents:_?m.agents.map(De):[],by_hand:[...d.byHand],left:h.left,budget:null,next:ke(h,d,f,p)};return{answer:v,plan:g({answer:v,name:$(n,p),subAgents:d.subAgents.length,workflows:d.workflows.length,isExample:m.isExample,remarks:[...l,...d.remarks,...je(h,d,f,p)]}),afterwards:[..._?Ae(m):[],"In two weeks, `haiku-first init --budget` proposes a budget from what it saw."],notes:[],wanted:h.wanted}}function $(e,t){return t===null?(0,o.basename)(e):`${t.owner}/${t.name}`}function Pe({server:e,repository:t,ref:n}){return{raw:e===`https://github.com`?`https://raw.githubusercontent.com/${t}/${n}`:`${e}/${t}/raw/${n}`,pages:`${e}/${t}/blob/${n}`}}Object.defineProperty(exports,"a",{enumerable:!0,get:function(){return N}}),Object.defineProperty(exports,"c",{enumerable:!0,get:function(){return ee}}),Object.defineProperty(exports,"i",{enumerable:!0,get:function(){return X}}),Object.defineProperty(exports,"l",{enumerable:!0,get:function(){return h}}),Object.defineProperty(exports,"n",{enumerable:!0,get:function(){return Ne}}),Object.defineProperty(exports,"o",{enumerable:!0,get:function(){return D}}),Object.defineProperty(exports,"r",{enumerable:!0,get:function(){return Z}}),Object.defineProperty(exports,"s",{enumerable:!0,get:function(){return _}}),Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return $}});