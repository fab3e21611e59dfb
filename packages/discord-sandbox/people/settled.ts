import { MessageFlags } from 'discord-api-types/v10';
import type { Outcome } from '../state/interaction.ts';
import type { State, StoredMessage } from '../state/state.ts';
import type { Message } from '../state/types.ts';

/**
 * The message that a person finally sees: the answer itself or, if it was deferred, the edited one. Rejects if the outcome
 * has no message, or if a deferred one is not edited within `deadline` milliseconds.
 */
export function settled(state: State, outcome: Outcome, deadline: number): Promise<Message> {
  const { message, kind } = outcome;
  if (!message)
    return Promise.reject(new Error(`the outcome "${kind}" has no message: ${outcome.reason ?? ''}`));
  const { id, channel_id: channelId } = message;
  const done = ({ message: now }: StoredMessage) => now !== message && !(now.flags & MessageFlags.Loading);
  const current = state.messages.get(channelId)?.get(id);
  if (kind !== 'deferred') return Promise.resolve(message);
  if (current && done(current)) return Promise.resolve(current.message);
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      state.events.off('messageUpdate', listen);
    };
    const listen = (stored: StoredMessage) => {
      if (stored.message.id !== id || !done(stored)) return;
      stop();
      resolve(stored.message);
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`the deferred answer was not edited within ${deadline} ms`));
    }, deadline);
    state.events.on('messageUpdate', listen);
  });
}
