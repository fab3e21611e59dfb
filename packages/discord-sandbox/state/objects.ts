import { ChannelType, InteractionContextType, InteractionType } from 'discord-api-types/v10';
import type { Interaction } from './interaction.ts';
import { ownersOf } from './interactions.ts';
import { rolesOf } from './roles.ts';
import { guildOf, IDS, memberOf, permissionsIn, type State } from './state.ts';
import type { Channel, Thread } from './types.ts';

/** 10 MiB, the limit of a server without boosts. @see Discord docs, Reference, Uploading Files */
const ATTACHMENT_SIZE_LIMIT = 10_485_760;
export const GUILD_NAME = 'Paper Readers';

/** The server as in `GET /guilds/{id}`. @see Discord docs, Guild */
export function guildObject(state: State) {
  return {
    id: IDS.guild,
    name: GUILD_NAME,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: IDS.visitor,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: state.systemChannelId,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: rolesOf(state),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: state.guildLocale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
    approximate_member_count: state.people.size,
    approximate_presence_count: state.people.size,
  };
}

export const isThread = (channel: Channel): channel is Thread => 'thread_metadata' in channel;

export function channelsOf(state: State): { channels: Channel[]; threads: Thread[] } {
  const all = [...state.channels.values()].filter((channel) => guildOf(channel) !== undefined);
  return { channels: all.filter((channel) => !isThread(channel)), threads: all.filter(isThread) };
}

/** `GUILD_CREATE`: the server with its channels and all members, or only the bot. @see Discord docs, Gateway Events */
export function guildCreate(state: State, everyMember: boolean) {
  const people = everyMember ? [...state.people.values()] : [state.bot];
  const { channels, threads } = channelsOf(state);
  return {
    ...guildObject(state),
    joined_at: state.since,
    large: false,
    unavailable: false,
    member_count: state.people.size,
    members: people.map((person) => memberOf(state, person)),
    channels,
    threads: threads.filter(({ thread_metadata: { archived } }) => !archived),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function applicationObject(state: State) {
  return {
    id: IDS.application,
    name: state.bot.user.username,
    icon: null,
    description: 'An application of the sandbox',
    type: null,
    bot: state.bot.user,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: state.people.get(IDS.visitor)?.user,
    approximate_guild_count: state.guild === 'left' ? 0 : 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: state.installs,
  };
}

/** `INTERACTION_CREATE`. @see Discord docs, Receiving and Responding, Interaction Structure */
export function interactionPayload(state: State, interaction: Interaction) {
  const { id, token, type, person, channel, data, locale, source } = interaction;
  const guild = guildOf(channel);
  const permissions = String(permissionsIn(state, person, channel));
  const direct = guild === undefined;
  return {
    version: 1,
    id,
    token,
    type,
    application_id: IDS.application,
    data,
    channel_id: channel.id,
    channel: { ...channel, permissions },
    ...(direct
      ? { user: person.user }
      : {
          guild_id: guild,
          guild: { id: guild, locale: state.guildLocale, features: [] },
          guild_locale: state.guildLocale,
          member: { ...memberOf(state, person), permissions },
        }),
    ...(source && type !== InteractionType.ApplicationCommand ? { message: source } : {}),
    app_permissions: String(permissionsIn(state, state.bot, channel)),
    locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: ownersOf(channel),
    context: channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
}
