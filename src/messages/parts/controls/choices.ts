import type { Change, Choice } from '../../../answers/answer.ts';
import type { Invocation } from '../../../answers/invocation.ts';
import type { Language } from '../../../language.ts';
import { ROW_BUTTONS_MAX } from '../../limits.ts';
import { sayPlain, tellPlain } from '../../locale.ts';
import { clean, escapeText } from '../text/escape.ts';
import { cut } from '../text/truncate.ts';
import { type Button, button, isMenuValue, type Row } from './components.ts';

/**
 * Shows choices as one menu if they differ only in one option of one command, so that one `custom_id` serves all; else as
 * buttons. Up to 5 choices without remarks are always buttons. The answer to a pick replaces the message.
 */
export function choiceRows(choices: readonly Choice[], locale: Language): Row[] {
  const few = choices.length <= ROW_BUTTONS_MAX && choices.every(({ remark }) => remark === undefined);
  const menu = few ? null : commonInvocation(choices);
  if (menu === null) return buttonRows(choices, locale);
  const options = choices.map((choice) => ({
    label: labelOf(choice, locale),
    description: choice.remark === undefined ? '' : sayPlain(choice.remark, locale),
    value: String(choice.invocation.options[menu.pick ?? ''] ?? ''),
  }));
  return [{ placeholder: tellPlain('menus.pick', locale), invocation: menu, options }];
}

/** The invocation of one menu for all choices; null if they differ too much. */
function commonInvocation(choices: readonly Choice[]): Invocation | null {
  const [first] = choices;
  const [pick, ...others] = Object.keys(first?.invocation.options ?? {});
  if (first === undefined || pick === undefined || others.length > 0) return null;
  const { command } = first.invocation;
  const alike = choices.every(({ invocation: { command: name, options, pick: open } }) => {
    const value = options[pick];
    const one = name === command && open === undefined && Object.keys(options).length === 1;
    return one && value !== undefined && isMenuValue(String(value));
  });
  return alike ? { command, options: {}, pick, here: true } : null;
}

function buttonRows(choices: readonly Choice[], locale: Language): Button[][] {
  const rows: Button[][] = [];
  for (let start = 0; start < choices.length; start += ROW_BUTTONS_MAX) {
    rows.push(
      choices.slice(start, start + ROW_BUTTONS_MAX).map((choice) => ({
        label: labelOf(choice, locale),
        invocation: { ...choice.invocation, here: true },
      })),
    );
  }
  return rows;
}

function labelOf({ label }: Choice, locale: Language): string {
  return clean(label) || tellPlain('author.unnamed', locale);
}

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
  return [button(label, 'search', { query: text })];
}

/** Buttons that ask the question in another way. */
export function changeButtons(changes: readonly Change[], locale: Language): Button[] {
  return changes.map(({ text, invocation }) => ({ label: sayPlain(text, locale), invocation }));
}
