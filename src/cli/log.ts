import { destination, type Logger, pino } from 'pino';
import type { ReportBug } from '../bot/dispatch.ts';
import type { Config } from '../config.ts';
import type { NoteReply } from '../model/openai-compatible.ts';
import { loggedError } from './logged-error.ts';

export const SERIALIZERS = { err: (error: unknown) => loggedError(error) };

/**
 * The log on standard error. By default a terminal gets readable lines, and a sandbox on a terminal only warnings, since a
 * newcomer looks at it. The pretty printer is loaded only if it is used.
 */
export async function createLog({
  logLevel,
  logFormat,
  discordToken,
}: Pick<Config, 'logLevel' | 'logFormat' | 'discordToken'>): Promise<Logger> {
  const level = logLevel ?? (discordToken === null && process.stderr.isTTY ? 'warn' : 'info');
  const isPretty = logFormat === null ? process.stderr.isTTY : logFormat === 'pretty';
  if (!isPretty) return pino({ level, serializers: SERIALIZERS }, destination({ dest: 2, sync: true }));
  const { default: pretty } = await import('pino-pretty');
  const stream = pretty({ destination: 2, sync: true, ignore: 'pid,hostname' });
  return pino({ level, serializers: SERIALIZERS }, stream);
}

/** Logs each bug under the id that the person saw, with the command but not the values of its options. */
export function bugReporter(log: Logger): ReportBug {
  return ({ id, error, request }) => {
    const asked = request === null ? {} : { command: request.command, options: Object.keys(request.options) };
    log.error({ bug: id, err: error, ...asked }, 'bug');
  };
}

/** Logs failures of the language model, without prompts or answers. */
export function failureNoter(log: Logger): NoteReply {
  return ({ model, why, status }) => {
    if (why !== null)
      log.warn({ model, why, status }, 'the language model failed; the answer is made without it');
  };
}
