import type { DailyPost } from '../answers/answer.ts';
import type { Ranked } from '../archive/archive.ts';
import { instantOf } from '../archive/merge/merge.ts';
import type { Language } from '../language.ts';
import { tellPlain } from '../messages/locale.ts';
import { creditOf, labelKey, type Quote, quote } from '../messages/parts/summary.ts';
import { authorsText, titleText, votesAsOf, votesSum, votesText } from '../messages/parts/text/format.ts';
import { arxivPage, huggingFaceDay, huggingFacePage } from '../messages/parts/text/links.ts';
import { cut } from '../messages/parts/text/truncate.ts';
import { readMarkdown } from '../messages/plain.ts';
import { postTitle } from '../messages/post/post.ts';
import { startOf } from '../text/dates/instants.ts';
import { element, rawElement, xmlDeclaration } from './xml.ts';

/** Papers in an entry, by votes; the others are counted. */
const PAPERS_MAX = 50;
const TITLE_MAX = 300;
const SENTENCES = 3;
/** Characters of the feed; the oldest entries are left out. */
const FEED_MAX = 1_000_000;
/** Start of every id, which must never change. A bot has no domain; nobody can own one under `invalid`. @see RFC 4151, 2606 */
const TAG = 'tag:paperboy.invalid,2024:';
const NEVER = '1970-01-01T00:00:00.000Z';

/** @param posts newest first, with all papers that belong into the feed @see RFC 4287, The Atom Syndication Format */
export function renderAtom(
  posts: readonly DailyPost[],
  locale: Language,
  filter: { readonly key: string; readonly title: string } | null = null,
): string {
  const query = filter === null ? '' : `&${filter.key}`;
  const tag = `${TAG}${locale}${query}`;
  const entries: string[] = [];
  let updated = NEVER;
  let length = 0;
  for (const post of posts) {
    const entry = entryOf(post, tag, locale);
    length += entry.length;
    if (entries.length > 0 && length > FEED_MAX) break;
    entries.push(entry);
    const time = updatedOf(post);
    if (time > updated) updated = time;
  }
  const feedTitle = tellPlain('feed.title', locale);
  const head = [
    element('id', {}, tag),
    element('title', {}, filter === null ? feedTitle : `${feedTitle} · ${filter.title}`),
    element('subtitle', {}, tellPlain('feed.subtitle', locale)),
    element('updated', {}, updated),
    // Relative: the bot does not know its address, and trusts no header.
    element('link', { rel: 'self', type: 'application/atom+xml', href: `feed.xml?lang=${locale}${query}` }),
    rawElement('author', {}, element('name', {}, 'Paperboy')),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale };
  return `${xmlDeclaration}\n${rawElement('feed', attributes, [...head, ...entries].join('\n'))}\n`;
}

function entryOf(post: DailyPost, tag: string, locale: Language): string {
  const { date } = post;
  const page = huggingFaceDay(date);
  return rawElement(
    'entry',
    {},
    [
      element('id', {}, `${tag}/${date}`),
      element('title', {}, postTitle({ date }, locale)),
      element('published', {}, timestamp(startOf(date))),
      element('updated', {}, updatedOf(post)),
      ...(page === null ? [] : [element('link', { rel: 'alternate', type: 'text/html', href: page })]),
      element('content', { type: 'html' }, contentOf(post, locale)),
    ].join('\n'),
  );
}

function contentOf({ votes, total, papers }: DailyPost, locale: Language): string {
  const listed = papers
    .slice(0, PAPERS_MAX)
    .map((ranked) => ({ ranked, quoted: quote(ranked.paper, SENTENCES, locale) }));
  const head = [
    tellPlain('papers.count', locale, { count: total }),
    votesSum(votes, papers, locale),
    votesAsOf(papers, locale),
  ];
  const left = total - listed.length;
  const credit = creditOf(
    listed.flatMap(({ quoted }) => quoted ?? []),
    locale,
  );
  return [
    element('p', {}, head.filter((part) => part !== null).join(' · ')),
    rawElement('ol', {}, listed.map(({ ranked, quoted }) => paperItem(ranked, quoted, locale)).join('')),
    ...(left > 0 ? [element('p', {}, tellPlain('lists.left', locale, { count: left }))] : []),
    ...(credit === '' ? [] : [rawElement('p', {}, element('small', {}, credit))]),
  ].join('\n');
}

function paperItem({ paper, votes }: Ranked, quoted: Quote | null, locale: Language): string {
  const title = cut(titleText(paper.title, locale), TITLE_MAX);
  const page = arxivPage(paper.id);
  const discussion = huggingFacePage(paper.id);
  const label = labelKey(quoted);
  const facts = `${votesText(votes, locale)} · ${authorsText(paper.authors, locale)}`;
  const more =
    discussion === null
      ? ''
      : ` · ${element('a', { href: discussion }, tellPlain('buttons.huggingFace', locale))}`;
  return rawElement(
    'li',
    {},
    [
      rawElement(
        'p',
        {},
        rawElement(
          'strong',
          {},
          page === null ? element('span', {}, title) : element('a', { href: page }, title),
        ),
      ),
      rawElement('p', {}, element('span', {}, facts) + more),
      ...(label === null ? [] : [rawElement('p', {}, element('em', {}, tellPlain(label, locale)))]),
      ...(quoted === null ? [] : [element('p', {}, readMarkdown(quoted.text))]),
    ].join(''),
  );
}

/** When the votes were counted last; without them nothing changes for long. */
function updatedOf({ date, counted }: DailyPost): string {
  return timestamp(counted === null ? startOf(date) : instantOf(counted.last));
}

/** @see RFC 3339 */
function timestamp(instant: number): string {
  const isIn = instant >= 0 && instant < Date.UTC(10_000, 0);
  return isIn ? new Date(instant).toISOString() : NEVER;
}
