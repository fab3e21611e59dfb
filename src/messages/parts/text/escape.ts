/**
 * Makes texts of papers, people and models harmless: nothing in them can format, link, mention or hide. In Discord an
 * escaped text reads exactly as `clean` returns it.
 *
 * Discord removes the backslash before any character that is not a letter, digit or space, in messages and in embeds'
 * titles, descriptions, field names and values. Footers, buttons and menus have no Markdown and show `clean` text as it
 * is.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617 Markdown Text 101
 * @see https://discord.com/developers/docs/reference#message-formatting
 */

/** Zero-width joiners outside emoji. Between emoji they make one (family, flag); elsewhere they only hide text. */
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}\uFE0F]?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/**
 * Invisible characters: control and format characters (zero-width, bidi, tags), letters without ink (Hangul fillers, the
 * Braille blank), the grapheme joiner, rare variation selectors.
 */
const INVISIBLE =
  /(?![\u200D\n])(?:[\p{Cc}\p{Cf}\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]|\u034F|[\u{E0100}-\u{E01EF}])/gu;

const BREAK = /\r\n?|[\f\v\u0085\u2028\u2029]/g;

/** Finds texts that may need cleaning. Nearly all texts have only common characters and single spaces, and skip it. */
const UNCLEAN = /[^ -~\u00A1-\u00AC\u00AE-\u024F가-힣‘’“”–—…·]| {2}|^ | $/;

/** @returns the text on one line, trimmed, without invisible characters */
export function clean(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** @returns the text with its line breaks, without invisible characters, and with at most one empty line in a row */
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
 * Characters to escape anywhere in a line. Brackets: masked links. `<`: mentions, timestamps, emoji and `<https://…>`. A
 * colon before a character: `:emoji:` and plain `https://` links. The `(` of `](`: Discord takes the longest label of a
 * link, backslashes or not, so an earlier link of ours could otherwise reach over to it. The dot of `discord.gg`:
 * invitations, which Discord finds even without `https://`.
 */
const ANYWHERE = /[\\*_~|`<[\]@]|(?<=\])\(|:(?=\S)|(?<=discord(?:app)?)\./gi;

/** Characters to escape at the start of a line: headings and small print, quotes, bullets, numbered lists. */
const AT_START = /^( *)([#>+-])|^( *\d+)([.)])/gm;

/** @returns one line of Discord Markdown that shows the text as it is */
export function escapeText(text: string): string {
  return escapeMarkdown(clean(text));
}

/** @returns lines of Discord Markdown that show the text as it is */
export function escapeLines(text: string): string {
  return escapeMarkdown(cleanLines(text));
}

/**
 * Escapes the label of a masked link. On some clients even an escaped bracket ends the label, because they match brackets
 * before backslashes, so brackets become full-width ones.
 */
export function escapeLabel(text: string): string {
  return escapeText(text.replaceAll('[', '［').replaceAll(']', '］'));
}

function escapeMarkdown(text: string): string {
  return text.replace(ANYWHERE, '\\$&').replace(AT_START, '$1$3\\$2$4');
}
