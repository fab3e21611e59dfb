import { useId, useRef, useState } from 'preact/hooks';
import type { Component } from '../../limits/component.ts';
import type { Message } from '../../types.ts';
import { usePage } from '../context.ts';
import { Icon } from '../shell/icons.tsx';
import { moved, Popup } from './popup.tsx';
import { useChoices } from './select-choices.ts';

type SelectJson = Exclude<Component, { type: 2 }>;

/** A menu: a button that opens a list. With several values to pick, they are sent when the list closes. */
export function Select({
  select,
  message,
  waiting,
}: {
  readonly select: SelectJson;
  readonly message: Message;
  readonly waiting: boolean;
}) {
  const { texts, actions } = usePage();
  const { custom_id: customId, placeholder, min_values: min, max_values: max, disabled } = select;
  const choices = useChoices(select);
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const defaults = choices.filter((choice) => choice.isDefault).map(({ value }) => value);
  const [picked, setPicked] = useState<readonly string[]>(defaults);
  const [active, setActive] = useState<number | null>(null);
  const open = active !== null;
  const many = max > 1;

  const send = (values: readonly string[]) => {
    if (!waiting && values.length >= min && values.length <= max) actions.select(message, customId, values);
  };
  const close = () => {
    setActive(null);
    if (many) send(picked);
  };
  const pick = (place: number) => {
    const value = choices[place]?.value;
    if (value === undefined) return;
    if (!many) {
      setPicked([value]);
      setActive(null);
      send([value]);
    } else if (picked.includes(value)) setPicked(picked.filter((one) => one !== value));
    else if (picked.length < max) setPicked([...picked, value]);
  };
  const begin = () =>
    setActive(
      Math.max(
        choices.findIndex(({ value }) => picked.includes(value)),
        0,
      ),
    );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { key } = event;
    if (!open) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      begin();
    } else if (key === 'Escape' || key === 'Tab') close();
    else if (key === 'Enter' || key === ' ') pick(active);
    else {
      const next = moved(active, key, choices.length) ?? beginningWith(key, choices, active);
      if (next === null) return;
      setActive(next);
    }
    if (key !== 'Tab') event.preventDefault();
  };

  const names = choices.filter(({ value }) => picked.includes(value)).map(({ label }) => label);
  const hint = placeholder || texts.choose;
  return (
    <div class="select">
      <button
        type="button"
        ref={trigger}
        class={names.length > 0 ? 'picked' : ''}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        aria-label={names.length > 0 ? `${hint}: ${names.join(', ')}` : hint}
        aria-busy={waiting}
        disabled={disabled}
        onClick={() => (open ? close() : begin())}
        onKeyDown={onKeyDown}
      >
        <span>{names.length > 0 ? names.join(', ') : hint}</span>
        <Icon name="chevron" />
      </button>
      {open && (
        <Popup
          id={id}
          label={hint}
          anchor={trigger}
          active={active}
          many={many}
          items={choices.map((choice) => ({
            ...choice,
            key: choice.value,
            picked: picked.includes(choice.value),
          }))}
          onPick={pick}
          onActive={setActive}
          onClose={close}
        />
      )}
    </div>
  );
}

/** The next choice that begins with a letter, as in any list. */
function beginningWith(
  key: string,
  choices: readonly { readonly label: string }[],
  active: number,
): number | null {
  if ([...key].length !== 1) return null;
  const places = choices.map((_, place) => (active + 1 + place) % choices.length);
  const letter = key.toLowerCase();
  return places.find((place) => choices[place]?.label.toLowerCase().startsWith(letter)) ?? null;
}
