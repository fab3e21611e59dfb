import { useEffect, useRef, useState } from 'preact/hooks';
import type { Choice, CommandOption } from '../../state/types.ts';
import type { DeedResult } from '../../web/wire.ts';

/** Milliseconds after the last key before the bot is asked. */
const PAUSE = 150;

/** The bot's suggestions for the option being typed. */
export type Suggestions =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

/** Asks the bot for suggestions when the text changes; drops answers for an earlier text or another option. */
export function useSuggestions(
  option: CommandOption | undefined,
  text: string,
  ask: (option: CommandOption) => Promise<DeedResult>,
): Suggestions {
  const [suggestions, setSuggestions] = useState<Suggestions>({ kind: 'none' });
  const latest = useRef(ask);
  latest.current = ask;
  const asked = useRef(option);
  useEffect(() => {
    if (!option?.autocomplete) {
      setSuggestions({ kind: 'none' });
      return undefined;
    }
    // Keep the last answer while more is typed into the same option, so that the list does not flicker.
    if (asked.current !== option) setSuggestions({ kind: 'loading' });
    asked.current = option;
    let stale = false;
    const timer = setTimeout(async () => {
      const result = await latest.current(option);
      if (!stale) setSuggestions(result.kind === 'choices' ? result : { kind: 'failed' });
    }, PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [option, text]);
  return suggestions;
}
