/**
 * Text of papers, users and models, made harmless. Nothing in it may format, link, mention or hide: in Discord it
 * reads exactly as `clean` leaves it.
 *
 * Discord takes a backslash off every character that is neither letter, digit nor space, in messages and embeds'
 * titles, descriptions, field names and values. Footers, buttons and menus have no Markdown: they take `clean` text
 * as it is.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617 Markdown Text 101
 * @see https://discord.com/developers/docs/reference#message-formatting
 */

/** Joins emoji into one (family, flag); elsewhere it is only a way to hide. */
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/**
 * What cannot be seen: control and format characters (zero-width, bidi, tags), letters that look like nothing (Hangul
 * fillers, the Braille blank), the grapheme joiner, rare variation selectors.
 */
const INVISIBLE =
  /(?![\u200D\n])(?:[\p{Cc}\p{Cf}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]|\u034F|[\u{E0100}-\u{E01EF}])/gu;

const BREAK = /\r\n?|[\f\v\u0085\u2028\u2029]/g;

/** Where there is something to clean: nearly all texts have only letters, signs and single spaces. */
const UNCLEAN = /[^ -~\u00A1-\u00AC\u00AE-\u024F가-힣‘’“”–—…·]| {2}|^ | $/;

/** @returns the text on one line, without anything invisible, trimmed */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** @returns the text with its lines, without anything invisible; never more than one empty line together */
export function cleanLines(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return visible(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(BREAK, '\n')
    .replace(/\t/g, ' ')
    .replace(STRAY_JOINER, '')
    .replace(INVISIBLE, '');
}

/**
 * Escaped wherever they stand. Brackets stop masked links; `<` stops mentions, timestamps, emoji and `<https://…>`;
 * a colon right before something stops `:emoji:` and, within `https://`, links, which Discord finds without any
 * Markdown; the bracket of `](` stops a link of ours that stands before from reaching over to it, since Discord looks
 * for the longest label, backslashes or not; the dot of `discord.gg` stops invitations, which it finds even without `https://`.
 */
const ANYWHERE = /[\\*_~|`<[\]@]|(?<=\])\(|:(?=\S)|(?<=discord(?:app)?)\./gi;

/** Escaped at the start of a line: headings and small print, quotes, bullets, numbered lists. */
const AT_START = /^(\s*)([#>+-])|^(\s*\d+)([.)])/gm;

/** @returns one line of Discord Markdown that shows the text as it is */
export function escapeText(text: string): string {
  return escapeMarkdown(clean(text));
}

/** @returns lines of Discord Markdown that show the text as it is */
export function escapeLines(text: string): string {
  return escapeMarkdown(cleanLines(text));
}

/**
 * The label of a masked link. Discord matches the brackets of a link before it looks at backslashes, on some
 * clients an escaped bracket ends the label: there they stand as their full-width twins.
 */
export function escapeLabel(text: string): string {
  return escapeText(text.replaceAll('[', '［').replaceAll(']', '］'));
}

function escapeMarkdown(text: string): string {
  return text.replace(ANYWHERE, '\\$&').replace(AT_START, '$1$3\\$2$4');
}
