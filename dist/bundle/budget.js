
function e(e){return{head:e,rows:[],held:0,leftOut:()=>``}}function t(e){return e.length}const n=new TextEncoder;function r(e){return n.encode(e).length}function i(e,t,n){let r=t;for(let t of e){r-=n(t.head)+2;let e=t.rows.length+t.held;e>0&&(r-=n(t.leftOut(e))+2)}return`${e.map(e=>{let t=[];for(let i of e.rows){let e=n(i)+1;if(e>r)break;r-=e,t.push(i)}let i=e.rows.length-t.length+e.held,a=[e.head,...t].join(`
`);return i===0?a:`${a}\n\n${e.leftOut(i)}`}).join(`

`)}\n`}Object.defineProperty(exports,"i",{enumerable:!0,get:function(){return t}}),Object.defineProperty(exports,"n",{enumerable:!0,get:function(){return i}}),Object.defineProperty(exports,"r",{enumerable:!0,get:function(){return e}}),Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return r}});