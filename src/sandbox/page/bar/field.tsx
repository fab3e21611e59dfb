import { useLayoutEffect, useRef } from 'preact/hooks';

/** What the list above the bar is to the input that has the focus. */
export interface ListTie {
  readonly id: string;
  readonly open: boolean;
  readonly active: number | null;
}

/** One input of the bar: a combobox whose list stands above the bar. */
export function Field({
  id,
  label,
  value,
  placeholder = '',
  tie,
  focus,
  problem,
  required = false,
  numeric = false,
  onText,
  onKey,
  onFocus,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly tie: ListTie;
  /** Counts up whenever the focus is to come here. */
  readonly focus: number;
  readonly problem: boolean;
  readonly required?: boolean;
  readonly numeric?: boolean;
  /** `composing`: an input method is not done with the text yet. */
  readonly onText: (text: string, composing: boolean) => void;
  readonly onKey: (event: KeyboardEvent, input: HTMLInputElement) => void;
  readonly onFocus: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const { current } = input;
    if (focus === 0 || !current) return;
    current.focus();
    current.setSelectionRange(current.value.length, current.value.length);
  }, [focus]);
  return (
    <input
      id={id}
      ref={input}
      type="text"
      role="combobox"
      aria-label={label}
      aria-expanded={tie.open}
      aria-controls={tie.open ? tie.id : undefined}
      aria-activedescendant={tie.open && tie.active !== null ? `${tie.id}-${tie.active}` : undefined}
      aria-autocomplete="list"
      aria-required={required}
      aria-invalid={problem}
      aria-describedby={problem ? 'bar-problem' : undefined}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      enterkeyhint="send"
      inputMode={numeric ? 'numeric' : undefined}
      placeholder={placeholder}
      size={widthOf(value || placeholder)}
      value={value}
      onInput={({ currentTarget, isComposing }) => onText(currentTarget.value, isComposing)}
      onCompositionEnd={({ currentTarget }) => onText(currentTarget.value, false)}
      // Keys that an input method is still using are its own: 229 is what some say instead of `isComposing`.
      onKeyDown={(event) => !event.isComposing && event.keyCode !== 229 && onKey(event, event.currentTarget)}
      onFocus={onFocus}
    />
  );
}

/** In Latin letters; Hangul takes twice the room. For browsers that cannot fit an input to its content. */
function widthOf(text: string): number {
  const wide = text.match(/[\u1100-\uffdc]/g)?.length ?? 0;
  return Math.min(Math.max(text.length + wide, 3), 60);
}
