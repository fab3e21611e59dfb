import type { APIEmbed } from 'discord-api-types/v10';
import type { Paper } from '../archive/paper.ts';
import { cut } from './cut.ts';
import { escapeText } from './escape.ts';
import { titleText } from './format.ts';
import { EMBED_TITLE_MAX } from './limits.ts';
import { arxivPage, thumbnail } from './links.ts';
import type { Locale } from './message.ts';

type CardHead = { title: string } & Pick<APIEmbed, 'url' | 'thumbnail'>;

/** What every card of a paper begins with: its title (after its rank, where it has one) as a link, and its picture. */
export function cardHead({ id, title }: Paper, locale: Locale, rank?: number): CardHead {
  const url = arxivPage(id);
  const image = thumbnail(id);
  const place = rank === undefined ? '' : `${rank}. `;
  return {
    title: cut(place + escapeText(titleText(title, locale)), EMBED_TITLE_MAX),
    ...(url !== null && { url }),
    ...(image !== null && { thumbnail: { url: image } }),
  };
}
