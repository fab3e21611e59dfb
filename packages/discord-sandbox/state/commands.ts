import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';
import { COMMAND_LIMITS, type CommandForm, parseCommand } from '../limits/command.ts';
import { DiscordError, discordError, invalidForm } from '../rest/errors.ts';
import { IDS, type State } from './state.ts';
import type { Command, CommandOption } from './types.ts';

/** The scope of commands: `global`, or the id of one server. */
export type Scope = 'global' | string;

export function commandsOf(state: State, scope: Scope): Command[] {
  return state.commands.get(scope) ?? [];
}

/** The commands that people see: the server's own first, then the global ones. */
export function visibleCommands(state: State): Command[] {
  return [...commandsOf(state, IDS.guild), ...commandsOf(state, 'global')];
}

/** Bulk overwrite: removes commands that are not in the list; those with an existing name keep their id. */
export function overwriteCommands(state: State, scope: Scope, body: unknown): Command[] {
  const bodies = z.array(z.unknown()).safeParse(body);
  if (!bodies.success) throw discordError('invalidJson');
  const forms = parseAll(bodies.data);
  refuseTooMany(forms);
  const seen = new Set<string>();
  for (const [index, form] of forms.entries()) {
    const key = `${form.type} ${form.name}`;
    if (seen.has(key)) {
      const message = 'Application command names must be unique';
      throw invalidForm([{ path: [index], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }]);
    }
    seen.add(key);
  }
  const earlier = commandsOf(state, scope);
  return store(
    state,
    scope,
    forms.map((form) =>
      stamp(
        state,
        scope,
        form,
        earlier.find((old) => sameName(old, form)),
      ),
    ),
  );
}

/** Adds a command, or replaces the one with the same name (`created` is then false). */
export function upsertCommand(
  state: State,
  scope: Scope,
  body: unknown,
): { command: Command; created: boolean } {
  const form = parseCommand(body);
  const earlier = commandsOf(state, scope);
  const old = earlier.find((one) => sameName(one, form));
  const others = earlier.filter((one) => one !== old);
  refuseTooMany([...others, form]);
  const command = stamp(state, scope, form, old);
  store(state, scope, [...others, command]);
  return { command, created: !old };
}

export function findCommand(state: State, scope: Scope, id: string): Command {
  const found = commandsOf(state, scope).find((one) => one.id === id);
  if (!found) throw discordError('unknownCommand');
  return found;
}

export function editCommand(state: State, scope: Scope, id: string, body: unknown): Command {
  const old = findCommand(state, scope, id);
  const changes = z.record(z.string(), z.unknown()).safeParse(body);
  if (!changes.success) throw discordError('invalidJson');
  const command = stamp(state, scope, parseCommand({ ...old, ...changes.data, type: old.type }), old);
  store(
    state,
    scope,
    commandsOf(state, scope).map((one) => (one === old ? command : one)),
  );
  return command;
}

export function deleteCommand(state: State, scope: Scope, id: string): void {
  const old = findCommand(state, scope, id);
  store(
    state,
    scope,
    commandsOf(state, scope).filter((one) => one !== old),
  );
}

/** A command as in lists: Discord leaves out translations unless `with_localizations=true`. */
export function withoutLocalizations(command: Command): Partial<Command> {
  const { name_localizations: _, description_localizations: __, options, ...rest } = command;
  return { ...rest, ...(options ? { options: options.map(plainOption) } : {}) };
}

function plainOption(option: CommandOption): CommandOption {
  const { name_localizations: _, description_localizations: __, choices, options, ...rest } = option;
  return {
    ...rest,
    ...(choices ? { choices: choices.map(({ name, value }) => ({ name, value })) } : {}),
    ...(options ? { options: options.map(plainOption) } : {}),
  };
}

/** Parses all commands; throws all their mistakes at once, each under its place in the list. */
function parseAll(bodies: unknown[]): CommandForm[] {
  const wrong: NonNullable<DiscordError['errors']>[] = [];
  const forms = bodies.flatMap((body, index) => {
    try {
      return [parseCommand(body, [index])];
    } catch (error) {
      if (!(error instanceof DiscordError) || !error.errors) throw error;
      wrong.push(error.errors);
      return [];
    }
  });
  if (wrong.length === 0) return forms;
  const errors = Object.fromEntries(wrong.flatMap((one) => Object.entries(one)));
  throw new DiscordError(400, 50035, 'Invalid Form Body', errors);
}

/** Throws if there are too many slash commands, or too many commands in the menus of messages or users. */
function refuseTooMany(commands: readonly { type: ApplicationCommandType }[]): void {
  const counts = new Map<ApplicationCommandType, number>();
  for (const { type } of commands) {
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    const limit = type === ApplicationCommandType.ChatInput ? COMMAND_LIMITS.commands : COMMAND_LIMITS.menus;
    if (count > limit) throw discordError('tooManyCommands');
  }
}

function stamp(state: State, scope: Scope, form: CommandForm, old: Command | undefined): Command {
  return {
    id: old?.id ?? state.nextId(),
    application_id: IDS.application,
    ...(scope === 'global' ? { dm_permission: form.dm_permission ?? true } : { guild_id: scope }),
    version: state.nextId(),
    type: form.type,
    name: form.name,
    name_localizations: form.name_localizations ?? null,
    description: form.description,
    description_localizations: form.description_localizations ?? null,
    default_member_permissions: form.default_member_permissions ?? null,
    contexts: form.contexts ?? null,
    integration_types: form.integration_types ?? [0],
    nsfw: form.nsfw ?? false,
    ...(form.options?.length ? { options: form.options } : {}),
  };
}

function store(state: State, scope: Scope, commands: Command[]): Command[] {
  state.commands.set(scope, commands);
  state.events.emit('commands', visibleCommands(state));
  return commands;
}

const sameName = (one: { type: number; name: string }, other: { type: number; name: string }) =>
  one.type === other.type && one.name === other.name;
