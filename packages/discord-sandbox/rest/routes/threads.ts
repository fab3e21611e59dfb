import { ChannelFlags, ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { z } from 'zod';
import { list, maybe, parseForm, snowflake, text } from '../../limits/form.ts';
import { parseMessage } from '../../limits/message.ts';
import { createMessage, findMessage, replace } from '../../state/messages.ts';
import { channelsOf, isThread } from '../../state/objects.ts';
import { guildOf, type State } from '../../state/state.ts';
import type { Channel, Thread } from '../../state/types.ts';
import { channelFor, idOf } from '../access.ts';
import { readBody } from '../body.ts';
import { discordError } from '../errors.ts';
import type { RestApp } from './app.ts';

const form = z.object({
  name: text(1, 100),
  auto_archive_duration: maybe(z.literal([60, 1440, 4320, 10080])),
  rate_limit_per_user: maybe(z.int().min(0).max(21_600)),
});
const forumForm = form.extend({ message: z.unknown(), applied_tags: maybe(list(snowflake, 0, 5)) });
const archivedQuery = z.object({
  before: maybe(z.iso.datetime({ offset: true })),
  limit: maybe(z.coerce.number().pipe(z.int().min(2).max(100))),
});

const PLACES: ReadonlyMap<ChannelType, Thread['type']> = new Map([
  [ChannelType.GuildText, ChannelType.PublicThread],
  [ChannelType.GuildForum, ChannelType.PublicThread],
  [ChannelType.GuildAnnouncement, ChannelType.AnnouncementThread],
]);

/** Public threads, from a message or standalone, and posts in forums. @see Discord docs, Channel, Start Thread */
export function threadRoutes(app: RestApp, state: State): void {
  app.post('/channels/:channel/threads', async (c) => {
    const channel = channelFor(state, c.req.param('channel'));
    if (channel.type === ChannelType.GuildForum)
      return c.json(createForumPost(state, channel, await readBody(c)), 201);
    channelFor(state, channel.id, P.CreatePublicThreads);
    const thread = createThread(state, channel, state.nextId(), parseForm(form, await readBody(c)));
    return c.json(thread, 201);
  });

  app.post('/channels/:channel/messages/:message/threads', async (c) => {
    const channel = channelFor(state, c.req.param('channel'), P.CreatePublicThreads);
    const fields = parseForm(form, await readBody(c));
    const stored = findMessage(state, channel.id, idOf('message_id', c.req.param('message')));
    if (stored.message.thread) throw discordError('threadExists');
    // A thread created from a message has the message's id.
    const thread = createThread(state, channel, stored.message.id, fields);
    replace(state, { ...stored, message: { ...stored.message, thread } });
    return c.json(thread, 201);
  });

  app.get('/channels/:channel/threads/archived/public', (c) => {
    const { id } = channelFor(state, c.req.param('channel'), P.ReadMessageHistory);
    const { before, limit = 50 } = parseForm(archivedQuery, c.req.query());
    const archivedAt = (thread: Thread) => Date.parse(thread.thread_metadata.archive_timestamp);
    const threads = [...state.channels.values()]
      .filter((one) => isThread(one))
      .filter((one) => one.parent_id === id && one.thread_metadata.archived)
      .filter((one) => before === undefined || archivedAt(one) < Date.parse(before))
      .sort((one, other) => archivedAt(other) - archivedAt(one));
    return c.json({ threads: threads.slice(0, limit), members: [], has_more: threads.length > limit });
  });
}

/** Creates a post in a forum: a thread whose first message has the thread's id. Discord ignores nonces here. */
function createForumPost(state: State, forum: Channel, body: unknown): Thread {
  const { message, applied_tags: tags = [], ...fields } = parseForm(forumForm, body);
  const draft = { ...parseMessage(message, ['message']), nonce: undefined, enforce_nonce: undefined };
  channelFor(state, forum.id, draft.embeds.length > 0 ? P.SendMessages | P.EmbedLinks : P.SendMessages);
  if ((forum.flags & ChannelFlags.RequireTag) !== 0 && tags.length === 0) throw discordError('tagRequired');
  const thread = createThread(state, forum, state.nextId(), fields);
  if (tags.length > 0) thread.applied_tags = tags;
  const first = createMessage(state, thread, state.bot.user, draft, { id: thread.id });
  return Object.assign({}, thread, { message: first });
}

function createThread(state: State, parent: Channel, id: string, fields: z.output<typeof form>): Thread {
  const guildId = guildOf(parent);
  const type = PLACES.get(parent.type);
  if (!guildId || type === undefined) throw discordError('wrongChannelType');
  const active = channelsOf(state).threads.filter((one) => !one.thread_metadata.archived);
  if (active.length >= state.threadLimit) throw discordError('tooManyThreads');
  const now = new Date().toISOString();
  const thread: Thread = {
    id,
    type,
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
