import type { Compared, FactOf } from '../answers/answer.ts';
import type { Language } from '../language.ts';
import { tell, tellPlain } from './locale.ts';
import { number } from './locales/index.ts';
import { titleOf } from './paper-lines.ts';
import type { Row } from './parts/controls/components.ts';
import { day, month, range, wholePeriod } from './parts/text/dates.ts';
import { escapeText } from './parts/text/escape.ts';
import { nameText } from './parts/text/format.ts';
import { cut } from './parts/text/truncate.ts';
import { limitParts, periodParts, topicPart, wantedTitle } from './wanted.ts';

/** The title of a ranking or an average, as Markdown. */
export function rankingTitle(fact: FactOf<'ranking'> | FactOf<'per-day'>, locale: Language): string {
  const { wanted, by } = fact;
  const topic = wanted.query === null ? [] : [topicPart(wanted, locale)];
  if (fact.is === 'per-day')
    return wantedTitle(tell(`ask.perDay.${by}`, locale), [...topic, ...limitParts(wanted, locale)]);
  const { what, order, min, author } = fact;
  const head =
    author === null
      ? tell(`ask.ranking.${what === 'co-authors' ? 'authors' : what}`, locale)
      : tell('ask.ranking.coAuthors', locale, { name: nameText(author, locale) });
  const limits = author === null ? limitParts(wanted, locale) : periodParts(wanted.filter, locale);
  const least = min === null ? [] : [tell(`ask.ranking.min.${by}`, locale, { count: min })];
  return wantedTitle(head, [...topic, ...limits, tell(`ask.ranking.${order}.${by}`, locale), ...least]);
}

/** One line for each row, as Markdown. */
export function rankingLines({ what, by, total, rows }: FactOf<'ranking'>, locale: Language): string[] {
  if (rows.total === 0) return [tell('ask.ranking.none', locale)];
  const lines = rows.items.map((row) => {
    const papers = tellPlain('papers.count', locale, { count: row.papers });
    const votes = tellPlain('votes.sum', locale, { count: row.votes });
    const name = rowName(row.name, what, locale);
    const amounts = by === 'papers' ? `${papers} · ${votes}` : `${votes} · ${papers}`;
    return tell('ask.ranking.line', locale, { place: row.place, name, amounts });
  });
  const remarks = [
    ...(what === 'authors' || what === 'co-authors' ? [tell('ask.ranking.spelled', locale)] : []),
    ...(what === 'organizations' ? [tell('found.known', locale)] : []),
    tell('ask.busiest.remark', locale),
  ];
  const all = total === null ? [] : [tell('ask.ranking.total', locale, { count: total }), ''];
  return [...all, ...lines, '', ...remarks];
}

/** A menu that opens one of the rows. */
export function rankingMenu({ what, rows }: FactOf<'ranking'>, locale: Language): Row {
  const opens = {
    authors: { command: 'author', pick: 'name', placeholder: 'menus.author' },
    'co-authors': { command: 'author', pick: 'name', placeholder: 'menus.author' },
    organizations: { command: 'search', pick: 'organization', placeholder: 'menus.pick' },
    days: { command: 'today', pick: 'date', placeholder: 'menus.pick' },
  } as const;
  if (what === 'months') return [];
  const { command, pick, placeholder } = opens[what];
  return {
    placeholder: tellPlain(placeholder, locale),
    invocation: { command, options: {}, pick },
    options: rows.items.map(({ name, papers }) => ({
      label: rowName(name, what, locale),
      description: tellPlain('papers.count', locale, { count: papers }),
      value: name,
    })),
  };
}

function rowName(name: string, what: FactOf<'ranking'>['what'], locale: Language): string {
  if (what === 'days') return day(name, locale);
  return what === 'months' ? month(name, locale) : nameText(name, locale);
}

/** The average per day, and the number of days it covers. */
export function perDayLines({ by, amount, days }: FactOf<'per-day'>, locale: Language): string[] {
  if (days === 0) return [tell('ask.ranking.none', locale)];
  const values = { value: (amount / days).toFixed(2), total: number(amount, locale), count: days };
  return [tell(`ask.perDay.line.${by}`, locale, values)];
}

/** A sentence that says which has more, and the amounts of each. */
export function comparisonLines(
  { what, by, rows, wanted }: FactOf<'comparison'>,
  locale: Language,
): string[] {
  const [first, second, ...others] = rows;
  if (first === undefined) return [tell('ask.ranking.none', locale)];
  if (second === undefined) return [tell('ask.comparison.alone', locale), lineOf(first, what, locale)];
  const unknown = rows.find((row) => row[by] === null);
  const values = {
    more: nameOf(first, what, locale),
    less: nameOf(second, what, locale),
    most: amountOf(first, by, locale),
    least: amountOf(second, by, locale),
    gap: (first[by] ?? 0) - (second[by] ?? 0),
  };
  const key = first[by] === second[by] ? 'same' : others.length > 0 ? 'most' : 'more';
  const sentence =
    unknown === undefined
      ? tell(`ask.comparison.${key}`, locale, values)
      : tell('ask.comparison.unknown', locale, { name: nameOf(unknown, what, locale) });
  const topic = wanted.query === null ? [] : [topicPart(wanted, locale)];
  const limits = [...topic, ...limitParts(wanted, locale)];
  return [
    sentence,
    '',
    ...rows.map((row) => lineOf(row, what, locale)),
    '',
    ...(limits.length > 0 ? [`-# ${escapeText(limits.join(' · '))}`] : []),
    tell('ask.busiest.remark', locale),
  ];
}

function lineOf(row: Compared, what: FactOf<'comparison'>['what'], locale: Language): string {
  const papers = what === 'papers' ? [] : [amountOf(row, 'papers', locale)];
  const amounts = [...papers, amountOf(row, 'votes', locale)].join(' · ');
  return tell('ask.comparison.line', locale, { name: nameOf(row, what, locale), amounts });
}

function amountOf(row: Compared, by: 'papers' | 'votes', locale: Language): string {
  if (by === 'papers') return tellPlain('papers.count', locale, { count: row.papers });
  return row.votes === null
    ? tellPlain('votes.unknown', locale)
    : tellPlain('votes.sum', locale, { count: row.votes });
}

function nameOf(
  { name, paper }: Compared,
  what: FactOf<'comparison'>['what'],
  locale: Language,
): { markdown: string } {
  if (paper !== null) return titleOf(paper, locale);
  const [from = '', to = from] = what === 'periods' ? name.split('..') : [];
  const text = what === 'periods' ? wholePeriod(from, to, locale) : nameText(name, locale);
  return { markdown: escapeText(text) };
}

/** The size and period of the archive, after the requested part of these. */
export function holdingsLines(
  { of, first, last, days, papers, latest }: FactOf<'holdings'>,
  locale: Language,
): string[] {
  const values = {
    first: day(first, locale),
    last: day(last, locale),
    range: range(first, last, locale),
    papers: tellPlain('papers.count', locale, { count: papers }),
    digests: tellPlain('help.digests', locale, { count: days }),
    latest: tellPlain('papers.count', locale, { count: latest }),
  };
  const asked = of === 'all' ? [] : [cut(tell(`ask.holdings.${of}`, locale, values), 400)];
  return [...asked, tell('ask.holdings.all', locale, values)];
}
