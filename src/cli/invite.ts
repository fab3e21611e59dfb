import type { Config } from '../config.ts';
import { invitesOf, readApplication } from '../discord/invites.ts';
import { UserError } from '../errors.ts';
import type { Terminal } from './terminal.ts';

export async function runInvite(
  { discordToken: token, discordApiUrl }: Config,
  terminal: Terminal,
): Promise<number> {
  if (token === null) throw new UserError('errors.discord.noToken');
  const { id, name, guilds } = await readApplication(discordApiUrl, token);
  printInvites({ applicationId: id, name, guilds }, terminal);
  return 0;
}

/** Prints who the bot is, the number of its servers, and the links that add it. */
export function printInvites(
  { applicationId, name, guilds }: { applicationId: string; name: string; guilds: number },
  terminal: Terminal,
): void {
  const { server, person } = invitesOf(applicationId);
  terminal.print(terminal.text('terminal.invite.self', { name, count: guilds }));
  terminal.print(terminal.text('terminal.invite.server', { url: server }));
  terminal.print(terminal.text('terminal.invite.person', { url: person }));
}
