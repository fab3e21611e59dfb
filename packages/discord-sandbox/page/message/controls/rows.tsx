import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../../state/types.ts';
import type { Use } from '../../model/state.ts';
import { Failure } from '../failure.tsx';
import { Button } from './button.tsx';
import { Select } from './select.tsx';

const BUTTON = 2;

/** A message's buttons and menus, and the reason if the last use of one failed. */
export function Rows({ message, use }: { readonly message: Message; readonly use: Use | undefined }) {
  const noteFocus = useKeptFocus();
  const busy = use !== undefined && use.failed === null;
  return (
    <div class="rows" onFocusIn={noteFocus}>
      {message.components.map((row) => (
        <div class="row" key={row.id}>
          {row.components.map((component) => {
            const waiting = busy && use.customId === component.custom_id;
            return component.type === BUTTON ? (
              <Button key={component.id} button={component} message={message} waiting={waiting} />
            ) : (
              <Select key={component.id} select={component} message={message} waiting={waiting} />
            );
          })}
        </div>
      ))}
      {use?.failed != null && <Failure reason={use.failed} />}
    </div>
  );
}

/**
 * When the focused button becomes disabled, as "previous page" does on the first page, moves the focus to the first enabled
 * one, so that keyboard users do not start again at the top of the page.
 *
 * @returns a handler that notes the focused element
 */
function useKeptFocus(): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const { current: button } = last;
    if (!(button instanceof HTMLButtonElement) || !button.disabled || !button.isConnected) return;
    const lost = document.activeElement === button || document.activeElement === document.body;
    if (lost) button.parentElement?.querySelector<HTMLElement>(':enabled, a')?.focus({ preventScroll: true });
  });
  return ({ target }) => {
    last.current = target;
  };
}
