import type { Message } from '../../state/types.ts';
import type { PageEvent, Snapshot } from '../../web/wire.ts';
import type { State, Typing } from './state.ts';

/** The state after an event of the sandbox. A snapshot replaces everything. */
export function applyEvent(state: State, event: PageEvent): State {
  if (event.kind === 'snapshot') return begin(state, event.snapshot);
  if (event.kind === 'exchange') {
    return { ...state, exchange: { interaction: event.interaction, outcome: event.outcome } };
  }
  const { snapshot } = state;
  if (snapshot === null) return state;
  const changed = (part: Partial<Snapshot>): State => ({ ...state, snapshot: { ...snapshot, ...part } });
  switch (event.kind) {
    case 'message': {
      const { channel_id: id } = event.message;
      const known = snapshot.messages[id] ?? [];
      const messages = { ...snapshot.messages, [id]: withMessage(known, event.message) };
      const after = { ...changed({ messages }), typing: stillTyping(state, event.message) };
      const edited = known.some((one) => one.id === event.message.id);
      if (id === state.channelId || edited) return after;
      return { ...after, unread: new Set([...state.unread, id]) };
    }
    case 'delete': {
      const known = snapshot.messages[event.channelId] ?? [];
      const left = known.filter(({ id }) => id !== event.messageId);
      return changed({ messages: { ...snapshot.messages, [event.channelId]: left } });
    }
    case 'typing':
      return { ...state, typing: event };
    case 'channels':
      return withOpenChannel(changed({ channels: event.channels }));
    case 'commands':
      return changed({ commands: event.commands });
    case 'server':
      return changed({ server: event.server, roles: event.roles });
    case 'online':
      return changed({ online: event.online });
    default:
      return event satisfies never;
  }
}

/** Starts from a snapshot. Pending attempts stay: their requests tell when they are answered. */
function begin(state: State, snapshot: Snapshot): State {
  const attempts = state.attempts.filter(({ failed }) => failed === null);
  return withOpenChannel({ ...state, connection: 'open', snapshot, attempts, uses: new Map() });
}

/** Opens the first channel if the open one no longer exists. */
function withOpenChannel(state: State): State {
  const channels = state.snapshot?.channels ?? [];
  const open = channels.find(({ id }) => id === state.channelId) ?? channels[0];
  return { ...state, channelId: open?.id ?? null };
}

function stillTyping({ typing }: State, { channel_id: channelId, author }: Message): Typing | null {
  return typing?.channelId === channelId && typing.user.id === author.id ? null : typing;
}

function withMessage(known: readonly Message[], message: Message): readonly Message[] {
  const place = known.findIndex(({ id }) => id === message.id);
  return place < 0 ? [...known, message] : known.with(place, message);
}
