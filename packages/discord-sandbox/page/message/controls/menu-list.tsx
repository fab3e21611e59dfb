import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../../state/types.ts';
import { usePage } from '../../context.ts';
import { moved } from '../../list.ts';
import { beside } from './popup.tsx';

/** The open list of a message's menu. The browser closes it on Escape or a press elsewhere, and restores the focus. */
export function MenuList({ message, onClose }: { readonly message: Message; readonly onClose: () => void }) {
  const { say, menus, actions } = usePage();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return undefined;
    current.showPopover();
    beside(current, current.parentElement);
    focusOn(current, 0);
    // Close the list when its message scrolls away, or it would stay behind.
    const close = ({ target }: Event) => target !== current && current.hidePopover();
    addEventListener('scroll', close, true);
    return () => removeEventListener('scroll', close, true);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const { current } = list;
    if (!current) return;
    if (event.key === 'Tab') current.hidePopover();
    const items: readonly (EventTarget | null)[] = [...current.children];
    const next = moved(items.indexOf(event.target), event.key, items.length);
    if (next === null) return;
    event.preventDefault();
    focusOn(current, next);
  };
  return (
    <div
      ref={list}
      class="menu list"
      popover="auto"
      role="menu"
      aria-label={say('apps')}
      onKeyDown={onKeyDown}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      {menus.map(({ name, shown }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            list.current?.hidePopover();
            actions.menu(message, name, shown);
          }}
        >
          {shown}
        </button>
      ))}
    </div>
  );
}

function focusOn(list: Element, place: number): void {
  const item = list.children[place];
  if (item instanceof HTMLElement) item.focus();
}
