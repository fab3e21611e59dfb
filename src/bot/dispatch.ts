import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Answer, CommandUsage } from '../answers/answer.ts';
import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Model } from '../model/port.ts';
import type { Command, Context, Place } from './command.ts';
import type { Limits } from './limits.ts';
import { PRIVATE } from './options.ts';

/** A request from a slash command, a button, a line on the terminal or a test. */
export interface Request {
  readonly command: string;
  /** Unchecked; the command's schema parses them. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly now: Temporal.Instant;
  /** Absent in direct messages and on the terminal. */
  readonly place?: Place | null;
  /** Absent on the terminal. */
  readonly asker?: Snowflake | null;
  readonly locale?: Language;
}

export interface Sources
  extends Pick<
    Context,
    'archive' | 'search' | 'subscriptions' | 'follows' | 'trends' | 'saved' | 'personal' | 'inAuthorOrder'
  > {
  readonly limits: Limits;
  readonly model?: Model | null;
}

/** Called once per bug; the person sees the id. */
export type ReportBug = (bug: {
  readonly id: string;
  readonly error: unknown;
  readonly request: Request | null;
}) => void;

export type Dispatch = (request: Request) => Promise<Answer>;

/**
 * The one door for every request. Never rejects: a UserError becomes a notice that says what to do, any other error is a
 * bug, reported once and shown as an apology with its id.
 */
export function createDispatch(
  commands: ReadonlyMap<string, Command>,
  sources: Sources,
  report: ReportBug,
): Dispatch {
  return async (request) => {
    try {
      const command = commandIn(commands, request.command);
      if (command.setUp) checkRights(command, request.place ?? null);
      const context = contextOf(request, commands, sources);
      sources.limits.take(command.limit, context);
      // Not awaited: if the store fails now, the next use tries again.
      if (context.asker !== null) sources.follows.seen(context.asker).catch(() => undefined);
      return await command.run(request.options, context);
    } catch (error) {
      if (error instanceof UserError) {
        return { kind: 'notice', tone: 'error', text: { key: error.key, values: error.values } };
      }
      return apology(error, request, report);
    }
  };
}

/** Checked here because anybody can send any `custom_id`. */
function checkRights({ name }: Command, place: Place | null): void {
  if (place === null) throw new UserError('errors.place.server', { command: name });
  if (!place.mayManage) throw new UserError('errors.place.rights', { command: name });
}

export function contextOf(
  {
    now,
    place = null,
    asker = place?.userId ?? null,
    locale = place?.locale ?? 'en',
  }: Pick<Request, 'now' | 'place' | 'asker' | 'locale'>,
  commands: ReadonlyMap<string, Command>,
  sources: Sources,
): Context {
  const context: Context = {
    ...sources,
    now,
    today: now.toString().slice(0, 10),
    commands: usagesOf(commands.values()),
    place,
    asker,
    locale,
    run: async ({ command, options }) => commandIn(commands, command).run(options, context),
  };
  return context;
}

function commandIn(commands: ReadonlyMap<string, Command>, name: string): Command {
  const command = commands.get(name);
  if (command !== undefined) return command;
  const typed = [...commands.values()].filter(({ onMessage, hidden }) => !onMessage && !hidden);
  throw new UserError('errors.command.unknown', {
    command: name,
    commands: typed.map((one) => `/${one.name}`).join(', '),
  });
}

/** For the help; subcommands share one usage. */
function usagesOf(commands: Iterable<Command>): CommandUsage[] {
  const usages = new Map<string, { name: string; options: string[]; subcommands: string[] }>();
  for (const { name, options, onMessage, hidden } of commands) {
    if (onMessage || hidden) continue;
    const [first = '', subcommand] = name.split(' ');
    const usage = usages.get(first) ?? { name: first, options: [], subcommands: [] };
    if (subcommand === undefined)
      usage.options.push(
        ...options.filter((one) => !one.hidden && one.name !== PRIVATE).map((one) => one.name),
      );
    else usage.subcommands.push(subcommand);
    usages.set(first, usage);
  }
  return [...usages.values()];
}

/** Reports a bug. @returns the apology with its id */
export function apology(error: unknown, request: Request | null, report: ReportBug): Answer {
  const id = bugId();
  report({ id, error, request });
  return { kind: 'notice', tone: 'bug', text: { key: 'errors.bug', values: { id } } };
}

/** A short id that is also in the log. */
export function bugId(): string {
  return randomBytes(4).toString('hex');
}
