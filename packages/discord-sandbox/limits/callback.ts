import { InteractionResponseType } from 'discord-api-types/v10';
import { z } from 'zod';
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

/** The data of a deferred reply: only whether it will be ephemeral. */
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
