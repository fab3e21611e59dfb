import type { Choice } from '../../../answers/answer.ts';
import type { Invocation } from '../../../answers/invocation.ts';
import type { Language } from '../../../language.ts';
import { ROW_BUTTONS_MAX } from '../../limits.ts';
import { sayPlain, tellPlain } from '../../locale.ts';
import { clean } from '../text/escape.ts';
import { type Button, isMenuValue, type Row } from './components.ts';

/**
 * Shows choices as one menu if they differ only in one option of one command, so that one `custom_id` serves all; else as
 * buttons. Up to 5 choices without remarks are always buttons. The answer to a pick replaces the message.
 */
export function choiceRows(choices: readonly Choice[], placeholder: string, locale: Language): Row[] {
  const few = choices.length <= ROW_BUTTONS_MAX && choices.every(({ remark }) => remark === undefined);
  const menu = few ? null : commonInvocation(choices);
  if (menu === null) return buttonRows(choices, locale);
  const options = choices.map((choice) => ({
    label: labelOf(choice, locale),
    description: choice.remark === undefined ? '' : sayPlain(choice.remark, locale),
    value: String(choice.invocation.options[menu.pick ?? ''] ?? ''),
  }));
  return [{ placeholder, invocation: menu, options }];
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
