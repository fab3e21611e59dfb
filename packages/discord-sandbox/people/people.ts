import {
  AllowedMentionsTypes,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Component } from '../limits/component.ts';
import { lengthOf } from '../limits/form.ts';
import { MESSAGE_LIMITS } from '../limits/message.ts';
import type { Outcome } from '../state/interaction.ts';
import { interact } from '../state/interactions.ts';
import { createMessage, draftOf, findMessage } from '../state/messages.ts';
import { guildOf, IDS, permissionsIn, type State } from '../state/state.ts';
import type { Channel, Message, Person } from '../state/types.ts';
import { type Input, InputError, readInput } from './command-input.ts';
import { filled, fits, resolvedValues } from './component-input.ts';
import { offeredCommand } from './offered.ts';

/** Who does something, where, and how long they wait. All fields have defaults. */
export interface Doing {
  /** A user's id; the visitor if absent. */
  readonly user?: string;
  /** #daily-papers if absent. */
  readonly channelId?: string;
  /** The language of the person's Discord, e.g. `ko`. */
  readonly locale?: string;
  /** Milliseconds until "did not respond"; Discord's 3 seconds if absent. */
  readonly deadline?: number;
}

export interface CommandUse extends Doing {
  /** The command's name, with group and subcommand after spaces: `subscribe set`. */
  readonly name: string;
  /** Values by option name. */
  readonly options?: Input;
}

export interface AutocompleteUse extends CommandUse {
  /** The option being typed; its unfinished text is in `options`. */
  readonly focused: string;
}

export interface MenuUse extends Omit<Doing, 'channelId'> {
  /** The command's name in the menu: `Find these papers`. */
  readonly name: string;
  /** The message whose menu was opened. */
  readonly messageId: string;
}

export interface Press extends Omit<Doing, 'channelId'> {
  readonly messageId: string;
  readonly customId: string;
}

export interface Selection extends Press {
  readonly values: readonly string[];
}

export interface FormSubmission extends Omit<Doing, 'channelId'> {
  /** The interaction whose answer was the form: `outcome.interactionId`. */
  readonly interactionId: string;
  /** The typed texts, by the `custom_id` of their inputs. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Post extends Omit<Doing, 'deadline' | 'locale'> {
  readonly content: string;
  /** The message it replies to, in the same channel. */
  readonly replyTo?: string | undefined;
  /** Whether the reply notifies that message's author; true if absent, as in Discord's app. */
  readonly ping?: boolean | undefined;
}

/** The actions of people in the sandbox. Each throws `InputError` if Discord's app would not allow it. */
export function peopleOf(state: State, patience: number) {
  const personOf = (id: string = IDS.visitor): Person => {
    const person = state.people.get(id);
    if (!person || person.user.bot) throw new InputError(`no user ${id} in the sandbox`);
    return person;
  };

  const placeOf = (person: Person, id: string = IDS.dailyPapers): Channel => {
    const channel = state.channels.get(id);
    if (!channel) throw new InputError(`no channel ${id} in the sandbox`);
    if (guildOf(channel) && state.guild !== 'joined') throw new InputError('the bot is not in the server');
    if (channel.type === ChannelType.DM && !channel.recipients.some((one) => one.id === person.user.id)) {
      throw new InputError('this conversation is another user’s');
    }
    return channel;
  };

  const begin = (use: CommandUse, focused?: string) => {
    const person = personOf(use.user);
    const channel = placeOf(person, use.channelId);
    const [name = '', ...path] = use.name.split(' ');
    const command = offeredCommand(state, person, channel, name);
    const { options, resolved } = readInput(state, person, command, path, use.options ?? {}, focused);
    const data = {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guild_id ? { guild_id: command.guild_id } : {}),
      ...(options.length > 0 ? { options } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    };
    const type =
      focused === undefined
        ? InteractionType.ApplicationCommand
        : InteractionType.ApplicationCommandAutocomplete;
    return interact(
      state,
      {
        type,
        person,
        channel,
        data,
        ...(focused === undefined ? { commandName: [command.name, ...path].join(' ') } : {}),
        ...(use.locale ? { locale: use.locale } : {}),
      },
      use.deadline ?? patience,
    );
  };

  const component = (use: Press, find: (component: Component) => boolean, values?: readonly string[]) => {
    const person = personOf(use.user);
    const source = shownMessage(state, person, use.messageId);
    const channel = placeOf(person, source.channel_id);
    const found = source.components
      .flatMap((row) => row.components)
      .find((one) => one.custom_id === use.customId);
    if (!found || !find(found))
      throw new InputError(`message ${source.id} shows no such component: ${use.customId}`);
    if (found.disabled) throw new InputError(`${use.customId} is disabled`);
    const data = {
      custom_id: use.customId,
      component_type: found.type,
      id: found.id,
      ...(values ? { values, ...resolvedValues(state, found, values) } : {}),
    };
    const locale = use.locale ? { locale: use.locale } : {};
    return interact(
      state,
      { type: InteractionType.MessageComponent, person, channel, data, source, ...locale },
      use.deadline ?? patience,
    );
  };

  return {
    /** Uses a slash command. */
    command: async (use: CommandUse): Promise<Outcome> => begin(use),

    /** Types into an option with suggestions. */
    autocomplete: async (use: AutocompleteUse): Promise<Outcome> => begin(use, use.focused),

    /** Presses a button. */
    press: async (use: Press): Promise<Outcome> =>
      component(use, ({ type, custom_id }) => type === ComponentType.Button && custom_id !== undefined),

    /** Picks values in a select menu. */
    select: async (use: Selection): Promise<Outcome> =>
      component(use, (one) => fits(state, one, use.values), use.values),

    /** Uses a command in the menu of a message. */
    messageCommand: async (use: MenuUse): Promise<Outcome> => {
      const person = personOf(use.user);
      const target = shownMessage(state, person, use.messageId);
      const channel = placeOf(person, target.channel_id);
      if (target.flags & MessageFlags.Ephemeral) throw new InputError('this message has no menu of commands');
      const command = offeredCommand(state, person, channel, use.name, ApplicationCommandType.Message);
      const data = {
        id: command.id,
        name: command.name,
        type: command.type,
        ...(command.guild_id ? { guild_id: command.guild_id } : {}),
        target_id: target.id,
        resolved: { messages: { [target.id]: target } },
      };
      return interact(
        state,
        {
          type: InteractionType.ApplicationCommand,
          person,
          channel,
          data,
          commandName: command.name,
          target,
          ...(use.locale ? { locale: use.locale } : {}),
        },
        use.deadline ?? patience,
      );
    },

    /** Sends a form that the bot opened. */
    submitModal: async (use: FormSubmission): Promise<Outcome> => {
      const opener = state.interactions.get(use.interactionId);
      if (!opener?.modal) throw new InputError(`interaction ${use.interactionId} opened no form`);
      const person = personOf(use.user);
      if (person !== opener.person) throw new InputError('this form is another user’s');
      const data = { custom_id: opener.modal.custom_id, components: filled(opener, use.values) };
      const { channel, source, commandName } = opener;
      return interact(
        state,
        {
          type: InteractionType.ModalSubmit,
          person,
          channel,
          data,
          source,
          opener,
          locale: use.locale ?? opener.locale,
          ...(commandName ? { commandName } : {}),
        },
        use.deadline ?? patience,
      );
    },

    /** Writes an ordinary message, in which `<@id>` mentions somebody, or a reply to an earlier one. */
    post: (use: Post): Message => {
      const person = personOf(use.user);
      const channel = placeOf(person, use.channelId);
      if (channel.type === ChannelType.GuildForum) throw new InputError('a forum takes no messages');
      if (!mayWrite(state, person, channel)) throw new InputError('you may not write here');
      if (use.content.trim() === '') throw new InputError('the message is empty');
      if (lengthOf(use.content) > MESSAGE_LIMITS.content) throw new InputError('the message is too long');
      const draft = draftOf(use.content);
      if (use.replyTo === undefined) return createMessage(state, channel, person.user, draft);
      const earlier = shownMessage(state, person, use.replyTo);
      if (earlier.channel_id !== channel.id || earlier.flags & MessageFlags.Ephemeral) {
        throw new InputError('this message cannot be answered here');
      }
      return createMessage(state, channel, person.user, {
        ...draft,
        message_reference: { message_id: earlier.id, channel_id: undefined, fail_if_not_exists: undefined },
        allowed_mentions: { ...EVERY_MENTION, replied_user: use.ping ?? true },
      });
    },
  };
}

const EVERY_MENTION = { parse: Object.values(AllowedMentionsTypes), users: undefined, roles: undefined };

function mayWrite(state: State, person: Person, channel: Channel): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const needed = 'thread_metadata' in channel ? SendMessagesInThreads : SendMessages;
  return Boolean(permissionsIn(state, person, channel) & needed);
}

function shownMessage(state: State, person: Person, messageId: string): Message {
  for (const [channelId, messages] of state.messages) {
    if (messages.has(messageId)) return findMessage(state, channelId, messageId, person.user.id).message;
  }
  throw new InputError(`no message ${messageId} in the sandbox`);
}
