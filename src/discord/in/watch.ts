import { type Client, Events } from 'discord.js';
import { GatewayDispatchEvents as Event } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Watcher } from '../../delivery/discord-port.ts';
import type { Greet } from '../../delivery/subscriptions/greeter.ts';
import { languageOfTag } from '../../language.ts';

const guild = z.object({ id: z.string(), unavailable: z.boolean().optional() });
const channel = z.object({ id: z.string(), guild_id: z.string() });
const within = z.object({ guild_id: z.string() });
const member = within.extend({ user: z.object({ id: z.string() }) });

/** Turns gateway events into calls of the watcher; skips undocumented shapes. @see Discord docs, Gateway Events */
export function watch(client: Client, watcher: Watcher): void {
  on([Event.GuildCreate], guild, ({ id, unavailable }) => {
    if (!unavailable) watcher.onGuildCreate(id);
  });
  on([Event.GuildDelete], guild, ({ id, unavailable }) => {
    if (!unavailable) watcher.onGuildDelete(id);
  });
  on([Event.ChannelDelete, Event.ThreadDelete], channel, ({ id, guild_id }) =>
    watcher.onChannelDelete(guild_id, id),
  );
  on([Event.ChannelCreate, Event.ChannelUpdate, Event.ThreadUpdate], channel, ({ id, guild_id }) =>
    watcher.onAccessChange(guild_id, id),
  );
  on([Event.GuildUpdate], guild, ({ id }) => watcher.onAccessChange(id, null));
  const roleEvents = [Event.GuildRoleCreate, Event.GuildRoleUpdate, Event.GuildRoleDelete];
  on([...roleEvents, Event.ThreadListSync], within, ({ guild_id }) => watcher.onAccessChange(guild_id, null));
  on([Event.GuildMemberUpdate], member, ({ guild_id, user }) => {
    if (user.id === client.user?.id) watcher.onAccessChange(guild_id, null);
  });

  function on<T>(events: readonly Event[], schema: z.ZodType<T>, notify: (data: T) => void): void {
    for (const event of events) {
      client.ws.on(event, (data: unknown) => {
        const read = schema.safeParse(data);
        if (read.success) notify(read.data);
      });
    }
  }
}

/** Greets servers that add the bot. discord.js emits no such event for servers that are back after an outage. */
export function greetJoined(client: Client, greet: Greet): void {
  client.on(Events.GuildCreate, ({ id: guildId, ownerId: userId, preferredLocale }) => {
    void greet({ guildId, userId, locale: languageOfTag(preferredLocale) });
  });
}
