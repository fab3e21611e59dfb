import type { Format, TimeStyle } from './ast.ts';
import { MENTION_RULES } from './mention-rules.ts';
import { type Rule, webAddress } from './rule.ts';

const ESCAPED: Rule = {
  pattern: /\\([^0-9A-Za-z\s])/y,
  read: ([, character = '']) => ({ node: character }),
};

/** `<https://…>`, a link without a preview. */
const BRACKETED_LINK: Rule = {
  pattern: /<(https?:\/\/[^\s<>]+)>/iy,
  read: ([, text = ''], place) => linkTo(text, place.links),
};

const BARE_LINK: Rule = {
  pattern: /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/iy,
  read: ([text], place) => {
    const url = withoutStrayBracket(text);
    const link = linkTo(url, place.links);
    return link && { ...link, length: url.length };
  },
};

function linkTo(text: string, allowed: boolean) {
  const url = allowed ? webAddress(text) : null;
  return url === null
    ? null
    : { node: { kind: 'link' as const, url, inside: [{ kind: 'text' as const, text }] } };
}

/** Drops a closing bracket that belongs to the sentence: `(see https://a.example/b)`. */
function withoutStrayBracket(url: string): string {
  let open = 0;
  for (const character of url) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = url.length;
  while (open < 0 && url[end - 1] === ')') {
    end -= 1;
    open += 1;
  }
  return url.slice(0, end);
}

/** `[label](address "title")`. The label ends at the last bracket that can end it, even after a backslash. */
const MASKED_LINK: Rule = {
  pattern:
    /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))+)\]\(\s*<?((?:\([^)]*\)|[^\s\\()]|\\.)+?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/y,
  read: ([, label = '', address = ''], place, parse) => {
    const url = place.links ? webAddress(address.replace(/\\(.)/g, '$1')) : null;
    if (url === null || label.trim() === '') return null;
    return { node: { kind: 'link', url, inside: parse(label, { ...place, lines: false, links: false }) } };
  },
};

const CODE_BLOCK: Rule = {
  pattern: /```(?:([a-z0-9_+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*```\n?/iy,
  read: ([, language = '', text = '']) => ({ node: { kind: 'codeBlock', language, text } }),
};

const CODE: Rule = {
  pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
  read: ([, , text = '']) => ({ node: { kind: 'code', text: unpadded(text) } }),
};

/** Removes the space that separates a backtick from the edge of the code. */
function unpadded(text: string): string {
  return text.replace(/^ (?= *`)|(` *) $/g, '$1');
}

const FORMATS: readonly (readonly [Format, RegExp])[] = [
  ['italic', /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:[^*\s\\]|\\[\s\S]|\*\*)|[^\s*\\])+?)\*(?!\*)/y],
  ['italic', /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y],
  ['bold', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y],
  ['underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y],
  ['strike', /~~((?:\\[\s\S]|[^\\])+?)~~(?!_)/y],
  ['spoiler', /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y],
];

/** Takes the longest of the formats that begin here: `***both***` is italic around bold. */
const FORMAT: Rule = {
  pattern: /(?=[*_~|])/y,
  read: ({ index, input }, place, parse) => {
    let best: { readonly kind: Format; readonly inside: string; readonly length: number } | null = null;
    for (const [kind, pattern] of FORMATS) {
      pattern.lastIndex = index;
      const [whole, inside = ''] = pattern.exec(input) ?? [''];
      // Skip empty formats such as `****`.
      const holds = /[^*_~|]/.test(inside);
      if (holds && whole.length > (best?.length ?? 0)) best = { kind, inside, length: whole.length };
    }
    if (best === null) return null;
    const { kind, inside, length } = best;
    return { node: { kind, inside: parse(inside, { ...place, lines: false }) }, length };
  },
};

const TIME: Rule = {
  pattern: /<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y,
  read: ([, unix = '', style = 'f']) => ({
    node: { kind: 'time', unix: Number(unix), style: styleOf(style) },
  }),
};

function styleOf(letter: string): TimeStyle {
  const styles: readonly TimeStyle[] = ['t', 'T', 'd', 'D', 'F', 's', 'S', 'R'];
  return styles.find((style) => style === letter) ?? 'f';
}

/** A server's own emoji. The sandbox has no pictures of them and shows their names. */
const EMOJI: Rule = {
  pattern: /<a?:(\w{2,32}):\d+>/y,
  read: ([, name = '']) => ({ node: { kind: 'emoji', name } }),
};

/** A run of one mark that does not begin a format is text. */
const STRAY: Rule = {
  pattern: /([*_~|`])\1*/y,
  read: ([run]) => ({ node: run }),
};

/** Inline rules in the order in which they are tried. */
export const INLINE_RULES: readonly Rule[] = [
  ESCAPED,
  TIME,
  EMOJI,
  ...MENTION_RULES,
  BRACKETED_LINK,
  BARE_LINK,
  MASKED_LINK,
  CODE_BLOCK,
  CODE,
  FORMAT,
  STRAY,
];
