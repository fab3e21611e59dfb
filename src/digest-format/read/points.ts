import type { Section } from '../../archive/paper.ts';
import { type Block, blocksOf } from './blocks.ts';
import { tidyText, type Warn } from './chunks.ts';
import type { Facts } from './listing-fields.ts';
import { readLiteralText } from './literal-text.ts';
import { readSection } from './section.ts';

const NESTING = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;
/** The time to parse a block grows with its depth squared. */
const TOO_DEEP = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){200}/;
/** Sum of the squared nesting columns of all lines; 40 times that of the largest digest. */
const DEPTH_MAX = 1_000_000;
/** Blank lines in a row to parse; each costs as much as a line of text. */
const BLANKS_MAX = 20;

/**
 * Reads the points of a summary: items of top-level lists, and other top-level blocks. A numbered list belongs to the point
 * before it.
 *
 * @param firstLine number of the first line in the file
 * @param facts takes votes, authors and pictures between or below the points
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
  /** Numbered items after the last point. */
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

  for (const piece of blocksOf(lines)) {
    const line = firstLine + (numbers[piece.line - 1] ?? 0);
    switch (piece.node.type) {
      case 'list': {
        const item = takeFacts(piece, line, facts);
        if (item === null) break;
        const point = itemText(item);
        if (!piece.node.ordered || readSection(point).heading !== null) {
          add(point, line, piece.source);
        } else if (sections.length > 0) {
          behind.push(lines[piece.line - 2]?.trim() === '' ? '\n\n' : '\n', blockText(item));
        } else {
          add(blockText(item), line, piece.source);
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
        const lines = piece.source.split('\n');
        const rest = lines.filter((text, index) => !facts.takeLabelled(text, line + index));
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

/** All lines except surplus blank ones. */
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

/**
 * Takes votes and authors out of a list item: the whole item, or lines after it without indentation.
 *
 * @returns the rest; null if nothing is left
 */
function takeFacts(piece: Block, line: number, facts: Facts): Block | null {
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

/** Without the marker, and with the lines moved left by as much. */
function itemText({ source, column }: Block): string {
  const [first = '', ...others] = source.split('\n');
  const [, marker = '', text = ''] = /^([-*+]|\d{1,9}[.)])(.*)$/s.exec(first) ?? [];
  const space = width(text, column + marker.length);
  // After five or more spaces the item begins with a code block.
  const content = column + marker.length + (text.trim() === '' || space > 4 ? 1 : space);
  return tidyText([text, ...others.map((line) => moveLeft(line, content))].join('\n'));
}

function blockText({ source, column }: Block): string {
  const [first = '', ...others] = source.split('\n');
  return tidyText([first, ...others.map((line) => moveLeft(line, column))].join('\n'));
}

/** Columns of white space at the start of a text at column `from`, with tab stops every four. */
function width(text: string, from: number): number {
  let column = from;
  for (const character of text) {
    if (character === ' ') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column - from;
}

/** Removes up to `columns` columns of white space; the rest of a tab becomes spaces. */
function moveLeft(line: string, columns: number): string {
  let column = 0;
  let at = 0;
  for (; column < columns && (line[at] === ' ' || line[at] === '\t'); at += 1) {
    column += line[at] === '\t' ? 4 - (column % 4) : 1;
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at);
}
