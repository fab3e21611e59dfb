import type { Markdown, MarkdownNode } from './ast.ts';

/** What people read of Markdown, without its formats: for previews and for what a spoiler hides. */
export function textOf(nodes: Markdown): string {
  return nodes.map(textOfOne).join('');
}

function textOfOne(node: MarkdownNode): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'codeBlock':
      return `\n${node.text}\n`;
    case 'heading':
    case 'small':
    case 'quote':
      return `${textOf(node.inside)}\n`;
    case 'list':
      return node.items.map((item) => `${textOf(item)}\n`).join('');
    case 'time':
      return `<t:${node.unix}:${node.style}>`;
    case 'mention':
      return node.of === 'command' ? `/${node.name}` : `@${node.name || node.of}`;
    case 'emoji':
      return `:${node.name}:`;
    default:
      return textOf(node.inside);
  }
}
