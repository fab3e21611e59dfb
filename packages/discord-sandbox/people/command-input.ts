import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { lengthOf } from '../limits/form.ts';
import { rolesOf } from '../state/roles.ts';
import { memberOf, permissionsIn, permissionsOf, type State } from '../state/state.ts';
import type { Command, CommandOption, Person } from '../state/types.ts';

/** The input for an option. The option's type decides how it is read. */
type InputValue = string | number | boolean;
export type Input = Readonly<Record<string, InputValue>>;

/** An option in an interaction. @see Discord docs, Receiving and Responding */
interface SentOption {
  name: string;
  type: number;
  value?: InputValue;
  focused?: true;
  options?: SentOption[];
}

interface Resolved {
  users?: Record<string, unknown>;
  members?: Record<string, unknown>;
  roles?: Record<string, unknown>;
  channels?: Record<string, unknown>;
}

/** Input that Discord's app would not send; the message says why. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

interface Typed {
  readonly options: SentOption[];
  readonly resolved: Resolved;
}

/**
 * Reads the input for a command as Discord's app does: options by name, a choice by its name or value, a channel, user or
 * role by its id or name. Throws `InputError` for input that the app would not send.
 *
 * `path` has the names of group and subcommand; `focused` is the option being typed, which may be unfinished.
 */
export function readInput(
  state: State,
  person: Person,
  command: Command,
  path: readonly string[],
  input: Input,
  focused?: string,
): Typed {
  const resolved: Resolved = {};
  let level = command.options ?? [];
  const parents: CommandOption[] = [];
  for (const name of path) {
    const next = level.find((option) => option.name === name && option.type <= Option.SubcommandGroup);
    if (!next) throw new InputError(`/${command.name} has no subcommand ${name}`);
    parents.push(next);
    level = next.options ?? [];
  }
  if (level.some(({ type }) => type <= Option.SubcommandGroup)) {
    throw new InputError(`/${[command.name, ...path].join(' ')} needs a subcommand`);
  }
  for (const name of Object.keys(input)) {
    if (!level.some((option) => option.name === name))
      throw new InputError(`/${command.name} has no option ${name}`);
  }
  if (focused !== undefined && !level.some(({ name, autocomplete }) => name === focused && autocomplete))
    throw new InputError(`/${command.name} suggests nothing for ${focused}`);
  const options = level.flatMap((option): SentOption[] => {
    const value = input[option.name];
    const typing = option.name === focused;
    if (value === undefined && !typing) {
      // Required options may be missing while somebody is still typing.
      if (option.required && focused === undefined)
        throw new InputError(`${option.name}: this option is required`);
      return [];
    }
    const { name, type } = option;
    if (typing) return [{ name, type, value: String(value ?? ''), focused: true }];
    return [{ name, type, value: readValue(state, person, option, value ?? '', resolved) }];
  });
  const nested = parents.reduceRight<SentOption[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    options,
  );
  return { options: nested, resolved };
}

function readValue(
  state: State,
  person: Person,
  option: CommandOption,
  value: InputValue,
  resolved: Resolved,
): InputValue {
  const text = String(value);
  const wrong = (message: string) => new InputError(`${option.name}: ${message}`);
  switch (option.type) {
    case Option.String: {
      if (option.choices?.length) return readChoice(option, value, wrong);
      const length = lengthOf(text);
      if (length < Math.max(option.min_length ?? 0, 1)) throw wrong('too short');
      if (length > (option.max_length ?? 6000)) throw wrong('too long');
      return text;
    }
    case Option.Integer:
    case Option.Number: {
      if (option.choices?.length) return readChoice(option, value, wrong);
      const number = Number(value);
      const valid = option.type === Option.Integer ? Number.isSafeInteger(number) : Number.isFinite(number);
      if (text.trim() === '' || !valid) throw wrong(`${text} is not a number here`);
      if (number < (option.min_value ?? number)) throw wrong(`must be at least ${option.min_value}`);
      if (number > (option.max_value ?? number)) throw wrong(`must be at most ${option.max_value}`);
      return number;
    }
    case Option.Boolean:
      if (text !== 'true' && text !== 'false') throw wrong('must be true or false');
      return text === 'true';
    case Option.Channel:
      return readChannel(state, person, option, text, resolved, wrong);
    case Option.User:
      return readPerson(state, text, resolved) ?? fail(wrong('no such user'));
    case Option.Role:
      return readRole(state, text, resolved) ?? fail(wrong('no such role'));
    case Option.Mentionable:
      return (
        readPerson(state, text, resolved) ??
        readRole(state, text, resolved) ??
        fail(wrong('no such user or role'))
      );
    default:
      throw wrong('the sandbox cannot send this kind of option');
  }
}

function readChoice(
  { choices = [] }: CommandOption,
  value: InputValue,
  wrong: (message: string) => InputError,
) {
  const translated = (translations: Record<string, string> | null | undefined) =>
    Object.values(translations ?? {});
  const choice =
    choices.find((one) => one.value === value) ??
    choices.find((one) => one.name === value || translated(one.name_localizations).includes(String(value)));
  if (!choice) throw wrong(`choose one of ${choices.map(({ name }) => name).join(', ')}`);
  return choice.value;
}

function readChannel(
  state: State,
  person: Person,
  { channel_types: types }: CommandOption,
  text: string,
  resolved: Resolved,
  wrong: (message: string) => InputError,
): string {
  const name = text.replace(/^#/, '');
  const channel = [...state.channels.values()].find(
    (one) => one.id === text || ('name' in one && one.name === name),
  );
  if (!channel) throw wrong('no such channel');
  if (types?.length && !types.includes(channel.type)) throw wrong('not a channel of the right kind');
  const { permission_overwrites: _, ...shown } = { permission_overwrites: [], ...channel };
  resolved.channels = {
    ...resolved.channels,
    [channel.id]: {
      ...shown,
      permissions: String(permissionsIn(state, person, channel)),
      app_permissions: String(permissionsIn(state, state.bot, channel)),
    },
  };
  return channel.id;
}

function readPerson(state: State, text: string, resolved: Resolved): string | undefined {
  const name = text.replace(/^@/, '').toLowerCase();
  const person = [...state.people.values()].find(({ user }) => user.id === text || user.username === name);
  if (!person) return undefined;
  const { user, ...member } = memberOf(state, person);
  resolved.users = { ...resolved.users, [user.id]: user };
  resolved.members = {
    ...resolved.members,
    [user.id]: { ...member, permissions: String(permissionsOf(state, person)) },
  };
  return user.id;
}

function readRole(state: State, text: string, resolved: Resolved): string | undefined {
  const role = rolesOf(state).find(({ id, name }) => id === text || name === text);
  if (role) resolved.roles = { ...resolved.roles, [role.id]: role };
  return role?.id;
}

function fail(error: Error): never {
  throw error;
}
