import type { Media } from './paper.ts';

/** Where Hugging Face keeps what was submitted with a paper, and the previews it makes: its own hosts. */
const KNOWN_HOST = /^(?:[a-z\d-]+\.)*huggingface\.co$/;

const VIDEO = /\.(?:mp4|qt|mov|webm|m4v)$/i;

/** The longest address that is kept: browsers and Discord take no more. */
export const ADDRESS_MAX = 2048;

/** @returns the picture or video at an address that may be linked as it is; null for any other host or scheme */
export function knownMedia(address: string): Media | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isPlain = url.protocol === 'https:' && `${url.username}${url.password}${url.port}` === '';
  return isPlain && KNOWN_HOST.test(url.hostname) && url.href.length <= ADDRESS_MAX ? mediaOf(url) : null;
}

export function mediaOf({ href: url, pathname }: URL): Media {
  return { kind: VIDEO.test(pathname) ? 'video' : 'image', url };
}
