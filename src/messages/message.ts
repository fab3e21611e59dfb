import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Answer } from '../answers/answer.ts';

/**
 * A message as Discord's API takes it. The parts are always there, empty ones too: where an answer takes the
 * place of another message, a part that is left out would stay as it was.
 */
export interface MessageJson {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowed_mentions: APIAllowedMentions;
  readonly flags?: MessageFlags;
}

export interface Rendered {
  readonly messages: readonly MessageJson[];
  /** What to keep in the store: the invocation of each button that was too long for a `custom_id`, by that id. */
  readonly keep: ReadonlyMap<string, string>;
}

/** The answer of one kind. */
export type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;
