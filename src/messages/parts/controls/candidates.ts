import type { Choice } from '../../../answers/answer.ts';
import type { Language } from '../../../language.ts';
import { sayPlain, tellPlain } from '../../locale.ts';
import { clean, escapeText } from '../text/escape.ts';
import { cut } from '../text/truncate.ts';
import type { Button } from './components.ts';

const SHOWN = 3;
const LABEL_MAX = 150;
/** The most characters of the typed text that a button shows. */
const QUERY_MAX = 40;

/** The first three choices as lines of Markdown, so that nobody has to open a menu to see them. */
export function candidateLines(choices: readonly Choice[], locale: Language): string[] {
  return choices.slice(0, SHOWN).map(({ label, remark }) => {
    const name = cut(clean(label) || tellPlain('author.unnamed', locale), LABEL_MAX);
    const behind = remark === undefined ? '' : ` · ${sayPlain(remark, locale)}`;
    return `- ${escapeText(name + behind)}`;
  });
}

/** A button that searches for the typed text; empty if there is none. */
export function searchButton(query: string, locale: Language): Button[] {
  const text = clean(query);
  if (text === '') return [];
  const label = tellPlain('buttons.search', locale, { query: cut(text, QUERY_MAX) });
  return [{ label, invocation: { command: 'search', options: { query: text } } }];
}
