import { AllowedMentionsTypes, PermissionFlagsBits } from 'discord-api-types/v10';
import type { AllowedMentions } from '../limits/message.ts';
import { IDS, permissionsIn, type State } from './state.ts';
import type { Channel, Message, User } from './types.ts';

/**
 * Who is notified by a text, including the author of the message it replies to. `allowed_mentions` can restrict this.
 * @everyone and roles that are not mentionable need Mention Everyone in the channel.
 * @see Discord docs, Message, Allowed Mentions Object
 */
export function mentionsIn(
  state: State,
  author: User,
  channel: Channel | undefined,
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
  const mayAll = mayMentionEveryone(state, author, channel);
  const mention_roles = named(/<@&(\d+)>/g).filter((id) => {
    const role = state.roles.get(id);
    if (role === undefined || id === IDS.guild) return false;
    return (mayAll || role.mentionable) && may(AllowedMentionsTypes.Role, allowed?.roles, id);
  });
  const mention_everyone =
    mayAll && /@(everyone|here)\b/.test(content) && may(AllowedMentionsTypes.Everyone, undefined, '');
  return { mentions, mention_roles, mention_everyone };
}

function mayMentionEveryone(state: State, author: User, channel: Channel | undefined): boolean {
  const person = state.people.get(author.id);
  if (person === undefined || channel === undefined) return false;
  return Boolean(permissionsIn(state, person, channel) & PermissionFlagsBits.MentionEveryone);
}
