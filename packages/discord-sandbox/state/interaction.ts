import type { InteractionType } from 'discord-api-types/v10';
import type { Modal } from '../limits/modal.ts';
import type { Channel, Choice, Message, Person } from './types.ts';

/** What became of something a person did, as they see it. */
export interface Outcome {
  /** `deferred`: "is thinking…", or a press taken without a change yet; `failed`: an error under what they did. */
  readonly kind: 'message' | 'update' | 'deferred' | 'autocomplete' | 'modal' | 'failed';
  readonly interactionId: string;
  /** Milliseconds from the person's action to the bot's answer. */
  readonly ms: number;
  /** The answer, or the message that was changed, as it was at that moment. */
  readonly message?: Message;
  readonly ephemeral?: boolean;
  readonly choices?: readonly Choice[];
  readonly modal?: Modal;
  /** Why it failed. */
  readonly reason?: string;
}

/** Something a person did, waiting for the bot or answered by it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly person: Person;
  readonly channel: Channel;
  readonly createdAt: number;
  /** `data` of the payload sent to the bot. */
  readonly data: unknown;
  readonly locale: string;
  /** The command's name, when a command began it. */
  readonly commandName: string | undefined;
  /** The message whose button or select was used. */
  readonly source: Message | undefined;
  /** The message whose menu the command was used in. */
  readonly target: Message | undefined;
  /** For a form that was sent: what opened it. */
  readonly opener: Interaction | undefined;
  readonly settle: (outcome: Omit<Outcome, 'ms' | 'interactionId'>) => void;
  status: 'waiting' | 'answered' | 'expired';
  deferred: 'reply' | 'update' | null;
  /** The message that `@original` means. */
  originalId: string | null;
  modal: Modal | undefined;
  /** Messages made with this interaction's token. */
  readonly messageIds: Set<string>;
}
