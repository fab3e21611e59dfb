import { percentile } from './stats.ts';

/** A printed value, and whether it meets the row's aim. */
export interface Cell {
  readonly text: string;
  readonly met?: boolean;
}

export interface Row {
  readonly measure: string;
  /** For 173 digests and for ten times as many. */
  readonly small?: Cell;
  readonly large?: Cell;
  /** What a user would pick instead: its name, and its values for both. */
  readonly beside?: { readonly name: string; readonly small?: string; readonly large?: string };
  readonly aim?: string;
}

/** Widths of the columns; fixed, because parts are printed one by one. */
const WIDTHS = [34, 22, 22, 18, 18, 18, 16];

/** The first line, over all parts. */
export function header(small: string, large: string): string {
  return line(['', small, large, 'beside it', small, large, 'aim']);
}

/** A part's rows under its name. */
export function section(name: string, rows: readonly Row[]): string {
  return ['', name, ...rows.map(rowLine)].join('\n');
}

export function milliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

/** @param bytes NaN if the system does not say */
export function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? 'unknown' : `${(bytes / 2 ** 20).toFixed(0)} MB`;
}

/** The median and the 99th percentile of times in milliseconds. */
export function p50p99(all: readonly number[]): string {
  return `${milliseconds(percentile(all, 50))} ${milliseconds(percentile(all, 99))}`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)}x`;
}

function rowLine({ measure, small, large, beside, aim }: Row): string {
  const cells = [shown(small), shown(large), beside?.name, beside?.small, beside?.large, aim];
  return line([`  ${measure}`, ...cells.map((cell) => cell ?? '')]);
}

function shown(cell: Cell | undefined): string {
  if (cell?.met === undefined) return cell?.text ?? '';
  return `${cell.text} ${cell.met ? '✓' : '✗'}`;
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join(' ')
    .trimEnd();
}
