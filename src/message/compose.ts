import type { APIEmbed } from 'discord-api-types/v10';
import { layOut, type Row } from './components.ts';
import type { Rendered } from './message.ts';

interface Parts {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly rows?: readonly Row[];
}

/** Puts one message together. Nothing in it mentions anybody, whatever its texts say. */
export function compose({ content = '', embeds = [], rows = [] }: Parts): Rendered {
  const { components, keep } = layOut(rows);
  return { messages: [{ content, embeds: [...embeds], components, allowed_mentions: { parse: [] } }], keep };
}
