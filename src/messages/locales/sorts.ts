import { ORDER_NAMES, ORDERS } from '../../archive/orders.ts';
import type { Language } from '../../language.ts';

/**
 * The names of the orders of a search, for the command bar and buttons: all orders in `ORDERS`, and relevance.
 *
 * @param relevance the name of the order by relevance
 */
export function sortsIn(locale: Language, relevance: string): Readonly<Record<string, string>> {
  const others = ORDER_NAMES.map((name): [string, string] => {
    const text = ORDERS[name][locale];
    return [name, text.charAt(0).toUpperCase() + text.slice(1)];
  });
  return { relevance, ...Object.fromEntries(others) };
}
