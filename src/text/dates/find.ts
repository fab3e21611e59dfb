import type { Calendar, Dates } from './calendar.ts';
import { narrow } from './narrow.ts';
import { type Days, daysBefore, daysOf, type Part } from './parts.ts';
import { ALONE, alone, MARK, OPEN_END, OPEN_START, RANGES } from './ranges.ts';
import { RELATIVE } from './relative.ts';
import { between, type Dated, resolve } from './resolve.ts';
import { WRITTEN } from './written.ts';

/** What is left of a question without its dates. */
export interface FoundDates {
  readonly text: string;
  readonly dates: Dates | null;
  /** A date that cannot be (30 February), or several that make no one period. */
  readonly unreadable: string | null;
}

type Atom = Dated & { readonly typed: string };

/** Whoever writes more dates than this asks nothing that one period could answer. */
const ATOMS_MAX = 8;

/**
 * Finds the dates of a question, in both languages, and takes them out. A date without its year is the last such one
 * that the archive holds something of, else the last one before today.
 */
export function findDates(question: string, calendar: Calendar): FoundDates {
  const atoms: Atom[] = [];
  let text = question;
  const takeOut = (pattern: RegExp, read: (match: RegExpExecArray) => Omit<Atom, 'typed'> | null) => {
    let left = '';
    let place = 0;
    for (const match of text.matchAll(pattern)) {
      const days = atoms.length < ATOMS_MAX ? read(match) : null;
      if (days === null) continue;
      atoms.push(atomOf(match[0], days.days, days.part));
      left += text.slice(place, match.index) + String.fromCharCode(MARK + atoms.length - 1);
      place = match.index + match[0].length;
    }
    text = left + text.slice(place);
  };
  for (const { pattern, read } of WRITTEN) {
    takeOut(pattern, (match) => {
      const part = isName(match) ? null : read(match);
      return part && { days: null, part };
    });
  }
  for (const { pattern, read } of RELATIVE) {
    takeOut(pattern, (match) => {
      const days = read(calendar.today, match);
      return days && { days, part: null };
    });
  }
  if (atoms.length === 0) return { text, dates: null, unreadable: null };
  const found = gather(text, atoms, calendar);
  const spread = found.unreadable === null ? null : spreadYear(text, atoms);
  if (spread === null) return found;
  const again = gather(spread.text, spread.atoms, calendar);
  return again.unreadable === null ? again : found;
}

/** `작년 12월 6일`, `from June to August last year`: a year that stands by itself is that of every other date. */
function spreadYear(
  text: string,
  atoms: readonly Atom[],
): { readonly text: string; readonly atoms: readonly Atom[] } | null {
  const [only, ...others] = atoms.flatMap((atom, index) => {
    const year = yearOf(atom);
    return year === null ? [] : [{ index, year }];
  });
  if (only === undefined || others.length > 0 || atoms.length < 2) return null;
  const isWhole = atoms.every(
    ({ part }, index) => index === only.index || (part !== null && part.year === null),
  );
  if (!isWhole) return null;
  const mark = String.fromCharCode(MARK + only.index);
  return {
    text: text.replace(alone(mark), ' '),
    atoms: atoms.map((atom) =>
      atom.part === null ? atom : { ...atom, part: { ...atom.part, year: only.year } },
    ),
  };
}

/** The year that a date is, where it is a whole one, even if it is not over. */
function yearOf({ typed, days, part }: Atom): number | null {
  if (part !== null) return part.month === null && part.day === null ? part.year : null;
  const isYear = /year|년|해/i.test(typed) && days.from.endsWith('-01-01');
  return isYear ? Number(days.from.slice(0, 4)) : null;
}

/** `Jun Wang` and `April Chen` are people: a month alone is none with a word written large behind it. */
function isName({ 0: typed, index, input }: RegExpExecArray): boolean {
  return /^[a-z]+$/i.test(typed) && /^\s+\p{Lu}\p{Ll}/u.test(input.slice(index + typed.length));
}

function atomOf(typed: string, days: Days | null, part: Part | null): Atom {
  const none: Part = { year: null, month: null, day: null };
  return days === null ? { typed, days, part: part ?? none } : { typed, days, part: null };
}

/** Makes one period of the dates that were found. */
function gather(text: string, atoms: readonly Atom[], calendar: Calendar): FoundDates {
  const at = (mark = '') => atoms[mark.charCodeAt(0) - MARK];
  const typed = atoms.map((atom) => atom.typed).join(', ');
  const found = (pattern: RegExp, read: (match: RegExpExecArray) => Days | null): FoundDates | null => {
    const match = pattern.exec(text);
    if (match === null) return null;
    const days = read(match);
    const left = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    if (days === null || days.from > days.to || /[\ue100-\ue1ff]/.test(left))
      return { text: left, dates: null, unreadable: typed };
    const relative = atoms.some((atom) => atom.part === null);
    return { text: left, dates: { ...days, relative }, unreadable: null };
  };
  for (const range of RANGES) {
    const both = found(range, ([, from, to]) => between(at(from), at(to), calendar));
    if (both !== null) return both;
  }
  const mark = (match: RegExpExecArray) => match.slice(1).find((group) => group !== undefined);
  const open =
    found(OPEN_END, (match) => {
      const from = resolve(at(mark(match)), calendar);
      if (from === null) return null;
      const start = /\bafter\b/i.test(match[0]) ? daysBefore(from.to, -1) : from.from;
      return { from: start, to: calendar.last > start ? calendar.last : start };
    }) ??
    found(OPEN_START, (match) => {
      const to = resolve(at(mark(match)), calendar);
      if (to === null) return null;
      const end = /\bbefore\b|이전/i.test(match[0]) ? daysBefore(to.from, 1) : to.to;
      return { from: calendar.first < end ? calendar.first : end, to: end };
    }) ??
    narrow(text, (one) => found(one.pattern, (match) => narrowed(one.read(match), at, calendar))) ??
    found(ALONE, (match) => resolve(at(mark(match)), calendar));
  return open ?? { text, dates: null, unreadable: typed };
}

function narrowed(
  one: { readonly mark: string; cut(days: Days): Days | null } | null,
  at: (mark: string) => Atom | undefined,
  calendar: Calendar,
): Days | null {
  const atom = one === null ? undefined : at(one.mark);
  const year = atom === undefined ? null : yearOf(atom);
  const whole = year === null ? resolve(atom, calendar) : daysOf({ year, month: null, day: null });
  return whole ? (one?.cut(whole) ?? null) : null;
}
