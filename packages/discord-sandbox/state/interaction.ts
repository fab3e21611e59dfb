import type { InteractionType } from 'discord-api-types/v10';
import type { Modal } from '../limits/modal.ts';
import type { Channel, Choice, Message, Person } from './types.ts';

/** The outcome of a person's action, as they see it. */
export interface Outcome {
  /** `deferred`: "is thinking…", or a press without a visible change yet; `failed`: Discord's app shows an error. */
  readonly kind: 'message' | 'update' | 'deferred' | 'autocomplete' | 'modal' | 'failed';
  readonly interactionId: string;
  /** Milliseconds from the person's action to the bot's answer. */
  readonly ms: number;
  /** The answer or the changed message, as it was at that moment. */
  readonly message?: Message;
  readonly ephemeral?: boolean;
  readonly choices?: readonly Choice[];
  readonly modal?: Modal;
  /** Why it failed. */
  readonly reason?: string;
}

/** A person's action that waits for the bot or was answered by it. */
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
  /** The command's name, if it started with a command. */
  readonly commandName: string | undefined;
  /** The message whose button or menu was used. */
  readonly source: Message | undefined;
  /** The message in whose menu the command was used. */
  readonly target: Message | undefined;
  /** The interaction that opened the form, if this is a submitted form. */
  readonly opener: Interaction | undefined;
  readonly settle: (outcome: Omit<Outcome, 'ms' | 'interactionId'>) => void;
  status: 'waiting' | 'answered' | 'expired';
  deferred: 'reply' | 'update' | null;
  /** The id of the message that `@original` stands for. */
  originalId: string | null;
  modal: Modal | undefined;
  /** Messages made with this interaction's token. */
  readonly messageIds: Set<string>;
}
