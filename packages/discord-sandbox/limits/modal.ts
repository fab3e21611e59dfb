import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { customId } from './component.ts';
import { lengthOf, list, maybe, refuse, text } from './form.ts';

/** @see Discord docs, Component Reference, Text Input */
export const MODAL_LIMITS = {
  title: 45,
  parts: 5,
  label: 45,
  description: 100,
  placeholder: 100,
  text: 4000,
} as const;

const label = text(1, MODAL_LIMITS.label);

const textInput = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id: maybe(z.int().min(0)),
    custom_id: customId,
    style: z.enum(TextInputStyle),
    label: maybe(label),
    min_length: maybe(z.int().min(0).max(MODAL_LIMITS.text)),
    max_length: maybe(z.int().min(1).max(MODAL_LIMITS.text)),
    required: maybe(z.boolean()),
    value: maybe(text(0, MODAL_LIMITS.text)),
    placeholder: maybe(text(0, MODAL_LIMITS.placeholder)),
  })
  .check((ctx) => {
    const { min_length: min = 0, max_length: max = MODAL_LIMITS.text, value = '' } = ctx.value;
    if (min > max)
      refuse(ctx, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`, ['min_length']);
    if (lengthOf(value) > max)
      refuse(ctx, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`, ['value']);
  });

/** An input in a row needs a label of its own. */
const rowInput = textInput.check((ctx) => {
  if (!ctx.value.label) refuse(ctx, 'BASE_TYPE_REQUIRED', 'This field is required', ['label']);
});

const part = z.discriminatedUnion('type', [
  z.object({ type: z.literal(ComponentType.ActionRow), components: list(rowInput, 1, 1) }),
  z.object({
    type: z.literal(ComponentType.Label),
    label,
    description: maybe(text(0, MODAL_LIMITS.description)),
    component: textInput,
  }),
]);

/** @see Discord docs, Receiving and Responding, Modal */
export const modal = z.object({
  custom_id: customId,
  title: text(1, MODAL_LIMITS.title),
  components: list(part, 1, MODAL_LIMITS.parts).check((ctx) => {
    const seen = new Set<string>();
    for (const [index, one] of ctx.value.entries()) {
      const [input] = inputsOf(one);
      if (!input) continue;
      if (seen.has(input.custom_id)) {
        const place = one.type === ComponentType.Label ? ['component'] : ['components', 0];
        const message = 'Component custom id cannot be duplicated';
        refuse(ctx, 'COMPONENT_CUSTOM_ID_DUPLICATED', message, [index, ...place, 'custom_id']);
      }
      seen.add(input.custom_id);
    }
  }),
});

/** A form that the bot opened. */
export type Modal = z.output<typeof modal>;
export type TextInput = z.output<typeof textInput>;

/** The inputs of a label or of a row. */
function inputsOf(one: z.output<typeof part>): TextInput[] {
  return one.type === ComponentType.Label ? [one.component] : one.components;
}
