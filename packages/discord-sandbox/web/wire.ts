import type { Modal } from '../limits/modal.ts';
import type { Channel, Choice, Command, Message, User } from '../state/types.ts';

/**
 * The protocol between the sandbox and its page. The page opens `GET /events?user=<id>` (server-sent events) and sends each
 * action of a person to `POST /do` as JSON.
 */

export interface Server {
  readonly id: string;
  readonly name: string;
  /** Its language, as one of Discord's locales. */
  readonly locale: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
}

/** Everything that a user sees. Sent first on each connection, so that a reconnect needs no repair of the page. */
export interface Snapshot {
  readonly server: Server;
  readonly roles: readonly Role[];
  /** Example commands for an empty channel, by locale. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly bot: User;
  /** The users whom a visitor can play, the visitor first. */
  readonly users: readonly User[];
  /** The server's channels, and this user's direct messages with the bot. */
  readonly channels: readonly Channel[];
  readonly commands: readonly Command[];
  /** Messages by channel, oldest first; of ephemeral ones only this user's. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** Whether the bot's client is connected. */
  readonly online: boolean;
}

/** One server-sent event. Its name is `kind`, its data is the whole object as JSON. */
export type PageEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** A message appeared or changed. */
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'delete'; readonly channelId: string; readonly messageId: string }
  /** Somebody started typing. */
  | { readonly kind: 'typing'; readonly channelId: string; readonly user: User }
  | { readonly kind: 'channels'; readonly channels: readonly Channel[] }
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  | { readonly kind: 'server'; readonly server: Server; readonly roles: readonly Role[] }
  | { readonly kind: 'online'; readonly online: boolean }
  /** This user's last interaction in the form sent to the bot, with its outcome, for the inspector. */
  | { readonly kind: 'exchange'; readonly interaction: unknown; readonly outcome: unknown };

/** An action of a person. `locale` is one of Discord's locales (`en-US`, `ko`). */
export type Deed = { readonly user: string; readonly locale: string } & (
  | {
      readonly kind: 'command';
      readonly channelId: string;
      /** With group and subcommand after spaces: `digest subscribe`. */
      readonly name: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
    }
  | {
      readonly kind: 'autocomplete';
      readonly channelId: string;
      readonly name: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
      readonly focused: string;
    }
  | { readonly kind: 'press'; readonly messageId: string; readonly customId: string }
  | {
      readonly kind: 'select';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'modal';
      readonly interactionId: string;
      readonly values: Readonly<Record<string, string>>;
    }
  /** Chooses the server's language. */
  | { readonly kind: 'server'; readonly serverLocale: string }
  /** Uses a command from a message's menu. */
  | { readonly kind: 'menu'; readonly messageId: string; readonly name: string }
  | {
      readonly kind: 'post';
      readonly channelId: string;
      readonly content: string;
      /** The message it replies to, and whether the reply notifies its author. */
      readonly replyTo?: string | undefined;
      readonly ping?: boolean | undefined;
    }
);

/** The result of a deed. Messages come as events instead. */
export type DeedResult =
  | { readonly kind: 'done' }
  /** The bot opened a form. */
  | { readonly kind: 'modal'; readonly interactionId: string; readonly modal: Modal }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  /** "The application did not respond", or something that Discord's app would not allow. */
  | { readonly kind: 'failed'; readonly reason: string };
