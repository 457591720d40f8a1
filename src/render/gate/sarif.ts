import { createHash } from 'node:crypto';
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { describe } from '../../errors.ts';
import { type Finding, RULES, type Rule, type RuleId, type Severity } from '../../policy/gate/index.ts';
import { count, NONE } from '../figures.ts';
import { visible } from '../visible.ts';
import { counterexampleText, floorText } from '../words.ts';
import { type GateResult, settle } from './result.ts';

/** Who writes the log. */
export interface SarifTool {
  /** Version of haiku-first, `1.2.3`. */
  readonly version: string;
  /** Web address of the project. */
  readonly home: string;
  /** Web address of a rule's page. */
  readonly page: (rule: RuleId) => string;
}

/**
 * GitHub refuses runs with more results.
 * https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
export const SARIF_RESULTS = 25_000;
const MESSAGE = 1000;

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * The result as a SARIF 2.1.0 log, as GitHub's code scanning takes it.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(result: GateResult, tool: SarifTool): Log {
  const settled = settle(result);
  const findings = settled.judged ? settled.report.findings : [];
  const shown = findings.slice(0, SARIF_RESULTS);
  const fingerprint = fingerprinter();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'haiku-first',
            version: tool.version,
            semanticVersion: tool.version,
            ...(isAddress(tool.home) ? { informationUri: tool.home } : {}),
            rules: RULES.map((entry) => descriptor(entry, tool)),
          },
        },
        invocations: [
          {
            executionSuccessful: settled.judged,
            toolExecutionNotifications: settled.judged
              ? leftOutNotes(findings.length - shown.length)
              : settled.failure.problems.map((problem) => notification('error', describe(problem))),
          },
        ],
        results: shown.map((finding) => resultOf(finding, fingerprint(finding))),
        columnKind: 'utf16CodeUnits',
      },
    ],
  };
}

/** SARIF takes absolute addresses only; without a repository on the web there are none. */
function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text);
}

function descriptor(entry: Rule, tool: SarifTool): ReportingDescriptor {
  return {
    id: entry.id,
    name: entry.name,
    shortDescription: { text: entry.purpose },
    fullDescription: { text: `${entry.purpose} Next: ${entry.remedy}` },
    ...(isAddress(tool.page(entry.id)) ? { helpUri: tool.page(entry.id) } : {}),
    defaultConfiguration: { level: LEVELS[entry.severity] },
  };
}

function resultOf(finding: Finding, fingerprint: string): Result {
  const example = finding.counterexample;
  const shown = example === null ? '' : ` (${counterexampleText(example)})`;
  const floor = finding.floor === undefined ? '' : ` Floor: ${floorText(finding.floor)}.`;
  const text = `${finding.message}${shown}${floor}`;
  return {
    ruleId: finding.rule,
    ruleIndex: RULES.findIndex((entry) => entry.id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: messageText(text) },
    locations: [locationOf(finding)],
    // GitHub tracks an alert by the first of these alone; the second is ours to keep.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'haikuFirst/v1': fingerprint },
  };
}

function locationOf(finding: Finding): Location {
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(finding.file),
      region: { startLine: finding.line, startColumn: finding.column },
    },
  };
}

/** A path as a percent-encoded address: relative to the repository, or a file address for an absolute path. */
function artifactLocation(file: string): { uri: string; uriBaseId?: string } {
  const path = file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
  if (path.startsWith('/')) return { uri: `file://${encoded.replace(/^\/+/, '/')}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${encoded.replace('%3A', ':')}` };
  return { uri: encoded, uriBaseId: '%SRCROOT%' };
}

/** Plain text of a SARIF message: `[…](…)` would be a link there, and `{0}` a placeholder (3.11.5 and 3.11.6). */
function messageText(text: string): string {
  const plain = visible(text, MESSAGE)
    .replace(/\[([^[\]]*)\](?=\()/g, '\\[$1\\]')
    .replace(/\{(\d+)\}/g, '{{$1}}');
  return plain === '' ? NONE : plain;
}

/**
 * A finding's identity from what it says and not from where it stands, so that it stays one alert when lines move.
 * Findings that say the same are counted apart, in the report's order.
 */
function fingerprinter(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, file, agent, phase, message }) => {
    const said = message.replace(/\b(?:line|column) \d+/gi, '');
    const hash = createHash('sha256')
      .update(JSON.stringify([rule, file, agent, phase, said]))
      .digest('hex');
    const key = hash.slice(0, 16);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key}:${times}`;
  };
}

function notification(level: 'error' | 'note', text: string): Notification {
  return { level, message: { text: messageText(text) } };
}

function leftOutNotes(rows: number): Notification[] {
  if (rows === 0) return [];
  return [
    notification(
      'note',
      `${count(rows, 'finding')} more, left out: GitHub takes ${SARIF_RESULTS} for a run.`,
    ),
  ];
}
