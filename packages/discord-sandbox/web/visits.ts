import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { visibleCommands } from '../state/commands.ts';
import type { Interaction } from '../state/interaction.ts';
import { messagesOf } from '../state/messages.ts';
import { GUILD_NAME, interactionPayload } from '../state/objects.ts';
import { IDS, permissionsIn, type State, type StoredMessage } from '../state/state.ts';
import type { Channel, Person } from '../state/types.ts';
import type { PageEvent, Snapshot } from './wire.ts';

type Send = (event: PageEvent) => void;

/** One open page; several tabs are several visits. */
interface Visit {
  readonly person: Person;
  readonly send: Send;
}

interface Visits {
  /** Everything that a person sees now. */
  snapshot(person: Person): Snapshot;
  /** Sends all changes that a person sees, until the returned function is called. */
  follow(person: Person, send: Send): () => void;
  readonly count: number;
}

/** Sends changes in the sandbox to open pages: to each only what its person may see. */
export function createVisits(state: State, online: () => boolean, examples: Snapshot['examples']): Visits {
  const visits = new Set<Visit>();
  const tell = (event: PageEvent, fits: (person: Person) => boolean = () => true) => {
    for (const { person, send } of visits) if (fits(person)) send(event);
  };
  const seesIn = (channelId: string, viewer: string | null) => (person: Person) => {
    const channel = state.channels.get(channelId);
    return (
      (viewer === null || viewer === person.user.id) && channel !== undefined && sees(state, person, channel)
    );
  };
  const message = ({ message: shown, viewer }: StoredMessage) =>
    tell({ kind: 'message', message: shown }, seesIn(shown.channel_id, viewer));
  const channels = () => {
    for (const { person, send } of visits) send({ kind: 'channels', channels: channelsFor(state, person) });
  };
  /** The payloads sent to the bot, kept until their outcomes are known. */
  const told = new WeakMap<Interaction, unknown>();

  const { events } = state;
  events.on('message', message);
  events.on('messageUpdate', message);
  events.on('messageDelete', ({ id, channelId, viewer }) =>
    tell({ kind: 'delete', channelId, messageId: id }, seesIn(channelId, viewer)),
  );
  events.on('typing', ({ channelId, user }) =>
    tell({ kind: 'typing', channelId, user }, seesIn(channelId, null)),
  );
  events.on('channel', channels);
  events.on('commands', (commands) => tell({ kind: 'commands', commands }));
  const server = () => tell({ kind: 'server', ...serverOf(state) });
  events.on('role', server);
  events.on('guild', server);
  events.on('online', (now) => tell({ kind: 'online', online: now }));
  events.on('interaction', (interaction) => {
    const watched = [...visits].some(({ person }) => person === interaction.person);
    if (watched) told.set(interaction, withoutToken(interactionPayload(state, interaction)));
  });
  events.on('answer', ({ interaction, outcome }) => {
    const event = { kind: 'exchange', interaction: told.get(interaction) ?? null, outcome } as const;
    tell(event, (person) => person === interaction.person);
  });

  return {
    snapshot: (person) => {
      const seen = channelsFor(state, person);
      return {
        ...serverOf(state),
        examples,
        bot: state.bot.user,
        users: [...state.people.values()].map(({ user }) => user).filter(({ bot }) => !bot),
        channels: seen,
        commands: visibleCommands(state),
        messages: Object.fromEntries(seen.map(({ id }) => [id, messagesOf(state, id, person.user.id)])),
        online: online(),
      };
    },
    follow: (person, send) => {
      const visit = { person, send };
      visits.add(visit);
      return () => visits.delete(visit);
    },
    get count() {
      return visits.size;
    },
  };
}

/** The server and its roles, without @everyone and the bot's own, which cannot be picked. */
function serverOf(state: State): Pick<Snapshot, 'server' | 'roles'> {
  const picked = [...state.roles.values()].filter(({ id, ofBot }) => id !== IDS.guild && !ofBot);
  return {
    server: { id: IDS.guild, name: GUILD_NAME, locale: state.guildLocale },
    roles: picked.map(({ id, name }) => ({ id, name })),
  };
}

/** The channels that a person can open. */
function channelsFor(state: State, person: Person): Channel[] {
  return [...state.channels.values()]
    .filter((channel) => sees(state, person, channel))
    .map((channel) => ('recipients' in channel ? { ...channel, recipients: [state.bot.user] } : channel));
}

/** Whether a person can open a channel: direct messages only as a recipient, others with the permission. */
function sees(state: State, person: Person, channel: Channel): boolean {
  if (channel.type === ChannelType.DM) return channel.recipients.some(({ id }) => id === person.user.id);
  return Boolean(permissionsIn(state, person, channel) & PermissionFlagsBits.ViewChannel);
}

/** Removes the token: anybody who has it could answer as the bot. */
function withoutToken<Payload extends { token: string }>({ token: _, ...rest }: Payload) {
  return rest;
}
