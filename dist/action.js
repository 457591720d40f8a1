
require("./bundle/start.js").t();