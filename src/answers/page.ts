import type { Page } from './answer.ts';

/** Papers on one page of a list: ten lines are read at a glance and fit every limit of an embed. */
export const PAGE_SIZE = 10;
/** Most papers that a search finds; nobody turns more pages. */
export const FOUND_MAX = 50;

/** Cuts out one page. A page past the end is the last one, since lists change between two presses of a button. */
export function pageOf<Item>(items: readonly Item[], page: number, size = PAGE_SIZE): Page<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(Math.max(1, page), pages);
  return { items: items.slice((shown - 1) * size, shown * size), page: shown, pages, total: items.length };
}
