import { useLayoutEffect, useState } from 'preact/hooks';
import { SETTINGS_KEY, type Settings, writeSettings } from './model/settings.ts';

/** The page's settings, stored in this browser. */
export function useSettings(kept: Settings): [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(kept);
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = settings.language;
    page.dataset.theme = settings.theme;
    localStorage.setItem(SETTINGS_KEY, writeSettings(settings));
  }, [settings]);
  return [settings, (change) => setSettings((before) => ({ ...before, ...change }))];
}
