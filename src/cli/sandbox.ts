import type { Sandbox } from 'discord-sandbox';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { DAILY, type Subscription } from '../delivery/subscriptions/subscription.ts';
import type { DeliveryWorker } from '../delivery/worker.ts';
import { UserError } from '../errors.ts';
import { inEachLanguage, type Language } from '../language.ts';
import type { OpenLibrary } from '../library.ts';
import { tellPlain } from '../messages/locale.ts';
import type { Endpoints, Routes } from '../ops/route.ts';
import type { Terminal } from './terminal.ts';

const SETTINGS = {
  ...DAILY,
  channelKind: 'text',
  time: '09:00',
  days: [1, 2, 3, 4, 5, 6, 7],
  style: 'cards',
  top: 5,
  roleId: null,
} as const;

/** Keys of the texts that an empty channel offers to try. */
const EXAMPLES = ['top', 'paper', 'ask'] as const;

/** Loaded only here: a bot with a token does not need it. */
export async function openSandbox(
  { host, port }: Config,
  routes: Routes,
  endpoints: Endpoints,
  log: Logger,
): Promise<Sandbox> {
  const { startSandbox } = await import('discord-sandbox');
  const { sandboxPage } = await import('./page.ts');
  const sandbox = await startSandbox({
    host,
    port,
    routes,
    endpoints,
    examples: inEachLanguage(examplesIn),
    page: () => sandboxPage(log),
  });
  sandbox.furnish();
  return sandbox;
}

export function portError(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return new UserError('errors.port.inUse', { host, port });
  if (code.startsWith('E'))
    return new UserError('errors.port.unusable', { host, port, reason: String(error) });
  return error;
}

/** Posts the newest digest and prints what to do next. */
export async function showSandbox(
  library: OpenLibrary,
  delivery: DeliveryWorker,
  sandbox: Sandbox,
  terminal: Terminal,
): Promise<void> {
  terminal.print(terminal.text('terminal.start.sandbox'));
  const subscription = await resubscribe(library, sandbox, terminal);
  const date = library.archive.latestFinal();
  if (date !== null) {
    const posted = await delivery.postNow(subscription, date);
    if (posted.kind === 'delivered') {
      terminal.print(terminal.text('terminal.start.posted', { date, channel: 'daily-papers' }));
    }
  }
  terminal.print(terminal.text('terminal.start.ask'));
  terminal.print(terminal.text('terminal.start.stop'));
  terminal.print(terminal.text('terminal.start.see', { url: sandbox.url }));
}

/** Subscribes again with the same settings and an empty ledger, since the sandbox's channels are empty at each start. */
async function resubscribe(
  library: OpenLibrary,
  sandbox: Sandbox,
  terminal: Terminal,
): Promise<Subscription> {
  const { guildId, channelId, users } = sandbox;
  const by = { guildId, userId: users.you, now: Date.now() };
  for (const old of await library.subscriptions.ofGuild(guildId)) {
    await library.subscriptions.remove(old.id);
    if (old.channelId !== channelId || old.name !== DAILY.name)
      await library.subscriptions.subscribe(old, by);
  }
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const settings = { ...SETTINGS, channelId, zone, locale: terminal.locale, thread: false };
  return (await library.subscriptions.subscribe(settings, by)).subscription;
}

function examplesIn(language: Language): readonly string[] {
  return EXAMPLES.map((name) => tellPlain(`terminal.examples.${name}`, language));
}
