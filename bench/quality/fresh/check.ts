import type { Archive } from '../../../src/archive/archive.ts';
import type { Paper } from '../../../src/archive/paper.ts';
import { day } from '../../../src/messages/parts/text/dates.ts';
import type { FreshTurn } from './questions.ts';

/** An answer as its reader sees it: its text, and the papers that it links to, in order. */
export interface Shown {
  readonly text: string;
  readonly papers: readonly Paper[];
}

const LINK = /(?:papers|abs)\/(\d{4}\.\d{4,5})/g;
/** The share of the papers listed that must have a word of the topic. */
const ON_TOPIC = 0.7;

/** Reads the papers out of the links of an answer. */
export function shownIn(text: string, archive: Archive): Shown {
  const ids = [...new Set([...text.matchAll(LINK)].map(([, id = '']) => id))];
  return { text, papers: ids.flatMap((id) => archive.paper(id) ?? []) };
}

const all = (fits: (paper: Paper) => boolean, { papers }: Shown): boolean =>
  papers.length > 0 && papers.every(fits);

/** Each is kept by a turn that does not ask for it. */
const RULES: Readonly<Record<string, (turn: FreshTurn, shown: Shown) => boolean>> = {
  off: ({ off }, { papers }) => !off || papers.length === 0,
  has: ({ has = [] }, shown) => has.every((one) => says(one, shown)),
  'has any': ({ has_any: any }, shown) => any === undefined || any.some((one) => says(one, shown)),
  not: ({ not = [] }, shown) => !not.some((one) => says(one, shown)),
  order: ({ order = [] }, { text }) => {
    const places = order.map((one) => text.toLowerCase().indexOf(one.toLowerCase().trim()));
    return places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
  },
  numbers: ({ number, numbers = [] }, shown) =>
    [...numbers, ...(number === undefined ? [] : [number])].every((one) => hasNumber(one, shown)),
  decimal: ({ decimal }, { text }) =>
    decimal === undefined || text.includes(decimal.toFixed(1)) || text.includes(decimal.toFixed(2)),
  date: ({ date }, { text }) =>
    date === undefined || [date, day(date, 'en'), day(date, 'ko')].some((one) => text.includes(one)),
  month: ({ month }, { text }) =>
    month === undefined ||
    (['en', 'ko'] as const).some((locale) =>
      text.includes(day(`${month}-01`, locale).replace(/^1 | 1일$/, '')),
    ),
  topic: ({ topic }, { papers }) => {
    if (topic === undefined) return true;
    const fitting = papers.filter((paper) => topic.some((word) => textOf(paper).includes(word)));
    return papers.length > 0 && fitting.length >= ON_TOPIC * papers.length;
  },
  'best of topic': ({ topic_any: any }, shown) => any === undefined || any.some((one) => says(one, shown)),
  votes: ({ min_votes: least }, shown) =>
    least === undefined || all(({ votes }) => typeof votes === 'number' && votes >= least, shown),
  period: ({ period }, shown) => {
    if (period === undefined) return true;
    const [from, to] = period;
    return all(({ listings }) => listings.some(({ date }) => date >= from && date <= to), shown);
  },
  organization: ({ orgs }, shown) =>
    orgs === undefined ||
    all(({ details }) => {
      const name = details?.organization?.toLowerCase() ?? '';
      return orgs.some((one) => name.includes(one.toLowerCase()));
    }, shown),
  author: ({ author }, shown) =>
    author === undefined || all(({ authors }) => authors.names.includes(author), shown),
  code: ({ code }, shown) => !code || all(({ details }) => details?.code != null, shown),
  limit: ({ limit }, { papers }) => limit === undefined || papers.length <= limit,
  count: ({ count }, { text }) => !count || /\d/.test(text),
  newest: ({ newest }, { papers }) =>
    !newest || isSorted(papers.map(({ listings }) => listings[0].date).toReversed()),
  oldest: ({ oldest }, { papers }) =>
    !oldest || isSorted(papers.map(({ listings }) => listings.at(-1)?.date ?? '')),
  fewest: ({ fewest }, { papers }) =>
    !fewest || papers.every(({ votes }, at) => at === 0 || Number(votes) >= Number(papers[at - 1]?.votes)),
};

/** The names of the rules that an answer breaks. */
export function brokenBy(turn: FreshTurn, shown: Shown): readonly string[] {
  return Object.entries(RULES).flatMap(([name, isKept]) => (isKept(turn, shown) ? [] : [name]));
}

function says(wanted: string, { text }: Shown): boolean {
  return text.toLowerCase().includes(wanted.toLowerCase().trim());
}

function hasNumber(wanted: number, { text }: Shown): boolean {
  const written = `(?:${wanted}|${wanted.toLocaleString('en')})`;
  return new RegExp(`(?<![\\d.,])${written}(?!\\d)(?!\\.\\d)`).test(text);
}

function textOf({ title, listings, details, sections }: Paper): string {
  const parts = [title, ...listings.map((one) => one.title), ...sections.map(({ text }) => text)];
  const { abstract = '', aiSummary = '', keywords = [] } = details ?? {};
  return [...parts, abstract, aiSummary, ...keywords].join(' ').toLowerCase();
}

function isSorted(days: readonly string[]): boolean {
  return days.length > 0 && days.every((one, at) => at === 0 || one >= (days[at - 1] ?? ''));
}
