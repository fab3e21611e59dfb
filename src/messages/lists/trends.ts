import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import type { TrendLine, TrendTable } from '../../trends/counts.ts';
import { TREND_PERIODS } from '../../trends/months.ts';
import { FILE_DESCRIPTION_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, compose, type MessageFile, type Rendered } from '../message.ts';
import type { Menu, Row } from '../parts/controls/components.ts';
import { month } from '../parts/text/dates.ts';
import { clean, escapeText } from '../parts/text/escape.ts';
import { cut } from '../parts/text/truncate.ts';

/** The colours of the picture's lines, in its order. */
const MARKS = ['🟦', '🟧', '🟩', '🟪', '🟨'];
const NAME_MAX = 80;
/** Months in the table; more months come as a file. */
const ROWS_MAX = 12;
/** Characters of a month, `26/08`, as the picture has it. */
const MONTH = 5;
/** Characters of a column: with five of them a row fits on a phone. */
const COLUMN = 5;

/** A picture of how often terms occur by month, and its numbers as text. */
export function renderTrends(
  { period, table, picture, again }: AnswerOf<'trends'>,
  locale: Language,
): Rendered {
  const { months, by } = table;
  const range = rangeOf(table, locale);
  const description = [
    tell(`trends.${by}`, locale),
    '',
    ...table.lines.map((one, at) => `${MARKS[at] ?? ''} ${lineText(one, at, table, locale)}`),
    tableText(table),
    ...(months.length > ROWS_MAX ? [`-# ${tell('trends.more', locale)}`] : []),
  ].join('\n');
  const alternative = [
    tell('trends.alternative', locale, { range: { markdown: range } }),
    ...table.lines.map((one) => `${clean(one.name)}: ${sharesText(one, table)}`),
  ].join('\n');
  const files: MessageFile[] = [
    {
      name: 'trends.png',
      type: 'image/png',
      content: picture,
      description: cut(alternative, FILE_DESCRIPTION_MAX),
    },
    ...(months.length > ROWS_MAX ? [{ name: 'trends.csv', type: 'text/csv', content: csvOf(table) }] : []),
  ];
  const periods = TREND_PERIODS.map((one) => ({
    label: tellPlain(`commands.trends.options.period.choices.${one}`, locale),
    invocation: { ...again, options: { ...again.options, period: one }, here: true },
    primary: one === period,
    disabled: one === period,
  }));
  const rows: Row[] = [menuOf(table, locale), periods];
  return compose({
    embeds: [{ title: `${tell('trends.title', locale)} · ${range}`, description, color: COLOURS.info }],
    rows,
    files,
  });
}

function rangeOf({ months }: TrendTable, locale: Language): string {
  const [first, last] = [months.at(0) ?? '', months.at(-1) ?? ''];
  if (first === last) return month(last, locale);
  return `${month(first, locale)} ${locale === 'ko' ? '~' : '–'} ${month(last, locale)}`;
}

/** `1. large language models · 582 papers · 34% → 17%`, from the first month with papers to the last. */
function lineText({ name, counts }: TrendLine, at: number, table: TrendTable, locale: Language): string {
  const shares = sharesOf(counts, table).filter((share) => share !== null);
  const [first, last] = [shares.at(0), shares.at(-1)];
  const count = counts.reduce((sum, one) => sum + one, 0);
  const parts = [
    `${at + 1}. **${escapeText(cut(clean(name), NAME_MAX))}**`,
    tell('papers.count', locale, { count }),
    first === undefined || last === undefined ? '' : `${percent(first)} → ${percent(last)}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** The shares of the last months, a row each, in columns of equal width. */
function tableText(table: TrendTable): string {
  const { months, lines } = table;
  const columns = lines.map(({ counts }) => sharesOf(counts, table));
  const head = ' '.repeat(MONTH) + lines.map((_, at) => String(at + 1).padStart(COLUMN)).join('');
  const rows = months.map((name, at) => {
    const cells = columns.map((column) => {
      const share = column[at];
      return (typeof share === 'number' ? percent(share) : '–').padStart(COLUMN);
    });
    return name.slice(2).replace('-', '/') + cells.join('');
  });
  return ['```text', head, ...rows.slice(-ROWS_MAX), '```'].join('\n');
}

function sharesText({ counts }: TrendLine, table: TrendTable): string {
  return sharesOf(counts, table)
    .map((share) => (share === null ? '–' : percent(share)))
    .join(', ');
}

/** From 0 to 1; null for a month without papers that could name the term. */
function sharesOf(counts: readonly number[], { totals }: TrendTable): readonly (number | null)[] {
  return counts.map((count, at) => {
    const total = totals[at] ?? 0;
    return total === 0 ? null : count / total;
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}

/** Month, papers, and the papers of each term. */
function csvOf({ months, totals, lines }: TrendTable): string {
  const quoted = (value: string) => `"${clean(value).replaceAll('"', '""')}"`;
  const head = ['month', 'papers', ...lines.map(({ name }) => quoted(name))];
  const rows = months.map((name, at) => [
    name,
    totals[at] ?? 0,
    ...lines.map(({ counts }) => counts[at] ?? 0),
  ]);
  return [head, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** Opens the papers about one of the terms. */
function menuOf({ lines }: TrendTable, locale: Language): Menu {
  return {
    placeholder: tellPlain('trends.open', locale),
    invocation: { command: 'search', options: {}, pick: 'query' },
    options: lines.map(({ name }) => ({ label: name, value: cut(clean(name), NAME_MAX) })),
  };
}
