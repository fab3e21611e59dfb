import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Invocation } from '../../answers/invocation.ts';
import type { Language } from '../../language.ts';
import { tellPlain } from '../locale.ts';
import { subjectOf } from './follow-up.ts';

/** Numbers of Discord's component types and input styles; its enums are values, and only types come in here. */
const LABEL = 18;
const TEXT_INPUT = 4;
const PARAGRAPH = 2;

/** As long as a question may be. */
const TEXT_MAX = 300;

/** A form with one field as Discord's API takes it. @see Discord docs, Modals: a title has at most 45 characters */
type FormJson = APIModalInteractionResponseCallbackData;

/**
 * Writes the form that fills in an invocation, in the reader's language.
 *
 * @param id the `custom_id` of the button that opens it, which stands for the same invocation
 */
export function renderForm(invocation: Invocation, id: string, locale: Language): FormJson {
  const subject = subjectOf(invocation);
  return {
    custom_id: id,
    title: tellPlain(`talk.${subject}.button`, locale),
    components: [
      {
        type: LABEL,
        label: tellPlain('talk.label', locale),
        component: {
          type: TEXT_INPUT,
          custom_id: invocation.form ?? '',
          style: PARAGRAPH,
          placeholder: tellPlain(`talk.${subject}.example`, locale),
          min_length: 1,
          max_length: TEXT_MAX,
          required: true,
        },
      },
    ],
  };
}
