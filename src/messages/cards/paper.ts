import type { APIEmbed } from 'discord-api-types/v10';
import { type AnswerOf, PAPER_MORE } from '../../answers/answer.ts';
import { followCommand } from '../../answers/follow.ts';
import type { Paper } from '../../archive/paper.ts';
import { rankedAt } from '../../archive/ranking.ts';
import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import { number } from '../locales/index.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { paperLinks } from '../paper-lines.ts';
import { type Button, button, type Link, type Menu } from '../parts/controls/components.ts';
import { cardHead, factsLine, GAP } from '../parts/paper-facts.ts';
import { creditOf, type Quote, quote } from '../parts/summary.ts';
import { clean } from '../parts/text/escape.ts';
import { votesAsOf } from '../parts/text/format.ts';
import { teaser } from '../parts/text/links.ts';
import { renderAuthors } from './authors.ts';
import { abstractPage, hasAbstractPage, summaryFor, summaryPage } from './paper-pages.ts';

const FACTS = { authors: true, date: true } as const;
const SENTENCES = 3;

/** A paper's card, or one of the pages that its buttons open. */
export function renderPaper({ paper, allAuthors, show }: AnswerOf<'paper'>, locale: Language): Rendered {
  if (allAuthors !== null) return renderAuthors(paper, allAuthors, locale);
  if (show === 'abstract') return card(abstractPage(paper, locale), [followKeywords(paper, locale)]);
  if (show === 'summary') return card(summaryPage(paper, locale));
  return card(paperEmbed(paper, locale), [links(paper, locale), buttons(paper, locale), more(paper, locale)]);
}

/** Title, facts in one line, and what is new in two or three sentences. */
function paperEmbed(paper: Paper, locale: Language): APIEmbed {
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

/** One line about what Hugging Face links to the paper; empty if it links nothing. */
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

function links(paper: Paper, locale: Language): Link[] {
  const stars = paper.details?.stars;
  const shown = stars === undefined ? '' : ` ★ ${number(stars, locale)}`;
  return Object.values(paperLinks(paper, locale, shown)).flat();
}

/** Buttons to more of the paper, to save it and to ask about it. */
function buttons(paper: Paper, locale: Language): Button[] {
  const options = { paper: paper.id };
  const open = (key: 'abstract' | 'summary' | 'otherSummary', show: string) =>
    button(tellPlain(`buttons.${key}`, locale), 'paper', { ...options, show });
  const summary = summaryFor(paper, locale);
  const key = summary?.language === locale ? 'summary' : 'otherSummary';
  const question = { command: 'ask', options, form: 'question' };
  return [
    ...(hasAbstractPage(paper) ? [open('abstract', 'abstract')] : []),
    ...(summary === null ? [] : [open(key, 'summary')]),
    button(tellPlain('saved.save', locale), 'save', options),
    { label: tellPlain('talk.aboutPaper.short', locale), invocation: question },
  ];
}

/** The rarer actions as a menu: a second row of buttons would take much room on a phone. */
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
