import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { z } from 'zod';
import { channelFor, idOf } from '../access.ts';
import { readBody } from '../body.ts';
import { discordError } from '../errors.ts';
import { maybe, parseForm, text } from '../limits/form.ts';
import { findMessage, replace } from '../messages.ts';
import { guildOf, type State } from '../state.ts';
import type { Channel, Thread } from '../types.ts';
import type { RestApp } from './app.ts';

const form = z.object({
  name: text(1, 100),
  auto_archive_duration: maybe(z.literal([60, 1440, 4320, 10080])),
  rate_limit_per_user: maybe(z.int().min(0).max(21_600)),
});

/** Public threads, begun at a message or by themselves. @see Discord docs, Channel, Start Thread */
export function threadRoutes(app: RestApp, state: State): void {
  app.post('/channels/:channel/threads', async (c) => {
    const channel = channelFor(state, c.req.param('channel'), P.CreatePublicThreads);
    const thread = createThread(state, channel, state.nextId(), parseForm(form, await readBody(c)));
    return c.json(thread, 201);
  });
  app.post('/channels/:channel/messages/:message/threads', async (c) => {
    const channel = channelFor(state, c.req.param('channel'), P.CreatePublicThreads);
    const fields = parseForm(form, await readBody(c));
    const stored = findMessage(state, channel.id, idOf('message_id', c.req.param('message')));
    if (stored.message.thread) throw discordError('threadExists');
    // A thread begun at a message has the message's id.
    const thread = createThread(state, channel, stored.message.id, fields);
    replace(state, { ...stored, message: { ...stored.message, thread } });
    return c.json(thread, 201);
  });
}

function createThread(state: State, parent: Channel, id: string, fields: z.output<typeof form>): Thread {
  const guildId = guildOf(parent);
  const announcement = parent.type === ChannelType.GuildAnnouncement;
  if (!guildId || !(announcement || parent.type === ChannelType.GuildText))
    throw discordError('wrongChannelType');
  const now = new Date().toISOString();
  const thread: Thread = {
    id,
    type: announcement ? ChannelType.AnnouncementThread : ChannelType.PublicThread,
    guild_id: guildId,
    name: fields.name,
    parent_id: parent.id,
    owner_id: state.bot.user.id,
    flags: 0,
    rate_limit_per_user: fields.rate_limit_per_user ?? 0,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    thread_metadata: {
      archived: false,
      locked: false,
      archive_timestamp: now,
      auto_archive_duration: fields.auto_archive_duration ?? 1440,
      create_timestamp: now,
    },
  };
  state.channels.set(id, thread);
  state.events.emit('channel', { change: 'create', channel: thread });
  return thread;
}
