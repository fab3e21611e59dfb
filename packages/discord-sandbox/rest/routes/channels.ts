import { ChannelType, MessageFlags, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { parseEdit, parseMessage } from '../../limits/message.ts';
import { shownToBot } from '../../state/content.ts';
import {
  createMessage,
  deleteMessage,
  editMessage,
  findMessage,
  messagesOf,
  replace,
  wrote,
} from '../../state/messages.ts';
import { isThread } from '../../state/objects.ts';
import type { State } from '../../state/state.ts';
import { channelFor, idOf, writableChannel } from '../access.ts';
import { readBody } from '../body.ts';
import { discordError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { RestApp } from './app.ts';

/** Channels and their messages. @see Discord docs, Channel; Message */
export function channelRoutes(app: RestApp, state: State): void {
  const message = (channelId: string, id: string) => findMessage(state, channelId, idOf('message_id', id));

  app.get('/channels/:channel', (c) => c.json(channelFor(state, c.req.param('channel'))));

  app.get('/channels/:channel/messages', (c) => {
    const channel = channelFor(state, c.req.param('channel'));
    // Without Read Message History, Discord answers with an empty list, not with an error.
    const readable = channel.type === ChannelType.DM || mayRead(state, channel.id);
    const page = readable ? pageOf(messagesOf(state, channel.id), c.req.query()) : [];
    return c.json(page.map((one) => shownToBot(state, channel, one)));
  });

  app.post('/channels/:channel/messages', async (c) => {
    const channelId = c.req.param('channel');
    channelFor(state, channelId);
    const draft = parseMessage(await readBody(c));
    const channel = writableChannel(state, channelId, draft);
    return c.json(shownToBot(state, channel, createMessage(state, channel, state.bot.user, draft)));
  });

  app.get('/channels/:channel/messages/:message', (c) => {
    const channel = channelFor(state, c.req.param('channel'), P.ReadMessageHistory);
    return c.json(shownToBot(state, channel, message(channel.id, c.req.param('message')).message));
  });

  app.patch('/channels/:channel/messages/:message', async (c) => {
    const channel = channelFor(state, c.req.param('channel'));
    const form = parseEdit(await readBody(c));
    const stored = message(channel.id, c.req.param('message'));
    if (isThread(channel) && channel.thread_metadata.archived) throw discordError('threadArchived');
    if (!wrote(state.bot, stored.message)) throw discordError('notYourMessage');
    return c.json(shownToBot(state, channel, editMessage(state, stored, form)));
  });

  app.delete('/channels/:channel/messages/:message', (c) => {
    const { id } = channelFor(state, c.req.param('channel'));
    const stored = message(id, c.req.param('message'));
    if (!wrote(state.bot, stored.message)) channelFor(state, id, P.ManageMessages);
    deleteMessage(state, stored);
    return c.body(null, 204);
  });

  app.post('/channels/:channel/messages/:message/crosspost', (c) => {
    const channel = channelFor(state, c.req.param('channel'), P.SendMessages);
    if (channel.type !== ChannelType.GuildAnnouncement) throw discordError('wrongChannelType');
    const stored = message(channel.id, c.req.param('message'));
    if (stored.message.flags & MessageFlags.Crossposted) throw discordError('alreadyCrossposted');
    const flags = stored.message.flags | MessageFlags.Crossposted;
    return c.json(replace(state, { ...stored, message: { ...stored.message, flags } }));
  });

  app.post('/channels/:channel/typing', (c) => {
    const channel = channelFor(state, c.req.param('channel'), P.SendMessages);
    state.events.emit('typing', { channelId: channel.id, user: state.bot.user });
    return c.body(null, 204);
  });
}

function mayRead(state: State, channelId: string): boolean {
  try {
    channelFor(state, channelId, P.ReadMessageHistory);
    return true;
  } catch {
    return false;
  }
}
