import type { Message } from '../../types.ts';
import { usePage } from '../context.ts';
import type { Attempt } from '../model/state.ts';
import { Avatar } from '../shell/avatar.tsx';
import type { Say } from '../words.ts';
import { Dismiss } from './ephemeral.tsx';
import { Used } from './reply-line.tsx';
import { WrittenAt } from './time.tsx';

/** What Discord says under something that failed. */
export function failureText(reason: string, say: Say): string {
  return reason === 'did not respond' ? say('noAnswer') : say('failed', { reason });
}

/** A command that is on its way, or that failed: only its user sees it, and the bot knows nothing of it. */
export function AttemptView({ attempt }: { readonly attempt: Attempt }) {
  const { say, me, bot } = usePage();
  const { id, command, timestamp, failed } = attempt;
  if (!me || !bot) return null;
  return (
    <article class="message head reply ephemeral" aria-label={command}>
      <Used user={me} command={command} />
      <Avatar user={bot} />
      <div class="body">
        <AuthorLine author={bot} at={timestamp} />
        {failed === null ? (
          <p class="thinking">{say('sending')}</p>
        ) : (
          <p class="failure" role="alert">
            {failureText(failed, say)}
          </p>
        )}
        {failed !== null && <Dismiss id={id} />}
      </div>
    </article>
  );
}

/** Who wrote something, and when. */
export function AuthorLine({ author, at }: { readonly author: Message['author']; readonly at: string }) {
  const { say } = usePage();
  return (
    <div class="author">
      <h2>{author.global_name ?? author.username}</h2>
      {author.bot && <span class="badge">{say('app')}</span>}
      <WrittenAt iso={at} />
    </div>
  );
}
