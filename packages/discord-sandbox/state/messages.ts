import { MessageFlags, MessageType } from 'discord-api-types/v10';
import { type Draft, isEmpty, type MessageForm } from '../limits/message.ts';
import { discordError, invalidForm } from '../rest/errors.ts';
import { attach, forget } from './attachments.ts';
import { mentionsIn } from './mentions.ts';
import { guildOf, type State, type StoredMessage, type Viewer } from './state.ts';
import type { Channel, Message, Person, User } from './types.ts';

/** Flags that clients may set; only Discord sets the others, so they are dropped. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications;

/**
 * Adds a message to a channel, drops the oldest one if there are too many, and notifies the gateway and the page. `extra`
 * has fields of special messages, such as answers to interactions.
 */
export function createMessage(
  state: State,
  channel: Channel,
  author: User,
  draft: Draft,
  extra: Partial<Message> = {},
  viewer: Viewer = null,
): Message {
  const earlier = draft.enforce_nonce ? sentBefore(state, channel, author, draft.nonce) : undefined;
  if (earlier) return { ...earlier, ...(draft.nonce === undefined ? {} : { nonce: draft.nonce }) };
  const repliedTo = messageRepliedTo(state, channel, draft);
  const id = state.nextId();
  const message: Message = {
    id,
    channel_id: channel.id,
    type: MessageType.Default,
    author,
    content: draft.content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: draft.tts ?? false,
    ...mentionsIn(state, author, channel, draft.content, draft.allowed_mentions, repliedTo?.author),
    attachments: attach(state, channel.id, draft.attachments),
    embeds: draft.embeds,
    components: draft.components,
    pinned: false,
    ...(repliedTo ? { type: MessageType.Reply, ...referenceTo(channel, repliedTo) } : {}),
    ...extra,
    flags: (draft.flags & SETTABLE) | (extra.flags ?? 0),
  };
  const stored = { message, viewer };
  keep(state, channel, stored);
  remember(state, channel, author, draft.nonce, id);
  const announced = draft.nonce === undefined ? message : { ...message, nonce: draft.nonce };
  state.events.emit('message', { message: announced, viewer });
  return announced;
}

/** Finds a message that the viewer can see; without `viewer`, one that everybody sees. Throws 10008 if there is none. */
export function findMessage(state: State, channelId: string, id: string, viewer?: Viewer): StoredMessage {
  const stored = state.messages.get(channelId)?.get(id);
  if (!stored || (stored.viewer !== null && stored.viewer !== viewer)) throw discordError('unknownMessage');
  return stored;
}

/** Changes only the fields in the form. Throws 50006 if the message would become empty. */
export function editMessage(state: State, { message, viewer }: StoredMessage, form: MessageForm): Message {
  const { author, channel_id: channelId, referenced_message: answered } = message;
  const content = form.content === undefined ? message.content : (form.content ?? '');
  const suppress = form.flags === undefined || form.flags === null ? message.flags : form.flags;
  const edited: Message = {
    ...message,
    content,
    ...(form.content === undefined
      ? {}
      : mentionsIn(
          state,
          author,
          state.channels.get(channelId),
          content,
          form.allowed_mentions,
          answered?.author,
        )),
    embeds: form.embeds === undefined ? message.embeds : (form.embeds ?? []),
    components: form.components === undefined ? message.components : (form.components ?? []),
    attachments:
      form.attachments === undefined
        ? message.attachments
        : attach(state, channelId, form.attachments, message.attachments),
    flags: (message.flags & ~MessageFlags.SuppressEmbeds) | (suppress & MessageFlags.SuppressEmbeds),
    edited_timestamp: new Date().toISOString(),
  };
  if (isEmpty(edited)) throw discordError('emptyMessage');
  return replace(state, { message: edited, viewer });
}

/** Replaces a message with its changed version and emits `messageUpdate`. */
export function replace(state: State, stored: StoredMessage): Message {
  state.messages.get(stored.message.channel_id)?.set(stored.message.id, stored);
  state.events.emit('messageUpdate', stored);
  return stored.message;
}

export function deleteMessage(state: State, { message, viewer }: StoredMessage): void {
  forget(state, message.attachments);
  state.messages.get(message.channel_id)?.delete(message.id);
  state.events.emit('messageDelete', { id: message.id, channelId: message.channel_id, viewer });
}

/** The messages of a channel that a viewer can see, oldest first. */
export function messagesOf(state: State, channelId: string, viewer: Viewer = null): Message[] {
  return [...(state.messages.get(channelId)?.values() ?? [])]
    .filter((stored) => stored.viewer === null || stored.viewer === viewer)
    .map(({ message }) => message);
}

/** A draft with only a text. */
export function draftOf(content: string): Draft {
  return { content, embeds: [], components: [], attachments: [], flags: 0, ...NOTHING_ELSE };
}

const NOTHING_ELSE = {
  allowed_mentions: undefined,
  nonce: undefined,
  enforce_nonce: undefined,
  tts: undefined,
  message_reference: undefined,
  sticker_ids: undefined,
};

/** The fields by which a message refers to an earlier one in its channel. As in Discord, references do not nest. */
export function referenceTo(channel: Channel, { referenced_message: _, ...earlier }: Message) {
  const guild = guildOf(channel);
  return {
    message_reference: {
      type: 0 as const,
      channel_id: channel.id,
      message_id: earlier.id,
      ...(guild ? { guild_id: guild } : {}),
    },
    referenced_message: earlier,
  };
}

/** Whether a person wrote a message. */
export const wrote = (person: Person, message: Message) => message.author.id === person.user.id;

function keep(state: State, channel: Channel, stored: StoredMessage): void {
  const history = state.messages.get(channel.id) ?? new Map<string, StoredMessage>();
  state.messages.set(channel.id, history);
  history.set(stored.message.id, stored);
  channel.last_message_id = stored.message.id;
  if ('message_count' in channel) {
    channel.message_count += 1;
    channel.total_message_sent += 1;
  }
  if (history.size > state.historyLimit) {
    for (const [oldest, { message }] of history) {
      forget(state, message.attachments);
      history.delete(oldest);
      break;
    }
  }
}

/** The message that a draft replies to. Throws 50035 if it does not exist, unless `fail_if_not_exists` is false. */
function messageRepliedTo(
  state: State,
  channel: Channel,
  { message_reference: reference }: Draft,
): Message | undefined {
  if (!reference) return undefined;
  const named = state.messages.get(channel.id)?.get(reference.message_id);
  // Nobody can reply to an ephemeral message: the reply would show it to everybody.
  if (named?.viewer === null) return named.message;
  if (reference.fail_if_not_exists === false) return undefined;
  const code = 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE';
  throw invalidForm([{ path: ['message_reference'], code, message: 'Unknown message' }]);
}

type Nonce = string | number | undefined;

const nonceKey = (channel: Channel, author: User, nonce: Nonce) => `${channel.id} ${author.id} ${nonce}`;

function sentBefore(state: State, channel: Channel, author: User, nonce: Nonce): Message | undefined {
  if (nonce === undefined) return undefined;
  const before = state.nonces.get(nonceKey(channel, author, nonce));
  if (!before || Date.now() - before.at > state.nonceWindow) return undefined;
  return state.messages.get(channel.id)?.get(before.id)?.message;
}

function remember(state: State, channel: Channel, author: User, nonce: Nonce, id: string): void {
  if (nonce === undefined) return;
  const at = Date.now();
  const key = nonceKey(channel, author, nonce);
  state.nonces.delete(key);
  state.nonces.set(key, { id, at });
  // Nonces are in order of age, so stop at the first that is still valid.
  for (const [old, { at: then }] of state.nonces) {
    if (at - then <= state.nonceWindow) break;
    state.nonces.delete(old);
  }
}
