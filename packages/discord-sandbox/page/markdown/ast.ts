/** Discord's Markdown as a tree that any front end can show. */
export type MarkdownNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Format; readonly inside: Markdown }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'codeBlock'; readonly language: string; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: Markdown }
  | { readonly kind: 'small'; readonly inside: Markdown }
  | { readonly kind: 'quote'; readonly inside: Markdown }
  /** Numbered from `start`; with bullets if that is null. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly Markdown[] }
  /** `url` is always http or https. */
  | { readonly kind: 'link'; readonly url: string; readonly inside: Markdown }
  /** Seconds since 1970 and one of Discord's style letters. */
  | { readonly kind: 'time'; readonly unix: number; readonly style: TimeStyle }
  | { readonly kind: 'mention'; readonly of: Mentioned; readonly id: string; readonly name: string }
  | { readonly kind: 'emoji'; readonly name: string };

export type Markdown = readonly MarkdownNode[];

/** Inline formats, which may contain other Markdown. */
export type Format = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/** `everyone` includes `@here`; `guide` means places in the server such as `<id:browse>`. */
export type Mentioned = 'user' | 'role' | 'channel' | 'command' | 'everyone' | 'guide';

/** @see Discord docs, Reference, Timestamp Styles */
export type TimeStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';
