import {
  ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { visibleCommands } from '../state/commands.ts';
import { permissionsIn, type State } from '../state/state.ts';
import type { Channel, Command, Person } from '../state/types.ts';
import { InputError } from './command-input.ts';

type Type = ApplicationCommandType.ChatInput | ApplicationCommandType.Message;

/** Finds a command that somebody may use in a channel. Throws `InputError` with the reason if they may not. */
export function offeredCommand(
  state: State,
  person: Person,
  channel: Channel,
  name: string,
  type: Type = ApplicationCommandType.ChatInput,
): Command {
  const shown = type === ApplicationCommandType.ChatInput ? `/${name}` : name;
  const command = visibleCommands(state).find((one) => one.name === name && one.type === type);
  if (!command) throw new InputError(`no command ${shown} is registered`);
  const context =
    channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild;
  const elsewhere = command.contexts
    ? !command.contexts.includes(context)
    : context !== 0 && !command.dm_permission;
  if (elsewhere) throw new InputError(`${shown} is not offered here`);
  const needed = command.default_member_permissions;
  const held = permissionsIn(state, person, channel);
  const refused =
    needed !== null &&
    context === InteractionContextType.Guild &&
    !(held & PermissionFlagsBits.Administrator) &&
    (needed === '0' || (held & BigInt(needed)) !== BigInt(needed));
  if (refused) throw new InputError(`${person.user.username} may not use ${shown}`);
  return command;
}
