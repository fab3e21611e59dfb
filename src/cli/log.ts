import { destination, type Logger, pino } from 'pino';
import type { ReportBug } from '../bot/dispatch.ts';
import type { Config } from '../config.ts';
import type { NoteReply } from '../model/openai-compatible.ts';
import { loggedError } from './logged-error.ts';

/** How every log writes errors. */
export const SERIALIZERS = { err: (error: unknown) => loggedError(error) };

/**
 * The log, on standard error: lines of JSON or readable ones. The pretty printer is loaded only where somebody reads it.
 *
 * @param config where nobody chose a level it is `info`, and in a sandbox on a terminal, which a newcomer looks at, `warn`;
 *   where nobody chose a format, a terminal gets readable lines
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
  return pino(
    { level, serializers: SERIALIZERS },
    pretty({ destination: 2, sync: true, ignore: 'pid,hostname' }),
  );
}

/** Writes each bug to the log once, under the id that the person was shown: the command, and not what was asked. */
export function bugReporter(log: Logger): ReportBug {
  return ({ id, error, request }) => {
    const asked = request === null ? {} : { command: request.command, options: Object.keys(request.options) };
    log.error({ bug: id, err: error, ...asked }, 'bug');
  };
}

/** Writes each failure of the language model to the log, without what was asked or said. */
export function failureNoter(log: Logger): NoteReply {
  return ({ model, why, status }) => {
    if (why !== null)
      log.warn({ model, why, status }, 'the language model gave nothing; what was asked goes without it');
  };
}
