import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answer, CommandUsage } from '../answers/answer.ts';
import type { Invocation } from '../answers/invocation.ts';
import type { Archive } from '../archive/archive.ts';
import type { Day, Paper } from '../archive/paper.ts';
import type { Permission } from '../delivery/subscriptions/permissions.ts';
import type { ChannelKind, Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { FollowService, SubscriptionService } from '../delivery/subscriptions/subscription-port.ts';
import { type Text, UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Model } from '../model/port.ts';
import type { PersonalData, SavedPapers } from '../people/port.ts';
import type { Search } from '../search/index.ts';
import type { Trends } from '../trends/port.ts';
import type { Limited } from './limits.ts';
import { flag, type Option, optionError, PRIVATE, readOptions, tidyBegun, tidyTyped } from './options.ts';

/** A channel for the digest: one picked in an option, or the one of the request. */
export interface PickedChannel {
  /** Null if no digest can be posted to this kind. */
  readonly kind: ChannelKind | null;
  /** The bot's permissions there; null if unknown. */
  readonly allowed: ReadonlySet<Permission> | null;
  /** Why nothing can be posted there, whatever the permissions. */
  readonly closed: 'needs-tag' | 'thread-closed' | null;
}

export interface PickedRole {
  readonly mentionable: boolean;
}

/** The server of a request, and the person who asks. */
export interface Place {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly locale: Language;
  readonly channelId: Snowflake | null;
  /** The probable time zone, an IANA name. */
  readonly zone: string;
  /** Of the request and of its options. */
  readonly channels: ReadonlyMap<Snowflake, PickedChannel>;
  readonly roles: ReadonlyMap<Snowflake, PickedRole>;
  /** Whether the person may set up the server. */
  readonly mayManage: boolean;
}

export interface Context {
  readonly archive: Archive;
  readonly search: Search;
  readonly now: Temporal.Instant;
  readonly today: Day;
  readonly commands: readonly CommandUsage[];
  /** Null in a direct message and on the terminal. */
  readonly place: Place | null;
  /** Null on the terminal. */
  readonly asker: Snowflake | null;
  readonly subscriptions: SubscriptionService;
  readonly trends: Trends;
  readonly saved: SavedPapers;
  /** All personal data, one part for each kind. */
  readonly personal: readonly PersonalData[];
  inAuthorOrder(papers: readonly Paper[]): Promise<readonly Paper[]>;
  readonly follows: FollowService;
  /** May help with answers; most bots have none. */
  readonly model?: Model | null;
  readonly locale?: Language;
  /** Runs another command: a question can mean one. */
  run(invocation: Invocation): Promise<Answer>;
}

/** A suggestion while somebody types: a label, a remark after it, and the value it fills in. */
export interface Suggestion {
  readonly label: string;
  readonly remark?: Text;
  readonly value: string;
}

type Suggest = (
  typed: string,
  context: Context,
  options: Readonly<Record<string, unknown>>,
) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

/** Something a person can ask for; knows nothing of Discord. */
export interface Command {
  /** One word, or two for a subcommand: `digest status`. */
  readonly name: string;
  /** It sets up a server: only there, and only for people who may manage it. */
  readonly setUp: boolean;
  readonly limit: Exclude<Limited, 'typing'>;
  /** In the menu of messages: the message fills the option `text`, and only the asker sees the answer. */
  readonly onMessage: boolean;
  /** Not in the command bar or the help; sentences, buttons and the terminal can run it. */
  readonly hidden: boolean;
  /** Other assistants may run it: it only reads the archive. */
  readonly isTool: boolean;
  readonly options: readonly Option[];
  /** Only the asker sees the answer. */
  readonly isPrivate: boolean;
  /** About the asker alone: private, and nobody else can run it for them. */
  readonly personal: boolean;
  /** Strict; readers of sentences fill it in. */
  readonly schema: z.ZodObject;
  suggests(option: string): boolean;
  suggest(
    option: string,
    typed: string,
    context: Context,
    options: Readonly<Record<string, unknown>>,
  ): Promise<readonly Suggestion[]>;
  /**
   * @param typed options from Discord, a button or the terminal, unchecked
   * @throws UserError for a mistake in the options, or if there is no answer
   */
  run(typed: Readonly<Record<string, unknown>>, context: Context): Promise<Answer>;
}

interface Definition<Schema extends z.ZodObject> {
  readonly name: string;
  readonly setUp?: boolean;
  readonly onMessage?: boolean;
  readonly hidden?: boolean;
  readonly isTool?: boolean;
  readonly limit?: Command['limit'];
  readonly isPrivate?: boolean;
  readonly personal?: boolean;
  /** Strict, in the order of the command bar. Text without an option's name goes to the first option. */
  readonly options: Schema;
  readonly suggest?: Readonly<Record<string, Suggest>>;
  run(options: z.output<Schema>, context: Context): Answer | Promise<Answer>;
}

const privateSchema = z.strictObject({ [PRIVATE]: flag().optional() });

/** @throws UserError on the terminal, where nobody asks */
export function personIn({ asker }: Pick<Context, 'asker'>): Snowflake {
  if (asker === null) throw new UserError('errors.place.nobody');
  return asker;
}

/** The key of a command's texts: `commands.top`, `commands.digest.status`. */
export function textPrefix(command: string): string {
  return `commands.${command.replaceAll(' ', '.')}`;
}

/** Its texts are in `messages/locales`: `commands.<name>.description`, `commands.<name>.options.<option>.description`. */
export function defineCommand<Schema extends z.ZodObject>(definition: Definition<Schema>): Command {
  const { name, setUp = false, onMessage = false, hidden = false, isTool = false } = definition;
  const { personal = false, limit = 'command', suggest = {} } = definition;
  const isPrivate = definition.isPrivate ?? (setUp || personal);
  const hasChoice = !isPrivate && !onMessage && !hidden;
  const options = [...readOptions(definition.options), ...(hasChoice ? readOptions(privateSchema) : [])];
  const unknown = Object.keys(suggest).find((key) => !options.some((option) => option.name === key));
  if (unknown !== undefined)
    throw new Error(`command ${name} suggests for ${unknown}, which is not its option`);
  return {
    name,
    setUp,
    onMessage,
    hidden,
    isTool,
    limit,
    options,
    isPrivate,
    personal,
    schema: definition.options,
    suggests: (option) => suggest[option] !== undefined,
    suggest: async (option, typed, context, others) =>
      suggest[option]?.(tidyBegun(typed), context, others) ?? [],
    async run(typed, context) {
      const given = tidyTyped(typed, options);
      const { [PRIVATE]: only, ...own } = given;
      const chosen = privateSchema.safeParse({ [PRIVATE]: only });
      if (hasChoice && !chosen.success) throw optionError(name, options, given, chosen.error);
      const read = definition.options.safeParse(hasChoice ? own : given);
      if (!read.success) throw optionError(name, options, given, read.error);
      return definition.run(read.data, context);
    },
  };
}
