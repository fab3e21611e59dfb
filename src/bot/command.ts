import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answer, CommandUsage } from '../answers/answer.ts';
import type { Invocation } from '../answers/invocation.ts';
import type { Archive } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { Permission } from '../delivery/subscriptions/permissions.ts';
import type { ChannelKind, Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { FollowService, SubscriptionService } from '../delivery/subscriptions/subscription-port.ts';
import type { Text } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Model } from '../model/port.ts';
import type { Search } from '../search/index.ts';
import type { Limited } from './limits.ts';
import { flag, type Option, optionError, PRIVATE, readOptions, tidyBegun, tidyTyped } from './options.ts';

/** A channel that may get the digest: chosen in an option, or the one that the question comes from. */
export interface PickedChannel {
  /** Null for a kind that no digest can be posted to. */
  readonly kind: ChannelKind | null;
  /** The bot's permissions there; null where Discord does not send them. */
  readonly allowed: ReadonlySet<Permission> | null;
  /** Why nothing can be posted there regardless of permissions; null if it can. */
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
  /** The channel that the question comes from. */
  readonly channelId: Snowflake | null;
  /** The time zone that people there likely have, as an IANA name: where nobody names one it is taken. */
  readonly zone: string;
  /** The channel that the question comes from, and those picked in its options. */
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
  /** The day of `now` in UTC, as the digests count days. */
  readonly today: Day;
  readonly commands: readonly CommandUsage[];
  /** Null outside a server: in a direct message, on the terminal. */
  readonly place: Place | null;
  /** The person who asks; null on the terminal. */
  readonly asker: Snowflake | null;
  readonly subscriptions: SubscriptionService;
  readonly follows: FollowService;
  /** The model that may help with answers; most bots have none. */
  readonly model?: Model | null;
  /** The language of the person who asks. */
  readonly locale?: Language;
  /** Runs another command, for a sentence that means it. */
  run(invocation: Invocation): Promise<Answer>;
}

/** A suggestion while somebody types: its label, a remark, and the value it fills in. */
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
  /** Sets up a server: works only in a server, for people who may manage it. */
  readonly setUp: boolean;
  /** Which rate limit applies to it. */
  readonly limit: Exclude<Limited, 'typing'>;
  /** Appears in the menu of a message, whose text fills its `text`; only the asker sees the answer. */
  readonly onMessage: boolean;
  /** Hidden from Discord's command bar and from help: only sentences, buttons and the terminal run it. */
  readonly hidden: boolean;
  readonly options: readonly Option[];
  /** Only the asker sees the answer, as with a server's settings. */
  readonly isPrivate: boolean;
  /** The strict object schema of its options; readers of sentences fill it in. */
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
   * @throws UserError for a mistake in the options or a question without an answer
   */
  run(typed: Readonly<Record<string, unknown>>, context: Context): Promise<Answer>;
}

interface Definition<Schema extends z.ZodObject> {
  readonly name: string;
  readonly setUp?: boolean;
  readonly onMessage?: boolean;
  readonly hidden?: boolean;
  readonly limit?: Command['limit'];
  readonly isPrivate?: boolean;
  /** A strict object, in the order of the command bar; text typed without an option's name goes to the first. */
  readonly options: Schema;
  /** Suggestions by the name of the option. */
  readonly suggest?: Readonly<Record<string, Suggest>>;
  run(options: z.output<Schema>, context: Context): Answer | Promise<Answer>;
}

const privateSchema = z.strictObject({ [PRIVATE]: flag().optional() });

/** The key of a command's texts: `commands.top`, `commands.digest.status`. */
export function textPrefix(command: string): string {
  return `commands.${command.replaceAll(' ', '.')}`;
}

/**
 * Makes a command of its definition. Its texts are found by name in `message/locales`:
 * `commands.<name>.description`, `commands.<name>.options.<option>.description` and so on.
 */
export function defineCommand<Schema extends z.ZodObject>(definition: Definition<Schema>): Command {
  const { name, setUp = false, onMessage = false, hidden = false } = definition;
  const { limit = 'command', suggest = {} } = definition;
  const isPrivate = definition.isPrivate ?? setUp;
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
    limit,
    options,
    isPrivate,
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
