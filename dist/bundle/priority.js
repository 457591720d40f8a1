
function e({security:e,critical:t}){return e?90:t?70:50}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});