const v=654,w=[654],E={9654:(function(j,$,u){u.d($,{commandHelp:()=>g,programHelp:()=>_});var r=u(91059);const p=80;function l(n){const t=Math.max(...n.map(([o])=>o.length))+4;return n.map(([o,s])=>`  ${o.padEnd(t-2)}${c(s,p-t,t)}`).join(`
`)}function c(n,t,o){const s=[];let i="";for(const a of n.split(" "))i!==""&&i.length+1+a.length>Math.max(t,32)?(s.push(i),i=a):i=i===""?a:`${i} ${a}`;return[...s,i].join(`
${" ".repeat(o)}`)}function h({entry:n}){return n.kind==="boolean"?"":n.kind==="choice"?` <${n.choices.join("|")}>`:` <${n.value}${n.kind==="list"?"[,\u2026]":""}>`}function d({entry:n},t){const o=(0,r.HM)(n,t.name);return"default"in n&&n.default!==void 0?`${o} (default: ${n.default})`:o}const f=["--help","Print this help."];function _(n){return`Usage: haiku-first <command> [options]

Use the simplest Claude model that does the job, and never a lesser one where
quality is at stake.

Commands:
${l([...n.map(({name:t,summary:o})=>[t,o]),["help [command]","Print the help of a command."]])}

Options:
${l([["--version","Print the version."],f])}
`}function g(n){const t=(0,r.cz)(n.name,"cli"),o=t.filter(({entry:e})=>e.place!==void 0),s=t.filter(({entry:e})=>e.place===void 0),i=["haiku-first",n.name,"[options]",...o.map(({flag:e})=>`[${e}]`)],a=({entry:e})=>e.kind==="choice"?` (${e.choices.join(", ")})`:"",m=o.map(e=>[e.flag,`${d(e,n)}${a(e)}`]),x=n.examples.map(([e,k])=>`  # ${k}
  haiku-first ${e}`);return[`Usage: ${i.join(" ")}`,c(n.summary,p,0),...m.length===0?[]:[`Arguments:
${l(m)}`],`Options:
${l([...s.map(e=>[`--${e.flag}${h(e)}`,d(e,n)]),f])}`,`Examples:
${x.join(`
`)}`,`Exit codes: ${n.exitCodes}; always 2 for wrong usage or an invalid file.
`].join(`

`)}})};export{v as id,w as ids,E as modules};
