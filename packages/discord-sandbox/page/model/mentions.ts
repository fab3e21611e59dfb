import type { User } from '../../state/types.ts';
import { nameOf } from './names.ts';

/** The letters after an `@` at the end of a text; null if there is none. */
export function mentionBegun(text: string): string | null {
  return /(?:^|\s)@([^@\s]*)$/.exec(text)?.[1] ?? null;
}

/** Users whose name begins with the typed letters. */
export function findUsers(users: readonly User[], typed: string): readonly User[] {
  return users.filter((user) => namesOf(user).some((name) => name.startsWith(typed.toLowerCase())));
}

/** Completes the unfinished mention at the end of a text. */
export function withMention(text: string, user: User): string {
  return `${text.replace(/@[^@\s]*$/, '')}@${nameOf(user)} `;
}

/** Replaces each `@Name` of a user with `<@id>`, as Discord's app does. A Korean particle may follow the name. */
export function sentText(text: string, users: readonly User[]): string {
  const ids = new Map(users.flatMap((user) => namesOf(user).map((name) => [name, user.id])));
  // Try longer names first: one name may begin with another.
  const names = [...ids.keys()].sort((one, other) => other.length - one.length);
  const written = names.map((name) => name.replace(/[^\w\s]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`(?<!\\w)@(${written})(?!\\w)`, 'gi'), (whole, name: string) => {
    const id = ids.get(name.toLowerCase());
    return id ? `<@${id}>` : whole;
  });
}

/** Replaces each `<@id>` with `@Name`, for places that show only text. */
export function shownText(text: string, users: readonly User[]): string {
  return text.replace(/<@!?(\d+)>/g, (whole, id: string) => {
    const user = users.find((one) => one.id === id);
    return user ? `@${nameOf(user)}` : whole;
  });
}

function namesOf(user: User): string[] {
  return [user.username, nameOf(user)].map((name) => name.toLowerCase());
}
