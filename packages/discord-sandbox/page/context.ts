import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, Message, User } from '../state/types.ts';
import type { Deed, DeedResult, Role } from '../web/wire.ts';
import type { Menu } from './model/commands.ts';
import type { Say } from './words/words.ts';

type Options = Extract<Deed, { kind: 'command' }>['options'];

/** The message to reply to, and whether its author is notified. */
type Reply = Pick<Extract<Deed, { kind: 'post' }>, 'replyTo' | 'ping'>;

/** The actions on the page. Those without a return value show their outcome in the channel. */
export interface Actions {
  readonly command: (name: string, options: Options, line: string) => void;
  readonly suggest: (name: string, options: Options, focused: string) => Promise<DeedResult>;
  /** Chooses the server's language, as an administrator does. */
  readonly chooseServerLocale: (locale: string) => void;
  /** Uses a command from a message's menu; `shown` is its name in the reader's language. */
  readonly menu: (message: Message, name: string, shown: string) => void;
  /** Starts a reply to a message; null cancels it. */
  readonly reply: (messageId: string | null) => void;
  readonly post: (content: string, reply?: Reply) => Promise<DeedResult>;
  readonly press: (message: Message, customId: string) => void;
  readonly select: (message: Message, customId: string, values: readonly string[]) => void;
  readonly submit: (interactionId: string, values: Readonly<Record<string, string>>) => Promise<DeedResult>;
  readonly closeForm: () => void;
  readonly dismiss: (id: string) => void;
  readonly inspect: (messageId: string) => void;
  readonly openChannel: (channelId: string) => void;
}

/** The data that all parts of the page share. */
export interface Page {
  readonly locale: string;
  readonly say: Say;
  readonly me: User | null;
  readonly bot: User | null;
  /** All users, including the bot. */
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  readonly roles: readonly Role[];
  /** The bot's commands for messages in the open channel. */
  readonly menus: readonly Menu[];
  /** Whether pictures are loaded from their addresses. */
  readonly images: boolean;
  readonly actions: Actions;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('outside of the page');
  return page;
}
