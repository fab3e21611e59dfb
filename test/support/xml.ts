/** An element as a parser sees it. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*>/y;

/**
 * Reads a document of elements, attributes and text, as strictly as XML 1.0 asks for; comments, CDATA and instructions
 * are refused, for nothing of ours makes any.
 */
export function parseXml(document: string): Xml {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error('no declaration');
  const [root, ...more] = parseElements(document.slice(declaration.length).trimEnd());
  if (root === undefined || more.length > 0) throw new Error('not one root');
  return root;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Xml[];
  text: string;
}

/** Reads elements one after another, with nothing between them but space. */
export function parseElements(markup: string): readonly Xml[] {
  if (FORBIDDEN.test(markup) || !markup.isWellFormed())
    throw new Error('a character that XML does not allow');
  const top: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack = [top];
  const open = () => stack.at(-1) ?? top;
  let at = 0;
  while (at < markup.length) {
    if (markup[at] !== '<') {
      const end = markup.indexOf('<', at);
      const text = markup.slice(at, end < 0 ? undefined : end);
      if (text.includes(']]>') || /[>]/.test(text)) throw new Error(`bare > in ${text}`);
      open().text += decoded(text);
      at += text.length;
      continue;
    }
    TAG.lastIndex = at;
    const [tag = '', close, name = '', attributes = ''] = TAG.exec(markup) ?? [];
    if (tag === '') throw new Error(`no element: ${markup.slice(at, at + 40)}`);
    at += tag.length;
    if (close === '') stack.push({ name, attributes: readAttributes(attributes), children: [], text: '' });
    else {
      const ended = stack.pop();
      if (ended?.name !== name || stack.length === 0) throw new Error(`</${name}> ends ${ended?.name}`);
      open().children.push(ended);
    }
  }
  if (stack.length > 1 || top.text.trim() !== '') throw new Error('open elements, or text around them');
  return top.children;
}

function readAttributes(written: string): Record<string, string> {
  const all = [...written.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    decoded(value),
  ]);
  if (new Set(all.map(([key]) => key)).size !== all.length) throw new Error('an attribute twice');
  return Object.fromEntries(all);
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+);|(\w+);)?/g, (found, number?: string, name?: string) => {
    const sign = number === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number(number));
    if (sign === undefined) throw new Error(`no entity: ${found}`);
    return sign;
  });
}

/** Every element of a tree, the root first. */
export function allOf(xml: Xml): readonly Xml[] {
  return [xml, ...xml.children.flatMap(allOf)];
}

/** All text of a tree, in no particular order between an element and its children. */
export function textOf(xml: Xml): string {
  return allOf(xml)
    .map(({ text }) => text)
    .join(' ');
}
