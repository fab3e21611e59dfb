import { createHash } from 'node:crypto';
import type { Language } from '../language.ts';
import type { Route } from './route.ts';

/** How long readers and proxies may go without asking again, in seconds. */
const FRESH = 300;

interface Held {
  readonly text: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/**
 * `/feed.xml`: the latest digests as an Atom feed, in the language of `?lang=`, else in the one that the reader prefers.
 * Whoever has it already is told so.
 *
 * @param read the feed in a language; the same string while nothing changed
 */
export function atomRoute(read: (language: Language) => string): Route {
  const held = new Map<Language, Held>();
  return async (request) => {
    const language = languageOf(request);
    const text = read(language);
    const before = held.get(language);
    const now = before?.text === text ? before : hold(text);
    held.set(language, now);
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

/** Whether a header `If-None-Match` names a tag. @see RFC 9110, 13.1.2 */
function names(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
}

function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('lang');
  if (asked === 'ko' || asked === 'en') return asked;
  return prefersKorean(request.headers.get('accept-language') ?? '') ? 'ko' : 'en';
}

/** Whether Korean comes before English. @see RFC 9110, 12.5.4 */
function prefersKorean(header: string): boolean {
  const weights = { en: 0, ko: 0 };
  for (const part of header.split(',')) {
    const [, language, weight] = /^\s*(en|ko)(?:-[\w-]*)?\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(part) ?? [];
    const key = language?.toLowerCase();
    if (key === 'en' || key === 'ko') weights[key] = Math.max(weights[key], Number(weight ?? 1) || 0);
  }
  return weights.ko > weights.en || (weights.ko > 0 && weights.ko === weights.en && /^\s*ko\b/i.test(header));
}
