/**
 * Where digests come from, by precedence. Of a paper that several list on one day, title, authors, picture and details are
 * those of the first that tells them; the summary is that of the last. The key stands in the store, the name in texts
 * that people read.
 */
const NAMES = { huggingface: 'Hugging Face', markdown: 'Markdown' } as const;

export type Origin = keyof typeof NAMES;

/** The first counts most. */
export const ORIGINS = Object.keys(NAMES).filter(isOrigin);

/** Markdown files are imported; every other origin is a source that is asked over the network. */
export type Fetchable = Exclude<Origin, 'markdown'>;

/** The origin of a fetched digest that names none, as in stores and exports from before there was another one. */
export const FIRST_FETCHED: Fetchable = 'huggingface';

export function originName(origin: Origin): string {
  return NAMES[origin];
}

/** @returns null for the name of no source, and for that of Markdown */
export function fetchableNamed(name: string): Fetchable | null {
  return ORIGINS.filter(isFetchable).find((origin) => NAMES[origin] === name) ?? null;
}

function isOrigin(key: string): key is Origin {
  return key in NAMES;
}

function isFetchable(origin: Origin): origin is Fetchable {
  return origin !== 'markdown';
}
