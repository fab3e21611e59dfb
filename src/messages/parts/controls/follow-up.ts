import type { Invocation } from '../../../answers/invocation.ts';
import type { Language } from '../../../language.ts';
import { ROW_BUTTONS_MAX, ROWS_MAX } from '../../limits.ts';
import { tellPlain } from '../../locale.ts';
import type { Rendered } from '../../message.ts';
import { type Button, layOut } from './components.ts';

/** The subject of a question: one paper, or the earlier answer. */
export function subjectOf({ options }: Invocation): 'aboutPaper' | 'followUp' {
  return options.paper === undefined ? 'followUp' : 'aboutPaper';
}

/** A button that opens the form for a further question. */
export function followUpButton(invocation: Invocation, locale: Language): Button {
  return { label: tellPlain(`talk.${subjectOf(invocation)}.button`, locale), invocation };
}

/** Adds the button to an answer: in the last row of buttons if there is room, else in a new row, else not at all. */
export function withFollowUp(
  rendered: Rendered,
  invocation: Invocation | undefined,
  locale: Language,
): Rendered {
  const last = rendered.messages.at(-1);
  if (invocation === undefined || last === undefined) return rendered;
  const made = layOut([[followUpButton(invocation, locale)]]);
  const row = last.components.at(-1);
  const hasRoom =
    row !== undefined &&
    row.components.length < ROW_BUTTONS_MAX &&
    row.components.every(({ type }) => type === 2);
  if (!hasRoom && last.components.length === ROWS_MAX) return rendered;
  const components = hasRoom
    ? [
        ...last.components.slice(0, -1),
        { ...row, components: [...row.components, ...made.components.flatMap((one) => one.components)] },
      ]
    : [...last.components, ...made.components];
  return {
    messages: [...rendered.messages.slice(0, -1), { ...last, components }],
    keep: new Map([...rendered.keep, ...made.keep]),
  };
}
