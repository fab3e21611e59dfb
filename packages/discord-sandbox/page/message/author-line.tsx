import type { Message } from '../../state/types.ts';
import { usePage } from '../context.ts';
import { nameOf } from '../model/names.ts';
import { WrittenAt } from './time.tsx';

/** The author of a message and its time. */
export function AuthorLine({ author, at }: { readonly author: Message['author']; readonly at: string }) {
  const { say } = usePage();
  return (
    <div class="author">
      <h2>{nameOf(author)}</h2>
      {author.bot && <span class="badge">{say('app')}</span>}
      <WrittenAt iso={at} />
    </div>
  );
}
