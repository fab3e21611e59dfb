import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { paragraphsOf } from '../../archive/abstract.ts';
import type { Paper, Section } from '../../archive/paper.ts';
import { sectionKind } from '../../digest-format/read/section.ts';
import { LANGUAGES, type Language } from '../../language.ts';
import * as limits from '../limits.ts';
import { tell } from '../locale.ts';
import { COLOURS } from '../message.ts';
import { cardHead } from '../parts/paper-facts.ts';
import { creditOf, points, type Shown, shownSummary } from '../parts/summary.ts';
import { day } from '../parts/text/dates.ts';
import { clean, cleanLines, escapeLines, escapeText } from '../parts/text/escape.ts';
import { cut, share } from '../parts/text/truncate.ts';

const DATES_SHOWN = 4;
const HEADING_MAX = 100;
const KEYWORDS_MAX = 600;
const AI_MAX = 800;
/** Characters of points without a heading; leaves room for the fields within 6,000 characters. */
const POINTS_MAX = 1500;

/** Whether the paper has an abstract, a model's sentence on it, or keywords. */
export function hasAbstractPage({ details }: Paper): boolean {
  const { abstract, aiSummary, keywords } = textsOf(details);
  return abstract !== '' || aiSummary !== '' || keywords.length > 0;
}

/** The abstract, a model's sentence on it, keywords, and the days of the paper. */
export function abstractPage(paper: Paper, locale: Language): APIEmbed {
  const { abstract, aiSummary, keywords } = textsOf(paper.details);
  const said: Parameters<typeof creditOf>[0][number][] = [];
  const below: string[] = [];
  if (aiSummary !== '') {
    said.push({ text: aiSummary, source: 'ai' });
    below.push(`**${tell('card.aiSummary', locale)}**\n${cut(escapeText(aiSummary), AI_MAX)}`);
  }
  if (keywords.length > 0)
    below.push(tell('card.keywords', locale, { words: cut(keywords.join(', '), KEYWORDS_MAX / 2) }));
  below.push(listedText(paper, locale));
  const room = limits.EMBED_DESCRIPTION_MAX - below.join('\n\n').length - 4;
  if (abstract !== '') {
    said.push({ text: abstract, source: 'abstract' });
    const label = `**${tell('card.abstract', locale)}**\n`;
    below.unshift(label + cut(escapeLines(abstract), room - label.length));
  }
  const credit = creditOf(said, locale);
  return {
    ...cardHead(paper, locale),
    description: below.join('\n\n'),
    color: COLOURS.paper,
    ...(credit !== '' && { footer: { text: credit } }),
  };
}

function textsOf(details: Paper['details']) {
  return {
    abstract: cleanLines(paragraphsOf(details?.abstract ?? '')),
    aiSummary: clean(details?.aiSummary ?? ''),
    keywords: (details?.keywords ?? []).map(clean).filter((word) => word !== ''),
  };
}

function listedText({ listings }: Paper, locale: Language): string {
  const all = [...new Set(listings.map(({ date }) => day(date, locale)))];
  const dates = all.slice(0, DATES_SHOWN).join(', ');
  const count = all.length - DATES_SHOWN;
  const text =
    count > 0 ? tell('paper.listedMore', locale, { dates, count }) : tell('paper.listed', locale, { dates });
  return `-# ${text}`;
}

/** A paper's whole summary, in the reader's language if there is one, else in another. */
export function summaryFor(paper: Paper, locale: Language): (Shown & { readonly language: Language }) | null {
  for (const language of [locale, ...LANGUAGES.filter((one) => one !== locale)]) {
    const shown = shownSummary(paper, language);
    if (shown.sections.length > 0) return { ...shown, language };
  }
  return null;
}

/** All points of the summary, each under its heading. */
export function summaryPage(paper: Paper, locale: Language): APIEmbed {
  const summary = summaryFor(paper, locale);
  if (summary === null)
    return { ...cardHead(paper, locale), description: tell('card.noSummary', locale), color: COLOURS.paper };
  const { sections, source } = summary;
  const isDoubtful = paper.doubtful && source === 'summary';
  const bullets = points(sections)
    .map((text) => `- ${escapeLines(text)}`)
    .join('\n');
  const above = [
    ...(isDoubtful ? [tell('paper.doubtful', locale)] : []),
    ...(source === 'model' ? [`-# ${tell('card.written', locale)}`] : []),
    ...(bullets === '' ? [] : [cut(bullets, POINTS_MAX)]),
  ].join('\n\n');
  const credit = creditOf([{ text: sections.map(({ text }) => text).join(' '), source }], locale);
  const embed: APIEmbed = {
    ...cardHead(paper, locale),
    ...(above !== '' && { description: above }),
    color: isDoubtful ? COLOURS.doubt : COLOURS.paper,
    footer: { text: credit },
  };
  const headed = sections.filter(({ heading }) => heading !== null).slice(0, limits.EMBED_FIELDS_MAX);
  return { ...embed, fields: fields(headed, limits.EMBEDS_TOTAL_MAX - limits.embedLength(embed), locale) };
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
