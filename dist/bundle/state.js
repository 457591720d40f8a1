
function e(e){let t=e.STATE_job??``;if(t===``)return null;let n=JSON.parse(t);return n.version===1?n:null}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});