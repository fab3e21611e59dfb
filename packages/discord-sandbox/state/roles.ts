import { IDS, type State } from './state.ts';
import type { Role } from './types.ts';

/** A role in Discord's form. @see Discord docs, Permissions, Role Object */
export function roleObject({ id, name, permissions, position, mentionable, ofBot }: Role) {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: ofBot,
    mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(ofBot ? { tags: { bot_id: IDS.application } } : {}),
  };
}

/** The server's roles, @everyone first. */
export const rolesOf = (state: State) => [...state.roles.values()].map(roleObject);
