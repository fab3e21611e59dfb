import type { Change } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { sayPlain } from '../locale.ts';
import type { Button } from './controls/components.ts';

/** Buttons that ask the question in another way. */
export function changeButtons(changes: readonly Change[], locale: Language): Button[] {
  return changes.map(({ text, invocation }) => ({ label: sayPlain(text, locale), invocation }));
}
