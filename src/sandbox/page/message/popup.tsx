import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

export interface PopupItem {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly picked: boolean;
}

/** Space between the list and the window's edge, in pixels. */
const MARGIN = 8;

/** The place after an arrow key, or null for other keys. The list goes round. */
export function moved(active: number, key: string, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'Home':
    case 'PageUp':
      return 0;
    case 'End':
    case 'PageDown':
      return count - 1;
    default:
      return null;
  }
}

/** A list over the page, beside what opened it and where there is more room. The focus stays with what opened it. */
export function Popup({
  id,
  label,
  anchor,
  active,
  many,
  items,
  onPick,
  onActive,
  onClose,
}: {
  readonly id: string;
  readonly label: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly active: number;
  readonly many: boolean;
  readonly items: readonly PopupItem[];
  readonly onPick: (place: number) => void;
  readonly onActive: (place: number) => void;
  readonly onClose: () => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => place(list.current, anchor.current), [anchor, items.length]);
  useEffect(() => {
    const { current } = anchor;
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !list.current?.contains(target) && !current?.contains(target)) onClose();
    };
    addEventListener('pointerdown', outside);
    addEventListener('resize', onClose);
    // The list would stay behind when what it belongs to scrolls away.
    addEventListener('scroll', outside, true);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('resize', onClose);
      removeEventListener('scroll', outside, true);
    };
  });
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul
      class="popup"
      id={id}
      ref={list}
      role="listbox"
      aria-label={label}
      aria-multiselectable={many || undefined}
    >
      {items.map((item, index) => (
        <li
          key={item.key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={item.picked}
          class={index === active ? 'active' : ''}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => index !== active && onActive(index)}
          onClick={() => onPick(index)}
        >
          <span class="name">{item.label}</span>
          {item.description && <span class="about">{item.description}</span>}
        </li>
      ))}
    </ul>
  );
}

function place(list: HTMLElement | null, anchor: HTMLElement | null): void {
  if (!list || !anchor) return;
  const { left, top, bottom, width } = anchor.getBoundingClientRect();
  const below = innerHeight - bottom - MARGIN;
  const above = top - MARGIN;
  const upwards = below < Math.min(list.scrollHeight, 320) && above > below;
  const room = (upwards ? above : below) - MARGIN / 2;
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.maxHeight = `${Math.min(room, 420)}px`;
  if (upwards) list.style.bottom = `${innerHeight - top + MARGIN / 2}px`;
  else list.style.top = `${bottom + MARGIN / 2}px`;
}
