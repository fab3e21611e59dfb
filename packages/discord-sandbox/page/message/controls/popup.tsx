import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ListItem } from '../../list.ts';
import { ListBox } from '../../list-box.tsx';

/** Pixels between the list and the window's edge. */
const MARGIN = 8;

/** The greatest height of a list, in pixels. */
const HEIGHT = 400;

/** A list over the page, next to the element that opened it, on the side with more room. */
export function Popup({
  anchor,
  onClose,
  ...box
}: {
  readonly id: string;
  readonly label: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly active: number;
  readonly many: boolean;
  readonly items: readonly ListItem[];
  readonly onPick: (place: number) => void;
  readonly onActive: (place: number) => void;
  readonly onClose: () => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => beside(list.current, anchor.current, true), [anchor]);
  useEffect(() => {
    // Close the list when its anchor scrolls away, or it would stay behind.
    const events = ['pointerdown', 'scroll', 'resize'];
    const outside = ({ target }: Event) => {
      const inside =
        target instanceof Node && (list.current?.contains(target) || anchor.current?.contains(target));
      if (!inside) onClose();
    };
    for (const event of events) addEventListener(event, outside, true);
    return () => {
      for (const event of events) removeEventListener(event, outside, true);
    };
  });
  return (
    <div class="popup">
      <ListBox list={list} {...box} />
    </div>
  );
}

/** Places a list below its anchor, or above if there is more room: as wide as the anchor, or with the same right edge. */
export function beside(list: HTMLElement | null, anchor: HTMLElement | null, wide = false): void {
  if (!list || !anchor) return;
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect();
  const below = innerHeight - bottom - MARGIN;
  const above = top - MARGIN;
  const upwards = below < Math.min(list.scrollHeight, HEIGHT) && above > below;
  const { style } = list;
  if (wide) Object.assign(style, { left: `${left}px`, width: `${width}px` });
  else style.right = `${innerWidth - right}px`;
  style.maxHeight = `${Math.min(upwards ? above : below, HEIGHT)}px`;
  if (upwards) style.bottom = `${innerHeight - top + MARGIN / 2}px`;
  else style.top = `${bottom + MARGIN / 2}px`;
}
