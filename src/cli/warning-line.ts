import type { Warning } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { hasText, sayPlain } from '../messages/locale.ts';
import { clean } from '../messages/parts/text/escape.ts';
import { cut } from '../messages/parts/text/truncate.ts';

const EXCERPT = 120;

export function warningLine({ rule, text }: Warning, locale: Language): string {
  const key = `warnings.${rule}`;
  if (!hasText(key)) throw new Error(`no text says what the warning ${rule} means`);
  return sayPlain({ key, values: { text: cut(clean(text), EXCERPT) } }, locale);
}
