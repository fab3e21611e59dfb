import {
  ChannelType,
  GatewayDispatchEvents as Event,
  GatewayIntentBits,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { withoutContent } from '../state/content.ts';
import { guildCreate, guildObject, interactionPayload, isThread } from '../state/objects.ts';
import { roleObject } from '../state/roles.ts';
import { guildOf, IDS, memberOf, permissionsIn, type State, type StoredMessage } from '../state/state.ts';
import type { Channel, Member, Message, Person } from '../state/types.ts';
import type { Dispatch, Session } from './session.ts';

const CHANNEL_EVENTS = {
  create: [Event.ChannelCreate, Event.ThreadCreate],
  update: [Event.ChannelUpdate, Event.ThreadUpdate],
  delete: [Event.ChannelDelete, Event.ThreadDelete],
} as const;

const ROLE_EVENTS = {
  create: Event.GuildRoleCreate,
  update: Event.GuildRoleUpdate,
  delete: Event.GuildRoleDelete,
} as const;

/** Turns changes in the sandbox into gateway events for bots. @see Discord docs, Gateway Events */
export function announceTo(state: State, dispatch: (dispatch: Dispatch) => void): void {
  const { events } = state;
  const seen = (channel: Channel | undefined): channel is Channel =>
    channel !== undefined &&
    !(state.guild !== 'joined' && guildOf(channel)) &&
    Boolean(permissionsIn(state, state.bot, channel) & PermissionFlagsBits.ViewChannel);

  const message = (t: string) => (stored: StoredMessage) => {
    const channel = state.channels.get(stored.message.channel_id);
    // Discord sends no events for ephemeral messages.
    if (stored.viewer !== null || !seen(channel)) return;
    const guildId = guildOf(channel);
    const person = stored.message.webhook_id ? undefined : state.people.get(stored.message.author.id);
    const d = (session: Session) => ({
      ...asSeenBy(session, state, channel, stored.message),
      channel_type: channel.type,
      ...(guildId ? { guild_id: guildId, ...(person ? { member: memberFields(state, person) } : {}) } : {}),
    });
    dispatch({ t, guildId, d });
  };

  events.on('message', message(Event.MessageCreate));
  events.on('messageUpdate', message(Event.MessageUpdate));
  events.on('messageDelete', ({ id, channelId, viewer }) => {
    const channel = state.channels.get(channelId);
    if (viewer !== null || !seen(channel)) return;
    const guildId = guildOf(channel);
    dispatch({
      t: Event.MessageDelete,
      guildId,
      d: () => ({ id, channel_id: channelId, ...(guildId ? { guild_id: guildId } : {}) }),
    });
  });
  events.on('typing', ({ channelId, user }) => {
    const channel = state.channels.get(channelId);
    if (!seen(channel)) return;
    const guildId = guildOf(channel);
    const timestamp = Math.floor(Date.now() / 1000);
    const d = {
      channel_id: channelId,
      user_id: user.id,
      timestamp,
      ...(guildId ? { guild_id: guildId } : {}),
    };
    dispatch({ t: Event.TypingStart, guildId, d: () => d });
  });
  events.on('interaction', (interaction) => {
    const payload = interactionPayload(state, interaction);
    dispatch({ t: Event.InteractionCreate, guildId: guildOf(interaction.channel), d: () => payload });
  });
  events.on('channel', ({ change, channel }) => {
    if (channel.type === ChannelType.DM) return;
    const [t, ofThread] = CHANNEL_EVENTS[change];
    dispatch({ t: isThread(channel) ? ofThread : t, guildId: guildOf(channel), d: () => channel });
  });
  events.on('guild', ({ change }) => {
    if (change === 'create') return dispatch(guildCreated(state));
    if (change === 'update') {
      return dispatch({ t: Event.GuildUpdate, guildId: IDS.guild, d: () => guildObject(state) });
    }
    const d = { id: IDS.guild, ...(change === 'unavailable' ? { unavailable: true } : {}) };
    dispatch({ t: Event.GuildDelete, guildId: IDS.guild, d: () => d });
  });
  events.on('role', ({ change, role }) => {
    const gone = change === 'delete';
    const d = { guild_id: IDS.guild, ...(gone ? { role_id: role.id } : { role: roleObject(role) }) };
    dispatch({ t: ROLE_EVENTS[change], guildId: IDS.guild, d: () => d });
  });
}

/** `GUILD_CREATE` for the sandbox's one server. */
export function guildCreated(state: State): Dispatch {
  const d = ({ intents }: Session) => guildCreate(state, Boolean(intents & GatewayIntentBits.GuildMembers));
  return { t: Event.GuildCreate, guildId: IDS.guild, d };
}

/** A message in the form that one session gets; in the server, mentioned users come with their member. */
function asSeenBy({ intents }: Session, state: State, channel: Channel, message: Message) {
  const shown = intents & GatewayIntentBits.MessageContent ? message : withoutContent(channel, message);
  if (!guildOf(channel)) return shown;
  const mentions = shown.mentions.map((user) => {
    const person = state.people.get(user.id);
    return person ? { ...user, member: memberFields(state, person) } : user;
  });
  return { ...shown, mentions };
}

/** A member without their user, as message events have it. */
function memberFields(state: State, person: Person): Omit<Member, 'user'> {
  const { user: _, ...member } = memberOf(state, person);
  return member;
}
