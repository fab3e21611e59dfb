import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { InputError } from '../people/command-input.ts';
import type { peopleOf } from '../people/people.ts';
import { DiscordError } from '../rest/errors.ts';
import type { Outcome } from '../state/interaction.ts';
import type { Deed, DeedResult } from './wire.ts';

const who = { user: z.string(), locale: z.enum(Locale) };
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const component = { messageId: z.string(), customId: z.string() };

const schema: z.ZodType<Deed> = z.discriminatedUnion('kind', [
  z.strictObject({ ...who, kind: z.literal('command'), channelId: z.string(), name: z.string(), options }),
  z.strictObject({
    ...who,
    kind: z.literal('autocomplete'),
    channelId: z.string(),
    name: z.string(),
    options,
    focused: z.string(),
  }),
  z.strictObject({ ...who, kind: z.literal('press'), ...component }),
  z.strictObject({ ...who, kind: z.literal('select'), ...component, values: z.array(z.string()).max(25) }),
  z.strictObject({
    ...who,
    kind: z.literal('modal'),
    interactionId: z.string(),
    values: z.record(z.string(), z.string()),
  }),
  z.strictObject({ ...who, kind: z.literal('server'), serverLocale: z.enum(Locale) }),
  z.strictObject({ ...who, kind: z.literal('menu'), messageId: z.string(), name: z.string() }),
  z.strictObject({
    ...who,
    kind: z.literal('post'),
    channelId: z.string(),
    content: z.string(),
    replyTo: z.string().optional(),
    ping: z.boolean().optional(),
  }),
]);

/** Reads a deed from a request's text. Throws `InputError` for anything else. */
export function readDeed(text: string): Deed {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new InputError('the body is no JSON');
  }
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  throw new InputError(z.prettifyError(error));
}

/** The actions of people, and an administrator's choice of the language. */
export type Hands = ReturnType<typeof peopleOf> & { readonly setGuildLocale: (locale: string) => void };

/** Performs a deed, and waits for the bot if a person in Discord's app would have to wait. */
export async function perform(people: Hands, deed: Deed): Promise<DeedResult> {
  try {
    return await done(people, deed);
  } catch (error) {
    // Discord's app would not allow it, or its target does not exist: not an error of the sandbox.
    if (error instanceof InputError || error instanceof DiscordError) {
      return { kind: 'failed', reason: error.message };
    }
    throw error;
  }
}

async function done(people: Hands, deed: Deed): Promise<DeedResult> {
  switch (deed.kind) {
    case 'command':
      return resultOf(await people.command(deed));
    case 'autocomplete':
      return resultOf(await people.autocomplete(deed));
    case 'press':
      return resultOf(await people.press(deed));
    case 'select':
      return resultOf(await people.select(deed));
    case 'menu':
      return resultOf(await people.messageCommand(deed));
    case 'modal':
      return resultOf(await people.submitModal(deed));
    case 'server':
      people.setGuildLocale(deed.serverLocale);
      return { kind: 'done' };
    case 'post':
      people.post(deed);
      return { kind: 'done' };
  }
}

/** The part of an outcome that the person must see at once; messages come as events. */
function resultOf({ kind, interactionId, modal, choices = [], reason = '' }: Outcome): DeedResult {
  if (kind === 'failed') return { kind, reason };
  if (kind === 'autocomplete') return { kind: 'choices', choices };
  return modal ? { kind: 'modal', interactionId, modal } : { kind: 'done' };
}
