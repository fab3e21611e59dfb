/**
 * Origins of digests, by precedence. If several list a paper on one day, its title, authors, picture and details come from
 * the first origin that has them, the summary from the last. The store uses the keys; people read the names.
 */
const NAMES = { huggingface: 'Hugging Face', markdown: 'Markdown' } as const;

export type Origin = keyof typeof NAMES;

/** All origins, highest precedence first. */
export const ORIGINS = Object.keys(NAMES).filter(isOrigin);

/** An origin that is read over the network. Only Markdown is not: its files are imported. */
export type Fetchable = Exclude<Origin, 'markdown'>;

/** The origin of a fetched digest without a name, as in stores and exports from before there was a second source. */
export const FIRST_FETCHED: Fetchable = 'huggingface';

export function originName(origin: Origin): string {
  return NAMES[origin];
}

/** @returns null for an unknown name, and for Markdown */
export function fetchableNamed(name: string): Fetchable | null {
  return ORIGINS.filter(isFetchable).find((origin) => NAMES[origin] === name) ?? null;
}

function isOrigin(key: string): key is Origin {
  return key in NAMES;
}

function isFetchable(origin: Origin): origin is Fetchable {
  return origin !== 'markdown';
}
