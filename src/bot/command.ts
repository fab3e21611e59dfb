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

/** A channel that may get the digest: one picked in an option, or the one of the request. */
export interface PickedChannel {
  /** Null for a kind of channel to which no digest can be posted. */
  readonly kind: ChannelKind | null;
  /** The bot's permissions there; null if Discord does not send them. */
  readonly allowed: ReadonlySet<Permission> | null;
  /** Why nothing can be posted there whatever the permissions; null if something can. */
  readonly closed: 'needs-tag' | 'thread-closed' | null;
}

/** A role chosen in an option. */
export interface PickedRole {
  readonly mentionable: boolean;
}

/** The server of a request, and the person who asks. */
export interface Place {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly locale: Language;
  /** The channel of the request. */
  readonly channelId: Snowflake | null;
  /** The probable time zone of people there, as an IANA name; used when nobody names one. */
  readonly zone: string;
  /** The channel of the request and those picked in its options. */
  readonly channels: ReadonlyMap<Snowflake, PickedChannel>;
  readonly roles: ReadonlyMap<Snowflake, PickedRole>;
  /** Whether the person may set up the server; Discord sends it with each interaction. */
  readonly mayManage: boolean;
}

/** The context in which a command runs. */
export interface Context {
  readonly archive: Archive;
  readonly search: Search;
  readonly now: Temporal.Instant;
  /** The UTC day of `now`; digests count days in UTC. */
  readonly today: Day;
  readonly commands: readonly CommandUsage[];
  /** Null outside a server, that is, in a direct message and on the terminal. */
  readonly place: Place | null;
  /** The person who asks; null on the terminal. */
  readonly asker: Snowflake | null;
  readonly subscriptions: SubscriptionService;
  readonly trends: Trends;
  readonly saved: SavedPapers;
  /** Everything that is stored of people, one part for each kind of data. */
  readonly personal: readonly PersonalData[];
  /** Asks a source for the authors of papers that are known in no order. @returns the papers, as far as possible with them */
  inAuthorOrder(papers: readonly Paper[]): Promise<readonly Paper[]>;
  readonly follows: FollowService;
  /** The model that may help with answers; most bots have none. */
  readonly model?: Model | null;
  /** The language of the person who asks. */
  readonly locale?: Language;
  /** Runs another command, for questions in words that mean one. */
  run(invocation: Invocation): Promise<Answer>;
}

/** A suggestion while somebody types: its label, a remark behind it, and the value that it fills in. */
export interface Suggestion {
  readonly label: string;
  readonly remark?: Text;
  readonly value: string;
}

/**
 * @param typed the option's text so far; may be empty
 * @param options the others, as far as they are filled in
 */
type Suggest = (
  typed: string,
  context: Context,
  options: Readonly<Record<string, unknown>>,
) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

/** Something a person can ask for. Independent of Discord. */
export interface Command {
  /** One word, or two for a subcommand: `digest status`. */
  readonly name: string;
  /** Whether it sets up a server, so that it works only there and for people who may manage the server. */
  readonly setUp: boolean;
  /** The rate limit that applies to it. */
  readonly limit: Exclude<Limited, 'typing'>;
  /** Whether it is in the menu of messages: the message fills its option `text`, and only the asker sees the answer. */
  readonly onMessage: boolean;
  /** Whether Discord's command bar and the help leave it out; sentences, buttons and the terminal can still run it. */
  readonly hidden: boolean;
  /** Whether other assistants may run it as a tool: it only reads the archive and tells nothing of persons or servers. */
  readonly isTool: boolean;
  readonly options: readonly Option[];
  /** Whether only the asker sees the answer, as with a server's settings. */
  readonly isPrivate: boolean;
  /** Whether it answers about the asker alone; the answer is private, and nobody else can run it for them. */
  readonly personal: boolean;
  /** The strict object schema of its options, which readers of sentences fill in. */
  readonly schema: z.ZodObject;
  /** Whether the option of this name has suggestions. */
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
  /** A strict object in the order of the command bar. Text typed without an option's name goes to the first option. */
  readonly options: Schema;
  /** Suggestions by the name of the option. */
  readonly suggest?: Readonly<Record<string, Suggest>>;
  run(options: z.output<Schema>, context: Context): Answer | Promise<Answer>;
}

const privateSchema = z.strictObject({ [PRIVATE]: flag().optional() });

/** Who asks, for a command about them. @throws UserError on the terminal, where nobody does */
export function personIn({ asker }: Pick<Context, 'asker'>): Snowflake {
  if (asker === null) throw new UserError('errors.place.nobody');
  return asker;
}

/** The key of a command's texts: `commands.top`, `commands.digest.status`. */
export function textPrefix(command: string): string {
  return `commands.${command.replaceAll(' ', '.')}`;
}

/**
 * Makes a command from its definition. Its texts are found by name in `messages/locales`:
 * `commands.<name>.description`, `commands.<name>.options.<option>.description` and so on.
 */
export function defineCommand<Schema extends z.ZodObject>(definition: Definition<Schema>): Command {
  const { name, setUp = false, onMessage = false, hidden = false } = definition;
  const { isTool = false, personal = false } = definition;
  const { limit = 'command', suggest = {} } = definition;
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
