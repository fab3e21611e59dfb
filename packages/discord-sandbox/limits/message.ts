import { AllowedMentionsTypes, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { discordError } from '../rest/errors.ts';
import { type AttachmentForm, attachments } from './attachment.ts';
import { type ActionRow, rows } from './component.ts';
import { type Embed, embeds } from './embed.ts';
import { list, maybe, parseForm, refuse, snowflake } from './form.ts';

/** @see Discord docs, Message, Create Message */
export const MESSAGE_LIMITS = { content: 2000, nonce: 25 } as const;

const content = z
  .string()
  .trim()
  .check((ctx) => {
    if (ctx.value.length > MESSAGE_LIMITS.content && [...ctx.value].length > MESSAGE_LIMITS.content) {
      refuse(ctx, 'BASE_TYPE_MAX_LENGTH', `Must be ${MESSAGE_LIMITS.content} or fewer in length.`);
    }
  });

const nonce = z
  .custom<string | number>((value) => typeof value === 'string' || Number.isInteger(value), {
    error: 'This field must be a string or integer.',
    params: { code: 'NONCE_TYPE_INVALID_TYPE' },
  })
  .check((ctx) => {
    if (typeof ctx.value === 'string' && ctx.value.length > MESSAGE_LIMITS.nonce) {
      refuse(ctx, 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer characters long.');
    }
  });

const allowedMentions = z
  .object({
    parse: maybe(z.array(z.enum(AllowedMentionsTypes))),
    users: maybe(list(snowflake, 0, 100)),
    roles: maybe(list(snowflake, 0, 100)),
    replied_user: maybe(z.boolean()),
  })
  .check((ctx) => {
    const { parse = [], users, roles } = ctx.value;
    for (const [type, ids] of [
      [AllowedMentionsTypes.User, users],
      [AllowedMentionsTypes.Role, roles],
    ] as const) {
      if (!ids?.length || !parse.includes(type)) continue;
      const message = `parse:["${type}"] and ${type}: [ids...] are mutually exclusive.`;
      refuse(ctx, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  });

/** Which mentions in a text notify people; if absent, all of them do. */
export type AllowedMentions = z.output<typeof allowedMentions>;

const flags = z
  .int()
  .min(0)
  .check((ctx) => {
    if (ctx.value & MessageFlags.IsComponentsV2) {
      refuse(
        ctx,
        'SANDBOX_COMPONENTS_V2',
        'The sandbox shows rows of buttons and selects, not Components V2',
      );
    }
  });

const body = z.object({
  content: content.nullish(),
  embeds: embeds.nullish(),
  components: rows.nullish(),
  flags: flags.nullish(),
  allowed_mentions: maybe(allowedMentions),
  nonce: maybe(nonce),
  enforce_nonce: maybe(z.boolean()),
  tts: maybe(z.boolean()),
  message_reference: maybe(
    z.object({ message_id: snowflake, channel_id: maybe(snowflake), fail_if_not_exists: maybe(z.boolean()) }),
  ),
  sticker_ids: maybe(list(snowflake, 0, 3)),
  attachments: maybe(attachments),
});

/** The fields of a message that a client may send. In an edit, absent fields stay as they are and null clears them. */
export type MessageForm = z.output<typeof body>;

/** The complete contents of a new message. */
export interface Draft
  extends Omit<MessageForm, 'content' | 'embeds' | 'components' | 'flags' | 'attachments'> {
  content: string;
  embeds: Embed[];
  components: ActionRow[];
  attachments: AttachmentForm[];
  flags: number;
}

/**
 * Reads a new message and checks all of Discord's limits. Throws 50035, or 50006 if the message would be empty. `under` is
 * the place of the message in the request body.
 */
export function parseMessage(value: unknown, under: readonly PropertyKey[] = []): Draft {
  const form = parseForm(body, value, under);
  const draft = {
    ...form,
    content: form.content ?? '',
    embeds: form.embeds ?? [],
    components: form.components ?? [],
    attachments: (form.attachments ?? []).filter(({ upload }) => upload !== undefined),
    flags: form.flags ?? 0,
  };
  if (isEmpty(draft)) throw discordError('emptyMessage');
  return draft;
}

/** Reads an edit, which changes only the fields it has. */
export function parseEdit(value: unknown, under: readonly PropertyKey[] = []): MessageForm {
  return parseForm(body, value, under);
}

/** Whether a message would show nothing. */
export function isEmpty(message: {
  content: string;
  embeds: readonly unknown[];
  components: readonly unknown[];
  attachments: readonly unknown[];
}): boolean {
  const { content, embeds: cards, components, attachments: files } = message;
  return content === '' && cards.length + components.length + files.length === 0;
}
