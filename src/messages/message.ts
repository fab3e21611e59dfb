import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
  MessageFlags,
} from 'discord-api-types/v10';
import { layOut, type Row } from './parts/controls/components.ts';

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

/** Colours of the bar beside an embed. They only support what words and numbers already say. */
export const COLOURS = {
  paper: 0x3b6fd4,
  first: 0xe8b339,
  second: 0xa3adb8,
  third: 0xb97a45,
  author: 0x3f9a7a,
  info: 0x3b6fd4,
  error: 0xe0903a,
  bug: 0xd1495b,
  doubt: 0xe0903a,
} as const;

/** Gold, silver and bronze for the first three, as on a podium. */
export function colourOfRank(rank: number): number {
  return [COLOURS.first, COLOURS.second, COLOURS.third][rank - 1] ?? COLOURS.paper;
}

interface Parts {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly rows?: readonly Row[];
  readonly files?: readonly MessageFile[];
  /** The one role that this message may mention. */
  readonly roleId?: string | null;
}

interface One extends Rendered {
  readonly messages: readonly [MessageJson];
}

/** A message with one embed. */
export function card(embed: APIEmbed, rows: readonly Row[] = []): One {
  return compose({ embeds: [embed], rows });
}

/** Builds one message. It can mention only the given role, whatever its texts say. */
export function compose({ content = '', embeds = [], rows = [], files = [], roleId = null }: Parts): One {
  const { components, keep } = layOut(rows);
  const allowed_mentions = roleId === null ? { parse: [] } : { parse: [], roles: [roleId] };
  const message = { content, embeds: [...embeds], components, allowed_mentions };
  return { messages: [files.length === 0 ? message : { ...message, files }], keep };
}
