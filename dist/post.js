
require("./bundle/start.js").r();