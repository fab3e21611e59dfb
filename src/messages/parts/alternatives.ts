import type { Change } from '../../answers/answer.ts';
import { sayPlain } from '../locale.ts';
import type { Locale } from '../message.ts';
import type { Button } from './components.ts';

/** A row of buttons that ask otherwise. */
export function changeButtons(changes: readonly Change[], locale: Locale): Button[] {
  return changes.map(({ text, invocation }) => ({ label: sayPlain(text, locale), invocation }));
}
