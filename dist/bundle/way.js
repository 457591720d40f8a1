
function e({options:e,surface:t}){return t===`action`?e.record:e.ledger===`none`?`off`:`push`}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});