import type { Terminal } from '../cli/terminal.ts';
import type { Config } from '../config.ts';
import { SubscriptionStore } from '../delivery/subscriptions/subscription-store.ts';
import { columnsOf } from '../messages/parts/text/truncate.ts';
import { checkDiscord } from './discord.ts';
import { CHECKS, type Finding, well } from './finding.ts';
import { checkHuggingFace, checkModel } from './outside.ts';
import { checkIndex, checkPapers, checkSpace, checkStore, freeBytes, type StoreParts } from './store.ts';

/** Columns of the longest name of a check. */
const NAME_WIDTH = 13;

/** Checks everything that a running bot needs. Changes nothing, except that it migrates the store. */
export async function examine(parts: StoreParts, locale: Terminal['locale']): Promise<readonly Finding[]> {
  const { config, now } = parts;
  const { discordToken: token, discordApiUrl: api } = config;
  const space = await checkSpace(parts);
  const { database, findings: store } = await checkStore(parts);
  try {
    const subscriptions = database === null ? null : new SubscriptionStore(database);
    const discord =
      token === null
        ? [well('token', { key: 'doctor.token.sandbox' })]
        : await checkDiscord({ api, token, subscriptions, now, locale });
    const inside =
      database === null
        ? []
        : [...(await checkIndex(database, parts)), ...(await checkPapers(database, parts))];
    const outside = [await checkHuggingFace(config), await checkModel(config)];
    const all = [...discord, ...store, ...space, ...inside, ...outside];
    return all.toSorted((one, other) => CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check));
  } finally {
    await database?.destroy();
  }
}

/** Prints a line per finding. @returns the exit code: 1 if something must be done */
export async function runDoctor(
  config: Config,
  terminal: Terminal,
  parts: Omit<StoreParts, 'config'> = { now: Date.now, freeBytes },
): Promise<number> {
  const findings = await examine({ ...parts, config }, terminal.locale);
  for (const { check, ok, text } of findings) {
    const mark = terminal.text(ok ? 'doctor.well' : 'doctor.wrong');
    const name = terminal.text(`doctor.checks.${check}`);
    const blanks = ' '.repeat(Math.max(0, NAME_WIDTH - columnsOf(name)));
    terminal.print(`${mark}  ${name}${blanks} ${terminal.text(text.key, text.values)}`);
  }
  const count = findings.filter(({ ok }) => !ok).length;
  terminal.print(terminal.text(count === 0 ? 'doctor.allWell' : 'doctor.todo', { count }));
  return count === 0 ? 0 : 1;
}
