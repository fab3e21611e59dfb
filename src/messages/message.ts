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
 * A message as Discord's API takes it. The parts are always there, empty ones too: where an answer takes the
 * place of another message, a part that is left out would stay as it was.
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
  /** What to keep in the store: the invocation of each button that was too long for a `custom_id`, by that id. */
  readonly keep: ReadonlyMap<string, string>;
}

/** The answer of one kind. */
export type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;
