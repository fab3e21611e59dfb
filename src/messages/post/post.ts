import type { AnswerOf } from '../../answers/answer.ts';
import type { VotesOf } from '../../answers/vote-dates.ts';
import type { Language } from '../../language.ts';
import { MENU_OPTIONS_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { compose, type Rendered } from '../message.ts';
import { button, type Row } from '../parts/controls/components.ts';
import { paperMenu } from '../parts/list.ts';
import { GAP } from '../parts/paper-facts.ts';
import { wholePeriod } from '../parts/text/dates.ts';
import { clean, escapeText } from '../parts/text/escape.ts';
import { votesSum } from '../parts/text/format.ts';
import { cut } from '../parts/text/truncate.ts';
import { filterText } from '../wanted.ts';
import { styledEmbeds } from './styles.ts';

const COLUMNS = { rank: true, authors: true } as const;

/** Characters of an admin's own title: leaves room for the day in a thread's name. */
const TITLE_MAX = 60;

const KEYWORDS_SHOWN = 3;
const KEYWORD_MAX = 40;

/** A post: a heading, the papers in the channel's style, and a menu that opens any of them. */
export function renderPost(answer: AnswerOf<'post'>, locale: Language): Rendered {
  const content = postHead(answer, locale) + mentionLine(answer.roleId);
  const embeds = styledEmbeds(answer, locale);
  return compose({ content, embeds, rows: rows(answer, locale), roleId: answer.roleId });
}

/** The line of a post that notifies a role. */
export function mentionLine(roleId: string | null): string {
  return roleId === null ? '' : `\n<@&${roleId}>`;
}

/** The number of papers and their votes, as shown after the day in the heading. */
export function countsText(
  total: number,
  votes: number,
  papers: readonly Pick<VotesOf, 'votes'>[],
  locale: Language,
): string {
  return [tell('papers.count', locale, { count: total }), votesSum(votes, papers, locale)].join(GAP);
}

function postHead(answer: AnswerOf<'post'>, locale: Language): string {
  const heading = `### ${headingOf(answer, locale)}`;
  const chosen = chosenText(answer, locale);
  if (answer.total === 0) return [heading, ...chosen, tell('post.empty', locale)].join('\n');
  const parts = [
    heading,
    countsText(answer.total, answer.votes, answer.papers, locale),
    keywordsText(answer),
  ].filter((part) => part !== '');
  return [parts.join(GAP), ...chosen, ...risingText(answer, locale)].join('\n');
}

/** A post's title and days. Removes separators from an admin's own title, because vote edits split the line at them. */
function headingOf({ date, edition }: Pick<AnswerOf<'post'>, 'date' | 'edition'>, locale: Language): string {
  const { every = 'day', to = date, title = null } = edition ?? {};
  const own =
    title === null ? tell(`post.titles.${every}`, locale) : escapeText(cut(clean(title), TITLE_MAX));
  return own.replaceAll(GAP, ' ') + GAP + wholePeriod(date, to, locale);
}

/** The filter that chose the papers, and the number it chose from. */
function chosenText({ edition, total }: AnswerOf<'post'>, locale: Language): string[] {
  if (edition === undefined || edition.chosen === null) return [];
  const what = filterText(edition.chosen, locale);
  return [tell('post.chosen', locale, { what: { markdown: what }, shown: total, count: edition.of })];
}

/** The keywords on the rise, in weekly posts. */
function risingText({ edition }: AnswerOf<'post'>, locale: Language): string[] {
  const rising = (edition?.rising ?? []).map((name) => cut(clean(name), KEYWORD_MAX));
  return rising.length === 0 ? [] : [tell('post.rising', locale, { names: rising.join(', ') })];
}

/** The keywords that most papers share; keywords of a single paper do not count. */
function keywordsText({ papers }: AnswerOf<'post'>): string {
  const counts = new Map<string, { word: string; count: number }>();
  for (const { paper } of papers) {
    const words = new Map(
      (paper.details?.keywords ?? []).map((word) => [clean(word).toLowerCase(), clean(word)]),
    );
    for (const [key, word] of words) {
      if (key !== '')
        counts.set(key, { word: counts.get(key)?.word ?? word, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count > 1)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, KEYWORDS_SHOWN)
    .map(({ word }) => escapeText(cut(word, KEYWORD_MAX)))
    .join(', ');
}

/** The name of a forum post, or of the thread under a post. */
export function postTitle(post: Pick<AnswerOf<'post'>, 'date' | 'edition'>, locale: Language): string {
  const { every = 'day', to = post.date, title = null } = post.edition ?? {};
  const own = title === null ? tellPlain(`post.titles.${every}`, locale) : clean(title);
  return cut(own, TITLE_MAX) + GAP + wholePeriod(post.date, to, locale);
}

function rows({ date, total, papers, edition }: AnswerOf<'post'>, locale: Language): Row[] {
  const listed = papers.slice(0, MENU_OPTIONS_MAX);
  const placeholder = total > listed.length ? 'menus.mostVoted' : 'menus.paper';
  const { whole = { command: 'today', options: { date } }, of = total, to = date, chosen } = edition ?? {};
  const all = { label: tellPlain('buttons.allPapers', locale, { count: of }), primary: true };
  const chosenLabel = tellPlain('buttons.chosenPapers', locale, { count: total });
  return [
    paperMenu(listed, COLUMNS, tellPlain(placeholder, locale, { count: listed.length }), locale),
    [
      ...(of > 0 ? [{ ...all, invocation: whole }] : []),
      ...(chosen == null ? [] : [button(chosenLabel, 'search', { ...chosen, from: date, to })]),
      ...(date === to ? [button(tellPlain('buttons.topOfWeek', locale), 'top', { period: 'week' })] : []),
      button(tellPlain('buttons.help', locale), 'help'),
    ],
  ];
}
