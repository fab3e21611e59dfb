import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListItem } from './list.ts';

/** A list to pick from with keys, mouse or finger. The focus stays on the element that opened it. */
export function ListBox({
  id,
  label,
  items,
  active,
  many,
  list: given,
  onPick,
  onActive,
}: {
  readonly id: string;
  readonly label: string;
  readonly items: readonly ListItem[];
  readonly active: number | null;
  /** Whether several can be picked. */
  readonly many?: boolean;
  readonly list?: { current: HTMLDivElement | null };
  readonly onPick: (place: number) => void;
  readonly onActive: (place: number) => void;
}) {
  const own = useRef<HTMLDivElement>(null);
  const list = given ?? own;
  useLayoutEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div class="list" id={id} ref={list} role="listbox" aria-label={label} aria-multiselectable={many}>
      {items.map((item, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: what opened the list has the focus and hears the keys
        <div
          key={item.key}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={item.picked ?? place === active}
          class={place === active ? 'active' : ''}
          onPointerMove={() => place !== active && onActive(place)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(place)}
        >
          <span class="name">
            {item.name} {item.note && <span class="note">{item.note}</span>}
          </span>
          {item.about && <span class="about">{item.about}</span>}
        </div>
      ))}
    </div>
  );
}
