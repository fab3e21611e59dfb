import { formatTime } from '../model/when.ts';
import type { Markdown, MarkdownNode } from './ast.ts';

/** The text of Markdown without formats, for previews and for the contents of spoilers. */
export function textOf(nodes: Markdown, locale: string, now: number): string {
  return nodes.map((node) => textOfOne(node, locale, now)).join('');
}

function textOfOne(node: MarkdownNode, locale: string, now: number): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'codeBlock':
      return `${node.text}\n`;
    case 'list':
      return node.items.map((item) => `${textOf(item, locale, now)}\n`).join('');
    case 'time':
      return formatTime(node.unix, node.style, locale, now);
    case 'mention':
      return `@${node.name || node.of}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'heading':
    case 'small':
    case 'quote':
      return `${textOf(node.inside, locale, now)}\n`;
    default:
      return textOf(node.inside, locale, now);
  }
}
