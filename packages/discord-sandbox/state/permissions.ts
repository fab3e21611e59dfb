import { PermissionFlagsBits as P } from 'discord-api-types/v10';

/** Everything Discord knows of today. */
export const EVERYTHING = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** What everybody may do in the sandbox's server: read, write, use commands. */
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

/** What the bot's own role adds. Not Administrator, since then a channel's overwrites would not count. */
export const BOT_ROLE = P.ManageMessages | P.ManageThreads | P.MentionEveryone;
