import { createHash } from 'node:crypto';
import { isLanguage, LANGUAGES, type Language } from '../language.ts';
import { type FeedFilter, filterKey, NoFeed, readFeedFilter } from './feed-filter.ts';
import type { Route } from './route.ts';

/** How long readers and proxies may cache the feed, s. */
const FRESH = 300;

const PLAIN = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

interface Held {
  readonly text: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

const HELD_MAX = 100;

/** A feed of all papers or of some; the same string while nothing changed. */
export type ReadFeed = (language: Language, filter: FeedFilter | null) => string | Promise<string>;

/**
 * `/feed.xml`: the latest digests in the language of `?lang=` or of the reader; with `?about=`, `?author=` and
 * `?min_votes=` only what `/search` finds for them. Answers 304 to a reader that has it.
 */
export function atomRoute(read: ReadFeed): Route {
  const held = new Map<string, Held>();
  return async (request) => {
    const language = languageOf(request);
    let key: string;
    let text: string;
    try {
      const filter = readFeedFilter(new URL(request.url).searchParams, language);
      key = `${language} ${filter === null ? '' : filterKey(filter)}`;
      text = await read(language, filter);
    } catch (error) {
      if (error instanceof NoFeed) return new Response(`${error.message}\n`, { status: 400, headers: PLAIN });
      throw error;
    }
    const before = held.get(key);
    const now = before?.text === text ? before : hold(text);
    held.delete(key);
    held.set(key, now);
    const [oldest] = held.keys();
    if (oldest !== undefined && held.size > HELD_MAX) held.delete(oldest);
    const headers = {
      'content-type': 'application/atom+xml; charset=utf-8',
      'content-language': language,
      'cache-control': `public, max-age=${FRESH}`,
      etag: now.tag,
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
    };
    if (names(request.headers.get('if-none-match'), now.tag))
      return new Response(null, { status: 304, headers });
    const length = { 'content-length': String(now.body.byteLength) };
    const body = request.method === 'HEAD' ? null : now.body;
    return new Response(body, { headers: { ...headers, ...length } });
  };
}

function hold(text: string): Held {
  const body = new TextEncoder().encode(text);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { text, body, tag: `"${hash}"` };
}

/** Whether `If-None-Match` names a tag. @see RFC 9110, 13.1.2 */
function names(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
}

function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('lang');
  return isLanguage(asked) ? asked : preferredLanguage(request.headers.get('accept-language') ?? '');
}

/** The reader's preferred language among ours. @see RFC 9110, 12.5.4 */
function preferredLanguage(header: string): Language {
  let [preferred, most]: [Language, number] = [LANGUAGES[0], 0];
  for (const part of header.split(',')) {
    const [, tag, weight] = /^\s*([a-z]{2})(?:-[\w-]*)?\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(part) ?? [];
    const language = tag?.toLowerCase();
    const wanted = Number(weight ?? 1) || 0;
    if (isLanguage(language) && wanted > most) [preferred, most] = [language, wanted];
  }
  return preferred;
}
