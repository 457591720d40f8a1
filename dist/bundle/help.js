
const e=require("./start.js");function t(e){let t=Math.max(...e.map(([e])=>e.length))+4;return e.map(([e,r])=>`  ${e.padEnd(t-2)}${n(r,80-t,t)}`).join(`
`)}function n(e,t,n){let r=[],i=``;for(let n of e.split(` `))i!==``&&i.length+1+n.length>Math.max(t,32)?(r.push(i),i=n):i=i===``?n:`${i} ${n}`;return[...r,i].join(`\n${` `.repeat(n)}`)}function r({entry:t},{name:n}){return t.kind===`boolean`?``:t.kind===`choice`?` <${e.Ki(t,n).join(`|`)}>`:` <${t.value}${t.kind===`list`?`[,…]`:``}>`}function i({entry:t},n){let r=e.qi(t,n.name);return`default`in t&&t.default!==void 0?`${r} (default: ${t.default})`:r}const a=[`--help`,`Print this help.`];function o(e){return`Usage: haiku-first <command> [options]

Use the simplest Claude model that does the job, and never a lesser one where
quality is at stake.

Commands:
${t([...e.map(({name:e,summary:t})=>[e,t]),[`help [command]`,`Print the help of a command.`]])}

Options:
${t([[`--version`,`Print the version.`],a])}
`}async function s(o){let s=e.bi(o.name,`cli`),c=e.xi(o.name),l=s.filter(e=>!c.includes(e)),u=[`haiku-first`,o.name,`[options]`,...c.map(({flag:e})=>`[${e}]`)],d=({entry:t})=>t.kind===`choice`?` (${e.Ki(t,o.name).join(`, `)})`:``,f=c.map(e=>[e.flag,`${i(e,o)}${d(e)}`]),p=(await o.examples()).map(([e,t])=>`  # ${t}\n  haiku-first ${e}`);return[`Usage: ${u.join(` `)}`,n(o.summary,80,0),...f.length===0?[]:[`Arguments:\n${t(f)}`],`Options:\n${t([...l.map(e=>[`--${e.flag}${r(e,o)}`,i(e,o)]),a])}`,`Examples:\n${p.join(`
`)}`,`${n(`Exit codes: ${o.exitCodes}; always 2 for wrong usage or an invalid file.`,80,0)}\n`].join(`

`)}exports.commandHelp=s,exports.programHelp=o;