import { AllowedMentionsTypes } from 'discord-api-types/v10';
import type { AllowedMentions } from '../limits/message.ts';
import { IDS, type State } from './state.ts';
import type { Message, User } from './types.ts';

/**
 * Who is really notified by a text, and, where it replies to one, the author of that message. Without `allowed_mentions`
 * all of them.
 * @see Discord docs, Message, Allowed Mentions Object
 */
export function mentionsIn(
  state: State,
  content: string,
  allowed: AllowedMentions | undefined,
  repliedTo?: User,
): Pick<Message, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const may = (type: AllowedMentionsTypes, ids: string[] | undefined, id: string) =>
    !allowed || Boolean(allowed.parse?.includes(type)) || Boolean(ids?.includes(id));
  const named = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map(([, id = '']) => id))];
  const mentions: User[] = [];
  for (const id of named(/<@!?(\d+)>/g)) {
    const person = state.people.get(id);
    if (person && may(AllowedMentionsTypes.User, allowed?.users, id)) mentions.push(person.user);
  }
  const pinged = !allowed || allowed.replied_user;
  if (repliedTo && pinged && !mentions.some(({ id }) => id === repliedTo.id)) mentions.push(repliedTo);
  const mention_roles = named(/<@&(\d+)>/g).filter(
    (id) => id !== IDS.guild && state.roles.has(id) && may(AllowedMentionsTypes.Role, allowed?.roles, id),
  );
  const mention_everyone =
    /@(everyone|here)\b/.test(content) && may(AllowedMentionsTypes.Everyone, undefined, '');
  return { mentions, mention_roles, mention_everyone };
}
