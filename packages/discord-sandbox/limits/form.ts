import { z } from 'zod';
import { type FormMistake, invalidForm } from '../rest/errors.ts';

/**
 * Reads a request body with a schema, or throws Discord's 50035 with all mistakes at their places.
 *
 * Codes and wordings follow Discord's answers. If Discord publishes no code for a rule, the name is ours; rely only on the
 * status, 50035 and the place.
 * @see Discord docs, Reference, Error Messages
 */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  under: readonly PropertyKey[] = [],
) {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  throw invalidForm(
    result.error.issues.map((issue) => ({ path: [...under, ...issue.path], ...mistake(issue) })),
  );
}

/** Adds one of Discord's mistakes to the schema being checked, at `path` below it. */
export function refuse<T>(
  ctx: z.core.ParsePayload<T>,
  code: string,
  message: string,
  path: PropertyKey[] = [],
): void {
  ctx.issues.push({ code: 'custom', message, params: { code }, input: ctx.value, path, continue: true });
}

/** The length of a text as Discord counts it, in code points, so that an emoji is one character. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** A text of `min` to `max` characters. */
export const text = (min: number, max: number) => z.string().check(length(min, max));

/** A list of `min` to `max` items. */
export const list = <Item extends z.ZodType>(item: Item, min: number, max: number) =>
  z.array(item).check((ctx) => {
    const count = ctx.value.length;
    if (count < min || count > max) refuse(ctx, ...badLength(min, max));
  });

/** A text that may be absent or null; it is trimmed, as in messages and embeds. */
export const trimmed = (max: number) =>
  z
    .string()
    .trim()
    .check(length(0, max))
    .nullish()
    .transform((value) => (value ? value : undefined));

/** A text that must be present and not only white space. */
export const required = (max: number) =>
  z
    .string()
    .trim()
    .check((ctx) => {
      if (ctx.value === '') refuse(ctx, 'BASE_TYPE_REQUIRED', 'This field is required');
      else length(0, max)(ctx);
    });

/** A field that may be absent or null; Discord treats both alike. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);

/** A web address; Discord refuses other schemes. */
export const webAddress = (...others: string[]) =>
  z.string().check((ctx) => {
    const schemes = ['http', 'https', ...others];
    if (!URL.canParse(ctx.value)) {
      refuse(ctx, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
      return;
    }
    const scheme = new URL(ctx.value).protocol.slice(0, -1);
    if (!schemes.includes(scheme)) {
      const names = schemes.map((name) => `'${name}'`).join(', ');
      refuse(
        ctx,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${scheme}" is not supported. Scheme must be one of (${names}).`,
      );
    }
    length(0, 2048)(ctx);
  });

export const snowflake = z.string().check((ctx) => {
  if (!/^\d{1,20}$/.test(ctx.value))
    refuse(ctx, 'NUMBER_TYPE_COERCE', `Value "${ctx.value}" is not snowflake.`);
});

function length(min: number, max: number) {
  return (ctx: z.core.ParsePayload<string>) => {
    const count = lengthOf(ctx.value);
    if (count < min || count > max) refuse(ctx, ...badLength(min, max));
  };
}

function badLength(min: number, max: number): [string, string] {
  return min === 0
    ? ['BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`]
    : ['BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`];
}

function mistake(issue: z.core.$ZodIssue): FormMistake {
  if (issue.code === 'custom')
    return { code: String(issue.params?.code ?? 'BASE_TYPE_INVALID'), message: issue.message };
  if (issue.input === undefined || issue.input === null) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  const shown = JSON.stringify(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, shown);
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    case 'invalid_union':
      return {
        code: 'UNION_TYPE_CHOICES',
        message: `Value of field "${issue.discriminator ?? 'type'}" is not supported.`,
      };
    case 'too_big':
      return {
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${issue.maximum}.`,
      };
    case 'too_small':
      return {
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${issue.minimum}.`,
      };
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}

function wrongType(expected: string, shown: string): FormMistake {
  switch (expected) {
    case 'string':
      return { code: 'STRING_TYPE_CONVERT', message: `Could not interpret "${shown}" as string.` };
    case 'boolean':
      return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'array':
      return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
    case 'object':
    case 'record':
      return { code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' };
    default:
      return { code: 'NUMBER_TYPE_COERCE', message: `Value ${shown} is not int.` };
  }
}
