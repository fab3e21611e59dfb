import type { Modal } from '../../limits/modal.ts';
import type { PageEvent, Snapshot } from '../../web/wire.ts';

/** A command without an answer, so far or for good. Only its user sees it in the channel. */
export interface Attempt {
  readonly id: string;
  readonly channelId: string;
  /** The command's name and its options as typed. */
  readonly command: string;
  readonly timestamp: string;
  /** Why it failed; null while it is pending. */
  readonly failed: string | null;
}

/** The last use of one of a message's controls, pending or failed. */
export interface Use {
  readonly customId: string;
  readonly failed: string | null;
}

export interface OpenForm {
  readonly interactionId: string;
  readonly modal: Modal;
}

export type Typing = Extract<PageEvent, { kind: 'typing' }>;

/** The state of the page. */
export interface State {
  readonly connection: 'connecting' | 'open' | 'lost';
  readonly snapshot: Snapshot | null;
  readonly channelId: string | null;
  readonly unread: ReadonlySet<string>;
  readonly attempts: readonly Attempt[];
  /** Uses of controls by message id. */
  readonly uses: ReadonlyMap<string, Use>;
  readonly dismissed: ReadonlySet<string>;
  readonly form: OpenForm | null;
  /** The message to which the typed text replies. */
  readonly replyTo: string | null;
  /** Who is typing, until their message arrives. */
  readonly typing: Typing | null;
  readonly exchange: unknown;
}

export type Change =
  | PageEvent
  | { readonly kind: 'lost' }
  /** The visitor now plays another user, who sees other messages. */
  | { readonly kind: 'user' }
  | { readonly kind: 'open'; readonly channelId: string }
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  | { readonly kind: 'answered'; readonly attemptId: string }
  | { readonly kind: 'use'; readonly messageId: string; readonly use: Use | null }
  | { readonly kind: 'dismiss'; readonly id: string }
  /** The person who was typing has probably stopped. */
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
