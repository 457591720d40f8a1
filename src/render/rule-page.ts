/** Where the link of a page goes: as text, with its address where it is another page than that of a rule. */
function linkText(label: string, address: string, home: string): string {
  if (/^HF\d{3}\.md$/.test(address)) return label;
  const path = address.replace(/^\.\.\//, 'docs/');
  return /^https?:/.test(path) ? `${label} (${path})` : `${label} (${home}${path})`;
}

/**
 * The page of a rule for a terminal: headings, links and marks as plain text, examples set in.
 * @param home what addresses within the documents begin with; empty: they stay paths
 */
export function renderRulePage(page: string, home: string): string {
  let isExample = false;
  const lines: string[] = [];
  for (const line of page.trimEnd().split('\n')) {
    if (line.startsWith('```')) isExample = !isExample;
    else if (isExample) lines.push(`    ${line}`.trimEnd());
    else
      lines.push(
        line
          .replace(/^#+ /, '')
          .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, label: string, address: string) =>
            linkText(label, address, home),
          )
          .replaceAll('**', ''),
      );
  }
  return lines.join('\n');
}

/**
 * The page of a rule for GitHub, under a heading of a step: links that go from wherever it stands, and where no address
 * is known none.
 */
export function renderRuleSummary(page: string, home: string): string {
  const linked = page.replace(/\[([^\]]+)\]\(([^)]+)\)/g, (link, label: string, address: string) => {
    if (/^https?:/.test(address)) return link;
    if (home === '') return label;
    const path = address.startsWith('../') ? address.replace('../', 'docs/') : `docs/rules/${address}`;
    return `[${label}](${home}${path})`;
  });
  return linked.replace(/^#/gm, '###');
}
