const E=913,b=[913],h={9913:((j,c,s)=>{s.d(c,{_:()=>l,i:()=>f});var r=s(30707),_=s(21835);function l(t,e){return[(0,_.dj)(t),...e.map(_.IK),""].join(`
`)}function f(t){const e=[],n=[];let i=null;return t.split(`
`).forEach((a,d)=>{if(a.trim()==="")return;let o;try{o=JSON.parse(a)}catch(u){if(!(u instanceof SyntaxError))throw u;n.push(d+1);return}(0,r.Gv)(o)&&o.schema==="haiku-first/job@1"?(0,r.Gv)(o)&&typeof o.job_id=="string"&&/^\d{1,20}$/.test(o.job_id)&&(i=o.job_id):e.push({line:d+1,value:o})}),{jobId:i,values:e,damaged:n}}})};export{E as id,b as ids,h as modules};
