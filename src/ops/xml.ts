/**
 * Elements of XML and HTML, in the form that both read alike. Texts and the values of attributes are escaped here and
 * nowhere else; what is made of elements goes through `rawElement`.
 */

export const xmlDeclaration = '<?xml version="1.0" encoding="utf-8"?>';

type Attributes = Readonly<Record<string, string>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 cannot hold at all, however it is written. @see https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** An element with a text, or with nothing in it. */
export function element(name: string, attributes: Attributes, text = ''): string {
  return rawElement(name, attributes, escaped(text));
}

/** An element with markup in it. */
export function rawElement(name: string, attributes: Attributes, markup: string): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${given.join('')}>${markup}</${name}>`;
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
