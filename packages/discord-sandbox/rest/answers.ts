import { InteractionResponseType, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { callback, deferral, suggestions } from '../limits/callback.ts';
import { parseForm } from '../limits/form.ts';
import { type Draft, parseEdit, parseMessage } from '../limits/message.ts';
import { modal } from '../limits/modal.ts';
import { attach } from '../state/attachments.ts';
import type { Interaction } from '../state/interaction.ts';
import { metadataOf } from '../state/interactions.ts';
import {
  createMessage,
  deleteMessage,
  draftOf,
  editMessage,
  findMessage,
  referenceTo,
  replace,
} from '../state/messages.ts';
import { IDS, type State, type StoredMessage } from '../state/state.ts';
import type { Channel, Message } from '../state/types.ts';
import { discordError, invalidForm } from './errors.ts';

type Response = InteractionResponseType;
const {
  ChannelMessageWithSource: MESSAGE,
  DeferredChannelMessageWithSource: DEFERRED_MESSAGE,
  DeferredMessageUpdate: DEFERRED_UPDATE,
  UpdateMessage: UPDATE,
  ApplicationCommandAutocompleteResult: SUGGESTIONS,
  Modal: MODAL,
} = InteractionResponseType;

/** The answers that each kind of interaction accepts. @see Discord docs, Interaction Callback Type */
function allowedAnswers({ type, source }: Interaction): Response[] {
  switch (type) {
    case InteractionType.ApplicationCommand:
      return [MESSAGE, DEFERRED_MESSAGE, MODAL];
    case InteractionType.MessageComponent:
      return [MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL];
    case InteractionType.ApplicationCommandAutocomplete:
      return [SUGGESTIONS];
    case InteractionType.ModalSubmit:
      return [MESSAGE, DEFERRED_MESSAGE, ...(source ? [DEFERRED_UPDATE, UPDATE] : [])];
    default:
      return [];
  }
}

/** The result of a callback, for `?with_response=true`. */
export interface Answered {
  readonly type: Response;
  readonly message: Message | undefined;
}

/**
 * Takes the bot's first answer to an interaction. Throws Discord's errors and leaves the interaction open, so that a right
 * answer can follow a wrong one.
 */
export function answer(state: State, interaction: Interaction, body: unknown): Answered {
  const { type, data } = parseForm(callback, body);
  const allowed = allowedAnswers(interaction);
  if (!allowed.includes(type)) {
    const message = `Value must be one of {${allowed.join(', ')}}.`;
    throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
  }
  switch (type) {
    case MESSAGE: {
      const draft = parseMessage(data, ['data']);
      return replied(state, interaction, type, draft, isEphemeral(draft.flags));
    }
    case DEFERRED_MESSAGE: {
      const flags = parseForm(deferral, data, ['data'])?.flags ?? 0;
      return replied(state, interaction, type, draftOf(''), isEphemeral(flags));
    }
    case UPDATE:
    case DEFERRED_UPDATE:
      return updated(state, interaction, type, data);
    case SUGGESTIONS: {
      const { choices } = parseForm(suggestions, data, ['data']);
      interaction.status = 'answered';
      interaction.settle({ kind: 'autocomplete', choices });
      return { type, message: undefined };
    }
    case MODAL: {
      interaction.modal = parseForm(modal, data, ['data']);
      interaction.status = 'answered';
      interaction.settle({ kind: 'modal', modal: interaction.modal });
      return { type, message: undefined };
    }
    default:
      throw discordError('unknownInteraction');
  }
}

/** Sends a further message with the interaction's token. The first one after a deferral fills the deferred reply. */
export function followUp(state: State, interaction: Interaction, body: unknown): Message {
  if (interaction.deferred === 'reply') return editAnswer(state, interaction, '@original', body);
  const draft = parseMessage(body);
  return post(state, interaction, draft, isEphemeral(draft.flags), interaction.originalId ?? undefined);
}

/** Finds one of the interaction's messages by its id, or by `@original`. Throws 10008 for any other id. */
export function answerMessage(state: State, interaction: Interaction, id: string): StoredMessage {
  const messageId = id === '@original' ? interaction.originalId : id;
  if (
    messageId === null ||
    !(messageId === interaction.originalId || interaction.messageIds.has(messageId))
  ) {
    throw discordError('unknownMessage');
  }
  return findMessage(state, interaction.channel.id, messageId, interaction.person.user.id);
}

/** Changes an answer. A deferred answer becomes visible to the person only now. */
export function editAnswer(state: State, interaction: Interaction, id: string, body: unknown): Message {
  const form = parseEdit(body);
  const stored = answerMessage(state, interaction, id);
  if (stored.message.id === interaction.originalId) interaction.deferred = null;
  if (!(stored.message.flags & MessageFlags.Loading)) return editMessage(state, stored, form);
  const draft = parseMessage(body);
  const { flags } = stored.message;
  const { content, embeds, components } = draft;
  const attachments = attach(state, interaction.channel.id, draft.attachments);
  return replace(state, {
    ...stored,
    message: {
      ...stored.message,
      content,
      embeds,
      components,
      attachments,
      flags: flags & ~MessageFlags.Loading,
    },
  });
}

/** Deletes an answer. Once a deferred one is deleted, a further message no longer fills it. */
export function deleteAnswer(state: State, interaction: Interaction, id: string): void {
  const stored = answerMessage(state, interaction, id);
  deleteMessage(state, stored);
  if (stored.message.id !== interaction.originalId) return;
  interaction.deferred = null;
  interaction.originalId = null;
}

function replied(
  state: State,
  interaction: Interaction,
  type: Response,
  draft: Draft,
  ephemeral: boolean,
): Answered {
  const deferred = type === DEFERRED_MESSAGE;
  interaction.status = 'answered';
  interaction.deferred = deferred ? 'reply' : null;
  const message = post(state, interaction, draft, ephemeral, undefined, deferred);
  interaction.originalId = message.id;
  interaction.settle({ kind: deferred ? 'deferred' : 'message', message, ephemeral });
  return { type, message };
}

function updated(state: State, interaction: Interaction, type: Response, data: unknown): Answered {
  const source = interaction.source;
  if (!source) throw discordError('unknownInteraction');
  const stored = findMessage(state, source.channel_id, source.id, interaction.person.user.id);
  const ephemeral = stored.viewer !== null;
  const message =
    type === UPDATE ? editMessage(state, stored, parseEdit(data ?? {}, ['data'])) : stored.message;
  interaction.status = 'answered';
  interaction.deferred = type === UPDATE ? null : 'update';
  interaction.originalId = source.id;
  interaction.settle({ kind: type === UPDATE ? 'update' : 'deferred', message, ephemeral });
  return { type, message };
}

function post(
  state: State,
  interaction: Interaction,
  draft: Draft,
  ephemeral: boolean,
  followUpTo?: string,
  loading = false,
): Message {
  const { channel, person, commandName, source, target } = interaction;
  const extraFlags = (ephemeral ? MessageFlags.Ephemeral : 0) | (loading ? MessageFlags.Loading : 0);
  const replyTo = source ? { type: MessageType.Reply, ...sourceOf(channel, source) } : {};
  const ofCommand = target
    ? { type: MessageType.ContextMenuCommand, ...referenceTo(channel, target) }
    : { type: MessageType.ChatInputCommand };
  const message = createMessage(
    state,
    channel,
    state.bot.user,
    draft,
    {
      ...replyTo,
      ...(commandName ? (followUpTo ? { type: MessageType.Reply } : ofCommand) : {}),
      flags: extraFlags,
      application_id: IDS.application,
      webhook_id: IDS.application,
      interaction_metadata: metadataOf(interaction, followUpTo),
      ...(commandName
        ? {
            interaction: { id: interaction.id, type: interaction.type, name: commandName, user: person.user },
          }
        : {}),
    },
    ephemeral ? person.user.id : null,
  );
  interaction.messageIds.add(message.id);
  return message;
}

/** A reference to the message whose component was used; for an ephemeral one only its id, since others may see the answer. */
function sourceOf(channel: Channel, source: Message) {
  const { message_reference, referenced_message } = referenceTo(channel, source);
  return { message_reference, ...(isEphemeral(source.flags) ? {} : { referenced_message }) };
}

const isEphemeral = (flags: number) => Boolean(flags & MessageFlags.Ephemeral);
