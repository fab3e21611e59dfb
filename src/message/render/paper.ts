import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Paper, Section } from '../../archive/paper.ts';
import { sectionKind } from '../../archive/section.ts';
import { cardHead } from '../card.ts';
import { COLOURS } from '../colours.ts';
import type { Button, Link, Row } from '../components.ts';
import { compose } from '../compose.ts';
import { cut, share } from '../cut.ts';
import { day } from '../dates.ts';
import { clean, escapeLines, escapeText } from '../escape.ts';
import { followUpButton } from '../follow-up.ts';
import { asOf, authorsText, votesText } from '../format.ts';
import * as limits from '../limits.ts';
import { arxivPage, huggingFacePage, pdf } from '../links.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Locale, Rendered } from '../message.ts';
import { isKorean, points } from '../summary.ts';
import { renderAuthors } from './authors.ts';

const NAMES_SHOWN = 6;
const NAMES_MAX = 500;
const DATES_SHOWN = 4;
const HEADING_MAX = 100;
/** Points without a heading, where fields with headings follow and must stay under 6,000 characters as well. */
const POINTS_BESIDE_FIELDS_MAX = 1500;

/** A paper's card, or a page of its full list of authors. */
export function renderPaper({ paper, allAuthors }: AnswerOf<'paper'>, locale: Locale): Rendered {
  if (allAuthors !== null) return renderAuthors(paper, allAuthors, locale);
  return compose({
    embeds: [card(paper, locale)],
    rows: [
      buttons(paper, locale),
      [followUpButton({ command: 'ask', options: { paper: paper.id }, form: 'question' }, locale)],
    ],
  });
}

function card(paper: Paper, locale: Locale): APIEmbed {
  const sections = paper.sections.filter(({ text }) => clean(text) !== '');
  const headed = sections.filter(({ heading }) => heading !== null).slice(0, limits.EMBED_FIELDS_MAX);
  const head = facts(paper, sections, locale);
  const room = limits.EMBED_DESCRIPTION_MAX - head.length - 2;
  const bullets = bulletList(points(sections), headed.length > 0 ? POINTS_BESIDE_FIELDS_MAX : room);
  const embed = {
    ...cardHead(paper, locale),
    description: bullets === '' ? head : `${head}\n\n${bullets}`,
    color: paper.doubtful ? COLOURS.doubt : COLOURS.paper,
    footer: { text: footer(paper, sections, locale) },
  };
  return { ...embed, fields: fields(headed, limits.EMBEDS_TOTAL_MAX - limits.embedLength(embed), locale) };
}

/** Votes, authors and days, and what is to be known before reading the summary. */
function facts(paper: Paper, sections: readonly Section[], locale: Locale): string {
  const votes = votesText(paper.votes, locale);
  const lines = [
    typeof paper.votes === 'number' ? `**${votes}** · ${asOf(paper.votesAsOf, locale)}` : votes,
    cut(escapeText(authorsText(paper.authors, locale, NAMES_SHOWN)), NAMES_MAX),
    listed(paper, locale),
  ];
  if (sections.length === 0) lines.push('', tell('paper.noSummary', locale));
  else if (paper.doubtful) lines.push('', tell('paper.doubtful', locale));
  return lines.join('\n');
}

function listed({ listings }: Paper, locale: Locale): string {
  const all = [...new Set(listings.map(({ date }) => day(date, locale)))];
  const dates = all.slice(0, DATES_SHOWN).join(', ');
  const count = all.length - DATES_SHOWN;
  return count > 0
    ? tell('paper.listedMore', locale, { dates, count })
    : tell('paper.listed', locale, { dates });
}

/** The points one below the other; the last one that fits is cut. */
function bulletList(texts: readonly string[], max: number): string {
  return cut(texts.map((text) => `- ${escapeLines(text)}`).join('\n'), max);
}

function fields(sections: readonly Section[], room: number, locale: Locale): APIEmbedField[] {
  const drafts = sections.map((section) => ({
    name: nameOf(section, locale),
    value: escapeLines(section.text),
  }));
  const names = drafts.reduce((sum, { name }) => sum + name.length, 0);
  const wanted = drafts.map(({ value }) => Math.min(value.length, limits.FIELD_VALUE_MAX));
  const shares = share(wanted, room - names);
  return drafts.map(({ name, value }, index) => ({ name, value: cut(value, shares[index] ?? 0) }));
}

function nameOf({ heading }: Section, locale: Locale): string {
  const kind = sectionKind(heading);
  const own = kind === 'other' ? cut(escapeText(heading ?? ''), HEADING_MAX) : '';
  return own || tell(`paper.sections.${kind}`, locale);
}

function footer({ id }: Paper, sections: readonly Section[], locale: Locale): string {
  const source = isKorean(sections.map(({ text }) => text).join(' ')) ? 'paper.sourceKorean' : 'paper.source';
  return sections.length === 0
    ? `arXiv ${clean(id)}`
    : `arXiv ${clean(id)} · ${tellPlain(source, locale, { count: 1 })}`;
}

function buttons(paper: Paper, locale: Locale): Row {
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

function link(label: string, url: string | null): Link[] {
  return url === null ? [] : [{ label, url }];
}
