import { usePage } from '../context.ts';
import type { Attempt } from '../model/state.ts';
import { Avatar } from '../shell/avatar.tsx';
import { AuthorLine } from './author-line.tsx';
import { Dismiss } from './ephemeral.tsx';
import { Failure } from './failure.tsx';
import { Used } from './reply-line.tsx';

/** A pending or failed command. Only its user sees it. */
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
          <>
            <Failure reason={failed} />
            <Dismiss id={id} />
          </>
        )}
      </div>
    </article>
  );
}
