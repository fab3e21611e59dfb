import { applyEvent } from './apply-event.ts';
import { type Change, EMPTY, type State } from './state.ts';

/** The state after a change. */
export function reduce(state: State, change: Change): State {
  switch (change.kind) {
    case 'lost':
      return { ...state, connection: 'lost' };
    case 'user':
      return { ...EMPTY, channelId: state.channelId, dismissed: state.dismissed };
    case 'open':
      return {
        ...state,
        channelId: change.channelId,
        unread: without(state.unread, change.channelId),
        replyTo: null,
      };
    case 'attempt': {
      const others = state.attempts.filter(({ id }) => id !== change.attempt.id);
      return { ...state, attempts: [...others, change.attempt] };
    }
    case 'answered':
      return { ...state, attempts: state.attempts.filter(({ id }) => id !== change.attemptId) };
    case 'use': {
      const uses = new Map(state.uses);
      if (change.use === null) uses.delete(change.messageId);
      else uses.set(change.messageId, change.use);
      return { ...state, uses };
    }
    case 'dismiss':
      return {
        ...state,
        dismissed: new Set([...state.dismissed, change.id]),
        attempts: state.attempts.filter(({ id }) => id !== change.id),
      };
    case 'stopped':
      return { ...state, typing: null };
    case 'reply':
      return { ...state, replyTo: change.messageId };
    case 'form':
      return { ...state, form: change.form };
    default:
      return applyEvent(state, change);
  }
}

function without(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...set].filter((other) => other !== one));
}
