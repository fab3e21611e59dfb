import type { APIEmbed } from 'discord-api-types/v10';
import type { Paper } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { EMBED_TITLE_MAX } from '../limits.ts';
import { escapeText } from './text/escape.ts';
import { titleText } from './text/format.ts';
import { arxivPage } from './text/links.ts';
import { cut } from './text/truncate.ts';

type CardHead = { title: string } & Pick<APIEmbed, 'url'>;

/** The head of a paper's card: its title as a link, after its rank if there is one. */
export function cardHead(
  { id, title }: Paper,
  locale: Language,
  rank?: number,
  max = EMBED_TITLE_MAX,
): CardHead {
  const url = arxivPage(id);
  const place = rank === undefined ? '' : `${rank}. `;
  return {
    title: cut(place + escapeText(titleText(title, locale)), max),
    ...(url !== null && { url }),
  };
}
