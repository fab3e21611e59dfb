import { useLayoutEffect, useRef } from 'preact/hooks';
import { onBarKey } from './keys.ts';
import type { BarState } from './use-bar.ts';

/** One input of the bar: a combobox whose list is above the bar. */
export function Field({
  bar,
  field,
  label,
  value,
  placeholder = '',
  required = false,
  numeric = false,
}: {
  readonly bar: BarState;
  /** The option's name; null for a message, and for the text after the last option. */
  readonly field: string | null;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly numeric?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const { focus, offers, active, problem } = bar;
  const here = focus.field === field;
  const wish = here ? focus.wish : 0;
  const open = here && offers !== null && offers.offers.length > 0;
  const wrong = problem !== null && problem.field === field;
  useLayoutEffect(() => {
    const { current } = input;
    if (wish === 0 || !current) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  }, [wish]);
  const described = field === null && bar.replying ? 'replying' : undefined;
  const type = (text: string, composing: boolean) => bar.type(field, text, composing);
  return (
    <input
      ref={input}
      type="text"
      role="combobox"
      aria-label={label}
      aria-expanded={open}
      aria-controls={open ? 'offers' : undefined}
      aria-activedescendant={open && active !== null ? `offers-${active}` : undefined}
      aria-autocomplete="list"
      aria-required={required}
      aria-invalid={wrong}
      aria-describedby={wrong ? 'problem' : described}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      enterkeyhint="send"
      inputMode={numeric ? 'numeric' : undefined}
      placeholder={placeholder}
      size={widthOf(value)}
      value={value}
      onInput={({ currentTarget, isComposing }) => type(currentTarget.value, isComposing)}
      onCompositionEnd={({ currentTarget }) => type(currentTarget.value, false)}
      // Leave keys to an input method that is still composing; some signal that with 229 instead of `isComposing`.
      onKeyDown={(event) =>
        !event.isComposing && event.keyCode !== 229 && onBarKey(bar, event, event.currentTarget)
      }
      onFocus={() => bar.focused(field)}
    />
  );
}

/** A text's width in Latin letters; Hangul counts twice. For browsers that cannot fit an input to its content. */
function widthOf(text: string): number {
  const wide = text.match(/[\u1100-\uffdc]/g)?.length ?? 0;
  return Math.min(Math.max(text.length + wide, 3), 60);
}
