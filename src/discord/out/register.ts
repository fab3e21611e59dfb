import { type REST, Routes } from 'discord.js';
import { isRegistered, type Registration } from '../../bot/registration.ts';

/**
 * Registers the commands at Discord if they differ from the registered ones. @returns whether anything was written
 *
 * @see Discord docs, Bulk Overwrite Global Application Commands
 */
export async function register(
  rest: REST,
  applicationId: string,
  commands: readonly Registration[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const held = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (isRegistered(commands, held)) return false;
  await rest.put(route, { body: commands });
  return true;
}
