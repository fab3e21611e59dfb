import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, Message, User } from '../state/types.ts';
import type { Deed, DeedResult, Role } from '../web/wire.ts';
import type { Menu } from './model/commands.ts';
import type { Say } from './words/words.ts';

type Options = Extract<Deed, { kind: 'command' }>['options'];

/** Which message is answered, and whether its author is told. */
type Reply = Pick<Extract<Deed, { kind: 'post' }>, 'replyTo' | 'ping'>;

/** What a person can do on the page. Those that return nothing show their outcome in the channel. */
export interface Actions {
  readonly command: (name: string, options: Options, line: string) => void;
  readonly suggest: (name: string, options: Options, focused: string) => Promise<DeedResult>;
  /** Chooses the server's language, as an administrator does. */
  readonly chooseServerLocale: (locale: string) => void;
  /** Uses a command of a message's menu; `shown` is its name in the reader's language. */
  readonly menu: (message: Message, name: string, shown: string) => void;
  /** Begins to answer a message, or answers none. */
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

/** What every part of the page needs to know. */
export interface Page {
  readonly locale: string;
  readonly say: Say;
  readonly me: User | null;
  readonly bot: User | null;
  /** The bot included. */
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  readonly roles: readonly Role[];
  /** The bot's commands for messages of the open channel. */
  readonly menus: readonly Menu[];
  /** Whether pictures are loaded from where they stand. */
  readonly images: boolean;
  readonly actions: Actions;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error('outside of the page');
  return page;
}
