import type { RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Section } from '../../archive/paper.ts';
import { tidyText, type Warn } from './chunks.ts';
import type { Facts } from './listing-fields.ts';
import { readLiteralText } from './literal-text.ts';
import { readSection } from './section.ts';

/**
 * Text is kept word for word, so only blocks are of interest here: without what stands inside of lines, reading
 * takes a fraction of the time.
 */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/** Indentation, quotes and list markers at the beginning of a line. */
const NESTING = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;

/** So many columns of indentation, quotes and list markers: the time to read a block grows with its depth squared. */
const TOO_DEEP = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){200}/;

/** The columns of all lines, squared, are at most so many: 40 times those of the largest digest. */
const DEPTH_MAX = 1_000_000;

const markdown = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: INLINE } }])
  .freeze();

/** Blank lines in a row that are read; further ones say nothing, and each costs the parser as much as a line of text. */
const BLANKS_MAX = 20;

/** A block or list item: the lines from where it begins to where the next one begins. */
interface Piece {
  readonly block: RootContent;
  readonly line: number;
  /** The column of its first character, from 0. */
  readonly column: number;
  readonly source: string;
}

/**
 * Reads the points of a summary: each item of a top-level list, each block that stands by itself. A numbered list
 * belongs to the point before it. Blocks are cut by where the next one begins, so no line falls between two.
 *
 * @param written the lines of the summary
 * @param firstLine where it begins in the file
 * @param facts takes the lines of votes, authors and pictures that stand between or below the points
 */
export function readPoints(
  written: readonly string[],
  firstLine: number,
  facts: Facts,
  warn: Warn,
): readonly Section[] {
  const numbers = numbersOfRead(written);
  const lines = numbers.map((number) => written[number] ?? '');
  if (isTooDeep(lines)) {
    warn(firstLine, 'too-deep', lines.join('\n').trimEnd());
    return [];
  }
  const sections: Section[] = [];
  /** The numbered items behind the last point, which belong to it. */
  const behind: string[] = [];
  const close = (): void => {
    const last = sections.pop();
    if (last) sections.push({ ...last, text: `${last.text}${behind.join('')}`.trim() });
    behind.length = 0;
  };
  const add = (point: string, line: number, source: string): void => {
    const { heading, text } = readSection(point);
    if (heading === null && text === '') return;
    close();
    const readable = facts.isOwnText(heading) ? text : readLiteralText(text);
    if (readable === null) warn(line, 'odd-literal', source.trim());
    sections.push({ heading, text: readable ?? text });
  };

  for (const piece of cut(lines.join('\n'))) {
    const line = firstLine + (numbers[piece.line - 1] ?? 0);
    switch (piece.block.type) {
      case 'list': {
        const told = takeFacts(piece, line, facts);
        if (told === null) break;
        const point = itemText(told);
        if (!piece.block.ordered || readSection(point).heading !== null) {
          add(point, line, piece.source);
        } else if (sections.length > 0) {
          behind.push(lines[piece.line - 2]?.trim() === '' ? '\n\n' : '\n', blockText(told));
        } else {
          add(blockText(told), line, piece.source);
        }
        break;
      }
      case 'paragraph':
      case 'html': {
        const rest = piece.source.split('\n').filter((text, index) => !facts.take(text, line + index));
        add(tidyText(rest.join('\n')), line, piece.source);
        break;
      }
      case 'blockquote': {
        const rest = piece.source
          .split('\n')
          .filter((text, index) => !facts.takeLabelled(text, line + index));
        add(blockText({ ...piece, source: rest.join('\n') }), line, piece.source);
        break;
      }
      case 'thematicBreak':
        warn(line, 'separator', piece.source.trim());
        break;
      case 'heading':
        warn(line, 'stray-heading', piece.source.trim());
        add(blockText(piece), line, piece.source);
        break;
      default:
        add(blockText(piece), line, piece.source);
    }
  }
  close();
  return sections;
}

/** The numbers of the lines that are read, from 0. */
function numbersOfRead(lines: readonly string[]): readonly number[] {
  let blanks = 0;
  return [...lines.keys()].filter((number) => {
    blanks = lines[number]?.trim() === '' ? blanks + 1 : 0;
    return blanks <= BLANKS_MAX;
  });
}

function isTooDeep(lines: readonly string[]): boolean {
  let depth = 0;
  for (const line of lines) depth += (NESTING.exec(line)?.[0].length ?? 0) ** 2;
  return depth > DEPTH_MAX || lines.some((line) => TOO_DEEP.test(line));
}

function cut(source: string): readonly Piece[] {
  const starts = markdown
    .parse(source)
    .children.flatMap((block) =>
      (block.type === 'list' ? block.children : [block]).map((node) => ({ block, node })),
    );
  return starts.flatMap(({ block, node }, index) => {
    const start = node.position?.start;
    if (start?.offset === undefined) return [];
    const end = starts[index + 1]?.node.position?.start.offset ?? source.length;
    return { block, line: start.line, column: start.column - 1, source: source.slice(start.offset, end) };
  });
}

/**
 * Takes the votes and authors out of a list item: an item that is nothing else, and lines that only follow it. Lines
 * under its marker are text.
 *
 * @returns what is left of it; null where that is nothing
 */
function takeFacts(piece: Piece, line: number, facts: Facts): Piece | null {
  const [first = '', ...others] = piece.source.split('\n');
  const kept = others.filter(
    (text, index) => !(/^\S/.test(text) && facts.takeLabelled(text, line + 1 + index)),
  );
  const isFact = others.every((text) => !/^\s+\S/.test(text)) && facts.takeLabelled(first, line);
  if (isFact) {
    const rest = kept.join('\n').trim();
    return rest === '' ? null : { ...piece, source: `- ${rest}` };
  }
  return kept.length === others.length ? piece : { ...piece, source: [first, ...kept].join('\n') };
}

/** The text of a list item, its lines moved to the left by as much as they stand under the marker. */
function itemText({ source, column }: Piece): string {
  const [first = '', ...others] = source.split('\n');
  const [, marker = '', text = ''] = /^([-*+]|\d{1,9}[.)])(.*)$/s.exec(first) ?? [];
  const space = width(text, column + marker.length);
  // Five spaces and more are one space and an indented code block.
  const content = column + marker.length + (text.trim() === '' || space > 4 ? 1 : space);
  return tidyText([text, ...others.map((line) => moveLeft(line, content))].join('\n'));
}

function blockText({ source, column }: Piece): string {
  const [first = '', ...others] = source.split('\n');
  return tidyText([first, ...others.map((line) => moveLeft(line, column))].join('\n'));
}

/** Columns of white space a text begins with, when the text itself begins at a column. Tabs go to every fourth. */
function width(text: string, from: number): number {
  let column = from;
  for (const character of text) {
    if (character === ' ') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column - from;
}

/** Takes up to so many columns of white space from a line's beginning; what is left of a tab becomes spaces. */
function moveLeft(line: string, columns: number): string {
  let column = 0;
  let at = 0;
  for (; column < columns && (line[at] === ' ' || line[at] === '\t'); at += 1) {
    column += line[at] === '\t' ? 4 - (column % 4) : 1;
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at);
}
