import { cleanText } from './chunks.ts';

/** Numbers, `True`, `None` and the like stay text. */
export type Literal = string | readonly Literal[] | ReadonlyMap<string, Literal>;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\n', '\n': '' };
/** Deeper than in any digest, and far from a stack overflow. */
const MOST_LEVELS = 20;

/** Stops at the first character that does not fit; caught in this file. */
class NotALiteral extends Error {}

/** Reads a Python (or JSON) list or dict: `['A', "B's"]`, `[{'description': '…'}]`. Null for anything else. */
export function readLiteral(text: string): Literal | null {
  if (!/^\s*[[{]/.test(text)) return null;
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const isNext = (mark: string): boolean => {
    skip(/\s*/y);
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  };
  const expect = (mark: string): void => {
    if (!isNext(mark)) throw new NotALiteral();
  };
  const readText = (): string => {
    const raw = skip(/'[^'\\]*(?:\\.[^'\\]*)*'|"[^"\\]*(?:\\.[^"\\]*)*"/sy);
    if (raw === '') throw new NotALiteral();
    return withoutEscapes(raw.slice(1, -1));
  };
  const readValue = (level: number): Literal => {
    if (level > MOST_LEVELS) throw new NotALiteral();
    if (isNext('[')) return readItems(level);
    if (isNext('{')) return readEntries(level);
    return skip(/-?\d[\d._eE+-]*|True|False|None|true|false|null/y) || readText();
  };
  const readItems = (level: number): Literal => {
    const items: Literal[] = [];
    while (!isNext(']')) {
      if (items.length > 0) {
        expect(',');
        if (isNext(']')) break;
      }
      items.push(readValue(level + 1));
    }
    return items;
  };
  const readEntries = (level: number): Literal => {
    const entries = new Map<string, Literal>();
    while (!isNext('}')) {
      if (entries.size > 0) {
        expect(',');
        if (isNext('}')) break;
      }
      skip(/\s*/y);
      const key = readText();
      // It would replace the first text.
      if (entries.has(key)) throw new NotALiteral();
      expect(':');
      entries.set(key, readValue(level + 1));
    }
    return entries;
  };
  try {
    const value = readValue(0);
    return text.slice(at).trim() === '' ? value : null;
  } catch (error) {
    if (error instanceof NotALiteral) return null;
    throw error;
  }
}

/** With the quotes that Python would choose. */
export function writeList(items: readonly string[]): string {
  return `[${items.map(quote).join(', ')}]`;
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`);
  return `${mark}${escaped}${mark}`;
}

/** Unknown escapes keep their backslash. */
function withoutEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  const text = raw.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole, hex2?: string, hex4?: string, hex8?: string, other?: string) => {
      const hex = hex2 ?? hex4 ?? hex8;
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      if (other === "'" || other === '"' || other === '\\' || other === '/') return other;
      return ESCAPES[other ?? ''] ?? whole;
    },
  );
  return cleanText(text.toWellFormed());
}
