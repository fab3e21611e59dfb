import type { Sort, Wanted } from '../answers/answer.ts';
import { ORDERS } from '../archive/orders.ts';
import type { Day } from '../archive/paper.ts';
import type { RankSlice } from '../archive/select.ts';
import type { PaperFilter } from '../delivery/subscriptions/subscription.ts';
import type { Language } from '../language.ts';
import { EMBED_TITLE_MAX } from './limits.ts';
import { tell, tellPlain } from './locale.ts';
import { GAP } from './parts/paper-facts.ts';
import { day, range, wholePeriod } from './parts/text/dates.ts';
import { clean } from './parts/text/escape.ts';
import { nameText, titleText } from './parts/text/format.ts';
import { cut } from './parts/text/truncate.ts';

const QUERY_MAX = 100;
const NAMES_MAX = 80;
const NAMES_SHOWN = 3;

/** The title of an answer, which says how the request was understood: `Papers about “RAG” · Dec 2024 · most votes first`. */
export function wantedTitle(head: string, parts: readonly string[]): string {
  const line = [head, ...parts].join(' · ');
  return cut(line.charAt(0).toUpperCase() + line.slice(1), EMBED_TITLE_MAX);
}

/** A filter in words, as Markdown: `About “robots” · from NVIDIA`. */
export function filterText(filter: PaperFilter, locale: Language): string {
  const { query, author, organization, exclude, min_votes = null } = filter;
  const namesIn = (typed: string | undefined) =>
    namesText(typed === undefined ? [] : typed.split(';'), locale);
  const parts = [
    ...(query === undefined
      ? []
      : [tell('found.wanted.topic', locale, { query: cut(clean(query), QUERY_MAX) })]),
    ...(author === undefined ? [] : [tell('found.wanted.by', locale, { names: namesIn(author) })]),
    ...(organization === undefined
      ? []
      : [tell('found.wanted.from', locale, { names: namesIn(organization) })]),
    ...(exclude === undefined ? [] : [tell('found.wanted.notAbout', locale, { topics: namesIn(exclude) })]),
    ...rangePart('Votes', min_votes, null, locale),
  ];
  const line = parts.join(GAP);
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** What papers are about, as Markdown. */
export function topicPart({ query }: Wanted, locale: Language): string {
  if (query === null) return tell('found.wanted.any', locale);
  return tell('found.wanted.about', locale, { query: cut(clean(query), QUERY_MAX) });
}

/** The conditions that papers must meet, in words, as Markdown; the period comes last. */
export function limitParts({ filter, exclude, sameDay }: Wanted, locale: Language): string[] {
  const parts: string[] = [];
  const named = (key: Named, names: readonly string[]) => {
    if (names.length > 0)
      parts.push(tell(`found.wanted.${key}`, locale, { names: namesText(names, locale) }));
  };
  named('by', filter.authors);
  named('byAny', filter.anyAuthor);
  named('byFirst', filter.firstAuthor === null ? [] : [filter.firstAuthor]);
  named('byLast', filter.lastAuthor === null ? [] : [filter.lastAuthor]);
  named('notBy', filter.notAuthors);
  named('from', filter.organizations);
  named('notFrom', filter.notOrganizations);
  if (exclude.length > 0)
    parts.push(tell('found.wanted.notAbout', locale, { topics: namesText(exclude, locale) }));
  if (filter.title !== null)
    parts.push(
      tell('found.wanted.titled', locale, { words: cut(clean(filter.title.replaceAll('"', '')), NAMES_MAX) }),
    );
  if (filter.code !== null)
    parts.push(tell(filter.code ? 'found.wanted.code' : 'found.wanted.noCode', locale));
  parts.push(...rangePart('Votes', filter.minVotes, filter.maxVotes, locale));
  parts.push(...rangePart('Authors', filter.minAuthors, filter.maxAuthors, locale));
  if (sameDay !== null)
    parts.push(
      tell('found.wanted.sameDay', locale, { title: cut(titleText(sameDay.title, locale), NAMES_MAX) }),
    );
  parts.push(...periodParts(filter, locale));
  return parts;
}

type Named = 'by' | 'byAny' | 'byFirst' | 'byLast' | 'notBy' | 'from' | 'notFrom';

/** The period of the papers, and the days excluded from it. */
export function periodParts({ from, to, except }: Wanted['filter'], locale: Language): string[] {
  const parts: string[] = [];
  if (from !== null || to !== null) parts.push(periodText(from, to, locale));
  if (except !== null)
    parts.push(tell('found.wanted.except', locale, { range: periodText(except.from, except.to, locale) }));
  return parts;
}

/** The order and the part of a list, as Markdown; the order by relevance is not mentioned. */
export function orderParts(sort: Sort, { limit, place, placeTo }: RankSlice, locale: Language): string[] {
  const parts = sort === 'relevance' ? [] : [ORDERS[sort][locale]];
  if (place !== null && placeTo !== null && placeTo > place)
    parts.push(tell('found.wanted.places', locale, { place, last: placeTo }));
  else if (place !== null) parts.push(tell('found.wanted.place', locale, { place }));
  else if (limit !== null) parts.push(tell('found.wanted.limit', locale, { count: limit }));
  return parts;
}

/** Small print if the period goes beyond the archive. */
export function heldLine({ from, to }: Wanted['filter'], first: Day, last: Day, locale: Language): string[] {
  const isBeyond = (from !== null && from < first) || (to !== null && to > last);
  return isBeyond ? [tell('ask.understood.held', locale, { range: range(first, last, locale) })] : [];
}

/** Small print if a condition uses fields that only papers from Hugging Face have. */
export function knownLine({ filter }: Wanted, sort: Sort, locale: Language): string[] {
  const { organizations, notOrganizations, code, firstAuthor, lastAuthor } = filter;
  const isOfSome =
    organizations.length + notOrganizations.length > 0 ||
    code !== null ||
    firstAuthor !== null ||
    lastAuthor !== null ||
    sort === 'stars';
  return isOfSome ? [tell('found.known', locale)] : [];
}

function periodText(from: Day | null, to: Day | null, locale: Language): string {
  if (from !== null && to !== null) return wholePeriod(from, to, locale);
  if (from !== null) return tellPlain('found.wanted.since', locale, { day: day(from, locale) });
  return to === null ? '' : tellPlain('found.wanted.until', locale, { day: day(to, locale) });
}

/** A few names as plain text. */
function namesText(names: readonly string[], locale: Language): string {
  const some = names.slice(0, NAMES_SHOWN).map((name) => nameText(name, locale));
  return cut(some.join(', ') + (names.length > NAMES_SHOWN ? ', …' : ''), NAMES_MAX * 2);
}

/** How many votes or authors papers must have, in words; empty if there is no limit. */
export function rangePart(
  of: 'Votes' | 'Authors',
  least: number | null,
  most: number | null,
  locale: Language,
): readonly string[] {
  const told = (kind: 'min' | 'max' | 'exact' | 'between', values: Readonly<Record<string, number>>) => [
    tellPlain(`ask.understood.${kind}${of}`, locale, values),
  ];
  if (least !== null && least === most) return told('exact', { count: least });
  if (least !== null && most !== null) return told('between', { least, most });
  if (least !== null) return told('min', { count: least });
  return most === null ? [] : told('max', { count: most });
}
