import type { Media } from './paper.ts';

/** Hugging Face's own hosts, where it keeps submitted media and its previews. */
const KNOWN_HOST = /^(?:[a-z\d-]+\.)*huggingface\.co$/;

const VIDEO = /\.(?:mp4|qt|mov|webm|m4v)$/i;

/** Characters of the longest address we keep; browsers and Discord accept no longer ones. */
export const ADDRESS_MAX = 2048;

/** @returns the picture or video if its address is on a known host and may be linked as it is; else null */
export function knownMedia(address: string): Media | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isPlain = url.protocol === 'https:' && `${url.username}${url.password}${url.port}` === '';
  return isPlain && KNOWN_HOST.test(url.hostname) && url.href.length <= ADDRESS_MAX ? mediaOf(url) : null;
}

export function mediaOf({ href: url, pathname }: URL): Media {
  return { kind: VIDEO.test(pathname) ? 'video' : 'image', url };
}
