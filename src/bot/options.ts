import { z } from 'zod';
import type { ChannelKind } from '../delivery/subscriptions/subscription.ts';
import { UserError } from '../errors.ts';

/** A channel or role is an id. */
type OptionType = 'text' | 'integer' | 'flag' | 'channel' | 'role';

export interface Option {
  readonly name: string;
  readonly type: OptionType;
  readonly required: boolean;
  readonly choices: readonly string[] | null;
  /** Of the number, or of the length of the text. */
  readonly min: number | null;
  readonly max: number | null;
  /** Not in the command bar; buttons and the terminal can use it. */
  readonly hidden: boolean;
  /** Offered by Discord, if the option is a channel. */
  readonly channelKinds: readonly ChannelKind[];
  /** Line breaks stay; other texts become one line. */
  readonly lines: boolean;
}

/** Discord allows 6,000 characters; nothing we look up is that long. */
const TEXT_MAX = 300;
const PAGE_MAX = 100_000;

export const text = () => z.string().trim().min(1).max(TEXT_MAX);

export const message = (max: number) => z.string().max(max).meta({ lines: true });

export const pageNumber = () => z.coerce.number().int().min(1).max(PAGE_MAX);

export const page = () => pageNumber().default(1);

const snowflake = () => z.string().regex(/^\d{15,20}$/);

const CHANNEL_KINDS = ['text', 'announcement', 'forum', 'thread'] as const satisfies readonly ChannelKind[];
/** The id of a channel to which a digest can be posted. */
export const channel = () => snowflake().meta({ picks: 'channel', channelKinds: [...CHANNEL_KINDS] });

export const role = () => snowflake().meta({ picks: 'role' });

/** Buttons and the terminal write `true` and `false`. */
export const flag = () => z.preprocess((typed) => FLAGS.get(typed) ?? typed, z.boolean());

const FLAGS: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** An option of every public command: only the asker sees the answer. */
export const PRIVATE = 'private';
/** For options that only buttons and the terminal use. */
export const hidden = { hidden: true } as const;
/** For options that only buttons fill in; tools do not have them either. */
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

/** In the order of the schema. @throws Error for a type that Discord does not have */
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

/** Discord docs, Autocomplete: a choice has at most 100 characters. */
const BEGUN_MAX = 100;

export function tidyBegun(typed: string): string {
  return tidy(typed, BEGUN_MAX, ' ');
}

/**
 * Joins white space and drops empty texts. A text that is too long is cut to one character more than its limit, so that the
 * schema still rejects it.
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

/** @param lineEnd replaces white space with a line break */
function tidy(text: string, max: number, lineEnd: string): string {
  const single = text.replace(/\s+/g, (run) => (run.includes('\n') ? lineEnd : ' '));
  return single.trim().slice(0, max);
}

/** The first mistake in typed options. */
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
  if (typed[name] === undefined) return new UserError('errors.option.missing', { option: name, command });
  const about = { command, option: name, value: String(typed[name] ?? '') };
  if (option?.choices)
    return new UserError('errors.option.choice', { ...about, choices: option.choices.join(', ') });
  if (option?.type === 'flag' || option?.type === 'channel' || option?.type === 'role')
    return new UserError(`errors.option.${option.type}`, about);
  if (option?.type === 'integer')
    return new UserError('errors.option.number', { ...about, min: option.min ?? 1, max: option.max ?? 0 });
  if (issue?.code === 'invalid_type') return new UserError('errors.option.text', { command, option: name });
  return new UserError('errors.option.long', { command, option: name, max: option?.max ?? TEXT_MAX });
}
