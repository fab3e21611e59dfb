import { PermissionFlagsBits as P } from 'discord-api-types/v10';

/** All permissions in Discord today. */
export const EVERYTHING = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** The permissions of everybody in the sandbox's server: read, write, use commands. */
export const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.UseExternalEmojis |
  P.ChangeNickname;

/** The permissions that the bot's own role adds. Without Administrator, which would override a channel's overwrites. */
export const BOT_ROLE = P.ManageMessages | P.ManageThreads | P.MentionEveryone;
