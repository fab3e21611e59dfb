import type { Modal } from '../limits/modal.ts';
import type { Channel, Choice, Command, Message, User } from '../state/types.ts';

/**
 * What the sandbox and its page say to each other. The page opens `GET /events?user=<id>` (server-sent events) and
 * sends each thing a person does to `POST /do` as JSON.
 */

export interface Server {
  readonly id: string;
  readonly name: string;
  /** Its language, as a locale of Discord. */
  readonly locale: string;
}

export interface Role {
  readonly id: string;
  readonly name: string;
}

/** Everything a user sees, sent first on every connection: after a reconnect the page is simply right again. */
export interface Snapshot {
  readonly server: Server;
  readonly roles: readonly Role[];
  /** Lines that an empty channel offers, by locale. */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly bot: User;
  /** Who can be played, the visitor first. */
  readonly users: readonly User[];
  /** Channels of the server, and this user's conversation with the bot. */
  readonly channels: readonly Channel[];
  readonly commands: readonly Command[];
  /** By channel, oldest first; ephemeral ones of this user alone. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  /** Whether the bot's client is connected. */
  readonly online: boolean;
}

/** One server-sent event; its name is `kind`, its data the whole of it as JSON. */
export type PageEvent =
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** A message appeared or changed. */
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'delete'; readonly channelId: string; readonly messageId: string }
  /** Somebody begins to write. */
  | { readonly kind: 'typing'; readonly channelId: string; readonly user: User }
  | { readonly kind: 'channels'; readonly channels: readonly Channel[] }
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  | { readonly kind: 'server'; readonly server: Server; readonly roles: readonly Role[] }
  | { readonly kind: 'online'; readonly online: boolean }
  /** What this user did, as the bot was told, and what became of it: for the inspector. */
  | { readonly kind: 'exchange'; readonly interaction: unknown; readonly outcome: unknown };

/** What a person does. `locale` is a locale of Discord (`en-US`, `ko`). */
export type Deed = { readonly user: string; readonly locale: string } & (
  | {
      readonly kind: 'command';
      readonly channelId: string;
      /** With group and subcommand behind blanks: `digest subscribe`. */
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
  /** Uses a command in a message's menu. */
  | { readonly kind: 'menu'; readonly messageId: string; readonly name: string }
  | {
      readonly kind: 'post';
      readonly channelId: string;
      readonly content: string;
      /** The message it answers, and whether that notifies its author. */
      readonly replyTo?: string | undefined;
      readonly ping?: boolean | undefined;
    }
);

/** What becomes of a deed; messages themselves come as events. */
export type DeedResult =
  | { readonly kind: 'done' }
  /** The bot opened a form. */
  | { readonly kind: 'modal'; readonly interactionId: string; readonly modal: Modal }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  /** "The application did not respond", or Discord's app would not have let the person do it. */
  | { readonly kind: 'failed'; readonly reason: string };
