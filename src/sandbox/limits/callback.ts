import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { customId } from './component.ts';
import { list, maybe, text } from './form.ts';

/** @see Discord docs, Receiving and Responding, Interaction Response Structure */
export const callback = z.object({
  type: z.literal([
    InteractionResponseType.Pong,
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.ApplicationCommandAutocompleteResult,
    InteractionResponseType.Modal,
  ]),
  data: z.unknown().optional(),
});

/** A deferred reply says only whether it will be ephemeral. */
export const deferral = maybe(z.object({ flags: maybe(z.int().min(0)) }));

export const suggestions = z.object({
  choices: list(
    z.object({
      name: text(1, 100),
      name_localizations: z.record(z.string(), text(1, 100)).nullish(),
      value: z.union([text(0, 100), z.number()]),
    }),
    0,
    25,
  ),
});

const textInput = z.object({
  type: z.literal(ComponentType.TextInput),
  id: maybe(z.int().min(0)),
  custom_id: customId,
  style: z.enum(TextInputStyle),
  label: maybe(text(1, 45)),
  min_length: maybe(z.int().min(0).max(4000)),
  max_length: maybe(z.int().min(1).max(4000)),
  required: maybe(z.boolean()),
  value: maybe(text(0, 4000)),
  placeholder: maybe(text(0, 100)),
});

export const modal = z.object({
  custom_id: customId,
  title: text(1, 45),
  components: list(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal(ComponentType.ActionRow), components: list(textInput, 1, 1) }),
      z.object({
        type: z.literal(ComponentType.Label),
        label: text(1, 45),
        description: maybe(text(0, 100)),
        component: textInput,
      }),
    ]),
    1,
    5,
  ),
});

/** A form the bot opened. */
export type Modal = z.output<typeof modal>;
