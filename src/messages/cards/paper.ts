import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { paragraphsOf } from '../../archive/abstract.ts';
import type { Paper, Section } from '../../archive/paper.ts';
import { sectionKind } from '../../digest-format/read/section.ts';
import type { Language } from '../../language.ts';
import { compose } from '../compose.ts';
import * as limits from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Rendered } from '../message.ts';
import { cardHead } from '../parts/card.ts';
import { COLOURS } from '../parts/colours.ts';
import type { Button, Link, Row } from '../parts/components.ts';
import { creditOf } from '../parts/credit.ts';
import { followUpButton } from '../parts/follow-up.ts';
import { points, type Shown, shownSummary } from '../parts/summary.ts';
import { day } from '../parts/text/dates.ts';
import { clean, cleanLines, escapeLines, escapeText } from '../parts/text/escape.ts';
import { asOf, authorsText, nameText, votesText } from '../parts/text/format.ts';
import { arxivPage, huggingFacePage, pdf, projectPage, repository } from '../parts/text/links.ts';
import { cut, share } from '../parts/text/truncate.ts';
import { renderAuthors } from './authors.ts';

const NAMES_SHOWN = 6;
const NAMES_MAX = 500;
const DATES_SHOWN = 4;
const HEADING_MAX = 100;
const ORGANIZATION_MAX = 100;
const KEYWORDS_MAX = 200;
/** Texts above the fields, which must stay under 6,000 characters together with these. */
const TEXT_BESIDE_FIELDS_MAX = 1500;

/** A paper's card, or a page of its full list of authors. */
export function renderPaper({ paper, allAuthors }: AnswerOf<'paper'>, locale: Language): Rendered {
  if (allAuthors !== null) return renderAuthors(paper, allAuthors, locale);
  return compose({
    embeds: [card(paper, locale)],
    rows: [
      buttons(paper, locale),
      [
        ...links(paper, locale),
        followUpButton({ command: 'ask', options: { paper: paper.id }, form: 'question' }, locale),
      ],
    ],
  });
}

function card(paper: Paper, locale: Language): APIEmbed {
  const summary = shownSummary(paper, locale);
  const { sections } = summary;
  const headed = sections.filter(({ heading }) => heading !== null).slice(0, limits.EMBED_FIELDS_MAX);
  const english = englishTexts(paper, summary, locale);
  const head = [facts(paper, locale), ...warning(paper, summary, english, locale)].join('\n');
  const besideFields = headed.length > 0 ? TEXT_BESIDE_FIELDS_MAX : limits.EMBED_DESCRIPTION_MAX;
  const room = Math.min(besideFields, limits.EMBED_DESCRIPTION_MAX - head.length - 2);
  const embed = {
    ...cardHead(paper, locale),
    description: [head, ...textBlocks(english, summary, room, locale)].join('\n\n'),
    color: paper.doubtful && summary.source === 'summary' ? COLOURS.doubt : COLOURS.paper,
    footer: { text: footer(paper, summary, english, locale) },
  };
  return { ...embed, fields: fields(headed, limits.EMBEDS_TOTAL_MAX - limits.embedLength(embed), locale) };
}

/** Votes, authors, who stands behind them, days and keywords. */
function facts(paper: Paper, locale: Language): string {
  const { authors, details, votesAsOf: at } = paper;
  const hidden = details?.hiddenAuthors ?? 0;
  const votes = votesText(paper.votes, locale);
  const [first] = authors.names;
  const isFirstKnown = authors.ordered && !authors.cut && hidden === 0 && authors.names.length > 1;
  const organization = cut(clean(details?.organization ?? ''), ORGANIZATION_MAX);
  const keywords = (details?.keywords ?? []).map(clean).filter((word) => word !== '');
  return [
    typeof paper.votes === 'number' ? `**${votes}** · ${asOf({ first: at, last: at }, locale)}` : votes,
    isFirstKnown ? tell('card.firstAuthor', locale, { name: nameText(first ?? '', locale) }) : '',
    authors.names.length > 0 || hidden === 0
      ? cut(escapeText(authorsText(authors, locale, NAMES_SHOWN)), NAMES_MAX)
      : '',
    hidden > 0 ? `\\+ ${tell('card.hidden', locale, { count: hidden })}` : '',
    organization === '' ? '' : tell('card.organization', locale, { name: organization }),
    listed(paper, locale),
    keywords.length === 0
      ? ''
      : tell('card.keywords', locale, { words: cut(keywords.join(', '), KEYWORDS_MAX) }),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** What is to be known before reading on, after an empty line. */
function warning(
  { doubtful }: Paper,
  { sections, source }: Shown,
  english: readonly English[],
  locale: Language,
): string[] {
  if (source === 'model') return [];
  if (doubtful) return ['', tell(sections.length > 0 ? 'paper.doubtful' : 'card.doubtful', locale)];
  return sections.length === 0 && english.length === 0 ? ['', tell('paper.noSummary', locale)] : [];
}

interface English {
  readonly source: 'ai' | 'abstract';
  /** In lines, not escaped. */
  readonly text: string;
}

/** What stands on the card in English: all there is where no summary is shown; for readers of English the abstract too. */
function englishTexts(
  { details, doubtful }: Paper,
  { sections, source }: Shown,
  locale: Language,
): readonly English[] {
  const abstract = cleanLines(paragraphsOf(details?.abstract ?? ''));
  const ai = clean(details?.aiSummary ?? '');
  return [
    ...(ai !== '' && sections.length === 0 && !doubtful ? [{ source: 'ai', text: ai } as const] : []),
    ...(abstract !== '' && (sections.length === 0 || (locale === 'en' && (!doubtful || source === 'model')))
      ? [{ source: 'abstract', text: abstract } as const]
      : []),
  ];
}

/** The texts above the fields, each under what it is, in `room` characters together with what stands between them. */
function textBlocks(
  english: readonly English[],
  { sections, source }: Shown,
  room: number,
  locale: Language,
): string[] {
  const bullets = points(sections)
    .map((text) => `- ${escapeLines(text)}`)
    .join('\n');
  const drafts = [
    ...english.map(({ source, text }) => ({
      label: `**${tell(source === 'ai' ? 'card.aiSummary' : 'card.abstract', locale)}**\n`,
      text: escapeLines(text),
    })),
    ...(bullets === '' ? [] : [{ label: '', text: bullets }]),
    // Last, so that it stands right over the fields that it is about.
    ...(source === 'model' ? [{ label: `**${tell('card.written', locale)}**`, text: '' }] : []),
  ];
  const fixed = drafts.reduce((sum, { label }) => sum + label.length + 2, 0);
  const shares = share(
    drafts.map(({ text }) => text.length),
    room - fixed,
  );
  return drafts.map(({ label, text }, index) => label + cut(text, shares[index] ?? 0));
}

function listed({ listings }: Paper, locale: Language): string {
  const all = [...new Set(listings.map(({ date }) => day(date, locale)))];
  const dates = all.slice(0, DATES_SHOWN).join(', ');
  const count = all.length - DATES_SHOWN;
  return count > 0
    ? tell('paper.listedMore', locale, { dates, count })
    : tell('paper.listed', locale, { dates });
}

function fields(sections: readonly Section[], room: number, locale: Language): APIEmbedField[] {
  const drafts = sections.map((section) => ({
    name: nameOf(section, locale),
    value: escapeLines(section.text),
  }));
  const names = drafts.reduce((sum, { name }) => sum + name.length, 0);
  const wanted = drafts.map(({ value }) => Math.min(value.length, limits.FIELD_VALUE_MAX));
  const shares = share(wanted, room - names);
  return drafts.map(({ name, value }, index) => ({ name, value: cut(value, shares[index] ?? 0) }));
}

function nameOf({ heading }: Section, locale: Language): string {
  const kind = sectionKind(heading);
  const own = kind === 'other' ? cut(escapeText(heading ?? ''), HEADING_MAX) : '';
  return own || tell(`paper.sections.${kind}`, locale);
}

function footer(
  { id }: Paper,
  { sections, source }: Shown,
  english: readonly English[],
  locale: Language,
): string {
  const summary = sections.map(({ text }) => text).join(' ');
  const credit = creditOf([...(sections.length > 0 ? [{ text: summary, source }] : []), ...english], locale);
  return [`arXiv ${clean(id)}`, credit].filter((part) => part !== '').join(' · ');
}

function buttons(paper: Paper, locale: Language): Row {
  const { id, authors } = paper;
  const label = tellPlain(authors.cut ? 'buttons.authorsCut' : 'buttons.authors', locale, {
    count: authors.names.length,
  });
  const all: Button = {
    label,
    invocation: { command: 'paper', options: { paper: id, authors: 1 }, here: true },
  };
  return [
    ...link(tellPlain('buttons.arxiv', locale), arxivPage(id)),
    ...link(tellPlain('buttons.pdf', locale), pdf(id)),
    ...link(tellPlain('buttons.huggingFace', locale), huggingFacePage(id)),
    ...(authors.names.length > 0 ? [all] : []),
    {
      label: tellPlain('buttons.similar', locale),
      invocation: { command: 'paper', options: { paper: id, similar: 1 } },
    },
  ];
}

/** Where the paper's code and its project are, by addresses that Hugging Face has of it. */
function links({ details }: Paper, locale: Language): Link[] {
  const project = projectPage(details?.project ?? null, limits.BUTTON_URL_MAX);
  return [
    ...link(tellPlain('card.code', locale), repository(details?.code ?? null)),
    ...(project === null ? [] : link(tellPlain('card.project', locale, { host: project.host }), project.url)),
  ];
}

function link(label: string, url: string | null): Link[] {
  return url === null ? [] : [{ label, url }];
}
