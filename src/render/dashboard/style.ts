const LIGHT =
  '--bg:#fff;--page:#f6f8fa;--ink:#1f2328;--mut:#59636e;--line:#d1d9e0;--grid:#e6eaef;--t0:#9cc9ee;--t1:#2e72b3;--t2:#123f73;--t3:#7a4fa3;--t4:#8c959f;--i0:#0b2a4a;--i1:#fff;--i2:#fff;--i3:#fff;--i4:#fff;--ok:#1a7f37;--warn:#8a5a00;--bad:#cf222e;--band:#2e72b32e;--again:#c4620c;--h0:#f6f8fa;--h1:#fff;--h2:#fdf3e4;--h3:#fbe3c0;--h4:#f6c588;--h5:#ee9f4c;--hi:#1f2328;--hm:#4a4335;--link:#0969da;--shade:0 1px 2px #1f232814';
const DARK =
  '--bg:#151b23;--page:#0d1117;--ink:#e6edf3;--mut:#9198a1;--line:#3d444d;--grid:#262c35;--t0:#1d4f80;--t1:#3f8bd1;--t2:#b9dcfa;--t3:#c297ff;--t4:#6e7681;--i0:#e6f2ff;--i1:#08203a;--i2:#08203a;--i3:#1e0b38;--i4:#0d1117;--ok:#3fb950;--warn:#d29922;--bad:#f85149;--band:#3f8bd140;--again:#e3893a;--h0:#10151c;--h1:#151b23;--h2:#2a2317;--h3:#43331a;--h4:#5c4119;--h5:#7a5018;--hi:#f4f0ea;--hm:#d8cfc0;--link:#4493f8;--shade:none';

/** What drawings look like, on the page and by themselves. */
const DRAWN = `svg text{font-size:12px;fill:var(--ink)}
.ax{fill:var(--mut)!important}
.now{font-weight:600}
.grid-line,.grid path{vector-effect:non-scaling-stroke}
line.grid{stroke:var(--grid)}
line.day{stroke:var(--grid);stroke-dasharray:1 4}
path{fill:none;vector-effect:non-scaling-stroke}
path.line{stroke:var(--t1);stroke-width:2.5;stroke-linejoin:round}
path.former{stroke:var(--mut);stroke-width:1.5;stroke-dasharray:1.5 3.5}
path.band{fill:var(--band);stroke:none}
path.expected{stroke:var(--t1);stroke-width:1.5;stroke-dasharray:5 4}
line.zone{stroke:var(--mut);stroke-dasharray:5 3}
line.whole{stroke:var(--ink)}
line.alert{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 3}
line.aim{stroke:var(--ink);stroke-width:2;stroke-dasharray:4 3}
line.tick{stroke:var(--ink);stroke-width:1.5}
circle.dot,circle.mark{fill:var(--t1);stroke:var(--bg);stroke-width:2}
rect.t0{fill:var(--t0)}rect.t1{fill:var(--t1)}rect.t2{fill:var(--t2)}rect.t3{fill:var(--t3)}rect.t4{fill:var(--t4)}
rect.rest{fill:var(--grid)}rect.again{fill:var(--again)}
.bars rect{stroke:var(--bg);stroke-width:1}
text.in.t0{fill:var(--i0)}text.in.t1{fill:var(--i1)}text.in.t2{fill:var(--i2)}text.in.t3{fill:var(--i3)}text.in.t4{fill:var(--i4)}`;

/*
 * Layout and colours of the page. Colours are named once for each scheme; what is told by colour is told by words or marks
 * as well. Nothing here is asked for from anywhere: the fonts are those of the machine.
 */
export const STYLE = `:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme]){${DARK}}}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark;${DARK}}
*{box-sizing:border-box}
html{scroll-padding-top:12px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.45 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 20px}
header{padding-top:26px}
.eye{margin:0;color:var(--mut);font-size:14px}
h1{font-size:28px;line-height:1.22;margin:6px 0 8px;letter-spacing:-.015em;text-wrap:balance}
nav{display:flex;flex-wrap:wrap;gap:4px 18px;align-items:center;font-size:14px}
a{color:var(--link)}
nav a{text-decoration:none;padding:4px 0}
nav a:hover{text-decoration:underline}
button{font:inherit;font-size:13px;color:var(--ink);background:var(--bg);border:1px solid var(--line);border-radius:6px;padding:4px 12px;cursor:pointer}
nav button{margin-left:auto}
button:hover{border-color:var(--mut)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:8px;background:var(--bg);padding:8px 12px;z-index:2}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.grid{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:16px;margin-top:16px;margin-bottom:16px}
.card{background:var(--bg);border:1px solid var(--line);border-radius:10px;padding:18px 20px;min-width:0;box-shadow:var(--shade)}
.c12{grid-column:span 12}.c8{grid-column:span 8}.c7{grid-column:span 7}.c6{grid-column:span 6}.c5{grid-column:span 5}.c4{grid-column:span 4}.c3{grid-column:span 3}
h2{font-size:17px;line-height:1.3;margin:0 0 3px;letter-spacing:-.005em;text-wrap:pretty}
h3{font-size:14px;margin:16px 0 6px}
.sub{color:var(--mut);font-size:13px;margin:0 0 12px}
.empty{color:var(--mut);background:var(--page);border:1px dashed var(--line);border-radius:8px;padding:18px;text-align:center}
h1,h2,h3,li,p,summary{overflow-wrap:anywhere}
.kpi .k{color:var(--mut);font-size:13px;font-weight:400;margin:0}
.kpi .v{font-size:30px;line-height:1.15;font-weight:600;letter-spacing:-.02em;margin:2px 0 6px}
.kpi .n{font-size:13px;color:var(--mut);margin:6px 0 0}
.zone{font-weight:600}.zone.yellow,.zone.orange{color:var(--warn)}.zone.red,.zone.exhausted{color:var(--bad)}.zone.green{color:var(--ok)}
.ok{color:var(--ok);font-weight:600}.warn{color:var(--warn);font-weight:600}.bad{color:var(--bad);font-weight:600}.mut{color:var(--mut)}
ul{margin:6px 0;padding-left:18px}
li{margin:5px 0}
ul.todo li{margin:9px 0}
code{font:13px ui-monospace,SFMono-Regular,Menlo,monospace;overflow-wrap:anywhere}
.chart svg{display:block;overflow:visible}
.chart.plot{margin:10px 52px 30px 48px}
.chart.limits{margin-right:74px}
.chart.short{margin-right:8px}
.chart.bars{margin:10px 66px 22px 32px}
${DRAWN}
svg.one{display:block;overflow:visible}
ul.key{list-style:none;display:flex;flex-wrap:wrap;gap:3px 18px;margin:0 0 10px;padding:0;font-size:13px}
ul.key li{margin:0}
ul.key .ok,ul.key .warn,ul.key .mut+span{white-space:nowrap}
ul.key i{display:inline-block;width:12px;height:12px;margin-right:6px;vertical-align:-1px;border-radius:2px;border:1px solid var(--line)}
i.t0{background:var(--t0)}i.t1{background:var(--t1)}i.t2{background:var(--t2)}i.t3{background:var(--t3)}i.t4{background:var(--t4)}
.h0{background:var(--h0)}.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}.h4{background:var(--h4)}.h5{background:var(--h5)}
.f{display:grid;grid-template-columns:124px minmax(0,1fr) 44px 42px;gap:10px;align-items:center;font-size:13px;margin:7px 0}
.f b,.f small{text-align:right}
.f small{color:var(--mut)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
table.small{font-size:13px}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th{text-align:left;font-weight:600}
tbody th{font-weight:400}
th,td{padding:6px 8px;border-bottom:1px solid var(--grid);vertical-align:top}
thead th{border-bottom-color:var(--line);color:var(--mut);font-weight:600;font-size:13px}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
.r,.ends th,.ends td:last-child{white-space:nowrap}
.r{text-align:right}
tr:last-child>*{border-bottom:0}
.m{table-layout:fixed;border-spacing:0;border-collapse:separate}
.m th:first-child{width:118px}
.m tbody th{font-weight:600;font-size:13px;border:0;padding:8px 8px 8px 0;overflow-wrap:anywhere}
.m thead th{border:0}
.m td,.m td:last-child{border:1px solid var(--line);border-width:0 1px 1px 0;padding:0}
.m tbody tr:first-child td{border-top-width:1px}
.m td:nth-child(2){border-left-width:1px}
.m td.due{outline:2px solid var(--ink);outline-offset:-2px}
.box{display:block;padding:6px 10px;color:var(--hi);text-decoration:none;height:100%;font-size:13px}
a.box:hover{box-shadow:inset 0 0 0 2px var(--link)}
a.box:focus-visible{outline-offset:-3px}
.l1{display:flex;gap:8px;align-items:baseline}
.l1 b{font-size:14px;font-weight:600}
.l1 i{font-style:normal;font-size:12px;color:var(--hm);white-space:nowrap}
.l1>span{margin-left:auto;white-space:nowrap}
.l1 .mut{color:var(--hm)}
.l1 small{font-size:12px}
.l2{display:block;color:var(--hm);font-size:12px}
.box em{display:inline-block;font-style:normal;font-weight:600;font-size:12px}
.ph{display:none}
details{margin-top:10px;font-size:13px}
summary{color:var(--mut);cursor:pointer;padding:2px 0}
.cells{columns:2;column-gap:28px}
.cells details{break-inside:avoid;margin:0;border-bottom:1px solid var(--grid);padding:5px 0}
.cells summary{color:var(--ink)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:8px 18px;margin:10px 0}
dl div{min-width:0}
dt{color:var(--mut);font-size:12px}
dd{margin:0;font-weight:600;font-size:14px}
dialog{border:1px solid var(--line);border-radius:12px;background:var(--bg);color:var(--ink);padding:18px 22px;width:min(760px,calc(100vw - 24px));max-height:calc(100vh - 40px);box-shadow:0 12px 40px #0006}
dialog::backdrop{background:#0009}
dialog form{float:right}
dialog h3{font-size:18px;margin:0 0 6px}
footer{color:var(--mut);font-size:13px;padding-bottom:48px}
@media (max-width:900px){.c8,.c7,.c6,.c5,.c4{grid-column:span 12}.c3{grid-column:span 6}.cells{columns:1}}
@media (max-width:620px){header,main,footer{padding:0 12px}header{padding-top:16px}h1{font-size:22px}.grid{gap:10px}.card{padding:14px}.kpi .v{font-size:23px}.chart.plot{margin-left:40px;margin-right:46px}.chart.limits{margin-right:62px}.chart.bars{margin-right:54px;margin-left:24px}.f{grid-template-columns:96px minmax(0,1fr) 36px 38px;gap:8px}nav button{margin-left:0}
.m,.m tbody{display:block}.m thead{display:none}.m tr{display:grid;grid-template-columns:repeat(auto-fit,minmax(104px,1fr));margin-bottom:8px}.m tbody th{grid-column:1/-1;width:auto;padding:8px 0 4px}.m td,.m tbody tr:first-child td,.m td:nth-child(2),.m td:last-child{border-width:1px;margin:0 -1px -1px 0}text.few{display:none}.l1{flex-wrap:wrap;gap:0 6px}.l1>span{margin-left:0;flex-basis:100%}.ph{display:block;font-size:11px;color:var(--hm)}.box{padding:5px 7px}}
@media print{:root,:root[data-theme],:root:not([data-theme]){color-scheme:light;${LIGHT}}body{background:#fff;font-size:11px}header,main,footer{max-width:none;padding:0}.grid{gap:10px}.card{box-shadow:none;break-inside:avoid;padding:10px 12px}#targets,#cells{break-inside:auto}.twin td,.twin th{padding-top:1px;padding-bottom:1px}tr{break-inside:avoid}nav,dialog,.skip,#cells{display:none}a{color:inherit;text-decoration:none}h1{font-size:22px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}.twin::details-content{content-visibility:visible;block-size:auto}.twin{break-inside:avoid}}`;

/** The style of a drawing that is a file of its own: a picture knows the system's scheme, and not that of the page around it. */
export const CHART_STYLE = `svg{${LIGHT};font-family:-apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}@media (prefers-color-scheme:dark){svg{${DARK}}}
${DRAWN}
.back{fill:var(--bg);stroke:var(--line)}svg .title{font-size:16px;font-weight:600}svg .sub{fill:var(--mut);font-size:13px}`;
