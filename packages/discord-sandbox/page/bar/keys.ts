import { moved } from '../list.ts';
import { type CommandDraft, withoutFilled } from '../model/draft.ts';
import type { BarState } from './use-bar.ts';

/** Handles a key in the bar. The input handles all other keys itself. */
export function onBarKey(bar: BarState, event: KeyboardEvent, input: HTMLInputElement): void {
  if (act(bar, event, input)) event.preventDefault();
}

function act(bar: BarState, { key, shiftKey }: KeyboardEvent, input: HTMLInputElement): boolean {
  const { draft, offers, active } = bar;
  const list = offers?.offers ?? [];
  switch (key) {
    case 'Enter': {
      const offer = active === null ? undefined : list[active];
      if (offer) bar.pick(offer);
      else void bar.send();
      return true;
    }
    case 'Tab': {
      const offer = list[active ?? 0];
      if (shiftKey || !offer) return false;
      bar.pick(offer);
      return true;
    }
    case 'Escape':
      if (offers !== null) bar.setOpen(false);
      else if (draft.kind === 'command') bar.clear(null);
      else if (bar.replying) bar.cancelReply();
      else return false;
      return true;
    case 'ArrowDown':
    case 'ArrowUp':
      if (list.length > 0) {
        bar.point(moved(active ?? (key === 'ArrowUp' ? 0 : -1), key, list.length));
        return true;
      }
      if (key === 'ArrowUp' && draft.kind === 'text' && draft.text === '') bar.recall();
      else bar.setOpen(true);
      return true;
    case 'Backspace':
      return draft.kind === 'command' && input.value === '' && remove(bar, draft);
    case 'ArrowLeft':
      return draft.kind === 'command' && input.selectionEnd === 0 && step(bar, draft, -1);
    case 'ArrowRight':
      return draft.kind === 'command' && input.selectionStart === input.value.length && step(bar, draft, 1);
    default:
      return false;
  }
}

/** Removes the option at the caret, or the one before it; without options, the command. */
function remove(bar: BarState, draft: CommandDraft): boolean {
  const place = draft.filled.findIndex(({ name }) => name === bar.focus.field);
  const before = draft.filled[place < 0 ? draft.filled.length - 1 : place - 1];
  if (bar.focus.field === null && before) bar.show(draft, before.name);
  else if (before) bar.show(withoutFilled(draft, bar.focus.field ?? ''), before.name);
  else if (place >= 0 && draft.filled.length > 1) bar.show(withoutFilled(draft, bar.focus.field ?? ''), null);
  else bar.show({ kind: 'text', text: `/${draft.usable.name}` }, null);
  return true;
}

/** Moves to the field on the left or right; the last field is after all options. */
function step(bar: BarState, draft: CommandDraft, by: number): boolean {
  const fields = [...draft.filled.map(({ name }) => name), null];
  const next = fields[fields.indexOf(bar.focus.field) + by];
  if (next === undefined) return false;
  bar.show(draft, next);
  return true;
}
