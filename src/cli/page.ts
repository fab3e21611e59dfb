import { builtPage } from 'discord-sandbox/build';
import { describe, weigh } from 'discord-sandbox/weigh';
import type { Logger } from 'pino';
import { messageOf } from '../errors.ts';

/** The folder of the sandbox's page. Without it the sandbox runs on; the log and the page say why. */
export async function sandboxPage(log: Logger): Promise<string> {
  try {
    const { folder, ms } = await builtPage();
    if (ms !== null)
      log.info({ ms: Math.round(ms), weight: describe(await weigh(folder)) }, 'built the page');
    return folder;
  } catch (error) {
    const [reason] = messageOf(error).split('\n');
    log.warn({ reason }, 'the sandbox runs without its page');
    throw error;
  }
}
