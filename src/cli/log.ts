import { destination, type Logger, pino } from 'pino';
import type { ReportBug } from '../bot/dispatch.ts';
import type { NoteReply } from '../model/openai-compatible.ts';

/**
 * The log, on standard error: lines of JSON, or readable lines on a terminal. The pretty printer is loaded only
 * where somebody reads it.
 */
export async function createLog(level: string): Promise<Logger> {
  if (!process.stderr.isTTY) return pino({ level }, destination({ dest: 2, sync: true }));
  const { default: pretty } = await import('pino-pretty');
  return pino({ level }, pretty({ destination: 2, sync: true, ignore: 'pid,hostname' }));
}

/** Writes each bug to the log once, under the id that the person was shown. */
export function bugReporter(log: Logger): ReportBug {
  return ({ id, error, request }) => {
    const asked = request === null ? {} : { command: request.command, options: request.options };
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
