import type { User } from '../../state/types.ts';
import { nameOf } from '../model/names.ts';
import { Icon } from './icons.tsx';

/** An initial for a person, or a newspaper for the bot; the sandbox has no pictures of people. */
export function Avatar({ user, small = false }: { readonly user: User; readonly small?: boolean }) {
  const look = user.bot ? 'bot' : `tone-${Number(user.id.at(-3)) % 2}`;
  return (
    <span class={`avatar ${look} ${small ? 'small' : ''}`} aria-hidden="true">
      {user.bot ? <Icon name="paper" /> : nameOf(user).slice(0, 1).toUpperCase()}
    </span>
  );
}
