import { z } from 'zod';
import type { ChannelKind } from '../delivery/subscriptions/subscription.ts';
import { UserError } from '../errors.ts';

/** The type of an option. A channel or role is the id of the one picked in Discord. */
type OptionType = 'text' | 'integer' | 'flag' | 'channel' | 'role';

/** One option of a command, derived from its zod schema. */
export interface Option {
  readonly name: string;
  readonly type: OptionType;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
  /** Smallest and largest number, or shortest and longest text. */
  readonly min: number | null;
  readonly max: number | null;
  /** Whether Discord's command bar leaves it out; buttons and the terminal can still use it. */
  readonly hidden: boolean;
  /** The kinds of channel that Discord offers, if the option is a channel. */
  readonly channelKinds: readonly ChannelKind[];
  /** Whether line breaks stay; any other text is joined into one line. */
  readonly lines: boolean;
}

/** Characters of the longest text in an option. Discord allows 6,000; nothing we look up is longer than this. */
const TEXT_MAX = 300;
const PAGE_MAX = 100_000;

/** A text option. */
export const text = () => z.string().trim().min(1).max(TEXT_MAX);

/** A whole message, with its line breaks. */
export const message = (max: number) => z.string().max(max).meta({ lines: true });

/** A page of a list, from 1. */
export const pageNumber = () => z.coerce.number().int().min(1).max(PAGE_MAX);

/** The page of a command's list; 1 by default. */
export const page = () => pageNumber().default(1);

const snowflake = () => z.string().regex(/^\d{15,20}$/);

const CHANNEL_KINDS = ['text', 'announcement', 'forum', 'thread'] as const satisfies readonly ChannelKind[];

/** The id of a channel to which a digest can be posted. */
export const channel = () => snowflake().meta({ picks: 'channel', channelKinds: [...CHANNEL_KINDS] });

/** The id of a role. */
export const role = () => snowflake().meta({ picks: 'role' });

/** Yes or no; buttons and the terminal write `true` and `false`. */
export const flag = () => z.preprocess((typed) => FLAGS.get(typed) ?? typed, z.boolean());

const FLAGS: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** An option of every command with a public answer: it shows the answer to the asker alone. */
export const PRIVATE = 'private';

/** Marks an option as one that only buttons and the terminal use. */
export const hidden = { hidden: true } as const;

/** The mark of an option that only buttons fill in; it is no option of tools either. */
export const ofButton = { hidden: true, ofButton: true } as const;

const propertySchema = z.object({
  type: z.enum(['string', 'integer', 'boolean']),
  picks: z.enum(['channel', 'role']).optional(),
  channelKinds: z.array(z.enum(CHANNEL_KINDS)).optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  hidden: z.boolean().optional(),
  lines: z.boolean().optional(),
});

const TYPES = { string: 'text', integer: 'integer', boolean: 'flag' } as const;

const objectSchema = z.object({
  properties: z.record(z.string(), propertySchema),
  required: z.array(z.string()).default([]),
});

/** Derives the options from a command's schema, in their order. @throws Error for a schema without a Discord type */
export function readOptions(schema: z.ZodObject): Option[] {
  const { properties, required } = objectSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: property.picks ?? TYPES[property.type],
    required: required.includes(name),
    choices: property.enum ?? null,
    min: property.minimum ?? property.minLength ?? null,
    max: property.maximum ?? property.maxLength ?? null,
    hidden: property.hidden ?? false,
    channelKinds: property.channelKinds ?? [],
    lines: property.lines ?? false,
  }));
}

/** Discord docs, Autocomplete: a choice has at most 100 characters, so nothing longer can be completed. */
const BEGUN_MAX = 100;

/** Tidies the text of an unfinished option before it is looked up for suggestions. */
export function tidyBegun(typed: string): string {
  return tidy(typed, BEGUN_MAX, ' ');
}

/**
 * Tidies typed options, whoever sends them: each run of white space becomes one space, and empty texts are dropped. A text
 * that is too long is cut to one character over its limit: nothing behind this door reads more, and the schema still
 * rejects it instead of answering half a question.
 */
export function tidyTyped(
  typed: Readonly<Record<string, unknown>>,
  options: readonly Option[],
): Record<string, unknown> {
  const known = new Map(options.map((option) => [option.name, option]));
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => {
        if (typeof value !== 'string') return [name, value];
        const { type, max = null, lines = false } = known.get(name) ?? {};
        const longest = (type === 'text' ? max : null) ?? TEXT_MAX;
        return [name, tidy(value, longest + 1, lines ? '\n' : ' ')];
      })
      .filter(([, value]) => value !== ''),
  );
}

/** @param lineEnd the replacement for white space that contains a line break */
function tidy(text: string, max: number, lineEnd: string): string {
  const single = text.replace(/\s+/g, (run) => (run.includes('\n') ? lineEnd : ' '));
  return single.trim().slice(0, max);
}

/** The first problem in typed options, as a UserError. */
export function optionError(
  command: string,
  options: readonly Option[],
  typed: Readonly<Record<string, unknown>>,
  error: z.ZodError,
): UserError {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    if (options.length === 0) return new UserError('errors.option.none', { command });
    const known = options.map(({ name }) => name).join(', ');
    return new UserError('errors.option.unknown', { option: issue.keys[0] ?? '', command, options: known });
  }
  const name = String(issue?.path[0] ?? '');
  const option = options.find((one) => one.name === name);
  const value = String(typed[name] ?? '');
  if (typed[name] === undefined) return new UserError('errors.option.missing', { option: name, command });
  if (option?.choices) {
    return new UserError('errors.option.choice', {
      command,
      option: name,
      value,
      choices: option.choices.join(', '),
    });
  }
  if (option?.type === 'flag' || option?.type === 'channel' || option?.type === 'role') {
    return new UserError(`errors.option.${option.type}`, { command, option: name, value });
  }
  if (option?.type === 'integer') {
    return new UserError('errors.option.number', {
      command,
      option: name,
      value,
      min: option.min ?? 1,
      max: option.max ?? 0,
    });
  }
  if (issue?.code === 'invalid_type') return new UserError('errors.option.text', { command, option: name });
  return new UserError('errors.option.long', { command, option: name, max: option?.max ?? TEXT_MAX });
}
