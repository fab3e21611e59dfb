import type { Day, Media, PaperId } from '../../../archive/paper.ts';

/**
 * Only this file makes addresses of papers and their pages. Each is built from an id in an id's shape, or from an address
 * checked part by part; anything else gives null.
 *
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
const NEW_ID = /^\d{4}\.\d{4,5}$/;
const OLD_ID = /^[a-z-]+(?:\.[A-Z]{2})?\/\d{7}$/;

/** The origin of the archive's Markdown summaries. */
export const SUMMARIES = 'https://github.com/l-yohai/daily_papers_ko';

/** A paper's page on arXiv, to which titles link. */
export function arxivPage(id: PaperId): string | null {
  return NEW_ID.test(id) || OLD_ID.test(id) ? `https://arxiv.org/abs/${id}` : null;
}

export function pdf(id: PaperId): string | null {
  return NEW_ID.test(id) || OLD_ID.test(id) ? `https://arxiv.org/pdf/${id}` : null;
}

/** A paper's page on Hugging Face, with votes and discussion; null for ids from before April 2007. */
export function huggingFacePage(id: PaperId): string | null {
  return NEW_ID.test(id) ? `https://huggingface.co/papers/${id}` : null;
}

/** A day's list on Hugging Face. */
export function huggingFaceDay(date: Day): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `https://huggingface.co/papers/date/${date}` : null;
}

/** The address of a GitHub repository, built from its owner and name. */
export function repository(address: string | null): string | null {
  const match = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100})\/?$/.exec(address ?? '');
  if (match === null || /^\.+$/.test(match[2] ?? '')) return null;
  return `https://github.com/${match[1]}/${match[2]}`;
}

/**
 * A project's page on any host: an `https:` address without user name, password or port. The host is shown to the reader,
 * who can then decide whether to follow the link.
 *
 * @param max the longest address, in characters
 */
export function projectPage(address: string | null, max: number): { url: string; host: string } | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, username, password, port, hostname, href } = new URL(address);
  if (protocol !== 'https:' || username + password + port !== '' || href.length > max) return null;
  return /^[a-z\d-]+(\.[a-z\d-]+)+$/.test(hostname) ? { url: href, host: hostname } : null;
}

/** The path of a picture, in a format that Discord shows, on Hugging Face's host for uploads. */
const PICTURE = /^\/[\w/.-]{1,300}\.(?:png|jpe?g|gif|webp)$/i;

/** The picture submitted with a paper; null for a video, and for the preview that Hugging Face makes from the title. */
export function teaser(media: Media | null): string | null {
  if (media?.kind !== 'image' || !URL.canParse(media.url)) return null;
  const { origin, pathname } = new URL(media.url);
  if (origin !== 'https://cdn-uploads.huggingface.co' || !PICTURE.test(pathname)) return null;
  return `${origin}${pathname}`;
}
