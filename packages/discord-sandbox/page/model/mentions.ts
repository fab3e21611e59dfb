import type { User } from '../../state/types.ts';
import { nameOf } from './names.ts';

/** What is typed behind an `@` at the end of a text; null where there is none. */
export function mentionBegun(text: string): string | null {
  return /(?:^|\s)@([^@\s]*)$/.exec(text)?.[1] ?? null;
}

/** Users whose name begins with what was typed. */
export function findUsers(users: readonly User[], typed: string): readonly User[] {
  return users.filter((user) => namesOf(user).some((name) => name.startsWith(typed.toLowerCase())));
}

/** The text with the name that was begun at its end in full. */
export function withMention(text: string, user: User): string {
  return `${text.replace(/@[^@\s]*$/, '')}@${nameOf(user)} `;
}

/** A text as Discord sends it: `@Name` as `<@id>`, where somebody has this name. A Korean particle may follow it. */
export function sentText(text: string, users: readonly User[]): string {
  const ids = new Map(users.flatMap((user) => namesOf(user).map((name) => [name, user.id])));
  // Of two names that begin alike the longer one is meant.
  const names = [...ids.keys()].sort((one, other) => other.length - one.length);
  const written = names.map((name) => name.replace(/[^\w\s]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`(?<!\\w)@(${written})(?!\\w)`, 'gi'), (whole, name: string) => {
    const id = ids.get(name.toLowerCase());
    return id ? `<@${id}>` : whole;
  });
}

/** The other way round: `<@id>` as `@Name`, where nothing but text can be shown. */
export function shownText(text: string, users: readonly User[]): string {
  return text.replace(/<@!?(\d+)>/g, (whole, id: string) => {
    const user = users.find((one) => one.id === id);
    return user ? `@${nameOf(user)}` : whole;
  });
}

function namesOf(user: User): string[] {
  return [user.username, nameOf(user)].map((name) => name.toLowerCase());
}
