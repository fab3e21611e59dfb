import type { APIEmbed } from 'discord-api-types/v10';
import { PAPER_MORE } from '../../answers/answer.ts';
import { followCommand } from '../../answers/follow.ts';
import type { Paper } from '../../archive/paper.ts';
import { rankedAt } from '../../archive/ranking.ts';
import type { Language } from '../../language.ts';
import * as limits from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { number } from '../locales/index.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import type { Button, Link, Menu } from '../parts/controls/components.ts';
import { cardHead, factsLine, GAP } from '../parts/paper-facts.ts';
import { creditOf, type Quote, quote } from '../parts/summary.ts';
import { clean } from '../parts/text/escape.ts';
import { votesAsOf } from '../parts/text/format.ts';
import { arxivPage, huggingFacePage, pdf, projectPage, repository, teaser } from '../parts/text/links.ts';
import { renderAuthors } from './authors.ts';
import { abstractPage, hasAbstractPage, summaryFor, summaryPage } from './paper-pages.ts';

const FACTS = { authors: true, date: true } as const;
const SENTENCES = 3;

/** A paper's card, or what stands behind one of its buttons. */
export function renderPaper({ paper, allAuthors, show }: AnswerOf<'paper'>, locale: Language): Rendered {
  if (allAuthors !== null) return renderAuthors(paper, allAuthors, locale);
  if (show === 'abstract')
    return compose({ embeds: [abstractPage(paper, locale)], rows: [followKeywords(paper, locale)] });
  if (show === 'summary') return compose({ embeds: [summaryPage(paper, locale)] });
  return compose({
    embeds: [card(paper, locale)],
    rows: [links(paper, locale), buttons(paper, locale), more(paper, locale)],
  });
}

/** Title, facts in one line, and what is new in two or three sentences. */
function card(paper: Paper, locale: Language): APIEmbed {
  const news = quote(paper, SENTENCES, locale);
  const isLeftOut = paper.doubtful && news?.source !== 'model';
  const lines = [
    factsLine(rankedAt(1, paper), FACTS, locale),
    ...linkedLine(paper, locale),
    ...(isLeftOut ? ['', tell('card.doubtful', locale)] : []),
    '',
    news?.text ?? tell('card.noSummary', locale),
  ];
  const picture = teaser(paper.media);
  return {
    ...cardHead(paper, locale),
    description: lines.join('\n'),
    color: isLeftOut ? COLOURS.doubt : COLOURS.paper,
    ...(picture !== null && { thumbnail: { url: picture } }),
    footer: { text: footer(paper, news, locale) },
  };
}

const LINKED = ['models', 'datasets', 'spaces'] as const;

/** What Hugging Face links to the paper, in one line; empty where that is nothing. */
function linkedLine({ details }: Paper, locale: Language): string[] {
  const counts = LINKED.flatMap((what) => {
    const count = details?.[what] ?? 0;
    return count > 0 ? [tellPlain(`card.${what}`, locale, { count })] : [];
  });
  const facts = [...counts, ...(details?.authorAnswers ? [tellPlain('card.authorAnswers', locale)] : [])];
  return facts.length > 0 ? [tell('card.onHuggingFace', locale, { facts: facts.join(GAP) })] : [];
}

function footer(paper: Paper, news: Quote | null, locale: Language): string {
  const parts = [
    `arXiv ${clean(paper.id)}`,
    votesAsOf([rankedAt(1, paper)], locale) ?? '',
    creditOf(news === null ? [] : [news], locale),
  ];
  return parts.filter((part) => part !== '').join(GAP);
}

/** Where the paper, its code and its project are, by addresses that Hugging Face has of it. */
function links({ id, details }: Paper, locale: Language): Link[] {
  const project = projectPage(details?.project ?? null, limits.BUTTON_URL_MAX);
  const stars = details?.stars === undefined ? '' : ` ★ ${number(details.stars, locale)}`;
  return [
    ...link(tellPlain('buttons.arxiv', locale), arxivPage(id)),
    ...link(tellPlain('buttons.pdf', locale), pdf(id)),
    ...link(tellPlain('buttons.huggingFace', locale), huggingFacePage(id)),
    ...link(tellPlain('card.code', locale) + stars, repository(details?.code ?? null)),
    ...(project === null ? [] : link(tellPlain('card.project', locale, { host: project.host }), project.url)),
  ];
}

/** What is read by whoever asks for it alone, and the ways on from here. */
function buttons(paper: Paper, locale: Language): Button[] {
  const { id } = paper;
  const open = (options: Readonly<Record<string, string | number>>) => ({
    command: 'paper',
    options: { paper: id, ...options },
  });
  const summary = summaryFor(paper, locale);
  return [
    ...(hasAbstractPage(paper)
      ? [{ label: tellPlain('buttons.abstract', locale), invocation: open({ show: 'abstract' }) }]
      : []),
    ...(summary === null
      ? []
      : [
          {
            label: tellPlain(
              summary.language === locale ? 'buttons.summary' : 'buttons.otherSummary',
              locale,
            ),
            invocation: open({ show: 'summary' }),
          },
        ]),
    { label: tellPlain('saved.save', locale), invocation: { command: 'save', options: { paper: id } } },
    {
      label: tellPlain('talk.aboutPaper.short', locale),
      invocation: { command: 'ask', options: { paper: id }, form: 'question' },
    },
  ];
}

/** What fewer people want stands in a menu: on a phone a second row of buttons would take as much room as the paper. */
function more({ id, authors }: Paper, locale: Language): Menu {
  const count = authors.names.length;
  const labels = {
    authors: tellPlain(authors.cut ? 'authors.countAtLeast' : 'authors.count', locale, { count }),
    similar: tellPlain('buttons.similar', locale),
    cite: tellPlain('buttons.cite', locale),
    follow: tellPlain('follow.button', locale),
  };
  return {
    placeholder: tellPlain('buttons.more', locale),
    invocation: { command: 'paper', options: { paper: id }, pick: 'show' },
    options: PAPER_MORE.filter((what) => what !== 'authors' || count > 1).map((what) => ({
      label: labels[what],
      value: what,
    })),
  };
}

/** Follows one of the paper's keywords. */
function followKeywords({ details }: Paper, locale: Language): Button[] {
  return (details?.keywords ?? []).map((value) => ({
    label: tellPlain('follow.buttonNamed', locale, { name: value }),
    invocation: followCommand({ what: 'topic', value }),
  }));
}

function link(label: string, url: string | null): Link[] {
  return url === null ? [] : [{ label, url }];
}
