
let e=require("node:crypto");function t(t,n){return(0,e.createHash)(`sha256`).update(`${t}${n}`).digest().readUIntBE(0,6)/2**48}exports.trialDraw=t;