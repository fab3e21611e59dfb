import type { Markdown, MarkdownNode } from './ast.ts';

/** Where a text stands, which decides what can begin in it. */
export interface Place {
  /** Whether headings, lists and quotes can begin at the start of a line. */
  readonly lines: boolean;
  /** Within a quote; quotes hold no quotes. */
  readonly quote: boolean;
  /** Whether links and mentions are made; a link holds no link. */
  readonly links: boolean;
}

export type Parse = (source: string, place: Place) => Markdown;

export interface Rule {
  /** Sticky: it is tried at one place. */
  readonly pattern: RegExp;
  /** What the match means: a node or plain text, and its length where that is not the match's; null to decline. */
  readonly read: (
    match: RegExpExecArray,
    place: Place,
    parse: Parse,
  ) => { readonly node: MarkdownNode | string; readonly length?: number } | null;
}

/** An address that may be opened: http or https and nothing else. @returns null for all others */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
