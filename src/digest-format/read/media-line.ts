import type { Media } from '../../archive/paper.ts';
import { cleanText } from './chunks.ts';

const WATCH = /^\[watch video\](.*)$/is;
const VIDEO = /^(?:<div\b[^>]*>\s*)?<video\b((?:[^>"']|"[^"]*"|'[^']*')*)>(?:\s*<\/?(?:video|div)>)*$/i;
const ADDRESS = /\ssrc=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i;
const FRAME = /^(?:<\/?(?:div|video|p)>\s*)+$/i;

/**
 * Reads `![](url)`, `[Watch Video](url)`, `[Watch Video]url`, `<div><video … src="url"></video></div>`, `<video src='url'>`.
 *
 * @returns `'frame'` for tags around a video, null for other lines
 */
export function readMedia(line: string): Media | 'no-address' | 'frame' | null {
  const image = line.startsWith('![') && line.endsWith(')') ? line.indexOf('](', 2) : -1;
  if (image >= 0) return toMedia('image', line.slice(image + 2, -1));
  const watch = WATCH.exec(line)?.[1]?.trim();
  if (watch !== undefined) {
    const inside = /^\((.*)\)$/s.exec(watch)?.[1];
    // "[Watch Video] of the robot" is text.
    return inside === undefined && /[\s(]/.test(watch) ? null : toMedia('video', inside ?? watch);
  }
  const video = ADDRESS.exec(VIDEO.exec(line)?.[1] ?? '');
  if (video) return toMedia('video', video[1] ?? video[2] ?? video[3]);
  return FRAME.test(line) ? 'frame' : null;
}

/** Empty without an address. */
export function writeMedia({ kind, url }: Media): readonly string[] {
  const address = cleanText(url).replaceAll('\n', '').trim();
  if (address === '') return [];
  if (kind === 'image') return [`![](${address})`];
  const watch = `[Watch Video](${address})`;
  if (/[\s"'<>]/.test(address)) return [watch];
  return [watch, `<div><video controls src="${address}" muted="false"></video></div>`];
}

function toMedia(kind: Media['kind'], url: string | undefined): Media | 'no-address' {
  const address = url?.trim() ?? '';
  return address === '' ? 'no-address' : { kind, url: address };
}
