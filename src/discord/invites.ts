import { DiscordAPIError, type REST, Routes } from 'discord.js';
import { ApplicationIntegrationType, PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { Breaker } from './out/rest/breaker.ts';
import { DiscordRest } from './out/rest/rest.ts';

/** To post, to open threads, and to find earlier posts. */
const PERMISSIONS = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.ReadMessageHistory |
    PermissionFlagsBits.SendMessagesInThreads |
    PermissionFlagsBits.CreatePublicThreads,
);

const { GuildInstall, UserInstall } = ApplicationIntegrationType;

/** Adds the bot to a server with these permissions, or to a person, who can use it anywhere. */
const INSTALLS = {
  [GuildInstall]: {
    oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: PERMISSIONS },
  },
  [UserInstall]: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
};

/** @see Discord docs, OAuth2, Bot Users and Application Install Links */
export function invitesOf(applicationId: string): { readonly server: string; readonly person: string } {
  const link = (type: typeof GuildInstall | typeof UserInstall): string => {
    const { scopes, permissions } = INSTALLS[type].oauth2_install_params;
    const query = new URLSearchParams({
      client_id: applicationId,
      integration_type: String(type),
      scope: scopes.join(' '),
      ...(type === GuildInstall && { permissions }),
    });
    return `https://discord.com/oauth2/authorize?${query}`;
  };
  return { server: link(GuildInstall), person: link(UserInstall) };
}

const applicationSchema = z.object({
  id: z.string(),
  name: z.string(),
  approximate_guild_count: z.int().default(0),
  integration_types_config: z
    .record(z.string(), z.object({ oauth2_install_params: z.looseObject({}).nullish() }))
    .nullish(),
});

/** The application of a token. @throws UserError if Discord rejects the token or cannot be reached */
export async function readApplication(
  api: string,
  token: string,
): Promise<{ id: string; name: string; guilds: number }> {
  const rest = new DiscordRest({ api, address: new Breaker() }).setToken(token);
  try {
    const { id, name, approximate_guild_count: guilds } = await applicationOf(rest);
    return { id, name, guilds };
  } catch (error) {
    if (!(error instanceof DiscordAPIError))
      throw new UserError('errors.discord.unreachable', { reason: String(error) });
    throw new UserError('errors.discord.token', { code: error.status });
  }
}

/** Lets servers and people add the bot; keeps what the operator has set. @see Discord docs, Edit Current Application */
export async function allowInstalls(rest: REST): Promise<void> {
  const all = Object.entries((await applicationOf(rest)).integration_types_config ?? {});
  const held = Object.fromEntries(all.filter(([, { oauth2_install_params: params }]) => params != null));
  if ([GuildInstall, UserInstall].every((type) => held[type] !== undefined)) return;
  const body = { integration_types_config: { ...INSTALLS, ...held } };
  await rest.patch(Routes.currentApplication(), { body });
}

async function applicationOf(rest: REST): Promise<z.output<typeof applicationSchema>> {
  return applicationSchema.parse(await rest.get(Routes.currentApplication()));
}
