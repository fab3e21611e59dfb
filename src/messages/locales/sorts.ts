import { ORDER_NAMES, ORDERS } from '../../archive/orders.ts';
import type { Language } from '../../language.ts';

/**
 * The orders of a search by name, as the command bar and buttons show them; every order of the table is one.
 *
 * @param relevance what the order by fit is called
 */
export function sortsIn(locale: Language, relevance: string): Readonly<Record<string, string>> {
  const others = ORDER_NAMES.map((name): [string, string] => {
    const text = ORDERS[name][locale];
    return [name, text.charAt(0).toUpperCase() + text.slice(1)];
  });
  return { relevance, ...Object.fromEntries(others) };
}
