import type { Markdown, MarkdownNode } from './ast.ts';
import { BLOCK_RULES } from './block-rules.ts';
import { INLINE_RULES } from './inline-rules.ts';
import type { Place, Rule } from './rule.ts';

/** A run of characters in which nothing can begin. */
const PLAIN = /(?:(?!https?:\/\/)[^\\<[*_~|`@\n])+/y;

/** A message's content, an embed's description, a field's value: everything Discord knows. */
export function parseMarkdown(source: string): Markdown {
  return parse(source, { lines: true, quote: false, links: true });
}

/** An embed's title, a field's name: formats within the line, no links or mentions of their own. */
export function parseTitle(source: string): Markdown {
  return parse(source, { lines: false, quote: false, links: false });
}

/**
 * Reads Discord's Markdown, which is not CommonMark: marks need no space or punctuation around them, so that
 * `**…)**은` is bold; and a newline is a newline.
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

/** The first rule that reads something here. A rule may look at a match and still decline. */
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
