import type { RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * Text stays verbatim, so we parse only blocks: skipping inline Markdown takes a fraction of the time. Link definitions are
 * text as well.
 */
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

/** The fewest lines that the parser gets at a time. */
const LINES_MIN = 50;

/** A line that begins with a list marker, its number if it has one, and text. */
const ITEM = /^(?:[-*+]|(\d{1,9})([.)]))[ \t]+\S/;

/** A line across the page. */
const RULE = /^([-*])[ \t]*(?:\1[ \t]*){2,}$/;

/** White space within a line that can be shorter: more than list markers and code can tell apart. */
const WIDE = /(?<=\S)[ \t]{40,}/g;

/** Where a block or list item begins: its line, from 1, and its column, from 0, with tabs to every fourth. */
interface Start {
  readonly node: RootContent;
  readonly line: number;
  readonly column: number;
  /** The index of its first character in its line; tabs count as one. */
  readonly at: number;
}

/** A block or list item: the lines from where it begins to where the next one begins. */
export interface Block {
  readonly node: RootContent;
  readonly line: number;
  /** The column of its first character, from 0. */
  readonly column: number;
  readonly source: string;
}

/** Cuts text into its blocks and list items. Blocks are cut by where the next one begins, so no line falls between two. */
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
 * Where each top-level block and list item begins. The parser's time grows with the square of nested lists, so it gets
 * some lines at a time, up to one that begins a block or item whatever comes before it.
 */
function startsOf(lines: readonly string[]): readonly Start[] {
  const starts: Start[] = [];
  let least = LINES_MIN;
  for (let begin = 0; begin < lines.length; ) {
    const end = nextStart(lines, begin + least);
    const found = parsedStarts(lines.slice(begin, end), begin);
    const last = found.at(-1);
    if (end < lines.length && last !== undefined && !isEndedBy(lines, end, last)) {
      // The last block may go on: at least twice as many lines are read.
      least = 2 * (end - begin);
    } else {
      starts.push(...found);
      begin = end;
      least = LINES_MIN;
    }
  }
  return starts;
}

/** @param before how many lines stand before these */
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

/** The first line from this one on that has a list marker and text at its very beginning; the number of lines if none. */
function nextStart(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, number) => number >= from && ITEM.test(line) && !RULE.test(line));
  return found < 0 ? lines.length : found;
}

/** Whether a line that `nextStart` found ends the block before it. */
function isEndedBy(lines: readonly string[], at: number, { node, line }: Start): boolean {
  if (node.type === 'code' || node.type === 'html') return false;
  const [, number, mark] = ITEM.exec(lines[at] ?? '') ?? [];
  if (number === undefined || Number(number) === 1 || lines[at - 1]?.trim() === '') return true;
  // Any other number goes on from a list; in a paragraph it is text.
  const [, , marked] = /^ {0,3}(\d{1,9})([.)])/.exec(lines[line - 1] ?? '') ?? [];
  return node.type === 'list' && marked === mark;
}
