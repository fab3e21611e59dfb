import type { Warning } from '../../archive/paper.ts';
import { UserError } from '../../errors.ts';

/** A heading with everything up to the next one; the text before the first has no heading. */
export interface Chunk {
  /** Of the heading in the file, from 1; the body begins on the next line. */
  readonly line: number;
  readonly heading: string | null;
  readonly body: readonly string[];
}

/** Reports unreadable text, verbatim from `line` on. */
export type Warn = (line: number, rule: string, text: string) => void;

/** A larger share of U+FFFD means another encoding than UTF-8, or a picture. */
const MOST_REPLACEMENTS = 0.1;
/** C0 controls and DEL, except tab and line feed. */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;
/** Files are split before Markdown is parsed, so that a fence or HTML block left open cannot swallow the next listing. */
const HEADING = /^#{2,3}(?:[ \t[]|$)/;

/**
 * Splits a file into headings with their bodies. Removes byte order marks, carriage returns and control characters, and warns
 * of the latter once per chunk.
 *
 * @throws UserError `errors.digest.binary` with `line`, if the source is not text
 */
export function readChunks(source: string, begins: (line: string) => boolean, warn: Warn): readonly Chunk[] {
  refuseBinary(source);
  const lines = unifyLineEnds(source).split('\n');
  const dirty = CONTROLS.test(source);
  CONTROLS.lastIndex = 0;
  const chunks: Chunk[] = [];
  let body: string[] = [];
  let chunk: Chunk = { line: 0, heading: null, body };
  let reported = false;
  for (const [index, raw] of lines.entries()) {
    // Files that were joined with `cat` have byte order marks inside.
    const marked = raw.startsWith('\uFEFF') ? raw.replace(/^\uFEFF+/, '') : raw;
    const line = dirty ? dropControls(marked) : marked;
    if (line.startsWith('#') && (HEADING.test(line) || begins(line))) {
      chunks.push(chunk);
      body = [];
      chunk = { line: index + 1, heading: line, body };
      reported = false;
    } else {
      body.push(line);
    }
    if (line !== marked && !reported) {
      reported = true;
      warn(index + 1, 'control-characters', showControls(marked));
    }
  }
  return [...chunks, chunk];
}

export function sourceText({ heading, body }: Chunk): string {
  return [heading ?? '', ...body].join('\n').trimEnd();
}

/** Warns once of the text of a chunk that belongs to no listing. */
export function warnOfText(chunk: Chunk, rule: string, warn: Warn): void {
  const first = chunk.body.findIndex((line) => line.trim() !== '');
  if (first >= 0) warn(chunk.line + 1 + first, rule, chunk.body.slice(first).join('\n').trimEnd());
}

export function collectWarnings(): { warn: Warn; inOrder: () => readonly Warning[] } {
  const warnings: Warning[] = [];
  return {
    warn: (line, rule, text) => warnings.push({ line, rule, text }),
    inOrder: () => warnings.toSorted((a, b) => a.line - b.line),
  };
}

/** Line ends are `\n`, and tab is the only control character besides. */
export function cleanText(text: string): string {
  return dropControls(unifyLineEnds(text));
}

/** Trims a text, and empties blank lines. */
export function tidyText(text: string): string {
  if (!text.includes('\n')) return text.trim();
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : line));
  return lines.join('\n').trim();
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function dropControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** Shows control characters as Unicode symbols (`␌`), which a terminal can print. */
function showControls(line: string): string {
  return line.replace(CONTROLS, (control) =>
    control === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0)),
  );
}

function refuseBinary(source: string): void {
  const odd = source.indexOf('\0') >= 0 ? /\0/ : isMostlyReplaced(source) ? /\uFFFD/ : null;
  if (odd === null) return;
  const before = source.slice(0, source.search(odd));
  throw new UserError('errors.digest.binary', { line: unifyLineEnds(before).split('\n').length });
}

function isMostlyReplaced(source: string): boolean {
  if (!source.includes('\uFFFD')) return false;
  return source.split('\uFFFD').length - 1 > source.length * MOST_REPLACEMENTS;
}
