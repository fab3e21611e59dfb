import type { RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Micromark constructs to switch off. Only blocks are parsed, in a fraction of the time; text stays verbatim. */
const UNREAD = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

const markdown = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: UNREAD } }])
  .freeze();

/** Lines that the parser gets at a time, at least. */
const LINES_MIN = 50;
/** A list marker, its number if it has one, and text. */
const ITEM = /^(?:[-*+]|(\d{1,9})([.)]))[ \t]+\S/;
const RULE = /^([-*])[ \t]*(?:\1[ \t]*){2,}$/;
/** White space that is shortened before parsing; no list or code block depends on that much. */
const WIDE = /(?<=\S)[ \t]{40,}/g;

/** Where a block or list item begins: line from 1, column from 0 with tab stops every four columns. */
interface Start {
  readonly node: RootContent;
  readonly line: number;
  readonly column: number;
  /** Index in the line; tabs count as one. */
  readonly at: number;
}

export interface Block {
  readonly node: RootContent;
  readonly line: number;
  /** From 0. */
  readonly column: number;
  readonly source: string;
}

/** Cuts text into blocks and list items without losing a line. */
export function blocksOf(lines: readonly string[]): readonly Block[] {
  const starts = startsOf(lines);
  return starts.map(({ node, line, column, at }, index) => {
    const next = starts[index + 1];
    const own = lines.slice(line - 1, next === undefined ? lines.length : next.line - 1);
    const source = [...own, ...(next === undefined || own.length === 0 ? [] : [''])].join('\n').slice(at);
    return { node, line, column, source };
  });
}

/**
 * Where each top-level block and list item begins. The parser's time grows with the square of the list items, so it gets a
 * few lines at a time, up to a line that surely begins a new block.
 */
function startsOf(lines: readonly string[]): readonly Start[] {
  const starts: Start[] = [];
  let least = LINES_MIN;
  for (let begin = 0; begin < lines.length; ) {
    const end = nextStart(lines, begin + least);
    const found = parsedStarts(lines.slice(begin, end), begin);
    const last = found.at(-1);
    if (end < lines.length && last !== undefined && !isEndedBy(lines, end, last)) {
      // The last block may go on.
      least = 2 * (end - begin);
    } else {
      starts.push(...found);
      begin = end;
      least = LINES_MIN;
    }
  }
  return starts;
}

/** @param before number of lines before these */
function parsedStarts(lines: readonly string[], before: number): readonly Start[] {
  const text = lines.join('\n').replace(WIDE, '        ');
  return markdown.parse(text).children.flatMap((node) =>
    (node.type === 'list' ? node.children : [node]).flatMap(({ position }) => {
      const { line, column, offset } = position?.start ?? {};
      if (line === undefined || column === undefined || offset === undefined) return [];
      const at = offset - (text.lastIndexOf('\n', offset - 1) + 1);
      return [{ node, line: before + line, column: column - 1, at }];
    }),
  );
}

/** The first line from `from` on that begins a list item; `lines.length` if none does. */
function nextStart(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, number) => number >= from && ITEM.test(line) && !RULE.test(line));
  return found < 0 ? lines.length : found;
}

/** Whether a line found by `nextStart` ends the block before it. */
function isEndedBy(lines: readonly string[], at: number, { node, line }: Start): boolean {
  if (node.type === 'code' || node.type === 'html') return false;
  const [, number, mark] = ITEM.exec(lines[at] ?? '') ?? [];
  if (number === undefined || Number(number) === 1 || lines[at - 1]?.trim() === '') return true;
  // Another number continues a numbered list; in a paragraph it is text.
  const [, , marked] = /^ {0,3}(\d{1,9})([.)])/.exec(lines[line - 1] ?? '') ?? [];
  return node.type === 'list' && marked === mark;
}
