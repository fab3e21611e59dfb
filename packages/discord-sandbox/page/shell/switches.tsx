import type { Server } from '../../web/wire.ts';
import { usePage } from '../context.ts';
import { nameOf } from '../model/names.ts';
import type { Settings, Theme } from '../model/settings.ts';
import type { Language } from '../words/words.ts';
import { Avatar } from './avatar.tsx';
import { Segments } from './segments.tsx';

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['ko', '한국어'],
];

const SERVER_LOCALES = [
  { value: 'en-US', label: 'EN' },
  { value: 'ko', label: 'KO' },
] as const;

/** Switches for the user being played, the language, and the look of the page. */
export function Switches({
  settings,
  server,
  onChange,
}: {
  readonly settings: Settings;
  readonly server: Server | null;
  readonly onChange: (change: Partial<Settings>) => void;
}) {
  const { say, users, images, actions } = usePage();
  const people = users.filter(({ bot }) => !bot);
  return (
    <section class="switches" aria-label={say('settings')}>
      <Segments
        label={say('user')}
        name="user"
        value={settings.user}
        segments={people.map((user) => ({
          value: user.id,
          label: (
            <>
              <Avatar user={user} small />
              {nameOf(user)}
            </>
          ),
        }))}
        onPick={(user) => onChange({ user })}
      />
      <Segments
        label={say('language')}
        name="language"
        value={settings.language}
        segments={LANGUAGES.map(([value, label]) => ({ value, label, lang: value }))}
        onPick={(language) => onChange({ language })}
      />
      <Segments
        label={say('serverLanguage')}
        name="server-language"
        value={server?.locale ?? ''}
        segments={SERVER_LOCALES}
        onPick={actions.chooseServerLocale}
      />
      <Segments
        label={say('theme')}
        name="theme"
        value={settings.theme}
        segments={THEMES.map((value) => ({ value, label: say(value) }))}
        onPick={(theme) => onChange({ theme })}
      />
      <Segments
        label={say('images')}
        name="images"
        value={images ? 'on' : 'off'}
        segments={[
          { value: 'off', label: say('off') },
          { value: 'on', label: say('on') },
        ]}
        onPick={switchImages}
      />
      <p class="hint">{say('imagesHint')}</p>
    </section>
  );
}

/** Reloads the page with or without pictures: the policy that allows them comes with the page. */
function switchImages(value: 'on' | 'off'): void {
  const address = new URL(location.href);
  if (value === 'on') address.searchParams.set('images', 'on');
  else address.searchParams.delete('images');
  location.assign(address);
}
