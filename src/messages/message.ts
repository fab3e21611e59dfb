import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Answer } from '../answers/answer.ts';

/** A file that goes with a message: a picture, or something to save. */
export interface MessageFile {
  readonly name: string;
  /** Media type, e.g. `image/png`. */
  readonly type: string;
  readonly content: string | Uint8Array;
  /** Alternative text of a picture. */
  readonly description?: string;
}

/**
 * A message as Discord's API accepts it. All parts are present, even if empty: when an answer replaces another message, a
 * missing part would keep its old content.
 */
export interface MessageJson {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: APIAllowedMentions;
  /** Sent beside the JSON, as parts of a form. */
  readonly files?: readonly MessageFile[];
  readonly flags?: MessageFlags;
}

export interface Rendered {
  readonly messages: readonly MessageJson[];
  /** Invocations to store because they were too long for a `custom_id`, by the short key that the button has instead. */
  readonly keep: ReadonlyMap<string, string>;
}

/** The type of one kind of answer. */
export type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;
