import type { Markdown, MarkdownNode } from './ast.ts';

/** The surroundings of a text, which decide what Markdown can begin in it. */
export interface Place {
  /** Whether headings, lists and quotes can begin at the start of a line. */
  readonly lines: boolean;
  /** Whether it is within a quote; quotes do not nest. */
  readonly quote: boolean;
  /** Whether links and mentions are read; links do not nest. */
  readonly links: boolean;
}

export type Parse = (source: string, place: Place) => Markdown;

export interface Rule {
  /** A sticky pattern, which is tried at one place. */
  readonly pattern: RegExp;
  /** Turns a match into a node or plain text, with its length if that differs from the match's; null to decline. */
  readonly read: (
    match: RegExpExecArray,
    place: Place,
    parse: Parse,
  ) => { readonly node: MarkdownNode | string; readonly length?: number } | null;
}

/** @returns the address if it may be opened (http or https), else null */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
