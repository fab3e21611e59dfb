import type { Markdown, MarkdownNode } from './ast.ts';
import { BLOCK_RULES } from './block-rules.ts';
import { INLINE_RULES } from './inline-rules.ts';
import type { Place, Rule } from './rule.ts';

/** Characters at which no Markdown can begin. */
const PLAIN = /(?:(?!https?:\/\/)[^\\<[*_~|`@\n])+/y;

/** Parses a message's content, an embed's description or a field's value, where all Markdown works. */
export function parseMarkdown(source: string): Markdown {
  return parse(source, { lines: true, quote: false, links: true });
}

/** Parses an embed's title or a field's name, where only formats within the line work, no links or mentions. */
export function parseTitle(source: string): Markdown {
  return parse(source, { lines: false, quote: false, links: false });
}

/**
 * Parses Discord's Markdown, which is not CommonMark: marks need no space or punctuation around them, so `**…)**은` is bold,
 * and a newline is a line break.
 */
function parse(source: string, place: Place): Markdown {
  const nodes: MarkdownNode[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') nodes.push({ kind: 'text', text });
    text = '';
  };
  let at = 0;
  while (at < source.length) {
    const plain = matchAt(PLAIN, source, at);
    const lineStart = place.lines && (at === 0 || source[at - 1] === '\n');
    const found =
      (lineStart ? applyFirst(BLOCK_RULES, source, at, place) : null) ??
      (plain === null ? applyFirst(INLINE_RULES, source, at, place) : null);
    if (found !== null) {
      if (typeof found.node === 'string') text += found.node;
      else {
        endText();
        nodes.push(found.node);
      }
      at += found.length;
      continue;
    }
    const run = plain?.[0] ?? source[at] ?? '';
    text += run;
    at += run.length;
  }
  endText();
  return nodes;
}

interface Found {
  readonly node: MarkdownNode | string;
  readonly length: number;
}

/** Applies the first rule that accepts the text at this place. A rule may match and still decline. */
function applyFirst(rules: readonly Rule[], source: string, at: number, place: Place): Found | null {
  for (const { pattern, read } of rules) {
    const match = matchAt(pattern, source, at);
    if (match === null) continue;
    const found = read(match, place, parse);
    if (found === null) continue;
    const { node, length = match[0].length } = found;
    return { node, length };
  }
  return null;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
