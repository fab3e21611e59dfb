import { useRef, useState } from 'preact/hooks';
import type { Component } from '../../../limits/component.ts';
import type { Message } from '../../../state/types.ts';
import { usePage } from '../../context.ts';
import { Later } from '../../later.tsx';
import { moved } from '../../list.ts';
import { Icon } from '../../shell/icons.tsx';

type SelectJson = Exclude<Component, { type: 2 }>;

/** The options of menus for people or channels, which have none of their own; no bot has needed them here so far. */
const NO_OPTIONS: Extract<SelectJson, { type: 3 }>['options'] = [];

/** A menu: a button that opens a list. If several values can be picked, they are sent when the list closes. */
export function Select({
  select,
  message,
  waiting,
}: {
  readonly select: SelectJson;
  readonly message: Message;
  readonly waiting: boolean;
}) {
  const { say, actions } = usePage();
  const { custom_id: customId, placeholder, min_values: min, max_values: max, disabled } = select;
  const options = 'options' in select ? select.options : NO_OPTIONS;
  const id = `menu-${message.id}-${select.id}`;
  const trigger = useRef<HTMLButtonElement>(null);
  const defaults = options.filter((option) => option.default).map((option) => option.value);
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
    const value = options[place]?.value;
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
        options.findIndex((option) => picked.includes(option.value)),
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
      const next = moved(active, key, options.length) ?? beginningWith(key, options, active);
      if (next === null) return;
      setActive(next);
    }
    if (key !== 'Tab') event.preventDefault();
  };

  const names = options.filter((option) => picked.includes(option.value)).map((option) => option.label);
  const hint = placeholder || say('choose');
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
        disabled={disabled || options.length === 0}
        onClick={() => (open ? close() : begin())}
        onKeyDown={onKeyDown}
      >
        <span>{names.length > 0 ? names.join(', ') : hint}</span>
        <Icon name="chevron" />
      </button>
      {open && (
        <Later>
          {({ Popup }) => (
            <Popup
              id={id}
              label={hint}
              anchor={trigger}
              active={active}
              many={many}
              items={options.map(({ value, label, description = '', emoji }) => ({
                key: value,
                name: emoji?.name && !emoji.id ? `${emoji.name} ${label}` : label,
                about: description,
                picked: picked.includes(value),
              }))}
              onPick={pick}
              onActive={setActive}
              onClose={close}
            />
          )}
        </Later>
      )}
    </div>
  );
}

/** The next option that begins with the typed letter, as in native lists. */
function beginningWith(
  key: string,
  options: readonly { readonly label: string }[],
  active: number,
): number | null {
  const begins = (option: { readonly label: string }) => option.label.toLowerCase().startsWith(key);
  const next = options.findIndex((option, place) => place > active && begins(option));
  const found = next < 0 ? options.findIndex(begins) : next;
  return found < 0 ? null : found;
}
