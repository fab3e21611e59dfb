import { createInterface } from 'node:readline';
import { Temporal } from 'temporal-polyfill';
import { readLine } from '../bot/line.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { type OpenLibrary, openLibrary } from '../library.ts';
import { plain } from '../messages/plain.ts';
import { bugReporter, createLog, failureNoter } from './log.ts';
import type { Terminal } from './terminal.ts';

interface SayOptions {
  readonly json?: boolean;
  readonly locale?: Language;
  /** ISO 8601; the present by default. */
  readonly now?: string;
}

const WRONG_USAGE = 2;

/** Runs one command, or one per line of standard input. @returns the exit code: 1 if the one command had no answer */
export async function runSay(
  line: string | null,
  options: SayOptions,
  config: Config,
  terminal: Terminal,
): Promise<number> {
  const now = options.now === undefined ? () => Temporal.Now.instant() : fixed(options.now);
  if (now === null) {
    terminal.explain(new UserError('errors.say.now', { value: options.now ?? '' }));
    return WRONG_USAGE;
  }
  const locale = options.locale ?? terminal.locale;
  const log = await createLog(config);
  const library = await openLibrary(config, bugReporter(log), failureNoter(log));
  try {
    if (line !== null) return (await say(library, line, locale, now(), options, terminal)) ? 0 : 1;
    for await (const input of createInterface({ input: process.stdin })) {
      if (input.trim() !== '') await say(library, input, locale, now(), options, terminal);
    }
    return 0;
  } finally {
    await library.close();
  }
}

async function say(
  library: OpenLibrary,
  input: string,
  locale: Language,
  now: Temporal.Instant,
  { json }: SayOptions,
  terminal: Terminal,
): Promise<boolean> {
  const started = performance.now();
  const { ok, messages } = await library.responder.ask({ ...readLine(input, library.commands), locale, now });
  const ms = Math.round((performance.now() - started) * 1000) / 1000;
  terminal.print(json ? JSON.stringify({ input, ok, ms, messages }, withBytes) : plain(messages));
  return ok;
}

function withBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

function fixed(text: string): (() => Temporal.Instant) | null {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
  try {
    const now = Temporal.Instant.from(full);
    return () => now;
  } catch {
    return null;
  }
}
