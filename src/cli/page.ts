import { builtPage } from 'discord-sandbox/build';
import { describe, weigh } from 'discord-sandbox/weigh';
import type { Logger } from 'pino';

/** The folder of the sandbox's page. Without one the sandbox goes on: the log says why, and so does the page. */
export async function sandboxPage(log: Logger): Promise<string> {
  try {
    const { folder, ms } = await builtPage();
    if (ms !== null)
      log.info({ ms: Math.round(ms), weight: describe(await weigh(folder)) }, 'built the page');
    return folder;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    log.warn({ reason }, 'the sandbox goes on without its page');
    throw error;
  }
}
