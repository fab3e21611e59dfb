import type { Modal } from '../../limits/modal.ts';
import type { PageEvent, Snapshot } from '../../web/wire.ts';

/** A command that was sent and is not answered yet, or never was. It stands in the channel for its user alone. */
export interface Attempt {
  readonly id: string;
  readonly channelId: string;
  /** The command's name, and its options as they were typed. */
  readonly command: string;
  readonly timestamp: string;
  /** Why it failed; null while it is on its way. */
  readonly failed: string | null;
}

/** The control of a message that was used last: on its way, or failed. */
export interface Use {
  readonly customId: string;
  readonly failed: string | null;
}

export interface OpenForm {
  readonly interactionId: string;
  readonly modal: Modal;
}

export type Typing = Extract<PageEvent, { kind: 'typing' }>;

/** Everything the page shows that can change. */
export interface State {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly snapshot: Snapshot | null;
  readonly channelId: string | null;
  readonly unread: ReadonlySet<string>;
  readonly attempts: readonly Attempt[];
  /** By message id. */
  readonly uses: ReadonlyMap<string, Use>;
  readonly dismissed: ReadonlySet<string>;
  readonly form: OpenForm | null;
  /** The message that what is typed answers. */
  readonly replyTo: string | null;
  /** Who writes something, until it is there. */
  readonly typing: Typing | null;
  readonly exchange: unknown;
}

export type Change =
  | PageEvent
  | { readonly kind: 'lost' }
  /** Somebody else is played from now on, who sees other messages. */
  | { readonly kind: 'user' }
  | { readonly kind: 'open'; readonly channelId: string }
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  | { readonly kind: 'answered'; readonly attemptId: string }
  | { readonly kind: 'use'; readonly messageId: string; readonly use: Use | null }
  | { readonly kind: 'dismiss'; readonly id: string }
  /** Whoever was writing seems to have stopped. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'reply'; readonly messageId: string | null }
  | { readonly kind: 'form'; readonly form: OpenForm | null };

export const EMPTY: State = {
  connection: 'connecting',
  snapshot: null,
  channelId: null,
  unread: new Set(),
  attempts: [],
  uses: new Map(),
  dismissed: new Set(),
  form: null,
  replyTo: null,
  typing: null,
  exchange: null,
};
