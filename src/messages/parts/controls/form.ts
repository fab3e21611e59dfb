import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Invocation } from '../../../answers/invocation.ts';
import type { Language } from '../../../language.ts';
import { ROW_BUTTONS_MAX, ROWS_MAX } from '../../limits.ts';
import { tellPlain } from '../../locale.ts';
import type { Rendered } from '../../message.ts';
import { type Button, layOut } from './components.ts';

/** Discord's numbers of component types and input styles. Its enums are values, and this folder imports only types. */
const LABEL = 18;
const TEXT_INPUT = 4;
const SHORT = 1;
const PARAGRAPH = 2;

/** The most characters of a question. */
const TEXT_MAX = 300;
/** The most digits of a page number. */
const NUMBER_MAX = 6;

/** A form with one field, as Discord's API accepts it. @see Discord docs, Modals: a title has at most 45 characters */
type FormJson = APIModalInteractionResponseCallbackData;

/**
 * Renders the form that fills in an invocation, in the reader's language: a question, or a page number.
 *
 * @param id the `custom_id` of the button that opens the form; it holds the same invocation
 */
export function renderForm(invocation: Invocation, id: string, locale: Language): FormJson {
  const isQuestion = invocation.form === 'question';
  const subject = isQuestion ? subjectOf(invocation) : 'goTo';
  return {
    custom_id: id,
    title: tellPlain(`talk.${subject}.button`, locale),
    components: [
      {
        type: LABEL,
        label: tellPlain(isQuestion ? 'talk.label' : 'talk.pageLabel', locale),
        component: {
          type: TEXT_INPUT,
          custom_id: invocation.form ?? '',
          style: isQuestion ? PARAGRAPH : SHORT,
          placeholder: tellPlain(`talk.${subject}.example`, locale),
          min_length: 1,
          max_length: isQuestion ? TEXT_MAX : NUMBER_MAX,
          required: true,
        },
      },
    ],
  };
}

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
