
function e({security:e,floored:t,critical:n}){return e?90:t?80:n?70:50}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});