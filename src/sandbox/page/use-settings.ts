import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { readSettings, type Settings } from './model/settings.ts';

const KEY = 'paperboy-sandbox';

/** What is switched on the page, kept in this browser. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(() => readSettings(localStorage.getItem(KEY), navigator.language));
  useEffect(() => localStorage.setItem(KEY, JSON.stringify(settings)), [settings]);
  useTheme(settings.theme);
  useLayoutEffect(() => {
    document.documentElement.lang = settings.language;
  }, [settings.language]);
  return [settings, (change) => setSettings((before) => ({ ...before, ...change }))];
}

/** Without a choice the theme is the system's, also when that changes. */
function useTheme(theme: Settings['theme']): void {
  useLayoutEffect(() => {
    const light = matchMedia('(prefers-color-scheme: light)');
    const apply = () => {
      document.documentElement.dataset['theme'] =
        theme === 'auto' ? (light.matches ? 'light' : 'dark') : theme;
    };
    apply();
    light.addEventListener('change', apply);
    return () => light.removeEventListener('change', apply);
  }, [theme]);
}
