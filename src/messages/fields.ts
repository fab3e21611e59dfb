import type { FactOf, FieldOf, PaperField, PlaceOf } from '../answers/answer.ts';
import { authorNamesOf } from '../archive/merge/assemble.ts';
import { authorsOf } from '../archive/orders.ts';
import type { Paper } from '../archive/paper.ts';
import { endOf } from '../archive/select.ts';
import type { Language } from '../language.ts';
import { BUTTON_URL_MAX } from './limits.ts';
import { tell, tellPlain } from './locale.ts';
import { number } from './locales/index.ts';
import { authorLines, listedLines, paperLinks, titleOf, votesLines } from './paper-lines.ts';
import type { Link } from './parts/controls/components.ts';
import { day, wholePeriod } from './parts/text/dates.ts';
import { clean } from './parts/text/escape.ts';
import { nameText, titleText } from './parts/text/format.ts';
import { arxivPage, projectPage, repository } from './parts/text/links.ts';
import { cut } from './parts/text/truncate.ts';

const ASKED_MAX = 100;
const ADDRESS_MAX = 300;
const KEYWORDS_MAX = 600;

type Fields = FactOf<'fields'>;

/** The requested fields of papers, as Markdown. Says so if the archive does not have a field. */
export function fieldLines({ of, papers, asked }: Fields, locale: Language): string[] {
  return papers.flatMap((one) => of.flatMap((field) => linesOf(field, one, asked ?? '', locale)));
}

function linesOf(
  of: PaperField,
  { paper, author, places }: FieldOf,
  asked: string,
  locale: Language,
): string[] {
  const title = titleOf(paper, locale);
  const details = paper.details;
  const value = (key: ValueKey, text: string | null | undefined, max: number): string[] => {
    const known = clean(text ?? '');
    if (known === '') return [tell(`ask.field.no.${key}`, locale, { title }), ...sourceLine(paper, locale)];
    return [tell(`ask.field.${key}`, locale, { title, value: cut(known, max) })];
  };
  switch (of) {
    case 'authors':
      return authorLines(paper, locale);
    case 'first-author':
      return endLines(paper, 0, locale);
    case 'last-author':
      return endLines(paper, -1, locale);
    case 'author-count':
      return countLines(paper, locale);
    case 'is-author':
      return isAuthorLines(paper, author, asked, locale);
    case 'day':
      return listedLines(paper, locale);
    case 'votes':
      return votesLines(paper, locale);
    case 'rank':
      return [tell('ask.field.rank', locale, { title }), ...places.map((place) => placeLine(place, locale))];
    case 'link':
      return [tell('ask.field.link', locale, { title, value: arxivPage(paper.id) ?? paper.id })];
    case 'code':
      return value('code', repository(details?.code ?? null), ADDRESS_MAX);
    case 'project':
      return value('project', projectPage(details?.project ?? null, BUTTON_URL_MAX)?.url, ADDRESS_MAX);
    case 'stars':
      return value('stars', details?.stars === undefined ? null : number(details.stars, locale), ASKED_MAX);
    case 'organization':
      return value('organization', details?.organization, ASKED_MAX);
    case 'keywords':
      return value('keywords', (details?.keywords ?? []).join(', '), KEYWORDS_MAX);
    case 'unknown': {
      // What is not held has no page to check it on; the paper's button is below.
      const name = cut(titleText(paper.title, locale), ADDRESS_MAX);
      return [tell('ask.field.unknown', locale, { title: name, asked: cut(clean(asked), ASKED_MAX) })];
    }
    default:
      return of satisfies never;
  }
}

type ValueKey = 'code' | 'project' | 'stars' | 'organization' | 'keywords';

/** Explains that only Hugging Face has this field, if the paper is only known from Markdown. */
function sourceLine({ details }: Paper, locale: Language): string[] {
  return details === null ? [tell('ask.field.markdown', locale)] : [];
}

function endLines(paper: Paper, place: 0 | -1, locale: Language): string[] {
  const title = titleOf(paper, locale);
  const name = endOf(paper, place);
  const which = place === 0 ? 'first' : 'last';
  if (name !== undefined)
    return [tell(`ask.field.${which}Author`, locale, { title, name: nameText(name, locale) })];
  const key = paper.authors.ordered ? 'ask.field.endHidden' : 'ask.field.noOrder';
  return [
    tell(key, locale, { title }),
    ...(paper.authors.names.length > 0 ? authorLines(paper, locale) : []),
  ];
}

function countLines(paper: Paper, locale: Language): string[] {
  const { authors } = paper;
  const title = titleOf(paper, locale);
  const count = authorsOf(paper);
  if (count === 0) return [tell('ask.authors.unknown', locale, { title })];
  return [tell(authors.cut ? 'ask.field.authorsAtLeast' : 'ask.field.authorCount', locale, { title, count })];
}

function isAuthorLines(paper: Paper, author: string | null, asked: string, locale: Language): string[] {
  const isWhole =
    !paper.authors.cut && (paper.details?.hiddenAuthors ?? 0) === 0 && authorNamesOf(paper).length > 0;
  const key = author !== null ? 'yes' : isWhole ? 'no' : 'unsure';
  return [
    tell(`ask.authors.${key}`, locale, {
      name: nameText(author ?? asked, locale),
      title: titleOf(paper, locale),
    }),
  ];
}

function placeLine({ from, to, place, isListed, among }: PlaceOf, locale: Language): string {
  const period = from === to ? day(from, locale) : wholePeriod(from, to, locale);
  const papers = tellPlain('papers.count', locale, { count: among });
  if (!isListed) return tell('ask.field.notListed', locale, { period });
  if (place === null) return tell('ask.field.placeUnknown', locale, { period });
  return tell('ask.field.place', locale, { period, place, papers });
}

/** Buttons to the requested addresses; only for a single paper. */
export function fieldLinks({ of, papers }: Fields, locale: Language): Link[] {
  const [one, ...others] = papers;
  if (one === undefined || others.length > 0) return [];
  const { pages, code, project } = paperLinks(one.paper, locale);
  const isLink = of.includes('link');
  return [
    ...(isLink ? pages : []),
    ...(isLink || of.includes('code') || of.includes('stars') ? code : []),
    ...(isLink || of.includes('project') ? project : []),
  ];
}
