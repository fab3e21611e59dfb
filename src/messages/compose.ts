import type { APIEmbed } from 'discord-api-types/v10';
import type { Rendered } from './message.ts';
import { layOut, type Row } from './parts/controls/components.ts';

interface Parts {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly rows?: readonly Row[];
  /** The one role that this message may mention. */
  readonly roleId?: string | null;
}

/** Builds one message. It can mention only the given role, whatever its texts say. */
export function compose({ content = '', embeds = [], rows = [], roleId = null }: Parts): Rendered {
  const { components, keep } = layOut(rows);
  const allowed_mentions = roleId === null ? { parse: [] } : { parse: [], roles: [roleId] };
  return { messages: [{ content, embeds: [...embeds], components, allowed_mentions }], keep };
}
