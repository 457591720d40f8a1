import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Close to how GitHub shows a comment, in light and dark. */
const STYLE = `
:root{color-scheme:light dark;--text:#1f2328;--back:#fff;--line:#d1d9e0;--muted:#59636e;--head:#f6f8fa;--code:#818b981f;--link:#0969da}
@media (prefers-color-scheme:dark){:root{--text:#f0f6fc;--back:#0d1117;--line:#3d444d;--muted:#9198a1;--head:#151b23;--code:#656c7633;--link:#4493f8}}
*{box-sizing:border-box}
body{margin:0;padding:12px;width:800px;background:var(--back);color:var(--text);font:14px/1.5 "Noto Sans","DejaVu Sans",Helvetica,Arial,sans-serif}
main{border:1px solid var(--line);border-radius:6px;overflow:hidden}
header{background:var(--head);border-bottom:1px solid var(--line);padding:8px 16px}
header i{display:inline-block;width:20px;height:20px;margin-right:8px;border-radius:50%;background:var(--muted);vertical-align:middle}
header span,summary{color:var(--muted)} header small{border:1px solid var(--line);border-radius:1em;padding:0 6px;color:var(--muted)}
article{padding:16px} article>:first-child{margin-top:0} article>:last-child{margin-bottom:0}
h3{font-size:1.25em;line-height:1.25;margin:0 0 16px} p,ul,table,details{margin:0 0 16px}
table{border-collapse:collapse} th,td{border:1px solid var(--line);padding:6px 13px} th{font-weight:600}
code{background:var(--code);border-radius:6px;padding:.2em .4em;font:85% "Noto Sans Mono","DejaVu Sans Mono",monospace}
a{color:var(--link);text-decoration:none} sub{font-size:75%;line-height:0;vertical-align:baseline;color:var(--muted)}`;

/** A page that shows one comment. Its markdown is ours: raw HTML in it is taken as it is. */
export function commentPage(markdown: string): string {
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>comment</title><style>${STYLE}</style>
<main><header><i></i><b>github-actions</b> <small>bot</small> <span>commented now</span></header><article>${body}</article></main></html>`;
}
