import type { Day, Media, PaperId } from '../../../archive/paper.ts';

/**
 * The only place that makes addresses. Each is made of an id that has an id's shape, or of an address that was checked
 * part by part; what has not that shape gets none.
 *
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
const NEW_ID = /^\d{4}\.\d{4,5}$/;
const OLD_ID = /^[a-z-]+(?:\.[A-Z]{2})?\/\d{7}$/;

/** Where the summaries of the archive come from. */
export const SUMMARIES = 'https://github.com/l-yohai/daily_papers_ko';

/** The paper's page on arXiv, which every id has: where titles lead. */
export function arxivPage(id: PaperId): string | null {
  return NEW_ID.test(id) || OLD_ID.test(id) ? `https://arxiv.org/abs/${id}` : null;
}

export function pdf(id: PaperId): string | null {
  return NEW_ID.test(id) || OLD_ID.test(id) ? `https://arxiv.org/pdf/${id}` : null;
}

/** The paper's page on Hugging Face, with votes and discussion; ids from before 2007 have none. */
export function huggingFacePage(id: PaperId): string | null {
  return NEW_ID.test(id) ? `https://huggingface.co/papers/${id}` : null;
}

/** The list of a day on Hugging Face. */
export function huggingFaceDay(date: Day): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `https://huggingface.co/papers/date/${date}` : null;
}

/** A repository on GitHub, made anew of its owner and name. */
export function repository(address: string | null): string | null {
  const match = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100})\/?$/.exec(address ?? '');
  if (match === null || /^\.+$/.test(match[2] ?? '')) return null;
  return `https://github.com/${match[1]}/${match[2]}`;
}

/**
 * A project's page, wherever that is: an `https:` address without name, password or port, with the host by which the
 * reader can tell whether to follow it.
 *
 * @param max the longest address there is room for
 */
export function projectPage(address: string | null, max: number): { url: string; host: string } | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, username, password, port, hostname, href } = new URL(address);
  if (protocol !== 'https:' || username + password + port !== '' || href.length > max) return null;
  return /^[a-z\d-]+(\.[a-z\d-]+)+$/.test(hostname) ? { url: href, host: hostname } : null;
}

/** A path on Hugging Face's host of uploads to a picture that Discord shows. */
const PICTURE = /^\/[\w/.-]{1,300}\.(?:png|jpe?g|gif|webp)$/i;

/** The picture that was submitted with a paper; null for a video, and for the one that is made of every title. */
export function teaser(media: Media | null): string | null {
  if (media?.kind !== 'image' || !URL.canParse(media.url)) return null;
  const { origin, pathname } = new URL(media.url);
  if (origin !== 'https://cdn-uploads.huggingface.co' || !PICTURE.test(pathname)) return null;
  return `${origin}${pathname}`;
}
