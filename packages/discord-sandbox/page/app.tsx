import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Message } from '../state/types.ts';
import type { Snapshot } from '../web/wire.ts';
import { Bar } from './bar/bar.tsx';
import { type Page, PageContext } from './context.ts';
import { Later } from './later.tsx';
import { useSandbox } from './live/use-sandbox.ts';
import { menusOf } from './model/commands.ts';
import { channelTitle } from './model/names.ts';
import { type Settings, VISITOR } from './model/settings.ts';
import { ChannelHeader } from './shell/channel-header.tsx';
import type { Inspected } from './shell/inspector.tsx';
import { Log } from './shell/log.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { useSettings } from './use-settings.ts';
import { useWords } from './words/use-words.ts';
import { LOCALES, type Words } from './words/words.ts';

const NOTHING_YET: Omit<Snapshot, 'server' | 'bot' | 'online'> & { bot: null } = {
  users: [],
  bot: null,
  channels: [],
  commands: [],
  messages: {},
  roles: [],
  examples: {},
};
const NO_MESSAGES: readonly Message[] = [];

/** The page: a Discord in the browser that shows the state of the sandbox. */
export function App({ kept, words }: { readonly kept: Settings; readonly words: Words }) {
  const [settings, setSettings] = useSettings(kept);
  const { language, user } = settings;
  const say = useWords(words, language);
  const locale = LOCALES[language];
  const [drawer, setDrawer] = useState(false);
  const [inspected, setInspected] = useState<Inspected | null>(null);
  const [inspectedId, setInspectedId] = useState<string | null>(null);
  const inspect = useCallback((messageId: string) => {
    setInspectedId(messageId);
    setInspected('message');
  }, []);
  const [state, actions] = useSandbox(user, locale, say('reconnecting'), inspect);
  const [line, setLine] = useState(lineInAddress);
  const { snapshot, channelId, connection, form } = state;

  // The remembered user may be unknown to this sandbox, so fall back to the visitor.
  useEffect(() => {
    if (connection === 'lost' && snapshot === null && user !== VISITOR) setSettings({ user: VISITOR });
  }, [connection]);

  const { users, bot, channels, roles, commands, examples, messages: byChannel } = snapshot ?? NOTHING_YET;
  const channel = channels.find(({ id }) => id === channelId);
  const menus = useMemo(() => menusOf(commands, channel, locale), [commands, channel, locale]);
  const page = useMemo((): Page => {
    const me = users.find(({ id }) => id === user) ?? null;
    const everybody = bot ? [bot, ...users] : users;
    return { locale, say, me, bot, users: everybody, channels, roles, menus, images: imagesOn(), actions };
  }, [locale, say, users, bot, channels, roles, menus, user, actions]);
  const messages = byChannel[channel?.id ?? ''] ?? NO_MESSAGES;

  useEffect(() => {
    document.title = `${channel ? `${channelTitle(channel)} · ` : ''}SANDBOX`;
  }, [channel]);

  const closeDrawer = () => setDrawer(false);
  useLayoutEffect(() => {
    if (!drawer) return undefined;
    document.querySelector<HTMLElement>('.sidebar button')?.focus();
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && closeDrawer();
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [drawer]);

  const notice =
    connection === 'lost' ? say('reconnecting') : snapshot && !snapshot.online ? say('offline') : null;
  return (
    <PageContext.Provider value={page}>
      <div class={`shell ${drawer ? 'drawer' : ''} ${inspected ? 'inspecting' : ''}`}>
        <Sidebar
          server={snapshot?.server ?? null}
          openId={channelId}
          unread={state.unread}
          settings={settings}
          onSettings={setSettings}
          onClose={closeDrawer}
        />
        <button type="button" class="veil" tabIndex={-1} aria-label={say('close')} onClick={closeDrawer} />
        <main>
          <ChannelHeader
            channel={channel}
            inspecting={inspected !== null}
            onMenu={() => setDrawer(true)}
            onInspect={() => setInspected(inspected === null ? 'message' : null)}
          />
          <p class="notice" role="status">
            {notice}
          </p>
          {channel ? (
            <Log
              key={user}
              channel={channel}
              messages={messages}
              attempts={state.attempts.filter((attempt) => attempt.channelId === channelId)}
              uses={state.uses}
              dismissed={state.dismissed}
              examples={examples[locale] ?? examples[locale.split('-')[0] ?? ''] ?? []}
              onExample={setLine}
            />
          ) : (
            <p class="empty">{say('loading')}</p>
          )}
          <Bar
            channel={channel}
            commands={commands}
            reply={messages.find(({ id }) => id === state.replyTo)}
            typing={state.typing?.channelId === channelId ? state.typing.user : null}
            line={line}
            onLine={() => setLine(null)}
          />
        </main>
        {inspected && (
          <Later>
            {({ Inspector }) => (
              <Inspector
                shown={inspected}
                message={messages.find(({ id }) => id === inspectedId)}
                exchange={state.exchange}
                onShow={setInspected}
                onClose={() => setInspected(null)}
              />
            )}
          </Later>
        )}
      </div>
      {form && <Later>{({ Form }) => <Form key={form.interactionId} form={form} />}</Later>}
    </PageContext.Provider>
  );
}

const imagesOn = () => new URLSearchParams(location.search).get('images') === 'on';

/** The line that a link asks to send. Removes it from the address, so that a reload does not send it again. */
function lineInAddress(): string | null {
  const address = new URL(location.href);
  const line = address.searchParams.get('say');
  if (line === null) return null;
  address.searchParams.delete('say');
  history.replaceState(null, '', address);
  return line.trim() || null;
}
