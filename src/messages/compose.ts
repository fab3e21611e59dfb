import type { APIEmbed } from 'discord-api-types/v10';
import type { MessageFile, Rendered } from './message.ts';
import { layOut, type Row } from './parts/controls/components.ts';

interface Parts {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly rows?: readonly Row[];
  readonly files?: readonly MessageFile[];
  /** The one role that this message may mention. */
  readonly roleId?: string | null;
}

/** Builds one message. It can mention only the given role, whatever its texts say. */
export function compose({
  content = '',
  embeds = [],
  rows = [],
  files = [],
  roleId = null,
}: Parts): Rendered {
  const { components, keep } = layOut(rows);
  const allowed_mentions = roleId === null ? { parse: [] } : { parse: [], roles: [roleId] };
  const message = { content, embeds: [...embeds], components, allowed_mentions };
  return { messages: [files.length === 0 ? message : { ...message, files }], keep };
}
