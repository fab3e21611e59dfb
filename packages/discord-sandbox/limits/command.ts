import {
  ApplicationCommandType,
  Locale,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { lengthOf, list, maybe, parseForm, refuse, text } from './form.ts';

/** @see Discord docs, Application Commands */
export const COMMAND_LIMITS = {
  commands: 100,
  /** The most commands in the menus of messages, and as many in those of users. */
  menus: 15,
  options: 25,
  choices: 25,
  name: 32,
  description: 100,
  total: 8000,
} as const;

/** @see Discord docs, Application Commands, Application Command Naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const name = z.string().check((ctx) => {
  if (!NAME.test(ctx.value)) refuse(ctx, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  else if (ctx.value !== ctx.value.toLowerCase()) {
    refuse(ctx, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
});

const LOCALES = new Set<string>(Object.values(Locale));

/** Translations by locale. Refuses locales that Discord does not have. */
const localized = <Schema extends z.ZodType<string, string>>(schema: Schema) =>
  z
    .record(z.string(), schema)
    .check((ctx) => {
      for (const locale of Object.keys(ctx.value)) {
        if (!LOCALES.has(locale))
          refuse(ctx, 'BASE_TYPE_CHOICES', `Value must be one of {${[...LOCALES].join(', ')}}.`, [locale]);
      }
    })
    .nullish();

const description = text(1, COMMAND_LIMITS.description);
const choiceText = text(1, 100);

const choice = z.object({
  name: choiceText,
  name_localizations: localized(choiceText),
  value: z.union([text(0, 100), z.number()]),
});

const optionFields = {
  name,
  name_localizations: localized(name),
  description,
  description_localizations: localized(description),
};

const value = z
  .object({
    type: z.literal([
      Option.String,
      Option.Integer,
      Option.Boolean,
      Option.User,
      Option.Channel,
      Option.Role,
      Option.Mentionable,
      Option.Number,
      Option.Attachment,
    ]),
    ...optionFields,
    required: maybe(z.boolean()),
    autocomplete: maybe(z.boolean()),
    choices: maybe(list(choice, 0, COMMAND_LIMITS.choices)),
    channel_types: maybe(z.array(z.int().min(0))),
    min_value: maybe(z.number()),
    max_value: maybe(z.number()),
    min_length: maybe(z.int().min(0).max(6000)),
    max_length: maybe(z.int().min(1).max(6000)),
  })
  .check((ctx) => {
    const { type, autocomplete, choices } = ctx.value;
    if (autocomplete && choices?.length) {
      const message = 'Autocomplete options cannot have choices';
      refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message, ['autocomplete']);
    }
    const typed = type === Option.String || type === Option.Integer || type === Option.Number;
    if (autocomplete && !typed) {
      const message = 'Only string, integer and number options can have autocomplete';
      refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE', message, ['autocomplete']);
    }
    const names = new Set<string>();
    for (const [index, one] of (choices ?? []).entries()) {
      const wrong = type === Option.String ? typeof one.value !== 'string' : typeof one.value !== 'number';
      if (!typed || wrong) {
        const message = 'Choice value does not fit the type of its option';
        refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_CHOICE_TYPE', message, ['choices', index, 'value']);
      }
      if (names.has(one.name)) {
        const message = 'Option choice names must be unique';
        refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAMES_DUPLICATED', message, [
          'choices',
          index,
          'name',
        ]);
      }
      names.add(one.name);
    }
  });

const subcommand = z
  .object({
    type: z.literal(Option.Subcommand),
    ...optionFields,
    options: maybe(list(value, 0, COMMAND_LIMITS.options)),
  })
  .check(orderAndNames);

const group = z
  .object({
    type: z.literal(Option.SubcommandGroup),
    ...optionFields,
    options: list(subcommand, 1, COMMAND_LIMITS.options),
  })
  .check(orderAndNames);

const common = {
  default_member_permissions: z
    .union([z.string().regex(/^\d+$/), z.int().min(0).transform(String)])
    .nullish(),
  dm_permission: maybe(z.boolean()),
  contexts: z.array(z.int().min(0).max(2)).nullish(),
  integration_types: maybe(z.array(z.int().min(0).max(1))),
  nsfw: maybe(z.boolean()),
};

const chatInput = z
  .object({
    ...common,
    type: maybe(z.literal(ApplicationCommandType.ChatInput)).transform(
      () => ApplicationCommandType.ChatInput as const,
    ),
    name,
    name_localizations: localized(name),
    description,
    description_localizations: localized(description),
    options: maybe(list(z.discriminatedUnion('type', [value, subcommand, group]), 0, COMMAND_LIMITS.options)),
  })
  .check(orderAndNames)
  .check((ctx) => {
    const kinds = new Set((ctx.value.options ?? []).map(({ type }) => type <= Option.SubcommandGroup));
    if (kinds.size > 1) {
      const message =
        'Sub-command and sub-command group option types are mutually exclusive to all other types';
      refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message, ['options']);
    }
    if (sizeOf(ctx.value) > COMMAND_LIMITS.total) {
      refuse(ctx, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${COMMAND_LIMITS.total})`);
    }
  });

/** A name in a menu: capital letters and spaces are allowed. */
const menuName = text(1, COMMAND_LIMITS.name);

const contextMenu = z
  .object({
    ...common,
    type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
    name: menuName,
    name_localizations: localized(menuName),
    description: z.literal('').nullish(),
    options: maybe(z.array(z.unknown())),
  })
  .check((ctx) => {
    if (!ctx.value.options?.length) return;
    const message = 'Context menu commands cannot have options';
    refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_NOT_SUPPORTED', message, ['options']);
  })
  .transform((one) => ({ ...one, description: '', description_localizations: null, options: undefined }));

const menuType = z.object({ type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]) });

/** One command as an application registers it. Its type selects the rules, so that mistakes point at its own fields. */
export type CommandForm = z.output<typeof chatInput> | z.output<typeof contextMenu>;

/** Reads one command or throws 50035. `under` is its place in a list of commands. */
export function parseCommand(body: unknown, under: readonly PropertyKey[] = []): CommandForm {
  return menuType.safeParse(body).success
    ? parseForm(contextMenu, body, under)
    : parseForm(chatInput, body, under);
}

interface Sized {
  name: string;
  name_localizations?: Record<string, string> | null | undefined;
  description?: string;
  description_localizations?: Record<string, string> | null | undefined;
  value?: string | number;
  options?: Sized[] | undefined;
  choices?: Sized[] | undefined;
}

/** The characters of names, descriptions and values; the longest translation of each counts. */
function sizeOf({ name, description = '', value, options = [], choices = [], ...rest }: Sized): number {
  const longest = (text: string, translations: Record<string, string> | null | undefined) =>
    Math.max(lengthOf(text), ...Object.values(translations ?? {}).map(lengthOf));
  return (
    longest(name, rest.name_localizations) +
    longest(description, rest.description_localizations) +
    (typeof value === 'string' ? lengthOf(value) : 0) +
    [...options, ...choices].reduce((sum, one) => sum + sizeOf(one), 0)
  );
}

interface Ordered {
  options?: { name: string; required?: boolean | undefined }[] | undefined;
}

function orderAndNames<T extends Ordered>(ctx: z.core.ParsePayload<T>): void {
  const names = new Set<string>();
  let optional = false;
  for (const [index, option] of (ctx.value.options ?? []).entries()) {
    if (names.has(option.name)) {
      const message = 'Option names must be unique';
      refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED', message, ['options', index, 'name']);
    }
    names.add(option.name);
    if (option.required && optional) {
      const message = 'Required options must be placed before non-required options';
      refuse(ctx, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message, ['options', index]);
    }
    optional ||= !option.required;
  }
}
