import { CST, Lexer, type Parser } from 'yaml';
import { UserError } from '../errors.ts';
import { LIMITS } from './limits.ts';

/** The text of a file's bytes. Throws `UserError` for a file that is too large, binary or not UTF-8. */
export function decode(file: string, bytes: Uint8Array): string {
  const refuse = (what: string, fix: string | null): never => {
    throw new UserError([{ what, file, line: null, column: null, fix }]);
  };
  if (bytes.byteLength > LIMITS.bytes) {
    refuse(`The file is too large: at most ${LIMITS.bytes} bytes are read.`, null);
  }
  if (bytes.includes(0)) {
    refuse('The file is binary: it holds a zero byte.', 'Write it as YAML text in UTF-8.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('The file is not valid UTF-8.', 'Save it as UTF-8.');
  }
}

/**
 * Hands the text's tokens on to the parser, and refuses what would be slow or deep before it gets there: YAML's
 * own parser takes seconds for a megabyte of open brackets. Throws `UserError`.
 */
export function* limited(file: string, text: string, parser: Parser): Generator<CST.Token, void> {
  const counts = { tokens: 0, flow: 0, indicators: 0, aliases: 0, documents: 0, ends: 0 };
  let line = 1;
  let atLineStart = true;
  const refuse = (what: string, fix: string | null = null): never => {
    throw new UserError([{ what, file, line, column: 1, fix }]);
  };
  for (const token of new Lexer().lex(text)) {
    if (++counts.tokens > LIMITS.tokens) refuse(`The file has more than ${LIMITS.tokens} tokens.`);
    switch (CST.tokenType(token)) {
      case 'flow-map-start':
      case 'flow-seq-start':
        if (++counts.flow > LIMITS.flowDepth) {
          refuse(`Brackets are nested more than ${LIMITS.flowDepth} deep.`);
        }
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        if (--counts.flow < 0) refuse('A bracket is closed that was not opened.');
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        if (++counts.indicators > LIMITS.indicatorsInLine) {
          refuse(`More than ${LIMITS.indicatorsInLine} lists or keys begin in one line.`);
        }
        break;
      case 'space':
        if (atLineStart && token.length > LIMITS.indent) {
          refuse(`The line is indented by more than ${LIMITS.indent} spaces.`);
        }
        break;
      case 'anchor':
      case 'alias':
        if (++counts.aliases > LIMITS.aliases) {
          refuse(`The file has more than ${LIMITS.aliases} anchors and aliases.`);
        }
        break;
      case 'doc-start':
        if (++counts.documents > 1) refuse('The file has more than one YAML document.', 'Keep one.');
        break;
      case 'doc-end':
        if (++counts.ends > 1) refuse('The file has more than one end of a document (...).', 'Keep one.');
        break;
      case 'directive-line':
        refuse('YAML directives (%) are not allowed.', 'Remove the line.');
        break;
    }
    let end = token.indexOf('\n');
    if (end !== -1) counts.indicators = 0;
    for (; end !== -1; end = token.indexOf('\n', end + 1)) line++;
    atLineStart = token.endsWith('\n');
    yield* parser.next(token);
  }
  yield* parser.end();
}
