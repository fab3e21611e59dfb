import type { Markdown, MarkdownNode } from './ast.ts';
import type { Parse, Place, Rule } from './rule.ts';

const MARK = /^( *)([-*]|\d{1,9}\.) +(.*)$/;
/** The deepest nesting that Discord shows. */
const DEPTH_MAX = 11;

interface Line {
  readonly indent: number;
  /** Null for a line that continues the item before it. */
  readonly mark: string | null;
  readonly text: string;
}

/** A list: lines that begin with a mark, and indented lines below them. */
export const LIST: Rule = {
  pattern: / *(?:[-*]|\d{1,9}\.) +\S[^\n]*(?:\n(?: *(?:[-*]|\d{1,9}\.) +\S| {2,}\S)[^\n]*)*\n?/y,
  read: ([whole], place, parse) => {
    const lines = whole.replace(/\n$/, '').split('\n');
    const end = endOf(lines.map(lineOf));
    const length = end < 0 ? whole.length : lines.slice(0, end).join('\n').length + 1;
    return {
      node: listOf(lines.slice(0, end < 0 ? lines.length : end).map(lineOf), place, parse, 1),
      length,
    };
  },
};

/** The line at which bullets turn into numbers or back, which starts another list. @returns -1 if there is none */
function endOf(lines: readonly Line[]): number {
  const [first] = lines;
  return lines.findIndex(
    ({ mark, indent }) =>
      mark !== null &&
      first !== undefined &&
      indent <= first.indent + 1 &&
      isNumber(mark) !== isNumber(first.mark),
  );
}

const isNumber = (mark: string | null) => mark?.endsWith('.') === true;

function lineOf(source: string): Line {
  const [, indent = '', mark = null, text = source.trim()] = MARK.exec(source) ?? [];
  return { indent: mark === null ? source.search(/\S/) : indent.length, mark, text };
}

/** Builds a list with the depth of its first line; deeper lines belong to the item above them. */
function listOf(lines: readonly Line[], place: Place, parse: Parse, depth: number): MarkdownNode {
  const [first] = lines;
  const edge = (first?.indent ?? 0) + 1;
  const items: Line[][] = [];
  for (const line of lines) {
    const item = items.at(-1);
    const within = line.mark === null || (line.indent > edge && depth < DEPTH_MAX);
    if (item && within) item.push(line);
    else items.push([line]);
  }
  const start = first && isNumber(first.mark) ? Number.parseInt(first.mark ?? '1', 10) : null;
  return { kind: 'list', start, items: items.map((item) => itemOf(item, place, parse, depth)) };
}

function itemOf([head, ...rest]: readonly Line[], place: Place, parse: Parse, depth: number): Markdown {
  const nested = rest.findIndex(({ mark }) => mark !== null);
  const own = nested < 0 ? rest : rest.slice(0, nested);
  const text = [head?.text ?? '', ...own.map((line) => line.text)].join('\n');
  const inside = parse(text, { ...place, lines: false });
  return nested < 0 ? inside : [...inside, listOf(rest.slice(nested), place, parse, depth + 1)];
}
